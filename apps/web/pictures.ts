/**
 * Paints the pictures that the web app shows before there is a story: one scene in every art style, and the ideas.
 * They come from the built-in illustrator, so that they promise nothing it doesn't keep. Run it when the illustrator
 * has changed: `node apps/web/pictures.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artStyles, sceneSpec } from '@kinora/capabilities';
import type { ArtStyle, SceneSpec } from '@kinora/capabilities';
import { flatten, illustrate } from '@kinora/media/drawing';
import type { z } from 'zod';

type Spec = z.input<typeof sceneSpec>;

const folder = join(import.meta.dirname, 'public/pictures');
const still = { shot: 'wide', move: 'still', from: [0.5, 0.5, 1], to: [0.5, 0.5, 1] } satisfies Spec['camera'];
const fox = {
  id: 'fen',
  species: 'fox',
  colours: { main: '#d9702e', second: '#fbeedd', accent: '#4a2a22' },
  clothes: [{ kind: 'scarf', colour: '#2f9c8a', pattern: 'stripes' }],
  expression: 'happy',
} satisfies Partial<Spec['characters'][number]>;

const forest: Spec = {
  setting: 'forest',
  timeOfDay: 'night',
  mood: 'wonder',
  light: { source: 'moon', from: 'right', strength: 0.8 },
  characters: [{ ...fox, pose: 'hold', holds: 'lantern', x: 0.34, ground: 0.86, size: 0.42 }],
  props: [
    { kind: 'mushroom', x: 0.1, ground: 0.84 },
    { kind: 'mushroom', x: 0.68, ground: 0.86 },
  ],
  camera: still,
  focus: { x: 0.34, y: 0.6, quietArea: 'top-right' },
  moment: 'Fen the fox lights the lantern by the path.',
};

const scenes: Record<string, { spec: Spec; style: ArtStyle }> = {
  asleep: {
    style: 'paper-cut',
    spec: {
      ...forest,
      mood: 'sleepy',
      characters: [{ ...fox, pose: 'curl-up', expression: 'asleep', x: 0.4, ground: 0.86, size: 0.3 }],
      props: [{ kind: 'lantern', x: 0.58, ground: 0.86, state: 'lit' }],
      moment: 'Fen sleeps beside the lantern.',
    },
  },
  'idea-whale': {
    style: 'paper-cut',
    spec: {
      setting: 'underwater',
      timeOfDay: 'day',
      mood: 'calm',
      light: { source: 'sun', from: 'above', strength: 0.8 },
      characters: [
        {
          id: 'whale',
          species: 'whale',
          colours: { main: '#4f86c6', second: '#dcebf5' },
          pose: 'swim',
          expression: 'happy',
          x: 0.5,
          ground: 0.5,
          size: 0.4,
        },
        {
          id: 'fish',
          species: 'fish',
          colours: { main: '#f2a13c', second: '#fff1d6' },
          pose: 'swim',
          expression: 'happy',
          x: 0.2,
          ground: 0.34,
          size: 0.09,
        },
      ],
      props: [{ kind: 'shell', x: 0.8, ground: 0.9 }],
      camera: still,
      focus: { x: 0.5, y: 0.5, quietArea: 'top' },
      moment: 'A whale hums under the water.',
    },
  },
  'idea-rabbit': {
    style: 'night-light',
    spec: {
      setting: 'snow-wood',
      timeOfDay: 'dusk',
      weather: 'snow',
      season: 'winter',
      mood: 'curious',
      light: { source: 'lantern', from: 'right', strength: 0.8 },
      characters: [
        {
          id: 'rabbit',
          species: 'rabbit',
          colours: { main: '#e9e3dc', second: '#ffffff' },
          clothes: [{ kind: 'scarf', colour: '#c8423c' }],
          pose: 'look-up',
          expression: 'curious',
          x: 0.34,
          ground: 0.88,
          size: 0.4,
        },
      ],
      props: [{ kind: 'lantern', x: 0.6, ground: 0.88, state: 'lit' }],
      camera: still,
      focus: { x: 0.34, y: 0.6, quietArea: 'top-left' },
      moment: 'A rabbit finds a warm window in the snow.',
    },
  },
  'idea-bear': {
    style: 'paper-cut',
    spec: {
      setting: 'meadow',
      timeOfDay: 'golden-hour',
      season: 'spring',
      mood: 'happy',
      light: { source: 'sun', from: 'right', strength: 0.8 },
      characters: [
        {
          id: 'bear',
          species: 'bear',
          colours: { main: '#8a5a34', second: '#e3c79c' },
          clothes: [{ kind: 'jumper', colour: '#3f8f8a' }],
          pose: 'wave',
          expression: 'happy',
          x: 0.36,
          ground: 0.88,
          size: 0.5,
        },
      ],
      props: [{ kind: 'kite', x: 0.72, ground: 0.4 }],
      camera: still,
      focus: { x: 0.36, y: 0.6, quietArea: 'top-right' },
      moment: 'A bear’s first day outside.',
    },
  },
  'idea-owl': {
    style: 'watercolour',
    spec: {
      setting: 'library',
      timeOfDay: 'night',
      mood: 'curious',
      light: { source: 'lamp', from: 'left', strength: 0.8 },
      characters: [
        {
          id: 'owl',
          species: 'owl',
          colours: { main: '#8b6a4a', second: '#efe0c4' },
          clothes: [{ kind: 'glasses', colour: '#3a3a44' }],
          pose: 'stand',
          expression: 'curious',
          x: 0.5,
          ground: 0.88,
          size: 0.5,
        },
      ],
      props: [
        { kind: 'book', x: 0.68, ground: 0.9, state: 'open' },
        { kind: 'lamp', x: 0.26, ground: 0.86, state: 'lit' },
      ],
      camera: still,
      focus: { x: 0.5, y: 0.6, quietArea: 'top-right' },
      moment: 'An owl too curious to sleep.',
    },
  },
};

mkdirSync(folder, { recursive: true });
for (const style of artStyles) paint(style, forest, style);
paint('welcome', forest, 'paper-cut');
for (const [name, { spec, style }] of Object.entries(scenes)) paint(name, spec, style);

function paint(name: string, spec: Spec, style: ArtStyle): void {
  const scene: SceneSpec = sceneSpec.parse(spec);
  const layers = illustrate(scene, { style, width: 960, height: 540, seed: 7, overscan: 0 });
  writeFileSync(join(folder, `${name}.jpg`), flatten(layers, { style }).toBuffer('image/jpeg', 86));
}
