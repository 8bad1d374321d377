import { KinoraError } from '@kinora/capabilities';
import type { AssetRef, SpeechMetadata } from '@kinora/capabilities';
import type { Script, ScriptScene, SpokenWord, StoryRequest } from '../schema.ts';
import type { StoryContext } from './context.ts';

/** A scene read aloud: WAV, seconds, and when each word is spoken. */
export type Narration = {
  audio: AssetRef;
  duration: number;
  words: SpokenWord[];
  /** `provider/model@revision` of who spoke. */
  spokenBy: string;
  /** For the grown-up: why another than the wanted voice spoke. */
  note?: string;
};

/** Reads a scene aloud. */
export async function narrate(
  scene: ScriptScene,
  language: Script['language'],
  request: StoryRequest,
  context: StoryContext,
): Promise<Narration> {
  const options = { text: scene.text, voice: request.voice, speed: request.pace, language };
  return context.step<Narration>(
    { name: 'story.narrate', version: 1, models: [context.models.identity('speech')], inputs: options },
    async ({ signal }) => {
      const { audio, providerMetadata } = await context.models.speech.doGenerate({
        ...options,
        outputFormat: 'wav',
        abortSignal: signal,
      });
      const spoken = providerMetadata?.['kinora'] as
        | (SpeechMetadata & { servedBy?: string; fallback?: string })
        | undefined;
      if (spoken?.words === undefined) {
        throw new KinoraError(
          'provider.failed',
          'The voice gave no word timings, so the words could not light up. Choose another voice.',
        );
      }
      const bytes = typeof audio === 'string' ? Uint8Array.from(Buffer.from(audio, 'base64')) : audio;
      return {
        audio: await context.assets.put(bytes, { mediaType: 'audio/wav' }),
        duration: spoken.duration,
        words: spoken.words,
        spokenBy: spoken.servedBy ?? context.models.identity('speech'),
        ...(spoken.fallback !== undefined && { note: spoken.fallback }),
      };
    },
  );
}
