/** Seconds of one frame of {@link Levels}. */
export const levelFrame = 0.01;

/** How loud a recording is over time, and what counts as silence in it. */
export type Levels = {
  /** Root mean square per {@link levelFrame}, in dB of full scale, shape [ceil(seconds / levelFrame)]. */
  levels: Float32Array;
  /** Below this a frame is silent, dB. */
  threshold: number;
};

/**
 * Measures how loud speech is over time and where it pauses: silent is what lies nearer to the room than to the voice.
 * @param samples Mono in [-1, 1], shape [n].
 */
export function measureLevels(samples: Float32Array, sampleRate: number): Levels {
  const frame = Math.round(levelFrame * sampleRate);
  const levels = new Float32Array(Math.ceil(samples.length / frame));
  for (let index = 0; index < levels.length; index++) {
    const last = Math.min(samples.length, (index + 1) * frame);
    let sum = 0;
    for (let sample = index * frame; sample < last; sample++) sum += samples[sample]! ** 2;
    levels[index] = 10 * Math.log10(sum / (last - index * frame) + 1e-10);
  }
  const sorted = Float32Array.from(levels).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? -100;
  const [room, voice] = [at(0.05), at(0.9)];
  return { levels, threshold: Math.max(-60, Math.min(voice - 22, room + 0.45 * (voice - room))) };
}

/** A stretch of time in seconds. */
export type Stretch = { start: number; end: number };

/**
 * Stretches in which somebody speaks.
 * @param options.pause Silences shorter than this, seconds, belong to the speech: plosives hold their breath. Default 0.07.
 * @param options.blip Sounds shorter than this, seconds, are none. Default 0.03.
 */
export function findVoiced(
  { levels, threshold }: Levels,
  { pause = 0.07, blip = 0.03 }: { pause?: number; blip?: number } = {},
): Stretch[] {
  const stretches: Stretch[] = [];
  for (let frame = 0; frame < levels.length; frame++) {
    if (levels[frame]! < threshold) continue;
    const first = frame;
    while (frame < levels.length && levels[frame]! >= threshold) frame++;
    if ((frame - first) * levelFrame < blip) continue;
    const previous = stretches.at(-1);
    if (previous && first * levelFrame - previous.end < pause) previous.end = frame * levelFrame;
    else stretches.push({ start: first * levelFrame, end: frame * levelFrame });
  }
  return stretches;
}
