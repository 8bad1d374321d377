import type { StoryEvent, StoryScene } from '@kinora/studios/story/schema';
import { describe, expect, test } from 'vitest';
import { headlineOf, stepsOf } from './making-words.ts';
import { advance, emptyProgress, readyPages } from './story-progress.ts';

const asset = (name: string) => ({ asset: name, mediaType: 'image/png', bytes: 1 });
const scene = (id: string, text: string): StoryScene => ({
  id,
  text,
  altText: `Picture of ${text}`,
  picture: asset(`picture of ${text}`),
  pictureSeed: 1,
  audio: asset(`voice of ${text}`),
  duration: 3,
  words: [],
});
const texts = [
  { id: 'a', text: 'One.' },
  { id: 'b', text: 'Two.' },
  { id: 'c', text: 'Three.' },
];
const begun: StoryEvent[] = [
  { type: 'story-start', scenes: 3, seconds: 0 },
  { type: 'story-written', title: 'Fen', texts, seconds: 0.3 },
];
const after = (...events: StoryEvent[]) => events.reduce(advance, emptyProgress);

describe('a story that is being made', () => {
  test('has its words first, then pictures, then whole pages', () => {
    const written = after(...begun);
    expect(written.title).toBe('Fen');
    expect(written.pages.map((page) => page.text)).toEqual(['One.', 'Two.', 'Three.']);
    expect(headlineOf(written)).toBe('The words are here');

    const painted = advance(written, {
      type: 'scene-picture',
      scene: 'a',
      index: 0,
      picture: asset('x'),
      altText: 'A fox',
      seconds: 1,
    });
    expect(painted.pages[0]).toMatchObject({ picture: { asset: 'x' }, altText: 'A fox' });
    expect(readyPages(painted)).toBe(0);

    const ready = advance(painted, { type: 'scene-end', scene: 'a', index: 0, page: scene('a', 'One.'), seconds: 1.4 });
    expect(readyPages(ready)).toBe(1);
    expect(headlineOf(ready)).toBe('One page is ready');
    expect(ready.seconds).toEqual({ written: 0.3, first: 1.4, latest: 1.4 });
  });

  test('counts pages as ready only up to the first gap', () => {
    const gap = after(...begun, { type: 'scene-end', scene: 'b', index: 1, page: scene('b', 'Two.'), seconds: 2 });
    expect(readyPages(gap)).toBe(0);
  });

  test('comes page by page while a model writes, and keeps what was painted when the whole is there', () => {
    const write = (id: string, index: number, text: string): StoryEvent => ({
      type: 'scene-written',
      scene: id,
      index,
      title: 'Fen',
      text,
      seconds: 1 + index,
    });
    const first = after({ type: 'story-start', scenes: 3, seconds: 0.9 }, write('a', 0, 'One.'));
    expect(first).toMatchObject({ title: 'Fen', expected: 3, pages: [{ id: 'a', text: 'One.', isBusy: true }] });
    expect(headlineOf(first)).toBe('The first words are here');
    expect(stepsOf(first).slice(0, 3)).toMatchObject([
      { words: 'Writing the story', state: 'now', fact: '1 of 3' },
      { words: 'Every word checked', state: 'next' },
      { words: 'Painting', state: 'now', fact: '0 of 3' },
    ]);

    const second = [
      { type: 'scene-end' as const, scene: 'a', index: 0, page: scene('a', 'One.'), seconds: 2 },
      write('b', 1, 'Two.'),
    ].reduce(advance, first);
    expect(second.pages.map(({ id, isBusy }) => [id, isBusy])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(headlineOf(second)).toBe('One page is ready');

    const whole = advance(second, { type: 'story-written', title: 'Fen’s lantern', texts, seconds: 4 });
    expect(whole.pages.map(({ id, scene: page }) => [id, page !== undefined])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ]);
    expect(stepsOf(whole)[0]).toMatchObject({ words: 'Story written', state: 'done', fact: '4.0 s' });
  });

  test('says what it does with numbers that were measured', () => {
    const steps = stepsOf(
      after(...begun, { type: 'scene-end', scene: 'a', index: 0, page: scene('a', 'One.'), seconds: 1.4 }),
    );
    expect(steps[0]).toMatchObject({ words: 'Story written', state: 'done', fact: '0.3 s' });
    expect(steps[2]).toMatchObject({ words: 'Painting', state: 'now', fact: '1 of 3' });
    expect(steps.at(-1)).toMatchObject({ words: 'Film and books', state: 'next' });
  });
});

describe('an edit of one page', () => {
  const made = after(
    ...begun,
    ...texts.map(({ id, text }, index): StoryEvent => ({
      type: 'scene-end',
      scene: id,
      index,
      page: scene(id, text),
      seconds: 2,
    })),
    { type: 'story-end', reuse: { computed: 9, reused: 0 }, seconds: 3 },
  );
  const changed = [
    { type: 'story-start', scenes: 3, seconds: 0 },
    {
      type: 'story-written',
      title: 'Fen',
      texts: texts.map(({ id, text }) => ({ id, text: id === 'b' ? 'Two moons.' : text })),
      seconds: 0.1,
    },
  ] satisfies StoryEvent[];

  test('shows the new words and the old picture at once, and keeps the other pages whole', () => {
    const progress = changed.reduce(advance, made);
    expect(progress.pages[1]).toMatchObject({ text: 'Two moons.', picture: { asset: 'picture of Two.' } });
    expect(progress.pages[1]?.scene).toBeUndefined();
    expect(progress.pages[0]?.scene?.audio.asset).toBe('voice of One.');
    expect(progress.pages[2]?.scene?.audio.asset).toBe('voice of Three.');
  });
});
