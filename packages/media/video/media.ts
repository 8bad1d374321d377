import type { Pcm } from '../audio/index.ts';
import type { AudioParts, VideoParts } from './assemble.ts';
import { createChildRunner } from './child.ts';
import type { ChildCall, ChildRunner } from './child.ts';
import type { Decoration } from './decorate.ts';
import type { AudioDecodeOptions, MediaFacts, MediaSource } from './decode.ts';
import type { FilmParts, JoinedFilm } from './film/join-film.ts';
import type { LoopParts } from './film/make-loop.ts';
import type { MediaRequest } from './media-process.ts';
import type { RemakeOptions } from './remake.ts';
import type { StillOptions } from './stills.ts';
import type { FinishOptions } from './take/finish-take.ts';

/**
 * Joins segments, sound, chapters and soft captions to an MP4 that plays while it loads. Segments of the same settings are
 * copied, not encoded again; sound becomes AAC (160 kbit/s, stereo) of exactly the film's length.
 * @throws KinoraError `request.invalid`, `job.cancelled`, `provider.failed`.
 */
export async function assembleVideo(parts: VideoParts & ChildCall): Promise<Uint8Array> {
  const { signal, onProgress, ...rest } = parts;
  return await ask({ kind: 'video', parts: rest }, { signal, onProgress });
}

/**
 * Joins takes and a song to one MP4 that plays while it loads, from file to file: neither film nor song is ever in memory as
 * a whole. Takes of the same settings are copied, not encoded again. A whole song is copied too when it is MP3, AAC, FLAC or
 * Opus; of any other, and of a part or with fades, AAC is made (256 kbit/s in stereo). The first sample a player plays of the
 * song falls on the film's first frame.
 * @throws KinoraError `request.invalid` when takes and `frames` don't agree or the song can't be read, `job.cancelled`,
 * `provider.failed`. What was written to `out` until then is the caller's to remove.
 */
export async function joinFilm(parts: FilmParts & ChildCall): Promise<JoinedFilm> {
  const { signal, onProgress, ...rest } = parts;
  return await ask({ kind: 'film', parts: rest }, { signal, onProgress }, films);
}

/**
 * Makes a film without sound that can run round and round: the end of a clip dissolves into its beginning, so that the frame
 * after the last is the first.
 * @returns Its length, `overlapFrames` shorter than the clip.
 * @throws KinoraError `request.invalid` when the clip is shorter than twice the dissolve, `job.cancelled`, `provider.failed`.
 */
export async function makeLoop(parts: LoopParts & ChildCall): Promise<{ frames: number; seconds: number }> {
  const { signal, onProgress, ...rest } = parts;
  return await ask({ kind: 'loop', parts: rest }, { signal, onProgress }, films);
}

/** Encodes sound at 48 kHz to an MP3 (160 kbit/s) with chapters, cover and provenance. */
export async function encodeMp3(parts: AudioParts & ChildCall): Promise<Uint8Array> {
  const { signal, onProgress, ...rest } = parts;
  return await ask({ kind: 'mp3', parts: rest }, { signal, onProgress });
}

/**
 * Lays a title, a good night or karaoke captions over one segment of a film and encodes it with the same settings, so that
 * it joins with the others. Segment by segment, an edit only concerns the segments it changes.
 * @returns The segment with as many frames as before.
 */
export async function decorateSegment(segment: Uint8Array, options: Decoration & ChildCall): Promise<Uint8Array> {
  const { signal, onProgress, ...decoration } = options;
  return await ask({ kind: 'decorate', segment, decoration }, { signal, onProgress });
}

/** Reads what a file holds, without decoding it. */
export async function probeMedia(source: MediaSource, call: ChildCall = {}): Promise<MediaFacts> {
  return await ask({ kind: 'probe', source }, call);
}

/** Takes frames out of a video as JPEGs, in order: every so many, the first and the last always. */
export async function takeStills(source: MediaSource, options: StillOptions & ChildCall): Promise<Uint8Array[]> {
  const { signal, onProgress, ...rest } = options;
  return await ask({ kind: 'stills', source, options: rest }, { signal, onProgress });
}

/** Decodes the first sound of a file to samples in [-1, 1]. */
export async function decodeAudio(source: MediaSource, options: AudioDecodeOptions & ChildCall = {}): Promise<Pcm> {
  const { signal, onProgress, ...rest } = options;
  return await ask({ kind: 'decode-audio', source, options: rest }, { signal, onProgress });
}

/**
 * Makes a clip of exactly the asked size, rate and number of frames from what a video model gave: a video, an animated WebP
 * or stills, spread evenly over the clip; with `to`, dissolved into another.
 * @returns An H.264 MP4 without sound that joins with Kinora's own segments.
 * @throws KinoraError `provider.failed` when it can't be read.
 */
export async function remakeClip(options: RemakeOptions & ChildCall): Promise<Uint8Array> {
  const { signal, onProgress, ...rest } = options;
  return await ask({ kind: 'remake', options: rest }, { signal, onProgress });
}

/**
 * Brings music, overlays, the light of a transition and fades to a clip that was made without them, as Kinora's own camera
 * does; beats push in on the finished frames. The result joins with Kinora's own segments.
 * @returns An H.264 MP4 with as many frames as before.
 * @throws KinoraError `request.invalid` when the clip or an overlay can't be read, `job.cancelled`, `provider.failed`.
 */
export async function finishTake(clip: Uint8Array, options: FinishOptions & ChildCall): Promise<Uint8Array> {
  const { signal, onProgress, ...rest } = options;
  return await ask({ kind: 'finish', clip, options: rest }, { signal, onProgress });
}

type Runner = { runner?: ChildRunner };
const questions: Runner = {};
/** A film of its own may take half a minute: it doesn't hold up what others ask. */
const films: Runner = {};

async function ask<Result>(request: MediaRequest, call: ChildCall, process: Runner = questions): Promise<Result> {
  process.runner ??= createChildRunner({ entry: new URL('./media-process.ts', import.meta.url) });
  return await process.runner.run<Result>(request, call);
}
