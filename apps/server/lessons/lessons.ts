import type {
  CueEdit,
  Lesson,
  LessonChoices,
  LessonOutput,
  LessonRequest,
  PlanEdits,
  RecordingFacts,
  RecordingSource,
  SubtitleWarning,
} from '@kinora/studios/language/schema';
import type { AssetRef } from '@kinora/capabilities';
import type { Projects } from '../projects/projects.ts';
import type { JobView, LessonSummary } from '../routes/schemas.ts';
import type { FolderView } from './folders.ts';

/** What every call of this studio answers: the lesson as the library shows it, and the work that was started. */
export type LessonAndJob = { lesson: LessonSummary; job: JobView };

/** A subtitle file that was looked into. */
export type SubtitleFacts = {
  file: AssetRef;
  format: string;
  /** How many there are. */
  cues: number;
  /** As the file names it. */
  language: string | null;
  /** End of the last cue. */
  seconds: number;
  warnings: SubtitleWarning[];
};

/** What is to be known of a recording before a lesson is begun. */
export type RecordingProbe = {
  facts: RecordingFacts;
  /** What will be done in another way than one might expect, for people. */
  notes: string[];
  /** Whether somebody could write down what is said. */
  canTranscribe: boolean;
};

/** Options of an edit: the version that it starts from, and the key that makes it count once. */
export type EditOptions = { version?: number; idempotencyKey?: string };

/** All that can be done with lessons, for one owner. Routes and command line call nothing else. */
export type Lessons = Pick<
  Projects<LessonSummary, Lesson, LessonOutput>,
  'list' | 'rename' | 'remove' | 'versions' | 'output'
> & {
  /**
   * Starts a lesson. Without `outputs` its job ends with the items and the plan.
   * @param options.isTrusted A path may be anywhere: whoever asks could read it anyway.
   * @throws KinoraError `request.invalid` for files that are not what they should be, `auth.forbidden` for a path outside the
   * allowed folders, `asset.missing` for a file that was not uploaded.
   */
  create(
    request: LessonRequest,
    options?: { idempotencyKey?: string; outputs?: readonly LessonOutput[]; isTrusted?: boolean },
  ): Promise<LessonAndJob>;
  get(
    id: string,
    version?: number,
  ): Promise<{ lesson: LessonSummary; version: number; result: Lesson | null; job: JobView | null }>;
  /** Changes the transcript. @throws KinoraError `request.conflict` when a newer version is there. */
  editTranscript(id: string, cues: readonly CueEdit[], options?: EditOptions): Promise<LessonAndJob>;
  /** Changes plan and choices. @throws KinoraError `request.conflict` when a newer version is there. */
  editPlan(
    id: string,
    change: { plan?: PlanEdits; choices?: Partial<LessonChoices>; reset?: (keyof PlanEdits)[] },
    options?: EditOptions,
  ): Promise<LessonAndJob>;
  makeOutputs(id: string, outputs: readonly LessonOutput[], options?: EditOptions): Promise<LessonAndJob>;
  /** Looks into a subtitle file and stores it. @throws KinoraError `request.invalid`, with line and reason. */
  storeSubtitles(bytes: Uint8Array): Promise<SubtitleFacts>;
  /** The same with a file in an allowed folder. */
  storeSubtitlesAt(path: string): Promise<SubtitleFacts & { name: string }>;
  /** Looks into a recording. @throws KinoraError `request.invalid` for a file that is none, and as {@link Lessons.create}. */
  probe(recording: RecordingSource, options: { signal: AbortSignal; isTrusted?: boolean }): Promise<RecordingProbe>;
  /** What is in an allowed folder; null: the allowed folders themselves. */
  folder(path: string | null): Promise<FolderView>;
  /** The recording of a lesson, for the player. @throws KinoraError `resource.missing` where there is none. */
  recording(id: string): Promise<PlayableRecording>;
  /** Writes files into a folder. @returns Their paths. */
  exportFiles(
    id: string,
    outputs: readonly LessonOutput[],
    folder: string,
  ): Promise<Partial<Record<LessonOutput, string>>>;
};

/** A recording as the player gets it: a stored file, or one that stays where it is. */
export type PlayableRecording = { file: AssetRef; path: string | null };
