import { useEffect, useRef } from 'react';
import { assetUrl } from '../api/client.ts';
import type { Page } from '../story/story-progress.ts';
import { SpokenText } from './spoken-text.tsx';

type PageStackProps = {
  pages: Page[];
  /** The page being read, from 0. */
  current: number;
  aspect: string;
  now: number;
  onWord: (page: number, word: number) => void;
};

/** All pages below each other; the one being read comes into view by itself. */
export function PageStack({ pages, current, aspect, now, onWord }: PageStackProps) {
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => list.current?.children[current]?.scrollIntoView({ behavior: 'smooth', block: 'start' }), [current]);

  return (
    <ol className="read__stack" ref={list}>
      {pages.map((page, index) => (
        <li key={page.id} data-current={index === current ? '' : undefined}>
          {page.picture ? (
            <img
              className="w-full rounded-2 object-cover"
              style={{ aspectRatio: aspect.replace(':', ' / '), maxHeight: '62dvh' }}
              src={assetUrl(page.picture)}
              alt={page.altText ?? ''}
            />
          ) : (
            <div className="painting aspect-video rounded-2" role="img" aria-label="The picture is being painted" />
          )}
          <SpokenText
            className="read__text title"
            text={page.text}
            words={page.scene?.words ?? []}
            now={index === current ? now : -1}
            onWord={(word) => onWord(index, word)}
          />
        </li>
      ))}
    </ol>
  );
}
