import { KinoraError } from '@kinora/capabilities';
import { failureOfAnswer, failureOfConnection, failureOfShape, parseAnswer } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart, SharedV4Warning } from '@ai-sdk/provider';
import { chatChunk, toFinishReason, toUsage } from './chat.ts';
import type { ChatChunk } from './chat.ts';
import { readEvents } from './events.ts';
import { createJsonFilter } from './json-filter.ts';

type Part = LanguageModelV4StreamPart;
type Context = {
  service: RemoteService;
  options: LanguageModelV4CallOptions;
  modelId: string;
  warnings: SharedV4Warning[];
};

/** The parts of a streamed chat answer. A stream that breaks ends in an `error` part; an aborted one in an error. */
export function streamParts(response: Response, context: Context): ReadableStream<Part> {
  const parts = readParts(response, context);
  const signal = context.options.abortSignal;
  return new ReadableStream<Part>({
    async pull(controller) {
      try {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        if (signal?.aborted) return controller.error(signal.reason);
        controller.enqueue({ type: 'error', error: failureOfConnection(error, context.service) });
        controller.close();
      }
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* readParts(response: Response, context: Context): AsyncGenerator<Part> {
  const { service, options, modelId, warnings } = context;
  yield { type: 'stream-start', warnings };
  const filter = options.responseFormat?.type === 'json' ? createJsonFilter() : undefined;
  const calls = new Map<number, { id: string; name: string; input: string }>();
  let open: 'text' | 'reasoning' | undefined;
  let finish: string | null | undefined;
  let usage: Extract<ChatChunk, { choices: unknown }>['usage'];
  let isFirst = true;
  let isDone = false;

  function* write(kind: 'text' | 'reasoning', delta: string): Generator<Part> {
    if (delta === '') return;
    if (open !== kind) {
      yield* closeOpen();
      open = kind;
      yield { type: `${kind}-start`, id: kind };
    }
    yield { type: `${kind}-delta`, id: kind, delta };
  }
  function* closeOpen(): Generator<Part> {
    if (open) yield { type: `${open}-end`, id: open };
    open = undefined;
  }

  if (!response.body) throw failureOfShape(service, 'nothing');
  for await (const event of readEvents(response.body)) {
    if (event === '[DONE]') {
      isDone = true;
      break;
    }
    const chunk = parseAnswer(service, event, chatChunk);
    if ('error' in chunk) throw failureOfEvent(chunk.error, event, service);
    if (isFirst) {
      isFirst = false;
      yield {
        type: 'response-metadata',
        modelId: chunk.model ?? modelId,
        ...(chunk.id != null && { id: chunk.id }),
        ...(chunk.created != null && { timestamp: new Date(chunk.created * 1000) }),
      };
    }
    usage = chunk.usage ?? usage;
    const [choice] = chunk.choices;
    finish = choice?.finish_reason ?? finish;
    const { delta } = choice ?? {};
    if (!delta) continue;
    if (delta.refusal) throw refused(service);
    yield* write('reasoning', delta.reasoning_content ?? delta.reasoning ?? '');
    if (delta.content) yield* write('text', filter ? filter.push(delta.content) : delta.content);
    for (const [position, call] of (delta.tool_calls ?? []).entries()) {
      const index = call.index ?? position;
      let started = calls.get(index);
      if (!started) {
        yield* closeOpen();
        started = { id: call.id ?? `call-${index}`, name: call.function.name ?? '', input: '' };
        calls.set(index, started);
        yield { type: 'tool-input-start', id: started.id, toolName: started.name };
      }
      const more = call.function.arguments ?? '';
      started.input += more;
      if (more !== '') yield { type: 'tool-input-delta', id: started.id, delta: more };
    }
  }
  // Without a reason or the closing mark the connection ended in mid-answer.
  if (finish == null && !isDone) throw failureOfConnection(new Error('cut'), service);
  yield* closeOpen();
  for (const { id, name, input } of calls.values()) {
    yield { type: 'tool-input-end', id };
    yield { type: 'tool-call', toolCallId: id, toolName: name, input: input || '{}' };
  }
  const reason = toFinishReason(finish);
  yield {
    type: 'finish',
    finishReason: calls.size > 0 ? { ...reason, unified: 'tool-calls' } : reason,
    usage: toUsage(usage),
  };
}

/** Some servers tell an error in an event, after the status said that all is well. */
function failureOfEvent(error: unknown, event: string, service: RemoteService): KinoraError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : Number.NaN;
  const status = code >= 400 && code < 600 ? code : 500;
  return failureOfAnswer({ status, headers: new Headers(), body: event }, service);
}

function refused({ name }: RemoteService): KinoraError {
  return new KinoraError('provider.refused', `${name} refuses this content. Word it differently.`);
}
