/** What a recording is, before it is decoded. */
export type RecordingFacts = {
  /** Of the container: `mp4`, `matroska`, `mp3` … */
  format: string;
  /** As far as the file can be read. */
  seconds: number;
  bytes: number;
  /** Upright size in pixels, after rotation; frames a second on average. Null: sound alone. */
  video: { width: number; height: number; fps: number; codec: string } | null;
  /** Null: no sound. */
  audio: { sampleRate: number; channels: number; codec: string } | null;
  /** Tracks within the file; of `isText`, the words can be had with `readSubtitleTrack`. */
  subtitles: { index: number; codec: string; isText: boolean; language?: string; title?: string }[];
  /** Seconds that the file says it has, where it breaks off before. */
  claimedSeconds?: number;
};
