import type { JobContext } from '@kinora/platform/jobs';
import { makeLiveStyle } from '@kinora/studios/live-style';
import { liveStyleRequest } from '@kinora/studios/live-style/schema';
import type { LiveOutputKind, LiveStyleRequest } from '@kinora/studios/live-style/schema';
import { openProjectJob } from '../projects/project-job.ts';
import { storedWork } from './live-works.ts';

const stepWords: Record<LiveStyleRequest['kind'], string> = {
  video: 'painting',
  recording: 'making an MP4',
  snapshot: 'keeping the picture',
};

/** The code of a live style job: hands the pipeline its context and keeps what it makes. */
export function liveStyleHandler(): (job: JobContext) => Promise<void> {
  return async (job) => {
    const { version, fileName, context, keep } = await openProjectJob<LiveOutputKind>(job);
    const request = liveStyleRequest.parse(version.request);
    const step = stepWords[request.kind];
    job.report(0, request.kind === 'video' ? 'looking at the video' : step);
    await makeLiveStyle(
      { request, ...(fileName !== undefined && { fileName }) },
      {
        ...context,
        emit: async (event) => {
          if (event.type === 'work-progress') job.report(event.fraction, event.fraction < 0.96 ? step : 'joining');
          // How far it is changes many times a second: told live, not kept.
          else await job.emit(event);
        },
        save: async (work) =>
          keep({
            script: null,
            result: work,
            summary: storedWork(request, work),
            searchText: [request.style.look, request.style.prompt].filter(Boolean).join(' '),
            title: work.title,
          }),
      },
    );
  };
}
