import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingLimits } from '@kinora/studios/language/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';

const limit = 300_000;
let home: string;
let server: ServerProcess;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kinora-uploads-'));
  server = await startServerProcess({ home });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

const song = (bytes: number) => Buffer.concat([Buffer.from('fLaC'), randomBytes(bytes - 4)]);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const piece = 'application/offset+octet-stream';

/** A request as a tus client sends it. */
const tus = (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { cookie: server.cookie, 'tus-resumable': '1.0.0', ...headers },
    ...(body && { body: new Uint8Array(body) }),
  });
const begin = async (bytes: number, name = 'Night Drive.flac') => {
  const answer = await tus('POST', '/api/v1/uploads', {
    'upload-length': String(bytes),
    'upload-metadata': `filename ${Buffer.from(name).toString('base64')},filetype YXVkaW8vZmxhYw==`,
  });
  expect(answer.status).toBe(201);
  return answer.headers.get('location')!;
};
const send = (place: string, body: Buffer, offset = 0, headers: Record<string, string> = {}) =>
  tus('PATCH', place, { 'upload-offset': String(offset), 'content-type': piece, ...headers }, body);
const look = async (place: string) =>
  (await (await fetch(server.url + place, { headers: { cookie: server.cookie } })).json()) as {
    received: number;
    file: { asset: string; mediaType: string; bytes: number } | null;
    name: string;
  };
const offsetOf = async (place: string) => (await tus('HEAD', place)).headers.get('upload-offset');

test('speaks tus: a song comes in two pieces', { timeout: limit }, async () => {
  const options = await fetch(`${server.url}/api/v1/uploads`, {
    method: 'OPTIONS',
    headers: { cookie: server.cookie },
  });
  expect([options.status, options.headers.get('tus-version'), options.headers.get('tus-max-size')]).toEqual([
    204,
    '1.0.0',
    String(recordingLimits.bytes),
  ]);
  const bytes = song(3_000_000);
  const place = await begin(bytes.length, '../../etc/Night Drive.flac');
  expect(await offsetOf(place)).toBe('0');
  const first = await send(place, bytes.subarray(0, 1_000_000));
  expect([first.status, first.headers.get('upload-offset'), first.headers.get('tus-resumable')]).toEqual([
    204,
    '1000000',
    '1.0.0',
  ]);
  expect(first.headers.get('upload-expires')).toMatch(/GMT$/);
  expect((await send(place, bytes.subarray(1_000_000), 5)).status).toBe(409);
  expect((await send(place, bytes.subarray(1_000_000), 1_000_000)).status).toBe(204);
  const { file, name } = await look(place);
  expect(name).toBe('Night Drive.flac');
  expect(file).toEqual({ asset: hashOf(bytes), mediaType: 'audio/flac', bytes: bytes.length });
  const stored = await fetch(`${server.url}/api/v1/assets/${hashOf(bytes)}`, { headers: { cookie: server.cookie } });
  expect(hashOf(Buffer.from(await stored.arrayBuffer()))).toBe(hashOf(bytes));
});

test('a server that is killed in the middle goes on after its start', { timeout: limit }, async () => {
  const bytes = song(8_000_000);
  const place = await begin(bytes.length);
  const target = new URL(server.url + place);
  const upload = httpRequest(target, {
    method: 'PATCH',
    headers: {
      cookie: server.cookie,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': piece,
      'content-length': String(bytes.length),
    },
  });
  const broken = once(upload, 'error');
  upload.write(bytes.subarray(0, 5_000_000));
  // The first half is written by the time that another request is answered a few times over.
  let written = 0;
  while (written < 4_000_000) {
    const [file] = await readdir(join(home, 'assets', '.incoming'));
    written = file === undefined ? 0 : statSync(join(home, 'assets', '.incoming', file)).size;
  }
  const gone = once(server.child, 'exit');
  server.child.kill('SIGKILL');
  await Promise.all([gone, broken]);
  server = await startServerProcess({ home });
  const received = Number(await offsetOf(place));
  expect(received).toBeGreaterThanOrEqual(4_000_000);
  expect(received).toBeLessThan(bytes.length);
  expect((await send(place, bytes.subarray(received), received)).status).toBe(204);
  expect((await look(place)).file?.asset).toBe(hashOf(bytes));
});

test('refuses what it must', { timeout: limit }, async () => {
  const headers = { 'upload-length': '1000' };
  const statusOf = async (answer: Promise<Response>) => (await answer).status;
  expect(await statusOf(tus('POST', '/api/v1/uploads', { ...headers, origin: 'https://evil.example' }))).toBe(403);
  expect(await statusOf(tus('POST', '/api/v1/uploads', { ...headers, cookie: '' }))).toBe(401);
  expect(await statusOf(tus('POST', '/api/v1/uploads', { ...headers, 'tus-resumable': '0.2.0' }))).toBe(412);
  expect(await statusOf(tus('POST', '/api/v1/uploads', { 'upload-length': String(recordingLimits.bytes + 1) }))).toBe(
    413,
  );
  expect(await statusOf(tus('POST', '/api/v1/uploads', { 'upload-length': '-5' }))).toBe(400);
  expect(await statusOf(tus('POST', '/api/v1/uploads', { 'upload-defer-length': '1' }))).toBe(400);
  expect(await statusOf(tus('HEAD', '/api/v1/uploads/00000000-0000-4000-8000-00000000ffff'))).toBe(404);
  expect(await statusOf(tus('HEAD', '/api/v1/uploads/..%2f..%2fid'))).toBe(400);
  const place = await begin(9000);
  const wrong = { 'upload-checksum': `sha1 ${Buffer.alloc(20).toString('base64')}` };
  expect(await statusOf(send(place, song(5000), 0, wrong))).toBe(460);
  expect(await statusOf(send(place, song(5000), 0, { 'upload-checksum': 'crc32 abcd' }))).toBe(400);
  expect(await statusOf(send(place, song(5000), 0, { 'content-type': 'audio/flac' }))).toBe(415);
  const page = Buffer.from('<!doctype html>'.repeat(500));
  const refused = await send(place, page);
  expect([refused.status, refused.headers.get('content-type')]).toEqual([400, expect.stringContaining('problem+json')]);
  expect(await statusOf(tus('HEAD', place))).toBe(404);
  const other = await begin(9000);
  expect(await statusOf(tus('DELETE', other))).toBe(204);
  expect(await statusOf(tus('HEAD', other))).toBe(404);
});

test('scripts send a file at once', { timeout: limit }, async () => {
  const bytes = song(2_000_000);
  const store = (body: Buffer, type: string) =>
    fetch(`${server.url}/api/v1/assets?name=Night%20Drive.flac`, {
      method: 'POST',
      headers: { cookie: server.cookie, 'content-type': type },
      body: new Uint8Array(body),
    });
  const answer = await store(bytes, 'text/plain');
  expect(answer.status).toBe(201);
  expect(await answer.json()).toEqual({ asset: hashOf(bytes), mediaType: 'audio/flac', bytes: bytes.length });
  expect((await store(Buffer.from('{"a": 1}'), 'application/json')).status).toBe(400);
  expect((await store(Buffer.alloc(0), 'audio/flac')).status).toBe(400);
});

test('ten uploads at once all arrive', { timeout: limit }, async () => {
  const songs = Array.from({ length: 10 }, () => song(1_000_000));
  const files = await Promise.all(
    songs.map(async (bytes) => {
      const place = await begin(bytes.length);
      for (let at = 0; at < bytes.length; at += 250_000) await send(place, bytes.subarray(at, at + 250_000), at);
      return (await look(place)).file?.asset;
    }),
  );
  expect(files).toEqual(songs.map(hashOf));
});
