import { frameStyle, looks } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { meanDifference, paintInNode } from '../testing/compare.ts';
import { drawScenes } from '../testing/scene.ts';

const size = { width: 128, height: 96 };
const still = drawScenes(5, { ...size, noise: 5 }, () => ({}));

test.each(looks)('%s: the same frames and seed give the same pictures, opaque, unlike the frame', async (look) => {
  const style = frameStyle.parse({ look, overlay: 'leaves' });
  const [first, second] = [
    await paintInNode({ ...size, frames: still, style }),
    await paintInNode({ ...size, frames: still, style }),
  ];
  expect(first.pictures).toEqual(second.pictures);
  const last = first.pictures.at(-1)!;
  expect(last.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  expect(meanDifference(last, still.at(-1)!)).toBeGreaterThan(5);
});

test.each(looks)('%s: noise on a still scene is damped to less than half', async (look) => {
  const { pictures } = await paintInNode({ ...size, frames: still, style: frameStyle.parse({ look }) });
  const noise = meanDifference(still[3]!, still[4]!);
  expect(meanDifference(pictures[3]!, pictures[4]!)).toBeLessThan(noise / 2);
});

test.each(looks)('%s: black, white and flat frames are painted without a stain', async (look) => {
  for (const value of [0, 255, 90]) {
    const frame = new Uint8ClampedArray(size.width * size.height * 4).fill(value);
    const { pictures } = await paintInNode({ ...size, frames: [frame, frame], style: frameStyle.parse({ look }) });
    // A number that is none becomes 0 in one channel or all: a hole in what is even around it.
    const picture = pictures[1]!;
    let holes = 0;
    for (let i = 0; i < picture.length; i += 4) {
      const around = [i - 4, i + 4].every((j) => (picture[j] ?? 0) > 60);
      if (around && picture[i] === 0 && picture[i + 1] === 0 && picture[i + 2] === 0) holes++;
    }
    expect(holes).toBe(0);
  }
});

test('a warm palette makes every look warmer', async () => {
  for (const look of looks) {
    const red = async (warmth: number) => {
      const style = frameStyle.parse({ look, palette: { warmth } });
      const picture = (await paintInNode({ ...size, frames: still.slice(0, 2), style })).pictures[1]!;
      let sum = 0;
      for (let i = 0; i < picture.length; i += 4) sum += picture[i]! - picture[i + 2]!;
      return (4 * sum) / picture.length;
    };
    expect(await red(1)).toBeGreaterThan((await red(-1)) + 4);
  }
});

test('every look paints sizes that are even and odd in their halves', async () => {
  for (const [width, height] of [
    [64, 64],
    [66, 250],
    [202, 98],
  ] as const) {
    const frames = drawScenes(2, { width, height }, () => ({}));
    for (const look of looks) {
      const { pictures } = await paintInNode({ width, height, frames, style: frameStyle.parse({ look }) });
      expect(pictures[1]).toHaveLength(width * height * 4);
    }
  }
});
