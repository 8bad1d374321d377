/**
 * Who may touch which of some frames in shared memory: one thread writes them, another reads them, in turn. Nothing is copied
 * between the two.
 */
export type FrameRing = { counters: SharedArrayBuffer; slots: number };

const written = 0;
const read = 1;
/** From here on, for each slot: whose frame lies in it. */
const owners = 2;

/** Makes a ring of `slots` frames. */
export function createRing({ slots }: { slots: number }): FrameRing {
  return { counters: new SharedArrayBuffer((owners + slots) * 4), slots };
}

/** Waits, blocking, for a free slot; fills it; hands it over as one of `owner`, a number. For the thread that draws. */
export function writeFrame(ring: FrameRing, owner: number, fill: (slot: number) => void): void {
  const counters = new Int32Array(ring.counters);
  const index = Atomics.load(counters, written);
  for (let done = Atomics.load(counters, read); index - done >= ring.slots; done = Atomics.load(counters, read)) {
    Atomics.wait(counters, read, done);
  }
  fill(index % ring.slots);
  Atomics.store(counters, owners + (index % ring.slots), owner);
  Atomics.store(counters, written, index + 1);
  Atomics.notify(counters, written);
}

/**
 * Waits, without blocking, until there is a frame to read or `isOver` says that none will come. For the thread that encodes.
 * @returns Whose frame it is; undefined when none will come.
 */
export async function frameArrives(ring: FrameRing, isOver: () => boolean = () => false): Promise<number | undefined> {
  const counters = new Int32Array(ring.counters);
  const index = Atomics.load(counters, read);
  for (let made = Atomics.load(counters, written); made <= index; made = Atomics.load(counters, written)) {
    if (isOver()) return undefined;
    const wait = Atomics.waitAsync(counters, written, made);
    if (wait.async) await wait.value;
  }
  return Atomics.load(counters, owners + (index % ring.slots));
}

/** Lets `use` read the next frame, which has arrived, and frees its slot. */
export function readFrame(ring: FrameRing, use: (slot: number) => void): void {
  const counters = new Int32Array(ring.counters);
  const index = Atomics.load(counters, read);
  use(index % ring.slots);
  Atomics.store(counters, read, index + 1);
  Atomics.notify(counters, read);
}

/** Wakes a reader that waits for a frame which won't come. */
export function wakeReader(ring: FrameRing): void {
  Atomics.notify(new Int32Array(ring.counters), written);
}
