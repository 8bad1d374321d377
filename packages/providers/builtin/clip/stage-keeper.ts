import { KinoraError } from '@kinora/capabilities/errors';
import type { ClipPicture } from '@kinora/capabilities';
import { Worker } from 'node:worker_threads';
import { collectGarbage } from './collect-garbage.ts';
import { stageKey } from './stage-key.ts';
import type { FrameSize, StageParts } from './stage.ts';
import type { StageAnswer, StageJob } from './stage-thread.ts';

/** A picture that is taken apart, or about to be. */
export type HeldStage = { readonly key: string; readonly parts: Promise<StageParts> };

/**
 * Has pictures taken apart in a thread of its own, each once, and keeps those that were used last: a film shows each in
 * several takes and in two transitions.
 */
export type StageKeeper = {
  /** Asks for a picture and holds it until it is released. */
  hold(picture: ClipPicture, request: StageRequest): HeldStage;
  release(stage: HeldStage): void;
  /** What the drawing thread has to be told before it draws these, in the order in which it is told. */
  changesFor(stages: readonly HeldStage[]): Promise<{ opened: { key: string; parts: StageParts }[]; closed: string[] }>;
  /** The drawing thread is to be told everything again. */
  forgetOpened(): void;
};

/** Size and seed of a stage, and the folder in which layers may lie. */
type StageRequest = FrameSize & { seed: number; layers?: string | undefined };

type Kept = HeldStage & { uses: number; pixels: number; isOpen: boolean };

/** Pixels of all pictures that nobody holds but that are kept; each takes some twenty bytes for each of them. */
const keptPixels = 4 * 1280 * 720;

/** Makes a keeper with a thread of its own. */
export function createStageKeeper(): StageKeeper {
  const kept = new Map<string, Kept>();
  const asked = new Map<string, { resolve(parts: StageParts): void; reject(error: unknown): void }>();
  const closed: string[] = [];
  const thread = new Worker(new URL('./stage-thread.ts', import.meta.url));
  thread.unref();
  thread.once('error', (error) => {
    console.error(error);
    process.exit(1);
  });
  thread.on('message', (answer: StageAnswer) => {
    const waiting = asked.get(answer.key);
    asked.delete(answer.key);
    if (answer.type === 'prepared') {
      waiting?.resolve(answer.parts);
    } else {
      kept.delete(answer.key);
      waiting?.reject(new KinoraError(answer.code, answer.message));
    }
  });

  return {
    hold(picture, { width, height, seed, layers }) {
      const key = stageKey(picture, { width, height, seed });
      const stage = kept.get(key) ?? prepare(key, picture, { width, height, seed, layers });
      stage.uses++;
      // The newest are last.
      kept.delete(key);
      kept.set(key, stage);
      letGo();
      return stage;
    },
    release({ key }) {
      const stage = kept.get(key);
      if (stage) stage.uses--;
      letGo();
    },
    async changesFor(stages) {
      const opened: { key: string; parts: StageParts }[] = [];
      for (const { key, parts } of stages) {
        const stage = kept.get(key);
        if (!stage || stage.isOpen) continue;
        stage.isOpen = true;
        opened.push({ key, parts: await parts });
      }
      return { opened, closed: closed.splice(0) };
    },
    forgetOpened() {
      for (const stage of kept.values()) {
        if (stage.isOpen) closed.push(stage.key);
        stage.isOpen = false;
      }
    },
  };

  function prepare(key: string, picture: ClipPicture, { layers, ...request }: StageRequest): Kept {
    const parts = new Promise<StageParts>((resolve, reject) => asked.set(key, { resolve, reject }));
    parts.catch(() => undefined);
    thread.postMessage({ key, picture, layers, ...request } satisfies StageJob);
    return { key, parts, uses: 0, pixels: request.width * request.height, isOpen: false };
  }

  function letGo(): void {
    const before = kept.size;
    let pixels = 0;
    for (const stage of [...kept.values()].toReversed()) {
      pixels += stage.pixels;
      if (pixels <= keptPixels || stage.uses > 0) continue;
      kept.delete(stage.key);
      if (stage.isOpen) closed.push(stage.key);
    }
    if (kept.size < before) collectGarbage();
  }
}
