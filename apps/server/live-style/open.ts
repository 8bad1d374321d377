import type { Json } from '@kinora/capabilities';
import type { UserDatabase } from '@kinora/platform/db';
import type { Jobs } from '@kinora/platform/jobs';
import type { Assets, Uploads } from '@kinora/platform/storage';
import { titleOf } from '@kinora/studios/live-style';
import type { LiveOutputKind, LiveStyleWork } from '@kinora/studios/live-style/schema';
import { exportFile, exporting } from '../projects/export.ts';
import { createProjects } from '../projects/projects.ts';
import type { StudioTraits } from '../projects/projects.ts';
import type { LiveWorkSummary } from '../routes/schemas.ts';
import { checkFile } from './check-file.ts';
import { storedWork } from './live-works.ts';
import type { LiveWorks } from './live-works.ts';
import { liveWorkSummary } from './summary.ts';

const traits: StudioTraits<LiveWorkSummary, LiveOutputKind> = {
  name: 'live-style',
  noun: 'styled video',
  path: 'live-style',
  summary: liveWorkSummary,
  extensions: { video: 'mp4', recording: 'webm', picture: 'png', thumbnail: 'png' },
  suffixes: { recording: ' (as recorded)', thumbnail: ' (thumbnail)' },
  defaultOutputs: [],
  unfinished: 'This video is not painted yet. Wait until it is, or retry its job.',
};

/** Joins the styled videos, recordings and snapshots of one owner to database, jobs and files. */
export function openLiveWorks({
  uploads,
  signal,
  ...parts
}: {
  database: UserDatabase;
  jobs: Jobs;
  assets: Assets;
  uploads: Uploads;
  /** Aborted when Kinora stops. */
  signal: AbortSignal;
}): LiveWorks {
  const projects = createProjects<LiveWorkSummary, LiveStyleWork, LiveOutputKind>({ ...parts, studio: traits });
  const files = parts.assets.as(parts.database.userId);
  const { list, rename, remove, versions, output } = projects;
  return {
    list,
    rename,
    remove,
    versions,
    output,

    async create(asked, options = {}) {
      const { file, seconds } = await checkFile(asked, files, signal);
      const request = { ...asked, file };
      const fileName = await uploads.nameOf(file.asset);
      const { summary, job } = await projects.create(
        {
          title: titleOf(request, fileName),
          summary: { ...storedWork(request), seconds },
          searchText: [request.style.look, request.style.prompt].filter(Boolean).join(' '),
        },
        {
          request: JSON.parse(JSON.stringify(request)) as Json,
          outputs: null,
          once: { key: options.idempotencyKey, of: { asked } },
          ...(fileName !== undefined && { fileName }),
        },
      );
      return { work: summary, job };
    },

    async get(id, number) {
      const { summary, ...rest } = await projects.get(id, number);
      return { work: summary, ...rest };
    },

    exportFile: (id, kind, path) =>
      exporting(path, 'styled video', async () => {
        const { file } = await output(id, kind);
        await exportFile(file, path, files);
      }),
  };
}
