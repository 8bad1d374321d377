/** Beats of a bar as a musician writes them; 6/8 has two beats of three parts. */
export type Metre = '3/4' | '4/4' | '5/4' | '6/8';

/** What a section does in the song, judged by loudness, repetition and place. */
export type SectionLabel = 'intro' | 'verse-like' | 'build' | 'chorus-like' | 'drop' | 'bridge' | 'outro';

/** Part of a song, seconds; sections follow each other without gaps. */
export type Section = {
  start: number;
  end: number;
  label: SectionLabel;
  /** Sections that sound alike share a letter: A, B, A, B … */
  letter: string;
  /** Mean of the intensity curve over the section, [0, 1]. */
  intensity: number;
};

/** Why a moment was chosen. */
export type MomentReason = 'opening' | 'section' | 'rise' | 'fall' | 'peak' | 'quiet' | 'ending' | 'filler';

/** A moment that deserves a picture. */
export type KeyMoment = {
  /** Seconds, on a downbeat where the song has any. */
  timestamp: number;
  /** A few English words, e.g. "The chorus-like part A begins, much louder". */
  description: string;
  /** The intensity curve around the moment, [0, 1]. */
  intensity: number;
  reason: MomentReason;
};

/**
 * What Kinora hears in a song. Times in seconds from its first sample, tempi in beats a minute; every number is rounded to
 * four places.
 */
export type MusicAnalysis = {
  duration: number;
  /** Rate of the input, hertz. */
  sample_rate: number;
  /** Median tempo, or null when there is no pulse. */
  tempo: number | null;
  /** Tempo at every fourth beat, smoothed over five intervals; empty without a pulse. */
  tempo_curve: { timestamp: number; value: number }[];
  beat_times: number[];
  /** How hard each beat is struck, [0, 1], in the order of `beat_times`; the hardest twentieth has 1. */
  beat_strengths: number[];
  /** First beats of bars, each one of `beat_times`. */
  downbeat_times: number[];
  metre: Metre | null;
  /**
   * How far onsets on the beats exceed those elsewhere, [0, 1]; 0 without a pulse. A low value is a warning; a high one is
   * no proof of music: the beats found in speech lie on its syllables.
   */
  pulse_clarity: number;
  /** One value in [0, 1] per second from loudness, brightness and onset density. */
  intensity_curve: { timestamp: number; value: number }[];
  /** Loudness in [0, 1] at even steps, 0 in silence: fast enough for a picture to breathe with. */
  level_curve: { seconds_per_value: number; values: number[] };
  /** Starts of sounds, on and off the beat, with their strength in [0, 1]; there may be some without a pulse. */
  onsets: { timestamp: number; value: number }[];
  sections: Section[];
  /** In order of time. */
  key_moments: KeyMoment[];
  /** Tonic and mode, e.g. "A" and "minor"; null when nothing tonal is heard. `confidence` in [0, 1]. */
  key: { tonic: string; mode: 'major' | 'minor'; confidence: number } | null;
  /** Two axes in [−1, 1]: calm to tense, dark to bright. */
  mood: { tension: number; brightness: number };
};

/** A beat as a picture needs it. */
export type Beat = {
  /** Seconds. */
  time: number;
  /** How hard it is struck, [0, 1]. */
  strength: number;
  /** Whether a bar begins here. */
  isDownbeat: boolean;
};
