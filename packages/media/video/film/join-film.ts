import { KinoraError } from '@kinora/capabilities/errors';
import { fileTags, languageCode } from '../file-details.ts';
import type { FileDetails } from '../file-details.ts';
import { trackSeconds } from '../mp4/track.ts';
import { captionTrack, chapterTrack } from '../text-track.ts';
import type { Chapter, Cue } from '../text-track.ts';
import { openSampleFiles } from './sample-files.ts';
import { copySong } from './song-copy.ts';
import { encodeSong } from './song-encode.ts';
import type { SongPart } from './song-encode.ts';
import { joinTakes } from './takes.ts';
import { writeFilm } from './write-film.ts';

/** What a music film is put together from. */
export type FilmParts = {
  /** Paths of H.264 MP4s without sound, in order. */
  takes: readonly string[];
  fps: number;
  /** Frames of the whole film. */
  frames: number;
  /** Its sound; omitted: a silent film. */
  song?: SongPart;
  chapters?: readonly Chapter[];
  /** Soft captions, which a player shows on request. */
  captions?: readonly Cue[];
  details: FileDetails;
  /** Path of the file that is written. */
  out: string;
};

/** What was made: whether the film has the song's own packets, and how long it is. */
export type JoinedFilm = { sound: 'copied' | 'encoded' | 'none'; seconds: number };

/** See `joinFilm` in media.ts. Blocks its thread. */
export function joinFilmSync(parts: FilmParts, onProgress: (fraction: number) => void = () => {}): JoinedFilm {
  const { takes, fps, frames, song, chapters = [], captions = [], details, out } = parts;
  using files = openSampleFiles(out);
  const video = joinTakes(takes, { fps, files });
  if (video.samples.length !== frames) {
    throw new KinoraError(
      'request.invalid',
      `The takes have ${video.samples.length} frames together, the film should have ${frames}; make them again.`,
    );
  }
  const seconds = trackSeconds(video);
  const isWhole = song && !song.start && song.end === undefined && !song.fadeIn && !song.fadeOut;
  const copied = isWhole ? copySong(song.path, { files, seconds }) : undefined;
  const sound =
    copied ?? (song && encodeSong(song, { files, seconds }, (fraction) => onProgress(Math.min(1, fraction) * 0.8)));
  const { width, height } = video;
  const language = languageCode(details.provenance.language);
  const tracks = [
    video,
    ...(sound ? [sound] : []),
    ...(captions.length > 0
      ? [captionTrack(captions, { language: languageOf(captions), width, height, seconds })]
      : []),
    ...(chapters.length > 0 ? [chapterTrack(chapters, { language, seconds })] : []),
  ];
  const before = copied || !sound ? 0 : 0.8;
  writeFilm(tracks, { metadata: fileTags(details), files, out }, (fraction) =>
    onProgress(before + (1 - before) * fraction),
  );
  return { sound: copied ? 'copied' : sound ? 'encoded' : 'none', seconds };
}

/** Lyrics are in any language; only of Japanese the letters tell. */
function languageOf(captions: readonly Cue[]): string {
  return captions.some(({ text }) => /[\u3041-\u30ff]/.test(text)) ? languageCode('ja') : 'und';
}
