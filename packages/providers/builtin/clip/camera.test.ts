import { describe, expect, test } from 'vitest';
import { holdBack, placeLayer, framedPath, viewAt } from './camera.ts';
import type { CameraPath, LayerReach } from './camera.ts';

/** A seeded number from 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const reach = (depth: number, side = 0.075): LayerReach => ({
  depth,
  left: side,
  right: side,
  top: side,
  bottom: side,
});
const layers = [reach(1), reach(0.6), reach(0.3), reach(0)];

describe('holdBack', () => {
  test('shows no edge of any layer at any moment, however the camera is sent about', () => {
    const bare: string[] = [];
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed);
      const view = () => ({ x: random(), y: random(), zoom: 1 + random() * 0.6 });
      const held = holdBack({ from: view(), to: view(), phase: random() * 7 }, layers);
      for (let step = 0; step <= 200; step++) {
        const now = viewAt(held, { progress: step / 200, seconds: step * 0.13 });
        const isCovered = layers.every((layer) => {
          const { scale, x, y } = placeLayer(now, layer.depth);
          const [left, right] = [x - layer.left * scale, x + (1 + layer.right) * scale];
          const [top, bottom] = [y - layer.top * scale, y + (1 + layer.bottom) * scale];
          return left <= 0 && right >= 1 && top <= 0 && bottom >= 1;
        });
        if (!isCovered) bare.push(`seed ${seed} at ${step / 200}`);
      }
    }
    expect(bare).toEqual([]);
  });

  test('leaves a movement that fits as it is', () => {
    const path: CameraPath = { from: { x: 0.49, y: 0.5, zoom: 1.02 }, to: { x: 0.53, y: 0.51, zoom: 1.12 }, phase: 1 };
    expect(holdBack(path, layers)).toEqual(path);
  });

  test('shows a frame without a margin a little enlarged', () => {
    const path = framedPath({ from: [0.5, 0.5, 1], to: [0.5, 0.5, 1] }, 1);
    const held = holdBack(path, [reach(0.3, 0)]);
    expect(held.from.zoom).toBeGreaterThan(1);
  });
});

describe('viewAt', () => {
  const path: CameraPath = { from: { x: 0.45, y: 0.5, zoom: 1 }, to: { x: 0.55, y: 0.5, zoom: 1.2 }, phase: 2 };
  const frames = Array.from({ length: 24 * 12 }, (_, index) =>
    viewAt(path, { progress: index / (24 * 12), seconds: index / 24 }),
  );

  test('goes from the first view to the last', () => {
    expect(frames[0]!.zoom).toBeCloseTo(1, 6);
    expect(frames.at(-1)!.zoom).toBeCloseTo(1.2, 2);
    expect(Math.abs(frames[0]!.x - 0.45)).toBeLessThan(0.009);
    expect(Math.abs(frames.at(-1)!.x - 0.55)).toBeLessThan(0.009);
  });

  test('moves without a jerk: the speed changes by little from frame to frame', () => {
    const positions = frames.map((view) => placeLayer(view, 0).x * 1280);
    for (let index = 2; index < positions.length; index++) {
      const jerk = positions[index]! - 2 * positions[index - 1]! + positions[index - 2]!;
      expect(Math.abs(jerk)).toBeLessThan(0.02);
    }
  });

  test('never stands still for long', () => {
    for (let index = 24; index < frames.length; index++) {
      const [now, before] = [frames[index]!, frames[index - 24]!];
      expect(Math.abs(now.x - before.x) + Math.abs(now.zoom - before.zoom)).toBeGreaterThan(0.002);
    }
  });
});

describe('placeLayer', () => {
  test('moves near layers more than far ones', () => {
    const view = { x: 0.56, y: 0.5, zoom: 1.1 };
    const shift = (depth: number) => Math.abs(placeLayer(view, depth).x + (placeLayer(view, depth).scale - 1) / 2);
    expect(shift(0)).toBeGreaterThan(shift(0.5));
    expect(shift(0.5)).toBeGreaterThan(shift(1));
    expect(shift(1)).toBeGreaterThan(0);
  });

  test('leaves everything in place in the middle at rest', () => {
    for (const depth of [0, 0.4, 1]) {
      const { scale, x, y } = placeLayer({ x: 0.5, y: 0.5, zoom: 1 }, depth);
      expect(scale).toBe(1);
      expect(x).toBeCloseTo(0, 12);
      expect(y).toBeCloseTo(0, 12);
    }
  });
});
