import type { LanguageModelV4CallOptions, LanguageModelV4Content, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import type { LanguageModelV4 } from '../models.ts';
import type { ContractSubject } from './subject.ts';
import { abortEarly, abortMidway, useModel } from './subject.ts';

/** A language model under {@link languageContract}. */
export type LanguageSubject = ContractSubject<LanguageModelV4> & {
  /** Whether a JSON schema is kept to. Default true. */
  obeysSchema?: boolean;
  /** Whether it can be made to call a tool. Default true. */
  callsTools?: boolean;
  /** Whether `maxOutputTokens` cuts the answer and says so. Default true. */
  obeysLength?: boolean;
  /** Whether the same seed gives the same answer. Default true. */
  isDeterministic?: boolean;
  /** Whether tokens are counted. Default true. */
  countsTokens?: boolean;
};

const prompt: LanguageModelV4CallOptions['prompt'] = [
  { role: 'system', content: 'You tell gentle bedtime stories.' },
  { role: 'user', content: [{ type: 'text', text: 'Tell one sentence about a fox.' }] },
];
/** Flat and bounded, so that a model with random weights can fill it too. */
const schema = {
  type: 'object',
  properties: {
    title: { type: 'string', maxLength: 24 },
    mood: { type: 'string', enum: ['calm', 'merry'] },
    pages: { type: 'integer', minimum: 1, maximum: 9 },
  },
  required: ['title', 'mood', 'pages'],
  additionalProperties: false,
} as const;
const tool = {
  type: 'function',
  name: 'dim_lamp',
  description: 'Dims the lamp beside the bed.',
  inputSchema: {
    type: 'object',
    properties: { percent: { type: 'integer', minimum: 0, maximum: 100 } },
    required: ['percent'],
    additionalProperties: false,
  },
} as const;

const finishReasons = ['stop', 'length', 'content-filter', 'tool-calls', 'error', 'interrupted', 'other'];

/**
 * What every language model must do: answers and streams in the shape of the AI SDK, JSON that fits its schema, forced
 * tool calls, true token counts, and an obeyed limit, seed and abort signal.
 */
export function languageContract(subject: LanguageSubject): void {
  const { obeysSchema = true, callsTools = true, obeysLength = true, isDeterministic = true } = subject;
  const { countsTokens = true } = subject;
  describe(`language contract: ${subject.name}`, { timeout: subject.timeoutMs ?? 20_000 }, () => {
    const model = useModel(subject);
    const ask = (options: Partial<LanguageModelV4CallOptions> = {}) =>
      model().doGenerate({ prompt, maxOutputTokens: 24, temperature: 0.7, seed: 1, ...options });
    const stream = async (options: Partial<LanguageModelV4CallOptions> = {}) =>
      readAll((await model().doStream({ prompt, maxOutputTokens: 24, temperature: 0.7, seed: 1, ...options })).stream);
    const asJson: Partial<LanguageModelV4CallOptions> = {
      responseFormat: { type: 'json', schema },
      maxOutputTokens: 400,
    };
    const asTool: Partial<LanguageModelV4CallOptions> = {
      tools: [tool],
      toolChoice: { type: 'required' },
      maxOutputTokens: 400,
    };

    test('answers in words', async () => {
      const { content, finishReason, warnings } = await ask();
      expect(textOf(content)).toMatch(/\S/);
      expect(finishReasons).toContain(finishReason.unified);
      expect(Array.isArray(warnings)).toBe(true);
    });

    test.runIf(countsTokens)('counts its tokens', async () => {
      for (const { inputTokens, outputTokens } of [(await ask()).usage, (await stream()).finish.usage]) {
        expect(inputTokens.total).toBeGreaterThan(0);
        expect(outputTokens.total).toBeGreaterThan(0);
        expect((inputTokens.noCache ?? 0) + (inputTokens.cacheRead ?? 0)).toBeLessThanOrEqual(inputTokens.total ?? 0);
        expect((outputTokens.text ?? 0) + (outputTokens.reasoning ?? 0)).toBeLessThanOrEqual(outputTokens.total ?? 0);
      }
    });

    test('streams: a start, each part opened and closed, the end', async () => {
      const { parts, text, finish } = await stream();
      expect(parts[0]?.type).toBe('stream-start');
      expect(parts.at(-1)).toBe(finish);
      expect(finishReasons).toContain(finish.finishReason.unified);
      expect(text).toMatch(/\S/);
      expectBalanced(parts);
    });

    test.runIf(isDeterministic)('gives the same answer for the same seed, streamed or not', async () => {
      const [first, second, streamed] = [await ask(), await ask(), await stream()];
      expect(textOf(second.content)).toBe(textOf(first.content));
      expect(streamed.text).toBe(textOf(first.content));
    });

    test.runIf(obeysLength)('stops at the limit and says so', async () => {
      const { finishReason, usage } = await ask({ maxOutputTokens: 3 });
      expect(finishReason.unified).toBe('length');
      expect(usage.outputTokens.total ?? 0).toBeLessThanOrEqual(3);
    });

    test.runIf(obeysSchema)('keeps to a JSON schema', async () => {
      for (const text of [textOf((await ask(asJson)).content), (await stream(asJson)).text]) {
        const value = JSON.parse(text) as { title: string; mood: string; pages: number };
        expect(Object.keys(value).toSorted()).toEqual(['mood', 'pages', 'title']);
        expect(value.title).toEqual(expect.any(String));
        expect(schema.properties.mood.enum).toContain(value.mood);
        expect(Number.isInteger(value.pages)).toBe(true);
      }
    });

    test.runIf(callsTools)('calls a tool when it must', async () => {
      const { content, finishReason } = await ask(asTool);
      const { parts, finish } = await stream(asTool);
      for (const reason of [finishReason, finish.finishReason]) expect(reason.unified).toBe('tool-calls');
      for (const calls of [content, parts]) {
        const call = calls.find((part) => part.type === 'tool-call');
        expect(call).toMatchObject({ toolName: 'dim_lamp', toolCallId: expect.stringMatching(/\S/) });
        expect(JSON.parse(call?.input ?? 'null')).toEqual({ percent: expect.any(Number) });
      }
      expectBalanced(parts);
    });

    test.runIf(callsTools)('goes on from what a tool answered', async () => {
      const { content } = await ask({
        tools: [tool],
        prompt: [
          ...prompt,
          {
            role: 'assistant',
            content: [{ type: 'tool-call', toolCallId: 'call-1', toolName: 'dim_lamp', input: { percent: 20 } }],
          },
          {
            role: 'tool',
            content: [
              {
                type: 'tool-result',
                toolCallId: 'call-1',
                toolName: 'dim_lamp',
                output: { type: 'json', value: { dimmed: true } },
              },
            ],
          },
        ],
      });
      expect(content).not.toHaveLength(0);
    });

    test('obeys the abort signal', async () => {
      const call = (abortSignal: AbortSignal) => ask({ maxOutputTokens: 2000, abortSignal });
      expect(await abortEarly(call)).toBe('rejected');
      expect(await abortMidway(call)).toBe('rejected');
    });

    test('ends a stream that is aborted, and answers the next call', async () => {
      const controller = new AbortController();
      const ended = (async () => {
        const { stream: running } = await model().doStream({
          prompt,
          maxOutputTokens: 2000,
          abortSignal: controller.signal,
        });
        for await (const part of running) {
          if (part.type === 'text-delta') controller.abort();
          if (part.type === 'error') throw part.error;
        }
      })();
      await Promise.allSettled([ended]);
      expect(textOf((await ask()).content)).toMatch(/\S/);
    });

    test('names itself', () => {
      expect(model()).toMatchObject({ specificationVersion: 'v4', provider: expect.stringMatching(/\S/) });
      expect(model().modelId).toMatch(/\S/);
    });
  });
}

type Finish = Extract<LanguageModelV4StreamPart, { type: 'finish' }>;

async function readAll(stream: ReadableStream<LanguageModelV4StreamPart>) {
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
    parts.push(part);
  }
  const finish = parts.find((part): part is Finish => part.type === 'finish');
  if (!finish) throw new Error('The stream ended without a finish part.');
  const text = parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join('');
  return { parts, text, finish };
}

function textOf(content: LanguageModelV4Content[]): string {
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

/** Every delta and end belongs to a part that was opened, and every part that was opened is closed. */
function expectBalanced(parts: LanguageModelV4StreamPart[]): void {
  const open = new Set<string>();
  for (const part of parts) {
    const [, kind, moment] = /^(text|reasoning|tool-input)-(start|delta|end)$/.exec(part.type) ?? [];
    if (!kind || !('id' in part)) continue;
    const key = `${kind} ${String(part.id)}`;
    expect(open.has(key)).toBe(moment !== 'start');
    if (moment === 'start') open.add(key);
    if (moment === 'end') open.delete(key);
  }
  expect([...open]).toEqual([]);
}
