import type { FrameStyler, Look } from '@kinora/capabilities';
import { degradationLadder, liveLimits } from '@kinora/studios/live-style/schema';
import type { AdmissionEstimate } from '@kinora/studios/live-style/schema';

/** What a session takes of an engine. */
export type Demand = { width: number; height: number; fps: number; look: Look };

/** Share of an engine that sessions may be promised: the rest is for what a machine does beside. */
const promisedShare = 0.85;

/** Milliseconds of a frame of 512 × 512 pixels until the first one was measured. */
const assumedMs = { painter: 45, diffusion: 250 };

/** What frames take on an engine, by look, as measured. */
export type Costs = {
  /** Notes what a frame took. */
  note(demand: Demand, milliseconds: number): void;
  /** Milliseconds that a frame takes. */
  of(demand: Demand): number;
};

/**
 * Learns what frames take, by look, for their pixels. A frame that took long beside others tells more of the machine's other
 * work than of itself: costs fall at once and rise slowly.
 * @param byLook What was learnt before, and is learnt now: milliseconds of a frame of 512 × 512 pixels.
 */
export function createCosts(engine: FrameStyler, byLook: Map<Look, number> = new Map()): Costs {
  return {
    note(demand, milliseconds) {
      const ms = milliseconds / areaOf(demand);
      const known = byLook.get(demand.look);
      byLook.set(demand.look, known === undefined ? ms : known + (ms - known) * (ms < known ? 0.3 : 0.05));
    },
    of(demand) {
      const { framesPerSecond, parallel = 1 } = engine.load();
      const usual =
        framesPerSecond === undefined ? assumedMs[engine.kind ?? 'painter'] : (1000 * parallel) / framesPerSecond;
      return (byLook.get(demand.look) ?? usual) * areaOf(demand);
    },
  };
}

/** Whether a session may come in, beside those that run. */
export type Admission = { isAdmitted: boolean; estimate: AdmissionEstimate };

/**
 * Decides whether a session may come in: with it, the frames that all have been promised may take 85 % of what the engine
 * can do. One that is alone always may: nobody else is slowed by it.
 */
export function admit(
  asked: Demand,
  running: readonly Demand[],
  { engine, costs }: { engine: FrameStyler; costs: Costs },
): Admission {
  const room = (engine.load().parallel ?? 1) * 1000 * promisedShare;
  const promised = running.reduce((sum, demand) => sum + demand.fps * costs.of(demand), 0);
  const fits = (demand: Demand) => promised + demand.fps * costs.of(demand) <= room;
  const cost = costs.of(asked);
  const isAdmitted = running.length === 0 || fits(asked);
  const rungs = degradationLadder(asked, { hasDevice: false });
  const slowest = { ...(rungs.at(-1) ?? asked), fps: liveLimits.fewestFps };
  const offer = [...rungs, slowest].find((rung) => fits({ ...asked, ...rung }));
  return {
    isAdmitted,
    estimate: {
      capacityFps: round(room / cost),
      promisedFps: round(promised / cost),
      askedFps: asked.fps,
      sessions: running.length,
      offer: offer ? { width: offer.width, height: offer.height, fps: offer.fps } : null,
      retryAfter: null,
    },
  };
}

/** Work of a frame beside one of 512 × 512 pixels; a tenth of that is the same for every size. */
const areaOf = ({ width, height }: { width: number; height: number }) => 0.1 + (0.9 * width * height) / 512 ** 2;

const round = (value: number) => Math.round(value * 10) / 10;
