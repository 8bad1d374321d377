import { expect, test } from 'vitest';
import { rememberSessions } from './session-memory.ts';

function setUp() {
  const state = { time: 0, asked: 0, sessions: new Set(['mia']) };
  const isSession = rememberSessions(
    async (session) => {
      state.asked += 1;
      return state.sessions.has(session);
    },
    { now: () => state.time },
  );
  return { state, isSession };
}

test('asks the database once in ten seconds for a session that is there', async () => {
  const { state, isSession } = setUp();
  expect(await Promise.all([isSession('mia'), isSession('mia'), isSession('mia')])).toEqual([true, true, true]);
  state.time = 9_999;
  expect(await isSession('mia')).toBe(true);
  expect(state.asked).toBe(1);
  state.sessions.clear();
  state.time = 10_000;
  expect(await isSession('mia')).toBe(false);
});

test('asks again each time for one that is not there, so that it works as soon as it is', async () => {
  const { state, isSession } = setUp();
  expect(await isSession('ben')).toBe(false);
  state.sessions.add('ben');
  expect(await isSession('ben')).toBe(true);
});
