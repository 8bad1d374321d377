import { describe, expect, it } from 'vitest';
import { composeStory } from '../index.ts';
import { storyRequest } from '../../schema.ts';
import { readAim } from './aim.ts';
import { readWish } from './read.ts';

describe('what the heroes of a wish do', () => {
  it.each([
    ['two snails who race to the garden gate', 2, { kind: 'race', to: 'the garden gate' }],
    ['a tortoise who races a hare', 2, { kind: 'race', to: 'the gate' }],
    [
      'a girl called ines who builds a boat for the moon',
      1,
      { kind: 'make', verb: 'build', thing: 'boat', article: 'a', whom: 'the moon' },
    ],
    [
      'a dragon who knits socks for the whole village',
      1,
      { kind: 'make', verb: 'knit', thing: 'basket of socks', article: 'a', whom: 'the whole village' },
    ],
    ['a mole waiting for his birthday', 1, { kind: 'wait', what: 'his birthday' }],
    ['a bear who wants to make friends', 1, null],
    ['a snail who wants to win a race', 1, null],
  ] as const)('is read from “%s”', (wish, heroes, aim) => {
    expect(readAim(wish, heroes)).toEqual(aim);
  });

  it('takes two of a kind for two heroes, and the one who is raced for the second', () => {
    expect(readWish('two snails who race to the garden gate').heroes.map((hero) => hero.noun)).toEqual([
      'snail',
      'snail',
    ]);
    expect(readWish('a tortoise who races a hare').heroes.map((hero) => hero.noun)).toEqual(['tortoise', 'hare']);
  });

  it('calls a bitch a dog', () => {
    expect(readWish('a bitch called Bella').heroes[0]).toMatchObject({ noun: 'dog', name: 'Bella' });
  });

  it.each([3, 5, 8])('is the plot of the story, with both heroes in every picture, at age %i', (age) => {
    const asked = {
      ...storyRequest.parse({ wish: 'two snails who race to the garden gate', profile: { age } }),
      seed: 3,
    };
    const { story, plan } = composeStory(asked);
    const text = story.scenes.map((scene) => scene.text).join('\n');
    expect(text).toMatch(/garden gate/);
    expect(text).toMatch(/race/);
    for (const id of ['h', 'f']) expect(text).toContain(plan.cast[id]?.character.name);
    expect(plan.cast['h']?.character.name).not.toBe(plan.cast['f']?.character.name);
    for (const scene of story.scenes)
      expect(scene.spec.characters.filter((character) => character.kind === 'snail')).toHaveLength(2);
  });
});
