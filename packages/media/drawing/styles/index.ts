import type { ArtStyle } from '@kinora/capabilities';
import { inkWash } from './ink-wash.ts';
import { nightLight } from './night-light.ts';
import { paperCut } from './paper-cut.ts';
import type { Style } from './style.ts';
import { watercolour } from './watercolour.ts';

/** Every art style by name. */
export const styles: Record<ArtStyle, Style> = {
  watercolour,
  'paper-cut': paperCut,
  'night-light': nightLight,
  'ink-wash': inkWash,
};
