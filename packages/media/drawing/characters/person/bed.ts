import { mix, saturate } from '../../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawProp, propHeight } from '../../props/index.ts';
import { drawCloth, wears } from '../cloth.ts';
import { shade, type Figure } from '../figure.ts';
import { headwear, type HeadSpec } from '../headwear.ts';
import { drawHand } from './hands.ts';

/** A person tucked in: head on a pillow, one arm over the quilt, what they hold beside them. */
export function drawTuckedIn(fig: Figure, size: { length: number; head: HeadSpec; scale: number; hand: number }): void {
  const { brush, tones } = fig;
  const person = fig.character.person!;
  const { length, scale } = size;
  const isAsleep = fig.look.eyes === 'resting';
  const sleeve = wears(fig, 'pyjamas', 'jumper', 'dress')?.colour ?? tones.main;
  const headX = -length * 0.36;
  const headY = -scale * 45 - 10;
  const pillow = spline([
    [headX - 76, -4],
    [headX - 84, -46],
    [headX - 54, -74],
    [headX + 2, -66],
    [headX + 44, -46],
    [headX + 56, -12],
    [headX + 10, 4],
    [headX - 40, 4],
  ]);
  brush.shape(pillow, '#fffaf0', { to: '#cdbcc0', along: [0, -60, 0, 4], lift: 4, halo: 3 });
  brush.form(pillow, headX, -20, 40, '#8a7a98', 0.35);
  const shoulder = spline([
    [headX + 18, -46],
    [headX + 52, -58 - fig.breath],
    [headX + 84, -40],
    [headX + 70, 0],
    [headX + 20, 0],
  ]);
  brush.shape(shoulder, sleeve, { to: shade(sleeve, 0.3), along: [0, -56, 0, 0], lift: 2.5 });
  brush.at(headX, headY, scale, -0.3 + fig.look.tilt * 0.3, false, () => {
    size.head.back?.(fig);
    size.head.draw(fig);
    headwear(fig, size.head);
  });
  const x0 = headX + scale * 50;
  const x1 = length * 0.64;
  const b = fig.breath * 1.6;
  const quilt: Point[] = [
    [x0, -34],
    [x0 + 22, -58 - b],
    [x0 + 58, -66 - b],
    [x0 + 96, -58],
    [x0 + 124, -48],
    [x1 - 52, -42],
    [x1 - 22, -54],
    [x1, -34],
    [x1 + 6, -8],
    [x1 - 8, 6],
    [x0 + 60, 8],
    [x0 + 4, 6],
  ];
  const path = spline(quilt);
  const colour = saturate(mix(tones.second, '#6a8aa8', 0.25), 1.05);
  drawCloth(fig, path, { colour, pattern: 'patchwork' }, [x0, -70, x1, 8], { lift: 5, halo: 3, step: 17 });
  brush.form(path, (x0 + x1) / 2, 8, (x1 - x0) * 0.5, '#1c1838', 0.4);
  brush.form(path, x0 + 50, -66, 46, '#fff0c8', 0.3);
  brush.clip(path, () =>
    brush.line(
      curve([
        [x0 + 96, -58],
        [x0 + 110, -30],
        [x0 + 104, 6],
      ]),
      shade(colour),
      3,
      0.35,
    ),
  );
  const fold = spline([
    [x0 - 6, -28],
    [x0 + 14, -54 - b],
    [x0 + 34, -62 - b],
    [x0 + 42, -54 - b],
    [x0 + 26, -34],
    [x0 + 20, 4],
    [x0, 8],
  ]);
  brush.shape(fold, '#fdf4e2', { to: '#d8bfae', along: [0, -60, 0, 8], lift: 3, halo: 2 });
  const prop = fig.character.holds;
  if (prop) {
    const k = Math.min(1.2, 62 / propHeight(prop));
    brush.at(x0 + 30, -40, k, 0.3, false, () => drawProp(brush, prop, { seed: 7 }));
  }
  const wrist: Point = isAsleep ? [x0 + 50, -58 - b] : [x0 + 40, -64 - b];
  const arm = limb([[x0 - 4, -42], [x0 + 20, -56 - b], wrist], [10, 9, 7.5]);
  brush.shape(arm, sleeve, { to: shade(sleeve, 0.25), along: [x0, -60, x0, -36], lift: 2.5, halo: 2 });
  brush.at(wrist[0], wrist[1], 1, 0.35, false, () => drawHand(fig, prop ? 'grip' : 'rest', person.skin, size.hand));
}

/** A person on their belly, chin in their hands, feet in the air. */
export function drawOnBelly(
  fig: Figure,
  size: { length: number; head: HeadSpec; scale: number; hand: number; top: string; trousers: string; shoe: string },
): void {
  const { brush } = fig;
  const person = fig.character.person!;
  const { length: l, scale, top, trousers, shoe } = size;
  const hips: Point = [-l * 0.16, -20];
  const leg = (far: boolean) => {
    const knee: Point = [-l * 0.52 + (far ? 10 : 0), -11];
    const foot: Point = [-l * 0.5 + (far ? 30 : -6), -66 - (far ? 6 : 0) - fig.breath * 3];
    const colour = far ? shade(trousers, 0.25) : trousers;
    brush.shape(limb([hips, knee, foot], [14, 10, 8]), colour, {
      to: shade(colour),
      along: [0, -60, 0, 0],
      lift: 2.4,
      halo: 2,
    });
    brush.at(foot[0], foot[1] - 5, 1, -0.4, false, () =>
      brush.shape(ellipse(3, -3, 14, 7.5), shoe, { to: shade(shoe), along: [0, -10, 0, 6], lift: 2, halo: 2 }),
    );
  };
  leg(true);
  const body = spline([
    [-l * 0.26, -26],
    [-l * 0.12, -42],
    [l * 0.1, -44],
    [l * 0.26, -58],
    [l * 0.34, -44],
    [l * 0.3, -12],
    [l * 0.1, 0],
    [-l * 0.2, 0],
  ]);
  drawCloth(
    fig,
    body,
    wears(fig, 'jumper', 'dress', 'pyjamas') ?? { colour: top, pattern: 'plain' },
    [-l * 0.26, -58, l * 0.34, 0],
    { lift: 4 },
  );
  leg(false);
  const chin: Point = [l * 0.34, -66];
  brush.at(chin[0] - 2, chin[1] - scale * 30, scale, fig.look.tilt * 0.7 - 0.04, false, () => {
    size.head.back?.(fig);
    size.head.draw(fig);
    headwear(fig, size.head);
  });
  for (const far of [true, false]) {
    const elbow: Point = [l * 0.3 + (far ? 34 : 4), -5];
    const wrist: Point = [l * 0.32 + (far ? 22 : 2), -52];
    const sleeve = limb([[l * 0.26, -40], elbow, wrist], [9, 8.5, 7]);
    const colour = far ? shade(top, 0.2) : top;
    brush.shape(sleeve, colour, { to: shade(colour), along: [0, -50, 0, 0], lift: 2.4, halo: 2 });
    brush.at(wrist[0], wrist[1], 1, -1.45, false, () => drawHand(fig, 'rest', person.skin, size.hand * 0.9));
  }
}
