import { isKinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import { apiBase } from '../api/client.ts';
import { uploadFile } from './tus.ts';
import { uploadMemory } from './upload-memory.ts';

type Watch = {
  signal: AbortSignal;
  /** Bytes that have arrived. */
  onProgress: (received: number) => void;
  /** The line is broken; it is tried again. */
  onBroken: () => void;
};

/**
 * Sends a file over lines that break: it tries again until the file is there, and goes on where it was.
 * @returns Null when nobody waits for it any more.
 * @throws KinoraError what the server has against the file.
 */
export async function sendFile(file: File, { signal, onProgress, onBroken }: Watch): Promise<AssetRef | null> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      return await uploadFile(file, {
        endpoint: `${apiBase}/uploads`,
        memory: uploadMemory,
        signal,
        onProgress(received) {
          attempt = 0;
          onProgress(received);
        },
      });
    } catch (error) {
      if (signal.aborted) return null;
      if (!isKinoraError(error) || !error.isRetryable) throw error;
      onBroken();
      await pause(Math.min(8000, 500 * 2 ** attempt), signal);
    }
  }
  return null;
}

/** Waits, but no longer than until the line is back or nobody waits any more. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    addEventListener('online', end, { once: true });
    signal.addEventListener('abort', end, { once: true });
  });
}
