import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { assetUrl, pageOf } from '../api/client.ts';
import type { Project } from '../api/types.ts';
import { projectFacts } from './project-facts.ts';

type PieceProps = {
  project: Project;
  /** Stands beside the title, e.g. a menu. */
  children?: ReactNode;
};

/** Something on the shelf: a story as a book, a music video as a film. */
export function Piece({ project, children }: PieceProps) {
  return (
    <li className={`book ${project.studio === 'story' ? '' : 'book--film'}`}>
      <span className="book__picture">
        {project.cover ? (
          <img src={assetUrl(project.cover)} alt="" loading="lazy" width="260" height="206" />
        ) : (
          <span className={`block h-[206px] max-[760px]:h-[132px] ${project.state === 'making' ? 'painting' : ''}`} />
        )}
        {project.state !== 'ready' && <span className="badge pin pin--end">{stateWords[project.state]}</span>}
      </span>
      <span className="flex items-start justify-between gap-2">
        <span className="grid min-w-0 gap-1">
          <Link className="book__link title" to={pageOf(project)}>
            {project.title}
          </Link>
          <span className="text-tiny text-ink-2">{projectFacts(project)}</span>
        </span>
        {children && <span className="relative z-1 -mt-2 -mr-2">{children}</span>}
      </span>
    </li>
  );
}

const stateWords = { making: 'Being made', failed: 'Not finished', cancelled: 'Stopped' } as const;
