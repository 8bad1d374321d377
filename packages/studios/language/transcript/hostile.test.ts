import { describe, expect, test } from 'vitest';
import { readSubtitles, rebuildSentences } from './index.ts';

const said = (text: string) => `1\n00:00:01,000 --> 00:00:09,000\n${text}\n`;
const xml = (body: string) => `<?xml version="1.0"?><timedtext format="3"><body>${body}`;
const dialogue = (text: string) =>
  `[Script Info]\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:09.00,D,,0,0,0,,${text}\n`;

describe('files that are made to take long are read in one go', () => {
  test.each([
    ['openings of tags', said('<'.repeat(300_000))],
    ['openings of styles', said('{'.repeat(300_000))],
    ['voices that never end', said('<v '.repeat(100_000))],
    ['a voice of blanks', said(`<v${' '.repeat(300_000)}`)],
    ['karaoke that never ends', dialogue(String.raw`{\k1`.repeat(80_000))],
    ['one block of karaoke', dialogue(`{${String.raw`\k1`.repeat(80_000)}`)],
    ['paragraphs that never end', xml('<p t="1" d="2">'.repeat(40_000))],
    ['paragraphs', xml('<p t="1" d="2">a</p>\n'.repeat(30_000))],
    ['lines of one cue', said('a\n'.repeat(100_000))],
  ])('%s', (_name, file) => {
    const begun = performance.now();
    try {
      rebuildSentences(readSubtitles(file).cues);
    } catch {
      // That nothing is in it is an answer too.
    }
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

test('parts a cue that is too long to be one, each part with its share of the time', () => {
  const { cues, warnings } = readSubtitles(said('草'.repeat(4000)));
  expect(cues.map(({ text, start, end }) => [text.length, start, end])).toEqual([
    [2000, 1, 5],
    [2000, 5, 9],
  ]);
  expect(warnings).toEqual([{ line: 2, reason: expect.stringContaining('2000 characters') as unknown }]);
});

test('leaves out what is said before the beginning or after a day, and tells', () => {
  const event = (tStartMs: unknown, utf8: string) => ({ tStartMs, dDurationMs: 1000, segs: [{ utf8 }] });
  const json = JSON.stringify({ events: [event(-5000, 'early'), event('BIG', 'late'), event(1000, 'now'), null] });
  const { cues, warnings } = readSubtitles(json.replace('"BIG"', '1e999'));
  expect(cues.map(({ text }) => text)).toEqual(['now']);
  expect(warnings).toHaveLength(2);
  expect(readSubtitles(`${said('now')}\n2\n2000:00:00,000 --> 2000:00:02,000\nlate\n`).cues).toHaveLength(1);
});

test('says when there are more cues than any recording has', () => {
  const time = (at: number) => new Date(at * 100).toISOString().slice(11, 23).replace('.', ',');
  const many = Array.from({ length: 60_001 }, (_, at) => `${time(at)} --> ${time(at + 1)}\nword ${at}\n`).join('\n');
  expect(() => readSubtitles(many)).toThrow(/60,000 cues/);
});

test('says of a file that is no text that it is none, and shows no control characters', () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 37) % 31);
  expect(() => readSubtitles(bytes)).toThrow(/no text; is it the recording/);
  expect(() => readSubtitles('1\n\u001b[31m00:00:0x --> 3\nhi')).toThrow(/"�\[31m00/);
});
