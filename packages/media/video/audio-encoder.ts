import { FF_ENCODER_AAC, FF_ENCODER_LIBMP3LAME } from 'node-av/constants';
import { KinoraError } from '@kinora/capabilities/errors';
import type { Pcm } from '../audio/index.ts';
import type { AudioTrack } from './mp4/track.ts';
import { aacPriming, createSoundEncoder } from './sound-encoder.ts';
import type { SoundCodec } from './sound-encoder.ts';

const sampleRate = 48_000;

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
  codec: SoundCodec;
  bitRate: number;
  onProgress?: ((fraction: number) => void) | undefined;
};

function encodeFrames(pcm: Pcm, { codec, bitRate, onProgress }: FrameOptions) {
  const [left, right = left] = pcm.channels;
  if (!left || !right || left.length === 0) throw new KinoraError('request.invalid', 'There is no sound to encode.');
  if (pcm.sampleRate !== sampleRate) {
    throw new KinoraError(
      'request.invalid',
      `Sound is encoded at 48 kHz; resample it from ${pcm.sampleRate} Hz first.`,
    );
  }
  const packets: Uint8Array[] = [];
  using encoder = createSoundEncoder({ codec, bitRate, sampleRate, channels: 2 }, (packet) => packets.push(packet));
  const { config, frameSize } = encoder;
  const step = 64 * frameSize;
  for (let at = 0; at < left.length; at += step) {
    encoder.push([left.subarray(at, at + step), right.subarray(at, at + step)]);
    onProgress?.(at / left.length);
  }
  encoder.finish();
  return { packets, config, frameSize };
}
