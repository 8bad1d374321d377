import { Check } from 'lucide-react';
import { isActive } from '../api/types.ts';
import type { Job } from '../api/types.ts';
import { spanOf } from '../jobs/job-words.ts';
import type { MusicProgress } from './music-progress.ts';
import { segmentWords } from './progress-words.ts';

type MadeLineProps = { job: Job | null; progress: MusicProgress };

/** What the last work made, what it could keep, and how long it took. */
export function MadeLine({ job, progress }: MadeLineProps) {
  const segments = progress.film?.segments;
  if (!job || isActive(job) || job.state !== 'done' || !segments) return null;
  return (
    <output className="inline-flex items-center gap-1.5">
      <Check className="size-4 text-well" aria-hidden />
      {segmentWords(segments)}
      {job.startedAt && job.endedAt && ` in ${spanOf(job.startedAt, job.endedAt)}`}
    </output>
  );
}
