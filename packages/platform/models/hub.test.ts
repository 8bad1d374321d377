import { expect, test } from 'vitest';
import { checkPath, createHubClient } from './hub.ts';
import { readRetryAfter } from './refusals.ts';
import { createSleeplessClock } from './testing/open-store.ts';

/** A hub that answers each address as the table says. */
function clientFor(table: Record<string, () => Response>) {
  const asked: string[] = [];
  const hub = createHubClient({
    fetch: async (input) => {
      const address = input instanceof Request ? input.url : input.toString();
      asked.push(address);
      return table[address]?.() ?? new Response(null, { status: 404 });
    },
    endpoint: () => 'https://hub.example/',
    token: async () => undefined,
    clock: createSleeplessClock(),
  });
  return { hub, asked };
}

const signal = new AbortController().signal;
const wanted = { repository: 'a/b', commit: 'main', path: 'x.bin' };
const to = (location: string) => () => new Response(null, { status: 302, headers: { location } });

test('follows no redirect to an address without encryption', async () => {
  const { hub, asked } = clientFor({
    'https://hub.example/a/b/resolve/main/x.bin': to('http://content.example/x'),
  });
  await expect(hub.open(wanted, { signal, headers: {} })).rejects.toMatchObject({ code: 'provider.refused' });
  expect(asked).toHaveLength(1);
});

test('ends a circle of redirects', async () => {
  const { hub, asked } = clientFor({
    'https://hub.example/a/b/resolve/main/x.bin': to('https://hub.example/a/b/resolve/main/x.bin'),
  });
  await expect(hub.open(wanted, { signal, headers: {} })).rejects.toMatchObject({ code: 'provider.failed' });
  expect(asked).toHaveLength(6);
});

test('no address with its signature comes into an error', async () => {
  const { hub } = clientFor({
    'https://hub.example/a/b/resolve/main/x.bin': to('https://content.example/x?Signature=geheim'),
    'https://content.example/x?Signature=geheim': () => new Response('Access denied', { status: 403 }),
  });
  const error = await hub.open(wanted, { signal, headers: {} }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'provider.unavailable', isRetryable: true });
  expect(JSON.stringify(error) + String(error)).not.toContain('geheim');
});

test('an address that is no hub is said so', async () => {
  const { hub } = clientFor({});
  const answer = () =>
    new Response(JSON.stringify({ id: 'a/b', _id: 'x' }), { headers: { 'content-type': 'application/json' } });
  const { hub: other } = clientFor({
    'https://hub.example/api/models/a/b/revision/main?expand=pipeline_tag&expand=private&expand=gated&expand=downloads&expand=likes&expand=lastModified&expand=sha':
      answer,
  });
  await expect(hub.resolve('a/b', 'main', { signal })).rejects.toMatchObject({ code: 'provider.refused' });
  await expect(other.resolve('a/b', 'main', { signal })).rejects.toMatchObject({ code: 'provider.failed' });
});

test('asks a mirror for further pages, also when it passes the hub’s own addresses on', async () => {
  const page = (path: string, link?: string) => () =>
    new Response(JSON.stringify([{ type: 'file', path, size: 1, oid: 'a'.repeat(40) }]), {
      headers: { 'content-type': 'application/json', ...(link === undefined ? {} : { link }) },
    });
  const first = 'api/models/a/b/tree/main?recursive=true&expand=false';
  const { hub, asked } = clientFor({
    [`https://hub.example/${first}`]: page('x', `<https://huggingface.co/${first}&cursor=2>; rel="next"`),
    [`https://hub.example/${first}&cursor=2`]: page('y'),
  });
  expect((await hub.list('a/b', 'main', { signal })).map(({ path }) => path)).toEqual(['x', 'y']);
  expect(asked).toHaveLength(2);
});

test.each(['../x', 'a/../../x', '/etc/passwd', 'a\\b', 'C:x', 'a//b', 'a/.', 'x\u0000', 'end.', ''])(
  'the path %j is not kept',
  (path) => {
    expect(() => checkPath(path)).toThrow(/not safe/);
  },
);

test.each([
  [{ 'retry-after': '12' }, 12],
  [{ 'retry-after': 'Thu, 01 Jan 1970 00:01:00 GMT' }, 50],
  [{ ratelimit: '"resolvers";r=0;t=55' }, 55],
  [{ ratelimit: '"resolvers";r=10;t=55' }, undefined],
  [{}, undefined],
])('reads %j as a pause of %j seconds', (headers, seconds) => {
  expect(readRetryAfter(new Headers(headers as Record<string, string>), 10_000)).toBe(seconds);
});
