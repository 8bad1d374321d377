import { applyBiquads, lowPass } from './biquad.ts';

/** A room for {@link reverberate}. */
export type Room = {
  sampleRate: number;
  /** Seconds until the reverberation has fallen by 60 dB. */
  seconds: number;
  /** Edge in metres, sets the spacing of the echoes: 3 is a nursery, 20 a hall. */
  size: number;
  /** Frequency in hertz above which walls swallow. Default 3000. */
  warmth?: number;
  /** Seconds before the first reflection. Default `size` / 343. */
  delay?: number;
};

/** Delay lengths relative to the room's edge; without common divisors once rounded to odd samples. */
const ratios = [0.53, 0.61, 0.71, 0.83, 0.97, 1.13, 1.31, 1.51];

/**
 * The reverberation of a signal, without the signal: a feedback delay network of eight lines with a Householder matrix
 * and a one-pole damping filter in each (Jot & Chaigne, AES 1991). It runs at half the sample rate: walls swallow what
 * lies above.
 * @param input Mono, shape [n]; not changed.
 * @returns Left and right, shape [n] each, about as loud as a reflection should be when added at gain 0.1 to 0.4.
 */
export function reverberate(input: Float32Array, room: Room): [Float32Array, Float32Array] {
  const { sampleRate } = room;
  const soft = applyBiquads(input, [lowPass({ sampleRate, frequency: Math.min(8000, sampleRate / 5) })]);
  const send = new Float32Array((input.length + 1) >> 1);
  for (let index = 0; index < send.length; index++) send[index] = soft[index * 2]!;
  const [left, right] = network(send, { ...room, sampleRate: sampleRate / 2 });
  return [interpolate(left, input.length), interpolate(right, input.length)];
}

function network(input: Float32Array, room: Room): [Float32Array, Float32Array] {
  const { sampleRate, seconds, size, warmth = 3000, delay = size / 343 } = room;
  const lengths = Int32Array.from(ratios, (ratio) => Math.round((ratio * size * 2.2 * sampleRate) / 343) | 1);
  const gains = Float64Array.from(lengths, (length) => 10 ** ((-3 * length) / (seconds * sampleRate)));
  const bases = Int32Array.from(lengths, (_, line) => lengths.slice(0, line).reduce((sum, length) => sum + length, 0));
  const lines = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
  const cursors = new Int32Array(8);
  const damped = new Float64Array(8);
  const values = new Float64Array(8);
  const damping = Math.exp((-2 * Math.PI * warmth) / sampleRate);
  const left = new Float32Array(input.length);
  const right = new Float32Array(input.length);
  const offset = Math.round(delay * sampleRate);
  for (let index = offset; index < input.length; index++) {
    let sum = 0;
    for (let line = 0; line < 8; line++) {
      const value = damping * damped[line]! + (1 - damping) * lines[bases[line]! + cursors[line]!]!;
      damped[line] = value;
      values[line] = value * gains[line]!;
      sum += values[line]!;
    }
    left[index] = (values[0]! - values[2]! + values[4]! - values[6]!) * 0.5;
    right[index] = (values[1]! - values[3]! + values[5]! - values[7]!) * 0.5;
    const feed = input[index - offset]! * 0.5;
    const share = sum / 4;
    for (let line = 0; line < 8; line++) {
      const cursor = cursors[line]!;
      lines[bases[line]! + cursor] = values[line]! - share + (line % 2 === 0 ? feed : -feed);
      cursors[line] = cursor + 1 === lengths[line]! ? 0 : cursor + 1;
    }
  }
  return [left, right];
}

/** Twice as many samples, on straight lines between the given ones. */
function interpolate(samples: Float32Array, length: number): Float32Array {
  const output = new Float32Array(length);
  for (let index = 0; index < length; index++) {
    const value = samples[index >> 1]!;
    output[index] = index % 2 === 0 ? value : (value + (samples[(index >> 1) + 1] ?? 0)) / 2;
  }
  return output;
}
