import type { Moderator } from '@kinora/capabilities';
import { judgeText } from './judge.ts';
import { lexiconRevision } from './lexicon/index.ts';
import { judgePicture } from './picture.ts';

/** Raise it when the same text and lists would now be judged in another way. */
const logicVersion = 1;

/**
 * The guard that is always there: a normalising lexicon for texts, the scene for pictures. No network, no model.
 * Texts take one to two milliseconds per 1,000 characters. The model's id names the state of its lists.
 */
export function createBuiltinGuard(): Moderator {
  return {
    provider: 'builtin',
    modelId: `guard@${logicVersion}.${lexiconRevision()}`,
    async moderate(input, { audience, signal }) {
      signal?.throwIfAborted();
      return input.kind === 'text'
        ? judgeText(input.text, { audience, role: input.role })
        : await judgePicture(input, { audience, signal });
    },
  };
}
