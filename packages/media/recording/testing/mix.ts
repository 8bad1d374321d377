import { composeLullaby } from '../../audio/lullaby/play.ts';
import { seededRandom } from '../../audio/random.ts';
import { resample } from '../../audio/resample.ts';
import { vowel } from './babble.ts';
import type { SampleSchedule } from './schedule.ts';

/** Hertz of the mixed sound, and of a voice. */
export const mixRate = 48_000;

/** What somebody said, and where in the stereo picture they stand: −1 left to 1 right. */
type Voice = { start: number; pan: number; samples: Float32Array };

/** Decibels of music under talk, from what the composer gives. */
const musicGain = 10 ** (-13 / 20);
/** A microphone in a room is never silent. */
const roomLevel = 0.0006;

/**
 * Mixes a sample recording's sound in blocks of ten seconds: voices, laughter, soft music and a room that hums.
 * @param voiceOf Gives the samples of a line at {@link mixRate}.
 */
export function* mixSample(
  schedule: SampleSchedule,
  { seed, voiceOf }: { seed: number; voiceOf: (index: number) => Float32Array },
): Generator<[Float32Array, Float32Array]> {
  const random = seededRandom(seed + 1);
  const music = schedule.music.length > 0 ? composeLullaby({ seed, seconds: 60 }).channels : [];
  const total = Math.round(schedule.seconds * mixRate);
  const blockLength = 10 * mixRate;
  let open: Voice[] = [];
  let [line, laugh, hum] = [0, 0, 0];
  for (let from = 0; from < total; from += blockLength) {
    const length = Math.min(blockLength, total - from);
    const [left, right] = [new Float32Array(length), new Float32Array(length)];
    for (let at = 0; at < length; at++) {
      // Rooms hum below, so the noise is smoothed.
      hum = 0.98 * hum + (random() - 0.5);
      left[at] = hum * roomLevel;
      right[at] = hum * roomLevel * 0.9 + (random() - 0.5) * roomLevel * 0.3;
    }
    const until = (from + length) / mixRate;
    for (let next = schedule.lines[line]; next && next.start < until; next = schedule.lines[++line]) {
      open.push({ start: next.start, pan: next.speaker === 'host' ? 0.12 : -0.18, samples: voiceOf(next.index) });
    }
    for (let next = schedule.laughs[laugh]; next && next.start < until; next = schedule.laughs[++laugh]) {
      const seconds = next.end - next.start;
      open.push({ start: next.start, pan: 0.12, samples: makeLaughter({ seconds, pitch: 310, seed: seed + laugh }) });
      open.push({
        start: next.start + 0.12,
        pan: -0.18,
        samples: makeLaughter({ seconds: seconds * 0.8, pitch: 170, seed: seed + laugh + 500 }),
      });
    }
    for (const voice of open) addVoice([left, right], voice, from);
    open = open.filter(({ start, samples }) => start * mixRate + samples.length > from + length);
    for (const span of schedule.music) addMusic([left, right], music, { from, span });
    yield [left, right];
  }
}

/**
 * "Ha ha ha": five pulses a second of a breathy vowel, each softer and lower than the one before it; a new breath each
 * second and a half.
 */
export function makeLaughter({ seconds, pitch, seed }: { seconds: number; pitch: number; seed: number }): Float32Array {
  const random = seededRandom(seed);
  const samples = new Float32Array(Math.round(seconds * mixRate));
  const pulse = 0.19 + 0.02 * random();
  for (let time = 0, count = 0; time + pulse <= seconds; time += pulse * (0.97 + 0.06 * random()), count++) {
    const inBreath = count % 8;
    const level = 0.34 * 0.93 ** inBreath;
    const hum = resample(
      vowel([820, 1350], { pitch: pitch * (1.15 - 0.035 * inBreath), seconds: pulse * 0.55, level }),
      { from: 24_000, to: mixRate },
    );
    const breath = Math.round(pulse * 0.25 * mixRate);
    const start = Math.round(time * mixRate);
    for (let at = 0; at < breath && start + at < samples.length; at++) {
      samples[start + at]! += (random() - 0.5) * 0.16 * level * Math.sin((Math.PI * at) / breath);
    }
    for (let at = 0; at < hum.length && start + breath + at < samples.length; at++) {
      samples[start + breath + at]! += hum[at]! + (random() - 0.5) * 0.03 * level;
    }
  }
  return samples;
}

function addVoice([left, right]: [Float32Array, Float32Array], { start, pan, samples }: Voice, from: number): void {
  const angle = ((pan + 1) * Math.PI) / 4;
  const [toLeft, toRight] = [Math.SQRT2 * Math.cos(angle), Math.SQRT2 * Math.sin(angle)];
  const offset = Math.round(start * mixRate) - from;
  const first = Math.max(0, -offset);
  const last = Math.min(samples.length, left.length - offset);
  for (let at = first; at < last; at++) {
    left[offset + at]! += samples[at]! * toLeft;
    right[offset + at]! += samples[at]! * toRight;
  }
}

function addMusic(
  [left, right]: [Float32Array, Float32Array],
  [one, two]: Float32Array[],
  { from, span }: { from: number; span: { start: number; end: number } },
): void {
  if (!one || !two) return;
  const [start, end] = [Math.round(span.start * mixRate), Math.round(span.end * mixRate)];
  const fade = 2 * mixRate;
  for (let at = Math.max(0, start - from); at < Math.min(left.length, end - from); at++) {
    const inside = from + at - start;
    const gain = musicGain * Math.min(1, inside / fade, (end - start - inside) / fade);
    left[at]! += one[inside % one.length]! * gain;
    right[at]! += two[inside % two.length]! * gain;
  }
}
