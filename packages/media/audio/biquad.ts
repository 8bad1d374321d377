/** Second-order filters (R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients"). */

/** y[n] = b0·x[n] + b1·x[n−1] + b2·x[n−2] − a1·y[n−1] − a2·y[n−2]. */
export type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number };

/** Where a filter sits. Frequencies in hertz, gain in decibels; `q` defaults to 1/√2 (for shelves: slope without a bump). */
export type BiquadOptions = { sampleRate: number; frequency: number; q?: number; gainDb?: number };

/** Passes what lies below `frequency`, −12 dB an octave above. */
export function lowPass(options: BiquadOptions): Biquad {
  const { cos, alpha } = angles(options);
  return normalise([(1 - cos) / 2, 1 - cos, (1 - cos) / 2], [1 + alpha, -2 * cos, 1 - alpha]);
}

/** Passes what lies above `frequency`, −12 dB an octave below. */
export function highPass(options: BiquadOptions): Biquad {
  const { cos, alpha } = angles(options);
  return normalise([(1 + cos) / 2, -(1 + cos), (1 + cos) / 2], [1 + alpha, -2 * cos, 1 - alpha]);
}

/** Passes a band around `frequency` with 0 dB at its centre. */
export function bandPass(options: BiquadOptions): Biquad {
  const { cos, alpha } = angles(options);
  return normalise([alpha, 0, -alpha], [1 + alpha, -2 * cos, 1 - alpha]);
}

/** Raises or lowers a bell around `frequency` by `gainDb`. */
export function peak(options: BiquadOptions): Biquad {
  const { cos, alpha } = angles(options);
  const a = 10 ** ((options.gainDb ?? 0) / 40);
  return normalise([1 + alpha * a, -2 * cos, 1 - alpha * a], [1 + alpha / a, -2 * cos, 1 - alpha / a]);
}

/** Raises or lowers everything below `frequency` by `gainDb`. */
export function lowShelf(options: BiquadOptions): Biquad {
  return shelf(options, 1);
}

/** Raises or lowers everything above `frequency` by `gainDb`. */
export function highShelf(options: BiquadOptions): Biquad {
  return shelf(options, -1);
}

/** Leaves levels alone and turns the phase around `frequency`; a chain of them spreads the energy of sharp pulses. */
export function allPass(options: BiquadOptions): Biquad {
  const { cos, alpha } = angles(options);
  return normalise([1 - alpha, -2 * cos, 1 + alpha], [1 + alpha, -2 * cos, 1 - alpha]);
}

/** Gain of a chain of filters at one frequency, in decibels. */
export function responseDb(sections: readonly Biquad[], options: { sampleRate: number; frequency: number }): number {
  const angle = (2 * Math.PI * options.frequency) / options.sampleRate;
  const [c1, s1, c2, s2] = [Math.cos(angle), Math.sin(angle), Math.cos(2 * angle), Math.sin(2 * angle)];
  let decibels = 0;
  for (const { b0, b1, b2, a1, a2 } of sections) {
    const above = Math.hypot(b0 + b1 * c1 + b2 * c2, b1 * s1 + b2 * s2);
    const below = Math.hypot(1 + a1 * c1 + a2 * c2, a1 * s1 + a2 * s2);
    decibels += 20 * Math.log10(above / below);
  }
  return decibels;
}

/**
 * Runs a signal through a chain of filters (transposed direct form II).
 * @param samples Shape [n]; not changed.
 * @returns Shape [n].
 */
export function applyBiquads(samples: Float32Array, sections: readonly Biquad[]): Float32Array {
  const output = Float32Array.from(samples);
  // Two sections a pass: the samples are read and written half as often.
  for (let section = 0; section < sections.length; section += 2) {
    applyPair(output, sections[section]!, sections[section + 1] ?? through);
  }
  return output;
}

const through: Biquad = { b0: 1, b1: 0, b2: 0, a1: 0, a2: 0 };

function applyPair(samples: Float32Array, first: Biquad, second: Biquad): void {
  const { b0, b1, b2, a1, a2 } = first;
  const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = second;
  let [s1, s2, t1, t2] = [0, 0, 0, 0];
  for (let index = 0; index < samples.length; index++) {
    const x = samples[index]!;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    const z = c0 * y + t1;
    t1 = c1 * y - d1 * z + t2;
    t2 = c2 * y - d2 * z;
    samples[index] = z;
  }
}

function shelf(options: BiquadOptions, sign: 1 | -1): Biquad {
  const { cos, alpha } = angles(options);
  const a = 10 ** ((options.gainDb ?? 0) / 40);
  const root = 2 * Math.sqrt(a) * alpha;
  const [up, down] = [a + 1, sign * (a - 1)];
  return normalise(
    [a * (up - down * cos + root), sign * 2 * a * (a - 1 - sign * up * cos), a * (up - down * cos - root)],
    [up + down * cos + root, sign * -2 * (a - 1 + sign * up * cos), up + down * cos - root],
  );
}

function angles({ sampleRate, frequency, q = Math.SQRT1_2 }: BiquadOptions): { cos: number; alpha: number } {
  const angle = (2 * Math.PI * Math.min(frequency, sampleRate * 0.49)) / sampleRate;
  return { cos: Math.cos(angle), alpha: Math.sin(angle) / (2 * q) };
}

function normalise(b: [number, number, number], a: [number, number, number]): Biquad {
  return { b0: b[0] / a[0], b1: b[1] / a[0], b2: b[2] / a[0], a1: a[1] / a[0], a2: a[2] / a[0] };
}
