import { readFileSync } from 'node:fs';
import net, { createServer } from 'node:net';
import { isKinoraError } from '@kinora/capabilities';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { classifyAddress } from './addresses.ts';
import { createOutgoing } from './outgoing.ts';
import type { Resolve } from './dialling.ts';
import { listen, startServer, stop } from './testing.ts';
import type { TestServer } from './testing.ts';

type Hostile = { group: string; url: string; resolves?: string[] };

const table = JSON.parse(readFileSync(new URL('__fixtures__/hostile-urls.json', import.meta.url), 'utf8')) as Hostile[];
const groups = [...new Set(table.map(({ group }) => group))];

let connections = 0;
const canary = createServer((socket) => {
  connections++;
  socket
    .resume()
    .on('error', () => {})
    .end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nTAKE');
});
let canaryPort = 0;
let allowed: TestServer;
let location = '';

beforeAll(async () => {
  // Every address of this machine, IPv6 too where it has it.
  canaryPort = await listen(canary, '::').catch(() => listen(canary, '0.0.0.0'));
  allowed = await startServer((request, response) => {
    if (request.url === '/go') response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end();
    else response.end('home');
  });
});
afterAll(async () => {
  await allowed[Symbol.asyncDispose]();
  await stop(canary);
});
beforeEach(() => {
  connections = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

const urlOf = ({ url }: Hostile) => url.replaceAll('{port}', String(canaryPort));

/** A resolver with fixed answers. Names it doesn't know don't exist. */
function answering(answers: Record<string, string[]>): Resolve {
  return async (name) => {
    const addresses = answers[name];
    if (!addresses) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
}

const resolve = answering(
  Object.fromEntries(
    table.flatMap((row) => {
      const host = row.resolves && new URL(urlOf(row).replace('{port}', '80')).hostname.replace(/\.$/, '');
      return host && row.resolves ? [[host, row.resolves]] : [];
    }),
  ),
);

async function outcome(call: Promise<Response>): Promise<string> {
  try {
    const response = await call;
    await response.body?.cancel();
    return `answered ${response.status}`;
  } catch (error) {
    if (!isKinoraError(error)) return `tried: ${String(error)}`;
    return error.data['forbidden'] === true ? error.code : `${error.code}, for another reason: ${error.message}`;
  }
}

describe('the table of hostile addresses', () => {
  test('has more than two hundred of them, all different', () => {
    expect(table.length).toBeGreaterThan(200);
    expect(new Set(table.map(({ url }) => url)).size).toBe(table.length);
  });

  test('the canary sings when it is reached', async () => {
    await using outgoing = createOutgoing({ allowPrivate: ['127.0.0.1'], proxy: null });
    expect(await (await outgoing.fetch(`http://127.0.0.1:${canaryPort}/`)).text()).toBe('TAKE');
    expect(connections).toBe(1);
  });

  test.each(groups)('refuses, without a connection: %s', async (group) => {
    const connect = vi.spyOn(net, 'connect');
    await using outgoing = createOutgoing({ allowPrivate: [allowed.origin], proxy: null, resolve });
    const rows = table.filter((row) => row.group === group);
    const outcomes: string[] = [];
    for (const row of rows) outcomes.push(`${row.url}: ${await outcome(outgoing.fetch(urlOf(row)))}`);
    expect(outcomes).toEqual(rows.map((row) => `${row.url}: request.invalid`));
    // A socket that waits for a name is there, but is never told an address.
    expect(connect.mock.calls.length).toBe(rows.filter((row) => row.resolves).length);
    expect(connections).toBe(0);
  });

  test.each(groups)('refuses when an allowed server redirects there: %s', async (group) => {
    await using outgoing = createOutgoing({ allowPrivate: [allowed.origin], proxy: null, resolve });
    const outcomes: string[] = [];
    for (const row of table) {
      if (row.group !== group) continue;
      // A header can't hold these; browsers and our client ignore them within an address.
      location = urlOf(row).replaceAll(/[\t\n]/g, '');
      // Some are no addresses by themselves and lead back to the server they came from.
      const target = URL.parse(location, `${allowed.origin}/go`);
      const isBack = location.trim() === '' || target?.origin === allowed.origin;
      const found = await outcome(outgoing.fetch(`${allowed.origin}/go`));
      const isRefused = found === 'provider.failed' || found === 'request.invalid';
      if (isBack ? !found.startsWith('answered') : !isRefused) outcomes.push(`${row.url}: ${found}`);
    }
    expect(outcomes).toEqual([]);
    expect(connections).toBe(0);
  });

  test.each(groups)('does not hand it to a proxy: %s', async (group) => {
    await using outgoing = createOutgoing({
      proxy: { http: `http://127.0.0.1:${canaryPort}`, https: `http://127.0.0.1:${canaryPort}` },
      resolve,
    });
    for (const row of table.filter((each) => each.group === group)) {
      expect(`${row.url}: ${await outcome(outgoing.fetch(urlOf(row)))}`).toMatch(/request\.invalid$/);
    }
    expect(connections).toBe(0);
  });

  test('stays forbidden for metadata, link-local and reserved addresses that were allowed as private', async () => {
    const rows = table.filter(({ group }) => /metadata|link-local|multicast/.test(group) && !/kubernetes/.test(group));
    for (const row of rows) {
      const url = URL.parse(urlOf(row));
      if (!url) continue;
      await using outgoing = createOutgoing({ allowPrivate: [url.host], proxy: null, resolve });
      expect(`${row.url}: ${await outcome(outgoing.fetch(url))}`).toBe(`${row.url}: request.invalid`);
    }
    expect(connections).toBe(0);
  });
});

describe('names that change their mind', () => {
  test('connects to the address that was checked and asks no second time', async () => {
    const asked = vi.fn<Resolve>();
    asked.mockImplementationOnce(answering({ 'rebind.test': ['127.0.0.1'] }));
    asked.mockImplementation(answering({ 'rebind.test': ['169.254.169.254'] }));
    await using outgoing = createOutgoing({ allowPrivate: ['rebind.test'], proxy: null, resolve: asked });
    expect(await (await outgoing.fetch(`http://rebind.test:${allowed.port}/`)).text()).toBe('home');
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('refuses a name that was public at first and is inside at the next connection', async () => {
    let turn = 0;
    const told: unknown[] = [];
    const connect = net.connect;
    // Nobody is dialled: what the socket would be told is written down.
    vi.spyOn(net, 'connect').mockImplementation(((options: net.TcpNetConnectOpts) => {
      const socket = new net.Socket();
      options.lookup?.(options.host ?? '', { all: true }, (error, addresses) => {
        if (!error) told.push(addresses);
        socket.destroy(error ?? Object.assign(new Error('nobody there'), { code: 'ECONNREFUSED' }));
      });
      return socket;
    }) as typeof connect);
    await using outgoing = createOutgoing({
      proxy: null,
      resolve: async (name) => await answering({ 'rebind.test': [turn++ === 0 ? '93.184.215.14' : '127.0.0.1'] })(name),
    });
    const url = `http://rebind.test:${canaryPort}/`;
    await expect(outgoing.fetch(url)).rejects.toThrow('fetch failed');
    expect(await outcome(outgoing.fetch(url))).toBe('request.invalid');
    expect(told).toEqual([[{ address: '93.184.215.14', family: 4 }]]);
    expect(connections).toBe(0);
  });

  test('a permission for one port of a host opens no other', async () => {
    await using outgoing = createOutgoing({ allowPrivate: [`127.0.0.1:${allowed.port}`], proxy: null });
    expect(await outcome(outgoing.fetch(allowed.origin))).toBe('answered 200');
    expect(await outcome(outgoing.fetch(`http://127.0.0.1:${canaryPort}/`))).toBe('request.invalid');
    expect(await outcome(outgoing.fetch(`http://127.0.0.2:${allowed.port}/`))).toBe('request.invalid');
    expect(connections).toBe(0);
  });
});

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '99.255.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001:800::200e',
  '2001:4860:4860::8888',
  '64:ff9b::808:808',
  '::ffff:8.8.8.8',
])('a resolver may answer %s', (address) => {
  expect(classifyAddress(address).kind).toBe('public');
});
