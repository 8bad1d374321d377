import { afterAll, beforeAll } from 'vitest';

/** Who takes a contract suite. */
export type ContractSubject<Model> = {
  /** Shown in the titles of the tests, e.g. `builtin/illustrator`. */
  name: string;
  /** Called once, before the first test of the suite. */
  create: () => Model | Promise<Model>;
  /** Called once, after the last. */
  dispose?: (model: Model) => void | Promise<void>;
  /** Milliseconds a test of this suite may take. Default 20,000. */
  timeoutMs?: number;
};

/** Creates the subject's model once for a suite. Call inside `describe`. */
export function useModel<Model>(subject: ContractSubject<Model>): () => Model {
  let held: { model: Model } | undefined;
  beforeAll(async () => {
    held = { model: await subject.create() };
  }, subject.timeoutMs ?? 20_000);
  afterAll(async () => {
    if (held) await subject.dispose?.(held.model);
  });
  return () => {
    if (!held) throw new Error(`${subject.name} was not created.`);
    return held.model;
  };
}

/** How a call ends whose signal was already aborted: `rejected` when the model obeys. */
export async function abortEarly(call: (signal: AbortSignal) => PromiseLike<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([Promise.resolve().then(() => call(AbortSignal.abort()))]);
  return settled.status;
}

/** How a call ends that is aborted as soon as it has begun: `rejected` when the model obeys. */
export async function abortMidway(call: (signal: AbortSignal) => PromiseLike<unknown>): Promise<string> {
  const controller = new AbortController();
  const running = call(controller.signal);
  controller.abort();
  const [settled] = await Promise.allSettled([running]);
  return settled.status;
}

/** Bytes of media that the AI SDK gives as bytes or as base64. */
export function toBytes(media: string | Uint8Array): Uint8Array {
  return typeof media === 'string' ? Uint8Array.from(atob(media), (character) => character.charCodeAt(0)) : media;
}
