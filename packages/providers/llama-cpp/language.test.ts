import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { ModelProcess, ProcessCall } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { createLanguageModel } from './language.ts';
import type { GenerateEvent, GenerateInput, GenerateOutput } from './protocol.ts';

const prompt: LanguageModelV4CallOptions['prompt'] = [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }];
const output: GenerateOutput = {
  parts: [{ type: 'text', text: 'Good night.' }],
  calls: [],
  stopReason: 'eogToken',
  promptTokens: 12,
  cachedTokens: 8,
  outputTokens: 5,
  reasoningTokens: 2,
  firstTokenSeconds: 0.5,
  generationSeconds: 2,
  device: 'cuda:0',
};

/** The process is where the boundary lies; what is on its other side is tested with the real library. */
function modelOver(
  answer: Partial<GenerateOutput>,
  { events = [], fails }: { events?: GenerateEvent[]; fails?: unknown } = {},
) {
  const inputs: GenerateInput[] = [];
  const process = {
    async call(_: string, input: unknown, options: ProcessCall) {
      inputs.push(input as GenerateInput);
      await Promise.resolve();
      options.signal?.throwIfAborted();
      for (const event of events) options.onEvent?.(event);
      if (fails) throw fails;
      return { ...output, ...answer };
    },
  } as unknown as ModelProcess;
  const open = () => Promise.resolve({ process, defaults: { temperature: 0.3 } });
  return { inputs, model: createLanguageModel({ modelId: 'tiny', open }) };
}

async function read(stream: ReadableStream<LanguageModelV4StreamPart>) {
  const parts = await Array.fromAsync(stream);
  return parts.filter(({ type }) => type !== 'response-metadata');
}

const tools = [
  { type: 'function', name: 'dim', inputSchema: { type: 'object', properties: { percent: { type: 'integer' } } } },
] as const;

test('tells what it used, where, and how fast it was', async () => {
  const { model, inputs } = modelOver({});
  const result = await model.doGenerate({ prompt });
  expect(result.usage).toEqual({
    inputTokens: { total: 12, noCache: 4, cacheRead: 8, cacheWrite: undefined },
    outputTokens: { total: 5, text: 3, reasoning: 2 },
  });
  expect(result.providerMetadata).toEqual({ kinora: { device: 'cuda:0', tokensPerSecond: 2, firstTokenSeconds: 0.5 } });
  expect(inputs).toMatchObject([{ isStreamed: false, sampling: { temperature: 0.3 } }]);
});

test.each([
  ['eogToken', 'stop'],
  ['stopGenerationTrigger', 'stop'],
  ['customStopTrigger', 'stop'],
  ['maxTokens', 'length'],
  ['functionCalls', 'tool-calls'],
  ['abort', 'interrupted'],
])('ends with %s: %s', async (stopReason, unified) => {
  const { finishReason } = await modelOver({ stopReason }).model.doGenerate({ prompt });
  expect(finishReason).toEqual({ unified, raw: stopReason });
});

test('joins texts that the library parted', async () => {
  const parts: GenerateOutput['parts'] = [
    { type: 'reasoning', text: 'Hm.' },
    { type: 'text', text: 'Good ' },
    { type: 'text', text: 'night.' },
    { type: 'text', text: '' },
  ];
  const { content } = await modelOver({ parts }).model.doGenerate({ prompt });
  expect(content).toEqual([
    { type: 'reasoning', text: 'Hm.' },
    { type: 'text', text: 'Good night.' },
  ]);
});

test('opens and closes a part for each stretch of thoughts and words', async () => {
  const events: GenerateEvent[] = [
    { type: 'reasoning', delta: 'Hm' },
    { type: 'reasoning', delta: '.' },
    { type: 'text', delta: 'Good' },
    { type: 'text', delta: ' night.' },
  ];
  const { stream } = await modelOver({}, { events }).model.doStream({ prompt });
  expect(await read(stream)).toEqual([
    { type: 'stream-start', warnings: [] },
    { type: 'reasoning-start', id: 'reasoning-0' },
    { type: 'reasoning-delta', id: 'reasoning-0', delta: 'Hm' },
    { type: 'reasoning-delta', id: 'reasoning-0', delta: '.' },
    { type: 'reasoning-end', id: 'reasoning-0' },
    { type: 'text-start', id: 'text-1' },
    { type: 'text-delta', id: 'text-1', delta: 'Good' },
    { type: 'text-delta', id: 'text-1', delta: ' night.' },
    { type: 'text-end', id: 'text-1' },
    expect.objectContaining({ type: 'finish', finishReason: { unified: 'stop', raw: 'eogToken' } }),
  ]);
});

test('gives calls of functions ids of their own and takes out optional nulls', async () => {
  const calls = [
    { name: 'dim', params: { percent: null } },
    { name: 'dim', params: { percent: 5 } },
  ];
  const { content } = await modelOver({ calls, parts: [], stopReason: 'functionCalls' }).model.doGenerate({
    prompt,
    tools: [...tools],
  });
  expect(content).toMatchObject([
    { type: 'tool-call', toolName: 'dim', input: '{}' },
    { type: 'tool-call', toolName: 'dim', input: '{"percent":5}' },
  ]);
  expect(new Set(content.map((part) => ('toolCallId' in part ? part.toolCallId : ''))).size).toBe(2);
});

test('streams the arguments of a forced call under the id of the call', async () => {
  const events: GenerateEvent[] = [
    { type: 'text', delta: '{"percent"' },
    { type: 'text', delta: ':5}' },
  ];
  const answer = { parts: [{ type: 'text' as const, text: '{"percent":5}' }] };
  const { stream } = await modelOver(answer, { events }).model.doStream({
    prompt,
    tools: [...tools],
    toolChoice: { type: 'required' },
  });
  expect(await read(stream)).toEqual([
    { type: 'stream-start', warnings: [] },
    { type: 'tool-input-start', id: 'tool-input-0', toolName: 'dim' },
    { type: 'tool-input-delta', id: 'tool-input-0', delta: '{"percent"' },
    { type: 'tool-input-delta', id: 'tool-input-0', delta: ':5}' },
    { type: 'tool-input-end', id: 'tool-input-0' },
    { type: 'tool-call', toolCallId: 'tool-input-0', toolName: 'dim', input: '{"percent":5}' },
    expect.objectContaining({ type: 'finish', finishReason: { unified: 'tool-calls', raw: 'eogToken' } }),
  ]);
});

test('a forced call that was cut is no call', async () => {
  const answer = { parts: [{ type: 'text' as const, text: '{"perc' }], stopReason: 'maxTokens' };
  const { content, finishReason } = await modelOver(answer).model.doGenerate({
    prompt,
    tools: [...tools],
    toolChoice: { type: 'required' },
  });
  expect(content).toEqual([]);
  expect(finishReason.unified).toBe('length');
});

test('ends a stream with the error, after closing what was open', async () => {
  const fails = new KinoraError('provider.failed', 'Its process ended.', { isRetryable: true });
  const { stream } = await modelOver({}, { events: [{ type: 'text', delta: 'Good' }], fails }).model.doStream({
    prompt,
  });
  expect((await read(stream)).slice(-2)).toEqual([
    { type: 'text-end', id: 'text-0' },
    { type: 'error', error: fails },
  ]);
});

test('a stream that nobody reads any more gives its work up', async () => {
  const { promise: aborted, resolve } = Promise.withResolvers<boolean>();
  const process = {
    call: (_: string, __: unknown, { signal }: ProcessCall) =>
      new Promise((___, reject) => {
        signal?.addEventListener('abort', () => {
          resolve(true);
          reject(new Error('given up'));
        });
      }),
  } as unknown as ModelProcess;
  const model = createLanguageModel({ modelId: 'tiny', open: () => Promise.resolve({ process, defaults: {} }) });
  const { stream } = await model.doStream({ prompt });
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  expect(await aborted).toBe(true);
});
