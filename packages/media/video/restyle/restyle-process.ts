import { serveParent } from '../child.ts';
import { readFilmSourceSync } from './film-source.ts';
import { joinRestyledSync } from './join-restyled.ts';
import type { RestyledParts } from './join-restyled.ts';
import { paintStretchHere } from './paint-stretch.ts';
import type { StretchRequest } from './paint-stretch.ts';
import type { RestylePlan } from './plan.ts';
import { makeSeekableSync } from './seekable.ts';
import { makeSeamSync } from './seam.ts';

/** What a process that restyles films is asked for. */
export type RestyleRequest =
  | { kind: 'source'; path: string }
  | ({ kind: 'stretch' } & StretchRequest)
  | { kind: 'seam'; tail: Uint8Array; head: Uint8Array; plan: RestylePlan }
  | { kind: 'seekable'; path: string; out: string; tags: Record<string, string> }
  | ({ kind: 'join' } & RestyledParts);

serveParent((request: RestyleRequest, { onProgress }) => {
  switch (request.kind) {
    case 'source':
      return readFilmSourceSync(request.path);
    case 'stretch':
      return paintStretchHere(request, onProgress);
    case 'seam':
      return makeSeamSync(request.tail, request.head, request.plan);
    case 'seekable':
      return makeSeekableSync(request);
    case 'join':
      return joinRestyledSync(request, onProgress);
  }
});
