import { artStyles } from '@kinora/capabilities';
import { outputKinds } from '@kinora/studios/story/schema';
import { z } from 'zod';
import { problem } from '../problem.ts';

/** A stored file, by the SHA-256 of its bytes. */
export const assetRef = z.object({
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  bytes: z.number().int(),
});

/** One story in the library. */
export const storySummary = z.object({
  id: z.uuid(),
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

/** A piece of work and how far it is. */
export const job = z.object({
  id: z.string(),
  storyId: z.uuid(),
  title: z.string(),
  kind: z.enum(['story', 'edit', 'outputs']),
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

/** What creating or changing a story answers. */
export const accepted = z.object({ story: storySummary, job });

/** Which files to make. */
export const outputsRequest = z.object({ outputs: z.array(z.enum(outputKinds)).min(1) });

export type StorySummary = z.infer<typeof storySummary>;
export type WorkItem = z.infer<typeof workItem>;
export type JobView = z.infer<typeof job>;

/** Answers of every route beside its success. */
export const failures = { '4xx': problem, '5xx': problem } as const;
