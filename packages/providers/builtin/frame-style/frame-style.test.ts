import { frameStyle, looks } from '@kinora/capabilities';
import { frameStylerContract, sampleFrame } from '@kinora/capabilities/testing';
import { expect, test } from 'vitest';
import { createPainters } from './index.ts';

const size = { width: 64, height: 64 };
const style = frameStyle.parse({ look: 'anime' });

frameStylerContract({
  name: 'builtin/painters',
  create: () => createPainters({ threads: 2 }),
  dispose: async (model) => {
    await (model as ReturnType<typeof createPainters>)[Symbol.asyncDispose]();
  },
});

test('a frame that waits too long for its turn is given back', async () => {
  await using painters = createPainters({ threads: 1 });
  await using busy = await painters.open({ ...size, style });
  await using other = await painters.open({ ...size, style });
  const first = busy.style(sampleFrame(size), { time: 0 });
  await expect(other.style(sampleFrame(size), { time: 0, maxWaitMs: 0 })).rejects.toMatchObject({
    code: 'provider.timeout',
  });
  await first;
  expect((await other.style(sampleFrame(size), { time: 1, maxWaitMs: 5000 })).isRepeat).toBe(false);
});

test('sessions take turns on a thread', async () => {
  await using painters = createPainters({ threads: 1 });
  const sessions = await Promise.all([0, 1, 2].map(() => painters.open({ ...size, style })));
  const order: number[] = [];
  await Promise.all(
    sessions.map(async (session, index) => {
      for (let step = 0; step < 3; step += 1) {
        await session.style(sampleFrame({ ...size, step }), { time: step });
        order.push(index);
      }
    }),
  );
  expect(order).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
  await Promise.all(sessions.map((session) => session[Symbol.asyncDispose]()));
  expect(painters.load().sessions).toBe(0);
});

test('a session that is alone on its thread leaves room for one that shares another', async () => {
  await using painters = createPainters({ threads: 2 });
  const [one, two, three] = [
    await painters.open({ ...size, style }),
    await painters.open({ ...size, style }),
    await painters.open({ ...size, style }),
  ];
  await two[Symbol.asyncDispose]();
  for (const session of [one, three])
    expect((await session.style(sampleFrame(size), { time: 0 })).image.length).toBeGreaterThan(100);
  expect(painters.load().sessions).toBe(2);
});

test('the built-in painters know every look', async () => {
  await using painters = createPainters({ threads: 1 });
  await using session = await painters.open({ ...size, style });
  for (const [index, look] of looks.entries()) {
    session.setStyle(frameStyle.parse({ look }), { generation: index + 1, blend: 0 });
    const styled = await session.style(sampleFrame({ ...size, step: index }), { time: index });
    expect(styled.generation).toBe(index + 1);
  }
});

test('after the end nothing is painted', async () => {
  const painters = createPainters({ threads: 1 });
  const session = await painters.open({ ...size, style });
  const painting = session.style(sampleFrame(size), { time: 0 });
  const [outcome] = await Promise.all([Promise.allSettled([painting]), painters[Symbol.asyncDispose]()]);
  expect(outcome).toMatchObject([{ status: 'rejected', reason: { code: 'provider.unavailable' } }]);
  await expect(painters.open({ ...size, style })).rejects.toMatchObject({ code: 'provider.unavailable' });
});
