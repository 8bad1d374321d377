import { Link } from 'react-router';
import { pageOf } from '../api/client.ts';
import { isActive } from '../api/types.ts';
import type { Job } from '../api/types.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { jobState, jobTitle, reuseWords } from './job-words.ts';
import { JobButton } from './job-buttons.tsx';
import { Fault } from '../ui/fault.tsx';

type JobRowProps = {
  job: Job;
  onLeave: () => void;
};

/** A job in the drawer: how far it is, and what can be done about it. */
export function JobRow({ job, onLeave }: JobRowProps) {
  const reuse = reuseWords(job);
  return (
    <li className="grid gap-1.5 py-3.5">
      <div className="flex items-baseline justify-between gap-3">
        <Link className="font-bold" to={pageOf({ studio: job.studio, id: job.projectId })} onClick={onLeave}>
          {job.title}
        </Link>
        {isActive(job) && <span className="num text-tiny text-ink-3">{Math.round(job.progress * 100)} %</span>}
      </div>
      {isActive(job) && <ProgressBar label={job.title} fraction={job.progress} />}
      {job.state === 'failed' ? (
        <Fault>{jobState(job)}</Fault>
      ) : (
        <p className="text-small text-ink-2">
          {jobTitle(job)}: {lowerFirst(jobState(job))}
        </p>
      )}
      {reuse && <p className="text-tiny text-ink-3">{reuse}</p>}
      <div className="flex items-center gap-2 empty:hidden">
        <JobButton job={job} />
      </div>
    </li>
  );
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
