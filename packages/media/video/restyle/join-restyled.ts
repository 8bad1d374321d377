import { fileTags } from '../file-details.ts';
import type { FileDetails } from '../file-details.ts';
import { openSampleFiles } from '../film/sample-files.ts';
import { joinTakes } from '../film/takes.ts';
import { writeFilm } from '../film/write-film.ts';
import { trackSeconds } from '../mp4/track.ts';
import { filmSound } from './sound.ts';

/** What a restyled film is put together from. */
export type RestyledParts = {
  /** Paths of the painted parts, in order: H.264 MP4s of the same settings. */
  parts: readonly string[];
  fps: number;
  /** The film that it was made of, for its sound; null: a silent film. */
  soundOf: string | null;
  details: FileDetails;
  /** Path of the file that is written. */
  out: string;
};

/** Joins painted parts and the film's own sound to one MP4 that plays while it loads. Blocks its thread. */
export function joinRestyledSync(
  { parts, fps, soundOf, details, out }: RestyledParts,
  onProgress: (fraction: number) => void = () => {},
): { sound: 'copied' | 'encoded' | 'none'; seconds: number } {
  using files = openSampleFiles(out);
  const video = joinTakes(parts, { fps, files });
  const seconds = trackSeconds(video);
  const sound = soundOf === null ? undefined : filmSound(soundOf, { files, seconds }, (done) => onProgress(done * 0.8));
  writeFilm([video, ...(sound ? [sound.track] : [])], { metadata: fileTags(details), files, out }, (done) =>
    onProgress(0.8 + 0.2 * done),
  );
  return { sound: sound?.how ?? 'none', seconds };
}
