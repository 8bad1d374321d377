import { finishes, vistaSpec, vistaViews, worlds } from '@kinora/capabilities';
import type { VistaSpec, VistaView, World } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import type { Layer } from '../layer.ts';
import { drawVista, flattenVista } from './draw-vista.ts';

const size = { width: 96, height: 54, seed: 5 };

function vista(changes: Partial<VistaSpec> = {}): VistaSpec {
  return vistaSpec.parse({
    world: 'ocean',
    view: 'establishing',
    palette: { deep: '#101430', sky: '#30407a', haze: '#9a90b8', main: '#3a7f9c', accent: '#f0805c', light: '#ffe8b8' },
    energy: 0.6,
    calm: 0.6,
    thread: { kind: 'lantern', progress: 0.4 },
    camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.1] },
    moment: 'A picture.',
    ...changes,
  });
}

function pixels(layers: readonly Layer[]): Uint8ClampedArray {
  const canvas = flattenVista(layers);
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
}

/** Mean difference of two pictures, 0 to 255. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length;
}

const brightness = (data: Uint8ClampedArray) => data.reduce((sum, value) => sum + value, 0) / data.length;
const draw = (changes: Partial<VistaSpec> = {}, options = {}) => drawVista(vista(changes), { ...size, ...options });

/** Pictures that several tests look at, drawn once. */
const drawn = new Map<string, Layer[]>();
function once(changes: Partial<VistaSpec>): Layer[] {
  const key = JSON.stringify(changes);
  const layers = drawn.get(key) ?? draw(changes);
  drawn.set(key, layers);
  return layers;
}

describe.each(worlds)('%s', (world: World) => {
  test.each(vistaViews)('%s has depth, an opaque back and something in it', (view: VistaView) => {
    const layers = once({ world, view });
    expect(layers.length).toBeGreaterThanOrEqual(4);
    const depths = layers.map(({ depth }) => depth);
    expect(depths).toEqual(depths.toSorted((a, b) => b - a));
    const [back] = layers;
    const { width, height } = back!.canvas;
    // With overscan: wherever the camera goes, there is paint.
    const { data } = back!.canvas.getContext('2d').getImageData(0, 0, width, height);
    expect(data.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
    const seen = pixels(layers);
    expect(new Set(seen.filter((_, at) => at % 4 < 3)).size).toBeGreaterThan(60);
    for (const { canvas } of layers) expect([canvas.width, canvas.height]).toEqual([width, height]);
    expect(layers.flatMap(({ lights = [] }) => lights).length).toBeGreaterThan(0);
  });

  test('has six compositions', () => {
    const pictures = vistaViews.map((view) => pixels(once({ world, view })));
    for (const [index, picture] of pictures.entries()) {
      for (const other of pictures.slice(index + 1)) expect(difference(picture, other)).toBeGreaterThan(8);
    }
  });
});

describe('a vista', () => {
  test('is the same for the same seed and another for another', () => {
    for (const finish of finishes) expect(pixels(draw({ finish }))).toEqual(pixels(draw({ finish })));
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
