/** A word of a cue that is timed by itself. Times in seconds; `offset` indexes the cue's text (UTF-16). */
export type CueWord = { text: string; offset: number; start: number; end: number };

/** What is said in a stretch of a recording. Times in seconds from its start. */
export type Cue = {
  /** Place among the cues, from 0. */
  index: number;
  start: number;
  end: number;
  /** Plain text in one line. */
  text: string;
  /** Who says it, where the file tells. */
  speaker?: string;
  /** Where the file times words. */
  words?: CueWord[];
};

/** Something in a file that could not be read and was left out. `line` counts from 1; 0 where the file has no lines. */
export type SubtitleWarning = { line: number; reason: string };

/** Formats of subtitles. */
export const subtitleFormats = ['srt', 'vtt', 'ass', 'sbv', 'json3', 'srv3', 'ttml'] as const;
export type SubtitleFormat = (typeof subtitleFormats)[number];

/** A subtitle file, read. */
export type Subtitles = {
  format: SubtitleFormat;
  /** In order of their starts. */
  cues: Cue[];
  /** Language the file names itself, e.g. `ja`. */
  language?: string;
  warnings: SubtitleWarning[];
};

/** A cue as a format's reader finds it: markup still in its text, lines apart. */
export type RawCue = {
  start: number;
  end: number;
  /** Lines with markup. */
  lines: string[];
  speaker?: string;
  /** Words with times where the format has them apart from its text. */
  words?: { text: string; start: number; end: number }[];
  /** Line of the file. */
  line: number;
};

/** What a format's reader gives. */
export type RawSubtitles = { cues: RawCue[]; language?: string; warnings: SubtitleWarning[] };
