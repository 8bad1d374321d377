import type { RawCue, RawSubtitles, SubtitleWarning } from '../cue.ts';
import { readTime } from './time.ts';

/** Columns where the file names none. */
const usual = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';

/**
 * Advanced SubStation Alpha, and SSA before it. Drawings, comments and what is placed as a sign are left out; `Name` is the
 * speaker; karaoke times words.
 */
export function readAss(text: string): RawSubtitles {
  const cues: RawCue[] = [];
  const warnings: SubtitleWarning[] = [];
  let columns = columnsOf(usual);
  let isEvents = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\[.+\]\s*$/.test(line)) isEvents = /^\[events\]/i.test(line);
    const format = /^Format:(.*)$/i.exec(line);
    if (format && isEvents) columns = columnsOf(format[1]!);
    const dialogue = /^Dialogue:(.*)$/i.exec(line);
    if (!dialogue) continue;
    const values = splitColumns(dialogue[1]!, columns.length);
    const value = (name: string) => values[columns.indexOf(name)]?.trim() ?? '';
    const [start, end] = [readTime(value('start')), readTime(value('end'))];
    if (start === null || end === null || end < start) {
      warnings.push({ line: index + 1, reason: 'The dialogue has no times, or ends before it begins.' });
      continue;
    }
    const raw = values[columns.indexOf('text')] ?? '';
    // \p draws shapes instead of letters.
    if (/\{[^{}]*\\p[1-9]/.test(raw)) continue;
    const words = karaoke(raw, start);
    const speaker = value('name') || value('actor');
    cues.push({
      start,
      end,
      lines: raw
        .replaceAll(/\{[^{}]*\}/g, '')
        .split(/\\[Nn]/)
        .map((part) => part.replaceAll(String.raw`\h`, ' ')),
      line: index + 1,
      ...(speaker === '' ? {} : { speaker }),
      ...(words.length > 0 ? { words } : {}),
    });
  }
  return { cues, warnings };
}

function columnsOf(format: string): string[] {
  return format.split(',').map((name) => name.trim().toLowerCase());
}

/** The last column is the text and may hold commas. */
function splitColumns(line: string, count: number): string[] {
  const parts = line.split(',');
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(',')];
}

/** Syllables after `{\k20}`, hundredths of a second each. */
function karaoke(raw: string, start: number): { text: string; start: number; end: number }[] {
  const words: { text: string; start: number; end: number }[] = [];
  let time = start;
  for (const [, tags = '', text = ''] of raw.matchAll(/\{([^{}]*)\}([^{]*)/g)) {
    const hundredths = /^.*\\[kK][fo]?(\d+)/s.exec(tags)?.[1];
    if (hundredths === undefined) continue;
    const end = time + Number(hundredths) / 100;
    const plain = text.replaceAll(/\\[Nnh]/g, ' ');
    if (plain.trim() !== '') words.push({ text: plain, start: time, end });
    time = end;
  }
  return words;
}
