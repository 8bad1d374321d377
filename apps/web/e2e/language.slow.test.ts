import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSampleRecording } from '@kinora/media/recording/testing';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../tools/browser.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { seriousFindings } from './axe.ts';

/** The Language studio as people use it: a recording and its subtitles come in, and something is learned from them. */
const subtitles = [
  'ユキミ: みなさん、こんばんは。初見さんもいらっしゃい。',
  'ミア: Hi everyone, I am going to give it a shot.',
  'ユキミ: 推しの歌、てぇてぇ。それは草。',
  'ユキミ: 昨日、財布を落としてしまったんだけど、すぐに見つかったんです。',
  'ミア: I would have freaked out. Save that!',
  'ユキミ: また明日ね。おつかれさまでした。',
].map((text, at) => `${at + 1}\n00:00:${10 + at * 6},000 --> 00:00:${14 + at * 6},500\n${text}\n`);
const srt = { name: '雑談 talk.ja.srt', mimeType: '', buffer: Buffer.from(subtitles.join('\n')) };

let folder: string;
let server: ServerProcess;
let browser: Browser;
let page: Page;
let lesson: string;
const problems: string[] = [];

async function open(options: BrowserContextOptions = {}, cookies: Record<string, string> = {}): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce', ...options });
  const [name = '', ...value] = server.cookie.split('=');
  await context.addCookies(
    Object.entries({ [name]: value.join('='), ...cookies }).map(([each, its]) => ({
      name: each,
      value: its,
      url: server.url,
    })),
  );
  const opened = await context.newPage();
  opened.setDefaultTimeout(30_000);
  opened.on('pageerror', (error) => problems.push(error.message));
  return opened;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-language-'));
  [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
  await makeSampleRecording({ path: join(folder, 'talk.mp4'), seconds: 46, width: 320, height: 180, fps: 8 });
  page = await open({ viewport: { width: 1440, height: 900 } });
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const overflow = (of: Page) => of.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const saved = (of: Page) => of.locator('.draftbar').waitFor({ state: 'detached' });

test('what is neither a recording nor subtitles is refused in plain words', async () => {
  await page.goto(`${server.url}/language`, { waitUntil: 'networkidle' });
  const files = page.locator('input[type="file"]');
  await files.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('la la') });
  await page.getByRole('alert').filter({ hasText: '“notes.txt” is no recording' }).waitFor();
  await files.setInputFiles({ name: 'empty.srt', mimeType: '', buffer: Buffer.from('nothing is said here') });
  await page.getByRole('alert').filter({ hasNotText: 'notes.txt' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test('subtitles alone are enough to learn from', async () => {
  await page.locator('input[type="file"]').setInputFiles(srt);
  await page.getByText('SRT · 6 lines').waitFor();
  await page.getByText('Without the recording').waitFor();
  await page.getByRole('button', { name: 'Find what there is to learn' }).click();
  await page.waitForURL(/\/language\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: '雑談 talk' }).waitFor();
  await page.getByRole('button', { name: 'てぇてぇ' }).click();
  await page.getByText('precious').first().waitFor();
  await page.keyboard.press('Escape');
  expect(await seriousFindings(page)).toEqual([]);
});

test('a recording comes with its subtitles, is looked at, and its words are there', async () => {
  await page.goto(`${server.url}/language`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: '雑談 talk' }).waitFor();
  const files = page.locator('input[type="file"]');
  await files.setInputFiles(join(folder, 'talk.mp4'));
  await page.getByText('320 × 180').waitFor();
  await page.getByText('This recording has no subtitles').waitFor();
  await files.setInputFiles(srt);
  await page.getByText('SRT · 6 lines').waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Evening talk');
  await page.getByRole('button', { name: 'Find what there is to learn' }).click();
  await page.waitForURL(/\/language\/[0-9a-f-]{36}$/);
  lesson = page.url();
  await page.getByRole('button', { name: 'Change the sentence at 0:10' }).first().waitFor();
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
  expect(await seriousFindings(page)).toEqual([]);
});

test('a word is heard by a press, and a sentence corrected', async () => {
  await page.locator('.talk__text span', { hasText: '財布' }).last().click();
  const time = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
  await expect.poll(time).toBeGreaterThan(28);
  await page.getByRole('button', { name: 'Pause' }).click();

  await page.getByRole('button', { name: 'Change the sentence at 0:16' }).click();
  const words = page.getByRole('textbox', { name: 'Words' });
  await words.fill('ミアです。Long time no see.');
  const start = page.getByRole('textbox', { name: 'From', exact: true });
  await start.press('ArrowUp');
  expect(await start.inputValue()).toBe('0:16.1');
  await words.press('Enter');
  await page.getByText('1 changed line').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await saved(page);
  await page.getByRole('button', { name: 'Long time no see' }).waitFor();
  await page.getByRole('searchbox').fill('みつかった');
  await page.getByText('1 of 1').waitFor();
});

test('items are filtered, starred, rewritten, and taken along', async () => {
  await tab('Vocabulary').click();
  await page.waitForURL(/tab=vocabulary/);
  await page.getByRole('button', { name: /^Slang \d/ }).click();
  await page.waitForURL(/kind=slang/);
  await page.getByRole('link', { name: 'てぇてぇ' }).waitFor();
  expect(await page.getByRole('link', { name: 'give it a shot' }).count()).toBe(0);
  await page.getByRole('searchbox').fill('teetee');
  await expect.poll(() => page.locator('.card').count()).toBe(1);
  await page.getByRole('button', { name: 'Star てぇてぇ' }).click();
  await page.getByRole('button', { name: 'Change てぇてぇ' }).click();
  await page.getByRole('textbox', { name: 'Meaning' }).fill('so wholesome');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.locator('.card').getByText('so wholesome').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('so wholesome');
  expect(await seriousFindings(page)).toEqual([]);
  // It holds for every recording.
  await page.goto(`${server.url}/vocabulary?starred=true`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'てぇてぇ' }).click();
  await page.getByRole('heading', { name: 'Where it is said' }).waitFor();
  expect(await page.locator('.said-in mark').count()).toBe(2);
  expect(await seriousFindings(page)).toEqual([]);
});

test('what the main video keeps is moved and saved', async () => {
  await page.goto(`${lesson}?tab=cut`, { waitUntil: 'networkidle' });
  await page.locator('.keep__body').first().click();
  const end = page.getByRole('slider', { name: /^End of what is kept/ });
  const before = await end.getAttribute('aria-valuetext');
  await end.press('Shift+ArrowLeft');
  const moved = await end.getAttribute('aria-valuetext');
  expect(moved).not.toBe(before);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await saved(page);
  await page.reload({ waitUntil: 'networkidle' });
  await page.locator('.keep__body').first().click();
  expect(await end.getAttribute('aria-valuetext')).toBe(moved);
});

test('a Short is cropped elsewhere and titled anew', async () => {
  await tab('Shorts').click();
  const region = page.locator('.region').first();
  await page.getByRole('button', { name: 'Game, avatar left' }).click();
  expect(await page.locator('.region').count()).toBe(2);
  await page.getByRole('button', { name: 'Avatar left', exact: true }).click();
  const before = (await region.boundingBox())!;
  await region.press('Shift+ArrowRight');
  await expect.poll(async () => (await region.boundingBox())!.x).toBeGreaterThan(before.x + 3);
  await page.getByRole('textbox', { name: /In English$/ }).fill('What makes it so wholesome?');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await saved(page);
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('button', { name: /What makes it so wholesome/ }).waitFor();
});

test('a file is made and saved, with the changes in it', async () => {
  await tab('Files').click();
  await page.getByRole('button', { name: /^Make\s*: Captions/ }).click();
  const save = page.getByRole('link', { name: /^Save\s*: Captions/ });
  await save.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toContain('Evening talk');
  expect(await seriousFindings(page)).toEqual([]);
});

test('on a phone, in Japanese and by day, every part fits', async () => {
  const phone = await open(
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    { 'kinora-theme': 'day', 'kinora-language': 'ja' },
  );
  const paths = ['', '?tab=vocabulary', '?tab=cut', '?tab=shorts', '?tab=files'].map((part) => lesson + part);
  for (const path of [`${server.url}/language`, `${server.url}/vocabulary`, ...paths]) {
    await phone.goto(path, { waitUntil: 'networkidle' });
    expect({ path, overflow: await overflow(phone), findings: await seriousFindings(phone) }).toEqual({
      path,
      overflow: 0,
      findings: [],
    });
  }
  await phone.getByRole('tab', { name: '文字起こし' }).tap();
  await phone.locator('.talk').getByText('Long time').first().waitFor();
  expect(await phone.locator('.language').getAttribute('lang')).toBe('ja');
  await phone.context().close();
});

test('nothing broke on the way', () => {
  expect(problems).toEqual([]);
});
