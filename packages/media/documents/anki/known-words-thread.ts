import { parentPort, workerData } from 'node:worker_threads';
import { KinoraError } from '@kinora/capabilities/errors';
import { readCollection } from './read-collection.ts';

const { bytes, name, language } = workerData as { bytes: Uint8Array; name: string; language?: 'ja' | 'en' };
try {
  parentPort?.postMessage({ words: readCollection(bytes, name, language) });
} catch (error) {
  if (!(error instanceof KinoraError)) throw error;
  // An error's class doesn't survive the way between threads.
  parentPort?.postMessage({ code: error.code, message: error.message, data: error.data });
}
