import type { InstalledModel, ProviderDefinition } from '@kinora/capabilities';
import { createLocalProvider } from '@kinora/capabilities/local';
import { createCaptioner } from './description.ts';
import { createClassifier } from './moderation/classifier.ts';
import type { TransformersSettings } from './process.ts';
import { createWhisper } from './transcription.ts';

/** Whisper, classifiers and captioners on this machine. */
export const transformersProvider: ProviderDefinition = {
  id: 'transformers',
  title: 'Transformers.js',
  summary: 'Listens, guards and describes pictures with models on this machine.',
  kind: 'local',
  capabilities: ['transcription', 'moderation', 'description'],
  fields: [],
  create: (_, services) =>
    createLocalProvider({
      runtime: 'transformers',
      entry: new URL('./process.ts', import.meta.url),
      services,
      // What is aborted stops at the next word, and the model stays loaded.
      process: { graceMs: 3000 },
      adapters: {
        transcription: { formats: ['whisper'], settings: toSettings, create: createWhisper },
        moderation: {
          formats: ['text-classifier', 'image-classifier'],
          settings: toSettings,
          create: createClassifier,
        },
        description: { formats: ['captioner'], settings: toSettings, create: createCaptioner },
      },
    }),
};

function toSettings({ format, folder, defaults }: InstalledModel): TransformersSettings {
  return {
    task: format as TransformersSettings['task'],
    folder,
    dtype: defaults['dtype'] as TransformersSettings['dtype'],
    isMultiLabel: defaults['multiLabel'] as boolean | undefined,
  };
}

export { createCaptioner } from './description.ts';
export { createClassifier } from './moderation/classifier.ts';
export { createGuardModel, guardModelProvider } from './guard-model.ts';
export type { GuardFormat, GuardModelSettings } from './guard-model.ts';
export { createWhisper } from './transcription.ts';
export type { WhisperOptions } from './transcription.ts';
