import { useEffect, useEffectEvent, useState } from 'react';
import { apiBase } from '../api/client.ts';

type Stream<Event> = { jobId: string | null; events: Event[]; isLost: boolean };

/**
 * What a job has done so far, live. The browser reconnects by itself and the server resumes after the last event.
 * @param jobId `null` listens to nothing and forgets what was heard.
 * @param types Names of the events to hear.
 */
export function useJobEvents<Event extends { type: string }>(
  jobId: string | null,
  types: readonly Event['type'][],
  onEnd: () => Promise<void>,
): Omit<Stream<Event>, 'jobId'> {
  const [stream, setStream] = useState<Stream<Event>>({ jobId: null, events: [], isLost: false });
  const end = useEffectEvent(onEnd);

  useEffect(() => {
    if (!jobId) return;
    const source = new EventSource(`${apiBase}/jobs/${jobId}/events`);
    const seen = new Set<string>();
    const hear = (message: MessageEvent<string>) => {
      if (message.lastEventId && seen.has(message.lastEventId)) return;
      seen.add(message.lastEventId);
      const event = JSON.parse(message.data) as Event;
      setStream((before) => ({
        jobId,
        events: before.jobId === jobId ? [...before.events, event] : [event],
        isLost: false,
      }));
    };
    const setLost = (isLost: boolean) => setStream((before) => ({ ...before, isLost }));
    for (const type of types) source.addEventListener(type, hear);
    source.addEventListener('open', () => setLost(false));
    source.addEventListener('error', () => setLost(true));
    source.addEventListener('job-end', () => {
      source.close();
      void end();
    });
    return () => source.close();
  }, [jobId, types]);

  return stream.jobId === jobId && jobId ? stream : { events: [], isLost: stream.isLost && jobId !== null };
}
