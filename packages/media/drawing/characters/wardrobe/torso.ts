import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, spline } from '../../paths.ts';
import { type Garment, drawCloth, wears } from '../cloth.ts';
import { type Figure, shade } from '../figure.ts';
import { drawNeckwear } from '../neckwear.ts';
import { hemLine, trunkPath, trunkWidth } from '../rigs/trunk.ts';
import { drawApron, drawApronStrings } from './apron.ts';
import type { Wearer } from './wearer.ts';

/** Clothes on the trunk, in its frame: from the innermost to the outermost. */
export function dressTorso(fig: Figure, body: Wearer): void {
  const top = wears(fig, 'jumper', 'pyjamas');
  if (top) drawTop(fig, body, top);
  const dress = wears(fig, 'dress');
  if (dress) drawDress(fig, body, dress);
  const dungarees = wears(fig, 'dungarees');
  if (dungarees) drawDungarees(fig, body, dungarees);
  const waistcoat = wears(fig, 'waistcoat');
  if (waistcoat) drawWaistcoat(fig, body, waistcoat);
  const apron = wears(fig, 'apron');
  if (apron) (fig.away ? drawApronStrings : drawApron)(fig, body, apron);
  const backpack = wears(fig, 'backpack');
  if (backpack && !fig.away) drawStraps(fig, body, backpack);
}

function drawTop(fig: Figure, body: Wearer, top: Garment): void {
  const { torso } = body;
  const h = torso.height;
  const w = trunkWidth(torso, 0.6);
  const { turn, brush } = fig;
  const area = [-w * 1.15, -h, w * 1.15, h * 0.1] as const;
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

function drawDress(fig: Figure, body: Wearer, dress: Garment): void {
  const { torso } = body;
  const h = torso.height;
  const w = trunkWidth(torso, 0.6);
  const { turn, brush } = fig;
  const area = [-w * 1.15, -h, w * 1.15, h * 0.1] as const;
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

function drawDungarees(fig: Figure, body: Wearer, dungarees: Garment): void {
  const { torso } = body;
  const h = torso.height;
  const w = trunkWidth(torso, 0.6);
  const { turn, brush } = fig;
  const area = [-w * 1.15, -h, w * 1.15, h * 0.1] as const;
  drawCloth(fig, trunkPath(torso, { from: 0.52, to: 1.02, grow: [1.8, 2.4], turn, round: [1, 8] }), dungarees, area);
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
    drawCloth(fig, bib, dungarees, [-w * 0.6, -h * 0.8, w * 0.7, -h * 0.4], { lift: 1.4, halo: 0 });
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

function drawStraps(fig: Figure, body: Wearer, pack: Garment): void {
  const { torso } = body;
  const h = torso.height;
  const w = trunkWidth(torso, 0.6);
  const { turn, brush } = fig;
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

/** Scarf, bow and the ties of capes, in the frame of the trunk. */
export function dressNeck(fig: Figure, body: Wearer): void {
  drawNeckwear(fig, {
    x: fig.turn * 2,
    y: -body.torso.height * 0.97,
    width: Math.max(trunkWidth(body.torso, 0.12) * 1.12, body.torso.height * 0.28),
    drop: body.torso.height * 0.6,
  });
}
