import { ChevronLeft, ChevronRight, Maximize, Pause, Play, ZoomIn, ZoomOut } from 'lucide-react';
import type { Playback } from './playback.ts';
import { barAt, clock, stepFrom } from './song-map.ts';
import type { Heard } from './song-map.ts';
import { usePlaybackValue } from './use-playback.ts';
import type { Scale } from './use-timeline-scale.ts';

type TransportProps = { heard: Heard; playback: Playback; scale: Scale; onFullScreen?: () => void };

/** Play, a bar back and forth, where it is, and how much of the song is seen. */
export function Transport({ heard, playback, scale, onFullScreen }: TransportProps) {
  const { analysis } = heard;
  const isPlaying = usePlaybackValue(playback, (now) => now.isPlaying());
  const shown = usePlaybackValue(playback, ({ time }) => clock(time()));
  const place = usePlaybackValue(playback, ({ time }) => {
    const at = barAt(analysis, time());
    if (at) return `Bar ${at.bar}, beat ${at.beat}`;
    return analysis.beat_times.length > 0 ? 'Before the first bar' : 'No steady beat';
  });
  const step = (count: number) => playback.seek(stepFrom(analysis.downbeat_times, playback.time(), count));
  return (
    <div className="transport max-[480px]:gap-1!">
      <button type="button" className="button button--icon" aria-label="A bar back" onClick={() => step(-1)}>
        <ChevronLeft className="icon" aria-hidden />
      </button>
      <button
        type="button"
        className="button button--icon transport__play"
        aria-label={isPlaying ? 'Pause' : 'Play'}
        onClick={() => playback.toggle()}
      >
        {isPlaying ? (
          <Pause className="icon fill-current" aria-hidden />
        ) : (
          <Play className="icon fill-current" aria-hidden />
        )}
      </button>
      <button type="button" className="button button--icon" aria-label="The next bar" onClick={() => step(1)}>
        <ChevronRight className="icon" aria-hidden />
      </button>
      <span className="num ml-1 text-small">
        <b>{shown}</b> <span className="text-ink-3 max-[480px]:hidden">of {clock(analysis.duration)}</span>
      </span>
      <span className="num ml-auto text-tiny text-ink-2 max-[480px]:hidden">{place}</span>
      <span className="flex max-[480px]:ml-auto">
        <button
          type="button"
          className="button button--icon button--small"
          aria-label="Show more of the song"
          disabled={!scale.canZoomOut}
          onClick={() => scale.zoomBy(1 / 1.6)}
        >
          <ZoomOut className="icon" aria-hidden />
        </button>
        <button
          type="button"
          className="button button--icon button--small"
          aria-label="Show it larger"
          disabled={!scale.canZoomIn}
          onClick={() => scale.zoomBy(1.6)}
        >
          <ZoomIn className="icon" aria-hidden />
        </button>
        {onFullScreen && (
          <button
            type="button"
            className="button button--icon button--small"
            aria-label="Fill the screen"
            onClick={onFullScreen}
          >
            <Maximize className="icon" aria-hidden />
          </button>
        )}
      </span>
    </div>
  );
}
