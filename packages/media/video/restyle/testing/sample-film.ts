import { assembleVideoSync } from '../../assemble.ts';
import { readVideoTrack } from '../../mp4/read-mp4.ts';
import { writeMp4 } from '../../mp4/write-mp4.ts';
import { createSegmentEncoder } from '../../segment-encoder.ts';

/** A small film for tests. */
export type SampleFilm = {
  width?: number;
  height?: number;
  /** Frames a second, a whole number. Default 10. */
  fps?: number;
  seconds?: number;
  hasSound?: boolean;
  /** Ticks of each frame in turn, of 512 a frame: an unsteady rate. Default even. */
  pace?: readonly number[];
  /** Says that it was filmed with the phone upright: shown turned to the right. */
  isTurned?: boolean;
};

/**
 * A film of which each frame tells its number: its grey is 40 plus eight for each frame, up to 200 and round again; the left
 * upper quarter is white. The sound is a note.
 */
export function makeSampleFilm({
  width = 128,
  height = 96,
  fps = 10,
  seconds = 2,
  hasSound = true,
  pace,
  isTurned = false,
}: SampleFilm = {}): Uint8Array {
  using encoder = createSegmentEncoder({ width, height, fps });
  const rgba = new Uint8Array(width * height * 4);
  const frames = Math.round(seconds * fps);
  for (let frame = 0; frame < frames; frame++) {
    rgba.fill(greyOf(frame));
    for (let y = 0; y < height / 2; y++) rgba.fill(255, y * width * 4, (y * width + width / 2) * 4);
    encoder.addRgba(rgba);
  }
  const segment = encoder.finish();
  const createdAt = new Date('2026-11-21T20:00:00Z');
  const provenance = {
    title: 'Sample',
    language: 'en',
    sourceType: 'algorithmicMedia',
    generator: 'Kinora',
    models: [],
    createdAt,
  } as const;
  const pcm = {
    sampleRate: 48_000,
    channels: [Float32Array.from({ length: Math.round(48_000 * seconds) }, (_, at) => Math.sin(at / 20) / 4)],
  };
  const film = pace
    ? paced(segment, pace)
    : assembleVideoSync({
        segments: [segment],
        fps,
        ...(hasSound && { pcm }),
        details: { provenance: { ...provenance, models: [] } },
      });
  return isTurned ? turned(film, height) : film;
}

/** The grey of a frame of {@link makeSampleFilm}. */
export function greyOf(frame: number): number {
  return 40 + ((frame * 8) % 160);
}

function paced(segment: Uint8Array, pace: readonly number[]): Uint8Array {
  const track = readVideoTrack(segment);
  return writeMp4([
    { ...track, samples: track.samples.map((sample, at) => ({ ...sample, duration: pace[at % pace.length] ?? 512 })) },
  ]);
}

/** Writes a quarter turn into the matrix of the film's track header (ISO/IEC 14496-12 §8.3.2). */
function turned(film: Uint8Array, height: number): Uint8Array {
  const copy = Buffer.from(film);
  const matrix = copy.indexOf('tkhd') + 4 + 4 + 36;
  [0, 0x10000, 0, -0x10000, 0, 0, height * 0x10000, 0, 0x40000000].forEach((value, at) =>
    copy.writeInt32BE(value, matrix + at * 4),
  );
  return new Uint8Array(copy);
}
