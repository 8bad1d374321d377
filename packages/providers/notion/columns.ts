import { createHash } from 'node:crypto';
import type { VocabularyRow } from '@kinora/capabilities/publishing';
import type { CreatePageParameters } from '@notionhq/client';

type PageProperties = NonNullable<CreatePageParameters['properties']>;
/** The value of one property, as Notion takes it. */
export type PropertyValue = PageProperties[string];

/** The columns of Kinora's database, in the order in which they are made. The first is its title. */
export const columns = {
  Japanese: 'title',
  English: 'rich_text',
  Context: 'rich_text',
  Difficulty: 'select',
  Kind: 'select',
  Source: 'url',
  Timestamp: 'rich_text',
  Tags: 'multi_select',
  Recording: 'select',
  'Kinora ID': 'rich_text',
  'Kinora hash': 'rich_text',
} as const;
export type ColumnName = keyof typeof columns;

/** Column that says which row of Kinora a page is. */
export const idColumn = 'Kinora ID';
/** Column that says what was last written to a page. */
export const hashColumn = 'Kinora hash';

/** What Notion takes at most: characters (UTF-16) of a text, an address, an option; options of a value. */
export const limits = { text: 2000, url: 2000, option: 100, options: 100 } as const;

/** A row as it will stand in Notion. */
export type PlannedPage = {
  id: string;
  /** Changes when anything that is written would. */
  hash: string;
  values: Record<ColumnName, PropertyValue>;
  /** Columns whose value was shortened or left out. */
  shortened: ColumnName[];
};

/** Plans the page of a row: every value within Notion's limits. */
export function planPage(row: VocabularyRow, recording: { id: string; title: string }): PlannedPage {
  const shortened = new Set<ColumnName>();
  const text = (column: ColumnName, value: string, link?: string | null) => {
    const content = cut(value, limits.text);
    if (content !== value) shortened.add(column);
    return content === '' ? [] : [{ type: 'text' as const, text: { content, link: link ? { url: link } : null } }];
  };
  const option = (column: ColumnName, value: string | null) => {
    const name = value === null ? '' : optionName(value);
    if (value !== null && name !== value.trim()) shortened.add(column);
    return name === '' ? null : { name };
  };
  const source = row.source !== null && row.source.length <= limits.url ? row.source : null;
  if (source !== row.source) shortened.add('Source');
  const tags = uniqueOptions(row.tags);
  if (tags.length < new Set(row.tags).size) shortened.add('Tags');
  const id = pageId(recording.id, row.id);
  const shown = {
    Japanese: { title: text('Japanese', row.japanese) },
    English: { rich_text: text('English', row.english) },
    Context: { rich_text: text('Context', row.context) },
    Difficulty: { select: option('Difficulty', row.difficulty) },
    Kind: { select: option('Kind', row.kind) },
    Source: { url: source },
    Timestamp: { rich_text: text('Timestamp', clock(row.seconds), source) },
    Tags: { multi_select: tags.map((name) => ({ name })) },
    Recording: { select: option('Recording', recording.title) },
    'Kinora ID': { rich_text: text('Kinora ID', id) },
  };
  const hash = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
  return {
    id,
    hash,
    values: { ...shown, 'Kinora hash': { rich_text: text('Kinora hash', hash) } },
    shortened: [...shortened],
  };
}

/** What stands in the id column of a row. */
export function pageId(recording: string, row: string): string {
  return cut(`${recording}/${row}`, limits.text);
}

/** Seconds as `01:02:03`: with zeros in front, so that the column can be sorted. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** An option may hold no comma and 100 characters; a Japanese comma reads the same. */
export function optionName(value: string): string {
  return cut(value.replaceAll(/\s*,\s*/g, '、').trim(), limits.option);
}

/** Notion takes options that differ only in case for one. */
function uniqueOptions(values: readonly string[]): string[] {
  const names = new Map<string, string>();
  for (const value of values) {
    const name = optionName(value);
    if (name !== '' && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()].slice(0, limits.options);
}

/** Cuts at a limit in UTF-16 units, never within a character, and shows that something is missing. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('ja').segment(text)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
