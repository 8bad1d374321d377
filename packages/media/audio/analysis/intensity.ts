import { frameRate, slowRate } from './spectra.ts';
import type { Spectra } from './spectra.ts';

/** Below this level, dB of full scale, a second counts as silent. */
export const silence = -62;

/**
 * Intensity of each second in [0, 1]: 0.6 loudness + 0.15 brightness + 0.25 onset density, each stretched between its
 * 5th and 97th percentile but never further than music that hardly changes deserves, then smoothed over three seconds.
 * @returns Shape [ceil(duration)], at least one value.
 */
export function measureIntensity(spectra: Spectra, duration: number): Float64Array {
  const seconds = Math.max(1, Math.ceil(duration));
  const loudness = new Float64Array(seconds);
  const brightness = new Float64Array(seconds);
  const density = new Float64Array(seconds);
  for (let second = 0; second < seconds; second++) {
    loudness[second] = 10 * Math.log10(meanOver(spectra.level, second, slowRate, (value) => value * value) + 1e-10);
    brightness[second] = Math.log2(200 + meanOver(spectra.centroid, second, slowRate));
    density[second] = spectra.flux.reduce((sum, band) => sum + meanOver(band, second, frameRate), 0);
  }
  const heard = Array.from(loudness, (level) => level > silence);
  const parts = [stretch(loudness, heard, 9), stretch(brightness, heard, 1.2), stretch(density, heard, 2)];
  const raw = loudness.map((_, second) =>
    heard[second] ? 0.6 * parts[0]![second]! + 0.15 * parts[1]![second]! + 0.25 * parts[2]![second]! : 0,
  );
  return raw.map((value, second) => {
    const [before, after] = [raw[second - 1] ?? value, raw[second + 1] ?? value];
    return Math.min(1, Math.max(0, 0.25 * before + 0.5 * value + 0.25 * after));
  });
}

/** Mean of the values that fall into a second, 0 without any. */
function meanOver(values: Float32Array, second: number, rate: number, change = (value: number) => value): number {
  const [from, to] = [Math.round(second * rate), Math.min(values.length, Math.round((second + 1) * rate))];
  let sum = 0;
  for (let index = from; index < to; index++) sum += change(values[index]!);
  return to > from ? sum / (to - from) : 0;
}

/** Maps the 5th percentile to 0 and the 97th to 1; a spread below `least` stays around 0.5. */
function stretch(values: Float64Array, heard: readonly boolean[], least: number): Float64Array {
  const sorted = values.filter((_, index) => heard[index]).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  let [low, high] = [at(0.05), at(0.97)];
  if (high - low < least) {
    const middle = (low + high) / 2;
    [low, high] = [middle - least / 2, middle + least / 2];
  }
  return values.map((value) => Math.min(1, Math.max(0, (value - low) / (high - low))));
}
