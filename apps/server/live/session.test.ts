import type { FrameStyler, StylerOptions } from '@kinora/capabilities';
import { openRequest } from '@kinora/studios/live-style/schema';
import { expect, test } from 'vitest';
import { createCosts } from './admission.ts';
import { openLiveSession } from './session.ts';

test('an engine is told what the page wishes, and is left its own mind where the page wishes nothing', async () => {
  const told: StylerOptions[] = [];
  const engine: FrameStyler = {
    provider: 'test',
    modelId: 'engine',
    async open(options) {
      told.push(options);
      return {
        setStyle: () => {},
        style: () => Promise.reject(new Error('no frame comes')),
        [Symbol.asyncDispose]: async () => {},
      };
    },
    load: () => ({ device: 'cpu', sessions: 0 }),
  };
  const open = async (wishes: object) => {
    const session = await openLiveSession({
      id: 'session',
      request: openRequest.parse({ protocol: 1, width: 512, height: 512, style: {}, ...wishes }),
      engine,
      costs: createCosts(engine),
      observer: { frame: () => {}, painted: () => {} },
      onLost: () => {},
      signal: new AbortController().signal,
    });
    await session.close();
  };
  await open({});
  await open({ skip: { threshold: 0, refreshSeconds: 5 }, smoothing: 0.4, maxBytes: 9000, seed: 7 });
  expect(told[0]).toMatchObject({ skip: { threshold: 0.004, refreshSeconds: 1 }, maxBytes: 25_000, seed: 1 });
  expect(told[0]).not.toHaveProperty('smoothing');
  expect(told[1]).toMatchObject({ skip: { threshold: 0, refreshSeconds: 5 }, smoothing: 0.4, maxBytes: 9000, seed: 7 });
});
