import { recordingLimits } from '@kinora/studios/language/schema';

const recordingEndings = 'mp4 m4v mkv webm mov avi flv ts m2ts mpg mpeg wmv mp3 m4a aac wav flac ogg oga opus';
const subtitleEndings = 'srt vtt ass ssa sbv ttml json3 srv3 xml json';

/** For a file chooser. */
export const acceptedEndings = `video/*,audio/*,${[...recordingEndings.split(' '), ...subtitleEndings.split(' ')]
  .map((ending) => `.${ending}`)
  .join(',')}`;

/** What a file seems to be by its name and type; its bytes have the last word, on the server. */
export function kindOf({ name, type }: Pick<File, 'name' | 'type'>): 'recording' | 'subtitles' | null {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (subtitleEndings.split(' ').includes(ending)) return 'subtitles';
  if (recordingEndings.split(' ').includes(ending) || /^(video|audio)\//.test(type)) return 'recording';
  return null;
}

/** Why a file can't be taken, without reading it. */
export function refusalOf(file: Pick<File, 'name' | 'type' | 'size'>): 'kind' | 'size' | 'empty' | null {
  const kind = kindOf(file);
  if (kind === null) return 'kind';
  if (file.size === 0) return 'empty';
  return file.size > (kind === 'recording' ? recordingLimits.bytes : recordingLimits.subtitleBytes) ? 'size' : null;
}
