import type { CueEdit, LessonChoices, LessonOutput, PlanEdits } from '@kinora/studios/language/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { isActive } from '../../api/types.ts';
import type { Job, LessonAccepted, LessonSummary } from '../../api/types.ts';
import type { ShownLesson } from './use-lesson.ts';

/** What changes a plan: parts of it, what is planned afresh, and what was chosen. */
export type PlanChange = {
  plan?: PlanEdits;
  reset?: (keyof PlanEdits)[];
  choices?: Partial<LessonChoices>;
};

/** Ways to change a lesson. Each starts a job and the lesson's page follows it. */
export function useEditLesson(id: string, shown: ShownLesson | null, running: Job | null) {
  const queries = useQueryClient();
  const version = shown?.version;
  const refresh = () =>
    Promise.all(
      [['language', id, 'newest'], ['jobs'], ['library'], ['versions', id]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  /** What is being made of the version before is of no use; what is finished of it is kept. */
  const stopRunning = async () => {
    if (running && isActive(running))
      await call<Job>(`/jobs/${running.id}/cancel`, { method: 'POST' }).catch(() => undefined);
  };
  const change = async (path: string, body: object) => {
    await stopRunning();
    return call<LessonAccepted>(`/lessons/${id}/${path}`, {
      method: 'POST',
      body,
      headers: { 'idempotency-key': crypto.randomUUID() },
    });
  };
  const onChanged = ({ lesson }: LessonAccepted) => {
    // The new version has nothing for a moment: what is on the screen stays until it has.
    queries.setQueryData(['language', id, 'before', lesson.version], shown);
    return refresh();
  };

  return {
    transcript: useMutation({
      mutationFn: (cues: CueEdit[]) => change('transcript', { version, cues }),
      onSuccess: onChanged,
    }),
    plan: useMutation({
      mutationFn: (edit: PlanChange) => change('plan', { version, ...edit }),
      onSuccess: onChanged,
    }),
    outputs: useMutation({
      mutationFn: (outputs: LessonOutput[]) =>
        call<LessonAccepted>(`/lessons/${id}/outputs?version=${version}`, { method: 'POST', body: { outputs } }),
      onSuccess: refresh,
    }),
    rename: useMutation({
      mutationFn: (title: string) => call<LessonSummary>(`/lessons/${id}`, { method: 'PATCH', body: { title } }),
      onSuccess: refresh,
    }),
  };
}
