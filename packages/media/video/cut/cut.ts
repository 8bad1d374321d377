import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { createChildRunner } from '../child.ts';
import type { ChildCall, ChildRunner } from '../child.ts';
import type { CutRequest } from './cut-process.ts';
import type { CutFilm, JoinedCut } from './join-stretches.ts';
import type { Stretch, StretchRequest } from './render-stretch.ts';

/** Processes that render at the same time: one for each core, eight at most. */
export const cutWorkers = Math.max(1, Math.min(8, availableParallelism()));

/** Each renders one stretch at a time; a call takes one that is free. */
const renderers: { runner: ChildRunner; busy: number }[] = [];
/** Joins; never waits for a renderer. */
let joiner: ChildRunner | undefined;

/**
 * Renders a stretch of a film: spans of a recording at a size and a steady rate, cropped, with pictures laid over, or a still.
 * Stretches of the same size and rate join without being encoded again; the same request gives the same bytes. As many calls
 * as there are {@link cutWorkers} run at the same time, each in a process of its own.
 * @throws KinoraError `request.invalid`, `job.cancelled`, `provider.failed`.
 */
export async function renderStretch(request: StretchRequest, call: ChildCall = {}): Promise<Stretch> {
  let renderer = renderers.toSorted((a, b) => a.busy - b.busy)[0];
  if (renderer === undefined || (renderer.busy > 0 && renderers.length < cutWorkers)) {
    renderer = { runner: startRunner(), busy: 0 };
    renderers.push(renderer);
  }
  renderer.busy++;
  try {
    return await renderer.runner.run<Stretch>({ kind: 'stretch', stretch: request } satisfies CutRequest, call);
  } finally {
    renderer.busy--;
  }
}

/**
 * Joins stretches to an MP4 that plays while it loads. The picture is copied; the sound of the spans is cut with dissolves of
 * 15 ms and brought to −14 LUFS, true peak below −1 dBTP. When it is cancelled or fails, nothing is left at `out`.
 * @throws KinoraError `request.invalid`, `job.cancelled`, `provider.failed`, `storage.full`.
 */
export async function joinStretches(film: CutFilm, call: ChildCall = {}): Promise<JoinedCut> {
  joiner ??= startRunner();
  const part = `${film.out}.${randomUUID()}.part`;
  try {
    return await joiner.run<JoinedCut>({ kind: 'join', film, part } satisfies CutRequest, call);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function startRunner(): ChildRunner {
  return createChildRunner({ entry: new URL('./cut-process.ts', import.meta.url) });
}
