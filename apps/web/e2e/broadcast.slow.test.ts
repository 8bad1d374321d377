import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForBrowser } from '../../../tools/browser-module.ts';
import { launchBrowser } from '../../../tools/browser.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import type { Broadcast } from '../app/broadcast/types.ts';
import { seriousFindings } from './axe.ts';
import type { startPublishing } from './broadcast-page.ts';

type Inside = typeof globalThis & {
  kit: { startPublishing: typeof startPublishing };
  live: ReturnType<typeof startPublishing>;
};

const environment = { KINORA_RELAY_PORTS: '47400-47499' };
let browser: Browser;
let kit: string;
let server: ServerProcess;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  kit = await bundleForBrowser(join(import.meta.dirname, 'broadcast-page.ts'), 'kit');
});
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await startServerProcess({ environment });
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  await server[Symbol.asyncDispose]();
});

async function open(url: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  return page;
}

const create = async () =>
  (await (await server.api('POST', '/broadcasts', { title: 'A walk in the rain' })).json()) as Broadcast;
const look = async (id: string) => (await (await server.api('GET', `/broadcasts/${id}`)).json()) as Broadcast;

async function publish({ publish: { url, token } }: Broadcast, codec = 'auto'): Promise<Page> {
  const page = await open(`${server.url}/watch/nothing`);
  await page.addScriptTag({ content: kit });
  await page.evaluate(
    (options) => {
      const inside = globalThis as Inside;
      inside.live = inside.kit.startPublishing(options as Parameters<typeof startPublishing>[0]);
    },
    { url, token, settings: { codec } },
  );
  await page.waitForFunction(() => (globalThis as Inside).live.states.includes('live'));
  return page;
}

/** Waits until more frames were shown than before. */
async function plays(page: Page): Promise<void> {
  const shown = () =>
    page.evaluate(() => document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0);
  const before = await shown();
  await expect.poll(shown, { timeout: 30_000 }).toBeGreaterThan(before + 5);
}

test.each(['VP8', 'H264'])(
  '%s is published and watched on a phone by the link alone, until it ends for everybody',
  async (codec) => {
    const broadcast = await create();
    const phone = await open(broadcast.watch.links.at(-1)!, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await phone.getByRole('heading', { name: 'Not live yet' }).waitFor();
    const publisher = await publish(broadcast, codec);
    await plays(phone);
    await expect.poll(async () => (await look(broadcast.id)).viewers, { timeout: 15_000 }).toBe(1);
    await phone.getByText(/\d+ ms behind/).waitFor();
    expect(await phone.evaluate(() => document.querySelector('video')?.muted)).toBe(true);
    await phone.getByRole('button', { name: 'Turn the sound on' }).tap();
    expect(await phone.evaluate(() => document.querySelector('video')?.muted)).toBe(false);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await seriousFindings(phone)).toEqual([]);
    const figures = await publisher.evaluate(() => (globalThis as Inside).live.measure());
    expect(figures).toMatchObject({ width: 512, codec });
    await server.api('POST', `/broadcasts/${broadcast.id}/end`, {});
    await phone.getByRole('heading', { name: 'The stream has ended' }).waitFor({ timeout: 3000 });
  },
);

test('a new link locks out who has the old one, and the page for OBS shows the picture alone', async () => {
  const broadcast = await create();
  await publish(broadcast);
  const [link = ''] = broadcast.watch.links;
  const clean = await open(link.replace('#', '?clean#'));
  await plays(clean);
  expect((await clean.locator('body').innerText()).trim()).toBe('');
  expect(await clean.evaluate(() => document.querySelector('video')?.muted)).toBe(false);
  const viewer = await open(link);
  await plays(viewer);
  const renewed = (await (
    await server.api('POST', `/broadcasts/${broadcast.id}/tokens/viewer`, {})
  ).json()) as Broadcast;
  await viewer.getByRole('heading', { name: 'This link no longer works' }).waitFor();
  const again = await open(renewed.watch.links[0]!);
  await plays(again);
  await open(link.replace(/#.*/, '')).then((page) =>
    page.getByRole('heading', { name: 'This link is incomplete' }).waitFor(),
  );
});

test('after kill -9 of the server the same tokens work, and publisher and viewer come back by themselves', async () => {
  const broadcast = await create();
  const publisher = await publish(broadcast);
  const viewer = await open(broadcast.watch.links.at(-1)!);
  await plays(viewer);
  const killed = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGKILL');
  await killed;
  const port = Number(new URL(server.url).port);
  const { home } = server;
  const before = server;
  server = await startServerProcess({ home, port, environment });
  await publisher.waitForFunction(
    () => (globalThis as Inside).live.states.slice(-2).join() === 'reconnecting,live',
    null,
    { timeout: 60_000 },
  );
  await plays(viewer);
  expect((await look(broadcast.id)).state).toBe('live');
  await server[Symbol.asyncDispose]();
  await before[Symbol.asyncDispose]();
});
