import type { Privacy, VideoForecast, VocabularyForecast, VocabularyReport } from '@kinora/capabilities/publishing';
import type { LessonLanguage, LessonOutput } from '@kinora/studios/language/schema';
import type { Job } from '../../api/types.ts';

/** How the public site is called, and whether there is one. */
export type SiteSettings = {
  isOn: boolean;
  title: string;
  description: string;
  language: LessonLanguage;
  address: string;
};

/** `GET /site`. */
export type SiteView = {
  settings: SiteSettings;
  lessons: { lesson: string; title: string; slug: string; publishedAt: string }[];
};

/** One entry of `GET /lessons/{id}/notion`. */
export type NotionExport = { job: Job; report: VocabularyReport | null };
export type { VocabularyForecast };

/** Videos that can be uploaded. */
export const uploadable = ['main-video', 'short-1', 'short-2', 'short-3', 'short-4', 'short-5'] as const;
export type Uploadable = (typeof uploadable)[number] & LessonOutput;

type Told = { title: string; description: string };

/** What is asked of an upload. */
export type UploadRequest = Told & {
  output: Uploadable;
  tags: string[];
  language: LessonLanguage;
  translations: Partial<Record<LessonLanguage, Told>>;
  privacy: Privacy;
  isMadeForKids: boolean;
  isSynthetic: boolean;
  thumbnail: string | null;
  captions: boolean;
  playlist: string | null;
};

/** One entry of `GET /lessons/{id}/youtube`. */
export type VideoUpload = {
  job: Job;
  output: Uploadable;
  title: string;
  privacy: Privacy;
  video: { id: string; url: string } | null;
  notes: string[];
};
export type { Privacy, VideoForecast };

/** `GET /youtube/connect`. */
export type YoutubeConnection = {
  state: 'off' | 'signed-out' | 'waiting' | 'signed-in';
  channel: { id: string; title: string } | null;
  device: { url: string; userCode: string; expiresAt: string } | null;
  problem: string | null;
};

/** `POST /youtube/connect`. */
export type SignInStep =
  | { method: 'browser'; url: string }
  | { method: 'device'; url: string; userCode: string; expiresAt: string };
