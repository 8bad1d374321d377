import type { VocabularyEntry, VocabularyEvidence } from './vocabulary.ts';

type WholeEntry = VocabularyEntry & { evidence: VocabularyEvidence[] };

const columns: [name: string, value: (entry: WholeEntry) => string | number | undefined][] = [
  ['form', ({ form }) => form],
  ['reading', ({ reading }) => reading],
  ['kind', ({ kind }) => kind],
  ['language', ({ language }) => language],
  ['part of speech', ({ partOfSpeech }) => partOfSpeech],
  ['gloss', ({ gloss }) => gloss],
  ['explanation', ({ explanation }) => explanation],
  ['correction', ({ correction }) => correction],
  ['usage', ({ usage }) => usage],
  ['register', ({ register }) => register],
  ['level (unofficial)', ({ difficulty }) => difficulty],
  ['tags', ({ tags }) => tags.join(' ')],
  ['sentence', ({ evidence: [first] }) => first?.context],
  ['lesson', ({ evidence: [first] }) => first?.lessonTitle],
  ['seconds', ({ evidence: [first] }) => (first === undefined ? undefined : Math.round(first.start * 100) / 100)],
  ['link', ({ evidence: [first] }) => first?.link ?? undefined],
  ['places', ({ evidenceCount }) => evidenceCount],
  ['starred', ({ isStarred }) => (isStarred ? 'yes' : '')],
  ['review', ({ review }) => review],
  ['id', ({ id }) => id],
];

/** The vocabulary as a file: a table with one row an item, or JSON with every place of every item. */
export function exportVocabulary(
  entries: readonly WholeEntry[],
  format: 'csv' | 'tsv' | 'json',
): { text: string; mediaType: string } {
  if (format === 'json') return { text: `${JSON.stringify(entries, null, 2)}\n`, mediaType: 'application/json' };
  const rows = [
    columns.map(([name]) => name),
    ...entries.map((entry) => columns.map(([, value]) => value(entry) ?? '')),
  ];
  if (format === 'tsv') {
    const cell = (value: string | number) => String(value).replaceAll(/[\t\r\n]+/g, ' ');
    return { text: table(rows, '\t', cell), mediaType: 'text/tab-separated-values; charset=utf-8' };
  }
  // Spreadsheets take UTF-8 for what it is only with a byte order mark (RFC 4180 has CRLF).
  return { text: `\uFEFF${table(rows, ',', csvCell)}`, mediaType: 'text/csv; charset=utf-8' };
}

function table(rows: (string | number)[][], separator: string, cell: (value: string | number) => string): string {
  return rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}

/** A cell that begins like a formula would be computed by spreadsheets; a quote before it keeps it text. */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
