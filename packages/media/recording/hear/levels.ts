/** Sound over time. One value a step in each list, all of the same length. */
export type SoundLevels = {
  /** Seconds a step. */
  step: number;
  /** Root mean square in dB below full scale, −100 to 0, to a tenth. A sine of full scale has −3. */
  loudness: number[];
  /** Integrated loudness in LUFS (ITU-R BS.1770-4); null in silence. */
  integrated: number | null;
  /** How much it sounds like somebody speaking, from 0 to 1. */
  voice: number[];
  /** How much it sounds like laughter: loud, in quick even pulses. From 0 to 1. */
  burst: number[];
};

/** Seconds a step of {@link SoundLevels}. */
export const levelStep = 0.05;

/** Counts the loudness of blocks of any length, step by step. */
export function createLevelCounter(sampleRate: number) {
  const length = Math.round(sampleRate * levelStep);
  const levels: number[] = [];
  let [sum, filled] = [0, 0];
  const push = (planes: readonly Float32Array[]) => {
    const count = planes[0]?.length ?? 0;
    for (let at = 0; at < count;) {
      const end = Math.min(count, at + length - filled);
      let energy = 0;
      for (const plane of planes) for (let index = at; index < end; index++) energy += plane[index]! * plane[index]!;
      sum += energy / planes.length;
      filled += end - at;
      at = end;
      if (filled === length) close();
    }
  };
  const close = () => {
    if (filled > 0) levels.push(inDecibels(sum / filled));
    [sum, filled] = [0, 0];
  };
  return { push, finish: () => (close(), levels) };
}

/** dB of a mean square, −100 at least, to a tenth. */
export function inDecibels(power: number): number {
  return Math.max(-100, Math.min(0, Math.round(100 * Math.log10(Math.max(power, 1e-10))) / 10));
}
