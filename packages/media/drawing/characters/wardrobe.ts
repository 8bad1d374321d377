import { Path2D } from '@napi-rs/canvas';
import { mix } from '../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../paths.ts';
import { drawCloth, wears, type Garment } from './cloth.ts';
import { shade, type Figure } from './figure.ts';
import { between } from './geometry.ts';
import { drawNeckwear } from './neckwear.ts';
import { trunkPath, trunkWidth, type Trunk } from './rigs/trunk.ts';

export { headwear, type HeadSpec } from './headwear.ts';

/** What of an upright body clothes need to know. */
export type Wearer = {
  torso: Trunk;
  legs: { length: number; widths: readonly [number, number, number] };
  feet: { length: number; height: number };
  arms: { widths: readonly [number, number, number] };
};
type Limb = { points: readonly [Point, Point, Point]; near: boolean };

/** What is worn on the back: a cape, a backpack. Drawn behind the body, or before it when the back is seen. */
export function drawBackwear(fig: Figure, body: Wearer, seenFromBehind: boolean): void {
  const { brush } = fig;
  const h = body.torso.height;
  const w = trunkWidth(body.torso, 0.5);
  const cape = wears(fig, 'cape');
  if (cape) {
    const blown = seenFromBehind ? 0 : -w * 0.95 - fig.breath * 3;
    const hem = Math.max(h * 0.4, body.legs.length * 0.62);
    const path = spline([
      [-w * 0.5, -h * 0.98],
      [w * 0.5, -h * 0.98],
      [w * 1.3, -h * 0.3],
      [w * 1.62 + blown * 0.25, hem * 0.8],
      [w * 0.5 + blown * 0.5, hem * 1.02],
      [-w * 0.2 + blown * 0.7, hem * 0.86],
      [-w * 0.9 + blown * 0.9, hem],
      [-w * 1.5 + blown, hem * 0.62],
      [-w * 1.2 + blown * 0.4, -h * 0.4],
    ]);
    drawCloth(fig, path, cape, [-w * 2.2, -h, w * 1.3, hem], {
      lift: 4,
      halo: 3,
      dim: seenFromBehind ? 0 : 0.2,
      step: 15,
    });
    for (const x of [-0.7, -0.1, 0.5]) {
      brush.line(
        curve([
          [x * w * 0.5, -h * 0.8],
          [x * w + blown * 0.3, -h * 0.2],
          [x * w * 1.2 + blown * 0.75, hem * 0.75],
        ]),
        shade(cape.colour),
        2,
        0.4,
      );
    }
    if (seenFromBehind)
      drawCloth(
        fig,
        spline([
          [-w * 0.6, -h * 1.04],
          [0, -h * 0.96],
          [w * 0.6, -h * 1.04],
          [w * 0.5, -h * 0.86],
          [-w * 0.5, -h * 0.86],
        ]),
        { ...cape, pattern: 'plain' },
        [-w, -h, w, -h * 0.8],
      );
  }
  const backpack = wears(fig, 'backpack');
  if (backpack) {
    const x = seenFromBehind ? 0 : -w * 0.78;
    const path = spline([
      [x - w * 0.62, -h * 0.8],
      [x, -h * 0.92],
      [x + w * 0.62, -h * 0.8],
      [x + w * 0.7, -h * 0.3],
      [x + w * 0.56, -h * 0.06],
      [x - w * 0.56, -h * 0.06],
      [x - w * 0.7, -h * 0.3],
    ]);
    drawCloth(fig, path, backpack, [x - w * 0.7, -h * 0.92, x + w * 0.7, -h * 0.05], { lift: 4, halo: 3, step: 13 });
    const pocket = spline(
      [
        [x - w * 0.42, -h * 0.4],
        [x + w * 0.42, -h * 0.4],
        [x + w * 0.38, -h * 0.14],
        [x - w * 0.38, -h * 0.14],
      ],
      0.6,
    );
    drawCloth(
      fig,
      pocket,
      { colour: mix(backpack.colour, '#fff0d0', 0.28), pattern: 'plain' },
      [x - w * 0.4, -h * 0.4, x + w * 0.4, -h * 0.1],
      { lift: 1.5, halo: 0 },
    );
    brush.dab(ellipse(x, -h * 0.36, 2.4), '#f2d9a0');
  }
}

/** Clothes on the trunk, in its frame. */
export function dressTorso(fig: Figure, body: Wearer): void {
  const { torso } = body;
  const h = torso.height;
  const w = trunkWidth(torso, 0.6);
  const { turn, brush } = fig;
  const area = [-w * 1.15, -h, w * 1.15, h * 0.1] as const;
  const top = wears(fig, 'jumper', 'pyjamas');
  if (top) {
    drawCloth(
      fig,
      trunkPath(torso, { from: 0.02, to: top.kind === 'pyjamas' ? 0.98 : 0.9, grow: [1.6, 3], turn, round: [4, 5] }),
      top,
      area,
    );
    if (top.kind === 'jumper') {
      brush.line(hemLine(torso, 0.88, 3, turn), mix(top.colour, '#fff0d8', 0.4), 4.5, 0.75);
    } else if (!fig.away) {
      brush.line(
        curve([
          [turn * 5, -h * 0.94],
          [turn * 7, -h * 0.5],
          [turn * 5, 0],
        ]),
        shade(top.colour),
        1.3,
        0.7,
      );
      for (const y of [0.78, 0.52, 0.26]) brush.dab(ellipse(turn * 7, -h * y, 2.2), mix(top.colour, '#ffffff', 0.7));
    }
  }
  const dress = wears(fig, 'dress');
  if (dress) {
    const flare = body.legs.length * 0.4;
    const half = trunkWidth(torso, 0.62) + 2;
    const hem = Math.max(w * 1.45, half + flare * 0.34);
    const sway = fig.sway * 2 + fig.breath;
    const skirt = spline(
      [
        [-half, -h * 0.42],
        [turn * 3, -h * 0.44],
        [half + turn * 2, -h * 0.42],
        [hem * 0.84, flare * 0.2],
        [hem + sway, flare],
        [hem * 0.5, flare + 5],
        [sway, flare + 2],
        [-hem * 0.5, flare + 5],
        [-hem + sway, flare],
        [-hem * 0.84, flare * 0.2],
      ],
      0.8,
    );
    drawCloth(fig, skirt, dress, [-hem, -h * 0.44, hem, flare + 6], { lift: 3, step: 12 });
    drawCloth(fig, trunkPath(torso, { from: 0.02, to: 0.62, grow: [1.6, 2], turn, round: [4, 3] }), dress, area, {
      lift: 2,
      step: 12,
    });
    const folds = new Path2D();
    for (const x of [-0.6, -0.15, 0.35, 0.75]) {
      folds.addPath(
        curve([
          [x * w * 0.9, -h * 0.18],
          [x * w * 1.2, flare * 0.6],
        ]),
      );
    }
    brush.line(folds, shade(dress.colour), 1.6, 0.45);
    brush.line(hemLine(torso, 0.62, 2, turn), mix(dress.colour, '#fff4dc', 0.65), 4, 0.85);
  }
  const dungarees = wears(fig, 'dungarees');
  if (dungarees) {
    const plain = dungarees;
    drawCloth(fig, trunkPath(torso, { from: 0.52, to: 1.02, grow: [1.8, 2.4], turn, round: [1, 8] }), plain, area);
    if (!fig.away) {
      const bib = spline(
        [
          [-w * 0.5 + turn * 5, -h * 0.8],
          [w * 0.5 + turn * 6, -h * 0.8],
          [w * 0.62 + turn * 6, -h * 0.44],
          [-w * 0.62 + turn * 5, -h * 0.44],
        ],
        0.35,
      );
      drawCloth(fig, bib, plain, [-w * 0.6, -h * 0.8, w * 0.7, -h * 0.4], { lift: 1.4, halo: 0 });
      brush.line(
        spline(
          [
            [-w * 0.26 + turn * 6, -h * 0.68],
            [w * 0.26 + turn * 6, -h * 0.68],
            [w * 0.22 + turn * 6, -h * 0.5],
            [-w * 0.22 + turn * 6, -h * 0.5],
          ],
          0.4,
        ),
        mix(dungarees.colour, '#fff0d0', 0.5),
        1.3,
        0.8,
      );
    }
    for (const side of [-1, 1]) {
      brush.line(
        curve([
          [side * w * 0.42 + turn * 5.5, -h * 0.76],
          [side * w * 0.5 + turn * 3, -h * 0.97],
        ]),
        shade(dungarees.colour, 0.2),
        5,
      );
      if (!fig.away) brush.dab(ellipse(side * w * 0.42 + turn * 5.5, -h * 0.75, 2.6), '#f4cf78');
    }
  }
  const waistcoat = wears(fig, 'waistcoat');
  if (waistcoat) drawWaistcoat(fig, body, waistcoat);
  const apron = wears(fig, 'apron');
  if (apron && !fig.away) {
    const path = spline(
      [
        [-w * 0.46, -h * 0.84],
        [w * 0.46, -h * 0.84],
        [w * 0.52, -h * 0.5],
        [w * 0.86, -h * 0.3],
        [w * 0.8, h * 0.06],
        [0, h * 0.14],
        [-w * 0.8, h * 0.06],
        [-w * 0.86, -h * 0.3],
        [-w * 0.52, -h * 0.5],
      ].map(([x, y]): Point => [x! + turn * 6, y!]),
      0.7,
    );
    for (const side of [-1, 1]) {
      brush.line(
        curve([
          [side * w * 0.42 + turn * 6, -h * 0.82],
          [side * w * 0.5 + turn * 3, -h * 0.98],
        ]),
        apron.colour,
        3.4,
      );
      brush.line(
        curve([
          [side * w * 0.62 + turn * 6, -h * 0.42],
          [side * w * 1.04, -h * 0.4],
        ]),
        apron.colour,
        3.4,
      );
    }
    drawCloth(fig, path, apron, [-w, -h * 0.84, w, h * 0.14], { lift: 2 });
    brush.line(
      curve(
        [
          [-w * 0.36 + turn * 6, -h * 0.24],
          [-w * 0.34 + turn * 6, -h * 0.06],
          [w * 0.34 + turn * 6, -h * 0.06],
          [w * 0.36 + turn * 6, -h * 0.24],
        ],
        0.6,
      ),
      shade(apron.colour),
      1.4,
      0.6,
    );
  } else if (apron) {
    brush.line(hemLine(torso, 0.58, 1, 0), apron.colour, 4);
    for (const side of [-1, 1])
      drawCloth(
        fig,
        spline([
          [0, -h * 0.42],
          [side * 16, -h * 0.52],
          [side * 18, -h * 0.36],
        ]),
        apron,
        [-20, -h * 0.5, 20, -h * 0.3],
        { lift: 1 },
      );
  }
  const pack = wears(fig, 'backpack');
  if (pack && !fig.away) {
    for (const side of [-1, 1]) {
      brush.line(
        curve([
          [side * w * 0.5 + turn * 3, -h * 0.98],
          [side * w * 0.66 + turn * 4, -h * 0.7],
          [side * w * 0.86, -h * 0.38],
        ]),
        shade(pack.colour, 0.25),
        5,
      );
    }
  }
}

function drawWaistcoat(fig: Figure, body: Wearer, waistcoat: Garment): void {
  const { torso } = body;
  const h = torso.height;
  const w = trunkWidth(torso, 0.6);
  const { brush, turn } = fig;
  const whole = trunkPath(torso, { from: 0.03, to: 0.84, grow: [2, 3], turn, round: [3, 4] });
  if (fig.away) return drawCloth(fig, whole, waistcoat, [-w * 1.15, -h, w * 1.15, 0]);
  const open = spline(
    [
      [turn * 5 - w * 0.36, -h * 1.1],
      [turn * 5 + w * 0.36, -h * 1.1],
      [turn * 6 + w * 0.16, -h * 0.52],
      [turn * 7, -h * 0.36],
      [turn * 7 + w * 0.1, h * 0.1],
      [turn * 7 - w * 0.1, h * 0.1],
      [turn * 7, -h * 0.36],
      [turn * 6 - w * 0.16, -h * 0.52],
    ],
    0.5,
  );
  const outside = new Path2D();
  outside.rect(-w * 3, -h * 2, w * 6, h * 4);
  outside.addPath(open);
  brush.clip(outside, () => drawCloth(fig, whole, waistcoat, [-w * 1.15, -h, w * 1.15, 0], { lift: 2 }), 'evenodd');
  brush.clip(whole, () => brush.line(open, shade(waistcoat.colour), 2, 0.8));
  for (const y of [0.34, 0.2]) brush.dab(ellipse(turn * 7 + w * 0.2, -h * y, 2.6), '#f4d488');
}

function hemLine(torso: Trunk, share: number, grow: number, turn: number): Path2D {
  const width = trunkWidth(torso, share) + grow;
  const y = -torso.height * (1 - share);
  return curve([
    [-width * 0.96, y],
    [turn * 3, y + 5],
    [width * 1.02 + turn * 2, y],
  ]);
}

/** Trouser legs; drawn right after the leg, in its frame. */
export function dressLegs(fig: Figure, body: Wearer, leg: Limb): void {
  const trousers = wears(fig, 'dungarees', 'pyjamas');
  if (!trousers) return;
  const [hip, knee, ankle] = leg.points;
  const end = between(knee, ankle, 0.9);
  const [a, b, c] = body.legs.widths;
  const path = limb([hip, knee, end], [a + 2, b + 2.4, c + 3.2]);
  const w = a + 4;
  drawCloth(
    fig,
    path,
    trousers,
    [Math.min(hip[0], ankle[0]) - w, hip[1] - 6, Math.max(hip[0], ankle[0]) + w, ankle[1] + 4],
    { dim: leg.near ? 0 : 0.25, lift: 2 },
  );
}

/** Boots in place of bare feet, origin at the ankle. False: none are worn. */
export function dressFeet(fig: Figure, body: Wearer, leg: Limb): boolean {
  const boots = wears(fig, 'boots');
  if (!boots) return false;
  const { length, height } = body.feet;
  const side = leg.near ? -1 : 1;
  const out = (fig.turn ? 0.24 : 0.1 * side) * length;
  const l = length * 0.54;
  const w = body.legs.widths[2] + 3;
  const path = spline(
    [
      [-w, -height * 1.7],
      [w, -height * 1.7],
      [w * 0.95 + out * 0.3, -height * 0.4],
      [out + l, 0],
      [out + l * 0.95, height * 0.62],
      [out - l * 0.2, height * 0.7],
      [-w * 1.05, height * 0.6],
    ],
    0.75,
  );
  drawCloth(fig, path, boots, [-w, -height * 1.7, out + l, height * 0.7], { dim: leg.near ? 0 : 0.2 });
  fig.brush.line(
    curve([
      [-w, -height * 1.55],
      [0, -height * 1.35],
      [w, -height * 1.55],
    ]),
    mix(boots.colour, '#fff0d8', 0.5),
    3.4,
    0.85,
  );
  fig.brush.line(
    curve([
      [-w, height * 0.5],
      [out, height * 0.62],
      [out + l * 0.95, height * 0.5],
    ]),
    shade(boots.colour, 0.7),
    2.4,
    0.8,
  );
  return true;
}

/** Sleeves; drawn right after the arm. */
export function dressSleeve(fig: Figure, body: Wearer, arm: Limb): void {
  const garment = wears(fig, 'jumper', 'pyjamas', 'dress');
  if (!garment) return;
  const [shoulder, elbow, wrist] = arm.points;
  const [a, b, c] = body.arms.widths;
  const isShort = garment.kind === 'dress';
  const end = isShort ? between(shoulder, elbow, 0.8) : between(elbow, wrist, 0.8);
  const points: Point[] = isShort ? [shoulder, between(shoulder, elbow, 0.4), end] : [shoulder, elbow, end];
  const path = limb(points, isShort ? [a + 3, a + 4, b + 3] : [a + 2, b + 2.2, c + 2.4]);
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const pad = a + 3;
  drawCloth(
    fig,
    path,
    garment,
    [Math.min(...xs) - pad, Math.min(...ys) - pad, Math.max(...xs) + pad, Math.max(...ys) + pad],
    { lift: 2.4, dim: arm.near ? 0 : 0.12, slant: 0 },
  );
  if (garment.kind === 'jumper') {
    const angle = Math.atan2(end[1] - elbow[1], end[0] - elbow[0]);
    const across: Point = [-Math.sin(angle) * (c + 1.6), Math.cos(angle) * (c + 1.6)];
    fig.brush.line(
      curve([
        [end[0] - across[0], end[1] - across[1]],
        [end[0] + across[0], end[1] + across[1]],
      ]),
      mix(garment.colour, '#fff0d8', 0.4),
      4,
      0.75,
    );
  }
}

/** Scarf, bow and the ties of capes, in the frame of the trunk. */
export function dressNeck(fig: Figure, body: Wearer): void {
  drawNeckwear(fig, {
    x: fig.turn * 2,
    y: -body.torso.height * 0.97,
    width: Math.max(trunkWidth(body.torso, 0.12) * 1.12, body.torso.height * 0.28),
    drop: body.torso.height * 0.6,
  });
}
