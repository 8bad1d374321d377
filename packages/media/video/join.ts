import { KinoraError, isKinoraError } from '@kinora/capabilities/errors';
import { decodeVideoSync } from './decode.ts';
import type { MediaSource } from './decode.ts';
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
  const { width, height } = model;
  const tracks = read.map((track, index) => {
    if (track && joins(track, model, fps)) return track;
    const again = encodeSegmentAgain(segments[index]!, { width, height, fps });
    if (joins(again, model, fps)) return again;
    throw new KinoraError('request.invalid', 'The segments were encoded with different settings; make them again.');
  });
  return { ...model, samples: tracks.flatMap(({ samples }) => samples) };
}

/** Encodes a film with the settings of Kinora's segments. */
export function encodeSegmentAgain(
  segment: MediaSource,
  { width, height, fps }: { width: number; height: number; fps: number },
): VideoTrack {
  using encoder = createSegmentEncoder({ width, height, fps });
  for (const frame of decodeVideoSync(segment, { width, height })) encoder.addFrame(frame);
  return readVideoTrack(encoder.finish());
}

function tryRead(segment: Uint8Array, fps: number): VideoTrack | undefined {
  try {
    const track = readVideoTrack(segment);
    return isEven(track, fps) ? track : undefined;
  } catch (error) {
    if (isKinoraError(error) && error.code === 'request.invalid') return undefined;
    throw error;
  }
}

type TrackFacts = VideoTrack<{ duration: number; isKey: boolean }>;

/** Whether a track can follow another without being encoded again. */
export function joins(track: TrackFacts, model: TrackFacts, fps: number): boolean {
  return (
    isEven(track, fps) &&
    track.width === model.width &&
    track.height === model.height &&
    track.timescale === model.timescale &&
    Buffer.compare(track.avcC, model.avcC) === 0 &&
    track.samples[0]?.isKey === true
  );
}

/** Whether each frame lasts a frame. */
function isEven({ samples, timescale }: TrackFacts, fps: number): boolean {
  return samples.every(({ duration }) => duration === timescale / fps);
}
