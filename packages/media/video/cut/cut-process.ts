import { serveParent } from '../child.ts';
import { joinStretchesSync } from './join-stretches.ts';
import type { CutFilm } from './join-stretches.ts';
import { renderStretchHere } from './render-stretch.ts';
import type { StretchRequest } from './render-stretch.ts';

/** What a process that cuts films is asked for. */
export type CutRequest = { kind: 'stretch'; stretch: StretchRequest } | { kind: 'join'; film: CutFilm; part: string };

serveParent((request: CutRequest, { onProgress }) => {
  switch (request.kind) {
    case 'stretch':
      return renderStretchHere(request.stretch, onProgress);
    case 'join':
      return joinStretchesSync(request.film, request.part, onProgress);
  }
});
