import type { StoryEvent } from '@kinora/studios/story/schema';
import { useEffect, useEffectEvent, useState } from 'react';
import { apiBase } from '../api/client.ts';

const eventTypes = [
  'story-start',
  'story-written',
  'scene-start',
  'scene-picture',
  'scene-end',
  'output-start',
  'output-progress',
  'output-end',
  'story-end',
] as const satisfies StoryEvent['type'][];

type Stream = { jobId: string | null; events: StoryEvent[]; isLost: boolean };

/**
 * What a job has done so far, live. The browser reconnects by itself and the server resumes after the last event.
 * @param jobId `null` listens to nothing and forgets what was heard.
 */
export function useJobEvents(jobId: string | null, onEnd: () => Promise<void>): Omit<Stream, 'jobId'> {
  const [stream, setStream] = useState<Stream>({ jobId: null, events: [], isLost: false });
  const end = useEffectEvent(onEnd);

  useEffect(() => {
    if (!jobId) return;
    const source = new EventSource(`${apiBase}/jobs/${jobId}/events`);
    const seen = new Set<string>();
    const hear = (message: MessageEvent<string>) => {
      if (message.lastEventId && seen.has(message.lastEventId)) return;
      seen.add(message.lastEventId);
      const event = JSON.parse(message.data) as StoryEvent;
      setStream((before) => ({
        jobId,
        events: before.jobId === jobId ? [...before.events, event] : [event],
        isLost: false,
      }));
    };
    const setLost = (isLost: boolean) => setStream((before) => ({ ...before, isLost }));
    for (const type of eventTypes) source.addEventListener(type, hear);
    source.addEventListener('open', () => setLost(false));
    source.addEventListener('error', () => setLost(true));
    source.addEventListener('job-end', () => {
      source.close();
      void end();
    });
    return () => source.close();
  }, [jobId]);

  return stream.jobId === jobId && jobId ? stream : { events: [], isLost: stream.isLost && jobId !== null };
}
