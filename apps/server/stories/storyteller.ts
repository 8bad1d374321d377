import { checkWish, createBuiltinAuthor, objections } from '@kinora/studios/story';
import { sceneCount } from '@kinora/studios/story/schema';
import type { Script, StoryRequest } from '@kinora/studios/story/schema';
import { KinoraError } from '@kinora/capabilities';
import { createBuiltinGuard } from '@kinora/providers/builtin';
import { audienceOf } from './job.ts';

/** Writes the words of stories, without pictures, voice or database. */
export type Storyteller = { write(request: StoryRequest): Promise<{ script: Script; note?: string }> };

/** Opens a storyteller: the built-in author behind the built-in guard. */
export function openStoryteller(): Storyteller {
  const author = createBuiltinAuthor();
  const models = { moderator: createBuiltinGuard() };
  const signal = new AbortController().signal;
  return {
    async write(request) {
      const guard = { models, audience: audienceOf(request), signal };
      const { wish, note } = await checkWish(request, guard);
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const seed = ((request.seed ?? Math.floor(Math.random() * 2 ** 31)) + attempt * 7919) % 2 ** 31;
        const script = await author.write({ ...request, wish, scenes: sceneCount(request), seed }, { signal });
        if ((await objections(script, guard)).length === 0) return { script, note };
      }
      throw new KinoraError(
        'content.blocked',
        'No story for this wish passed the guard. Put the wish into other words.',
      );
    },
  };
}
