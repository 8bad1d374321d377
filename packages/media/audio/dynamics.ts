import { interSamplePeak } from './loudness.ts';

/** Settings of {@link compress}. */
export type CompressorOptions = {
  sampleRate: number;
  /** Level from which gain is reduced, dBFS. */
  thresholdDb: number;
  /** Decibels in for one decibel out above the threshold, ≥ 1. */
  ratio: number;
  /** Width of the bend around the threshold in decibels. Default 6. */
  kneeDb?: number;
  /** Seconds. Default 0.01. */
  attack?: number;
  /** Seconds. Default 0.15. */
  release?: number;
};

/**
 * Evens out levels (feed-forward, soft knee, smoothed in decibels: Giannoulis et al., JAES 2012). All channels get the
 * same gain, so the stereo image stays. No make-up gain.
 * @param channels Same length each; not changed.
 */
export function compress(channels: readonly Float32Array[], options: CompressorOptions): Float32Array[] {
  const { sampleRate, thresholdDb, ratio, kneeDb = 6, attack = 0.01, release = 0.15 } = options;
  const rise = Math.exp(-controlStep / (attack * sampleRate));
  const fall = Math.exp(-controlStep / (release * sampleRate));
  const length = channels[0]?.length ?? 0;
  const outputs = channels.map((channel) => Float32Array.from(channel));
  const bottom = 10 ** ((thresholdDb - kneeDb / 2) / 20);
  let reduction = 0;
  let gain = 1;
  for (let start = 0; start < length; start += controlStep) {
    const end = Math.min(length, start + controlStep);
    let level = 0;
    for (const channel of channels) {
      for (let index = start; index < end; index++) level = Math.max(level, Math.abs(channel[index]!));
    }
    let wanted = 0;
    if (level > bottom) {
      const over = 20 * Math.log10(level) - thresholdDb;
      const bent = over < kneeDb / 2 ? (over + kneeDb / 2) ** 2 / (2 * kneeDb) : over;
      wanted = bent * (1 - 1 / ratio);
    }
    const hold = wanted > reduction ? rise : fall;
    reduction = hold * reduction + (1 - hold) * wanted;
    const next = 10 ** (-reduction / 20);
    const slope = (next - gain) / (end - start);
    for (const output of outputs) {
      for (let index = start; index < end; index++) output[index]! *= gain + slope * (index - start);
    }
    gain = next;
  }
  return outputs;
}

/** Samples between values of a compressor's gain; the gain moves in straight lines between them. */
const controlStep = 16;

/**
 * Keeps the true peak at or below a ceiling: look-ahead gain, the same for all channels. What is below the ceiling
 * stays untouched.
 * @param channels Same length each; not changed, and returned as they are when nothing is too loud.
 * @param options.ceilingDb dBTP. Default −1.
 * @param options.lookAhead Seconds over which the gain bends. Default 0.004.
 * @param options.release Seconds to let go. Default 0.08.
 */
export function limit(
  channels: readonly Float32Array[],
  options: { sampleRate: number; ceilingDb?: number; lookAhead?: number; release?: number },
): Float32Array[] {
  const { sampleRate, ceilingDb = -1, lookAhead = 0.004, release = 0.08 } = options;
  // The interpolation is good to a few hundredths of a decibel.
  const ceiling = 10 ** ((ceilingDb - 0.05) / 20);
  const gains = requiredGains(channels, ceiling);
  if (!gains) return [...channels];
  const window = Math.max(2, Math.round(lookAhead * sampleRate));
  const smooth = smoothGains(gains, { window, hold: Math.exp(-1 / (release * sampleRate)) });
  return channels.map((channel) => {
    const output = new Float32Array(channel.length);
    for (let index = 0; index < output.length; index++) output[index] = channel[index]! * smooth[index]!;
    return output;
  });
}

/** Largest gain at each sample that keeps it and the way to its neighbours under the ceiling; undefined when that is always 1. */
function requiredGains(channels: readonly Float32Array[], ceiling: number): Float32Array | undefined {
  const length = channels[0]?.length ?? 0;
  let gains: Float32Array | undefined;
  for (const channel of channels) {
    for (let index = 0; index < length; index++) {
      // Only near the ceiling can the way to the next sample rise above it.
      if (Math.abs(channel[index]!) < ceiling * 0.6 && Math.abs(channel[index + 1] ?? 0) < ceiling * 0.6) continue;
      const peak = interSamplePeak(channel, index);
      if (peak <= ceiling) continue;
      gains ??= new Float32Array(length).fill(1);
      const gain = ceiling / peak;
      gains[index] = Math.min(gains[index]!, gain);
      if (index + 1 < length) gains[index + 1] = Math.min(gains[index + 1]!, gain);
    }
  }
  return gains;
}

/** Never above `gains`: minimum over a window around each sample, slow release, then a moving mean of half the window. */
function smoothGains(gains: Float32Array, { window, hold }: { window: number; hold: number }): Float32Array {
  const lowest = slidingMinimum(gains, window);
  let current = 1;
  for (let index = 0; index < lowest.length; index++) {
    const wanted = lowest[index]!;
    current = wanted < current ? wanted : hold * current + (1 - hold) * wanted;
    lowest[index] = current;
  }
  const smooth = new Float32Array(gains.length);
  const half = window >> 1;
  let sum = 0;
  for (let index = -half; index <= half; index++) sum += at(lowest, index);
  for (let index = 0; index < smooth.length; index++) {
    smooth[index] = sum / (2 * half + 1);
    sum += at(lowest, index + half + 1) - at(lowest, index - half);
  }
  return smooth;
}

function at(values: Float32Array, index: number): number {
  return values[Math.max(0, Math.min(values.length - 1, index))]!;
}

/** Minimum over [index − window, index + window] by a monotonic queue. */
function slidingMinimum(values: Float32Array, window: number): Float32Array {
  const output = new Float32Array(values.length);
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  for (let index = 0; index < values.length + window; index++) {
    if (index < values.length) {
      while (tail > head && values[queue[tail - 1]!]! >= values[index]!) tail--;
      queue[tail++] = index;
    }
    const centre = index - window;
    if (centre < 0) continue;
    while (queue[head]! < centre - window) head++;
    output[centre] = values[queue[head]!]!;
  }
  return output;
}
