import { readWav, resample } from '../audio/index.ts';
import type { Pcm } from '../audio/index.ts';
import { encodeAacTrack, encodeMp3Frames } from './audio-encoder.ts';
import { fileTags, languageCode } from './file-details.ts';
import type { FileDetails } from './file-details.ts';
import { writeId3 } from './id3.ts';
import { joinSegments } from './join.ts';
import { concatBytes } from './mp4/boxes.ts';
import { mp3InfoFrame } from './mp3-info.ts';
import { trackSeconds } from './mp4/track.ts';
import { writeMp4 } from './mp4/write-mp4.ts';
import { captionTrack, chapterTrack } from './text-track.ts';
import type { Chapter, Cue } from './text-track.ts';

/** Sound is encoded at this rate, in hertz. */
const encoderRate = 48_000;

/** What a film is put together from. */
export type VideoParts = {
  /** H.264 MP4 segments, in order. */
  segments: readonly Uint8Array[];
  /** Default 24. */
  fps?: number;
  /** One or two channels at 48 kHz; omitted: a silent film. */
  pcm?: Pcm;
  chapters?: readonly Chapter[];
  /** Soft captions, which a player shows on request. */
  captions?: readonly Cue[];
  details: FileDetails;
};

/** Joins segments, sound, chapters and captions to an MP4. Blocks its thread. */
export function assembleVideoSync(parts: VideoParts, onProgress?: (fraction: number) => void): Uint8Array {
  const { segments, fps = 24, pcm, chapters = [], captions = [], details } = parts;
  const language = languageCode(details.provenance.language);
  const video = joinSegments(segments, { fps });
  const seconds = trackSeconds(video);
  const audio = pcm ? [encodeAacTrack(fitTo(pcm, seconds), onProgress)] : [];
  const { width, height } = video;
  return writeMp4(
    [
      video,
      ...audio,
      ...(captions.length > 0 ? [captionTrack(captions, { language, width, height, seconds })] : []),
      ...(chapters.length > 0 ? [chapterTrack(chapters, { language, seconds })] : []),
    ],
    fileTags(details),
  );
}

/** What a recording is put together from. */
export type AudioParts = {
  /** One or two channels at 48 kHz, or a WAV file at any rate, which is smaller to hand over. */
  pcm: Pcm | Uint8Array;
  chapters?: readonly Chapter[];
  details: FileDetails;
};

/** Encodes an MP3 with chapters and cover. Blocks its thread. */
export function encodeMp3Sync(
  { pcm: sound, chapters = [], details }: AudioParts,
  onProgress?: (fraction: number) => void,
): Uint8Array {
  const pcm = sound instanceof Uint8Array ? toEncoderRate(readWav(sound)) : sound;
  const tag = writeId3({
    ...fileTags(details),
    language: languageCode(details.provenance.language),
    seconds: pcm.channels[0]!.length / pcm.sampleRate,
    chapters,
  });
  const frames = encodeMp3Frames(pcm, onProgress);
  return concatBytes([tag, mp3InfoFrame(frames, pcm.channels[0]!.length), ...frames]);
}

function toEncoderRate({ channels, sampleRate }: Pcm): Pcm {
  return {
    channels: channels.map((samples) => resample(samples, { from: sampleRate, to: encoderRate })),
    sampleRate: encoderRate,
  };
}

/** The sound, cut or filled with silence to the length of the film. */
function fitTo(pcm: Pcm, seconds: number): Pcm {
  const length = Math.round(seconds * pcm.sampleRate);
  const channels = pcm.channels.map((channel) => {
    if (channel.length >= length) return channel.subarray(0, length);
    const longer = new Float32Array(length);
    longer.set(channel);
    return longer;
  });
  return { ...pcm, channels };
}
