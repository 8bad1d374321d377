import { KinoraError } from '@kinora/capabilities';
import type { Json } from '@kinora/capabilities';
import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
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
    items: readonly (Omit<VocabularyRow, 'edit' | 'isStarred' | 'isHidden' | 'review'> & VocabularySearch)[];
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
  await tx.drizzle.delete(vocabularyEvidence).where(eq(vocabularyEvidence.projectId, projectId));
  const now = new Date();
  // In one order, so that two transactions never wait for each other's rows.
  const ordered = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (let at = 0; at < ordered.length; at += batch) {
    await tx.drizzle
      .insert(vocabularyItems)
      .values(ordered.slice(at, at + batch).map((item) => ({ ...item, ownerId: tx.userId, edit: {}, updatedAt: now })))
      .onConflictDoUpdate({
        target: [vocabularyItems.ownerId, vocabularyItems.id],
        set: Object.fromEntries(
          (
            [
              'kind',
              'language',
              'form',
              'sortForm',
              'level',
              'tags',
              'found',
              'searchText',
              'searchSound',
              'updatedAt',
            ] as const
          ).map((name) => [name, sql.raw(`excluded."${vocabularyItems[name].name}"`)]),
        ),
      });
  }
  for (let at = 0; at < evidence.length; at += batch) {
    await tx.drizzle
      .insert(vocabularyEvidence)
      .values(
        evidence
          .slice(at, at + batch)
          .map((row, index) => ({ ...row, ownerId: tx.userId, projectId, version, place: at + index })),
      );
  }
  await tx.drizzle.delete(vocabularyItems).where(
    and(
      sql`${vocabularyItems.edit} = '{}'::jsonb and not ${vocabularyItems.isStarred} and ${vocabularyItems.review} = 'new'`,
      notExists(
        tx.drizzle
          .select({ one: sql`1` })
          .from(vocabularyEvidence)
          .where(
            and(
              eq(vocabularyEvidence.ownerId, vocabularyItems.ownerId),
              eq(vocabularyEvidence.itemId, vocabularyItems.id),
            ),
          ),
      ),
    ),
  );
  return true;
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
  const counts = countsOf(tx, query);
  const by: Record<VocabularyOrder, SQL[]> = {
    form: [],
    recent: [sql`${vocabularyItems.createdAt} desc`],
    count: [sql`${counts.evidence} desc`],
    // N5 before N1, but A1 before C2.
    level: [
      sql`${vocabularyItems.level} is null`,
      sql`case when ${vocabularyItems.level} like 'N%' then 1 - (substr(${vocabularyItems.level}, 2, 1)::numeric / 5) - 0.01 else (position(${vocabularyItems.level} in 'A1A2B1B2C1C2')::numeric - 1) / 12 end`,
    ],
  };
  return tx.drizzle
    .select({ ...columns, evidence: counts.evidence, projects: counts.projects })
    .from(vocabularyItems)
    .innerJoin(counts, eq(counts.itemId, vocabularyItems.id))
    .where(matches(query))
    .orderBy(...by[order], sql`${vocabularyItems.sortForm} collate "C"`, asc(vocabularyItems.id))
    .limit(limit)
    .offset(offset);
}

/** How many items there are of each value of what can be asked for; each counted as if it were not asked for itself. */
export type VocabularyFacets = Record<
  'kind' | 'language' | 'level' | 'tag' | 'review' | 'speaker' | 'projectId',
  Record<string, number>
> & { total: number; starred: number; hidden: number };

/** Counts items by {@link VocabularyFacets}. */
export async function countVocabulary(tx: Transaction, query: VocabularyQuery): Promise<VocabularyFacets> {
  const without = (...names: (keyof VocabularyQuery)[]): VocabularyQuery =>
    Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name as keyof VocabularyQuery)));
  const tally = async (value: SQL, asked: VocabularyQuery): Promise<Record<string, number>> => {
    const counts = countsOf(tx, asked);
    const rows = await tx.drizzle
      .select({ value: sql<string | null>`${value}`, count: sql<number>`count(*)::int` })
      .from(vocabularyItems)
      .innerJoin(counts, eq(counts.itemId, vocabularyItems.id))
      .where(matches(asked))
      .groupBy(sql`1`);
    return Object.fromEntries(rows.flatMap(({ value: name, count }) => (name === null ? [] : [[name, count]])));
  };
  /** Of places rather than items. */
  const tallyPlaces = async (value: SQL, asked: VocabularyQuery): Promise<Record<string, number>> => {
    const rows = await tx.drizzle
      .select({ value: sql<string | null>`${value}`, count: sql<number>`count(distinct ${vocabularyItems.id})::int` })
      .from(vocabularyEvidence)
      .innerJoin(vocabularyItems, eq(vocabularyEvidence.itemId, vocabularyItems.id))
      .where(and(matches(asked), placeMatches(asked)))
      .groupBy(sql`1`);
    return Object.fromEntries(rows.flatMap(({ value: name, count }) => (name === null ? [] : [[name, count]])));
  };
  const kind = await tally(sql`${vocabularyItems.kind}`, without('kinds'));
  const language = await tally(sql`${vocabularyItems.language}`, without('language'));
  const level = await tally(sql`${vocabularyItems.level}`, without('levels'));
  const tag = await tally(sql`unnest(${vocabularyItems.tags})`, without('tag'));
  const review = await tally(sql`${vocabularyItems.review}`, without('review'));
  const starred = await tally(sql`${vocabularyItems.isStarred}::text`, without('isStarred'));
  const hidden = await tally(sql`${vocabularyItems.isHidden}::text`, { ...without('hidden'), hidden: 'all' });
  const all = await tally(sql`'all'::text`, query);
  const speaker = await tallyPlaces(sql`${vocabularyEvidence.speaker}`, without('speaker'));
  const projectId = await tallyPlaces(sql`${vocabularyEvidence.projectId}::text`, without('projectId'));
  return {
    kind,
    language,
    level,
    tag,
    review,
    speaker,
    projectId,
    total: all['all'] ?? 0,
    starred: starred['true'] ?? 0,
    hidden: hidden['true'] ?? 0,
  };
}

/** One item with how often it is said, which may be never any more. @throws KinoraError `resource.missing`. */
export async function getVocabularyItem(tx: Transaction, id: string): Promise<CountedVocabularyRow> {
  const counts = countsOf(tx, {});
  const [row] = await tx.drizzle
    .select({
      ...columns,
      evidence: sql<number>`coalesce(${counts.evidence}, 0)`,
      projects: sql<number>`coalesce(${counts.projects}, 0)`,
    })
    .from(vocabularyItems)
    .leftJoin(counts, eq(counts.itemId, vocabularyItems.id))
    .where(eq(vocabularyItems.id, id));
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

/** How often each item is said, in the projects and by the speaker that are asked for. */
function countsOf(tx: Transaction, query: VocabularyQuery) {
  return tx.drizzle
    .select({
      itemId: vocabularyEvidence.itemId,
      evidence: sql<number>`count(*)::int`.as('evidence'),
      projects: sql<number>`count(distinct ${vocabularyEvidence.projectId})::int`.as('projects'),
    })
    .from(vocabularyEvidence)
    .where(placeMatches(query))
    .groupBy(vocabularyEvidence.itemId)
    .as('counts');
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
