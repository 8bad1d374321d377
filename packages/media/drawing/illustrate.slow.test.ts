import { createHash } from 'node:crypto';
import { artStyles, sceneSpec, settings } from '@kinora/capabilities';
import type { ArtStyle, SceneSpec } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { flatten, illustrate } from './index.ts';

const camera = { shot: 'wide', move: 'still', from: [0.5, 0.5, 1], to: [0.5, 0.5, 1] };

const changes: Record<string, Record<string, unknown>> = {
  nothing: {},
  hour: { timeOfDay: 'night' },
  weather: { weather: 'rain' },
  season: { season: 'spring' },
  'side of the light': { light: { source: 'sun', from: 'right' } },
  palette: { palette: { accent: '#3050d0', ground: '#705040', sky: '#d06060' } },
  shot: { camera: { ...camera, shot: 'low' } },
};

test.each(settings)('%s knows hours, weathers, seasons, light, palettes and shots', (setting) => {
  const pictures = Object.entries(changes).map(([part, change]) => [part, print(scene(setting, change), 'paper-cut')]);
  const before = pictures[0]![1];
  expect(
    pictures
      .slice(1)
      .filter(([, picture]) => picture === before)
      .map(([part]) => part),
  ).toEqual([]);
});

test.each(settings)('%s has four depths and no hole in every style and shape of frame', (setting) => {
  for (const style of artStyles) {
    for (const [width, height] of [
      [96, 54],
      [54, 96],
    ] as const) {
      const layers = illustrate(scene(setting), { style, width, height, seed: 3 });
      const depths = layers.filter(({ fixed }) => !fixed).map(({ depth }) => depth);
      expect(new Set(depths).size).toBeGreaterThanOrEqual(4);
      const { canvas } = layers[0]!;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      expect(data.every((value, index) => index % 4 < 3 || value >= 250)).toBe(true);
    }
  }
});

function scene(setting: SceneSpec['setting'], change: Record<string, unknown> = {}): SceneSpec {
  return sceneSpec.parse({
    setting,
    timeOfDay: 'golden-hour',
    mood: 'curious',
    light: { source: 'sun', from: 'left' },
    characters: [
      {
        id: 'fox',
        species: 'fox',
        colours: { main: '#e8803c', second: '#fbe8d0' },
        pose: 'stand',
        expression: 'happy',
        x: 0.4,
        ground: 0.86,
        size: 0.34,
      },
    ],
    props: [{ kind: 'lantern', x: 0.7, ground: 0.86, state: 'lit' }],
    camera,
    focus: { x: 0.4, y: 0.7, quietArea: 'top-right' },
    moment: 'A fox is out.',
    ...change,
  });
}

function print(spec: SceneSpec, style: ArtStyle): string {
  const still = flatten(illustrate(spec, { style, width: 128, height: 72, seed: 3 }), { style });
  return createHash('sha256').update(still.data()).digest('hex');
}
