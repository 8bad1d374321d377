import { KinoraError } from '@kinora/capabilities';
import type { SpeechMetadata, SpeechModelV4 } from '@kinora/capabilities';
import { askBytes } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { readWav, writeWav } from '@kinora/media/audio';
import type { Pcm } from '@kinora/media/audio';
import { toWav } from '@kinora/media/video';
import type { SharedV4Warning } from '@ai-sdk/provider';
import { splitText } from './split.ts';

/** A voice of the server: a speaker of one of its models, in a style. Its id is `model:speaker:style`. */
export type ServerVoice = { id: string; name: string };

/** How the server is asked. */
export type ServerSettings = {
  service: RemoteService;
  modelId: string;
  /** Speaks when no voice is named, or one the server doesn't have. Default: the server's first. */
  defaultVoice: string | undefined;
  voices(signal: AbortSignal | undefined): Promise<ServerVoice[]>;
  /** Longest text of one request; the server's own limit is 100 unless its `config.yml` says otherwise. */
  longestText: number;
};

const languages: Record<string, string> = { ja: 'JP', en: 'EN', zh: 'ZH' };
/** Seconds between two requests' sounds: the server's own pause between sentences. */
const pause = 0.5;

/** Voices of a Style-Bert-VITS2 server. Long texts are spoken sentence by sentence and joined. */
export function createServerSpeech(settings: ServerSettings): SpeechModelV4 {
  const { service, modelId, defaultVoice, voices, longestText } = settings;
  return {
    specificationVersion: 'v4',
    provider: 'style-bert-vits2',
    modelId,
    async doGenerate({ text, voice, speed = 1, language, outputFormat = 'wav', instructions, abortSignal: signal }) {
      signal?.throwIfAborted();
      const spoken = languageOf(text, language, service.name);
      const warnings: SharedV4Warning[] = [];
      const known = await voices(signal);
      const has = (id: string | undefined) => known.some((one) => one.id === id);
      const chosen = has(voice) ? voice : has(defaultVoice) ? defaultVoice : known[0]?.id;
      if (chosen === undefined) {
        const advice = 'Put one into its model_assets folder and restart it.';
        throw new KinoraError('provider.unavailable', `${service.name} has no models. ${advice}`);
      }
      if (voice !== undefined && chosen !== voice) {
        warnings.push({ type: 'unsupported', feature: 'voice', details: `There is no voice “${voice}”.` });
      }
      if (outputFormat !== 'wav') {
        warnings.push({ type: 'unsupported', feature: 'outputFormat', details: 'The sound is a WAV.' });
      }
      if (instructions !== undefined) warnings.push({ type: 'unsupported', feature: 'instructions' });
      const [model = '0', speaker = '0', style = 'Neutral'] = chosen.split(':');
      const parts: Pcm[] = [];
      for (const part of splitText(text, longestText)) {
        const { bytes } = await askBytes(service, '/voice', {
          method: 'POST',
          query: { text: part, model_id: model, speaker_id: speaker, style, language: spoken, length: 1 / speed },
          signal,
        });
        const { wav } = await toWav(bytes, { ...(signal && { signal }) });
        parts.push(readWav(wav));
      }
      const sound = join(parts, pause / speed);
      const duration = (sound.channels[0]?.length ?? 0) / sound.sampleRate;
      const metadata: SpeechMetadata = { duration, sampleRate: sound.sampleRate };
      return {
        audio: writeWav(sound),
        warnings,
        response: { timestamp: new Date(), modelId },
        providerMetadata: { kinora: { ...metadata } },
      };
    },
  };
}

function languageOf(text: string, language: string | undefined, name: string): string {
  const code =
    language === undefined || language === 'auto' ? guess(text) : (language.toLowerCase().split('-')[0] ?? '');
  const known = languages[code];
  if (known === undefined) {
    throw new KinoraError('provider.refused', `${name} speaks Japanese, English and Chinese. Choose another voice.`);
  }
  return known;
}

function guess(text: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}

/** Sounds of the same rate one after the other, with silence between them. */
function join(parts: readonly Pcm[], silence: number): Pcm {
  const sampleRate = parts[0]?.sampleRate ?? 44_100;
  const gap = Math.round(silence * sampleRate);
  const length = parts.reduce(
    (sum, { channels }) => sum + (channels[0]?.length ?? 0) + gap,
    parts.length > 0 ? -gap : 0,
  );
  const samples = new Float32Array(length);
  let at = 0;
  for (const { channels } of parts) {
    samples.set(channels[0] ?? new Float32Array(0), at);
    at += (channels[0]?.length ?? 0) + gap;
  }
  return { channels: [samples], sampleRate };
}
