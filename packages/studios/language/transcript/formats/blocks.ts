import type { RawCue, RawSubtitles, SubtitleWarning } from '../cue.ts';
import { readTimes } from './time.ts';

/**
 * SubRip and WebVTT: blocks of a line of times and lines of text, parted by empty lines. Numbers, blank lines inside a text,
 * missing blank lines and headers are understood.
 */
export function readBlocks(text: string): RawSubtitles {
  const lines = text.split('\n');
  const cues: RawCue[] = [];
  const warnings: SubtitleWarning[] = [];
  const language = /^Language:\s*([\w-]+)/m.exec(text.slice(0, 400))?.[1];
  let cue: RawCue | null = null;
  let isNote = false;
  for (const [index, line] of lines.entries()) {
    const times = readTimes(line);
    if (times !== null) {
      isNote = false;
      // The number of this cue, when no blank line stands before it.
      if (cue !== null && /^\s*\d+\s*$/.test(cue.lines.at(-1) ?? '')) cue.lines.pop();
      cue = null;
      if (times.end < times.start) {
        warnings.push({
          line: index + 1,
          reason: `The cue ends (${times.end} s) before it begins (${times.start} s).`,
        });
        continue;
      }
      cue = { start: times.start, end: times.end, lines: [], line: index + 1 };
      cues.push(cue);
    } else if (/-->|→/.test(line) && /\d/.test(line)) {
      cue = null;
      warnings.push({ line: index + 1, reason: `"${printable(line)}" is no line of times.` });
    } else if (/^(?:NOTE|STYLE|REGION)\b/.test(line) && (cue === null || lines[index - 1]?.trim() === '')) {
      isNote = true;
      cue = null;
    } else if (line.trim() === '') isNote = false;
    else if (cue !== null && !isNote) cue.lines.push(line);
  }
  for (const each of cues) {
    // Numbers of the cue that follows.
    if (each.lines.length > 1 && /^\s*\d+\s*$/.test(each.lines.at(-1)!) && lineAfterBlank(lines, each))
      each.lines.pop();
  }
  return { cues, warnings, ...(language === undefined ? {} : { language }) };
}

/** The beginning of a line as it can be shown, also by a terminal, whatever is in it. */
function printable(line: string): string {
  return line.trim().slice(0, 60).replaceAll(/\p{C}/gu, '�');
}

/** Whether a blank line parts the last line of a cue from the one before it: then it is the next cue's number. */
function lineAfterBlank(lines: readonly string[], { line, lines: own }: RawCue): boolean {
  let at = line;
  let seen = 0;
  while (at < lines.length && seen < own.length) {
    if (lines[at]!.trim() !== '') seen++;
    if (seen === own.length) return lines[at - 1]?.trim() === '';
    at++;
  }
  return false;
}

/** SubViewer as YouTube writes it: `0:00:01.000,0:00:03.000`, then the text. */
export function readSbv(text: string): RawSubtitles {
  return readBlocks(text.replaceAll(/^(\d+:\d{2}:\d{2}\.\d{3}),(\d+:\d{2}:\d{2}\.\d{3})$/gm, '$1 --> $2'));
}
