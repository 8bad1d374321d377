import { OutOfMemory } from '@kinora/capabilities';
import type { LoadedModel, ModelServer } from '@kinora/capabilities';
import { openFolder } from './process/library.ts';
import { loadWhisper } from './process/whisper.ts';

/** What a process of this provider loads. */
export type TransformersSettings = {
  task: 'transcription';
  folder: string;
  /** Precision by the name of the network, or one for all. Default: what the folder has. */
  dtype?: string | Record<string, string>;
};

const loaders = { transcription: loadWhisper };

/** transformers.js in a process of its own. */
export const server: ModelServer<TransformersSettings> = {
  async load({ task, folder, dtype }, context): Promise<LoadedModel> {
    try {
      return await loaders[task](await openFolder(folder, context, { dtype }));
    } catch (error) {
      if (error instanceof Error && /bad_alloc|out of memory|failed to allocate/i.test(error.message)) {
        throw new OutOfMemory(error.message, { cause: error });
      }
      throw error;
    }
  },
};
