import { createChildRunner } from '../video/child.ts';
import type { ChildRunner } from '../video/child.ts';
import type { CutOutMethod } from './cut-out/cut.ts';
import type { UploadSize } from './decode-upload.ts';

/** What the process that decodes pictures somebody brought is asked for. */
export type PictureRequest =
  | { kind: 'cut-out'; picture: Uint8Array; method: CutOutMethod }
  | { kind: 'fit'; picture: Uint8Array; size: UploadSize };

let runner: ChildRunner | undefined;

/** Asks the one process in which such pictures are decoded; it starts when it is first needed. */
export async function askPictureProcess<Result>(
  request: PictureRequest,
  options: { signal?: AbortSignal },
): Promise<Result> {
  runner ??= createChildRunner({ entry: new URL('./picture-process.ts', import.meta.url) });
  return runner.run<Result>(request, options);
}
