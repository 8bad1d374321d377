import { describe, expect, test } from 'vitest';
import { readJapaneseTokens } from '../tokens/index.ts';
import { widthOf } from './caption-lines.ts';
import { captionTiming } from './index.ts';
import { chance } from './testing/items.ts';
import { perform } from './testing/sample.ts';

const shown = (text: string, options?: Parameters<typeof captionTiming>[2]) => {
  const { transcript } = perform([{ text }]);
  return transcript.sentences.flatMap((sentence) =>
    captionTiming(sentence, transcript.cues, options).map(({ lines }) =>
      lines.map((line) => line.map((word) => word.text).join('|')).join(' / '),
    ),
  );
};

describe('words', () => {
  test.each<[string, string[]]>([
    ['お弁当には卵焼きが欠かせない。', ['お弁当には|卵焼きが|欠かせない。']],
    ['「草」って言うんだよ。', ['「草」って|言うんだよ。']],
    ['お花見のとき、みんなはお弁当に何を入れる？', ['お花見のとき、|みんなは / お弁当に|何を|入れる？']],
    ['初見なのに食べ過ぎちゃった！', ['初見なのに|食べ過ぎちゃった！']],
  ])('of Japanese go with what leans on them: %s', (text, lines) => {
    expect(shown(text, { tokens: readJapaneseTokens(text) })).toEqual(lines);
  });

  test('of English are as they are written', () => {
    expect(shown("I can't figure out this puzzle, you know.")).toEqual([
      "I |can't |figure |out  / this |puzzle, |you |know.",
    ]);
  });

  test('together are the whole text, in lines that are not too wide', () => {
    const random = chance(3);
    const pieces = [
      '今日は',
      'ゲーム',
      'エモい',
      '、',
      '。',
      ' ',
      'give up ',
      '「',
      '」',
      'www',
      '👨‍👩‍👧‍👦',
      'スーパーハイテンションゲームセンター',
      "don't ",
      'ぁ',
    ];
    for (let round = 0; round < 150; round++) {
      const text = Array.from(
        { length: 1 + Math.floor(random() * 25) },
        () => pieces[Math.floor(random() * pieces.length)],
      ).join('');
      const { transcript } = perform([{ text: `あ${text}` }]);
      for (const sentence of transcript.sentences) {
        const blocks = captionTiming(sentence, transcript.cues);
        const words = blocks.flatMap(({ lines }) => lines.flat());
        expect(words.map((word) => word.text).join('')).toBe(sentence.text);
        for (const [at, word] of words.entries()) {
          expect(sentence.text.slice(word.from, word.to)).toBe(word.text);
          expect(word.end).toBeGreaterThanOrEqual(word.start);
          expect(word.start).toBeGreaterThanOrEqual(words[at - 1]?.start ?? 0);
        }
        for (const { lines } of blocks) {
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines) {
            expect(
              widthOf(
                line
                  .map((word) => word.text)
                  .join('')
                  .replace(/[、。\s]+$/u, ''),
              ),
            ).toBeLessThanOrEqual(14);
          }
        }
      }
    }
  });
});

describe('times', () => {
  test('are those of the cue where it has them', () => {
    const { transcript } = perform([{ text: '今日は|晴れ|です。', isTimed: true, after: 2 }]);
    const [cue] = transcript.cues;
    const words = captionTiming(transcript.sentences[0]!, transcript.cues).flatMap(({ lines }) => lines.flat());
    expect(words.map(({ text, start }) => [text, start])).toEqual([
      ['今日は', cue!.words![0]!.start],
      ['晴れです。', cue!.words![1]!.start],
    ]);
  });

  test('are spread by how long words take to say', () => {
    const { transcript } = perform([{ text: 'か かかかか', pace: 5, after: 0 }]);
    const words = captionTiming(transcript.sentences[0]!, transcript.cues).flatMap(({ lines }) => lines.flat());
    expect(words.map(({ start, end }) => [start, end])).toEqual([
      [0, 0.2],
      [0.2, 1],
    ]);
  });

  test('by readings where they are known', () => {
    const { transcript } = perform([{ text: '志 か', pace: 5, after: 0 }]);
    const tokens = [
      { start: 0, end: 1, reading: 'こころざし' },
      { start: 2, end: 3, reading: 'か' },
    ];
    const [first, second] = captionTiming(transcript.sentences[0]!, transcript.cues, { tokens }).flatMap(({ lines }) =>
      lines.flat(),
    );
    expect((second!.start - first!.start) / (second!.end - first!.start)).toBeCloseTo(5 / 6, 2);
  });
});
