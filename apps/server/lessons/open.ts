import { join, resolve } from 'node:path';
import { KinoraError } from '@kinora/capabilities';
import type { Json } from '@kinora/capabilities';
import { getProject, getVersion } from '@kinora/platform/db';
import type { UserDatabase } from '@kinora/platform/db';
import type { Jobs } from '@kinora/platform/jobs';
import type { Assets, Uploads } from '@kinora/platform/storage';
import { editCues, titleOf } from '@kinora/studios/language';
import type { LessonScript } from '@kinora/studios/language';
import { lessonRequest } from '@kinora/studios/language/schema';
import type { Cue, Lesson, LessonOutput, LessonRequest, TranscriptFile } from '@kinora/studios/language/schema';
import { exportFile, exporting } from '../projects/export.ts';
import { createProjects } from '../projects/projects.ts';
import type { ProjectAndJob, StudioTraits } from '../projects/projects.ts';
import type { LessonSummary } from '../routes/schemas.ts';
import { endOlderJobs } from './end-older-jobs.ts';
import type { RecordingFolders } from './folders.ts';
import type { EditOptions, LessonAndJob, Lessons, RecordingProbe } from './lessons.ts';
import type { FoundRecording, Recordings } from './recordings.ts';
import { checkSubtitles, readSubtitleFile, storeSubtitles } from './subtitles.ts';
import { lessonSummary, storedLesson } from './summary.ts';

const traits: StudioTraits<LessonSummary, LessonOutput> = {
  name: 'language',
  noun: 'lesson',
  path: 'lessons',
  summary: lessonSummary,
  extensions: {
    transcript: 'json',
    captions: 'zip',
    vocabulary: 'json',
    'vocabulary-csv': 'csv',
    'vocabulary-tsv': 'tsv',
    anki: 'apkg',
    worksheet: 'pdf',
    'main-video': 'mp4',
    'short-1': 'mp4',
    'short-2': 'mp4',
    'short-3': 'mp4',
    'short-4': 'mp4',
    'short-5': 'mp4',
    'thumbnail-1': 'png',
    'thumbnail-2': 'png',
    'thumbnail-3': 'png',
    posts: 'zip',
  },
  suffixes: {
    transcript: ' (transcript)',
    captions: ' (captions)',
    vocabulary: ' (vocabulary)',
    worksheet: ' (worksheet)',
    // Never the recording's own name: its folder may be where the files go.
    'main-video': ' (main video)',
    'short-1': ' (short 1)',
    'short-2': ' (short 2)',
    'short-3': ' (short 3)',
    'short-4': ' (short 4)',
    'short-5': ' (short 5)',
    'thumbnail-1': ' (thumbnail 1)',
    'thumbnail-2': ' (thumbnail 2)',
    'thumbnail-3': ' (thumbnail 3)',
    posts: ' (posts)',
  },
  defaultOutputs: [],
  unfinished: 'The words of this lesson are not there yet. Wait until they are, or retry its job.',
};

/** Joins the lessons of one owner to database, jobs, files and recordings. */
export function openLessons({
  recordings,
  folders,
  uploads,
  probe,
  ...parts
}: {
  database: UserDatabase;
  jobs: Jobs;
  assets: Assets;
  uploads: Uploads;
  recordings: Recordings;
  folders: RecordingFolders;
  /** Looks into a recording that was found. */
  probe(found: FoundRecording, options: { signal: AbortSignal }): Promise<RecordingProbe>;
}): Lessons {
  const { database, jobs } = parts;
  const projects = createProjects<LessonSummary, Lesson, LessonOutput>({ ...parts, studio: traits });
  const files = parts.assets.as(database.userId);
  const { list, rename, remove, versions, output } = projects;

  /** The version that an edit starts from: the newest, which must be the one that was looked at. */
  async function newest(id: string, seen: number | undefined) {
    const before = await projects.begun(id);
    if (seen !== undefined && seen !== before.version.version) {
      throw new KinoraError(
        'request.conflict',
        `Version ${before.version.version} of this lesson is there meanwhile; load it, then change it.`,
        { data: { field: 'version', version: before.version.version } },
      );
    }
    return before;
  }

  /** The cues of a version: as they were edited, which is known before its job has read them, else as they were read. */
  async function cuesOf({ cues }: LessonScript, lesson: Lesson | null): Promise<Cue[]> {
    if (cues !== null) return readJson(await files.get(cues)) as Cue[];
    if (!lesson?.transcript) throw new KinoraError('request.conflict', traits.unfinished);
    return (readJson(await files.get(lesson.transcript)) as TranscriptFile).cues;
  }

  async function change(
    id: string,
    before: Awaited<ReturnType<typeof newest>>,
    next: { request: LessonRequest; script: LessonScript; change: string },
    once: { key: string | undefined; of: unknown },
  ): Promise<LessonAndJob> {
    const changed = await projects.change(
      id,
      { request: toJson(next.request), script: toJson(next.script), change: next.change },
      { outputs: [...new Set([...before.planned, ...before.outputs])], once },
    );
    // Their files are made in the new version: what they finished is found there.
    await endOlderJobs({ database, jobs }, id, changed.job);
    return named(changed);
  }

  return {
    list,
    rename,
    remove,
    versions,
    output,

    async create(asked, { idempotencyKey, outputs = [], isTrusted = false } = {}) {
      const found = asked.recording && (await recordings.find(asked.recording, { isTrusted }));
      const { subtitles } = asked;
      const words = subtitles?.kind === 'file' ? await checkSubtitles(subtitles.file, files) : null;
      const request: LessonRequest = {
        ...asked,
        recording: found?.source ?? null,
        subtitles: words !== null && subtitles?.kind === 'file' ? { ...subtitles, file: words.file } : subtitles,
      };
      const subtitleName =
        subtitles?.kind === 'file' ? (subtitles.name ?? (await uploads.nameOf(subtitles.file.asset))) : undefined;
      const fileName = found?.name ?? subtitleName;
      const script: LessonScript = { cues: null, plan: {}, recording: found?.access.identity ?? null };
      return named(
        await projects.create(
          {
            title: titleOf(request, fileName),
            summary: storedLesson(request, undefined, words?.seconds),
            searchText: '',
          },
          {
            request: toJson(request),
            script: toJson(script),
            outputs,
            once: { key: idempotencyKey, of: { asked, outputs } },
            ...(fileName !== undefined && { fileName }),
          },
        ),
      );
    },

    async get(id, number) {
      const { summary, ...rest } = await projects.get(id, number);
      return { lesson: summary, ...rest };
    },

    async editTranscript(id, cues, options = {}) {
      const before = await newest(id, options.version);
      const { request, script } = readVersion(before.version);
      const old = await cuesOf(script, before.result);
      const edited = editCues(old, cues);
      const file = await files.put(new TextEncoder().encode(JSON.stringify(edited)), { mediaType: 'application/json' });
      const told = cues.length === 1 ? 'one line of the transcript' : `${cues.length} lines of the transcript`;
      return change(
        id,
        before,
        { request, script: { ...script, cues: file }, change: told },
        once(id, { cues }, options),
      );
    },

    async editPlan(id, { plan = {}, choices = {}, reset = [] }, options = {}) {
      const before = await newest(id, options.version);
      const { request, script } = readVersion(before.version);
      const given = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
      const kept = Object.fromEntries(
        Object.entries({ ...script.plan, ...plan }).filter(
          ([part]) => !(reset as string[]).includes(part) || part in plan,
        ),
      );
      const names = [...Object.keys(plan), ...reset, ...Object.keys(given)];
      if (names.length === 0) throw new KinoraError('request.invalid', 'Nothing is changed by this request.');
      return change(
        id,
        before,
        {
          request: { ...request, ...given },
          script: { ...script, plan: kept },
          change: [...new Set(names)].join(', '),
        },
        once(id, { plan, choices, reset }, options),
      );
    },

    makeOutputs: async (id, outputs, options) => named(await projects.makeOutputs(id, outputs, options)),

    storeSubtitles: (bytes) => storeSubtitles(bytes, files),

    async storeSubtitlesAt(path) {
      const real = await folders.resolve(path);
      const facts = await storeSubtitles(await readSubtitleFile(real), files);
      return { ...facts, name: path.split(/[\\/]/).at(-1) ?? path };
    },

    probe: async (source, { signal, isTrusted = false }) =>
      probe(await recordings.find(source, { isTrusted }), { signal }),

    folder: (path) => folders.look(path),

    async recording(id) {
      const { request, isFilm } = await database.read(async (tx) => {
        const project = await getProject(tx, id);
        if (project.studio !== traits.name)
          throw new KinoraError('resource.missing', 'There is no such lesson; it may have been deleted.');
        const version = await getVersion(tx, id);
        return { ...readVersion(version), isFilm: (project.summary as { recording?: string }).recording === 'video' };
      });
      if (request.recording === null)
        throw new KinoraError('resource.missing', 'This lesson is made of subtitles alone; it has no recording.');
      const { file, path } = await recordings.playable(request.recording);
      // An MP4's first bytes don't tell whether there is a picture.
      const mediaType = isFilm && file.mediaType === 'audio/mp4' ? 'video/mp4' : file.mediaType;
      return { file: { ...file, mediaType }, path };
    },

    exportFiles(id, outputs, folder) {
      const target = resolve(folder);
      return exporting(target, 'lesson', async () => {
        const paths: Partial<Record<LessonOutput, string>> = {};
        for (const kind of outputs) {
          const { file, fileName } = await output(id, kind);
          const path = join(target, fileName);
          await exportFile(file, path, files);
          paths[kind] = path;
        }
        return paths;
      });
    },
  };
}

/** Request and script of a version as they are kept. */
export function readVersion({ request, script }: { request: Json; script: Json }): {
  request: LessonRequest;
  script: LessonScript;
} {
  return {
    request: lessonRequest.parse(request),
    script: (script ?? { cues: null, plan: {}, recording: null }) as unknown as LessonScript,
  };
}

function named({ summary, job }: ProjectAndJob<LessonSummary>): LessonAndJob {
  return { lesson: summary, job };
}

function once(id: string, asked: unknown, { version, idempotencyKey }: EditOptions) {
  return { key: idempotencyKey, of: { id, asked, version: version ?? null } };
}

function readJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
