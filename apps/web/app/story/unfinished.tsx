import { Link } from 'react-router';
import type { Job, StoryDetail } from '../api/types.ts';
import { useJobControl } from '../jobs/use-jobs.ts';
import { Notice } from '../ui/notice.tsx';
import { wishFacts } from './wish-facts.ts';
import { Fault } from '../ui/fault.tsx';

type UnfinishedProps = { detail: StoryDetail; job: Job | null };

/** A story that was stopped or failed: why, and the way on. */
export function Unfinished({ detail, job }: UnfinishedProps) {
  const control = useJobControl();
  const isFailed = detail.story.state === 'failed';
  const again = `/story?wish=${encodeURIComponent(detail.story.wish)}`;
  return (
    <div className="grid items-center gap-8 min-[1000px]:grid-cols-2 min-[1000px]:gap-16">
      <div className="stack gap-5">
        <p className="text-small text-ink-2">{wishFacts(detail.story)}</p>
        <h1>{detail.story.title}</h1>
        <Notice
          tone={isFailed ? 'air' : 'lamp'}
          title={isFailed ? 'This story isn’t finished yet' : 'You stopped this story'}
        >
          {job?.error?.detail ?? 'What was made so far is kept. It can go on from there.'}
        </Notice>
        <div className="line">
          {job && (
            <button
              type="button"
              className="button button--lamp"
              aria-busy={control.isPending}
              disabled={control.isPending}
              onClick={() => control.mutate({ job, action: 'retry' })}
            >
              Go on with it
            </button>
          )}
          <Link className="button" to={again}>
            Change the wish
          </Link>
        </div>
        {control.error && <Fault>{control.error.message}</Fault>}
      </div>
      <img className="w-full rounded-2" src="/pictures/asleep.jpg" alt="" width="864" height="486" />
    </div>
  );
}
