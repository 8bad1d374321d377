import { songLimits } from '@kinora/studios/music-video/schema';

/** Endings of files that carry sound, for the file dialog. */
export const songEndings = '.mp3,.wav,.flac,.ogg,.opus,.oga,.m4a,.mp4,.aac,.aiff,.aif,audio/*';

/** Why a file can't be a song, judged by what the browser knows of it; the server looks at what is inside. */
export function refusalOf(file: Pick<File, 'name' | 'type' | 'size'>): string | null {
  if (file.size === 0) return `“${file.name}” is empty. Choose another file.`;
  if (file.size > songLimits.bytes)
    return `“${file.name}” has ${Math.round(file.size / 1_000_000)} MB; a song may have ${songLimits.bytes / 1_000_000}. An MP3 or FLAC of it is smaller.`;
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase();
  const isKnown = ending !== undefined && songEndings.split(',').includes(ending);
  if (isKnown || file.type.startsWith('audio/')) return null;
  return `“${file.name}” isn’t a song. MP3, WAV, FLAC, Ogg, Opus and M4A can be read.`;
}

/** Seconds that a song has, as far as the browser can tell; 0 when it can't. */
export async function measureSong(url: string): Promise<number> {
  const audio = new Audio();
  audio.preload = 'metadata';
  const seconds = await new Promise<number>((resolve) => {
    audio.addEventListener('loadedmetadata', () => resolve(audio.duration));
    audio.addEventListener('error', () => resolve(0));
    setTimeout(() => resolve(0), 1500);
    audio.src = url;
  });
  audio.removeAttribute('src');
  return Number.isFinite(seconds) ? seconds : 0;
}

/** Why a song of so many seconds is too long; `null` when it isn't. */
export function lengthRefusal(seconds: number): string | null {
  if (seconds <= songLimits.seconds + 5) return null;
  return `This song has ${Math.round(seconds / 60)} minutes; ${songLimits.seconds / 60} are the most. Cut it, or choose another.`;
}
