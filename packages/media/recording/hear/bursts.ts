import { levelStep } from './levels.ts';
import { framesPerSecond } from './sound-frames.ts';
import type { SoundFrames } from './sound-frames.ts';

/** Values of the envelope a second. */
const rate = framesPerSecond * 2;

/** Seconds that are looked at for a rhythm: three to eight pulses of laughter. */
const reach = 0.7;

/** Time from one "ha" to the next in seconds (Bachorowski, Smoski & Owren 2001: mostly 0.15 to 0.3 s). */
const pulse = { shortest: 0.12, longest: 0.32 };

/**
 * How much each step sounds like laughter, from 0 to 1: a row of even pulses. The level of each 10 ms over {@link reach} on
 * either side, without its mean, is correlated with itself at the lags of {@link pulse}; the height of that peak, how deep
 * the level falls between the pulses, and how loud it is beside the rest of the recording are multiplied, so that each of
 * them is needed. Speech has pulses as well, but uneven ones.
 */
export function findBursts({ frames, steps }: { frames: SoundFrames; steps: number }): number[] {
  const { envelope } = frames;
  const usual = usualLevel(frames.level);
  const width = Math.round(reach * rate);
  const values = new Float64Array(2 * width + 1);
  const raw: number[] = [];
  for (let step = 0; step < steps; step++) {
    const centre = Math.round((step + 0.5) * levelStep * rate);
    let loudest = -100;
    for (let at = 0; at < values.length; at++) {
      values[at] = envelope[centre - width + at] ?? -100;
      loudest = Math.max(loudest, values[at]!);
    }
    const loud = ramp(loudest, usual - 12, usual - 4);
    raw.push(loud > 0 ? loud * rhythm(values, loudest) : 0);
  }
  // A burst is a burst in all of its length, between its pulses too.
  return raw.map((value, at) => {
    const near = raw.slice(Math.max(0, at - 3), at + 4);
    return Math.round(Math.min(Math.max(...near), value * 1.5 + 0.02) * 100) / 100;
  });
}

function rhythm(values: Float64Array, loudest: number): number {
  const count = values.length;
  let mean = 0;
  for (let at = 0; at < count; at++) {
    values[at] = Math.max(values[at]!, loudest - 30);
    mean += values[at]! / count;
  }
  let power = 0;
  for (let at = 0; at < count; at++) {
    values[at]! -= mean;
    power += values[at]! ** 2;
  }
  const depth = Math.sqrt(power / count);
  if (depth < 1.5) return 0;
  const correlation = (lag: number) => {
    let sum = 0;
    for (let at = 0; at + lag < count; at++) sum += values[at]! * values[at + lag]!;
    return sum / (power * (1 - lag / count));
  };
  let best = 0;
  for (let lag = Math.round(pulse.shortest * rate); lag <= Math.round(pulse.longest * rate); lag++) {
    // A true rhythm comes again at twice the lag and is at its lowest between.
    const here = correlation(lag);
    if (here <= best) continue;
    best = Math.max(best, Math.min(here, correlation(2 * lag) + 0.15, here - correlation(Math.round(lag / 2)) * 0.5));
  }
  return ramp(best, 0.35, 0.65) * ramp(depth, 1.5, 4);
}

/** Level of what is spoken: the middle of the frames that are not silent. */
function usualLevel(level: readonly number[]): number {
  const heard = Float32Array.from(level.filter((value) => value > -50)).sort();
  return heard[Math.floor(heard.length * 0.7)] ?? -100;
}

function ramp(value: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (value - from) / (to - from)));
}
