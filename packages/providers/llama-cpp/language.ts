import type {
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import type { LanguageModelV4, ModelProcess } from '@kinora/capabilities';
import type { GenerateEvent, GenerateInput, GenerateOutput } from './protocol.ts';
import type { PreparedCall } from './request.ts';
import { prepareCall } from './request.ts';
import { dropNulls } from './tools.ts';

/** Name of the provider in records and routes. */
export const providerName = 'llama-cpp';

/**
 * A GGUF model in a process of its own, as a language model of the AI SDK. Calls run one after the other. An abort keeps
 * the model loaded. `providerMetadata.kinora` tells the `device`, `tokensPerSecond` and `firstTokenSeconds`.
 * @param options.modelId As in lists and records.
 * @param options.open Gives the process; asked at each call, so that a model may be exchanged between two.
 * @param options.defaults Sampling that suits the model, see `prepareCall`.
 */
export function createLanguageModel({
  modelId,
  open,
  defaults,
}: {
  modelId: string;
  open: () => Promise<{ process: ModelProcess; defaults: Record<string, unknown> }>;
  defaults?: Record<string, unknown>;
}): LanguageModelV4 {
  const run = async (
    options: Parameters<LanguageModelV4['doGenerate']>[0],
    listen?: { onStart?: (call: PreparedCall) => void; onEvent: (event: GenerateEvent) => void; signal: AbortSignal },
  ) => {
    const signal = listen?.signal ?? options.abortSignal;
    signal?.throwIfAborted();
    const opened = await open();
    const call = prepareCall(options, { defaults: { ...opened.defaults, ...defaults } });
    listen?.onStart?.(call);
    const input: GenerateInput = { ...call.input, isStreamed: listen !== undefined };
    const output = await opened.process.call<GenerateOutput>('generate', input, {
      signal,
      ...(listen && { onEvent: (event) => listen.onEvent(event as GenerateEvent) }),
    });
    return { call, output };
  };

  return {
    specificationVersion: 'v4',
    provider: providerName,
    modelId,
    supportedUrls: {},
    async doGenerate(options) {
      const { call, output } = await run(options);
      return {
        content: readContent(call, output),
        finishReason: readFinish(call, output),
        usage: readUsage(output),
        warnings: call.warnings,
        providerMetadata: readMetadata(output),
        response: { id: call.id, timestamp: new Date(), modelId },
      };
    },
    async doStream(options) {
      options.abortSignal?.throwIfAborted();
      const cancelled = new AbortController();
      const signal = AbortSignal.any([cancelled.signal, ...(options.abortSignal ? [options.abortSignal] : [])]);
      const stream = new ReadableStream<LanguageModelV4StreamPart>({
        async start(controller) {
          const parts = createPartWriter((part) => {
            if (!cancelled.signal.aborted) controller.enqueue(part);
          });
          try {
            const { call, output } = await run(options, {
              signal,
              onStart: (prepared) => parts.open(prepared, modelId),
              onEvent: (event) => parts.write(event),
            });
            parts.close(call, output);
          } catch (error) {
            parts.fail(error);
          }
          if (!cancelled.signal.aborted) controller.close();
        },
        cancel(reason) {
          cancelled.abort(reason);
        },
      });
      return { stream };
    },
  };
}

/** Opens and closes the parts of a stream as texts, thoughts and arguments follow each other. */
function createPartWriter(enqueue: (part: LanguageModelV4StreamPart) => void) {
  let current: { type: 'text' | 'reasoning' | 'tool-input'; id: string } | undefined;
  let count = 0;
  /** The tool whose arguments are the whole answer. */
  let onlyTool: string | undefined;
  let isHidden = false;
  const end = () => {
    if (current) enqueue({ type: `${current.type}-end`, id: current.id });
    current = undefined;
  };
  return {
    open(call: PreparedCall, modelId: string) {
      enqueue({ type: 'stream-start', warnings: call.warnings });
      enqueue({ type: 'response-metadata', id: call.id, timestamp: new Date(), modelId });
      if (call.tools.mode !== 'forced') return;
      if (call.tools.tools.length === 1) onlyTool = call.tools.tools[0]?.name;
      else isHidden = true;
    },
    write({ type, delta }: GenerateEvent) {
      if (isHidden && type === 'text') return;
      const kind = type === 'text' && onlyTool !== undefined ? 'tool-input' : type;
      if (current?.type !== kind) {
        end();
        current = { type: kind, id: `${kind}-${count++}` };
        if (kind === 'tool-input') enqueue({ type: 'tool-input-start', id: current.id, toolName: onlyTool ?? '' });
        else enqueue({ type: `${kind}-start`, id: current.id });
      }
      enqueue({ type: `${current.type}-delta`, id: current.id, delta });
    },
    close(call: PreparedCall, output: GenerateOutput) {
      const streamed = current?.type === 'tool-input' ? current.id : undefined;
      end();
      for (const part of readContent(call, output)) {
        if (part.type !== 'tool-call') continue;
        if (streamed === undefined) {
          enqueue({ type: 'tool-input-start', id: part.toolCallId, toolName: part.toolName });
          enqueue({ type: 'tool-input-delta', id: part.toolCallId, delta: part.input });
          enqueue({ type: 'tool-input-end', id: part.toolCallId });
        }
        enqueue({ ...part, toolCallId: streamed ?? part.toolCallId });
      }
      enqueue({
        type: 'finish',
        finishReason: readFinish(call, output),
        usage: readUsage(output),
        providerMetadata: readMetadata(output),
      });
    },
    fail(error: unknown) {
      end();
      enqueue({ type: 'error', error });
    },
  };
}

function readContent({ id, tools }: PreparedCall, { parts, calls }: GenerateOutput): LanguageModelV4Content[] {
  if (tools.mode === 'forced') {
    const answer = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
    const value = parseWhole(answer);
    // Cut by the limit: there is no call yet.
    if (value === undefined) return [];
    const [only, ...others] = tools.tools;
    const call =
      others.length === 0
        ? { name: only?.name ?? '', arguments: value }
        : (value as { name: string; arguments: unknown });
    return [{ type: 'tool-call', toolCallId: id, toolName: call.name, input: JSON.stringify(call.arguments) }];
  }
  const schemas = new Map(tools.mode === 'free' ? tools.tools.map(({ name, inputSchema }) => [name, inputSchema]) : []);
  return [
    ...mergeParts(parts),
    ...calls.map(({ name, params }, index) => ({
      type: 'tool-call' as const,
      toolCallId: `${id}-${index}`,
      toolName: name,
      input: JSON.stringify(dropNulls(params ?? {}, schemas.get(name))),
    })),
  ];
}

/** The library parts a text wherever a thought could have begun. */
function mergeParts(parts: GenerateOutput['parts']): GenerateOutput['parts'] {
  const merged: GenerateOutput['parts'] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.type === part.type) last.text += part.text;
    else if (part.text !== '') merged.push({ ...part });
  }
  return merged;
}

function readFinish(
  { tools }: PreparedCall,
  { stopReason, calls, parts }: GenerateOutput,
): LanguageModelV4FinishReason {
  const raw = stopReason;
  if (stopReason === 'maxTokens') return { unified: 'length', raw };
  if (stopReason === 'functionCalls' || calls.length > 0) return { unified: 'tool-calls', raw };
  if (stopReason === 'abort') return { unified: 'interrupted', raw };
  const isCall = tools.mode === 'forced' && parts.length > 0;
  return { unified: isCall ? 'tool-calls' : 'stop', raw };
}

function readUsage({
  promptTokens,
  cachedTokens,
  outputTokens,
  reasoningTokens,
}: GenerateOutput): LanguageModelV4Usage {
  return {
    inputTokens: {
      total: promptTokens,
      noCache: promptTokens - cachedTokens,
      cacheRead: cachedTokens,
      cacheWrite: undefined,
    },
    outputTokens: { total: outputTokens, text: outputTokens - reasoningTokens, reasoning: reasoningTokens },
  };
}

function readMetadata({ device, outputTokens, generationSeconds, firstTokenSeconds }: GenerateOutput) {
  const tokensPerSecond = Math.round(((outputTokens - 1) / Math.max(1e-3, generationSeconds)) * 10) / 10;
  return { kinora: { device, tokensPerSecond, firstTokenSeconds } };
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
