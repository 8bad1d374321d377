import type { Mood } from '@kinora/capabilities';
import { applyBiquads, highPass } from '../biquad.ts';
import { fadeEdges } from '../fade.ts';
import { integratedLoudness } from '../loudness.ts';
import { reverberate } from '../reverb.ts';
import type { Pcm } from '../wav.ts';
import { type Note, type Score, writeLullaby } from './score.ts';
import { strike, sustain } from './timbres.ts';

/** Sample rate of a lullaby, hertz. */
const sampleRate = 48_000;
/** Integrated loudness of a lullaby, LUFS. */
const loudness = -23;
/** Seconds a pad takes to come and to go. */
const swell = { attack: 0.7, release: 1.3 };

/**
 * A lullaby, written and played: stereo, 48 kHz, −23 LUFS, exactly as long as asked, fading out on the tonic.
 * @param options.seed Whole number; another seed is another song.
 * @param options.seconds > 0.
 * @param options.mood Default `calm`.
 */
export function composeLullaby(options: { seed: number; seconds: number; mood?: Mood }): Pcm {
  return playScore(writeLullaby(options));
}

/** Plays a score with its timbres in a warm hall. */
export function playScore(score: Score): Pcm {
  const length = Math.round(score.seconds * sampleRate);
  const left = new Float32Array(length);
  const right = new Float32Array(length);
  const tones = new Map<string, Float32Array>();
  const longestPad = Math.max(0, ...score.notes.filter((note) => note.timbre === 'pad').map((note) => note.length));
  for (const note of score.notes) {
    const name = `${note.timbre} ${note.pitch}`;
    let tone = tones.get(name);
    if (!tone) {
      tone =
        note.timbre === 'pad'
          ? sustain(note.pitch, { seconds: longestPad + swell.release, sampleRate })
          : strike(note.timbre, note.pitch, sampleRate);
      tones.set(name, tone);
    }
    addNote([left, right], note, tone);
  }
  addHall(left, right);
  finish([left, right]);
  return { channels: [left, right], sampleRate };
}

function addNote([left, right]: [Float32Array, Float32Array], note: Note, tone: Float32Array): void {
  const start = Math.round(note.start * sampleRate);
  const angle = ((note.pan + 1) * Math.PI) / 4;
  const toLeft = note.velocity * Math.cos(angle);
  const toRight = note.velocity * Math.sin(angle);
  const isPad = note.timbre === 'pad';
  const rise = isPad ? Math.round(swell.attack * sampleRate) : 0;
  const until = Math.round(note.length * sampleRate);
  const fall = Math.round(swell.release * sampleRate);
  const last = Math.min(isPad ? until + fall : tone.length, tone.length, left.length - start);
  for (let index = 0; index < last; index++) {
    let sample = tone[index]!;
    if (isPad) {
      if (index < rise) sample *= index / rise;
      if (index > until) sample *= 1 - (index - until) / fall;
    }
    left[start + index]! += sample * toLeft;
    right[start + index]! += sample * toRight;
  }
}

/** A warm hall around everything. */
function addHall(left: Float32Array, right: Float32Array): void {
  const sum = new Float32Array(left.length);
  for (let index = 0; index < sum.length; index++) sum[index] = (left[index]! + right[index]!) * 0.5;
  const send = applyBiquads(sum, [highPass({ sampleRate, frequency: 160 })]);
  const hall = reverberate(send, { sampleRate, seconds: 2.4, size: 14, warmth: 2800, delay: 0.022 });
  for (let index = 0; index < left.length; index++) {
    left[index]! += 0.32 * hall[0][index]!;
    right[index]! += 0.32 * hall[1][index]!;
  }
}

/** Sets the loudness, opens softly and fades the last chord out to nothing. */
function finish(channels: [Float32Array, Float32Array]): void {
  const length = channels[0].length;
  const level = integratedLoudness(channels, sampleRate);
  const gain = Number.isFinite(level) ? 10 ** ((loudness - level) / 20) : 1;
  for (const channel of channels) {
    for (let index = 0; index < length; index++) channel[index]! *= gain;
    fadeEdges(channel, {
      rise: Math.min(Math.round(0.02 * sampleRate), length >> 1),
      fall: Math.min(Math.round(3.5 * sampleRate), length >> 1),
    });
  }
}
