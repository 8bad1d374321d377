import { KinoraError } from '@kinora/capabilities/errors';
import { cleanLine } from './clean-text.ts';
import type { Cue, CueWord, RawCue, RawSubtitles, SubtitleFormat, Subtitles, SubtitleWarning } from './cue.ts';
import { decodeText } from './decode-text.ts';
import { readAss } from './formats/ass.ts';
import { readBlocks, readSbv } from './formats/blocks.ts';
import { readJson3, readXml } from './formats/youtube.ts';
import { joinText } from './join-text.ts';
import { withoutRepeats } from './rolling.ts';

/** Largest subtitle file: four hours of karaoke take a tenth. */
const mostBytes = 40_000_000;

/** Four a second for four hours. */
const mostCues = 60_000;

/** Characters that a cue may have; what has more says nothing about when it is said. */
const longest = 2000;

/** No recording is longer than a day. Seconds. */
const lastSecond = 86_400;

/** A file of nothing but faults tells no more than its first ones. */
const mostWarnings = 200;

/**
 * Reads subtitles: SubRip, WebVTT, ASS/SSA, SBV, TTML, and YouTube's json3 and srv3, told apart by what is in them. Markup is
 * resolved, repeats of rolling captions are taken back, labels of speakers are told apart. What can't be read is left out with
 * a warning.
 * @throws KinoraError `request.invalid` when no cue is left, with the first reason and its line; `request.too-large`.
 */
export function readSubtitles(file: Uint8Array | string): Subtitles {
  if (file.length > mostBytes) {
    throw new KinoraError('request.too-large', 'The subtitle file is larger than 40 MB; is it the right file?');
  }
  const text = typeof file === 'string' ? decodeText(new TextEncoder().encode(file)) : decodeText(file);
  const format = formatOf(text);
  const raw = readRaw(text, format);
  const warnings: SubtitleWarning[] = raw.warnings.slice(0, mostWarnings);
  const warn = (warning: SubtitleWarning) => {
    if (warnings.length < mostWarnings) warnings.push(warning);
  };
  const ordered = raw.cues
    .filter(({ start, end, line }) => {
      const isPossible = start >= 0 && end >= start && end <= lastSecond;
      if (!isPossible) warn({ line, reason: 'The cue is before the beginning, or after a whole day.' });
      return isPossible;
    })
    .toSorted((a, b) => a.start - b.start || a.line - b.line);
  const cues: Cue[] = [];
  for (const each of withoutRepeats(ordered)) {
    const cue = cleanCue(each);
    if (cue === null) continue;
    const parts = cutLong(cue);
    if (parts.length > 1)
      warn({ line: each.line, reason: `The cue has more than ${longest} characters; it was parted.` });
    for (const part of parts) cues.push({ ...part, index: cues.length });
    if (cues.length > mostCues) {
      throw new KinoraError('request.too-large', 'The subtitles have more than 60,000 cues; cut them into parts.', {
        data: { field: 'subtitles' },
      });
    }
  }
  if (cues.length === 0) throw nothingIn(text, format, warnings);
  return { format, cues, warnings, ...(raw.language === undefined ? {} : { language: raw.language }) };
}

function formatOf(text: string): SubtitleFormat {
  const head = text.trimStart().slice(0, 2000);
  if (head.startsWith('{') || head.startsWith('[{')) return 'json3';
  if (/^(?:<\?xml|<timedtext|<transcript|<tt[\s>])/i.test(head)) return /<tt[\s>]/.test(head) ? 'ttml' : 'srv3';
  if (head.startsWith('WEBVTT')) return 'vtt';
  if (/^\[script info\]/im.test(head) || /^Dialogue:/m.test(text)) return 'ass';
  if (/^\d+:\d{2}:\d{2}\.\d{3},\d+:\d{2}:\d{2}\.\d{3}$/m.test(head)) return 'sbv';
  return 'srt';
}

function readRaw(text: string, format: SubtitleFormat): RawSubtitles {
  switch (format) {
    case 'json3':
      return readJson3(text);
    case 'srv3':
    case 'ttml':
      return readXml(text);
    case 'ass':
      return readAss(text);
    case 'sbv':
      return readSbv(text);
    case 'srt':
    case 'vtt':
      return readBlocks(text);
  }
}

function cleanCue(raw: RawCue): Omit<Cue, 'index'> | null {
  const lines = raw.lines.map(cleanLine).filter(({ text }) => text !== '');
  const text = joinText(lines.map((line) => line.text));
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const speaker = raw.speaker ?? lines.find((line) => line.speaker !== undefined)?.speaker;
  const timed = text.length > longest ? null : (raw.words ?? taggedWords(raw));
  const words = timed && placeWords(timed, text);
  return {
    start: raw.start,
    end: raw.end,
    text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(words && words.length > 0 ? { words } : {}),
  };
}

/** A cue as several where it is too long to be one; each has its share of the time. */
function cutLong(cue: Omit<Cue, 'index'>): Omit<Cue, 'index'>[] {
  const { text, start, end } = cue;
  const parts: Omit<Cue, 'index'>[] = [];
  const timeAt = (offset: number) => start + ((end - start) * offset) / text.length;
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + longest);
    if (to < text.length) {
      const gap = Math.max(text.lastIndexOf(' ', to - 1), text.lastIndexOf('。', to - 1)) + 1;
      if (gap > from + longest / 2) to = gap;
      // A pair of surrogates is one character.
      else if (/[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to--;
    }
    const part = text.slice(from, to).trim();
    if (/[\p{L}\p{N}]/u.test(part)) {
      parts.push(part === text ? cue : { ...cue, text: part, start: timeAt(from), end: timeAt(to) });
    }
    from = to;
  }
  return parts;
}

/** WebVTT times words by tags: `one <00:00:01.500><c> two</c>`. */
function taggedWords({ lines, start, end }: RawCue): { text: string; start: number; end: number }[] | null {
  const whole = lines.join('\n');
  if (!/<\d{2}:\d{2}/.test(whole)) return null;
  const words: { text: string; start: number; end: number }[] = [];
  let time = start;
  for (const [, stamp, text = ''] of whole.matchAll(
    /(?:<((?:\d{2}:)?\d{2}:\d{2}[.,]\d{3})>|^)([^<]*(?:<(?!\d)[^<>]*>[^<]*)*)/g,
  )) {
    if (stamp !== undefined) {
      const parts = stamp.replace(',', '.').split(':').map(Number);
      time = parts.reduce((sum, part) => sum * 60 + part, 0);
      const before = words.at(-1);
      if (before) before.end = Math.min(Math.max(before.start, time), end);
    }
    const plain = cleanLine(text).text;
    if (plain !== '') words.push({ text: plain, start: Math.min(time, end), end });
  }
  return words;
}

/** Finds each timed word in the cue's text, one after the other; one that isn't there is left out. */
function placeWords(timed: readonly { text: string; start: number; end: number }[], text: string): CueWord[] {
  const words: CueWord[] = [];
  let from = 0;
  for (const { text: raw, start, end } of timed) {
    const plain = cleanLine(raw).text;
    const offset = plain === '' ? -1 : text.indexOf(plain, from);
    if (offset < 0) continue;
    words.push({ text: plain, offset, start, end });
    from = offset + plain.length;
  }
  return words;
}

/** Whether there is more in a file than characters of a text. */
function isBinary(text: string): boolean {
  return (text.slice(0, 4000).match(/[^\P{Cc}\s]/gu)?.length ?? 0) > 8;
}

function nothingIn(text: string, format: SubtitleFormat, [first]: readonly SubtitleWarning[]): KinoraError {
  const reason = isBinary(text)
    ? 'This is no text; is it the recording itself?'
    : first === undefined
      ? text.trim() === ''
        ? 'The file is empty.'
        : format === 'srt'
          ? 'It has no line of times such as 00:00:01,000 --> 00:00:03,000.'
          : 'It has no text that is said.'
      : `${first.line > 0 ? `Line ${first.line}: ` : ''}${first.reason}`;
  return new KinoraError('request.invalid', `No subtitles could be read. ${reason}`, {
    data: { field: 'subtitles', ...(first === undefined ? {} : { line: first.line }) },
  });
}
