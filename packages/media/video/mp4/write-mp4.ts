import { KinoraError } from '@kinora/capabilities/errors';
import { box, concatBytes, fixed, fullBox, latin1, u16, u32, u32Table, u64 } from './boxes.ts';
import { metadataBox, xmpBox } from './metadata.ts';
import type { Mp4Metadata } from './metadata.ts';
import { sampleDescription } from './sample-entry.ts';
import { sizeOf, trackSeconds, trackTicks } from './track.ts';
import type { Mp4Track, PlannedTrack } from './track.ts';

/** The clock of the movie header and of edit lists: whole for every frame at 24, 25, 30 or 60 a second and every sample. */
const movieTimescale = 48_000;
/** Seconds of one track in a row before the next track's turn, so that a player never seeks far. */
const chunkSeconds = 0.5;

/** Samples of one track that lie together in the file. `start` in seconds. */
export type Chunk = { track: number; first: number; count: number; start: number; bytes: number };

/**
 * Writes an MP4 (ISO/IEC 14496-14) that plays while it loads: the index comes before the media.
 * @param tracks Video first. A chapter track is tied to the video and audio tracks.
 * @param metadata Title, cover, provenance. Omitted: none.
 * @throws KinoraError `request.invalid` above 4 GiB.
 */
export function writeMp4(tracks: readonly Mp4Track[], metadata: Mp4Metadata = {}): Uint8Array {
  const { head, chunks, mediaBytes } = planMp4(tracks, metadata);
  const out = new Uint8Array(head.length + mediaBytes);
  out.set(head);
  let at = head.length;
  for (const chunk of chunks) {
    const samples = tracks[chunk.track]!.samples;
    for (let index = chunk.first; index < chunk.first + chunk.count; index++) {
      out.set(samples[index]!.data, at);
      at += samples[index]!.data.length;
    }
  }
  return out;
}

/** What an MP4 starts with, up to its media, and the order in which the media follow. */
export type Mp4Plan = { head: Uint8Array; chunks: Chunk[]; mediaBytes: number };

/** Lays an MP4 out, see {@link writeMp4}; only the sizes of the samples must be known. */
export function planMp4(tracks: readonly PlannedTrack[], metadata: Mp4Metadata = {}): Mp4Plan {
  const chunks = planChunks(tracks);
  const mediaBytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
  const type = box('ftyp', 'isom', u32(512), 'isomiso2avc1mp41');
  const xmp = metadata.xmp ? xmpBox(metadata.xmp) : new Uint8Array();
  // The index holds file offsets but its size does not depend on them, so a first pass with zero measures it.
  const moovSize = movieBox(tracks, chunks, 0, metadata).length;
  const mediaStart = type.length + moovSize + xmp.length + 8;
  if (mediaStart + mediaBytes >= 2 ** 32) {
    throw new KinoraError('request.invalid', 'The film is larger than 4 GiB; make it shorter or smaller.');
  }
  const head = concatBytes([
    type,
    movieBox(tracks, chunks, mediaStart, metadata),
    xmp,
    concatBytes([u32(mediaBytes + 8), 'mdat']),
  ]);
  return { head, chunks, mediaBytes };
}

/** Groups each track's samples and sorts the groups by time. */
function planChunks(tracks: readonly PlannedTrack[]): Chunk[] {
  const chunks: Chunk[] = [];
  tracks.forEach((track, index) => {
    let ticks = 0;
    let chunk: Chunk | undefined;
    track.samples.forEach((sample, sampleIndex) => {
      const start = ticks / track.timescale;
      if (!chunk || start - chunk.start >= chunkSeconds) {
        chunk = { track: index, first: sampleIndex, count: 0, start, bytes: 0 };
        chunks.push(chunk);
      }
      chunk.count++;
      chunk.bytes += sizeOf(sample);
      ticks += sample.duration;
    });
  });
  return chunks.sort((a, b) => a.start - b.start || a.track - b.track);
}

function movieBox(
  tracks: readonly PlannedTrack[],
  chunks: readonly Chunk[],
  mediaStart: number,
  metadata: Mp4Metadata,
): Uint8Array {
  const offsets = tracks.map((): number[] => []);
  let at = mediaStart;
  for (const chunk of chunks) {
    offsets[chunk.track]!.push(at);
    at += chunk.bytes;
  }
  const seconds = Math.max(0, ...tracks.map(trackSeconds));
  const chapterTrack = tracks.findIndex((track) => track.kind === 'chapters');
  const traks = tracks.map((track, index) =>
    trackBox(track, {
      id: index + 1,
      chunks: chunks.filter((chunk) => chunk.track === index),
      offsets: offsets[index]!,
      chapterTrackId: track.kind === 'video' || track.kind === 'audio' ? chapterTrack + 1 : 0,
    }),
  );
  const header = fullBox(
    'mvhd',
    0,
    0,
    u32(0),
    u32(0),
    u32(movieTimescale),
    u32(Math.round(seconds * movieTimescale)),
    fixed(1),
    [1, 0],
    new Uint8Array(10),
    identityMatrix,
    new Uint8Array(24),
    u32(tracks.length + 1),
  );
  return box('moov', header, ...traks, metadataBox(metadata, chapterList(tracks)));
}

type TrackLayout = { id: number; chunks: readonly Chunk[]; offsets: readonly number[]; chapterTrackId: number };

function trackBox(track: PlannedTrack, layout: TrackLayout): Uint8Array {
  const duration = Math.round(trackSeconds(track) * movieTimescale);
  const isShown = track.kind === 'video' || track.kind === 'captions';
  const isEnabled = track.kind === 'video' || track.kind === 'audio';
  const header = fullBox(
    'tkhd',
    0,
    isEnabled ? 3 : track.kind === 'captions' ? 2 : 0,
    u32(0),
    u32(0),
    u32(layout.id),
    u32(0),
    u32(duration),
    new Uint8Array(8),
    u16(0),
    u16(track.kind === 'captions' ? 3 : track.kind === 'audio' ? 1 : 0),
    u16(track.kind === 'audio' ? 256 : 0),
    u16(0),
    identityMatrix,
    fixed(isShown ? track.width : 0),
    fixed(isShown ? track.height : 0),
  );
  const start = track.kind === 'audio' ? track.priming : 0;
  const edit = box('edts', fullBox('elst', 0, 0, u32(1), u32(duration), u32(start), fixed(1)));
  const reference = layout.chapterTrackId ? [box('tref', box('chap', u32(layout.chapterTrackId)))] : [];
  return box('trak', header, edit, ...reference, mediaBox(track, layout));
}

const handlers = {
  video: ['vide', 'VideoHandler', fullBox('vmhd', 0, 1, new Uint8Array(8))],
  audio: ['soun', 'SoundHandler', fullBox('smhd', 0, 0, u32(0))],
  captions: ['sbtl', 'SubtitleHandler', fullBox('nmhd', 0, 0)],
  // A chapter track is QuickTime text: it carries a generic media header.
  chapters: [
    'text',
    'ChapterHandler',
    box(
      'gmhd',
      fullBox('gmin', 0, 0, u16(0x40), u16(0x8000), u16(0x8000), u16(0x8000), u32(0)),
      box('text', fixed(1), u32(0), u32(0), u32(0), fixed(1), u32(0), u32(0), u32(0), u32(0x40000000)),
    ),
  ],
} as const;

function mediaBox(track: PlannedTrack, layout: TrackLayout): Uint8Array {
  const [handler, name, mediaHeader] = handlers[track.kind];
  const language = 'language' in track ? track.language : 'und';
  return box(
    'mdia',
    fullBox(
      'mdhd',
      0,
      0,
      u32(0),
      u32(0),
      u32(track.timescale),
      u32(trackTicks(track)),
      u16(packLanguage(language)),
      u16(0),
    ),
    fullBox('hdlr', 0, 0, u32(0), handler, new Uint8Array(12), name, [0]),
    box(
      'minf',
      mediaHeader,
      box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1))),
      sampleTable(track, layout),
    ),
  );
}

function sampleTable(track: PlannedTrack, layout: TrackLayout): Uint8Array {
  const { samples } = track;
  const times: number[] = [];
  for (const { duration } of samples) {
    if (times.at(-1) === duration) times[times.length - 2]!++;
    else times.push(1, duration);
  }
  const chunkRuns: number[] = [];
  layout.chunks.forEach((chunk, index) => {
    if (chunkRuns.at(-2) !== chunk.count) chunkRuns.push(index + 1, chunk.count, 1);
  });
  const keys = samples.flatMap((sample, index) => (sample.isKey ? [index + 1] : []));
  const isAllKeys = keys.length === samples.length;
  return box(
    'stbl',
    sampleDescription(track),
    fullBox('stts', 0, 0, u32(times.length / 2), u32Table(times)),
    ...(isAllKeys ? [] : [fullBox('stss', 0, 0, u32(keys.length), u32Table(keys))]),
    fullBox('stsc', 0, 0, u32(chunkRuns.length / 3), u32Table(chunkRuns)),
    fullBox('stsz', 0, 0, u32(0), u32(samples.length), u32Table(samples.map(sizeOf))),
    fullBox('stco', 0, 0, u32(layout.offsets.length), u32Table(layout.offsets)),
  );
}

/** Nero's chapter list, which players that don't follow chapter tracks read. Starts in units of 100 ns. */
function chapterList(tracks: readonly PlannedTrack[]): Uint8Array[] {
  const chapters = tracks.find((track) => track.kind === 'chapters');
  if (!chapters || chapters.samples.length === 0 || chapters.samples.length > 255) return [];
  let ticks = 0;
  const entries = chapters.samples.map((sample) => {
    const length = (sample.data[0]! << 8) | sample.data[1]!;
    const name = sample.data.subarray(2, 2 + Math.min(length, 255));
    const entry = concatBytes([u64(Math.round((ticks / chapters.timescale) * 1e7)), [name.length], name]);
    ticks += sample.duration;
    return entry;
  });
  return [fullBox('chpl', 1, 0, u32(0), [entries.length], ...entries)];
}

const identityMatrix = u32Table([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000]);

/** ISO 639-2 in three times five bits. */
function packLanguage(code: string): number {
  return latin1(code).reduce((bits, letter) => (bits << 5) | (letter - 0x60), 0);
}
