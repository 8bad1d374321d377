/** A ring of frames in shared memory: one thread writes, another reads, nothing is copied between them or allocated. */
export type FrameRing = { memory: SharedArrayBuffer; slots: number; frameBytes: number };

const written = 0;
const read = 1;
const headerBytes = 64;

/** Makes a ring of `slots` frames of `frameBytes` bytes. */
export function createRing({ slots, frameBytes }: { slots: number; frameBytes: number }): FrameRing {
  return { memory: new SharedArrayBuffer(headerBytes + slots * frameBytes), slots, frameBytes };
}

/** Waits, blocking, for a free slot; fills it; hands it over. For the thread that draws. */
export function writeFrame(ring: FrameRing, fill: (slot: Uint8Array) => void): void {
  const counters = new Int32Array(ring.memory, 0, 2);
  const index = Atomics.load(counters, written);
  for (let done = Atomics.load(counters, read); index - done >= ring.slots; done = Atomics.load(counters, read)) {
    Atomics.wait(counters, read, done);
  }
  fill(slot(ring, index));
  Atomics.store(counters, written, index + 1);
  Atomics.notify(counters, written);
}

/** Waits, without blocking, for the next frame; lets `use` read it; frees its slot. For the thread that encodes. */
export async function readFrame(ring: FrameRing, use: (slot: Uint8Array) => void): Promise<void> {
  const counters = new Int32Array(ring.memory, 0, 2);
  const index = Atomics.load(counters, read);
  for (let made = Atomics.load(counters, written); made <= index; made = Atomics.load(counters, written)) {
    const wait = Atomics.waitAsync(counters, written, made);
    if (wait.async) await wait.value;
  }
  use(slot(ring, index));
  Atomics.store(counters, read, index + 1);
  Atomics.notify(counters, read);
}

function slot(ring: FrameRing, index: number): Uint8Array {
  return new Uint8Array(ring.memory, headerBytes + (index % ring.slots) * ring.frameBytes, ring.frameBytes);
}
