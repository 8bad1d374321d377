import type { ModelsView, ProvidersView } from '@kinora/capabilities/setup';
import type { WireServer } from '@kinora/capabilities/testing';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../tools/browser.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { seriousFindings } from './axe.ts';
import { key, startOpenAiServer } from './openai-server.ts';

/** Everything a grown-up does on the Models pages, against a real Kinora and a server with the true wire format. */

let server: ServerProcess;
let browser: Browser;
let ollama: WireServer;
let page: Page;
const leaks: string[] = [];
const problems: string[] = [];

beforeAll(async () => {
  [server, browser, ollama] = await Promise.all([startServerProcess(), launchBrowser(), startOpenAiServer()]);
  page = await open({ width: 1440, height: 900 });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('response', (response) => {
    void response.text().then(
      (text) => text.includes(key) && leaks.push(response.url()),
      () => {},
    );
  });
});
afterAll(async () => {
  await browser?.close();
  await ollama?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

async function open(viewport: { width: number; height: number }, theme = 'night'): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const [name = '', ...value] = server.cookie.split('=');
  await context.addCookies([
    { name, value: value.join('='), url: server.url },
    { name: 'kinora-theme', value: theme, url: server.url },
  ]);
  const opened = await context.newPage();
  opened.setDefaultTimeout(20_000);
  return opened;
}

async function look<View>(path: string): Promise<View> {
  return (await (await server.api('GET', path)).json()) as View;
}

async function orderOf(capability: string): Promise<string[]> {
  const { routes } = await look<ProvidersView>('/providers');
  return routes.find((route) => route.capability === capability)?.entries.map(({ model }) => model) ?? [];
}

const section = (name: string) => page.getByRole('navigation', { name: 'Models' }).getByRole('link', { name }).click();
const textOf = (words: string) => page.getByText(words).first().textContent();
const service = () => page.getByRole('link', { name: 'Study PC' }).first().click();

describe('before anything is set up', () => {
  test('the set for this machine is offered with its size, and nothing leaves', async () => {
    await page.goto(`${server.url}/`, { waitUntil: 'networkidle' });
    await page.getByRole('navigation', { name: 'Yours' }).getByRole('link', { name: 'Models' }).click();
    await page.getByRole('button', { name: /^Add all \w+ · [\d.]+ GB$/ }).waitFor();
    const { recommended, models } = await look<ModelsView>('/models');
    for (const id of recommended.models) {
      const title = models.find(({ entry }) => entry.id === id)?.entry.title ?? id;
      await page.getByRole('button', { name: `Add ${title}`, exact: true }).waitFor();
    }
    await page.getByText('Nothing. Everything is made here.').waitFor();
    expect(await textOf('Kinora’s own storyteller writes')).toContain('A model follows a wish more freely');
  });

  test('the catalogue is found by word and by purpose, with what a licence forbids', async () => {
    await section('Catalogue');
    await page.getByRole('radio', { name: 'Voice' }).check({ force: true });
    await page.getByRole('heading', { name: 'Words', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'All' }).check({ force: true });
    await page.getByRole('searchbox', { name: 'Search the catalogue' }).fill('llama 3.2 3b');
    const row = page.getByRole('listitem', { name: 'Llama 3.2 3B Instruct' });
    await row.getByText('Details, and what its licence forbids').click();
    await row.getByText('acceptable use policy').waitFor();
    await page.getByRole('searchbox', { name: 'Search the catalogue' }).fill('no such thing');
    await page.getByRole('heading', { name: 'No model is like that' }).waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.getByRole('heading', { name: 'Listening', exact: true }).isVisible()).toBe(true);
  });

  test('a path that can’t be taken in is said so at its field', async () => {
    await page.getByRole('textbox', { name: 'Where it lies' }).fill('/nowhere/at/all.gguf');
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Where it lies' }).getAttribute('aria-invalid')).toBe('true');
  });

  test('the machine shows what it has and what is in memory', async () => {
    await section('This machine');
    await page.getByText('No model. Each is loaded when it is first asked').waitFor();
    await page.getByRole('heading', { name: 'Processor' }).waitFor();
    expect(await page.getByRole('region', { name: 'Programs that run models' }).textContent()).toContain('llama.cpp');
  });
});

describe('a server by its address', () => {
  test('is found, and a wrong address is said at its field', async () => {
    await section('Services');
    await page.getByRole('searchbox', { name: 'Search the services' }).fill('ollama');
    await page.getByRole('link', { name: 'OpenAI-compatible server' }).click();
    await page.getByText('The wish, the child’s profile as far as the story needs it').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Study PC');
    await page.getByRole('textbox', { name: 'Address' }).fill('next door');
    await page.getByRole('textbox', { name: 'Key' }).fill(key);
    await page.getByRole('button', { name: 'Keep and switch on' }).click();
    await page.getByRole('alert').filter({ hasText: 'http://' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Address' }).getAttribute('aria-invalid')).toBe('true');
  });

  test('is kept, and its key is never seen again', async () => {
    await page.getByRole('textbox', { name: 'Address' }).fill(ollama.url);
    await page.getByRole('button', { name: 'Keep and switch on' }).click();
    await page.getByRole('heading', { level: 1, name: 'Study PC' }).waitFor();
    await page.getByText('Stored here, encrypted').waitFor();
    expect(await page.getByRole('textbox', { name: 'Key' }).inputValue()).toBe('');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.content()).not.toContain(key);
    expect(ollama.requests).toEqual([]);
  });

  test('says what it offers and answers a test with words, seconds and place', async () => {
    await page.getByRole('button', { name: 'Ask what it offers' }).click();
    await page.getByText('2 for words, 1 for pictures.').waitFor();
    await page.getByRole('button', { name: 'Say hello' }).click();
    const outcome = page.getByRole('status').filter({ hasText: 'Hello from qwen3:8b, and good night.' });
    await outcome.waitFor();
    expect(await outcome.textContent()).toMatch(/\d\.\d s · on the internet or another machine/);
    expect(ollama.requests.at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
  });

  test('draws a fox to look at', async () => {
    await page.getByRole('radio', { name: 'Pictures' }).check({ force: true });
    await page.getByRole('button', { name: 'Draw a fox' }).click();
    const picture = page.getByRole('status').getByRole('img');
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(60);
  });

  test('is asked first for words, and what leaves is shown', async () => {
    await page.getByRole('button', { name: 'Ask it first for words' }).click();
    await page.getByText('Asked first: qwen3:8b').waitFor();
    await expect.poll(() => orderOf('language')).toEqual(['qwen3:8b']);
    await section('Who does what');
    const leaving = page.getByRole('region', { name: 'What leaves this machine' });
    await leaving.getByText('The wish, the child’s profile as far as the story needs it').waitFor();
    await leaving.getByText('Never for children’s stories').waitFor();
    expect(await leaving.getByText('Nothing: it isn’t asked for this.').count()).toBe(3);
  });

  test('serves children’s stories only after a second, explicit yes', async () => {
    await service();
    await page.getByRole('switch', { name: 'For children’s stories, too' }).click();
    const dialog = page.getByRole('dialog', { name: 'May Study PC be used for children’s stories?' });
    await dialog.getByText('The wish, the child’s profile').waitFor();
    const allow = dialog.getByRole('button', { name: 'Allow it' });
    expect(await allow.isDisabled()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('switch', { name: 'For children’s stories, too' }).isChecked()).toBe(false);
    await page.getByRole('switch', { name: 'For children’s stories, too' }).click();
    await dialog.getByRole('checkbox').check();
    await allow.click();
    await dialog.waitFor({ state: 'detached' });
    const { providers } = await look<ProvidersView>('/providers');
    expect(providers.find(({ id }) => id === 'openai-compatible')).toMatchObject({ childConsent: true, isOn: true });
    await section('Who does what');
    await page.getByText('Children’s stories, too').waitFor();
  });
});

describe('the order', () => {
  test('takes another model and is changed by the keyboard', async () => {
    await page.getByRole('button', { name: 'Change who does: Words' }).click();
    await page.getByRole('button', { name: 'Add a model' }).click();
    await page.getByRole('button', { name: 'Add llama3.2' }).click();
    await expect.poll(() => orderOf('language')).toEqual(['qwen3:8b', 'llama3.2']);
    await page.getByRole('button', { name: /^Move llama3.2/ }).focus();
    await page.keyboard.press('ArrowUp');
    await page.getByText('llama3.2 · Study PC is now number 1 of 2.').waitFor();
    await expect.poll(() => orderOf('language')).toEqual(['llama3.2', 'qwen3:8b']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Move llama3.2/);
  });

  test('is changed by buttons and by dragging', async () => {
    await page.getByRole('button', { name: /^Ask llama3.2 .* later/ }).click();
    await expect.poll(() => orderOf('language')).toEqual(['qwen3:8b', 'llama3.2']);
    const from = await page.getByRole('button', { name: /^Move llama3.2/ }).boundingBox();
    const to = await page.getByRole('button', { name: /^Move qwen3/ }).boundingBox();
    if (!from || !to) throw new Error('The order has no handles.');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 4, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => orderOf('language')).toEqual(['llama3.2', 'qwen3:8b']);
  });

  test('“only the first one” and taking one out are kept', async () => {
    await page.getByRole('switch', { name: 'Only the first one' }).click();
    await expect
      .poll(async () => (await look<ProvidersView>('/providers')).routes.find((r) => r.capability === 'language')?.only)
      .toBe(true);
    await page.getByRole('button', { name: /^Don’t ask llama3.2/ }).click();
    await expect.poll(() => orderOf('language')).toEqual(['qwen3:8b']);
    await page.getByRole('button', { name: 'Done who does: Words' }).click();
  });
});

describe('a budget', () => {
  test('wrong numbers are said at the field', async () => {
    await service();
    await page.getByRole('textbox', { name: 'At most in a month' }).fill('a lot');
    await page.getByRole('button', { name: 'Keep this budget' }).click();
    await page.getByRole('alert').filter({ hasText: 'Write a number above zero' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'At most in a month' }).getAttribute('aria-invalid')).toBe('true');
  });

  test('that is reached is shown, and the next test is refused', async () => {
    await page.getByRole('radio', { name: 'Calls' }).check({ force: true });
    await page.getByRole('textbox', { name: 'At most in a month' }).fill('3');
    await page.getByRole('radio', { name: 'Stop and say so' }).check({ force: true });
    await page.getByRole('button', { name: 'Keep this budget' }).click();
    await page.getByText(/^2 calls in \w+ of 3 calls$/).waitFor();
    await page.getByText(/by its end at this pace/).waitFor();
    await page.getByRole('button', { name: 'Say hello' }).click();
    await page.getByRole('alert').filter({ hasText: 'This month’s budget is used up' }).first().waitFor();
    const before = ollama.requests.length;
    await page.getByRole('button', { name: 'Say hello' }).click();
    await page.getByRole('alert').filter({ hasText: 'It failed' }).waitFor();
    expect(ollama.requests.length).toBe(before);
  });
});

describe('everywhere', () => {
  test.each([
    [1440, 'day'],
    [1440, 'night'],
    [390, 'day'],
    [390, 'night'],
  ])('at %i px by %s every page fits and axe finds nothing serious', async (width, theme) => {
    const other = await open({ width, height: 844 }, theme);
    for (const path of [
      '',
      '/catalogue',
      '/services',
      '/services/add/elevenlabs',
      '/services/openai-compatible',
      '/machine',
    ]) {
      await other.goto(`${server.url}/models${path}`, { waitUntil: 'networkidle' });
      for (const button of await other.getByRole('button', { name: /^Change who does: Words/ }).all())
        await button.click();
      const overflow = await other.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ path, overflow, findings: await seriousFindings(other) }).toEqual({ path, overflow: 0, findings: [] });
    }
    await other.context().close();
  });

  test('a service that is switched off or removed gets nothing any more', async () => {
    await section('Services');
    await page.getByRole('switch', { name: 'Study PC is on' }).click();
    await page.getByText('Nothing. Everything is made here.').waitFor();
    await service();
    await page.getByRole('button', { name: 'Remove it…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
    await page.getByText('None is set up, and none is needed.').waitFor();
    const { providers } = await look<ProvidersView>('/providers');
    expect(providers.filter(({ kind }) => kind === 'openai-compatible')).toEqual([]);
  });

  test('the key was in no answer of the server, and nothing broke on the way', () => {
    expect(leaks).toEqual([]);
    expect(problems).toEqual([]);
  });
});
