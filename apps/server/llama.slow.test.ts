import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { InstalledModel, LanguageModelV4, Provider, ProviderSettings } from '@kinora/capabilities';
import { languageContract } from '@kinora/capabilities/testing';
import { createProcessHost, detectHardware } from '@kinora/platform/runtimes';
import type { RunningProcessHost } from '@kinora/platform/runtimes';
import { testRuntimes } from '@kinora/platform/testing';
import { llamaCpp } from '@kinora/providers/llama-cpp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tinyLlama, writeTinyLlama } from '../../tools/tiny-models/gguf.ts';

/** llama.cpp for real: installed by Kinora's own path, in a process of its own, with models of random weights. */

let folder: string;
let host: RunningProcessHost;
/** The tiny model, for all tests that need no settings of their own. */
let tiny: LanguageModelV4;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-llama-'));
  const { runtimes, home } = await testRuntimes('llama-cpp');
  host = createProcessHost({ runtimes, hardware: () => detectHardware({ home }) });
  await writeTinyLlama(join(folder, 'tiny.gguf'));
  tiny = openProvider(['tiny']).model('language', 'tiny');
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

function openProvider(ids: string[], settings: ProviderSettings = {}, processes: RunningProcessHost = host): Provider {
  const models = ids.map((id): InstalledModel => ({
    id,
    title: id,
    purpose: 'language',
    runtime: 'llama-cpp',
    format: 'gguf',
    folder,
    files: [`${id}.gguf`],
    revision: '1',
    bytes: 1,
    memoryBytes: 100_000_000,
    languages: [],
    defaults: {},
  }));
  return llamaCpp.create(settings, {
    fetch,
    processes,
    installed: () => Promise.resolve(models),
    importPackage: () => Promise.reject(new Error('llama.cpp needs no other package')),
  });
}

const stateOf = (id: string) => host.states().findLast(({ name }) => name === `llama-cpp/${id}`);
const say = (text: string): LanguageModelV4CallOptions['prompt'] => [
  { role: 'user', content: [{ type: 'text', text }] },
];

languageContract({
  name: 'llama-cpp, a tiny random model',
  timeoutMs: 120_000,
  create: () => tiny,
});

describe('a model in a process of its own', () => {
  test.each(['F16', 'Q8_0', 'Q4_0'] as const)('answers when stored as %s', async (type) => {
    await writeTinyLlama(join(folder, `${type}.gguf`), { type });
    await using provider = openProvider([type]);
    const { content } = await provider.model('language', type).doGenerate({ prompt: say('Hello'), maxOutputTokens: 8 });
    expect(content).toEqual([{ type: 'text', text: expect.stringMatching(/[a-z]/) }]);
  });

  test('is one of several that are loaded at once, and gives its memory back', async () => {
    await writeTinyLlama(join(folder, 'second.gguf'), { seed: 2 });
    await using provider = openProvider(['tiny', 'second']);
    const ask = (id: string) =>
      provider.model('language', id).doGenerate({ prompt: say('Hello'), maxOutputTokens: 12, seed: 1 });
    const [tiny, second] = await Promise.all([ask('tiny'), ask('second')]);
    expect(tiny.content).not.toEqual(second.content);
    expect(['tiny', 'second'].map((id) => stateOf(id)?.state)).toEqual(['ready', 'ready']);
    expect((await provider.offers()).map(({ modelId, device }) => [modelId, device])).toEqual([
      ['tiny', 'cpu'],
      ['second', 'cpu'],
    ]);
    await host.unloadIdle();
    expect(['tiny', 'second'].map((id) => stateOf(id)?.state)).toEqual(['unloaded', 'unloaded']);
    expect(await ask('tiny')).toMatchObject({ content: tiny.content });
  });

  test('stays loaded when its work is given up half way', async () => {
    await tiny.doGenerate({ prompt: say('Hello'), maxOutputTokens: 1 });
    const before = stateOf('tiny')?.restarts;
    const stop = new AbortController();
    const { stream } = await tiny.doStream({ prompt: say('Go on for long.'), abortSignal: stop.signal });
    const parts = [];
    for await (const part of stream) {
      parts.push(part.type);
      if (part.type === 'text-delta') stop.abort();
    }
    expect(parts.slice(-2)).toEqual(['text-end', 'error']);
    expect(await tiny.doGenerate({ prompt: say('Hello'), maxOutputTokens: 1 })).toMatchObject({
      finishReason: { unified: 'length' },
    });
    expect(stateOf('tiny')).toMatchObject({ state: 'ready', restarts: before });
  });

  test('knows how many threads are fastest, from a measurement that is kept beside it', async () => {
    await writeTinyLlama(join(folder, 'measured.gguf'));
    await using provider = openProvider(['measured']);
    await provider.model('language', 'measured').doGenerate({ prompt: say('Hello'), maxOutputTokens: 1 });
    const path = join(folder, 'measured.gguf.threads.json');
    const note = JSON.parse(await readFile(path, 'utf8')) as { threads: number; speeds: Record<string, number> };
    expect(note.speeds['1']).toBeGreaterThan(0);
    expect(stateOf('measured')?.details).toMatchObject({ threads: note.threads, gpuLayers: 0, contextSize: 8192 });
    await writeFile(path, JSON.stringify({ ...note, threads: 3 }));
    await host.unloadIdle();
    await provider.model('language', 'measured').doGenerate({ prompt: say('Hello'), maxOutputTokens: 1 });
    expect(stateOf('measured')?.details).toMatchObject({ threads: 3 });
  });

  test('takes half the context when its memory is not to be had', async () => {
    // 16 kB of keys and values a token.
    const shape = { ...tinyLlama, width: 512, layers: 8, heads: 8, keyHeads: 8, context: 32_768 };
    await writeTinyLlama(join(folder, 'wide.gguf'), { shape, type: 'Q4_0' });
    const { runtimes, home } = await testRuntimes('llama-cpp');
    await using small = createProcessHost({
      runtimes,
      hardware: () => detectHardware({ home }),
      readMemory: () => Promise.resolve({ availableBytes: 850_000_000 }),
    });
    await using provider = openProvider(['wide'], { contextSize: 32_768, threads: 1 }, small);
    const { content } = await provider
      .model('language', 'wide')
      .doGenerate({ prompt: say('Hello'), maxOutputTokens: 4 });
    expect(content).toHaveLength(1);
    expect(small.states()[0]).toMatchObject({ isShrunk: true, details: { contextSize: 16_384 } });
  });

  test.each([
    ['is no model', async () => Buffer.from('GGUF and then something else entirely')],
    ['was cut', async () => (await readFile(join(folder, 'tiny.gguf'))).subarray(0, 300_000)],
    ['was cut early', async () => (await readFile(join(folder, 'tiny.gguf'))).subarray(0, 3000)],
  ])('says what to do about a file that %s', async (_, bytes) => {
    await writeFile(join(folder, 'broken.gguf'), await bytes());
    await using provider = openProvider(['broken']);
    const broken = provider.model('language', 'broken').doGenerate({ prompt: say('Hello') });
    await expect(broken).rejects.toMatchObject({
      code: 'provider.unavailable',
      message: expect.stringMatching(/install it again/i),
    });
  });
});

describe('a prompt', () => {
  const long = say(`Once upon a time. ${'The fox looked at the moon and the moon looked back. '.repeat(25)}`);
  const options = { prompt: long, seed: 3, maxOutputTokens: 40, temperature: 0.7 };

  test('that begins like the one before is not computed again', async () => {
    const first = await tiny.doGenerate({ prompt: long, maxOutputTokens: 4 });
    expect(first.usage.inputTokens).toMatchObject({ cacheRead: 0 });
    const second = await tiny.doGenerate({ prompt: long, maxOutputTokens: 4 });
    expect(second.usage.inputTokens).toEqual({
      total: first.usage.inputTokens.total,
      noCache: 1,
      cacheRead: (first.usage.inputTokens.total ?? 0) - 1,
      cacheWrite: undefined,
    });
  });

  test('with a seed gives the same words after other prompts, and still reuses what it can', async () => {
    const fresh = await tiny.doGenerate(options);
    const again = await tiny.doGenerate(options);
    await tiny.doGenerate({ prompt: [...long, ...say('And then?')], maxOutputTokens: 50 });
    const later = await tiny.doGenerate(options);
    expect(again.content).toEqual(fresh.content);
    expect(later.content).toEqual(fresh.content);
    const whole = Math.floor(((fresh.usage.inputTokens.total ?? 0) - 1) / 128) * 128;
    expect(whole).toBeGreaterThan(1000);
    expect([again, later].map(({ usage }) => usage.inputTokens.cacheRead)).toEqual([whole, whole]);
  });

  test('that does not fit is refused with its size, so that another model may take it', async () => {
    await using provider = openProvider(['tiny'], { contextSize: 512 });
    const refused = provider.model('language', 'tiny').doGenerate(options);
    await expect(refused).rejects.toMatchObject({
      code: 'provider.refused',
      data: { contextSize: 512, promptTokens: expect.any(Number) },
    });
  });

  test('leaves room for so much of an answer, which then says that it was cut', async () => {
    await using provider = openProvider(['tiny'], { contextSize: 512 });
    const { usage, finishReason } = await provider
      .model('language', 'tiny')
      .doGenerate({ prompt: say('Go on.'), seed: 1 });
    expect(finishReason.unified).toBe('length');
    expect((usage.inputTokens.total ?? 0) + (usage.outputTokens.total ?? 0)).toBe(511);
  });
});

describe('an answer', () => {
  test('ends before a stop sequence', async () => {
    const options = { prompt: say('Hello'), seed: 5, maxOutputTokens: 30 };
    const { content } = await tiny.doGenerate(options);
    const text = content[0]?.type === 'text' ? content[0].text : '';
    const stop = text.slice(12, 20);
    const stopped = await tiny.doGenerate({ ...options, stopSequences: [stop] });
    expect(stopped.finishReason.unified).toBe('stop');
    expect(stopped.content).toEqual([{ type: 'text', text: text.slice(0, text.indexOf(stop)) }]);
  });

  test('follows its sampling', async () => {
    const ask = (more: Partial<LanguageModelV4CallOptions>) =>
      tiny.doGenerate({ prompt: say('Hello'), seed: 1, maxOutputTokens: 30, ...more }).then(({ content }) => content);
    const greedy = await ask({ temperature: 0 });
    expect(await ask({ temperature: 0, seed: 2 })).toEqual(greedy);
    expect(await ask({ topK: 1 })).toEqual(greedy);
    expect(await ask({ temperature: 2, topP: 1, topK: 0 })).not.toEqual(greedy);
    expect(await ask({ temperature: 0, frequencyPenalty: 2 })).not.toEqual(greedy);
    expect(await ask({ seed: 2 })).not.toEqual(await ask({ seed: -2 }));
  });

  test('fits a nested schema, whatever the seed', async () => {
    const story = z.object({
      title: z.string().min(3).max(40),
      scenes: z
        .array(
          z.object({
            text: z.string().min(20).max(160),
            mood: z.enum(['calm', 'merry']),
            page: z.int().min(1).max(12),
            brightness: z.number().min(0).max(1),
            sound: z.string().max(12).optional(),
          }),
        )
        .min(2)
        .max(3),
      moral: z.string().max(60).nullable(),
    });
    for (let seed = 1; seed <= 6; seed++) {
      const { content, warnings, finishReason } = await tiny.doGenerate({
        prompt: say('Tell a story.'),
        responseFormat: { type: 'json', schema: z.toJSONSchema(story) as object },
        temperature: 1.5,
        seed,
      });
      expect(warnings).toEqual([]);
      expect(finishReason.unified).toBe('stop');
      story.parse(JSON.parse(content[0]?.type === 'text' ? content[0].text : ''));
    }
  });

  test('is a call of one of several tools when it must be', async () => {
    const tool = (name: string, properties: object) =>
      ({
        type: 'function',
        name,
        inputSchema: { type: 'object', properties, required: Object.keys(properties) },
      }) as const;
    const tools = [
      tool('dim', { percent: { type: 'integer', minimum: 0, maximum: 100 } }),
      tool('sing', { song: { enum: ['moon'] } }),
    ];
    const called = new Set<string>();
    for (let seed = 1; seed <= 8; seed++) {
      const { content } = await tiny.doGenerate({
        prompt: say('Do something.'),
        tools,
        toolChoice: { type: 'required' },
        seed,
        temperature: 2,
        topK: 0,
      });
      const [call] = content;
      if (call?.type === 'tool-call') called.add(call.toolName);
    }
    expect([...called].toSorted()).toEqual(['dim', 'sing']);
  });

  test('may be a call of a tool, in the syntax of the model’s template', async () => {
    await writeTinyLlama(join(folder, 'caller.gguf'), { words: ['||call:'] });
    await using provider = openProvider(['caller']);
    const model = provider.model('language', 'caller');
    const options: LanguageModelV4CallOptions = {
      prompt: say('Dim the lamp.'),
      tools: [
        {
          type: 'function',
          name: 'dim',
          inputSchema: {
            type: 'object',
            properties: { percent: { type: 'integer' }, lamp: { type: 'string', maxLength: 8 } },
            required: ['percent'],
          },
        },
      ],
      seed: 1,
      maxOutputTokens: 200,
    };
    const { content, finishReason } = await model.doGenerate(options);
    expect(finishReason.unified).toBe('tool-calls');
    const call = content.find((part) => part.type === 'tool-call');
    expect(call).toMatchObject({ toolName: 'dim' });
    expect(JSON.parse(call?.input ?? '')).toMatchObject({ percent: expect.any(Number) });
  });

  test('may be thought over before, in the syntax of the model’s template', async () => {
    await writeTinyLlama(join(folder, 'thinker.gguf'), { words: ['<think>'] });
    await using provider = openProvider(['thinker']);
    const model = provider.model('language', 'thinker');
    const options = { prompt: say('Hello'), seed: 1, maxOutputTokens: 60 };
    const { content, usage } = await model.doGenerate(options);
    expect(content.map(({ type }) => type)).toContain('reasoning');
    expect(usage.outputTokens.reasoning).toBeGreaterThan(0);
    const quick = await model.doGenerate({ ...options, reasoning: 'none' });
    expect(quick.content.map(({ type }) => type)).toEqual(['text']);
  });
});
