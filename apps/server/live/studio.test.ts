import { KinoraError } from '@kinora/capabilities';
import type { FrameStyler, StylerOptions } from '@kinora/capabilities';
import { openRequest } from '@kinora/studios/live-style/schema';
import { beforeEach, expect, test } from 'vitest';
import type { LiveEngines } from './engines.ts';
import { openLiveStudio } from './studio.ts';
import type { LivePage, LiveStudio } from './studio.ts';

/** What an engine was asked to open; each waits until it is settled. */
type Opening = PromiseWithResolvers<void> & { asked: StylerOptions; isDisposed: boolean };

let openings: Opening[];
let isReady: boolean;
let studio: LiveStudio;

const createEngine = (modelId: string): FrameStyler => ({
  provider: 'test',
  modelId,
  async open(asked) {
    const opening: Opening = { ...Promise.withResolvers<void>(), asked, isDisposed: false };
    openings.push(opening);
    if (isReady) opening.resolve();
    await opening.promise;
    return {
      setStyle() {},
      style: () => Promise.reject(new Error('not here')),
      async [Symbol.asyncDispose]() {
        opening.isDisposed = true;
        throw new Error('gone');
      },
    };
  },
  load: () => ({ device: 'cpu', sessions: 0, parallel: 1, framesPerSecond: 10 }),
});

beforeEach(() => {
  openings = [];
  isReady = true;
  const engines = new Map(['one', 'two'].map((name) => [name, createEngine(name)]));
  studio = openLiveStudio({
    engines: {
      list: async () => [],
      find: async (asked) => engines.get(asked?.model ?? 'one')!,
      describe: ({ provider, modelId }) => ({
        provider,
        model: modelId,
        label: modelId,
        device: 'cpu',
        kind: 'painter',
      }),
      checkWords: async () => {},
    } satisfies LiveEngines,
    observer: { frame() {}, painted() {}, refused() {} },
  });
});

const page = (): LivePage => ({ tell() {}, leave() {} });
const request = (more: object = {}) =>
  openRequest.parse({ protocol: 1, width: 512, height: 512, fps: 5, style: {}, ...more });
const open = async (more: object = {}) => {
  const answer = await studio.open(request(more), page());
  if ('problem' in answer) throw new Error(answer.problem.message);
  return studio.find(answer.session.sessionId)!;
};

test('an engine that takes its time holds nobody up who asks for another', async () => {
  isReady = false;
  const slow = open({ engine: { provider: 'test', model: 'one' } });
  await expect.poll(() => openings.length).toBe(1);
  isReady = true;
  expect((await open({ engine: { provider: 'test', model: 'two' } })).engine.modelId).toBe('two');
  openings[0]!.resolve();
  expect((await slow).engine.modelId).toBe('one');
});

test('of two that come at once for the last place one gets it', async () => {
  isReady = false;
  const [first, second] = [open(), open()];
  await expect(second).rejects.toThrow('slow everybody');
  openings[0]!.resolve();
  await first;
  expect(studio.stats().sessions).toBe(1);
});

test('a size that can’t be had changes nothing', async () => {
  const session = await open();
  isReady = false;
  const adjusting = studio.adjust(session, { width: 256, height: 256, fps: 5 });
  await expect.poll(() => openings.length).toBe(2);
  openings[1]!.reject(new KinoraError('provider.failed', 'No memory.'));
  expect(await adjusting).toMatchObject({ problem: { code: 'provider.failed' } });
  expect([session.settings, openings[0]!.isDisposed]).toEqual([{ width: 512, height: 512, fps: 5 }, false]);
});

test('sizes that are asked for at once follow each other, and no painter is left over', async () => {
  const session = await open();
  const sizes = [256, 384].map((width) => studio.adjust(session, { width, height: 256, fps: 5 }));
  expect(await Promise.all(sizes)).toMatchObject([{ session: { width: 256 } }, { session: { width: 384 } }]);
  expect(openings.map(({ asked, isDisposed }) => [asked.width, isDisposed])).toEqual([
    [512, true],
    [256, true],
    [384, false],
  ]);
});

test('a session that can’t go on for a page that came back is refused and over, not an error of the server', async () => {
  const session = await open();
  isReady = false;
  const resuming = studio.open(request({ width: 256, resume: session.id }), page());
  await expect.poll(() => openings.length).toBe(2);
  openings[1]!.reject(new KinoraError('provider.failed', 'No memory.'));
  expect(await resuming).toMatchObject({ problem: { code: 'provider.failed' } });
  expect([session.isClosed, studio.stats().sessions]).toEqual([true, 0]);
});

test('what is opened while the server stops is closed', async () => {
  isReady = false;
  const opening = open();
  await expect.poll(() => openings.length).toBe(1);
  await studio[Symbol.asyncDispose]();
  openings[0]!.resolve();
  await opening.catch(() => {});
  expect([openings[0]!.isDisposed, studio.stats().sessions]).toEqual([true, 0]);
});
