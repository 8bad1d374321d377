import { KinoraError } from '@kinora/capabilities/errors';
import type { VideoTrack } from './track.ts';

/**
 * Reads the H.264 track of a plain (not fragmented) MP4. Samples are views of the given bytes, not copies.
 * @throws KinoraError `request.invalid` when there is no such track, or when frames are stored out of order.
 */
export function readVideoTrack(file: Uint8Array): VideoTrack {
  const { samples, ...track } = readVideoIndex(file, { fileBytes: file.length });
  return {
    ...track,
    samples: samples.map(({ offset, size, duration, isKey }) => ({
      data: file.subarray(offset, offset + size),
      duration,
      isKey,
    })),
  };
}

/** Where a sample lies in its file, and its duration in ticks. */
export type IndexedSample = { offset: number; size: number; duration: number; isKey: boolean };

/**
 * Reads where the samples of the H.264 track of a plain MP4 lie.
 * @param bytes The file, or only its `moov` box.
 * @param options.fileBytes Size of the file.
 * @throws KinoraError `request.invalid` when there is no such track, or when frames are stored out of order.
 */
export function readVideoIndex(bytes: Uint8Array, { fileBytes }: { fileBytes: number }): VideoTrack<IndexedSample> {
  for (const trak of find(bytes, ['moov', 'trak'])) {
    const handler = find(trak, ['mdia', 'hdlr'])[0];
    if (!handler || ascii(handler, 8, 4) !== 'vide') continue;
    const table = find(trak, ['mdia', 'minf', 'stbl'])[0];
    const mediaHeader = find(trak, ['mdia', 'mdhd'])[0];
    const description = table && find(table, ['stsd'])[0];
    if (!table || !mediaHeader || !description || ascii(description, 12, 4) !== 'avc1') continue;
    if (find(table, ['ctts']).length > 0) throw unreadable('its frames are stored out of order');
    const entry = description.subarray(16);
    const avcC = find(entry.subarray(78), ['avcC'])[0];
    if (!avcC) continue;
    const view = viewOf(entry);
    return {
      kind: 'video',
      timescale: viewOf(mediaHeader).getUint32(mediaHeader[0] === 1 ? 20 : 12),
      width: view.getUint16(24),
      height: view.getUint16(26),
      avcC: avcC.slice(),
      samples: readSamples(table, fileBytes),
    };
  }
  throw unreadable('it holds no plain H.264 track');
}

function readSamples(table: Uint8Array, fileBytes: number): IndexedSample[] {
  const need = (type: string): DataView => {
    const found = find(table, [type])[0];
    if (!found) throw unreadable(`its ${type} table is missing`);
    return viewOf(found);
  };
  const sizes = need('stsz');
  const count = sizes.getUint32(8);
  const fixedSize = sizes.getUint32(4);
  const durations = expandRuns(need('stts'), count);
  const keyTable = find(table, ['stss'])[0];
  const keys = keyTable && new Set(readTable(viewOf(keyTable), 4));
  const wide = find(table, ['co64'])[0];
  const offsets = wide ? readWideTable(viewOf(wide)) : readTable(need('stco'), 4);
  const runs = readTable(need('stsc'), 12);
  const samples: IndexedSample[] = [];
  for (let chunk = 0, run = 0; chunk < offsets.length && samples.length < count; chunk++) {
    if (run + 3 < runs.length && runs[run + 3]! <= chunk + 1) run += 3;
    let offset = offsets[chunk]!;
    for (let index = 0; index < runs[run + 1]! && samples.length < count; index++) {
      const size = fixedSize || sizes.getUint32(12 + samples.length * 4);
      if (offset + size > fileBytes) throw unreadable('it is cut short');
      samples.push({
        offset,
        size,
        duration: durations[samples.length]!,
        isKey: keys ? keys.has(samples.length + 1) : true,
      });
      offset += size;
    }
  }
  return samples;
}

/** Contents of all boxes at a path. */
function find(bytes: Uint8Array, path: readonly string[]): Uint8Array[] {
  const [type, ...rest] = path;
  if (type === undefined) return [bytes];
  const found: Uint8Array[] = [];
  const view = viewOf(bytes);
  for (let at = 0; at + 8 <= bytes.length;) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? bytes.length - at : short;
    if (size < head || at + size > bytes.length) break;
    if (ascii(bytes, at + 4, 4) === type) found.push(...find(bytes.subarray(at + head, at + size), rest));
    at += size;
  }
  return found;
}

/** The 32-bit numbers after a version, flags and a count of entries. */
function readTable(view: DataView, entryBytes: number): number[] {
  const count = (view.getUint32(4) * entryBytes) / 4;
  return Array.from({ length: count }, (_, index) => view.getUint32(8 + index * 4));
}

function readWideTable(view: DataView): number[] {
  return Array.from({ length: view.getUint32(4) }, (_, index) => Number(view.getBigUint64(8 + index * 8)));
}

function expandRuns(view: DataView, count: number): number[] {
  const runs = readTable(view, 8);
  const out: number[] = [];
  for (let index = 0; index < runs.length; index += 2) {
    for (let repeat = 0; repeat < runs[index]! && out.length < count; repeat++) out.push(runs[index + 1]!);
  }
  return out;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function unreadable(why: string): KinoraError {
  return new KinoraError('request.invalid', `The video can't be joined as it is: ${why}. Encode it again first.`);
}
