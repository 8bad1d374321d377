import type { SoundLevels } from './inputs.ts';

/** Loudness that speech has against what is always heard, over time. */
export type Levels = {
  /** Middle loudness while somebody speaks, dB. */
  speech: number;
  /** Background (noise, music) near a step, dB. */
  floorAt(at: number): number;
  /** Loudness below which a step is background alone, dB. */
  thresholdAt(at: number): number;
  /** Whether speech stands out from the background near a step, so that loudness can tell them apart. */
  isClearAt(at: number): boolean;
};

/** Seconds in which the background is taken to be even. */
const block = 5;
/** Blocks to each side that count too. */
const reach = 4;
/** dB by which speech must stand out to be told by loudness. */
const clear = 5;

/**
 * Levels of a recording. The background is the loudness that a tenth of the steps within some 20 s lie below: in a quiet room its
 * noise, under music the music's softer moments. The threshold lies two fifths of the way from there to the speech, between
 * 24 and 3 dB below it.
 * @param isSpoken Whether words are known to be said at a step; where none are known at all, the louder steps count.
 */
export function levelsOf({ step, loudness }: SoundLevels, isSpoken: (at: number) => boolean): Levels {
  const perBlock = Math.max(1, Math.round(block / step));
  const blocks = Math.max(1, Math.ceil(loudness.length / perBlock));
  const counts = new Uint32Array(blocks * 101);
  const spoken = new Uint32Array(101);
  const all = new Uint32Array(101);
  for (let at = 0; at < loudness.length; at++) {
    const decibel = bin(loudness[at]!);
    counts[Math.floor(at / perBlock) * 101 + decibel]!++;
    all[decibel]!++;
    if (isSpoken(at)) spoken[decibel]!++;
  }
  const speech = sum(spoken) > 20 ? below(spoken, 0.6) : below(all, 0.85);
  const floors = new Float64Array(blocks);
  const nearby = new Uint32Array(101);
  for (let at = 0; at < blocks; at++) {
    nearby.fill(0);
    for (let other = Math.max(0, at - reach); other <= Math.min(blocks - 1, at + reach); other++) {
      for (let decibel = 0; decibel <= 100; decibel++) nearby[decibel]! += counts[other * 101 + decibel]!;
    }
    floors[at] = below(nearby, 0.1);
  }
  const floorAt = (at: number) => floors[Math.min(blocks - 1, Math.floor(at / perBlock))]!;
  const thresholds = floors.map((floor) => {
    const base = Math.max(floor, speech - 40);
    return Math.min(speech - 3, Math.max(speech - 24, base + 0.4 * (speech - base)));
  });
  return {
    speech,
    floorAt,
    thresholdAt: (at) => thresholds[Math.min(blocks - 1, Math.floor(at / perBlock))]!,
    isClearAt: (at) => speech - floorAt(at) >= clear,
  };
}

function bin(decibel: number): number {
  return Math.min(100, Math.max(0, Math.round(decibel + 100)));
}

function sum(counts: Uint32Array): number {
  return counts.reduce((whole, count) => whole + count, 0);
}

/** dB below which a share of what was counted lies. */
function below(counts: Uint32Array, part: number): number {
  const wanted = sum(counts) * part;
  let seen = 0;
  for (let decibel = 0; decibel <= 100; decibel++) {
    seen += counts[decibel]!;
    if (seen > wanted) return decibel - 100;
  }
  return 0;
}
