import { APICallError } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import { KinoraError } from '../errors.ts';
import type { ServedBy } from '../studio.ts';
import type { Clock } from './clock.ts';
import { createRoute } from './route.ts';
import type { RouteOptions, RouteProvider } from './route.ts';

type Fake = { provider: string; modelId: string; answer: (call: number, signal: AbortSignal) => Promise<string> };

/** A clock that passes only while somebody sleeps; sleeps longer than `limitMs` never end. */
function createTestClock(limitMs = 60_000): Clock & { slept: number[]; advance: (durationMs: number) => void } {
  let now = 1_000_000;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    advance(durationMs) {
      now += durationMs;
    },
    sleep: (durationMs) => {
      if (durationMs >= limitMs) return new Promise(() => {});
      slept.push(durationMs);
      now += durationMs;
      return Promise.resolve();
    },
  };
}

function setUp(answers: Record<string, Fake['answer']>, options: RouteOptions = {}, devices: string[] = []) {
  const clock = createTestClock();
  const served: ServedBy[] = [];
  const calls: string[] = [];
  const providers: RouteProvider<Fake>[] = Object.entries(answers).map(([provider, answer], index) => ({
    model: { provider, modelId: 'm', answer },
    device: devices[index] ?? 'remote',
    revision: '1',
  }));
  const route = createRoute('speech', providers, {
    clock,
    random: () => 0.5,
    onServed: (record) => served.push(record),
    ...options,
  });
  const ask = async (signal?: AbortSignal) => {
    const { result } = await route.call(
      (model, inner) => {
        calls.push(model.provider);
        return model.answer(calls.filter((name) => name === model.provider).length, inner);
      },
      { signal, measure: (text) => ({ characters: text.length }) },
    );
    return result;
  };
  return { route, ask, clock, served, calls };
}

const works = async () => 'spoken';
const fails = async () => {
  throw new KinoraError('provider.failed', 'The engine broke.');
};
const answerStatus =
  (statusCode: number, responseHeaders: Record<string, string> = {}) =>
  async () => {
    throw new APICallError({ message: 'no', url: 'https://x', requestBodyValues: {}, statusCode, responseHeaders });
  };

describe('a route', () => {
  test('a call that is given up while its budget is looked up ends quietly', async () => {
    const admitted = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const route = createRoute('speech', [
      {
        model: { provider: 'a', modelId: 'm' },
        admit() {
          asked.resolve();
          return admitted.promise;
        },
      },
    ]);
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    try {
      const controller = new AbortController();
      const call = route.call(works, { signal: controller.signal });
      await asked.promise;
      controller.abort(new Error('given up'));
      await new Promise((done) => setImmediate(done));
      admitted.resolve();
      await expect(call).rejects.toThrow('given up');
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', note);
    }
  });

  test('asks the first provider and says who served', async () => {
    const { ask, served, calls } = setUp({ a: works, b: works });
    expect(await ask()).toBe('spoken');
    expect(calls).toEqual(['a']);
    expect(served).toEqual([
      {
        capability: 'speech',
        provider: 'a',
        modelId: 'm',
        identity: 'a/m@1',
        device: 'remote',
        seconds: 0,
        usage: { characters: 6 },
      },
    ]);
  });

  test('falls back and says why', async () => {
    const { ask, served } = setUp({ a: fails, b: works });
    expect(await ask()).toBe('spoken');
    expect(served[0]?.fallback).toEqual({ from: 'a/m', reason: 'The engine broke.', passedOver: ['a/m@1'] });
  });

  test('passes over a provider that may not be asked, and stops when told to', async () => {
    const quota = new KinoraError('provider.quota', 'The budget of this month is used up.');
    const counted: object[] = [];
    const build = (error: KinoraError) =>
      createRoute('speech', [
        {
          model: { provider: 'a', modelId: 'm' },
          admit: () => {
            throw error;
          },
        },
        { model: { provider: 'b', modelId: 'm' }, count: (usage) => counted.push(usage) },
      ]).call(async ({ provider }) => provider, { measure: () => ({ images: 1 }) });
    await expect(build(quota)).resolves.toMatchObject({ result: 'b' });
    expect(counted).toEqual([{ images: 1 }]);
    const final = new KinoraError('provider.quota', 'Stop.', { data: { isFinal: true } });
    await expect(build(final)).rejects.toThrow('Stop.');
  });

  test('asks again after an error that may pass, waiting twice as long each time', async () => {
    const flaky = async (call: number) => {
      if (call < 3) throw new KinoraError('provider.failed', 'Busy.', { isRetryable: true });
      return 'spoken';
    };
    const { ask, clock, calls } = setUp({ a: flaky, b: works });
    await ask();
    expect(calls).toEqual(['a', 'a', 'a']);
    expect(clock.slept).toEqual([500, 1000]);
  });

  test.each([
    ['seconds', { 'Retry-After': '4' }, 4000],
    ['milliseconds', { 'retry-after-ms': '1500' }, 1500],
    ['a date', { 'retry-after': new Date(1_006_000).toUTCString() }, 6000],
  ])('obeys Retry-After in %s', async (_form, headers, expected) => {
    const { ask, clock } = setUp({ a: answerStatus(429, headers), b: works }, { retries: 1 });
    await ask();
    expect(clock.slept).toEqual([expected]);
  });

  test('passes over a provider that asks for a long rest, and leaves it alone that long', async () => {
    const { ask, clock, calls, route } = setUp({ a: answerStatus(429, { 'retry-after': '300' }), b: works });
    await ask();
    expect(clock.slept).toEqual([]);
    clock.advance(200_000);
    await ask();
    expect(calls).toEqual(['a', 'b', 'b']);
    expect(route.health().providers[0]).toMatchObject({ state: 'paused', lastFailure: { code: 'provider.quota' } });
    clock.advance(101_000);
    await ask();
    expect(calls).toEqual(['a', 'b', 'b', 'a', 'b']);
  });

  test('pauses a provider after three faults, then tries it with one call', async () => {
    let isBroken = true;
    const { ask, calls, clock, route } = setUp({ a: () => (isBroken ? fails() : works()), b: works });
    for (let call = 0; call < 4; call++) await ask();
    expect(calls.filter((name) => name === 'a')).toHaveLength(3);
    expect(route.identity()).toBe('b/m@1');
    clock.advance(30_001);
    isBroken = false;
    await ask();
    expect(calls.at(-1)).toBe('a');
    expect(route.health().providers[0]).toMatchObject({ state: 'ready', failures: 0, served: 1 });
    expect(route.identity()).toBe('a/m@1');
  });

  test('lets only one call through while it tries a provider', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const first = (call: number) => (call <= 3 ? fails() : promise);
    const { ask, calls, clock } = setUp({ a: first, b: works });
    for (let call = 0; call < 3; call++) await ask();
    clock.advance(30_001);
    const trial = ask();
    expect(await ask()).toBe('spoken');
    resolve('back');
    expect(await trial).toBe('back');
    expect(calls.filter((name) => name === 'a')).toHaveLength(4);
  });

  test('still asks a local last provider that is paused', async () => {
    const { ask, calls } = setUp({ a: (call) => (call <= 3 ? fails() : works()) }, {}, ['cpu']);
    for (let call = 0; call < 3; call++) await expect(ask()).rejects.toMatchObject({ code: 'provider.failed' });
    expect(await ask()).toBe('spoken');
    expect(calls).toHaveLength(4);
  });

  test('goes on when a provider does not answer in time, even one that ignores its signal', async () => {
    let inner: AbortSignal | undefined;
    const hangs = (_call: number, signal: AbortSignal) => {
      inner = signal;
      return new Promise<string>(() => {});
    };
    const { ask, served } = setUp({ a: hangs, b: works }, { timeoutMs: 5000 });
    expect(await ask()).toBe('spoken');
    expect(inner?.aborted).toBe(true);
    expect(served[0]?.fallback?.reason).toContain('did not answer within 5 s');
  });

  test('asks only the one that was asked for', async () => {
    const { ask, calls } = setUp({ a: works, b: fails }, { only: 'b' });
    await expect(ask()).rejects.toThrow('You asked for only “b”.');
    expect(calls).toEqual(['b']);
    expect(() => setUp({ a: works }, { only: 'x' })).toThrow('choose one of: a/m');
  });

  test('does not shop around for wrong input or blocked content', async () => {
    const refuses = async () => {
      throw new KinoraError('content.blocked', 'Not for children.');
    };
    const { ask, calls, route } = setUp({ a: refuses, b: works });
    await expect(ask()).rejects.toMatchObject({ code: 'content.blocked' });
    expect(calls).toEqual(['a']);
    expect(route.health().providers[0]).toMatchObject({ state: 'ready', failures: 0 });
  });

  test('does not hold a limit of the input against the provider', async () => {
    const { ask, route } = setUp({ a: answerStatus(400), b: works });
    for (let call = 0; call < 5; call++) await ask();
    expect(route.health().providers[0]).toMatchObject({ state: 'ready', failures: 0 });
  });

  test('stops at once when it is aborted, without a fall-back', async () => {
    const controller = new AbortController();
    const { ask, calls, served } = setUp({ a: () => new Promise(() => {}), b: works }, { timeoutMs: 90_000 });
    const running = ask(controller.signal);
    controller.abort(new Error('cancelled'));
    await expect(running).rejects.toThrow('cancelled');
    expect(calls).toEqual(['a']);
    expect(served).toEqual([]);
  });

  test('names everybody when nobody answers, and no secret', async () => {
    const leaks = async () => {
      throw new Error('GET https://api.example/v1?key=hunter22 failed for sk-abcdefgh12345678');
    };
    const { ask } = setUp({ a: leaks, b: fails });
    const error = await ask().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'provider.unavailable', data: { tried: [{ provider: 'a/m' }, {}] } });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/hunter22|abcdefgh/);
  });
});
