import { addVersion, createProject, getVersion, localOwnerId } from '@kinora/platform/db';
import { openJobs } from '@kinora/platform/jobs';
import { createAssets, createFileSystemBackend } from '@kinora/platform/storage';
import { openTemporaryDatabase } from '@kinora/platform/testing';
import type { MusicVideo } from '@kinora/studios/music-video/schema';
import { musicVideoRequest } from '@kinora/studios/music-video/schema';
import { expect, test } from 'vitest';
import type { Models } from '../models/index.ts';
import { musicVideoHandler } from './job.ts';

test('two jobs that make files of one version leave each other’s there', async () => {
  await using opened = await openTemporaryDatabase();
  const db = opened.database.as(localOwnerId);
  const assets = createAssets({ database: opened.database, backend: createFileSystemBackend(opened.home.assets) });
  const file = await assets.as(localOwnerId).put(new Uint8Array([1]), { mediaType: 'video/mp4' });
  const request = musicVideoRequest.parse({ song: file });
  const film = { fps: 24, width: 64, height: 36, frames: 0, takes: [], segments: { rendered: 0, reused: 0 } };
  const begun = { video: Promise.withResolvers<void>(), teaser: Promise.withResolvers<void>() };
  const filmed = Promise.withResolvers<void>();
  await using jobs = await openJobs({
    database: opened.database,
    assets,
    handlers: {
      'music-video': musicVideoHandler({
        models: {
          refresh: async () => undefined,
          for: () => ({}),
          builtin: { prepareFilm: async () => undefined },
        } as unknown as Models,
        async make({ outputs = [] }, context) {
          const kind = outputs[0] as 'video' | 'teaser';
          begun[kind].resolve();
          await Promise.all([begun.video.promise, begun.teaser.promise]);
          if (kind === 'teaser') await filmed.promise;
          const storyboard = { title: 'T', world: 'ocean', scenes: [], director: 'test' };
          const facts = { duration: 1 };
          const made = { title: 'T', request, facts, storyboard, pictures: [], notes: [] };
          const video = { ...made, film: kind === 'video' ? film : null, outputs: { [kind]: file } };
          await context.save(video as unknown as MusicVideo);
          if (kind === 'video') filmed.resolve();
          return video as unknown as MusicVideo;
        },
      }),
    },
  });
  const projectId = await db.transaction(async (tx) => {
    const { id } = await createProject(tx, { studio: 'music-video', title: 'T', summary: {}, searchText: '' });
    await addVersion(tx, { projectId: id, request: JSON.parse(JSON.stringify(request)), change: 'made' });
    return id;
  });
  const started = await Promise.all(
    ['video', 'teaser'].map((kind) =>
      db.transaction((tx) =>
        jobs.start(tx, { kind: 'music-video', projectId, version: 1, input: { kind: 'outputs', outputs: [kind] } }),
      ),
    ),
  );
  for (const { id } of started) for await (const _ of jobs.subscribe(localOwnerId, id, { after: 0 }));
  const { result } = await db.read((tx) => getVersion(tx, projectId, 1));
  expect(result).toMatchObject({ film, outputs: { video: file, teaser: file } });
}, 60_000);
