import type { AssetRef, ReuseCount } from '@kinora/capabilities';
import type { VocabularyItem } from '../analysis/item.ts';
import type { RubyPart } from '../analysis/furigana.ts';
import type { ItemKind } from '../lexicon/entry.ts';
import type { Cue, SubtitleWarning } from '../transcript/cue.ts';
import type { Sentence } from '../transcript/sentences.ts';
import type { EditPoint, LessonPlan } from './plan.ts';
import type { LessonRequest } from './request.ts';

/** Every file that a lesson can be had as. */
export const lessonOutputs = [
  'transcript',
  'captions',
  'vocabulary',
  'vocabulary-csv',
  'vocabulary-tsv',
  'anki',
  'worksheet',
  'main-video',
  'short-1',
  'short-2',
  'short-3',
  'short-4',
  'short-5',
  'thumbnail-1',
  'thumbnail-2',
  'thumbnail-3',
  'posts',
] as const;
export type LessonOutput = (typeof lessonOutputs)[number];

/** What a recording is. */
export type RecordingFacts = {
  /** Of the container: `mp4`, `matroska`, `mp3` … */
  format: string;
  seconds: number;
  bytes: number;
  /** Upright size in pixels, after rotation. Null: sound alone. */
  video: { width: number; height: number; fps: number; codec: string } | null;
  audio: { sampleRate: number; channels: number; codec: string } | null;
  subtitles: { index: number; codec: string; isText: boolean; language?: string; title?: string }[];
};

/** What is said, as the editor shows it and everything else is made from; a file of its own, `application/json`. */
export type TranscriptFile = {
  /** Where the words come from, for people. */
  origin: 'file' | 'embedded' | 'transcription' | 'edited';
  cues: Cue[];
  sentences: (Sentence & { furigana?: RubyPart[] })[];
  warnings: SubtitleWarning[];
};

/** Sound over time, for timelines and plans; a file of its own. One value a step. */
export type SoundTrack = {
  /** Seconds a step, 0.05. */
  step: number;
  /** Loudness in dB below full scale, −100 to 0, rounded. */
  loudness: number[];
  /** Integrated loudness in LUFS (ITU-R BS.1770-4); null in silence. */
  integrated: number | null;
};

/** Items with their evidence; a file of its own. */
export type ItemsFile = { items: VocabularyItem[] };

/** How hard a recording is, as separate signals. */
export type LessonDifficulty = {
  /** Items of each band, e.g. `{ N3: 14 }`. */
  bands: Record<string, number>;
  /** Share of the words (running ones) that the learner knows, where a list of known words is there. */
  coverage: number | null;
  /** Sentences in which exactly one word is unknown. */
  nextSentences: number[];
  /** Words a minute while somebody speaks. */
  pace: number;
  /** Higher is easier. `ja`: Tateishi's RS, about 50 for grown-ups' texts; `en`: Flesch's reading ease, 0 to 100. */
  readability: { ja: number | null; en: number | null };
};

/** A lesson as far as it is made. */
export type Lesson = {
  title: string;
  request: LessonRequest;
  facts: RecordingFacts | null;
  /** {@link TranscriptFile}. */
  transcript: AssetRef | null;
  /** {@link ItemsFile}. */
  items: AssetRef | null;
  /** {@link SoundTrack}. */
  sound: AssetRef | null;
  editPoints: EditPoint[];
  plan: LessonPlan | null;
  difficulty: LessonDifficulty | null;
  counts: { sentences: number; items: number; kinds: Partial<Record<ItemKind, number>> };
  /** Seconds until the last word; 0 until the words are there. */
  lastWord: number;
  outputs: Partial<Record<LessonOutput, AssetRef>>;
  reuse: ReuseCount;
  /** Since the job began: the transcript, the items, all; and what each file took. */
  seconds: { transcript: number; items: number; total: number; outputs: Partial<Record<LessonOutput, number>> };
  /** For people: what was done in another way than they might expect. */
  notes: string[];
};

/** What a lesson's job tells while it works; `seconds` since it began. */
export type LessonEvent =
  | { type: 'recording-end'; facts: RecordingFacts; seconds: number }
  | { type: 'transcript-end'; transcript: AssetRef; sentences: number; seconds: number }
  | { type: 'items-end'; items: AssetRef; count: number; seconds: number }
  | { type: 'plan-end'; plan: LessonPlan; editPoints: number; seconds: number }
  | { type: 'output-start'; output: LessonOutput; seconds: number }
  | { type: 'output-progress'; output: LessonOutput; fraction: number; seconds: number }
  | { type: 'output-end'; output: LessonOutput; file: AssetRef; reused: boolean; seconds: number }
  | { type: 'lesson-end'; reuse: ReuseCount; seconds: number };
