import type { DropReason as WireReason } from '@kinora/studios/live-style/schema';

/** Why a frame of the camera gave no picture: `rate` is left out on purpose, to keep to the pictures a second that were asked for. */
export type DropReason = WireReason | 'rate';

/** What is known about a frame that was shown. Times in milliseconds. */
export type ShownFrame = {
  /** On the clock of `performance.now()`. */
  capturedAt: number;
  /** The style it was painted in. */
  generation: number;
  /** Painting alone. */
  paintedMs?: number;
  /** Packing before it left and unpacking after it came back. */
  packedMs?: number;
  /** Waiting on the server. */
  queuedMs?: number;
  /** On the way, both directions. */
  travelledMs?: number;
  /** Bytes to the server and back. */
  bytesOut?: number;
  bytesIn?: number;
};

/** What the panel shows. Times in milliseconds, rates per second, of the last ten seconds. */
export type Figures = {
  /** From the camera to the screen. */
  delay: { p50: number; p95: number } | null;
  /** Where that time goes, middle values; what doesn't occur is absent. */
  parts: { camera: number; painting: number; packing?: number; waiting?: number; travel?: number } | null;
  /** Seconds from asking for a style to seeing it, last time. */
  promptToVisible: number | null;
  framesIn: number;
  framesOut: number;
  drops: Partial<Record<DropReason, number>>;
  kilobytesOut: number | null;
  kilobytesIn: number | null;
  /** One delay a second of the last minute, oldest first. */
  minute: number[];
};

const windowMs = 10_000;

/**
 * Keeps what happens to frames and says how it goes. Nothing is allocated per frame but one small record, and records
 * older than ten seconds are let go.
 */
export class FigureBook {
  #shown: (ShownFrame & { shownAt: number })[] = [];
  #taken: number[] = [];
  #dropped: { at: number; reason: DropReason }[] = [];
  #minute: number[] = [];
  #minuteAt = 0;
  #asked: { generation: number; at: number } | null = null;
  #promptToVisible: number | null = null;

  /** A frame came from the camera. */
  take(at: number): void {
    this.#taken.push(at);
  }

  /** A frame of the camera won't be painted. */
  drop(reason: DropReason, at: number): void {
    this.#dropped.push({ at, reason });
  }

  /** Another style was asked for. */
  ask(generation: number, at: number): void {
    this.#asked = { generation, at };
  }

  /** A painted frame is on the screen. */
  show(frame: ShownFrame, shownAt: number): void {
    this.#shown.push({ ...frame, shownAt });
    if (this.#asked && frame.generation >= this.#asked.generation && frame.capturedAt >= this.#asked.at) {
      this.#promptToVisible = (shownAt - this.#asked.at) / 1000;
      this.#asked = null;
    }
  }

  /** Forgets the past, e.g. when another engine paints. */
  clear(): void {
    this.#shown = [];
    this.#taken = [];
    this.#dropped = [];
  }

  read(now: number): Figures {
    const since = now - windowMs;
    this.#shown = this.#shown.filter(({ shownAt }) => shownAt >= since);
    this.#taken = this.#taken.filter((at) => at >= since);
    this.#dropped = this.#dropped.filter(({ at }) => at >= since);
    const shown = this.#shown;
    const delays = shown.map(({ capturedAt, shownAt }) => shownAt - capturedAt);
    const delay = delays.length > 0 ? { p50: quantile(delays, 0.5), p95: quantile(delays, 0.95) } : null;
    if (delay && now - this.#minuteAt >= 1000) {
      const lately = shown.filter(({ shownAt }) => shownAt > this.#minuteAt);
      this.#minuteAt = now;
      if (lately.length > 0) this.#minute.push(Math.max(...lately.map((frame) => frame.shownAt - frame.capturedAt)));
      if (this.#minute.length > 60) this.#minute.shift();
    }
    const drops: Figures['drops'] = {};
    for (const { reason } of this.#dropped) drops[reason] = (drops[reason] ?? 0) + 1;
    return {
      delay,
      parts: delay && partsOf(shown, delay.p50),
      promptToVisible: this.#promptToVisible,
      framesIn: rate(this.#taken, now),
      framesOut: rate(
        shown.map(({ shownAt }) => shownAt),
        now,
      ),
      drops,
      kilobytesOut: mean(shown.flatMap(({ bytesOut }) => (bytesOut === undefined ? [] : [bytesOut / 1000]))),
      kilobytesIn: mean(shown.flatMap(({ bytesIn }) => (bytesIn === undefined ? [] : [bytesIn / 1000]))),
      minute: [...this.#minute],
    };
  }
}

/** The value below which the given part of all values lies; 0 of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function partsOf(shown: readonly ShownFrame[], delay: number): NonNullable<Figures['parts']> {
  const middle = (key: 'paintedMs' | 'packedMs' | 'queuedMs' | 'travelledMs') => {
    const values = shown.flatMap((frame) => frame[key] ?? []);
    return values.length > 0 ? quantile(values, 0.5) : undefined;
  };
  const [painting = 0, packing, waiting, travel] = [
    middle('paintedMs'),
    middle('packedMs'),
    middle('queuedMs'),
    middle('travelledMs'),
  ];
  return {
    camera: Math.max(0, delay - painting - (packing ?? 0) - (waiting ?? 0) - (travel ?? 0)),
    painting,
    ...(packing !== undefined && { packing }),
    ...(waiting !== undefined && { waiting }),
    ...(travel !== undefined && { travel }),
  };
}

/** Events a second since the first of them, so that a short while counts as well as a long one. */
function rate(times: readonly number[], now: number): number {
  const [first] = times;
  return first === undefined || times.length < 2 ? 0 : times.length / ((now - first) / 1000);
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}
