import type { StoryRequestInput } from '@kinora/studios/story/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../api/client.ts';
import type { Job, StorySummary } from '../api/types.ts';

/** Starts a story and goes to it. A repeated press makes the same story, not a second one. */
export function useMakeStory() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const asked = useRef<{ body: string; key: string }>(undefined);
  return useMutation({
    mutationFn: (request: StoryRequestInput) => {
      const body = JSON.stringify(request);
      if (asked.current?.body !== body) asked.current = { body, key: crypto.randomUUID() };
      return call<{ story: StorySummary; job: Job }>('/stories', {
        method: 'POST',
        body: request,
        headers: { 'idempotency-key': asked.current.key },
      });
    },
    onSuccess: async ({ story }) => {
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      void queries.invalidateQueries({ queryKey: ['library'] });
      await navigate(`/story/${story.id}`);
    },
  });
}
