import { isKinoraError } from '@kinora/capabilities';
import type { Json } from '@kinora/capabilities';
import { askAboutChunk, modelAnalystVersion, planChunks, witnessClaims } from '../analysis/model/index.ts';
import type { ModelClaim } from '../analysis/model/index.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import type { LessonContext } from './context.ts';
import type { HeardWords } from './transcript.ts';

/** What a language model found, and what there is to say about that. */
export type ModelFinds = { items: VocabularyItem[]; notes: string[] };

/**
 * Asks the language model, where one is set up, chunk by chunk: each is a derivation, so that what was answered is not asked
 * again. A model that fails is no reason to have no lesson.
 */
export async function findByModel({ transcript }: HeardWords, context: LessonContext): Promise<ModelFinds> {
  const { language } = context.models;
  if (language === null) return { items: [], notes: [] };
  const { sentences } = transcript;
  const claims: ModelClaim[] = [];
  const chunks = planChunks(sentences);
  for (const [at, chunk] of chunks.entries()) {
    const lines = sentences.slice(chunk.first, chunk.end).map(({ text }) => text);
    try {
      const found = (await context.step<Json>(
        {
          name: 'language.model-items',
          version: modelAnalystVersion,
          models: [context.models.identity('language')],
          inputs: { first: chunk.first, lines },
        },
        ({ signal }) => askAboutChunk({ language, sentences, chunk, signal }),
      )) as unknown as ModelClaim[];
      claims.push(...found);
    } catch (error) {
      if (context.signal.aborted || !isKinoraError(error) || !error.code.startsWith('provider.')) throw error;
      const { items } = witnessClaims(transcript, claims);
      return {
        items,
        notes: [
          `The language model stopped helping at part ${at + 1} of ${chunks.length}: ${error.message} The built-in analyst read everything.`,
        ],
      };
    }
  }
  const { items, refused } = witnessClaims(transcript, claims);
  return {
    items,
    notes:
      refused === 0
        ? []
        : [
            `${refused} of ${claims.length} finds of the language model were left out: they don't stand in the transcript.`,
          ],
  };
}
