import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProvidersView } from '@kinora/capabilities/setup';
import { pageId, startNotionServer, token } from '@kinora/providers/notion/testing';
import { clientId, clientSecret, startYoutubeServer } from '@kinora/providers/youtube/testing';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import type { JobView, LessonSummary } from '../routes/schemas.ts';
import type { NotionExport, YoutubeConnection } from './publishing.ts';

/** A whole Kinora publishes a lesson made of subtitles, from the switch on the Models page to the rows in Notion. */

const limit = 300_000;
const subtitles = ['今日の配信まじで草生えるわ', '推しが尊すぎて沼にはまった', '初見さんもゆっくりしていってね']
  .map((text, index) => `${index + 1}\n00:00:0${index * 3},000 --> 00:00:0${index * 3 + 2},500\n${text}\n`)
  .join('\n');

const notion = await startNotionServer();
const youtube = await startYoutubeServer();
let server: ServerProcess;
let lesson: string;

const call = async <Answer>(method: string, path: string, body?: unknown) => {
  const text = await (await server.api(method, path, body)).text();
  for (const secret of [token, clientSecret, '1//0g']) expect(text).not.toContain(secret);
  return (text === '' ? null : JSON.parse(text)) as Answer;
};
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'It went well.',
    (error: unknown) => (error as Error).message,
  );
const ended = async (id: string): Promise<JobView> => {
  for (;;) {
    const job = await call<JobView>('GET', `/jobs/${id}`);
    if (!['queued', 'running'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
/** What a provider needs is installed when it is switched on. */
const switchOn = async (id: string, settings: Record<string, string>) => {
  await call('PUT', `/providers/${id}`, { kind: id, isOn: true, settings });
};

beforeAll(async () => {
  server = await startServerProcess();
  const sent = await fetch(`${server.url}/api/v1/lessons/subtitles?name=talk.srt`, {
    method: 'POST',
    headers: { cookie: server.cookie, 'content-type': 'application/x-subrip' },
    body: subtitles,
  });
  const { file } = (await sent.json()) as { file: unknown };
  const made = await call<{ lesson: LessonSummary; job: JobView }>('POST', '/lessons', {
    title: '雑談配信',
    link: 'https://youtu.be/dQw4w9WgXcQ',
    subtitles: { kind: 'file', file, name: 'talk.srt' },
  });
  lesson = made.lesson.id;
  const { state } = await ended(made.job.id);
  if (state !== 'done') throw new Error(`The lesson is ${state}.`);
}, limit);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await notion[Symbol.asyncDispose]();
  await youtube[Symbol.asyncDispose]();
}, limit);

describe('Notion', () => {
  test('is asked for nothing before somebody switches it on', async () => {
    expect(await failure(call('GET', `/lessons/${lesson}/notion/forecast`))).toMatch(/503.*Models → Services → Notion/);
    expect(await failure(call('POST', `/lessons/${lesson}/notion`))).toContain('503');
    expect(notion.requests).toEqual([]);
    const { kinds, providers } = await call<ProvidersView>('GET', '/providers');
    expect(kinds.find(({ id }) => id === 'notion')?.publishes).toContain('nothing by itself');
    expect(providers.some(({ kind }) => kind === 'notion' || kind === 'youtube')).toBe(false);
  });

  test(
    'gets the vocabulary as the forecast says, once, and then only what its owner changed',
    async () => {
      await switchOn('notion', { token, page: pageId, baseUrl: notion.url });
      const forecast = await call<{ created: number; unchanged: number; requests: number }>(
        'GET',
        `/lessons/${lesson}/notion/forecast`,
      );
      expect(forecast.created).toBeGreaterThan(2);
      expect(notion.databases).toEqual([]);
      const { job } = await call<{ job: JobView }>('POST', `/lessons/${lesson}/notion`);
      expect(job).toMatchObject({ kind: 'publish', projectId: lesson });
      expect(await ended(job.id)).toMatchObject({ state: 'done', error: null });
      expect(notion.pages().length).toBe(forecast.created);
      const oshi = notion.pages().find((page) => notion.read(page, 'Japanese').startsWith('推し'));
      expect(notion.read(oshi!, 'Context')).toContain('推しが尊すぎて');
      expect(oshi!.properties['Source']).toEqual({ url: 'https://youtu.be/dQw4w9WgXcQ?t=3' });

      const id = notion.read(oshi!, 'Kinora ID').split('/').at(-1) ?? '';
      await call('PATCH', `/vocabulary/${encodeURIComponent(id)}`, { gloss: 'my favourite' });
      const again = await call<{ job: JobView }>('POST', `/lessons/${lesson}/notion`);
      await ended(again.job.id);
      const { items } = await call<{ items: NotionExport[] }>('GET', `/lessons/${lesson}/notion`);
      expect(items.map(({ report }) => [report?.created, report?.changed])).toEqual([
        [0, 1],
        [forecast.created, 0],
      ]);
      expect(notion.read(oshi!, 'English')).toBe('my favourite');
      const shown = await call<{ lesson: LessonSummary; job: JobView }>('GET', `/lessons/${lesson}`);
      expect(shown.lesson.state).toBe('ready');
      expect(shown.job.kind).toBe('make');
    },
    limit,
  );
});

describe('YouTube', () => {
  const connection = () => call<YoutubeConnection>('GET', '/youtube/connect');

  test('is off until somebody switches it on', async () => {
    expect(await connection()).toMatchObject({ state: 'off', channel: null });
    expect(await failure(call('POST', '/youtube/connect', { method: 'browser' }))).toContain('503');
    expect(youtube.requests).toEqual([]);
  });

  test(
    'is signed in to by the browser, with a state that works once, and out of again',
    async () => {
      await switchOn('youtube', { clientId, clientSecret, baseUrl: youtube.url });
      expect(await connection()).toMatchObject({ state: 'signed-out' });
      const { url } = await call<{ url: string }>('POST', '/youtube/connect', { method: 'browser' });
      const back = youtube.agree(url);
      expect(back.origin).toBe(server.url);
      // From another site, as Google sends a browser: no cookie comes along.
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
      const forged = new URL(back);
      forged.searchParams.set('state', 'of-somebody-else');
      expect((await fetch(forged, { headers })).status).toBe(403);
      const answer = await fetch(back, { headers });
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Signed in to YouTube')]);
      expect((await fetch(back, { headers })).status).toBe(403);
      expect(await connection()).toMatchObject({ state: 'signed-in', channel: { title: 'ことばチャンネル' } });
      expect(await call('GET', '/youtube/playlists')).toMatchObject({ items: [{ title: '英語レッスン' }] });
      await call('DELETE', '/youtube/connect');
      expect(await connection()).toMatchObject({ state: 'signed-out' });
    },
    limit,
  );

  test('says which video is not made yet', async () => {
    const said = await failure(call('POST', `/lessons/${lesson}/youtube`, { output: 'main-video' }));
    expect(said).toMatch(/409.*main-video/);
    expect(await call('GET', `/lessons/${lesson}/youtube`)).toEqual({ items: [] });
  });
});
