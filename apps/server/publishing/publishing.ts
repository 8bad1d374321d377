import { privacies } from '@kinora/capabilities/publishing';
import type { Privacy, VideoForecast, VocabularyForecast, VocabularyReport } from '@kinora/capabilities/publishing';
import { z } from 'zod';
import type { JobView } from '../routes/schemas.ts';

/** Videos of a lesson that can be uploaded. */
export const uploadableOutputs = ['main-video', 'short-1', 'short-2', 'short-3', 'short-4', 'short-5'] as const;
export type UploadableOutput = (typeof uploadableOutputs)[number];

const languages = ['ja', 'en'] as const;
const told = z.object({ title: z.string().trim().min(1).max(100), description: z.string().max(5000) });

/** What is asked of an upload. What is left out is taken from the lesson's plan. */
export const uploadRequest = z.object({
  output: z.enum(uploadableOutputs),
  title: told.shape.title.optional(),
  description: told.shape.description.optional(),
  tags: z.array(z.string().trim().min(1).max(60)).max(60).optional(),
  language: z.enum(languages).default('ja').describe('Of title and description.'),
  translations: z
    .partialRecord(z.enum(languages), told)
    .optional()
    .describe('Title and description in the other language. Default: those of the plan.'),
  privacy: z.enum(privacies).default('private'),
  isMadeForKids: z.boolean().default(false),
  isSynthetic: z
    .boolean()
    .default(false)
    .describe('Realistic pictures or sounds that were altered or made by a machine; YouTube tells viewers.'),
  thumbnail: z.enum(['thumbnail-1', 'thumbnail-2', 'thumbnail-3']).nullable().default(null),
  captions: z.boolean().default(true).describe('Adds captions with the times of the video.'),
  playlist: z.string().min(1).max(100).nullable().default(null),
  again: z
    .boolean()
    .default(false)
    .describe('Uploads a file once more that is on the channel already, e.g. after it was deleted there.'),
});
export type UploadRequest = z.output<typeof uploadRequest>;

/** What a publishing job tells. */
export type PublishingEvent =
  | { type: 'notion-end'; report: VocabularyReport }
  /** The video is on the channel. */
  | { type: 'youtube-upload'; video: string; url: string }
  | { type: 'youtube-end'; video: string; url: string; notes: string[] };

/** A sending of a lesson's vocabulary. */
export type NotionExport = { job: JobView; report: VocabularyReport | null };

/** An upload of one of a lesson's videos. */
export type VideoUpload = {
  job: JobView;
  output: UploadableOutput;
  title: string;
  privacy: Privacy;
  /** Null until the video is on the channel. */
  video: { id: string; url: string } | null;
  /** What could not be done besides, for people. */
  notes: string[];
};

/** How it stands with the sign-in to YouTube. */
export type YoutubeConnection = {
  /** Whether the switch is on, and the OAuth client entered. */
  state: 'off' | 'signed-out' | 'waiting' | 'signed-in';
  channel: { id: string; title: string } | null;
  /** While somebody is to agree on another device. */
  device: { url: string; userCode: string; expiresAt: string } | null;
  /** Why it can't be used, with advice. */
  problem: string | null;
};

/** How a sign-in goes on: at an address in this browser, or with a code on another device. */
export type SignInStep =
  | { method: 'browser'; url: string }
  | { method: 'device'; url: string; userCode: string; expiresAt: string };

/** Options of what starts work: a key that makes it count once. */
type Once = { idempotencyKey?: string | undefined };

/** Bringing lessons to other places, for one owner. Routes and command line call nothing else. */
export type Publishing = {
  notion: {
    /** What sending would do. Writes nothing. @throws KinoraError `provider.*`, `request.conflict` before there are items. */
    forecast(lesson: string, options: { signal: AbortSignal }): Promise<VocabularyForecast>;
    /** Starts sending, or joins what is under way for this lesson. */
    send(lesson: string, options?: Once): Promise<JobView>;
    /** Sendings of a lesson, newest first. */
    list(lesson: string): Promise<NotionExport[]>;
  };
  youtube: {
    connection(options: { signal: AbortSignal }): Promise<YoutubeConnection>;
    /** @param origin Address of this server as the browser sees it. */
    signIn(method: 'browser' | 'device', options: { origin: string; signal: AbortSignal }): Promise<SignInStep>;
    /** Ends a sign-in by the browser. @throws KinoraError `auth.forbidden` unless it was begun here, within 10 minutes. */
    finishSignIn(answer: { state: string; code: string }, options: { signal: AbortSignal }): Promise<void>;
    /** Makes the sign-in useless there and forgets it here. */
    signOut(options: { signal: AbortSignal }): Promise<void>;
    playlists(options: { signal: AbortSignal }): Promise<{ id: string; title: string }[]>;
    /** What an upload takes of the day's allowances. Asks nobody. */
    forecast(lesson: string, request: UploadRequest): Promise<VideoForecast>;
    /** Starts an upload. The same file is never there twice unless `again` says so. */
    upload(lesson: string, request: UploadRequest, options?: Once): Promise<JobView>;
    /** Uploads of a lesson, newest first. */
    list(lesson: string): Promise<VideoUpload[]>;
  };
};
