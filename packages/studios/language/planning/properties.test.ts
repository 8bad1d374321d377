import { describe, expect, test } from 'vitest';
import { cutPlan, posting, shortPlan } from '../lesson/plan.ts';
import type { Span } from '../lesson/plan.ts';
import { isFiller } from './fillers.ts';
import {
  countFor,
  cutSeconds,
  findEditPoints,
  fitsPost,
  planCut,
  planShorts,
  postLimits,
  shortLength,
  tagsLength,
  toCutTime,
  writePosting,
  writePosts,
} from './index.ts';
import { chance, itemIn } from './testing/items.ts';
import { perform } from './testing/sample.ts';
import type { Line } from './testing/sample.ts';

const phrases = [
  '今日は|新しい|ゲームを|やって|いきます。',
  'これは|本当に|エモい|場面だと|思う。',
  'コメントで|草と|言われた。',
  'えーと、|次は|どこへ|行こうか？',
  '推しが|今日も|尊い！',
  'um, |I |think |we |should |give |it |a |try.',
  "Let's |figure |this |out |together!",
  'うーん',
  '今のカットして',
  'save that',
  'さて、|ここからは|料理の|話です。',
  'お弁当に|卵焼きを|入れました。',
  'okay so |next |topic.',
];
const forms = ['エモい', '草', '推し', '尊い', 'figure', 'お弁当', '卵焼き'];

/** A random talk, with its items. */
function talk(seed: number) {
  const random = chance(seed);
  const lines = Array.from({ length: 30 + Math.floor(random() * 60) }, (): Line => {
    const text = phrases[Math.floor(random() * phrases.length)]!;
    return {
      text,
      after: random() < 0.2 ? random() * 6 : random() * 0.5,
      pace: 4 + random() * 6,
      isTimed: text.includes('|') && random() < 0.7,
      loudness: random() < 0.05 ? -10 : -18 - random() * 6,
      ...(random() < 0.08 ? { laughter: 0.5 + random() * 2 } : {}),
    };
  });
  const made = perform(lines, { background: random() < 0.5 ? -60 : -30, music: random() < 0.4 });
  const items = forms
    .filter((form) => made.transcript.sentences.some(({ text }) => text.includes(form)))
    .map((form) => itemIn(made.transcript, form, { language: /[a-z]/.test(form) ? 'en' : 'ja' }));
  const sound = random() < 0.25 ? null : made.sound;
  return { ...made, sound, items };
}

const seeds = Array.from({ length: 16 }, (_, at) => at + 1);

/** Timed words that a kept stretch begins or ends within, but for fillers. */
function brokenWords(source: ReturnType<typeof talk>, keeps: readonly Span[]): string[] {
  const edges = keeps.flatMap(({ start, end }) => [start, end]);
  return source.transcript.cues.flatMap(({ words = [] }) =>
    words
      .filter(({ text }) => !isFiller(text))
      .filter(({ start, end }) => edges.some((edge) => edge > start + 0.002 && edge < end - 0.002))
      .map(({ text, start }) => `${text} at ${start}`),
  );
}

function expectApart(spans: readonly Span[], within: Span): void {
  let last = within.start;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(within.end);
}

describe.each(seeds)('talk %i', (seed) => {
  const source = talk(seed);
  const points = findEditPoints(source);

  test('has its edit points in order within the recording, each with its own id', () => {
    for (const { start, end, strength } of points) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(source.seconds);
      expect(strength).toBeGreaterThanOrEqual(0);
      expect(strength).toBeLessThanOrEqual(1);
    }
    expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
  });

  test.each([null, 60, 25])('is cut to %s seconds without breaking a word', (targetSeconds) => {
    const cut = planCut({ ...source, points, targetSeconds, title: '雑談' });
    expect(cutPlan.parse(cut)).toEqual(cut);
    expectApart(cut.keeps, { start: 0, end: source.seconds });
    expect(brokenWords(source, cut.keeps)).toEqual([]);
    expect(cutSeconds(cut.keeps)).toBeLessThanOrEqual((targetSeconds ?? source.seconds) + 0.01);
    const times = cut.cards.map(({ start, seconds }) => ({ from: toCutTime(cut.keeps, start), seconds }));
    for (const [at, { from, seconds }] of times.entries()) {
      expect(seconds).toBeGreaterThanOrEqual(3);
      const before = times[at - 1] ?? { from: -1, seconds: 0 };
      expect(from).toBeGreaterThan(before.from + before.seconds);
      expect(times.filter((other) => other.from >= from && other.from < from + 60).length).toBeLessThanOrEqual(4);
    }
    const chapters = cut.chapters.map(({ start }) => toCutTime(cut.keeps, start));
    // Three at least, or none; the first at the beginning, each ten seconds at least.
    expect(chapters.length === 0 || chapters.length >= 3).toBe(true);
    expect(chapters[0] ?? 0).toBe(0);
    const lengths = [...chapters, cutSeconds(cut.keeps)].slice(1).map((time, at) => time - chapters[at]!);
    expect(Math.min(10, ...(chapters.length > 0 ? lengths : []))).toBeGreaterThanOrEqual(9.99);
  });

  test('has Shorts within their length, apart, without broken words', () => {
    const shorts = planShorts({ ...source, points, shortSeconds: 20 + (seed % 40), count: 5 });
    for (const short of shorts) {
      expect(shortPlan.parse(short)).toEqual(short);
      expect(shortLength(short)).toBeLessThanOrEqual(20 + (seed % 40) + 0.01);
      expectApart(short.cuts, short.span);
    }
    expectApart(
      shorts.map(({ span }) => span),
      { start: 0, end: source.seconds },
    );
    expect(
      brokenWords(
        source,
        shorts.flatMap(({ span, cuts }) => [span, ...cuts]),
      ),
    ).toEqual([]);
  });

  test('is planned the same again', () => {
    const again = talk(seed);
    expect(planCut({ ...again, targetSeconds: 60 })).toEqual(planCut({ ...source, targetSeconds: 60 }));
    expect(planShorts(again)).toEqual(planShorts(source));
  });
});

test('texts keep within limits whatever they are about', () => {
  const random = chance(7);
  const letters = ['草', 'が', 'a', ' ', '👨‍👩‍👧‍👦', 'é', 'ー', '<', '\n', '"', 'Z', '。', 'https://a.jp '];
  const made = talk(1);
  const text = (longest: number) =>
    Array.from({ length: Math.floor(random() * longest) }, () => letters[Math.floor(random() * letters.length)]).join(
      '',
    );
  for (let round = 0; round < 60; round++) {
    const items = made.items.flatMap((item) =>
      Array.from({ length: 1 + Math.floor(random() * 30) }, (_, at) => ({
        ...item,
        id: `${item.id}-${at}`,
        form: text(30) || 'あ',
        gloss: text(60) || 'い',
        explanation: text(300),
      })),
    );
    const link = random() < 0.5 ? null : `https://example.com/${'x'.repeat(Math.floor(random() * 450))}`;
    const title = text(80);
    const cut = planCut({ ...made, items, targetSeconds: null });
    const found = writePosting({ title, items, cut, link });
    posting.parse(found);
    for (const language of ['ja', 'en'] as const) {
      expect(found.title[language].length).toBeLessThanOrEqual(100);
      expect(found.title[language]).not.toBe('');
      expect(new TextEncoder().encode(found.description[language]).length).toBeLessThanOrEqual(5000);
      expect(found.title[language] + found.description[language] + found.tags.join('')).not.toMatch(/[<>]/);
    }
    expect(tagsLength(found.tags)).toBeLessThanOrEqual(500);
    const shorts = [
      { id: 'short-1', hook: { ja: text(40), en: text(40) }, items: items.slice(0, 3).map(({ id }) => id) },
    ];
    for (const { platform, text: posted, length } of writePosts({ title, items, link, shorts })) {
      for (const language of ['ja', 'en'] as const) {
        expect(fitsPost(platform, posted[language])).toBe(true);
        expect(length[language]).toBe(countFor(platform, posted[language]));
        expect(length[language]).toBeLessThanOrEqual(postLimits[platform].length);
      }
    }
  }
});
