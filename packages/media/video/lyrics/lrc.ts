import { KinoraError } from '@kinora/capabilities/errors';
import type { Lyrics, OpenLine } from './read-lyrics.ts';

const tag = /^\[\s*([a-zA-Z#]+)\s*:(.*)\]\s*$/;
const stamp = /^\s*\[\s*(\d{1,3}):(\d{1,2})(?:[.:,](\d{1,3}))?\s*\]/;
/** What was meant as a time but is none. */
const wrongStamp = /^\s*\[\s*[-\d][^\]]*\]?/;
const wordStamp = /<\s*(\d{1,3}):(\d{1,2})(?:[.:,](\d{1,3}))?\s*>/g;
/** Who sings, as karaoke files mark it. */
const singer = /^\s*[FMD]:\s*/;

/**
 * Reads the lines of an LRC file: `[mm:ss.xx]` before each line, once or several times; `<mm:ss.xx>` before words; `[ti:]`,
 * `[ar:]` and `[offset:]` in milliseconds, where a positive one lets the lines come sooner. An empty line with a time ends the
 * one before.
 */
export function readLrc(
  rows: readonly string[],
  { duration }: { duration: number },
): Omit<Lyrics, 'lines'> & { lines: OpenLine[] } {
  const found: { row: number; line: OpenLine }[] = [];
  const untimed: number[] = [];
  const facts: { title?: string; artist?: string } = {};
  let offset = 0;
  rows.forEach((row, index) => {
    const number = index + 1;
    const named = tag.exec(row);
    if (named) {
      const [, name = '', value = ''] = named;
      const content = clean(value);
      if (/^ti$/i.test(name) && content !== '') facts.title = content;
      else if (/^ar$/i.test(name) && content !== '') facts.artist = content;
      else if (/^offset$/i.test(name)) offset = readOffset(content, number);
      return;
    }
    const { starts, rest } = readStamps(row, number);
    if (starts.length === 0) {
      if (clean(row) !== '') untimed.push(number);
      return;
    }
    for (const start of starts) {
      found.push({ row: number, line: readWords(rest, { start, first: starts[0]!, number }) });
    }
  });
  if (found.length === 0) {
    throw new KinoraError(
      'request.invalid',
      'No line of the lyrics has a time such as [01:23.45]; choose plain lyrics instead.',
    );
  }
  const lines = found
    .map(({ row, line }) => ({ row, line: shift(line, -offset) }))
    .toSorted((a, b) => a.line.start - b.line.start);
  const shown = lines.filter(({ line }) => line.text !== '');
  const late = shown.filter(({ line }) => line.start >= duration);
  if (late.length > 0 && late.length === shown.length) {
    const [{ row, line }] = late as [(typeof late)[number]];
    throw new KinoraError(
      'request.invalid',
      `Line ${row} of the lyrics begins at ${clock(line.start)}, but the song ends at ${clock(duration)}. Are they of another song?`,
    );
  }
  const warnings = [
    ...(untimed.length > 0 ? [`${listLines(untimed)} of the lyrics without a time: not shown.`] : []),
    ...(late.length > 0
      ? [`${listLines(late.map(({ row }) => row))} of the lyrics after the end of the song: not shown.`]
      : []),
  ];
  return { ...facts, warnings, lines: lines.map(({ line }) => line).filter(({ start }) => start < duration) };
}

function readStamps(row: string, number: number): { starts: number[]; rest: string } {
  const starts: number[] = [];
  let rest = row;
  for (let match = stamp.exec(rest); match; match = stamp.exec(rest)) {
    starts.push(readTime(match, number));
    rest = rest.slice(match[0].length);
  }
  const wrong = wrongStamp.exec(rest);
  if (wrong) {
    throw new KinoraError(
      'request.invalid',
      `Line ${number} of the lyrics: “${clean(wrong[0]).slice(0, 30)}” is no time; write it as [01:23.45].`,
    );
  }
  return { starts, rest };
}

function readTime([whole, minutes, seconds, fraction = '']: RegExpExecArray | RegExpMatchArray, number: number) {
  if (Number(seconds) > 59) {
    throw new KinoraError(
      'request.invalid',
      `Line ${number} of the lyrics: ${whole.trim()} has ${Number(seconds)} seconds; a minute has 60.`,
    );
  }
  return Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction || 0}`);
}

function readOffset(value: string, number: number): number {
  if (/^[+-]?\d{1,7}$/.test(value)) return Number(value) / 1000;
  throw new KinoraError(
    'request.invalid',
    `Line ${number} of the lyrics: the offset “${value.slice(0, 30)}” is no number of milliseconds.`,
  );
}

/** Text and words of a line; a repeated line's words move with it. */
function readWords(rest: string, { start, first, number }: { start: number; first: number; number: number }): OpenLine {
  const content = rest.replace(singer, '');
  const stamps = [...content.matchAll(wordStamp)];
  if (stamps.length === 0) return { start, text: clean(content) };
  const times = stamps.map((match) => readTime(match, number) - first + start);
  const lead = content.slice(0, stamps[0]!.index);
  const pieces = stamps.map((match, index) => ({
    text: content.slice(match.index + match[0].length, stamps[index + 1]?.index).replaceAll(/\s+/g, ' '),
    start: times[index]!,
    end: times[index + 1] ?? NaN,
  }));
  if (lead.trim() !== '') pieces.unshift({ text: lead.trimStart(), start, end: times[0]! });
  // A time with nothing after it is the end of the last word.
  const words = pieces.filter(({ text }) => text.trim() !== '');
  const text = clean(words.map((word) => word.text).join(''));
  const last = words.at(-1);
  if (!last) return { start, text };
  const until = Number.isNaN(last.end) ? undefined : last.end;
  if (until === undefined) last.end = last.start + 1;
  return {
    start: Math.min(start, words[0]!.start),
    text,
    words,
    ...(until === undefined ? {} : { until: until + 0.7 }),
  };
}

function shift(line: OpenLine, by: number): OpenLine {
  const move = (time: number) => Math.max(0, time + by);
  return {
    ...line,
    start: move(line.start),
    ...(line.until === undefined ? {} : { until: move(line.until) }),
    ...(line.words
      ? { words: line.words.map((word) => ({ ...word, start: move(word.start), end: move(word.end) })) }
      : {}),
  };
}

function clean(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

function listLines(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 5).join(', ');
  return numbers.length === 1 ? `Line ${shown}` : `Lines ${shown}${numbers.length > 5 ? ' and others' : ''}`;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
