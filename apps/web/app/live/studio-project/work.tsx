import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { isActive } from '../../api/types.ts';
import type { LiveWorkDetail } from '../../api/types.ts';
import { JobButton, JobEnded } from '../../jobs/job-buttons.tsx';
import { jobState } from '../../jobs/job-words.ts';
import { DeleteDialog } from '../../library/delete-dialog.tsx';
import { projectFacts } from '../../library/project-facts.ts';
import { RenameDialog } from '../../library/rename-dialog.tsx';
import { useLibraryChanges } from '../../library/use-library.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useWork } from './use-work.ts';
import { WorkFiles } from './work-files.tsx';
import { WorkScreen } from './work-screen.tsx';

type WorkProps = { initial: LiveWorkDetail };

/** Watch, save, rename or delete a styled video, a recording or a picture. */
export function Work({ initial }: WorkProps) {
  const { work, result, job } = useWork(initial);
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null);
  const [title, setTitle] = useState(work.title);
  const { rename, remove } = useLibraryChanges();
  const navigate = useNavigate();
  const close = () => setAsked(null);
  const facts = result?.facts;
  const pixels = facts && facts.width > 0 ? ` · ${facts.width} × ${facts.height}` : '';

  return (
    <>
      <div className="head items-center!">
        <div className="min-w-0">
          <h1>{title}</h1>
          <p className="text-ink-2">
            {projectFacts(work)}
            <span className="num">{pixels}</span>
            {work.prompt !== '' && !title.includes(work.prompt) && ` · “${work.prompt}”`}
          </p>
        </div>
        <div className="line">
          <button type="button" className="button button--small" onClick={() => setAsked('rename')}>
            <Pencil className="icon" aria-hidden />
            Rename
          </button>
          <button type="button" className="button button--small button--bare" onClick={() => setAsked('delete')}>
            <Trash2 className="icon" aria-hidden />
            Delete…
          </button>
        </div>
      </div>
      <div className="grid gap-8">
        <WorkScreen work={work} result={result} />
        {job && isActive(job) && (
          <div className="stack gap-2">
            <ProgressBar label={jobState(job)} fraction={job.progress} />
            <p className="line items-center justify-between text-small text-ink-2">
              <output>
                {jobState(job)}, <span className="num">{Math.round(job.progress * 100)} %</span>
              </output>
              <JobButton job={job} />
            </p>
          </div>
        )}
        {job && <JobEnded job={job} failed="It could not be finished" stopped="Stopped" goOn="Go on" />}
        {result && result.notes.length > 0 && (
          <ul className="stack gap-1 text-small text-ink-2">
            {result.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <WorkFiles id={work.id} outputs={result?.outputs ?? {}} />
        <p className="line">
          <Link className="button" to="/live">
            Back to the camera
          </Link>
          <Link className="button button--bare" to="/library?studio=live-style">
            All that was painted
          </Link>
        </p>
      </div>
      {asked === 'rename' && (
        <RenameDialog
          project={{ ...work, title }}
          isBusy={rename.isPending}
          problem={rename.error?.message}
          onRename={(next) =>
            rename.mutate(
              { project: work, title: next },
              {
                onSuccess: () => {
                  setTitle(next);
                  close();
                },
              },
            )
          }
          onClose={close}
        />
      )}
      {asked === 'delete' && (
        <DeleteDialog
          project={{ ...work, title }}
          isBusy={remove.isPending}
          problem={remove.error?.message}
          onDelete={() => remove.mutate(work, { onSuccess: () => void navigate('/library') })}
          onClose={close}
        />
      )}
    </>
  );
}
