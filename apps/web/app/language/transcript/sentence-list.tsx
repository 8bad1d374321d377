import type { Cue, TranscriptFile, VocabularyItem } from '@kinora/studios/language/schema';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Playback } from '../../music/playback.ts';
import { usePlaybackValue } from '../../music/use-playback.ts';
import { useView } from '../view.ts';
import { sentenceAt } from './place.ts';
import type { Mark } from './runs.ts';
import { SentenceRow } from './sentence-row.tsx';
import type { useTranscriptDraft } from './use-transcript-draft.ts';

type SentenceListProps = {
  transcript: TranscriptFile;
  items: readonly VocabularyItem[];
  draft: ReturnType<typeof useTranscriptDraft>;
  canChange: boolean;
  /** Sentence that was searched, and comes into sight. */
  found: number | null;
  edited: number | null;
  onEdit: (index: number | null) => void;
  playback: Playback;
};

const none: Mark[] = [];

/** Every sentence; only those in sight are in the page, so that four hours of talk scroll as lightly as a minute. */
export function SentenceList({ transcript, items, draft, playback, found, edited, ...rest }: SentenceListProps) {
  const { sentences, cues } = transcript;
  const { hasFurigana, isFollowing, setView } = useView();
  const list = useRef<HTMLOListElement>(null);
  const [margin, setMargin] = useState(0);
  const now = usePlaybackValue(playback, ({ time }) => sentenceAt(sentences, time()));
  const isPlaying = usePlaybackValue(playback, (each) => each.isPlaying());

  const marks = useMemo(() => {
    const all = new Map<number, Mark[]>();
    for (const item of items)
      for (const { sentence, from, to } of item.evidence)
        all.set(sentence, [...(all.get(sentence) ?? []), { from, to, item }]);
    return all;
  }, [items]);

  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setMargin(list.current.getBoundingClientRect().top + scrollY);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  // No compiler memoizes here, and what it returns goes no further.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count: sentences.length,
    estimateSize: () => 84,
    overscan: 8,
    scrollMargin: margin,
    getItemKey: (index) => index,
  });

  const show = useEffectEvent((index: number) => {
    const row = rows.measurementsCache[index];
    // What hides the top of the window: bar, player or tools that stay there.
    const top = list.current ? Number.parseFloat(getComputedStyle(list.current).scrollMarginTop) || 0 : 0;
    if (!row) return;
    const room = innerHeight - top;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollTo({
      top: row.start - top - Math.max(16, (room - row.size) * 0.35),
      behavior: still || Math.abs(row.start - scrollY) > 2500 ? 'instant' : 'smooth',
    });
  });
  useEffect(() => {
    if (isPlaying && isFollowing && now >= 0 && edited === null) show(now);
  }, [now, isPlaying, isFollowing, edited]);
  useEffect(() => {
    if (found !== null) show(found);
  }, [found]);

  const start = useEffectEvent(() => {
    if (now > 0 && !isPlaying) show(now);
  });
  useEffect(() => {
    const timer = setTimeout(start, 50);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    // Who scrolls while it plays wants to read elsewhere.
    const leave = () => {
      if (playback.isPlaying()) setView({ isFollowing: false });
    };
    addEventListener('wheel', leave, { passive: true });
    addEventListener('touchmove', leave, { passive: true });
    return () => {
      removeEventListener('wheel', leave);
      removeEventListener('touchmove', leave);
    };
  }, [playback, setView]);

  const change = useStable((cue: Cue, edit: Parameters<typeof draft.change>[1]) => draft.change(cue, edit));
  const edit = useStable(rest.onEdit);
  return (
    <ol ref={list} className="talk" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start, key }) => {
        const sentence = sentences[index]!;
        return (
          <li
            key={key}
            ref={rows.measureElement}
            aria-setsize={sentences.length}
            aria-posinset={index + 1}
            data-index={index}
            className="talk__place"
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            <SentenceRow
              sentence={sentence}
              cues={cues}
              marks={marks.get(index) ?? none}
              edits={draft.edits}
              hasFurigana={hasFurigana}
              isNow={index === now}
              isFound={index === found}
              isEdited={index === edited}
              canChange={rest.canChange}
              isNewSpeaker={sentence.speaker !== sentences[index - 1]?.speaker}
              playback={playback}
              onEdit={edit}
              onChange={change}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** A function that stays the same while what it does changes, so that rows that don't change aren't rendered. */
function useStable<Arguments extends unknown[]>(act: (...values: Arguments) => void): (...values: Arguments) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useState(
    () =>
      (...values: Arguments) =>
        latest.current(...values),
  )[0];
}
