import type { PaintStyle } from '../painter.ts';
import { paintInNode } from './compare.ts';
import { drawScenes } from './scene.ts';

/**
 * How much a look boils: mean absolute difference of consecutive pictures along the motion, 0 to 255, of a noisy scene that stands
 * still, of a clean and a noisy pan, of a person who walks before a still camera, and of the room beside the person.
 */
export type Coherence = { still: number; pan: number; noisyPan: number; person: number; room: number };

type Area = { left: number; top: number; right: number; bottom: number };

/** Measures how much a style boils on the test scene, 384 × 384 pixels, 2 pixels of motion a frame. */
export async function measureCoherence(style: PaintStyle): Promise<Coherence> {
  const size = { width: 384, height: 384 };
  const count = 8;
  const paint = async (frames: Uint8ClampedArray[]) => (await paintInNode({ ...size, frames, style })).pictures;
  const inside = { left: 30, top: 30, right: 354, bottom: 354 };
  const still = await paint(drawScenes(count, { ...size, noise: 5 }, () => ({})));
  const pan = await paint(drawScenes(count, size, (frame) => ({ pan: frame * 2 })));
  const noisyPan = await paint(drawScenes(count, { ...size, noise: 5 }, (frame) => ({ pan: frame * 2 })));
  // 2 pixels of this picture are 8/3 of a 512-pixel one; at the end the person stands 4 pixels right of the middle.
  const walk = await paint(drawScenes(count, size, (frame) => ({ personX: ((frame - 5) * 2 * 512) / 384 })));
  return {
    still: along(still, inside, 0),
    pan: along(pan, inside, -2),
    noisyPan: along(noisyPan, inside, -2),
    person: along(walk, { left: 150, top: 110, right: 234, bottom: 354 }, 2),
    room: along(walk, { left: 10, top: 30, right: 100, bottom: 190 }, 0),
  };

  /** Mean difference of the last four steps within an area that moves by `motion` pixels to the right each frame. */
  function along(pictures: Uint8ClampedArray[], area: Area, motion: number): number {
    let [sum, number] = [0, 0];
    for (let frame = count - 4; frame < count; frame++) {
      const [now, before] = [pictures[frame]!, pictures[frame - 1]!];
      for (let y = area.top; y < area.bottom; y++)
        for (let x = area.left; x < area.right; x++) {
          const i = (y * size.width + x) * 4;
          for (let c = 0; c < 3; c++) sum += Math.abs(now[i + c]! - before[i - motion * 4 + c]!);
          number += 3;
        }
    }
    return sum / number;
  }
}
