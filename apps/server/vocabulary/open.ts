import { KinoraError } from '@kinora/capabilities';
import type { Json } from '@kinora/capabilities';
import {
  countVocabulary,
  getProject,
  getVocabularyItem,
  keepVocabulary,
  listEvidence,
  listVocabulary,
  readVocabularyEdits,
  updateVocabularyItem,
} from '@kinora/platform/db';
import type {
  CountedVocabularyRow,
  OwnedEvidenceRow,
  Transaction,
  UserDatabase,
  VocabularyQuery,
  VocabularyRow,
} from '@kinora/platform/db';
import { soundOf, timeLink } from '@kinora/studios/language';
import type { Evidence, ItemEdit, ReviewState, VocabularyItem } from '@kinora/studios/language/schema';
import { describeForSearch, spell } from './search.ts';
import type {
  ItemChange,
  VocabularyEntry,
  VocabularyEvidence,
  VocabularyFacetCounts,
  VocabularyFilter,
  VocabularyStore,
} from './vocabulary.ts';

type Found = Omit<VocabularyItem, 'evidence'>;

/** Items whose places are read at once for an export. */
const batch = 500;

/** Opens the vocabulary of one owner. */
export function openVocabulary(database: UserDatabase): VocabularyStore {
  async function withLinks(tx: Transaction, rows: readonly OwnedEvidenceRow[]): Promise<VocabularyEvidence[]> {
    const links = new Map<string, string | null>();
    for (const { projectId } of rows) {
      if (links.has(projectId)) continue;
      const { summary } = await getProject(tx, projectId);
      links.set(projectId, (summary as { link?: string | null }).link ?? null);
    }
    return rows.map((row) => evidenceOf(row, links.get(row.projectId) ?? null));
  }

  return {
    async list(filter, { sort, limit, cursor }) {
      const query = queryOf(filter);
      const offset = cursor === undefined ? 0 : decodeCursor(cursor);
      return database.read(async (tx) => {
        const rows = await listVocabulary(tx, query, { order: sort, limit: limit + 1, offset });
        const shown = rows.slice(0, limit);
        const places = await withLinks(
          tx,
          await listEvidence(
            tx,
            shown.map(({ id }) => id),
            { each: 1 },
          ),
        );
        const first = new Map(places.map((place) => [place.itemId, place]));
        return {
          items: shown.map((row) => ({ ...entryOf(row), first: first.get(row.id) ?? null })),
          next: rows.length > limit ? Buffer.from(`at ${offset + limit}`).toString('base64url') : null,
          facets: cursor === undefined ? await facetsOf(tx, query) : null,
        };
      });
    },

    get: (id) =>
      database.read(async (tx) => ({
        item: entryOf(await getVocabularyItem(tx, id)),
        evidence: await withLinks(tx, await listEvidence(tx, [id])),
      })),

    edit: (id, change) =>
      database.transaction(
        async (tx) => {
          const row = await getVocabularyItem(tx, id);
          const { isStarred = row.isStarred, isHidden = row.isHidden, review = row.review, ...told } = change;
          const edit = merge(row.edit as ItemEdit, told);
          await updateVocabularyItem(tx, id, {
            edit,
            isStarred: isStarred ?? false,
            isHidden: isHidden ?? false,
            review: review ?? 'new',
            ...describe({ ...(row.found as unknown as Found), ...edit }, await surfacesOf(tx, id)),
          });
          return entryOf(await getVocabularyItem(tx, id));
        },
        { isIdempotent: true },
      ),

    async all(filter) {
      const query = queryOf(filter);
      return database.read(async (tx) => {
        const rows = await listVocabulary(tx, query, { order: 'form', limit: 1_000_000, offset: 0 });
        const entries: (VocabularyEntry & { evidence: VocabularyEvidence[] })[] = [];
        for (let at = 0; at < rows.length; at += batch) {
          const some = rows.slice(at, at + batch);
          const ids = some.map(({ id }) => id);
          const places = Map.groupBy(await withLinks(tx, await listEvidence(tx, ids)), ({ itemId }) => itemId);
          for (const row of some) entries.push({ ...entryOf(row), evidence: places.get(row.id) ?? [] });
        }
        return entries;
      });
    },

    async edits(ids) {
      const rows = await database.read((tx) => readVocabularyEdits(tx, ids));
      return Object.fromEntries(Array.from(rows, ([id, row]) => [id, editOf(row)]));
    },

    keep: (lesson, items) =>
      database.transaction(
        async (tx) => {
          const edits = await readVocabularyEdits(
            tx,
            items.map(({ id }) => id),
          );
          const evidence = items
            .flatMap(({ id, evidence: places }) => places.map((place) => ({ itemId: id, ...place })))
            .toSorted((a, b) => a.start - b.start || a.sentence - b.sentence || a.from - b.from);
          await keepVocabulary(tx, {
            projectId: lesson.id,
            version: lesson.version,
            items: items.map(({ evidence: places, ...found }) => ({
              id: found.id,
              kind: found.kind,
              language: found.language,
              form: found.form,
              found: found as unknown as Json,
              ...describe(
                { ...found, ...(edits.get(found.id)?.edit as ItemEdit | undefined) },
                places.map(({ surface }) => surface),
              ),
            })),
            evidence: evidence.map(({ speaker = null, ...place }) => ({ ...place, speaker })),
          });
        },
        { isIdempotent: true },
      ),
  };
}

/** What follows from an item as it is told. */
function describe(item: Found, surfaces: readonly string[]) {
  return {
    // Patterns begin with a mark of what comes before them.
    sortForm: spell(item.reading ?? item.form).replace(/^[〜～~]/u, ''),
    level: item.difficulty ?? null,
    tags: [...item.tags],
    ...describeForSearch(item, surfaces),
  };
}

async function surfacesOf(tx: Transaction, id: string): Promise<string[]> {
  return (await listEvidence(tx, [id])).map(({ surface }) => surface);
}

/** Null and an empty text take a change back. */
function merge(before: ItemEdit, change: ItemChange): ItemEdit {
  const merged = { ...before, ...change };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as ItemEdit;
}

function editOf({
  edit,
  isStarred,
  isHidden,
  review,
}: Pick<VocabularyRow, 'edit' | 'isStarred' | 'isHidden' | 'review'>) {
  return {
    ...(edit as ItemEdit),
    ...(isStarred && { isStarred }),
    ...(isHidden && { isHidden }),
    ...(review !== 'new' && { review: review as ReviewState }),
  };
}

function entryOf(row: CountedVocabularyRow): VocabularyEntry {
  const edit = row.edit as ItemEdit;
  return {
    ...(row.found as unknown as Found),
    ...edit,
    isStarred: row.isStarred,
    isHidden: row.isHidden,
    review: row.review as ReviewState,
    edit,
    evidenceCount: row.evidence,
    lessonCount: row.projects,
  };
}

function evidenceOf(
  { projectId, projectTitle, speaker, ...place }: OwnedEvidenceRow,
  link: string | null,
): VocabularyEvidence {
  return {
    ...place,
    ...(speaker !== null && { speaker }),
    lesson: projectId,
    lessonTitle: projectTitle,
    link: link === null ? null : timeLink(link, place.start),
  } as unknown as Evidence & VocabularyEvidence;
}

function queryOf({ query = '', kind, level, lesson, starred, hidden, ...rest }: VocabularyFilter): VocabularyQuery {
  const words = query.split(/\s+/u).filter(Boolean).slice(0, 8);
  return {
    ...rest,
    words: words.map((word) => ({ text: spell(word), sound: soundToFind(word) })),
    ...(kind && kind.length > 0 && { kinds: kind }),
    ...(level && level.length > 0 && { levels: level }),
    ...(lesson !== undefined && { projectId: lesson }),
    ...(starred !== undefined && { isStarred: starred }),
    ...(hidden === true && { hidden: 'only' as const }),
  };
}

/** One letter sounds like half of the language. */
function soundToFind(word: string): string | null {
  const sound = soundOf(word);
  return sound === null || sound.length < 2 ? null : sound;
}

async function facetsOf(tx: Transaction, query: VocabularyQuery): Promise<VocabularyFacetCounts> {
  const { projectId, ...counts } = await countVocabulary(tx, query);
  const lesson: VocabularyFacetCounts['lesson'] = [];
  for (const [id, count] of Object.entries(projectId)) {
    lesson.push({ id, title: (await getProject(tx, id)).title, count });
  }
  return { ...counts, lesson: lesson.toSorted((a, b) => b.count - a.count) };
}

function decodeCursor(cursor: string): number {
  const [, at] = /^at (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at !== undefined) return Number(at);
  throw new KinoraError('request.invalid', 'The cursor is not one of ours; leave it out to start from the top.', {
    data: { field: 'cursor' },
  });
}
