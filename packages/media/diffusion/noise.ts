import type { Latents } from './latents.ts';

/** Draws numbers of a standard normal distribution. */
export type NormalNoise = (length: number) => Latents;

/**
 * Seeded normal noise that is the same on every machine: only additions, multiplications, divisions and square roots,
 * which IEEE 754 rounds alike everywhere. Uniform numbers come from xoshiro128** (Blackman & Vigna 2018) seeded by
 * SplitMix32, 53 bits each; they become normal through the inverse distribution function AS 241 (Wichura 1988, PPND16).
 * @param seed A whole number, |seed| ≤ 2^53; its low and high 32 bits both count.
 */
export function normalNoise(seed: number): NormalNoise {
  const next = xoshiro(seed);
  return (length) => {
    const values = new Float64Array(length);
    for (let index = 0; index < length; index++) {
      const uniform = ((next() >>> 5) * 67_108_864 + (next() >>> 6) + 0.5) / 9_007_199_254_740_992;
      values[index] = inverseNormal(uniform);
    }
    return values;
  };
}

function xoshiro(seed: number): () => number {
  let mix = (seed | 0) ^ Math.imul(Math.floor(seed / 4_294_967_296) | 0, 0x85ebca6b);
  const split = () => {
    mix = (mix + 0x9e3779b9) | 0;
    let value = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
    return value ^ (value >>> 15);
  };
  let [a, b, c, d] = [split(), split(), split(), split()];
  return () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

const centre = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
};
const shoulder = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const tail = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

/** The value below which a standard normal number lies with probability p, relative error about 1e-16. */
function inverseNormal(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q);
  const r = Math.sqrt(-naturalLog(q < 0 ? p : 1 - p));
  const value = r <= 5 ? ratio(shoulder, r - 1.6) : ratio(tail, r - 5);
  return q < 0 ? -value : value;
}

function ratio({ over, under }: typeof centre, x: number): number {
  return (
    over.reduceRight((sum, factor) => sum * x + factor, 0) / under.reduceRight((sum, factor) => sum * x + factor, 0)
  );
}

/** ln(x) for 0 < x < 1 as 2·artanh((m - 1)/(m + 1)) + e·ln 2. Math.log may differ in its last bit between machines. */
function naturalLog(x: number): number {
  let [mantissa, exponent] = [x, 0];
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent--;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  let [sum, power] = [0, s];
  for (let term = 1; term <= 23; term += 2) {
    sum += power / term;
    power *= s * s;
  }
  return 2 * sum + exponent * Math.LN2;
}
