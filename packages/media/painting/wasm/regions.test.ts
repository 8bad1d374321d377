import { frameStyle } from '@kinora/capabilities';
import { beforeAll, expect, test } from 'vitest';
import { paneRules, seedGrid } from '../regions/grids.ts';
import { meanDifference } from '../testing/compare.ts';
import { drawScenes } from '../testing/scene.ts';
import { WasmFrame } from './frame.ts';
import { loadPaintingModules } from './load-node.ts';
import type { PaintingModules } from './modules.ts';
import { createWasmPainter } from './painter.ts';
import { kuwahara, sharpKuwahara } from './stages/kuwahara.ts';
import { growSeeds, seedPlanes } from './stages/seeds.ts';

let modules: PaintingModules;
beforeAll(async () => {
  modules = await loadPaintingModules();
});

const [width, height] = [96, 64];

/** A frame whose pixels are given by a function of x and y, r, g and b in 0..1. */
function makeFrame(): { frame: WasmFrame; show: (at: (x: number, y: number) => [number, number, number]) => void } {
  const frame = new WasmFrame({ width, height, seed: 1, modules });
  frame.style = frameStyle.parse({});
  frame.source = frame.picture('source');
  const show = (at: (x: number, y: number) => [number, number, number]) => {
    frame.index++;
    const pixels = new Float32Array(frame.arena.memory.buffer, frame.source, frame.count * 4);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [r, g, b] = at(x, y);
        pixels.set([r, g, b, 0.299 * r + 0.587 * g + 0.114 * b], (y * width + x) * 4);
      }
  };
  return { frame, show };
}

/** Noise of a given half width that is another one for every frame. */
function noiseOf(amount: number) {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32 - 0.5) * 2 * amount;
  };
}

test('the Kuwahara filter takes the noise and leaves the edge where it is', () => {
  const { frame, show } = makeFrame();
  const noise = noiseOf(0.06);
  show((x) => (x < 48 ? [0.2 + noise(), 0.2, 0.2] : [0.8 + noise(), 0.8, 0.8]));
  const out = sharpKuwahara(frame);
  const red = new Float32Array(frame.arena.memory.buffer, out, frame.count * 4).filter((_, i) => i % 4 === 0);
  let variance = 0;
  for (let y = 8; y < 56; y++) {
    expect(red[y * width + 47]).toBeLessThan(0.32);
    expect(red[y * width + 48]).toBeGreaterThan(0.68);
    for (let x = 8; x < 40; x++) variance += (red[y * width + x]! - 0.2) ** 2 / (48 * 32);
  }
  expect(variance).toBeLessThan(0.06 ** 2 / 3 / 6);
});

test('a picture of one colour stays what it is', () => {
  const { frame, show } = makeFrame();
  show(() => [0.3, 0.5, 0.7]);
  const filtered = kuwahara(frame);
  const out = new Float32Array(frame.arena.memory.buffer, filtered, width * height);
  expect(out[0]).toBeCloseTo(0.3, 5);
  expect(out[1]).toBeCloseTo(0.5, 5);
  expect(out[2]).toBeCloseTo(0.7, 5);
});

const stripes = (x: number, y: number, at = 0): [number, number, number] =>
  x - at < 30 + y / 8 ? [0.9, 0.2, 0.1] : x - at < 66 ? [0.1, 0.3, 0.8] : [0.9, 0.8, 0.2];

function labelsOf(frame: WasmFrame): { labels: Int32Array; isFresh: boolean } {
  const rules = { ...paneRules(frame, 0.5)[1]!, grid: seedGrid(frame, 7) };
  const seeds = frame.arena.buffer('test seeds', rules.grid.count * 32);
  const planes = seedPlanes(frame, { skin: 0, radius: 1 });
  const { labels, isFresh } = growSeeds(frame, planes, { name: 'test', rules, seeds });
  return { labels: new Int32Array(frame.arena.memory.buffer.slice(labels, labels + width * height)), isFresh };
}

test('panes keep to their colour', () => {
  const { frame, show } = makeFrame();
  show(stripes);
  const { labels } = labelsOf(frame);
  const groups = new Map<number, number[]>();
  labels.forEach((label, i) => {
    const [x, y] = [(i % 48) * 2, Math.floor(i / 48) * 2];
    const stripe = x < 30 + y / 8 ? 0 : x < 66 ? 1 : 2;
    const counts = groups.get(label) ?? [0, 0, 0];
    counts[stripe]!++;
    groups.set(label, counts);
  });
  expect(groups.size).toBeGreaterThan(15);
  let strangers = 0;
  for (const counts of groups.values()) strangers += counts[0]! + counts[1]! + counts[2]! - Math.max(...counts);
  expect(strangers / labels.length).toBeLessThan(0.05);
});

test('panes stand still under noise and travel with the camera', () => {
  const { frame, show } = makeFrame();
  const noise = noiseOf(0.02);
  const noisy = (at: number) => (x: number, y: number) =>
    stripes(x, y, at).map((v) => v + noise()) as [number, number, number];
  show(noisy(0));
  expect(labelsOf(frame).isFresh).toBe(true);
  for (let i = 0; i < 4; i++) {
    show(noisy(0));
    labelsOf(frame);
  }
  show(noisy(0));
  const before = labelsOf(frame).labels;
  show(noisy(0));
  const still = labelsOf(frame);
  expect(still.isFresh).toBe(false);
  const changed = still.labels.filter((label, i) => label !== before[i]).length;
  expect(changed / before.length).toBeLessThan(0.02);

  frame.shift.x = 4;
  show(noisy(4));
  const moved = labelsOf(frame).labels;
  let followed = 0;
  let count = 0;
  for (let y = 4; y < 28; y++)
    for (let x = 8; x < 42; x++) {
      count++;
      if (moved[y * 48 + x] === still.labels[y * 48 + x - 2]) followed++;
    }
  expect(followed / count).toBeGreaterThan(0.9);
});

const regionLooks = ['watercolour', 'comic', 'stained-glass', 'mosaic', 'pixel'] as const;

test.each(regionLooks)(
  '%s: noise on a still scene hardly moves the painting, and the same frames give the same',
  async (look) => {
    const frames = drawScenes(5, { width: 160, height: 120, noise: 5 }, () => ({}));
    const style = frameStyle.parse({ look });
    const paintAll = async () => {
      using painter = await createWasmPainter({ width: 160, height: 120, modules });
      return frames.map((frame) => painter.paint(frame, style, 1).slice());
    };
    const pictures = await paintAll();
    expect(meanDifference(frames[3]!, frames[4]!)).toBeGreaterThan(4.5);
    expect(meanDifference(pictures[3]!, pictures[4]!)).toBeLessThan(1.5);
    expect(meanDifference(pictures[0]!, frames[0]!)).toBeGreaterThan(4);
    expect((await paintAll())[4]).toEqual(pictures[4]);
  },
);

const paintOne = async (frame: Uint8ClampedArray, size: { width: number; height: number }, style: object) => {
  using painter = await createWasmPainter({ ...size, modules });
  return painter.paint(frame, frameStyle.parse(style), 0).slice();
};

test.each(regionLooks)('%s: a finer detail gives another picture', async (look) => {
  const size = { width: 306, height: 306 };
  const [frame] = drawScenes(1, size, () => ({}));
  const [broad, fine] = [
    await paintOne(frame!, size, { look, detail: 0 }),
    await paintOne(frame!, size, { look, detail: 1 }),
  ];
  expect(meanDifference(broad, fine)).toBeGreaterThan(0.5);
});

test.each(regionLooks)('%s: small frames of any shape are painted', async (look) => {
  for (const size of [
    { width: 150, height: 66 },
    { width: 64, height: 64 },
  ]) {
    const [frame] = drawScenes(1, size, () => ({}));
    expect(meanDifference(await paintOne(frame!, size, { look, detail: 1 }), frame!)).toBeGreaterThan(3);
  }
});
