import { KinoraError } from '@kinora/capabilities';
import type { SpeechMetadata, SpeechModelV4 } from '@kinora/capabilities';
import { askBytes, askJson } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { toWav } from '@kinora/media/video';
import type { SharedV4Warning } from '@ai-sdk/provider';
import { audioQuery, timeMoras } from './query.ts';
import { timeWords } from './words.ts';

/** A voice of the engine: a style of one of its characters. */
export type EngineVoice = { id: string; name: string; language: string };

/** How the engine is asked. */
export type EngineSettings = {
  service: RemoteService;
  modelId: string;
  /** Style that speaks when none is named, or one the engine doesn't have. Default: the engine's first. */
  defaultVoice: string | undefined;
  voices(signal: AbortSignal | undefined): Promise<EngineVoice[]>;
  /** 1 is as the engine would: above, the melody of speech is livelier. */
  intonation: number;
};

/** Japanese voices with the times of their words. */
export function createEngineSpeech({
  service,
  modelId,
  defaultVoice,
  voices,
  intonation,
}: EngineSettings): SpeechModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'voicevox',
    modelId,
    async doGenerate({ text, voice, speed = 1, language, outputFormat = 'wav', instructions, abortSignal: signal }) {
      signal?.throwIfAborted();
      requireJapanese(text, language, service.name);
      const warnings: SharedV4Warning[] = [];
      const known = await voices(signal);
      const has = (id: string | undefined) => known.some((one) => one.id === id);
      const standard = has(defaultVoice) ? defaultVoice : known[0]?.id;
      const speaker = has(voice) ? voice : standard;
      if (speaker === undefined) {
        throw new KinoraError('provider.unavailable', `${service.name} has no voices; install one in it.`);
      }
      if (voice !== undefined && speaker !== voice) {
        warnings.push({ type: 'unsupported', feature: 'voice', details: `There is no voice “${voice}”.` });
      }
      if (outputFormat !== 'wav') {
        warnings.push({ type: 'unsupported', feature: 'outputFormat', details: 'The sound is a WAV.' });
      }
      if (instructions !== undefined) warnings.push({ type: 'unsupported', feature: 'instructions' });
      const asked = await askJson(service, '/audio_query', audioQuery, {
        method: 'POST',
        query: { text, speaker },
        signal,
      });
      const query = { ...asked, speedScale: speed, intonationScale: intonation };
      const { bytes } = await askBytes(service, '/synthesis', { query: { speaker }, json: query, signal });
      const { wav, duration, sampleRate } = await toWav(bytes);
      const words = timeWords(text, timeMoras(query, duration));
      return {
        audio: wav,
        warnings,
        response: { timestamp: new Date(), modelId },
        providerMetadata: { kinora: { duration, sampleRate, words } satisfies SpeechMetadata },
      };
    },
  };
}

/** The engine spells out words of other languages letter by letter, so another voice does them better. */
function requireJapanese(text: string, language: string | undefined, name: string): void {
  const isOther = language !== undefined && language !== 'auto' && !/^ja(?:-|$)/i.test(language);
  if (!isOther && /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)) return;
  throw new KinoraError('provider.refused', `${name} speaks Japanese only. Choose another voice for this story.`);
}
