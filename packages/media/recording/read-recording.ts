import { KinoraError } from '@kinora/capabilities/errors';
import { AVMEDIA_TYPE_SUBTITLE, AV_CODEC_ID_NONE } from 'node-av/constants';
import { Codec, avGetCodecName } from 'node-av/lib';
import type { Stream } from 'node-av/lib';
import { statSync } from 'node:fs';
import { shownSize } from '../video/restyle/film-source.ts';
import { explainUnreadable } from './explain-unreadable.ts';
import type { RecordingFacts } from './facts.ts';
import { measureLength } from './length.ts';
import { openRecording, pictureOf, undecodable } from './open-recording.ts';
import type { OpenRecording } from './open-recording.ts';

/** Codings of subtitles that hold words; the others hold pictures of words. */
const textCodings = new Set(['mov_text', 'subrip', 'ass', 'ssa', 'webvtt', 'text', 'srt']);

/** {@link import('./recording.ts').readRecording}, in this thread, which it blocks. */
export function readRecordingSync(path: string): RecordingFacts {
  using recording = openRecording(path);
  const { video, audio, streams } = recording;
  if (!video && !audio) {
    const isKnown = ({ codecpar }: Stream) => codecpar.codecId !== AV_CODEC_ID_NONE;
    if (!streams.some(isKnown)) throw explainUnreadable(recording.path, undefined);
    throw new KinoraError(
      'request.invalid',
      'The file holds neither sound nor a moving picture; choose a video or sound.',
    );
  }
  if (video) pictureOf(recording);
  for (const stream of [video, audio]) {
    if (stream && !Codec.findDecoder(stream.codecpar.codecId)) throw undecodable(stream);
  }
  const bytes = statSync(recording.path).size;
  const { seconds, isCut } = measureLength(recording, bytes);
  if (seconds <= 0) {
    throw new KinoraError(
      'request.invalid',
      'The recording is empty or breaks off before its first second; copy it again or choose another.',
    );
  }
  return {
    format: recording.format,
    seconds,
    bytes,
    video: video ? { ...shownSize(video), fps: frameRate(recording, video), codec: codingOf(video) } : null,
    audio: audio
      ? { sampleRate: audio.codecpar.sampleRate, channels: audio.codecpar.channels, codec: codingOf(audio) }
      : null,
    subtitles: streams
      .filter(({ codecpar }) => codecpar.codecType === AVMEDIA_TYPE_SUBTITLE)
      .map((stream) => ({
        index: stream.index,
        codec: codingOf(stream),
        isText: isTextTrack(stream),
        ...tagsOf(stream),
      })),
    ...(isCut && { claimedSeconds: recording.claimed }),
  };
}

/** Whether a subtitle stream holds words rather than pictures of them. */
export function isTextTrack(stream: Stream): boolean {
  return textCodings.has(codingOf(stream));
}

/** FFmpeg's name of how a stream is coded. */
export function codingOf({ codecpar }: Stream): string {
  return avGetCodecName(codecpar.codecId) ?? 'unknown';
}

function tagsOf({ metadata }: Stream): { language?: string; title?: string } {
  const { language, title } = metadata?.getAll() ?? {};
  return { ...(language && language !== 'und' && { language }), ...(title && { title }) };
}

/** Frames a second on average: as the file says, or counted where it says something that can't be. */
function frameRate(recording: OpenRecording, video: Stream): number {
  const { num, den } = video.avgFrameRate;
  const said = den > 0 ? num / den : 0;
  if (said >= 1 && said <= 240) return Math.round(said * 1000) / 1000;
  recording.seek(0);
  const times: number[] = [];
  for (const packet of recording.packets([video])) {
    const time = recording.timeOf(packet.pts, video);
    if (time !== undefined) times.push(time);
    if (times.length >= 600) break;
  }
  const length = Math.max(...times) - Math.min(...times);
  const counted = length > 0 ? (times.length - 1) / length : 0;
  return counted > 0 ? Math.round(Math.min(240, counted) * 1000) / 1000 : 30;
}
