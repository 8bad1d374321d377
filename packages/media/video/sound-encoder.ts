import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_CHANNEL_LAYOUT_STEREO,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_SAMPLE_FMT_FLTP,
} from 'node-av/constants';
import type { FF_ENCODER_AAC, FF_ENCODER_LIBMP3LAME } from 'node-av/constants';
import { Codec, CodecContext, Frame, Packet, Rational } from 'node-av/lib';
import { KinoraError } from '@kinora/capabilities/errors';
import { check, quietFfmpeg } from './native.ts';

/** Samples FFmpeg's AAC encoder puts before the sound. */
export const aacPriming = 1024;

/** Encoders of sound. */
export type SoundCodec = typeof FF_ENCODER_AAC | typeof FF_ENCODER_LIBMP3LAME;

/** Encodes sound that comes in blocks of any length. Blocks its thread. */
export type SoundEncoder = Disposable & {
  /** What a decoder must know. */
  config: Uint8Array;
  /** Samples of a packet. */
  frameSize: number;
  /** @param planes Samples of each channel in [-1, 1], all of the same length. */
  push(planes: readonly Float32Array[]): void;
  /** Fills the last packet up with silence. */
  finish(): void;
};

/**
 * Opens an encoder.
 * @param options.bitRate Bits a second. @param options.channels 1 or 2.
 * @param take Gets each packet; it is its own.
 */
export function createSoundEncoder(
  options: { codec: SoundCodec; bitRate: number; sampleRate: number; channels: number },
  take: (packet: Uint8Array) => void,
): SoundEncoder {
  const { codec: name, bitRate, sampleRate, channels } = options;
  quietFfmpeg();
  const codec = Codec.findEncoderByName(name);
  if (!codec) throw new KinoraError('internal.bug', `This build of FFmpeg has no ${name} encoder; reinstall node-av.`);
  const layout = channels === 1 ? AV_CHANNEL_LAYOUT_MONO : AV_CHANNEL_LAYOUT_STEREO;
  const context = new CodecContext();
  context.allocContext3(codec);
  context.sampleRate = sampleRate;
  context.sampleFormat = AV_SAMPLE_FMT_FLTP;
  context.channelLayout = layout;
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
  frame.channelLayout = layout;
  check(frame.getBuffer(), 'allocating sound');
  const packet = new Packet();
  packet.alloc();
  const waiting = Array.from({ length: channels }, () => new Float32Array(frameSize));
  let filled = 0;
  let sent = 0;
  const receive = () => {
    while (context.receivePacketSync(packet) >= 0) {
      take(Uint8Array.from(packet.data!));
      packet.unref();
    }
  };
  // Whole frames only: the encoder drops a short last one.
  const send = () => {
    check(frame.makeWritable(), 'preparing sound');
    waiting.forEach((samples, index) => {
      const plane = frame.data![index]!;
      new Float32Array(plane.buffer, plane.byteOffset, frameSize).set(samples);
    });
    frame.pts = BigInt(sent);
    check(context.sendFrameSync(frame), 'encoding sound');
    sent += frameSize;
    filled = 0;
    receive();
  };
  return {
    config: Uint8Array.from(context.extraData ?? []),
    frameSize,
    push(planes) {
      const length = planes[0]?.length ?? 0;
      for (let at = 0; at < length;) {
        const count = Math.min(length - at, frameSize - filled);
        waiting.forEach((samples, index) => samples.set(planes[index]!.subarray(at, at + count), filled));
        filled += count;
        at += count;
        if (filled === frameSize) send();
      }
    },
    finish() {
      if (filled > 0) {
        for (const samples of waiting) samples.fill(0, filled);
        send();
      }
      check(context.sendFrameSync(null), 'finishing the sound');
      receive();
    },
    [Symbol.dispose]() {
      frame.free();
      packet.free();
      context.freeContext();
    },
  };
}
