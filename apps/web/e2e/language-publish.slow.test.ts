import { pageId, startNotionServer, token } from '@kinora/providers/notion/testing';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../tools/browser.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { seriousFindings } from './axe.ts';

/** What leaves the Language studio, and what it learns from: a public site, Notion, posts; dictionaries and known words. */
const srt = ['今日の配信まじで草生えるわ', '推しが尊すぎて沼にはまった', '初見さんもゆっくりしていってね']
  .map((text, at) => `${at + 1}\n00:00:0${at * 3},000 --> 00:00:0${at * 3 + 2},500\n${text}\n`)
  .join('\n');
const edict = `　？？？ /EDICT, EDICT2 Files/Copyright EDRDG - 2021/Created: 2021-02-03/
勉強 [べんきょう] /(n,vs) (1) study/(P)/
猫をかぶる [ねこをかぶる] /(exp,v5r) (id) to feign friendliness/
`;

const notion = await startNotionServer();
let server: ServerProcess;
let browser: Browser;
let page: Page;
let lesson: string;
const problems: string[] = [];

async function open(options: BrowserContextOptions, cookies: Record<string, string> = {}): Promise<Page> {
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
  [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
  page = await open({ viewport: { width: 1440, height: 900 } });
  const sent = await fetch(`${server.url}/api/v1/lessons/subtitles?name=talk.srt`, {
    method: 'POST',
    headers: { cookie: server.cookie, 'content-type': 'application/x-subrip' },
    body: srt,
  });
  const { file } = (await sent.json()) as { file: unknown };
  const made = await server.api('POST', '/lessons', {
    title: '雑談配信',
    link: 'https://youtu.be/dQw4w9WgXcQ',
    subtitles: { kind: 'file', file, name: 'talk.srt' },
  });
  lesson = `${server.url}/language/${((await made.json()) as { lesson: { id: string } }).lesson.id}`;
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  await notion[Symbol.asyncDispose]();
});

test('a dictionary is brought, switched off and removed; what is none is told', async () => {
  await page.goto(`${server.url}/language/sources`, { waitUntil: 'networkidle' });
  const file = page.getByLabel('Dictionary file');
  await file.setInputFiles({ name: 'diary.txt', mimeType: '', buffer: Buffer.from('Dear diary') });
  await page.getByRole('alert').filter({ hasText: 'Yomitan' }).waitFor();
  await file.setInputFiles({ name: 'edict', mimeType: '', buffer: Buffer.from(edict) });
  await page.getByText('“EDICT” is there: 2 words.').waitFor();
  await page.getByText(/^Licence:.*Attribution-ShareAlike/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  const isOn = page.getByRole('switch', { name: 'EDICT is used' });
  await isOn.click();
  await page.reload({ waitUntil: 'networkidle' });
  expect(await isOn.getAttribute('aria-checked')).toBe('false');
  await page.getByRole('button', { name: 'Remove EDICT' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByRole('heading', { name: 'No dictionary yet' }).waitFor();
});

test('known words are added from a list, and forgotten', async () => {
  await page
    .getByLabel('Deck or list of known words')
    .setInputFiles({ name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from('猫\n犬\n猫\n') });
  await page.getByText('2 new, 2 in all.').waitFor();
  await page.getByRole('button', { name: 'Forget them all' }).click();
  await page.getByRole('button', { name: 'Forget them', exact: true }).click();
  await page.getByText('None yet').waitFor();
  expect(await (await server.api('GET', '/known-words')).json()).toEqual({ words: 0 });
});

test('a recording is put on the public site, which only its owner sees before it is on', async () => {
  await page.goto(`${lesson}?tab=publish`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Put this recording on the site' }).click();
  const preview = page.getByRole('link', { name: 'Preview this recording' });
  await preview.waitFor();
  const address = server.url + ((await preview.getAttribute('href')) ?? '');
  const seen = async (headers: Record<string, string>) => (await fetch(address, { headers })).status;
  expect([await seen({}), await seen({ cookie: server.cookie })]).toEqual([404, 200]);
  await page.getByRole('switch', { name: 'The site can be seen' }).click();
  await expect.poll(() => seen({})).toBe(200);
  await page.getByText('Name, language and address').click();
  await page.getByRole('textbox', { name: 'Name of the site' }).fill('Yukimi’s words');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(async () => (await fetch(`${server.url}/v/`)).text()).toContain('Yukimi’s words');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export the site' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('site.zip');
  expect(await seriousFindings(page)).toEqual([]);
});

test('Notion is set up elsewhere, foretold, and then has the rows', async () => {
  const setUp = page.getByRole('link', { name: 'Set up Notion' });
  expect(await setUp.getAttribute('href')).toBe('/models/services/add/notion');
  await page.getByRole('link', { name: 'Set up YouTube' }).waitFor();
  await server.api('PUT', '/providers/notion', {
    kind: 'notion',
    isOn: true,
    settings: { token, page: pageId, baseUrl: notion.url },
  });
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  const send = page.getByRole('button', { name: /^Send \d+ rows$/ });
  await send.waitFor();
  expect(notion.pages()).toEqual([]);
  const rows = Number(/\d+/.exec(await send.innerText())?.[0]);
  await send.click();
  await page.getByText(`${rows} new, 0 changed, 0 as they were`).waitFor();
  expect(notion.pages().length).toBe(rows);
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Open in Notion' }).waitFor();
});

test('a post fits its platform, and says so when it doesn’t any more', async () => {
  const post = page.getByRole('textbox', { name: 'Text', exact: true });
  await page.getByText(/^\d+ of 280$/).waitFor();
  await page.getByText('Instagram', { exact: true }).click();
  await page.getByText(/^\d+ of 2200$/).waitFor();
  await page.getByText('X', { exact: true }).click();
  await post.fill('草'.repeat(141));
  await page.getByText('2 too many').waitFor();
  await page.getByRole('button', { name: 'As it was written' }).click();
  expect(await post.inputValue()).toContain('https://youtu.be/dQw4w9WgXcQ');
});

test('on a phone, in Japanese and by day, everything fits', async () => {
  const phone = await open(
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    { 'kinora-theme': 'day', 'kinora-language': 'ja' },
  );
  for (const path of [`${server.url}/language/sources`, `${lesson}?tab=publish`]) {
    await phone.goto(path, { waitUntil: 'networkidle' });
    const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ path, overflow, findings: await seriousFindings(phone) }).toEqual({ path, overflow: 0, findings: [] });
  }
  await phone.getByRole('heading', { name: '公開サイト' }).waitFor();
  await phone.context().close();
});

test('nothing broke on the way', () => {
  expect(problems).toEqual([]);
});
