import { Path2D } from '@napi-rs/canvas';
import { mix } from '../colour.ts';
import { curve, ellipse, spline, type Point } from '../paths.ts';
import { drawCloth, wears, type Garment } from './cloth.ts';
import { narrowed } from './face.ts';
import { shade, slide, type Figure } from './figure.ts';
import { drawBow } from './neckwear.ts';

/** A head in its own units: the face around (0, 0), about 140 wide for an animal. */
export type HeadSpec = {
  draw: (fig: Figure) => void;
  /** What hangs behind the shoulders (long hair), drawn before the body; or after it when seen from behind. */
  back?: (fig: Figure) => void;
  /** Where a hat sits: the line of its brim, half its width there, and the top of the skull. */
  hat: { y: number; width: number; crown: number; x?: number };
  /** Where glasses sit. */
  eyes: { apart: number; y: number; r: number; depth?: number };
};

/** Draws what is worn on the head, in the head's frame. */
export function headwear(fig: Figure, head: HeadSpec): void {
  const isAsleep = fig.character.expression === 'asleep';
  const glasses = wears(fig, 'glasses');
  const aids = fig.character.person?.aids ?? [];
  if ((glasses || aids.includes('glasses')) && !fig.away && !isAsleep)
    drawGlasses(fig, head, glasses?.colour ?? '#5a4a5e');
  const bow = wears(fig, 'bow');
  if (bow && fig.character.person) drawBow(fig, head.hat.width * 0.62, head.hat.crown + 9, 17, bow.colour, bow.pattern);
  const hat = wears(fig, 'hat');
  if (hat) drawHat(fig, head.hat, hat);
  const cap = wears(fig, 'cap');
  if (cap) drawCap(fig, head.hat, cap);
  const crown = wears(fig, 'crown');
  if (crown) drawCrown(fig, head.hat, crown);
}

function drawGlasses(fig: Figure, head: HeadSpec, colour: string): void {
  const { apart, y, r, depth = 9 } = head.eyes;
  const [sx, sy] = slide(fig, depth);
  const rim = Math.max(r * 1.75, Math.min(apart * 0.72, r * 2.3));
  const frames = new Path2D();
  const xs = [-1, 1].map((side) => sx + side * apart * narrowed(fig, side));
  xs.forEach((x, index) => {
    const w = rim * (index ? 1 - 0.08 * fig.turn : 1);
    fig.brush.dab(ellipse(x, y + sy + 1, w, rim), '#ffffff', 0.1);
    frames.addPath(ellipse(x, y + sy + 1, w, rim));
  });
  frames.addPath(
    curve([
      [xs[0]! + rim, y + sy - 1],
      [(xs[0]! + xs[1]!) / 2, y + sy - 4],
      [xs[1]! - rim * 0.92, y + sy - 1],
    ]),
  );
  frames.addPath(
    curve([
      [xs[0]! - rim, y + sy - 1],
      [xs[0]! - rim - 9, y + sy - 5],
    ]),
  );
  frames.addPath(
    curve([
      [xs[1]! + rim * 0.92, y + sy - 1],
      [xs[1]! + rim + 4, y + sy - 4],
    ]),
  );
  fig.brush.line(frames, colour, Math.max(2.3, r * 0.34));
}

/** A knitted bobble hat. */
function drawHat(fig: Figure, place: HeadSpec['hat'], hat: Garment): void {
  const { y, width: w, crown, x = 0 } = place;
  const top = crown - w * 0.42;
  const path = spline(
    [
      [x - w, y],
      [x - w * 0.96, y - (y - top) * 0.5],
      [x - w * 0.5, top + 4],
      [x, top],
      [x + w * 0.5, top + 4],
      [x + w * 0.96, y - (y - top) * 0.5],
      [x + w, y],
      [x, y + 4],
    ],
    0.9,
  );
  drawCloth(fig, path, hat, [x - w, top, x + w, y], { lift: 3, step: 12 });
  const ribs = new Path2D();
  if (hat.pattern === 'plain') {
    for (const t of [-0.6, -0.2, 0.2, 0.6])
      ribs.addPath(
        curve([
          [x + t * w, y - 4],
          [x + t * w * 0.86, (y + top) / 2],
          [x + t * w * 0.3, top + 4],
        ]),
      );
    fig.brush.line(ribs, shade(hat.colour), 1.8, 0.35);
  }
  const band = spline(
    [
      [x - w * 1.06, y - 9],
      [x, y - 5],
      [x + w * 1.06, y - 9],
      [x + w * 1.06, y + 5],
      [x, y + 10],
      [x - w * 1.06, y + 5],
    ],
    0.8,
  );
  const trim = mix(hat.colour, '#fff3dc', 0.62);
  drawCloth(fig, band, { colour: trim, pattern: 'plain' }, [x - w, y - 9, x + w, y + 10], { lift: 2 });
  fig.brush.seededBy(5, () => {
    const r = w * 0.3;
    const bobble = fig.brush.blob(x, top - r * 0.5, r, r * 0.96, 0.09, 14);
    fig.brush.shape(bobble, trim, {
      to: shade(trim, 0.25),
      along: [x, top - r * 1.5, x, top + r * 0.5],
      lift: 2.4,
      halo: 2,
    });
    fig.brush.fur(bobble, [x - r, top - r * 1.6, x + r, top + r * 0.5], 24, 7, [shade(trim, 0.4)], x, top - r * 0.5);
  });
}

/** A cap with a peak toward the side that is faced. */
function drawCap(fig: Figure, place: HeadSpec['hat'], cap: Garment): void {
  const { y, width: w, crown, x = 0 } = place;
  const top = crown - w * 0.2;
  const peak = fig.turn ? 1 : 0;
  const dome = spline(
    [
      [x - w, y],
      [x - w * 0.92, y - (y - top) * 0.6],
      [x - w * 0.4, top],
      [x + w * 0.4, top],
      [x + w * 0.92, y - (y - top) * 0.6],
      [x + w, y],
      [x, y + 3],
    ],
    0.9,
  );
  drawCloth(fig, dome, cap, [x - w, top, x + w, y], { lift: 3, step: 11 });
  fig.brush.line(
    curve([
      [x + peak * w * 0.2, top],
      [x + peak * w * 0.45, (y + top) / 2],
      [x + peak * w * 0.4, y],
    ]),
    shade(cap.colour),
    1.5,
    0.5,
  );
  fig.brush.dab(ellipse(x + peak * 3, top, 4, 3), shade(cap.colour, 0.3));
  if (fig.away) return;
  const brim: Point[] = peak
    ? [
        [x - w * 0.1, y - 4],
        [x + w * 0.8, y - 7],
        [x + w * 1.55, y + 3],
        [x + w * 1.5, y + 9],
        [x + w * 0.7, y + 7],
        [x, y + 6],
      ]
    : [
        [x - w * 0.9, y - 3],
        [x, y - 7],
        [x + w * 0.9, y - 3],
        [x + w * 0.72, y + 11],
        [x, y + 16],
        [x - w * 0.72, y + 11],
      ];
  drawCloth(
    fig,
    spline(brim),
    { colour: shade(cap.colour, 0.22), pattern: 'plain' },
    [x - w, y - 7, x + w * 1.5, y + 14],
    { lift: 3 },
  );
}

function drawCrown(fig: Figure, place: HeadSpec['hat'], crown: Garment): void {
  const { y, x = 0 } = place;
  const w = place.width * 0.72;
  const top = Math.min(place.crown - 24, y - w * 0.9);
  const points: Point[] = [[x - w, y - 2]];
  points.push(
    [x - w * 1.16, top + 6],
    [x - w * 0.52, y - (y - top) * 0.46],
    [x, top - 4],
    [x + w * 0.52, y - (y - top) * 0.46],
    [x + w * 1.16, top + 6],
    [x + w, y - 2],
    [x, y + 5],
  );
  drawCloth(fig, spline(points, 0.22), crown, [x - w, top, x + w, y], { lift: 3 });
  for (const [dx, dy] of [
    [-1.16, top + 4],
    [0, top - 6],
    [1.16, top + 4],
  ] as const) {
    fig.brush.shape(ellipse(x + dx * w, dy, 4.2), mix(crown.colour, '#fffbe0', 0.6), { lift: 1.2 });
  }
  fig.brush.line(
    curve([
      [x - w * 0.98, y - 8],
      [x, y - 2],
      [x + w * 0.98, y - 8],
    ]),
    shade(crown.colour),
    1.6,
    0.6,
  );
  for (const t of [-0.55, 0, 0.55])
    fig.brush.dab(ellipse(x + t * w, y - 8 - Math.abs(t) * 2 + 4, 3, 3.6), t ? '#4a90a8' : '#d0524c');
}
