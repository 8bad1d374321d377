import { RealFourier, hann } from '../../audio/analysis/fourier.ts';

/** Hertz of the sound that is listened to for voices. */
export const voiceRate = 16_000;

/** Samples between two frames (20 ms) and of a frame's window (32 ms). */
const hop = 320;
const size = 512;

/** Frames a second. */
export const framesPerSecond = voiceRate / hop;

/**
 * What is measured of each frame, one value a frame in each list:
 * - `level`: energy between 60 Hz and 8 kHz in dB below full scale.
 * - `harmonicity`: height of the highest peak of the normalised autocorrelation at lags of 75 to 450 Hz (Boersma 1993);
 *   near 1 for a steady vowel or note, near 0 for noise.
 * - `pitch`: the frequency of that peak in hertz.
 * - `middle`: share of the energy between 250 Hz and 4 kHz, where speech has most of its own.
 * - `flatness`: geometric over arithmetic mean of the power between 300 Hz and 4 kHz (Wiener entropy); 1 for white noise.
 * - `envelope`: two values a frame, the level of each 10 ms in dB.
 */
export type SoundFrames = {
  level: number[];
  harmonicity: number[];
  pitch: number[];
  middle: number[];
  flatness: number[];
  envelope: number[];
};

/** Measures mono sound at {@link voiceRate} that comes in blocks of any length. */
export function createFrameCounter() {
  const frames: SoundFrames = { level: [], harmonicity: [], pitch: [], middle: [], flatness: [], envelope: [] };
  const buffer = new Float32Array(size + hop);
  const window = hann(size);
  const windowed = new Float64Array(size);
  const power = new Float64Array(size);
  const fourier = new RealFourier(size);
  const windowCorrelation = correlationOf(window, fourier);
  let filled = (size - hop) / 2;

  const measure = () => {
    for (let index = 0; index < size; index++) windowed[index] = buffer[index]! * window[index]!;
    fourier.transform(windowed);
    const { real, imaginary } = fourier;
    const half = size / 2;
    let [whole, middle, logs, sum] = [0, 0, 0, 0];
    for (let bin = 0; bin <= half; bin++) {
      const value = real[bin]! * real[bin]! + imaginary[bin]! * imaginary[bin]!;
      power[bin] = value;
      if (bin > 0 && bin < half) power[size - bin] = value;
      if (bin < 2) continue;
      whole += value;
      if (bin >= 8 && bin <= 128) middle += value;
      if (bin >= 10 && bin <= 128) {
        logs += Math.log(value + 1e-12);
        sum += value;
      }
    }
    frames.level.push(Math.max(-100, 10 * Math.log10(whole / (size * size * 0.1875) + 1e-10)));
    frames.middle.push(whole > 1e-9 ? middle / whole : 0);
    frames.flatness.push(sum > 1e-9 ? Math.exp(logs / 119) / (sum / 119) : 1);
    power[0] = 0;
    fourier.transform(power);
    const zero = fourier.real[0]!;
    let [best, at] = [0, 0];
    if (zero > 1e-9) {
      for (let lag = shortestLag; lag <= longestLag; lag++) {
        const value = fourier.real[lag]! / windowCorrelation[lag]!;
        // Of equal peaks the shortest lag is the pitch; later ones are its multiples.
        if (value > best * 1.03 && value >= fourier.real[lag - 1]! / windowCorrelation[lag - 1]!) {
          best = value;
          at = lag;
        }
      }
    }
    frames.harmonicity.push(Math.max(0, Math.min(1, best / (zero || 1))));
    frames.pitch.push(at > 0 ? voiceRate / at : 0);
    const first = (size - hop) / 2;
    for (let part = 0; part < 2; part++) {
      let energy = 0;
      const from = first + (part * hop) / 2;
      for (let index = from; index < from + hop / 2; index++) energy += buffer[index]! * buffer[index]!;
      frames.envelope.push(Math.max(-100, 10 * Math.log10(energy / (hop / 2) + 1e-10)));
    }
  };
  return {
    push(samples: Float32Array) {
      for (let at = 0; at < samples.length;) {
        const count = Math.min(samples.length - at, size - filled);
        buffer.set(samples.subarray(at, at + count), filled);
        filled += count;
        at += count;
        if (filled < size) continue;
        measure();
        buffer.copyWithin(0, hop, size);
        filled = size - hop;
      }
    },
    finish: () => frames,
  };
}

const shortestLag = Math.floor(voiceRate / 450);
const longestLag = Math.ceil(voiceRate / 75);

/** Autocorrelation of a window, 1 at lag 0. */
function correlationOf(window: Float64Array, fourier: RealFourier): Float64Array {
  fourier.transform(window);
  const power = new Float64Array(size);
  for (let bin = 0; bin <= size / 2; bin++) {
    power[bin] = fourier.real[bin]! ** 2 + fourier.imaginary[bin]! ** 2;
    if (bin > 0 && bin < size / 2) power[size - bin] = power[bin]!;
  }
  fourier.transform(power);
  const zero = fourier.real[0]!;
  return fourier.real.map((value) => Math.max(0.05, value / zero));
}
