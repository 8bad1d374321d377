import type { MusicAnalysis } from './types.ts';
import type { Spectra } from './spectra.ts';

const names = ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];
/** Weights of the twelve degrees in major and minor (Temperley, "The cognition of basic musical structures", 2001). */
const profiles = {
  major: [5, 2, 3.5, 2, 4.5, 4, 2, 4.5, 2, 3.5, 1.5, 4],
  minor: [5, 2, 3.5, 4.5, 2, 4, 2, 4.5, 3.5, 2, 1.5, 4],
};

/** Frames, a tenth of a second each, that must sound. */
const leastFrames = 10;

/** Key whose profile correlates best with the pitch classes of the song (Krumhansl & Kessler 1982); null without pitch. */
export function findKey({ chroma, slowFrames, level }: Spectra): MusicAnalysis['key'] {
  const sum = new Float64Array(12);
  let heard = 0;
  for (let frame = 0; frame < slowFrames; frame++) {
    if (level[frame]! < 1e-3) continue;
    let total = 1e-9;
    for (let pitch = 0; pitch < 12; pitch++) total += chroma[frame * 12 + pitch]!;
    for (let pitch = 0; pitch < 12; pitch++) sum[pitch]! += chroma[frame * 12 + pitch]! / total;
    heard++;
  }
  // Noise and drums fill all pitch classes alike.
  if (heard < leastFrames || Math.max(...sum) < (1.25 * heard) / 12) return null;
  const ranked = (['major', 'minor'] as const)
    .flatMap((mode) => names.map((tonic, shift) => ({ tonic, mode, fit: correlation(sum, profiles[mode], shift) })))
    .sort((a, b) => b.fit - a.fit);
  const [best, second] = [ranked[0]!, ranked[1]!];
  if (best.fit < 0.3) return null;
  const confidence = Math.min(1, Math.max(0, best.fit * (0.5 + 4 * (best.fit - second.fit))));
  return { tonic: best.tonic, mode: best.mode, confidence };
}

function correlation(sum: Float64Array, profile: readonly number[], shift: number): number {
  const meanSum = sum.reduce((a, b) => a + b, 0) / 12;
  const meanProfile = profile.reduce((a, b) => a + b, 0) / 12;
  let [product, a, b] = [0, 1e-12, 1e-12];
  for (let degree = 0; degree < 12; degree++) {
    const x = sum[(degree + shift) % 12]! - meanSum;
    const y = profile[degree]! - meanProfile;
    product += x * y;
    a += x * x;
    b += y * y;
  }
  return product / Math.sqrt(a * b);
}
