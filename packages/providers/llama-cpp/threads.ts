import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Model } from './library.ts';

/** How many threads a model is fastest with, and how fast that was. */
export type ThreadChoice = {
  threads: number;
  /** Tokens a second, by number of threads, of all that were tried. */
  speeds: Record<number, number>;
  /** Whether it was measured before and read from the file beside the model. */
  isKnown: boolean;
};

/** Fewer threads win unless more are faster by this: cores are shared with voices and pictures. */
const worthwhile = 1.05;
/** No more are tried once they are this much slower than the best: they wait for each other. */
const hindered = 0.6;
/** A measurement ends after so much time, or so many tokens. */
const measureMs = 400;
const measureTokens = 64;
/** A first token that takes so many times as long as one with the best number of threads needs no second. */
const hopeless = 8;
/** What was measured on an idle machine holds for 30 days, on a busy one for an hour. */
const keptMs = { idle: 30 * 24 * 3_600_000, busy: 3_600_000 };

/**
 * Measures how many threads a model is fastest with: 1, 2, 4 … up to what may be used, until more are slower. Counting
 * cores isn't enough, since others may use them: on busy ones, one thread can be 50 times as fast as two.
 * @param measure Gives tokens a second with so many threads, and may give up when it is far below the best so far.
 */
export async function chooseThreads(
  most: number,
  measure: (threads: number, best: number) => Promise<number>,
): Promise<{ threads: number; speeds: Record<number, number> }> {
  const speeds: Record<number, number> = {};
  let best = 1;
  for (const threads of candidates(most)) {
    const record = speeds[best] ?? 0;
    const speed = await measure(threads, record);
    speeds[threads] = speed;
    if (threads > 1 && speed < record * hindered) break;
    if (speed > record * worthwhile) best = threads;
  }
  return { threads: best, speeds };
}

/** {@link chooseThreads} for a loaded model, remembered in a file beside it. */
export async function findThreads(
  model: Model,
  { modelPath, most }: { modelPath: string; most: number },
): Promise<ThreadChoice> {
  const path = noteOf(modelPath);
  const key = `${cpus()[0]?.model ?? 'unknown'} × ${most}, ${(await stat(modelPath)).size}`;
  const known = await readNote(path, key);
  if (known) return known;
  const isBusy = (loadavg()[0] ?? 0) > availableParallelism() * 0.5;
  const choice = await chooseThreads(most, (threads, best) => measureSpeed(model, threads, best));
  // A folder that can't be written to means measuring again next time.
  await writeFile(path, JSON.stringify({ key, until: Date.now() + keptMs[isBusy ? 'busy' : 'idle'], ...choice })).catch(
    () => {},
  );
  return { ...choice, isKnown: false };
}

/** Forgets what was measured, so that the next load measures again: the machine is no longer what it was. */
export async function forgetThreads(modelPath: string): Promise<void> {
  await rm(noteOf(modelPath), { force: true }).catch(() => {});
}

/**
 * Tokens a second with so many threads, in a small context of its own.
 * @param best Where the first token alone takes far longer than with this speed, no more are made. Default 0: never.
 */
export async function measureSpeed(model: Model, threads: number, best = 0): Promise<number> {
  const context = await model.createContext({ contextSize: 256, batchSize: 32, threads });
  try {
    const sequence = context.getSequence();
    const start = model.tokens.bos ?? model.tokenize('a')[0] ?? 0;
    const began = performance.now();
    let [tokens, from] = [0, 0];
    for await (const _ of sequence.evaluate([start], { temperature: 0, yieldEogToken: true })) {
      const now = performance.now();
      if (from === 0) {
        // The first token pays for what is set up once.
        from = now;
        if (now - began > (hopeless * 1000) / best) return 1000 / (now - began);
      } else tokens += 1;
      if (tokens >= measureTokens || (tokens > 1 && now - from > measureMs)) break;
    }
    return (tokens * 1000) / Math.max(0.001, performance.now() - from);
  } finally {
    await context.dispose();
  }
}

async function readNote(path: string, key: string): Promise<ThreadChoice | null> {
  try {
    const note = JSON.parse(await readFile(path, 'utf8')) as { key: string; until: number } & ThreadChoice;
    if (note.key !== key || !(note.until > Date.now()) || !(note.threads >= 1)) return null;
    return { threads: note.threads, speeds: note.speeds, isKnown: true };
  } catch {
    return null;
  }
}

function noteOf(modelPath: string): string {
  return `${modelPath}.threads.json`;
}

function candidates(most: number): number[] {
  const counts: number[] = [];
  for (let threads = 1; threads < most; threads *= 2) counts.push(threads);
  return [...counts, Math.max(1, most)];
}
