import type { SpeechMetadata, SpeechModelV4 } from '@kinora/capabilities';
import { askBytes } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { toWav } from '@kinora/media/video';
import type { SharedV4Warning } from '@ai-sdk/provider';

const formats = ['wav', 'mp3', 'opus', 'aac', 'flac', 'pcm'];

/** How a voice of an OpenAI-compatible server is asked. */
export type SpeechSettings = {
  service: RemoteService;
  modelId: string;
  /** Spoken with when the caller names none, or one that the server doesn't have. */
  defaultVoice: string;
  /** Voices of the server; empty when it doesn't tell. */
  voices(signal: AbortSignal | undefined): Promise<string[]>;
};

/** A voice behind `/audio/speech`. */
export function createSpeechModel({ service, modelId, defaultVoice, voices }: SpeechSettings): SpeechModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'openai-compatible',
    modelId,
    async doGenerate({ text, voice, speed, instructions, outputFormat = 'wav', providerOptions, abortSignal: signal }) {
      const warnings: SharedV4Warning[] = [];
      const isKnown = voice === undefined || voice === defaultVoice || (await voices(signal)).includes(voice);
      if (!isKnown) {
        const details = `The server has no voice “${voice}”; ${defaultVoice} speaks.`;
        warnings.push({ type: 'unsupported', feature: 'voice', details });
      }
      const format = formats.includes(outputFormat) ? outputFormat : 'wav';
      if (format !== outputFormat) {
        warnings.push({
          type: 'unsupported',
          feature: 'outputFormat',
          details: `${outputFormat} is unknown; WAV it is.`,
        });
      }
      const json = {
        model: modelId,
        input: text,
        voice: isKnown ? (voice ?? defaultVoice) : defaultVoice,
        response_format: format,
        ...(speed !== undefined && { speed }),
        ...(instructions !== undefined && { instructions }),
        ...providerOptions?.['openai-compatible'],
      };
      const { bytes } = await askBytes(service, '/audio/speech', { json, signal });
      const response = { timestamp: new Date(), modelId };
      if (format !== 'wav') return { audio: bytes, warnings, response };
      // Some servers send MP3 whatever they are asked for, and streamed WAVs don't know their length.
      const { wav, duration, sampleRate } = await toWav(bytes, { ...(signal && { signal }) });
      return {
        audio: wav,
        warnings,
        response,
        providerMetadata: { kinora: { duration, sampleRate } satisfies SpeechMetadata },
      };
    },
  };
}
