import type { ProviderDefinition } from '@kinora/capabilities';
import { createLocalProvider } from '@kinora/capabilities/local';
import type { SherpaSettings } from './process.ts';
import { createSherpaSpeech } from './speech.ts';
import type { VoiceFormat } from './voice-config.ts';
import { listVoices } from './voices.ts';

/** Neural voices on this machine by sherpa-onnx: Kokoro, Piper, Supertonic. */
export const sherpaProvider: ProviderDefinition = {
  id: 'sherpa',
  title: 'Neural voices (sherpa-onnx)',
  summary: 'Reads aloud with Kokoro, Piper or Supertonic voices on this machine.',
  kind: 'local',
  capabilities: ['speech'],
  fields: [
    {
      name: 'listens',
      label: 'Listen to the words',
      help: 'Times each word by what the transcription model hears, instead of estimating it: more exact, and slower.',
      kind: 'toggle',
      default: true,
      environment: ['KINORA_SHERPA_LISTENS'],
    },
  ],
  create: (settings, services) =>
    createLocalProvider({
      runtime: 'sherpa',
      entry: new URL('./process.ts', import.meta.url),
      services,
      // A sentence that is being said when the narration is cancelled may end; the model stays loaded.
      process: { graceMs: 5000 },
      adapters: {
        speech: {
          formats: ['kokoro', 'piper', 'supertonic'],
          settings: ({ format, folder }) => ({ format: format as VoiceFormat, folder }) satisfies SherpaSettings,
          create: (modelId, open) =>
            createSherpaSpeech(modelId, open, {
              transcription: settings['listens'] === false ? undefined : services.transcription,
            }),
          describe: async (model) => ({
            device: 'cpu',
            voices: (await listVoices(model)).map(({ id, name, language }) => ({ id, name, language })),
          }),
        },
      },
    }),
};

export { createSherpaSpeech } from './speech.ts';
export type { SherpaOptions } from './speech.ts';
export { listVoices } from './voices.ts';
export type { SherpaVoice } from './voices.ts';
