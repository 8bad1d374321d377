import { KinoraError } from '@kinora/capabilities/errors';
import { FF_ENCODER_AAC } from 'node-av/constants';
import { renameSync } from 'node:fs';
import { openRecording } from '../../recording/open-recording.ts';
import { fileTags, languageCode } from '../file-details.ts';
import type { FileDetails } from '../file-details.ts';
import { openSampleFiles } from '../film/sample-files.ts';
import type { SampleFiles } from '../film/sample-files.ts';
import { joinTakes } from '../film/takes.ts';
import { writeFilm } from '../film/write-film.ts';
import { trackSeconds } from '../mp4/track.ts';
import type { AudioTrack, StoredSample } from '../mp4/track.ts';
import { aacPriming, createSoundEncoder } from '../sound-encoder.ts';
import { captionTrack, chapterTrack } from '../text-track.ts';
import type { Chapter, Cue } from '../text-track.ts';
import { cutSound, planSound } from './cut-sound.ts';
import { applyGain, gainFor, measureLevel, measureLoudness, needsLimit, targetLoudness } from './level.ts';
import { createSoundReader, sampleRate } from './sound-reader.ts';
import { partFrames } from './timeline.ts';
import type { Part } from './timeline.ts';

/** What a cut film is put together from. */
export type CutFilm = {
  /** Stretches as they were rendered, in order: the path of each, and the spans that it shows or, for a title, its seconds. */
  stretches: readonly (Part & { path: string })[];
  fps: number;
  /** The recording, for its sound; null: a silent film. */
  sound: { path: string } | null;
  /** Seconds of the film. */
  chapters?: readonly Chapter[];
  /** Soft captions, which a player shows on request; `language` as BCP 47. */
  captions?: { language: string; cues: readonly Cue[] };
  details: FileDetails;
  /** Path of the file that is written. */
  out: string;
};

/** What was made. Loudness and gain in LUFS and dB; null where there is no sound, or only silence. */
export type JoinedCut = {
  seconds: number;
  frames: number;
  sound: 'levelled' | 'silent' | 'none';
  loudness: number | null;
  gain: number | null;
};

/** See `joinStretches` in cut.ts. Blocks its thread. @param part Path that is written to until the film is whole. */
export function joinStretchesSync(
  { stretches, fps, sound, chapters = [], captions, details, out }: CutFilm,
  part: string,
  onProgress: (fraction: number) => void = () => {},
): JoinedCut {
  using files = openSampleFiles(part);
  const video = joinTakes(
    stretches.map(({ path }) => path),
    { fps, files },
  );
  const frames = stretches.reduce((sum, stretch) => sum + partFrames(stretch, fps), 0);
  if (video.samples.length !== frames) {
    throw new KinoraError(
      'request.invalid',
      `The stretches have ${video.samples.length} frames together, their spans ${frames}; render them again.`,
    );
  }
  const seconds = trackSeconds(video);
  const heard = sound && encodeCut(sound.path, { stretches, fps, files }, (done) => onProgress(done * 0.9));
  const { width, height } = video;
  const tracks = [
    video,
    ...(heard ? [heard.track] : []),
    ...(captions && captions.cues.length > 0
      ? [captionTrack(captions.cues, { language: languageCode(captions.language), width, height, seconds })]
      : []),
    ...(chapters.length > 0
      ? [chapterTrack(chapters, { language: languageCode(details.provenance.language), seconds })]
      : []),
  ];
  writeFilm(tracks, { metadata: fileTags(details), files, out: part }, (done) => onProgress(0.9 + done * 0.1));
  renameSync(part, out);
  if (!heard) return { seconds, frames, sound: 'none', loudness: null, gain: null };
  const isHeard = Number.isFinite(heard.loudness);
  return {
    seconds,
    frames,
    sound: isHeard ? 'levelled' : 'silent',
    loudness: isHeard ? heard.loudness : null,
    gain: isHeard ? heard.gain : null,
  };
}

const bitRate = 192_000;
/** LU that limiting may take off before the gain is corrected. */
const tolerance = 0.4;

/** The sound of the spans, levelled, as AAC-LC. Undefined when the recording has none. */
function encodeCut(
  path: string,
  { stretches, fps, files }: { stretches: readonly Part[]; fps: number; files: SampleFiles },
  onProgress: (fraction: number) => void,
): { track: AudioTrack<StoredSample>; loudness: number; gain: number } | undefined {
  using recording = openRecording(path);
  if (!recording.audio) return undefined;
  using reader = createSoundReader(recording);
  const pieces = planSound(stretches, fps);
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  const report = (from: number, to: number) => {
    let done = 0;
    return (samples: number) => {
      done += samples;
      onProgress(from + ((to - from) * done) / total);
    };
  };
  const raw = measureLevel(cutSound(pieces, reader), report(0, 0.25));
  let gain = gainFor(raw);
  // A limiter takes some of the loudness: that is given back.
  for (let round = 0; round < 2 && needsLimit(raw, gain); round++) {
    const loudness = measureLoudness(applyGain(cutSound(pieces, reader), gain), report(0.25, 0.5));
    if (Math.abs(loudness - targetLoudness) < tolerance) break;
    gain += targetLoudness - loudness;
  }
  const samples: StoredSample[] = [];
  using encoder = createSoundEncoder({ codec: FF_ENCODER_AAC, bitRate, sampleRate, channels: 2 }, (packet) =>
    samples.push({ ...files.append(packet), size: packet.length, duration: encoder.frameSize, isKey: true }),
  );
  function* encoded() {
    for (const block of applyGain(cutSound(pieces, reader), gain)) {
      encoder.push(block);
      yield block;
    }
  }
  const loudness = measureLoudness(encoded(), report(0.5, 1));
  encoder.finish();
  shorten(samples, total + aacPriming);
  const { config } = encoder;
  const plain = { timescale: sampleRate, coding: 'aac', config, sampleRate, channels: 2, bitRate } as const;
  return { track: { kind: 'audio', ...plain, priming: aacPriming, samples }, loudness, gain };
}

/** The last sample is as long as what is left, so that the track ends with the picture. */
function shorten(samples: StoredSample[], length: number): void {
  let surplus = samples.reduce((sum, { duration }) => sum + duration, 0) - length;
  for (let last = samples.at(-1); last !== undefined && surplus > 0; last = samples.at(-1)) {
    if (surplus < last.duration) {
      last.duration -= surplus;
      return;
    }
    surplus -= last.duration;
    samples.pop();
  }
}
