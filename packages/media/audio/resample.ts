/** Zero crossings of the sinc on either side; 16 keep the pass band flat to 0.85 of the lower Nyquist frequency. */
const crossings = 16;

/**
 * Changes the sample rate with a polyphase Kaiser-windowed sinc (J. O. Smith, "Digital audio resampling"); no delay.
 * @param samples Shape [n]; returned as it is when the rates are equal.
 * @param options.from Sample rate of `samples` in hertz, a whole number.
 * @param options.to Wanted sample rate in hertz, a whole number.
 * @returns Shape [round(n · to / from)].
 */
export function resample(samples: Float32Array, options: { from: number; to: number }): Float32Array {
  const { from, to } = options;
  if (from === to) return samples;
  const divisor = greatestDivisor(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const { taps, reach } = filterBank(up, down);
  const width = 2 * reach;
  const padded = new Float32Array(samples.length + 2 * width);
  padded.set(samples, width);
  const output = new Float32Array(Math.round((samples.length * to) / from));
  for (let index = 0; index < output.length; index++) {
    const position = index * down;
    const centre = Math.floor(position / up);
    const first = Math.min(centre, samples.length) - reach + 1 + width;
    const tap = (position - centre * up) * width;
    // Four sums at once: one would wait for each addition before the next. `reach` is even.
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let offset = 0; offset < width; offset += 4) {
      a += padded[first + offset]! * taps[tap + offset]!;
      b += padded[first + offset + 1]! * taps[tap + offset + 1]!;
      c += padded[first + offset + 2]! * taps[tap + offset + 2]!;
      d += padded[first + offset + 3]! * taps[tap + offset + 3]!;
    }
    output[index] = a + b + c + d;
  }
  return output;
}

const banks = new Map<string, { taps: Float64Array; reach: number }>();

function filterBank(up: number, down: number): { taps: Float64Array; reach: number } {
  const key = `${up}/${down}`;
  const known = banks.get(key);
  if (known) return known;
  const cutoff = Math.min(1, up / down) * 0.94;
  const reach = 2 * Math.ceil(crossings / cutoff / 2);
  const width = 2 * reach;
  const taps = new Float64Array(up * width);
  for (let phase = 0; phase < up; phase++) {
    let sum = 0;
    for (let tap = 0; tap < width; tap++) {
      const distance = tap - reach + 1 - phase / up;
      const value = cutoff * sinc(cutoff * distance) * kaiser(distance / reach);
      taps[phase * width + tap] = value;
      sum += value;
    }
    for (let tap = 0; tap < width; tap++) taps[phase * width + tap]! /= sum;
  }
  const bank = { taps, reach };
  banks.set(key, bank);
  return bank;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Kaiser window with β = 8 (side lobes below −80 dB). */
function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(8 * Math.sqrt(1 - x * x)) / bessel(8);
}

function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
