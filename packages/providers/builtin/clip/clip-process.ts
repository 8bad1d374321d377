import { KinoraError } from '@kinora/capabilities/errors';
import { serveParent } from '@kinora/media/video/child';
import { createFrames, frameBytes } from '@kinora/media/video/compositing';
import type { Frames } from '@kinora/media/video/compositing';
import { createSegmentEncoder } from '@kinora/media/video/encoding';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ClipRequest } from './clip.ts';
import type { DrawAnswer, DrawJob } from './draw-thread.ts';
import { createRing, frameArrives, readFrame, wakeReader } from './ring.ts';
import type { FrameRing } from './ring.ts';
import { createStageKeeper } from './stage-keeper.ts';

/** Frames between drawing and encoding: enough that neither waits for the other's slow moments. */
const slots = 10;

// Three threads: one takes pictures apart, one draws frames, and this one encodes them. Clips come one after the other, so
// that while one is finished the next is being drawn and the picture of the one after that prepared.
const drawer = new Worker(new URL('./draw-thread.ts', import.meta.url));
drawer.unref();
// Without it the process is of no use: the next request starts another.
drawer.once('error', (error) => {
  console.error(error);
  process.exit(1);
});
const failures = new Map<number, KinoraError>();
/** The rings of clips that are being drawn. */
const rings = new Map<number, FrameRing>();
drawer.on('message', (answer: DrawAnswer) => {
  if (answer.type !== 'failed') return;
  failures.set(answer.id, new KinoraError(answer.code, answer.message));
  const ring = rings.get(answer.id);
  if (ring) wakeReader(ring);
});

const stages = createStageKeeper();
let room: { frames: Frames; ring: FrameRing } | undefined;
let count = 0;
let posting: Promise<unknown> = Promise.resolve();
let encoding: Promise<unknown> = Promise.resolve();

serveParent(async (request: ClipRequest, { onProgress }) => {
  const id = ++count;
  const from = stages.hold(request.from, request);
  const to = request.to && stages.hold(request.to, request);
  const held = to ? [from, to] : [from];
  const posted = posting.then(async () => {
    await Promise.all(held.map(({ parts }) => parts));
    const { frames, ring } = roomFor(request);
    const changes = await stages.changesFor(held);
    rings.set(id, ring);
    drawer.postMessage({ id, request, ring, frames, from: from.key, to: to?.key, ...changes } satisfies DrawJob);
    return { frames, ring };
  });
  posting = posted.catch(() => undefined);
  const encoded = encoding.then(async () => {
    const { frames, ring } = await posted;
    return await encode(request, { id, frames, ring, onProgress });
  });
  encoding = encoded.catch(() => undefined);
  try {
    return await encoded;
  } finally {
    for (const each of held) stages.release(each);
    rings.delete(id);
    failures.delete(id);
  }
});

async function encode(
  { width, height, fps, frames: length }: ClipRequest,
  { id, frames, ring, onProgress }: { id: number; frames: Frames; ring: FrameRing; onProgress(part: number): void },
): Promise<Uint8Array> {
  using encoder = createSegmentEncoder({ width, height, fps });
  for (let frame = 0; frame < length; frame++) {
    // Nothing arrives, or already a frame of the next clip, when this one could not be drawn.
    if ((await frameArrives(ring, () => failures.has(id))) !== id) throw await failureOf(id);
    readFrame(ring, (slot) => encoder.addYuv(frameBytes(frames, slot)));
    // Where drawing is always ahead nothing else would be heard: of further clips and of prepared pictures.
    await setImmediate();
    onProgress((frame + 1) / length);
  }
  return encoder.finish();
}

/** Why a clip could not be drawn. The frames of the next may arrive before the word of it. */
async function failureOf(id: number): Promise<KinoraError> {
  while (!failures.has(id)) await once(drawer, 'message');
  return failures.get(id)!;
}

/** Frames of the size; one more than the ring has is the drawer's own. */
function roomFor({ width, height }: ClipRequest): { frames: Frames; ring: FrameRing } {
  if (room?.frames.width !== width || room.frames.height !== height) {
    stages.forgetOpened();
    room = { frames: createFrames({ width, height, count: slots + 1 }), ring: createRing({ slots }) };
  }
  return room;
}
