import type { FrameStyler } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { admit, createCosts } from './admission.ts';
import { createAdviser } from './advice.ts';
import type { Strain } from './advice.ts';
import { createPace, createTransit } from './pace.ts';
import { createWindow } from './window.ts';

const engine: FrameStyler = {
  provider: 'test',
  modelId: 'engine',
  open: () => Promise.reject(new Error('not here')),
  load: () => ({ device: 'cpu', sessions: 0, parallel: 2 }),
};
const asked = { width: 512, height: 512, fps: 5, look: 'oil' } as const;

test('sessions come in until the engine is full, and the next is told what would fit', () => {
  const costs = createCosts(engine);
  for (let frame = 0; frame < 200; frame += 1) costs.note(asked, 80);
  expect(costs.of(asked)).toBeCloseTo(80);
  expect(costs.of({ ...asked, width: 256, height: 256 })).toBeCloseTo(26);
  expect(admit(asked, [asked, asked, asked], { engine, costs }).isAdmitted).toBe(true);
  const full = admit(asked, [asked, asked, asked, asked], { engine, costs });
  expect(full).toMatchObject({
    isAdmitted: false,
    estimate: {
      capacityFps: 21.3,
      promisedFps: 20,
      askedFps: 5,
      sessions: 4,
      offer: { width: 256, height: 256, fps: 3 },
    },
  });
  expect(admit(asked, Array(5).fill(asked), { engine, costs }).estimate.offer).toBeNull();
});

test('whoever is alone comes in, however much it asks for', () => {
  const costs = createCosts(engine);
  const large = { ...asked, width: 1024, height: 1024, fps: 30 };
  expect(admit(large, [], { engine, costs }).isAdmitted).toBe(true);
  expect(admit(large, [asked], { engine, costs }).isAdmitted).toBe(false);
});

test('advises a rung down after three seconds of strain, and one up after a long calm', () => {
  const adviser = createAdviser({ width: 512, height: 512, fps: 5 });
  const easy: Strain = { width: 512, height: 512, fps: 5, framesIn: 5, framesOut: 5, lost: 0, answerMs: 80, load: 0.2 };
  const fits = { fits: () => true };
  for (let second = 0; second < 30; second += 1) expect(adviser.look(easy, fits)).toBeNull();
  const hard = { ...easy, lost: 3, framesOut: 2 };
  expect([adviser.look(hard, fits), adviser.look(hard, fits)]).toEqual([null, null]);
  expect(adviser.look(hard, fits)).toMatchObject({ advice: 'smaller', width: 384, height: 384, fps: 5 });
  const small = { ...easy, width: 384, height: 384 };
  const advices = Array.from({ length: 25 }, () => adviser.look(small, fits)).filter((advice) => advice !== null);
  expect(advices).toMatchObject([{ advice: 'restore', width: 512, height: 512 }]);
  const never = Array.from({ length: 60 }, () => adviser.look(small, { fits: () => false }));
  expect(never.every((advice) => advice === null)).toBe(true);
});

test('advises the device itself at the end of the ladder', () => {
  const adviser = createAdviser({ width: 512, height: 512, fps: 5 });
  let at = { width: 512, height: 512, fps: 5 };
  const told = [];
  for (let second = 0; second < 60; second += 1) {
    const strain = { ...at, framesIn: 2, framesOut: 1, lost: 0, answerMs: 480, load: 1 };
    const advice = adviser.look(strain, { fits: () => false });
    if (!advice) continue;
    told.push(advice.advice);
    if (advice.advice === 'on-device') break;
    at = { width: advice.width, height: advice.height, fps: advice.fps };
  }
  expect(told).toEqual(['smaller', 'smaller', 'smaller', 'slower', 'slower', 'on-device']);
});

test('tells how long a frame waited on its way, whatever the clocks say', () => {
  const transit = createTransit();
  expect(transit.note(1000, 901_020)).toBe(0);
  expect(transit.note(1200, 901_850)).toBe(630);
  expect(transit.note(1400, 901_410)).toBe(0);
});

test('lets in what was agreed on, and no flood', () => {
  const pace = createPace();
  const regular = Array.from({ length: 50 }, (_, frame) => pace.allows(frame * 200, 5));
  expect(regular.every(Boolean)).toBe(true);
  const flood = Array.from({ length: 1000 }, (_, frame) => pace.allows(20_000 + frame, 5));
  expect(flood.filter(Boolean)).toHaveLength(3 + 5);
});

test('forgets what is over', () => {
  let now = 0;
  const window = createWindow({ seconds: 10, now: () => now });
  for (let value = 1; value <= 100; value += 1) {
    now += 50;
    window.add(value);
  }
  expect(window.spread()).toEqual({ p50: 51, p95: 96 });
  expect(window.values(1)).toHaveLength(21);
  now += 20_000;
  expect([window.spread().p95, window.mean(), window.values().length]).toEqual([0, 0, 0]);
});
