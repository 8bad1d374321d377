import { ExternalLink } from 'lucide-react';
import { isActive } from '../../api/types.ts';
import { JobEnded, JobLine } from '../../jobs/job-buttons.tsx';
import { useWords } from '../words.ts';
import type { VideoUpload } from './wire.ts';

/** Uploads of a lesson: those under way, those that stopped, and where the others are. */
export function UploadList({ uploads }: { uploads: readonly VideoUpload[] }) {
  const { words } = useWords();
  const text = words.publish.youtube;
  return (
    <ul className="stack gap-3" aria-label={text.uploads}>
      {uploads.map(({ job, output, title, privacy, video, notes }) => (
        <li key={job.id} className="stack gap-2">
          {isActive(job) ? (
            <JobLine job={job} words={text.uploading(title)} stop={words.common.stop} />
          ) : (
            <JobEnded
              job={job}
              failed={text.stopped}
              stopped={words.common.stopped}
              goOn={words.common.goOn}
              kept={words.common.kept}
            />
          )}
          {video && !isActive(job) && (
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-2 bg-seat px-5 py-3">
              <p className="min-w-0 text-small">
                <b className="wrap-anywhere">{title}</b>
                <span className="block text-tiny text-ink-3">
                  {[words.files.names[output]?.[0], text.privacies[privacy]].join(' · ')}
                </span>
              </p>
              <a className="button button--small" href={video.url} target="_blank" rel="noreferrer noopener">
                <ExternalLink className="icon" aria-hidden />
                {text.openIn}
              </a>
            </div>
          )}
          {notes.length > 0 && (
            <ul className="text-small text-ink-2" lang="en">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
