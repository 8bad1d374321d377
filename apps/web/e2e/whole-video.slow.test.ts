import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../tools/browser.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { seriousFindings } from './axe.ts';
import { songFile } from './song.ts';

/** The film of the song takes some ten seconds on two idle cores; a busy machine may need many times that. */
const patienceMs = 240_000;

let server: ServerProcess;
let browser: Browser;
let page: Page;
let videoUrl: string;
const problems: string[] = [];

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const [name = '', ...value] = server.cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: server.url }]);
  const opened = await context.newPage();
  opened.setDefaultTimeout(60_000);
  opened.on('pageerror', (error) => problems.push(error.message));
  return opened;
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
  page = await open({ viewport: { width: 1440, height: 900 } });
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

const overflow = (of: Page) => of.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const timeOf = (of: Page) => of.evaluate(() => document.querySelector('audio')?.currentTime ?? 0);
const pictures = (of: Page) => of.getByRole('list', { name: 'Pictures', exact: true });

test('what is no song is refused in plain words', async () => {
  await page.goto(`${server.url}/music`, { waitUntil: 'networkidle' });
  const song = page.getByLabel('Song', { exact: true });
  await song.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('la la la') });
  await page.getByRole('alert').filter({ hasText: '“notes.txt” isn’t a song' }).waitFor();
  // By name and type it could be one: that it isn't, its bytes say.
  await song.setInputFiles({ name: 'lie.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('la la la '.repeat(200)) });
  await page.getByRole('alert').filter({ hasNotText: 'notes.txt' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test('a song comes over a line that breaks, is heard and seen, and plays', async () => {
  const buffer = songFile();
  let parts = 0;
  await page.route('**/api/v1/uploads/*', (route) =>
    route.request().method() === 'PATCH' && ++parts === 3 ? route.abort() : route.continue(),
  );
  await page.getByLabel('Song', { exact: true }).setInputFiles({
    name: 'Harbour Lights.wav',
    mimeType: 'audio/wav',
    buffer,
  });
  await page.getByText('The line is broken. Trying again…').waitFor();
  await page.getByText(/^0:2\d · 11[12] beats a minute · 4\/4/).waitFor();
  await page.getByRole('heading', { name: 'Harbour Lights' }).waitFor();
  expect(await page.getByRole('list', { name: 'Sections' }).getByRole('button').count()).toBeGreaterThan(0);
  expect(await page.getByRole('list', { name: 'Key moments' }).getByRole('button').count()).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => timeOf(page)).toBeGreaterThan(0.4);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await seriousFindings(page)).toEqual([]);
});

test('a reloaded page still has the song, and its storyboard is painted', async () => {
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('slider', { name: 'Place in the song' }).waitFor();
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('a boat that follows a light across the sea');
  await page.getByRole('button', { name: 'Make the storyboard' }).first().click();
  await page.waitForURL(/\/music\/[0-9a-f-]{36}$/);
  videoUrl = page.url();
  await page.getByRole('button', { name: 'Make the film' }).waitFor();
  expect(await pictures(page).getByRole('button').count()).toBe(5);
  expect(await seriousFindings(page)).toEqual([]);
});

test('a moment is moved beat by beat, taken back, moved again and made', async () => {
  const edge = page.getByRole('slider', { name: 'When picture 3 comes' });
  const before = await edge.getAttribute('aria-valuetext');
  await edge.press('ArrowRight');
  expect(await edge.getAttribute('aria-valuetext')).not.toBe(before);
  await page.getByRole('button', { name: 'Take it back' }).first().click();
  expect(await edge.getAttribute('aria-valuetext')).toBe(before);

  // By mouse it holds on to beats, too.
  const box = (await edge.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + 20, { steps: 6 });
  await page.mouse.up();
  const moved = await edge.getAttribute('aria-valuetext');
  expect(moved).toMatch(/bar \d+, beat \d/);
  expect(moved).not.toBe(before);
  await page.getByRole('button', { name: 'Make it', exact: true }).first().click();
  await page.getByRole('region', { name: 'Changes' }).first().waitFor({ state: 'detached' });
  await page.getByText('Versions').waitFor();
  expect(await edge.getAttribute('aria-valuetext')).toBe(moved);
});

test('the film is made and plays in step with the song', { timeout: patienceMs }, async () => {
  await page.getByRole('button', { name: 'Make the film' }).click();
  await page.getByRole('link', { name: 'Save the film' }).waitFor({ timeout: patienceMs });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const seen = page.locator('video[data-seen="true"]');
  await seen.waitFor({ state: 'attached' });
  /** Seconds by which the picture is late, at its best within a while: a busy machine stumbles now and then. */
  const late = () =>
    seen.evaluate(
      (video: HTMLVideoElement) =>
        (document.querySelector('audio')?.currentTime ?? NaN) - Number(video.dataset['start']) - video.currentTime,
    );
  await expect.poll(async () => Math.abs(await late()), { timeout: 20_000, interval: 50 }).toBeLessThan(2 / 24);
  await expect.poll(() => timeOf(page)).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Pause' }).click();
});

test(
  'other words for one picture film as much again as was said, and keep the rest',
  { timeout: patienceMs },
  async () => {
    await pictures(page).getByRole('button').nth(2).click();
    const words = page.getByRole('textbox', { name: 'What it shows' });
    await words.fill('A lighthouse over the dark sea');
    await words.press('Enter');
    const changes = page.getByRole('region', { name: 'Changes' }).first();
    const said = Number(/(\d) of 5 segments/.exec((await changes.textContent()) ?? '')?.[1]);
    expect([1, 2]).toContain(said);
    await changes.getByRole('button', { name: 'Make it', exact: true }).click();
    const made = page.getByText(/segments? made again, \d reused/);
    await made.waitFor({ timeout: patienceMs - 10_000 });
    expect(await made.textContent()).toMatch(new RegExp(`^${said} segments? made again, ${5 - said} reused`));
    await page.getByRole('button', { name: 'Back to the storyboard' }).click();
    await pictures(page).getByText('A lighthouse over the dark sea').waitFor();
  },
);

test('the file is saved, and the version before is still there', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save the film' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Harbour Lights.*\.mp4$/);
  expect((await readFile(await download.path())).subarray(4, 8).toString()).toBe('ftyp');
  await page.getByRole('link', { name: 'View version 2' }).click();
  await page.getByText('An earlier version').waitFor();
  expect(await pictures(page).getByText('A lighthouse over the dark sea').count()).toBe(0);
  await page.goto(`${server.url}/library?studio=music-video`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Harbour Lights' }).waitFor();
});

test('on a phone the song moves under the playhead and a picture opens in a sheet', async () => {
  const phone = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.goto(videoUrl, { waitUntil: 'networkidle' });
  await phone.getByRole('slider', { name: 'Place in the song' }).waitFor();
  expect({ overflow: await overflow(phone), findings: await seriousFindings(phone) }).toEqual({
    overflow: 0,
    findings: [],
  });
  await phone.locator('.song__scroll').evaluate((element) => element.scrollBy({ left: 200 }));
  await expect.poll(() => timeOf(phone)).toBeGreaterThan(3);
  await pictures(phone).getByRole('button').nth(1).tap();
  await phone.getByRole('dialog').getByRole('textbox', { name: 'What it shows' }).waitFor();
  expect(await seriousFindings(phone)).toEqual([]);
  await phone.context().close();
});

test('nothing broke on the way', () => {
  expect(problems).toEqual([]);
});
