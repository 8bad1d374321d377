import type { Job } from '../api/types.ts';

const kinds = {
  story: { make: 'Making a story', edit: 'Changing a story', outputs: 'Making files', publish: 'Publishing' },
  'music-video': {
    make: 'Making a music video',
    edit: 'Changing a music video',
    outputs: 'Making files',
    publish: 'Publishing',
  },
  'live-style': {
    make: 'Painting a video',
    edit: 'Changing a video',
    outputs: 'Making files',
    publish: 'Publishing',
  },
  language: {
    make: 'Reading a recording',
    edit: 'Changing a recording',
    outputs: 'Making files',
    publish: 'Publishing',
  },
} as const;

/** What a job is, in words. */
export function jobTitle(job: Job): string {
  return kinds[job.studio][job.kind];
}

/** How a job stands, in words. */
export function jobState(job: Job): string {
  switch (job.state) {
    case 'queued':
      return 'Waiting its turn. You can close this page.';
    case 'running':
      return job.step || 'Working';
    case 'done':
      return job.endedAt && job.startedAt ? `Done in ${spanOf(job.startedAt, job.endedAt)}` : 'Done';
    case 'cancelled':
      return 'Stopped. What was finished is kept.';
    case 'failed':
      return job.error?.detail ?? job.error?.title ?? 'It stopped before the end.';
  }
}

/** "2 steps done, 11 kept from before" – what a job could take from before. */
export function reuseWords(job: Job): string | null {
  if (!job.reuse || job.reuse.reused === 0) return null;
  return `${job.reuse.computed} ${job.reuse.computed === 1 ? 'step' : 'steps'} done, ${job.reuse.reused} kept from before`;
}

/** The time between two dates as "2.5 s" or "3 min". */
export function spanOf(from: string, to: string): string {
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`;
}
