/** Where a recording's picture moves, and where it becomes another. */
export type Motion = {
  /** Seconds a step. */
  step: number;
  /** Fields of the grid that lies over the upright picture. */
  columns: number;
  rows: number;
  /** How much each field moves, 0 to 255: eight times the mean difference of brightness; by step, row, column. */
  motion: Uint8Array;
  /** Seconds at which the whole picture becomes another. */
  cuts: number[];
};

/** A frame that was looked at: its brightness on a grid of {@link glanceSize}, and when it is shown. */
export type Glance = { time: number; picture: Uint8Array };

/** Sizes of the packets of a picture, in order of time. A sudden change of the picture takes a large packet. */
export type PacketSizes = { times: number[]; bytes: number[]; isKey: boolean[] };

/** Fields of the grid, and pixels of a glance: eight by eight to a field. */
export const grid = { columns: 16, rows: 9 };
export const glanceSize = { width: grid.columns * 8, height: grid.rows * 8 };

const gain = 8;
/** Two glances that are no further apart than this show movement rather than another scene, in seconds. */
const together = 0.6;
/** Mean difference of brightness from which on the whole picture has become another. */
const cutLevel = { sudden: 16, between: 5 };
/** How many times larger than usual the packet of a cut is. */
const spike = 5;

/** How much each field of the grid moves in each second; where nobody looked, as at the nearest moment before or after. */
export function motionOf(glances: readonly Glance[], steps: number): Uint8Array {
  const fields = grid.columns * grid.rows;
  const sums = new Float32Array(steps * fields);
  const counts = new Uint16Array(steps);
  for (let at = 1; at < glances.length; at++) {
    const [before, after] = [glances[at - 1]!, glances[at]!];
    if (after.time - before.time > together || after.time <= before.time) continue;
    if (difference(before.picture, after.picture) > cutLevel.sudden) continue;
    const step = Math.min(steps - 1, Math.floor(before.time));
    addFields(sums.subarray(step * fields, (step + 1) * fields), before.picture, after.picture);
    counts[step]!++;
  }
  const motion = new Uint8Array(steps * fields);
  for (let step = 0; step < steps; step++) {
    const near = nearest(counts, step);
    if (near === undefined) continue;
    for (let field = 0; field < fields; field++) {
      motion[step * fields + field] = Math.min(255, Math.round((gain * sums[near * fields + field]!) / counts[near]!));
    }
  }
  return motion;
}

/** A moment at which the picture may become another. `isSure` where nothing has to be looked at again. */
export type Change = { time: number; bytes: number; isSure: boolean };

/** Moments at which the picture becomes another or may do so, in order. */
export function changesOf(glances: readonly Glance[], sizes: PacketSizes): Change[] {
  const changes = new Map<number, Change>();
  const usual = usualKeys(sizes);
  for (let at = 1; at < glances.length; at++) {
    const [before, after] = [glances[at - 1]!, glances[at]!];
    const change = difference(before.picture, after.picture);
    if (change < cutLevel.between) continue;
    const found = largestPacket(sizes, { from: before.time, to: after.time, usual });
    if (found) changes.set(found.time, found);
    else if (change > cutLevel.sudden && after.time - before.time <= together) {
      changes.set(after.time, { time: after.time, bytes: 0, isSure: true });
    }
  }
  return [...changes.values()].toSorted((a, b) => a.time - b.time);
}

/** Whether two neighbouring frames show another picture: a third of the fields differ. What scrolls or pops up changes less. */
export function isOther(one: Uint8Array, two: Uint8Array): boolean {
  const sums = new Float32Array(grid.columns * grid.rows);
  addFields(sums, one, two);
  return sums.filter((sum) => sum > 3).length >= sums.length / 3;
}

/** When the packet is shown that is far larger than its neighbours; of key frames, only those that came out of turn count. */
function largestPacket(
  { times, bytes, isKey }: PacketSizes,
  { from, to, usual }: { from: number; to: number; usual: { keyBytes: number; spacing: number } },
): Change | undefined {
  let best: Change | undefined;
  let lastKey = -Infinity;
  const local = localBytes({ times, bytes, isKey }, from, to);
  for (let at = firstAfter(times, from - 2 * usual.spacing); at < times.length && times[at]! <= to + 0.001; at++) {
    const time = times[at]!;
    const isOutOfTurn = isKey[at] && time - lastKey < usual.spacing * 0.9;
    if (isKey[at]) lastKey = time;
    if (time <= from + 0.001) continue;
    const isLarge = isKey[at] ? isOutOfTurn : bytes[at]! > Math.max(local * spike, usual.keyBytes * 0.2);
    if (!isLarge || bytes[at]! <= (best?.bytes ?? 0)) continue;
    const isSure = isOutOfTurn === true || bytes[at]! > usual.keyBytes * 0.7;
    best = { time, bytes: bytes[at]!, isSure };
  }
  return best;
}

/** Medians: bytes of key frames, and seconds from one key frame to the next. */
function usualKeys({ times, bytes, isKey }: PacketSizes): { keyBytes: number; spacing: number } {
  const keyTimes = times.filter((_, at) => isKey[at]);
  return {
    keyBytes: median(bytes.filter((_, at) => isKey[at])),
    spacing: Math.max(0, median(keyTimes.slice(1).map((time, at) => time - keyTimes[at]!))),
  };
}

/** Bytes that a frame takes there, key frames aside: in a game that scrolls, many. */
function localBytes({ times, bytes, isKey }: PacketSizes, from: number, to: number): number {
  const near: number[] = [];
  for (let at = firstAfter(times, from); at < times.length && times[at]! <= to; at++) {
    if (!isKey[at]) near.push(bytes[at]!);
  }
  return median(near);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Mean difference of brightness, 0 to 255. */
export function difference(one: Uint8Array, two: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += Math.abs(one[at]! - two[at]!);
  return sum / one.length;
}

function addFields(sums: Float32Array, one: Uint8Array, two: Uint8Array): void {
  const { width, height } = glanceSize;
  for (let y = 0, at = 0; y < height; y++) {
    const row = (y >> 3) * grid.columns;
    for (let x = 0; x < width; x++, at++) sums[row + (x >> 3)]! += Math.abs(one[at]! - two[at]!) / 64;
  }
}

function nearest(counts: Uint16Array, step: number): number | undefined {
  for (let far = 0; far < counts.length; far++) {
    if (counts[step - far]) return step - far;
    if (counts[step + far]) return step + far;
  }
  return undefined;
}

function firstAfter(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
