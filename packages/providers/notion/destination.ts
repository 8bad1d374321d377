import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type {
  VocabularyDestination,
  VocabularyForecast,
  VocabularyReport,
  VocabularyRows,
} from '@kinora/capabilities/publishing';
import type { PageObjectResponse } from '@notionhq/client';
import { openNotion } from './client.ts';
import type { Notion, NotionOptions } from './client.ts';
import { hashColumn, idColumn, pageId, planPage } from './columns.ts';
import type { ColumnName, PlannedPage, PropertyValue } from './columns.ts';
import { completeTable, createTable, findTable, lostColumns } from './database.ts';
import type { Table } from './database.ts';

/** Where the rows go. */
export type NotionPlace = { page: string; title: string };

/** A page that is there. */
type KnownPage = { page: string; hash: string };

/** Requests that wait for their answer at a time: the pace alone decides how many are sent. */
const lanes = 3;
/** Rows of a page of answers. */
const pageSize = 100;

/** A database of Notion as a place for vocabulary. */
export function createNotionDestination(options: NotionOptions, place: NotionPlace): VocabularyDestination {
  const perSecond = options.perSecond ?? 3;
  return {
    async forecast(rows, { signal }) {
      const notion = await openNotion(options, signal);
      const table = await findTable(notion, place);
      const plan = await planWork(notion, table, rows);
      // A new database is made, and then asked like any other.
      const writes = plan.work.length + (table === null ? 2 : Number(table.missing.length > 0));
      // What was asked for this forecast is asked again before anything is written.
      const requests = notion.count() + writes;
      return {
        collection: { title: table?.title ?? place.title, exists: table !== null, url: table?.url ?? null },
        created: plan.created,
        changed: plan.changed,
        unchanged: rows.rows.length - plan.created - plan.changed,
        orphaned: plan.orphaned,
        requests,
        seconds: Math.ceil(requests / perSecond),
        notes: plan.notes,
      } satisfies VocabularyForecast;
    },

    async send(rows, { signal, onProgress }) {
      const notion = await openNotion(options, signal);
      const found = await findTable(notion, place);
      const table = found === null ? await createTable(notion, place) : await completeTable(notion, found);
      const plan = await planWork(notion, table, rows);
      const total = rows.rows.length;
      const refused: VocabularyReport['refused'] = [];
      let done = total - plan.work.length;
      onProgress?.({ done, total });
      await inLanes(plan.work, async (task) => {
        try {
          await write(notion, table, task);
        } catch (error) {
          if (!isKinoraError(error) || error.code !== 'provider.refused') throw error;
          refused.push({ id: task.page.id, reason: error.message });
        }
        onProgress?.({ done: ++done, total });
      });
      const isRefused = new Set(refused.map(({ id }) => id));
      const written = plan.work.filter(({ page }) => !isRefused.has(page.id));
      return {
        collection: { title: table.title, url: table.url },
        created: written.filter(({ known }) => known === undefined).length,
        changed: written.filter(({ known }) => known !== undefined).length,
        unchanged: total - plan.work.length,
        refused,
        requests: notion.count(),
        notes: plan.notes,
      };
    },
  };
}

type Task = { page: PlannedPage; known: KnownPage | undefined };

/** What has to be written: rows that are not there, and those that are there in other words. */
async function planWork(notion: Notion, table: Table | null, { recording, rows }: VocabularyRows) {
  const pages = rows.map((row) => planPage(row, recording));
  if (new Set(pages.map(({ id }) => id)).size < pages.length) {
    throw new KinoraError('internal.bug', 'Two rows of a vocabulary have the same id.');
  }
  const { known, doubles } =
    table === null
      ? { known: new Map<string, KnownPage>(), doubles: 0 }
      : await listPages(notion, table, pageId(recording.id, ''));
  const work: Task[] = pages
    .filter(({ id, hash }) => known.get(id)?.hash !== hash)
    .map((page) => ({ page, known: known.get(page.id) }));
  const created = work.filter((task) => task.known === undefined).length;
  const wanted = new Set(pages.map(({ id }) => id));
  const shortened = pages.filter((page) => page.shortened.length > 0);
  const lost = table === null ? [] : lostColumns(table);
  const notes: string[] = [];
  if (shortened.length > 0) {
    const names = [...new Set(shortened.flatMap((page) => page.shortened))].join(', ');
    notes.push(`${shortened.length} rows are longer than Notion allows or hold commas in options; changed: ${names}.`);
  }
  if (lost.length > 0)
    notes.push(`These columns have another kind in Notion now, so they are left alone: ${lost.join(', ')}.`);
  if (doubles > 0)
    notes.push(`${doubles} rows are in Notion twice, as copies made there; the oldest of each is kept up to date.`);
  return {
    work,
    created,
    changed: work.length - created,
    orphaned: [...known.keys()].filter((id) => !wanted.has(id)).length,
    notes,
  };
}

/** Pages of a recording by their id. Of copies, the oldest. */
async function listPages(notion: Notion, table: Table, prefix: string) {
  const known = new Map<string, KnownPage>();
  let doubles = 0;
  for (let cursor: string | undefined; ;) {
    const answer = await notion.ask((client) =>
      client.dataSources.query({
        data_source_id: table.dataSource,
        filter: { property: idColumn, rich_text: { starts_with: prefix } },
        sorts: [{ timestamp: 'created_time', direction: 'ascending' }],
        page_size: pageSize,
        ...(cursor && { start_cursor: cursor }),
      }),
    );
    for (const page of answer.results) {
      if (page.object !== 'page' || !('properties' in page)) continue;
      const { id, hash } = readIds(page);
      if (!id.startsWith(prefix)) continue;
      if (known.has(id)) doubles++;
      else known.set(id, { page: page.id, hash });
    }
    if (answer.next_cursor === null) return { known, doubles };
    cursor = answer.next_cursor;
  }
}

async function write(notion: Notion, table: Table, { page, known }: Task): Promise<void> {
  const properties: Record<string, PropertyValue> = {};
  for (const [column, name] of Object.entries(table.names)) {
    if (name !== null) properties[name] = page.values[column as ColumnName];
  }
  if (known !== undefined) {
    await notion.ask((client) => client.pages.update({ page_id: known.page, properties }));
    return;
  }
  await notion.ask(
    (client) =>
      client.pages.create({ parent: { type: 'data_source_id', data_source_id: table.dataSource }, properties }),
    // It may have been made though its answer was lost.
    async () => {
      const answer = await notion.ask((client) =>
        client.dataSources.query({
          data_source_id: table.dataSource,
          filter: { property: idColumn, rich_text: { equals: page.id } },
          page_size: 1,
        }),
      );
      const [made] = answer.results;
      return made?.object === 'page' ? made : undefined;
    },
  );
}

function readIds({ properties }: PageObjectResponse): { id: string; hash: string } {
  const text = (name: string) => {
    const property = properties[name];
    return property?.type === 'rich_text' ? property.rich_text.map((part) => part.plain_text).join('') : '';
  };
  return { id: text(idColumn), hash: text(hashColumn) };
}

/** Works through tasks, a few at a time. The first failure ends all. */
async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  let failure: { error: unknown } | undefined;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of queue) {
        if (failure) return;
        await work(item).catch((error: unknown) => (failure ??= { error }));
      }
    }),
  );
  if (failure) throw failure.error;
}
