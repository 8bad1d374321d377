import { hash } from '../tables/hash.ts';
import { noisePlanes } from '../tables/noise.ts';

/** Numbers of a mark, as `decide` writes them: see `wasm/assembly/strokes/layer.ts`. */
export const markLength = 16;

/** Marks at random places, as numbers and, in the last four of each, whole numbers in the same memory. Shape [count, 16]. */
export function randomMarks(options: {
  count: number;
  width: number;
  height: number;
  length: number;
  breadth: number;
}): Float32Array {
  const { count, width, height, length, breadth } = options;
  const marks = new Float32Array(count * markLength);
  const whole = new Int32Array(marks.buffer);
  for (let i = 0; i < count; i++) {
    const luck = (k: number) => hash(i * 23 + k);
    const at = i * markLength;
    const angle = luck(2) * Math.PI * 2;
    const [behind, ahead, wide] = [length * (0.5 + luck(3)), length * (0.5 + luck(4)), breadth * (0.75 + luck(5) / 2)];
    const bend = ((luck(6) - 0.5) * 0.6) / length;
    const y = luck(1) * height;
    const longer = Math.max(behind, ahead);
    const tall =
      Math.abs(Math.sin(angle)) * longer + Math.abs(Math.cos(angle)) * (wide + Math.abs(bend) * longer ** 2 * 0.5);
    marks.set([luck(0) * width, y, Math.cos(angle), Math.sin(angle), behind, ahead, wide, bend], at);
    marks.set([luck(7), luck(8), luck(9), 0.9], at + 8);
    whole[at + 12] = Math.floor(luck(10) * 64) * 32;
    marks.set([y - tall, y + tall], at + 13);
    whole[at + 15] = 0;
  }
  return marks;
}

/**
 * Draws marks in plain JavaScript, from the bottom up, as the formulas have it: what the kernel `draw` does from the top down in fixed point.
 * @param layer Numbers of `writeLayer`.
 * @param brushes From `brushTable`.
 * @returns What is still bare, red, green, blue and height of each pixel, shape [height, width, 5].
 */
export function drawReference(layer: Float32Array, marks: Float32Array, brushes: Uint8Array): Float32Array {
  const [width, height, bristle, lift, body] = [layer[1]!, layer[2]!, layer[13]!, layer[14]!, layer[29]!];
  const [grip, floor] = [layer[17]!, layer[18]!];
  const { tooth } = noisePlanes();
  const canvas = new Float32Array(width * height * 5);
  for (let i = 0; i < canvas.length; i += 5) canvas[i] = 1;
  const tail = Math.floor((5 - 3.5 * bristle) * 8 + 0.5) / 8;
  const whole = new Int32Array(marks.buffer, marks.byteOffset);
  for (let at = 0; at < marks.length; at += markLength) {
    const [cx, cy, vx, vy, behind, ahead, wide, bend, red, green, blue, opacity] = marks.subarray(
      at,
      at + 12,
    ) as unknown as number[];
    const far = Math.max(behind!, ahead!) + wide! + Math.abs(bend!) * Math.max(behind!, ahead!) ** 2;
    for (let y = Math.max(0, Math.floor(cy! - far)); y <= Math.min(height - 1, cy! + far); y++)
      for (let x = Math.max(0, Math.floor(cx! - far)); x <= Math.min(width - 1, cx! + far); x++) {
        const [dx, dy] = [x - cx!, y - cy!];
        const u = dx * vx! + dy * vy!;
        const v = (dy * vx! - dx * vy! - 0.5 * bend! * u * u) / wide!;
        const t = (u + behind!) / (behind! + ahead!);
        if (t < 0 || t >= 1 || Math.abs(v) >= 1) continue;
        let cover = Math.min(1, 1.6 * Math.min(1, 6 * t, (1 - t) * tail) * (1 - v ** 4));
        cover = Math.min(cover, (1 - Math.abs(v)) * Math.max(1, wide! * 0.8));
        const hair = brushes[whole[at + 12]! + Math.floor((v + 1) * 16)]! / 256;
        cover *= 1 - bristle + bristle * Math.min(1, 1.6 * hair);
        if (hair < ((t - 0.6) * Math.floor(16.8 * bristle + 0.5)) / 8) cover /= 4;
        if (grip >= 0) {
          const raw = tooth[(y & 511) * 512 + (x & 511)]! - Math.floor((grip - 0.2) * 255);
          cover *= floor + ((1 - floor) * Math.min(128, Math.max(0, raw))) / 128.5;
        }
        cover *= opacity!;
        const shade = 0.05 * lift * (hair - 0.5);
        const paint = [0, red! + shade, green! + shade, blue! + shade, 0.6 + body * (0.5 * hair + 0.5 * v ** 4 - 0.25)];
        const pixel = (y * width + x) * 5;
        for (let c = 0; c < 5; c++) canvas[pixel + c]! += (paint[c]! - canvas[pixel + c]!) * cover;
      }
  }
  return canvas;
}
