import { meanLuminance, mostFlashes, samplePng } from '@kinora/capabilities/testing';
import { expect, test } from 'vitest';
import { decodeVideoSync } from '../decode.ts';
import { joinSegments } from '../join.ts';
import { createSegmentEncoder } from '../segment-encoder.ts';
import { readYuv } from '../yuv.ts';
import { finishTakeHere } from './finish-take.ts';
import type { FinishOptions } from './finish-take.ts';

const size = { width: 192, height: 108 };
const fps = 24;
const area = size.width * size.height;
const level = (frames: number) => Array.from({ length: frames }, () => 0.5);

type Paint = (x: number, y: number) => number;

/** A clip as another model makes it: every frame the same greys. */
function stillClip(frames: number, paint: Paint, { width, height } = size): Uint8Array {
  using encoder = createSegmentEncoder({ width, height, fps });
  const yuv = new Uint8Array(width * height * 1.5).fill(128);
  for (let at = 0; at < width * height; at++) yuv[at] = paint(at % width, Math.floor(at / width));
  for (let frame = 0; frame < frames; frame++) encoder.addYuv(yuv);
  return encoder.finish();
}

/** The luma of each frame. */
function watch(clip: Uint8Array): Uint8Array[] {
  return Array.from(decodeVideoSync(clip, size), (frame) => {
    const yuv = new Uint8Array(area * 1.5);
    readYuv(frame, yuv);
    return yuv.subarray(0, area);
  });
}

async function finish(frames: number, paint: Paint, options: Partial<FinishOptions>): Promise<Uint8Array[]> {
  return watch(await finishTakeHere(stillClip(frames, paint), { fps, ...size, ...options }));
}

const grey: Paint = () => 120;
/** Dark to the left of three quarters, light to the right. */
const edge: Paint = (x) => (x < size.width * 0.75 ? 60 : 180);
/** Where that edge is in a row, between pixels. */
const edgeIn = (luma: Uint8Array) =>
  luma
    .subarray(size.width * 54, size.width * 55)
    .reduce((sum, value) => sum + Math.min(1, Math.max(0, (180 - value) / 120)), 0);

test('a calm clip keeps its frames, their number and their pixels to the last column', async () => {
  const paint: Paint = (x, y) => 60 + ((x >> 4) + (y >> 4)) * 6;
  const before = watch(stillClip(30, paint));
  const after = await finish(30, paint, { music: { level: level(30), accents: [] } });
  expect(after).toHaveLength(30);
  const changes = after.map((luma, frame) =>
    luma.reduce((most, value, at) => Math.max(most, Math.abs(value - before[frame]![at]!)), 0),
  );
  expect(Math.max(...changes)).toBeLessThan(9);
});

test('a beat pushes in on the frames and eases back', async () => {
  const music = { level: level(48), accents: [{ frame: 20, push: 1, flash: 0 }] };
  const edges = (await finish(48, edge, { music })).map(edgeIn);
  expect(edges[5]).toBeCloseTo(144, 0);
  // A quarter of the frame by the zoom of 1.045, less or more the nod.
  expect(Math.max(...edges) - 144).toBeGreaterThan(0.25 * size.width * 0.045 - 0.9);
  expect(Math.max(...edges) - 144).toBeLessThan(0.25 * size.width * 0.045 + 0.9);
  expect(edges.indexOf(Math.max(...edges)) - 20).toBeLessThanOrEqual(2);
  expect(edges[40]).toBeCloseTo(144, 0);
});

test('a flash brings light, and a storm of them no more than three in a second', async () => {
  const one = { level: level(48), accents: [{ frame: 24, push: 0, flash: 1 }] };
  const light = (await finish(48, grey, { music: one })).map(meanLuminance);
  expect(Math.max(...light) - light[10]!).toBeGreaterThan(0.05);
  expect(Math.max(...light) - light[10]!).toBeLessThan(0.2);
  const accents = Array.from({ length: 24 }, (_, beat) => ({ frame: beat * 4, push: 1, flash: 1 }));
  const storm = Array.from({ length: 96 }, (_, frame) => (Math.floor(frame / 4) % 2 ? 1 : 0));
  const stormy = await finish(96, grey, { music: { level: storm, accents } });
  expect(mostFlashes(stormy.map(meanLuminance), fps)).toBeLessThanOrEqual(3);
});

test('an overlay comes softly, stays where it is under a beat, and goes', async () => {
  const overlay = { image: samplePng({ width: 40, height: 20 }), x: 20, y: 30, from: 8, to: 40, fade: 4 };
  const music = { level: level(48), accents: [{ frame: 20, push: 1, flash: 0 }] };
  const seen = await finish(48, () => 16, { overlays: [overlay], music });
  const shown = (luma: Uint8Array) =>
    Array.from(luma).flatMap((value, at) => (value > 30 ? [[at % size.width, Math.floor(at / size.width)]] : []));
  expect([shown(seen[7]!), shown(seen[41]!)]).toEqual([[], []]);
  for (const frame of [14, 21, 34]) {
    const pixels = shown(seen[frame]!);
    expect(pixels.length).toBeGreaterThan(600);
    expect(pixels.every(([x, y]) => x! >= 20 && x! < 60 && y! >= 30 && y! < 50)).toBe(true);
  }
  const light = seen.map(meanLuminance);
  expect(light[8]!).toBeLessThan(light[14]! / 4);
});

test('fades go into the dark with what lies over the picture', async () => {
  const overlay = { image: samplePng({ width: 40, height: 20 }), x: 20, y: 30, from: 0, to: 60 };
  const light = (await finish(48, grey, { fade: { in: 8, out: 16 }, overlays: [overlay] })).map(meanLuminance);
  expect([light[0]! < 0.005, light[47]! < 0.005]).toEqual([true, true]);
  expect(light[24]).toBeGreaterThan(0.15);
  for (let frame = 33; frame < 47; frame++) expect(light[frame]!).toBeLessThan(light[frame - 1]!);
});

test('a change by light is brightest in its middle and one by fade black', async () => {
  const bloom = (await finish(24, grey, { transition: 'light' })).map(meanLuminance);
  expect(bloom[12]).toBeGreaterThan(bloom[0]! * 1.5);
  const dark = (await finish(24, grey, { transition: 'fade' })).map(meanLuminance);
  expect(dark[12]).toBeLessThan(0.01);
  expect(dark[0]).toBeGreaterThan(0.15);
});

test('a finished clip joins with others by copying, also when its model drew it in another size', async () => {
  const small = stillClip(10, grey, { width: 128, height: 72 });
  const finished = await finishTakeHere(small, { fps, ...size, fade: { out: 5 } });
  const joined = joinSegments([stillClip(5, grey), finished], { fps });
  expect(joined.samples).toHaveLength(15);
  expect(Buffer.from(finished).includes(Buffer.from(joined.samples[12]!.data))).toBe(true);
});

test('what is no clip is refused', async () => {
  await expect(finishTakeHere(new Uint8Array(100), { fps, ...size })).rejects.toMatchObject({
    code: 'request.invalid',
  });
});
