import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../tools/browser.ts';
import { seriousFindings } from './axe.ts';
import { startFakeServer } from './fake-server.ts';

type Made = { story: { id: string } };

let browser: Browser;
let fake: Awaited<ReturnType<typeof startFakeServer>>;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  fake = await startFakeServer({ paceMs: 5 });
});
afterEach(async () => {
  await page?.context().close();
  await fake.close();
});

async function open(path: string, options: { width?: number; theme?: string } = {}) {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  await context.addCookies([{ name: 'kinora-theme', value: options.theme ?? 'night', url: fake.url }]);
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(fake.url + path, { waitUntil: 'networkidle' });
}

async function make(): Promise<string> {
  const answer = await fetch(`${fake.url}/api/v1/stories`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ wish: 'a shy fox', profile: { age: 5, name: 'Mia' } }),
  });
  return ((await answer.json()) as Made).story.id;
}

async function makeWhole(): Promise<string> {
  const id = await make();
  await expect
    .poll(async () => (await (await fetch(`${fake.url}/api/v1/stories/${id}`)).json()) as { result: unknown }, {
      timeout: 10_000,
    })
    .toMatchObject({ result: { scenes: expect.anything() as unknown } });
  return id;
}

describe.each([
  [1280, 'day'],
  [390, 'night'],
])('at %i px by %s', (width, theme) => {
  test('every page fits and axe finds nothing serious', async () => {
    const id = await makeWhole();
    await open('/', { width, theme });
    for (const path of ['/', '/story', '/library', `/story/${id}`, `/read/${id}`, '/nothing/here']) {
      await page.goto(fake.url + path, { waitUntil: 'networkidle' });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ path, overflow, findings: await seriousFindings(page) }).toEqual({ path, overflow: 0, findings: [] });
    }
  });
});

test('an empty library offers the first story', async () => {
  await open('/library');
  await page.getByRole('link', { name: 'Tell the first one' }).click();
  await page.waitForURL('**/story');
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('tonight’s story');
});

test('an empty wish is said so beside the field', async () => {
  await open('/story');
  await page.getByRole('button', { name: 'Make the story' }).click();
  await page.getByRole('alert').filter({ hasText: 'Write a wish' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Your wish' }).getAttribute('aria-invalid')).toBe('true');
});

test('the guard explains kindly and its gentler wish can be taken', async () => {
  await open('/story');
  await page.getByRole('textbox', { name: 'Your wish' }).fill('a dragon with a gun');
  await page.getByRole('alert').filter({ hasText: 'isn’t one for tonight' }).waitFor();
  expect(await page.getByRole('button', { name: 'Make the story' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Use the gentler wish' }).click();
  expect(await page.getByRole('textbox', { name: 'Your wish' }).inputValue()).toBe('a dragon who is shy');
  expect(await page.getByRole('button', { name: 'Make the story' }).isEnabled()).toBe(true);
});

test('a page that another model made says so to the grown-up, and not in the book', async () => {
  fake.options.note = 'Kinora drew this page itself: the service didn’t answer.';
  const id = await makeWhole();
  await open(`/story/${id}`);
  expect(await page.getByText('Kinora drew this page itself').count()).toBe(0);
  const pages = page.getByRole('list', { name: 'Pages' }).getByRole('button');
  expect(await pages.nth(1).textContent()).toContain('with a note');
  await pages.nth(1).click();
  await page.getByText('Kinora drew this page itself').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.goto(`${fake.url}/read/${id}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Next page' }).click();
  expect(await page.getByText('Kinora drew this page itself').count()).toBe(0);
});

test('a failed story says why and can go on', async () => {
  fake.options.failAfter = 4;
  const id = await make();
  await open(`/story/${id}`);
  await page.getByRole('alert').filter({ hasText: 'The disk is full' }).waitFor();
  expect(await page.getByRole('button', { name: 'Go on with it' }).isEnabled()).toBe(true);
});

test('the drawer shows a running job from every page and stops it', async () => {
  fake.options.restAfter = 6;
  await make();
  await open('/library');
  await page.getByRole('button', { name: 'What Kinora is doing: 1 running' }).click();
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText(/stopped. What was finished is kept/).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('while a story is made, its first page can be opened and the others say that they come', async () => {
  fake.options.restAfter = 5;
  const id = await make();
  await open(`/story/${id}`);
  await page.getByRole('heading', { name: 'One page is ready' }).waitFor();
  await page.getByRole('link', { name: 'Start reading' }).click();
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByRole('button', { name: 'Read to me' }).click();
  await expect.poll(() => page.getByText('Page 2 is on its way…').count()).toBe(1);
});

test('reading works from the keyboard alone', async () => {
  const id = await makeWhole();
  await open(`/read/${id}`);
  const where = page.getByText(/^Page \d of 4$/);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => where.textContent()).toBe('Page 2 of 4');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => where.textContent()).toBe('Page 1 of 4');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.locator('.spoken [data-now]').waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Read to me' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL(`**/story/${id}`);
});

test('a tap on a word reads from there, and a swipe turns the page', async () => {
  const id = await makeWhole();
  await open(`/read/${id}`, { width: 390 });
  await page.getByText('lantern', { exact: true }).first().click();
  await expect.poll(() => page.locator('.spoken [data-now]').textContent()).toMatch(/lantern|by|the|path/);
  await page.evaluate(() => {
    const target = document.querySelector('.read__stage');
    const send = (type: string, clientX: number) =>
      target?.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch', clientX, clientY: 200 }));
    send('pointerdown', 300);
    send('pointerup', 120);
  });
  await page.getByText('Page 2 of 4').waitFor();
});

test('settings of reading are kept: easy letters, larger words, all pages below each other', async () => {
  const id = await makeWhole();
  await open(`/read/${id}`);
  const size = () =>
    page
      .locator('.read__text')
      .first()
      .evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  const before = await size();
  await page.getByRole('button', { name: 'Words and speed' }).click();
  await page.getByRole('slider', { name: 'Size of the words' }).press('End');
  await page.getByRole('radio', { name: 'Easy reading' }).check({ force: true });
  await page.getByRole('radio', { name: 'Scroll' }).check({ force: true });
  await page.keyboard.press('Escape');
  expect(await size()).toBeGreaterThan(before);
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => page.locator('.read__stack > li').count()).toBe(4);
  const font = await page
    .locator('.read__text')
    .first()
    .evaluate((text) => getComputedStyle(text).fontFamily);
  expect(font).toContain('Atkinson Hyperlegible');
});

test('the dark screen keeps the voice and gives the pictures back', async () => {
  const id = await makeWhole();
  await open(`/read/${id}`);
  await page.getByRole('button', { name: 'Dark screen, voice only' }).click();
  await page.getByRole('button', { name: 'Show the pictures' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Pause' }).count()).toBe(1);
});

test('the sleep timer counts minutes and can be taken back', async () => {
  const id = await makeWhole();
  await open(`/read/${id}`);
  await page.getByRole('button', { name: 'Sleep timer' }).click();
  await page.getByRole('menuitem', { name: '10 minutes' }).click();
  await page.getByRole('button', { name: 'Sleep timer: lamp out in 10 minutes' }).click();
  await page.getByRole('menuitem', { name: 'Leave it on' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Sleep timer', exact: true }).count()).toBe(1);
});

test('the theme is chosen once and worn from the first byte', async () => {
  await open('/library');
  await page.getByRole('button', { name: 'Light: Night' }).click();
  await page.getByRole('menuitem', { name: 'Day' }).click();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('day');
  const html = await (await page.request.get(fake.url)).text();
  expect(html).toContain('data-theme="day"');
});

test('it can be installed', async () => {
  await open('/');
  const manifest = (await (await page.request.get(`${fake.url}/manifest.webmanifest`)).json()) as {
    icons: { src: string }[];
  };
  for (const { src } of manifest.icons) {
    const { status } = await fetch(fake.url + src);
    expect({ src, status }).toEqual({ src, status: 200 });
  }
});
