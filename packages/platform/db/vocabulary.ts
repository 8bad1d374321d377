import { KinoraError } from '@kinora/capabilities';
import type { Json } from '@kinora/capabilities';
import { and, asc, eq, inArray, sql } from './drizzle.ts';
import type { SQL } from './drizzle.ts';
import type { Transaction } from './database.ts';
import { projects, vocabularyEvidence, vocabularyItems } from './schema.ts';

/** An item of an owner's vocabulary. */
export type VocabularyRow = {
  id: string;
  kind: string;
  language: string;
  form: string;
  /** What lists are ordered by. */
  sortForm: string;
  level: string | null;
  tags: string[];
  /** As it was found last, without evidence. */
  found: Json;
  /** What the owner changed of it. */
  edit: Json;
  isStarred: boolean;
  isHidden: boolean;
  review: string;
};

/** What a search looks through: text in one spelling, and how it sounds in Latin letters, each word after a blank. */
export type VocabularySearch = { searchText: string; searchSound: string };

/** A place where an item is said. Times in seconds of the recording. */
export type EvidenceRow = {
  itemId: string;
  sentence: number;
  context: string;
  /** Stretch of {@link EvidenceRow.context}. */
  from: number;
  to: number;
  surface: string;
  start: number;
  end: number;
  cueIndex: number;
  speaker: string | null;
};

/** Rows that are inserted with one statement. */
const batch = 1000;

const columns = {
  id: vocabularyItems.id,
  kind: vocabularyItems.kind,
  language: vocabularyItems.language,
  form: vocabularyItems.form,
  sortForm: vocabularyItems.sortForm,
  level: vocabularyItems.level,
  tags: vocabularyItems.tags,
  found: sql<Json>`${vocabularyItems.found}`,
  edit: vocabularyItems.edit,
  isStarred: vocabularyItems.isStarred,
  isHidden: vocabularyItems.isHidden,
  review: vocabularyItems.review,
};

/** What the owner changed of items, by id; of the others nothing is there. */
export async function readVocabularyEdits(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Pick<VocabularyRow, 'edit' | 'isStarred' | 'isHidden' | 'review'>>> {
  const { edit, isStarred, isHidden, review } = columns;
  const rows =
    ids.length === 0
      ? []
      : await tx.drizzle
          .select({ id: columns.id, edit, isStarred, isHidden, review })
          .from(vocabularyItems)
          .where(inArray(vocabularyItems.id, [...ids]));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/**
 * Puts what is said in a project into the vocabulary, in the place of what an earlier version of it said. Items that are there
 * keep what their owner changed; those that nobody says any more and nobody changed go.
 * @returns Whether it was kept: an older version never takes the place of a newer one.
 * @throws KinoraError `resource.missing` when there is no such project.
 */
export async function keepVocabulary(
  tx: Transaction,
  {
    projectId,
    version,
    items,
    evidence,
  }: {
    projectId: string;
    version: number;
    items: readonly FoundRow[];
    /** In the order in which they are said. */
    evidence: readonly EvidenceRow[];
  },
): Promise<boolean> {
  // Two versions that are read at once take turns.
  const [project] = await tx.drizzle
    .select({ id: projects.id })
    .from(projects)
    .where(eq(projects.id, projectId))
    .for('update');
  if (!project) throw new KinoraError('resource.missing', 'There is no such project; it may have been deleted.');
  const [newer] = await tx.drizzle
    .select({ version: vocabularyEvidence.version })
    .from(vocabularyEvidence)
    .where(and(eq(vocabularyEvidence.projectId, projectId), sql`${vocabularyEvidence.version} > ${version}`))
    .limit(1);
  if (newer) return false;
  const before = await tx.drizzle
    .delete(vocabularyEvidence)
    .where(eq(vocabularyEvidence.projectId, projectId))
    .returning({ id: vocabularyEvidence.itemId });
  const said = new Set(items.map(({ id }) => id));
  const gone = [...new Set(before.map(({ id }) => id))].filter((id) => !said.has(id));
  // In one order, so that two transactions never wait for each other's rows.
  await insertItems(
    tx,
    items.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  await insertEvidence(tx, evidence, { projectId, version });
  for (let at = 0; at < gone.length; at += batch) await forgetUnsaid(tx, gone.slice(at, at + batch));
  return true;
}

type FoundRow = Omit<VocabularyRow, 'edit' | 'isStarred' | 'isHidden' | 'review'> & VocabularySearch;

/** Rows go as one JSON: statements with a parameter for each value take seconds to be put together. */
async function insertItems(tx: Transaction, items: readonly FoundRow[]): Promise<void> {
  await tx.client.query(
    `insert into vocabulary_items (owner_id, id, kind, language, form, sort_form, level, tags, found, edit, search_text, search_sound)
     select $1, id, kind, language, form, "sortForm", level, array(select json_array_elements_text(tags)), found, '{}', "searchText", "searchSound"
       from json_to_recordset($2::json) as item (id text, kind text, language text, form text, "sortForm" text, level text,
         tags json, found json, "searchText" text, "searchSound" text)
     on conflict (owner_id, id) do update set kind = excluded.kind, language = excluded.language, form = excluded.form,
       sort_form = excluded.sort_form, level = excluded.level, tags = excluded.tags, found = excluded.found,
       search_text = excluded.search_text, search_sound = excluded.search_sound, updated_at = now()`,
    [tx.userId, JSON.stringify(items)],
  );
}

async function insertEvidence(
  tx: Transaction,
  evidence: readonly EvidenceRow[],
  { projectId, version }: { projectId: string; version: number },
): Promise<void> {
  await tx.client.query(
    `insert into vocabulary_evidence (owner_id, project_id, version, place, item_id, sentence, context, from_offset, to_offset,
       surface, start_seconds, end_seconds, cue_index, speaker)
     select $1, $2, $3, place, "itemId", sentence, context, "from", "to", surface, start, "end", "cueIndex", speaker
       from json_to_recordset($4::json) as evidence (place int, "itemId" text, sentence int, context text, "from" int, "to" int,
         surface text, start float8, "end" float8, "cueIndex" int, speaker text)`,
    [tx.userId, projectId, version, JSON.stringify(evidence.map((row, place) => ({ ...row, place })))],
  );
}

/** Drops items that nobody says any more and their owner never changed. */
async function forgetUnsaid(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.drizzle
    .delete(vocabularyItems)
    .where(
      and(
        inArray(vocabularyItems.id, [...ids]),
        sql`${vocabularyItems.edit} = '{}'::jsonb and not ${vocabularyItems.isStarred} and not ${vocabularyItems.isHidden} and ${vocabularyItems.review} = 'new'`,
        sql`not ${isSaid({})}`,
      ),
    );
}

/** Which items are looked for; what is omitted does not matter. */
export type VocabularyQuery = {
  /** All must be found: in the text, or where a sound is given, in how it is said. */
  words?: readonly { text: string; sound: string | null }[];
  kinds?: readonly string[];
  language?: string;
  levels?: readonly string[];
  tag?: string;
  projectId?: string;
  speaker?: string;
  isStarred?: boolean;
  review?: string;
  /** Default: only those that are not hidden. `all`: both. */
  hidden?: 'only' | 'all';
};

/** Ways to order items: by reading, by what was found last, by how often, or by difficulty. */
export type VocabularyOrder = 'form' | 'recent' | 'count' | 'level';

/** An item with how often, in how many projects, and where it is said first. */
export type CountedVocabularyRow = VocabularyRow & { evidence: number; projects: number };

/** Items that are said somewhere. */
export async function listVocabulary(
  tx: Transaction,
  query: VocabularyQuery,
  { order, limit, offset }: { order: VocabularyOrder; limit: number; offset: number },
): Promise<CountedVocabularyRow[]> {
  const byForm = [sql`${vocabularyItems.sortForm} collate "C"`, asc(vocabularyItems.id)];
  const found = tx.drizzle.select(columns).from(vocabularyItems);
  if (order === 'count') {
    const often = countsOf(tx, placeMatches(query));
    const rows = await hashing(tx, () =>
      found
        .innerJoin(often, eq(often.itemId, vocabularyItems.id))
        .where(matches(query))
        .orderBy(sql`${often.evidence} desc`, ...byForm)
        .limit(limit)
        .offset(offset),
    );
    return withCounts(tx, rows, query);
  }
  const first = order === 'recent' ? [sql`${vocabularyItems.createdAt} desc`] : order === 'level' ? byLevel : [];
  const rows = await found
    .where(and(matches(query), isSaid(query)))
    .orderBy(...first, ...byForm)
    .limit(limit)
    .offset(offset);
  return withCounts(tx, rows, query);
}

/** N5 before N1, but A1 before C2; what has none comes last. */
const byLevel = [
  sql`${vocabularyItems.level} is null`,
  sql`case when ${vocabularyItems.level} like 'N%' then 1 - (substr(${vocabularyItems.level}, 2, 1)::numeric / 5) - 0.01 else (position(${vocabularyItems.level} in 'A1A2B1B2C1C2')::numeric - 1) / 12 end`,
];

async function withCounts(
  tx: Transaction,
  rows: readonly VocabularyRow[],
  query: VocabularyQuery,
): Promise<CountedVocabularyRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counts = countsOf(tx, and(placeMatches(query), inArray(vocabularyEvidence.itemId, ids)));
  const counted = new Map((await tx.drizzle.select().from(counts)).map((count) => [count.itemId, count]));
  return rows.map((row) => {
    const { evidence = 0, projects: said = 0 } = counted.get(row.id) ?? {};
    return { ...row, evidence, projects: said };
  });
}

/** How many items there are of each value of what can be asked for; each counted as if it were not asked for itself. */
export type VocabularyFacets = Record<
  'kind' | 'language' | 'level' | 'tag' | 'review' | 'speaker' | 'projectId',
  Record<string, number>
> & { total: number; starred: number; hidden: number };

/** Counts items by {@link VocabularyFacets}. */
export async function countVocabulary(tx: Transaction, query: VocabularyQuery): Promise<VocabularyFacets> {
  const { kind, language, level, tags, review, isStarred, isHidden } = columns;
  // What the words and the places leave is counted here: a few thousand short rows, once, instead of a query for each facet.
  const rows = await tx.drizzle
    .select({ kind, language, level, tags, review, isStarred, isHidden })
    .from(vocabularyItems)
    .where(and(matches({ words: query.words, hidden: 'all' }), isSaid(query)));
  const tests: Record<string, (row: (typeof rows)[number]) => boolean> = {
    kind: (row) => query.kinds === undefined || query.kinds.includes(row.kind),
    language: (row) => query.language === undefined || row.language === query.language,
    level: (row) => query.levels === undefined || (row.level !== null && query.levels.includes(row.level)),
    tag: (row) => query.tag === undefined || row.tags.includes(query.tag),
    review: (row) => query.review === undefined || row.review === query.review,
    starred: (row) => query.isStarred === undefined || row.isStarred === query.isStarred,
    hidden: (row) => query.hidden === 'all' || row.isHidden === (query.hidden === 'only'),
  };
  const names = Object.keys(tests);
  const failed = rows.map((row) => names.filter((name) => !tests[name]!(row)));
  /** Rows that pass all tests, or all but one. */
  const passing = (but?: string) => rows.filter((_, at) => failed[at]!.every((name) => name === but));
  const tally = (but: string, valuesOf: (row: (typeof rows)[number]) => readonly string[]) => {
    const counts: Record<string, number> = {};
    for (const value of passing(but).flatMap(valuesOf)) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };
  return {
    total: passing().length,
    starred: passing('starred').filter((row) => row.isStarred).length,
    hidden: passing('hidden').filter((row) => row.isHidden).length,
    kind: tally('kind', (row) => [row.kind]),
    language: tally('language', (row) => [row.language]),
    level: tally('level', (row) => (row.level === null ? [] : [row.level])),
    tag: tally('tag', (row) => row.tags),
    review: tally('review', (row) => [row.review]),
    ...(await hashing(tx, async () => ({
      speaker: await tallyPlaces(tx, sql`${vocabularyEvidence.speaker}`, { ...query, speaker: undefined }),
      projectId: await tallyPlaces(tx, sql`${vocabularyEvidence.projectId}`, { ...query, projectId: undefined }),
    }))),
  };
}

/**
 * Runs queries over whole tables by hashing. How many rows are the owner's, row-level security hides from the planner: it takes
 * them for a few and goes through tables once for each, which takes seconds where this takes a moment.
 */
async function hashing<Value>({ client }: Transaction, work: () => Promise<Value>): Promise<Value> {
  await client.query('set local enable_nestloop = off; set local enable_sort = off');
  const value = await work();
  await client.query('set local enable_nestloop = on; set local enable_sort = on');
  return value;
}

/** How many items are said in each project, or by each speaker. */
async function tallyPlaces(tx: Transaction, value: SQL, query: VocabularyQuery): Promise<Record<string, number>> {
  const pairs = tx.drizzle
    .selectDistinct({ value: sql<string | null>`${value}`.as('value'), itemId: vocabularyEvidence.itemId })
    .from(vocabularyEvidence)
    .where(placeMatches(query))
    .as('pairs');
  const rows = await tx.drizzle
    .select({ value: pairs.value, count: sql<number>`count(*)::int` })
    .from(pairs)
    .innerJoin(vocabularyItems, eq(pairs.itemId, vocabularyItems.id))
    .where(matches(query))
    .groupBy(pairs.value);
  return Object.fromEntries(rows.flatMap(({ value: name, count }) => (name === null ? [] : [[name, count]])));
}

/** One item with how often it is said, which may be never any more. @throws KinoraError `resource.missing`. */
export async function getVocabularyItem(tx: Transaction, id: string): Promise<CountedVocabularyRow> {
  const [row] = await withCounts(
    tx,
    await tx.drizzle.select(columns).from(vocabularyItems).where(eq(vocabularyItems.id, id)),
    {},
  );
  if (row) return row;
  throw new KinoraError('resource.missing', 'There is no such item; no recording has said it yet.');
}

/** A place where an item is said, and of which project. */
export type OwnedEvidenceRow = EvidenceRow & { projectId: string; projectTitle: string; version: number };

/**
 * Where items are said: newest project first, in the order in which it is said there.
 * @param options.each At most so many of each item. Default all.
 */
export async function listEvidence(
  tx: Transaction,
  ids: readonly string[],
  { each }: { each?: number } = {},
): Promise<OwnedEvidenceRow[]> {
  if (ids.length === 0) return [];
  const ranked = tx.drizzle
    .select({
      projectId: vocabularyEvidence.projectId,
      projectTitle: projects.title,
      version: vocabularyEvidence.version,
      itemId: vocabularyEvidence.itemId,
      sentence: vocabularyEvidence.sentence,
      context: vocabularyEvidence.context,
      from: vocabularyEvidence.from,
      to: vocabularyEvidence.to,
      surface: vocabularyEvidence.surface,
      start: vocabularyEvidence.start,
      end: vocabularyEvidence.end,
      cueIndex: vocabularyEvidence.cueIndex,
      speaker: vocabularyEvidence.speaker,
      rank: sql<number>`row_number() over (partition by ${vocabularyEvidence.itemId} order by ${projects.createdAt} desc, ${projects.id}, ${vocabularyEvidence.place})`.as(
        'rank',
      ),
    })
    .from(vocabularyEvidence)
    .innerJoin(projects, eq(projects.id, vocabularyEvidence.projectId))
    .where(inArray(vocabularyEvidence.itemId, [...ids]))
    .as('ranked');
  const rows = await tx.drizzle
    .select()
    .from(ranked)
    .where(each === undefined ? undefined : sql`${ranked.rank} <= ${each}`)
    .orderBy(ranked.itemId, ranked.rank);
  return rows.map(({ rank: _rank, ...row }) => row);
}

/** Keeps what an owner changed of an item, and how it is found from now on. @throws KinoraError `resource.missing`. */
export async function updateVocabularyItem(
  tx: Transaction,
  id: string,
  change: Partial<Omit<VocabularyRow, 'id' | 'kind' | 'language' | 'form' | 'found'> & VocabularySearch>,
): Promise<void> {
  const rows = await tx.drizzle
    .update(vocabularyItems)
    .set({ ...change, updatedAt: new Date() })
    .where(eq(vocabularyItems.id, id))
    .returning({ id: vocabularyItems.id });
  if (rows.length === 0)
    throw new KinoraError('resource.missing', 'There is no such item; no recording has said it yet.');
}

/** How often each item is said, and in how many projects. */
function countsOf(tx: Transaction, where: SQL | undefined) {
  const each = tx.drizzle
    .select({ itemId: vocabularyEvidence.itemId, said: sql<number>`count(*)`.as('said') })
    .from(vocabularyEvidence)
    .where(where)
    .groupBy(vocabularyEvidence.itemId, vocabularyEvidence.projectId)
    .as('each');
  return tx.drizzle
    .select({
      itemId: each.itemId,
      evidence: sql<number>`sum(${each.said})::int`.as('evidence'),
      projects: sql<number>`count(*)::int`.as('projects'),
    })
    .from(each)
    .groupBy(each.itemId)
    .as('counts');
}

/** Whether an item is said in the places that are asked for. */
function isSaid(query: VocabularyQuery): SQL {
  const places = and(
    sql`${vocabularyEvidence.ownerId} = ${vocabularyItems.ownerId} and ${vocabularyEvidence.itemId} = ${vocabularyItems.id}`,
    placeMatches(query),
  );
  return sql`exists (select 1 from ${vocabularyEvidence} where ${places})`;
}

function placeMatches({ projectId, speaker }: VocabularyQuery): SQL | undefined {
  return and(
    projectId === undefined ? undefined : eq(vocabularyEvidence.projectId, projectId),
    speaker === undefined ? undefined : eq(vocabularyEvidence.speaker, speaker),
  );
}

function matches({
  words = [],
  kinds,
  language,
  levels,
  tag,
  isStarred,
  review,
  hidden,
}: VocabularyQuery): SQL | undefined {
  return and(
    ...words.map(({ text, sound }) =>
      sound === null
        ? sql`${vocabularyItems.searchText} like ${within(text)}`
        : sql`(${vocabularyItems.searchText} like ${within(text)} or ${vocabularyItems.searchSound} like ${within(sound.length > 2 ? sound : ` ${sound}`)})`,
    ),
    kinds && inArray(vocabularyItems.kind, [...kinds]),
    language === undefined ? undefined : eq(vocabularyItems.language, language),
    levels && inArray(vocabularyItems.level, [...levels]),
    tag === undefined ? undefined : sql`${tag} = any(${vocabularyItems.tags})`,
    isStarred === undefined ? undefined : eq(vocabularyItems.isStarred, isStarred),
    review === undefined ? undefined : eq(vocabularyItems.review, review),
    hidden === 'all' ? undefined : eq(vocabularyItems.isHidden, hidden === 'only'),
  );
}

function within(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
