import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { LanguageModelV4 } from '@kinora/capabilities';
import type { Author, WriteOptions } from '../../author.ts';
import { sceneCount } from '../../schema.ts';
import type { Script, ScriptScene, StoryRequest } from '../../schema.ts';
import { bandOf, measure } from '../level.ts';
import { findJson, outlineJsonSchema, outlineSchema } from './outline.ts';
import type { Outline } from './outline.ts';
import { writePage } from './page.ts';
import { imagePromptOf, pictureOf } from './picture.ts';
import { outlinePrompt, systemPrompt } from './prompts.ts';

/** How stories are asked of a language model; the number grows when the same answers would give another story. */
export const modelAuthorIdentity = 'kinora/model-author@1';

type Request = StoryRequest & { seed: number };

/**
 * An author that lets a language model plan and write: an outline held to a schema, then page after page, each measured,
 * put before the guard, and asked for again with what was wrong.
 * @param identity `provider/model@revision` of the language model, for the files' provenance.
 */
export function createModelAuthor(language: LanguageModelV4, identity: string): Author {
  return {
    identity: modelAuthorIdentity,
    async write(request, options) {
      const outline = await planOutline(language, request, options);
      const band = bandOf(request.profile.age);
      const scenes: ScriptScene[] = [];
      for (const index of outline.pages.keys()) {
        const text = await writePage({
          language,
          request,
          outline,
          index,
          before: scenes.map((scene) => scene.text),
          band,
          objection: options.objection ?? (async () => null),
          signal: options.signal,
        });
        if (text === null) throw unusable(`no text for page ${index + 1} could be told to a child of this age`);
        const spec = pictureOf(outline, index, request);
        const scene: ScriptScene = {
          id: `scene-${index + 1}`,
          text,
          spec,
          prompt: imagePromptOf(outline, spec),
          // One seed for all pages: image models then keep to one manner.
          pictureSeed: request.seed,
        };
        scenes.push(scene);
        options.onPage?.(scene, { index, total: outline.pages.length, title: outline.title });
      }
      return finish(request, outline, scenes, identity);
    },
  };
}

/** @throws KinoraError `provider.failed` when the model gives no plan that can be used; what the model throws. */
async function planOutline(language: LanguageModelV4, request: Request, options: WriteOptions): Promise<Outline> {
  const pages = sceneCount(request);
  const schema = outlineSchema(pages);
  let reason = '';
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const { content } = await language.doGenerate({
      prompt: [
        { role: 'system', content: systemPrompt(request) },
        { role: 'user', content: [{ type: 'text', text: outlinePrompt(request, pages) }] },
      ],
      responseFormat: {
        type: 'json',
        name: 'outline',
        schema: outlineJsonSchema(pages) as NonNullable<
          Extract<Parameters<LanguageModelV4['doGenerate']>[0]['responseFormat'], { type: 'json' }>['schema']
        >,
      },
      maxOutputTokens: 700 + pages * 260,
      temperature: 0.8,
      seed: (request.seed + attempt * 7919) % 2 ** 31,
      abortSignal: options.signal,
    });
    const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
    const read = schema.safeParse(findJson(text));
    if (!read.success) {
      reason = read.error.issues[0]?.message ?? 'no JSON';
      continue;
    }
    // The title is shown and the pages are painted, names and all, before the whole story is there.
    const { title, hero, heroKind, friend, friendKind, wants, trouble, turn } = read.data;
    const pageWords = read.data.pages.map(({ happens }) => happens);
    const words = [title, `${hero}: ${heroKind}`, `${friend}: ${friendKind}`, wants, trouble, turn, ...pageWords].join(
      '\n',
    );
    const objection = (await options.objection?.(words)) ?? null;
    if (objection === null) return sober(read.data);
    reason = objection;
  }
  throw unusable(`its plan could not be used (${reason})`);
}

/** Hero and friend are two, and the last page sleeps. */
function sober(outline: Outline): Outline {
  const friend = outline.friend === outline.hero ? `${outline.hero}’s friend` : outline.friend;
  return { ...outline, friend };
}

function finish(request: Request, outline: Outline, scenes: ScriptScene[], identity: string): Script {
  const { name } = request.profile;
  const level = measure(scenes.map(({ text }) => text).join('\n\n'));
  return {
    title: outline.title,
    ...(name !== undefined && name !== '' && { dedication: `For ${name}, at bedtime` }),
    language: 'en',
    scenes,
    goodNight: name === undefined || name === '' ? `Good night, ${outline.hero}.` : `Good night, ${name}.`,
    author: identity,
    level: {
      band: bandOf(request.profile.age),
      grade: level.grade,
      meanSentence: level.meanSentence,
      longestSentence: level.longestSentence,
    },
  };
}

function unusable(reason: string): KinoraError {
  return new KinoraError('provider.failed', `The language model’s story can’t be used: ${reason}.`);
}

/** Whether another author may take over after an error: the model failed, not the request or the job. */
export function isModelFailure(error: unknown): error is KinoraError {
  return isKinoraError(error) && (error.code.startsWith('provider.') || error.code === 'content.blocked');
}
