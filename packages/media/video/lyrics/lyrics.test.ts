import { describe, expect, test } from 'vitest';
import { readLyrics } from './read-lyrics.ts';
import { countSyllables } from './syllables.ts';

const lrc = (text: string, duration = 200) => readLyrics({ kind: 'lrc', text }, { duration });
const plain = (text: string, sung: [number, number][], duration = 200) =>
  readLyrics({ kind: 'plain', text }, { duration, sung });

describe('LRC', () => {
  test('is read with its tags, byte order mark and Windows line ends', () => {
    const { lines, title, artist, warnings } = lrc(
      '\uFEFF[ti: Rain ]\r\n[ar:Mia]\r\n[00:01.50]First\r\n[00:04.25] Second line \r\n',
    );
    expect({ title, artist, warnings }).toEqual({ title: 'Rain', artist: 'Mia', warnings: [] });
    expect(lines).toEqual([
      { start: 1.5, end: 4.25, text: 'First' },
      { start: 4.25, end: expect.any(Number), text: 'Second line' },
    ]);
    expect(lines[1]!.end).toBeGreaterThan(7);
    expect(lines[1]!.end).toBeLessThan(12.3);
  });

  test('counts hundredths, thousandths and no fractions at all', () => {
    expect(lrc('[00:01]a\n[00:10.5]b\n[01:02.345]c\n[01:20:50]d').lines.map(({ start }) => start)).toEqual([
      1, 10.5, 62.345, 80.5,
    ]);
  });

  test('shows a line at each of its times, whatever the order in the file', () => {
    const { lines } = lrc('[00:30.00]Verse\n[00:20.00][01:00.00]Chorus\n[00:05.00]Start');
    expect(lines.map(({ start, text }) => [start, text])).toEqual([
      [5, 'Start'],
      [20, 'Chorus'],
      [30, 'Verse'],
      [60, 'Chorus'],
    ]);
  });

  test('comes sooner with a positive offset, wherever it stands, and never before the song', () => {
    expect(lrc('[00:10.00]a\n[offset:+500]\n[00:00.20]b').lines.map(({ start }) => start)).toEqual([0, 9.5]);
    expect(lrc('[offset:-250]\n[00:10.00]a').lines[0]!.start).toBeCloseTo(10.25);
  });

  test('has an empty line end the one before', () => {
    expect(lrc('[00:10.00]Short\n[00:11.00]\n[00:40.00]Next').lines[0]).toEqual({ start: 10, end: 11, text: 'Short' });
  });

  test('times words, also of a line that comes back', () => {
    const { lines } = lrc('[00:10.00][00:50.00]<00:10.00>Hold <00:10.40>me <00:11.00>close<00:12.00>');
    expect(lines.map(({ text }) => text)).toEqual(['Hold me close', 'Hold me close']);
    expect(lines[0]!.words).toEqual([
      { text: 'Hold ', start: 10, end: 10.4 },
      { text: 'me ', start: 10.4, end: 11 },
      { text: 'close', start: 11, end: 12 },
    ]);
    expect(lines[0]!.end).toBeCloseTo(12.7);
    expect(lines[1]!.words![2]!.start).toBeCloseTo(51);
  });

  test('may be Japanese', () => {
    expect(lrc('[00:03.00]夜の街に雨が降る').lines[0]!.text).toBe('夜の街に雨が降る');
  });

  test.each([
    ['[00:01.00]a\n[00:61.00]b', 'Line 2 of the lyrics: [00:61.00] has 61 seconds'],
    ['[00:01.00]a\n[1.5]b', 'Line 2 of the lyrics: “[1.5]” is no time'],
    ['[offset:soon]\n[00:01.00]a', 'Line 1 of the lyrics: the offset “soon”'],
    ['Just words', 'No line of the lyrics has a time'],
    ['[05:00.00]a', 'Line 1 of the lyrics begins at 5:00, but the song ends at 3:20'],
    [`[00:01.00]${'x'.repeat(400)}`, 'Line 1 of the lyrics has 410 characters'],
    ['[00:01.00]', 'no line to show'],
  ])('names the line and what is wrong: %j', (text, message) => {
    expect(() => lrc(text)).toThrow(
      expect.objectContaining({ code: 'request.invalid', message: expect.stringContaining(message) }),
    );
  });

  test('tells which lines it left out', () => {
    expect(lrc('[00:01.00]a\nno time\n[09:00.00]b').warnings).toEqual([
      'Line 2 of the lyrics without a time: not shown.',
      'Line 3 of the lyrics after the end of the song: not shown.',
    ]);
  });

  test('warns of letters that may not be drawn', () => {
    expect(lrc('[00:01.00]♪ Ça va, мир – 夜 ♪').warnings).toEqual([]);
    expect(lrc('[00:01.00]사랑해요').warnings).toEqual([expect.stringContaining('no typeface')]);
  });

  test('is bounded', () => {
    const many = Array.from({ length: 1001 }, (_, index) => `[00:${String(index % 60).padStart(2, '0')}.00]a`).join(
      '\n',
    );
    expect(() => lrc(many)).toThrow('1001 lines');
  });
});

describe('plain lyrics', () => {
  test('are spread over the sung parts by their syllables, in order and without overlap', () => {
    const { lines } = plain('Short\nA much longer line than that one\nShort again', [[20, 40]]);
    expect(lines[0]!.start).toBe(20);
    expect(lines.at(-1)!.end).toBeLessThanOrEqual(40);
    lines.slice(1).forEach((line, index) => expect(line.start).toBeGreaterThanOrEqual(lines[index]!.end));
    const length = ({ start, end }: { start: number; end: number }) => end - start;
    expect(length(lines[1]!)).toBeGreaterThan(1.5 * length(lines[0]!));
  });

  test('are not torn inside a stanza when a part ends', () => {
    const verse = 'one two three four\nfive six seven eight\nnine ten eleven twelve';
    const { lines } = plain(`${verse}\n\n${verse}\nand one more line here`, [
      [10, 30],
      [50, 72],
    ]);
    expect(lines.filter(({ start }) => start < 40)).toHaveLength(3);
    expect(lines.filter(({ start }) => start >= 50)).toHaveLength(4);
  });

  test('leave headings out and say so', () => {
    const { lines, warnings } = plain('[Verse 1]\nla la la\n[Chorus]\nhey hey', [[0, 10]]);
    expect(lines.map(({ text }) => text)).toEqual(['la la la', 'hey hey']);
    expect(warnings).toEqual(['Headings in square brackets are not shown with the lyrics.']);
  });

  test('do not stay forever in a long part, and fill one that is too short', () => {
    const [only] = plain('La', [[10, 100]]).lines;
    expect(only!.end - only!.start).toBeLessThan(8);
    expect(plain(Array.from({ length: 30 }, () => 'many many words').join('\n'), [[10, 25]]).lines).toHaveLength(30);
  });

  test('have the whole song when nothing is known to be sung', () => {
    const { lines } = readLyrics({ kind: 'plain', text: 'a\nb' }, { duration: 100 });
    expect(lines[0]!.start).toBeCloseTo(6);
  });
});

test.each([
  ['I love the morning rain', 6],
  ['Shine', 1],
  ['きょうもいい天気', 9],
  ['ラララ', 3],
  ['24', 4],
  ['', 0],
])('“%s” has %i syllables', (text, count) => {
  expect(countSyllables(text)).toBe(count);
});
