import { getVersion } from '@kinora/platform/db';
import type { JobContext } from '@kinora/platform/jobs';
import type { MakeMusicVideo } from '@kinora/studios/music-video';
import { musicVideoRequest, storyboard as storyboardSchema } from '@kinora/studios/music-video/schema';
import type { MusicVideo, OutputKind } from '@kinora/studios/music-video/schema';
import type { Models } from '../models/index.ts';
import { openProjectJob } from '../projects/project-job.ts';
import type { Analyses } from './analyses.ts';
import { createProgress } from './progress.ts';
import type { StoredMusicVideo } from './summary.ts';

/** Music videos are made by grown-ups for grown-ups. */
export const audience = { kind: 'adult' } as const;

/** The code of a music video job: hands the pipeline its context and keeps what it makes. */
export function musicVideoHandler({
  models,
  make,
  recall,
}: {
  models: Models;
  make: MakeMusicVideo;
  /** What this process has heard in songs. */
  recall?: Analyses['recall'];
}): (job: JobContext) => Promise<void> {
  return async (job) => {
    const { version, outputs, fileName, context, keep } = await openProjectJob<OutputKind>(job);
    const request = musicVideoRequest.parse(version.request);
    const progress = createProgress(job.report, { hasFilm: outputs?.includes('video') === true });
    await models.refresh();
    // While the song is heard; what fails here fails again, with its reason, where it is used.
    if (outputs?.includes('video') === true) void models.builtin.prepareFilm().catch(() => {});
    await make(
      {
        request,
        ...(version.script === null ? {} : { storyboard: storyboardSchema.parse(version.script) }),
        ...(fileName === undefined ? {} : { fileName }),
        outputs: outputs ?? [],
      },
      {
        ...context,
        models: models.for(audience),
        audience,
        ...(recall && { recall }),
        emit: async (event) => {
          progress(event);
          // How far a file is changes many times a second: told live, not kept.
          if (event.type !== 'output-progress' && event.type !== 'analysis-progress') await job.emit(event);
        },
        save: async (made) => {
          // Files of the same version stay, those that were made before and those that another job makes meanwhile.
          const { result } = await job.database.read((tx) => getVersion(tx, version.projectId, version.version));
          const before = result as unknown as MusicVideo | null;
          const film = made.film ?? before?.film ?? null;
          const video: MusicVideo = { ...made, film, outputs: { ...before?.outputs, ...made.outputs } };
          return keep({
            script: video.storyboard,
            result: video,
            summary: summarise(video),
            searchText: [video.request.artist, video.request.theme].filter(Boolean).join(' '),
            title: video.title,
          });
        },
      },
    );
  };
}

function summarise(video: MusicVideo): StoredMusicVideo {
  const { request, storyboard, film, facts } = video;
  return {
    artist: request.artist ?? null,
    theme: request.theme,
    world: storyboard.world,
    size: request.size,
    cover: coverOf(video),
    seconds: facts.duration,
    scenes: storyboard.scenes.length,
    hasFilm: film !== null && film.takes.reduce((sum, { frames }) => sum + frames, 0) === film.frames,
  };
}

/** The picture of the strongest moment, until there is a thumbnail. */
function coverOf({ outputs, pictures, storyboard }: MusicVideo): StoredMusicVideo['cover'] {
  if (outputs.thumbnail !== undefined) return outputs.thumbnail;
  const [strongest] = storyboard.scenes.toSorted((a, b) => b.intensity - a.intensity);
  return (pictures.find(({ scene }) => scene === strongest?.id) ?? pictures[0])?.picture ?? null;
}
