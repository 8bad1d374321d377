import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProvidersView, ProviderView, RouteView, TestResult } from '@kinora/capabilities/setup';
import type { Story } from '@kinora/studios/story/schema';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServerProcess } from '../../tools/server-process.ts';
import type { ServerProcess } from '../../tools/server-process.ts';
import type { JobView, StorySummary } from './routes/schemas.ts';

/**
 * A service of a person's own, from its key to a child's story: a local server speaks OpenAI's chat interface, and does
 * what services do on bad days.
 */

/** The machine may be busy with other tests. */
const limit = 600_000;
const key = 'sk-of-a-parent-1234567890';

const page = {
  happens: 'Bramble walks to the pond.',
  place: 'pond',
  time: 'dusk',
  weather: 'clear',
  mood: 'calm',
  heroDoes: 'walk',
  heroFeels: 'calm',
  friendIsThere: false,
  thing: 'lantern',
};
const outline = {
  title: 'Bramble of the Service',
  hero: 'Bramble',
  heroKind: 'shy fox',
  heroSpecies: 'fox',
  heroColour: 'red',
  heroWears: 'scarf',
  friend: 'Pip',
  friendKind: 'owl',
  friendSpecies: 'owl',
  friendColour: 'brown',
  wants: 'to see the pond.',
  trouble: 'It is dark.',
  turn: 'The moon is bright.',
  page1: page,
  page2: page,
  page3: page,
};

let service: Server;
let serviceUrl: string;
/** What the service does; a test changes it. */
let mood: 'well' | 'revoked' | 'limited' | 'slow';
let asked: { path: string; authorization: string | undefined; body: string }[] = [];
let server: ServerProcess;

beforeAll(async () => {
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
      const send = (status: number, value: unknown, headers: Record<string, string> = {}) =>
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
      if (mood === 'revoked')
        return send(401, { error: { message: `Incorrect API key provided: ${key}.`, type: 'invalid_request_error' } });
      if (mood === 'limited')
        return send(429, { error: { message: 'Rate limit reached', type: 'requests' } }, { 'retry-after': '120' });
      if (request.url === '/v1/models')
        return send(200, {
          object: 'list',
          data: [{ id: 'storyteller', object: 'model', created: 1, owned_by: 'me' }],
        });
      const isOutline = body.includes('Plan a story');
      const number = /Now write page (\d)/.exec(body)?.[1] ?? '0';
      const told = `The fox sat by pond ${'one two three'.split(' ')[Number(number) - 1]} and hummed a tune. `.repeat(
        6,
      );
      const content = isOutline ? JSON.stringify(outline) : body.includes('Say hello') ? 'Hello there!' : told.trim();
      return send(200, {
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 1,
        model: 'storyteller',
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
      });
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => service.once('listening', resolve));
  serviceUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`;
  server = await startServerProcess();
}, limit);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  service?.closeAllConnections();
  service?.close();
}, limit);
beforeEach(() => {
  mood = 'well';
  asked = [];
});

async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const text = await (await server.api(method, path, body)).text();
  expect(text).not.toContain(key);
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

const id = 'openai-compatible:mine';
const save = (change: object = {}) =>
  call<ProviderView>('PUT', `/providers/${encodeURIComponent(id)}`, {
    kind: 'openai-compatible',
    title: 'My server',
    isOn: true,
    childConsent: true,
    settings: { baseUrl: serviceUrl, apiKey: key },
    ...change,
  });
const route = (entries: object[], only = false) => call<RouteView>('PUT', '/routes/language', { entries, only });
const mine = { provider: id, model: 'storyteller' };

async function tellStory(seed: number): Promise<Story> {
  const { story, job } = await call<{ story: StorySummary; job: JobView }>('POST', '/stories', {
    wish: 'a shy fox who is afraid of the dark',
    profile: { age: 5 },
    scenes: 3,
    seed,
  });
  for (;;) {
    const found = await call<{ result: Story | null; job: JobView | null }>('GET', `/stories/${story.id}`);
    if (found.job?.state === 'failed') throw new Error(found.job.error?.detail);
    if (found.result !== null && found.result.scenes.length === 3) {
      // The pages are all that is looked at; the next story need not wait for this one's film.
      await call('POST', `/jobs/${job.id}/cancel`).catch(() => {});
      return found.result;
    }
    await new Promise((done) => setTimeout(done, 250));
  }
}

describe('a service of one’s own', () => {
  test('nothing leaves the machine before it is set up', { timeout: limit }, async () => {
    const { providers } = await call<ProvidersView>('GET', '/providers');
    expect(providers.map(({ kind }) => kind)).not.toContain('openai-compatible');
    expect(asked).toEqual([]);
  });

  test(
    'is set up with a key that is never shown again, lists its models, and answers',
    { timeout: limit },
    async () => {
      const saved = await save();
      expect(saved).toMatchObject({ isOn: true, secrets: { apiKey: 'stored' }, settings: { baseUrl: serviceUrl } });
      const { items } = await call<{ items: { modelId: string; capability: string }[] }>(
        'GET',
        `/providers/${encodeURIComponent(id)}/models`,
      );
      expect(items).toContainEqual(expect.objectContaining({ modelId: 'storyteller', capability: 'language' }));
      const check = () => call<TestResult>('POST', `/providers/${encodeURIComponent(id)}/check`);
      expect(await check()).toMatchObject({ ok: true, message: expect.stringMatching(/\S/) });
      mood = 'revoked';
      expect(await check()).toMatchObject({ ok: false, message: expect.stringContaining('key') });
      mood = 'well';
      const tried = await call<TestResult>('POST', `/providers/${encodeURIComponent(id)}/test`, {
        capability: 'language',
        model: 'storyteller',
      });
      expect(tried).toMatchObject({ ok: true, message: 'Hello there!', device: 'remote' });
      expect(asked.every(({ authorization }) => authorization === `Bearer ${key}`)).toBe(true);
    },
  );

  test('writes a child’s story once it is in the route and a grown-up has agreed', { timeout: limit }, async () => {
    await save({ childConsent: false });
    await route([mine]);
    expect((await tellStory(1)).script.author).toMatch(/^builtin\//);
    expect(asked).toEqual([]);
    await save();
    const story = await tellStory(1);
    expect(story.title).toBe('Bramble of the Service');
    expect(story.script.author).toMatch(/storyteller/);
    expect(story.scenes[0]?.text).toContain('pond one');
    const { routes, providers } = await call<ProvidersView>('GET', '/providers');
    expect(routes.find(({ capability }) => capability === 'language')?.entries[0]).toMatchObject({
      provider: id,
      state: 'ready',
    });
    expect(providers.find((each) => each.id === id)?.usage).toMatchObject({
      calls: expect.toSatisfy((n: number) => n >= 5),
    });
  });

  test.each([
    ['whose key was revoked', 'revoked', /key|401|refus/i],
    ['that is over its limit', 'limited', /too many requests/i],
  ] as const)(
    '%s is passed over with a note, and its key is in no answer',
    { timeout: limit },
    async (_, bad, reason) => {
      mood = bad;
      const story = await tellStory(bad.length + 100);
      expect(story.script.author).toMatch(/^builtin\//);
      expect(story.note).toMatch(/^Kinora’s own author wrote this story/);
      expect(story.note).toMatch(reason);
    },
  );

  test('at the limit of its budget nobody asks it any more, and “stop” says so', { timeout: limit }, async () => {
    const budget = { monthly: 1, unit: 'calls', prices: {}, atLimit: 'fall-back' };
    await save({ budget });
    const story = await tellStory(300);
    expect(asked).toEqual([]);
    expect(story.note).toContain('The budget of My server for this month is used up');
    await save({ budget: { ...budget, atLimit: 'stop' } });
    await expect(tellStory(301)).rejects.toThrow('Raise it on the Models page');
    const { providers } = await call<ProvidersView>('GET', '/providers');
    expect(providers.find((each) => each.id === id)?.usage?.isExhausted).toBe(true);
  });

  test('wrong settings name the field; what is removed is gone', { timeout: limit }, async () => {
    await expect(save({ settings: { baseUrl: 'ftp://x' } })).rejects.toThrow(/400.*baseUrl|address that starts with/);
    await expect(
      save({ settings: { baseUrl: 'http://169.254.169.254/v1' } }).then(() =>
        call<TestResult>('POST', `/providers/${encodeURIComponent(id)}/test`, { capability: 'language', model: 'm' }),
      ),
    ).resolves.toMatchObject({ ok: false });
    await call('DELETE', `/providers/${encodeURIComponent(id)}`);
    const { providers, routes } = await call<ProvidersView>('GET', '/providers');
    expect(providers.map((each) => each.id)).not.toContain(id);
    expect(routes.find(({ capability }) => capability === 'language')?.entries).toEqual([]);
  });
});
