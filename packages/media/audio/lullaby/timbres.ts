import { fadeEdges } from '../fade.ts';
import type { Timbre } from './score.ts';

/** A decaying sine: frequency ratio to the fundamental, amplitude, seconds until it has fallen by 60 dB. */
type Partial = { ratio: number; amplitude: number; seconds: number };

/**
 * One struck or plucked tone at full strength, as a sum of decaying partials.
 * - Music box: a clamped bar, whose overtones lie at 6.27 and 17.5 times the fundamental and die at once, on a comb that
 *   adds a soft octave.
 * - Felt piano: stiff strings (f_n = n f √(1 + B n²), Fletcher 1964), two of them slightly apart, damped by felt.
 * - Harp: plucked near the middle, so even partials are weak.
 * @param pitch MIDI number.
 * @returns Mono, shape [seconds · sampleRate].
 */
export function strike(timbre: Exclude<Timbre, 'pad'>, pitch: number, sampleRate: number): Float32Array {
  const frequency = frequencyOf(pitch);
  const partials = { 'music-box': musicBox, 'felt-piano': feltPiano, harp }[timbre](frequency);
  const audible = partials.filter(({ ratio }) => ratio * frequency < Math.min(9000, sampleRate * 0.45));
  const longest = Math.max(...audible.map(({ seconds }) => seconds));
  const output = new Float32Array(Math.ceil(longest * sampleRate));
  for (const { ratio, amplitude, seconds } of audible)
    addDecay(output, { frequency: ratio * frequency, amplitude, seconds, sampleRate });
  const attack = Math.round({ 'music-box': 0.0025, 'felt-piano': 0.014, harp: 0.004 }[timbre] * sampleRate);
  fadeEdges(output, { rise: attack, fall: Math.round(0.05 * sampleRate) });
  return output;
}

/**
 * A steady, slowly breathing tone for a pad: a fundamental and soft octaves, each doubled a few cents apart.
 * @param seconds How long it lasts; the player shapes its start and end.
 */
export function sustain(pitch: number, { seconds, sampleRate }: { seconds: number; sampleRate: number }): Float32Array {
  const frequency = frequencyOf(pitch);
  const output = new Float32Array(Math.ceil(seconds * sampleRate));
  for (const [ratio, amplitude] of [
    [1, 0.3],
    [2, 0.07],
    [3, 0.03],
    [4, 0.012],
  ] as const) {
    for (const [cents, share] of [
      [-2.6, 1],
      [3.1, 0.45],
    ] as const) {
      addDecay(output, {
        frequency: frequency * ratio * 2 ** (cents / 1200),
        amplitude: amplitude * share,
        seconds: 1e6,
        sampleRate,
      });
    }
  }
  return output;
}

function frequencyOf(pitch: number): number {
  return 440 * 2 ** ((pitch - 69) / 12);
}

function musicBox(frequency: number): Partial[] {
  const ring = 2.6 * (700 / Math.max(350, frequency)) ** 0.45;
  return [
    { ratio: 1, amplitude: 0.55, seconds: ring },
    { ratio: 2.002, amplitude: 0.11, seconds: ring * 0.6 },
    { ratio: 3.01, amplitude: 0.03, seconds: ring * 0.35 },
    { ratio: 6.27, amplitude: 0.06, seconds: 0.16 },
    { ratio: 17.55, amplitude: 0.012, seconds: 0.04 },
  ];
}

function feltPiano(frequency: number): Partial[] {
  const ring = 3.8 * (262 / Math.max(90, frequency)) ** 0.35;
  return Array.from({ length: 8 }, (_, index) => index + 1).flatMap((number) => {
    const ratio = number * Math.sqrt(1 + 0.0004 * number ** 2);
    const amplitude = 0.3 * number ** -1.1 * Math.exp((-number * frequency) / 1500);
    const seconds = ring * number ** -0.6;
    return [
      { ratio, amplitude, seconds },
      { ratio: ratio * 1.0006, amplitude: amplitude * 0.7, seconds: seconds * 0.8 },
    ];
  });
}

function harp(frequency: number): Partial[] {
  const ring = 3 * (262 / Math.max(100, frequency)) ** 0.4;
  return Array.from({ length: 9 }, (_, index) => index + 1).map((number) => ({
    ratio: number * Math.sqrt(1 + 0.00008 * number ** 2),
    amplitude:
      0.55 * Math.abs(Math.sin(number * Math.PI * 0.42)) * number ** -1.7 * Math.exp((-number * frequency) / 4500),
    seconds: ring * number ** -0.85,
  }));
}

/** Adds amplitude · e^(−6.9 t / seconds) · sin(2π f t) by its two-term recurrence. */
function addDecay(
  output: Float32Array,
  {
    frequency,
    amplitude,
    seconds,
    sampleRate,
  }: { frequency: number; amplitude: number; seconds: number; sampleRate: number },
): void {
  const decay = 10 ** (-3 / (seconds * sampleRate));
  const angle = (2 * Math.PI * frequency) / sampleRate;
  const first = 2 * decay * Math.cos(angle);
  const second = -decay * decay;
  let before = 0;
  let now = amplitude * decay * Math.sin(angle);
  const length = Math.min(output.length, Math.ceil(seconds * 1.05 * sampleRate));
  for (let index = 1; index < length; index++) {
    output[index]! += now;
    const next = first * now + second * before;
    before = now;
    now = next;
  }
}
