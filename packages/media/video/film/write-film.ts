import { closeSync, openSync } from 'node:fs';
import type { Mp4Metadata } from '../mp4/metadata.ts';
import { planMp4 } from '../mp4/write-mp4.ts';
import { sizeOf } from '../mp4/track.ts';
import type { PlannedTrack } from '../mp4/track.ts';
import { writeAll } from './sample-files.ts';
import type { SampleFiles } from './sample-files.ts';

/** Writes an MP4 to a file; of its media only half a second is in memory at a time. */
export function writeFilm(
  tracks: readonly PlannedTrack[],
  { metadata, files, out }: { metadata: Mp4Metadata; files: SampleFiles; out: string },
  onProgress?: (fraction: number) => void,
): void {
  const { head, chunks, mediaBytes } = planMp4(tracks, metadata);
  const descriptor = openSync(out, 'w');
  try {
    writeAll(descriptor, head);
    let buffer = new Uint8Array(0);
    let done = 0;
    for (const chunk of chunks) {
      if (buffer.length < chunk.bytes) buffer = new Uint8Array(2 * chunk.bytes);
      const bytes = buffer.subarray(0, chunk.bytes);
      gather(tracks[chunk.track]!, { ...chunk, files, into: bytes });
      writeAll(descriptor, bytes);
      done += chunk.bytes;
      onProgress?.(done / mediaBytes);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Collects the samples of a chunk; what lies together is read at once. */
function gather(
  { samples }: PlannedTrack,
  { first, count, files, into }: { first: number; count: number; files: SampleFiles; into: Uint8Array },
): void {
  let at = 0;
  let run: { file: number; offset: number; start: number; bytes: number } | undefined;
  const readRun = () => {
    if (run) files.read(run.file, run.offset, into.subarray(run.start, run.start + run.bytes));
    run = undefined;
  };
  for (let index = first; index < first + count; index++) {
    const sample = samples[index]!;
    const size = sizeOf(sample);
    if ('data' in sample) {
      into.set(sample.data, at);
    } else {
      if (run && (run.file !== sample.file || run.offset + run.bytes !== sample.offset)) readRun();
      run ??= { file: sample.file, offset: sample.offset, start: at, bytes: 0 };
      run.bytes += size;
    }
    at += size;
  }
  readRun();
}
