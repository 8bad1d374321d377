import type { ThreadKind } from '@kinora/capabilities';
import type { Path2D } from '@napi-rs/canvas';
import type { Context } from '../brush.ts';
import { alpha, blend } from '../colour.ts';
import { spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { glow, radial } from './paint.ts';
import { perches, things } from './thread-things.ts';
import type { VistaStage } from './vista-stage.ts';

/** A place on the way of the thread: units, and the height of what is there. */
export type ThreadPlace = readonly [x: number, y: number, size: number];

/** Where the thread goes in one picture: from the first place (progress 0) to the last (progress 1). */
export type ThreadWay = {
  /** For what flies: light, bird, comet, balloon, lantern. */
  air: readonly [ThreadPlace, ThreadPlace];
  /** For the traveller and the boat: where the feet or the keel are. Default: as in the air. */
  ground?: readonly [ThreadPlace, ThreadPlace];
  /** For the road: from the viewer into the distance, with its half width at each point. Default: under the ground way. */
  road?: readonly (readonly [x: number, y: number, halfWidth: number])[];
  /** Height of the ground at a place; who walks follows it between the two places. */
  surface?: (x: number) => number;
  /** Whether what goes on the ground floats in the air or the water instead of casting a shadow. Default false. */
  isAfloat?: boolean;
};

/** Draws the thread as a layer of its own. */
export function threadLayer(stage: VistaStage, depth: number, way: ThreadWay): void {
  const { kind, progress } = stage.spec.thread;
  stage.layer('thread', depth, { bloom: 0.7 }, (c) => {
    if (kind === 'road') {
      drawRoad(stage, c, way, progress);
      return;
    }
    const walks = kind === 'traveller' || kind === 'boat';
    const [from, to] = walks && way.ground ? way.ground : way.air;
    const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * progress;
    const size = at(2) * (0.9 + progress * 0.25) * (stage.isPortrait ? 0.7 : 1);
    const x = at(0);
    const y = walks && way.ground && way.surface ? way.surface(x) + 3 : at(1);
    const flip = to[0] < from[0];
    const stands = walks && way.ground && !way.isAfloat;
    if (stands) shadowUnder(stage, c, { x, y, size });
    c.save();
    c.translate(x, y);
    c.scale((size / 100) * (flip ? -1 : 1), size / 100);
    if (kind === 'traveller') {
      glow(c, 0, -52, 74, stage.tones.light, 0.34);
      if (!stands) perches[way.ground ? 'hull' : stage.spec.world === 'cosmos' ? 'rock' : 'bubble'](stage, c);
    }
    things[kind](stage, c);
    c.restore();
    const shine = glowOf[kind];
    if (!shine) return;
    const [dx, dy, radius, strength] = shine;
    stage.lamp(c, {
      x: x + (dx * size * (flip ? -1 : 1)) / 100,
      y: y + (dy * size) / 100,
      radius: (radius * size) / 100,
      colour: stage.tones.light,
      strength: strength * (0.7 + 0.3 * progress),
      flickers: kind === 'lantern',
    });
  });
}

function shadowUnder({ tones }: VistaStage, c: Context, { x, y, size }: { x: number; y: number; size: number }): void {
  c.save();
  c.translate(x, y);
  c.scale(1, 0.22);
  c.fillStyle = radial(c, 0, 0, size * 0.5, [
    [0, tones.ink, 0.55],
    [1, tones.ink, 0],
  ]);
  c.fillRect(-size, -size, size * 2, size * 2);
  c.restore();
}

/** Where each thing shines, in hundredths of its height: x, y, radius, strength. */
const glowOf: Partial<Record<ThreadKind, readonly [number, number, number, number]>> = {
  light: [0, 0, 170, 0.9],
  traveller: [19, -36, 46, 0.8],
  boat: [26, -22, 60, 0.7],
  comet: [0, 0, 120, 0.9],
  balloon: [0, 8, 80, 0.6],
  lantern: [0, 0, 130, 0.8],
  bird: [0, 0, 90, 0.35],
};

/** A way of light: dim as far as the eye reaches, bright as far as the song has come. */
function drawRoad(stage: VistaStage, c: Context, way: ThreadWay, progress: number): void {
  const { tones } = stage;
  const road = way.road ?? underGround(stage, way);
  const whole = ribbon(road, 1);
  c.fillStyle = alpha(blend(tones.deep, tones.light, 0.35), 0.4);
  c.fill(whole);
  const reached = partOf(road, 0.18 + progress * 0.82);
  c.save();
  c.globalCompositeOperation = 'screen';
  for (const [wide, strength] of [
    [5, 0.05],
    [2.6, 0.12],
    [1.5, 0.22],
  ] as const) {
    c.fillStyle = alpha(tones.light, strength);
    c.fill(ribbon(reached, wide));
  }
  c.restore();
  c.fillStyle = alpha(tones.light, 0.92);
  c.fill(ribbon(reached, 1));
  c.fillStyle = alpha(tones.glare, 0.9);
  c.fill(ribbon(reached, 0.42));
  const [x, y, half] = reached.at(-1)!;
  stage.lamp(c, { x, y, radius: 26 + half * 7, colour: tones.light, strength: 0.9 });
}

function underGround({ h }: VistaStage, { ground, air }: ThreadWay): [number, number, number][] {
  const [from, to] = ground ?? air;
  return [
    [from[0] - 30, h * 1.1, 9],
    [from[0], from[1], 5],
    [(from[0] * 2 + to[0]) / 3, from[1] + (to[1] - from[1]) * 0.55, 3],
    [to[0], to[1], 1.4],
  ];
}

function ribbon(road: readonly (readonly [number, number, number])[], wide: number): Path2D {
  const sides: [Point[], Point[]] = [[], []];
  road.forEach(([x, y, half], index) => {
    const before = road[Math.max(0, index - 1)]!;
    const after = road[Math.min(road.length - 1, index + 1)]!;
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const k = (half * wide) / (Math.hypot(dx, dy) || 1);
    sides[0].push([x - dy * k, y + dx * k]);
    sides[1].unshift([x + dy * k, y - dx * k]);
  });
  return spline([...sides[0], ...sides[1]], 0.85);
}

/** The first part of a way, by its number of points. */
function partOf(road: readonly (readonly [number, number, number])[], part: number): [number, number, number][] {
  const end = part * (road.length - 1);
  const whole = Math.floor(end);
  const done = road.slice(0, whole + 1).map(([x, y, half]): [number, number, number] => [x, y, half]);
  const next = road[whole + 1];
  const last = road[whole]!;
  if (next && end > whole) {
    const t = end - whole;
    done.push([
      last[0] + (next[0] - last[0]) * t,
      last[1] + (next[1] - last[1]) * t,
      last[2] + (next[2] - last[2]) * t,
    ]);
  }
  return done;
}
