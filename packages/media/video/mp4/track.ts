/** One coded sample. `duration` counts ticks of its track's timescale. */
export type Mp4Sample = { data: Uint8Array; duration: number; isKey: boolean };

type TrackBase = {
  /** Ticks a second. */
  timescale: number;
  samples: readonly Mp4Sample[];
};

/** H.264 without reordered frames. `avcC` is the decoder configuration record. */
export type VideoTrack = TrackBase & { kind: 'video'; width: number; height: number; avcC: Uint8Array };

/** AAC-LC. `config` is the AudioSpecificConfig; the first `priming` ticks are not heard. */
export type AudioTrack = TrackBase & {
  kind: 'audio';
  channels: number;
  sampleRate: number;
  bitRate: number;
  config: Uint8Array;
  priming: number;
};

/** Timed text a player shows on request. `language` is ISO 639-2, e.g. `eng`. */
export type CaptionTrack = TrackBase & { kind: 'captions'; language: string; width: number; height: number };

/** Timed text that names chapters. */
export type ChapterTrack = TrackBase & { kind: 'chapters'; language: string };

export type Mp4Track = VideoTrack | AudioTrack | CaptionTrack | ChapterTrack;

/** Length of a track in seconds, without an audio track's priming. */
export function trackSeconds(track: Mp4Track): number {
  return (trackTicks(track) - (track.kind === 'audio' ? track.priming : 0)) / track.timescale;
}

/** Sum of the samples' durations. */
export function trackTicks(track: Mp4Track): number {
  return track.samples.reduce((sum, sample) => sum + sample.duration, 0);
}
