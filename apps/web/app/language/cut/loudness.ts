import type { SoundTrack } from '@kinora/studios/language/schema';

/** Quietest that is drawn, in dB below full scale. */
const floor = -60;

/**
 * Outline of the loudness as an SVG path in a box of `count` × 1, loud is up.
 * @param seconds Length of the recording; the outline is cut off or ends there.
 */
export function loudnessPath({ step, loudness }: SoundTrack, seconds: number, count = 1200): string {
  const points = Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at / count) * (seconds / step));
    const to = Math.max(from + 1, Math.floor(((at + 1) / count) * (seconds / step)));
    let loudest = -100;
    for (let index = from; index < to && index < loudness.length; index++)
      loudest = Math.max(loudest, loudness[index] ?? -100);
    return Math.max(0, Math.min(1, 1 - loudest / floor));
  });
  return `M0 1${points.map((height, at) => `L${at} ${(1 - height).toFixed(3)}`).join('')}L${count} 1Z`;
}
