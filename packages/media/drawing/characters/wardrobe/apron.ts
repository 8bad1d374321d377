import { type Point, curve, spline } from '../../paths.ts';
import { type Garment, drawCloth } from '../cloth.ts';
import { type Figure, shade } from '../figure.ts';
import { hemLine, trunkWidth } from '../rigs/trunk.ts';
import type { Wearer } from './wearer.ts';

/** An apron over everything else. */
export function drawApron(fig: Figure, body: Wearer, apron: Garment): void {
  const { torso } = body;
  const h = torso.height;
  const w = trunkWidth(torso, 0.6);
  const { turn, brush } = fig;
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
}

/** The bow of an apron on the back. */
export function drawApronStrings(fig: Figure, body: Wearer, apron: Garment): void {
  const { torso } = body;
  const h = torso.height;
  const { brush } = fig;
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
