export type { AudioParts, VideoParts } from './assemble.ts';
export { createChildRunner, serveParent } from './child.ts';
export type { ChildCall, ChildHandler, ChildRunner } from './child.ts';
export type { AudioDecodeOptions, MediaFacts, MediaSource, MediaStream } from './decode.ts';
export type { Decoration } from './decorate.ts';
export type { FileDetails } from './file-details.ts';
export type { FilmParts, JoinedFilm } from './film/join-film.ts';
export type { LoopParts } from './film/make-loop.ts';
export type { SongPart } from './film/song-encode.ts';
export { readLyrics } from './lyrics/read-lyrics.ts';
export type { LyricLine, Lyrics, LyricsText } from './lyrics/read-lyrics.ts';
export {
  assembleVideo,
  decodeAudio,
  decorateSegment,
  encodeMp3,
  finishTake,
  joinFilm,
  makeLoop,
  probeMedia,
  remakeClip,
  takeStills,
} from './media.ts';
export { lyricOverlay } from './overlays/lyric.ts';
export { titleOverlay } from './overlays/title.ts';
export type { TitleCard } from './overlays/title.ts';
export type { PlacedPicture } from './overlays/placed-picture.ts';
export { watermarkOverlay } from './overlays/watermark.ts';
export type { Corner } from './overlays/watermark.ts';
export type { StillOptions } from './stills.ts';
export type { Chapter, Cue } from './text-track.ts';
export type { RemakeOptions } from './remake.ts';
export type { FinishOptions } from './take/finish-take.ts';
export { planTimeline } from './timeline.ts';
export type { TitleWords } from './title-painter.ts';
export type { Timeline, TimelineOptions, TimelineScene, TimelineSegment, Window } from './timeline.ts';
export { toWav } from './wav-file.ts';
export type { WavFile } from './wav-file.ts';
export { yuvSize } from './yuv-size.ts';
