import { KinoraError } from '@kinora/capabilities/errors';
import {
  AVDISCARD_ALL,
  AVDISCARD_DEFAULT,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
  AVSEEK_FLAG_BACKWARD,
  AV_CODEC_ID_NONE,
  AV_DISPOSITION_ATTACHED_PIC,
  AV_DISPOSITION_DEFAULT,
  AV_NOPTS_VALUE,
} from 'node-av/constants';
import { Demuxer } from 'node-av/api';
import { Codec, CodecContext, Packet } from 'node-av/lib';
import type { Stream } from 'node-av/lib';
import { resolve } from 'node:path';
import { maximumPixels } from '../video/decode.ts';
import { check, quietFfmpeg } from '../video/native.ts';
import { explainUnreadable } from './explain-unreadable.ts';

/** Containers of recordings. Playlists are left out: they would open other files and addresses. */
const formats = 'mov,mp4,m4a,3gp,matroska,webm,mp3,wav,w64,flac,ogg,aac,aiff,avi,flv,mpegts,mpeg,asf,caf,amr,ac3';

/** A recording that is open for reading, packet by packet. Blocks its thread. */
export type OpenRecording = Disposable & {
  path: string;
  /** Of the container: `mp4`, `matroska`, `mp3` … */
  format: string;
  /** Seconds that the file claims; 0 when it doesn't say. */
  claimed: number;
  /** What the file's clock shows where the recording begins; all times here are seconds since then. */
  start: number;
  streams: Stream[];
  /** The moving picture; a cover is none. */
  video: Stream | undefined;
  audio: Stream | undefined;
  /**
   * Packets of some streams from where the file stands; the others are not read where the container allows it. A packet is
   * valid until the next is asked for. It ends where the file ends or can't be read further.
   */
  packets(streams: readonly Stream[]): Generator<Packet>;
  /** Goes to a place from which the picture of that time can be decoded. @returns False when the file can't. */
  seek(time: number): boolean;
  /** Seconds since the recording began, undefined where the packet or frame doesn't say. */
  timeOf(stamp: bigint, stream: Stream): number | undefined;
};

/**
 * Opens a recording of any length; nothing of it is kept in memory.
 * @throws KinoraError `request.invalid`, which says what the file is instead and what to do.
 */
export function openRecording(path: string): OpenRecording {
  quietFfmpeg();
  const whole = resolve(path);
  const input = openDemuxer(whole);
  const context = input.getFormatContext();
  const streams = input.streams;
  const video = best(streams, AVMEDIA_TYPE_VIDEO);
  const audio = best(streams, AVMEDIA_TYPE_AUDIO);
  const start = context.startTime > lowest ? Number(context.startTime) / 1e6 : 0;
  const packet = new Packet();
  packet.alloc();
  return {
    path: whole,
    format: nameOf(input.formatName),
    claimed: input.duration,
    start,
    streams,
    video,
    audio,
    *packets(wanted) {
      const indices = new Set(wanted.map(({ index }) => index));
      for (const stream of streams) stream.discard = indices.has(stream.index) ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
      for (;;) {
        if (context.readFrameSync(packet) < 0) return;
        try {
          if (indices.has(packet.streamIndex)) yield packet;
        } finally {
          packet.unref();
        }
      }
    },
    seek: (time) => context.seekFrameSync(-1, BigInt(Math.round((start + time) * 1e6)), AVSEEK_FLAG_BACKWARD) >= 0,
    timeOf(stamp, { timeBase: { num, den } }) {
      return stamp > lowest ? (Number(stamp) * num) / den - start : undefined;
    },
    [Symbol.dispose]() {
      packet.free();
      input.closeSync();
    },
  };
}

/** The picture of a recording. @throws KinoraError `request.invalid` without one, and for one that is too large. */
export function pictureOf({ video }: OpenRecording): Stream {
  if (!video) throw new KinoraError('request.invalid', 'The recording holds no moving picture; choose a video.');
  const { width, height } = video.codecpar;
  if (width * height > maximumPixels) {
    throw new KinoraError('request.invalid', 'The video is larger than 40 megapixels; choose a smaller one.');
  }
  return video;
}

/** The sound of a recording. @throws KinoraError `request.invalid` without any. */
export function soundOf({ audio }: OpenRecording): Stream {
  if (!audio) throw new KinoraError('request.invalid', 'The recording holds no sound; choose one with sound.');
  return audio;
}

/** Opens the decoder of a stream. @param configure Sets options before it is opened. @throws KinoraError `request.invalid`. */
export function openDecoding(stream: Stream, configure?: (context: CodecContext) => void): CodecContext {
  const codec = Codec.findDecoder(stream.codecpar.codecId);
  if (!codec) throw undecodable(stream);
  const context = new CodecContext();
  context.allocContext3(codec);
  check(context.parametersToContext(stream.codecpar), 'preparing a decoder');
  context.pktTimebase = stream.timeBase;
  configure?.(context);
  if (context.open2Sync(codec) < 0) {
    context.freeContext();
    throw undecodable(stream);
  }
  return context;
}

/** What to do about a stream that nothing here decodes. */
export function undecodable({ codecpar }: Stream): KinoraError {
  const what = codecpar.codecType === AVMEDIA_TYPE_VIDEO ? 'picture' : 'sound';
  const name = codecpar.getCodecString();
  return new KinoraError(
    'request.invalid',
    `The ${what} of the recording is coded in a way that can not be decoded${name ? ` (${name})` : ''}; ` +
      'convert it to MP4 with H.264 and AAC.',
  );
}

/** FFmpeg marks "not known" with the lowest 64-bit number; some readers are off by a few from it. */
const lowest = AV_NOPTS_VALUE / 2n;

function openDemuxer(path: string): Demuxer {
  try {
    return Demuxer.openSync(path, { options: { protocol_whitelist: 'file', format_whitelist: formats } });
  } catch (cause) {
    throw explainUnreadable(path, cause);
  }
}

function best(streams: readonly Stream[], type: number): Stream | undefined {
  const able = streams.filter(
    (stream) =>
      stream.codecpar.codecType === type &&
      !stream.hasDisposition(AV_DISPOSITION_ATTACHED_PIC) &&
      (type !== AVMEDIA_TYPE_VIDEO || (stream.codecpar.width > 0 && stream.codecpar.height > 0)) &&
      (type !== AVMEDIA_TYPE_AUDIO || stream.codecpar.sampleRate > 0),
  );
  // One of a coding that nobody knows comes last: better to say so than to leave it out in silence.
  const known = able.filter(({ codecpar }) => codecpar.codecId !== AV_CODEC_ID_NONE);
  return known.find((stream) => stream.hasDisposition(AV_DISPOSITION_DEFAULT)) ?? known[0] ?? able[0];
}

function nameOf(format: string): string {
  if (format.includes('mp4')) return 'mp4';
  return format.split(',')[0] ?? format;
}
