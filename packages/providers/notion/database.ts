import { KinoraError } from '@kinora/capabilities';
import type { CreateDatabaseParameters, DataSourceObjectResponse, UpdateDataSourceParameters } from '@notionhq/client';
import type { Notion } from './client.ts';
import { columns, hashColumn, idColumn } from './columns.ts';
import type { ColumnName } from './columns.ts';

/** Kinora's database in Notion, opened. */
export type Table = {
  dataSource: string;
  title: string;
  url: string | null;
  /** Name by which each column goes there; null for one that its owner made something else of. */
  names: Record<ColumnName, string | null>;
  /** Columns that were deleted. */
  missing: ColumnName[];
};

type Schema = NonNullable<NonNullable<CreateDatabaseParameters['initial_data_source']>['properties']>;

/** More databases than this below one page are not looked through. */
const mostDatabases = 50;

/** The id of a page, from its address or as it is. @throws KinoraError `request.invalid`. */
export function readPageId(text: string): string {
  const path = URL.parse(text.trim())?.pathname ?? text.trim();
  const [, hex] = /([0-9a-f]{32})$/i.exec(path.replaceAll('-', '')) ?? [];
  if (hex !== undefined) return hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  throw new KinoraError(
    'request.invalid',
    'This is not the address of a Notion page. Choose “Copy link” on the page.',
    {
      data: { field: 'page' },
    },
  );
}

/**
 * Finds Kinora's database among those below a page, by its column of ids: its owner may have named it anew. One of the
 * wanted name is looked at first.
 */
export async function findTable(notion: Notion, place: { page: string; title: string }): Promise<Table | null> {
  const found: { id: string; title: string }[] = [];
  for (let cursor: string | undefined; ;) {
    const list = await notion.ask((client) =>
      client.blocks.children.list({ block_id: place.page, page_size: 100, ...(cursor && { start_cursor: cursor }) }),
    );
    for (const block of list.results) {
      if ('type' in block && block.type === 'child_database' && !block.in_trash) {
        found.push({ id: block.id, title: block.child_database.title });
      }
    }
    if (list.next_cursor === null || found.length >= mostDatabases) break;
    cursor = list.next_cursor;
  }
  const byName = found.toSorted((a, b) => Number(b.title === place.title) - Number(a.title === place.title));
  for (const { id } of byName.slice(0, mostDatabases)) {
    const database = await notion.ask((client) => client.databases.retrieve({ database_id: id }));
    if (!('data_sources' in database) || database.in_trash) continue;
    for (const reference of database.data_sources) {
      const source = await notion.ask((client) => client.dataSources.retrieve({ data_source_id: reference.id }));
      if ('properties' in source && source.properties[idColumn]?.type === 'rich_text') {
        return { ...readTable(source as DataSourceObjectResponse), url: database.url };
      }
    }
  }
  return null;
}

/** Makes the database. When an answer was lost, the one that was made is found instead of making another. */
export async function createTable(notion: Notion, place: { page: string; title: string }): Promise<Table> {
  const properties = Object.fromEntries(
    Object.entries(columns).map(([name, type]) => [name, { type, [type]: {} }]),
  ) as Schema;
  return notion.ask(
    async (client) => {
      const database = await client.databases.create({
        parent: { type: 'page_id', page_id: place.page },
        title: [{ type: 'text', text: { content: place.title } }],
        initial_data_source: { properties },
      });
      const [source] = 'data_sources' in database ? database.data_sources : [];
      if (source === undefined) {
        throw new KinoraError('provider.failed', 'Notion made a database without a table. Try again.', {
          isRetryable: true,
        });
      }
      const names = Object.fromEntries(Object.keys(columns).map((name) => [name, name])) as Table['names'];
      return {
        dataSource: source.id,
        title: place.title,
        url: 'url' in database ? database.url : null,
        names,
        missing: [],
      };
    },
    async () => (await findTable(notion, place)) ?? undefined,
  );
}

/** Adds columns that were deleted. One whose kind was changed stays as it is, and nothing is written to it. */
export async function completeTable(notion: Notion, table: Table): Promise<Table> {
  if (table.missing.length === 0) return table;
  const properties = Object.fromEntries(
    table.missing.map((name) => [name, { type: columns[name], [columns[name]]: {} }]),
  ) as NonNullable<UpdateDataSourceParameters['properties']>;
  await notion.ask((client) => client.dataSources.update({ data_source_id: table.dataSource, properties }));
  const added = Object.fromEntries(table.missing.map((name) => [name, name]));
  return { ...table, names: { ...table.names, ...added }, missing: [] };
}

/** Columns of {@link Table} whose values can't be written. */
export function lostColumns(table: Table): ColumnName[] {
  return (Object.keys(columns) as ColumnName[]).filter(
    (name) => table.names[name] === null && !table.missing.includes(name),
  );
}

function readTable(source: DataSourceObjectResponse): Omit<Table, 'url'> {
  const all = Object.entries(source.properties);
  const names = Object.fromEntries(
    Object.entries(columns).map(([name, type]) => {
      // The title has one column, whatever its owner calls it.
      const own = type === 'title' ? all.find(([, each]) => each.type === 'title')?.[0] : name;
      return [name, own !== undefined && source.properties[own]?.type === type ? own : null];
    }),
  ) as Table['names'];
  if (names[hashColumn] === null && source.properties[hashColumn] !== undefined) {
    throw new KinoraError(
      'provider.unavailable',
      `The column “${hashColumn}” of the Notion database is no text any more. Make it one, or delete it.`,
    );
  }
  const missing = (Object.keys(columns) as ColumnName[]).filter(
    (name) => names[name] === null && source.properties[name] === undefined,
  );
  return { dataSource: source.id, title: source.title.map((part) => part.plain_text).join(''), names, missing };
}
