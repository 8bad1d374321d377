import { isActive } from '../api/types.ts';
import type { Job } from '../api/types.ts';
import { useJobControl } from '../jobs/use-jobs.ts';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { MusicProgress } from './music-progress.ts';
import { stageWords } from './progress-words.ts';

type WorkLineProps = { job: Job | null; progress: MusicProgress };

/** What is being made, how far it is and how long it will take; or why it ended before its time. */
export function WorkLine({ job, progress }: WorkLineProps) {
  const control = useJobControl();
  if (!job) return null;
  if (isActive(job)) {
    const { words, fact, fraction } =
      job.state === 'queued'
        ? { words: 'Waiting its turn: something else is being made first', fact: '', fraction: null }
        : progress.stage === 'done'
          ? { words: 'Starting', fact: '', fraction: null }
          : stageWords(progress);
    return (
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded-2 bg-seat px-4 py-1 text-small">
        <p className="font-bold" aria-live="polite">
          {words}
        </p>
        <span className="min-w-32 flex-1">
          <ProgressBar label={words} fraction={fraction ?? job.progress} />
        </span>
        <span className="num text-tiny text-ink-3">{fact}</span>
        <button
          type="button"
          className="button button--small button--bare -mr-3"
          disabled={control.isPending}
          onClick={() => control.mutate({ job, action: 'cancel' })}
        >
          Stop
        </button>
      </div>
    );
  }
  if (job.state === 'failed' || job.state === 'cancelled')
    return (
      <Notice
        tone={job.state === 'failed' ? 'air' : 'lamp'}
        title={job.state === 'failed' ? 'It stopped before the end' : 'You stopped it'}
        actions={
          <button
            type="button"
            className="button button--small"
            disabled={control.isPending}
            onClick={() => control.mutate({ job, action: 'retry' })}
          >
            Go on with it
          </button>
        }
      >
        {job.error?.detail ?? 'What was finished is kept.'}
      </Notice>
    );
  return null;
}
