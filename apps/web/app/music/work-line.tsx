import { isActive } from '../api/types.ts';
import type { Job } from '../api/types.ts';
import { JobEnded, JobLine } from '../jobs/job-buttons.tsx';
import type { MusicProgress } from './music-progress.ts';
import { stageWords } from './progress-words.ts';

type WorkLineProps = { job: Job | null; progress: MusicProgress };

/** What is being made, how far it is and how long it will take; or why it ended before its time. */
export function WorkLine({ job, progress }: WorkLineProps) {
  if (!job) return null;
  if (isActive(job)) {
    const { words, fact, fraction } =
      job.state === 'queued'
        ? { words: 'Waiting its turn: something else is being made first', fact: '', fraction: null }
        : progress.stage === 'done'
          ? { words: 'Starting', fact: '', fraction: null }
          : stageWords(progress);
    return <JobLine job={job} words={words} fraction={fraction} fact={fact} />;
  }
  return <JobEnded job={job} />;
}
