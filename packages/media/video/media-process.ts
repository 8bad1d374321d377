import { assembleVideoSync, encodeMp3Sync } from './assemble.ts';
import type { AudioParts, VideoParts } from './assemble.ts';
import { serveParent } from './child.ts';
import { decodeAudioSync, probeSync } from './decode.ts';
import { decorateSync } from './decorate.ts';
import type { Decoration } from './decorate.ts';
import type { AudioDecodeOptions, MediaSource } from './decode.ts';
import { joinFilmSync } from './film/join-film.ts';
import type { FilmParts } from './film/join-film.ts';
import { makeLoopSync } from './film/make-loop.ts';
import type { LoopParts } from './film/make-loop.ts';
import { remakeClipHere } from './remake.ts';
import type { RemakeOptions } from './remake.ts';
import { finishTakeHere } from './take/finish-take.ts';
import type { FinishOptions } from './take/finish-take.ts';
import { takeStillsSync } from './stills.ts';
import type { StillOptions } from './stills.ts';

/** What the media process is asked for. */
export type MediaRequest =
  | { kind: 'video'; parts: VideoParts }
  | { kind: 'film'; parts: FilmParts }
  | { kind: 'loop'; parts: LoopParts }
  | { kind: 'mp3'; parts: AudioParts }
  | { kind: 'decorate'; segment: Uint8Array; decoration: Decoration }
  | { kind: 'probe'; source: MediaSource }
  | { kind: 'decode-audio'; source: MediaSource; options: AudioDecodeOptions }
  | { kind: 'stills'; source: MediaSource; options: StillOptions }
  | { kind: 'remake'; options: RemakeOptions }
  | { kind: 'finish'; clip: Uint8Array; options: FinishOptions };

serveParent((request: MediaRequest, { onProgress }) => {
  switch (request.kind) {
    case 'video':
      return assembleVideoSync(request.parts, onProgress);
    case 'film':
      return joinFilmSync(request.parts, onProgress);
    case 'loop':
      return makeLoopSync(request.parts, onProgress);
    case 'mp3':
      return encodeMp3Sync(request.parts, onProgress);
    case 'decorate':
      return decorateSync(request.segment, request.decoration, onProgress);
    case 'probe':
      return probeSync(request.source);
    case 'decode-audio':
      return decodeAudioSync(request.source, request.options);
    case 'stills':
      return takeStillsSync(request.source, request.options);
    case 'remake':
      return remakeClipHere(request.options, onProgress);
    case 'finish':
      return finishTakeHere(request.clip, request.options, onProgress);
  }
});
