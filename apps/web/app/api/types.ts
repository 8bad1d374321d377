import type { AssetRef, ErrorCode, Look, ReuseCount, World } from '@kinora/capabilities';
import type {
  Evidence,
  ItemEdit,
  Lesson,
  RecordingFacts,
  ReviewState,
  SubtitleWarning,
  VocabularyItem,
} from '@kinora/studios/language/schema';
import type { LiveStyleWork } from '@kinora/studios/live-style/schema';
import type { FilmSize, MusicVideo } from '@kinora/studios/music-video/schema';
import type { Story, StoryRequest } from '@kinora/studios/story/schema';

/** An RFC 9457 problem document as the server sends it. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code: ErrorCode;
  errors?: { path: string; message: string }[];
};

/** A story as the library lists it. */
export type StorySummary = {
  id: string;
  studio: 'story';
  title: string;
  wish: string;
  createdAt: string;
  updatedAt: string;
  version: number;
  state: 'making' | 'ready' | 'failed' | 'cancelled';
  style: StoryRequest['style'];
  aspect: StoryRequest['aspect'];
  cover: AssetRef | null;
  seconds: number | null;
  scenes: number;
};

/** A music video as the library lists it. */
export type MusicVideoSummary = {
  id: string;
  studio: 'music-video';
  title: string;
  artist: string | null;
  theme: string;
  createdAt: string;
  updatedAt: string;
  version: number;
  state: 'making' | 'ready' | 'failed' | 'cancelled';
  /** Null until it is chosen. */
  world: World | null;
  size: FilmSize;
  cover: AssetRef | null;
  /** Of the song. */
  seconds: number;
  scenes: number;
  /** The film can be watched whole. */
  hasFilm: boolean;
};

/** A styled video, recording or snapshot as the library lists it. */
export type LiveWorkSummary = {
  id: string;
  studio: 'live-style';
  title: string;
  kind: 'video' | 'recording' | 'snapshot';
  look: Look;
  prompt: string;
  createdAt: string;
  updatedAt: string;
  version: number;
  state: 'making' | 'ready' | 'failed' | 'cancelled';
  cover: AssetRef | null;
  /** 0 for a picture. */
  seconds: number;
  /** Pixels; 0 until they are known. */
  width: number;
  height: number;
};

/** A lesson as the library lists it. */
export type LessonSummary = {
  id: string;
  studio: 'language';
  title: string;
  createdAt: string;
  updatedAt: string;
  version: number;
  state: 'making' | 'ready' | 'failed' | 'cancelled';
  learns: 'ja' | 'en' | 'both';
  /** Page on which the recording plays. */
  link: string | null;
  /** `none`: words alone, or not looked at yet. */
  recording: 'video' | 'audio' | 'none';
  cover: AssetRef | null;
  /** Of the recording, or until the last word; 0 until it is known. */
  seconds: number;
  sentences: number;
  items: number;
};

/** One entry of the library. */
export type Project = StorySummary | MusicVideoSummary | LiveWorkSummary | LessonSummary;

/** A piece of work that runs in the background. */
export type Job = {
  id: string;
  studio: 'story' | 'music-video' | 'live-style' | 'language';
  projectId: string;
  /** Of the project. */
  title: string;
  kind: 'make' | 'edit' | 'outputs' | 'publish';
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  /** 0 to 1. */
  progress: number;
  step: string;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  error: Problem | null;
  reuse: ReuseCount | null;
};

/** `GET /stories/{id}`. */
export type StoryDetail = { story: StorySummary; version: number; result: Story | null; job: Job | null };

/** `GET /music-videos/{id}`. */
export type MusicVideoDetail = {
  video: MusicVideoSummary;
  version: number;
  result: MusicVideo | null;
  job: Job | null;
};

/** `GET /live-style/{id}`. */
export type LiveWorkDetail = {
  work: LiveWorkSummary;
  version: number;
  result: LiveStyleWork | null;
  job: Job | null;
};

/** `GET /lessons/{id}`. */
export type LessonDetail = { lesson: LessonSummary; version: number; result: Lesson | null; job: Job | null };

/** What starts or changes a lesson answers. */
export type LessonAccepted = { lesson: LessonSummary; job: Job };

/** `POST /lessons/probe`: what is to be known of a recording before a lesson is begun. */
export type RecordingProbe = { facts: RecordingFacts; notes: string[]; canTranscribe: boolean };

/** `POST /lessons/subtitles`: a subtitle file that was looked into. */
export type SubtitleFacts = {
  file: AssetRef;
  name: string | null;
  format: string;
  cues: number;
  language: string | null;
  /** End of the last cue. */
  seconds: number;
  warnings: SubtitleWarning[];
};

/** `GET /lessons/files`: what is in an allowed folder. */
export type FolderView = {
  /** Null: the allowed folders themselves. */
  path: string | null;
  parent: string | null;
  entries: {
    kind: 'folder' | 'recording' | 'subtitles';
    name: string;
    path: string;
    bytes: number | null;
    modifiedAt: string | null;
  }[];
};

/** An item of the vocabulary over all recordings, as found and edited. */
export type VocabularyEntry = Omit<VocabularyItem, 'evidence'> & {
  isStarred: boolean;
  isHidden: boolean;
  review: ReviewState;
  /** What was changed by the owner. */
  edit: ItemEdit;
  evidenceCount: number;
  lessonCount: number;
};

/** A place where an item is said. */
export type VocabularyEvidence = Omit<Evidence, never> & {
  itemId: string;
  lesson: string;
  lessonTitle: string;
  version: number;
  /** The recording's page at this second. */
  link: string | null;
};

/** How many items there are of each value. */
export type VocabularyFacets = {
  total: number;
  starred: number;
  hidden: number;
  kind: Record<string, number>;
  language: Record<string, number>;
  level: Record<string, number>;
  tag: Record<string, number>;
  review: Record<string, number>;
  speaker: Record<string, number>;
  lesson: { id: string; title: string; count: number }[];
};

/** `GET /vocabulary`. */
export type VocabularyPage = {
  items: (VocabularyEntry & { first: VocabularyEvidence | null })[];
  next: string | null;
  /** On the first page only. */
  facets: VocabularyFacets | null;
};

/** `GET /vocabulary/{id}`. */
export type VocabularyDetail = { item: VocabularyEntry; evidence: VocabularyEvidence[] };

/** `PATCH /vocabulary/{id}`: null takes an earlier change back. */
export type ItemChange = { [Field in keyof ItemEdit]?: ItemEdit[Field] | null };

/** `GET /projects`. */
export type Library = { items: Project[]; next: string | null };

/** One entry of a project's versions. */
export type Version = { version: number; createdAt: string; change: string };

/** One entry of `GET /voices`. */
export type Voice = { id: string; name: string; language: string; description: string };

/** `POST /wishes/check`. */
export type WishCheck = { verdict: 'allow' | 'soften' | 'block'; explanation?: string; suggestion?: string };

/** Whether a job still does something. */
export function isActive(job: Job | null | undefined): boolean {
  return job?.state === 'queued' || job?.state === 'running';
}
