import type { Framing } from '@kinora/capabilities';
import type { Motion } from '../schema.ts';

/** A way of the camera over a picture. */
export type CameraPath = { from: Framing; to: Framing };

/** What is framed of a picture. */
export type FramingKind = 'wide' | 'closer' | 'detail' | 'pan';

/**
 * Far layers of a picture follow a camera only halfway, so framings must differ by much to look like other framings; and
 * each closer one looks to another side than the one before.
 */
const zooms: Record<FramingKind, number> = { wide: 1.02, closer: 1.44, detail: 1.54, pan: 1.3 };
const asides: Record<FramingKind, number> = { wide: 0, closer: 0.15, detail: 0.2, pan: 0.04 };
const largestZoom = 1.6;

/** Orders of framings; the first shot of a picture shows all of it. No two that follow each other are alike. */
const orders: readonly (readonly FramingKind[])[] = [
  ['wide', 'closer', 'pan', 'detail'],
  ['wide', 'pan', 'closer', 'detail'],
  ['wide', 'detail', 'pan', 'closer'],
  ['wide', 'closer', 'detail', 'pan'],
];

/** What the camera does in one shot. */
export type ShotOptions = {
  /** Number of the shot within its picture, from 0. */
  shot: number;
  seconds: number;
  /** [0, 1]: how much the camera may move. */
  intensity: number;
  calm: boolean;
  motion: Motion;
  /** The way that the picture itself asks for: of its first shot, when no other motion is wanted. */
  own?: CameraPath | undefined;
  /** What the picture is about. */
  focus: readonly [x: number, y: number];
  /** How far framings may look past it, 0 to 1: less where somebody stands there. */
  looksAside: number;
  /** Whether the camera draws back when nothing else is asked, as on a summit or a farewell. */
  drawsBack: boolean;
  /** Chooses among orders and directions; any whole number. */
  choice: number;
};

/** By how much framings on both sides of a cut differ, at least in one: a cut between equal ones is a jump. */
export const leastChange = { zoom: 1.18, shift: 0.15 } as const;

/** Whether a cut from one framing to another is worth it. */
export function differs([x, y, zoom]: Framing, [nextX, nextY, nextZoom]: Framing): boolean {
  const ratio = Math.max(zoom, nextZoom) / Math.min(zoom, nextZoom);
  return ratio >= leastChange.zoom || Math.hypot(nextX - x, nextY - y) >= leastChange.shift;
}

/** Which framing a shot has. */
export function framingOf({ shot, choice }: Pick<ShotOptions, 'shot' | 'choice'>): FramingKind {
  const order = orders[choice % orders.length]!;
  return order[shot % order.length]!;
}

/** The camera's way through a shot: what the scene's motion says, as far as intensity and time let it go. */
export function planCamera(options: ShotOptions): CameraPath {
  const { seconds, intensity, calm, focus, shot, choice } = options;
  if (options.own && shot === 0 && options.motion === 'auto') return goAlong(options.own, options);
  const kind = framingOf(options);
  const pace = (0.012 + 0.03 * intensity) * (calm ? 0.6 : 1);
  const travel = Math.min(0.26, pace * seconds + 0.015);
  const motion = options.motion === 'auto' ? autoMotion(kind, options) : options.motion;
  const zoom = zooms[kind];
  const towards = kind === 'wide' ? 0.35 : 0.85;
  const side = (choice + shot) % 2 === 0 ? 1 : -1;
  const [aside, below] = [side * asides[kind] * options.looksAside, kind === 'detail' ? 0.06 * options.looksAside : 0];
  const centre: [number, number] = [0.5 + (focus[0] - 0.5) * towards + aside, 0.5 + (focus[1] - 0.5) * towards + below];
  // A move to the side needs room: at zoom 1 there is nothing beside the picture.
  const across = Math.max(zoom, 1.12 + travel / 2);
  const slide = (dx: number, dy: number): CameraPath => ({
    from: frame(centre[0] - dx / 2, centre[1] - dy / 2, across),
    to: frame(centre[0] + dx / 2, centre[1] + dy / 2, across),
  });
  const near = frame(centre[0], centre[1], zoom + travel);
  const far = frame(0.5 + (centre[0] - 0.5) * 0.8, 0.5 + (centre[1] - 0.5) * 0.8, zoom);
  const ways: Record<Exclude<Motion, 'auto'>, () => CameraPath> = {
    push: () => ({ from: far, to: near }),
    pull: () => ({ from: near, to: far }),
    left: () => slide(-travel, 0),
    right: () => slide(travel, 0),
    rise: () => slide(0, -travel * 0.8),
    fall: () => slide(0, travel * 0.8),
    drift: () => slide(side * travel * 0.5, -side * travel * 0.2),
    still: () => ({ from: far, to: far }),
  };
  return ways[motion]();
}

/** As much of a way as there is time for: loud music goes further. */
function goAlong({ from, to }: CameraPath, { seconds, intensity, calm }: ShotOptions): CameraPath {
  const part = Math.min(1, (0.2 + seconds / 10) * (0.6 + 0.6 * intensity) * (calm ? 0.7 : 1));
  const at = (axis: 0 | 1 | 2) => from[axis] + (to[axis] - from[axis]) * part;
  return { from: frame(...from), to: frame(at(0), at(1), at(2)) };
}

function autoMotion(kind: FramingKind, { drawsBack, choice, shot, intensity }: ShotOptions): Exclude<Motion, 'auto'> {
  const isOdd = (choice + shot) % 2 === 1;
  if (kind === 'wide') return drawsBack ? 'pull' : 'push';
  if (kind === 'pan') return isOdd ? 'left' : 'right';
  if (kind === 'detail') return intensity > 0.6 ? 'push' : isOdd ? 'drift' : 'rise';
  return drawsBack && isOdd ? 'pull' : 'push';
}

/** A framing that stays inside the picture, rounded so that equal paths are equal text. */
function frame(x: number, y: number, zoom: number): Framing {
  const held = Math.max(1, Math.min(largestZoom, zoom));
  const reach = 0.5 - 0.5 / held;
  const hold = (value: number) => Math.max(0.5 - reach, Math.min(0.5 + reach, value));
  return [round(hold(x)), round(hold(y)), round(held)];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
