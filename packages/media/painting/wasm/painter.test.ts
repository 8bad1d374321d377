import { frameStyle } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import type { PaintStyle } from '../painter.ts';
import { meanDifference, paintInNode } from '../testing/compare.ts';
import { drawScenes } from '../testing/scene.ts';
import { loadPaintingModules } from './load-node.ts';
import { createWasmPainter } from './painter.ts';

const size = { width: 128, height: 96 };
const still = drawScenes(5, { ...size, noise: 5 }, () => ({}));

test('the same frames and seed give the same pictures, opaque', async () => {
  const job = { ...size, frames: still, style: frameStyle.parse({ look: 'anime', overlay: 'leaves' }) };
  const [first, second] = [await paintInNode(job), await paintInNode(job)];
  expect(first.pictures).toEqual(second.pictures);
  expect(first.pictures[4]!.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
  expect(meanDifference(first.pictures[4]!, still[4]!)).toBeGreaterThan(5);
});

test('strength 0 is the frame as it came', async () => {
  const style = frameStyle.parse({ look: 'oil', strength: 0 });
  const { pictures } = await paintInNode({ ...size, frames: still, style });
  expect(meanDifference(pictures[4]!, still[4]!)).toBeLessThan(0.01);
});

test('after a change of look the last picture dissolves', async () => {
  using painter = await createWasmPainter({ ...size, modules: await loadPaintingModules() });
  const paint = (style: PaintStyle) => painter.paint(still[0]!, style, 0).slice();
  const anime = frameStyle.parse({ look: 'anime' });
  const neon = frameStyle.parse({ look: 'neon' });
  const before = paint(anime);
  expect(meanDifference(paint({ ...neon, dissolve: 1 }), before)).toBe(0);
  const between = paint({ ...neon, dissolve: 0.5 });
  const after = paint(neon);
  expect(meanDifference(between, before)).toBeGreaterThan(1);
  expect(meanDifference(between, after)).toBeGreaterThan(1);
  expect(meanDifference(between, before)).toBeLessThan(meanDifference(after, before));
});

test('a frame of another size is refused, and sizes that are odd or out of range', async () => {
  const modules = await loadPaintingModules();
  using painter = await createWasmPainter({ ...size, modules });
  expect(() => painter.paint(still[0]!.subarray(4), frameStyle.parse({}), 0)).toThrow(/bytes/);
  await expect(createWasmPainter({ width: 65, height: 64, modules })).rejects.toThrow(/even number from 64 to 1024/);
  await expect(createWasmPainter({ width: 64, height: 2048, modules })).rejects.toThrow(/even number from 64 to 1024/);
});
