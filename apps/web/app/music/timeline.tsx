import type { PaintedScene } from '@kinora/studios/music-video/schema';
import { useRef } from 'react';
import type { DraftScene } from './draft.ts';
import { MomentsLane } from './moments-lane.tsx';
import type { Playback } from './playback.ts';
import { Ruler } from './ruler.tsx';
import { SectionsLane } from './sections-lane.tsx';
import { ShotsLane } from './shots-lane.tsx';
import type { Heard } from './song-map.ts';
import { Transport } from './transport.tsx';
import { usePlaybackFrame } from './use-playback.ts';
import { useTimelineScale } from './use-timeline-scale.ts';
import { Wave } from './wave.tsx';

type TimelineProps = {
  heard: Heard;
  playback: Playback;
  /** Omitted: the key moments are shown in words. */
  shots?: {
    scenes: readonly DraftScene[];
    pictures: ReadonlyMap<string, PaintedScene>;
    chosen: string | null;
    onChoose: (id: string) => void;
    onMove?: (id: string, start: number, isSettled: boolean) => void;
  };
  onFullScreen?: () => void;
};

/** A song at once: its pictures or key moments, its wave, bars and sections, and where it plays. */
export function Timeline({ heard, playback, shots, onFullScreen }: TimelineProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLSpanElement>(null);
  const scale = useTimelineScale(scroller, heard.analysis.duration, playback.time);
  const { pixels, width, isPhone } = scale;
  /** Where the page itself has scrolled to: any other place was chosen by a finger. */
  const scrolledTo = useRef(0);

  usePlaybackFrame(playback, () => {
    const place = playback.time() * pixels;
    content.current?.style.setProperty('--played', `${place.toFixed(1)}px`);
    const element = scroller.current;
    if (!element) return;
    if (isPhone) {
      if (Math.abs(element.scrollLeft - place) > 0.6) {
        element.scrollLeft = place;
        scrolledTo.current = element.scrollLeft;
      }
      return;
    }
    if (head.current) head.current.style.transform = `translateX(${place.toFixed(2)}px)`;
    const seen = place - element.scrollLeft;
    if (playback.isPlaying() && (seen < 0 || seen > element.clientWidth * 0.94))
      element.scrollLeft = place - element.clientWidth * 0.1;
  });

  return (
    <section className="song" aria-label="The song">
      <Transport heard={heard} playback={playback} scale={scale} onFullScreen={onFullScreen} />
      <div className="relative">
        <div
          ref={scroller}
          className="song__scroll"
          data-whole={scale.zoom <= 1.01}
          onScroll={(event) => {
            if (!isPhone) return;
            const { scrollLeft } = event.currentTarget;
            if (Math.abs(scrollLeft - scrolledTo.current) < 1.5) return;
            scrolledTo.current = scrollLeft;
            playback.seek(scrollLeft / pixels);
          }}
        >
          <div ref={content} className="song__time" style={{ width }}>
            {shots ? (
              <ShotsLane heard={heard} pixels={pixels} playback={playback} {...shots} />
            ) : (
              <MomentsLane heard={heard} pixels={pixels} width={width} playback={playback} />
            )}
            <Wave heard={heard} width={width} playback={playback} />
            <Ruler heard={heard} width={width} pixels={pixels} />
            <SectionsLane heard={heard} pixels={pixels} playback={playback} />
            {!isPhone && <span ref={head} className="song__head" />}
          </div>
        </div>
        {isPhone && <span className="song__head" />}
      </div>
    </section>
  );
}
