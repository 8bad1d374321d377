import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprintOf, uploadFile } from './tus.ts';

/** A tus server of one upload that breaks the line when told to. */
let server: Server;
let endpoint: string;
let kept: Buffer;
let offsets: number[];
let announced: IncomingHttpHeaders;
let breakAfter: number;
let refusal: { status: number; body: object } | null;

beforeEach(async () => {
  [kept, offsets, breakAfter, refusal] = [Buffer.alloc(0), [], Infinity, null];
  server = createServer((request, response) => {
    void (async () => {
      if (request.method === 'POST') {
        if (refusal) {
          response.writeHead(refusal.status, { 'content-type': 'application/problem+json' });
          return response.end(JSON.stringify(refusal.body));
        }
        announced = request.headers;
        return response.writeHead(201, { location: `${endpoint}/1` }).end();
      }
      if (request.url?.endsWith('/gone')) return response.writeHead(404).end();
      if (request.method === 'HEAD') return response.writeHead(200, { 'upload-offset': kept.length }).end();
      if (request.method === 'GET')
        return response.end(
          JSON.stringify({
            file: { asset: 'abc', mediaType: 'audio/mpeg', bytes: kept.length },
            received: kept.length,
          }),
        );
      const offset = Number(request.headers['upload-offset']);
      offsets.push(offset);
      if (offset >= breakAfter) return request.socket.destroy();
      if (offset !== kept.length) return response.writeHead(409).end();
      for await (const chunk of request) kept = Buffer.concat([kept, chunk as Buffer]);
      response.writeHead(204, { 'upload-offset': kept.length }).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uploads`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const bytes = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 7) % 251));
const song = new File([bytes], 'Lied ä.mp3', { lastModified: 5 });
const options = (memory = new Map<string, string>()) => ({
  endpoint,
  memory,
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

test('a file arrives in parts, whole and in order', async () => {
  const memory = new Map<string, string>();
  expect(await uploadFile(song, options(memory))).toEqual({ asset: 'abc', mediaType: 'audio/mpeg', bytes: 1_000_000 });
  expect(kept.equals(bytes)).toBe(true);
  expect(offsets.length).toBeGreaterThan(1);
  expect(announced).toMatchObject({
    'tus-resumable': '1.0.0',
    'upload-length': '1000000',
    'upload-metadata': `filename ${Buffer.from('Lied ä.mp3').toString('base64')}`,
  });
  expect(memory.size).toBe(0);
});

test('after a broken line it goes on where it was', async () => {
  const memory = new Map<string, string>();
  breakAfter = 1;
  await expect(uploadFile(song, options(memory))).rejects.toMatchObject({ isRetryable: true });
  const there = kept.length;
  expect(there).toBeGreaterThan(0);
  expect(memory.get(fingerprintOf(song))).toBe(`${endpoint}/1`);
  [breakAfter, offsets] = [Infinity, []];
  await uploadFile(song, options(memory));
  expect(offsets[0]).toBe(there);
  expect(kept.equals(bytes)).toBe(true);
});

test('an upload that the server has forgotten begins anew', async () => {
  const memory = new Map([[fingerprintOf(song), `${endpoint}/gone`]]);
  await uploadFile(song, options(memory));
  expect(kept.equals(bytes)).toBe(true);
});

test('what the server refuses is said in its words and not tried again', async () => {
  refusal = { status: 413, body: { code: 'request.invalid', detail: 'A file has at most 300 MB.' } };
  await expect(uploadFile(song, options())).rejects.toMatchObject({
    message: 'A file has at most 300 MB.',
    isRetryable: false,
  });
});
