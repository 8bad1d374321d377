import { serveParent } from '../video/child.ts';
import { hearRecordingSync } from './hear/hear-recording.ts';
import { readRecordingSync } from './read-recording.ts';
import { readSubtitleTrackSync } from './subtitle-track.ts';
import { takePicturesHere } from './take-pictures.ts';
import type { PictureOptions } from './take-pictures.ts';
import { takeSoundSync } from './take-sound.ts';
import type { SoundOptions } from './take-sound.ts';
import { watchRecordingSync } from './watch/watch-recording.ts';

/** What a process that reads recordings is asked for. */
export type RecordingRequest =
  | { kind: 'facts'; path: string }
  | { kind: 'subtitles'; path: string; index: number }
  | { kind: 'hear'; path: string }
  | { kind: 'watch'; path: string }
  | { kind: 'sound'; path: string; options: SoundOptions }
  | { kind: 'pictures'; path: string; options: PictureOptions };

serveParent((request: RecordingRequest, { onProgress }) => {
  switch (request.kind) {
    case 'facts':
      return readRecordingSync(request.path);
    case 'subtitles':
      return readSubtitleTrackSync(request.path, request.index, onProgress);
    case 'hear':
      return hearRecordingSync(request.path, onProgress);
    case 'watch':
      return watchRecordingSync(request.path, onProgress);
    case 'sound':
      return takeSoundSync(request.path, request.options, onProgress);
    case 'pictures':
      return takePicturesHere(request.path, request.options, onProgress);
  }
});
