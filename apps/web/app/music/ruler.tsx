import type { Heard } from './song-map.ts';

type RulerProps = { heard: Heard; width: number; pixels: number };

/** Beats and bars as ticks, with the numbers of bars where there is room. */
export function Ruler({ heard, width, pixels }: RulerProps) {
  const { beat_times: beats, downbeat_times: bars, duration } = heard.analysis;
  const between = beats.length > 1 ? ((beats.at(-1)! - beats[0]!) / (beats.length - 1)) * pixels : 0;
  const barWidth = bars.length > 1 ? ((bars.at(-1)! - bars[0]!) / (bars.length - 1)) * pixels : 0;
  // Every bar that gets a number: one in 1, 2, 4, 8 … so that they never touch.
  const every = 2 ** Math.max(0, Math.ceil(Math.log2(44 / Math.max(1, barWidth))));
  const tick = (time: number, from: number) => `M${((time / duration) * width).toFixed(1)} ${from}V10`;
  const shownBars = barWidth >= 3 ? bars : bars.filter((_, index) => index % 4 === 0);
  return (
    <div className="ruler" aria-hidden>
      <svg viewBox={`0 0 ${width} 10`} preserveAspectRatio="none">
        {between >= 4.5 && (
          <path
            d={beats.map((time) => tick(time, 7)).join('')}
            stroke="currentColor"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <path
          d={shownBars.map((time) => tick(time, 3)).join('')}
          stroke="currentColor"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={bars
            .filter((_, index) => index % every === 0)
            .map((time) => tick(time, 0))
            .join('')}
          stroke="currentColor"
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {bars.map(
        (time, index) =>
          index % every === 0 &&
          time * pixels > 4 &&
          time * pixels < width - 6 && (
            <span key={time} style={{ left: time * pixels }}>
              {index + 1}
            </span>
          ),
      )}
    </div>
  );
}
