import type { Json, ServedBy } from '@kinora/capabilities';
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  sql,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from './drizzle.ts';
import type { AnyPgColumn } from './drizzle.ts';

/** Whether an owner's row is the current user's; nothing is, when no user is set. */
const isMine = sql`owner_id = nullif(current_setting('app.user_id', true), '')::uuid`;

const ownersOnly = (name: string) => pgPolicy(`${name}_owner`, { using: isMine, withCheck: isMine });

const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const created = () => time('created_at').notNull().defaultNow();
const owner = () => uuid('owner_id').notNull();

/** `json` rather than `jsonb`: keeps the order of keys, so that what is read is what was written. */
const exactJson = customType<{ data: Json; driverData: string }>({
  dataType: () => 'json',
  toDriver: (value) => JSON.stringify(value),
});

/** People who may sign in. For now one: the owner of the machine. */
export const users = pgTable(
  'users',
  { ownerId: owner().primaryKey(), name: text('name').notNull(), createdAt: created() },
  () => [ownersOnly('users')],
);

/** What a person makes: a story, a music video … */
export const projects = pgTable(
  'projects',
  {
    id: uuid('id').primaryKey(),
    ownerId: owner(),
    studio: text('studio').notNull(),
    title: text('title').notNull(),
    state: text('state').notNull(),
    currentVersion: integer('current_version').notNull().default(1),
    createdAt: created(),
    updatedAt: time('updated_at').notNull().defaultNow(),
    summary: jsonb('summary').$type<Json>().notNull(),
    /** What a search looks through. */
    searchText: text('search_text').notNull(),
    /** Files that {@link summary} names. */
    assets: text('assets').array().notNull().default([]),
  },
  (table) => [
    ownersOnly('projects'),
    unique('projects_owned').on(table.id, table.ownerId),
    index('projects_newest').on(table.ownerId, table.createdAt.desc(), table.id.desc()),
    index('projects_assets').using('gin', table.assets),
  ],
);

/** Parts belong to the owner of the whole; a plain reference would let one owner hang rows on another's. */
const ofProject = (table: { projectId: AnyPgColumn; ownerId: AnyPgColumn }) =>
  foreignKey({ columns: [table.projectId, table.ownerId], foreignColumns: [projects.id, projects.ownerId] }).onDelete(
    'cascade',
  );

const ofJob = (table: { jobId: AnyPgColumn; ownerId: AnyPgColumn }) =>
  foreignKey({ columns: [table.jobId, table.ownerId], foreignColumns: [jobs.id, jobs.ownerId] }).onDelete('cascade');

/** The states of a project over time; none is changed once its job has ended. */
export const versions = pgTable(
  'versions',
  {
    projectId: uuid('project_id').notNull(),
    version: integer('version').notNull(),
    ownerId: owner(),
    request: exactJson('request').notNull(),
    script: exactJson('script'),
    result: exactJson('result'),
    change: text('change').notNull(),
    createdAt: created(),
    assets: text('assets').array().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.version] }),
    ownersOnly('versions'),
    ofProject(table),
    index('versions_assets').using('gin', table.assets),
  ],
);

/** Work in progress or done. */
export const jobs = pgTable(
  'jobs',
  {
    id: uuid('id').primaryKey(),
    ownerId: owner(),
    projectId: uuid('project_id'),
    version: integer('version'),
    kind: text('kind').notNull(),
    input: exactJson('input'),
    state: text('state').notNull(),
    /** Counts from 1; a retry raises it. */
    attempt: integer('attempt').notNull().default(1),
    /** Starts since the last finished step, so that a job which kills its process is given up one day. */
    fruitlessStarts: integer('fruitless_starts').notNull().default(0),
    progress: doublePrecision('progress').notNull().default(0),
    step: text('step').notNull().default(''),
    error: jsonb('error').$type<Json>(),
    reuse: jsonb('reuse').$type<Json>(),
    eventCount: integer('event_count').notNull().default(0),
    createdAt: created(),
    startedAt: time('started_at'),
    endedAt: time('ended_at'),
  },
  (table) => [
    ownersOnly('jobs'),
    unique('jobs_owned').on(table.id, table.ownerId),
    ofProject(table),
    index('jobs_newest').on(table.ownerId, table.createdAt.desc(), table.id.desc()),
    index('jobs_project').on(table.projectId),
  ],
);

/** What a job said, in order. A job that is resumed says nothing twice. */
export const jobEvents = pgTable(
  'job_events',
  {
    jobId: uuid('job_id').notNull(),
    seq: integer('seq').notNull(),
    ownerId: owner(),
    dedupeKey: text('dedupe_key').notNull(),
    event: exactJson('event').notNull(),
    createdAt: created(),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.seq] }),
    uniqueIndex('job_events_once').on(table.jobId, table.dedupeKey),
    ownersOnly('job_events'),
    ofJob(table),
  ],
);

/** Files an owner has. The bytes are in the asset store. */
export const assets = pgTable(
  'assets',
  {
    ownerId: owner(),
    sha256: text('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    mediaType: text('media_type').notNull(),
    createdAt: created(),
    /** When it was last put. */
    putAt: time('put_at').notNull().defaultNow(),
    /** When it was last named by a derivation, version or project; earlier than {@link putAt} while a step still holds it. */
    keptAt: time('kept_at'),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.sha256] }), ownersOnly('assets')],
);

/** Files on their way in, and for a day those that came in: nothing else may name them yet. */
export const uploads = pgTable(
  'uploads',
  {
    id: uuid('id').primaryKey(),
    ownerId: owner(),
    /** As it was called where it came from. */
    name: text('name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** Known once all bytes are there. */
    sha256: text('sha256'),
    mediaType: text('media_type'),
    createdAt: created(),
    /** When bytes last came. */
    touchedAt: time('touched_at').notNull().defaultNow(),
    /** When the file became an asset. */
    finishedAt: time('finished_at'),
  },
  (table) => [ownersOnly('uploads'), index('uploads_file').on(table.ownerId, table.sha256)],
);

/** Values of finished steps, by the hash of all that decides them. */
export const derivations = pgTable(
  'derivations',
  {
    ownerId: owner(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    value: exactJson('value'),
    assets: text('assets').array().notNull().default([]),
    seconds: doublePrecision('seconds').notNull(),
    servedBy: jsonb('served_by').$type<ServedBy[]>().notNull(),
    createdAt: created(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerId, table.key] }),
    ownersOnly('derivations'),
    index('derivations_assets').using('gin', table.assets),
  ],
);

/** Steps being computed now, and by which life of which worker. */
export const derivationClaims = pgTable(
  'derivation_claims',
  {
    ownerId: owner(),
    key: text('key').notNull(),
    life: text('executor').notNull(),
    createdAt: created(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.key] }), ownersOnly('derivation_claims')],
);

/** Which job stands on which derivation, and whether it computed it. */
export const jobDerivations = pgTable(
  'job_derivations',
  {
    jobId: uuid('job_id').notNull(),
    key: text('key').notNull(),
    ownerId: owner(),
    isComputed: boolean('is_computed').notNull(),
    /** The key that was asked for, when a fall-back served and the value is kept under its key instead. */
    askedKey: text('asked_key'),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.key] }),
    ownersOnly('job_derivations'),
    ofJob(table),
    index('job_derivations_key').on(table.ownerId, table.key),
    index('job_derivations_asked').on(table.jobId, table.askedKey),
  ],
);

/** Work that waits for, or has had, its turn on a GPU. */
export const gpuTasks = pgTable(
  'gpu_tasks',
  {
    id: uuid('id').primaryKey(),
    ownerId: owner(),
    jobId: uuid('job_id').notNull(),
    task: text('task').notNull(),
    input: exactJson('input').notNull(),
    state: text('state').notNull(),
    output: exactJson('output'),
    error: jsonb('error').$type<Json>(),
    createdAt: created(),
  },
  (table) => [ownersOnly('gpu_tasks'), ofJob(table), index('gpu_tasks_job').on(table.jobId)],
);

/** Providers that the owner has set up. */
export const providers = pgTable(
  'providers',
  {
    ownerId: owner(),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    isOn: boolean('is_on').notNull(),
    /** The second consent: that it may be used for what a child gets. */
    childConsent: boolean('child_consent').notNull().default(false),
    settings: jsonb('settings').$type<Record<string, string | number | boolean>>().notNull(),
    budget: jsonb('budget').$type<Json>(),
    createdAt: created(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.id] }), ownersOnly('providers')],
);

const ofProvider = (table: { providerId: AnyPgColumn; ownerId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.ownerId, table.providerId],
    foreignColumns: [providers.ownerId, providers.id],
  }).onDelete('cascade');

/** Keys of providers, encrypted with a key that is not in the database. */
export const secrets = pgTable(
  'secrets',
  {
    ownerId: owner(),
    providerId: text('provider_id').notNull(),
    field: text('field').notNull(),
    sealed: text('sealed').notNull(),
    createdAt: created(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerId, table.providerId, table.field] }),
    ownersOnly('secrets'),
    ofProvider(table),
  ],
);

/** Which models serve a capability before the built-in one, in order. */
export const routes = pgTable(
  'routes',
  {
    ownerId: owner(),
    capability: text('capability').notNull(),
    entries: jsonb('entries').$type<{ provider: string; model: string }[]>().notNull(),
    only: boolean('only').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.capability] }), ownersOnly('routes')],
);

/** What a provider was used for in a calendar month (UTC). It outlives the provider, so that removing one forgets no cost. */
export const providerUsage = pgTable(
  'provider_usage',
  {
    ownerId: owner(),
    providerId: text('provider_id').notNull(),
    /** `2026-11`. */
    month: text('month').notNull(),
    calls: integer('calls').notNull().default(0),
    inputTokens: bigint('input_tokens', { mode: 'number' }).notNull().default(0),
    outputTokens: bigint('output_tokens', { mode: 'number' }).notNull().default(0),
    images: integer('images').notNull().default(0),
    characters: bigint('characters', { mode: 'number' }).notNull().default(0),
    audioSeconds: doublePrecision('audio_seconds').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.providerId, table.month] }), ownersOnly('provider_usage')],
);

/** Answers already given to requests that carried an idempotency key. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    ownerId: owner(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    response: exactJson('response').notNull(),
    createdAt: created(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.key] }), ownersOnly('idempotency_keys')],
);

/** Streams that others may watch. Their tokens are derived, so what is here opens nothing. */
export const broadcasts = pgTable(
  'broadcasts',
  {
    id: uuid('id').primaryKey(),
    ownerId: owner(),
    title: text('title').notNull(),
    /** Raising one makes its tokens useless. */
    publisherGeneration: integer('publisher_generation').notNull().default(1),
    viewerGeneration: integer('viewer_generation').notNull().default(1),
    createdAt: created(),
    endedAt: time('ended_at'),
  },
  (table) => [ownersOnly('broadcasts'), index('broadcasts_newest').on(table.ownerId, table.createdAt.desc())],
);

/**
 * What an owner can learn, once for all recordings. It stays, with what its owner changed, when the last recording that says it
 * goes; lists show what is said somewhere.
 */
export const vocabularyItems = pgTable(
  'vocabulary_items',
  {
    ownerId: owner(),
    /** Stable over runs and recordings. */
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    language: text('language').notNull(),
    form: text('form').notNull(),
    /** What lists are ordered by: the reading, or the form. */
    sortForm: text('sort_form').notNull(),
    level: text('level'),
    tags: text('tags').array().notNull().default([]),
    /** As it was found last, without evidence. */
    found: exactJson('found').notNull(),
    /** What the owner changed of it. */
    edit: jsonb('edit').$type<Json>().notNull(),
    isStarred: boolean('is_starred').notNull().default(false),
    isHidden: boolean('is_hidden').notNull().default(false),
    review: text('review').notNull().default('new'),
    /** What a search looks through: text in one spelling, and how it sounds in Latin letters. */
    searchText: text('search_text').notNull(),
    searchSound: text('search_sound').notNull(),
    createdAt: created(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.id] }), ownersOnly('vocabulary_items')],
);

/** Every place where an item is said: of each recording those of the version that was read last. */
export const vocabularyEvidence = pgTable(
  'vocabulary_evidence',
  {
    projectId: uuid('project_id').notNull(),
    /** Counts from 0, in the order in which they are said. */
    place: integer('place').notNull(),
    ownerId: owner(),
    version: integer('version').notNull(),
    itemId: text('item_id').notNull(),
    sentence: integer('sentence').notNull(),
    context: text('context').notNull(),
    /** Stretch of {@link context}. */
    from: integer('from_offset').notNull(),
    to: integer('to_offset').notNull(),
    surface: text('surface').notNull(),
    /** Seconds of the recording. */
    start: doublePrecision('start_seconds').notNull(),
    end: doublePrecision('end_seconds').notNull(),
    cueIndex: integer('cue_index').notNull(),
    speaker: text('speaker'),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.place] }),
    ownersOnly('vocabulary_evidence'),
    ofProject(table),
    foreignKey({
      columns: [table.ownerId, table.itemId],
      foreignColumns: [vocabularyItems.ownerId, vocabularyItems.id],
    }).onDelete('cascade'),
    index('vocabulary_evidence_item').on(table.ownerId, table.itemId, table.projectId),
  ],
);

/** A dictionary that the owner imported, as a file of its own; the first one that knows a word explains it. */
export const dictionaries = pgTable(
  'dictionaries',
  {
    id: uuid('id').primaryKey(),
    ownerId: owner(),
    title: text('title').notNull(),
    licence: text('licence').notNull(),
    revision: text('revision').notNull(),
    language: text('language').notNull(),
    /** Headwords, and words whose rank or pitch it tells. */
    words: integer('words').notNull(),
    facts: integer('facts').notNull(),
    /** The file that it was made into. */
    asset: text('asset').notNull(),
    isOn: boolean('is_on').notNull().default(true),
    createdAt: created(),
  },
  (table) => [ownersOnly('dictionaries'), index('dictionaries_asset').on(table.ownerId, table.asset)],
);

/** Words that the owner knows already, in dictionary form. */
export const knownWords = pgTable('known_words', { ownerId: owner(), form: text('form').notNull() }, (table) => [
  primaryKey({ columns: [table.ownerId, table.form] }),
  ownersOnly('known_words'),
]);

/** The public site of an owner; nobody sees anything of it unless it is on. */
export const sites = pgTable(
  'sites',
  {
    ownerId: owner().primaryKey(),
    isOn: boolean('is_on').notNull().default(false),
    title: text('title').notNull(),
    description: text('description').notNull(),
    language: text('language').notNull(),
    /** Where the public reaches it, with no slash at its end; empty: where it was asked. */
    address: text('address').notNull(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  () => [ownersOnly('sites')],
);

/** Projects that are shown on their owner's site. */
export const publishedProjects = pgTable(
  'published_projects',
  {
    projectId: uuid('project_id').primaryKey(),
    ownerId: owner(),
    /** Name in addresses; it stays when the title changes. */
    slug: text('slug').notNull(),
    publishedAt: time('published_at').notNull().defaultNow(),
  },
  (table) => [
    ownersOnly('published_projects'),
    ofProject(table),
    uniqueIndex('published_projects_slug').on(table.ownerId, table.slug),
  ],
);

const isMineOrHeld = sql`owner_id = nullif(current_setting('app.user_id', true), '')::uuid or token_hash = current_setting('app.token_hash', true)`;

/** Sign-in links and sessions. A row is seen by its owner and by whoever holds its token, which is stored hashed. */
export const tokens = pgTable(
  'tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    ownerId: owner(),
    purpose: text('purpose').notNull(),
    createdAt: created(),
    expiresAt: time('expires_at').notNull(),
  },
  () => [pgPolicy('tokens_owner', { using: isMineOrHeld, withCheck: isMine })],
);
