import { expect, test } from 'vitest';
import { planChapters, writePosting } from './index.ts';
import { itemIn } from './testing/items.ts';
import { perform } from './testing/sample.ts';
import type { Line } from './testing/sample.ts';

const about = (words: readonly string[], count: number): Line[] =>
  Array.from({ length: count }, (_, at) => ({
    text: `${words[at % words.length]}と${words[(at + 1) % words.length]}について、もう少し詳しく話していきます。`,
  }));
const topics = [
  ['料理', '卵焼き', '唐揚げ', '味噌汁'],
  ['映画', '監督', '俳優', '字幕'],
  ['電車', '新幹線', '駅弁', '切符'],
  ['ゲーム', 'ボス', '装備', '地図'],
];
const lines = topics.flatMap((words, at) => {
  const [first, ...rest] = about(words, 20);
  return [{ ...first!, after: at === 0 ? 0.3 : 1.2 }, ...rest];
});
const made = perform(lines);

test('chapters begin where the topic changes and are named after it', () => {
  const chapters = planChapters({ ...made, items: [] });
  const changes = [0, 20, 40, 60].map((at) => made.transcript.cues[at]!.start);
  expect(chapters).toHaveLength(4);
  for (const [at, { start, title }] of chapters.entries()) {
    expect(Math.abs(start - (at === 0 ? 0 : changes[at]!))).toBeLessThan(8);
    expect(topics[at]!.some((word) => title.ja.includes(word) && title.en.includes(word))).toBe(true);
  }
});

test('chapters are named after what they teach', () => {
  const items = [itemIn(made.transcript, '駅弁', { kind: 'culture', gloss: 'a boxed lunch sold at stations' })];
  const chapters = planChapters({ ...made, items });
  expect(chapters[2]!.title.ja).toContain('「駅弁」');
  expect(chapters[2]!.title.en).toContain('駅弁');
});

test('a phrase of transition and a pause are enough in uniform talk', () => {
  const uniform = Array.from({ length: 60 }, (_, at): Line =>
    at === 20 || at === 40
      ? { text: 'さて、次は別の話です。', after: 3 }
      : { text: 'そうだよね、いいと思うよ、うん、そうそう。' },
  );
  const talk = perform(uniform);
  const starts = planChapters({ ...talk, items: [] }).map(({ start }) => start);
  expect(starts).toContain(talk.transcript.cues[20]!.start);
  expect(starts).toContain(talk.transcript.cues[40]!.start);
});

test('a recording of less than half a minute has none', () => {
  const { transcript } = perform(lines.slice(0, 4));
  expect(planChapters({ transcript, items: [] })).toEqual([]);
});

test('the description lists them as YouTube reads them', () => {
  const chapters = planChapters({ ...made, items: [] });
  const { description } = writePosting({
    title: '雑談',
    items: [],
    cut: { keeps: [{ start: 0, end: made.seconds }], chapters },
    introSeconds: 3,
  });
  const stamps = [...description.ja.matchAll(/^(\d+):(\d\d) /gm)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  expect(stamps).toHaveLength(4);
  expect(stamps[0]).toBe(0);
  expect(stamps[1]).toBe(Math.floor(chapters[1]!.start + 3));
});
