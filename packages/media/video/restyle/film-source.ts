import { KinoraError } from '@kinora/capabilities/errors';
import { AV_PKT_DATA_DISPLAYMATRIX } from 'node-av/constants';
import type { Demuxer } from 'node-av/api';
import type { Stream } from 'node-av/lib';
import { maximumPixels, openMedia } from '../decode.ts';

/** What is known of a film before it is decoded. */
export type FilmSource = {
  format: string;
  codec: string;
  /** Pixels as it is shown: upright and square. */
  width: number;
  height: number;
  seconds: number;
  /** Frames a second, on average. */
  fps: number;
  hasSound: boolean;
  /** Coding of the sound; empty without any. */
  soundCodec: string;
};

/**
 * Reads what a film holds. Where the file doesn't say how long it is (browsers' recordings don't), its packets are counted.
 * Blocks its thread.
 * @throws KinoraError `request.invalid` when it is no film that can be read.
 */
export function readFilmSourceSync(path: string): FilmSource {
  using input = openMedia(path);
  const stream = filmStream(input);
  const { codecpar } = stream;
  const sound = input.audio();
  const shown = shownSize(stream);
  const { num, den } = stream.avgFrameRate;
  const claimed = { seconds: Math.max(0, input.duration || 0), fps: den > 0 ? num / den : 0 };
  const isLikely = claimed.seconds > 0.04 && claimed.fps >= 1 && claimed.fps <= 240;
  const { seconds, fps } = isLikely ? claimed : countFrames(input, stream);
  if (seconds <= 0 || fps <= 0) {
    throw new KinoraError('request.invalid', 'The file holds no moving picture; choose a video file.');
  }
  return {
    format: input.formatName,
    codec: codecpar.getCodecString() ?? '',
    ...shown,
    seconds,
    fps,
    hasSound: sound !== undefined && sound !== null,
    soundCodec: sound?.codecpar.getCodecString() ?? '',
  };
}

/** The moving picture of a file. @throws KinoraError `request.invalid` without one, and for one that is too large. */
export function filmStream(input: Demuxer): Stream {
  const stream = input.video();
  if (!stream) throw new KinoraError('request.invalid', 'The file holds no moving picture; choose a video file.');
  // Pixels that aren't square count as they are shown: a small film may say that it is a million wide.
  const { width, height } = shownSize(stream);
  if (Math.max(width * height, stream.codecpar.width * stream.codecpar.height) > maximumPixels) {
    throw new KinoraError('request.invalid', 'The video is larger than 40 megapixels; choose a smaller one.');
  }
  return stream;
}

/** Seconds of the first picture on the clock of the file: what everything else is measured from. */
export function filmStart(stream: Stream): number {
  const { num, den } = stream.timeBase;
  const start = Number(stream.startTime);
  // FFmpeg's mark for "not known" is the lowest 64-bit number.
  return start > -(2 ** 62) ? (start * num) / den : 0;
}

/**
 * Filters that bring a frame upright, as FFmpeg's own player does with the display matrix of a phone's video
 * (ISO/IEC 14496-12 §8.3.2), and its pixels to squares.
 */
export function uprightFilters(stream: Stream): string[] {
  const matrix = stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX);
  const { num, den } = stream.sampleAspectRatio;
  const isSquare = num <= 0 || den <= 0 || num === den;
  const square = isSquare ? [] : [`scale=trunc(iw*${num}/${den}/2)*2:ih`, 'setsar=1'];
  if (!matrix || matrix.length < 36) return square;
  const at = (index: number) => matrix.readInt32LE(index * 4);
  const turn = turnOf(at);
  if (turn === 90) return [...square, at(3) > 0 ? 'transpose=cclock_flip' : 'transpose=clock'];
  if (turn === 270) return [...square, at(3) < 0 ? 'transpose=clock_flip' : 'transpose=cclock'];
  if (turn === 180) return [...square, ...(at(0) < 0 ? ['hflip'] : []), ...(at(4) < 0 ? ['vflip'] : [])];
  return [...square, ...(at(0) < 0 ? ['hflip'] : []), ...(at(4) < 0 ? ['vflip'] : [])];
}

/** Size of a stream as it is shown: upright, with square pixels. */
export function shownSize(stream: Stream): { width: number; height: number } {
  const { width, height } = stream.codecpar;
  const { num, den } = stream.sampleAspectRatio;
  const wide = num > 0 && den > 0 && num !== den ? Math.max(2, Math.floor((width * num) / den / 2) * 2) : width;
  const isTurned = uprightFilters(stream).some((filter) => filter.startsWith('transpose'));
  return isTurned ? { width: height, height: wide } : { width: wide, height };
}

/** Clockwise turn in degrees: 0, 90, 180 or 270. */
function turnOf(at: (index: number) => number): number {
  const across = Math.hypot(at(0), at(3));
  const down = Math.hypot(at(1), at(4));
  if (across === 0 || down === 0) return 0;
  const degrees = (Math.atan2(at(1) / down, at(0) / across) * 180) / Math.PI;
  return (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
}

function countFrames(input: Demuxer, stream: Stream): { seconds: number; fps: number } {
  const { num, den } = stream.timeBase;
  let [first, last, count] = [Infinity, -Infinity, 0];
  for (const packet of input.packetsSync(stream.index)) {
    if (!packet) continue;
    const time = (Number(packet.pts) * num) / den;
    if (packet.pts > -(2n ** 62n)) {
      first = Math.min(first, time);
      last = Math.max(last, time);
      count++;
    }
    packet.free();
  }
  if (count < 2 || last <= first) return { seconds: 0, fps: 0 };
  const fps = (count - 1) / (last - first);
  return { seconds: last - first + 1 / fps, fps };
}
