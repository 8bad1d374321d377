import { readFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { inspect } from 'node:util';
import { isKinoraError } from '@kinora/capabilities';
import { afterAll, describe, expect, test } from 'vitest';
import { createOutgoing } from './outgoing.ts';
import type { OutgoingOptions } from './outgoing.ts';
import { failureOf, listen, startPages, stop } from './testing.ts';
import type { Pages } from './testing.ts';

const key = 'sk-live-4f9a8b7c6d5e';
const pem = readFileSync(new URL('__fixtures__/localhost.pem', import.meta.url), 'utf8');

const pages: Pages = {};
const server = await startPages(pages);
const other = await startPages(pages);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

const open = (options: OutgoingOptions = {}) =>
  createOutgoing({ allowPrivate: [server.origin, other.origin], proxy: null, ...options });

/** What the server saw of a request. */
async function seen(response: Response) {
  return (await response.json()) as { method: string; url: string; headers: Record<string, string>; body: string };
}

describe('what is sent and what comes back', () => {
  test('method, headers and body arrive', async () => {
    await using outgoing = open();
    const response = await outgoing.fetch(`${server.origin}/v1/chat?a=1#part`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', host: 'elsewhere.example' },
      body: '{"word":"ねこ"}',
    });
    expect(response).toMatchObject({ status: 200, ok: true, redirected: false, url: `${server.origin}/v1/chat?a=1` });
    expect(await seen(response)).toMatchObject({
      method: 'POST',
      url: '/v1/chat?a=1',
      headers: { authorization: `Bearer ${key}`, host: `127.0.0.1:${server.port}`, 'content-length': '17' },
    });
  });

  test('forms, bytes and a Request object arrive as with the global fetch', async () => {
    await using outgoing = open();
    const form = new FormData();
    form.set('file', new Blob(['sound'], { type: 'audio/wav' }), 'a.wav');
    const sent = await seen(await outgoing.fetch(server.origin, { method: 'POST', body: form }));
    expect(sent.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent.body).toContain('filename="a.wav"');
    const request = new Request(server.origin, { method: 'PUT', body: Uint8Array.from([1, 255]), headers: { a: 'b' } });
    expect(await seen(await outgoing.fetch(request))).toMatchObject({
      method: 'PUT',
      body: '\x01\xff',
      headers: { a: 'b' },
    });
  });

  test('statuses without a body, HEAD and several cookies come back as they are', async () => {
    await using outgoing = open();
    pages['/204'] = (_, response) => response.writeHead(204, { 'set-cookie': ['a=1', 'b=2'] }).end();
    const response = await outgoing.fetch(`${server.origin}/204`);
    expect(response.status).toBe(204);
    expect(response.body).toBeNull();
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect((await outgoing.fetch(server.origin, { method: 'HEAD' })).body).toBeNull();
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('unpacks %s', async (encoding, pack) => {
    await using outgoing = open();
    pages['/packed'] = (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(pack(Buffer.from('Goodnight, little owl.')));
    expect(await (await outgoing.fetch(`${server.origin}/packed`)).text()).toBe('Goodnight, little owl.');
  });

  test('a part of a file is asked for unpacked, so that its bytes can be counted', async () => {
    await using outgoing = open();
    const sent = await seen(await outgoing.fetch(server.origin, { headers: { range: 'bytes=5-' } }));
    expect(sent.headers).toMatchObject({ range: 'bytes=5-', 'accept-encoding': 'identity' });
  });

  test('passes each event of a stream on before the next is sent', async () => {
    await using outgoing = open();
    let answer: ServerResponse | undefined;
    pages['/events'] = (_, response) => {
      answer = response.writeHead(200, { 'content-type': 'text/event-stream' });
      answer.write('data: 0\n\n');
    };
    const response = await outgoing.fetch(`${server.origin}/events`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (let index = 0; index < 4; index++) {
      // Only after this event was read does the server learn that it may send another.
      expect((await reader.read()).value).toBe(`data: ${index}\n\n`);
      if (index < 3) answer?.write(`data: ${index + 1}\n\n`);
    }
    answer?.end();
    expect((await reader.read()).done).toBe(true);
  });
});

describe('redirects', () => {
  const go = (status: number, location: string) => (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, { location }).end('moved');

  test.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [302, 'PUT', 'PUT', 'words'],
    [303, 'PUT', 'GET', ''],
    [307, 'POST', 'POST', 'words'],
    [308, 'POST', 'POST', 'words'],
  ])('%i turns %s into %s', async (status, method, then, body) => {
    await using outgoing = open();
    pages['/go'] = go(status, '/there');
    const response = await outgoing.fetch(`${server.origin}/go`, { method, body: 'words' });
    expect(response).toMatchObject({ redirected: true, url: `${server.origin}/there` });
    const sent = await seen(response);
    expect(sent).toMatchObject({ method: then, body, url: '/there' });
    expect('content-type' in sent.headers).toBe(body !== '');
  });

  test('keys stay with the origin they were meant for', async () => {
    await using outgoing = open();
    const headers = {
      authorization: `Bearer ${key}`,
      'api-key': key,
      'xi-api-key': key,
      'ocp-apim-subscription-key': key,
      'x-goog-api-key': key,
      cookie: `session=${key}`,
      'x-ms-client-request-id': '7',
    };
    pages['/away'] = go(307, `${other.origin}/there`);
    pages['/near'] = go(307, '/there');
    const away = await seen(await outgoing.fetch(`${server.origin}/away?key=${key}`, { headers }));
    expect(JSON.stringify(away)).not.toContain(key);
    expect(away.headers['x-ms-client-request-id']).toBe('7');
    const near = await seen(await outgoing.fetch(`${server.origin}/near`, { headers }));
    expect(near.headers).toMatchObject(headers);
  });

  test('five are followed, a sixth is not', async () => {
    await using outgoing = open();
    for (let index = 0; index < 6; index++) pages[`/hop${index}`] = go(302, `/hop${index + 1}`);
    expect((await outgoing.fetch(`${server.origin}/hop1`)).status).toBe(200);
    await expect(outgoing.fetch(`${server.origin}/hop0`)).rejects.toMatchObject({ code: 'provider.failed' });
  });

  test('follows none where the caller wants to see it or wants none', async () => {
    await using outgoing = open();
    pages['/go'] = go(302, '/there');
    const response = await outgoing.fetch(`${server.origin}/go`, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/there');
    await response.body?.cancel();
    await expect(outgoing.fetch(`${server.origin}/go`, { redirect: 'error' })).rejects.toMatchObject({
      code: 'provider.failed',
    });
  });

  test('speaks https, and refuses to be sent on without encryption', async () => {
    const secure = createSecureServer({ cert: pem, key: pem }, (request, response) => {
      if (request.url === '/down') response.writeHead(302, { location: server.origin }).end();
      else response.end('safe');
    });
    const port = await listen(secure, '127.0.0.1');
    await using stopping = { [Symbol.asyncDispose]: () => stop(secure) };
    void stopping;
    const options = {
      allowPrivate: ['models.test', server.origin],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    };
    await using trusting = open({ ...options, certificates: pem });
    const url = `https://models.test:${port}`;
    expect(await (await trusting.fetch(url)).text()).toBe('safe');
    const before = server.requests.length;
    await expect(trusting.fetch(`${url}/down`)).rejects.toMatchObject({ code: 'provider.failed' });
    expect(server.requests.length).toBe(before);
    await using strict = open(options);
    const error = await failureOf(strict.fetch(url));
    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error)).toContain('its certificate is not trusted');
  });
});

test('no error carries a key', async () => {
  await using outgoing = open({ maxResponseBytes: 10, resolve: async () => [{ address: '10.0.0.1', family: 4 }] });
  const headers = { authorization: `Bearer ${key}`, 'api-key': key };
  pages['/broken'] = (request) => request.socket.end(`HTTP/1.1 200 OK\r\n${request.headers.authorization}\x00\r\n\r\n`);
  pages['/long'] = (_, response) => response.end('more than ten');
  pages['/reset'] = (request) => request.socket.destroy();
  pages['/go'] = (_, response) => response.writeHead(302, { location: `http://10.0.0.1/?key=${key}` }).end();
  const calls: [string, RequestInit?][] = [
    [`${server.origin}/broken?key=${key}`, { headers }],
    [`${server.origin}/long?key=${key}`, { headers }],
    [`${server.origin}/reset?key=${key}`, { headers }],
    [`${server.origin}/go?key=${key}`, { headers }],
    [`http://inside.example/?key=${key}`, { headers }],
    [`http://name:${key}@example.com/`, { headers }],
    [`http://example.com:bad/?key=${key}`, { headers }],
    [server.origin, { headers: { authorization: `Bearer ${key}\nx: y` } }],
    [server.origin, { headers: { authorization: `Bearer ${key}ü\u2028` } }],
    [server.origin, { method: `${key} `, headers }],
    [server.origin, { headers, body: 'a GET with a body' }],
  ];
  for (const [url, init] of calls) {
    const error = await failureOf(outgoing.fetch(url, init).then((response) => response.text()));
    expect(error).toBeInstanceOf(Error);
    const all =
      inspect(error, { depth: 12, showHidden: true }) + JSON.stringify(error) + String((error as Error).stack);
    expect(all).not.toContain(key);
    expect(isKinoraError(error) || error instanceof TypeError).toBe(true);
  }
});
