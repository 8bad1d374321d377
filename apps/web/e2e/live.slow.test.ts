import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { looks } from '@kinora/capabilities';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../tools/browser.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { seriousFindings } from './axe.ts';
import { cameraFlags } from './camera.ts';

/** A busy machine paints slowly: what takes a second on an idle one may take many. */
const patienceMs = 90_000;

let server: ServerProcess;
let browser: Browser;
let page: Page;
const problems: string[] = [];

async function open(options: BrowserContextOptions = {}, settings: object = {}, by = browser): Promise<Page> {
  const context = await by.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  const [name = '', ...value] = server.cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: server.url }]);
  await context.addInitScript((kept) => {
    if (!localStorage.getItem('kinora-live')) localStorage.setItem('kinora-live', kept);
  }, JSON.stringify(settings));
  const opened = await context.newPage();
  opened.setDefaultTimeout(patienceMs);
  opened.on('pageerror', (error) => problems.push(error.message));
  return opened;
}

async function switchCameraOn(on: Page): Promise<void> {
  await on.goto(`${server.url}/live`, { waitUntil: 'networkidle' });
  await on.getByRole('button', { name: 'Use my camera' }).click();
  await shown(on);
}

const picture = (of: Page) => of.getByRole('img', { name: /^Your picture, painted/ });
const shown = (of: Page) => picture(of).waitFor({ timeout: patienceMs });
const generation = (of: Page) =>
  picture(of).evaluate((canvas: HTMLCanvasElement) => Number(canvas.dataset['generation']));

/** Mean colour of each of 8 × 8 parts of the painted picture. */
const sample = (of: Page) =>
  picture(of).evaluate((canvas: HTMLCanvasElement) => {
    const small = new OffscreenCanvas(8, 8).getContext('2d')!;
    small.drawImage(canvas, 0, 0, 8, 8);
    return [...small.getImageData(0, 0, 8, 8).data];
  });

const distance = (a: number[], b: number[]) =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;

/** Does something that changes the style, and waits until a picture in it is on the screen. */
async function restyle(on: Page, change: () => Promise<unknown>): Promise<void> {
  const before = await generation(on);
  await change();
  await expect.poll(() => generation(on), { timeout: patienceMs, interval: 100 }).toBeGreaterThan(before);
}

const say = (on: Page, words: string) =>
  on
    .getByRole('textbox', { name: /^Describe a look/ })
    .fill(words)
    .then(() => on.getByRole('button', { name: 'Try it', exact: true }).click());

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServerProcess(),
    cameraFlags().then((flags) => launchBrowser({ flags })),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

const withCamera = { permissions: ['camera', 'microphone'] };

test('a camera that is not allowed says what to do, and the demo clip works without one', async () => {
  const refusing = await launchBrowser({ flags: await cameraFlags({ isAllowed: false }) });
  const denied = await open({}, {}, refusing);
  await denied.goto(`${server.url}/live`, { waitUntil: 'networkidle' });
  expect(await seriousFindings(denied)).toEqual([]);
  await denied.getByRole('button', { name: 'Use my camera' }).click();
  await denied.getByRole('alert').filter({ hasText: 'The camera is not allowed' }).waitFor();
  expect(await seriousFindings(denied)).toEqual([]);
  await denied.getByRole('button', { name: 'Try it without a camera' }).click();
  await shown(denied);
  await denied.getByRole('button', { name: /^Demo clip/ }).waitFor();
  await refusing.close();
});

test('a camera is painted at once, and axe finds nothing serious', async () => {
  page = await open(withCamera, { engine: 'worker', size: 'small' });
  await switchCameraOn(page);
  await page.getByText('Only you can see this').waitFor();
  await expect.poll(() => page.getByTestId('delay').textContent(), { timeout: patienceMs }).toMatch(/\d+ ms/);
  expect(await seriousFindings(page)).toEqual([]);
});

test('words change the picture, say what they did, and can be switched off one by one', async () => {
  const before = await sample(page);
  await restyle(page, () => say(page, 'golden autumn evening'));
  await expect.poll(async () => distance(before, await sample(page)), { timeout: patienceMs }).toBeGreaterThan(6);
  const chips = page.getByRole('list', { name: 'What the words did' });
  expect(await chips.getByRole('button').count()).toBe(3);
  await chips.getByRole('button', { name: /autumn/ }).click();
  await restyle(page, () => page.getByRole('switch', { name: /autumn/ }).click());
  await page.keyboard.press('Escape');
  expect(await chips.getByRole('button', { name: /autumn/ }).textContent()).toContain('switched off');
});

test('commands are obeyed: another look, freeze, back', async () => {
  await restyle(page, () => say(page, 'make it a pencil drawing'));
  expect(await page.getByRole('radio', { name: 'Pencil' }).isChecked()).toBe(true);
  await say(page, 'freeze');
  await page.getByText('Frozen', { exact: true }).waitFor();
  const frozen = await sample(page);
  await page.waitForTimeout(600);
  expect(distance(frozen, await sample(page))).toBe(0);
  await say(page, 'continue');
  await restyle(page, () => say(page, '戻して'));
  expect(await page.getByRole('radio', { name: 'Pencil' }).isChecked()).toBe(false);
  await say(page, 'blargh wibble');
  await page.getByText('means nothing to the painters').waitFor();
});

test('the keyboard does it all', async () => {
  await page.locator('body').click({ position: { x: 5, y: 400 } });
  await restyle(page, () => page.keyboard.press('2'));
  expect(await page.getByRole('radio', { name: 'Oil' }).isChecked()).toBe(true);
  await page.keyboard.press('c');
  const compare = page.getByRole('slider', { name: 'How much of the camera shows' });
  await compare.press('ArrowRight');
  expect(await compare.inputValue()).toBe('51');
  await page.getByRole('button', { name: 'Compare with the camera' }).click();
  await page.locator('body').click({ position: { x: 5, y: 400 } });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'By keyboard, by word' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('a snapshot and a recording with sound go into the library', async () => {
  await page.getByRole('button', { name: 'Snapshot' }).click();
  await page.getByText('The snapshot is in the library').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save', exact: true }).click(),
  ]);
  expect((await readFile(await download.path())).subarray(1, 4).toString()).toBe('PNG');
  await page.getByRole('button', { name: 'Record' }).click();
  await page.waitForTimeout(3000);
  await page.getByRole('toolbar').getByRole('button', { name: /^Stop/ }).click();
  await page.getByText('The recording is in the library').waitFor();
  const answer = await server.api('GET', '/live-style');
  const { items } = (await answer.json()) as { items: { title: string }[] };
  expect(items.length).toBe(2);
});

test('going live: another browser watches, and is told when it ends', async () => {
  await page.getByRole('button', { name: 'Go live' }).click();
  await page.getByRole('region', { name: 'On air' }).waitFor();
  await page.getByText('Viewers see this').waitFor();
  const link = await page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input')].map(({ value }) => value);
    return fields.find((value) => value.includes('/watch/'));
  });
  expect(link).toBeTruthy();
  const viewer = await (await browser.newContext()).newPage();
  viewer.setDefaultTimeout(patienceMs);
  await viewer.goto(new URL(new URL(link!).pathname + new URL(link!).search + new URL(link!).hash, server.url).href);
  await viewer.waitForFunction(() => {
    const video = document.querySelector('video');
    return video !== null && video.videoWidth > 0 && video.currentTime > 0.5;
  });
  await page.getByText('1 viewer', { exact: true }).waitFor();
  await page.getByRole('region', { name: 'On air' }).getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByText(/^You were live for/).waitFor();
  await page.getByText('Only you can see this').waitFor();
  await viewer.context().close();
  await page.context().close();
});

describe.each(['gl', 'worker', 'server'] as const)('painted by %s', (engine) => {
  test('every look reaches the screen', { timeout: 6 * patienceMs }, async () => {
    const on = await open(withCamera, { engine, size: 'small', shape: 'square', isLadderOn: false });
    await switchCameraOn(on);
    const seen: { look: string; colours: number[] }[] = [];
    for (const look of looks) {
      const radio = on.locator(`input[name=looks]`).nth(await indexOf(on, look));
      if (!(await radio.isChecked())) await restyle(on, () => radio.check({ force: true }));
      // The look before dissolves within a second.
      await on.waitForTimeout(1500);
      seen.push({ look, colours: await sample(on) });
    }
    for (const { look, colours } of seen) {
      const spread = Math.max(...colours) - Math.min(...colours.filter((_, index) => index % 4 !== 3));
      expect({ look, isBlank: spread < 20 }).toEqual({ look, isBlank: false });
    }
    await on.context().close();
  });
});

async function indexOf(on: Page, look: string): Promise<number> {
  const sources = await on
    .locator('.live__looks img')
    .evaluateAll((all) => all.map((each) => each.getAttribute('src')));
  return sources.findIndex((source) => source?.endsWith(`look-${look}.jpg`));
}

test(
  'the server is killed and comes back: the page says so, and goes on by itself',
  { timeout: 4 * patienceMs },
  async () => {
    const on = await open(withCamera, { engine: 'server', size: 'small', isLadderOn: false });
    await switchCameraOn(on);
    const { home, child } = server;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    await on.getByText(/line to Kinora’s server is broken|doesn’t answer/).waitFor();
    const port = Number(new URL(server.url).port);
    const again = await startServerProcess({ home, port });
    await on.getByText(/^Last minute|^Painted by/).waitFor();
    await restyle(on, () => on.locator('input[name=looks]').nth(4).check({ force: true }));
    expect(await on.locator('input[name=looks]').nth(4).isChecked()).toBe(true);
    await on.context().close();
    server = { ...again, cookie: server.cookie };
  },
);

test('on a phone nothing is wider than the screen, and the tools are there', async () => {
  const phone = await open(
    { ...withCamera, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    { engine: 'worker', size: 'small' },
  );
  await switchCameraOn(phone);
  // A phone widens the page to what is too wide for it, so the screen is the measure.
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - screen.width);
  expect({ overflow, findings: await seriousFindings(phone) }).toEqual({ overflow: 0, findings: [] });
  await phone.getByRole('button', { name: 'Freeze' }).tap();
  await phone.getByText('Frozen', { exact: true }).waitFor();
  await phone.getByRole('link', { name: 'Library', exact: true }).tap();
  await phone.waitForURL((url) => url.pathname === '/library');
  await phone.context().close();
});

test('nothing broke on the way', () => {
  expect(problems).toEqual([]);
});
