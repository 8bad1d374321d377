import { KinoraError } from '@kinora/capabilities/errors';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { encodeSegmentAgain, joins } from '../join.ts';
import { readVideoIndex } from '../mp4/read-mp4.ts';
import type { IndexedSample } from '../mp4/read-mp4.ts';
import type { StoredSample, VideoTrack } from '../mp4/track.ts';
import type { SampleFiles } from './sample-files.ts';

/**
 * Joins the takes of a film to one track by copying: only where their frames lie is read. A take that was encoded with other
 * settings than the first is encoded again.
 * @param paths H.264 MP4s, in order.
 */
export function joinTakes(
  paths: readonly string[],
  { fps, files }: { fps: number; files: SampleFiles },
): VideoTrack<StoredSample> {
  const [first] = paths;
  if (first === undefined) throw new KinoraError('request.invalid', 'There are no takes to join.');
  const model = readIndex(first);
  const samples: StoredSample[] = [];
  for (const path of paths) {
    const track = path === first ? model : tryIndex(path);
    if (track && joins(track, model, fps)) {
      const file = files.add(path);
      for (const sample of track.samples) samples.push({ ...sample, file });
    } else {
      const again = encodeSegmentAgain(path, { width: model.width, height: model.height, fps });
      if (!joins(again, model, fps)) {
        throw new KinoraError('request.invalid', 'The takes were encoded with different settings; make them again.');
      }
      for (const { data, duration, isKey } of again.samples) {
        samples.push({ ...files.append(data), size: data.length, duration, isKey });
      }
    }
  }
  return { ...model, samples };
}

function tryIndex(path: string): VideoTrack<IndexedSample> | undefined {
  try {
    return readIndex(path);
  } catch {
    return undefined;
  }
}

/** Reads the index of an MP4, wherever it stands, and nothing of its media. */
function readIndex(path: string): VideoTrack<IndexedSample> {
  const descriptor = openSync(path, 'r');
  try {
    const fileBytes = fstatSync(descriptor).size;
    const head = Buffer.alloc(16);
    for (let at = 0; at + 8 <= fileBytes;) {
      readSync(descriptor, head, 0, 16, at);
      const short = head.readUInt32BE(0);
      const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? fileBytes - at : short;
      if (size < 8 || at + size > fileBytes) break;
      if (head.toString('latin1', 4, 8) === 'moov') {
        const box = Buffer.alloc(size);
        readSync(descriptor, box, 0, size, at);
        return readVideoIndex(box, { fileBytes });
      }
      at += size;
    }
  } finally {
    closeSync(descriptor);
  }
  throw new KinoraError('request.invalid', 'A take of the film is no whole MP4; make it again.');
}
