/** One coded sample. `duration` counts ticks of its track's timescale. */
export type Mp4Sample = { data: Uint8Array; duration: number; isKey: boolean };

/** A coded sample that lies in a file: films are larger than what fits into memory. */
export type StoredSample = { file: number; offset: number; size: number; duration: number; isKey: boolean };

type TrackBase<Sample> = {
  /** Ticks a second. */
  timescale: number;
  samples: readonly Sample[];
};

/** H.264 without reordered frames. `avcC` is the decoder configuration record. */
export type VideoTrack<Sample = Mp4Sample> = TrackBase<Sample> & {
  kind: 'video';
  width: number;
  height: number;
  avcC: Uint8Array;
};

/** Sound, of which the first `priming` ticks are not heard. */
export type AudioTrack<Sample = Mp4Sample> = TrackBase<Sample> & {
  kind: 'audio';
  /** Default `aac`. */
  coding?: AudioCoding;
  channels: number;
  sampleRate: number;
  bitRate: number;
  /** AAC: the AudioSpecificConfig. FLAC: STREAMINFO without its header. Opus: the OpusHead of Ogg. MP3: nothing. */
  config: Uint8Array;
  priming: number;
};

/** Codings of sound that browsers play from an MP4. */
export type AudioCoding = 'aac' | 'mp3' | 'flac' | 'opus';

/** Timed text a player shows on request. `language` is ISO 639-2, e.g. `eng`. */
export type CaptionTrack = TrackBase<Mp4Sample> & { kind: 'captions'; language: string; width: number; height: number };

/** Timed text that names chapters. */
export type ChapterTrack = TrackBase<Mp4Sample> & { kind: 'chapters'; language: string };

export type Mp4Track<Sample = Mp4Sample> = VideoTrack<Sample> | AudioTrack<Sample> | CaptionTrack | ChapterTrack;

/** A track whose samples may lie in files. */
export type PlannedTrack = Mp4Track<Mp4Sample | StoredSample>;

/** Bytes of a sample. */
export function sizeOf(sample: Mp4Sample | StoredSample): number {
  return 'data' in sample ? sample.data.length : sample.size;
}

/** Length of a track in seconds, without an audio track's priming. */
export function trackSeconds(track: PlannedTrack): number {
  return (trackTicks(track) - (track.kind === 'audio' ? track.priming : 0)) / track.timescale;
}

/** Sum of the samples' durations. */
export function trackTicks(track: PlannedTrack): number {
  return track.samples.reduce((sum, { duration }) => sum + duration, 0);
}
