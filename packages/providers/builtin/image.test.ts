import { readPictureHeader } from '@kinora/capabilities';
import { imageContract, samplePng, sampleScene } from '@kinora/capabilities/testing';
import { expect, test } from 'vitest';
import { createIllustrator } from './image.ts';
import { guessScene } from './image-words.ts';

imageContract({
  name: 'illustrator',
  create: () => createIllustrator({ threads: 2 }),
  providerOptions: { kinora: { scene: sampleScene, style: 'watercolour' } },
});

test('recognises place, time, weather, characters and things in a prompt', () => {
  const scene = guessScene('A fox and two owls by a lantern in the woods, a snowy moonlit evening');
  expect(scene).toMatchObject({ setting: 'forest', timeOfDay: 'moonrise', weather: 'snow' });
  expect(scene.characters.map(({ species }) => species)).toEqual(['fox', 'owl']);
  expect(scene.props.map(({ kind }) => kind)).toEqual(['lantern']);
});

const vista = {
  world: 'ocean',
  view: 'establishing',
  palette: { deep: '#06202e', sky: '#1c5a78', haze: '#9cc8cc', main: '#1f7f8c', accent: '#ff9a6a', light: '#fff0cc' },
  energy: 0.5,
  thread: { kind: 'boat', progress: 0.4 },
  figures: [{ picture: 0, x: 0.5, ground: 0.9, size: 0.5 }],
  camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.1] },
  moment: 'The sea.',
};

test('draws a vista with the cut-outs that stand in it, and says which of them it cannot read', async () => {
  await using model = createIllustrator({ threads: 1 });
  const draw = (figures: unknown[]) =>
    model.doGenerate({
      prompt: 'x',
      n: 1,
      size: '128x72',
      aspectRatio: undefined,
      seed: 1,
      files: undefined,
      mask: undefined,
      providerOptions: { kinora: { vista, figures } as never },
    });
  const [alone, together] = await Promise.all([draw([]), draw([samplePng({ width: 40, height: 80 })])]);
  expect(alone.warnings).toEqual([]);
  expect(readPictureHeader(alone.images[0] as Uint8Array)).toMatchObject({ width: 128, height: 72 });
  expect(together.images[0]).not.toEqual(alone.images[0]);
  await expect(draw([new Uint8Array(40)])).rejects.toMatchObject({ code: 'request.invalid' });
  await expect(draw([samplePng().slice(0, 40)])).rejects.toMatchObject({ data: { field: 'figures' } });
});

test('names what is wrong with a scene or a style', async () => {
  await using model = createIllustrator();
  const call = (kinora: Record<string, never>) =>
    model.doGenerate({
      prompt: 'x',
      n: 1,
      size: '64x64',
      aspectRatio: undefined,
      seed: 1,
      files: undefined,
      mask: undefined,
      providerOptions: { kinora },
    });
  await expect(call({ scene: { setting: 'disco' } } as never)).rejects.toMatchObject({
    code: 'request.invalid',
    data: { field: 'scene.setting' },
  });
  await expect(call({ vista: { ...vista, energy: 7 } } as never)).rejects.toMatchObject({
    code: 'request.invalid',
    data: { field: 'vista.energy' },
  });
  await expect(call({ style: 'cubism' } as never)).rejects.toMatchObject({
    code: 'request.invalid',
    data: { field: 'style' },
  });
});
