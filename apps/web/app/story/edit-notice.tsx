import { Check } from 'lucide-react';
import { isActive } from '../api/types.ts';
import type { Job } from '../api/types.ts';
import { reuseWords, spanOf } from '../jobs/job-words.ts';
import { useJobControl } from '../jobs/use-jobs.ts';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { StoryProgress } from './story-progress.ts';

type EditNoticeProps = { job: Job | null; progress: StoryProgress };

/** What a change does while it is made, and afterwards what it could keep. */
export function EditNotice({ job, progress }: EditNoticeProps) {
  const control = useJobControl();
  if (!job || (job.kind === 'make' && !isActive(job))) return null;
  if (isActive(job)) {
    const busy = progress.pages.flatMap((page, index) => (page.isBusy ? [index + 1] : []));
    const words =
      busy.length > 0 && job.kind === 'edit'
        ? `Making ${busy.length === 1 ? 'page' : 'pages'} ${busy.join(', ')} again`
        : upperFirst(job.step || 'starting');
    return (
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded-2 bg-seat px-4 py-1 text-small">
        <p className="font-bold" aria-live="polite">
          {words}
        </p>
        <span className="min-w-32 flex-1">
          <ProgressBar label={words} fraction={job.progress} />
        </span>
        <span className="num text-tiny text-ink-3">{Math.round(job.progress * 100)} %</span>
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
        title={job.state === 'failed' ? 'The change wasn’t finished' : 'The change was stopped'}
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
