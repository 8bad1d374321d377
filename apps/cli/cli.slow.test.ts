import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServerProcess } from '../../tools/server-process.ts';
import type { ServerProcess } from '../../tools/server-process.ts';
import { readServerSentEvents } from '../../tools/server-sent-events.ts';

/** The machine may be busy with other tests. */
const limit = 600_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-cli-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Ended = { code: number | null; out: string; error: string };

/** Starts `kinora` with arguments. */
function start(args: string[], options: { home?: string; input?: string } = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', KINORA_HOME: options.home ?? join(folder, 'home') },
  });
  child.stdin.end(options.input ?? '');
  const ended: Promise<Ended> = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(
    ([[code], out, error]) => ({ code: code as number | null, out, error }),
  );
  return { child, ended };
}

const run = (args: string[], options: { home?: string; input?: string } = {}) => start(args, options).ended;
const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function waitFor(child: ChildProcess, words: RegExp): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let seen = '';
  const read = (chunk: Buffer) => {
    seen += chunk.toString();
    if (words.test(seen)) resolve();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('exit', () => reject(new Error(`It ended without ${words}: ${seen}`)));
  await promise;
}

describe('wrong calls say what is right, with exit code 2', () => {
  test.each([
    [['nonsense'], /no command “nonsense”.*--help/s],
    [['story', ''], /Write a wish/],
    [['story', 'a fox', '--age', '40'], /--age: Kinora writes for ages 2 to 10/],
    [['story', 'a fox', '--age', 'five'], /--age: Kinora writes for ages 2 to 10, in whole years/],
    [['story', 'a fox', '--style', 'cubism'], /watercolour, paper-cut, night-light, ink-wash/],
    [['story', 'a fox', '--outputs', 'zip'], /There are: video, audio, captions, epub, pdf, cover/],
    [['story', 'a fox', '--scenes', '2'], /--scenes/],
    [['story', '--batch', 'nothing.jsonl', '--text-only'], /nothing.jsonl can't be read/],
    [['serve', '--port', 'x'], /from 1 to 65535/],
    [['guard', '--age', '40'], /from 2 to 10 years/],
  ])('%j', { timeout: limit }, async (args, words) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '', error: expect.stringMatching(words) as string });
  });

  test('in JSON when asked for', { timeout: limit }, async () => {
    const { code, out, error } = await run(['story', 'a fox', '--bogus', '--json']);
    expect([code, error]).toEqual([2, '']);
    expect(lines(out)).toMatchObject([{ type: 'error', code: 'request.invalid' }]);
  });

  test('help is no error', { timeout: limit }, async () => {
    const { code, out } = await run(['story', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('kinora story "a shy fox who is afraid of the dark"');
  });
});

describe('without a database', () => {
  test('the guard answers every line, in order, with the id it was given', { timeout: limit }, async () => {
    const input = Array.from({ length: 3000 }, (_, id) =>
      JSON.stringify({ id, text: id % 2 === 0 ? 'a shy fox by the river' : 'a fox who stabs a hen', age: 5 }),
    ).join('\n');
    const { code, out } = await run(['guard', '--json'], { input });
    const answers = lines(out);
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: 3000 }, (_, id) => id));
    expect(answers.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['allow', 'block']);
  });

  test('a batch writes what it can and says what it can’t', { timeout: limit }, async () => {
    const input = [
      'a fox who hums',
      '{"id": "b", "wish": ""}',
      '{broken',
      '{"id": 4, "wish": "a child who kills a cat"}',
    ];
    const { code, out } = await run(['story', '--batch', '-', '--text-only', '--json', '--scenes', '3'], {
      input: input.join('\n'),
    });
    const answers = lines(out);
    expect(code).toBe(2);
    expect(answers.map(({ id }) => id)).toEqual(['1', 'b', '3', '4']);
    expect(answers[0]).toMatchObject({ wish: 'a fox who hums', age: 5, scenes: { length: 3 } });
    expect(answers.slice(1).map(({ error }) => (error as { code: string }).code)).toEqual([
      'request.invalid',
      'request.invalid',
      'request.unsafe',
    ]);
  });

  test('a refused wish ends with 3', { timeout: limit }, async () => {
    expect(await run(['story', 'a child who kills his sister', '--text-only'])).toMatchObject({ code: 3, out: '' });
  });
});

describe('beside a running server', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess({ home: join(folder, 'home') });
  }, limit);
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });
  const library = async () =>
    ((await (await server.api('GET', '/stories')).json()) as { items: { title: string; state: string }[] }).items;

  test('a story ends in files and in the library, told as JSON lines', { timeout: limit }, async () => {
    const args = ['story', 'a snail who is never late', '--scenes', '3', '--outputs', 'captions', '--seed', '3'];
    const { code, out, error } = await run([...args, '--out', 'snail', '--json']);
    expect([code, error]).toEqual([0, '']);
    const told = lines(out);
    expect(told[0]).toMatchObject({ type: 'job-start' });
    const last = told.at(-1) as { type: string; title: string; files: Record<string, string>; reuse: object };
    expect(last).toMatchObject({ type: 'result', seconds: { total: expect.any(Number) as number } });
    expect(last.reuse).toMatchObject({ computed: expect.any(Number) as number, reused: expect.any(Number) as number });
    expect(Object.keys(last.files)).toEqual(['captions', 'text']);
    for (const path of Object.values(last.files)) expect((await stat(path)).size).toBeGreaterThan(100);
    expect(await readFile(last.files['captions']!, 'utf8')).toMatch(/^WEBVTT/);
    expect(await library()).toMatchObject([{ title: last.title, state: 'ready' }]);

    // The same words again are only looked up.
    const again = await run([...args, '--out', 'snail-again', '--json']);
    expect(lines(again.out).at(-1)).toMatchObject({ type: 'result', reuse: { computed: 0 } });
  });

  test('Ctrl-C ends with 130 and leaves nothing', { timeout: limit }, async () => {
    const before = await library();
    const { child, ended } = start(['story', 'a slow cloud', '--scenes', '3', '--out', 'cloud', '--seed', '9']);
    await waitFor(child, /is written/);
    child.kill('SIGINT');
    const { code, error } = await ended;
    expect(code).toBe(130);
    expect(error).toMatch(/Cancelled. No half-made file or story is left/);
    // Without a terminal there are plain lines, no escape codes.
    // eslint-disable-next-line no-control-regex -- that is what is looked for
    expect(error).not.toMatch(/\u001b/);
    expect(await library()).toEqual(before);
    expect(await readdir(folder)).not.toContain('cloud');
  });

  test('a sign-in link works once', { timeout: limit }, async () => {
    const { code, out } = await run(['sign-in']);
    expect(code).toBe(0);
    expect((await fetch(out.trim())).headers.get('set-cookie')).toContain('kinora_session=');
    expect((await fetch(out.trim())).status).toBe(401);
  });

  test('the doctor finds all well', { timeout: limit }, async () => {
    const { code, out } = await run(['doctor', '--json']);
    const findings = JSON.parse(out) as { subject: string; state: string }[];
    expect(findings.filter(({ state }) => state === 'problem')).toEqual([]);
    expect(code).toBe(0);
  });

  test('a worker goes on with the jobs of a server that was killed', { timeout: limit }, async () => {
    const worker = start(['worker']);
    await waitFor(worker.child, /is ready/);
    const body = { wish: 'a moth who is afraid of lamps', scenes: 3, seed: 11 };
    const accepted = (await (await server.api('POST', '/stories?outputs=captions', body)).json()) as {
      job: { id: string };
    };
    const events = await server.api('GET', `/jobs/${accepted.job.id}/events`);
    for await (const { event } of readServerSentEvents(events.body as ReadableStream<Uint8Array>)) {
      if (event === 'scene-start') break;
    }
    const gone = once(server.child, 'exit');
    server.child.kill('SIGKILL');
    await gone;
    expect(await run(['sign-in'])).toMatchObject({
      code: 1,
      error: expect.stringMatching(/No Kinora is running/) as string,
    });
    server = await startServerProcess({ home: join(folder, 'home') });
    let state = 'running';
    while (state === 'running' || state === 'queued') {
      ({ state } = (await (await server.api('GET', `/jobs/${accepted.job.id}`)).json()) as { state: string });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(state).toBe('done');
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toMatchObject({ code: 0 });
  });
});
