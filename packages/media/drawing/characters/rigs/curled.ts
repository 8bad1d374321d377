import { mix } from '../../colour.ts';
import { type Point, ellipse, limb, spline } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { type Figure, shade } from '../figure.ts';
import { lit } from '../head.ts';
import { headwear } from '../headwear.ts';
import { drawBow } from '../neckwear.ts';
import type { UprightSpec } from './upright-spec.ts';

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
