import type { Script, StoryRequest } from './schema.ts';

/** Writes stories. The built-in one works offline; a model author sits behind the same port. */
export type Author = {
  /** e.g. `builtin/storyteller@1`. */
  readonly identity: string;
  /**
   * Writes a whole story for a wish that has passed the guard.
   * @param request.seed Always set here: the same request gives the same story.
   */
  write(request: StoryRequest & { seed: number }, options: { signal: AbortSignal }): Promise<Script>;
};
