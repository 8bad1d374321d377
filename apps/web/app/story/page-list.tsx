import { assetUrl } from '../api/client.ts';
import { clock } from '../library/project-facts.ts';
import type { Page } from './story-progress.ts';

type PageListProps = { pages: Page[]; current: number; onChoose: (index: number) => void };

/** All pages of a story, one chosen. */
export function PageList({ pages, current, onChoose }: PageListProps) {
  return (
    <ol className="grid gap-1" aria-label="Pages">
      {pages.map((page, index) => (
        <li key={page.id}>
          <button type="button" className="leaf" aria-current={index === current} onClick={() => onChoose(index)}>
            <span className={`leaf__picture ${page.picture ? '' : 'painting'}`}>
              {page.picture && (
                <img className="dawn" key={page.picture.asset} src={assetUrl(page.picture)} alt="" loading="lazy" />
              )}
            </span>
            <span className="min-w-0">
              <span className="clamp-2 text-small leading-snug">
                <span className="sr-only">Page {index + 1}: </span>
                {page.text}
              </span>
              <span className="num text-tiny text-ink-3">
                {page.isBusy || !page.scene
                  ? page.picture
                    ? 'The voice is on its way…'
                    : 'Being painted…'
                  : [index + 1, clock(page.scene.duration), page.scene.notes && 'with a note']
                      .filter(Boolean)
                      .join(' · ')}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
