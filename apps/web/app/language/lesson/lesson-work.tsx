import type { LessonOutput } from '@kinora/studios/language/schema';
import { isActive } from '../../api/types.ts';
import type { Job } from '../../api/types.ts';
import { JobEnded, JobLine } from '../../jobs/job-buttons.tsx';
import { useWords } from '../words.ts';
import type { Words } from '../words.ts';
import type { LessonProgress } from './lesson-progress.ts';

type LessonWorkProps = { job: Job | null; progress: LessonProgress };

/** What is being made of a recording and how far it is; or why it ended before its time. */
export function LessonWork({ job, progress }: LessonWorkProps) {
  const { words } = useWords();
  if (!job) return null;
  if (isActive(job)) return <JobLine job={job} words={stageOf(job, progress, words)} stop={words.common.stop} />;
  return (
    <JobEnded
      job={job}
      failed={words.common.stoppedEarly}
      stopped={words.common.stopped}
      goOn={words.common.goOn}
      kept={words.common.kept}
    />
  );
}

function stageOf(job: Job, { transcript, items, plan, outputs }: LessonProgress, words: Words): string {
  if (job.state === 'queued') return words.common.queued;
  const busy = Object.entries(outputs).filter(([, state]) => state.file === null);
  if (busy.length > 0)
    return words.lesson.making(busy.map(([kind]) => words.files.names[kind as LessonOutput]?.[0] ?? kind).join(', '));
  if (job.kind !== 'outputs') {
    if (!transcript) return words.lesson.facts.transcript;
    if (!items) return words.lesson.facts.items;
    if (!plan) return words.lesson.facts.plan;
  }
  return words.state.making;
}
