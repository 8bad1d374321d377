import { open } from 'node:fs/promises';
import { KinoraError } from '@kinora/capabilities';

/**
 * Looks at the head of a model's file, because the library reads a file of another kind for ever.
 * @throws KinoraError `provider.unavailable` with advice when it isn't GGUF.
 */
export async function checkGguf(path: string): Promise<void> {
  const head = Buffer.alloc(24);
  try {
    await using file = await open(path);
    await file.read(head, 0, head.length, 0);
  } catch (error) {
    throw unreadable('the file is gone or closed to Kinora', error);
  }
  const isGguf = head.toString('latin1', 0, 4) === 'GGUF';
  const [version, tensors, entries] = [head.readUInt32LE(4), head.readBigUInt64LE(8), head.readBigUInt64LE(16)];
  if (!isGguf || version < 2 || version > 3 || tensors > 1_000_000n || entries > 1_000_000n) {
    throw unreadable('it is no GGUF file of version 2 or 3');
  }
}

/** The error for a model that can't be read. */
export function unreadable(why: string, cause?: unknown): KinoraError {
  return new KinoraError('provider.unavailable', `The model can't be loaded: ${why}. Install it again.`, { cause });
}
