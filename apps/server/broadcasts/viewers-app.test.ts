import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import type { Kinora } from '../compose.ts';
import { createViewersApp } from './viewers-app.ts';

let app: FastifyInstance;
beforeAll(async () => {
  const kinora = {
    broadcasts: {},
    broadcastSettings: { viewersPort: 1, iceServers: [] },
    stopping: new AbortController().signal,
  };
  app = await createViewersApp(kinora as unknown as Kinora);
});

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
] as const)('%s %s is not there for the network', async (method, url) => {
  const answer = await app.inject({ method, url });
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'resource.missing']);
});

test('streams are, for who has a token', async () => {
  const answer = await app.inject({ method: 'POST', url: '/whep/x', headers: { 'content-type': 'application/sdp' } });
  expect(answer.statusCode).toBe(401);
});
