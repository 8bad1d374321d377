import type {
  HeardWord,
  SpeechMetadata,
  TranscriptionMetadata,
  TranscriptionModelV4,
  WordTiming,
} from '@kinora/capabilities';
import type { SpeechRouteOptions } from '@kinora/capabilities/routing';
import { alignWords, estimateWords, heardShare, readWav } from '@kinora/media/audio';
import { toWav } from '@kinora/media/video';

/**
 * Completes the speech of a model that gives another format than WAV or doesn't say when each word is spoken: the words
 * are heard by the transcription model and aligned with the text, or, where there is none, laid along the sound's pauses.
 */
export function completeSpeech(
  transcription: () => TranscriptionModelV4 | null,
): NonNullable<SpeechRouteOptions['complete']> {
  return async (result, { text, abortSignal }) => {
    const known = result.providerMetadata?.['kinora'] as Partial<SpeechMetadata> | undefined;
    const audio = typeof result.audio === 'string' ? Buffer.from(result.audio, 'base64') : result.audio;
    const isWav = audio[0] === 0x52 && audio[1] === 0x49 && audio[8] === 0x57;
    if (isWav && known?.words !== undefined && known.duration !== undefined) return result;
    const { wav, duration, sampleRate } = await toWav(audio, abortSignal ? { signal: abortSignal } : {});
    const words = known?.words ?? (await timeWords(text, { wav, duration }, transcription(), abortSignal));
    const kinora = { ...known, duration, sampleRate, words };
    return { ...result, audio: wav, providerMetadata: { ...result.providerMetadata, kinora } };
  };
}

async function timeWords(
  text: string,
  { wav, duration }: { wav: Uint8Array; duration: number },
  transcription: TranscriptionModelV4 | null,
  abortSignal: AbortSignal | undefined,
): Promise<WordTiming[]> {
  const heard = transcription && (await hear(transcription, wav, abortSignal));
  // A recogniser that heard something else would drag every word to a wrong place.
  return heard && heardShare(text, heard) >= 0.5
    ? alignWords(text, heard, duration)
    : estimateWords(text, readWav(wav));
}

/** The words in a recording with their times; undefined where the model fails or times no words. */
async function hear(
  transcription: TranscriptionModelV4,
  wav: Uint8Array,
  abortSignal: AbortSignal | undefined,
): Promise<HeardWord[] | undefined> {
  try {
    const { providerMetadata } = await transcription.doGenerate({
      audio: wav,
      mediaType: 'audio/wav',
      ...(abortSignal && { abortSignal }),
    });
    return (providerMetadata?.['kinora'] as TranscriptionMetadata | undefined)?.words;
  } catch {
    abortSignal?.throwIfAborted();
    return undefined;
  }
}
