import { levelStep } from './levels.ts';
import { framesPerSecond } from './sound-frames.ts';
import type { SoundFrames } from './sound-frames.ts';

/** Seconds on either side that are listened to: about one syllable before and after the one in the middle. */
const reach = 0.4;

/**
 * How much each step sounds like speech, from 0 to 1. Speech alternates: vowels with a pitch, consonants without, short gaps;
 * its level rises and falls some four times a second (Houtgast & Steeneken 1985; Scheirer & Slaney 1997), while music keeps
 * its level and noise has no pitch. Four features over {@link reach} on either side:
 * the share of frames with a pitch, how far the level moves, how much harmonicity changes, and the share of energy in the
 * middle of the spectrum; joined by a logistic function whose weights were set by hand. The pitch of a voice glides, that of
 * an instrument stays: what doesn't glide is no voice. A step that is much softer than the loudest second around it is
 * silence, not speech.
 */
export function findVoice(frames: SoundFrames, steps: number): number[] {
  const { level, harmonicity, pitch, middle } = frames;
  const count = level.length;
  const isVoiced = (at: number) => harmonicity[at]! > 0.5 && pitch[at]! >= 75 && middle[at]! > 0.25;
  const width = Math.round(reach * framesPerSecond);
  const voice: number[] = [];
  const floor = noiseFloor(level);
  for (let step = 0; step < steps; step++) {
    const centre = Math.min(count - 1, Math.round((step + 0.5) * levelStep * framesPerSecond));
    const from = Math.max(0, centre - width);
    const to = Math.min(count, centre + width + 1);
    let [voiced, sum, squares, clear, clearSquares, spread, loudest] = [0, 0, 0, 0, 0, 0, -100];
    let [pairs, glides] = [0, 0];
    for (let at = from; at < to; at++) loudest = Math.max(loudest, level[at]!);
    for (let at = from; at < to; at++) {
      const value = Math.max(level[at]!, loudest - 30);
      sum += value;
      squares += value * value;
      clear += harmonicity[at]!;
      clearSquares += harmonicity[at]! ** 2;
      spread += middle[at]!;
      if (!isVoiced(at) || level[at]! < loudest - 25) continue;
      voiced++;
      const turn = at > from && isVoiced(at - 1) ? Math.abs(pitch[at]! / pitch[at - 1]! - 1) : 1;
      // Larger jumps are another note, or an error by an octave.
      if (turn > 0.15) continue;
      pairs++;
      if (turn > 0.006) glides++;
    }
    const n = Math.max(1, to - from);
    const moves = Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
    const changes = Math.sqrt(Math.max(0, clearSquares / n - (clear / n) ** 2));
    const score =
      -5.6 + 6 * Math.min(0.6, voiced / n) + 0.45 * Math.min(10, moves) + 9 * Math.min(0.3, changes) + 3 * (spread / n);
    let here = -100;
    for (let at = Math.max(0, centre - 2); at <= Math.min(count - 1, centre + 2); at++)
      here = Math.max(here, level[at]!);
    const isThere = Math.min(1, Math.max(0, (here - Math.max(floor + 4, loudest - 28, -65)) / 6));
    const isGliding = pairs < 4 ? 0 : Math.min(1, Math.max(0, glides / pairs - 0.15) / 0.15);
    voice.push(Math.round(((isThere * isGliding) / (1 + Math.exp(-score))) * 100) / 100);
  }
  return voice;
}

/** The level that a twentieth of the frames lies below, at most −45 dB. */
function noiseFloor(level: readonly number[]): number {
  const sorted = Float32Array.from(level).sort();
  return Math.min(-45, sorted[Math.floor(sorted.length / 20)] ?? -100);
}
