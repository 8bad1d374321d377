import type { CatalogueEntry, InstalledModel } from '@kinora/capabilities';
import { catalogueEntry, modelFormats, modelPurposes, runtimeNames } from '@kinora/capabilities';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readJson, writeWhole } from './disk.ts';

const fileRecord = z.strictObject({
  path: z.string(),
  size: z.number(),
  hash: z.strictObject({ algorithm: z.enum(['sha256', 'git']), value: z.string() }),
});

const journalSchema = z.strictObject({
  version: z.literal(1),
  entry: catalogueEntry,
  /** What the user last wanted. `running` goes on by itself after a restart. */
  wish: z.enum(['running', 'paused', 'failed']),
  message: z.string().optional(),
  /** Null until the listing was read. */
  commit: z.string().nullable(),
  /** Bytes of all files; the catalogue's figure until the listing was read. */
  totalBytes: z.number(),
  files: z.array(z.strictObject({ ...fileRecord.shape, tag: z.string().optional(), isDone: z.boolean() })),
});

/** What is known of a download that isn't finished: kept beside its bytes, and read again after a restart. */
export type Journal = z.infer<typeof journalSchema>;
export type JournalFile = Journal['files'][number];

const manifestSchema = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  title: z.string(),
  purpose: z.enum(modelPurposes),
  runtime: z.enum(runtimeNames),
  format: z.enum(modelFormats),
  revision: z.string(),
  /** Below the model's folder. */
  folder: z.string(),
  files: z.array(fileRecord),
  bytes: z.number(),
  memoryBytes: z.number(),
  languages: z.array(z.string()),
  defaults: z.record(z.string(), z.json()),
  installedAt: z.string(),
  /** `catalogue`: the repository it came from; `import`: copied or linked by the user. */
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('catalogue'), entry: catalogueEntry }),
    z.strictObject({ kind: z.literal('import'), isLinked: z.boolean(), from: z.string() }),
  ]),
});

/** What is known of an installed model. A model is installed when its manifest is there. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Where things lie below the models' folder. */
export type Places = ReturnType<typeof placesIn>;

/** Names of the files and folders below the models' folder. */
export function placesIn(root: string) {
  const downloads = path.join(root, '.downloads');
  return {
    root,
    downloads,
    trash: path.join(root, '.trash'),
    model: (id: string) => path.join(root, id),
    manifest: (id: string) => path.join(root, id, 'manifest.json'),
    download: (id: string) => path.join(downloads, id),
    journal: (id: string) => path.join(downloads, id, 'journal.json'),
    /** Files that are whole. */
    files: (id: string) => path.join(downloads, id, 'files'),
    /** Files in the making, named by the hash they will have: a changed file begins anew. */
    parts: (id: string) => path.join(downloads, id, 'parts'),
  };
}

/** Reads the journals of all unfinished downloads. */
export async function readJournals(places: Places): Promise<Map<string, Journal>> {
  return readRecords(await foldersIn(places.downloads), (id) => places.journal(id), journalSchema);
}

/** Reads the manifests of all installed models. */
export async function readManifests(places: Places): Promise<Map<string, Manifest>> {
  return readRecords(await foldersIn(places.root), (id) => places.manifest(id), manifestSchema);
}

/** Keeps a journal; it is there whole or as before. */
export async function writeJournal(places: Places, journal: Journal): Promise<void> {
  await writeWhole(places.journal(journal.entry.id), JSON.stringify(journal));
}

/** Writes the manifest, which makes the model an installed one. */
export async function writeManifest(places: Places, manifest: Manifest): Promise<void> {
  await writeWhole(places.manifest(manifest.id), JSON.stringify(manifest, null, 2));
}

/**
 * What providers get to see of a model.
 * @param entry What the catalogue says of it now: how it is used may be known better than when it was installed. Its files
 * stay those of its revision.
 */
export function describeInstalled(
  manifest: Manifest,
  { folder, entry }: { folder: string; entry?: CatalogueEntry | undefined },
): InstalledModel {
  const { id, revision, bytes, source } = manifest;
  const isSame =
    source.kind === 'catalogue' && entry?.repository === source.entry.repository && entry.format === manifest.format;
  const { title, purpose, runtime, format, memoryBytes, languages, defaults } = isSame ? entry : manifest;
  return {
    id,
    title,
    purpose,
    runtime,
    format,
    folder,
    files: manifest.files.map((file) => file.path),
    revision,
    bytes,
    memoryBytes,
    languages,
    defaults,
  };
}

async function readRecords<Value>(
  ids: string[],
  place: (id: string) => string,
  schema: z.ZodType<Value>,
): Promise<Map<string, Value>> {
  const found = new Map<string, Value>();
  for (const id of ids) {
    const { success, data } = schema.safeParse(await readJson(place(id)));
    if (success) found.set(id, data);
  }
  return found;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name);
}
