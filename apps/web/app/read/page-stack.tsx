import { useEffect, useRef } from 'react';
import { assetUrl } from '../api/client.ts';
import type { Page } from '../story/story-progress.ts';
import { scrollBehaviour } from './motion.ts';
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

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ behavior: scrollBehaviour(), block: 'start' });
  }, [current]);
  useEffect(() => {
    const word = list.current?.children[current]?.querySelector(`[data-word="${now}"]`);
    if (!word) return;
    const { top, bottom } = word.getBoundingClientRect();
    if (top < 80 || bottom > innerHeight - 190) word.scrollIntoView({ behavior: scrollBehaviour(), block: 'center' });
  }, [current, now]);

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
            <div className="painting aspect-video rounded-2" />
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
