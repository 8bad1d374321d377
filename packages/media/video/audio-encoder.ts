import {
  AV_CHANNEL_LAYOUT_STEREO,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_SAMPLE_FMT_FLTP,
  FF_ENCODER_AAC,
  FF_ENCODER_LIBMP3LAME,
} from 'node-av/constants';
import { Codec, CodecContext, Frame, Packet, Rational } from 'node-av/lib';
import { KinoraError } from '@kinora/capabilities/errors';
import type { Pcm } from '../audio/index.ts';
import type { AudioTrack } from './mp4/track.ts';
import { check, quietFfmpeg } from './native.ts';

const sampleRate = 48_000;
/** Samples FFmpeg's AAC encoder puts before the sound. */
const aacPriming = 1024;

/**
 * Encodes sound to AAC-LC (160 kbit/s, stereo, 48 kHz) as an MP4 track. Blocks its thread.
 * @param pcm One or two channels at 48 kHz.
 */
export function encodeAacTrack(pcm: Pcm, onProgress?: (fraction: number) => void): AudioTrack {
  const bitRate = 160_000;
  const encoded = encodeFrames(pcm, { codec: FF_ENCODER_AAC, bitRate, onProgress });
  const length = pcm.channels[0]!.length;
  const samples = encoded.packets.map((data) => ({ data, duration: encoded.frameSize, isKey: true }));
  // The last sample is as long as what is left, so that the track ends with the sound.
  const surplus = samples.length * encoded.frameSize - (length + aacPriming);
  for (let left = surplus; left > 0 && samples.length > 1;) {
    const tail = samples.at(-1)!;
    if (left < tail.duration) {
      tail.duration -= left;
      left = 0;
    } else {
      left -= tail.duration;
      samples.pop();
    }
  }
  return {
    kind: 'audio',
    timescale: sampleRate,
    sampleRate,
    channels: 2,
    bitRate,
    config: encoded.config,
    priming: aacPriming,
    samples,
  };
}

/**
 * Encodes sound to MP3 frames (constant 160 kbit/s, joint stereo, 48 kHz), without any tag. Blocks its thread.
 * @param pcm One or two channels at 48 kHz.
 */
export function encodeMp3Frames(pcm: Pcm, onProgress?: (fraction: number) => void): Uint8Array[] {
  return encodeFrames(pcm, { codec: FF_ENCODER_LIBMP3LAME, bitRate: 160_000, onProgress }).packets;
}

type FrameOptions = {
  codec: typeof FF_ENCODER_AAC | typeof FF_ENCODER_LIBMP3LAME;
  bitRate: number;
  onProgress?: ((fraction: number) => void) | undefined;
};

function encodeFrames(pcm: Pcm, { codec: name, bitRate, onProgress }: FrameOptions) {
  quietFfmpeg();
  const [left, right = left] = pcm.channels;
  if (!left || !right || left.length === 0) throw new KinoraError('request.invalid', 'There is no sound to encode.');
  if (pcm.sampleRate !== sampleRate) {
    throw new KinoraError(
      'request.invalid',
      `Sound is encoded at 48 kHz; resample it from ${pcm.sampleRate} Hz first.`,
    );
  }
  const codec = Codec.findEncoderByName(name);
  if (!codec) throw new KinoraError('internal.bug', `This build of FFmpeg has no ${name} encoder; reinstall node-av.`);
  const context = new CodecContext();
  context.allocContext3(codec);
  context.sampleRate = sampleRate;
  context.sampleFormat = AV_SAMPLE_FMT_FLTP;
  context.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
  context.bitRate = BigInt(bitRate);
  context.timeBase = new Rational(1, sampleRate);
  context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER);
  check(context.open2Sync(codec), `opening the ${name} encoder`);
  const { frameSize } = context;
  const frame = new Frame();
  frame.alloc();
  frame.nbSamples = frameSize;
  frame.format = AV_SAMPLE_FMT_FLTP;
  frame.sampleRate = sampleRate;
  frame.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
  check(frame.getBuffer(), 'allocating sound');
  const packet = new Packet();
  packet.alloc();
  const packets: Uint8Array[] = [];
  const receive = () => {
    while (context.receivePacketSync(packet) >= 0) {
      packets.push(Uint8Array.from(packet.data!));
      packet.unref();
    }
  };
  // Whole frames only, the last one filled up with silence: the encoder drops a short last one.
  for (let at = 0; at < left.length; at += frameSize) {
    check(frame.makeWritable(), 'preparing sound');
    [left, right].forEach((channel, index) => {
      const plane = frame.data![index]!;
      const target = new Float32Array(plane.buffer, plane.byteOffset, frameSize);
      const part = channel.subarray(at, at + frameSize);
      target.set(part);
      target.fill(0, part.length);
    });
    frame.pts = BigInt(at);
    check(context.sendFrameSync(frame), 'encoding sound');
    receive();
    if ((at / frameSize) % 64 === 0) onProgress?.(at / left.length);
  }
  check(context.sendFrameSync(null), 'finishing the sound');
  receive();
  const config = Uint8Array.from(context.extraData ?? []);
  frame.free();
  packet.free();
  context.freeContext();
  return { packets, config, frameSize };
}
