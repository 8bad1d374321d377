import type { Json } from '@kinora/capabilities';
import type { UserDatabase } from '@kinora/platform/db';
import type { Jobs } from '@kinora/platform/jobs';
import type { Assets } from '@kinora/platform/storage';
import { defaultScenes, musicVideoRequest, storyboard as storyboardSchema } from '@kinora/studios/music-video/schema';
import type {
  MusicVideo,
  MusicVideoEdit,
  MusicVideoRequest,
  OutputKind,
  Storyboard,
} from '@kinora/studios/music-video/schema';
import { createProjects } from '../projects/projects.ts';
import type { ProjectAndJob, StudioTraits } from '../projects/projects.ts';
import type { MusicVideoSummary } from '../routes/schemas.ts';
import { checkLyrics, checkPictures, checkSong, findUpload } from './check-files.ts';
import type { SongHeader } from './check-files.ts';
import type { MusicVideos, VideoAndJob } from './music-videos.ts';
import { musicVideoSummary } from './summary.ts';
import type { StoredMusicVideo } from './summary.ts';

/** What {@link createMusicVideos} works on. */
export type MusicVideoParts = {
  database: UserDatabase;
  jobs: Jobs;
  assets: Assets;
  /** Name under which a file was uploaded, while that is remembered. */
  nameOf(asset: string): Promise<string | undefined>;
  /** Puts words before the guard. @throws KinoraError `request.unsafe`. */
  checkWords(request: MusicVideoRequest, storyboard?: Storyboard): Promise<void>;
  applyEdit(
    video: MusicVideo,
    edit: MusicVideoEdit,
  ): Promise<{ request: MusicVideoRequest; storyboard: Storyboard; change: string }>;
  signal: AbortSignal;
};

const traits: StudioTraits<MusicVideoSummary, OutputKind> = {
  name: 'music-video',
  noun: 'music video',
  path: 'music-videos',
  summary: musicVideoSummary,
  extensions: { video: 'mp4', loop: 'mp4', teaser: 'mp4', thumbnail: 'png', analysis: 'json', storyboard: 'pdf' },
  suffixes: { loop: ' (loop)', teaser: ' (teaser)', analysis: ' (analysis)', storyboard: ' (storyboard)' },
  defaultOutputs: [],
  unfinished: 'This video has no pictures yet. Wait until they are painted, or retry its job, then change it.',
};

/** The music videos of one owner, on the database and the jobs. */
export function createMusicVideos({
  nameOf,
  checkWords,
  applyEdit,
  signal,
  ...parts
}: MusicVideoParts): Omit<MusicVideos, 'analyse' | 'exportFiles'> {
  const projects = createProjects<MusicVideoSummary, MusicVideo, OutputKind>({ ...parts, studio: traits });
  const files = parts.assets.as(parts.database.userId);

  const { list, rename, remove, versions, output } = projects;
  return {
    list,
    rename,
    remove,
    versions,
    output,

    async create(asked, options = {}) {
      await checkWords(asked);
      const song = await findUpload(asked.song, 'song', files);
      const header = await checkSong(song, files, signal);
      checkLyrics(asked.lyrics, header);
      const checked = await checkPictures({ ...asked, song }, files);
      const request = { ...checked, seed: asked.seed ?? Math.floor(Math.random() * 2 ** 31) };
      const fileName = await nameOf(song.asset);
      return named(
        await projects.create(
          {
            title: request.title || header.title || titleOf(fileName),
            summary: initialSummary(request, header),
            searchText: [request.artist ?? header.artist, request.theme].filter(Boolean).join(' '),
          },
          {
            request: toJson(request),
            outputs: options.outputs ?? [],
            once: { key: options.idempotencyKey, of: { asked, outputs: options.outputs ?? [] } },
            fileName,
          },
        ),
      );
    },

    async get(id, number) {
      const { summary, ...rest } = await projects.get(id, number);
      return { video: summary, ...rest };
    },

    async edit(id, asked, options = {}) {
      const before = await projects.finished(id, options.version);
      const edit = await checkPictures(asked, files);
      const { request, storyboard, change } = await applyEdit(
        {
          ...before.result,
          request: musicVideoRequest.parse(before.version.request),
          storyboard: storyboardSchema.parse(before.result.storyboard),
        },
        edit,
      );
      await checkWords(request, storyboard);
      return named(
        await projects.change(
          id,
          { request: toJson(request), script: toJson(storyboard), change, title: edit.title },
          {
            outputs: [...new Set([...before.planned, ...before.outputs])],
            once: { key: options.idempotencyKey, of: { id, asked, version: options.version ?? null } },
          },
        ),
      );
    },

    makeOutputs: async (id, outputs, options) => named(await projects.makeOutputs(id, outputs, options)),
  };
}

function named({ summary, job }: ProjectAndJob<MusicVideoSummary>): VideoAndJob {
  return { video: summary, job };
}

function initialSummary(request: MusicVideoRequest, header: SongHeader): StoredMusicVideo {
  return {
    artist: request.artist ?? header.artist ?? null,
    theme: request.theme,
    world: request.world === 'auto' ? null : request.world,
    size: request.size,
    cover: null,
    seconds: header.seconds,
    scenes: request.scenes ?? defaultScenes(header.seconds),
    hasFilm: false,
  };
}

/** A song without a title is called by its file. */
function titleOf(fileName: string | undefined): string {
  const name = fileName
    ?.replace(/\.[^.]{1,5}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return name?.slice(0, 120) || 'Untitled song';
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
