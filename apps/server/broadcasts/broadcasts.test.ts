import { isKinoraError } from '@kinora/capabilities';
import { ensureUser, localOwnerId } from '@kinora/platform/db';
import type { Relay, RoomStatus } from '@kinora/platform/relay';
import { openVault } from '@kinora/platform/settings';
import { openTemporaryDatabase } from '@kinora/platform/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createBroadcasts } from './broadcasts.ts';
import type { BroadcastRole, Broadcasts } from './broadcasts.ts';

const waiting: RoomStatus = { state: 'waiting', viewers: 0, codecs: null, bitsPerSecond: 0, fps: 0, loss: 0 };
let opened: Awaited<ReturnType<typeof openTemporaryDatabase>>;
let ended: string[];
let tell: (room: string, status: RoomStatus) => void;
let broadcasts: Broadcasts;

beforeAll(async () => {
  opened = await openTemporaryDatabase();
  await opened.database.as(localOwnerId).transaction((tx) => ensureUser(tx));
}, 60_000);
afterAll(() => opened?.[Symbol.asyncDispose](), 60_000);

beforeEach(async () => {
  ended = [];
  let status = waiting;
  const relay = {
    status: () => status,
    subscribe(listener) {
      tell = (room, now) => {
        status = now;
        listener(room, now);
      };
      return () => true;
    },
    endRoom: (room) => void ended.push(room),
    endRole: (room, role) => void ended.push(`${room} ${role}`),
  } satisfies Partial<Relay>;
  broadcasts = createBroadcasts({
    database: opened.database.as(localOwnerId),
    relay: relay as unknown as Relay,
    vault: await openVault(opened.home),
  });
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: unknown) => (isKinoraError(error) ? error.code : String(error)),
  );

test('a token opens one role of one broadcast, until it is renewed', async () => {
  const [one, other] = [await broadcasts.create({ title: 'One' }), await broadcasts.create({ title: 'Other' })];
  const may = (role: BroadcastRole, token: string, id = one.id) => codeOf(broadcasts.authorise(id, role, token));
  expect(one.watch.token).toMatch(/^[\w-]{43}$/);
  expect([await may('publisher', one.publish.token), await may('viewer', one.watch.token)]).toEqual(['fine', 'fine']);
  for (const [role, token] of [
    ['publisher', one.watch.token],
    ['viewer', one.publish.token],
    ['viewer', other.watch.token],
    ['viewer', one.watch.token.slice(0, -1)],
    ['viewer', ''],
  ] as const)
    expect(await may(role, token)).toBe('auth.forbidden');
  expect(await may('viewer', one.watch.token, 'none')).toBe('resource.missing');
  const renewed = await broadcasts.renew(one.id, 'viewer');
  expect(ended).toEqual([`${one.id} viewer`]);
  expect(await may('viewer', one.watch.token)).toBe('auth.forbidden');
  expect([await may('viewer', renewed.watch.token), await may('publisher', one.publish.token)]).toEqual([
    'fine',
    'fine',
  ]);
});

test('links carry the token behind the hash, those for the network first', async () => {
  broadcasts.setOrigins({ local: 'http://127.0.0.1:4850', shared: ['http://192.0.2.1:4851'] });
  const { id, watch, isShared } = await broadcasts.create({ title: 'One' });
  expect(watch.links).toEqual([
    `http://192.0.2.1:4851/watch/${id}#${watch.token}`,
    `http://127.0.0.1:4850/watch/${id}#${watch.token}`,
  ]);
  expect(isShared).toBe(true);
});

test('what has ended lets nobody in any more, and tells who follows', async () => {
  const { id, watch } = await broadcasts.create({ title: 'One' });
  const follower = broadcasts.follow(id, new AbortController().signal, watch.token)[Symbol.asyncIterator]();
  expect((await follower.next()).value).toMatchObject({ state: 'waiting', title: 'One', viewers: 0 });
  const live = follower.next();
  tell(id, { ...waiting, state: 'live', viewers: 2 });
  expect((await live).value).toMatchObject({ state: 'live', viewers: 2 });
  const over = follower.next();
  expect(await broadcasts.end(id)).toMatchObject({ state: 'ended' });
  expect((await over).value).toMatchObject({ state: 'ended' });
  expect((await follower.next()).done).toBe(true);
  expect(ended).toEqual([id]);
  expect(await codeOf(broadcasts.authorise(id, 'viewer', watch.token))).toBe('broadcast.ended');
});

test('who follows by an old link hears nothing more', async () => {
  const { id, watch } = await broadcasts.create({ title: 'One' });
  const follower = broadcasts.follow(id, new AbortController().signal, watch.token)[Symbol.asyncIterator]();
  await follower.next();
  const next = follower.next();
  await broadcasts.renew(id, 'viewer');
  expect((await next).done).toBe(true);
});
