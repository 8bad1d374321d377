import { readWav, writeWav } from '../audio/index.ts';
import type { ChildCall } from './child.ts';
import { decodeAudio } from './media.ts';

/** A voice as a 16-bit WAV, with its length in seconds. */
export type WavFile = { wav: Uint8Array; duration: number; sampleRate: number };

/**
 * Turns the sound file of a voice (MP3, AAC, Opus, FLAC, WAV of any width, also a streamed one without lengths) into a plain
 * 16-bit WAV. A WAV keeps its rate and channels; other files become mono at 48 kHz.
 * @throws KinoraError `request.invalid` when it is no sound.
 */
export async function toWav(sound: Uint8Array, call: ChildCall = {}): Promise<WavFile> {
  const isWav = String.fromCharCode(...sound.subarray(0, 4)) === 'RIFF';
  const pcm = isWav ? readWav(sound) : await decodeAudio(sound, { ...call, channels: 1 });
  const { sampleRate } = pcm;
  return { wav: writeWav(pcm), duration: (pcm.channels[0]?.length ?? 0) / sampleRate, sampleRate };
}
