import { FilterAPI } from 'node-av/api';
import { AVCOL_RANGE_JPEG, AVCOL_SPC_BT709, AVCOL_SPC_UNSPECIFIED, AV_PIX_FMT_YUV420P } from 'node-av/constants';
import type { Frame, Stream } from 'node-av/lib';
import { KinoraError } from '@kinora/capabilities/errors';
import { decoding } from '../native.ts';
import { uprightFilters } from '../restyle/film-source.ts';

/** Pixels, even. */
export type Size = { width: number; height: number };

/** A rectangle of a picture, in fractions of its width and height. */
export type Area = { x: number; y: number; width: number; height: number };

/** What is beside a picture that has another shape than the film: its own colours, blurred, or dark. */
export type Bars = 'blurred' | 'dark';

/** How a frame of the recording becomes one of the film. */
export type Fit =
  /** The whole picture, with bars where its shape is another. */
  | { kind: 'whole'; bars: Bars }
  /** One area, or two above each other, each cropped about its middle to the shape that it fills. `split`: share of the height that the upper one has. */
  | { kind: 'crop'; upper: Area; lower: Area | null; split: number };

/** Brings decoded frames to the size, shape and colours of a film. */
export type Fitter = Disposable & {
  /** @returns A new reference that the caller frees. */
  fit(frame: Frame): Frame;
};

/** Pictures whose shape is so near to the film's fill it; what is cut off nobody misses. */
const nearlySame = 0.02;

/** Makes a {@link Fitter} for frames of a stream. */
export function createFitter(stream: Stream, fit: Fit, size: Size): Fitter {
  let filter: FilterAPI | undefined;
  let shape = '';
  return {
    fit(frame) {
      const upright = uprightFilters(stream);
      if (fit.kind === 'whole' && upright.length === 0 && isAsWanted(frame, size)) return frame.clone()!;
      // Recordings may change their size on the way, as calls do.
      const now = `${frame.width} ${frame.height} ${frame.format} ${frame.colorSpace} ${frame.colorRange}`;
      if (filter === undefined || now !== shape) {
        filter?.close();
        filter = FilterAPI.create(filtersFor(frame, { upright, fit, size }), { graph: { nbThreads: 1 } });
        shape = now;
      }
      const source = frame.clone()!;
      source.timeBase = stream.timeBase;
      try {
        const [made] = decoding(filter.processAllSync(source));
        if (made === undefined) throw new KinoraError('internal.bug', 'A filter gave no picture.');
        return made;
      } finally {
        source.free();
      }
    },
    [Symbol.dispose]() {
      filter?.close();
    },
  };
}

/** Filters, as FFmpeg writes them, that bring a frame to the film. */
export function filtersFor(
  frame: Pick<Frame, 'width' | 'height' | 'colorSpace'>,
  { upright, fit, size }: { upright: readonly string[]; fit: Fit; size: Size },
): string {
  const seen = uprightSize(frame, upright);
  const matrix =
    frame.colorSpace === AVCOL_SPC_UNSPECIFIED
      ? frame.height >= 600
        ? ':in_color_matrix=bt709'
        : ':in_color_matrix=smpte170m'
      : '';
  const scaled = ({ width, height }: Size, more = '') =>
    `scale=${width}:${height}:flags=bicubic${matrix}:out_color_matrix=bt709:out_range=tv${more},format=yuv420p,setsar=1`;
  const before = upright.map((each) => `${each},`).join('');
  const { width, height } = size;
  if (fit.kind === 'crop') {
    const piece = (area: Area, target: Size) => `${cropTo(area, seen, target)},${scaled(target)}`;
    if (!fit.lower) return before + piece(fit.upper, size);
    const upper = { width, height: Math.min(height - 2, Math.max(2, Math.round((height * fit.split) / 2) * 2)) };
    const lower = { width, height: height - upper.height };
    return `${before}split[a][b];[a]${piece(fit.upper, upper)}[c];[b]${piece(fit.lower, lower)}[d];[c][d]vstack`;
  }
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const stretch = seen.width / seen.height / (width / height);
  if (Math.abs(Math.log(stretch)) < nearlySame) return `${before}${cropTo(whole, seen, size)},${scaled(size)}`;
  const inner =
    stretch > 1 ? { width, height: even(height / stretch, height) } : { width: even(width * stretch, width), height };
  const [x, y] = [Math.floor((width - inner.width) / 4) * 2, Math.floor((height - inner.height) / 4) * 2];
  if (fit.bars === 'dark') return `${before}${scaled(inner)},pad=${width}:${height}:${x}:${y}:color=0x12131a`;
  // Blurred at a sixteenth of the size, where it costs nothing, and darker than what is to be looked at.
  const small = { width: even(width / 16, width), height: even(height / 16, height) };
  return (
    `${before}split[a][b];[a]${cropTo(whole, seen, size)},${scaled(small)},gblur=sigma=2.5,` +
    `lutyuv=y='16+(val-16)*0.42':u='128+(val-128)*0.7':v='128+(val-128)*0.7',scale=${width}:${height}:flags=bilinear,setsar=1[c];` +
    `[b]${scaled(inner)}[d];[c][d]overlay=${x}:${y}:format=yuv420`
  );
}

/** Cuts an area about its middle to the shape of what it fills. */
function cropTo(area: Area, seen: Size, target: Size): string {
  const left = clamp(area.x, 0, 1) * seen.width;
  const top = clamp(area.y, 0, 1) * seen.height;
  const wide = Math.max(16, Math.min(seen.width - left, area.width * seen.width));
  const high = Math.max(16, Math.min(seen.height - top, area.height * seen.height));
  const shape = target.width / target.height;
  const width = even(Math.min(wide, high * shape), seen.width);
  const height = even(Math.min(high, wide / shape), seen.height);
  const x = clamp(Math.round((left + (wide - width) / 2) / 2) * 2, 0, seen.width - width);
  const y = clamp(Math.round((top + (high - height) / 2) / 2) * 2, 0, seen.height - height);
  return `crop=${width}:${height}:${x}:${y}`;
}

function even(length: number, most: number): number {
  return Math.max(2, Math.min(Math.round(length / 2) * 2, most - (most % 2)));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Size after the filters of {@link uprightFilters}. */
function uprightSize({ width, height }: Size, upright: readonly string[]): Size {
  let [wide, high] = [width, height];
  for (const filter of upright) {
    const square = /^scale=trunc\(iw\*(\d+)\/(\d+)/.exec(filter);
    if (square) wide = Math.trunc((wide * Number(square[1])) / Number(square[2]) / 2) * 2;
    if (filter.startsWith('transpose')) [wide, high] = [high, wide];
  }
  return { width: wide, height: high };
}

/** Whether a frame can go to the encoder as it is. */
function isAsWanted(frame: Frame, { width, height }: Size): boolean {
  if (frame.width !== width || frame.height !== height || frame.format !== AV_PIX_FMT_YUV420P) return false;
  if (frame.colorRange === AVCOL_RANGE_JPEG) return false;
  return frame.colorSpace === AVCOL_SPC_BT709 || (frame.colorSpace === AVCOL_SPC_UNSPECIFIED && height >= 600);
}
