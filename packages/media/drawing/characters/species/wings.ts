import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../../paths.ts';
import { shade, type Figure } from '../figure.ts';
import { headwear } from '../headwear.ts';
import { drawBackwear } from '../wardrobe/backwear.ts';
import { dressTorso } from '../wardrobe/torso.ts';
import { drawNeckwear } from '../neckwear.ts';
import { trunkPath } from '../rigs/trunk.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';

/** A folded or raised wing along shoulder, wrist joint and tip, with rows of feathers; `width` is its half width. */
export function drawWing(
  fig: Figure,
  points: readonly [Point, Point, Point],
  options: { colour: string; width: number; near: boolean; feathers?: number },
): void {
  const { brush } = fig;
  const [shoulder, joint, tip] = points;
  const { width: w, near, feathers = 4 } = options;
  const colour = near ? options.colour : mix(options.colour, shade(options.colour), 0.2);
  const deep = shade(colour);
  const angle = Math.atan2(tip[1] - shoulder[1], tip[0] - shoulder[0]);
  const length = Math.hypot(tip[0] - shoulder[0], tip[1] - shoulder[1]);
  // Flight feathers fan out on the lower side of the wing.
  const side = Math.cos(angle) >= 0 ? 1 : -1;
  for (let i = 0; i < feathers; i++) {
    const t = 0.35 + (i / feathers) * 0.6;
    const root: Point = [
      shoulder[0] + (tip[0] - shoulder[0]) * t * 0.8,
      shoulder[1] + (tip[1] - shoulder[1]) * t * 0.8,
    ];
    const a = angle + side * (0.85 - t * 0.75);
    const l = length * (0.34 + t * 0.14) + w * 0.5;
    const end: Point = [root[0] + Math.cos(a) * l, root[1] + Math.sin(a) * l];
    brush.shape(
      limb([root, [(root[0] + end[0]) / 2, (root[1] + end[1]) / 2], end], [w * 0.42, w * 0.46, w * 0.2]),
      mix(colour, deep, 0.35 + (i % 2) * 0.15),
      { to: deep, along: [root[0], root[1], end[0], end[1]], lift: 1.6, halo: 1 },
    );
  }
  const path = limb([shoulder, joint, tip], [w * 0.82, w, w * 0.42]);
  brush.shape(path, colour, { to: deep, along: [shoulder[0], shoulder[1], tip[0], tip[1]], lift: 3, halo: 3 });
  const scallops = new Path2D();
  brush.clip(path, () => {
    for (const t of [0.34, 0.56, 0.78]) {
      const [x, y] = [shoulder[0] + (tip[0] - shoulder[0]) * t, shoulder[1] + (tip[1] - shoulder[1]) * t];
      const [nx, ny] = [-Math.sin(angle), Math.cos(angle)];
      const [dx, dy] = [Math.cos(angle) * w * 0.34, Math.sin(angle) * w * 0.34];
      for (const k of [-0.55, 0.05, 0.65]) {
        const [px, py] = [x + nx * w * k, y + ny * w * k];
        scallops.addPath(
          curve([
            [px - nx * w * 0.3, py - ny * w * 0.3],
            [px + dx, py + dy],
            [px + nx * w * 0.3, py + ny * w * 0.3],
          ]),
        );
      }
    }
    brush.line(scallops, mix(colour, '#fff2d8', 0.6), 1.8, 0.45);
  });
}

/** Three toes and a short shank; the origin is the ankle. */
export function drawBirdFoot(fig: Figure, colour: string, near: boolean, size: number, webbed = false): void {
  const { brush } = fig;
  const tone = near ? colour : shade(colour, 0.25);
  const lean = fig.turn ? 0.5 : (near ? -1 : 1) * 0.15;
  const toes = [-0.75, 0, 0.75].map((k): Point => [(lean + k * 0.75) * size, size * 0.34 + (k ? 0 : size * 0.12)]);
  if (webbed) {
    brush.shape(
      spline(
        [
          [-size * 0.2, -size * 0.2],
          [size * 0.2, -size * 0.2],
          toes[2]!,
          [(toes[1]![0] + toes[2]![0]) / 2, size * 0.32],
          toes[1]!,
          [(toes[0]![0] + toes[1]![0]) / 2, size * 0.32],
          toes[0]!,
        ],
        0.6,
      ),
      tone,
      { to: shade(tone, 0.3), along: [0, -size * 0.2, 0, size * 0.5], lift: 1.6, halo: 1.5 },
    );
    return;
  }
  for (const toe of toes) brush.shape(limb([[0, 0], toe], [size * 0.14, size * 0.12]), tone, { lift: 1.2, halo: 1 });
}

/** A bird settled down: a fluffed ball on the ground, its head drawn in. */
export function drawRoost(fig: Figure, spec: UprightSpec, options: { wing: string; width: number; y?: number }): void {
  const { brush, tones } = fig;
  const { torso } = spec;
  const h = torso.height * 0.8;
  const wide = { height: h, widths: torso.widths.map((width, i) => width * (1.12 + i * 0.05)) };
  const base = (options.y ?? 0) - 6;
  const colour = torso.colour ?? tones.main;
  brush.at(0, base, 1, 0, false, () => {
    if (spec.tail && !fig.away) brush.at(-wide.widths[3]! * 0.72, -6, 1, 0.25, false, spec.tail.draw);
    const path = trunkPath(wide, { turn: fig.turn, round: [6, 6] });
    brush.shape(path, colour, { to: shade(colour), along: [0, -h, 0, 6], lift: 4, halo: 4 });
    brush.form(path, -wide.widths[3]!, -6, wide.widths[3]! * 1.1, shade(colour), 0.55);
    if (spec.belly && !fig.away) {
      const belly = trunkPath(
        { height: h, widths: wide.widths.map((width) => width * 0.62) },
        { from: 0.3, to: 0.98, turn: fig.turn },
      );
      brush.clip(path, () => {
        brush.ctx.translate(fig.turn * 9, 0);
        brush.shape(belly, spec.belly!.colour, {
          to: mix(spec.belly!.colour, colour, 0.3),
          along: [0, -h, 0, 0],
          lift: 1,
        });
      });
    }
    if (torso.fur)
      brush.fur(path, [-60, -h, 60, 6], torso.fur, 12, [shade(colour), mix(colour, '#fff0d0', 0.6)], 0, -h * 2);
    dressTorso(fig, { ...spec, torso: wide });
    drawNeckwear(fig, { x: fig.turn * 3, y: -h * 0.92, width: wide.widths[1]! * 0.86, drop: h * 0.6 });
    const head = () =>
      brush.at(fig.turn * 4, -h * 0.98 - fig.breath * 1.4, spec.head.scale, fig.look.tilt + 0.08, false, () => {
        brush.ctx.translate(0, (-spec.head.up * 0.62) / spec.head.scale);
        spec.head.draw(fig);
        headwear(fig, spec.head);
      });
    head();
    const x = wide.widths[2]! * 0.74;
    drawWing(
      fig,
      [
        [-x, -h * 0.72],
        [-x * 1.12, -h * 0.4],
        [-x * 0.86, -h * 0.02],
      ],
      { colour: options.wing, width: options.width, near: true, feathers: 2 },
    );
    if (!fig.turn)
      drawWing(
        fig,
        [
          [x, -h * 0.72],
          [x * 1.12, -h * 0.4],
          [x * 0.86, -h * 0.02],
        ],
        { colour: options.wing, width: options.width, near: true, feathers: 2 },
      );
    if (fig.away) drawBackwear(fig, { ...spec, torso: wide }, true);
    if (fig.away && spec.tail) brush.at(8, -10, 1, 0.2, false, spec.tail.draw);
    for (const q of fig.away ? [] : [8, 22]) brush.dab(ellipse(q + fig.turn * 6, 2, 6, 4), spec.feet.colour);
  });
}
