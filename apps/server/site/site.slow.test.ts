import { createServer } from 'node:net';
import { readPictureHeader } from '@kinora/capabilities';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';

const subtitles = (line: string) => `1\n00:00:01,000 --> 00:00:04,000\n${line}\n`;

let server: ServerProcess;
let viewers: string;
const lessons: string[] = [];

beforeAll(async () => {
  const port = await freePort();
  viewers = `http://127.0.0.1:${port}`;
  server = await startServerProcess({ environment: { KINORA_VIEWERS_PORT: String(port) } });
  lessons.push(
    await makeLesson('推しが尊い配信', '今日の推しが尊すぎて草'),
    await makeLesson('Secret', '秘密の推しは沼'),
  );
}, 120_000);
afterAll(() => server?.[Symbol.asyncDispose]());

test('nothing is public before the owner says so, and then only the lessons that were published', async () => {
  expect((await fetch(`${viewers}/v/`)).status).toBe(404);
  await server.api('PUT', `/site/lessons/${lessons[0]}`);
  expect((await fetch(`${viewers}/v/`)).status).toBe(404);
  await server.api('PUT', '/site', {
    isOn: true,
    title: 'Stream words',
    description: 'What I said',
    language: 'en',
    address: 'https://words.example.com/v/',
  });
  const home = await fetch(`${viewers}/v`);
  const page = await home.text();
  expect([home.status, home.url]).toEqual([200, `${viewers}/v/`]);
  expect(page).toContain('<link rel="canonical" href="https://words.example.com/v/"');
  expect(page).toContain('推し');
  const everything = await Promise.all(
    ['recordings/', 'sitemap.xml', 'feed.xml'].map(async (path) => (await fetch(`${viewers}/v/${path}`)).text()),
  );
  expect(everything.join()).toContain('推しが尊い配信');
  expect(everything.join()).not.toContain('Secret');
});

test('an item says where it is said, is kept by the browser, and has a picture', async () => {
  const page = await fetch(`${viewers}/v/items/ja-slang-oshi/`);
  const html = await page.text();
  expect(html).toMatch(/<mark>(?:<ruby>)?推/);
  expect(html).not.toContain('秘密');
  const etag = page.headers.get('etag')!;
  expect((await fetch(`${viewers}/v/items/ja-slang-oshi/`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  const picture = await fetch(`${viewers}/v/pictures/items/ja-slang-oshi.jpg`);
  expect(picture.headers.get('content-type')).toBe('image/jpeg');
  expect(readPictureHeader(new Uint8Array(await picture.arrayBuffer()))).toMatchObject({ width: 1200, height: 630 });
  const style = await (await fetch(`${viewers}/v/fonts.css`)).text();
  const font = /url\((fonts\/[^)]+)\)/.exec(style)![1];
  expect((await fetch(`${viewers}/v/${font}`)).headers.get('content-type')).toBe('font/woff2');
  expect((await fetch(`${viewers}/v/fonts/..%2f..%2fpackage.json`)).status).toBe(404);
  const redirected = await fetch(`${viewers}/v/items/ja-slang-oshi`, { redirect: 'manual' });
  expect([redirected.status, redirected.headers.get('location')]).toEqual([308, '/v/items/ja-slang-oshi/']);
});

test('a lesson stays on the site while an edit of it is made, and when that failed', async () => {
  const cues = [{ index: 0, text: '今日の推しはエモい' }];
  const edited = await server.api('POST', `/lessons/${lessons[0]}/transcript`, { cues });
  const { job } = (await edited.json()) as { job: { id: string } };
  await server.api('POST', `/jobs/${job.id}/cancel`);
  // What is shown is looked at again after ten seconds, or when the owner changes something.
  await server.api('PUT', `/site/lessons/${lessons[0]}`);
  expect(await (await fetch(`${viewers}/v/recordings/`)).text()).toContain('推しが尊い配信');
});

test('the site is also a folder, whole', async () => {
  const answer = await server.api('GET', '/site/export');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'index.html',
      'style.css',
      'sitemap.xml',
      'items/ja-slang-oshi/index.html',
      'pictures/home.jpg',
      'fonts.css',
    ]),
  );
});

test('what is taken off is gone, and so is all when the site is off; the owner sees it before', async () => {
  await server.api('DELETE', `/site/lessons/${lessons[0]}`);
  expect((await fetch(`${viewers}/v/items/ja-slang-oshi/`)).status).toBe(404);
  const { settings } = (await (await server.api('GET', '/site')).json()) as { settings: object };
  await server.api('PUT', '/site', { ...settings, isOn: false });
  expect((await fetch(`${viewers}/v/`)).status).toBe(404);
  expect((await fetch(`${server.url}/v/`)).status).toBe(404);
  expect((await fetch(`${server.url}/v/`, { headers: { cookie: server.cookie } })).status).toBe(200);
});

async function makeLesson(title: string, line: string): Promise<string> {
  const sent = await fetch(`${server.url}/api/v1/lessons/subtitles?name=talk.srt`, {
    method: 'POST',
    headers: { cookie: server.cookie, 'content-type': 'application/x-subrip' },
    body: subtitles(line),
  });
  const { file } = (await sent.json()) as { file: unknown };
  const made = await server.api('POST', '/lessons', {
    title,
    subtitles: { kind: 'file', file, name: 'talk.srt' },
  });
  const { lesson, job } = (await made.json()) as { lesson: { id: string }; job: { id: string } };
  for (;;) {
    const { state } = (await (await server.api('GET', `/jobs/${job.id}`)).json()) as { state: string };
    if (state === 'done') return lesson.id;
    if (state === 'failed') throw new Error('The lesson was not made.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '0.0.0.0', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
