import { KinoraError } from '@kinora/capabilities';
import type { Death, Outcome } from './connection.ts';
import { saysOutOfMemory } from './protocol.ts';

/** Whether it ended because memory ran out. */
export function ranOut(outcome: Outcome<unknown>): boolean {
  if (outcome.type === 'error') return saysOutOfMemory(outcome.error);
  return outcome.type === 'died' && outcome.death.cause === 'memory';
}

/** Why something ended, in the words of the process. */
export function textOf(outcome: Outcome<unknown>): string {
  if (outcome.type === 'error') return outcome.error.message.slice(0, 300);
  return outcome.type === 'died' ? outcome.death.text : '';
}

/** The error of a model that doesn't fit, even with smaller settings. */
export function tooLarge(name: string, text: string): KinoraError {
  return new KinoraError(
    'provider.unavailable',
    `${name} needs more memory than this machine can spare (${text}). Close other programs, choose a smaller model or a smaller variant of it (Q4 instead of Q8, int8 instead of fp32), or ask for less at once.`,
    { data: { model: name, reason: 'memory' } },
  );
}

/** The error of a call whose process ended under it. */
export function explainDeath(name: string, { cause, text }: Death, doing: string): KinoraError {
  if (cause === 'timeout') {
    return new KinoraError(
      'provider.timeout',
      `${name} took too long: ${text}. Try again, or choose a smaller model.`,
      {
        isRetryable: true,
      },
    );
  }
  return new KinoraError(
    'provider.failed',
    `The process of ${name} ended while it was ${doing} (${text}). Try again.`,
    {
      isRetryable: true,
      data: { model: name },
    },
  );
}

/** The error of a call that had begun to answer when its process had to be started again. */
export function interrupted(name: string, text: string): KinoraError {
  return new KinoraError('provider.failed', `${name} had to be started again half way (${text}). Try once more.`, {
    isRetryable: true,
  });
}

/** The error of a model that nobody may call any more. */
export function closed(name: string): KinoraError {
  return new KinoraError('provider.unavailable', `${name} has been closed.`);
}
