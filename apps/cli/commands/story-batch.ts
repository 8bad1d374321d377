import { readFile } from 'node:fs/promises';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { openStoryteller } from '@kinora/server';
import { storyRequest } from '@kinora/studios/story/schema';
import type { StoryRequest } from '@kinora/studios/story/schema';
import type { StoryOptions } from './story.ts';

type Asked = { id: string; request: StoryRequest };

/**
 * Writes the text of many stories, one JSON line each: `{id, title, scenes, level}` or `{id, error}`.
 * @param source A file of JSON lines (`-` for standard input), or the requests themselves.
 */
export async function writeBatch(source: string | Asked[], options: StoryOptions): Promise<void> {
  if (options.textOnly !== true) {
    throw new KinoraError('request.invalid', 'Many stories at once are written as text: add --text-only.');
  }
  const asked = typeof source === 'string' ? await readRequests(source, options) : source;
  const storyteller = openStoryteller();
  for (const { id, request } of asked) {
    try {
      const { script, note } = await storyteller.write(request);
      if (options.json === true) {
        const scenes = script.scenes.map(({ text, spec, prompt }) => ({ text, spec, prompt }));
        process.stdout.write(
          `${JSON.stringify({ id, wish: request.wish, age: request.profile.age, title: script.title, scenes, level: script.level, note })}\n`,
        );
      } else {
        const pages = script.scenes.map(({ text }) => text).join('\n\n* * *\n\n');
        process.stdout.write(
          `${script.title}\n\n${note === undefined ? '' : `(${note})\n\n`}${pages}\n\n${script.goodNight}\n\n`,
        );
      }
    } catch (error) {
      if (!isKinoraError(error) || (asked.length === 1 && options.json !== true)) throw error;
      process.stdout.write(
        `${JSON.stringify({ id, wish: request.wish, error: { code: error.code, message: error.message } })}\n`,
      );
    }
  }
}

async function readRequests(path: string, options: StoryOptions): Promise<Asked[]> {
  const text = await readFile(path === '-' ? '/dev/stdin' : path, 'utf8').catch((cause: unknown) => {
    throw new KinoraError(
      'request.invalid',
      `${path} can't be read. Give a file of JSON lines such as {"id": "1", "wish": "…"}.`,
      { cause },
    );
  });
  const profile = {
    age: options.age,
    name: options.name,
    interests: options.interest,
    comforts: options.comfort,
    fears: options.fear,
  };
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const value = parseJson(line, number);
      const { id, age, ...rest } = value as { id?: string | number; age?: number; profile?: object };
      const parsed = storyRequest.safeParse({
        minutes: options.minutes,
        scenes: options.scenes,
        style: options.style,
        seed: options.seed ?? number,
        ...rest,
        profile: { ...profile, ...(age === undefined ? {} : { age }), ...rest.profile },
      });
      if (parsed.success) return { id: String(id ?? number), request: parsed.data };
      throw new KinoraError(
        'request.invalid',
        `Line ${number}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
      );
    });
}

function parseJson(line: string, number: number): object {
  if (!line.startsWith('{')) return { wish: line };
  try {
    return JSON.parse(line) as object;
  } catch (cause) {
    throw new KinoraError(
      'request.invalid',
      `Line ${number} is not JSON. Write {"id": "1", "wish": "…"} or just the wish.`,
      { cause },
    );
  }
}
