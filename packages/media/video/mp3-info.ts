import { concatBytes, u32 } from './mp4/boxes.ts';

/** Samples that LAME puts before the sound. What a decoder adds of its own, it knows itself. */
const encoderDelay = 576;
const samplesPerFrame = 1152;
/** Bytes of side information after the header of a stereo frame (MPEG-1 layer III). */
const sideBytes = 32;

/**
 * The frame that goes before the others of an MP3 of constant bit rate: it tells their number and size, where in the bytes
 * each hundredth lies, and how many samples at both ends are not sound, so that players start and stop exactly ("Info" tag
 * with LAME's extension).
 * @param frames MPEG-1 layer III frames, stereo. @param samples Length of the sound for each channel.
 */
export function mp3InfoFrame(frames: readonly Uint8Array[], samples: number): Uint8Array {
  const first = frames[0]!;
  const bytes = frames.reduce((sum, frame) => sum + frame.length, 0);
  const content = concatBytes([
    first.subarray(0, 4),
    new Uint8Array(sideBytes),
    'Info',
    u32(0b1111),
    u32(frames.length),
    u32(bytes + first.length),
    Array.from({ length: 100 }, (_, hundredth) => Math.floor((hundredth * 256) / 100)),
    u32(0),
    'LAME3.100',
    // No lowpass, replay gain or preset is told; the encoder's delay and the padding share three bytes.
    new Uint8Array(12),
    delays(frames.length, samples),
    new Uint8Array(12),
  ]);
  const frame = new Uint8Array(first.length);
  frame.set(content.subarray(0, frame.length));
  // Without a checksum: the protection bit says that none follows.
  frame[1]! |= 1;
  return frame;
}

function delays(count: number, samples: number): number[] {
  const padding = Math.max(0, Math.min(4095, count * samplesPerFrame - encoderDelay - samples));
  return [encoderDelay >> 4, ((encoderDelay & 15) << 4) | (padding >> 8), padding & 255];
}
