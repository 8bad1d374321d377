import type { SpeechMetadata, SpeechModelV4 } from '@kinora/capabilities';
import { toWav } from '@kinora/media/video';
import type { SharedV4Warning } from '@ai-sdk/provider';
import type { SdkModel } from './load.ts';
import { failureOfSdk } from './failure.ts';

/** How a voice of a service is asked. */
export type VoiceSettings = {
  /** Speaks when no voice is named, or one that the service doesn't have. */
  standard: string | undefined;
  /** Asked for when a WAV is wanted. */
  format: 'wav' | 'mp3';
  isToldLanguage: boolean;
  isKnown(voice: string, signal: AbortSignal | undefined): Promise<boolean>;
};

/** A voice of the AI SDK, loaded at its first call. What comes when a WAV is wanted is turned into one. */
export function wrapSpeech(model: SdkModel<SpeechModelV4>, voices: VoiceSettings): SpeechModelV4 {
  const { provider, modelId, load, service } = model;
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    async doGenerate({ voice, outputFormat = 'wav', language, ...options }) {
      const { abortSignal: signal } = options;
      signal?.throwIfAborted();
      const warnings: SharedV4Warning[] = [];
      const isKnown = voice === undefined || voice === voices.standard || (await voices.isKnown(voice, signal));
      if (!isKnown) {
        const details = `${service.name} has no voice “${voice}”; ${voices.standard ?? 'its usual one'} speaks.`;
        warnings.push({ type: 'unsupported', feature: 'voice', details });
      }
      const spoken = isKnown ? (voice ?? voices.standard) : voices.standard;
      try {
        const sdk = await load();
        const result = await sdk.doGenerate({
          ...options,
          outputFormat: outputFormat === 'wav' ? voices.format : outputFormat,
          ...(spoken !== undefined && { voice: spoken }),
          ...(voices.isToldLanguage && language !== undefined && { language }),
        });
        const sound = typeof result.audio === 'string' ? Buffer.from(result.audio, 'base64') : result.audio;
        const all = [...warnings, ...result.warnings];
        if (outputFormat !== 'wav') return { ...result, audio: sound, warnings: all };
        const { wav, duration, sampleRate } = await toWav(sound, { ...(signal && { signal }) });
        const metadata: SpeechMetadata = { duration, sampleRate };
        const providerMetadata = { ...result.providerMetadata, kinora: { ...metadata } };
        return { ...result, audio: wav, warnings: all, providerMetadata };
      } catch (error) {
        throw failureOfSdk(error, service, signal);
      }
    },
  };
}
