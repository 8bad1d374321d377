import { Download, ExternalLink } from 'lucide-react';
import { Link } from 'react-router';
import { apiBase } from '../../api/client.ts';
import { Fault } from '../../ui/fault.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { useWords } from '../words.ts';
import { PublishPart } from './publish-part.tsx';
import { SiteForm } from './site-form.tsx';
import { useSite } from './use-site.ts';

/** Whether this recording is on the public site, who can see that, and the site as a folder. */
export function SitePanel({ lessonId }: { lessonId: string }) {
  const { words, locale } = useWords();
  const { site, save, put } = useSite();
  const text = words.publish.site;
  const problem = site.error ?? put.error ?? save.error;
  if (!site.data)
    return (
      <PublishPart id="site" title={text.title} hint={text.hint}>
        {problem ? <Fault>{problem.message}</Fault> : <div className="ghost h-32" aria-label={words.common.loading} />}
      </PublishPart>
    );
  const { settings, lessons } = site.data;
  const here = lessons.find(({ lesson }) => lesson === lessonId);
  const isOn = save.isPending ? save.variables.isOn : settings.isOn;
  return (
    <PublishPart id="site" title={text.title} hint={text.hint}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="font-bold" aria-live="polite">
          {here ? text.isOn : text.isOff}
        </p>
        <span className="line">
          {here && (
            <a
              className="button button--small"
              href={`/v/recordings/${encodeURIComponent(here.slug)}/`}
              target="_blank"
              rel="noreferrer"
            >
              <ExternalLink className="icon" aria-hidden />
              {text.previewThis}
            </a>
          )}
          <button
            type="button"
            className={`button button--small ${here ? 'button--bare' : 'button--lamp'}`}
            aria-busy={put.isPending}
            disabled={put.isPending}
            onClick={() => put.mutate({ lesson: lessonId, isOn: !here })}
          >
            {here ? text.takeOff : text.put}
          </button>
        </span>
      </div>
      <div className="stack gap-2 rounded-2 bg-seat px-5 py-4">
        <SwitchRow
          label={text.switchOn}
          checked={isOn}
          onChange={(checked) => save.mutate({ ...settings, isOn: checked })}
        />
        <p className="max-w-[68ch] text-small text-ink-2" aria-live="polite">
          <b className="text-ink">{isOn ? text.visible : text.invisible}.</b> {isOn ? text.whoOn : text.whoOff}
        </p>
      </div>
      {problem && (
        <Fault>
          <span lang="en">{problem.message}</span>
        </Fault>
      )}
      {lessons.length > 0 && (
        <details className="text-small">
          <summary className="min-h-8 font-bold">{text.now(lessons.length)}</summary>
          <ul className="mt-2 grid gap-1">
            {lessons.map(({ lesson, title, publishedAt }) => (
              <li key={lesson} className="flex flex-wrap gap-x-3">
                <Link to={`/language/${lesson}?tab=publish`} className="inline-flex min-h-8 items-center">
                  {title}
                </Link>
                <span className="self-center text-ink-3">
                  {text.since(new Date(publishedAt).toLocaleDateString(locale))}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className="text-small">
        <summary className="min-h-8 font-bold">{text.settings}</summary>
        <SiteForm
          key={JSON.stringify(settings)}
          settings={settings}
          isBusy={save.isPending}
          isKept={save.isSuccess}
          onSave={(changed) => save.mutate(changed)}
        />
      </details>
      <div className="stack gap-2">
        <p className="line">
          <a className="button button--small" href="/v/" target="_blank" rel="noreferrer">
            <ExternalLink className="icon" aria-hidden />
            {text.preview}
          </a>
          {lessons.length > 0 && (
            <a className="button button--small" href={`${apiBase}/site/export`} download="site.zip">
              <Download className="icon" aria-hidden />
              {text.exportAll}
            </a>
          )}
          <a
            className="button button--small button--bare"
            href={`${apiBase}/site/export?lesson=${lessonId}`}
            download="site.zip"
          >
            {text.exportThis}
          </a>
        </p>
        <p className="text-tiny text-ink-3">{text.exportHint}</p>
      </div>
    </PublishPart>
  );
}
