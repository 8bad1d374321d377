import type { SharedV4Warning } from '@ai-sdk/provider';
import type { SpeechMetadata, SpeechModelV4 } from '@kinora/capabilities';
import { askBytes } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { toWav } from '@kinora/media/video';
import { writeSsml } from './ssml.ts';
import { localeOf } from './voices.ts';
import type { AzureVoice } from './voices.ts';

/** Azure's names of the formats it can send. */
const formats: Record<string, string> = {
  wav: 'riff-24khz-16bit-mono-pcm',
  mp3: 'audio-24khz-96kbitrate-mono-mp3',
  opus: 'ogg-24khz-16bit-mono-opus',
  ogg: 'ogg-24khz-16bit-mono-opus',
  pcm: 'raw-24khz-16bit-mono-pcm',
};
const speeds = { min: 0.5, max: 2 };

/** How {@link createVoice} is set up. */
export type VoiceSettings = {
  service: RemoteService;
  voices: (signal?: AbortSignal) => Promise<AzureVoice[]>;
  /** Spoken with when the caller names none, by language. */
  defaults: { en: string; ja: string };
};

/** Azure's neural voices by REST. It times no words, so the route aligns them. */
export function createVoice({ service, voices, defaults }: VoiceSettings): SpeechModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'azure-speech',
    modelId: 'neural',
    async doGenerate(options) {
      const { text, outputFormat = 'wav', speed = 1, instructions, language, abortSignal: signal } = options;
      signal?.throwIfAborted();
      const warnings: SharedV4Warning[] = [];
      const warn = (feature: string, details: string) => warnings.push({ type: 'unsupported', feature, details });
      const isJapanese = language === undefined ? /[ぁ-んァ-ヶ]/.test(text) : language.startsWith('ja');
      const fallback = isJapanese ? defaults.ja : defaults.en;
      let voice = options.voice ?? fallback;
      if (voice !== fallback && !(await voices(signal)).some(({ id }) => id === voice)) {
        warn('voice', `Azure Speech has no voice “${voice}”; ${fallback} speaks.`);
        voice = fallback;
      }
      const format = outputFormat in formats ? outputFormat : 'wav';
      if (format !== outputFormat) warn('outputFormat', `Azure Speech does not send ${outputFormat}; WAV it is.`);
      const rate = Math.min(speeds.max, Math.max(speeds.min, speed));
      if (rate !== speed) warn('speed', `Azure Speech speaks at ${speeds.min} to ${speeds.max} times the speed.`);
      if (instructions !== undefined) warn('instructions', 'Azure Speech takes no instructions.');
      const locale = localeOf(voice) ?? (isJapanese ? 'ja-JP' : 'en-US');
      const { bytes } = await askBytes(service, '/cognitiveservices/v1', {
        method: 'POST',
        body: writeSsml({ text, voice, locale, speed: rate }),
        headers: {
          'content-type': 'application/ssml+xml',
          'x-microsoft-outputformat': formats[format] ?? '',
          'user-agent': 'kinora',
        },
        signal,
      });
      const response = { timestamp: new Date(), modelId: voice };
      if (format !== 'wav') return { audio: bytes, warnings, response };
      // The service streams, so its WAV doesn't know its length.
      const { wav, duration, sampleRate } = await toWav(bytes, { ...(signal && { signal }) });
      const kinora = { duration, sampleRate } satisfies SpeechMetadata;
      return { audio: wav, warnings, response, providerMetadata: { kinora } };
    },
  };
}
