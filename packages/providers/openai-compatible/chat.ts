import type { LanguageModelV4CallOptions, LanguageModelV4FinishReason, SharedV4Warning } from '@ai-sdk/provider';
import { z } from 'zod';
import { toMessages } from './messages.ts';
import type { ChatMessage } from './messages.ts';

/** How JSON by a schema is asked for, from strict to loose. */
export const structuredModes = ['json_schema', 'json_object', 'none'] as const;
export type StructuredMode = (typeof structuredModes)[number];

/** The body of a request to `/chat/completions`. */
export function chatBody(
  modelId: string,
  options: LanguageModelV4CallOptions,
  { mode, isStream }: { mode: StructuredMode; isStream: boolean },
): { body: Record<string, unknown>; warnings: SharedV4Warning[] } {
  const warnings: SharedV4Warning[] = [];
  const { responseFormat, tools = [], toolChoice } = options;
  const messages = toMessages(options.prompt, warnings);
  const isJson = responseFormat?.type === 'json';
  if (isJson && (mode !== 'json_schema' || !responseFormat.schema)) describeJson(messages, responseFormat.schema);
  if (options.topK !== undefined) {
    warnings.push({ type: 'unsupported', feature: 'topK', details: 'The interface has no such option.' });
  }
  const functions = tools.flatMap((tool) => {
    if (tool.type === 'function') return [tool];
    warnings.push({ type: 'unsupported', feature: `tool ${tool.name}` });
    return [];
  });
  const body: Record<string, unknown> = {
    model: modelId,
    messages,
    max_tokens: options.maxOutputTokens,
    temperature: options.temperature,
    top_p: options.topP,
    presence_penalty: options.presencePenalty,
    frequency_penalty: options.frequencyPenalty,
    stop: options.stopSequences,
    seed: options.seed,
    ...(isJson && { response_format: toResponseFormat(responseFormat, mode) }),
    ...(functions.length > 0 && {
      tools: functions.map(({ name, description, inputSchema }) => ({
        type: 'function',
        function: { name, description, parameters: inputSchema },
      })),
      tool_choice: toToolChoice(toolChoice),
    }),
    ...(isStream && { stream: true, stream_options: { include_usage: true } }),
    ...options.providerOptions?.['openai-compatible'],
  };
  return { body, warnings };
}

type JsonFormat = Extract<LanguageModelV4CallOptions['responseFormat'], { type: 'json' }>;

function toResponseFormat({ schema, name }: JsonFormat, mode: StructuredMode) {
  if (mode === 'none') return undefined;
  if (mode === 'json_object' || !schema) return { type: 'json_object' };
  return { type: 'json_schema', json_schema: { name: name ?? 'answer', schema, strict: true } };
}

/** Says in words what the format can't: the schema goes into the system's message. */
function describeJson(messages: ChatMessage[], schema: JsonFormat['schema']): void {
  const shape = schema ? ` that fits this JSON schema:\n${JSON.stringify(schema)}` : '';
  const words = `Answer with one JSON value${shape}\nWrite nothing before or after it.`;
  const [first] = messages;
  if (first?.role === 'system' && typeof first.content === 'string') first.content += `\n\n${words}`;
  else messages.unshift({ role: 'system', content: words });
}

function toToolChoice(choice: LanguageModelV4CallOptions['toolChoice']) {
  if (choice?.type === 'tool') return { type: 'function', function: { name: choice.toolName } };
  return choice?.type;
}

const usage = z
  .object({
    prompt_tokens: z.number().nullish(),
    completion_tokens: z.number().nullish(),
    prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
    completion_tokens_details: z.object({ reasoning_tokens: z.number().nullish() }).nullish(),
  })
  .nullish();

const toolCall = z.object({
  index: z.number().nullish(),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }),
});
const words = {
  content: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  reasoning: z.string().nullish(),
  refusal: z.string().nullish(),
  tool_calls: z.array(toolCall).nullish(),
};
const head = { id: z.string().nullish(), created: z.number().nullish(), model: z.string().nullish() };

/** Answer of `/chat/completions`. */
export const chatAnswer = z.object({
  ...head,
  choices: z.array(z.object({ message: z.object(words), finish_reason: z.string().nullish() })).min(1),
  usage,
});

/** One event of a streamed answer. */
export const chatChunk = z.union([
  z.object({
    ...head,
    choices: z.array(z.object({ delta: z.object(words).nullish(), finish_reason: z.string().nullish() })),
    usage,
  }),
  z.object({ error: z.unknown() }),
]);
export type ChatChunk = z.infer<typeof chatChunk>;

/** Token counts in the shape of the AI SDK. */
export function toUsage(counts: z.infer<typeof usage>) {
  const cached = counts?.prompt_tokens_details?.cached_tokens ?? undefined;
  const reasoning = counts?.completion_tokens_details?.reasoning_tokens ?? undefined;
  const [input, output] = [counts?.prompt_tokens ?? undefined, counts?.completion_tokens ?? undefined];
  return {
    inputTokens: {
      total: input,
      noCache: input === undefined ? undefined : input - (cached ?? 0),
      cacheRead: cached,
      cacheWrite: undefined,
    },
    outputTokens: { total: output, text: output === undefined ? undefined : output - (reasoning ?? 0), reasoning },
  };
}

/** Why the model stopped, in the words of the AI SDK. */
export function toFinishReason(raw: string | null | undefined): LanguageModelV4FinishReason {
  const unified = {
    stop: 'stop',
    eos: 'stop',
    length: 'length',
    content_filter: 'content-filter',
    tool_calls: 'tool-calls',
    function_call: 'tool-calls',
  } as const;
  return { unified: unified[raw as keyof typeof unified] ?? 'other', raw: raw ?? undefined };
}
