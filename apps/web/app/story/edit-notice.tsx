import { Check } from 'lucide-react';
import { isActive } from '../api/types.ts';
import type { Job } from '../api/types.ts';
import { JobEnded, JobLine } from '../jobs/job-buttons.tsx';
import { reuseWords, spanOf } from '../jobs/job-words.ts';
import type { StoryProgress } from './story-progress.ts';

type EditNoticeProps = { job: Job | null; progress: StoryProgress };

/** What a change does while it is made, and afterwards what it could keep. */
export function EditNotice({ job, progress }: EditNoticeProps) {
  if (!job || (job.kind === 'make' && !isActive(job))) return null;
  if (isActive(job)) {
    const busy = progress.pages.flatMap((page, index) => (page.isBusy ? [index + 1] : []));
    const words =
      busy.length > 0 && job.kind === 'edit'
        ? `Making ${busy.length === 1 ? 'page' : 'pages'} ${busy.join(', ')} again`
        : upperFirst(job.step || 'starting');
    return <JobLine job={job} words={words} />;
  }
  if (job.state === 'failed' || job.state === 'cancelled')
    return <JobEnded job={job} failed="The change wasn’t finished" stopped="The change was stopped" />;
  const reuse = reuseWords(job);
  if (!reuse) return null;
  return (
    <output className="flex items-center gap-2 text-small text-ink-2">
      <Check className="icon text-well" aria-hidden />
      <span>
        {job.kind === 'edit' ? 'Changed' : 'Made'}
        {job.startedAt && job.endedAt && ` in ${spanOf(job.startedAt, job.endedAt)}`}: {reuse}.
      </span>
    </output>
  );
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
