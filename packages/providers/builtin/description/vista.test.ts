import { airs, threads, vistaSpec, vistaViews, worlds } from '@kinora/capabilities';
import type { VistaSpec } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { createBuiltinDescriber } from '../description.ts';
import { describeVista } from './vista.ts';

const vista: VistaSpec = vistaSpec.parse({
  world: 'ocean',
  view: 'approach',
  palette: { deep: '#06202e', sky: '#1c5a78', haze: '#9cc8cc', main: '#1f7f8c', accent: '#ff9a6a', light: '#fff0cc' },
  air: 'rain',
  energy: 0.5,
  thread: { kind: 'boat', progress: 0.4 },
  figures: [{ picture: 0, x: 0.5, ground: 0.9, size: 0.4 }],
  camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.1] },
  moment: 'The storm comes.',
});

describe('the describer of pictures for music', () => {
  test('says what is to be seen', async () => {
    const { altText, tags } = await createBuiltinDescriber().describe({ vista, language: 'en' });
    expect(altText).toBe(
      'A lighthouse on a rock sends its beam over a rough sea in the rain, in turquoise and orange; a small sailing boat and a figure.',
    );
    expect(tags).toEqual(['ocean', 'rain', 'boat', 'approach', 'cinematic']);
  });

  test('has other words for each world, view, air and thread, in both languages', () => {
    for (const language of ['en', 'ja'] as const) {
      const texts = [
        ...worlds.flatMap((world) => vistaViews.map((view) => ({ world, view }))),
        ...airs.filter((air) => air !== 'rain').map((air) => ({ air })),
        ...threads.filter((kind) => kind !== 'boat').map((kind) => ({ thread: { kind, progress: 0 } })),
      ].map((changes) => describeVista({ ...vista, ...changes }, language));
      expect(new Set(texts).size).toBe(texts.length);
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(250);
    }
  });
});
