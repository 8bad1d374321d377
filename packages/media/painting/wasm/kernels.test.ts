import { beforeAll, expect, test } from 'vitest';
import { alongWeights, acrossWeights, gaussianPair } from '../tables/gauss.ts';
import { hash } from '../tables/hash.ts';
import {
  alongFlowReference,
  bilateralReference,
  boxReference,
  gaussianDifferenceReference,
} from '../testing/reference.ts';
import { loadPaintingModules } from './load-node.ts';
import { WasmFrame } from './frame.ts';
import { blurPicture } from './stages/blur.ts';
import { flow } from './stages/flow.ts';

const [width, height] = [70, 64];
let frame: WasmFrame;

beforeAll(async () => {
  const modules = await loadPaintingModules();
  frame = new WasmFrame({ width, height, seed: 1, modules });
});

const view = (address: number, length: number) => new Float32Array(frame.arena.memory.buffer, address, length);
const random = (length: number, seed: number) => Float32Array.from({ length }, (_, i) => hash(i + seed * 99_991));

function put(name: string, values: Float32Array): number {
  const address = frame.arena.buffer(name, values.byteLength);
  view(address, values.length).set(values);
  return address;
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

test.each([1, 2, 14])('the sliding box of radius %i gives the plain mean', (radius) => {
  const values = random(width * height * 4, 1);
  const picture = put('test picture', values);
  const out = frame.picture('test out');
  blurPicture(frame, picture, { out, radius, passes: 1 });
  const expected = boxReference({ width, height, values }, radius);
  expect(largestDifference(view(out, values.length), expected)).toBeLessThan(1e-4);
});

test('the separable difference of Gaussians is the plain one', () => {
  const plane = random(width * height, 2);
  const pair = gaussianPair(1.2);
  const out = frame.plane('test plane out');
  frame.core.gaussianDifference(
    put('test plane', plane),
    out,
    frame.plane('a'),
    frame.plane('b'),
    put('test weights', pair.weights),
    width,
    height,
    pair.radius,
  );
  const expected = gaussianDifferenceReference(plane, { width, height }, pair);
  expect(largestDifference(view(out, plane.length), expected)).toBeLessThan(1e-5);
});

test('the flow runs along an edge, whichever way the edge lies, and its gradient is highest there', () => {
  for (const angle of [0, 0.4, 1.2, 2.2]) {
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const values = new Float32Array(width * height * 4);
    for (let i = 0; i < width * height; i++) {
      const side = ((i % width) - width / 2) * nx + (Math.floor(i / width) - height / 2) * ny;
      values.fill(Math.min(1, Math.max(0, side / 4 + 0.5)), i * 4, i * 4 + 4);
    }
    frame.index += 2;
    frame.source = put('test source', values);
    const field = view(flow(frame), width * height * 4);
    const middle = ((height / 2) * width + width / 2) * 4;
    expect(Math.abs(field[middle]! * nx + field[middle + 1]! * ny)).toBeLessThan(0.06);
    expect(Math.hypot(field[middle]!, field[middle + 1]!)).toBeCloseTo(1, 4);
    expect(field[middle + 2]).toBeGreaterThan(0.8);
    expect(field[middle + 3]).toBeGreaterThan(field[3]! * 2);
  }
});

test('four pixels at a time give what one after the other gives: bilateral filter and means along the flow', () => {
  const [w, h] = [width >> 1, height >> 1];
  const values = random(w * h * 4, 3);
  const field = Float32Array.from({ length: width * height * 4 }, (_, i) => {
    const angle = 7 * hash(Math.floor(i / 64));
    return i % 4 === 0 ? Math.cos(angle) : i % 4 === 1 ? Math.sin(angle) : 0.5;
  });
  const flowAddress = put('test flow', field);
  const out = frame.picture('test half out', w * h);
  const weights = put('test across', acrossWeights);
  for (const isAlong of [false, true]) {
    frame.core.bilateral(put('test half', values), out, flowAddress, weights, w, h, 3, isAlong ? 1 : 0, 0.4);
    const expected = bilateralReference({ width: w, height: h, values }, field, {
      weights: acrossWeights,
      taps: 3,
      isAlong,
      reach: 0.4,
    });
    expect(largestDifference(view(out, values.length), expected)).toBeLessThan(1e-4);
  }
  const plane = random(width * height, 4);
  const lines = frame.plane('test lines');
  const along = alongWeights(7);
  frame.core.alongFlow(put('test plane', plane), lines, flowAddress, put('test along', along), width, height, 7, 1);
  const expected = alongFlowReference(plane, field, { width, height }, along);
  const actual = view(lines, plane.length);
  // A sum in another order may round a place to the neighbouring pixel.
  const wrong = actual.reduce((count, value, i) => count + (Math.abs(value - expected[i]!) > 1e-4 ? 1 : 0), 0);
  expect(wrong / plane.length).toBeLessThan(0.005);
});

test('a buffer asked for again is the same one, also after the memory grew', () => {
  const before = frame.arena.buffer('kept', 64);
  view(before, 1)[0] = 42;
  frame.arena.buffer('large', 8_000_000);
  expect(frame.arena.buffer('kept', 64)).toBe(before);
  expect(view(before, 1)[0]).toBe(42);
});
