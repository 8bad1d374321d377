import { describe, expect, test } from 'vitest';
import { setBlock, setWords } from './block.ts';
import type { Block } from './block.ts';
import { findBreaks } from './breaks.ts';
import { wordBoxes } from './draw.ts';
import { faceRuns, typeStyles } from './faces.ts';
import { setLine } from './line.ts';
import { cleanWords } from './ruby.ts';

const linesOf = (block: Block) =>
  block.lines.map((_, line) =>
    block.runs
      .filter((run) => run.line === line && !run.isRuby)
      .map(({ text }) => text)
      .join(''),
  );
const japanese =
  '今日はちょっと寒いけど、元気にやっていきましょう。「ねえ、コーヒーでも飲みながら、ゆっくり話そうよ！」';

describe('lines', () => {
  test('keep the rules of kinsoku at every width', () => {
    for (let width = 120; width <= 900; width += 35) {
      const block = setBlock(japanese, { style: 'strong', width, lines: 30, size: 40, smallest: 40 });
      const lines = linesOf(block);
      expect(lines.join('')).toBe(japanese);
      for (const line of lines) {
        expect(line).not.toMatch(/^[、。！」ーっょ]/);
        expect(line).not.toMatch(/「$/);
      }
    }
  });

  test('begin where words begin when words are given', () => {
    const words = ['てぇてぇ', 'すぎて', '限界化', 'してしまった', 'オタク', 'の', '末路'];
    const starts = new Set(words.map((_, index) => words.slice(0, index).join('').length));
    for (let width = 170; width <= 700; width += 30) {
      const lines = linesOf(setWords(words, { style: 'strong', width, lines: 9, size: 30, smallest: 20 }));
      let at = 0;
      for (const line of lines) {
        expect(starts).toContain(at);
        at += line.length;
      }
    }
  });

  test('never begin with a particle when there is a better place', () => {
    const words = ['昨日', 'の', '配信', 'で', '推し', 'が', '歌った'];
    const lines = linesOf(setWords(words, { style: 'strong', width: 300, lines: 2, size: 40, smallest: 20 }));
    expect(lines).toEqual(['昨日の配信で', '推しが歌った']);
  });

  test('of Latin text break at blanks and not after an article', () => {
    expect([...findBreaks('a cup of tea').keys()]).toEqual([2, 6, 9]);
    const lines = linesOf(
      setBlock('This is what the chat wants', { style: 'title', width: 330, lines: 2, size: 40, smallest: 30 }),
    );
    expect(lines.map((line) => line.trim())).not.toContain('This is what the');
    expect(lines).toHaveLength(2);
  });
});

describe('readings', () => {
  const style = typeStyles.strong;
  const of = (text: { text: string; reading?: string }[]) => setLine(cleanWords([text]), style);

  test('stand centred over their text', () => {
    const line = of([
      { text: '東', reading: 'とう' },
      { text: '西南北', reading: 'な' },
    ]);
    const middle = (isRuby: boolean, word: string) => {
      const run = line.runs.find((each) => each.isRuby === isRuby && each.text === word)!;
      return run.x + (Array.from(word).length * run.scale) / 2;
    };
    expect(middle(true, 'な')).toBeCloseTo(middle(false, '西南北'), 2);
    expect(line.width).toBeCloseTo(4, 2);
  });

  test('hang over kana, a little, but not over kanji', () => {
    const overKana = of([{ text: 'あああ' }, { text: '志', reading: 'こころざし' }, { text: 'あああ' }]);
    const overKanji = of([{ text: '山山山' }, { text: '志', reading: 'こころざし' }, { text: '山山山' }]);
    expect(overKanji.width).toBeCloseTo(6 + 2.5, 2);
    expect(overKana.width).toBeCloseTo(6 + 2.5 - 0.9, 2);
  });

  test('of neighbours never touch', () => {
    const line = of([{ text: '志', reading: 'こころざし' }, { text: '承', reading: 'うけたまわ' }, { text: 'る' }]);
    const rubies = line.runs.filter(({ isRuby }) => isRuby);
    const end = (run: (typeof rubies)[number]) => run.x + run.text.length * 0.5;
    expect(rubies[1]!.x - end(rubies[0]!)).toBeGreaterThan(0.05);
  });
});

test('blocks never leave their place, whatever the text', () => {
  const samples = [
    '懐かしい思い出を、',
    'unbelievable ',
    '👩‍👩‍👧‍👦🎉',
    'W',
    'ーーー',
    '「『',
    '𠮷野家で𩸽',
    'Donaudampfschifffahrt',
    '\u202e\u0007',
  ];
  for (const sample of samples) {
    for (const count of [1, 3, 12, 60]) {
      const text = sample.repeat(count);
      const block = setBlock([{ text, reading: count > 2 ? 'よみ'.repeat(count) : '' }], {
        style: 'title',
        width: 240,
        height: 130,
        lines: 3,
        size: 44,
        smallest: 18,
      });
      expect(block.width).toBeLessThanOrEqual(240.001);
      expect(block.height).toBeLessThanOrEqual(130.001);
      for (const run of block.runs) expect(run.x).toBeGreaterThan(-run.size * 0.6);
    }
  }
});

test('words keep their numbers and places though emoji are left out', () => {
  const block = setWords(['やった', '🎉🎉', 'ね ', 'great'], { style: 'strong', width: 500, size: 30, smallest: 20 });
  expect(block.runs.map(({ word }) => word)).toEqual([0, 2, 3]);
  expect(wordBoxes(block, 1)).toEqual([]);
  const [first, third] = [wordBoxes(block, 0)[0]!, wordBoxes(block, 2)[0]!];
  expect(third.x).toBeCloseTo(first.x + first.width, 1);
});

test('letters that no face has become a geta mark', () => {
  expect(faceRuns('ᚠ', typeStyles.title)).toMatchObject([{ text: '〓' }]);
  expect(faceRuns('Я', typeStyles.title)).toMatchObject([{ text: 'Я', face: 'Kinora Japanese Bold' }]);
});
