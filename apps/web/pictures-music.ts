/**
 * Paints the pictures of the Music video page: one in each world, and one and the same in each finish. They come from the
 * built-in illustrator, so that they promise nothing it doesn't keep. Run it when the worlds have changed:
 * `node apps/web/pictures-music.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finishes, vistaSpec, worlds } from '@kinora/capabilities';
import type { World } from '@kinora/capabilities';
import { drawVista, flattenVista } from '@kinora/media/drawing';
import type { z } from 'zod';

type Spec = z.input<typeof vistaSpec>;

const folder = join(import.meta.dirname, 'public/pictures');

/** Colours from dark to bright: deep, sky, haze, main, accent, light; then what is in the air and what leads through. */
const looks: Record<World, [colours: string, air: Spec['air'], thread: Spec['thread']['kind'], view: Spec['view']]> = {
  'neon-city': ['#0b0a20 #241a4e #5a3a86 #2b2a5e #f0468c #7fe7ff', 'rain', 'road', 'within'],
  cosmos: ['#05060f #141a3c #43356e #2a2f66 #e08a5a #fff0c9', 'stars', 'comet', 'establishing'],
  ocean: ['#04202e #0f5a72 #7fc4c0 #1c7f8e #f4a76a #fff3d0', 'clear', 'boat', 'establishing'],
  'desert-road': ['#2a1020 #d9764a #f2b27a #a8452f #5a3a6e #ffe7a8', 'dust', 'road', 'establishing'],
  geometry: ['#101426 #1f3a5f #8ab0c8 #d95d39 #f2c14e #fdf6e3', 'clear', 'light', 'within'],
  'liquid-light': ['#12061f #3a1a5e #8a3f9c #d8466f #3fb8c4 #ffe0a8', 'embers', 'light', 'within'],
  'dream-garden': ['#102018 #2c4a5e #8fa8b8 #3f7a52 #e59ab8 #fff2d8', 'petals', 'lantern', 'within'],
  'film-noir': ['#08080a #1c1d22 #6f7178 #33353b #b8b2a2 #f4efe2', 'mist', 'traveller', 'approach'],
  'mountain-dawn': ['#1a2036 #6f7fb0 #f0c0a0 #46557e #e0785a #fff1c8', 'mist', 'bird', 'establishing'],
  'paper-theatre': ['#2a1a2e #4a6a8e #c8d4d8 #b8503c #e8b04a #fff4dc', 'clear', 'balloon', 'establishing'],
};

mkdirSync(folder, { recursive: true });
for (const world of worlds) paint(`world-${world}`, world, {});
paint('song', 'neon-city', {}, 960);
for (const finish of finishes) paint(`finish-${finish}`, 'mountain-dawn', { finish });

function paint(name: string, world: World, more: Partial<Spec>, width = 512): void {
  const [colours, air, kind, view] = looks[world];
  const [deep = '', sky = '', haze = '', main = '', accent = '', light = ''] = colours.split(' ');
  const vista = vistaSpec.parse({
    world,
    view,
    palette: { deep, sky, haze, main, accent, light },
    air,
    energy: 0.72,
    thread: { kind, progress: 0.45 },
    camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1] },
    moment: 'A place in this world.',
    ...more,
  } satisfies Spec);
  const layers = drawVista(vista, { width, height: (width * 9) / 16, seed: 11, overscan: 0 });
  writeFileSync(join(folder, `${name}.jpg`), flattenVista(layers, { seconds: 1 }).toBuffer('image/jpeg', 84));
}
