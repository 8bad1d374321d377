import { availableParallelism } from 'node:os';
import { createChildRunner } from '../child.ts';
import type { ChildCall, ChildRunner } from '../child.ts';
import type { FilmSource } from './film-source.ts';
import type { RestyledParts } from './join-restyled.ts';
import type { PaintedStretch, StretchRequest } from './paint-stretch.ts';
import type { RestylePlan } from './plan.ts';
import type { RestyleRequest } from './restyle-process.ts';

/** Processes that paint at the same time: one for each core, eight at most. */
export const restyleWorkers = Math.max(1, Math.min(8, availableParallelism()));

/** Each paints one stretch at a time; a call takes one that is free. */
const painters: { runner: ChildRunner; busy: number }[] = [];
/** Answers and joins; never waits for a painter. */
let clerk: ChildRunner | undefined;

/**
 * Reads how large, long and fast a film is, in a process of its own and without decoding it.
 * @throws KinoraError `request.invalid` when it is no film that can be read.
 */
export async function readFilmSource(path: string, call: ChildCall = {}): Promise<FilmSource> {
  return ask({ kind: 'source', path }, call);
}

/**
 * Paints one stretch of a film; as many calls as there are {@link restyleWorkers} run at the same time.
 * @throws KinoraError `request.invalid`, `job.cancelled`, `provider.failed`.
 */
export async function paintStretch(request: StretchRequest & ChildCall): Promise<PaintedStretch> {
  const { signal, onProgress, ...rest } = request;
  let painter = painters.toSorted((a, b) => a.busy - b.busy)[0];
  if (painter === undefined || (painter.busy > 0 && painters.length < restyleWorkers)) {
    painter = { runner: startRunner(), busy: 0 };
    painters.push(painter);
  }
  painter.busy++;
  try {
    return await painter.runner.run<PaintedStretch>({ kind: 'stretch', ...rest } satisfies RestyleRequest, {
      signal,
      onProgress,
    });
  } finally {
    painter.busy--;
  }
}

/** Dissolves the tail of one stretch into the head of the next. */
export async function makeSeam(
  { tail, head, plan }: { tail: Uint8Array; head: Uint8Array; plan: RestylePlan },
  call: ChildCall = {},
): Promise<Uint8Array> {
  return ask({ kind: 'seam', tail, head, plan }, call);
}

/**
 * Joins painted parts and the film's own sound to an MP4 that plays while it loads; sound that MP4 takes is copied.
 * @throws KinoraError `request.invalid`, `job.cancelled`, `provider.failed`.
 */
export async function joinRestyled(
  parts: RestyledParts & ChildCall,
): Promise<{ sound: 'copied' | 'encoded' | 'none'; seconds: number }> {
  const { signal, onProgress, ...rest } = parts;
  return ask({ kind: 'join', ...rest }, { signal, onProgress });
}

/** Gives a browser's recording its length and an index, so that players can seek in it; nothing is encoded again. */
export async function makeSeekable(
  parts: { path: string; out: string; tags: Record<string, string> },
  call: ChildCall = {},
): Promise<{ mediaType: 'video/webm' | 'video/x-matroska' | 'video/mp4' }> {
  return ask({ kind: 'seekable', ...parts }, call);
}

async function ask<Result>(request: RestyleRequest, call: ChildCall): Promise<Result> {
  clerk ??= startRunner();
  return clerk.run<Result>(request, call);
}

function startRunner(): ChildRunner {
  return createChildRunner({ entry: new URL('./restyle-process.ts', import.meta.url) });
}
