import { frameStyle } from '@kinora/capabilities';
import type { Look } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { meanDifference, paintInNode } from '../../testing/compare.ts';
import { hash } from '../../tables/hash.ts';

const size = { width: 128, height: 96 };
const looks: Look[] = ['oil', 'pastel', 'pencil', 'ink'];

/** A frame from a function of its pixels, 0 to 255 a channel. */
function frame(colour: (x: number, y: number) => [number, number, number]): Uint8ClampedArray {
  const out = new Uint8ClampedArray(size.width * size.height * 4);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) out.set([...colour(x, y), 255], (y * size.width + x) * 4);
  return out;
}

/** A dark, striped disc on a light wall; `at` is its middle. */
function disc(at: number, noise = 0): Uint8ClampedArray {
  return frame((x, y) => {
    const grain = noise * (hash(x * 7 + y * 1009 + Math.round(at + noise) * 31) - 0.5);
    const isDisc = (x - at) ** 2 + (y - 48) ** 2 < 32 ** 2;
    const stripe = Math.sin((x - at) * 0.5 + y * 0.3) * 30;
    return isDisc ? [120 + stripe + grain, 50 + grain, 60 - stripe + grain] : [215 + grain, 205 + grain, 180 + grain];
  });
}

function mean(picture: Uint8ClampedArray, x0: number, y0: number, x1: number, y1: number): number[] {
  const sums = [0, 0, 0];
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) for (let c = 0; c < 3; c++) sums[c]! += picture[(y * size.width + x) * 4 + c]!;
  return sums.map((sum) => sum / ((x1 - x0) * (y1 - y0)));
}

test.each(looks)('%s paints the same frames the same way', async (look) => {
  const job = { ...size, frames: [disc(60), disc(62)], style: frameStyle.parse({ look }) };
  const [once, again] = [await paintInNode(job), await paintInNode(job)];
  expect(once.pictures).toEqual(again.pictures);
  expect(meanDifference(once.pictures[1]!, job.frames[1]!)).toBeGreaterThan(4);
});

test.each(looks)('%s holds still before a noisy camera that stands still', async (look) => {
  const frames = Array.from({ length: 12 }, (_, i) => disc(60, 12 + i / 100));
  const { pictures } = await paintInNode({ ...size, frames, style: frameStyle.parse({ look }) });
  expect(meanDifference(pictures[10]!, pictures[11]!)).toBeLessThan(1.5);
});

test('oil keeps the colours of what it paints', async () => {
  const style = frameStyle.parse({ look: 'oil' });
  const { pictures } = await paintInNode({ ...size, frames: [disc(60)], style });
  const [red, green, blue] = mean(pictures[0]!, 45, 35, 75, 60);
  expect(red! - green!).toBeGreaterThan(50);
  expect(red! - blue!).toBeGreaterThan(40);
  const wall = mean(pictures[0]!, 104, 8, 124, 88);
  expect(wall[0]! - wall[2]!).toBeGreaterThan(15);
  expect(wall[0]).toBeGreaterThan(180);
});

test('pencil and ink leave light places bare and lay graphite and ink where it is dark', async () => {
  for (const look of ['pencil', 'ink'] as const) {
    const { pictures } = await paintInNode({ ...size, frames: [disc(60)], style: frameStyle.parse({ look }) });
    expect(mean(pictures[0]!, 106, 20, 116, 60)[1]).toBeGreaterThan(200);
    expect(mean(pictures[0]!, 45, 35, 75, 60)[1]).toBeLessThan(150);
  }
});

test('strokes go with a disc that moves before a camera that stands still', async () => {
  const large = { width: 256, height: 192 };
  const frames = Array.from({ length: 9 }, (_, i) => {
    const out = new Uint8ClampedArray(large.width * large.height * 4);
    const middle = 100 + 4 * i;
    for (let y = 0; y < large.height; y++)
      for (let x = 0; x < large.width; x++) {
        const isDisc = (x - middle) ** 2 + (y - 96) ** 2 < 64 ** 2;
        const stripe = (hash(((x - middle) >> 3) * 131 + (y >> 3) * 7919) - 0.5) * 60;
        const colour = isDisc ? [130 + stripe, 80 + stripe, 70] : [215, 205, 180];
        out.set([...colour, 255], (y * large.width + x) * 4);
      }
    return out;
  });
  const { pictures } = await paintInNode({ ...large, frames, style: frameStyle.parse({ look: 'oil' }) });
  const [before, now] = [pictures[7]!, pictures[8]!];
  let [along, inPlace] = [0, 0];
  for (let y = 60; y < 132; y++)
    for (let x = 100; x < 164; x++)
      for (let c = 0; c < 3; c++) {
        const at = (y * large.width + x) * 4 + c;
        along += Math.abs(now[at]! - before[at - 16]!);
        inPlace += Math.abs(now[at]! - before[at]!);
      }
  expect(along).toBeLessThan(inPlace * 0.5);
});

test('any even size is painted to its edges', async () => {
  for (const [width, height] of [
    [64, 64],
    [98, 70],
  ] as const) {
    const pixels = new Uint8ClampedArray(width * height * 4).fill(150);
    for (const look of looks) {
      const { pictures } = await paintInNode({
        width,
        height,
        frames: [pixels, pixels],
        style: frameStyle.parse({ look }),
      });
      expect(pictures[1]).toHaveLength(width * height * 4);
      expect(pictures[1]!.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
    }
  }
});
