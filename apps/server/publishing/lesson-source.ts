import { KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import type { VideoCaptions, VocabularyRows } from '@kinora/capabilities/publishing';
import { getProject, getVersion, listVersions } from '@kinora/platform/db';
import type { Transaction, UserDatabase } from '@kinora/platform/db';
import type { UserAssets } from '@kinora/platform/storage';
import { captionFiles, titleSeconds } from '@kinora/studios/language';
import type { Cue, Lesson, LessonOutput, TranscriptFile } from '@kinora/studios/language/schema';
import type { VocabularyStore } from '../vocabulary/vocabulary.ts';
import type { UploadableOutput } from './publishing.ts';
import { rowOf } from './rows.ts';

/** What publishing needs of lessons. */
export type LessonSource = {
  /** @throws KinoraError `resource.missing`, or `request.conflict` while nothing of it is there. */
  lesson(id: string): Promise<{ title: string; lesson: Lesson }>;
  /** What there is to learn, as its owner sees it. */
  rows(id: string): Promise<VocabularyRows>;
  /** A file. @throws KinoraError `request.conflict` when it isn't made. */
  file(id: string, output: LessonOutput): Promise<AssetRef>;
  read(file: AssetRef): Promise<Uint8Array<ArrayBuffer>>;
  /** Bytes `from` to `to`, the latter exclusive. */
  readPart(file: AssetRef, range: { from: number; to: number }): Promise<Uint8Array<ArrayBuffer>>;
  /** Captions with the times of a video. Empty where they can't be told. */
  captions(id: string, output: UploadableOutput): Promise<VideoCaptions[]>;
};

/** Reads lessons as the database has them. */
export function createLessonSource({
  database,
  assets,
  vocabulary,
}: {
  database: UserDatabase;
  assets: Pick<UserAssets, 'get' | 'stream'>;
  vocabulary: Pick<VocabularyStore, 'all'>;
}): LessonSource {
  const source: LessonSource = {
    lesson: (id) =>
      database.read(async (tx) => {
        const project = await getProject(tx, id);
        if (project.studio !== 'language')
          throw new KinoraError('resource.missing', 'There is no such lesson; it may have been deleted.');
        return { title: project.title, lesson: await newestResult(tx, id) };
      }),

    async rows(id) {
      const { title } = await source.lesson(id);
      const entries = await vocabulary.all({ lesson: id });
      const rows = entries.flatMap((entry) => {
        const place = entry.evidence.find(({ lesson }) => lesson === id);
        return place === undefined ? [] : [{ at: place.start, row: rowOf(entry, place) }];
      });
      return { recording: { id, title }, rows: rows.toSorted((a, b) => a.at - b.at).map(({ row }) => row) };
    },

    async file(id, output) {
      const { lesson } = await source.lesson(id);
      const file = lesson.outputs[output];
      if (file !== undefined) return file;
      throw new KinoraError('request.conflict', `This lesson has no ${output} yet. Make it first.`, {
        data: { field: 'output', output },
      });
    },

    read: async (file) => new Uint8Array(await assets.get(file)),

    async readPart(file, { from, to }) {
      const parts: Uint8Array[] = [];
      for await (const part of await assets.stream(file, { range: { start: from, end: to - 1 } }))
        parts.push(part as Uint8Array);
      return new Uint8Array(Buffer.concat(parts));
    },

    async captions(id, output) {
      const { lesson } = await source.lesson(id);
      if (lesson.transcript === null || lesson.plan === null) return [];
      const stretches = stretchesOf(lesson, output);
      if (stretches === null) return [];
      const { cues } = JSON.parse(Buffer.from(await source.read(lesson.transcript)).toString()) as TranscriptFile;
      return captionsOf(cues, stretches);
    },
  };
  return source;
}

/** Of the newest version that has one: what is being changed can be published as it was. */
async function newestResult(tx: Transaction, id: string): Promise<Lesson> {
  for (const { version } of await listVersions(tx, id)) {
    const { result } = await getVersion(tx, id, version);
    if (result !== null) return result as unknown as Lesson;
  }
  throw new KinoraError('request.conflict', 'Nothing of this lesson is there yet. Wait until its words are read.');
}

type Stretches = { keeps: { start: number; end: number }[]; offset: number };

/** Stretches of the recording that a video shows, and seconds before the first. */
function stretchesOf({ plan }: Lesson, output: UploadableOutput): Stretches | null {
  if (plan === null) return null;
  if (output === 'main-video') return { keeps: plan.cut.keeps, offset: plan.cut.intro === null ? 0 : titleSeconds };
  const short = plan.shorts.find(({ id }) => id === output);
  if (short === undefined) return null;
  const keeps: Stretches['keeps'] = [];
  let start = short.span.start;
  for (const cut of short.cuts.toSorted((a, b) => a.start - b.start)) {
    if (cut.start > start) keeps.push({ start, end: cut.start });
    start = Math.max(start, cut.end);
  }
  if (start < short.span.end) keeps.push({ start, end: short.span.end });
  return { keeps, offset: 0 };
}

function captionsOf(cues: readonly Cue[], { keeps, offset }: Stretches): VideoCaptions[] {
  const japanese = cues.filter(({ text }) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text));
  const language = japanese.length * 2 >= cues.length ? 'ja' : 'en';
  const { srt } = captionFiles(cues, { keeps, offset, language });
  return srt.trim() === '' ? [] : [{ language, name: '', bytes: new TextEncoder().encode(srt) }];
}
