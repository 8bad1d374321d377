import type { AssetRef } from '@kinora/capabilities';
import type { Lesson, LessonEvent, LessonOutput, LessonPlan, RecordingFacts } from '@kinora/studios/language/schema';

/** How far a lesson is, from its result and from what its job tells. */
export type LessonProgress = {
  facts: RecordingFacts | null;
  transcript: AssetRef | null;
  items: AssetRef | null;
  plan: LessonPlan | null;
  /** Files: on their way (`file` is null) or there. */
  outputs: Partial<Record<LessonOutput, { fraction: number; file: AssetRef | null }>>;
};

export const emptyProgress: LessonProgress = { facts: null, transcript: null, items: null, plan: null, outputs: {} };

/** What there is of a lesson. */
export function progressOf({ facts, transcript, items, plan, outputs }: Lesson): LessonProgress {
  const there = Object.entries(outputs).map(([kind, file]) => [kind, { fraction: 1, file }]);
  return { facts, transcript, items, plan, outputs: Object.fromEntries(there) as LessonProgress['outputs'] };
}

/** The same after one more event. */
export function advance(progress: LessonProgress, event: LessonEvent): LessonProgress {
  switch (event.type) {
    case 'recording-end':
      return { ...progress, facts: event.facts };
    case 'transcript-end':
      return { ...progress, transcript: event.transcript };
    case 'items-end':
      return { ...progress, items: event.items };
    case 'plan-end':
      return { ...progress, plan: event.plan };
    case 'output-start':
      return withOutput(progress, event.output, { fraction: 0, file: null });
    case 'output-progress':
      return withOutput(progress, event.output, { fraction: event.fraction, file: null });
    case 'output-end':
      return withOutput(progress, event.output, { fraction: 1, file: event.file });
    case 'lesson-end':
      return progress;
  }
}

function withOutput(
  progress: LessonProgress,
  output: LessonOutput,
  state: { fraction: number; file: AssetRef | null },
): LessonProgress {
  return { ...progress, outputs: { ...progress.outputs, [output]: state } };
}
