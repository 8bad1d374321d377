import { KinoraError } from '@kinora/capabilities';
import type { SceneSpec } from '@kinora/capabilities';
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
