import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { isActive } from '../api/types.ts';
import type { Job } from '../api/types.ts';

/** The latest jobs, watched closely while one of them runs. */
export function useJobs() {
  return useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => call<{ items: Job[] }>('/jobs', { signal }).then((answer) => answer.items),
    refetchInterval: (query) => (query.state.data?.some(isActive) ? 1500 : 20_000),
    refetchOnWindowFocus: true,
  });
}

/** Stops or restarts a job. */
export function useJobControl() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ job, action }: { job: Job; action: 'cancel' | 'retry' }) =>
      call<Job>(`/jobs/${job.id}/${action}`, { method: 'POST' }),
    onSuccess: (_, { job }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['jobs'] }),
        queries.invalidateQueries({ queryKey: [job.studio, job.projectId] }),
        queries.invalidateQueries({ queryKey: ['library'] }),
      ]),
  });
}
