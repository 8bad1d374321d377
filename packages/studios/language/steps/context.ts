import type { AssetRef, ReuseCount, StudioContext, StudioModels } from '@kinora/capabilities';
import type { VocabularyItem } from '../analysis/item.ts';
import type { ItemEdit, Lesson, LessonEvent, LessonOutput, LessonRequest, PlanEdits } from '../schema.ts';

/** A recording that stays where it is: it is never copied, and only lent. */
export type RecordingAccess = {
  /** Stands for its bytes in derivations: another recording has another one. */
  identity: string;
  /**
   * Lends its path while `use` runs.
   * @throws KinoraError `request.conflict` when the file is not, or no longer, the one that {@link identity} stands for.
   */
  lend<Value>(use: (path: string) => Promise<Value>): Promise<Value>;
};

/** What an owner changed of a lesson, kept with a version. */
export type LessonScript = {
  /** The cues as they were edited, a JSON file of an array; null: as they were read. */
  cues: AssetRef | null;
  /** Parts of the plan that the owner set. */
  plan: PlanEdits;
  /** {@link RecordingAccess.identity} when the version was made; null without a recording. */
  recording: string | null;
};

/** What a lesson is made from. */
export type LessonInput = {
  /** Names the lesson for all time, in all its versions. */
  id: string;
  request: LessonRequest;
  script: LessonScript;
  /** Name of the recording, or of the subtitles: the title, when the request has none. */
  fileName?: string;
  /** Files to make. */
  outputs: readonly LessonOutput[];
};

/** What a lesson is made with. */
export type LessonContext = Omit<StudioContext<LessonEvent>, 'models' | 'audience'> & {
  models: Pick<StudioModels, 'language' | 'transcription' | 'identity'>;
  /** Null: words alone. */
  recording: RecordingAccess | null;
  /** Seconds since the job began. */
  seconds(): number;
  reuse(): Promise<ReuseCount>;
  /** Keeps the lesson as it is now. */
  save(lesson: Lesson): Promise<void>;
  /** What the owner changed of items, by their ids; of others nothing. */
  itemEdits(ids: readonly string[]): Promise<Record<string, ItemEdit>>;
  /** Imported dictionaries that are on, the first one first. */
  dictionaries(): Promise<AssetRef[]>;
  /** Dictionary forms that the owner knows; null where there is no list. */
  knownWords(): Promise<ReadonlySet<string> | null>;
  /** Puts items as they were found, with their evidence, into the owner's vocabulary. */
  keepItems(items: readonly VocabularyItem[]): Promise<void>;
};
