import { KinoraError } from '@kinora/capabilities';
import type { Json } from '@kinora/capabilities';
import { createModelAuthor, isModelFailure } from '../author/model/index.ts';
import type { Author, WriteOptions } from '../author.ts';
import { script as scriptSchema, sceneCount } from '../schema.ts';
import type { Script, StoryRequest } from '../schema.ts';
import type { Guard, StoryContext } from './context.ts';

/** A story the guard objects to is written again with another seed this many times. */
const attempts = 4;
/** A model has put each page before the guard already, and takes minutes. */
const modelAttempts = 2;

/**
 * Writes the story and puts every word of it before the guard: text, title, picture prompts. With a language model set up
 * the model writes; where it fails or nothing of it passes, the built-in author does, and says so.
 * @param onPage Told of each page that is final while the others are still being written.
 * @returns The story, and a note for the grown-up when another author took over.
 * @throws KinoraError `content.blocked` when no attempt passes.
 */
export async function write(
  request: StoryRequest,
  wish: string,
  context: StoryContext,
  onPage?: WriteOptions['onPage'],
): Promise<{ script: Script; note?: string }> {
  const { author, models } = context;
  if (models.language === null) return { script: await writeBy(author, [], request, wish, context) };
  const identity = models.identity('language');
  try {
    const modelAuthor = createModelAuthor(models.language, identity);
    return { script: await writeBy(modelAuthor, [identity], request, wish, context, onPage) };
  } catch (error) {
    context.signal.throwIfAborted();
    if (!isModelFailure(error) || error.data['isFinal'] === true) throw error;
    return {
      script: await writeBy(author, [], request, wish, context),
      note: `Kinora’s own author wrote this story. ${error.message}`,
    };
  }
}

async function writeBy(
  author: Author,
  writers: string[],
  request: StoryRequest,
  wish: string,
  context: StoryContext,
  onPage?: WriteOptions['onPage'],
): Promise<Script> {
  const { models, audience, signal } = context;
  const inputs: Json = {
    wish,
    profile: request.profile,
    minutes: request.minutes,
    scenes: sceneCount(request),
    seed: request.seed ?? 0,
    audience,
  };
  const stored = await context.step(
    { name: 'story.write', version: 1, models: [author.identity, ...writers, models.identity('moderation')], inputs },
    async () => {
      for (let attempt = 0; attempt < (writers.length > 0 ? modelAttempts : attempts); attempt += 1) {
        const seed = ((request.seed ?? 0) + attempt * 7919) % 2 ** 31;
        const written = await author.write(
          { ...request, wish, scenes: sceneCount(request), seed },
          { signal, objection: (text) => objectionTo(text, context), ...(onPage && { onPage }) },
        );
        if ((await objections(written, context)).length === 0) return toJson(written);
      }
      throw new KinoraError(
        'content.blocked',
        'No story for this wish passed the guard. Put the wish into other words.',
      );
    },
  );
  return scriptSchema.parse(stored);
}

/**
 * Puts an edited script before the guard.
 * @throws KinoraError `request.unsafe` naming the first text that is not allowed.
 */
export async function checkScript(edited: Script, context: StoryContext): Promise<Script> {
  const [objection] = await objections(edited, context);
  if (objection === undefined) return edited;
  throw new KinoraError('request.unsafe', objection.explanation, { data: { field: objection.where } });
}

/**
 * What the guard objects to in a script.
 * @returns One entry per text that is not plainly allowed, with where it stands.
 */
export async function objections(
  written: Script,
  { models, audience, signal }: Guard,
): Promise<{ where: string; explanation: string }[]> {
  const texts = [
    { where: 'title', text: written.title, role: 'story' as const },
    { where: 'goodNight', text: written.goodNight, role: 'story' as const },
    ...written.scenes.flatMap((scene, index) => [
      { where: `scenes.${index}.text`, text: scene.text, role: 'story' as const },
      { where: `scenes.${index}.prompt`, text: scene.prompt, role: 'picture-prompt' as const },
      { where: `scenes.${index}.spec.moment`, text: scene.spec.moment, role: 'picture-prompt' as const },
    ]),
  ].filter(({ text }) => text.trim() !== '');
  const judged = await Promise.all(
    texts.map(async ({ where, text, role }) => ({
      where,
      result: await models.moderator.moderate({ kind: 'text', text, role }, { audience, signal }),
    })),
  );
  return judged
    .filter(({ result }) => result.verdict !== 'allow')
    .map(({ where, result }) => ({
      where,
      explanation: [result.explanation, result.suggestion].filter(Boolean).join(' '),
    }));
}

async function objectionTo(text: string, { models, audience, signal }: Guard): Promise<string | null> {
  const result = await models.moderator.moderate({ kind: 'text', text, role: 'story' }, { audience, signal });
  return result.verdict === 'allow' ? null : (result.explanation ?? 'it is not for children.');
}

function toJson(written: Script): Json {
  return JSON.parse(JSON.stringify(written)) as Json;
}
