import { imageContract, sampleScene } from '@kinora/capabilities/testing';
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
  await expect(call({ style: 'cubism' } as never)).rejects.toMatchObject({
    code: 'request.invalid',
    data: { field: 'style' },
  });
});
