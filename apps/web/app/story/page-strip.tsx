import { assetUrl } from '../api/client.ts';
import type { Page } from './story-progress.ts';

type PageStripProps = {
  pages: Page[];
  /** Pages there will be. */
  expected: number;
  current: number;
  onChoose: (index: number) => void;
};

/** Pages as they come: ready, arriving, to come. */
export function PageStrip({ pages, expected, current, onChoose }: PageStripProps) {
  return (
    <ol className="strip" aria-label="Pages">
      {Array.from({ length: Math.max(expected, pages.length) }, (_, index) => {
        const page = pages[index];
        const state = page?.scene ? 'ready' : page?.picture || page?.isBusy ? 'now' : 'next';
        return (
          <li key={page?.id ?? index}>
            <button
              type="button"
              className={`scene scene--${state}`}
              aria-current={index === current}
              disabled={!page}
              onClick={() => onChoose(index)}
            >
              <span className={`scene__picture ${state === 'now' && !page?.picture ? 'painting' : ''}`}>
                {page?.picture ? (
                  <img className="dawn" key={page.picture.asset} src={assetUrl(page.picture)} alt="" />
                ) : (
                  state === 'next' && <span aria-hidden>{index + 1}</span>
                )}
              </span>
              <span className="clamp-3 text-tiny leading-[1.45] text-ink-2">
                <b className="text-ink">
                  <span className="sr-only">Page </span>
                  {index + 1}
                </b>{' '}
                {page?.text ?? ''}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
