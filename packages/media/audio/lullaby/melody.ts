import { pick, type Random } from '../random.ts';
import { type Chord, type Progression, triad } from './harmony.ts';

/** A tone of the tune: `degree` counts scale steps from the tonic, `beat` and `length` in beats from the phrase's start. */
export type Tone = { degree: number; beat: number; length: number };

/** Lowest and highest degree of a tune: a tenth from the fifth below the tonic. */
const range = [-3, 7] as const;

const rhythms: Record<3 | 4, { moving: number[][]; calm: number[][]; final: number[] }> = {
  3: {
    moving: [
      [2, 1],
      [1, 1, 1],
      [1.5, 0.5, 1],
      [2, 0.5, 0.5],
      [1, 2],
    ],
    calm: [[3], [2, 1]],
    final: [3],
  },
  4: {
    moving: [
      [2, 1, 1],
      [1, 1, 2],
      [3, 1],
      [2, 2],
      [1.5, 0.5, 2],
      [1, 1, 1, 1],
    ],
    calm: [[2, 2], [3, 1], [4]],
    final: [4],
  },
};

/** Rhythm of a phrase: a figure, the figure again, something calmer, a long last tone. */
export function chooseRhythm(random: Random, metre: 3 | 4): number[][] {
  const { moving, calm, final } = rhythms[metre];
  const figure = pick(random, moving);
  const reply = random() < 0.6 ? figure : pick(random, moving);
  return random() < 0.5 ? [figure, reply, pick(random, calm), final] : [figure, pick(random, calm), reply, final];
}

/**
 * A tune over four bars. The path of least cost through all degrees (Viterbi): chord tones on the beat that opens a bar,
 * steps rather than leaps, a gentle arch, few repeats; chance decides between equals.
 * @param options.end Degrees (modulo 7) the last tone may have.
 * @param options.from The tone before, to go on from.
 */
export function writePhrase(
  random: Random,
  options: {
    chords: Progression;
    rhythm: number[][];
    metre: 3 | 4;
    end: readonly number[];
    from?: number;
    /** Height of the arch in degrees. */
    lift: number;
  },
): Tone[] {
  const slots = layOut(options);
  const degrees = Array.from({ length: range[1] - range[0] + 1 }, (_, index) => range[0] + index);
  let costs = degrees.map((degree) => {
    const start = options.from === undefined ? Math.abs(degree - 3) * 0.4 : stepCost(options.from, degree);
    return start + slotCost(slots, 0, degree, options) + random();
  });
  const paths: number[][] = [];
  for (let index = 1; index < slots.length; index++) {
    const previous = costs;
    const path: number[] = [];
    costs = degrees.map((degree) => {
      let best = Infinity;
      for (const [place, before] of degrees.entries()) {
        const cost = previous[place]! + stepCost(before, degree);
        if (cost < best) [best, path[degree - range[0]]] = [cost, place];
      }
      return best + slotCost(slots, index, degree, options) + random() * 1.2;
    });
    paths.push(path);
  }
  let place = costs.indexOf(Math.min(...costs));
  const tune = [place];
  for (const path of paths.toReversed()) tune.unshift((place = path[place]!));
  return slots.map(({ beat, length }, index) => ({ degree: degrees[tune[index]!]!, beat, length }));
}

/**
 * The same tune sung again: some long tones end in a step towards the next one. The last tone stays.
 * @param chance Of each long tone, 0 to 1.
 */
export function varyTune(random: Random, tune: readonly Tone[], chance: number): Tone[] {
  return tune.flatMap((tone, index) => {
    const next = tune[index + 1];
    const leap = next ? next.degree - tone.degree : 1;
    if (Math.abs(leap) === 1 || tone.length < 2 || random() >= chance) return [tone];
    // A passing tone inside a leap, a neighbour between equals.
    const degree = tone.degree + (Math.sign(leap) || (random() < 0.5 ? 1 : -1));
    return [
      { ...tone, length: tone.length - 1 },
      { degree, beat: tone.beat + tone.length - 1, length: 1 },
    ];
  });
}

type Slot = { beat: number; length: number; chord: Chord; isStrong: boolean; isLast: boolean };

function layOut({ chords, rhythm, metre }: { chords: Progression; rhythm: number[][]; metre: 3 | 4 }): Slot[] {
  const slots: Slot[] = [];
  for (const [bar, lengths] of rhythm.entries()) {
    const inBar = chords[bar]!;
    let beat = 0;
    for (const length of lengths) {
      const chord = inBar[Math.min(inBar.length - 1, Math.floor((beat / metre) * inBar.length))]!;
      const isStrong = beat === 0 || (metre === 4 && beat === 2) || length >= 2;
      slots.push({ beat: bar * metre + beat, length, chord, isStrong, isLast: false });
      beat += length;
    }
  }
  slots.at(-1)!.isLast = true;
  return slots;
}

function slotCost(
  slots: Slot[],
  index: number,
  degree: number,
  { end, lift }: { end: readonly number[]; lift: number },
): number {
  const slot = slots[index]!;
  const step = ((degree % 7) + 7) % 7;
  const isChordTone = triad(slot.chord).includes(step);
  if (slot.isLast) return end.includes(step) ? Math.abs(degree - 1) * 0.2 : 100;
  const place = index / (slots.length - 1);
  const arch = 1.5 + lift * Math.sin(Math.PI * Math.min(1, place * 1.15));
  let cost = Math.abs(degree - arch) * 0.35;
  if (!isChordTone) cost += slot.isStrong ? 50 : 1.2;
  // The fourth and the leading tone pull; they pass, but don't rest.
  if ((step === 3 || step === 6) && slot.length >= 2) cost += 1.5;
  return cost;
}

function stepCost(from: number, to: number): number {
  return [1.4, 0, 0.7, 1.8, 2.6, 4.5, 6, 5][Math.abs(to - from)] ?? 30;
}
