import { once } from 'node:events';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { KinoraError } from '@kinora/capabilities';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BroadcastRole, Broadcasts } from './broadcasts.ts';
import { readIceServers, whipRoutes } from './whip.ts';

const id = '6f2c1c9e-0000-4000-8000-000000000001';
const session = '6f2c1c9e-0000-4000-8000-000000000002';
let tokens: Record<BroadcastRole, string>;

let app: FastifyInstance;
let sessions: Set<string>;
let onAnswer: () => void;
let problem: KinoraError | null;
/** What authorising waits for, and the signals of those who follow. */
let gate: Promise<void>;
let followers: AbortSignal[];

beforeEach(async () => {
  sessions = new Set();
  tokens = { publisher: 'p-token', viewer: 'v-token' };
  problem = null;
  onAnswer = () => {};
  gate = Promise.resolve();
  followers = [];
  const broadcasts = {
    async authorise(asked, role, token) {
      await gate;
      if (asked !== id) throw new KinoraError('resource.missing', 'There is no such broadcast.');
      if (token !== tokens[role]) throw new KinoraError('auth.forbidden', 'Wrong.');
    },
    async answer(_id, role) {
      if (problem !== null) throw problem;
      onAnswer();
      sessions.add(`${role} ${session}`);
      return { session, answer: 'v=0\r\nanswer' };
    },
    hasSession: async (_id, role, asked) => sessions.has(`${role} ${asked}`),
    leave: async (_id, role, asked) => sessions.delete(`${role} ${asked}`),
    async *follow(_id, signal) {
      followers.push(signal);
      yield { state: 'live', viewers: 1, title: 'Live', time: 1 };
      if (!signal.aborted) await once(signal, 'abort');
    },
  } satisfies Partial<Broadcasts>;
  app = fastify();
  await app.register(
    whipRoutes({
      broadcasts: broadcasts as unknown as Broadcasts,
      stopping: new AbortController().signal,
      iceServers: readIceServers('stun:stun.example.com:3478, turn:turn.example.com:3478?transport=udp user secret'),
    }),
  );
});

describe.each([
  ['whip', 'publisher'],
  ['whep', 'viewer'],
] as const)('%s', (protocol, role) => {
  const endpoint = `/${protocol}/${id}`;
  const authorization = `Bearer ${role === 'publisher' ? 'p-token' : 'v-token'}`;
  const post = (headers: Record<string, string> = {}, url = endpoint) =>
    app.inject({
      method: 'POST',
      url,
      payload: 'v=0\r\n',
      headers: { 'content-type': 'application/sdp', authorization, ...headers },
    });
  const patch = (
    headers: Record<string, string>,
    payload = 'a=ice-ufrag:abcd\r\na=ice-pwd:x\r\na=candidate:1 1 UDP 1 192.0.2.1 9 typ host\r\n',
  ) =>
    app.inject({
      method: 'PATCH',
      url: `${endpoint}/${session}`,
      payload,
      headers: { authorization, 'content-type': 'application/trickle-ice-sdpfrag', ...headers },
    });

  test('an offer is answered with 201, the session’s address, its tag and the ICE servers', async () => {
    const answer = await post();
    expect(answer.statusCode).toBe(201);
    expect(answer.body).toBe('v=0\r\nanswer');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/sdp',
      location: `${endpoint}/${session}`,
      etag: `"${session}"`,
      'accept-patch': 'application/trickle-ice-sdpfrag',
      'access-control-allow-origin': '*',
      link:
        '<stun:stun.example.com:3478>; rel="ice-server", ' +
        '<turn:turn.example.com:3478?transport=udp>; rel="ice-server"; username="user"; credential="secret"; credential-type="password"',
    });
    expect(answer.headers['access-control-expose-headers']).toContain('location');
  });

  test('a browser may ask first from any page, without a token', async () => {
    const headers = { origin: 'https://player.example', 'access-control-request-method': 'POST' };
    const answer = await app.inject({ method: 'OPTIONS', url: endpoint, headers });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'accept-post': 'application/sdp' });
    expect(answer.headers['access-control-allow-headers']).toContain('authorization');
    const onSession = await app.inject({ method: 'OPTIONS', url: `${endpoint}/${session}`, headers });
    expect(onSession.headers['access-control-allow-methods']).toContain('DELETE');
  });

  test('no token is 401 with a challenge, a wrong one and the other role’s 403, no broadcast 404, no SDP 415', async () => {
    const without = await post({ authorization: '' });
    expect([without.statusCode, without.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    const other = role === 'viewer' ? tokens.publisher : tokens.viewer;
    expect((await post({ authorization: 'Bearer nonsense' })).statusCode).toBe(403);
    expect((await post({ authorization: `Bearer ${other}` })).statusCode).toBe(403);
    expect((await post({}, `/${protocol}/nothing`)).statusCode).toBe(404);
    expect((await post({ 'content-type': 'application/json' })).statusCode).toBe(415);
    expect((await post({ 'content-type': 'application/sdp; charset=utf-8' })).statusCode).toBe(201);
  });

  test('a token that is renewed while the relay answers leaves no session behind', async () => {
    onAnswer = () => (tokens[role] = 'another');
    expect((await post()).statusCode).toBe(403);
    expect(sessions.size).toBe(0);
  });

  test('who guesses tokens is soon asked to wait', async () => {
    for (let guess = 0; guess < 30; guess++) await post({ authorization: `Bearer ${guess}` });
    const answer = await post();
    expect([answer.statusCode, Number(answer.headers['retry-after']) > 0]).toEqual([429, true]);
  });

  test.each([
    ['an offer that can’t be read', 'request.invalid', 400, undefined],
    ['codecs that aren’t passed on', 'broadcast.offer', 422, undefined],
    ['nobody sending', 'broadcast.not-live', 409, '2'],
    ['no place left', 'broadcast.full', 503, '2'],
  ] as const)('%s is said so', async (_name, code, status, retryAfter) => {
    problem = new KinoraError(code, 'So it is.', { ...(retryAfter && { retryAfter: Number(retryAfter) }) });
    const answer = await post();
    expect([answer.statusCode, answer.headers['retry-after'], answer.json().code]).toEqual([status, retryAfter, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test('candidates are taken with the session’s tag only', async () => {
    await post();
    const etag = `"${session}"`;
    expect((await patch({ 'if-match': etag })).statusCode).toBe(204);
    expect((await patch({})).statusCode).toBe(428);
    expect((await patch({ 'if-match': '"another"' })).statusCode).toBe(412);
    expect((await patch({ 'if-match': etag, 'content-type': 'application/sdp' })).statusCode).toBe(415);
    expect((await patch({ 'if-match': etag }, 'hello')).statusCode).toBe(400);
  });

  test('an ICE restart is 422, as the standard wants of who trickles and doesn’t restart', async () => {
    await post();
    expect((await patch({ 'if-match': '*' })).statusCode).toBe(422);
  });

  test('a session ends with DELETE, once, and only by its own token', async () => {
    await post();
    const url = `${endpoint}/${session}`;
    expect((await app.inject({ method: 'DELETE', url })).statusCode).toBe(401);
    expect((await app.inject({ method: 'DELETE', url, headers: { authorization } })).statusCode).toBe(200);
    expect((await app.inject({ method: 'DELETE', url, headers: { authorization } })).statusCode).toBe(404);
    expect((await patch({ 'if-match': '*' })).statusCode).toBe(404);
  });

  test('other methods are 405, with those that are allowed', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await app.inject({ method, url: endpoint });
      expect([method, answer.statusCode, answer.headers['allow']]).toEqual([method, 405, 'POST, OPTIONS']);
    }
    for (const method of ['GET', 'HEAD', 'PUT', 'POST'] as const)
      expect((await app.inject({ method, url: `${endpoint}/${session}` })).statusCode).toBe(405);
  });
});

test('who comes back to what has ended is not taken for one who guesses', async () => {
  const headers = { authorization: 'Bearer v-token', 'content-type': 'application/sdp' };
  const post = () => app.inject({ method: 'POST', url: `/whep/${id}`, payload: 'v=0', headers });
  gate = Promise.reject(new KinoraError('broadcast.ended', 'Over.'));
  gate.catch(() => {});
  for (let visit = 0; visit < 40; visit += 1) expect((await post()).statusCode).toBe(410);
  gate = Promise.resolve();
  expect((await post()).statusCode).toBe(201);
});

test('following ends with its line, also with one that was gone before it began', async () => {
  await using stack = new AsyncDisposableStack();
  stack.defer(() => app.close());
  const url = new URL(`/whep/${id}/events`, await app.listen({ port: 0, host: '127.0.0.1' }));
  const open = () => {
    const asked = get(url, { headers: { authorization: 'Bearer v-token' }, agent: false }).on('error', () => {});
    return { asked, line: once(app.server, 'connection') as Promise<[Socket]> };
  };
  const first = open();
  const [answer] = (await once(first.asked, 'response')) as [IncomingMessage];
  expect(String((await once(answer, 'data'))[0])).toContain('"state":"live"');
  first.asked.destroy();
  await expect.poll(() => followers.map(({ aborted }) => aborted)).toEqual([true]);

  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  const second = open();
  const [line] = await second.line;
  await once(app.server, 'request');
  const closed = once(line, 'close');
  second.asked.destroy();
  await closed;
  resolve();
  await expect.poll(() => followers.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test('an ICE server that is none is named', () => {
  expect(() => readIceServers('http://example.com')).toThrow('http://example.com');
});
