import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { readWav, writeWav } from '../audio/index.ts';
import type { Pcm } from '../audio/index.ts';
import type { ChildCall } from './child.ts';
import { decodeAudio } from './media.ts';

/** A voice as a 16-bit WAV, with its length in seconds. */
export type WavFile = { wav: Uint8Array; duration: number; sampleRate: number };

/**
 * Turns the sound file of a voice (MP3, AAC, Opus, FLAC, WAV of any width, also a streamed one without lengths) into a plain
 * 16-bit WAV. A WAV keeps its rate and channels; other files become mono at 48 kHz.
 * @throws KinoraError `provider.failed` when it is no sound: a web page, say, that somebody else at the address answered with.
 */
export async function toWav(sound: Uint8Array, call: ChildCall = {}): Promise<WavFile> {
  const isWav = String.fromCharCode(...sound.subarray(0, 4)) === 'RIFF';
  let pcm: Pcm;
  try {
    pcm = isWav ? readWav(sound) : await decodeAudio(sound, { ...call, channels: 1 });
  } catch (error) {
    if (!isKinoraError(error) || error.code !== 'request.invalid') throw error;
    // Nobody chose this file: it came from a voice, and the next one may do better.
    const message =
      'The voice answered with something that is no sound. Check that its address and its model are right.';
    throw new KinoraError('provider.failed', message, { isRetryable: true, cause: error });
  }
  const { sampleRate } = pcm;
  return { wav: writeWav(pcm), duration: (pcm.channels[0]?.length ?? 0) / sampleRate, sampleRate };
}
