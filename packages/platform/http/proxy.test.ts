import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createOutgoing } from './outgoing.ts';
import { chooseProxy, readProxyEnvironment } from './proxy.ts';
import { listen, startServer, stop } from './testing.ts';

const pem = readFileSync(new URL('__fixtures__/localhost.pem', import.meta.url), 'utf8');
const asked: { what: string; authorization: string | undefined }[] = [];
const note = (what: string, { headers }: IncomingMessage) =>
  asked.push({ what, authorization: headers['proxy-authorization'] });

const secure = createSecureServer({ cert: pem, key: pem }, (_, response) => response.end('safe'));
let securePort = 0;
/** A proxy that leads every name to this machine, as one with a resolver of its own does. */
const proxyServer = createServer((request, response) => {
  note(`${request.method} ${request.url}`, request);
  response.end('by proxy');
});
proxyServer.on('connect', (request, socket) => {
  note(`CONNECT ${request.url}`, request);
  if (request.url?.startsWith('barred.')) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  const target = connect(securePort, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    target.pipe(socket).pipe(target);
  });
  for (const end of [socket, target]) end.on('error', () => target.destroy());
});
let proxy = '';

beforeAll(async () => {
  securePort = await listen(secure, '127.0.0.1');
  proxy = `http://who:pass%2Fword@127.0.0.1:${await listen(proxyServer, '127.0.0.1')}`;
});
afterAll(async () => {
  await stop(proxyServer);
  await stop(secure);
});
beforeEach(() => {
  asked.length = 0;
});

const unknown = async () => {
  throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
};
const authorization = `Basic ${Buffer.from('who:pass/word').toString('base64')}`;

test('goes through a tunnel for https and checks the certificate of the name behind it', async () => {
  await using outgoing = createOutgoing({ proxy: { https: proxy }, resolve: unknown, certificates: pem });
  expect(await (await outgoing.fetch('https://models.test/v1')).text()).toBe('safe');
  expect(asked).toEqual([{ what: 'CONNECT models.test:443', authorization }]);
  await expect(outgoing.fetch('https://other.test/')).rejects.toThrow('fetch failed');
});

test('names the whole address to the proxy for http', async () => {
  await using outgoing = createOutgoing({ proxy: { http: proxy }, resolve: unknown });
  expect(await (await outgoing.fetch('http://models.test/v1?a=1')).text()).toBe('by proxy');
  expect(asked).toEqual([{ what: 'GET http://models.test/v1?a=1', authorization }]);
});

test('a name that leads inside is not handed to the proxy', async () => {
  const resolve = async () => [{ address: '169.254.169.254', family: 4 }];
  await using outgoing = createOutgoing({ proxy: { http: proxy, https: proxy }, resolve });
  await expect(outgoing.fetch('https://inside.test/')).rejects.toMatchObject({ code: 'request.invalid' });
  expect(asked).toEqual([]);
});

test.each(['nas.test', 'nas.local'])('%s, which may be private and is, is asked directly', async (name) => {
  await using server = await startServer((_, response) => response.end('direct'));
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  await using outgoing = createOutgoing({ allowPrivate: [`${name}:${server.port}`], proxy: { http: proxy }, resolve });
  expect(await (await outgoing.fetch(`http://${name}:${server.port}/`)).text()).toBe('direct');
  expect(asked).toEqual([]);
});

test('a public service that might be private for all that was entered goes through the proxy', async () => {
  const resolve = async () => [{ address: '93.184.215.14', family: 4 }];
  const options = { allowPrivate: ['http://models.test', 'http://unknown.test'], proxy: { http: proxy } };
  await using outgoing = createOutgoing({ ...options, resolve });
  expect(await (await outgoing.fetch('http://models.test/')).text()).toBe('by proxy');
  await using blind = createOutgoing({ ...options, resolve: unknown });
  expect(await (await blind.fetch('http://unknown.test/')).text()).toBe('by proxy');
});

test('a proxy that refuses is a failure without its password', async () => {
  await using outgoing = createOutgoing({ proxy: { https: proxy }, resolve: unknown });
  const error: unknown = await outgoing.fetch('https://barred.test/').catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(TypeError);
  expect(inspect(error, { depth: 9 })).not.toMatch(/pass\/word|pass%2Fword|d2hv/);
});

test('an odd proxy is refused at once', () => {
  expect(() => createOutgoing({ proxy: { https: 'socks5://127.0.0.1:1080' } })).toThrow(/HTTPS_PROXY/);
});

test('reads the customary variables, small letters first', () => {
  expect(readProxyEnvironment({ HTTPS_PROXY: 'http://a', https_proxy: 'http://b', ALL_PROXY: 'http://c' })).toEqual({
    https: 'http://b',
    http: 'http://c',
    none: undefined,
  });
});

test.each([
  ['https://api.example.com/', 'through'],
  ['https://example.org/', 'straight'],
  ['https://deep.example.org/', 'straight'],
  ['https://notexample.org/', 'through'],
  ['https://port.example.net:8443/', 'straight'],
  ['https://port.example.net/', 'through'],
  ['https://sub.dot.example/', 'straight'],
  ['https://10.1.2.3/', 'straight'],
  ['https://11.1.2.3/', 'through'],
  ['https://[fd00::5]/', 'straight'],
  ['https://localhost:1234/', 'straight'],
  ['http://127.0.0.1:1234/', 'straight'],
])('%s goes %s', (url, way) => {
  const none = 'example.org, port.example.net:8443 .dot.example,10.0.0.0/8,[fd00::]/8';
  const through = chooseProxy({ http: 'p:1', https: 'p:1', none })(new URL(url));
  expect(through === null ? 'straight' : 'through').toBe(way);
  expect(chooseProxy({ https: 'p:1', none: '*' })(new URL(url))).toBeNull();
});
