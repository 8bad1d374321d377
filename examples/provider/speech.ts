import type { SpeechMetadata, SpeechModelV4 } from '@kinora/capabilities';
import { askBytes } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { toWav } from '@kinora/media/video';
import type { SharedV4Warning } from '@ai-sdk/provider';

/** A voice of a Piper server: it is asked for one sound at a time. */
export function createPiperSpeech(service: RemoteService, modelId: string): SpeechModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'piper-server',
    modelId,
    async doGenerate({ text, speed = 1, outputFormat = 'wav', abortSignal: signal }) {
      // What can't be honoured is a warning: it neither throws nor vanishes.
      const warnings: SharedV4Warning[] = [];
      if (outputFormat !== 'wav') {
        warnings.push({ type: 'unsupported', feature: 'outputFormat', details: 'The sound is a WAV.' });
      }
      // `askBytes` sends, obeys the signal and turns every failure into an error that Kinora's routes understand.
      const { bytes } = await askBytes(service, '/', {
        json: { text, voice: modelId, length_scale: 1 / speed },
        signal,
      });
      const { wav, duration, sampleRate } = await toWav(bytes);
      return {
        audio: wav,
        warnings,
        response: { timestamp: new Date(), modelId },
        providerMetadata: { kinora: { duration, sampleRate } satisfies SpeechMetadata },
      };
    },
  };
}
