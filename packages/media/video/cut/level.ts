import { createLoudnessMeter, limit, truePeak } from '../../audio/index.ts';
import { sampleRate } from './sound-reader.ts';

/** Blocks of two channels of the same length. */
export type SoundBlocks = Iterable<[Float32Array, Float32Array]>;

/** Loudness that platforms play videos at, in LUFS. */
export const targetLoudness = -14;
/** dBTP. Encoding adds a little, which leaves it below −1. */
const ceiling = -1.6;
/** The whole is raised by so much at the most, in dB: more would bring up nothing but noise. */
const mostGain = 30;

/** What was measured. LUFS and dBTP; −Infinity in silence. */
export type Level = { loudness: number; peak: number };

/** Measures all of it. */
export function measureLevel(blocks: SoundBlocks, onBlock?: (samples: number) => void): Level {
  let peak = -Infinity;
  function* peaked() {
    for (const block of blocks) {
      peak = Math.max(peak, truePeak(block));
      yield block;
    }
  }
  return { loudness: measureLoudness(peaked(), onBlock), peak };
}

/** Measures the loudness of all of it, which is all that is to be known of sound whose peaks are limited. */
export function measureLoudness(blocks: SoundBlocks, onBlock: (samples: number) => void = () => {}): number {
  const meter = createLoudnessMeter(sampleRate, 2);
  for (const block of blocks) {
    meter.push(block);
    onBlock(block[0].length);
  }
  return meter.integrated();
}

/** The gain in dB that brings sound to {@link targetLoudness}: one for all of it, so that nothing is pumped. */
export function gainFor({ loudness }: Pick<Level, 'loudness'>): number {
  return Number.isFinite(loudness) ? Math.min(mostGain, targetLoudness - loudness) : 0;
}

/** Whether sound with such a gain has to be limited. */
export function needsLimit({ peak }: Level, gain: number): boolean {
  return peak + gain > ceiling;
}

/** Samples that are limited at a time. */
const step = 4 * sampleRate;
/** What lies before is limited with them, until the limiter has let go; and what lies ahead, which it looks at. */
const [behind, ahead] = [sampleRate, 1024];

/** Amplifies sound and keeps its peaks below the ceiling, in blocks of another length than those that come. */
export function* applyGain(blocks: SoundBlocks, gain: number): Generator<[Float32Array, Float32Array]> {
  const factor = 10 ** (gain / 20);
  const waiting = [0, 1].map(() => new Float32Array(behind + step + ahead));
  /** Samples in `waiting`, and how many of them have been given out. */
  let [filled, done] = [0, 0];
  const give = (until: number): [Float32Array, Float32Array] => {
    const limited = limit(
      waiting.map((channel) => channel.subarray(0, filled)),
      { sampleRate, ceilingDb: ceiling },
    );
    const [left, right] = limited.map((channel) => channel.slice(done, until));
    const drop = Math.max(0, until - behind);
    for (const channel of waiting) channel.copyWithin(0, drop, filled);
    filled -= drop;
    done = until - drop;
    return [left!, right!];
  };
  for (const block of blocks) {
    for (let at = 0; at < block[0].length;) {
      const count = Math.min(block[0].length - at, waiting[0]!.length - filled);
      waiting.forEach((channel, side) => {
        const source = block[side]!;
        for (let index = 0; index < count; index++) channel[filled + index] = source[at + index]! * factor;
      });
      filled += count;
      at += count;
      if (filled === waiting[0]!.length) yield give(filled - ahead);
    }
  }
  if (filled > done) yield give(filled);
}
