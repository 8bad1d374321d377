import { ExternalLink } from 'lucide-react';
import { Link } from 'react-router';
import { isActive } from '../../api/types.ts';
import { JobEnded, JobLine } from '../../jobs/job-buttons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../words.ts';
import { NotionForecast } from './notion-forecast.tsx';
import { PublishPart } from './publish-part.tsx';
import { ServiceSetup } from './service-setup.tsx';
import { useNotion } from './use-notion.ts';
import { useService } from './use-service.ts';

/** The vocabulary of a lesson in Notion: first what would happen, then sending, then where it is. */
export function NotionPanel({ lessonId }: { lessonId: string }) {
  const { words } = useWords();
  const text = words.publish.notion;
  const service = useService('notion');
  const { exports, forecast, send } = useNotion(lessonId);
  const last = exports.data?.[0];
  const isSending = isActive(last?.job) || send.isPending;
  const problem = forecast.error ?? send.error ?? exports.error;
  const lastReport = exports.data?.find(({ report }) => report !== null)?.report;
  return (
    <PublishPart id="notion" title={text.title} hint={text.hint}>
      {service.state !== 'ready' || service.problem ? (
        <ServiceSetup
          name="Notion"
          {...service}
          state={service.state === 'ready' ? 'off' : service.state}
          steps={text.setUpSteps}
        />
      ) : (
        <>
          {last && isActive(last.job) && <JobLine job={last.job} words={text.sending} stop={words.common.stop} />}
          {last && (
            <JobEnded
              job={last.job}
              failed={text.stopped}
              stopped={words.common.stopped}
              goOn={words.common.goOn}
              kept={words.common.kept}
            />
          )}
          {lastReport && !isSending && (
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-2 bg-seat px-5 py-4">
              <p className="text-small">
                <b>{text.sent}</b>
                <span className="num block text-ink-2">
                  {text.report(lastReport.created, lastReport.changed, lastReport.unchanged)}
                </span>
              </p>
              {lastReport.collection.url && (
                <a
                  className="button button--small"
                  href={lastReport.collection.url}
                  target="_blank"
                  rel="noreferrer noopener"
                >
                  <ExternalLink className="icon" aria-hidden />
                  {text.openIn}
                </a>
              )}
            </div>
          )}
          {lastReport && lastReport.refused.length > 0 && (
            <Notice tone="air" title={text.refused(lastReport.refused.length)}>
              <ul lang="en">
                {lastReport.refused.slice(0, 5).map(({ id, reason }) => (
                  <li key={id}>{reason}</li>
                ))}
              </ul>
            </Notice>
          )}
          {problem && (
            <Notice
              tone="air"
              title={text.problem}
              actions={
                <Link className="button button--small" to={service.settings}>
                  {words.publish.service.toSettings}
                </Link>
              }
            >
              <span lang="en">{problem.message}</span>
            </Notice>
          )}
          {forecast.data && !isSending && <NotionForecast forecast={forecast.data} onSend={() => send.mutate()} />}
          {!isSending && (
            <p className="line">
              <button
                type="button"
                className="button button--small"
                aria-busy={forecast.isPending}
                disabled={forecast.isPending}
                onClick={() => forecast.mutate()}
              >
                {forecast.isPending ? text.looking : forecast.data ? text.lookAgain : text.look}
              </button>
              <Link className="button button--small button--bare" to={service.settings}>
                {words.publish.service.settings}
              </Link>
            </p>
          )}
        </>
      )}
    </PublishPart>
  );
}
