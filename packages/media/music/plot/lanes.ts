import type { MusicAnalysis, Section } from '../../audio/analysis/index.ts';
import { listBeats } from '../../audio/analysis/index.ts';
import { escapeXml } from '../../documents/xml.ts';
import type { Waveform } from '../waveform.ts';
import { clock, frame, pixels, timeMarks } from './axes.ts';
import type { Scale } from './axes.ts';

/** Top and height of a lane, pixels. */
export type Lane = { top: number; height: number };

/** Colours there are for letters; a song with more of them uses them again. */
const letterColours = 8;
/** Closest that two beats may stand to be drawn each, pixels. */
const closestBeats = 3;

/** Blocks with label and letter, one colour per letter. */
export function drawSections(sections: readonly Section[], x: Scale, { top, height }: Lane): string {
  const colours = new Map<string, number>();
  return sections
    .map(({ start, end, label, letter, intensity }) => {
      if (!colours.has(letter)) colours.set(letter, colours.size % letterColours);
      const [left, width] = [x(start) + 1, x(end) - x(start) - 2];
      const opacity = (0.6 + 0.4 * intensity).toFixed(2);
      const words = width > 9 * label.length + 34 ? escapeXml(label) : '';
      const middle = top + height / 2 + 5;
      return [
        `<g><title>${escapeXml(`${letter}: ${label}, ${clock(start)}–${clock(end)}, intensity ${intensity.toFixed(2)}`)}</title>`,
        `<rect class="letter-${colours.get(letter)}" x="${pixels(left)}" y="${top}" width="${pixels(Math.max(1, width))}" height="${height}" rx="7" fill-opacity="${opacity}"/>`,
        width > 18 ? `<text class="letter" x="${pixels(left + 9)}" y="${middle}">${escapeXml(letter)}</text>` : '',
        words && `<text class="label" x="${pixels(left + 28)}" y="${middle}">${words}</text>`,
        '</g>',
      ].join('');
    })
    .join('\n');
}

/** Peaks, and inside them the mean; a quiet song is drawn as tall as a loud one. */
export function drawWaveform({ secondsPerPeak, peaks, rms }: Waveform, x: Scale, { top, height }: Lane): string {
  const middle = top + height / 2;
  const scale = height / 2 / Math.max(0.01, ...peaks);
  const outline = (values: readonly number[]) => {
    const place = (index: number) => pixels(x((index + 0.5) * secondsPerPeak));
    const upper = values.map((value, index) => `${place(index)},${pixels(middle - value * scale)}`);
    const lower = values.map((value, index) => `${place(index)},${pixels(middle + value * scale)}`).reverse();
    return `M${upper.join('L')}L${lower.join('L')}Z`;
  };
  return `<path class="peaks" d="${outline(peaks)}"/><path class="rms" d="${outline(rms)}"/>`;
}

/** A line for each beat, as long as it is strong; longer ones in another colour where bars begin. */
export function drawBeats(analysis: MusicAnalysis, x: Scale, { top, height }: Lane): string {
  const beats = listBeats(analysis);
  const isDrawn = (times: readonly number[]) =>
    times.length > 1 && (x(times.at(-1)!) - x(times[0]!)) / (times.length - 1) >= closestBeats;
  const stroke = (time: number, share: number) => `M${pixels(x(time))},${top}v${pixels(height * share)}`;
  const plain = isDrawn(analysis.beat_times)
    ? beats.filter((beat) => !beat.isDownbeat).map(({ time, strength }) => stroke(time, 0.2 + 0.4 * strength))
    : [];
  const bars = isDrawn(analysis.downbeat_times)
    ? beats.filter((beat) => beat.isDownbeat).map(({ time, strength }) => stroke(time, 0.6 + 0.4 * strength))
    : [];
  const nothing = beats.length === 0 ? `<text class="quiet" x="${frame.left}" y="${top + 15}">no pulse</text>` : '';
  return `<path class="beat" d="${plain.join('')}"/><path class="bar" d="${bars.join('')}"/>${nothing}`;
}

/** Intensity as an area, loudness as a fine line over it. */
export function drawIntensity(analysis: MusicAnalysis, x: Scale, { top, height }: Lane): string {
  const floor = top + height;
  const curve = analysis.intensity_curve.map(
    ({ timestamp, value }) => `${pixels(x(timestamp + 0.5))},${pixels(floor - value * height)}`,
  );
  const { seconds_per_value: step, values } = analysis.level_curve;
  // About one point a pixel.
  const every = Math.max(1, Math.ceil(values.length / (frame.width - frame.left - frame.right)));
  const level = values.flatMap((value, index) =>
    index % every === 0 ? [`${pixels(x((index + 0.5) * step))},${pixels(floor - value * height)}`] : [],
  );
  const [first, last] = [curve[0]?.split(',')[0], curve.at(-1)?.split(',')[0]];
  return `<path class="intensity" d="M${first},${floor}L${curve.join('L')}L${last},${floor}Z"/><path class="level" d="M${level.join('L')}"/>`;
}

/** Beats a minute over time, with the lowest and highest value beside it. */
export function drawTempo({ tempo_curve, tempo }: MusicAnalysis, x: Scale, { top, height }: Lane): string {
  if (tempo === null || tempo_curve.length < 2) return '';
  const values = tempo_curve.map(({ value }) => value);
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  // A steady tempo is a straight line, not a magnified tremble.
  const half = Math.max(0.06 * middle, (Math.max(...values) - Math.min(...values)) / 2);
  const y = (value: number) => pixels(top + (height * (middle + half - value)) / (2 * half));
  const points = tempo_curve.map(({ timestamp, value }) => `${pixels(x(timestamp))},${y(value)}`);
  const scale = [middle + half, middle - half].map(
    (value) =>
      `<text class="scale" x="${frame.left - 10}" y="${Number(y(value)) + 4}">${Math.round(value)}</text><path class="line" d="M${frame.left},${y(value)}H${frame.width - frame.right}"/>`,
  );
  return `${scale.join('')}<path class="tempo" d="M${points.join('L')}"/>`;
}

/** A numbered pin and a line down all lanes for each key moment. */
export function drawMoments(moments: MusicAnalysis['key_moments'], x: Scale, { top, height }: Lane): string {
  return moments
    .map(({ timestamp, description }, index) => {
      const at = pixels(x(timestamp));
      return `<g><title>${escapeXml(`${clock(timestamp)} ${description}`)}</title><path class="moment" d="M${at},${top}v${height}"/><circle class="pin" cx="${at}" cy="${top}" r="11"/><text class="pin-number" x="${at}" y="${top + 4}">${index + 1}</text></g>`;
    })
    .join('\n');
}

/** Marks of the time axis under the lanes. */
export function drawTimes(duration: number, x: Scale, { top, height }: Lane): string {
  return timeMarks(duration)
    .map(
      (time) =>
        `<path class="line" d="M${pixels(x(time))},${top}v${height}"/><text class="time" x="${pixels(x(time))}" y="${top + height + 18}">${clock(time)}</text>`,
    )
    .join('');
}
