import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { LanguageModelV4 } from '../models.ts';
import { fallbackNote } from './report.ts';
import { createRoute } from './route.ts';
import type { Routed, RouteOptions, RouteProvider } from './route.ts';

/**
 * A language model over several, the preferred first. A stream falls back until its first word is there; what fails
 * later fails as it would without a route, since half an answer can't be taken back.
 */
export function createLanguageRoute(
  providers: RouteProvider<LanguageModelV4>[],
  options: RouteOptions = {},
): LanguageModelV4 & Routed {
  const route = createRoute('language', providers, options);
  return {
    specificationVersion: 'v4',
    get provider() {
      return route.current().provider;
    },
    get modelId() {
      return route.current().modelId;
    },
    get supportedUrls() {
      return route.current().supportedUrls;
    },
    identity: route.identity,
    health: route.health,
    async doGenerate(call) {
      const { result, served } = await route.call((model, abortSignal) => model.doGenerate({ ...call, abortSignal }), {
        signal: call.abortSignal,
        measure: ({ usage }) => ({ inputTokens: usage.inputTokens.total, outputTokens: usage.outputTokens.total }),
      });
      const message = fallbackNote(served);
      return message === undefined ? result : { ...result, warnings: [...result.warnings, { type: 'other', message }] };
    },
    async doStream(call) {
      const { result, count } = await route.call(
        async (model, abortSignal) => {
          const answer = await model.doStream({ ...call, abortSignal });
          return { ...answer, stream: await waitForContent(answer.stream) };
        },
        { signal: call.abortSignal, isStream: true },
      );
      const counted = new TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart>({
        transform(part, controller) {
          if (part.type === 'finish')
            count({ inputTokens: part.usage.inputTokens.total, outputTokens: part.usage.outputTokens.total });
          controller.enqueue(part);
        },
      });
      return { ...result, stream: result.stream.pipeThrough(counted) };
    },
  };
}

/** Reads a stream up to its first content, so that an error before it can still be answered by another provider. */
async function waitForContent(
  stream: ReadableStream<LanguageModelV4StreamPart>,
): Promise<ReadableStream<LanguageModelV4StreamPart>> {
  const reader = stream.getReader();
  const head: LanguageModelV4StreamPart[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (value.type === 'error') {
      await reader.cancel();
      throw value.error;
    }
    head.push(value);
    if (!['stream-start', 'response-metadata', 'raw'].includes(value.type)) break;
  }
  return new ReadableStream({
    async pull(controller) {
      const next = head.shift();
      if (next) return controller.enqueue(next);
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
