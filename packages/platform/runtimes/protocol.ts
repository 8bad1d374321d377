import type { KinoraError } from '@kinora/capabilities';
import { errorStatus, KinoraError as Kinora } from '@kinora/capabilities';

/** What is sent to the process of a model. */
export type ToChild =
  | {
      type: 'load';
      /** For lists of processes. */
      name: string;
      /** Address of the module that exports `server`. */
      entry: string;
      /** Folder of the installed runtime. */
      folder: string;
      settings: unknown;
      device: string;
      threads: number;
    }
  | { type: 'call'; id: number; method: string; input: unknown }
  | { type: 'abort'; id: number };

/** What the process of a model sends. */
export type FromChild =
  | { type: 'loaded'; device: string; concurrency: number; details: Record<string, string | number | boolean> }
  | { type: 'load-error'; error: ErrorRecord }
  | { type: 'event'; id: number; event: unknown }
  | { type: 'result'; id: number; value: unknown }
  | { type: 'error'; id: number; error: ErrorRecord };

/** An error between the processes. */
export type ErrorRecord = {
  name: string;
  message: string;
  stack?: string | undefined;
  kinora?: Pick<KinoraError, 'code' | 'isRetryable' | 'retryAfter' | 'data'>;
};

/** Makes an error fit to be sent. */
export function recordError(error: unknown): ErrorRecord {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  if (!('code' in error) || typeof error.code !== 'string' || !(error.code in errorStatus))
    return { name, message, stack };
  const { code, isRetryable, retryAfter, data } = error as KinoraError;
  return { name, message, stack, kinora: { code, isRetryable, retryAfter, data } };
}

/** The error that was sent. */
export function reviveError(record: ErrorRecord): Error {
  const { kinora } = record;
  if (kinora) {
    return new Kinora(kinora.code, record.message, {
      isRetryable: kinora.isRetryable,
      data: kinora.data,
      ...(kinora.retryAfter === undefined ? {} : { retryAfter: kinora.retryAfter }),
    });
  }
  const error = new Error(record.message);
  Object.defineProperty(error, 'name', { value: record.name, configurable: true, writable: true });
  if (record.stack !== undefined) error.stack = record.stack;
  return error;
}

/**
 * Whether an error or the last words of a process say that memory ran out: those of llama.cpp (`failed to allocate`),
 * ONNX Runtime (`Failed to allocate memory for requested buffer`), CUDA, Vulkan, C++ and V8.
 */
export function saysOutOfMemory(record: Pick<ErrorRecord, 'name' | 'message'>): boolean {
  return (
    /^(OutOfMemory|InsufficientMemoryError)$/.test(record.name) ||
    /(failed|unable|could not|cannot) to allocate|cannot allocate memory|out[ -]of[ -](device[ -]|host[ -])?memory|OutOf(Device|Host)?Memory|bad[ _]alloc|(not enough|insufficient) (memory|vram)|too large for the available (vram|memory)|cudaErrorMemoryAllocation|allocation failed|ENOMEM/i.test(
      record.message,
    )
  );
}
