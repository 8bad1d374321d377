import type { ReactNode } from 'react';
import type { Job } from '../api/types.ts';
import { isActive } from '../api/types.ts';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useJobControl } from './use-jobs.ts';

type JobButtonProps = { job: Job; children?: ReactNode; className?: string };

/** Stops a job that runs, or lets one that stopped go on; nothing for one that is done. */
export function JobButton({ job, children, className = 'button button--small' }: JobButtonProps) {
  const control = useJobControl();
  const action = isActive(job) ? 'cancel' : job.state === 'failed' || job.state === 'cancelled' ? 'retry' : null;
  if (action === null) return null;
  return (
    <>
      <button
        type="button"
        className={className}
        disabled={control.isPending}
        onClick={() => control.mutate({ job, action })}
      >
        {children ?? (action === 'cancel' ? 'Stop' : 'Go on')}
      </button>
      {control.error && (
        <span className="text-small text-air" role="alert">
          {control.error.message}
        </span>
      )}
    </>
  );
}

type JobLineProps = {
  job: Job;
  /** What is being made. */
  words: string;
  /** 0 to 1; what the job says when omitted. */
  fraction?: number | null;
  /** A figure beside the bar; the share when omitted. */
  fact?: string;
  stop?: string;
};

/** One line about work that runs: what, how far, and a way to stop it. */
export function JobLine({ job, words, fraction, fact, stop = 'Stop' }: JobLineProps) {
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded-2 bg-seat px-4 py-1 text-small">
      <p className="font-bold" aria-live="polite">
        {words}
      </p>
      <span className="min-w-32 flex-1">
        <ProgressBar label={words} fraction={fraction ?? job.progress} />
      </span>
      <span className="num text-tiny text-ink-3">{fact ?? `${Math.round(job.progress * 100)} %`}</span>
      <JobButton job={job} className="button button--small button--bare -mr-3">
        {stop}
      </JobButton>
    </div>
  );
}

type JobEndedProps = {
  job: Job;
  /** Titles for when it failed and for when somebody stopped it. */
  failed?: string;
  stopped?: string;
  goOn?: string;
  /** Said when the job gives no reason. */
  kept?: string;
};

/** Why work ended before its time, and a way to go on with it; nothing when all is well. */
export function JobEnded({
  job,
  failed = 'It stopped before the end',
  stopped = 'You stopped it',
  goOn = 'Go on with it',
  kept = 'What was finished is kept.',
}: JobEndedProps) {
  if (job.state !== 'failed' && job.state !== 'cancelled') return null;
  return (
    <Notice
      tone={job.state === 'failed' ? 'air' : 'lamp'}
      title={job.state === 'failed' ? failed : stopped}
      actions={<JobButton job={job}>{goOn}</JobButton>}
    >
      {job.error?.detail ? <span lang="en">{job.error.detail}</span> : kept}
    </Notice>
  );
}
