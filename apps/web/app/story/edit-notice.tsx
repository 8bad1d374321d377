import { isActive } from '../api/types.ts';
import type { Job } from '../api/types.ts';
import { useJobControl } from '../jobs/use-jobs.ts';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { StoryProgress } from './story-progress.ts';

type EditNoticeProps = { job: Job | null; progress: StoryProgress };

/** What a change does, and afterwards what it could keep. */
export function EditNotice({ job, progress }: EditNoticeProps) {
  const control = useJobControl();
  if (!job || job.kind === 'story') return null;
  if (isActive(job)) {
    const busy = progress.pages.flatMap((page, index) => (page.isBusy ? [index + 1] : []));
    const words = busy.length > 0 ? `Making page ${busy.join(', ')} again` : job.step || 'Starting the change';
    return (
      <Notice
        title={job.kind === 'outputs' ? 'Making files' : 'Changing the story'}
        actions={
          <button
            type="button"
            className="button button--small"
            disabled={control.isPending}
            onClick={() => control.mutate({ job, action: 'cancel' })}
          >
            Stop
          </button>
        }
      >
        <p className="mb-2">{words}</p>
        <ProgressBar label="The change" fraction={job.progress} />
      </Notice>
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
        {job.error?.detail ?? 'The story is as it was before.'}
      </Notice>
    );
  if (!job.reuse || job.kind === 'outputs') return null;
  const { computed, reused } = job.reuse;
  return (
    <Notice tone="well" title="Changed">
      {computed} {computed === 1 ? 'step was' : 'steps were'} done, {reused} kept from before.
    </Notice>
  );
}
