import { Link } from 'react-router';
import type { LessonSummary } from '../../api/types.ts';
import { Notice } from '../../ui/notice.tsx';
import type { LessonProgress } from '../lesson/lesson-progress.ts';
import { useWords } from '../words.ts';
import { PublishPart } from './publish-part.tsx';
import { ServiceSetup } from './service-setup.tsx';
import { UploadForm } from './upload-form.tsx';
import { UploadList } from './upload-list.tsx';
import { useService } from './use-service.ts';
import { useUploads, useYoutubeConnection } from './use-youtube.ts';
import { uploadable } from './wire.ts';
import { YoutubeSignIn } from './youtube-sign-in.tsx';

type YoutubePanelProps = { lesson: LessonSummary; progress: LessonProgress };

/** A lesson's videos on one's own channel: signing in, what is said about a video, uploading, and where it is. */
export function YoutubePanel({ lesson, progress }: YoutubePanelProps) {
  const { words } = useWords();
  const text = words.publish.youtube;
  const service = useService('youtube');
  const isReady = service.state === 'ready' && !service.problem;
  const { connection, signIn, signOut } = useYoutubeConnection(isReady);
  const { uploads, upload } = useUploads(lesson.id);
  const videos = uploadable.filter((kind) => progress.outputs[kind]?.file);
  const state = connection.data?.state;
  const problem = connection.error?.message ?? connection.data?.problem ?? signIn.error?.message;
  const page = `/language/${lesson.id}`;
  return (
    <PublishPart id="youtube" title={text.title} hint={text.hint}>
      {!isReady && (
        <ServiceSetup
          name="YouTube"
          {...service}
          state={service.state === 'ready' ? 'off' : service.state}
          steps={text.setUpSteps}
        />
      )}
      {isReady && problem && (
        <Notice
          tone="air"
          title={text.problem}
          actions={
            <Link className="button button--small" to={service.settings}>
              {words.publish.service.toSettings}
            </Link>
          }
        >
          <span lang="en">{problem}</span>
        </Notice>
      )}
      {isReady && connection.isPending && <div className="ghost h-24" aria-label={words.common.loading} />}
      {isReady && (state === 'signed-out' || state === 'waiting') && (
        <YoutubeSignIn
          device={connection.data?.device ?? null}
          begun={signIn.data ?? null}
          isBusy={signIn.isPending}
          settings={service.settings}
          onSignIn={(method) => signIn.mutate(method)}
        />
      )}
      {isReady && state === 'signed-in' && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p className="font-bold">
            {connection.data?.channel ? text.signedIn(connection.data.channel.title) : text.signedInBare}
          </p>
          <span className="line">
            <Link className="button button--small button--bare" to={service.settings}>
              {words.publish.service.settings}
            </Link>
            <button
              type="button"
              className="button button--small button--bare"
              disabled={signOut.isPending}
              onClick={() => signOut.mutate()}
            >
              {text.signOut}
            </button>
          </span>
        </div>
      )}
      {uploads.data && uploads.data.length > 0 && <UploadList uploads={uploads.data} />}
      {isReady &&
        state === 'signed-in' &&
        (videos.length === 0 ? (
          <div className="stack gap-2">
            <h3>{text.noVideo}</h3>
            <p className="text-small text-ink-2">{text.noVideoHint}</p>
            <p className="line">
              <Link className="button button--small" to={`${page}?tab=cut`}>
                {text.toCut}
              </Link>
              <Link className="button button--small button--bare" to={`${page}?tab=shorts`}>
                {text.toShorts}
              </Link>
            </p>
          </div>
        ) : (
          <UploadForm
            lesson={lesson}
            videos={videos}
            progress={progress}
            uploads={uploads.data ?? []}
            isBusy={upload.isPending}
            problem={upload.error?.message ?? null}
            onUpload={(request) => upload.mutate(request)}
          />
        ))}
    </PublishPart>
  );
}
