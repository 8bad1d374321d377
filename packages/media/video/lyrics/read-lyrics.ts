import { KinoraError } from '@kinora/capabilities/errors';
import { readLrc } from './lrc.ts';
import { countSyllables } from './syllables.ts';
import { spreadLines } from './spread.ts';

/** Lyrics as they come: LRC with times, or plain lines. */
export type LyricsText = { kind: 'lrc' | 'plain'; text: string };

/** A sung line. Seconds of the song; lines neither overlap nor come out of order. */
export type LyricLine = {
  start: number;
  end: number;
  text: string;
  /** When each word is sung, where the file says so. The texts joined are the line's. */
  words?: { text: string; start: number; end: number }[];
};

/** Lyrics with their times. */
export type Lyrics = {
  lines: LyricLine[];
  /** From the file's tags. */
  title?: string;
  artist?: string;
  /** What was left out, for the owner. */
  warnings: string[];
};

/** A line whose end isn't known yet: at the latest `until`, or when the next begins. */
export type OpenLine = Omit<LyricLine, 'end'> & { until?: number };

const mostLines = 1000;
const longestLine = 300;
/** A letter of a script that no typeface of Kinora's has. */
const foreignLetter =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}]/u;
const foreignLetters =
  'Kinora brings no typeface for some letters of the lyrics; they show only where the system has one. Look at a line of the video first.';
/** Shortest time a line is seen, in seconds. */
const shortestShow = 0.3;

/**
 * Reads lyrics. LRC may have several times a line, times of words, an `offset` and lines in any order. Plain lines are spread
 * over the sung parts of the song by their syllables; headings such as `[Chorus]` are left out.
 * @param options.duration Length of the song in seconds.
 * @param options.sung Where plain lines are sung, in order. Default nearly the whole song.
 * @throws KinoraError `request.invalid` that names the line and what is wrong with it.
 */
export function readLyrics(
  { kind, text }: LyricsText,
  { duration, sung }: { duration: number; sung?: readonly (readonly [start: number, end: number])[] },
): Lyrics {
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  rows.forEach((row, index) => {
    if (row.length > longestLine) {
      throw new KinoraError(
        'request.invalid',
        `Line ${index + 1} of the lyrics has ${row.length} characters; at most ${longestLine} fit. Break it up.`,
      );
    }
  });
  const { lines: open, ...facts } = kind === 'lrc' ? readLrc(rows, { duration }) : readPlain(rows, { duration, sung });
  if (open.length > mostLines) {
    throw new KinoraError('request.invalid', `The lyrics have ${open.length} lines; at most ${mostLines} are shown.`);
  }
  const lines = closeLines(open, duration);
  if (lines.length === 0) throw new KinoraError('request.invalid', 'The lyrics have no line to show.');
  const isForeign = lines.some((line) => foreignLetter.test(line.text));
  return { ...facts, lines, warnings: [...facts.warnings, ...(isForeign ? [foreignLetters] : [])] };
}

function readPlain(
  rows: readonly string[],
  { duration, sung }: { duration: number; sung?: readonly (readonly [number, number])[] | undefined },
): { lines: OpenLine[]; warnings: string[] } {
  const lines: { text: string; endsStanza: boolean }[] = [];
  let headings = 0;
  for (const row of rows) {
    const words = row.replaceAll(/\s+/g, ' ').trim();
    if (/^\[[^\]]*\]$/.test(words)) headings++;
    else if (words !== '') {
      lines.push({ text: words, endsStanza: false });
      continue;
    }
    // An empty line or a heading ends a stanza.
    const last = lines.at(-1);
    if (last) last.endsStanza = true;
  }
  const warnings = headings > 0 ? ['Headings in square brackets are not shown with the lyrics.'] : [];
  const spans = sung && sung.length > 0 ? sung : [[duration * 0.06, duration * 0.96] as const];
  return { lines: spreadLines(lines, spans), warnings };
}

/** A line stays until the next begins, but not much longer than it takes to sing and read it. */
function closeLines(open: readonly OpenLine[], duration: number): LyricLine[] {
  const lines: LyricLine[] = [];
  open.forEach(({ until, ...line }, index) => {
    const next = open[index + 1]?.start ?? duration;
    const natural = line.start + Math.min(8, Math.max(3, 1.5 + countSyllables(line.text) * 0.4));
    const end = Math.min(duration, next, until ?? natural);
    if (line.text !== '' && end - line.start >= shortestShow) lines.push({ ...line, end });
  });
  return lines;
}
