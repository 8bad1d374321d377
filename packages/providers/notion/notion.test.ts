import { inspect } from 'node:util';
import type { VocabularyRow, VocabularyRows } from '@kinora/capabilities/publishing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { pageId, startNotionServer, token } from './__fixtures__/server.ts';
import type { NotionFault } from './__fixtures__/server.ts';
import { clock, optionName, planPage } from './columns.ts';
import { readPageId } from './database.ts';
import { createNotionProvider, notion } from './index.ts';
import { createPace } from './pace.ts';

const server = await startNotionServer();
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => server.forget());

const services = {
  fetch: globalThis.fetch,
  importPackage: <Module>(name: string) => import(name) as Promise<Module>,
};
const address = `https://www.notion.so/Vocabulary-${pageId.replaceAll('-', '')}?pvs=4`;
const open = (settings = {}, tuning = {}) =>
  createNotionProvider({ token, page: address, baseUrl: server.url, ...settings }, services, {
    perSecond: 2000,
    backoffMs: 5,
    ...tuning,
  });
const { signal } = new AbortController();

const row = (number: number, change: Partial<VocabularyRow> = {}): VocabularyRow => ({
  id: `ja-word-${number}`,
  japanese: `言葉${number}`,
  english: `word ${number}`,
  context: `これは言葉${number}です。`,
  difficulty: 'N3',
  kind: 'Word',
  source: `https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=${number}`,
  seconds: number,
  tags: ['stream', '雑談'],
  ...change,
});
const lesson = (count: number, change: (row: VocabularyRow) => VocabularyRow = (each) => each): VocabularyRows => ({
  recording: { id: 'a1b2', title: '雑談配信 #12' },
  rows: Array.from({ length: count }, (_, index) => change(row(index + 1))),
});
const send = (rows: VocabularyRows, provider = open()) => provider.vocabulary!().send(rows, { signal });
const idsOf = () => server.pages().map((page) => server.read(page, 'Kinora ID'));

describe('a vocabulary', () => {
  test('becomes a database with columns of the right kinds, and a page for each row', async () => {
    const report = await send(lesson(3));
    expect(report).toMatchObject({ created: 3, changed: 0, unchanged: 0, refused: [] });
    expect(report.collection.url).toMatch(/^https:\/\/www\.notion\.so\//);
    const [database] = server.databases;
    expect(Object.fromEntries(Object.values(database!.properties).map(({ name, type }) => [name, type]))).toEqual({
      Japanese: 'title',
      English: 'rich_text',
      Context: 'rich_text',
      Difficulty: 'select',
      Kind: 'select',
      Source: 'url',
      Timestamp: 'rich_text',
      Tags: 'multi_select',
      Recording: 'select',
      'Kinora ID': 'rich_text',
      'Kinora hash': 'rich_text',
    });
    const [page] = server.pages();
    expect(server.read(page!, 'Japanese')).toBe('言葉1');
    expect(server.read(page!, 'Timestamp')).toBe('00:00:01');
    expect(page!.properties['Tags']).toEqual({ multi_select: [{ name: 'stream' }, { name: '雑談' }] });
    expect(page!.properties['Source']).toEqual({ url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1' });
  });

  test('that was sent before is only looked at', async () => {
    await send(lesson(120));
    server.reset();
    const report = await send(lesson(120));
    expect(report).toMatchObject({ created: 0, changed: 0, unchanged: 120 });
    expect(server.requests.map(({ method, path }) => `${method} ${path.split('/')[2]}`)).toEqual([
      'GET blocks',
      'GET databases',
      'GET data_sources',
      'POST data_sources',
      'POST data_sources',
    ]);
  });

  test('is written only where it has changed, and leaves alone what its owner added', async () => {
    await send(lesson(3));
    const [database] = server.databases;
    database!.properties['My notes'] = { id: 'mine', name: 'My notes', type: 'rich_text', rich_text: {} };
    database!.pages[1]!.properties['My notes'] = { rich_text: [{ plain_text: 'tricky!' }] };
    server.reset();
    const report = await send(lesson(3, (each) => (each.id === 'ja-word-2' ? { ...each, english: 'another' } : each)));
    expect(report).toMatchObject({ created: 0, changed: 1, unchanged: 2 });
    expect(server.requests.filter(({ method }) => method === 'PATCH').length).toBe(1);
    expect(server.read(database!.pages[1]!, 'English')).toBe('another');
    expect(server.read(database!.pages[1]!, 'My notes')).toBe('tricky!');
  });

  test('of another recording stands beside it in the same database', async () => {
    await send(lesson(2));
    await send({ ...lesson(2), recording: { id: 'c3d4', title: '歌枠' } });
    expect(server.databases.length).toBe(1);
    expect(idsOf()).toEqual(['a1b2/ja-word-1', 'a1b2/ja-word-2', 'c3d4/ja-word-1', 'c3d4/ja-word-2']);
  });

  test('is found again in a database that was renamed, with a title column that was renamed', async () => {
    await send(lesson(1));
    const [database] = server.databases;
    database!.title = '私の単語帳';
    const { Japanese: title, ...others } = database!.properties;
    database!.properties = { ...others, 単語: { ...title!, name: '単語' } };
    database!.pages[0]!.properties['単語'] = database!.pages[0]!.properties['Japanese']!;
    expect(await send(lesson(2))).toMatchObject({ created: 1, unchanged: 1 });
    expect(server.databases.length).toBe(1);
    expect(server.read(database!.pages[1]!, '単語')).toBe('言葉2');
  });

  test('gets a deleted column back, and leaves one alone whose kind was changed', async () => {
    await send(lesson(1));
    const [database] = server.databases;
    delete database!.properties['Tags'];
    database!.properties['Difficulty'] = { id: 'dif', name: 'Difficulty', type: 'number', number: {} };
    const report = await send(lesson(2));
    expect(report.notes.join()).toContain('Difficulty');
    expect(database!.properties['Tags']?.type).toBe('multi_select');
    expect(database!.pages[1]!.properties['Difficulty']).toBeUndefined();
  });

  test('keeps to Notion’s limits and says so', async () => {
    const long = '長'.repeat(3000);
    const tags = Array.from({ length: 130 }, (_, index) => `tag ${index}, with comma`);
    const report = await send(
      lesson(1, (each) => ({
        ...each,
        context: long,
        tags,
        kind: 'a, b',
        source: `https://example.com/${'x'.repeat(2100)}`,
      })),
    );
    expect(report).toMatchObject({ created: 1, refused: [] });
    expect(report.notes.join()).toMatch(/Context.*|Tags/);
    const [page] = server.pages();
    expect(server.read(page!, 'Context').length).toBe(2000);
    expect((page!.properties['Tags']!['multi_select'] as unknown[]).length).toBe(100);
    expect(page!.properties['Source']).toEqual({ url: null });
    expect(page!.properties['Kind']).toEqual({ select: { name: 'a、b' } });
  });

  test('of which Notion refuses a row is sent without it', async () => {
    server.fail({ kind: 'status', status: 400, code: 'validation_error' }, /^POST \/v1\/pages/);
    const report = await send(lesson(4));
    expect(report.created).toBe(3);
    expect(report.refused.length).toBe(1);
    expect(server.pages().length).toBe(3);
  });
});

describe('the forecast', () => {
  test('counts what sending does, and writes nothing', async () => {
    const first = await open().vocabulary!().forecast(lesson(30), { signal });
    expect(first).toMatchObject({ created: 30, changed: 0, unchanged: 0, orphaned: 0, collection: { exists: false } });
    expect(server.databases).toEqual([]);
    const report = await send(lesson(30));
    expect(report.requests).toBe(first.requests);
    const changed = lesson(31, (each) => (each.id === 'ja-word-2' ? { ...each, english: 'x' } : each));
    const second = await open().vocabulary!().forecast({ ...changed, rows: changed.rows.slice(1) }, { signal });
    expect(second).toMatchObject({ created: 1, changed: 1, unchanged: 28, orphaned: 1, collection: { exists: true } });
  });
});

const faults: [string, NotionFault][] = [
  ['429 with Retry-After', { kind: 'status', status: 429, code: 'rate_limited', retryAfter: 0 }],
  ['a conflict', { kind: 'status', status: 409, code: 'conflict_error' }],
  ['500', { kind: 'status', status: 500, code: 'internal_server_error' }],
  ['502 of a proxy', { kind: 'html', status: 502 }],
  ['503', { kind: 'status', status: 503, code: 'service_unavailable' }],
  ['504', { kind: 'status', status: 504, code: 'gateway_timeout' }],
  ['overload', { kind: 'status', status: 529, code: 'service_overload', retryAfter: 0 }],
  ['a connection cut before anything was done', { kind: 'cut', when: 'before' }],
  ['an answer that is lost', { kind: 'cut', when: 'after' }],
  ['a slow answer', { kind: 'slow', ms: 40 }],
];
const places: [string, RegExp][] = [
  ['looking for the database', /^GET \/v1\/blocks/],
  ['making the database', /^POST \/v1\/databases/],
  ['asking what is there', /^POST \/v1\/data_sources\/.*\/query/],
  ['making a page', /^POST \/v1\/pages/],
];

describe.each(faults)('%s', (_name, fault) => {
  test.each(places)('while %s leaves each page there once', async (_place, match) => {
    server.fail(fault, match);
    server.fail(fault, match);
    const report = await send(lesson(7));
    expect(report).toMatchObject({ refused: [] });
    expect(server.databases.length).toBe(1);
    expect(idsOf().toSorted()).toEqual(lesson(7).rows.map(({ id }) => `a1b2/${id}`));
  });

  test('while changing a page leaves it changed', async () => {
    await send(lesson(5));
    server.fail(fault, /^PATCH/);
    await send(lesson(5, (each) => ({ ...each, english: 'new' })));
    expect(server.pages().map((page) => server.read(page, 'English'))).toEqual(Array(5).fill('new'));
  });
});

describe('patience', () => {
  test('keeps to three requests a second on average', async () => {
    const pace = createPace({ perSecond: 50 });
    const start = performance.now();
    await Promise.all(Array.from({ length: 11 }, () => pace.turn(signal)));
    expect(performance.now() - start).toBeGreaterThan(195);
  });

  test('rests as long as Notion asks, with all requests', async () => {
    await send(lesson(1));
    server.times.length = 0;
    server.fail({ kind: 'status', status: 429, code: 'rate_limited', retryAfter: 1 }, /^POST \/v1\/pages/);
    await send(lesson(6));
    const gaps = server.times.slice(1).map((time, index) => time - server.times[index]!);
    expect(Math.max(...gaps)).toBeGreaterThan(900);
    expect(server.pages().length).toBe(6);
  });

  test('ends when Notion stays away, and what was sent is not sent again', async () => {
    for (let count = 0; count < 40; count++)
      server.fail({ kind: 'status', status: 503, code: 'service_unavailable' }, /^POST \/v1\/pages/);
    await expect(send(lesson(3), open({}, { tries: 3 }))).rejects.toMatchObject({
      code: 'provider.failed',
      isRetryable: true,
    });
    const there = server.pages().length;
    server.recover();
    await send(lesson(3));
    expect(server.pages().length).toBe(3);
    expect(there).toBeLessThan(3);
  });

  test('ends at once when it is told to', async () => {
    const controller = new AbortController();
    const sending = open().vocabulary!().send(lesson(200), {
      signal: controller.signal,
      onProgress: ({ done }) => done === 5 && controller.abort(new Error('enough')),
    });
    await expect(sending).rejects.toThrow('enough');
    expect(server.pages().length).toBeLessThan(20);
  });
});

describe('what is wrong', () => {
  const fail = async (provider = open()) => {
    const error = await send(lesson(1), provider).then(
      () => new Error('It was sent.'),
      (reason: unknown) => reason,
    );
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(token);
    return error;
  };

  test('a token that is not accepted is explained without showing it', async () => {
    expect(await fail(open({ token: 'ntn_wrong' }))).toMatchObject({
      code: 'provider.unavailable',
      isRetryable: false,
    });
  });

  test('a page that was not connected is explained', async () => {
    const page = 'f'.repeat(32);
    const error = await fail(open({ page }));
    expect(error).toMatchObject({ code: 'provider.unavailable', message: expect.stringContaining('Connections') });
  });

  test('check says what Notion shows', async () => {
    expect((await open().check()).message).toContain('will be made');
    await send(lesson(1));
    expect((await open().check()).message).toContain('Kinora vocabulary');
  });

  test('an address that names no page is refused when it is entered', () => {
    expect(() => open({ page: 'https://www.notion.so/' })).toThrow(/address of a Notion page/);
    expect(readPageId(address)).toBe(pageId);
    expect(readPageId(pageId)).toBe(pageId);
  });

  test('it offers no models', async () => {
    expect(notion.capabilities).toEqual([]);
    expect(await open().offers()).toEqual([]);
    expect(() => open().model('language', 'x')).toThrow(/no language model/);
  });
});

test('values are written as Notion can keep them', () => {
  expect(clock(3723.9)).toBe('01:02:03');
  expect(optionName(' a, b,c ')).toBe('a、b、c');
  const recording = { id: 'r', title: 't' };
  const doubled = planPage(row(1, { tags: ['Slang', 'slang', '', 'net'] }), recording);
  expect(doubled.values.Tags).toEqual({ multi_select: [{ name: 'Slang' }, { name: 'net' }] });
  expect(planPage(row(1), recording).hash).toBe(planPage(row(1), recording).hash);
  expect(planPage(row(1, { seconds: 2 }), recording).hash).not.toBe(planPage(row(1), recording).hash);
  const family = '👨‍👩‍👧'.repeat(400);
  const { Context: cut } = planPage(row(1, { context: family }), recording).values;
  expect(JSON.stringify(cut)).not.toContain('\\u');
});
