import type { VocabularyItem } from '../analysis/item.ts';
import { timeLink } from './time-link.ts';
import { vocabularyRows } from './vocabulary-rows.ts';
import type { VocabularyRow } from './vocabulary-rows.ts';

/** Formats of a vocabulary table. */
export const vocabularyFormats = ['csv', 'tsv', 'json'] as const;
export type VocabularyFormat = (typeof vocabularyFormats)[number];

/** Columns of the tables, in order; `link` only where the recording has a page. */
const columns = [
  'surface',
  'lemma',
  'reading',
  'kind',
  'gloss',
  'difficulty',
  'start',
  'end',
  'sentence',
  'explanation',
  'usage',
  'register',
  'correction',
  'partOfSpeech',
  'language',
  'speaker',
  'tags',
  'id',
] as const satisfies readonly (keyof VocabularyRow)[];

/**
 * Every place of every item as a file: CSV (RFC 4180), TSV (a tab between cells, a line for a row), or JSON (an array of
 * {@link VocabularyRow}). A cell that a spreadsheet would run as a formula has an apostrophe before it, in both tables.
 * @param options.link Page of the recording: a column with the link to each place.
 * @param options.hasMark Puts a byte order mark at the beginning of a CSV, by which Excel knows UTF-8. Default true.
 */
export function vocabularyTable(
  items: readonly VocabularyItem[],
  options: { format: VocabularyFormat; link?: string | null; hasMark?: boolean },
): string {
  const { format, link = null, hasMark = true } = options;
  const rows = vocabularyRows(items);
  if (format === 'json') {
    const linked = link === null ? rows : rows.map((row) => ({ ...row, link: timeLink(link, row.start) }));
    return `${JSON.stringify(linked, null, 2)}\n`;
  }
  const head = link === null ? [...columns] : [...columns, 'link'];
  const cells = rows.map((row) => [
    ...columns.map((name) => cellOf(row[name])),
    ...(link === null ? [] : [timeLink(link, row.start)]),
  ]);
  const table = [head, ...cells];
  if (format === 'tsv')
    return table.map((row) => `${row.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t')}\n`).join('');
  return `${hasMark ? '\uFEFF' : ''}${table.map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`;
}

function cellOf(value: VocabularyRow[keyof VocabularyRow]): string {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : (value ?? []).join(' ');
  // What OWASP lists as the beginnings of formulas, wide forms included.
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
