import type { Playback } from './playback.ts';

type SongAudioProps = { src: string; playback: Playback };

/** The song itself: what is heard, and the clock of all that is seen. */
export function SongAudio({ src, playback }: SongAudioProps) {
  const { attach } = playback;
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- the words of a song, when its owner gave them, are in the film
  return <audio ref={attach} src={src} preload="auto" />;
}
