import type { ProviderDefinition } from '@kinora/capabilities';
import { createLocalProvider } from '@kinora/capabilities/local';
import type { TransformersSettings } from './process.ts';
import { createWhisper } from './transcription.ts';

/** Whisper on this machine. */
export const transformersProvider: ProviderDefinition = {
  id: 'transformers',
  title: 'Transformers.js',
  summary: 'Listens with models on this machine.',
  kind: 'local',
  capabilities: ['transcription'],
  fields: [],
  create: (_, services) =>
    createLocalProvider({
      runtime: 'transformers',
      entry: new URL('./process.ts', import.meta.url),
      services,
      process: { graceMs: 3000 },
      adapters: {
        transcription: {
          formats: ['whisper'],
          settings: ({ folder, defaults }) =>
            ({
              task: 'transcription',
              folder,
              dtype: defaults['dtype'] as TransformersSettings['dtype'],
            }) satisfies TransformersSettings,
          create: createWhisper,
        },
      },
    }),
};

export { createWhisper } from './transcription.ts';
export type { WhisperOptions } from './transcription.ts';
