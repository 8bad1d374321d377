import type { Biquad } from './biquad.ts';

/**
 * Integrated loudness (ITU-R BS.1770-4): K-weighted, 400 ms blocks with 75 % overlap, gated at −70 LUFS and at 10 LU
 * below the mean of what is left.
 * @param channels One or two channels of the same length, samples in [-1, 1]; each weighs 1. A mono signal is measured
 * as one channel, so the same signal in both of two channels reads 3 LU more.
 * @returns LUFS; −Infinity for silence or less than 400 ms.
 */
export function integratedLoudness(channels: readonly Float32Array[], sampleRate: number): number {
  const meter = createLoudnessMeter(sampleRate, channels.length);
  meter.push(channels);
  return meter.integrated();
}

/** Measures the loudness of sound that comes in blocks of any length; it remembers eighty bytes for each second. */
export type LoudnessMeter = {
  /** @param channels Samples in [-1, 1], as many channels as the meter was made for, all of the same length. */
  push(channels: readonly Float32Array[]): void;
  /** LUFS of all that came until now; −Infinity for silence or less than 400 ms. */
  integrated(): number;
};

/** Makes a meter of the loudness that {@link integratedLoudness} tells. */
export function createLoudnessMeter(sampleRate: number, channels: number): LoudnessMeter {
  const step = Math.round(sampleRate * 0.1);
  const counters = Array.from({ length: channels }, () => createEnergyCounter(step, kWeighting(sampleRate)));
  return {
    push(blocks) {
      counters.forEach((counter, channel) => counter.push(blocks[channel]!));
    },
    integrated() {
      const powers = blockPowers(
        counters.map(({ energies }) => energies),
        step,
      );
      const loud = powers.filter((power) => toLufs(power) > -70);
      if (loud.length === 0) return -Infinity;
      const gate = toLufs(mean(loud)) - 10;
      return toLufs(mean(loud.filter((power) => toLufs(power) > gate)));
    },
  };
}

/**
 * True peak (ITU-R BS.1770-4, annex 2) from four-times oversampling.
 * @returns dBTP over all channels; −Infinity for silence.
 */
export function truePeak(channels: readonly Float32Array[]): number {
  let highest = 0;
  for (const samples of channels) highest = Math.max(highest, oversampledPeak(samples));
  return 20 * Math.log10(highest);
}

/** Largest magnitude between `samples[index]` and its right neighbour, both included. */
export function interSamplePeak(samples: Float32Array, index: number): number {
  let highest = Math.max(Math.abs(samples[index]!), Math.abs(samples[index + 1] ?? 0));
  const start = index - reach + 1;
  const first = Math.max(0, -start);
  const last = Math.min(2 * reach, samples.length - start);
  for (const taps of phases) {
    let sum = 0;
    for (let tap = first; tap < last; tap++) sum += taps[tap]! * samples[start + tap]!;
    highest = Math.max(highest, Math.abs(sum));
  }
  return highest;
}

function oversampledPeak(samples: Float32Array): number {
  let highest = 0;
  for (let index = 0; index < samples.length; index++) highest = Math.max(highest, Math.abs(samples[index]!));
  // A band-limited signal doesn't rise by 6 dB between samples that are both below half of the peak.
  const threshold = highest / 2;
  for (let index = 0; index < samples.length; index++) {
    if (Math.abs(samples[index]!) >= threshold || Math.abs(samples[index + 1] ?? 0) >= threshold) {
      highest = Math.max(highest, interSamplePeak(samples, index));
    }
  }
  return highest;
}

/** Taps on either side of the interpolated point. */
const reach = 8;
const phases = [0.25, 0.5, 0.75].map((shift) => {
  const taps = Array.from({ length: 2 * reach }, (_, tap) => {
    const x = tap - reach + 1 - shift;
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * Math.cos((Math.PI * x) / (2 * reach)) ** 2;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
});

/** Mean square of every 400 ms block, summed over channels. */
function blockPowers(channels: readonly (readonly number[])[], step: number): number[] {
  const steps = channels[0]?.length ?? 0;
  const energies = Array.from({ length: steps }, (_, index) =>
    channels.reduce((sum, energy) => sum + energy[index]!, 0),
  );
  const powers: number[] = [];
  for (let index = 0; index + 4 <= steps; index++) {
    powers.push((energies[index]! + energies[index + 1]! + energies[index + 2]! + energies[index + 3]!) / (4 * step));
  }
  return powers;
}

/** Energy of each whole step of one channel after K-weighting, in one pass without a copy: this runs over hours of sound. */
function createEnergyCounter(step: number, filters: [Biquad, Biquad]) {
  const [{ b0, b1, b2, a1, a2 }, { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 }] = filters;
  const energies: number[] = [];
  let [s1, s2, t1, t2] = [0, 0, 0, 0];
  let [sum, filled] = [0, 0];
  return {
    energies,
    push(samples: Float32Array) {
      for (let at = 0; at < samples.length;) {
        const end = Math.min(samples.length, at + step - filled);
        filled += end - at;
        // In variables of its own the loop runs twice as fast.
        let [u1, u2, v1, v2, energy] = [s1, s2, t1, t2, 0];
        for (; at < end; at++) {
          const x = samples[at]!;
          const y = b0 * x + u1;
          u1 = b1 * x - a1 * y + u2;
          u2 = b2 * x - a2 * y;
          const z = c0 * y + v1;
          v1 = c1 * y - d1 * z + v2;
          v2 = c2 * y - d2 * z;
          energy += z * z;
        }
        [s1, s2, t1, t2] = [u1, u2, v1, v2];
        sum += energy;
        if (filled === step) {
          energies.push(sum);
          [sum, filled] = [0, 0];
        }
      }
    },
  };
}

/** The two stages of K-weighting for any sample rate: the standard's 48 kHz filters, bilinear from the same analogue ones. */
function kWeighting(sampleRate: number): [Biquad, Biquad] {
  const shelfK = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const shelfQ = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const middle = high ** 0.4996667741545416;
  const shelfA = 1 + shelfK / shelfQ + shelfK * shelfK;
  const passK = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const passQ = 0.5003270373238773;
  const passA = 1 + passK / passQ + passK * passK;
  return [
    {
      b0: (high + (middle * shelfK) / shelfQ + shelfK * shelfK) / shelfA,
      b1: (2 * (shelfK * shelfK - high)) / shelfA,
      b2: (high - (middle * shelfK) / shelfQ + shelfK * shelfK) / shelfA,
      a1: (2 * (shelfK * shelfK - 1)) / shelfA,
      a2: (1 - shelfK / shelfQ + shelfK * shelfK) / shelfA,
    },
    { b0: 1, b1: -2, b2: 1, a1: (2 * (passK * passK - 1)) / passA, a2: (1 - passK / passQ + passK * passK) / passA },
  ];
}

function toLufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
