import { degradationLadder, liveLimits } from '@kinora/studios/live-style/schema';
import type { DegradeMessage } from '@kinora/studios/live-style/schema';

/** How a session did in a second. */
export type Strain = {
  width: number;
  height: number;
  /** As agreed on. */
  fps: number;
  framesIn: number;
  /** Painted or given again. */
  framesOut: number;
  /** Dropped because they were too old, or because the engine failed. */
  lost: number;
  /** Milliseconds between arrival and answer, 95th percentile of the last seconds. */
  answerMs: number;
  /** How busy the engine is, 0 to 1. */
  load: number;
};

/** Advises a session second by second. */
export type Adviser = {
  /**
   * Looks at one second. @returns What to change, or null.
   * @param options.fits Whether a larger size or rate would be let in.
   */
  look(
    strain: Strain,
    options: { fits: (rung: { width: number; height: number; fps: number }) => boolean },
  ): DegradeMessage | null;
};

/** Seconds of strain before a rung down is advised, of calm before one up, and between two advices. */
const [strained, calm, between] = [3, 20, 6];

/** Advises along the ladder of degradation: a rung down after three seconds of strain, one up after twenty of calm. */
export function createAdviser(asked: { width: number; height: number; fps: number }): Adviser {
  const ladder = degradationLadder(asked);
  let strain = 0;
  let rest = 0;
  let since = between;
  return {
    look(now, { fits }) {
      since += 1;
      const problem = now.framesIn === 0 ? null : whatStrains(now);
      strain = problem === null ? 0 : strain + 1;
      rest = problem === null && now.framesIn > 0 && now.load < 0.5 ? rest + 1 : 0;
      if (since < between) return null;
      const place = findPlace(ladder, now);
      const below = ladder[place + 1];
      if (problem !== null && strain >= strained && below) {
        since = strain = 0;
        const advice = below.where === 'device' ? 'on-device' : below.fps < now.fps ? 'slower' : 'smaller';
        const { width, height, fps } = below;
        return { advice, width, height, fps, reason: `${problem} ${helps[advice](below)}` };
      }
      const above = ladder[place - 1];
      if (rest >= calm && above && fits(above)) {
        since = rest = 0;
        const { width, height, fps } = above;
        return {
          advice: 'restore',
          width,
          height,
          fps,
          reason: `There is room again: ${width} × ${height} at ${fps} frames a second should hold.`,
        };
      }
      return null;
    },
  };
}

function whatStrains({ fps, framesIn, framesOut, lost, answerMs, load }: Strain): string | null {
  if (lost / framesIn > 0.2) {
    return `${Math.round((lost / framesIn) * 100)} % of the frames came too late for their turn.`;
  }
  if (answerMs > liveLimits.staleMs * 0.8) return `A picture takes ${Math.round(answerMs)} ms to come back.`;
  if (load > 0.9 && framesOut < fps * 0.75) {
    return `This machine paints ${framesOut} of ${fps} frames a second.`;
  }
  return null;
}

const helps = {
  smaller: ({ width, height }: { width: number; height: number }) =>
    `Smaller pictures, ${width} × ${height}, are painted faster.`,
  slower: ({ fps }: { fps: number }) => `${fps} frames a second leave time for each.`,
  'on-device': () => 'This device can paint by itself, without the way to the server and back.',
};

/** The rung that a session stands on: the lowest whose size and rate it doesn't go below. */
function findPlace(
  ladder: readonly { width: number; height: number; fps: number; where: string }[],
  now: { width: number; height: number; fps: number },
): number {
  const place = ladder.findLastIndex(
    (rung) => rung.where === 'server' && now.width <= rung.width && now.height <= rung.height && now.fps <= rung.fps,
  );
  return Math.max(0, place);
}
