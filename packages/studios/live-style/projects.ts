import { frameStyle, uploadedFile, writtenText as text } from '@kinora/capabilities';
import type { AssetRef, FrameStyle, ReuseCount } from '@kinora/capabilities';
import { z } from 'zod';

/** Longest video that is styled or recorded, in seconds, and largest files, in bytes. */
export const liveFileLimits = { seconds: 7200, videoBytes: 2_000_000_000, pictureBytes: 40_000_000 } as const;

/**
 * Sizes of a styled video: `512` a square of 512 pixels cut from the middle; `540p` and `720p` that many pixels on the shorter
 * side; `source` as it is, up to 1920 pixels on the longer side. More than 1024 pixels are painted at 1024 and scaled up.
 */
export const videoSizes = ['512', '540p', '720p', 'source'] as const;

/** A video file to be styled. */
export const styleVideoRequest = z.object({
  kind: z.literal('video'),
  file: uploadedFile,
  title: text(120).optional().describe('Default: the name of the file.'),
  style: frameStyle.prefault({}),
  size: z.enum(videoSizes).default('512'),
  fps: z
    .number()
    .min(1, '1 to 60 frames a second.')
    .max(60, '1 to 60 frames a second.')
    .optional()
    .describe('Pictures painted a second. Default: those of the video, at most 15 ("on twos").'),
  sound: z.boolean().default(true).describe("Keeps the video's own sound."),
});

/** Who painted, as `provider/model@revision`: a model that was trained is named as one in the file. */
const engine = text(200).default('builtin/painters@1');

/** A recording of the live page. */
export const recordingRequest = z.object({
  kind: z.literal('recording'),
  file: uploadedFile,
  title: text(120).optional().describe('Default: the look and the time.'),
  style: frameStyle.prefault({}).describe('How it looked when the recording began.'),
  engine,
});

/** A picture of the live page. */
export const snapshotRequest = z.object({
  kind: z.literal('snapshot'),
  file: uploadedFile,
  title: text(120).optional().describe('Default: the look and the time.'),
  style: frameStyle.prefault({}),
  engine,
});

/** What a project of this studio is made of. */
export const liveStyleRequest = z.discriminatedUnion('kind', [styleVideoRequest, recordingRequest, snapshotRequest]);

/**
 * Files such a project can be had as: `video` an MP4 of H.264 and AAC, `recording` the recording as it came but seekable,
 * `picture` a PNG, `thumbnail` a small JPEG.
 */
export const liveOutputKinds = ['video', 'recording', 'picture', 'thumbnail'] as const;

/** What is known about a finished project. */
export type LiveStyleFacts = {
  width: number;
  height: number;
  /** Seconds; 0 for a picture. */
  seconds: number;
  /** Frames a second of the file; 0 for a picture. */
  fps: number;
  hasSound: boolean;
};

/** A styled video, a recording or a snapshot; what a version keeps. */
export type LiveStyleWork = {
  title: string;
  request: LiveStyleRequest;
  facts: LiveStyleFacts;
  outputs: Partial<Record<LiveOutputKind, AssetRef>>;
  reuse: ReuseCount;
  /** Wall-clock seconds since the job began. */
  seconds: { total: number };
  /** For the owner: what was done in another way than asked. */
  notes: string[];
};

/** What happens while such a project is made, in order. `seconds` count from the start of the job. */
export type LiveStyleEvent =
  | { type: 'work-start'; facts: LiveStyleFacts; notes: string[]; seconds: number }
  | { type: 'work-progress'; fraction: number; seconds: number }
  | { type: 'output-end'; output: LiveOutputKind; file: AssetRef; seconds: number }
  | { type: 'work-end'; reuse: ReuseCount; seconds: number };

/** A named style, ready to use. */
export type StylePreset = {
  /** Stable, e.g. `golden-autumn`. */
  id: string;
  name: { en: string; ja: string };
  /** One short sentence. */
  description: { en: string; ja: string };
  style: FrameStyle;
};

export type VideoSize = (typeof videoSizes)[number];
export type StyleVideoRequest = z.infer<typeof styleVideoRequest>;
export type RecordingRequest = z.infer<typeof recordingRequest>;
export type SnapshotRequest = z.infer<typeof snapshotRequest>;
export type LiveStyleRequest = z.infer<typeof liveStyleRequest>;
export type LiveStyleRequestInput = z.input<typeof liveStyleRequest>;
export type LiveOutputKind = (typeof liveOutputKinds)[number];
