import { KinoraError } from '@kinora/capabilities';
import type { LanguageModelV4 } from '@kinora/capabilities';
import { ask, askJson } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import type {
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4GenerateResult,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { chatAnswer, chatBody, structuredModes, toFinishReason, toUsage } from './chat.ts';
import type { StructuredMode } from './chat.ts';
import { extractJson } from './json-filter.ts';
import { streamParts } from './stream.ts';

/** How a language model of an OpenAI-compatible server is asked. */
export type ChatSettings = {
  service: RemoteService;
  modelId: string;
  /** How JSON is asked for; `auto` begins strictly and remembers what the server knows. */
  structuredOutput: StructuredMode | 'auto';
  /** Added to every request. Default nothing. */
  extraBody?: Record<string, unknown>;
};

/** A language model behind `/chat/completions`. */
export function createLanguageModel({
  service,
  modelId,
  structuredOutput,
  extraBody = {},
}: ChatSettings): LanguageModelV4 {
  let known: StructuredMode = structuredOutput === 'auto' ? 'json_schema' : structuredOutput;

  /** Asks with the strictest way to demand JSON that the server knows. A refusal in `auto` tries the next looser one. */
  async function withMode<Result>(
    options: LanguageModelV4CallOptions,
    run: (mode: StructuredMode) => Promise<Result>,
  ): Promise<Result> {
    if (structuredOutput !== 'auto' || options.responseFormat?.type !== 'json') return await run(known);
    let refusal: unknown;
    for (const mode of structuredModes.slice(structuredModes.indexOf(known))) {
      try {
        const result = await run(mode);
        known = mode;
        return result;
      } catch (error) {
        // Servers that don't know the format answer 400 or 422; some stumble over it with a 500.
        const mayBeFormat = error instanceof KinoraError && /HTTP (?:400|422|500|501)/.test(error.message);
        if (!mayBeFormat) throw error;
        refusal ??= error;
      }
    }
    throw refusal;
  }

  async function generate(
    options: LanguageModelV4CallOptions,
    mode: StructuredMode,
    more: { role: 'assistant' | 'user'; content: string }[] = [],
  ): Promise<LanguageModelV4GenerateResult> {
    const { body, warnings } = chatBody(modelId, options, { mode, isStream: false });
    const json = { ...body, ...extraBody, messages: [...(body['messages'] as unknown[]), ...more] };
    const answer = await askJson(service, '/chat/completions', chatAnswer, { json, signal: options.abortSignal });
    const [choice] = answer.choices;
    const message = choice?.message ?? {};
    if (message.refusal) throw refused(service);
    const content: LanguageModelV4Content[] = [];
    const reasoning = message.reasoning_content ?? message.reasoning;
    if (reasoning) content.push({ type: 'reasoning', text: reasoning });
    if (message.content) {
      const isJson = options.responseFormat?.type === 'json';
      content.push({ type: 'text', text: isJson ? extractJson(message.content) : message.content });
    }
    for (const [index, call] of (message.tool_calls ?? []).entries()) {
      content.push({
        type: 'tool-call',
        toolCallId: call.id ?? `call-${index}`,
        toolName: call.function.name ?? '',
        input: call.function.arguments || '{}',
      });
    }
    const hasCalls = content.some(({ type }) => type === 'tool-call');
    const finishReason = toFinishReason(choice?.finish_reason);
    if (finishReason.unified === 'content-filter' && content.length === 0) throw refused(service);
    return {
      content,
      // Some servers say `stop` when they call a tool.
      finishReason: hasCalls ? { ...finishReason, unified: 'tool-calls' } : finishReason,
      usage: toUsage(answer.usage),
      warnings,
      response: {
        modelId: answer.model ?? modelId,
        ...(answer.id != null && { id: answer.id }),
        ...(answer.created != null && { timestamp: new Date(answer.created * 1000) }),
      },
    };
  }

  return {
    specificationVersion: 'v4',
    provider: 'openai-compatible',
    modelId,
    supportedUrls: {},
    doGenerate: (options) =>
      withMode(options, async (mode) => {
        const result = await generate(options, mode);
        if (options.responseFormat?.type !== 'json' || result.finishReason.unified !== 'stop') return result;
        const text = textOf(result.content);
        const problem = findJsonProblem(text);
        if (problem === undefined) return result;
        const repaired = await generate(options, mode, [
          { role: 'assistant', content: text },
          { role: 'user', content: `That is not valid JSON (${problem}). Answer again with the JSON value alone.` },
        ]);
        const note: SharedV4Warning = {
          type: 'other',
          message: 'The first answer was no valid JSON; it was asked again.',
        };
        return {
          ...repaired,
          usage: addUsage(result.usage, repaired.usage),
          warnings: [...repaired.warnings, note],
        };
      }),
    doStream: (options) =>
      withMode(options, async (mode) => {
        const { body, warnings } = chatBody(modelId, options, { mode, isStream: true });
        const response = await ask(service, '/chat/completions', {
          json: { ...body, ...extraBody },
          signal: options.abortSignal,
        });
        return { stream: streamParts(response, { service, options, modelId, warnings }) };
      }),
  };
}

function refused({ name }: RemoteService): KinoraError {
  return new KinoraError('provider.refused', `${name} refuses this content. Word it differently.`);
}

function textOf(content: LanguageModelV4Content[]): string {
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

function findJsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}

function addUsage(
  first: LanguageModelV4GenerateResult['usage'],
  second: LanguageModelV4GenerateResult['usage'],
): LanguageModelV4GenerateResult['usage'] {
  const add = (a: number | undefined, b: number | undefined) =>
    a === undefined && b === undefined ? a : (a ?? 0) + (b ?? 0);
  const [firstIn, secondIn, firstOut, secondOut] = [
    first.inputTokens,
    second.inputTokens,
    first.outputTokens,
    second.outputTokens,
  ];
  return {
    inputTokens: {
      total: add(firstIn.total, secondIn.total),
      noCache: add(firstIn.noCache, secondIn.noCache),
      cacheRead: add(firstIn.cacheRead, secondIn.cacheRead),
      cacheWrite: undefined,
    },
    outputTokens: {
      total: add(firstOut.total, secondOut.total),
      text: add(firstOut.text, secondOut.text),
      reasoning: add(firstOut.reasoning, secondOut.reasoning),
    },
  };
}
