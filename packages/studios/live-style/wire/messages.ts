import { errorStatus, frameStyle } from '@kinora/capabilities';
import type { ErrorCode } from '@kinora/capabilities';
import { z } from 'zod';
import { advices, dropReasons, liveLimits } from './limits.ts';

const { smallestSide, largestSide, sideStep, fewestFps, mostFps, mostFrameBytes } = liveLimits;

const side = z
  .number()
  .int()
  .min(smallestSide, `A side has ${smallestSide} to ${largestSide} pixels.`)
  .max(largestSide, `A side has ${smallestSide} to ${largestSide} pixels.`)
  .multipleOf(sideStep, `A side is a multiple of ${sideStep} pixels.`);

const framesPerSecond = z
  .number()
  .min(fewestFps, `${fewestFps} to ${mostFps} frames a second.`)
  .max(mostFps, `${fewestFps} to ${mostFps} frames a second.`);

const count = z.number().int().min(0);

/** Number of a style, given by the page: each style has a larger one than the style before, in the whole session. */
export const generation = count.max(2 ** 31 - 1);

/** Media types of encoded frames. */
export const frameMediaTypes = ['image/jpeg', 'image/webp'] as const;

/** What a session is asked to be: the page's `open`. */
export const openRequest = z.object({
  protocol: z.literal(liveLimits.protocol, 'This page is of another version of Kinora; reload it.'),
  /** Pixels of the frames in both directions. The page crops and scales before it sends. */
  width: side,
  height: side,
  fps: framesPerSecond.default(liveLimits.defaultFps),
  style: frameStyle,
  generation: generation.default(0),
  /** Seed of strokes and papers: the same in a resumed session. */
  seed: count.max(2 ** 31 - 1).default(1),
  /** Which engine paints. Omitted: the first of the route that can. */
  engine: z.object({ provider: z.string().min(1).max(100), model: z.string().min(1).max(200) }).optional(),
  output: z.enum(frameMediaTypes).default('image/jpeg'),
  /** Bytes that the quality of a painted frame is steered to stay below. */
  maxBytes: z.number().int().min(4000).max(mostFrameBytes).default(liveLimits.wantedFrameBytes),
  /**
   * A frame that hardly differs from the one before is answered with the picture before. `threshold`: mean difference of
   * the luma, 0 to 1, in that of 16 × 16 parts that differs most, below which it is skipped; 0 never. A camera's noise stays
   * below the default. `refreshSeconds`: painted anew at least that often.
   */
  skip: z
    .object({ threshold: z.number().min(0).max(0.2), refreshSeconds: z.number().min(0.2).max(30) })
    .default({ threshold: 0.004, refreshSeconds: 1 }),
  /** Share of the picture before that is mixed into the next one, against flicker; 0 none. Omitted: what suits the engine. */
  smoothing: z.number().min(0).max(0.9).optional(),
  /** `sessionId` of a session whose connection broke: it goes on where it was, within `liveLimits.resumeSeconds`. */
  resume: z.uuid().optional(),
});

/** Who paints. */
export const liveEngine = z.object({
  provider: z.string(),
  model: z.string(),
  /** Which version of a model, where that is known. */
  revision: z.string().optional(),
  /** For people, e.g. "Kinora's painters". */
  label: z.string(),
  /** What computes, e.g. `cpu` or `cuda:0`. */
  device: z.string(),
  /** `painter` takes all looks and palettes; `diffusion` reads `style.prompt`. */
  kind: z.enum(['painter', 'diffusion']),
  /** Frames of 512 × 512 pixels a second, for all sessions together, as measured; absent before. */
  framesPerSecond: z.number().min(0).optional(),
});

/** Answer to `engines`: what can be chosen in `open`, in order of the route. */
export const enginesAnswer = z.object({
  engines: z.array(liveEngine.extend({ isReady: z.boolean(), problem: z.string().optional() })),
});

/** Why a session was not opened. */
export const refusals = [
  /** It would slow the sessions that run. */
  'busy',
  /** As many sessions as one owner may have. */
  'too-many-sessions',
  /** The engine that was asked for is not there, or none is. */
  'no-engine',
  /** Size, rate or style that can't be had. */
  'unsupported',
  /** The words of the style may not become a picture. */
  'unsafe',
  /** It was opened by somebody else, or with a message that is none. */
  'invalid',
] as const;

/** What is known about the room that is left, so that a page can offer something that works. */
export const admissionEstimate = z.object({
  /** Frames a second of the asked size that the engine paints for all sessions. */
  capacityFps: z.number().min(0),
  /** Of these, what running sessions have been promised. */
  promisedFps: z.number().min(0),
  /** What this session asked for. */
  askedFps: z.number().min(0),
  sessions: count,
  /** The best that would be let in now; null when nothing would. */
  offer: z.object({ width: side, height: side, fps: framesPerSecond }).nullable(),
  /** Seconds after which it is worth another try; null when that can't be known. */
  retryAfter: z.number().min(0).nullable(),
});

/** A refusal, in words and for programs. */
export const liveProblem = z.object({
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  reason: z.enum(refusals),
  /** What happened and what to do. */
  message: z.string(),
  estimate: admissionEstimate.optional(),
});

/** A session as it was agreed on. */
export const openedSession = z.object({
  /** Unguessable; the only key to resume the session. */
  sessionId: z.uuid(),
  engine: liveEngine,
  /** Why another engine than the first of the route, or than the asked one, paints. */
  note: z.string().optional(),
  width: side,
  height: side,
  fps: framesPerSecond,
  /** Of the style that the next frame will be painted in. */
  generation,
  /** Whether an earlier session goes on; false for a new one, also when the one to resume was gone. */
  isResumed: z.boolean(),
  /** Seconds that it is kept after the connection breaks. */
  resumeSeconds: z.number(),
});

/** Answer to `open` and to `adjust`. */
export const openAnswer = z.union([z.object({ session: openedSession }), z.object({ problem: liveProblem })]);

/** Another style, from the next frame on. */
export const styleMessage = z.object({
  style: frameStyle,
  generation,
  /** Seconds that the change takes; 0 at once. */
  blend: z.number().min(0).max(10).default(1),
});

/** Answer to `style`. A generation that is not larger than the one before changes nothing. */
export const styleAnswer = z.union([
  /** Style that the next frame will be painted in. */
  z.object({ generation }),
  z.object({ problem: liveProblem }),
]);

/** Other size or rate for a session that runs: a rung of the ladder. The answer is an {@link openAnswer}. */
export const adjustMessage = z
  .object({ width: side, height: side, fps: framesPerSecond })
  .partial()
  .refine((message) => Object.keys(message).length > 0, 'Name a size or a rate.');

/**
 * What goes before the bytes of a frame. Times in `…At` are seconds on the page's clock that never goes back
 * (`performance.now() / 1000`); the server only gives them back and compares them with each other.
 */
export const frameHeader = z.object({
  /** From 1, larger with each frame of the session, also over a resume. */
  sequence: z.number().int().min(1),
  /** Of the style the page shows now. */
  generation,
  capturedAt: z.number().min(0),
  /** Milliseconds between capture and sending; the server adds its own wait to tell whether a frame is stale. */
  ageMs: z.number().min(0).max(60_000),
  mediaType: z.enum(frameMediaTypes).default('image/jpeg'),
});

/** What goes before the bytes of a painted frame. */
export const paintedHeader = z.object({
  sequence: z.number().int().min(1),
  /** Of the style it was painted in: never smaller than in an answer before. */
  generation,
  capturedAt: z.number().min(0),
  mediaType: z.enum(frameMediaTypes),
  width: side,
  height: side,
  /** Milliseconds between arrival and its turn. */
  queuedMs: z.number().min(0),
  /** Milliseconds of painting, decoding and encoding included; 0 for a repeat. */
  paintedMs: z.number().min(0),
  /** The frame hardly differed from the one before: the same picture again; the message has no bytes then. */
  isRepeat: z.boolean(),
});

/** Answer to `frame`. A painted frame's bytes are the second argument of the acknowledgement, unless it is a repeat. */
export const frameAnswer = z.union([
  z.object({ painted: paintedHeader }),
  z.object({
    sequence: count,
    dropped: z.enum(dropReasons),
    /** What to do, where that isn't plain. */
    message: z.string().optional(),
  }),
]);

const spread = z.object({ p50: z.number().min(0), p95: z.number().min(0) });

/** What the server tells each session once a second while it is open. */
export const statusMessage = z.object({
  engine: liveEngine,
  generation,
  width: side,
  height: side,
  /** As agreed on. */
  fps: framesPerSecond,
  isPaused: z.boolean(),
  /** Frames that came and pictures that went in the last second. */
  framesIn: z.number().min(0),
  framesOut: z.number().min(0),
  /** Frames since the session was opened that gave no picture, by reason. */
  drops: z.partialRecord(z.enum(dropReasons), count),
  /** Pictures given again since the session was opened. */
  repeats: count,
  /** Mean bytes of a frame in the last ten seconds; 0 without any. */
  bytesIn: z.number().min(0),
  bytesOut: z.number().min(0),
  /** Milliseconds, of the last ten seconds. */
  queuedMs: spread,
  paintedMs: spread,
  server: z.object({
    /** Sessions of everybody. */
    sessions: count,
    /** How busy the engine was in the last second, 0 to 1. */
    load: z.number().min(0).max(1),
    /** Frames of all sessions that wait for their turn; one a session at most. */
    waiting: count,
    /** Frames a second of this session's size that the engine paints for all. */
    capacityFps: z.number().min(0),
    promisedFps: z.number().min(0),
  }),
});

/** What the server advises when it can't keep up, or can again. The page decides, and answers with `adjust` or `close`. */
export const degradeMessage = z.object({
  advice: z.enum(advices),
  /** What to change to; for `on-device` what was asked for at first. */
  width: side,
  height: side,
  fps: framesPerSecond,
  /** For people: what was measured and what the change does. */
  reason: z.string(),
});

/** The end of a session that the page did not ask for. */
export const closedMessage = z.object({
  reason: z.enum(['idle', 'engine-lost', 'server-stops', 'taken-over', 'forbidden']),
  message: z.string(),
  /** Whether `open` can be tried again at once. */
  isRetryable: z.boolean(),
});

export type OpenRequest = z.infer<typeof openRequest>;
export type OpenRequestInput = z.input<typeof openRequest>;
export type LiveEngine = z.infer<typeof liveEngine>;
export type EnginesAnswer = z.infer<typeof enginesAnswer>;
export type Refusal = (typeof refusals)[number];
export type AdmissionEstimate = z.infer<typeof admissionEstimate>;
export type LiveProblem = z.infer<typeof liveProblem>;
export type OpenedSession = z.infer<typeof openedSession>;
export type OpenAnswer = z.infer<typeof openAnswer>;
export type StyleMessage = z.infer<typeof styleMessage>;
export type StyleMessageInput = z.input<typeof styleMessage>;
export type StyleAnswer = z.infer<typeof styleAnswer>;
export type AdjustMessage = z.infer<typeof adjustMessage>;
export type FrameHeader = z.infer<typeof frameHeader>;
export type FrameHeaderInput = z.input<typeof frameHeader>;
export type FrameMediaType = (typeof frameMediaTypes)[number];
export type PaintedHeader = z.infer<typeof paintedHeader>;
export type FrameAnswer = z.infer<typeof frameAnswer>;
export type StatusMessage = z.infer<typeof statusMessage>;
export type DegradeMessage = z.infer<typeof degradeMessage>;
export type ClosedMessage = z.infer<typeof closedMessage>;
