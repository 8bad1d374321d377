import type { Script, ScriptScene, StoryRequest } from './schema.ts';

/** What an author may use while it writes. */
export type WriteOptions = {
  signal: AbortSignal;
  /** The guard: why a text may not be told to this child, or null. Authors that can't write anew leave it out. */
  objection?: (text: string) => Promise<string | null>;
  /** Told of each page that is final, in order, so that it can be painted and spoken while the next is written. */
  onPage?: (scene: ScriptScene, position: { index: number; total: number; title: string }) => void;
};

/** Writes stories. The built-in one works offline; a model author sits behind the same port. */
export type Author = {
  /** e.g. `builtin/storyteller@1`. */
  readonly identity: string;
  /**
   * Writes a whole story for a wish that has passed the guard.
   * @param request.seed Always set here: the same request gives the same story.
   */
  write(request: StoryRequest & { seed: number }, options: WriteOptions): Promise<Script>;
};
