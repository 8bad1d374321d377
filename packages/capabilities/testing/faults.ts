import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { WireAnswer, WireServer } from './wire.ts';

/** A call of a remote provider under {@link faultContract}. */
export type FaultSubject = {
  /** Shown in the titles of the tests, e.g. `openai-compatible/image`. */
  name: string;
  server: () => WireServer;
  /** The call, against the server. */
  call: (signal?: AbortSignal) => PromiseLike<unknown>;
  /** The key the call sends; no error may show it. */
  secret?: string;
  /** Path of the request that the faults strike. Default: the first one. */
  path?: RegExp;
  /** An answer as when the call succeeds, to be cut in its middle. Default: some JSON. */
  whole?: WireAnswer;
  /** How the service refuses content. */
  refusal?: WireAnswer;
  /** Whether answers are JSON. Default true. */
  isJson?: boolean;
};

/** What every remote provider must do when its service fails: the right code, the right patience, and no key shown. */
export function faultContract(subject: FaultSubject): void {
  const { server, call, secret, path = /./, isJson = true } = subject;
  const whole = subject.whole ?? { json: { some: 'answer that is long enough to be cut in its middle' } };
  const fail = async (answer: WireAnswer, signal?: AbortSignal): Promise<unknown> => {
    server().reset();
    server().interpose(answer, path);
    const error = await Promise.resolve(call(signal)).then(
      () => new Error('The call succeeded.'),
      (reason: unknown) => reason,
    );
    if (secret !== undefined) {
      expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(secret);
      expect(JSON.stringify(error)).not.toContain(secret);
    }
    return error;
  };
  const echo = `Incorrect API key provided: ${secret ?? 'none'}.`;

  describe(`fault contract: ${subject.name}`, { timeout: 20_000 }, () => {
    test('waits as long as a busy service asks', async () => {
      const answer = { status: 429, headers: { 'retry-after': '7' }, json: { error: { message: 'Slow down' } } };
      expect(await fail(answer)).toMatchObject({ code: 'provider.quota', isRetryable: true, retryAfter: 7 });
    });

    test('says when the quota is used up, which no retry helps', async () => {
      const json = { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } };
      expect(await fail({ status: 429, json })).toMatchObject({ code: 'provider.quota', isRetryable: false });
    });

    test('says that the key is not accepted, without showing it', async () => {
      const error = await fail({ status: 401, json: { error: { message: echo, code: 'invalid_api_key' } } });
      expect(error).toMatchObject({ code: 'provider.unavailable', isRetryable: false });
      expect((error as Error).message).toMatch(/key/);
    });

    test('may try again after an error of the service', async () => {
      const error = await fail({ status: 500, json: { error: { message: `Internal error ${secret}` } } });
      expect(error).toMatchObject({ code: 'provider.failed', isRetryable: true });
    });

    test('may try again after a page of a broken proxy', async () => {
      const answer = { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad gateway</html>' };
      expect(await fail(answer)).toMatchObject({ code: 'provider.failed', isRetryable: true });
    });

    test('says what to check when a model is missing', async () => {
      const error = await fail({ status: 404, json: { error: { message: 'model not found' } } });
      expect(error).toMatchObject({ code: 'provider.unavailable', isRetryable: false });
    });

    test.runIf(isJson)('does not trust an answer that is no JSON', async () => {
      const headers = { 'content-type': 'application/json' };
      expect(await fail({ headers, body: '{"broken": ' })).toMatchObject({ code: 'provider.failed' });
    });

    test.runIf(isJson)('does not trust JSON of another shape', async () => {
      expect(await fail({ json: { unexpected: true } })).toMatchObject({ code: 'provider.failed' });
    });

    test('notices a connection that breaks in mid-answer', async () => {
      expect(await fail({ ...whole, fault: 'cut' })).toMatchObject({ code: 'provider.failed', isRetryable: true });
    });

    test('gives up on a silent service when it is told to', async () => {
      const reason = new Error('enough');
      const controller = new AbortController();
      const failing = fail({ fault: 'silent' }, controller.signal);
      while (!server().requests.some((request) => path.test(request.path))) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      controller.abort(reason);
      const error = await failing;
      expect(error === reason || (error as Error).name === 'AbortError').toBe(true);
    });

    test.runIf(subject.refusal !== undefined)('says that the content is refused, which is no fault', async () => {
      const error = await fail(subject.refusal ?? {});
      expect(error).toMatchObject({ code: 'provider.refused', isRetryable: false });
    });
  });
}
