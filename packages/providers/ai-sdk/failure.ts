import { AISDKError, APICallError } from '@ai-sdk/provider';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { failureOfAnswer, failureOfConnection, failureOfShape, hideSecrets } from '@kinora/capabilities/remote';
import type { ServiceFacts } from '@kinora/capabilities/remote';
import { z } from 'zod';

/**
 * Turns an error of the AI SDK into a KinoraError. Theirs carry the address, the request and the answer, so neither they
 * nor their causes go any further; an abort and Kinora's own errors stay what they are.
 */
export function failureOfSdk(error: unknown, service: ServiceFacts, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (isKinoraError(cause)) return cause;
  }
  if (APICallError.isInstance(error)) {
    const { statusCode, responseHeaders = {}, responseBody = '' } = error;
    if (statusCode === undefined) return failureOfConnection(error.cause ?? error, service);
    if (statusCode < 300) {
      return isConnection(error.cause)
        ? failureOfConnection(error.cause, service)
        : failureOfShape(service, 'an answer that its package does not understand');
    }
    const headers = new Headers(Object.entries(responseHeaders).filter(([, value]) => typeof value === 'string'));
    return failureOfAnswer({ status: statusCode, headers, body: responseBody }, service);
  }
  if (AISDKError.isInstance(error)) return failureOfPackage(error, service);
  const told = streamError.safeParse(error);
  if (!(error instanceof Error) && told.success) {
    const { type, code, message, statusCode } = told.data;
    const status = statusCode ?? statusOf(`${type ?? ''} ${code ?? ''}`);
    const body = JSON.stringify({ error: { message, type, code } });
    return failureOfAnswer({ status, headers: new Headers(), body }, service);
  }
  return failureOfConnection(error, service);
}

/** What services say in the middle of a stream, when the status has long been sent. */
const streamError = z.object({
  message: z.string(),
  type: z.string().nullish(),
  code: z.union([z.string(), z.number()]).nullish(),
  statusCode: z.number().min(400).max(599).nullish(),
});

function statusOf(type: string): number {
  if (/rate_limit|too_many|RESOURCE_EXHAUSTED/i.test(type)) return 429;
  return /invalid_request|content_filter|policy/i.test(type) ? 400 : 500;
}

function failureOfPackage(error: AISDKError, service: ServiceFacts): KinoraError {
  const words = hideSecrets(error.message, service.secrets).slice(0, 200);
  switch (error.name) {
    case 'AI_LoadAPIKeyError':
    case 'AI_LoadSettingError':
      return new KinoraError('provider.unavailable', `${service.name} has no key; enter it in the settings.`);
    case 'AI_UnsupportedFunctionalityError':
    case 'AI_InvalidPromptError':
    case 'AI_InvalidArgumentError':
    case 'AI_TypeValidationError':
      return error.name === 'AI_TypeValidationError'
        ? failureOfShape(service, 'an answer that its package does not understand')
        : new KinoraError('provider.refused', `${service.name} can't do this: ${words}`);
    case 'AI_NoSuchModelError':
      return new KinoraError('provider.unavailable', `${service.name} has no such model. Choose another.`);
    case 'AI_NoSpeechGeneratedError':
    case 'AI_NoTranscriptGeneratedError':
    case 'AI_NoContentGeneratedError':
      return new KinoraError('provider.failed', `${service.name} answered with nothing. Try again.`, {
        isRetryable: true,
      });
    default:
      return failureOfShape(service, words);
  }
}

function isConnection(cause: unknown): boolean {
  return cause instanceof TypeError;
}
