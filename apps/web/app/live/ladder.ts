import { degradationLadder, scaleSide } from '@kinora/studios/live-style/schema';

/** Who paints: WebGL on this device, WebAssembly on this device, or Kinora's server. */
export type EngineKind = 'gl' | 'worker' | 'server';

/** One rung of the ladder: what is painted, or that another engine takes over. */
export type Rung = { width: number; height: number; fps: number; isElsewhere: boolean };

/**
 * What is given up, step by step, when an engine can't keep up: first pixels, then pictures a second, at last the engine.
 * @param asked What was asked for: the first rung.
 * @param canGoElsewhere Whether another engine could take over.
 */
export function rungsFor(
  engine: EngineKind,
  asked: { width: number; height: number; fps: number },
  canGoElsewhere: boolean,
): Rung[] {
  if (engine === 'server')
    return degradationLadder(asked, { hasDevice: canGoElsewhere }).map(({ where, ...rung }) => ({
      ...rung,
      isElsewhere: where === 'device',
    }));
  const scaled = (scale: number, fps = asked.fps) => ({
    width: scaleSide(asked.width, scale),
    height: scaleSide(asked.height, scale),
    fps,
    isElsewhere: false,
  });
  return [
    { ...asked, isElsewhere: false },
    scaled(0.75),
    scaled(0.5),
    scaled(0.5, Math.ceil(asked.fps / 2)),
    ...(canGoElsewhere ? [{ ...asked, isElsewhere: true }] : []),
  ];
}

/** How painting goes at present, over the last seconds. */
export type Pace = {
  engine: EngineKind;
  /** Pictures a second that are wanted and that are shown. */
  wantedFps: number;
  shownFps: number;
  /** 95th percentile of the delay from camera to screen, milliseconds. */
  delayP95: number;
};

/** Where on the ladder it stands: 0 is what was asked for. */
export type Standing = {
  rung: number;
  /** Seconds in which it went badly, or well, without a break. */
  badFor: number;
  goodFor: number;
  /** Rungs above that had to be left again soon: it isn't tried again so soon. */
  falls: number;
};

export const atTheTop: Standing = { rung: 0, badFor: 0, goodFor: 0, falls: 0 };

const patience = 4;
const recovery = 30;

/** The slowest that still looks like moving, and the longest wait that still feels live, by who paints. */
const bounds: Record<EngineKind, { part: number; delay: number }> = {
  gl: { part: 0.4, delay: 300 },
  worker: { part: 0.3, delay: 350 },
  server: { part: 0.6, delay: 450 },
};

/** Whether pictures come too rarely or too late. */
export function isStruggling(pace: Pace): boolean {
  const { part, delay } = bounds[pace.engine];
  return pace.shownFps < part * pace.wantedFps || pace.delayP95 > delay;
}

/**
 * One look at how it goes: after four bad seconds the next rung is taken, after thirty good ones the one before comes back;
 * each time that failed, the next try waits twice as long.
 * @param seconds Since the last look.
 */
export function climb(standing: Standing, pace: Pace, rungs: readonly Rung[], seconds: number): Standing {
  if (isStruggling(pace)) {
    const badFor = standing.badFor + seconds;
    if (badFor < patience || standing.rung >= rungs.length - 1) return { ...standing, badFor, goodFor: 0 };
    // A fall soon after a climb.
    const falls = standing.falls + (standing.goodFor < recovery && standing.falls > 0 ? 1 : 0);
    return { rung: standing.rung + 1, badFor: 0, goodFor: 0, falls: Math.min(5, falls) };
  }
  const goodFor = standing.goodFor + seconds;
  if (standing.rung === 0 || goodFor < recovery * 2 ** standing.falls) return { ...standing, goodFor, badFor: 0 };
  return { rung: standing.rung - 1, badFor: 0, goodFor: 0, falls: standing.falls + 1 };
}

/** What was given up, for people. Empty at the top. */
export function explainRung(rungs: readonly Rung[], index: number): string {
  const [asked, rung] = [rungs[0], rungs[index]];
  if (!asked || !rung || index === 0) return '';
  if (rung.isElsewhere) return 'It couldn’t keep up even with smaller and fewer pictures, so another engine paints.';
  const parts = [
    rung.width !== asked.width &&
      `painted at ${rung.width} × ${rung.height} instead of ${asked.width} × ${asked.height}`,
    rung.fps !== asked.fps && `${rung.fps} pictures a second instead of ${asked.fps}`,
  ].filter(Boolean);
  return `To keep moving: ${parts.join(', ')}.`;
}
