import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { correctArticles, gerund, list, past, plural, singular } from './english.ts';
import { lengthen, shorten } from './split.ts';
import { startScene, tell, type Telling } from './telling.ts';
import { sentencesOf } from '../level.ts';

function telling(change: Partial<Telling> = {}): Telling {
  return {
    cast: {
      h: { name: 'Bram', kind: 'otter', pronoun: 'he', entrance: 'Bram the otter' },
      f: { name: 'Edda', kind: 'mole', pronoun: 'she', entrance: 'Edda the mole' },
      n: { kind: 'moth', pronoun: 'he', entrance: 'a moth' },
    },
    slots: { bun: 'plum bun', things: ['gate', 'pump'], t: { tool: 'two paws' }, x: { who: 'the old owl' } },
    band: '6-7',
    random: createRandom(1),
    used: new Set(),
    avoid: null,
    join: 1,
    mentions: {
      sentence: 0,
      paragraphStart: true,
      last: new Map(),
      pronounRun: 0,
      introduced: new Set(),
      present: new Set(),
    },
    ...change,
  };
}

describe('tell', () => {
  it.each([
    ['[h] sat. [h] ate.', 'Bram the otter sat. He ate.'],
    ['[h] sat.\n\n[h] ate.', 'Bram the otter sat.\n\nBram ate.'],
    ['[h] met [f]. [h] waved, and [f] waved.', 'Bram the otter met Edda the mole. He waved, and Edda waved.'],
    ['[h] met [n]. [h] bowed. [n] bowed.', 'Bram the otter met a moth. Bram bowed. The moth bowed.'],
    ['It was [h.p] bun. [h.p] bun was good.', "It was Bram the otter's bun. His bun was good."],
    ['[h] looked at [f.o]. “Hello,” said [f].', 'Bram the otter looked at Edda the mole. “Hello,” said Edda.'],
    [
      '[h] came. “Well?” said [h.n]. “Is it late?” [h.s] asked.',
      'Bram the otter came. “Well?” said Bram. “Is it late?” he asked.',
    ],
    ['[h] had a {bun}.', 'Bram the otter had a plum bun.'],
    ['[h] had a owl.', 'Bram the otter had an owl.'],
    ['{x.Who} came. “{x.who.cap},” said [h].', 'The old owl came. “The old owl,” said Bram the otter.'],
    ['[h] hid in [h.r]. It was [h.pp].', 'Bram the otter hid in himself. It was his.'],
    ['8+ Old.\n5- Young.\n6+ Middle.', 'Middle.'],
  ])('realises %j', (template, expected) => {
    const one = telling();
    startScene(one);
    expect(tell(template, one, 0)).toBe(expected);
  });

  it('splits at a joint when sentences are to be short', () => {
    expect(tell('[h] looked up ~and~ saw [f]. [h] sat ~but+~ it was wet.', telling({ join: 0 }), 0)).toBe(
      'Bram the otter looked up. He saw Edda the mole. He sat. But it was wet.',
    );
    expect(tell('[h] looked up ~and~ saw [f].', telling({ join: 1 }), 0)).toBe(
      'Bram the otter looked up and saw Edda the mole.',
    );
  });

  it('leaves out options that name something to avoid', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(tell('<a dog|a duck|a big dog>', telling({ avoid: /dog/, random: createRandom(seed) }), 0)).toBe('A duck');
  });

  it('leaves a mark that the checks find when a slot is missing', () => {
    expect(tell('[h] had {nothing.here}.', telling(), 0)).toContain('∅');
  });
});

describe('english', () => {
  it.each([
    ['see the sea', 'saw the sea'],
    ['be a pirate', 'was a pirate'],
    ['dig', 'dug'],
    ['fly to the moon', 'flew to the moon'],
    ['bake a cake', 'baked a cake'],
    ['swim', 'swam'],
    ['carry it', 'carried it'],
    ['win', 'won'],
    ['find a friend', 'found a friend'],
    ['ride a bike', 'rode a bike'],
    ['make friends', 'made friends'],
  ])('puts %j in the past', (base, expected) => {
    expect(past(base)).toBe(expected);
  });

  it.each([
    ['run home', 'running home'],
    ['bake', 'baking'],
    ['see the sea', 'seeing the sea'],
    ['fly', 'flying'],
    ['swim', 'swimming'],
  ])('makes %j go on', (base, expected) => {
    expect(gerund(base)).toBe(expected);
  });

  it.each([
    ['fox', 'foxes'],
    ['mouse', 'mice'],
    ['octopus', 'octopuses'],
    ['sheep', 'sheep'],
    ['fish', 'fish'],
    ['vacuum cleaner', 'vacuum cleaners'],
    ['wolf', 'wolves'],
    ['fairy', 'fairies'],
    ['bus', 'buses'],
  ])('knows many of %j', (one, many) => {
    expect(plural(one)).toBe(many);
    expect(singular(many.split(' ').at(-1) ?? '')).toBe(one.split(' ').at(-1));
  });

  it('uses an before a vowel by sound', () => {
    expect(correctArticles('A owl had a hour and an unicorn, an bun and a egg.')).toBe(
      'An owl had an hour and a unicorn, a bun and an egg.',
    );
  });

  it('lists with commas and and', () => {
    expect(list(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('sentence length', () => {
  it('is shortened at seams, and only there', () => {
    const text =
      'The fox looked at the lamp for a long time, and she thought about the moth that had come so far. Rain fell on the old gate all the long way down to the sea, but nobody in the house was awake to hear it.';
    const short = shorten(text, '4-5');
    expect(sentencesOf(short)).toHaveLength(4);
    expect(short).toContain('. She thought about');
    expect(short).toContain('. But nobody');
  });

  it('grows by joining two acts of one subject for older readers', () => {
    expect(
      lengthen('Edda put down the spoon. She went to the door. Bram laughed at it. He sat on the step.', '8-10'),
    ).toContain('Edda put down the spoon, and she went to the door.');
  });
});
