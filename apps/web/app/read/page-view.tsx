import { useEffect, useRef } from 'react';
import { assetUrl } from '../api/client.ts';
import type { Page } from '../story/story-progress.ts';
import { scrollBehaviour } from './motion.ts';
import { SpokenText } from './spoken-text.tsx';

type PageViewProps = {
  page: Page | undefined;
  /** `16:9`, `1:1` or `9:16`. */
  aspect: string;
  dedication?: string;
  now: number;
  onWord: (word: number) => void;
};

/** One page that fills the screen. */
export function PageView({ page, aspect, dedication, now, onWord }: PageViewProps) {
  const words = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = words.current;
    const word = box?.querySelector<HTMLElement>(`[data-word="${now}"]`);
    if (!box || !word || box.scrollHeight <= box.clientHeight) return;
    box.scrollTo({ top: word.offsetTop - box.clientHeight / 2, behavior: scrollBehaviour() });
  }, [now]);

  const src = page?.picture ? assetUrl(page.picture) : undefined;
  return (
    <>
      {src && <img className="read__room" src={src} alt="" />}
      <div className="read__stage">
        {src ? (
          <img key={src} className="read__picture dawn" src={src} alt={page?.altText ?? ''} />
        ) : (
          <div className="read__picture painting" style={{ aspectRatio: aspect.replace(':', ' / ') }} />
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long pages scroll, so the keyboard must reach them */}
      <section key={page?.id} className="read__words" ref={words} tabIndex={0} aria-label="Words">
        {dedication && <p className="read__dedication">{dedication}</p>}
        {page ? (
          <SpokenText
            className="read__text title"
            text={page.text}
            words={page.scene?.words ?? []}
            now={now}
            onWord={onWord}
          />
        ) : (
          <output className="read__text title block">Opening the book…</output>
        )}
      </section>
    </>
  );
}
