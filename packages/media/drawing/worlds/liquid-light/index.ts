import type { WorldArtist } from '../world.ts';
import { burst, drops, ebb, immersed, shore, tunnel } from './views.ts';

/** Oil and ink before a projector: colours that flow round each other, edges that glow, nothing that stands still. */
export const liquidLight: WorldArtist = {
  establishing: shore,
  approach: tunnel,
  within: immersed,
  detail: drops,
  summit: burst,
  departure: ebb,
};
