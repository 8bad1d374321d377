import type { MusicAnalysis } from '@kinora/media/audio/analysis';

/** The music as the film plan needs it: everything by frame. */
export type MusicGrid = {
  fps: number;
  /** Of the whole film: the song rounded up to a frame. */
  frames: number;
  hasBeat: boolean;
  /** Frames on which bars begin, in order. */
  bars: readonly number[];
  /** Frames of beats in the middle of a bar of two, four or six. */
  halves: readonly number[];
  /** Median length of a bar in seconds; 2 without a beat. */
  barSeconds: number;
  beatSeconds: number;
  /** Intensity at a frame, [0, 1], between the seconds of the curve. */
  intensityAt(frame: number): number;
  /** The same as this song goes: its own loud parts count as loud. Decides how fast it is cut. */
  paceAt(frame: number): number;
  /** Loudness at a frame, [0, 1]. */
  levelAt(frame: number): number;
};

/** Counts a song in frames. */
export function createMusicGrid(analysis: MusicAnalysis, fps: number): MusicGrid {
  const { beat_times: beats, downbeat_times: downbeats, intensity_curve: curve, level_curve: levels } = analysis;
  const toFrame = (seconds: number) => Math.round(seconds * fps);
  const barSeconds = median(differences(downbeats)) ?? 2;
  const values = curve.map(({ value }) => value);
  const loud = Math.max(0.3, values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 1);
  const intensityAt = (frame: number) => between(values, frame / fps - (curve[0]?.timestamp ?? 0));
  return {
    fps,
    frames: Math.max(1, Math.ceil(analysis.duration * fps - 1e-6)),
    hasBeat: downbeats.length >= 2,
    bars: downbeats.map(toFrame),
    halves: findHalves(downbeats, beats).map(toFrame),
    barSeconds,
    beatSeconds: median(differences(beats)) ?? 0.5,
    intensityAt,
    paceAt: (frame) => 0.5 * intensityAt(frame) * (1 + 1 / loud),
    levelAt: (frame) => between(levels.values, frame / fps / levels.seconds_per_value),
  };
}

/** Median of bars that are as long as most: where a tracker lost the beat, bars are longer. */
function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function differences(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - times[index]!);
}

function findHalves(downbeats: readonly number[], beats: readonly number[]): number[] {
  return downbeats.slice(1).flatMap((next, index) => {
    const middle = (downbeats[index]! + next) / 2;
    const beat = beats.find((time) => Math.abs(time - middle) < 0.07);
    return beat === undefined ? [] : [beat];
  });
}

function between(values: readonly number[], place: number): number {
  const at = Math.max(0, Math.min(values.length - 1, place));
  const before = values[Math.floor(at)] ?? 0;
  const after = values[Math.ceil(at)] ?? before;
  return before + (after - before) * (at - Math.floor(at));
}
