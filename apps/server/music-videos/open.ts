import { join, resolve } from 'node:path';
import type { UserDatabase } from '@kinora/platform/db';
import type { Jobs } from '@kinora/platform/jobs';
import type { Assets, Uploads, UserAssets } from '@kinora/platform/storage';
import { analyseMusicFile } from '@kinora/media/music';
import { applyEdit, checkWords, readHeard } from '@kinora/studios/music-video';
import type { OutputKind } from '@kinora/studios/music-video/schema';
import type { Models } from '../models/index.ts';
import { exportFile, exporting } from '../projects/export.ts';
import { createAnalyses } from './analyses.ts';
import type { Analyses } from './analyses.ts';
import { findUpload } from './check-files.ts';
import { audience } from './job.ts';
import type { MusicVideos } from './music-videos.ts';
import { createMusicVideos } from './service.ts';

/** What is heard in the songs of one owner, by this process. @param signal Aborted when Kinora stops. */
export function openAnalyses(files: UserAssets, signal: AbortSignal): Analyses {
  return createAnalyses(async (asset, stop) =>
    files.lend([await files.find(asset)], ([path = '']) =>
      analyseMusicFile(path, { signal: AbortSignal.any([stop, signal]) }),
    ),
  );
}

/** Joins the music videos of one owner to database, jobs, files and models. */
export function openMusicVideos({
  signal,
  analyses,
  ...parts
}: {
  database: UserDatabase;
  jobs: Jobs;
  assets: Assets;
  uploads: Uploads;
  models: Models;
  analyses: Analyses;
  /** Aborted when Kinora stops. */
  signal: AbortSignal;
}): MusicVideos {
  const { models, uploads } = parts;
  const files = parts.assets.as(parts.database.userId);
  const service = createMusicVideos({
    ...parts,
    signal,
    nameOf: (asset) => uploads.nameOf(asset),
    checkWords: (request, storyboard) =>
      checkWords(request, storyboard, { models: models.for(audience), audience, signal }),
    applyEdit: async ({ request, storyboard, analysis: heard }, edit) => {
      const { analysis } = await readHeard(heard, { assets: files });
      return applyEdit(request, storyboard, edit, { analysis });
    },
  });
  return {
    ...service,

    async analyse(song, { keyMoments, signal: asked }) {
      const { asset } = await findUpload(song, 'song', files);
      return analyses.hear({ asset, keyMoments }, { signal: asked });
    },

    exportFiles(id, kinds, place) {
      const target = resolve('file' in place ? place.file : place.folder);
      return exporting(target, 'music video', async () => {
        const paths: Partial<Record<OutputKind, string>> = {};
        for (const kind of kinds) {
          const { file, fileName } = await service.output(id, kind);
          const path = 'file' in place ? target : join(target, fileName);
          await exportFile(file, path, files);
          paths[kind] = path;
        }
        return paths;
      });
    },
  };
}
