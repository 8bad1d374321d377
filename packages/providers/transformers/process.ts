import { OutOfMemory } from '@kinora/capabilities';
import type { LoadedModel, ModelServer } from '@kinora/capabilities';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCaptioner } from './process/captioner.ts';
import { loadImageClassifier, loadTextClassifier } from './process/classifiers.ts';
import { openFolder } from './process/library.ts';
import { loadWhisper } from './process/whisper.ts';

/** What a process of this provider loads. */
export type TransformersSettings = {
  task: 'whisper' | 'text-classifier' | 'image-classifier' | 'captioner';
  folder: string;
  /** Precision by the name of the network, or one for all. Default: what the folder has. */
  dtype?: string | Record<string, string> | undefined;
  /** For classifiers: several labels can be true at once. Default: what the model's configuration says. */
  isMultiLabel?: boolean | undefined;
};

/** transformers.js in a process of its own. */
export const server: ModelServer<TransformersSettings> = {
  async load({ task, folder, dtype, isMultiLabel }, context): Promise<LoadedModel> {
    try {
      const opened = await openFolder(folder, context, { dtype });
      switch (task) {
        case 'whisper':
          return await loadWhisper(opened);
        case 'text-classifier':
          return await loadTextClassifier(opened, { isMultiLabel });
        case 'image-classifier':
          return await loadImageClassifier(opened, { isMultiLabel });
        case 'captioner': {
          const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as { model_type?: string };
          return await loadCaptioner(opened, { modelType: config.model_type ?? '' });
        }
      }
    } catch (error) {
      if (error instanceof Error && /bad_alloc|out of memory|failed to allocate/i.test(error.message)) {
        throw new OutOfMemory(error.message, { cause: error });
      }
      throw error;
    }
  },
};
