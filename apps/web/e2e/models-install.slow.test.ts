import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelsView, ProvidersView } from '@kinora/capabilities/setup';
import { startHub, testRuntimes } from '@kinora/platform/testing';
import type { Hub } from '@kinora/platform/testing';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../tools/browser.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { writeTinyVoice } from '../../../tools/tiny-models/sherpa.ts';
import { seriousFindings } from './axe.ts';

/** A voice as a parent adds it: one click, progress, a pause, and then it reads. The hub is local, everything else is real. */

const limit = 600_000;
/** Large enough that a download can be watched. */
const paddingBytes = 3_000_000;

let folder: string;
let hub: Hub;
let server: ServerProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { home: shared } = await testRuntimes('sherpa');
  folder = await mkdtemp(join(tmpdir(), 'kinora-web-models-'));
  const home = join(folder, 'home');
  await mkdir(home, { mode: 0o700 });
  await symlink(join(shared, 'runtimes'), join(home, 'runtimes'));
  const voice = join(folder, 'tiny-voice');
  writeTinyVoice(voice);
  await writeFile(join(voice, 'MODEL_CARD'), Buffer.alloc(paddingBytes, 'A voice of random numbers. '));
  hub = await startHub({ 'kinora/tiny-voice': voice }, { largeBytes: 1_000_000 });
  const catalogue = join(folder, 'catalogue.json');
  await writeFile(
    catalogue,
    JSON.stringify([
      {
        id: 'tiny-voice',
        title: 'A tiny voice',
        summary: 'Sings every letter.',
        purpose: 'speech',
        runtime: 'sherpa',
        format: 'piper',
        repository: 'kinora/tiny-voice',
        files: ['*', '*/*'],
        licence: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
        bytes: paddingBytes,
        memoryBytes: 200_000_000,
        quality: 1,
        languages: ['en'],
      },
    ]),
  );
  [server, browser] = await Promise.all([
    startServerProcess({ home, environment: { KINORA_HUB_URL: hub.url, KINORA_CATALOGUE: catalogue } }),
    launchBrowser(),
  ]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const [name = '', ...value] = server.cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: server.url }]);
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
}, limit);
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
  if (folder) await rm(folder, { recursive: true, force: true });
}, limit);

const row = () => page.getByRole('listitem', { name: 'A tiny voice', exact: true });

async function stateOf(): Promise<string | undefined> {
  const { models } = (await (await server.api('GET', '/models')).json()) as ModelsView;
  return models.find(({ entry }) => entry.id === 'tiny-voice')?.install.state;
}

describe('a model from the catalogue', () => {
  test('is not fetched before somebody asks', async () => {
    await page.goto(`${server.url}/models/catalogue?for=speech`, { waitUntil: 'networkidle' });
    await page.getByRole('searchbox', { name: 'Search the catalogue' }).fill('tiny voice');
    await row().getByText('3 MB to fetch').waitFor();
    expect(hub.requests).toEqual([]);
  });

  test('that the hub refuses says why and can be tried again', { timeout: limit }, async () => {
    hub.faults.gate = 'login';
    await row().getByRole('button', { name: 'Add A tiny voice' }).click();
    await row().getByRole('alert').waitFor();
    hub.faults.gate = 'open';
    hub.faults.bytesPerSecond = 400_000;
    await row().getByRole('button', { name: 'Try again A tiny voice' }).click();
    await row().getByRole('progressbar').waitFor();
    await row()
      .getByText(/Fetching it · .* of \d MB/)
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('is paused where it is, and goes on from there', { timeout: limit }, async () => {
    await row().getByRole('button', { name: 'Pause A tiny voice' }).click();
    await row()
      .getByText(/^Paused at/)
      .waitFor();
    await expect.poll(stateOf).toBe('paused');
    hub.faults.bytesPerSecond = Infinity;
    await row().getByRole('button', { name: 'Go on A tiny voice' }).click();
    await row().getByText('On this machine').waitFor({ timeout: limit });
    expect(hub.requests.some(({ range }) => range !== undefined && !range.startsWith('bytes=0-'))).toBe(true);
  });

  test('is first in its order, and its voices can be chosen for a story', async () => {
    await page.getByRole('navigation', { name: 'Models' }).getByRole('link', { name: 'Who does what' }).click();
    await page.getByRole('region', { name: 'Who does what' }).getByText('A tiny voice', { exact: true }).waitFor();
    const { routes } = (await (await server.api('GET', '/providers')).json()) as ProvidersView;
    expect(routes.find(({ capability }) => capability === 'speech')?.entries[0]?.model).toBe('tiny-voice');
    await page.getByRole('navigation', { name: 'Studios' }).getByRole('link', { name: 'Story' }).click();
    await page.getByRole('group', { name: 'Voice' }).waitFor();
    const more = page.getByRole('button', { name: /more voices$/ });
    if (await more.isVisible()) await more.click();
    expect(await page.getByRole('radio', { name: 'Mi', exact: true }).count()).toBe(1);
  });

  test('is tried where it works: a sound to hear, seconds and memory', { timeout: limit }, async () => {
    await page.goto(`${server.url}/models/services/sherpa`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Say good night' }).click();
    const outcome = page.getByRole('status').filter({ hasText: 'Good night, little owl.' });
    await outcome.waitFor({ timeout: limit });
    expect(await outcome.textContent()).toMatch(/s · on the processor · \d+ MB of memory/);
    expect(await outcome.locator('audio').getAttribute('src')).toMatch(/^data:audio\/wav;base64,/);
    await page.getByRole('navigation', { name: 'Models' }).getByRole('link', { name: 'This machine' }).click();
    await page.getByRole('region', { name: 'In memory now' }).getByText('A tiny voice').waitFor();
    await page.getByRole('button', { name: 'Give the memory back' }).click();
    await page.getByText('No model. Each is loaded when it is first asked').waitFor();
  });

  test('is removed after a question', { timeout: limit }, async () => {
    await page.goto(`${server.url}/models/catalogue?for=speech`, { waitUntil: 'networkidle' });
    await row().getByRole('button', { name: 'Remove A tiny voice' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
    await row().getByRole('button', { name: 'Add A tiny voice' }).waitFor();
    expect(await stateOf()).toBe('absent');
  });
});
