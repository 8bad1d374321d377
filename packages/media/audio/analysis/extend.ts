import { refine } from './beats.ts';
import type { Envelopes } from './onsets.ts';
import { frameRate } from './spectra.ts';

/** Beats that are tried at once. */
const group = 4;
/** Groups without sounds on the beat that are gone over when the beat comes back after them. */
const patience = 2;
/** How much stronger onsets on the beats must be than a quarter of a beat beside them. */
const clear = 1.4;
/** Beats at either end from which the pace is taken. */
const known = 9;

/**
 * Carries a chain of beats on into a faint beginning or end, where sounds still fall on the beat but too weakly to find it
 * by themselves.
 * @param beats Seconds, rising, at least four.
 * @param duration Seconds.
 */
export function extendBeats(beats: readonly number[], { onset }: Pick<Envelopes, 'onset'>, duration: number): number[] {
  if (beats.length < 4) return [...beats];
  const before = carryOn(beats, { onset, direction: -1, end: 0 });
  const after = carryOn(beats, { onset, direction: 1, end: duration });
  return [...before.reverse(), ...beats, ...after];
}

function carryOn(
  beats: readonly number[],
  { onset, direction, end }: { onset: Float32Array; direction: 1 | -1; end: number },
): number[] {
  const edge = direction < 0 ? beats.slice(0, known) : beats.slice(-known).reverse();
  let interval = Math.abs(edge.at(-1)! - edge[0]!) / (edge.length - 1);
  let last = edge[0]!;
  const added: number[] = [];
  let kept = 0;
  for (let weak = 0; weak <= patience; weak++) {
    const next: number[] = [];
    let [on, beside] = [0, 0];
    for (let step = 0; step < group; step++) {
      const expected = last + direction * interval;
      if ((end - expected) * direction < 0) break;
      const found = strongestNear(onset, expected, 0.08 * interval);
      on += found.value;
      for (const part of [0.25, 0.75]) {
        beside += strongestNear(onset, expected - direction * part * interval, 0.08 * interval).value / 2;
      }
      const time = found.value > 1 ? found.time : expected;
      interval += 0.1 * (Math.abs(time - last) - interval);
      last = time;
      next.push(time);
    }
    if (next.length === 0) break;
    added.push(...next);
    if (on > clear * beside + 0.3 * next.length) {
      kept = added.length;
      weak = -1;
    }
  }
  return added.slice(0, kept);
}

function strongestNear(onset: Float32Array, time: number, reach: number): { time: number; value: number } {
  let best = Math.round(time * frameRate);
  const [from, to] = [Math.ceil((time - reach) * frameRate), Math.floor((time + reach) * frameRate)];
  for (let frame = from; frame <= to; frame++) if ((onset[frame] ?? 0) > (onset[best] ?? 0)) best = frame;
  return { time: refine(onset, best) / frameRate, value: onset[best] ?? 0 };
}
