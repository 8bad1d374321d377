import type { MusicAnalysis, Section, SectionLabel } from '@kinora/media/audio/analysis';
import type { HeardMusic } from '@kinora/media/music';
import { createChance } from '../director/chance.ts';

/** What a test song is like. */
export type SampleSong = {
  seconds?: number;
  /** Beats a minute; null: no pulse. */
  tempo?: number | null;
  /** Beats of a bar. */
  metre?: 3 | 4;
  key?: MusicAnalysis['key'];
  mood?: MusicAnalysis['mood'];
  keyMoments?: number;
  seed?: number;
};

const forms: readonly [SectionLabel, string, number][] = [
  ['intro', 'A', 0.15],
  ['verse-like', 'B', 0.4],
  ['build', 'C', 0.6],
  ['chorus-like', 'D', 0.85],
  ['verse-like', 'B', 0.45],
  ['chorus-like', 'D', 0.9],
  ['bridge', 'E', 0.3],
  ['drop', 'F', 1],
  ['outro', 'A', 0.1],
];

/** An analysis as it would be made of a song of nine sections, with the irregularities of real ones. */
export function sampleAnalysis(options: SampleSong = {}): MusicAnalysis {
  const { seconds = 90, tempo = 120, metre = 4, seed = 1, keyMoments = 8 } = options;
  const chance = createChance(seed);
  const beatSeconds = tempo === null ? null : 60 / tempo;
  const beats =
    beatSeconds === null
      ? []
      : Array.from({ length: Math.floor((seconds - 0.3) / beatSeconds) }, (_, index) =>
          round(0.2 + index * beatSeconds + 0.01 * (chance.next() - 0.5)),
        );
  const downbeats = beats.filter((_, index) => index % metre === 0);
  const sections = forms.map(([label, letter, intensity], index): Section => {
    const snap = (part: number) => {
      const time = part * seconds;
      return downbeats.reduce(
        (best, each) => (Math.abs(each - time) < Math.abs(best - time) ? each : best),
        time - (downbeats.length > 0 ? 1e3 : 0),
      );
    };
    return {
      start: index === 0 ? 0 : round(snap(index / forms.length)),
      end: index === forms.length - 1 ? seconds : round(snap((index + 1) / forms.length)),
      label,
      letter,
      intensity,
    };
  });
  const intensityAt = (time: number) => sections.find(({ end }) => time < end)?.intensity ?? 0.1;
  const moments = sections.slice(0, keyMoments).map(({ start, label, intensity }, index) => ({
    timestamp: start,
    description: `The ${label} begins`,
    intensity,
    reason: index === 0 ? ('opening' as const) : label === 'drop' ? ('peak' as const) : ('section' as const),
  }));
  return {
    duration: seconds,
    sample_rate: 44_100,
    tempo,
    tempo_curve: [],
    beat_times: beats,
    beat_strengths: beats.map((time, index) => round(Math.min(1, intensityAt(time) + (index % metre === 0 ? 0.2 : 0)))),
    downbeat_times: downbeats,
    metre: tempo === null ? null : metre === 3 ? '3/4' : '4/4',
    pulse_clarity: tempo === null ? 0 : 0.8,
    intensity_curve: Array.from({ length: Math.ceil(seconds) }, (_, timestamp) => ({
      timestamp,
      value: round(Math.max(0, Math.min(1, intensityAt(timestamp) + 0.1 * (chance.next() - 0.5)))),
    })),
    level_curve: {
      seconds_per_value: 0.1,
      values: Array.from({ length: Math.ceil(seconds * 10) }, (_, index) => round(intensityAt(index / 10))),
    },
    onsets: [],
    sections,
    key_moments: moments,
    key: options.key === undefined ? { tonic: 'A', mode: 'minor', confidence: 0.8 } : options.key,
    mood: options.mood ?? { tension: 0.1, brightness: 0 },
  };
}

/** The same with what a file tells. */
export function sampleHeard(options: SampleSong = {}): HeardMusic {
  const analysis = sampleAnalysis(options);
  return {
    analysis,
    waveform: { secondsPerPeak: 0.1, peaks: [0.5, 0.6], rms: [0.2, 0.3] },
    source: {
      format: 'mp3',
      codec: 'mp3',
      seconds: analysis.duration,
      sampleRate: 44_100,
      channels: 2,
      bytes: 1000,
      title: 'Paper Moon',
      artist: 'The Lanterns',
    },
  };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
