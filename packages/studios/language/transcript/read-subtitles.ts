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
  const ordered = raw.cues.toSorted((a, b) => a.start - b.start || a.line - b.line);
  const warnings: SubtitleWarning[] = [...raw.warnings];
  const cues: Cue[] = [];
  for (const each of withoutRepeats(ordered)) {
    const cue = cleanCue(each);
    if (cue !== null) cues.push({ ...cue, index: cues.length });
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
  const timed = raw.words ?? taggedWords(raw);
  const words = timed && placeWords(timed, text);
  return {
    start: raw.start,
    end: raw.end,
    text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(words && words.length > 0 ? { words } : {}),
  };
}

/** WebVTT times words by tags: `one <00:00:01.500><c> two</c>`. */
function taggedWords({ lines, start, end }: RawCue): { text: string; start: number; end: number }[] | null {
  const whole = lines.join('\n');
  if (!/<\d{2}:\d{2}/.test(whole)) return null;
  const words: { text: string; start: number; end: number }[] = [];
  let time = start;
  for (const [, stamp, text = ''] of whole.matchAll(
    /(?:<((?:\d{2}:)?\d{2}:\d{2}[.,]\d{3})>|^)([^<]*(?:<(?!\d)[^>]*>[^<]*)*)/g,
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

function nothingIn(text: string, format: SubtitleFormat, [first]: readonly SubtitleWarning[]): KinoraError {
  const reason =
    first === undefined
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
