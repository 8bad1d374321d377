import type { JobHandler } from '@kinora/platform/jobs';
import type { Destinations } from './destinations.ts';
import type { LessonSource } from './lesson-source.ts';
import type { PublishingEvent } from './publishing.ts';

/**
 * The code of a job that sends a lesson's vocabulary. Run again after a crash, it finds what was sent before. Two at once would
 * both find a row missing, so they take turns.
 */
export function notionHandler({
  source,
  destinations,
}: {
  source: LessonSource;
  destinations: Destinations;
}): JobHandler {
  return async ({ job, signal, report, emit, alone }) => {
    report(0, 'waiting for its turn');
    const sent = await alone('notion', async () => {
      report(0, 'looking at what is in Notion');
      const rows = await source.rows(job.projectId ?? '');
      const notion = await destinations.notion({ signal });
      return notion.send(rows, {
        signal,
        onProgress: ({ done, total }) => report(total === 0 ? 1 : done / total, `${done} of ${total} rows`),
      });
    });
    await emit({ type: 'notion-end', report: sent } satisfies PublishingEvent);
  };
}
