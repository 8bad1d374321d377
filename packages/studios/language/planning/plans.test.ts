import { beforeAll, describe, expect, test } from 'vitest';
import { shortPlan, cutPlan } from '../lesson/plan.ts';
import type { Span } from '../lesson/plan.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import { createAnalyst } from '../analysis/analyse.ts';
import { builtinLexicon } from '../lexicon/load.ts';
import { cutSeconds, findEditPoints, isKept, planCut, planShorts, shortLength } from './index.ts';
import { perform } from './testing/sample.ts';
import { stream } from './testing/stream.ts';

const made = perform(stream);
let items: VocabularyItem[];

/** What the stream is known to teach: plans must not change because the lexicon learns another word. */
const taught = new Set(
  `ja-slang-konbanwa ja-slang-haishin ja-grammar-te-kureru ja-grammar-tai ja-slang-kusa ja-grammar-to-iu ja-grammar-te-iru
  ja-slang-kirinuki ja-slang-tee-tee ja-expression-naka-ga-ii ja-slang-toutoi ja-slang-oshi ja-slang-shoken ja-grammar-node
  ja-slang-netabare ja-grammar-rashii ja-grammar-nakya ja-slang-yabai ja-grammar-te-shimau ja-expression-kuyashii
  ja-expression-chousen ja-grammar-nagara ja-culture-hanami ja-culture-bento ja-grammar-saseru ja-grammar-koto-ga-aru
  en-expression-give-up en-slang-final-boss en-expression-figure-out en-expression-you-know ja-culture-otsukaresama`.split(
    /\s+/,
  ),
);

beforeAll(async () => {
  const lexicon = builtinLexicon().filter(({ id }) => taught.has(id));
  items = await createAnalyst(lexicon).analyse(made.transcript);
});

const saidIn = (keeps: readonly Span[]) =>
  made.transcript.sentences.filter(({ start, end }) => isKept(keeps, (start + end) / 2)).map(({ text }) => text);

describe('edit points of a stream', () => {
  test('have every kind that is in it, with reasons in both languages', () => {
    const points = findEditPoints({ ...made, items });
    expect(new Set(points.map(({ kind }) => kind))).toEqual(
      new Set(['silence', 'filler', 'laughter', 'loud', 'marker']),
    );
    for (const { reason, id } of points) {
      expect(`${id} ${reason.ja}`).toMatch(/[\d「]/);
      expect(reason.en).not.toMatch(/[ぁ-ん](?![^“]*”)/);
    }
    expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
  });
});

describe('the cut of a stream', () => {
  test('leaves out silences, fillers, markers and what they say is to go', () => {
    const cut = planCut({ ...made, items, targetSeconds: null, title: '雑談' });
    expect(cutPlan.parse(cut)).toEqual(cut);
    const said = saidIn(cut.keeps).join('\n');
    for (const gone of ['切り抜きお願いします', '住所が映っ', '今のカットして', 'save that'])
      expect(said).not.toContain(gone);
    expect(said).toContain('ボスに勝った');
    expect(cutSeconds(cut.keeps)).toBeLessThan(made.seconds * 0.85);
  });

  test('keeps what teaches, the opening and the order when it must be shorter', () => {
    const cut = planCut({ ...made, items, targetSeconds: 70 });
    expect(cutSeconds(cut.keeps)).toBeLessThanOrEqual(70);
    expect(cutSeconds(cut.keeps)).toBeGreaterThan(50);
    const said = saidIn(cut.keeps);
    expect(said[0]).toContain('こんばんは');
    expect(said.join('\n')).toContain('てぇてぇは尊いという意味');
    expect(said.join('\n')).not.toContain('ボスの部屋はどこだろう');
  });
});

test('Shorts are whole sentences about different things, led by what a marker points at', () => {
  const shorts = planShorts({ ...made, items, shortSeconds: 30, count: 4 });
  for (const short of shorts) {
    expect(shortPlan.parse(short)).toEqual(short);
    expect(shortLength(short)).toBeLessThanOrEqual(30);
  }
  expect(shorts.map(({ items: [first] }) => first)).toEqual(
    expect.arrayContaining(['ja-slang-tee-tee', 'ja-culture-hanami', 'en-expression-figure-out']),
  );
  expect(new Set(shorts.map(({ hook }) => hook.en)).size).toBe(shorts.length);
});

test('a marker within a cue goes where gaps around it are heard', () => {
  const talk = perform([
    { text: '今日は犬の話をします。' },
    { text: '猫は液体である。今のカットして。', after: 1.3 },
    { text: '犬は固体です。' },
  ]);
  const { transcript, sound } = talk;
  const marker = transcript.sentences.find(({ text }) => text === '今のカットして。')!;
  const target = transcript.sentences.find(({ text }) => text.startsWith('猫'))!;
  const source = { ...talk, items: [], targetSeconds: null };
  expect(isKept(planCut(source).keeps, marker.start + 0.5)).toBe(true);
  const loudness = sound.loudness.map((level, at) => (Math.abs(at * sound.step - marker.start) < 0.12 ? -60 : level));
  const { keeps } = planCut({ ...source, transcript: { ...transcript }, sound: { ...sound, loudness } });
  expect(isKept(keeps, marker.start + 0.5)).toBe(false);
  expect(isKept(keeps, target.start + 0.5)).toBe(false);
  expect(isKept(keeps, target.start - 1.8)).toBe(true);
});

test('a transcript alone, sound alone and nothing at all have plans', () => {
  const alone = { transcript: made.transcript, items, seconds: undefined };
  expect(planShorts(alone).length).toBeGreaterThan(0);
  expect(cutSeconds(planCut({ ...alone, targetSeconds: 60 }).keeps)).toBeLessThanOrEqual(60);
  const wordless = { transcript: { cues: [], sentences: [] }, items: [], sound: made.sound, seconds: made.seconds };
  const cut = planCut({ ...wordless, targetSeconds: 60 });
  expect(cutSeconds(cut.keeps)).toBeGreaterThan(20);
  expect(cutSeconds(cut.keeps)).toBeLessThanOrEqual(60);
  expect(planShorts(wordless)).toEqual([]);
  const nothing = { transcript: { cues: [], sentences: [] }, items: [] };
  expect(planCut({ ...nothing, targetSeconds: null, title: 'x' })).toMatchObject({
    keeps: [],
    chapters: [],
    cards: [],
  });
});
