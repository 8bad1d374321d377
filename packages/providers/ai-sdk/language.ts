import { KinoraError } from '@kinora/capabilities';
import type { LanguageModelV4 } from '@kinora/capabilities';
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { failureOfShape } from '@kinora/capabilities/remote';
import type { SdkModel } from './load.ts';
import { failureOfSdk } from './failure.ts';

/** A language model of the AI SDK, loaded at its first call, with Kinora's errors. */
export function wrapLanguage({ provider, modelId, load, service }: SdkModel<LanguageModelV4>): LanguageModelV4 {
  const refused = () =>
    new KinoraError(
      'provider.refused',
      `The content filter of ${service.name} stopped the answer. Word it differently.`,
    );
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    // Files are always sent along: Kinora's have no public address.
    supportedUrls: {},
    async doGenerate(options) {
      options.abortSignal?.throwIfAborted();
      try {
        const result = await (await load()).doGenerate(options);
        const { unified } = result.finishReason;
        const hasContent = result.content.some(({ type }) => type !== 'reasoning');
        if (!hasContent && (unified === 'content-filter' || isBlocked(result.response?.body))) throw refused();
        if (!hasContent && unified === 'other') throw failureOfShape(service, 'no words');
        return result;
      } catch (error) {
        throw failureOfSdk(error, service, options.abortSignal);
      }
    },
    async doStream(options) {
      options.abortSignal?.throwIfAborted();
      try {
        const answer = await (await load()).doStream(options);
        return { ...answer, stream: sortStream(answer.stream) };
      } catch (error) {
        throw failureOfSdk(error, service, options.abortSignal);
      }

      function sortStream(stream: ReadableStream<LanguageModelV4StreamPart>) {
        const reader = stream.getReader();
        let hasText = false;
        let isWhole = false;
        return new ReadableStream<LanguageModelV4StreamPart>({
          async pull(controller) {
            const fail = (error: unknown) => {
              controller.enqueue({ type: 'error', error });
              controller.close();
              void reader.cancel().catch(() => {});
            };
            try {
              const { done, value } = await reader.read();
              if (done) {
                if (isWhole) return controller.close();
                return fail(failureOfSdk(new TypeError('The stream ended early.'), service));
              }
              if (value.type === 'error') return fail(failureOfSdk(value.error, service, options.abortSignal));
              hasText ||= value.type === 'text-delta' || value.type === 'tool-call';
              if (value.type === 'finish') {
                if (value.finishReason.unified === 'content-filter' && !hasText) return fail(refused());
                // Packages end a stream that broke off with a finish of their own; older ones have no word for it.
                const { unified, raw } = value.finishReason;
                if (unified === 'interrupted' || (unified === 'other' && raw === undefined)) {
                  return fail(failureOfSdk(new TypeError('The stream ended early.'), service));
                }
                isWhole = true;
              }
              controller.enqueue(value);
            } catch (error) {
              if (options.abortSignal?.aborted) return controller.error(options.abortSignal.reason);
              fail(failureOfSdk(error, service));
            }
          },
          cancel: (reason) => reader.cancel(reason),
        });
      }
    },
  };
}

/** Google answers a blocked prompt with no candidate at all. */
function isBlocked(body: unknown): boolean {
  return /"blockReason":\s*"(?!BLOCK_REASON_UNSPECIFIED)/.test(JSON.stringify(body ?? null));
}
