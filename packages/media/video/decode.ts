import { KinoraError } from '@kinora/capabilities/errors';
import {
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_SUBTITLE,
  AVMEDIA_TYPE_VIDEO,
  AV_DISPOSITION_ATTACHED_PIC,
  AV_PIX_FMT_YUV420P,
} from 'node-av/constants';
import { Decoder, Demuxer, FilterAPI } from 'node-av/api';
import { resolve } from 'node:path';
import { SoftwareScaleContext } from 'node-av/lib';
import type { Frame, Stream } from 'node-av/lib';
import type { Pcm } from '../audio/index.ts';
import { check, decoding, quietFfmpeg } from './native.ts';
import { newYuvFrame } from './yuv.ts';

/** A media file: its bytes, or the path of a local file. */
export type MediaSource = Uint8Array | string;

/** A stream of a media file. */
export type MediaStream = {
  kind: 'video' | 'audio' | 'subtitle' | 'cover' | 'other';
  codec: string;
  /** Pixels, for pictures. */
  width?: number;
  height?: number;
  fps?: number;
  sampleRate?: number;
  channels?: number;
  frames?: number;
};

/** What {@link probeMedia} finds. `seconds` is 0 when the file doesn't say. */
export type MediaFacts = { format: string; seconds: number; streams: MediaStream[]; tags: Record<string, string> };

/** Formats that hold media themselves. Playlists are left out: they would open other files and addresses. */
const formats =
  'mov,mp4,m4a,3gp,matroska,webm,mp3,wav,w64,flac,ogg,aac,aiff,avi,flv,mpegts,mpeg,asf,caf,amr,ac3,png_pipe,jpeg_pipe,srt,webvtt';

/** Largest picture that is decoded, in pixels: a small file can claim to hold a very large one. */
export const maximumPixels = 40_000_000;

/** Reads what a file holds without decoding it. Blocks its thread. */
export function probeSync(source: MediaSource): MediaFacts {
  using input = openMedia(source);
  return {
    format: input.formatName,
    seconds: Math.max(0, input.duration || 0),
    tags: input.metadata,
    streams: input.streams.map(describeStream),
  };
}

/**
 * Decodes the first sound of a file. Blocks its thread.
 * @param options.sampleRate Default 48000.
 * @param options.channels 1 or 2. Default 2.
 * @param options.maximumSeconds Longer sound is refused. Default 3 hours.
 */
export function decodeAudioSync(
  source: MediaSource,
  { sampleRate = 48_000, channels = 2, maximumSeconds = 10_800 }: AudioDecodeOptions = {},
): Pcm {
  using input = openMedia(source);
  const stream = input.audio();
  if (!stream) throw new KinoraError('request.invalid', 'The file holds no sound; choose an audio or video file.');
  if (input.duration > maximumSeconds) throw tooLong(maximumSeconds);
  using decoder = openDecoder(stream);
  // Without a limit, channels mixed to one come out up to 3 dB too loud and clip.
  const layout = channels === 1 ? 'mono' : 'stereo';
  using filter = FilterAPI.create(
    `aresample=${sampleRate}:rematrix_maxval=1,aformat=sample_fmts=fltp:channel_layouts=${layout}:sample_rates=${sampleRate}`,
  );
  const parts = Array.from({ length: channels }, (): Float32Array[] => []);
  let length = 0;
  for (const frame of decoding(filter.framesSync(decoder.framesSync(input.packetsSync(stream.index))))) {
    if (!frame) continue;
    parts.forEach((part, channel) => {
      const plane = frame.data![channel]!;
      part.push(new Float32Array(plane.buffer, plane.byteOffset, frame.nbSamples).slice());
    });
    length += frame.nbSamples;
    frame.free();
    if (length > maximumSeconds * sampleRate) throw tooLong(maximumSeconds);
  }
  return { sampleRate, channels: parts.map((part) => joinSamples(part, length)) };
}

/** How {@link decodeAudioSync} decodes. */
export type AudioDecodeOptions = { sampleRate?: number; channels?: 1 | 2; maximumSeconds?: number };

/**
 * Decodes a video frame by frame, scaled to a size. Blocks its thread. Each frame is valid until the next is asked for.
 */
export function* decodeVideoSync(
  source: MediaSource,
  { width, height }: { width: number; height: number },
): Generator<Frame> {
  using input = openMedia(source);
  const stream = input.video();
  if (!stream) throw new KinoraError('request.invalid', 'The file holds no moving picture; choose a video file.');
  if (stream.codecpar.width * stream.codecpar.height > maximumPixels) {
    throw new KinoraError('request.invalid', 'The video is larger than 40 megapixels; choose a smaller one.');
  }
  using decoder = openDecoder(stream);
  const scaler = new SoftwareScaleContext();
  scaler.allocContext();
  const scaled = newYuvFrame({ width, height });
  try {
    for (const frame of decoding(decoder.framesSync(input.packetsSync(stream.index)))) {
      if (!frame) continue;
      if (frame.width === width && frame.height === height && frame.format === AV_PIX_FMT_YUV420P) {
        yield frame;
      } else {
        check(scaled.makeWritable(), 'preparing a frame');
        check(scaler.scaleFrameSync(scaled, frame), 'scaling a frame');
        yield scaled;
      }
      frame.free();
    }
  } finally {
    scaled.free();
    scaler.freeContext();
  }
}

/** Opens a media file; playlists, which would open other files, are refused. @throws KinoraError `request.invalid`. */
export function openMedia(source: MediaSource): Demuxer {
  quietFfmpeg();
  // The library takes a path for one of the working folder unless it is absolute; no absolute path names another protocol.
  const input =
    typeof source === 'string' ? resolve(source) : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  try {
    return Demuxer.openSync(input, {
      options: { protocol_whitelist: 'file', format_whitelist: formats },
    });
  } catch (cause) {
    throw new KinoraError('request.invalid', 'The file is not a sound or video that can be read; choose another.', {
      cause,
    });
  }
}

/** Opens the decoder of a stream. @throws KinoraError `request.invalid`. */
export function openDecoder(stream: Stream): Decoder {
  try {
    return Decoder.createSync(stream);
  } catch (cause) {
    throw new KinoraError('request.invalid', 'The file is of a kind that can not be decoded; choose another.', {
      cause,
    });
  }
}

function describeStream(stream: Stream): MediaStream {
  const { codecpar } = stream;
  const codec = codecpar.getCodecString() ?? '';
  switch (codecpar.codecType) {
    case AVMEDIA_TYPE_VIDEO: {
      const isCover = stream.hasDisposition(AV_DISPOSITION_ATTACHED_PIC);
      const { num, den } = stream.avgFrameRate;
      return {
        kind: isCover ? 'cover' : 'video',
        codec,
        width: codecpar.width,
        height: codecpar.height,
        ...(isCover ? {} : { fps: den > 0 ? num / den : 0, frames: Number(stream.nbFrames) }),
      };
    }
    case AVMEDIA_TYPE_AUDIO:
      return { kind: 'audio', codec, sampleRate: codecpar.sampleRate, channels: codecpar.channels };
    case AVMEDIA_TYPE_SUBTITLE:
      return { kind: 'subtitle', codec };
    default:
      return { kind: 'other', codec };
  }
}

function joinSamples(parts: readonly Float32Array[], length: number): Float32Array {
  const out = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function tooLong(maximumSeconds: number): KinoraError {
  const limit = maximumSeconds < 120 ? `${maximumSeconds} seconds` : `${maximumSeconds / 60} minutes`;
  return new KinoraError('request.invalid', `The sound is longer than ${limit}; shorten it.`);
}
