import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createRing, frameArrives, readFrame, wakeReader, writeFrame } from './ring.ts';

test('hands every frame over once and in order, with more frames than slots', async () => {
  const ring = createRing({ slots: 3 });
  const memory = new Uint8Array(new SharedArrayBuffer(3));
  const frames = 200;
  const writer = new Worker(
    `const { workerData } = require('node:worker_threads');
     import(workerData.module).then(({ writeFrame }) => {
       for (let frame = 0; frame < workerData.frames; frame++) {
         writeFrame(workerData.ring, 7, (slot) => { workerData.memory[slot] = frame; });
       }
     });`,
    { eval: true, workerData: { module: new URL('./ring.ts', import.meta.url).href, ring, memory, frames } },
  );
  const seen: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    expect(await frameArrives(ring)).toBe(7);
    readFrame(ring, (slot) => seen.push(memory[slot]!));
  }
  await writer.terminate();
  expect(seen).toEqual(Array.from({ length: frames }, (_, frame) => frame % 256));
});

test('a reader waits for a frame that is not there yet', async () => {
  const ring = createRing({ slots: 2 });
  const arriving = frameArrives(ring);
  writeFrame(ring, 3, (slot) => expect(slot).toBe(0));
  expect(await arriving).toBe(3);
});

test('a reader that waits is told when no frame will come', async () => {
  const ring = createRing({ slots: 2 });
  let isOver = false;
  const arriving = frameArrives(ring, () => isOver);
  isOver = true;
  wakeReader(ring);
  expect(await arriving).toBeUndefined();
});
