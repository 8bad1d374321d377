import { poses, propKinds, settings, species, timesOfDay, weathers } from '@kinora/capabilities';
import type { CharacterSpec, SceneSpec } from '@kinora/capabilities';
import { describerContract, sampleScene } from '@kinora/capabilities/testing';
import { describe, expect, test } from 'vitest';
import { createBuiltinDescriber } from './description.ts';

describerContract({ name: 'builtin/describer', create: createBuiltinDescriber, sees: 'scene' });

const [fox] = sampleScene.characters;
if (!fox) throw new Error('The sample scene has a fox.');

async function describeScene(changes: Partial<SceneSpec>, language: 'en' | 'ja' = 'en'): Promise<string> {
  const { altText } = await createBuiltinDescriber().describe({ scene: { ...sampleScene, ...changes }, language });
  return altText;
}

const withHero = (changes: Partial<CharacterSpec>) => ({ characters: [{ ...fox, ...changes }] });

describe('the built-in describer', () => {
  test.each<[string, Partial<SceneSpec>]>([
    ['Sorrel the fox in a scarf sits shyly in a forest, at dusk; a lit lantern.', {}],
    [
      'Mia waves laughing holding a balloon in a meadow, by day; two apples and a teddy.',
      {
        ...withHero({ species: 'child', name: 'Mia', pose: 'wave', expression: 'laughing', holds: 'balloon' }),
        setting: 'meadow',
        timeOfDay: 'day',
        props: [
          { kind: 'apple', x: 0.5, ground: 0.6 },
          { kind: 'apple', x: 0.6, ground: 0.6 },
          { kind: 'teddy', x: 0.9, ground: 0.9 },
        ],
      },
    ],
    [
      'An axolotl swims under water, by day.',
      {
        ...withHero({
          species: 'fish',
          name: undefined,
          kind: 'axolotl',
          pose: 'swim',
          expression: 'calm',
          clothes: [],
        }),
        setting: 'underwater',
        timeOfDay: 'day',
        props: [],
      },
    ],
  ])('says %s', async (expected, changes) => {
    expect(await describeScene(changes)).toBe(expected);
  });

  test('is short and clean for every word of a scene', async () => {
    const texts: string[] = [];
    for (const [index, kind] of species.entries()) {
      for (const language of ['en', 'ja'] as const) {
        const hero = { ...fox, species: kind, name: index % 2 ? 'Pip' : undefined, prop: propKinds[index] };
        const crowd = Array.from({ length: index % 6 }, (_, other) => ({ ...hero, id: `${other}` }));
        const scene = {
          characters: [{ ...hero, pose: poses[index % poses.length] ?? 'sit' }, ...crowd].slice(0, 6),
          setting: settings[index % settings.length] ?? 'forest',
          timeOfDay: timesOfDay[index % timesOfDay.length] ?? 'night',
          weather: weathers[index % weathers.length] ?? 'clear',
          props: propKinds.slice(index, index + 3).map((prop) => ({ kind: prop, x: 0.5, ground: 0.7 })),
        };
        texts.push(await describeScene(scene, language));
      }
    }
    expect(texts.filter((text) => text.length > 250 || /undefined|\s\s|\s[,.;]|,\s*,|grown up/.test(text))).toEqual([]);
  });

  test('shortens what would be too long', async () => {
    const name = 'Bartholomew Maximilian Octavius the Third of Umbrella Hill';
    const characters = Array.from({ length: 6 }, (_, index) => ({ ...fox, id: `${index}`, name }));
    const text = await describeScene({ characters });
    expect(text.length).toBeLessThanOrEqual(250);
    expect(text).toMatch(/^Bartholomew.*at dusk\.$/);
  });

  test('names nothing that is not in the scene', async () => {
    const text = await describeScene({ characters: [], props: [] });
    expect(text).toBe('A forest, at dusk.');
  });

  test('tells it in Japanese', async () => {
    expect(await describeScene({}, 'ja')).toBe(
      '夕暮れ、森で、きつねのSorrelがはずかしそうにすわっている。そばに明かりのついたランタン。',
    );
  });
});
