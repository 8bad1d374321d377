import { describe, expect, it } from 'vitest';
import { kinds } from '../lexicon/kinds/index.ts';
import { readWish } from './read.ts';

describe('readWish', () => {
  it.each([
    ['a shy fox who is afraid of the dark', 'fox', { traits: ['shy', 'dark'] }],
    ['a penguin who wants to fly', 'penguin', { goal: { phrase: 'fly', kind: 'skill' } }],
    ['a bear who is looking for his blanket', 'bear', { lost: 'blanket' }],
    ["a dragon who can't cook", 'dragon', { cannot: 'cook' }],
    ["a funny story about a king who doesn't want to go to bed", 'king', { traits: ['awake'], tone: 'funny' }],
    [
      'Tell me a bedtime story about an axolotl who wants to be a pirate please',
      'axolotl',
      { goal: { phrase: 'be a pirate', kind: 'become' } },
    ],
    ['a digger who is too loud', 'digger', { traits: ['loud'] }],
    ['an otter who has a new baby sister and is a bit cross', 'otter', {}],
    ['a mole and a swift who are friends', 'mole', {}],
    ['a lift that wants to go sideways', 'lift', { goal: { phrase: 'go sideways', kind: 'journey' } }],
    ['🦊 🌙', 'fox', {}],
    ['a girl called Odile who mends clocks', 'girl', {}],
    ['I am scared of school', 'child', { afraidOf: 'school' }],
    ['a tuba who feels left out', 'tuba', {}],
    ['feeling left out', 'child', { traits: ['lonely'] }],
  ])('reads %j', (text, hero, expected) => {
    const wish = readWish(text);
    expect(wish.heroes[0]?.noun).toBe(hero);
    expect(wish).toMatchObject('traits' in expected ? {} : expected);
    expect(wish.traits).toEqual(expect.arrayContaining('traits' in expected ? expected.traits : []));
  });

  it('knows two heroes, names and states', () => {
    expect(readWish('a mole and a swift who want to visit each other').heroes.map((hero) => hero.noun)).toEqual([
      'mole',
      'swift',
    ]);
    expect(readWish('a girl called Odile who mends clocks').heroes[0]).toMatchObject({ name: 'Odile' });
    expect(readWish('an elephant who is too big for the bath').state?.past).toBe('was too big for the bath');
    expect(readWish('a tortoise who keeps forgetting').state?.past).toBe('kept forgetting');
  });
});

describe('the lexicon', () => {
  it('has a hundred kinds, each with something true that makes trouble', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(100);
    for (const { id, truths, places } of kinds) {
      expect({ id, truths: truths.length > 0, places: places.length > 0 }).toEqual({ id, truths: true, places: true });
      for (const { lore, cost } of truths)
        expect([id, /[.!?]$/.test(lore), cost.includes('[h')]).toEqual([id, true, cost.includes('[h')]);
    }
  });
});
