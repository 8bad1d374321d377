import { createChildRunner } from '../video/child.ts';
import type { ChildCall, ChildRunner } from '../video/child.ts';
import type { RecordingFacts } from './facts.ts';
import type { SoundLevels } from './hear/levels.ts';
import type { RecordingRequest } from './recording-process.ts';
import type { SubtitleTrack } from './subtitle-track.ts';
import type { PictureOptions, TakenPicture } from './take-pictures.ts';
import type { SoundOptions } from './take-sound.ts';
import type { Motion } from './watch/motion.ts';

/**
 * Reads what a recording is, without decoding it. Where the file doesn't say how long it is, as browsers' recordings don't,
 * its end or its packets tell; one that breaks off is as long as it can be read.
 * @param path A local file of any size.
 * @throws KinoraError `request.invalid`, which says what the file is instead and what to do; `job.cancelled`.
 */
export async function readRecording(path: string, call: ChildCall = {}): Promise<RecordingFacts> {
  return ask('asked', { kind: 'facts', path }, call);
}

/**
 * Reads the words of a subtitle track within a recording.
 * @param options.index Index of the stream, as `subtitles` of {@link readRecording} tell it.
 * @returns A subtitle file in UTF-8: ASS of ASS, WebVTT of WebVTT, SRT of everything else.
 * @throws KinoraError `request.invalid` when the track holds pictures of words, nothing, or isn't there.
 */
export async function readSubtitleTrack(
  path: string,
  { index }: { index: number },
  call: ChildCall = {},
): Promise<SubtitleTrack> {
  return ask('asked', { kind: 'subtitles', path, index }, call);
}

/**
 * Listens to a recording from beginning to end: how loud it is, where somebody speaks, where there is laughter. Nothing but
 * the results stays in memory.
 * @throws KinoraError `request.invalid` without sound, `job.cancelled`.
 */
export async function hearRecording(path: string, call: ChildCall = {}): Promise<SoundLevels> {
  return ask('hearing', { kind: 'hear', path }, call);
}

/**
 * Takes short stretches of sound out of a recording, in one pass: mono MP3 of 80 kbit/s at −18 LUFS with faded edges.
 * @param options.spans Seconds of the recording, each of 120 s at most, in any order.
 * @returns One file for each span, in their order. What lies behind the end of the recording is silent.
 * @throws KinoraError `request.invalid` without sound, `job.cancelled`.
 */
export async function takeSound(path: string, options: SoundOptions, call: ChildCall = {}): Promise<Uint8Array[]> {
  return ask('taking', { kind: 'sound', path, options }, call);
}

/**
 * Takes frames out of a recording as JPEGs, upright and with square pixels.
 * @returns One for each time, in their order; `time` is that of the frame.
 * @throws KinoraError `request.invalid` without a picture, `job.cancelled`.
 */
export async function takePictures(
  path: string,
  options: PictureOptions,
  call: ChildCall = {},
): Promise<TakenPicture[]> {
  return ask('taking', { kind: 'pictures', path, options }, call);
}

/**
 * Watches a recording: where its picture moves, and where it becomes another. Only key frames and what follows right after
 * them are decoded, so that hours take a minute.
 * @throws KinoraError `request.invalid` without a picture, `job.cancelled`.
 */
export async function watchRecording(path: string, call: ChildCall = {}): Promise<Motion> {
  return ask('watching', { kind: 'watch', path }, call);
}

/** Processes of their own, so that a long listen does not hold up a short question. */
const runners: Partial<Record<'asked' | 'hearing' | 'watching' | 'taking', ChildRunner>> = {};

async function ask<Result>(which: keyof typeof runners, request: RecordingRequest, call: ChildCall): Promise<Result> {
  runners[which] ??= createChildRunner({
    entry: new URL('./recording-process.ts', import.meta.url),
    // What comes next, cutting films, needs the memory.
    idleSeconds: 3,
  });
  return await runners[which].run<Result>(request, call);
}
