import { AVSEEK_FLAG_BACKWARD } from 'node-av/constants';
import { FilterAPI } from 'node-av/api';
import type { Frame } from 'node-av/lib';
import { openDecoder, openMedia } from '../decode.ts';
import { decoding } from '../native.ts';
import { filmStart, filmStream, uprightFilters } from './film-source.ts';

/** A frame of a film at an even time. */
export type SampledFrame = {
  /** RGBA, width × height × 4 bytes: valid until the next is asked for. */
  rgba: Uint8Array;
  /** Seconds since the film began. */
  time: number;
};

/** Half a tick of the finest clocks: a frame that is due counts as there. */
const tolerance = 0.002;

/**
 * The frames of a film that are shown at even times, upright and cut to a size, whatever the rate of the film, steady or not.
 * Blocks its thread.
 * @param options.from Seconds of the first. @param options.step Seconds between two. @param options.count How many.
 */
export function* sampleFrames(
  path: string,
  { width, height, from, step, count }: { width: number; height: number; from: number; step: number; count: number },
): Generator<SampledFrame> {
  using input = openMedia(path);
  const stream = filmStream(input);
  const start = filmStart(stream);
  const { num, den } = stream.timeBase;
  // Keyframes lie before the time that is sought; what can't be sought is decoded from the beginning.
  if (from > 1) input.seekSync(start + from - 0.05, -1, AVSEEK_FLAG_BACKWARD);
  using decoder = openDecoder(stream);
  using filter = FilterAPI.create(
    [
      ...uprightFilters(stream),
      `scale=${width}:${height}:force_original_aspect_ratio=increase:force_divisible_by=2:flags=bilinear+accurate_rnd`,
      `crop=${width}:${height}`,
      'format=rgba',
    ].join(','),
  );
  const rgba = new Uint8Array(width * height * 4);
  let shown: Frame | undefined;
  let isRead = false;
  let next = 0;
  const timeOf = (index: number) => from + index * step;
  const read = () => {
    if (isRead || shown === undefined) return;
    const [upright] = filter.processAllSync(shown);
    if (upright === undefined) return;
    copyRows(upright, rgba, width * 4);
    upright.free();
    isRead = true;
  };
  try {
    for (const frame of decoding(decoder.framesSync(input.packetsSync(stream.index)))) {
      if (!frame) continue;
      const stamp = frame.bestEffortTimestamp > -(2n ** 62n) ? frame.bestEffortTimestamp : frame.pts;
      const time = (Number(stamp) * num) / den - start;
      while (next < count && time > timeOf(next) + tolerance) {
        // Before the first frame there is nothing to show but that.
        if (shown === undefined) break;
        read();
        yield { rgba, time: timeOf(next++) };
      }
      shown?.free();
      shown = frame;
      isRead = false;
      if (next >= count) return;
    }
    for (; shown !== undefined && next < count; next++) {
      read();
      yield { rgba, time: timeOf(next) };
    }
  } finally {
    shown?.free();
  }
}

function copyRows(frame: Frame, into: Uint8Array, rowBytes: number): void {
  const plane = frame.data![0]!;
  const stride = frame.linesize[0]!;
  if (stride === rowBytes) return into.set(plane.subarray(0, into.length));
  for (let at = 0, from = 0; at < into.length; at += rowBytes, from += stride) {
    into.set(plane.subarray(from, from + rowBytes), at);
  }
}
