import { seededRandom } from '@kinora/media/audio';

/** What a note of a known song can be played on. */
export type Instrument =
  | 'kick'
  | 'snare'
  | 'rim'
  | 'hat'
  | 'open-hat'
  | 'shaker'
  | 'bass'
  | 'piano'
  | 'pluck'
  | 'pad'
  | 'strings'
  | 'lead'
  | 'organ'
  | 'bell'
  | 'brass';

/** Sample rate of every known song, hertz. */
export const songRate = 44_100;

const drums = new Set<Instrument>(['kick', 'snare', 'rim', 'hat', 'open-hat', 'shaker']);

/** Whether an instrument has no pitch and ends by itself. */
export function isDrum(instrument: Instrument): boolean {
  return drums.has(instrument);
}

const played = new Map<string, Float32Array>();

/**
 * One note of an instrument held for up to four seconds, the same on every call.
 * @param pitch MIDI note number; ignored by drums.
 * @returns Mono in [-1, 1] at {@link songRate}; the attack begins at sample 0.
 */
export function playNote(instrument: Instrument, pitch: number): Float32Array {
  const key = isDrum(instrument) ? instrument : `${instrument} ${pitch}`;
  const known = played.get(key);
  if (known) return known;
  const frequency = 440 * 2 ** ((pitch - 69) / 12);
  const note = voices[instrument](frequency);
  played.set(key, note);
  return note;
}

const voices: Record<Instrument, (frequency: number) => Float32Array> = {
  kick: () =>
    draw(0.32, (time) => Math.sin(2 * Math.PI * (47 * time + 2.6 * (1 - Math.exp(-time * 32)))) * Math.exp(-time * 13)),
  snare: () =>
    mix(
      noise(0.22, { decay: 22, colour: 0.45, seed: 2 }),
      draw(0.15, (t) => 0.5 * Math.sin(1194 * t) * Math.exp(-t * 26)),
    ),
  rim: () =>
    mix(
      noise(0.05, { decay: 120, colour: 0.3, seed: 5 }),
      draw(0.06, (t) => 0.8 * Math.sin(10_681 * t) * Math.exp(-t * 90)),
    ),
  hat: () => noise(0.08, { decay: 75, colour: 0.95, seed: 3 }),
  'open-hat': () => noise(0.35, { decay: 11, colour: 0.95, seed: 4 }),
  shaker: () => draw(0.1, shaped(noise(0.1, { decay: 0, colour: 0.9, seed: 6 }), 0.018, 40)),
  bass: (f) => partials(f, { seconds: 2.5, count: 7, slope: 1.1, attack: 0.006, decay: 1.6, damping: 0.7 }),
  piano: (f) =>
    partials(f, { seconds: 4, count: 12, slope: 1.25, attack: 0.002, decay: 1.1, damping: 0.45, stretch: 0.0004 }),
  pluck: (f) => partials(f, { seconds: 2, count: 14, slope: 0.9, attack: 0.001, decay: 2.8, damping: 0.9 }),
  pad: (f) =>
    mix(
      partials(f * 1.002, { seconds: 4, count: 8, slope: 1.4, attack: 0.12, decay: 0.05, damping: 0 }),
      partials(f * 0.998, { seconds: 4, count: 8, slope: 1.4, attack: 0.12, decay: 0.05, damping: 0 }),
    ),
  strings: (f) => partials(f, { seconds: 4, count: 10, slope: 1.15, attack: 0.05, decay: 0.1, damping: 0.05 }),
  organ: (f) => partials(f, { seconds: 4, count: 8, slope: 0.8, attack: 0.008, decay: 0.02, damping: 0 }),
  bell: (f) =>
    partials(2 * f, { seconds: 3, count: 5, slope: 1.6, attack: 0.002, decay: 2.2, damping: 1.4, stretch: 0.02 }),
  brass: (f) => partials(f, { seconds: 3, count: 12, slope: 0.9, attack: 0.03, decay: 0.2, damping: 0.1 }),
  lead: (f) => partials(f, { seconds: 3, count: 6, slope: 1, attack: 0.012, decay: 0.3, damping: 0.1 }),
};

function draw(seconds: number, wave: (time: number) => number): Float32Array {
  return Float32Array.from({ length: Math.round(seconds * songRate) }, (_, index) => wave(index / songRate));
}

function mix(first: Float32Array, second: Float32Array): Float32Array {
  const longer = first.length >= second.length ? first : second;
  return longer.map((_, index) => 0.7 * ((first[index] ?? 0) + (second[index] ?? 0)));
}

/** White noise, its bass taken away by `colour` (0 none, 1 all). */
function noise(seconds: number, options: { decay: number; colour: number; seed: number }): Float32Array {
  const random = seededRandom(options.seed);
  let before = 0;
  return draw(seconds, (time) => {
    const white = random() * 2 - 1;
    const value = white - options.colour * before;
    before = white;
    return 0.6 * value * Math.exp(-time * options.decay);
  });
}

function shaped(wave: Float32Array, attack: number, decay: number): (time: number) => number {
  return (time) =>
    0.8 *
    (wave[Math.round(time * songRate)] ?? 0) *
    (time < attack ? time / attack : Math.exp(-(time - attack) * decay));
}

type Partials = {
  seconds: number;
  count: number;
  /** Power by which partials weaken with their number. */
  slope: number;
  /** Seconds to full level. */
  attack: number;
  /** Nepers a second of the first partial, and what each further one adds. */
  decay: number;
  damping: number;
  /** Inharmonicity of a stiff string. */
  stretch?: number;
};

function partials(frequency: number, options: Partials): Float32Array {
  const { seconds, count, slope, attack, decay, damping, stretch = 0 } = options;
  const note = new Float32Array(Math.round(seconds * songRate));
  for (let number = 1; number <= count; number++) {
    const pitch = number * frequency * Math.sqrt(1 + stretch * number * number);
    if (pitch > songRate * 0.45) break;
    const step = (2 * Math.PI * pitch) / songRate;
    const turn = 2 * Math.cos(step);
    const level = 0.45 / number ** slope;
    const fade = Math.exp(-(decay + damping * (number - 1)) / songRate);
    let [before, now, gain] = [Math.sin(number), Math.sin(number + step), level];
    for (let index = 0; index < note.length; index++) {
      note[index]! += now * gain;
      [before, now] = [now, turn * now - before];
      gain *= fade;
    }
  }
  const rise = Math.max(1, Math.round(attack * songRate));
  for (let index = 0; index < rise; index++) note[index]! *= index / rise;
  return note;
}
