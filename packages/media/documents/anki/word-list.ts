import { KinoraError } from '@kinora/capabilities/errors';
import { guessWordColumn, wordsOf } from './guess-words.ts';
import type { KnownWords } from './known-words.ts';

/** Most lines that are read. */
const mostLines = 500_000;

/**
 * Words of a text: one a line, or a table with tabs, commas or semicolons, as Anki and spreadsheets write it. UTF-8, UTF-16 or
 * Shift_JIS.
 * @throws KinoraError `request.invalid` when no words are in it.
 */
export function readWordList(bytes: Uint8Array, name: string, language?: 'ja' | 'en'): KnownWords {
  const lines = decode(bytes)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  if (lines.length > mostLines) throw unreadable(name, `it has more than ${mostLines.toLocaleString('en')} lines`);
  // What Anki writes above its notes: #separator:tab, #html:true …
  const rows = lines.filter((line) => !/^#[a-z ]+:/i.test(line));
  const separator = separatorOf(rows);
  const cells = rows.map((row) => splitRow(row, separator));
  const isHead = cells.length > 1 && /^(?:surface|lemma|word|expression|term|front|単語)$/i.test(cells[0]?.[0] ?? '');
  const names = isHead ? cells[0]! : [];
  const body = isHead ? cells.slice(1) : cells;
  const column = separator === null ? 0 : guessWordColumn(body, { names, language });
  const words = column === null ? [] : [...new Set(body.flatMap((row) => wordsOf(row[column] ?? '', language)))];
  if (words.length === 0) throw unreadable(name, 'no column of it looks like words');
  return { words, notes: body.length, fields: isHead ? [names[column!]!] : [], isReviewed: false };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

function separatorOf(rows: readonly string[]): string | null {
  const sample = rows.slice(0, 200);
  for (const mark of ['\t', ';', ',']) {
    if (sample.filter((row) => row.includes(mark)).length > sample.length * 0.6) return mark;
  }
  return null;
}

/** Cells of a row; quoted ones may hold the mark. */
function splitRow(row: string, mark: string | null): string[] {
  if (mark === null) return [row];
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (let index = 0; index < row.length; index++) {
    const letter = row[index]!;
    if (letter === '"' && isQuoted && row[index + 1] === '"') cell += row[++index]!;
    else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (letter === mark && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

function unreadable(name: string, reason: string): KinoraError {
  return new KinoraError(
    'request.invalid',
    `“${name}” can't be read as a list of words: ${reason}. Give an Anki package (.apkg), or a text with one word a line.`,
    { data: { field: 'words' } },
  );
}
