import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '@kinora/capabilities/errors';
import { KinoraError } from '@kinora/capabilities/errors';
import { readWordList } from './word-list.ts';

/** Words that somebody knows already. */
export type KnownWords = {
  /** Dictionary forms as the list has them, each once: 食べる, give up. */
  words: string[];
  /** Notes or lines that they were read from. */
  notes: number;
  /** Names of the fields that were taken for the words; for people. */
  fields: string[];
  /** True where only notes count that were learned, because the deck came with its progress. */
  isReviewed: boolean;
};

/** Seconds that a collection may take: a damaged one could take for ever. */
const longest = 60;

type Answer = { words: KnownWords } | { code: ErrorCode; message: string; data: Record<string, unknown> };

/**
 * Words of an Anki package (`.apkg`, `.colpkg`, of any version since 2.0) or of a text: one word a line, or a table. Which
 * field holds the words is guessed. Of a deck with its progress only what was learned counts. Decks are read in a thread of its own.
 * @param name Of the file, for messages.
 * @param options.language Only words in this language's letters. Default: those of the column that looks most like words.
 * @throws KinoraError `request.invalid` when it can't be read, `request.too-large` when it would fill the memory; the signal's reason.
 */
export async function readKnownWords(
  bytes: Uint8Array,
  name: string,
  { language, signal }: { language?: 'ja' | 'en'; signal?: AbortSignal } = {},
): Promise<KnownWords> {
  signal?.throwIfAborted();
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (!head.startsWith('PK') && !head.startsWith('SQLite format 3')) return readWordList(bytes, name, language);
  const worker = new Worker(new URL('./known-words-thread.ts', import.meta.url), {
    workerData: { bytes, name, language },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () =>
    reject(new KinoraError('internal.bug', 'The thread that reads decks ended without an answer.')),
  );
  const abort = () => reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => {
    const text = `“${name}” took longer than ${longest} s to read; export one deck from Anki, without media.`;
    reject(new KinoraError('request.invalid', text, { data: { field: 'words' } }));
  }, longest * 1000);
  try {
    const answer = await promise;
    if ('words' in answer) return answer.words;
    throw new KinoraError(answer.code, answer.message, { data: answer.data });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}
