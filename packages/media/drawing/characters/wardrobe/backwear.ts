import { mix } from '../../colour.ts';
import { curve, ellipse, spline } from '../../paths.ts';
import { type Garment, drawCloth, wears } from '../cloth.ts';
import { type Figure, shade } from '../figure.ts';
import { trunkWidth } from '../rigs/trunk.ts';
import type { Wearer } from './wearer.ts';

/** What is worn on the back: a cape, a backpack. Drawn behind the body, or before it when the back is seen. */
export function drawBackwear(fig: Figure, body: Wearer, seenFromBehind: boolean): void {
  const cape = wears(fig, 'cape');
  if (cape) drawCape(fig, body, cape, seenFromBehind);
  const backpack = wears(fig, 'backpack');
  if (backpack) drawBackpack(fig, body, backpack, seenFromBehind);
}

function drawCape(fig: Figure, body: Wearer, cape: Garment, seenFromBehind: boolean): void {
  const { brush } = fig;
  const h = body.torso.height;
  const w = trunkWidth(body.torso, 0.5);
  const blown = seenFromBehind ? 0 : -w * 0.95 - fig.breath * 3;
  const hem = Math.min(Math.max(h * 0.4, body.legs.length * 0.62), body.legs.length + 4);
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

function drawBackpack(fig: Figure, body: Wearer, backpack: Garment, seenFromBehind: boolean): void {
  const { brush } = fig;
  const h = body.torso.height;
  const w = trunkWidth(body.torso, 0.5);
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
