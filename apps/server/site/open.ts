import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KinoraError } from '@kinora/capabilities';
import {
  getProject,
  getVersion,
  listPublished,
  listVersions,
  publishProject,
  readSite,
  withdrawProject,
  writeSite,
} from '@kinora/platform/db';
import type { Transaction, UserDatabase } from '@kinora/platform/db';
import type { UserAssets } from '@kinora/platform/storage';
import { buildSite, siteFiles, sitePictures, slugOf } from '@kinora/studios/language';
import type { Site, SiteFile } from '@kinora/studios/language';
import type { Lesson, TranscriptFile } from '@kinora/studios/language/schema';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { VocabularyStore } from '../vocabulary/vocabulary.ts';
import { fontFilesOf, fontStyle, readFontFile } from './fonts.ts';
import { exporting } from '../projects/export.ts';
import { drawSitePicture } from './pictures.ts';
import { defaultSite } from './site.ts';
import type { PublicSite, PublishedLesson, ServedFile, SiteSettings } from './site.ts';

/** How long what was read is shown before it is looked at again. */
const freshMs = 10_000;

/** Pictures that are kept drawn. */
const picturesKept = 200;

/** All that is published. */
type Content = Parameters<typeof buildSite>[1];

/** A site put together for one address, of what was read at one time. */
type Built = { site: Site; files: Map<string, () => SiteFile>; content: Promise<Content> };

/** Opens the public site of one owner. */
export function openSite({
  database,
  assets,
  vocabulary,
}: {
  database: UserDatabase;
  assets: UserAssets;
  vocabulary: VocabularyStore;
}): PublicSite {
  const built = new Map<string, Built>();
  const pictures = new Map<string, Uint8Array>();
  let reading: { content: Promise<Content>; at: number } | undefined;

  const settings = async (): Promise<SiteSettings> => {
    const row = await database.read((tx) => readSite(tx));
    return row === null ? defaultSite.en : { ...row, language: row.language === 'ja' ? 'ja' : 'en' };
  };

  const published = () => database.read(lessonsOf);

  /** What is published, read once for all who ask at the same time and under whatever name. */
  function readPublished(): Promise<Content> {
    if (reading !== undefined && performance.now() - reading.at < freshMs) return reading.content;
    const begun = { content: published().then(readLessons), at: performance.now() };
    begun.content.catch(() => {
      if (reading === begun) reading = undefined;
    });
    reading = begun;
    return begun.content;
  }

  async function build(origin: string): Promise<Built> {
    const { address, ...about } = await settings();
    const base = address || `${origin}/v`;
    const content = readPublished();
    const known = built.get(base);
    if (known?.content === content) return known;
    const site = buildSite({ ...about, address: base }, await content);
    const made = { site, files: siteFiles(site), content };
    // Whoever asks under many names shall not fill the memory.
    if (built.size >= 8) built.clear();
    built.set(base, made);
    return made;
  }

  /** The site as if one lesson were all that is on it. */
  async function buildOne(id: string, origin: string): Promise<Omit<Built, 'content'>> {
    const { title } = await database.read((tx) => ownLesson(tx, id));
    const { address, ...about } = await settings();
    const lesson = { lesson: id, title, slug: slugOf(title), publishedAt: new Date().toISOString() };
    const site = buildSite({ ...about, address: address || (origin && `${origin}/v`) }, await readLessons([lesson]));
    return { site, files: siteFiles(site) };
  }

  async function readLessons(lessons: readonly PublishedLesson[]): Promise<Content> {
    const slugs = new Map(lessons.map(({ lesson, slug }) => [lesson, slug]));
    const recordings = [];
    for (const { lesson: id, title, slug, publishedAt } of lessons) {
      const lesson = await database.read((tx) => newestResult(tx, id));
      if (lesson === null) continue;
      const transcript =
        lesson.transcript &&
        (JSON.parse(new TextDecoder().decode(await assets.get(lesson.transcript))) as TranscriptFile);
      recordings.push({
        slug,
        title,
        link: lesson.request.link,
        seconds: lesson.facts?.seconds ?? transcript?.cues.at(-1)?.end ?? 0,
        publishedAt,
        sentences: transcript?.sentences ?? [],
      });
    }
    const entries = lessons.length === 0 ? [] : await vocabulary.all({});
    const items = entries.map(({ evidence, ...item }) => ({
      ...item,
      // What is said in lessons that are not on the site stays off it.
      evidence: evidence.flatMap((place) => {
        const recording = slugs.get(place.lesson);
        return recording === undefined ? [] : [{ ...place, recording }];
      }),
    }));
    return { recordings, items };
  }

  async function picture(site: Site, path: string): Promise<Uint8Array | null> {
    const wanted = sitePictures(site).find((each) => each.path === path);
    if (wanted === undefined) return null;
    const key = createHash('sha256')
      .update(JSON.stringify([path, site.title, describePicture(site, path)]))
      .digest('hex');
    const known = pictures.get(key);
    if (known !== undefined) return known;
    const drawn = await drawSitePicture(site, wanted);
    if (pictures.size >= picturesKept) pictures.delete(pictures.keys().next().value!);
    pictures.set(key, drawn);
    return drawn;
  }

  const change = async (work: (tx: Transaction) => Promise<void>) => {
    await database.transaction(work, { isIdempotent: true });
    reading = undefined;
    return published();
  };

  return {
    settings,
    published,

    async set(asked) {
      await database.transaction((tx) => writeSite(tx, asked), { isIdempotent: true });
      reading = undefined;
      return settings();
    },

    publish: (lesson) =>
      change(async (tx) => {
        const project = await ownLesson(tx, lesson);
        if ((await newestResult(tx, lesson)) === null) {
          throw new KinoraError('request.conflict', 'This lesson is not made yet. Wait until it is, or retry its job.');
        }
        await publishProject(tx, lesson, slugOf(project.title));
      }),

    withdraw: (lesson) => change((tx) => withdrawProject(tx, lesson)),

    async file(path, { origin, isPreview = false }) {
      if (!isPreview && !(await settings()).isOn) return null;
      const { site, files } = await build(origin);
      const page = files.get(path)?.();
      if (page !== undefined) return served(page.mediaType, page.body);
      if (path === 'fonts.css') return served('text/css; charset=utf-8', fontStyle());
      const font = path.startsWith('fonts/') ? await readFontFile(path.slice(6)) : null;
      if (font !== null) return served('font/woff2', font);
      const jpeg = path.startsWith('pictures/') ? await picture(site, path) : null;
      return jpeg === null ? null : served('image/jpeg', jpeg);
    },

    async *exportZip({ origin, lesson, signal }) {
      const chunks: Uint8Array[] = [];
      const zip = new Zip((error, chunk) => {
        if (error) throw error;
        chunks.push(chunk);
      });
      const made = lesson === undefined ? await build(origin) : await buildOne(lesson, origin);
      for await (const { path, bytes } of allFiles(made)) {
        signal?.throwIfAborted();
        const entry = /\.(?:jpg|woff2)$/.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path);
        zip.add(entry);
        entry.push(bytes, true);
        yield* chunks.splice(0);
      }
      zip.end();
      yield* chunks.splice(0);
    },

    exportFolder: (folder, lesson) =>
      exporting(folder, 'site', async () => {
        for await (const { path, bytes } of allFiles(await buildOne(lesson, ''))) {
          const target = join(folder, path);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, bytes);
        }
        return folder;
      }),
  };

  async function* allFiles({
    site,
    files,
  }: Omit<Built, 'content'>): AsyncIterable<{ path: string; bytes: Uint8Array }> {
    const encoder = new TextEncoder();
    let text = '';
    for (const make of files.values()) {
      const { path, body } = make();
      text += body;
      yield { path: path === '' || path.endsWith('/') ? `${path}index.html` : path, bytes: encoder.encode(body) };
    }
    yield { path: 'fonts.css', bytes: encoder.encode(fontStyle()) };
    for (const name of fontFilesOf(text)) yield { path: `fonts/${name}`, bytes: (await readFontFile(name))! };
    for (const { path } of sitePictures(site)) yield { path, bytes: (await picture(site, path))! };
  }
}

async function ownLesson(tx: Transaction, id: string) {
  const project = await getProject(tx, id);
  if (project.studio !== 'language') throw new KinoraError('resource.missing', 'There is no such lesson.');
  return project;
}

/** The newest version that is there: while an edit of it is made, a lesson stays on the site as it was. */
async function newestResult(tx: Transaction, id: string): Promise<Lesson | null> {
  for (const { version } of await listVersions(tx, id)) {
    const { result } = await getVersion(tx, id, version);
    if (result !== null) return result as unknown as Lesson;
  }
  return null;
}

async function lessonsOf(tx: Transaction): Promise<PublishedLesson[]> {
  const lessons: PublishedLesson[] = [];
  for (const { projectId, slug, publishedAt } of await listPublished(tx)) {
    const { title } = await getProject(tx, projectId);
    lessons.push({ lesson: projectId, title, slug, publishedAt: publishedAt.toISOString() });
  }
  return lessons;
}

function served(mediaType: string, body: string | Uint8Array): ServedFile {
  return { mediaType, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** What a picture shows, so that a changed one is drawn again. */
function describePicture(site: Site, path: string): unknown {
  const slug = path.replace(/^.*\//, '').replace(/\.jpg$/, '');
  if (path.startsWith('pictures/items/')) {
    const { form, reading, gloss, kind } = site.items.find((item) => item.slug === slug) ?? {};
    return [form, reading, gloss, kind];
  }
  return site.recordings.find((recording) => recording.slug === slug)?.title ?? site.description;
}
