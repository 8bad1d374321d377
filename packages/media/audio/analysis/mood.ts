import type { MusicAnalysis } from './types.ts';
import { frameRate } from './spectra.ts';
import type { Spectra } from './spectra.ts';

/**
 * Where a song lies between calm and tense, dark and bright: tempo, density of onsets and loudness push to tense; a major
 * mode, high timbre and pace to bright (weights after the directions in Eerola & Vuoskoski, Psychology of Music 2011).
 */
export function judgeMood(
  spectra: Spectra,
  { tempo, key }: Pick<MusicAnalysis, 'tempo' | 'key'>,
): MusicAnalysis['mood'] {
  const { level, centroid, flux, frames } = spectra;
  const heard = Array.from(level).flatMap((value, index) => (value > 1e-3 ? [index] : []));
  if (heard.length === 0) return { tension: -1, brightness: 0 };
  const loud = 10 * Math.log10(heard.reduce((sum, index) => sum + level[index]! ** 2, 0) / heard.length);
  const high = Math.log2(heard.reduce((sum, index) => sum + centroid[index]!, 0) / heard.length + 50);
  const onsets = flux.reduce((sum, band) => sum + band.reduce((a, b) => a + b, 0), 0) / Math.max(1, frames);
  const pace = tempo === null ? 0 : Math.max(-1, Math.min(1, Math.log2(tempo / 100)));
  const busy = Math.tanh((onsets * frameRate) / 500 - 1);
  const mode = key === null ? 0 : (key.mode === 'major' ? 1 : -1) * key.confidence;
  const sharp = Math.tanh(high - 10.5);
  return {
    tension: Math.tanh(0.6 * pace + 0.7 * busy + 0.4 * Math.tanh((loud + 20) / 8) - 0.25 * mode),
    brightness: Math.tanh(0.9 * mode + 0.6 * sharp + 0.3 * pace),
  };
}
