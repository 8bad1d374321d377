import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { openStoryteller } from '@kinora/server';
import { storyRequest } from '@kinora/studios/story/schema';
import type { Script, StoryRequest } from '@kinora/studios/story/schema';
import { exitCodeOf } from '../exit.ts';
import type { StoryOptions } from './story.ts';

type Asked = { id: string; request: StoryRequest } | { id: string; error: KinoraError };

/**
 * Writes the text of many stories, one JSON line each: `{id, wish, age, title, scenes, level}` or `{id, error}`.
 * What is wrong with one line never stops the others; the process then ends with the code of the first that failed.
 * @param source A file of JSON lines (`-` for standard input), or one request.
 */
export async function writeBatch(source: string | { request: StoryRequest }, options: StoryOptions): Promise<void> {
  if (options.textOnly !== true) {
    throw new KinoraError('request.invalid', 'Many stories at once are written as text: add --text-only.');
  }
  const storyteller = openStoryteller();
  if (typeof source !== 'string') {
    print({ id: '1', request: source.request }, await storyteller.write(source.request), options);
    return;
  }
  for (const asked of await readRequests(source, options)) {
    try {
      if ('error' in asked) throw asked.error;
      print(asked, await storyteller.write(asked.request), options);
    } catch (error) {
      if (!isKinoraError(error)) throw error;
      const { code, message } = error;
      const failed = { id: asked.id, ...('request' in asked ? { wish: asked.request.wish } : {}) };
      if (options.json === true) process.stdout.write(`${JSON.stringify({ ...failed, error: { code, message } })}\n`);
      else process.stderr.write(`kinora: ${asked.id}: ${message}\n`);
      process.exitCode ??= exitCodeOf(error);
    }
  }
}

function print(
  { id, request }: { id: string; request: StoryRequest },
  { script, note }: { script: Script; note?: string },
  options: StoryOptions,
): void {
  const { title, level, goodNight } = script;
  if (options.json === true) {
    const scenes = script.scenes.map(({ text, spec, prompt }) => ({ text, spec, prompt }));
    const line = { id, wish: request.wish, age: request.profile.age, title, scenes, goodNight, level, note };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    return;
  }
  const pages = script.scenes.map(({ text }) => text).join('\n\n* * *\n\n');
  const kindly = note === undefined ? '' : `(${note})\n\n`;
  process.stdout.write(`${title}\n\n${kindly}${pages}\n\n${goodNight}\n\n`);
}

async function readRequests(path: string, options: StoryOptions): Promise<Asked[]> {
  const source = path === '-' ? text(process.stdin) : readFile(path, 'utf8');
  const lines = await source.catch((cause: unknown) => {
    throw new KinoraError(
      'request.invalid',
      `${path} can't be read. Give a file of JSON lines such as {"id": "1", "wish": "…"}.`,
      { cause },
    );
  });
  return lines
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => readRequest(line, number, options));
}

function readRequest(line: string, number: number, options: StoryOptions): Asked {
  let value: object;
  try {
    value = line.startsWith('{') ? (JSON.parse(line) as object) : { wish: line };
  } catch (cause) {
    const message = `Line ${number} is not JSON. Write {"id": "1", "wish": "…"} or just the wish.`;
    return { id: String(number), error: new KinoraError('request.invalid', message, { cause }) };
  }
  const { id = number, age, ...rest } = value as { id?: string | number; age?: number; profile?: object };
  const { name, interest, comfort, fear, minutes, scenes, style } = options;
  const profile = { age: options.age, name, interests: interest, comforts: comfort, fears: fear };
  const parsed = storyRequest.safeParse({
    minutes,
    scenes,
    style,
    seed: options.seed ?? number,
    ...rest,
    profile: { ...profile, ...(age === undefined ? {} : { age }), ...rest.profile },
  });
  if (parsed.success) return { id: String(id), request: parsed.data };
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return { id: String(id), error: new KinoraError('request.invalid', `Line ${number}: ${issues}`) };
}
