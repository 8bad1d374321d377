import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../tools/browser.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { seriousFindings } from './axe.ts';

/** A film takes half a minute on two idle cores; a busy machine may need many times that. */
const patienceMs = 400_000;

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

/** How each file begins. */
const beginnings = {
  'Save the film': /^....ftyp/s,
  'Save the audio book': /^(ID3|\u00ff)/,
  'Save the e-book': /^PK/,
  'Save the picture book': /^%PDF/,
  'Save the captions': /^WEBVTT/,
  'Save the cover': /^(\u0089PNG|\u00ff\u00d8)/,
};

describe.each([
  {
    device: 'a desktop',
    viewport: { width: 1440, height: 900 },
    hasTouch: false,
    wish: 'a shy fox who is afraid of the dark',
  },
  { device: 'a phone', viewport: { width: 390, height: 844 }, hasTouch: true, wish: 'a little owl who can not sleep' },
])('on $device', ({ viewport, hasTouch, wish }) => {
  let page: Page;
  let title: string;
  let storyUrl: string;
  const problems: string[] = [];

  beforeAll(async () => {
    const context = await browser.newContext({ viewport, hasTouch, acceptDownloads: true });
    const [name = '', ...value] = server.cookie.split('=');
    await context.addCookies([{ name, value: value.join('='), url: server.url }]);
    page = await context.newPage();
    page.setDefaultTimeout(120_000);
    page.on('pageerror', (error) => problems.push(error.message));
  });
  afterAll(async () => {
    await page?.context().close();
  });

  test('a parent tells about her child, writes a wish and gets a page to read before the story is whole', async () => {
    await page.goto(`${server.url}/story`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Tell about your child' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Mia');
    await page.getByRole('textbox', { name: 'Loves' }).fill('owls, pancakes,');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByText('Loves owls and pancakes.').waitFor();
    await page.getByRole('textbox', { name: 'Your wish' }).fill(wish);
    await page.getByRole('button', { name: 'Make the story' }).click();
    await page.waitForURL(/\/story\/[0-9a-f-]{36}$/);
    storyUrl = page.url();
    await page.getByRole('link', { name: /Start reading|Read together/ }).waitFor();
    expect(await page.getByRole('img', { name: /.{10}/ }).first().getAttribute('src')).toMatch(/\/api\/v1\/assets\//);
    await page.getByRole('link', { name: 'Read together' }).waitFor();
    title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(title).not.toBe('');
    expect(await page.getByRole('list', { name: 'Pages' }).getByRole('button').count()).toBe(4);
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('words light up while the voice reads, a page is turned, and the story ends with a good night', async () => {
    await page.goto(storyUrl, { waitUntil: 'domcontentloaded' });
    await page.getByRole('link', { name: 'Read together' }).click();
    await page.waitForURL(/\/read\//);
    await page.getByRole('button', { name: 'Read to me' }).click();
    const lit = page.locator('.spoken [data-now]');
    await lit.waitFor();
    const first = await lit.textContent();
    await expect.poll(() => lit.textContent(), { timeout: 60_000 }).not.toBe(first);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pause' }).click();

    const words = page.getByRole('region', { name: 'Words' });
    const before = await words.textContent();
    await page.getByRole('button', { name: 'Next page' }).click();
    expect(await words.textContent()).not.toBe(before);
    await page.getByText('Page 2 of 4').waitFor();
    for (let turn = 2; turn <= 4; turn++) await page.getByRole('button', { name: 'Next page' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /night|sleep|dream/i })
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Close the book' }).last().click();
    await page.waitForURL(/\/story\//);
  });

  test('a changed sentence redoes only its page and keeps the version before', async () => {
    const pages = page.getByRole('list', { name: 'Pages' });
    const pictures = () =>
      pages.locator('img').evaluateAll((images) => images.map((image) => image.getAttribute('src')));
    await page.goto(storyUrl, { waitUntil: 'domcontentloaded' });
    await page.getByRole('link', { name: 'Read together' }).waitFor();
    const before = await pictures();
    const oldWords = (await pages.getByRole('button').nth(1).textContent()) ?? '';
    await pages.getByRole('button').nth(1).click();
    await page.getByRole('button', { name: 'Change the words' }).click();
    await page
      .getByRole('textbox', { name: 'Words of this page' })
      .fill('The moon had come out to listen. “Hello,” she said.');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByText(/^Changed in .* kept from before/).waitFor();
    expect(await pages.getByRole('button').nth(1).textContent()).toContain('The moon had come out');
    expect(await pictures()).toEqual(before);

    await page.getByRole('link', { name: 'View version 1' }).click();
    await page.getByText('An earlier version').waitFor();
    expect(await pages.getByRole('button').nth(1).textContent()).toContain(oldWords.slice(10, 60));
    await page.getByRole('link', { name: 'Show the newest' }).click();
    await page.getByRole('button', { name: 'Paint it again' }).waitFor();
  });

  test('every file can be saved, and the film plays', { timeout: patienceMs }, async () => {
    await page.goto(storyUrl, { waitUntil: 'domcontentloaded' });
    const makeAll = page.getByRole('button', { name: /^Make (them all|the others)$/ });
    const film = page.getByRole('link', { name: 'Save the film' });
    await makeAll.or(film).first().waitFor();
    if (await makeAll.isVisible()) await makeAll.click();
    for (const [name, beginning] of Object.entries(beginnings)) {
      const link = page.getByRole('link', { name });
      await link.waitFor({ timeout: patienceMs });
      const file = await page.request.get(new URL((await link.getAttribute('href')) ?? '', server.url).href);
      expect({ name, status: file.status() }).toEqual({ name, status: 200 });
      expect(`${(await file.body()).subarray(0, 16).toString('latin1')} of ${name}`).toMatch(beginning);
    }
    await page.getByRole('tab', { name: 'Film' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save the e-book' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^\S.*\.epub$/);
    expect((await readFile(await download.path())).length).toBeGreaterThan(10_000);

    await page.getByRole('tab', { name: 'Film' }).click();
    const video = page.locator('video');
    await video.evaluate((element: HTMLVideoElement) => {
      element.muted = true;
      return element.play();
    });
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime), { timeout: 20_000 })
      .toBeGreaterThan(0.5);
    expect(await video.evaluate((element: HTMLVideoElement) => element.duration)).toBeGreaterThan(10);
  });

  test('the library finds it, renames it and deletes it for good', async () => {
    await page.goto(`${server.url}/library`, { waitUntil: 'networkidle' });
    await page.getByRole('searchbox', { name: 'Search the library' }).fill(title.split(' ').at(-1) ?? '');
    await page.getByRole('link', { name: title }).waitFor();
    await page.getByRole('button', { name: `More for ${title}` }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Our own story');
    await page.getByRole('button', { name: 'Keep this title' }).click();
    await page.getByRole('searchbox', { name: 'Search the library' }).fill('');
    await page.getByRole('link', { name: 'Our own story' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'More for Our own story' }).click();
    await page.getByRole('menuitem', { name: /Delete for good/ }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('link', { name: 'Our own story' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'No stories yet' }).waitFor();
  });

  test('nothing broke on the way', () => {
    expect(problems).toEqual([]);
  });
});
