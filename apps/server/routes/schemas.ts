import { artStyles, looks, worlds } from '@kinora/capabilities';
import { learners } from '@kinora/studios/language/schema';
import { filmSizes } from '@kinora/studios/music-video/schema';
import { z } from 'zod';
import { problem } from '../problem.ts';

/** A stored file, by the SHA-256 of its bytes. */
export const assetRef = z.object({
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  bytes: z.number().int(),
});

/** Studios, as they are named in addresses and in the database. */
export const studioNames = ['story', 'music-video', 'live-style', 'language'] as const;

/** One story in the library. */
export const storySummary = z.object({
  id: z.uuid(),
  studio: z.literal('story'),
  title: z.string(),
  wish: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.number().int(),
  state: z.enum(['making', 'ready', 'failed', 'cancelled']),
  style: z.enum(artStyles),
  aspect: z.enum(['16:9', '9:16', '1:1']),
  cover: assetRef.nullable(),
  seconds: z.number().nullable().describe('How long it takes to hear.'),
  scenes: z.number().int(),
});

/** One music video in the library. */
export const musicVideoSummary = z.object({
  id: z.uuid(),
  studio: z.literal('music-video'),
  title: z.string(),
  artist: z.string().nullable(),
  theme: z.string().describe('Empty: what the music suggested.'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.number().int(),
  state: z.enum(['making', 'ready', 'failed', 'cancelled']),
  world: z.enum(worlds).nullable().describe('Null until it is chosen.'),
  size: z.enum(filmSizes),
  cover: assetRef.nullable(),
  seconds: z.number().describe('Length of the song.'),
  scenes: z.number().int(),
  hasFilm: z.boolean().describe('The film can be watched whole.'),
});

/** One styled video, recording or snapshot in the library. */
export const liveWorkSummary = z.object({
  id: z.uuid(),
  studio: z.literal('live-style'),
  title: z.string(),
  kind: z.enum(['video', 'recording', 'snapshot']),
  look: z.enum(looks),
  prompt: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.number().int(),
  state: z.enum(['making', 'ready', 'failed', 'cancelled']),
  cover: assetRef.nullable(),
  seconds: z.number().describe('0 for a picture.'),
  width: z.number().int().describe('0 until it is known.'),
  height: z.number().int().describe('0 until it is known.'),
});

/** One lesson in the library. */
export const lessonSummary = z.object({
  id: z.uuid(),
  studio: z.literal('language'),
  title: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.number().int(),
  state: z.enum(['making', 'ready', 'failed', 'cancelled']),
  learns: z.enum(learners),
  link: z.string().nullable().describe('Page on which the recording plays.'),
  recording: z.enum(['video', 'audio', 'none']).describe('`none`: words alone, or not looked at yet.'),
  cover: assetRef.nullable(),
  seconds: z.number().describe('Length of the recording, or until the last word; 0 until it is known.'),
  sentences: z.number().int(),
  items: z.number().int().describe('Things to learn.'),
});

/** One entry of the library, of any studio. */
export const projectSummary = z.discriminatedUnion('studio', [
  storySummary,
  musicVideoSummary,
  liveWorkSummary,
  lessonSummary,
]);

/** A piece of work and how far it is. */
export const job = z.object({
  id: z.string(),
  studio: z.enum(studioNames),
  projectId: z.uuid(),
  title: z.string().describe('Of the project.'),
  kind: z.enum(['make', 'edit', 'outputs', 'publish']),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  step: z.string().describe('What is being done, for people.'),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  error: problem.nullable(),
  reuse: z.object({ computed: z.number().int(), reused: z.number().int() }).nullable(),
});

/** One finished step of a job: who did it, on which device, and how long it took. */
export const workItem = z.object({
  name: z.string().describe('e.g. `story.illustrate`.'),
  seconds: z.number().describe('When it was computed, by this job or an earlier one.'),
  reused: z.boolean().describe('It was there from an earlier job.'),
  servedBy: z.array(
    z.object({
      capability: z.string(),
      model: z.string().describe('`provider/model@revision`.'),
      device: z.string(),
      seconds: z.number(),
      instead: z.string().optional().describe('Why another model than the first of the route served.'),
    }),
  ),
});

/** Which page of a list. */
export const pageQuery = z.object({
  query: z.string().max(200).optional().describe('Words in the title or in what was asked for.'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional().describe('`next` of the page before.'),
});

/** Address of a project. */
export const projectId = z.object({ id: z.uuid('An id looks like 6f2c1c9e-….') });

/** A version in an address. */
export const versionNumber = z.coerce.number().int().min(1);

/** Header that makes a request count once, however often it is sent. */
export const idempotencyKey = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() });

/** Files of a project, with commas between, as `?outputs=` names them. */
export const outputsQuery = <Kind extends string>(kinds: readonly Kind[]) =>
  z
    .string()
    .max(400)
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(z.enum(kinds as readonly [Kind, ...Kind[]])))
    .optional();

export type StudioName = (typeof studioNames)[number];
export type StorySummary = z.infer<typeof storySummary>;
export type MusicVideoSummary = z.infer<typeof musicVideoSummary>;
export type LiveWorkSummary = z.infer<typeof liveWorkSummary>;
export type LessonSummary = z.infer<typeof lessonSummary>;
export type ProjectSummary = z.infer<typeof projectSummary>;
export type WorkItem = z.infer<typeof workItem>;
export type JobView = z.infer<typeof job>;

/** Answers of every route beside its success. */
export const failures = { '4xx': problem, '5xx': problem } as const;
