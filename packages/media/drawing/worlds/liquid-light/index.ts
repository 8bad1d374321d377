import type { WorldArtist } from '../world.ts';
import { burst } from './burst.ts';
import { drops } from './drops.ts';
import { ebb } from './ebb.ts';
import { immersed } from './immersed.ts';
import { shore } from './shore.ts';
import { tunnel } from './tunnel.ts';

/** Oil and ink before a projector: colours that flow round each other, edges that glow, nothing that stands still. */
export const liquidLight: WorldArtist = {
  establishing: shore,
  approach: tunnel,
  within: immersed,
  detail: drops,
  summit: burst,
  departure: ebb,
};
