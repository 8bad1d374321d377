import type { LessonRequestInput } from '@kinora/studios/language/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import type { LessonAccepted } from '../../api/types.ts';

/** Starts a lesson and goes to it. A repeated press makes the same one, not a second. */
export function useMakeLesson(onMade: () => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const asked = useRef<{ body: string; key: string }>(undefined);
  return useMutation({
    mutationFn: (request: LessonRequestInput) => {
      const body = JSON.stringify(request);
      if (asked.current?.body !== body) asked.current = { body, key: crypto.randomUUID() };
      return call<LessonAccepted>('/lessons', {
        method: 'POST',
        body: request,
        headers: { 'idempotency-key': asked.current.key },
      });
    },
    onSuccess: async ({ lesson }) => {
      onMade();
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      void queries.invalidateQueries({ queryKey: ['library'] });
      await navigate(`/language/${lesson.id}`);
    },
  });
}
