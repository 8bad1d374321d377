import { frameStyle } from '@kinora/capabilities';
import type { StylerFrame } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { createPaintingPool } from './pool.ts';

const thread = new URL('./__fixtures__/faulty-thread.ts', import.meta.url);
const asked = { width: 64, height: 64, style: frameStyle.parse({}), output: 'image/x-rgba' as const };

/** A frame of one level. */
const frame = (level: number): StylerFrame => ({
  image: new Uint8Array(64 * 64 * 4).fill(level),
  mediaType: 'image/x-rgba',
});

test.each([
  ['dies', 1],
  ['hangs', 2],
])('a thread that %s takes its sessions along, and the next session gets a new one', async (_, level) => {
  await using pool = createPaintingPool({ size: 1, thread, hangMs: 400 });
  await using session = await pool.open(asked);
  await using other = await pool.open(asked);
  expect((await session.style(frame(9), { time: 0 })).image[0]).toBe(9);
  const lost = await Promise.allSettled([session.style(frame(level), { time: 1 }), other.style(frame(9), { time: 1 })]);
  expect(lost).toMatchObject([{ reason: { code: 'provider.failed' } }, { reason: { code: 'provider.failed' } }]);
  await expect(session.style(frame(9), { time: 2 })).rejects.toMatchObject({ code: 'provider.unavailable' });
  await using next = await pool.open(asked);
  expect((await next.style(frame(7), { time: 0 })).image[0]).toBe(7);
});

test('a thread that died is not waited for', async () => {
  await using pool = createPaintingPool({ size: 1, thread, hangMs: 60_000 });
  await using session = await pool.open(asked);
  const timers = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
  const before = timers();
  await expect(session.style(frame(1), { time: 0 })).rejects.toMatchObject({ code: 'provider.failed' });
  expect(timers()).toBeLessThanOrEqual(before);
});

test('smoothing mixes the picture before into the next one', async () => {
  await using pool = createPaintingPool({ size: 1, thread });
  await using session = await pool.open({ ...asked, smoothing: 0.5 });
  const levels = [];
  for (const level of [100, 200, 200, 200]) {
    levels.push((await session.style(frame(level), { time: levels.length })).image[0]);
  }
  expect(levels).toEqual([100, 150, 175, 188]);
});

test('a frame of a closed session is given back, and the others go on', async () => {
  await using pool = createPaintingPool({ size: 1, thread });
  await using one = await pool.open(asked);
  const two = await pool.open(asked);
  const painting = [one.style(frame(9), { time: 0 }), two.style(frame(9), { time: 0 })];
  await two[Symbol.asyncDispose]();
  expect(await Promise.allSettled(painting)).toMatchObject([
    { status: 'fulfilled' },
    { reason: { code: 'provider.unavailable' } },
  ]);
  expect(pool.load()).toMatchObject({ sessions: 1, parallel: 1 });
});
