import type { ThreadKind } from '@kinora/capabilities';
import type { Path2D } from '@napi-rs/canvas';
import type { Context } from '../brush.ts';
import { alpha, blend } from '../colour.ts';
import { curve, ellipse, limb, polygon, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { glow, linear, radial } from './paint.ts';
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
    const size = at(2) * (0.9 + progress * 0.25);
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

/** What carries the traveller where there is no ground: a hull on water, a boulder in space, a bubble elsewhere. */
const perches: Record<'hull' | 'rock' | 'bubble', Draw> = {
  hull({ tones }, c) {
    c.fillStyle = linear(
      c,
      [0, -10, 0, 12],
      [
        [0, blend(tones.main, tones.light, 0.4)],
        [0.3, tones.deep],
        [1, tones.ink],
      ],
    );
    c.fill(
      spline(
        [
          [-56, -12],
          [-30, -4],
          [26, -4],
          [58, -14],
          [40, 7],
          [4, 12],
          [-38, 8],
        ],
        0.5,
      ),
    );
    c.strokeStyle = alpha(tones.light, 0.4);
    c.lineWidth = 1.4;
    c.stroke(
      curve([
        [-70, 12],
        [-20, 14],
        [50, 13],
        [84, 11],
      ]),
    );
  },
  rock({ tones, key }, c) {
    c.fillStyle = linear(
      c,
      [key.x > 0 ? -40 : 40, -6, 20, 60],
      [
        [0, blend(tones.haze, tones.light, 0.45)],
        [0.3, blend(tones.deep, tones.main, 0.5)],
        [1, tones.ink],
      ],
    );
    c.fill(
      polygon([
        [-52, 0],
        [-30, -5],
        [4, -3],
        [34, -6],
        [55, 2],
        [44, 20],
        [22, 34],
        [10, 52],
        [-8, 40],
        [-34, 28],
      ]),
    );
    c.strokeStyle = alpha(tones.light, 0.7);
    c.lineWidth = 1.6;
    c.stroke(
      curve(
        [
          [-52, 0],
          [-30, -5],
          [4, -3],
          [34, -6],
          [55, 2],
        ],
        0.2,
      ),
    );
  },
  bubble({ tones }, c) {
    c.fillStyle = radial(c, 0, -50, 72, [
      [0, tones.light, 0.05],
      [0.8, tones.light, 0.09],
      [0.97, tones.glare, 0.5],
      [1, tones.light, 0],
    ]);
    c.fillRect(-74, -124, 148, 148);
    c.strokeStyle = alpha(tones.glare, 0.8);
    c.lineWidth = 2.4;
    c.beginPath();
    c.arc(0, -50, 62, 3.5, 4.4);
    c.stroke();
  },
};

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

type Draw = (stage: VistaStage, c: Context) => void;

/** Each thing, 100 units tall, looking to the right: always the same, so that it is known again in every picture. */
const things: Record<Exclude<ThreadKind, 'road'>, Draw> = { light, traveller, bird, boat, comet, balloon, lantern };

function light({ tones }: VistaStage, c: Context): void {
  glow(c, 0, 0, 90, tones.light, 0.9);
  c.fillStyle = tones.glare;
  c.fill(ellipse(0, 0, 15));
  for (const [angle, length] of [
    [0, 60],
    [Math.PI / 2, 44],
  ] as const) {
    c.save();
    c.rotate(angle);
    c.fill(
      polygon([
        [-length, 0],
        [0, -2.6],
        [length, 0],
        [0, 2.6],
      ]),
    );
    c.restore();
  }
}

/** Feet at (0, 0): long coat, scarf in the accent colour, a small lamp held forward. */
function traveller({ tones }: VistaStage, c: Context): void {
  const coat = blend(tones.ink, tones.deep, 0.35);
  c.fillStyle = tones.ink;
  c.fill(
    limb(
      [
        [-4, -34],
        [-8, -16],
        [-11, -1],
      ],
      [5, 4, 3.4],
    ),
  );
  c.fill(
    limb(
      [
        [3, -34],
        [7, -17],
        [8, -1],
      ],
      [5, 4, 3.4],
    ),
  );
  c.fillStyle = coat;
  c.fill(
    spline(
      [
        [-3, -82],
        [5, -81],
        [9, -62],
        [12, -34],
        [9, -22],
        [-15, -20],
        [-17, -30],
        [-10, -62],
      ],
      0.7,
    ),
  );
  c.fill(
    limb(
      [
        [4, -72],
        [12, -58],
        [19, -52],
      ],
      [5, 4, 3],
    ),
  );
  c.fillStyle = tones.accent;
  c.fill(
    spline(
      [
        [-6, -84],
        [6, -84],
        [7, -77],
        [-6, -76],
      ],
      0.6,
    ),
  );
  c.fill(
    spline(
      [
        [-4, -82],
        [-18, -84],
        [-31, -76],
        [-38, -79],
        [-33, -70],
        [-19, -76],
        [-5, -77],
      ],
      0.9,
    ),
  );
  c.fillStyle = tones.ink;
  c.fill(ellipse(1, -91, 7.4, 8.6));
  c.strokeStyle = alpha(tones.light, 0.95);
  c.lineWidth = 1.9;
  c.stroke(
    curve([
      [6, -80],
      [10, -62],
      [13, -36],
      [10, -24],
    ]),
  );
  c.stroke(
    curve([
      [6, -98],
      [8.5, -91],
      [7, -85],
    ]),
  );
  c.strokeStyle = tones.ink;
  c.stroke(
    curve([
      [19, -52],
      [19, -42],
    ]),
  );
  c.fillStyle = tones.glare;
  c.fill(ellipse(19, -37, 4, 5));
}

/** Wings spread, in the light. */
function bird({ tones }: VistaStage, c: Context): void {
  const far = blend(tones.light, tones.main, 0.45);
  c.fillStyle = far;
  c.fill(
    spline(
      [
        [8, -4],
        [-6, -30],
        [-34, -52],
        [-62, -56],
        [-40, -38],
        [-22, -14],
        [-8, 2],
      ],
      0.8,
    ),
  );
  c.fillStyle = linear(
    c,
    [0, -60, 0, 20],
    [
      [0, tones.glare],
      [1, blend(tones.light, tones.main, 0.3)],
    ],
  );
  c.fill(
    spline(
      [
        [-52, 8],
        [-22, 0],
        [12, -7],
        [32, -10],
        [44, -5],
        [30, 1],
        [4, 10],
        [-24, 12],
      ],
      0.8,
    ),
  );
  c.fill(
    spline(
      [
        [14, -6],
        [22, -34],
        [14, -62],
        [-8, -82],
        [-4, -52],
        [-14, -24],
        [-12, 2],
      ],
      0.8,
    ),
  );
  c.fillStyle = tones.accent;
  c.fill(
    polygon([
      [-46, 6],
      [-82, 2],
      [-66, 10],
      [-80, 22],
      [-44, 12],
    ]),
  );
  c.fill(
    polygon([
      [43, -7],
      [54, -4],
      [43, -2],
    ]),
  );
}

/** Keel at (0, 0). */
function boat({ tones }: VistaStage, c: Context): void {
  c.fillStyle = linear(
    c,
    [-20, -96, 30, -20],
    [
      [0, tones.glare],
      [1, blend(tones.light, tones.accent, 0.35)],
    ],
  );
  c.fill(
    spline(
      [
        [0, -98],
        [16, -70],
        [22, -44],
        [18, -24],
        [0, -22],
      ],
      0.55,
    ),
  );
  c.fillStyle = tones.accent;
  c.fill(
    spline(
      [
        [-4, -88],
        [-4, -24],
        [-30, -24],
        [-20, -52],
      ],
      0.35,
    ),
  );
  c.strokeStyle = tones.ink;
  c.lineWidth = 2.2;
  c.stroke(
    curve([
      [-2, -100],
      [-2, -16],
    ]),
  );
  c.fillStyle = linear(
    c,
    [0, -18, 0, 2],
    [
      [0, blend(tones.main, tones.light, 0.3)],
      [0.3, tones.deep],
      [1, tones.ink],
    ],
  );
  c.fill(
    spline(
      [
        [-46, -20],
        [0, -15],
        [48, -22],
        [34, -3],
        [4, 1],
        [-32, -2],
      ],
      0.5,
    ),
  );
  c.fillStyle = tones.glare;
  c.fill(ellipse(26, -24, 3.4, 4.4));
}

/** Head at (0, 0), tail to the left and up. */
function comet({ tones }: VistaStage, c: Context): void {
  c.save();
  c.rotate(0.35);
  c.globalCompositeOperation = 'screen';
  for (const [width, length, colour, strength] of [
    [34, 300, tones.accent, 0.45],
    [20, 240, tones.light, 0.55],
    [9, 180, tones.glare, 0.8],
  ] as const) {
    c.fillStyle = linear(
      c,
      [0, 0, -length, 0],
      [
        [0, colour, strength],
        [0.4, colour, strength * 0.35],
        [1, colour, 0],
      ],
    );
    c.fill(
      spline(
        [
          [width * 0.5, 0],
          [0, -width * 0.5],
          [-length * 0.5, -width * 0.32],
          [-length, 0],
          [-length * 0.5, width * 0.32],
          [0, width * 0.5],
        ],
        0.9,
      ),
    );
  }
  c.restore();
  c.fillStyle = tones.glare;
  c.fill(ellipse(0, 0, 13));
}

/** Centre of the envelope above (0, 0), basket below. */
function balloon({ tones }: VistaStage, c: Context): void {
  const envelope = spline([
    [0, -62],
    [30, -50],
    [38, -24],
    [24, 4],
    [8, 20],
    [-8, 20],
    [-24, 4],
    [-38, -24],
    [-30, -50],
  ]);
  c.save();
  c.clip(envelope);
  [-40, -24, -9, 9, 24].forEach((left, index) => {
    c.fillStyle = index % 2 ? tones.accent : tones.light;
    c.fillRect(left, -70, 20, 100);
  });
  c.fillStyle = linear(
    c,
    [-40, -40, 40, 0],
    [
      [0, tones.glare, 0.35],
      [0.45, tones.deep, 0],
      [1, tones.deep, 0.75],
    ],
  );
  c.fillRect(-50, -70, 100, 100);
  c.restore();
  c.strokeStyle = tones.ink;
  c.lineWidth = 1;
  c.stroke(
    curve([
      [-8, 20],
      [-5, 32],
    ]),
  );
  c.stroke(
    curve([
      [8, 20],
      [5, 32],
    ]),
  );
  c.fillStyle = tones.ink;
  c.fill(
    polygon([
      [-6, 31],
      [6, 31],
      [5, 40],
      [-5, 40],
    ]),
  );
  c.fillStyle = tones.glare;
  c.fill(ellipse(0, 23, 2.6, 4));
}

/** A paper lantern, centre at (0, 0). */
function lantern({ tones }: VistaStage, c: Context): void {
  const body = spline(
    [
      [-22, -36],
      [22, -36],
      [33, -6],
      [25, 34],
      [-25, 34],
      [-33, -6],
    ],
    0.6,
  );
  c.fillStyle = radial(c, 0, 16, 60, [
    [0, tones.glare],
    [0.45, tones.light],
    [1, blend(tones.light, tones.accent, 0.75)],
  ]);
  c.fill(body);
  c.save();
  c.clip(body);
  c.strokeStyle = alpha(tones.accent, 0.4);
  c.lineWidth = 1.6;
  for (const y of [-24, -10, 4, 18])
    c.stroke(
      curve([
        [-36, y],
        [0, y + 6],
        [36, y],
      ]),
    );
  c.restore();
  c.fillStyle = blend(tones.ink, tones.accent, 0.2);
  c.fillRect(-23, -41, 46, 6);
  c.fillRect(-25, 33, 50, 5);
}

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
