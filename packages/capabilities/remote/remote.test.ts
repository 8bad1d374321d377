import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SettingField } from '../provider.ts';
import { faultContract, startWireServer } from '../testing/index.ts';
import {
  ask,
  askJson,
  failureOfAnswer,
  failureOfConnection,
  hideSecrets,
  punctuateWords,
  readSettings,
} from './index.ts';

const secret = 'abc-secret-4711';
const server = await startWireServer(() => ({ json: { colour: 'blue' } }));
afterAll(() => server[Symbol.asyncDispose]());
const service = {
  name: 'Example',
  baseUrl: server.url,
  fetch: globalThis.fetch,
  headers: { authorization: `Bearer ${secret}` },
  secrets: [secret],
};
const schema = z.object({ colour: z.string() });

faultContract({
  name: 'askJson',
  server: () => server,
  secret,
  call: (signal) => askJson(service, '/colour', schema, { json: { of: 'the sky' }, signal }),
  refusal: { status: 400, json: { error: { code: 'content_policy_violation', message: 'Your prompt was rejected' } } },
});

test('sends method, query, body and headers', async () => {
  server.reset();
  const { colour } = await askJson(service, '/colour', schema, {
    query: { a: 'ä b', none: undefined },
    json: { n: 1 },
  });
  const [request] = server.requests;
  expect(colour).toBe('blue');
  expect(request).toMatchObject({ method: 'POST', path: '/colour' });
  expect([...(request?.query ?? [])]).toEqual([['a', 'ä b']]);
  expect(request?.json()).toEqual({ n: 1 });
  expect(request?.headers).toMatchObject({ authorization: `Bearer ${secret}`, 'content-type': 'application/json' });
});

test('says that nobody answers, and what to do', async () => {
  const closed = await startWireServer(() => undefined);
  await closed[Symbol.asyncDispose]();
  const gone = { ...service, baseUrl: closed.url, reachAdvice: 'Start it with “example serve”.' };
  const failure = ask(gone, '/');
  await expect(failure).rejects.toMatchObject({ code: 'provider.unavailable', isRetryable: false });
  await expect(failure).rejects.toThrow('Start it with “example serve”.');
});

describe('failures', () => {
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    failureOfAnswer(
      { status, headers: new Headers(headers), body: JSON.stringify(body) },
      service,
      Date.UTC(2026, 0, 1),
    );

  test.each([
    ['a string', { error: 'bad size' }],
    ['an object', { error: { message: 'bad size' } }],
    ['a list', { detail: [{ loc: ['size'], msg: 'bad size' }] }],
    ['a nested detail', { detail: { status: 'x', message: 'bad size' } }],
  ])('repeat what the service says, given as %s', (_, body) => {
    expect(answer(400, body).message).toBe('Example refuses the request (HTTP 400). It says: bad size.');
  });

  test('read a Retry-After that names a time, and milliseconds', () => {
    expect(answer(429, {}, { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }).retryAfter).toBe(30);
    expect(answer(503, {}, { 'retry-after-ms': '250' }).retryAfter).toBe(0.25);
  });

  test('tell a used-up account from a busy moment', () => {
    expect(answer(402, {})).toMatchObject({ code: 'provider.quota', isRetryable: false });
    expect(answer(400, { error: { message: 'Your credit balance is too low' } }).code).toBe('provider.quota');
    expect(answer(403, { error: { message: 'Out of call volume quota. Replenished in 2.10:21:08.' } }).code).toBe(
      'provider.quota',
    );
  });

  test('know how Google speaks of keys and busy minutes', () => {
    const invalid = { error: { code: 400, message: 'API key not valid.', status: 'INVALID_ARGUMENT' } };
    expect(answer(400, invalid).code).toBe('provider.unavailable');
    const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34.5s' }];
    const busy = { error: { code: 429, message: 'You exceeded your current quota.', details } };
    expect(answer(429, busy)).toMatchObject({ code: 'provider.quota', isRetryable: true, retryAfter: 34.5 });
  });

  test('keep what was already sorted', () => {
    const error = answer(400, {});
    expect(failureOfConnection(error, service)).toBe(error);
  });
});

test('takes keys and queries of addresses out of a text', () => {
  const text = `GET https://x.test/v1?key=${secret} with ${secret}, Bearer abcdefghijkl and AIzaSyA1234567890abcdef`;
  expect(hideSecrets(text, [secret])).toBe('GET https://x.test/v1 with …, … and …');
});

describe('settings', () => {
  const fields: SettingField[] = [
    { name: 'baseUrl', label: 'Address', kind: 'url', isRequired: true },
    { name: 'apiKey', label: 'Key', kind: 'secret' },
    { name: 'mode', label: 'Mode', kind: 'choice', choices: [{ value: 'a', label: 'A' }], default: 'a' },
    { name: 'steps', label: 'Steps', kind: 'number' },
    { name: 'slots', label: 'Slots', kind: 'json' },
  ];

  test('fill in defaults and take blanks as missing', () => {
    const settings = readSettings(fields, { baseUrl: ' http://localhost:1/ ', apiKey: secret, steps: '20', slots: '' });
    expect([settings.url('baseUrl'), settings.text('mode'), settings.number('steps'), settings.json('slots')]).toEqual([
      'http://localhost:1',
      'a',
      20,
      undefined,
    ]);
    expect(settings.secrets).toEqual([secret]);
  });

  test.each([
    ['baseUrl', {}],
    ['mode', { baseUrl: 'http://a', mode: 'b' }],
    ['baseUrl', { baseUrl: 'file:///etc/passwd' }],
    ['steps', { baseUrl: 'http://a', steps: 'many' }],
    ['slots', { baseUrl: 'http://a', slots: '{' }],
  ])('name the field that is wrong: %s', (field, stored) => {
    const read = () => {
      const settings = readSettings(fields, stored);
      return [settings.url('baseUrl'), settings.number('steps'), settings.json('slots')];
    };
    expect(read).toThrow(expect.objectContaining({ code: 'request.invalid', data: { field } }));
  });
});

test.each([
  [
    '“Good night,” said the owl – and slept.',
    'Good night said the owl and slept',
    '“Good night,” said the owl – and slept.',
  ],
  ['狐が、寝た。', '狐 が 寝た', '狐 が、 寝た。'],
  ['Twenty-five owls', 'twenty five owls', 'Twenty- five owls'],
  ['25 owls', 'twenty-five owls', 'twenty-five owls'],
])('gives timed words their punctuation back: %s', (text, words, expected) => {
  const heard = words.split(' ').map((word, index) => ({ text: word, start: index, end: index + 1 }));
  expect(
    punctuateWords(text, heard)
      .map((word) => word.text)
      .join(' '),
  ).toBe(expected);
});
