import { KinoraError, vistaSpec } from '@kinora/capabilities';
import type { Audience, SceneSpec, VistaSpec } from '@kinora/capabilities';
import { moderatorContract, samplePng, sampleScene } from '@kinora/capabilities/testing';
import { describe, expect, test } from 'vitest';
import { createBuiltinGuard, judgeScene } from './index.ts';

moderatorContract({ name: 'builtin/guard', create: createBuiltinGuard, judgesPictures: 'scene' });

describe('the built-in guard on pictures', () => {
  const judge = (image: Uint8Array, scene: SceneSpec | undefined = sampleScene) =>
    createBuiltinGuard().moderate(
      { kind: 'image', image, mediaType: 'image/png', ...(scene && { scene }) },
      { audience: { kind: 'child', age: 4 } },
    );
  const child = { kind: 'child', age: 4 } as const;
  const withHero = (changes: Partial<SceneSpec['characters'][number]>): SceneSpec => ({
    ...sampleScene,
    characters: sampleScene.characters.map((character) => ({ ...character, ...changes })),
  });

  test('says that it cannot see, so that another guard may', async () => {
    const refusal = await createBuiltinGuard()
      .moderate({ kind: 'image', image: samplePng(), mediaType: 'image/png' }, { audience: child })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(KinoraError);
    expect(refusal).toMatchObject({ data: { cannotJudge: true } });
  });

  test('judges a picture for music by its sentence, and leaves pictures of people in it to a guard that sees', async () => {
    const vista = vistaSpec.parse({
      world: 'ocean',
      view: 'summit',
      palette: {
        deep: '#06202e',
        sky: '#1c5a78',
        haze: '#9cc8cc',
        main: '#1f7f8c',
        accent: '#ff9a6a',
        light: '#fff0cc',
      },
      energy: 0.5,
      thread: { kind: 'boat', progress: 0.4 },
      camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.1] },
      moment: 'A wave towers over everything.',
    });
    const look = (changes: Partial<VistaSpec>, audience: Audience) =>
      createBuiltinGuard().moderate(
        { kind: 'image', image: samplePng(), mediaType: 'image/png', vista: { ...vista, ...changes } },
        { audience },
      );
    expect(await look({}, child)).toMatchObject({ verdict: 'allow' });
    expect((await look({ moment: 'The knight stabs the king.' }, child)).verdict).toBe('block');
    const figures = [{ picture: 0, x: 0.5, ground: 0.9, size: 0.4, depth: 0.2, mirrored: false }];
    await expect(look({ figures }, child)).rejects.toMatchObject({ data: { cannotJudge: true } });
    expect(await look({ figures }, { kind: 'adult' })).toMatchObject({ verdict: 'allow' });
  });

  test.each([
    ['no picture', new TextEncoder().encode('<svg></svg>')],
    ['a header without pixels', samplePng().slice(0, 60)],
    ['too small', samplePng({ width: 8, height: 8 })],
  ])('refuses bytes that are %s', async (_name, image) => {
    await expect(judge(image)).rejects.toMatchObject({ code: 'asset.broken' });
  });

  test('refuses a huge picture before it is decoded', async () => {
    const image = samplePng();
    new DataView(image.buffer).setUint32(16, 16_000);
    new DataView(image.buffer).setUint32(20, 16_000);
    await expect(judge(image)).rejects.toThrow('16000 × 16000');
  });

  test('refuses a picture that is not what it says', async () => {
    const image = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 90, 0, 160, 3]);
    await expect(judge(image)).rejects.toThrow('image/jpeg, not image/png');
  });

  test('reads every word of the scene', () => {
    expect(judgeScene({ ...sampleScene, moment: 'The knight stabs the king.' }, child).verdict).toBe('block');
    expect(judgeScene(withHero({ name: 'Pikachu' }), child).verdict).toBe('soften');
    expect(judgeScene(withHero({ name: 'Taylor Swift' }), child).verdict).toBe('block');
    expect(judgeScene(withHero({ kind: 'naked woman' }), child).verdict).not.toBe('allow');
    expect(judgeScene(withHero({ name: 'Sorrel' }), child)).toEqual({ verdict: 'allow', categories: {}, spans: [] });
  });

  test('sees a child alone where it is dangerous', () => {
    const alone = { ...withHero({ species: 'child', pose: 'jump' }), setting: 'rooftops' as const };
    expect(judgeScene(alone, child)).toMatchObject({ verdict: 'soften', categories: { 'unsafe-to-imitate': 3 } });
    const [hero] = alone.characters;
    if (!hero) throw new Error('The sample scene has a hero.');
    const together = { ...alone, characters: [hero, { ...hero, id: 'gran', species: 'grown-up' as const }] };
    expect(judgeScene(together, child).verdict).toBe('allow');
  });
});
