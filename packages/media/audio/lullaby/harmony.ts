import type { Mood } from '@kinora/capabilities';
import { pick, type Random } from '../random.ts';

/** Scale of a lullaby: `tonic` as a pitch class (0 is C), `steps` in semitones above it. */
export type Key = { tonic: number; mode: 'major' | 'minor'; steps: readonly number[] };

/** A triad by the degree of its root, 0 to 6; `bass` is the degree of the lowest tone when that isn't the root. */
export type Chord = { degree: number; bass?: number };

/** Four bars, one or two chords each. */
export type Progression = readonly (readonly Chord[])[];

const major = [0, 2, 4, 5, 7, 9, 11] as const;
const minor = [0, 2, 3, 5, 7, 8, 10] as const;

/** Chooses a key; wistful stories are in minor, all others in major. Keys with few accidentals sit well for a music box. */
export function chooseKey(random: Random, mood: Mood): Key {
  const isMinor = mood === 'wistful';
  const tonic = pick(random, isMinor ? [9, 2, 4, 7, 0] : [0, 2, 3, 5, 7, 8, 9, 10]);
  return { tonic, mode: isMinor ? 'minor' : 'major', steps: isMinor ? minor : major };
}

const [I, ii, iii, IV, V, vi] = [0, 1, 2, 3, 4, 5].map((degree) => ({ degree })) as [
  Chord,
  Chord,
  Chord,
  Chord,
  Chord,
  Chord,
];
const I6: Chord = { degree: 0, bass: 2 };
const V6: Chord = { degree: 4, bass: 6 };
const IV6: Chord = { degree: 3, bass: 5 };

/** Opening phrases: from home to a half cadence on the dominant. */
const openings: Record<Key['mode'], readonly Progression[]> = {
  major: [
    [[I], [vi], [IV], [V]],
    [[I], [IV], [I6], [V]],
    [[I], [iii], [IV], [V]],
    [[I], [V6], [vi], [V]],
    [[I], [I6], [ii], [V]],
    [[I], [IV6], [ii], [V]],
  ],
  minor: [
    [[I], [vi], [IV], [V]],
    [[I], [IV], [I6], [V]],
    [[I], [iii], [vi], [V]],
  ],
};

/** Answering phrases: back home to a full or plagal cadence. */
const answers: Record<Key['mode'], readonly Progression[]> = {
  major: [
    [[I], [vi], [ii, V], [I]],
    [[I], [IV], [V], [I]],
    [[vi], [IV], [V], [I]],
    [[I6], [IV], [V], [I]],
    [[I], [iii], [IV, V], [I]],
    [[I], [ii], [V], [I]],
  ],
  minor: [
    [[I], [IV], [V], [I]],
    [[vi], [IV], [V], [I]],
    [[I], [vi], [IV, V], [I]],
  ],
};

/** Phrases away from home, for the middle of a song. */
const departures: Record<Key['mode'], readonly Progression[]> = {
  major: [
    [[IV], [I6], [ii], [V]],
    [[vi], [iii], [IV], [V]],
    [[IV], [I], [IV], [V]],
    [[vi], [IV], [I6], [V]],
  ],
  minor: [
    [[iii], [I], [IV], [V]],
    [[vi], [iii], [IV], [V]],
  ],
};

/** The three phrases a lullaby is made of. */
export function chooseProgressions(
  random: Random,
  key: Key,
): { opening: Progression; answer: Progression; departure: Progression } {
  return {
    opening: pick(random, openings[key.mode]),
    answer: pick(random, answers[key.mode]),
    departure: pick(random, departures[key.mode]),
  };
}

/** MIDI pitch of a scale degree; degree 7 lies an octave above degree 0. `octave` 4 begins at middle C's. */
export function pitchOf(key: Key, degree: number, octave: number): number {
  const step = ((degree % 7) + 7) % 7;
  return 12 * (octave + 1) + key.tonic + key.steps[step]! + 12 * Math.floor(degree / 7);
}

/** Degrees of a chord's triad, 0 to 6. */
export function triad({ degree }: Chord): [number, number, number] {
  return [degree % 7, (degree + 2) % 7, (degree + 4) % 7];
}

/**
 * Tones of a chord as MIDI pitches, close to the tones before, so that voices move little.
 * @param before Tones of the last chord; omitted: the close position above `floor`.
 * @param options.floor Lowest allowed pitch; the highest is an octave and a fifth above.
 */
export function voiceChord(key: Key, chord: Chord, options: { floor: number; before?: readonly number[] }): number[] {
  const { floor, before } = options;
  const classes = triad(chord).map((degree) => pitchOf(key, degree, 0) % 12);
  let best: number[] = [];
  let bestCost = Infinity;
  for (let rotation = 0; rotation < 3; rotation++) {
    for (const lift of [0, 12]) {
      let low = floor + lift;
      const tones = [0, 1, 2].map((index) => {
        const wanted = classes[(index + rotation) % 3]!;
        while (low % 12 !== wanted) low++;
        return low++;
      });
      if (tones[2]! > floor + 19) continue;
      // Back towards the middle, or the voices would climb from chord to chord.
      const drift = Math.abs(tones[0]! + tones[2]! - 2 * floor - 15);
      const moves = before ? tones.reduce((sum, tone, index) => sum + Math.abs(tone - before[index]!), 0) : 0;
      const cost = moves + drift;
      if (cost < bestCost) [best, bestCost] = [tones, cost];
    }
  }
  return best;
}

/** The leading tone of a minor key is raised in its dominant. */
export function raiseLeading(key: Key, chord: Chord, pitch: number): number {
  const isDominant = chord.degree === 4 && key.mode === 'minor';
  return isDominant && (pitch - key.tonic + 120) % 12 === 10 ? pitch + 1 : pitch;
}
