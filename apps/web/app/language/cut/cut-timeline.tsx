import type { CutPlan, EditPoint, SoundTrack } from '@kinora/studios/language/schema';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { PointerEvent } from 'react';
import type { Playback } from '../../music/playback.ts';
import { usePlaybackFrame } from '../../music/use-playback.ts';
import { useTimelineScale } from '../../music/use-timeline-scale.ts';
import { clock, fineClock } from '../time.ts';
import { useWords } from '../words.ts';
import { moveEnd } from './keeps.ts';
import { loudnessPath } from './loudness.ts';

type CutTimelineProps = {
  cut: CutPlan;
  points: readonly EditPoint[];
  sound: SoundTrack | null;
  seconds: number;
  playback: Playback;
  /** Which stretch is chosen. */
  chosen: number | null;
  onChoose: (index: number | null) => void;
  /** Null: it can't be changed. */
  onKeeps: ((keeps: CutPlan['keeps'], isSettled: boolean) => void) | null;
};

/** The recording at once: loudness, what is kept, what was noticed, chapters and cards, on one line of time. */
export function CutTimeline(props: CutTimelineProps) {
  const { cut, points, sound, seconds, playback, chosen, onChoose, onKeeps } = props;
  const { words, locale } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const { pixels, width, zoomBy, canZoomIn, canZoomOut } = useTimelineScale(scroller, seconds, () => playback.time());
  const outline = useMemo(() => sound && loudnessPath(sound, seconds), [sound, seconds]);
  usePlaybackFrame(playback, () => {
    if (!head.current || !scroller.current) return;
    const x = playback.time() * pixels;
    head.current.style.translate = `${x}px 0`;
    const { scrollLeft, clientWidth } = scroller.current;
    if (playback.isPlaying() && (x < scrollLeft || x > scrollLeft + clientWidth - 20))
      scroller.current.scrollTo({ left: x - 40 });
  });
  const timeAt = (event: PointerEvent) => {
    const box = scroller.current!.getBoundingClientRect();
    return Math.max(0, (event.clientX - box.left + scroller.current!.scrollLeft - padding) / pixels);
  };
  const focusKeep = (index: number) => {
    const next = Math.min(cut.keeps.length - 1, Math.max(0, index));
    onChoose(next);
    scroller.current?.querySelector<HTMLElement>(`[data-keep="${next}"]`)?.focus();
  };

  const handle = (index: number, side: 'start' | 'end') => {
    const keep = cut.keeps[index]!;
    const move = (time: number, isSettled: boolean) =>
      onKeeps?.(moveEnd(cut.keeps, index, { side, time, seconds }), isSettled);
    return (
      <button
        key={side}
        type="button"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input has one track; this is an end on the recording’s line
        role="slider"
        className={`edge edge--${side}`}
        aria-label={
          side === 'start' ? words.cut.keepStart(fineClock(keep.start)) : words.cut.keepEnd(fineClock(keep.end))
        }
        aria-valuemin={0}
        aria-valuemax={Math.round(seconds)}
        aria-valuenow={Math.round(keep[side] * 10) / 10}
        aria-valuetext={fineClock(keep[side])}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) move(timeAt(event), false);
        }}
        onPointerUp={(event) => {
          move(timeAt(event), true);
          playback.seek(keep[side]);
        }}
        onKeyDown={(event) => {
          const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
          if (direction === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          move(keep[side] + direction * (event.shiftKey ? 1 : 0.1), true);
        }}
      />
    );
  };

  return (
    <section className="cutline" aria-label={words.cut.timeline}>
      <div ref={scroller} className="cutline__scroll">
        <div className="cutline__time" style={{ width }}>
          <div className="cutline__chapters">
            {cut.chapters.map((chapter) => (
              <span key={chapter.start} style={{ left: chapter.start * pixels }}>
                {chapter.title[locale]}
              </span>
            ))}
          </div>
          {/* By keyboard, the player's own slider does this. */}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
          <div className="cutline__sound" onClick={(event) => playback.seek(timeAt(event as unknown as PointerEvent))}>
            {outline && (
              <svg viewBox="0 0 1200 1" preserveAspectRatio="none" aria-hidden>
                <path d={outline} />
              </svg>
            )}
          </div>
          <div className="cutline__keeps">
            {cut.keeps.map((keep, index) => (
              <div
                key={index}
                className="keep"
                data-chosen={index === chosen}
                style={{ left: keep.start * pixels, width: Math.max(2, (keep.end - keep.start) * pixels) }}
              >
                <button
                  type="button"
                  data-keep={index}
                  className="keep__body"
                  aria-pressed={index === chosen}
                  aria-label={words.cut.keep(clock(keep.start), clock(keep.end))}
                  tabIndex={index === (chosen ?? 0) ? 0 : -1}
                  onClick={(event) => {
                    onChoose(index);
                    if (event.detail > 0) playback.seek(timeAt(event as unknown as PointerEvent));
                  }}
                  onKeyDown={(event) => {
                    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
                    if (direction === undefined) return;
                    event.preventDefault();
                    focusKeep(index + direction);
                  }}
                />
                {index === chosen && onKeeps && [handle(index, 'start'), handle(index, 'end')]}
              </div>
            ))}
          </div>
          <div className="cutline__points" aria-hidden>
            {points.map(({ id, kind, start, end }) => (
              <span
                key={id}
                className={`point point--${kind}`}
                style={{ left: start * pixels, width: Math.max(3, (end - start) * pixels) }}
              />
            ))}
            {cut.cards.map(({ item, start }) => (
              <span key={`${item} ${start}`} className="point point--card" style={{ left: start * pixels }} />
            ))}
          </div>
          <div className="cutline__ruler" aria-hidden>
            {ticks(seconds, pixels).map((time) => (
              <span key={time} className="num" style={{ left: time * pixels }}>
                {clock(time)}
              </span>
            ))}
          </div>
          <div ref={head} className="cutline__head" aria-hidden />
        </div>
      </div>
      <span className="flex justify-end">
        <button
          type="button"
          className="button button--icon button--small"
          aria-label={words.cut.zoomOut}
          disabled={!canZoomOut}
          onClick={() => zoomBy(1 / 2)}
        >
          <ZoomOut className="icon" aria-hidden />
        </button>
        <button
          type="button"
          className="button button--icon button--small"
          aria-label={words.cut.zoomIn}
          disabled={!canZoomIn}
          onClick={() => zoomBy(2)}
        >
          <ZoomIn className="icon" aria-hidden />
        </button>
      </span>
    </section>
  );
}

/** Room for handles at both ends of the line, pixels. */
const padding = 10;

/** Round times about a hundred pixels apart, at most some hundreds. */
function ticks(seconds: number, pixels: number): number[] {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600];
  const step = steps.find((each) => each * pixels >= 90 && seconds / each <= 400) ?? 3600;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, at) => at * step);
}
