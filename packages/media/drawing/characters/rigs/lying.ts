import { mix } from '../../colour.ts';
import { ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { shade, type Figure } from '../figure.ts';
import { lit } from '../head.ts';
import { headwear } from '../headwear.ts';
import { drawBow, drawNeckwear } from '../neckwear.ts';
import type { UprightSpec } from './upright.ts';

/** Half the length and the height of a body that lies curled up. */
function curledSize(spec: UprightSpec): { a: number; b: number } {
  const width = Math.max(...spec.torso.widths);
  return { a: 30 + spec.torso.height * 0.62 + width * 0.72, b: 22 + width * 1.9 };
}

/** An animal curled up: a crescent of back, the tail around it, the head on its paws. */
export function drawCurled(fig: Figure, spec: UprightSpec): void {
  const { brush, tones } = fig;
  const { a, b } = curledSize(spec);
  const colour = spec.torso.colour ?? tones.main;
  const deep = shade(colour);
  const light = lit(colour);
  const fit = (points: Point[]): Point[] => points.map(([x, y]): Point => [(x / 112) * a, (y / 106) * b]);
  const lift = fig.breath * 1.6;
  brush.at(0, 0, 1, 0, true, () => {
    if (spec.tail && !spec.brush) brush.at(a * 0.86, -b * 0.16, 0.8, 0.5, true, spec.tail.draw);
    const body = spline(
      fit([
        [-112, -34],
        [-94, -80],
        [-36, -106 - lift],
        [36, -104 - lift],
        [92, -74],
        [112, -34],
        [88, -6],
        [0, 2],
        [-88, -4],
      ]),
    );
    brush.shape(body, light, { to: deep, along: [0, -b, 0, 0], lift: 6, halo: 4 });
    brush.form(body, a * 0.62, -b * 0.35, a * 0.85, deep, 0.5);
    brush.form(body, 0, -4, a * 0.9, shade(deep), 0.5);
    if (spec.torso.fur)
      brush.fur(body, [-a, -b, a, 0], spec.torso.fur * 2, 15, [deep, mix(colour, '#ffe8c0', 0.6)], -a * 0.35, -b * 1.7);
    spec.mark?.(body);
    dressCurled(fig, body, a, b);
    const leg = spline(
      fit([
        [26, -42],
        [74, -50],
        [98, -22],
        [66, 0],
        [18, -4],
      ]),
    );
    brush.shape(leg, mix(colour, light, 0.4), { to: deep, along: [0, -b * 0.45, 0, 0], lift: 3, halo: 2 });
    brush.shape(
      spline(
        fit([
          [36, -14],
          [70, -16],
          [84, -4],
          [60, 4],
          [32, 2],
        ]),
      ),
      spec.feet.colour,
      { to: shade(spec.feet.colour), along: [0, -16, 0, 4], lift: 2 },
    );
    if (spec.brush?.half)
      drawSlimTail(
        fig,
        fit([
          [104, -30],
          [100, -4],
          [52, 8],
          [-10, 9],
          [-66, 4],
          [-96, -8],
        ]),
        spec.brush,
        spec.brush.half,
      );
    else if (spec.brush) {
      const tail = spline(
        fit([
          [108, -34],
          [124, -6],
          [80, 16],
          [0, 22],
          [-78, 14],
          [-124, -2],
          [-132, -24],
          [-104, -32],
          [-50, -18],
          [20, -14],
          [70, -22],
        ]),
      );
      brush.shape(tail, mix(spec.brush.colour, '#ffc070', 0.24), {
        to: shade(spec.brush.colour, 0.3),
        along: [0, -b * 0.3, 0, 22],
        lift: 6,
        halo: 3.5,
      });
      brush.fur(tail, [-a * 1.1, -b * 0.3, a * 1.1, 20], 110, 16, ['#ffd9a0', shade(spec.brush.colour)], a * 2, -10);
      const tip = spline(
        fit([
          [-84, 12],
          [-124, -2],
          [-132, -24],
          [-104, -32],
          [-82, -25],
          [-92, -14],
          [-78, -6],
          [-90, 4],
        ]),
      );
      brush.shape(tip, spec.brush.tip, { to: shade(spec.brush.tip, 0.3), along: [0, -30, 0, 14], lift: 1.5 });
    }
    if (!spec.brush || spec.brush.half) {
      const paw = spec.arms.handColour;
      const arm = limb(
        fit([
          [-30, -22],
          [-62, -8],
          [-96, -8],
        ]),
        [spec.arms.widths[0] * 0.9, spec.arms.widths[1], spec.arms.widths[2] * 0.95],
      );
      brush.shape(arm, colour, { to: deep, along: [0, -26, 0, 4], lift: 3, halo: 2.5 });
      brush.shape(ellipse(-a * 0.88, -8, spec.arms.hand * 1.1, spec.arms.hand * 0.86), paw, {
        to: shade(paw),
        along: [0, -18, 0, 2],
        lift: 2,
      });
    }
    const headY = -spec.head.scale * 50 - (spec.brush && !spec.brush.half ? b * 0.1 : 4);
    const scale = spec.head.scale * 0.94;
    brush.form(body, -a * 0.4, headY + 12, 84 * scale, shade(deep), 0.75);
    drawSleepScarf(fig, -a * 0.46, headY, scale);
    brush.at(-a * 0.46, headY - fig.breath * 0.8, scale, -0.16 - fig.sway * 0.04, true, () => {
      const face: Figure = { ...fig, look: { ...fig.look, nod: Math.max(fig.look.nod, 0.2) } };
      spec.head.draw(face);
      headwear(face, spec.head);
    });
  });
}

/** A scarf or a bow round the neck of a sleeper shows beside the head that lies on it. */
function drawSleepScarf(fig: Figure, x: number, y: number, scale: number): void {
  const scarf = wears(fig, 'scarf', 'bow');
  if (!scarf) return;
  const ring: Point[] = [
    [x + 10, y - 52 * scale],
    [x + 58 * scale, y - 30 * scale],
    [x + 76 * scale, y + 8 * scale],
    [x + 60 * scale, y + 42 * scale],
  ];
  const path = limb(ring, [7, 13, 14, 11]);
  drawCloth(fig, path, scarf, [x, y - 60 * scale, x + 90 * scale, y + 50 * scale], { lift: 3, halo: 2, step: 10 });
  if (scarf.kind === 'bow') return drawBow(fig, x + 66 * scale, y - 34 * scale, 15, scarf.colour, scarf.pattern);
  const tail = limb(
    [
      [x + 66 * scale, y - 16 * scale],
      [x + 92 * scale, y - 30 * scale],
      [x + 118 * scale, y - 20 * scale],
    ],
    [8, 9, 10],
  );
  drawCloth(fig, tail, scarf, [x + 60 * scale, y - 44 * scale, x + 130 * scale, y], { lift: 3, halo: 2, step: 9 });
}

function drawSlimTail(fig: Figure, line: Point[], tail: NonNullable<UprightSpec['brush']>, half: number): void {
  const path = limb(
    line,
    line.map((_, index) => half * (index === line.length - 1 ? 0.75 : 1)),
  );
  fig.brush.shape(path, tail.colour, { to: shade(tail.colour, 0.3), along: [0, -20, 0, 14], lift: 3, halo: 3 });
  if (tail.tip === tail.colour) return;
  const [x, y] = line.at(-1)!;
  fig.brush.clip(path, () => fig.brush.dab(ellipse(x, y, half * 2.4), tail.tip));
}

function dressCurled(fig: Figure, body: ReturnType<typeof spline>, a: number, b: number): void {
  const garment = wears(fig, 'jumper', 'pyjamas', 'waistcoat', 'dress', 'dungarees', 'cape', 'apron', 'backpack');
  if (!garment) return;
  const over = garment.kind === 'cape' ? 1.1 : 0.5;
  const band = spline([
    [-a * 0.74, -b * 1.1],
    [a * (over - 0.18), -b * 1.14],
    [a * over, -b * 0.5],
    [a * (over - 0.3), 4],
    [-a * 0.62, 6],
    [-a * 0.5, -b * 0.4],
  ]);
  fig.brush.clip(body, () => drawCloth(fig, band, garment, [-a, -b * 1.1, a * over, 4], { step: 14 }));
}

/** An animal on its belly, its chin over its forepaws. */
export function drawLying(fig: Figure, spec: UprightSpec): void {
  const { brush, tones } = fig;
  const width = Math.max(...spec.torso.widths);
  const length = spec.torso.height + width * 0.9 + spec.legs.length * 0.3;
  const colour = spec.torso.colour ?? tones.main;
  const deep = shade(colour);
  const tall = width * 1.75;
  const isAsleep = fig.character.expression === 'asleep';
  const [x0, x1] = [-length * 0.62, length * 0.38];
  if (fig.away) {
    brush.at(0, 0, 1, 0, false, () => drawCurled({ ...fig, away: true }, spec));
    return;
  }
  if (spec.tail) brush.at(x0 + 14, -tall * 0.34, 0.9, -0.35 + fig.breath * 0.05, false, spec.tail.draw);
  brush.at(0, 0, 1, 0, false, () => {
    if (spec.behind) brush.at(x0 * 0.2, -tall * 0.28, 0.9, 1.35, false, spec.behind);
    const far = limb(
      [
        [x1 * 0.5, -20],
        [x1 + 16, -12],
        [x1 + 40, -9],
      ],
      spec.arms.widths,
    );
    brush.shape(far, mix(colour, deep, 0.35), { to: deep, along: [0, -24, 0, 2], lift: 2 });
    const body = spline([
      [x0, -tall * 0.28],
      [x0 + 12, -tall * 0.72],
      [x0 * 0.42, -tall - fig.breath * 1.5],
      [x1 * 0.1, -tall * 0.86],
      [x1, -tall * 0.62],
      [x1 + 6, -tall * 0.2],
      [x1 - 14, 0],
      [x0 + 22, 2],
    ]);
    brush.shape(body, lit(colour), { to: deep, along: [0, -tall, 0, 0], lift: 5, halo: 4 });
    brush.form(body, x0, -4, length * 0.5, deep, 0.6);
    if (spec.torso.fur)
      brush.fur(body, [x0, -tall, x1, 0], spec.torso.fur * 1.4, 13, [deep, mix(colour, '#ffe8c0', 0.6)], x1 * 2, -tall);
    spec.mark?.(body);
    dressLying(fig, body, x0, x1, tall);
    const haunch = spline([
      [x0 + 6, -tall * 0.16],
      [x0 + 14, -tall * 0.62],
      [x0 + 44, -tall * 0.7],
      [x0 + 66, -tall * 0.38],
      [x0 + 56, -6],
      [x0 + 26, 2],
    ]);
    brush.shape(haunch, lit(colour), { to: deep, along: [0, -tall * 0.7, 0, 0], lift: 3, halo: 2 });
    brush.at(x0 + 54, -spec.feet.height * 0.6, 1, 0, false, () => {
      const l = spec.feet.length * 0.56;
      brush.shape(ellipse(l * 0.5, spec.feet.height * 0.1, l, spec.feet.height * 0.56), spec.feet.colour, {
        to: shade(spec.feet.colour),
        along: [0, -6, 0, 8],
        lift: 2,
        halo: 2,
      });
    });
    const headX = x1 + 8;
    const headY = -spec.head.scale * (isAsleep ? 46 : 62) - (isAsleep ? 6 : spec.arms.widths[1] + 6);
    drawNeckwear(fig, { x: x1 - 10, y: headY + 34 * spec.head.scale, width: 32 * spec.head.scale, drop: 30 });
    const near = limb(
      [
        [x1 * 0.62, -22],
        [x1 + 6, -10],
        [x1 + 34, -8],
      ],
      spec.arms.widths,
    );
    const draw = () => {
      brush.shape(near, colour, { to: deep, along: [0, -26, 0, 2], lift: 3, halo: 3 });
      brush.shape(ellipse(x1 + 40, -8.5, spec.arms.hand * 1.15, spec.arms.hand * 0.86), spec.arms.handColour, {
        to: shade(spec.arms.handColour),
        along: [0, -16, 0, 0],
        lift: 2,
        halo: 1.5,
      });
    };
    draw();
    brush.at(
      headX,
      headY - fig.breath * 0.8,
      spec.head.scale,
      fig.look.tilt * 0.8 + (isAsleep ? 0.1 : -0.02),
      false,
      () => {
        spec.head.draw(fig);
        headwear(fig, spec.head);
      },
    );
  });
}

function dressLying(fig: Figure, body: ReturnType<typeof spline>, x0: number, x1: number, tall: number): void {
  const garment = wears(fig, 'jumper', 'pyjamas', 'waistcoat', 'dress', 'dungarees', 'cape', 'apron', 'backpack');
  if (!garment) return;
  const back = garment.kind === 'waistcoat' || garment.kind === 'jumper' ? 0.28 : 0.72;
  const x = x0 * back;
  const band = spline([
    [x, -tall * 1.2],
    [x1 + 10, -tall * 1.1],
    [x1 + 14, 4],
    [x + 8, 6],
    [x - 8, -tall * 0.5],
  ]);
  fig.brush.clip(body, () => drawCloth(fig, band, garment, [x - 8, -tall * 1.1, x1, 4], { step: 13 }));
}
