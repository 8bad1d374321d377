/** What the live socket holds everybody to. */
export const liveLimits = {
  /** Socket.IO namespace. */
  namespace: '/live',
  /** Version of the messages in this folder; a page of another version is told to reload. */
  protocol: 1,
  /** Pixels of either side. */
  smallestSide: 64,
  largestSide: 1024,
  /** Both sides are multiples of this many pixels. */
  sideStep: 8,
  fewestFps: 1,
  mostFps: 30,
  defaultFps: 5,
  /** Bytes of one encoded frame, in either direction; a larger one is refused before it is decoded. */
  mostFrameBytes: 256_000,
  /** Bytes that the quality of a frame is steered to stay below: 1 Mbit/s at five frames a second. */
  wantedFrameBytes: 25_000,
  /** A frame that is older than this many milliseconds when its turn comes is dropped. */
  staleMs: 500,
  /** Seconds that a session is kept for its page after the connection broke. */
  resumeSeconds: 30,
  /** Seconds without a frame after which a session gives its place away; a page that is hidden says `pause`. */
  idleSeconds: 120,
} as const;

/**
 * Why a frame gave no new picture. Said by the server, in its answer to the frame:
 * - `replaced`: a newer frame of the session came before its turn;
 * - `stale`: it was older than `liveLimits.staleMs` when its turn came;
 * - `too-fast`: more frames than were agreed on in `open`;
 * - `too-large`, `wrong-size`, `malformed`: more bytes, other pixels, or no picture at all;
 * - `paused`: the session is paused;
 * - `failed`: the engine could not paint it; the session goes on;
 * - `closed`: the session had ended.
 *
 * Counted by the page, which never sends or never shows it:
 * - `busy`: the frame before was still on its way (latest wins); the server says it too, to who doesn't read its answers;
 * - `late`: the picture came back older than `liveLimits.staleMs`;
 * - `old-style`: the picture was painted in a style that has been replaced;
 * - `lost`: the connection broke before its answer.
 */
export const dropReasons = [
  'replaced',
  'stale',
  'too-fast',
  'too-large',
  'wrong-size',
  'malformed',
  'paused',
  'failed',
  'closed',
  'busy',
  'late',
  'old-style',
  'lost',
] as const;
export type DropReason = (typeof dropReasons)[number];

/**
 * What helps when a machine can't keep up, gentlest first: fewer pixels, fewer frames, painting on the device of the viewer.
 * `restore` goes one rung back up when there is room again.
 */
export const advices = ['smaller', 'slower', 'on-device', 'restore'] as const;
export type Advice = (typeof advices)[number];

/** One rung of the ladder of degradation. */
export type Rung = { width: number; height: number; fps: number; where: 'server' | 'device' };

/**
 * The ladder of degradation for what a page asked for: first fewer pixels, down to 256, then fewer frames, down to two a second
 * or half of what was asked for (whichever is less), at last the device's own painters.
 * @param options.hasDevice Whether the page can paint by itself. Default true.
 * @returns Rungs from what was asked for downwards; at least one.
 */
export function degradationLadder(
  asked: { width: number; height: number; fps: number },
  { hasDevice = true }: { hasDevice?: boolean } = {},
): Rung[] {
  const rungs: Rung[] = [{ ...asked, where: 'server' }];
  let { width, height, fps } = asked;
  for (const scale of [0.75, 0.625, 0.5]) {
    const [smallerWidth, smallerHeight] = [scaleSide(asked.width, scale), scaleSide(asked.height, scale)];
    if (Math.min(smallerWidth, smallerHeight) < Math.min(256, asked.width, asked.height)) break;
    if (smallerWidth === width && smallerHeight === height) continue;
    [width, height] = [smallerWidth, smallerHeight];
    rungs.push({ width, height, fps, where: 'server' });
  }
  const fewest = Math.max(liveLimits.fewestFps, Math.min(2, Math.floor(asked.fps / 2)));
  for (const slower of [15, 10, 7, 5, 3, 2, 1]) {
    if (slower >= fps || slower < fewest) continue;
    fps = slower;
    rungs.push({ width, height, fps, where: 'server' });
  }
  if (hasDevice) rungs.push({ ...asked, where: 'device' });
  return rungs;
}

/**
 * A length in pixels as the live socket takes it: a multiple of eight between 64 and 1024.
 * @param scale What it is multiplied with first. Default 1.
 */
export function scaleSide(pixels: number, scale = 1): number {
  const { sideStep, smallestSide, largestSide } = liveLimits;
  return Math.min(largestSide, Math.max(smallestSide, Math.round((pixels * scale) / sideStep) * sideStep));
}
