import { createCanvas } from '@napi-rs/canvas';
import type { Layer } from '@kinora/media/drawing';
import { createFrames } from '@kinora/media/video/compositing';
import { describe, expect, test } from 'vitest';
import { holdBack, viewAt } from './camera.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { prepareFlat, prepareLayers } from './take-apart.ts';

const size = { width: 96, height: 54 };
const margin = 8;

/** A layer with paint from `top` down, `margin` larger than the frame on each side. */
function layer(colour: string, options: Partial<Layer> & { top?: number; depth: number }): Layer {
  const { top = 0, ...rest } = options;
  const canvas = createCanvas(size.width + 2 * margin, size.height + 2 * margin);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, top, canvas.width, canvas.height - top);
  return { name: colour, canvas, frame: { x: margin, y: margin, ...size }, ...rest };
}

function render(
  stage: Stage,
  moment = { progress: 0, seconds: 0 },
): { grey(x: number, y: number): number; greys: number[] } {
  const view = viewAt(holdBack(stage.path, stage.reach), moment);
  stage.compositor.compose(stage.draws({ view, seconds: moment.seconds }), 0);
  const luma = stage.compositor.read(0).subarray(0, size.width * size.height);
  const greys = Array.from(luma, (value) => Math.round(((value - 16) * 255) / 219));
  return { greys, grey: (x, y) => greys[y * size.width + x]! };
}

const frames = createFrames({ ...size, count: 1 });
const createLayeredStage = (...options: Parameters<typeof prepareLayers>) =>
  openStage(prepareLayers(...options), frames);

const still = { from: { x: 0.5, y: 0.5, zoom: 1 }, to: { x: 0.5, y: 0.5, zoom: 1 }, phase: 0 };
const wandering = { from: { x: 0.2, y: 0.3, zoom: 1 }, to: { x: 0.9, y: 0.8, zoom: 1.3 }, phase: 1 };

describe('prepareLayers', () => {
  test('never shows the page behind the layers', () => {
    const layers = [
      layer('#000000', { depth: 1 }),
      layer('#101010', { depth: 0.5, top: 30, sway: { anchorY: 60, amount: 3, seconds: 4 } }),
      layer('#202020', { depth: 0, top: 55 }),
    ];
    const stage = createLayeredStage(layers, { ...size, path: wandering });
    for (let step = 0; step <= 30; step++) {
      const { greys } = render(stage, { progress: step / 30, seconds: step * 0.4 });
      expect(Math.max(...greys)).toBeLessThanOrEqual(0x20);
    }
  });

  test('paints many layers together and still in their order', () => {
    const layers = Array.from({ length: 9 }, (_, index) =>
      layer(`rgb(${index * 20}, ${index * 20}, ${index * 20})`, { depth: 1 - index / 8, top: margin + index * 6 }),
    );
    const stage = createLayeredStage(layers, { ...size, path: still });
    const { grey } = render(stage);
    for (let index = 0; index < 8; index++) {
      expect(Math.abs(grey(48, index * 6 + 3) - index * 20)).toBeLessThanOrEqual(1);
    }
  });

  test('shuts both eyes of a character together for a moment every few seconds, and those of another at other times', () => {
    const lid = createCanvas(6, 4);
    const paint = lid.getContext('2d');
    paint.fillStyle = '#ffffff';
    paint.fillRect(0, 0, 6, 4);
    const eyes = [
      { character: 'fox', x: 20, y: 30, r: 3 },
      { character: 'fox', x: 40, y: 30, r: 3 },
      { character: 'owl', x: 60, y: 30, r: 3 },
    ];
    const blink = () => eyes.map(({ x, y }) => ({ canvas: lid, x: margin + x, y: margin + y }));
    const stage = createLayeredStage([layer('#000000', { depth: 0.3, eyes, blink })], { ...size, path: still });
    const seen = Array.from({ length: 24 * 12 }, (_, frame) => {
      const { grey } = render(stage, { progress: 0, seconds: frame / 24 });
      return eyes.map(({ x }) => grey(x + 3, 32) > 128);
    });
    for (let eye = 0; eye < 3; eye++) {
      const shut = seen.filter((frame) => frame[eye]).length;
      expect(shut).toBeGreaterThan(3);
      expect(shut).toBeLessThan(24);
    }
    expect(seen.every(([left, right]) => left === right)).toBe(true);
    expect(seen.some(([left, , other]) => left !== other)).toBe(true);
  });

  test('lets stars twinkle only where the sky is seen', () => {
    const stars = [
      { x: margin + 30, y: margin + 10, r: 2, colour: '#ffffff', phase: 0 },
      { x: margin + 60, y: margin + 40, r: 2, colour: '#ffffff', phase: 0 },
    ];
    const layers = [
      layer('#000000', { depth: 1, stars }),
      ...Array.from({ length: 6 }, (_, index) => layer('#000010', { depth: 0.9 - index / 100, top: margin + 30 })),
    ];
    const stage = createLayeredStage(layers, { ...size, path: still });
    let [sky, ground] = [0, 0];
    for (let frame = 0; frame < 120; frame++) {
      const { grey } = render(stage, { progress: 0, seconds: frame / 12 });
      sky = Math.max(sky, grey(30, 10));
      ground = Math.max(ground, grey(60, 40));
    }
    expect(sky).toBeGreaterThan(100);
    expect(ground).toBeLessThanOrEqual(1);
  });

  test('lets snow fall steadily and on and on', () => {
    const flake = { x: 0.5, y: 0, size: 2, speed: 0.2, drift: 0, phase: 0, opacity: 1 };
    const snow = layer('#00000000', { depth: 0.3, particles: { kind: 'snow', colour: '#ffffff', items: [flake] } });
    const stage = createLayeredStage([layer('#000000', { depth: 1 }), snow], { ...size, path: still });
    const heightOf = (seconds: number) => {
      const { greys } = render(stage, { progress: 0, seconds });
      return Math.floor(greys.findIndex((value) => value > 100) / size.width);
    };
    const heights = [1, 1.5, 2, 2.5].map(heightOf);
    for (let index = 1; index < heights.length; index++)
      expect(heights[index]! - heights[index - 1]!).toBeCloseTo(7, -1);
    expect(Math.abs(heightOf(1) - heightOf(6))).toBeLessThanOrEqual(1);
  });

  test('lets mist drift without a bank coming or going at once', () => {
    const stage = createLayeredStage([layer('#000000', { depth: 1 })], { ...size, path: still, mist: '#ffffff' });
    const brightness = Array.from({ length: 120 }, (_, second) => {
      const { greys } = render(stage, { progress: 0, seconds: second / 2 });
      return greys.reduce((sum, grey) => sum + grey, 0) / (size.width * size.height);
    });
    expect(Math.min(...brightness)).toBeGreaterThan(4);
    for (let index = 1; index < brightness.length; index++) {
      expect(Math.abs(brightness[index]! - brightness[index - 1]!)).toBeLessThan(3);
    }
    expect(Math.max(...brightness) - Math.min(...brightness)).toBeGreaterThan(1);
  });

  test('keeps fixed layers where they are', () => {
    const mark = createCanvas(size.width + 2 * margin, size.height + 2 * margin);
    const paint = mark.getContext('2d');
    paint.fillStyle = '#ffffff';
    paint.fillRect(margin, margin, 10, size.height);
    const page: Layer = { name: 'page', depth: 0, canvas: mark, frame: { x: margin, y: margin, ...size }, fixed: true };
    const stage = createLayeredStage([layer('#000000', { depth: 1 }), page], { ...size, path: wandering });
    for (const progress of [0, 0.5, 1]) {
      const { grey } = render(stage, { progress, seconds: progress });
      expect([grey(9, 20), grey(10, 20)]).toEqual([255, 0]);
    }
  });
});

describe('prepareFlat', () => {
  test.each([
    ['wide', 400, 100],
    ['tall', 60, 200],
    ['small', 20, 10],
  ])('covers the frame with a %s picture and moves over it', (_, width, height) => {
    const picture = createCanvas(width, height);
    const paint = picture.getContext('2d');
    paint.fillStyle = '#808080';
    paint.fillRect(0, 0, width, height);
    const stage = openStage(prepareFlat(picture, { ...size, path: wandering }), frames);
    for (let step = 0; step <= 20; step++) {
      const { greys } = render(stage, { progress: step / 20, seconds: step });
      for (const grey of [Math.min(...greys), Math.max(...greys)]) expect(Math.abs(grey - 128)).toBeLessThan(3);
    }
  });
});

test('writes whole frames', () => {
  const stage = createLayeredStage([layer('#ffffff', { depth: 1 })], { ...size, path: still });
  stage.compositor.compose(stage.draws({ view: { x: 0.5, y: 0.5, zoom: 1 }, seconds: 0 }), 0);
  const yuv = stage.compositor.read(0);
  expect(yuv[0]).toBe(235);
  expect(yuv.at(-1)).toBe(128);
});
