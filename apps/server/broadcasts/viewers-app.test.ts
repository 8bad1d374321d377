import { KinoraError } from '@kinora/capabilities';
import type { FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Kinora } from '../compose.ts';
import { createViewersApp } from './viewers-app.ts';

let app: FastifyInstance;
beforeAll(async () => {
  const kinora = {
    broadcasts: {
      async authorise() {
        throw new KinoraError('auth.forbidden', 'Wrong.');
      },
    },
    broadcastSettings: { viewersPort: 1, iceServers: [] },
    site: {
      file: async (path: string) => (path === '' ? { mediaType: 'text/html', body: 'words', etag: '"1"' } : null),
    },
    stopping: new AbortController().signal,
  };
  app = await createViewersApp(kinora as unknown as Kinora);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

test.each([
  ['GET', '/'],
  ['GET', '/library'],
  ['GET', '/live'],
  ['GET', '/sign-in?token=x'],
  ['GET', '/health'],
  ['GET', '/metrics'],
  ['GET', '/docs'],
  ['GET', '/openapi.json'],
  ['GET', '/api/v1/broadcasts'],
  ['POST', '/api/v1/broadcasts'],
  ['GET', '/api/v1/assets/0'],
  ['GET', '/watch/../library'],
  ['GET', '/watch/a/../../library'],
  ['GET', '/watch/%2e%2e/library'],
  ['GET', '/watch/a.data'],
  ['GET', '/__manifest?p=/library'],
  ['POST', '/watch/a'],
  ['GET', '/v/items/none/'],
  ['GET', '/v/../library'],
  ['PUT', '/v/'],
] as const)('%s %s is not there for the network', async (method, url) => {
  const answer = await app.inject({ method, url });
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'resource.missing']);
});

// By hand: clients resolve such paths before they send them.
test.each([
  '/fonts/../library',
  '/fonts/%2e%2e/library',
  '/assets/../library.data',
  '/assets/../../server/index.js',
  '/watch/../library',
  '/whep/a/../../models',
  '/fonts/..\\library',
  '//127.0.0.1/watch/../library',
])('%s leads nowhere else', async (path) => {
  const address = app.server.address();
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 404 /);
  expect(answer).toContain('resource.missing');
});

test('behind a proxy on this machine who guesses tokens locks nobody else out', async () => {
  const ask = async (address: string) =>
    (
      await app.inject({
        method: 'POST',
        url: '/whep/x',
        headers: {
          'content-type': 'application/sdp',
          authorization: 'Bearer guess',
          'x-forwarded-for': address,
        },
      })
    ).statusCode;
  for (let guess = 0; guess < 30; guess += 1) await ask('192.0.2.1');
  expect([await ask('192.0.2.1'), await ask('192.0.2.2')]).toEqual([429, 403]);
});

test('streams are, for who has a token', async () => {
  const answer = await app.inject({ method: 'POST', url: '/whep/x', headers: { 'content-type': 'application/sdp' } });
  expect(answer.statusCode).toBe(401);
});

test('the public site is there for the network', async () => {
  const answer = await app.inject({ method: 'GET', url: '/v/' });
  expect([answer.statusCode, answer.body]).toEqual([200, 'words']);
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
});
