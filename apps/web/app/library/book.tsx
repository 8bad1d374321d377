import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { assetUrl } from '../api/client.ts';
import type { StorySummary } from '../api/types.ts';
import { storyFacts } from './story-facts.ts';

type BookProps = {
  story: StorySummary;
  /** Stands beside the title, e.g. a menu. */
  children?: ReactNode;
};

/** A story as a book on the shelf. */
export function Book({ story, children }: BookProps) {
  return (
    <li className="book">
      <span className="book__picture">
        {story.cover ? (
          <img src={assetUrl(story.cover)} alt="" loading="lazy" width="260" height="206" />
        ) : (
          <span className={`block h-[206px] max-[760px]:h-[132px] ${story.state === 'making' ? 'painting' : ''}`} />
        )}
        {story.state !== 'ready' && <span className="badge pin pin--end">{stateWords[story.state]}</span>}
      </span>
      <span className="flex items-start justify-between gap-2">
        <span className="grid min-w-0 gap-1">
          <Link className="book__link title" to={`/story/${story.id}`}>
            {story.title}
          </Link>
          <span className="text-tiny text-ink-2">{storyFacts(story)}</span>
        </span>
        {children && <span className="relative z-1 -mt-2 -mr-2">{children}</span>}
      </span>
    </li>
  );
}

const stateWords = { making: 'Being made', failed: 'Not finished', cancelled: 'Stopped' } as const;
