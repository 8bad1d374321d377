import { artStyles } from '@kinora/capabilities';
import type { ClipPicture } from '@kinora/capabilities';

/** Whether a picture can be drawn again in layers. */
export function isLayered({ scene, vista, style }: ClipPicture): boolean {
  return vista !== undefined || (scene !== undefined && artStyles.some((name) => name === style));
}
