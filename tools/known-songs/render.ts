import { seededRandom } from '@kinora/media/audio';
import { compose } from './compose.ts';
import type { Truth } from './compose.ts';
import { isDrum, playNote, songRate } from './instruments.ts';
import type { SongPlan } from './plans.ts';

/** Seconds in which a released note fades. */
const release = 0.08;

/**
 * Plays a plan.
 * @returns Mono in [-1, 1] at {@link songRate}, its peak at −1 dB, with what is known of it.
 */
export function renderSong(plan: SongPlan): { samples: Float32Array; truth: Truth } {
  const { notes, truth, seconds } = compose(plan);
  const samples = new Float32Array(Math.ceil(seconds * songRate));
  for (const note of notes) {
    const wave = playNote(note.instrument, note.pitch);
    const start = Math.max(0, Math.round(note.at * songRate));
    const held = isDrum(note.instrument) ? wave.length : Math.round(note.duration * songRate);
    const fade = Math.round(release * songRate);
    const length = Math.min(wave.length, held + fade, samples.length - start);
    for (let index = 0; index < length; index++) {
      const gain = index < held ? 1 : 1 - (index - held) / fade;
      samples[start + index]! += wave[index]! * note.level * gain;
    }
  }
  if (plan.noise !== undefined) {
    const random = seededRandom(plan.seed);
    for (let index = 0; index < samples.length; index++) samples[index]! += plan.noise * (random() * 2 - 1);
  }
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const gain = 0.89 / Math.max(peak, 1e-9);
  for (let index = 0; index < samples.length; index++) samples[index]! *= gain;
  return { samples, truth };
}
