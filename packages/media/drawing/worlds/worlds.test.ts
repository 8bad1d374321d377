import { finishes, vistaViews, worlds } from '@kinora/capabilities';
import type { VistaSpec } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { difference, draw, once, pixels, vista } from './__fixtures__/sample-vista.ts';
import { flattenVista } from './draw-vista.ts';

const brightness = (data: Uint8ClampedArray) => data.reduce((sum, value) => sum + value, 0) / data.length;

test.each(worlds.map((world, index) => [world, vistaViews[index % vistaViews.length]!] as const))(
  '%s, %s, has depth and an opaque back',
  (world, view) => {
    const layers = once({ world, view });
    expect(layers.length).toBeGreaterThanOrEqual(4);
    const { canvas } = layers[0]!;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    expect(data.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
    expect(new Set(pixels(layers)).size).toBeGreaterThan(60);
  },
);

describe('a vista', () => {
  test('is the same for the same seed and another for another', () => {
    for (const finish of finishes) expect(difference(pixels(draw({ finish })), pixels(draw({ finish })))).toBe(0);
    expect(difference(pixels(draw()), pixels(draw({}, { seed: 6 })))).toBeGreaterThan(1);
  });

  test.each<[string, Partial<VistaSpec>]>([
    ['energy', { energy: 0.05 }],
    ['calm', { calm: 0 }],
    ['returns', { returns: 4 }],
    ['progress', { thread: { kind: 'lantern', progress: 0.95 } }],
    ['thread', { thread: { kind: 'comet', progress: 0.4 } }],
    ['air', { air: 'mist' }],
    ['palette', { palette: { ...vista().palette, main: '#a03030', sky: '#703020' } }],
  ])('shows its %s', (_field, changes) => {
    for (const [world, view] of [
      ['neon-city', 'establishing'],
      ['cosmos', 'departure'],
      ['desert-road', 'summit'],
    ] as const) {
      expect(difference(pixels(once({ world, view })), pixels(draw({ world, view, ...changes })))).toBeGreaterThan(
        0.06,
      );
    }
  });

  test('looks different in each finish', () => {
    const pictures = finishes.map((finish) => pixels(draw({ finish })));
    for (const [index, picture] of pictures.entries()) {
      for (const other of pictures.slice(index + 1)) expect(difference(picture, other)).toBeGreaterThan(3);
    }
  });

  test('is printed in two inks', () => {
    const layers = draw({ finish: 'print', palette: { ...vista().palette, deep: '#102060', accent: '#e04030' } });
    const seen = pixels(layers);
    let green = 0;
    for (let at = 0; at < seen.length; at += 4) {
      // Between paper, blue and red there is no pure green.
      if (seen[at + 1]! > seen[at]! + 40 && seen[at + 1]! > seen[at + 2]! + 40) green++;
    }
    expect(green).toBe(0);
  });

  test('has its colours from the palette: a red one makes a red picture', () => {
    const red = {
      deep: '#200808',
      sky: '#601010',
      haze: '#a04030',
      main: '#c02818',
      accent: '#e06040',
      light: '#ffd0b0',
    };
    for (const world of worlds) {
      const seen = pixels(draw({ world, palette: red }));
      let sum = 0;
      for (let at = 0; at < seen.length; at += 4) sum += seen[at]! - seen[at + 2]!;
      expect(sum).toBeGreaterThan(0);
    }
  });

  test('is brighter with more energy in the city of lights', () => {
    const city = (energy: number) => brightness(pixels(draw({ world: 'neon-city', view: 'within', energy })));
    expect(city(1)).toBeGreaterThan(city(0));
  });

  test('lets rain, snow and embers move', () => {
    for (const air of ['rain', 'snow', 'embers', 'petals', 'dust', 'stars'] as const) {
      const count = draw({ air }).reduce((sum, { particles }) => sum + (particles?.items.length ?? 0), 0);
      expect(count).toBeGreaterThan(30);
    }
  });

  test('has bubbles instead of rain under water, and dust in space', () => {
    const kinds = (changes: Partial<VistaSpec>) =>
      new Set(draw({ air: 'rain', ...changes }).flatMap(({ particles }) => particles?.kind ?? []));
    expect([...kinds({ view: 'within' })]).toEqual(['bubbles']);
    expect([...kinds({ world: 'cosmos' })]).toEqual(['dust']);
    expect([...kinds({})]).toEqual(['rain']);
  });

  test('has figures at their depth, lit and shaded', () => {
    const picture = createCanvas(30, 60);
    const context = picture.getContext('2d');
    context.fillStyle = '#20c020';
    context.fillRect(0, 0, 30, 60);
    const figures = [{ picture: 0, x: 0.5, ground: 0.9, size: 0.5, depth: 0.45, mirrored: false }];
    const layers = draw({ world: 'desert-road', figures }, { figures: [picture] });
    const at = layers.findIndex(({ name }) => name === 'figure');
    expect(layers[at - 1]!.depth).toBeGreaterThanOrEqual(0.45);
    expect(layers[at + 1]!.depth).toBeLessThanOrEqual(0.45);
    const { canvas, frame } = layers[at]!;
    const middle = (x: number, y: number) => canvas.getContext('2d').getImageData(frame.x + x, frame.y + y, 1, 1).data;
    expect(middle(48, 38)[3]).toBe(255);
    expect(middle(48, 38)[1]).toBeLessThan(200);
    expect(draw({ figures }).some(({ name }) => name === 'figure')).toBe(false);
  });

  test.each([
    [72, 128],
    [96, 96],
  ])('fills %d × %d', (width, height) => {
    const layers = draw({}, { width, height });
    expect(layers[0]!.frame).toMatchObject({ width, height });
    expect(flattenVista(layers).width).toBe(width);
  });
});
