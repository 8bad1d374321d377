import { describe, expect, test } from 'vitest';
import {
  degradationLadder,
  frameAnswer,
  frameHeader,
  openAnswer,
  openRequest,
  scaleSide,
  statusMessage,
} from './schema.ts';

describe('the messages of the live socket', () => {
  test('an open request needs no more than a size and a style', () => {
    const request = openRequest.parse({ protocol: 1, width: 512, height: 512, style: {} });
    expect(request).toMatchObject({ fps: 5, generation: 0, maxBytes: 25_000, style: { look: 'oil' } });
  });

  test.each([
    { width: 500 },
    { width: 56 },
    { width: 1032 },
    { fps: 31 },
    { fps: 0.5 },
    { protocol: 2 },
    { maxBytes: 300_000 },
    { resume: 'a guess' },
  ])('%o is refused', (wrong) => {
    expect(openRequest.safeParse({ protocol: 1, width: 512, height: 512, style: {}, ...wrong }).success).toBe(false);
  });

  test('a frame that is answered is painted or dropped for a reason', () => {
    expect(frameHeader.safeParse({ sequence: 1, generation: 0, capturedAt: 1.5, ageMs: 3 }).success).toBe(true);
    expect(frameAnswer.parse({ sequence: 1, dropped: 'stale' })).toEqual({ sequence: 1, dropped: 'stale' });
    expect(frameAnswer.safeParse({ sequence: 1, dropped: 'because' }).success).toBe(false);
  });

  test('a refusal tells what would be let in', () => {
    const estimate = { capacityFps: 40, promisedFps: 38, askedFps: 15, sessions: 4, retryAfter: null };
    const offer = { width: 384, height: 384, fps: 2 };
    const problem = {
      code: 'provider.unavailable',
      reason: 'busy',
      message: 'Full.',
      estimate: { ...estimate, offer },
    };
    expect(openAnswer.parse({ problem })).toEqual({ problem });
  });

  test('a status counts only the drops there were', () => {
    const spread = { p50: 1, p95: 2 };
    const status = {
      engine: { provider: 'builtin', model: 'painters', label: 'Painters', device: 'cpu', kind: 'painter' },
      generation: 3,
      width: 512,
      height: 512,
      fps: 5,
      isPaused: false,
      framesIn: 5,
      framesOut: 4,
      drops: { stale: 1 },
      repeats: 0,
      bytesIn: 20_000,
      bytesOut: 21_000,
      queuedMs: spread,
      paintedMs: spread,
      server: { sessions: 1, load: 0.2, waiting: 0, capacityFps: 40, promisedFps: 5 },
    };
    expect(statusMessage.parse(status)).toEqual(status);
  });
});

describe('the ladder of degradation', () => {
  test('goes from fewer pixels over fewer frames to the device', () => {
    const rungs = degradationLadder({ width: 512, height: 512, fps: 15 });
    expect(rungs.map(({ width, fps, where }) => [width, fps, where])).toEqual([
      [512, 15, 'server'],
      [384, 15, 'server'],
      [320, 15, 'server'],
      [256, 15, 'server'],
      [256, 10, 'server'],
      [256, 7, 'server'],
      [256, 5, 'server'],
      [256, 3, 'server'],
      [256, 2, 'server'],
      [512, 15, 'device'],
    ]);
  });

  test('never asks for what the socket refuses', () => {
    for (const [width, height, fps] of [
      [64, 64, 1],
      [1024, 576, 30],
      [200, 640, 2],
    ] as const) {
      for (const rung of degradationLadder({ width, height, fps }, { hasDevice: false })) {
        expect(openRequest.safeParse({ protocol: 1, style: {}, ...rung }).error).toBeUndefined();
      }
    }
  });

  test('a side is a multiple of eight', () => {
    expect([scaleSide(100), scaleSide(3), scaleSide(5000), scaleSide(512, 0.625)]).toEqual([104, 64, 1024, 320]);
  });
});
