import { Play } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Job, StoryDetail } from '../api/types.ts';
import { useJobControl } from '../jobs/use-jobs.ts';
import { Notice } from '../ui/notice.tsx';
import { ratioOf } from './choices.ts';
import { MakingSteps } from './making-steps.tsx';
import { headlineOf, stepsOf } from './making-words.ts';
import { PageStrip } from './page-strip.tsx';
import { readyPages } from './story-progress.ts';
import type { StoryProgress } from './story-progress.ts';
import { StoryStage } from './story-stage.tsx';
import { wishFacts } from './wish-facts.ts';

type MakingProps = { detail: StoryDetail; job: Job | null; progress: StoryProgress; isLost: boolean };

/** A story while it is made: words at once, then picture after picture, voice after voice. */
export function Making({ detail, job, progress, isLost }: MakingProps) {
  const [chosen, setChosen] = useState(0);
  const control = useJobControl();
  const ready = readyPages(progress);

  return (
    <>
      <div className="head">
        <div className="stack gap-2">
          <p className="text-small text-ink-2">{wishFacts(detail.story)}</p>
          <h1>{progress.title ?? detail.story.title}</h1>
        </div>
        <div className="line">
          {job && (
            <button
              type="button"
              className="button button--bare"
              disabled={control.isPending}
              onClick={() => control.mutate({ job, action: 'cancel' })}
            >
              Stop
            </button>
          )}
          {ready > 0 && (
            <Link className="button button--lamp" to={`/read/${detail.story.id}`}>
              <Play className="icon fill-current" aria-hidden />
              Start reading
            </Link>
          )}
        </div>
      </div>
      {isLost && <LostNotice />}
      {progress.note && (
        <div className="mb-5">
          <Notice title="For the grown-up">{progress.note}</Notice>
        </div>
      )}
      <div className="making">
        <StoryStage
          page={progress.pages[chosen]}
          index={chosen}
          ratio={ratioOf(detail.story.aspect)}
          onEnd={() => {
            setChosen(Math.min(chosen + 1, progress.pages.length - 1));
            return chosen + 1 < progress.pages.length;
          }}
        />
        <section aria-labelledby="progress" className="making__steps">
          <h2 id="progress" aria-live="polite">
            {job?.state === 'queued' ? 'Waiting its turn' : headlineOf(progress)}
          </h2>
          <p className="mt-1.5 mb-3 text-small text-ink-2">
            {job?.state === 'queued'
              ? 'Something else is being made first. You can close this page.'
              : 'You can start with the first page, or close this page: it goes on by itself.'}
          </p>
          <MakingSteps steps={stepsOf(progress)} />
        </section>
        {progress.expected > 0 && (
          <div className="making__strip">
            <PageStrip pages={progress.pages} expected={progress.expected} current={chosen} onChoose={setChosen} />
          </div>
        )}
      </div>
    </>
  );
}

function LostNotice() {
  return (
    <div className="mb-5">
      <Notice title="Finding Kinora again…">The last thing you saw was saved. Trying every few seconds.</Notice>
    </div>
  );
}
