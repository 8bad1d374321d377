import type { Pulse } from './read-music.ts';

/** How far the strongest beat moves the camera, as fractions of the frame, and by how much it enlarges it. */
export const nods = { width: 0.0035, height: 0.002 } as const;
const pushDepth = 0.045;

/** What a beat does to a camera: moves it to the right and down, in parts of the frame, and enlarges what it sees. */
export function nudgeOf({ push, sway }: Pulse): { x: number; y: number; zoom: number } {
  return { x: sway * nods.width, y: push * nods.height, zoom: 1 + push * pushDepth };
}
