import { createHash } from 'node:crypto';
import { artStyles, sceneSpec, settings } from '@kinora/capabilities';
import type { SceneSpec } from '@kinora/capabilities';
import type { Canvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { flatten, illustrate } from './index.ts';
import type { Layer } from './index.ts';

const size = { width: 160, height: 90 };

const fox = {
  id: 'fox',
  species: 'fox',
  colours: { main: '#e8803c', second: '#fbe8d0' },
  pose: 'stand',
  expression: 'happy',
  x: 0.4,
  ground: 0.86,
  size: 0.34,
} as const;

const lantern = { kind: 'lantern', x: 0.7, ground: 0.86, state: 'lit' } as const;

function scene(changes: Record<string, unknown> = {}): SceneSpec {
  return sceneSpec.parse({
    setting: 'meadow',
    timeOfDay: 'golden-hour',
    mood: 'curious',
    light: { source: 'sun', from: 'left' },
    characters: [fox],
    props: [lantern],
    camera: { shot: 'wide', move: 'still', from: [0.5, 0.5, 1], to: [0.5, 0.5, 1] },
    focus: { x: 0.4, y: 0.7, quietArea: 'top-right' },
    moment: 'A fox stands in a meadow.',
    ...changes,
  });
}

describe('layers', () => {
  test.each(settings)('%s has at least four, back to front, and no hole', (setting) => {
    const style = artStyles[settings.indexOf(setting) % artStyles.length]!;
    const layers = illustrate(scene({ setting }), { style, width: 96, height: 54, seed: 3 });
    const moving = layers.filter(({ fixed }) => !fixed);
    expect(moving.length).toBeGreaterThanOrEqual(4);
    expect(new Set(moving.map(({ depth }) => depth)).size).toBeGreaterThanOrEqual(4);
    expect(layers.at(-1)).toMatchObject({ name: 'page', fixed: true });
    expect(moving.some(({ name }) => name === 'characters')).toBe(true);
    expect(lowestAlpha(layers[0]!.canvas)).toBeGreaterThanOrEqual(250);
  });

  test.each([
    ['16:9', 192, 108],
    ['9:16', 108, 192],
    ['1:1', 140, 140],
  ])('are wider and higher than a %s frame by the overscan', (_aspect, width, height) => {
    for (const overscan of [0, 0.15]) {
      const layers = illustrate(scene(), { style: 'paper-cut', width, height, seed: 3, overscan });
      for (const { canvas, frame } of layers) {
        expect(frame).toMatchObject({ width, height });
        expect(canvas.width).toBeGreaterThanOrEqual(width * (1 + overscan));
        expect(canvas.height).toBeGreaterThanOrEqual(height * (1 + overscan));
        expect(canvas.width).toBeLessThan(width * (1 + overscan) + 8);
        expect(Math.abs(canvas.width - width - 2 * frame.x)).toBeLessThanOrEqual(1);
      }
    }
  });

  test('have the right size when flattened', () => {
    const still = flatten(illustrate(scene(), { style: 'ink-wash', ...size, seed: 3 }), { style: 'ink-wash' });
    expect([still.width, still.height]).toEqual([160, 90]);
    expect(lowestAlpha(still)).toBe(255);
  });
});

describe('a seed', () => {
  test.each(artStyles)('gives the same bytes again in %s', (style) => {
    expect(print({}, { style, seed: 11 })).toBe(print({}, { style, seed: 11 }));
  });

  test('of another number gives another picture', () => {
    expect(print({}, { seed: 11 })).not.toBe(print({}, { seed: 12 }));
  });
});

describe('every part of a scene changes its picture', () => {
  const before = print({});
  const camera = { shot: 'wide', move: 'still', from: [0.5, 0.5, 1], to: [0.5, 0.5, 1] };
  test.each<[string, Record<string, unknown>]>([
    ['place of a character', { characters: [{ ...fox, x: 0.6 }] }],
    ['ground of a character', { characters: [{ ...fox, ground: 0.9 }] }],
    ['size of a character', { characters: [{ ...fox, size: 0.4 }] }],
    ['pose', { characters: [{ ...fox, pose: 'sit' }] }],
    ['expression', { characters: [{ ...fox, expression: 'sad' }] }],
    ['weather', { weather: 'mist' }],
    ['side of the light', { light: { source: 'sun', from: 'right' } }],
    ['strength of the light', { light: { source: 'sun', from: 'left', strength: 0.2 } }],
    ['colour of the light', { light: { source: 'sun', from: 'left', colour: '#ff8040' } }],
    ['source of the light', { light: { source: 'stars', from: 'left' } }],
    ['time of day', { timeOfDay: 'night' }],
    ['season', { season: 'autumn' }],
    ['mood', { mood: 'sleepy' }],
    ['palette', { palette: { ground: '#a04040' } }],
    ['shot', { camera: { ...camera, shot: 'birds-eye' } }],
    ['silhouette', { camera: { ...camera, shot: 'silhouette' } }],
    ['focus', { focus: { x: 0.8, y: 0.7, quietArea: 'top-right' } }],
    ['quiet area', { focus: { x: 0.4, y: 0.7, quietArea: 'bottom-left' } }],
    ['prop', { props: [{ ...lantern, kind: 'basket', state: undefined }] }],
    ['place of a prop', { props: [{ ...lantern, x: 0.2 }] }],
    ['state of a prop', { props: [{ ...lantern, state: 'out' }] }],
    ['setting', { setting: 'beach' }],
  ])('%s', (_part, changes) => {
    expect(print(changes)).not.toBe(before);
  });
});

describe('a blink', () => {
  test('covers the eyes of whoever is awake and nothing else', () => {
    const layer = cast({ characters: [fox, { ...fox, id: 'other', x: 0.75, expression: 'asleep' }] });
    expect(new Set(layer.eyes?.map(({ character }) => character))).toEqual(new Set(['fox']));
    const patches = layer.blink?.() ?? [];
    expect(patches).toHaveLength(layer.eyes!.length);
    for (const [index, { canvas, x, y }] of patches.entries()) {
      const eye = layer.eyes![index]!;
      expect(eye.x).toBeGreaterThan(x);
      expect(eye.x).toBeLessThan(x + canvas.width);
      expect(eye.y).toBeGreaterThan(y);
      expect(eye.y).toBeLessThan(y + canvas.height);
      const open = Buffer.from(layer.canvas.getContext('2d').getImageData(x, y, canvas.width, canvas.height).data);
      const shut = Buffer.from(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data);
      for (let i = 0; i < 4; i++) expect(Math.abs(open[i]! - shut[i]!)).toBeLessThanOrEqual(3);
      const changed = open.filter((value, i) => Math.abs(value - shut[i]!) > 40).length;
      expect(changed).toBeGreaterThan(open.length * 0.015);
    }
  });
});

describe('places on water', () => {
  test('put whoever cannot swim into a boat', () => {
    const [walker, swimmer] = [
      cast({ setting: 'sea' }),
      cast({ setting: 'sea', characters: [{ ...fox, species: 'duck' }] }),
    ];
    expect(covered(walker)).toBeGreaterThan(covered(swimmer) * 1.3);
  });
});

function cast(changes: Record<string, unknown>): Layer {
  const layers = illustrate(scene(changes), { style: 'watercolour', width: 480, height: 270, seed: 3 });
  return layers.find(({ name }) => name === 'characters')!;
}

function covered({ canvas }: Layer): number {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]! > 200) count++;
  return count;
}

function print(changes: Record<string, unknown>, options: Partial<Parameters<typeof illustrate>[1]> = {}): string {
  const all = { style: 'paper-cut' as const, ...size, seed: 3, ...options };
  const still = flatten(illustrate(scene(changes), all), { style: all.style });
  return createHash('sha256').update(still.data()).digest('hex');
}

function lowestAlpha(canvas: Canvas): number {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let lowest = 255;
  for (let i = 3; i < data.length; i += 4) lowest = Math.min(lowest, data[i]!);
  return lowest;
}
