import { closeSync, openSync } from 'node:fs';
import type { Stream } from 'node-av/lib';
import { topBoxes } from './explain-unreadable.ts';
import { matroskaEnd } from './matroska-end.ts';
import type { OpenRecording } from './open-recording.ts';

/** What a file claims and what can be read may differ by so many seconds: of a long one, the clock is rounded here and there. */
function toleranceOf(claimed: number): number {
  return Math.max(0.5, Math.min(3, claimed * 0.05));
}

/** Largest file of which each packet is read to learn its length; for more, the average bit rate tells it. */
const mostBytes = 2_000_000_000;

/**
 * How long a recording is, without decoding it. Files that don't say (browsers' WebM, MP3 without a table, fragments) are
 * read through or at their end; what a file claims is believed where there is something to read at that time.
 * @returns `isCut`: it breaks off before what it claims.
 */
export function measureLength(recording: OpenRecording, bytes: number): { seconds: number; isCut: boolean } {
  const { format, claimed } = recording;
  const streams = [recording.video, recording.audio].filter((stream) => stream !== undefined);
  if (format === 'matroska' && claimed <= 0) {
    const end = matroskaEnd(recording.path, bytes);
    if (end !== undefined) return { seconds: Math.max(0, end - recording.start), isCut: false };
  }
  if ((isGuessed(recording, bytes) || claimed <= 0) && (bytes <= mostBytes || claimed <= 0)) {
    recording.seek(0);
    return { seconds: lastTime(recording, streams) ?? 0, isCut: false };
  }
  const last = readableEnd(recording, streams);
  if (last === undefined) return { seconds: 0, isCut: true };
  const isCut = last < claimed - toleranceOf(claimed);
  return { seconds: isCut ? last : claimed, isCut };
}

/** Whether FFmpeg took the length from the first packets' bit rate. */
function isGuessed({ format, path }: OpenRecording, bytes: number): boolean {
  if (format === 'mp3' || format === 'aac' || format === 'ac3' || format === 'amr') return true;
  if (format !== 'mp4') return false;
  const file = openSync(path, 'r');
  try {
    for (const { type } of topBoxes(file, bytes)) if (type === 'moof') return true;
    return false;
  } finally {
    closeSync(file);
  }
}

/** The end of what can be read: where the file claims to end if something lies there, else found by halving. */
function readableEnd(recording: OpenRecording, streams: Stream[]): number | undefined {
  const { claimed } = recording;
  const endFrom = (time: number) => (recording.seek(Math.max(0, time)) ? lastTime(recording, streams) : undefined);
  const end = endFrom(claimed - 2);
  // What can't be sought, or has but a few packets, is read from the beginning.
  if (end !== undefined && end >= claimed - toleranceOf(claimed)) return end;
  let [low, high] = [0, end ?? claimed];
  if (end !== undefined) return Math.max(end, endFrom(end + 0.5) ?? 0);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (isReadable(recording, streams, middle)) low = middle;
    else high = middle;
  }
  return endFrom(low - 1);
}

function isReadable(recording: OpenRecording, streams: Stream[], time: number): boolean {
  if (!recording.seek(time)) return false;
  for (const packet of recording.packets(streams)) return packet.size > 0;
  return false;
}

/** The time at which the last packet ends, from where the file stands. */
function lastTime(recording: OpenRecording, streams: Stream[]): number | undefined {
  const byIndex = new Map(streams.map((stream) => [stream.index, stream]));
  let last: number | undefined;
  for (const packet of recording.packets(streams)) {
    const stream = byIndex.get(packet.streamIndex);
    if (stream === undefined) continue;
    const { num, den } = stream.timeBase;
    const time = recording.timeOf(packet.pts, stream) ?? recording.timeOf(packet.dts, stream);
    if (time !== undefined) last = Math.max(last ?? 0, time + (Number(packet.duration) * num) / den);
  }
  return last;
}
