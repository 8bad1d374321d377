import type { AssetRef, ErrorCode, ReuseCount } from '@kinora/capabilities';
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

/** A piece of work that runs in the background. */
export type Job = {
  id: string;
  studio: 'story' | 'music-video';
  projectId: string;
  /** Of the project. */
  title: string;
  kind: 'make' | 'edit' | 'outputs';
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

/** `GET /stories`. */
export type Library = { items: StorySummary[]; next: string | null };

/** One entry of `GET /stories/{id}/versions`. */
export type Version = { version: number; createdAt: string; change: string };

/** One entry of `GET /voices`. */
export type Voice = { id: string; name: string; language: string; description: string };

/** `POST /wishes/check`. */
export type WishCheck = { verdict: 'allow' | 'soften' | 'block'; explanation?: string; suggestion?: string };

/** Whether a job still does something. */
export function isActive(job: Job | null | undefined): boolean {
  return job?.state === 'queued' || job?.state === 'running';
}
