import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { seeded } from '../../random.ts';
import { noise } from '../noise.ts';
import { fillBox, linear, radial, softly } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';

/** How a sheet of paper lies: its colour, how far it stands off what is behind it, and what is cut out of it. */
export type Sheet = {
  colour: string;
  /** Colour at its lower edge, if it was painted with a wash. */
  wash?: string;
  /** Units between the sheet and what is behind it. Default 10. */
  off?: number;
  /** Filled even-odd: inner outlines are holes. */
  isPierced?: boolean;
  /** Units that the wash spans, from y. */
  span?: readonly [number, number];
};

/** Lays a sheet of card: a soft shadow behind it, its cut edge bright towards the light, fibres in its face. */
export function sheet(
  stage: VistaStage,
  c: Context,
  path: Path2D,
  { colour, wash, off = 10, isPierced = false, span }: Sheet,
): void {
  const { tones, key, w, h, scale } = stage;
  const rule = isPierced ? 'evenodd' : 'nonzero';
  const [dx, dy] = [(w / 2 - key.x) / w, 0.65];
  c.save();
  c.shadowColor = alpha(tones.ink, 0.62);
  c.shadowBlur = off * 1.5 * scale;
  c.shadowOffsetX = dx * off * scale;
  c.shadowOffsetY = dy * off * scale;
  c.fillStyle = blend(colour, tones.light, 0.55);
  c.fill(path, rule);
  c.restore();
  // The cut edge shows as a line of bare card; the face lies a little lower.
  c.save();
  c.clip(path, rule);
  c.translate(-dx * 2.2, 2.1);
  const [top, bottom] = span ?? [0, h];
  c.fillStyle = wash
    ? linear(
        c,
        [0, top, 0, bottom],
        [
          [0, colour],
          [1, wash],
        ],
      )
    : colour;
  c.fill(path, rule);
  c.restore();
}

/** Fibres and flecks over all that the layer has painted so far. */
export function fibres(stage: VistaStage, c: Context, count: number): void {
  const { tones, view } = stage;
  const random = seeded(count * 7 + stage.staged.length);
  const [light, dark] = [new Path2D(), new Path2D()];
  for (let fibre = 0; fibre < count; fibre++) {
    const path = fibre % 2 ? light : dark;
    const [x, y] = [view.x0 + random() * (view.x1 - view.x0), view.y0 + random() * (view.y1 - view.y0)];
    const angle = random() * 6.28;
    const length = 3 + random() * 11;
    path.moveTo(x, y);
    path.lineTo(x + Math.cos(angle) * length, y + Math.sin(angle) * length);
  }
  c.save();
  c.globalCompositeOperation = 'source-atop';
  c.lineWidth = 0.9;
  c.strokeStyle = alpha(tones.light, 0.13);
  c.stroke(light);
  c.strokeStyle = alpha(tones.ink, 0.12);
  c.stroke(dark);
  c.restore();
}

/** A thread from above that holds something at (x, y). */
export function string({ tones, view }: VistaStage, c: Context, x: number, y: number): void {
  c.strokeStyle = alpha(tones.ink, 0.35);
  c.lineWidth = 1.1;
  c.beginPath();
  c.moveTo(x + 2.5, view.y0);
  c.lineTo(x + 2.5, y);
  c.stroke();
  c.strokeStyle = alpha(tones.glare, 0.75);
  c.beginPath();
  c.moveTo(x, view.y0);
  c.lineTo(x, y);
  c.stroke();
}

/** A cloud of card: half circles on a straight foot. */
export function cloud(x: number, y: number, size: number): Path2D {
  const path = new Path2D();
  path.moveTo(x - size, y);
  path.arc(x - size * 0.68, y - size * 0.08, size * 0.32, Math.PI * 0.9, Math.PI * 1.72);
  path.arc(x - size * 0.2, y - size * 0.32, size * 0.4, Math.PI * 1.1, Math.PI * 1.86);
  path.arc(x + size * 0.36, y - size * 0.2, size * 0.32, Math.PI * 1.3, Math.PI * 1.95);
  path.arc(x + size * 0.76, y - size * 0.04, size * 0.24, Math.PI * 1.4, Math.PI * 0.12);
  path.closePath();
  return path;
}

/** A row of waves with curling crests, from the left edge to the right, down to the lower edge. */
export function waves({ view }: VistaStage, y: number, size: number, shift: number): Path2D {
  const path = new Path2D();
  path.moveTo(view.x0 - size, view.y1 + 20);
  path.lineTo(view.x0 - size, y);
  for (let x = view.x0 - size * 2 + shift; x < view.x1 + size; x += size) {
    path.bezierCurveTo(
      x + size * 0.34,
      y - size * 0.02,
      x + size * 0.3,
      y - size * 0.4,
      x + size * 0.66,
      y - size * 0.42,
    );
    path.bezierCurveTo(
      x + size * 0.92,
      y - size * 0.42,
      x + size * 0.98,
      y - size * 0.16,
      x + size * 0.78,
      y - size * 0.13,
    );
    path.bezierCurveTo(x + size * 0.86, y - size * 0.02, x + size * 0.94, y, x + size, y);
  }
  path.lineTo(view.x1 + size * 2, view.y1 + 20);
  path.closePath();
  return path;
}

/** Hills: a crest of gentle noise down to the lower edge. */
export function hills(
  { view, w }: VistaStage,
  y: number,
  height: number,
  { bumps, phase }: { bumps: number; phase: number },
): Path2D {
  const path = new Path2D();
  path.moveTo(view.x0, view.y1 + 20);
  for (let x = view.x0; x <= view.x1 + 8; x += 8) path.lineTo(x, y - height * noise((x / w) * bumps + phase, phase));
  path.lineTo(view.x1 + 8, view.y1 + 20);
  path.closePath();
  return path;
}

/** A sun or star of paper: points around a circle. */
export function burst(x: number, y: number, outer: number, inner: number, tips: number, turn = 0): Path2D {
  return polygon(
    Array.from({ length: tips * 2 }, (_, index): Point => {
      const angle = turn + (index / tips) * Math.PI;
      const r = index % 2 ? inner : outer;
      return [x + Math.sin(angle) * r, y - Math.cos(angle) * r];
    }),
  );
}

/** A moon: a sickle that opens to the right. */
export function sickle(x: number, y: number, r: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, r, 0.75, Math.PI * 2 - 0.95);
  path.arc(x + r * 0.44, y - r * 0.04, r * 0.78, Math.PI * 2 - 1.42, 1.28, true);
  path.closePath();
  return path;
}

/** A house with gable, door and windows as holes in the card. */
export function house(x: number, foot: number, wide: number, tall: number): Path2D {
  const path = polygon([
    [x, foot],
    [x, foot - tall],
    [x + wide * 0.5, foot - tall - wide * 0.55],
    [x + wide, foot - tall],
    [x + wide, foot],
  ]);
  const rows = Math.max(1, Math.floor(tall / (wide * 0.46)));
  for (let row = 0; row < rows; row++) {
    for (const side of [0.17, 0.58]) {
      if (row === rows - 1 && side > 0.5) continue;
      path.rect(x + wide * side, foot - tall + wide * (0.06 + row * 0.44), wide * 0.25, wide * 0.27);
    }
  }
  path.moveTo(x + wide * 0.58, foot);
  path.lineTo(x + wide * 0.58, foot - wide * 0.3);
  path.arc(x + wide * 0.705, foot - wide * 0.3, wide * 0.125, Math.PI, 0);
  path.lineTo(x + wide * 0.83, foot);
  path.closePath();
  return path;
}

/** A tree cut from one piece: round crown, trunk, and leaves cut out of it. */
export function tree(x: number, foot: number, tall: number, random: () => number): Path2D {
  const r = tall * 0.3;
  const path = spline(
    Array.from({ length: 11 }, (_, index): Point => {
      const angle = (index / 11) * Math.PI * 2;
      const k = r * (0.88 + random() * 0.24);
      return [x + Math.cos(angle) * k, foot - tall * 0.68 + Math.sin(angle) * k * 1.08];
    }),
  );
  path.addPath(
    polygon([
      [x - tall * 0.03, foot - tall * 0.42],
      [x + tall * 0.03, foot - tall * 0.42],
      [x + tall * 0.05, foot],
      [x - tall * 0.05, foot],
    ]),
  );
  return path;
}

/** A fir of triangles. */
export function paperFir(x: number, foot: number, tall: number): Path2D {
  const path = new Path2D();
  for (let tier = 0; tier < 4; tier++) {
    const [top, bottom] = [foot - tall * (1 - tier * 0.2), foot - tall * (0.66 - tier * 0.2)];
    const half = tall * (0.13 + tier * 0.052);
    polygon(
      [
        [x, top],
        [x + half, bottom],
        [x - half, bottom],
      ],
      path,
    );
  }
  polygon(
    [
      [x - tall * 0.03, foot - tall * 0.1],
      [x + tall * 0.03, foot - tall * 0.1],
      [x + tall * 0.03, foot],
      [x - tall * 0.03, foot],
    ],
    path,
  );
  return path;
}

/** Warm light on the back sheet, as of a lamp behind the paper. */
export function backLight(
  stage: VistaStage,
  c: Context,
  { x, y, top, middle, edge }: { x: number; y: number; top: string; middle: string; edge: string },
): void {
  fillBox(
    c,
    stage.all,
    radial(c, x, y, stage.w * 0.72, [
      [0, top],
      [0.4, middle],
      [1, edge],
    ]),
  );
  stage.lamp(c, { x, y, radius: stage.w * 0.34, colour: stage.tones.light, strength: 0.4 + stage.grand * 0.2 });
  fibres(stage, c, 900);
}

/** A curtain of folds that hangs at one side: gathered at `tie` if given. `side` -1 left, 1 right. */
export function curtain(
  stage: VistaStage,
  c: Context,
  { from, to, foot, tie, colour }: { from: number; to: number; foot: number; tie?: number; colour: string },
): void {
  const { tones, view } = stage;
  const top = view.y0 - 20;
  const inner = (y: number) => {
    if (tie === undefined) return to;
    const t = Math.min(1, (y - top) / (tie - top));
    const gathered = y < tie ? t ** 2.2 * 0.62 : 0.62 - 0.2 * ((y - tie) / (foot - tie));
    return to + (from - to) * gathered;
  };
  const edge = Array.from({ length: 25 }, (_, index): Point => {
    const y = top + ((foot - top) * index) / 24;
    return [inner(y), y];
  });
  const path = polygon([[from, top], ...edge, [from, foot]]);
  sheet(stage, c, path, { colour, off: 22 });
  c.save();
  c.clip(path);
  const folds = 7;
  for (let fold = 0; fold < folds; fold++) {
    const line = (part: number) =>
      Array.from({ length: 25 }, (_, index): Point => {
        const y = top + ((foot - top) * index) / 24;
        return [from + (inner(y) - from) * part, y];
      });
    const [a, b] = [(fold + 0.1) / folds, (fold + 0.62) / folds];
    const strip = polygon([...line(a), ...line(b).reverse()]);
    c.fillStyle = alpha(fold % 2 ? tones.ink : tones.deep, 0.34);
    c.fill(strip);
    const gleam = polygon([...line(b + 0.03), ...line(b + 0.065).reverse()]);
    c.fillStyle = alpha(tones.light, 0.2);
    c.fill(gleam);
  }
  c.restore();
  if (tie === undefined) return;
  const x = inner(tie);
  c.fillStyle = tones.light;
  c.save();
  c.shadowColor = alpha(tones.ink, 0.5);
  c.shadowBlur = 8;
  c.fill(
    polygon([
      [from, tie - 16],
      [x + (x - from) * 0.03, tie - 7],
      [x + (x - from) * 0.03, tie + 9],
      [from, tie + 8],
    ]),
  );
  c.restore();
}

/** The front of the stage: an arch with a scalloped border, cut out of one large card. */
export function proscenium(stage: VistaStage, c: Context, { colour, sill }: { colour: string; sill: number }): void {
  const { tones, w, h, view, short } = stage;
  const side = w * 0.075;
  const top = h * 0.1;
  const path = new Path2D();
  path.rect(view.x0 - 10, view.y0 - 10, view.x1 - view.x0 + 20, view.y1 - view.y0 + 20);
  path.moveTo(side, sill);
  path.lineTo(side, h * 0.3);
  path.bezierCurveTo(side, top, w * 0.24, top, w * 0.3, top * 0.8);
  path.quadraticCurveTo(w / 2, top * 0.1, w * 0.7, top * 0.8);
  path.bezierCurveTo(w * 0.76, top, w - side, top, w - side, h * 0.3);
  path.lineTo(w - side, sill);
  path.closePath();
  sheet(stage, c, path, { colour, wash: blend(colour, tones.deep, 0.45), isPierced: true, off: 26 });
  c.strokeStyle = tones.light;
  c.lineWidth = 2.4;
  c.setLineDash([2, 9]);
  const border = new Path2D();
  border.moveTo(side - 13, sill);
  border.lineTo(side - 13, h * 0.3);
  border.bezierCurveTo(side - 13, top - 13, w * 0.23, top - 15, w * 0.296, top * 0.8 - 15);
  border.quadraticCurveTo(w / 2, top * 0.1 - 16, w * 0.704, top * 0.8 - 15);
  border.bezierCurveTo(w * 0.77, top - 15, w - side + 13, top - 13, w - side + 13, h * 0.3);
  border.lineTo(w - side + 13, sill);
  c.stroke(border);
  c.setLineDash([]);
  sheet(stage, c, burst(w / 2, top * 0.2, short * 0.062, short * 0.042, 12), { colour: tones.accent, off: 8 });
  sheet(stage, c, ellipse(w / 2, top * 0.2, short * 0.03), { colour: tones.light, off: 4 });
  const lamps = 9;
  for (let lamp = 0; lamp < lamps; lamp++) {
    const x = side + ((lamp + 0.5) / lamps) * (w - side * 2);
    const shell = new Path2D();
    shell.arc(x, sill + 8, short * 0.03, Math.PI, 0);
    shell.closePath();
    stage.lamp(c, { x, y: sill - 6, radius: short * 0.1, colour: tones.light, strength: 0.5 + stage.grand * 0.3 });
    sheet(stage, c, shell, { colour: tones.accent, off: 6 });
  }
  fibres(stage, c, 700);
}

/** A cone of light from above onto the stage. */
export function spot(
  stage: VistaStage,
  c: Context,
  [x, y]: Point,
  target: { x: number; y: number; half: number },
  strength: number,
): void {
  const { tones, all } = stage;
  softly(c, all, { blur: 7, strength, operation: 'screen', detail: 0.2 }, (small) => {
    small.fillStyle = linear(
      small,
      [x, y, target.x, target.y],
      [
        [0, tones.light, 0.75],
        [1, tones.light, 0.2],
      ],
    );
    small.fill(
      polygon([
        [x - 7, y],
        [x + 7, y],
        [target.x + target.half, target.y],
        [target.x - target.half, target.y],
      ]),
    );
    small.save();
    small.translate(target.x, target.y);
    small.scale(1, 0.2);
    small.fillStyle = alpha(tones.light, 0.55);
    small.fill(ellipse(0, 0, target.half));
    small.restore();
  });
}
