import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createRing, readFrame, writeFrame } from './ring.ts';

test('hands every frame over once and in order, with more frames than slots', async () => {
  const ring = createRing({ slots: 3, frameBytes: 16 });
  const frames = 200;
  const writer = new Worker(
    `const { workerData } = require('node:worker_threads');
     import(workerData.module).then(({ writeFrame }) => {
       for (let frame = 0; frame < workerData.frames; frame++) writeFrame(workerData.ring, (slot) => slot.fill(frame));
     });`,
    { eval: true, workerData: { module: new URL('./ring.ts', import.meta.url).href, ring, frames } },
  );
  const seen: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    await readFrame(ring, (slot) => {
      expect(slot).toHaveLength(16);
      expect(slot[0]).toBe(slot[15]);
      seen.push(slot[0]!);
    });
  }
  await writer.terminate();
  expect(seen).toEqual(Array.from({ length: frames }, (_, frame) => frame % 256));
});

test('a reader waits for a frame that is not there yet', async () => {
  const ring = createRing({ slots: 2, frameBytes: 1 });
  const reading = readFrame(ring, (slot) => expect(slot[0]).toBe(7));
  writeFrame(ring, (slot) => slot.fill(7));
  await reading;
});
