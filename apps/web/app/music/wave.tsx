import { barAt, clock, stepFrom } from './song-map.ts';
import type { Heard } from './song-map.ts';
import type { Playback } from './playback.ts';
import { usePlaybackValue } from './use-playback.ts';
import { curveOf, barsOf } from './wave-shapes.ts';

type WaveProps = { heard: Heard; width: number; playback: Playback };

/** How loud the song is, and over it how intense; press or drag to go somewhere. */
export function Wave({ heard, width, playback }: WaveProps) {
  const { analysis, waveform } = heard;
  const bars = barsOf(waveform, analysis.duration, width);
  const second = usePlaybackValue(playback, ({ time }) => Math.floor(time() * 2) / 2);
  const place = barAt(analysis, second);

  return (
    <div className="wave">
      <input
        type="range"
        className="wave__place"
        aria-label="Place in the song"
        aria-valuetext={`${clock(second)}${place ? `, bar ${place.bar}` : ''}`}
        min={0}
        max={analysis.duration}
        step={0.01}
        value={second}
        onChange={(event) => playback.seek(Number(event.target.value))}
        onKeyDown={(event) => {
          const steps = { PageUp: 4, PageDown: -4, ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (steps === undefined) return;
          event.preventDefault();
          playback.seek(stepFrom(analysis.downbeat_times, playback.time(), steps));
        }}
      />
      <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden>
        <path
          className="wave__curve"
          d={curveOf(analysis.intensity_curve, analysis.duration)}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <svg viewBox={`0 0 ${bars.count} 100`} preserveAspectRatio="none" aria-hidden>
        <path className="wave__bars" d={bars.path} strokeWidth={bars.stroke} vectorEffect="non-scaling-stroke" />
      </svg>
      <svg
        className="wave__played"
        viewBox={`0 0 ${bars.count} 100`}
        preserveAspectRatio="none"
        aria-hidden
        style={{ overflow: 'hidden' }}
      >
        <path d={bars.path} strokeWidth={bars.stroke} vectorEffect="non-scaling-stroke" />
      </svg>
    </div>
  );
}
