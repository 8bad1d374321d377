import { describe, expect, it } from 'vitest';
import { storyRequest } from '../schema.ts';
import { composeStory } from './index.ts';
import { sequences, sharedPart } from './similarity.ts';

/** Wishes that lead to the same few shapes, at the ages where a story is short and the material small. */
const kin: Record<string, [wish: string, age: number][]> = {
  'fears of water': [
    ['a girl called Noor who is afraid of swimming', 4],
    ['an umbrella who is afraid of rain', 5],
    ['a little boat who is afraid of waves', 8],
    ['a cat who is afraid of water', 10],
  ],
  'fears of others': [
    ['I am scared of school', 4],
    ['a ghost who is afraid of people', 9],
    ['a monster who is afraid of children', 10],
  ],
  'fears at two': [
    ['a shy fox who is afraid of the dark', 2],
    ['a lamp who is afraid of the dark', 2],
    ['a prince who is afraid of horses', 2],
  ],
  'things lost': [
    ["a bear who can't find his scarf", 4],
    ['a unicorn who lost her horn', 4],
    ['a girl who lost her first tooth', 5],
  ],
  feelings: [
    ['a wolf who is lonely', 4],
    ['a giant who is lonely', 8],
    ['a boy who is angry with his friend', 9],
    ['being angry and not knowing why', 7],
  ],
  'a voice that is needed': [
    ['a digger who is too loud', 4],
    ["a mermaid who can't sleep", 5],
    ['a parrot who never stops talking', 5],
  ],
};

describe('stories of one kind', () => {
  it.each(Object.entries(kin))('share no more than a third of their four-word sequences: %s', (_kind, wishes) => {
    const alike: string[] = [];
    for (const seed of [3, 11]) {
      const told = wishes.map(([wish, age], i) => {
        const request = { ...storyRequest.parse({ wish, profile: { age } }), seed: seed * 1000 + i };
        const { story, plan } = composeStory(request);
        return { wish, shape: plan.shape.id, set: sequences(story.scenes.map((scene) => scene.text).join('\n\n')) };
      });
      for (const [i, a] of told.entries())
        for (const b of told.slice(i + 1)) {
          const share = sharedPart(a.set, b.set);
          if (share > 1 / 3)
            alike.push(`seed ${seed}: ${a.wish} (${a.shape}) | ${b.wish} (${b.shape}) ${share.toFixed(2)}`);
        }
    }
    expect(alike).toEqual([]);
  });
});
