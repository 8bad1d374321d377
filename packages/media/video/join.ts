import { KinoraError, isKinoraError } from '@kinora/capabilities/errors';
import { decodeVideoSync } from './decode.ts';
import { readVideoTrack } from './mp4/read-mp4.ts';
import type { VideoTrack } from './mp4/track.ts';
import { createSegmentEncoder } from './segment-encoder.ts';

/**
 * Joins segments to one track by copying: each frame lasts a frame, none is lost or doubled. A segment made elsewhere,
 * with another size, another encoder or reordered frames, is encoded again to match the first that can be copied.
 */
export function joinSegments(segments: readonly Uint8Array[], { fps = 24 }: { fps?: number } = {}): VideoTrack {
  if (segments.length === 0) throw new KinoraError('request.invalid', 'There are no segments to join.');
  const read = segments.map((segment) => tryRead(segment, fps));
  const model = read.find((track) => track !== undefined);
  if (!model) throw new KinoraError('request.invalid', 'None of the segments is an H.264 MP4 that can be joined.');
  const tracks = read.map((track, index) => (track && matches(track, model) ? track : encodeAgain(segments[index]!)));
  return { ...model, samples: tracks.flatMap(({ samples }) => samples) };

  function encodeAgain(segment: Uint8Array): VideoTrack {
    const { width, height } = model!;
    using encoder = createSegmentEncoder({ width, height, fps });
    for (const frame of decodeVideoSync(segment, { width, height })) encoder.addFrame(frame);
    const track = readVideoTrack(encoder.finish());
    if (!matches(track, model!)) {
      throw new KinoraError('request.invalid', 'The segments were encoded with different settings; make them again.');
    }
    return track;
  }
}

function tryRead(segment: Uint8Array, fps: number): VideoTrack | undefined {
  try {
    const track = readVideoTrack(segment);
    const frameTicks = track.timescale / fps;
    return track.samples.every(({ duration }) => duration === frameTicks) ? track : undefined;
  } catch (error) {
    if (isKinoraError(error) && error.code === 'request.invalid') return undefined;
    throw error;
  }
}

function matches(track: VideoTrack, model: VideoTrack): boolean {
  return (
    track.width === model.width &&
    track.height === model.height &&
    track.timescale === model.timescale &&
    Buffer.compare(track.avcC, model.avcC) === 0 &&
    track.samples[0]?.isKey === true
  );
}
