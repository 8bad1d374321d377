import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isAlive } from './lock.ts';
import type { FakeInfo } from './testing/fake-host.ts';
import { openFakeHost, untilGone } from './testing/fake-host.ts';

type Span = { from: number; to: number };

function openHost(...options: Parameters<typeof openFakeHost>) {
  const opened = openFakeHost(...options);
  onTestFinished(() => opened.host[Symbol.asyncDispose]());
  return opened;
}

/** Resolves at the first event of a call. */
function firstEvent() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, onEvent: () => resolve() };
}

describe('a model in a process', () => {
  test('answers with what structured clone carries, behind the server and without its secrets', async () => {
    process.env.KINORA_TEST_API_KEY = 'secret';
    onTestFinished(() => void delete process.env.KINORA_TEST_API_KEY);
    const model = openHost().open();
    expect(model.state()).toMatchObject({ state: 'unloaded', calls: 0, restarts: 0 });
    const message = { at: new Date(0), pixels: new Float32Array([0, 0.5, 1]), nested: [new Map([['a', 1n]])] };
    expect(await model.call('echo', message)).toEqual(message);
    const info = await model.call<FakeInfo>('info', {});
    expect(info.nice).toBeGreaterThanOrEqual(process.platform === 'win32' ? -20 : 10);
    expect(info.keys).toContain('PATH');
    expect(info.keys).not.toContain('KINORA_TEST_API_KEY');
    expect(model.state()).toMatchObject({ state: 'ready', device: 'cpu', details: { threads: 2 }, restarts: 0 });
  });

  test('passes on what a method throws and stays loaded', async () => {
    const model = openHost().open();
    const { pid } = await model.call<FakeInfo>('info', {});
    await expect(model.call('refuse', {})).rejects.toMatchObject({ name: 'TypeError', message: 'a wish is needed' });
    await expect(model.call('no-such-method', {})).rejects.toThrow('no method no-such-method');
    expect((await model.call<FakeInfo>('info', {})).pid).toBe(pid);
  });

  test('sends events before the result', async () => {
    const events: unknown[] = [];
    const model = openHost().open();
    const result = await model.call('wait', { milliseconds: 5 }, { onEvent: (event) => events.push(event) });
    expect({ events, result }).toEqual({ events: ['waiting'], result: 'waited' });
  });
});

describe('a process that dies', () => {
  test('killed in mid-step fails the call, retryable, and is replaced at the next', async () => {
    const model = openHost().open();
    const { pid } = await model.call<FakeInfo>('info', {});
    const begun = firstEvent();
    const call = model.call('hang', {}, begun);
    await begun.promise;
    expect(model.state().state).toBe('busy');
    process.kill(pid, 'SIGKILL');
    await expect(call).rejects.toMatchObject({ code: 'provider.failed', isRetryable: true });
    expect(await model.call('echo', 1)).toBe(1);
    expect(model.state()).toMatchObject({ restarts: 1, lastError: expect.stringContaining('SIGKILL') });
  });

  test('crashing while it loads tells its last words', async () => {
    const model = openHost().open({ load: 'crash' });
    await expect(model.call('echo', 1)).rejects.toMatchObject({
      code: 'provider.failed',
      message: expect.stringContaining('this model is broken'),
    });
    expect(model.state().state).toBe('unloaded');
  });

  test('failing to load passes the reason on', async () => {
    await expect(openHost().open({ load: 'fail' }).load()).rejects.toThrow('no such file: model.gguf');
  });

  test('is ended when loading or a call takes too long', async () => {
    const { open } = openHost();
    await expect(open({ load: 'hang' }, { loadTimeoutMs: 400 }).load()).rejects.toMatchObject({
      code: 'provider.timeout',
      isRetryable: true,
    });
    const model = open({}, { callTimeoutMs: 300 });
    const { pid } = await model.call<FakeInfo>('info', {});
    await expect(model.call('hang', {})).rejects.toMatchObject({ code: 'provider.timeout' });
    await untilGone(pid);
    expect(await model.call('echo', 1)).toBe(1);
  });

  test.each(['leave', 'close'])('lets a program that is done exit, and goes with it (%s)', async (ending) => {
    const script = fileURLToPath(new URL('testing/short-parent.ts', import.meta.url));
    const parent = spawn(process.execPath, [script, ending], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [[line]] = (await Promise.all([once(parent.stdout, 'data'), once(parent, 'exit')])) as [[Buffer], unknown];
    expect(parent.exitCode).toBe(0);
    await untilGone(Number(line.toString()), 5000);
  });

  test('goes when the server is killed, even while native code keeps it busy', async () => {
    const parent = spawn(process.execPath, [fileURLToPath(new URL('testing/parent.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await untilGone(pid, 5000);
  });
});

describe('memory', () => {
  test('beyond the limit is tried once more with smaller settings', async () => {
    const model = openHost().open(
      { megabytes: 512 },
      { memoryLimitBytes: 300e6, shrink: (settings) => ({ ...settings, megabytes: 32 }) },
    );
    expect(await model.call('echo', 'here')).toBe('here');
    expect(model.state()).toMatchObject({ isShrunk: true, restarts: 1 });
  });

  test('that never suffices ends in a clear error with advice', async () => {
    const model = openHost().open(
      { megabytes: 512 },
      { memoryLimitBytes: 200e6, shrink: (settings) => ({ ...settings, megabytes: 480 }) },
    );
    await expect(model.call('echo', 1)).rejects.toMatchObject({
      code: 'provider.unavailable',
      isRetryable: false,
      message: expect.stringMatching(/more memory than this machine can spare.*smaller model/),
    });
    await expect(openHost().open({ load: 'out-of-memory' }).load()).rejects.toMatchObject({
      code: 'provider.unavailable',
      message: expect.stringContaining('failed to allocate 8 GiB'),
    });
  });

  test('that runs out in a call starts it over when the caller can forget what it received', async () => {
    const { open } = openHost();
    const events: unknown[] = [];
    const limits = { memoryLimitBytes: 300e6, shrink: () => ({ isSmall: true }) };
    let restarts = 0;
    const model = open({}, limits);
    const call = model.call(
      'fill',
      { megabytes: 512 },
      { onEvent: (event) => events.push(event), onRestart: () => restarts++ },
    );
    await expect(call).rejects.toMatchObject({ code: 'provider.unavailable' });
    expect({ events, restarts }).toEqual({ events: ['filling', 'filling'], restarts: 1 });

    const begun = firstEvent();
    const other = open({}, limits);
    await expect(other.call('fill', { megabytes: 512 }, begun)).rejects.toMatchObject({
      code: 'provider.failed',
      isRetryable: true,
    });
    expect(other.state()).toMatchObject({ isShrunk: true, state: 'unloaded' });
  });

  test('returns after idle time, because the process ends', async () => {
    const model = openHost().open({ megabytes: 64 }, { idleMs: 150 });
    const { pid } = await model.call<FakeInfo>('info', {});
    await untilGone(pid);
    expect(model.state()).toMatchObject({ state: 'unloaded', restarts: 0 });
    expect(await model.call('echo', 'again')).toBe('again');
    expect(model.state().restarts).toBe(0);
  });

  test('is made free by unloading the model that is idle the longest', async () => {
    let readMemory = async () => ({ availableBytes: 8e9 });
    const { open, host } = openHost({ readMemory: () => readMemory() });
    const [first, second, third] = ['first', 'second', 'third'].map((name) =>
      open({}, { name, memoryBytes: name === 'third' ? 1e9 : 1 }),
    );
    if (!first || !second || !third) throw new Error('three models are needed');
    const firstInfo = await first.call<FakeInfo>('info', {});
    await second.call('info', {});
    readMemory = async () => ({ availableBytes: isAlive(firstInfo.pid) ? 1.1e9 : 4e9 });
    await third.load();
    expect(host.states().map(({ name, state }) => [name, state])).toEqual([
      ['first', 'unloaded'],
      ['second', 'ready'],
      ['third', 'ready'],
    ]);
  });
});

describe('cancelling', () => {
  test('within the grace keeps the model; without an answer it is killed', async () => {
    const model = openHost().open({}, { graceMs: 400 });
    const { pid } = await model.call<FakeInfo>('info', {});
    const abort = new AbortController();
    const begun = firstEvent();
    const call = model.call('wait', { milliseconds: 60_000 }, { signal: abort.signal, ...begun });
    await begun.promise;
    abort.abort();
    await expect(call).rejects.toMatchObject({ code: 'job.cancelled' });
    expect((await model.call<FakeInfo>('info', {})).pid).toBe(pid);

    const again = new AbortController();
    const stuck = firstEvent();
    const hanging = model.call('hang', {}, { signal: again.signal, ...stuck });
    await stuck.promise;
    again.abort();
    await expect(hanging).rejects.toMatchObject({ code: 'job.cancelled' });
    expect((await model.call<FakeInfo>('info', {})).pid).not.toBe(pid);
  });

  test('without grace kills at once', async () => {
    const model = openHost().open();
    const { pid } = await model.call<FakeInfo>('info', {});
    const abort = new AbortController();
    const begun = firstEvent();
    const call = model.call('hang', {}, { signal: abort.signal, ...begun });
    await begun.promise;
    const at = performance.now();
    abort.abort();
    await expect(call).rejects.toMatchObject({ code: 'job.cancelled' });
    await untilGone(pid);
    expect(performance.now() - at).toBeLessThan(2000);
  });

  test('one that waits leaves the others alone', async () => {
    const model = openHost().open();
    await model.load();
    const abort = new AbortController();
    const first = model.call<Span>('compute', { milliseconds: 200 });
    const second = model.call('echo', 2, { signal: abort.signal });
    const third = model.call('echo', 3);
    abort.abort();
    await expect(second).rejects.toMatchObject({ code: 'job.cancelled' });
    expect((await first).to).toBeGreaterThan(0);
    expect(await third).toBe(3);
    expect(model.state()).toMatchObject({ restarts: 0, calls: 0 });
  });

  test('one of two that run side by side, or one that made the model load, costs the other nothing', async () => {
    const { open } = openHost();
    const model = open({ concurrency: 2 });
    await model.load();
    const abort = new AbortController();
    const begun = firstEvent();
    const given = model.call('wait', { milliseconds: 60_000 }, { signal: abort.signal, ...begun });
    const kept = model.call('wait', { milliseconds: 300 });
    await begun.promise;
    abort.abort();
    await expect(given).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(await kept).toBe('waited');
    expect(model.state().restarts).toBe(0);

    await model.unload();
    const early = new AbortController();
    const impatient = model.call('echo', 1, { signal: early.signal }).catch((error: unknown) => error);
    await expect.poll(() => model.state().memoryBytes, { interval: 1 }).toBeDefined();
    early.abort();
    // The process is being killed now, and its end not yet known.
    await new Promise(setImmediate);
    expect(model.state().state).toBe('loading');
    const patient = model.call('echo', 2);
    expect(await impatient).toMatchObject({ code: 'job.cancelled' });
    expect(await patient).toBe(2);
  });

  test('unloading waits for the call that runs, disposing does not', async () => {
    const { open } = openHost();
    const model = open();
    const begun = firstEvent();
    const call = model.call('wait', { milliseconds: 100 }, begun);
    await begun.promise;
    await model.unload();
    expect(await call).toBe('waited');
    expect(model.state().state).toBe('unloaded');

    const { pid } = await model.call<FakeInfo>('info', {});
    const stuck = firstEvent();
    const [hanging] = await Promise.all([
      model.call('hang', {}, stuck).catch((error: unknown) => error),
      stuck.promise.then(() => model[Symbol.asyncDispose]()),
    ]);
    expect(hanging).toMatchObject({ code: 'provider.failed' });
    expect(isAlive(pid)).toBe(false);
    await expect(model.call('echo', 1)).rejects.toMatchObject({ code: 'provider.unavailable' });
  });
});

describe('devices', () => {
  const overlap = (a: Span, b: Span) => Math.min(a.to, b.to) - Math.max(a.from, b.from);

  test('compute one thing at a time, in the order of asking, and beside each other', async () => {
    const { open } = openHost();
    const [a, b, gpu] = [open({}, { name: 'a' }), open({}, { name: 'b' }), open({}, { name: 'gpu', device: 'cuda:0' })];
    await Promise.all([a.load(), b.load(), gpu.load()]);
    const work = { milliseconds: 150 };
    const [first, second, third, beside] = await Promise.all([
      a.call<Span>('compute', work),
      b.call<Span>('compute', work),
      a.call<Span>('compute', work),
      gpu.call<Span>('compute', { milliseconds: 300 }),
    ]);
    expect(overlap(first, second)).toBeLessThanOrEqual(0);
    expect(overlap(second, third)).toBeLessThanOrEqual(0);
    expect([first, second, third].toSorted((x, y) => x.from - y.from)).toEqual([first, second, third]);
    expect(Math.max(overlap(first, beside), overlap(second, beside))).toBeGreaterThan(50);
  });

  test('a model that computes elsewhere than asked waits where it really computes', async () => {
    const { open } = openHost();
    const fallen = open({ device: 'cpu' }, { name: 'fallen', device: 'cuda:0' });
    const plain = open({}, { name: 'plain' });
    await Promise.all([fallen.load(), plain.load()]);
    expect(fallen.state().device).toBe('cpu');
    const spans = await Promise.all([fallen, plain].map((each) => each.call<Span>('compute', { milliseconds: 120 })));
    expect(overlap(spans[0] as Span, spans[1] as Span)).toBeLessThanOrEqual(0);
  });
});

test('a server beside a model at full load answers, and large results do not hold it up', async () => {
  const server = createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const model = openHost().open();
  await model.load();
  const work = Promise.all([model.call('compute', { milliseconds: 2000 }), model.call('large', { bytes: 64 << 20 })]);
  let isDone = false;
  void work.then(() => (isDone = true));
  const times: number[] = [];
  while (!isDone) {
    const start = performance.now();
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  times.sort((a, b) => a - b);
  expect(times.length).toBeGreaterThan(50);
  expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(100);
});
