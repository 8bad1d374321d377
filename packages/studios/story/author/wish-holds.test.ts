import { describe, expect, it } from 'vitest';
import { storyRequest } from '../schema.ts';
import { composeStory } from './index.ts';

type Held = [wish: string, age: number, key: RegExp, shapes: RegExp];

const fear = /^(?:feared|feared-steps|feared-small|two-troubles-small)$/;
const feeling = /^(?:felt|felt-small|place-made)$/;
const lonely = /^(?:felt|two-homes|slow-visit)$/;
const want =
  /^(?:wanted|becoming|becoming-small|arrive|arrive-small|own-way-small|teach|not-hurried-small|befriended|plot-(?:fly|race|see)(?:-small)?)$/;
const love = /^(?:loved|loved-small)$/;
const lost = /^(?:had-all-along|had-all-along-small)$/;
const first = /^(?:first-time|first-time-small)$/;
const sibling = /^(?:place-made|sibling-small)$/;
const kept = /^(?:kept|kept-small|made-for|made-for-small)$/;

/** Wishes of the commonest kinds, the word that their story is about, and the shapes that can be about it. */
const wishes: Held[] = [
  ['a shy fox who is afraid of the dark', 5, /\bdark/i, fear],
  ['an owl who is afraid of the dark', 3, /\bdark/i, fear],
  ['a boy who is scared of thunder', 6, /\bthunder/i, fear],
  ['a cat who is afraid of water', 4, /\bwater/i, fear],
  ['a lion who is scared of mice', 7, /\bmouse|\bmice/i, fear],
  ['a bat who is afraid of heights', 8, /\bheights|\bhigh|\bup\b/i, fear],
  ['a girl called Noor who is afraid of swimming', 5, /\bsw[iau]m/i, fear],
  ['a prince who is afraid of horses', 6, /\bhorse/i, fear],
  ['a rabbit who is scared of the dentist', 5, /\bdentist/i, fear],
  ['a puppy who is afraid of the vacuum cleaner', 4, /\bvacuum/i, fear],
  ['a bear who is afraid of bees', 2, /\bbee/i, fear],
  ['a girl who is afraid of monsters under the bed', 4, /\bmonster/i, fear],
  ['a little boat who is afraid of waves', 9, /\bwave/i, fear],
  ['a mouse who is afraid of being alone', 5, /\balone|\bby (?:him|her)self/i, feeling],
  ['a hedgehog who is very shy', 5, /\bshy|\bhello/i, feeling],
  ['a robot who is shy', 3, /\bshy|\bhello/i, feeling],
  ['a wolf who is lonely', 6, /\blonely|\balone|\bnobody|\bone\b/i, lonely],
  ['a giant who is lonely', 8, /\blonely|\balone|\bnobody|\bone\b/i, lonely],
  ['a toaster who is jealous of the oven', 7, /\boven/i, feeling],
  ['a badger who is angry', 4, /\bangry|\banger|\bcross/i, feeling],
  ['a boy who is angry with his friend', 5, /\bangry|\banger|\bcross/i, feeling],
  ['a penguin who wants to fly', 5, /\bfl(?:y|ies|ew|own|ight)/i, want],
  ['a mouse who wants to see the sea', 4, /\bsea\b/i, want],
  ['a dragon who wants to learn to swim', 6, /\bsw[iau]m/i, want],
  ['a horse who wants to dance', 3, /\bdanc/i, want],
  ['a snail who wants to win a race', 7, /\brace/i, want],
  ['an axolotl who wants to be a pirate', 8, /\bpirate/i, want],
  ['a pig who loves puddles', 4, /\bpuddle/i, love],
  ['a girl who loves trains', 6, /\btrain/i, love],
  ['a bear who loves honey', 2, /\bhoney/i, love],
  ["a bear who can't find his scarf", 5, /\bscarf/i, lost],
  ['a girl who lost her red mitten', 4, /\bmitten/i, lost],
  ['a kangaroo who lost her blanket', 3, /\bblanket/i, lost],
  ['my teddy is lost', 6, /\bteddy/i, lost],
  ['a rabbit who gets a new baby brother', 4, /\bbaby|\bbrother/i, sibling],
  ['an otter with a new baby sister', 3, /\bbaby|\bsister/i, sibling],
  ['a puppy on his first day at school', 5, /\bschool/i, first],
  ['a fox on her first day at kindergarten', 3, /\bkindergarten/i, first],
  ['a gnome who moves house', 6, /\bhouse|\bhome/i, first],
  ['a mouse family moving to a new house', 4, /\bhouse|\bhome/i, first],
  ['two penguins and an egg', 5, /\begg/i, kept],
  ['a cat and a dog who find a nest', 6, /\bnest/i, kept],
  ['two bears and a boat', 3, /\bboat/i, kept],
];

const stories = wishes.flatMap(([wish, age, key, shapes]) =>
  [1, 2].map((seed) => {
    const { story, plan } = composeStory({ ...storyRequest.parse({ wish, profile: { age } }), seed });
    return { wish: `${wish} (age ${age}, seed ${seed})`, key, shapes, story, plan };
  }),
);

describe('the wish is the plot', () => {
  it('speaks of what the wish is about on the first page, in the middle, and at the end', () => {
    const missed = stories.flatMap(({ wish, key, story }) => {
      const pages = story.scenes.map((scene) => scene.text);
      const parts = { first: pages[0], middle: pages.slice(1, -1).join(' '), end: pages.slice(-2).join(' ') };
      return Object.entries(parts).flatMap(([part, text]) => (key.test(text ?? '') ? [] : [`${wish}: ${part}`]));
    });
    expect(missed).toEqual([]);
  });

  it('chooses only shapes that can be about it', () => {
    const unfit = stories.flatMap(({ wish, shapes, plan }) =>
      shapes.test(plan.shape.id) ? [] : [`${wish}: ${plan.shape.id}`],
    );
    expect(unfit).toEqual([]);
  });

  it('keeps every hero to the last page, and makes a friend of no thing', () => {
    const missed = stories.flatMap(({ wish, story, plan }) => {
      const heroes = [plan.cast['h'], ...(plan.wish.heroes.length > 1 ? [plan.cast['f']] : [])];
      const pages = story.scenes.map((scene) => scene.text);
      const parts = { first: pages[0], middle: pages.slice(1, -1).join(' '), end: pages.at(-1) };
      return heroes.flatMap((hero) => [
        ...(/^(?:egg|nest|boat)$/.test(hero?.noun ?? '') && plan.wish.heroes.length > 1 ? [`${wish}: a thing`] : []),
        ...Object.entries(parts).flatMap(([part, text]) =>
          text?.includes(hero?.character.name ?? hero?.noun ?? '') ? [] : [`${wish}: ${hero?.noun} ${part}`],
        ),
      ]);
    });
    expect(missed).toEqual([]);
    const pairs = stories.filter(({ wish }) => /^two |^a cat and a dog/.test(wish));
    expect(pairs.map(({ plan }) => plan.wish.heroes.length)).toEqual(pairs.map(() => 2));
  });
});
