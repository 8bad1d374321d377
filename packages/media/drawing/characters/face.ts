import { Path2D } from '@napi-rs/canvas';
import { mix } from '../colour.ts';
import { curve, ellipse, mirror, spline, type Point } from '../paths.ts';
import { slide, type Figure } from './figure.ts';

/** Where the features of a face are, in the units of the head; the middle of the face is x = 0. */
export type FaceSpec = {
  eyes: { apart: number; y: number; r: number; white?: string; iris?: string };
  mouth: { y: number; w: number };
  cheeks?: { apart: number; y: number; r: number; colour?: string };
  /** Brows in every expression (people); animals have them only where the expression asks. */
  brows?: { colour: string; y: number; width: number; always?: boolean };
  /** In profile only the eye of this side shows. Default both, -1 and 1. */
  sides?: readonly number[];
  /** How far eyes and muzzle stand out; decides how far they slide in the turn. Default 8 and 12. */
  depth?: { eyes?: number; muzzle?: number };
  ink?: string;
  line?: string;
};

/** Draws blush, eyes and brows. The muzzle comes after, so that it may overlap them. */
export function drawEyes(fig: Figure, face: FaceSpec): void {
  const depth = face.depth?.eyes ?? 8;
  const [sx, sy] = slide(fig, depth);
  if (face.cheeks) {
    const { apart, y, r, colour = '#e8604c' } = face.cheeks;
    for (const side of face.sides ?? [-1, 1]) {
      fig.brush.cheek(
        sx + side * apart * narrowed(fig, side),
        y + sy,
        r,
        Math.min(0.85, 0.42 * fig.look.blush),
        colour,
      );
    }
  }
  for (const side of face.sides ?? [-1, 1]) {
    const x = sx + side * face.eyes.apart * narrowed(fig, side);
    drawEye(fig, face, x, face.eyes.y + sy, side);
  }
  drawBrows(fig, face, sx, sy);
}

/** Features on the far side of a turned head are nearer to its middle. */
export function narrowed(fig: Figure, side: number): number {
  return side > 0 ? 1 - 0.13 * fig.turn : 1;
}

function drawEye(fig: Figure, face: FaceSpec, x: number, y: number, side: number): void {
  const { look } = fig;
  const ctx = fig.brush.ctx;
  const ink = face.ink ?? fig.tones.ink;
  const r = face.eyes.r * look.size * (side > 0 ? 1 - 0.06 * fig.turn : 1);
  fig.noteEye(x, y, face.eyes.r * (face.eyes.white ? 1.5 : 1.05));
  ctx.lineCap = 'round';
  if (look.eyes !== 'open') {
    const up = look.eyes === 'laughing';
    const w = face.eyes.r * (up ? 1.12 : 1.05) * (face.eyes.white ? 1.2 : 1);
    const path = new Path2D();
    if (up) path.arc(x, y + w * 0.45, w, Math.PI + 0.35, -0.35);
    else path.arc(x, y - w * 0.3, w, 0.28, Math.PI - 0.28);
    fig.brush.line(path, ink, face.eyes.r * 0.42);
    if (!up) {
      const lashes = new Path2D();
      for (const angle of side < 0 ? [1.9, 2.35, 2.8] : [1.25, 0.8, 0.35]) {
        lashes.moveTo(x + Math.cos(angle) * w, y - w * 0.3 + Math.sin(angle) * w);
        lashes.lineTo(x + Math.cos(angle) * w * 1.4, y - w * 0.3 + Math.sin(angle) * w * 1.38);
      }
      fig.brush.line(lashes, ink, face.eyes.r * 0.2);
    }
    return;
  }
  const white = face.eyes.white;
  const rx = r * (white ? 1.42 : 0.78);
  const ry = r * (white ? 1.52 : 1.04);
  const [gx, gy] = [look.gaze[0] * r * (white ? 0.55 : 0.24), look.gaze[1] * r * (white ? 0.5 : 0.2)];
  const [cx, cy] = white ? [x, y] : [x + gx, y + gy];
  const inner = -side * look.lidSlant * ry;
  const lidY = cy - ry + 2 * ry * look.lid;
  // A lid that only rests on the eye is round; a slanted one is straight.
  const arch = look.lidSlant > 0 ? 0 : ry * (white ? 0.8 : 0.5) * (1 - look.lid * 0.6);
  ctx.save();
  if (look.lid > 0 || look.lidSlant) {
    const open = new Path2D();
    open.moveTo(cx - rx * 1.3, lidY - inner * 1.3 + arch * 0.5);
    open.quadraticCurveTo(cx, lidY - arch, cx + rx * 1.3, lidY + inner * 1.3 + arch * 0.5);
    open.lineTo(cx + rx * 2, cy + ry * 2);
    open.lineTo(cx - rx * 2, cy + ry * 2);
    open.closePath();
    ctx.clip(open);
  }
  if (white) {
    fig.brush.dab(ellipse(cx, cy, rx, ry), white);
    fig.brush.line(ellipse(cx, cy, rx, ry), ink, r * 0.16, 0.35);
  }
  const [px, py, pr] = white ? [cx + gx, cy + gy, r * 0.98] : [cx, cy, r];
  fig.brush.dab(ellipse(px, py, pr * 0.78, pr * 1.04), ink);
  const iris = face.eyes.iris ?? fig.tones.eyes;
  if (iris) {
    fig.brush.dab(ellipse(px, py + pr * 0.3, pr * 0.56, pr * 0.58), mix(iris, '#ffffff', 0.08));
    fig.brush.dab(ellipse(px, py + pr * 0.06, pr * 0.4, pr * 0.54), ink);
  }
  fig.brush.dab(ellipse(px - pr * 0.2, py - pr * 0.42, pr * 0.3, pr * 0.32), '#fffdf5');
  fig.brush.dab(ellipse(px + pr * 0.25, py + pr * 0.42, pr * 0.14), '#ffffff', 0.5);
  ctx.restore();
  if (look.lid > 0.12 || look.lidSlant) {
    const w = rx * 1.16;
    const [a, b]: Point[] = [
      [cx - w, lidY - (inner * w) / rx],
      [cx + w, lidY + (inner * w) / rx],
    ] as Point[];
    fig.brush.line(
      curve([
        [a![0], a![1] + arch * 0.42],
        [cx, (a![1] + b![1]) / 2 - arch * 0.5],
        [b![0], b![1] + arch * 0.42],
      ]),
      ink,
      r * 0.28,
    );
  }
}

function drawBrows(fig: Figure, face: FaceSpec, sx: number, sy: number): void {
  const brows = fig.look.brows ?? (face.brows?.always ? { raise: 0.2, slant: -0.06 } : undefined);
  if (!brows) return;
  const { apart, r } = face.eyes;
  const colour = face.brows?.colour ?? face.line ?? fig.tones.line;
  const w = face.brows?.width ?? r * 0.95;
  for (const side of face.sides ?? [-1, 1]) {
    const x = sx + side * apart * 1.04 * narrowed(fig, side);
    const raise = brows.raise * r * (brows.oneUp ? (side > 0 ? 1.9 : -0.1) : 1);
    const y = (face.brows?.y ?? face.eyes.y - r * 2.15) + sy - raise;
    // The inner end, toward the middle of the face, goes down by the slant, the outer one up by half of it.
    const path = curve([
      [x - side * w, y + brows.slant * w],
      [x, y - w * 0.22 + brows.slant * w * 0.1],
      [x + side * w, y - brows.slant * w * 0.5],
    ]);
    fig.brush.line(path, colour, r * 0.34, 0.85);
  }
}

/** Draws the mouth of the expression; `x`, `y` is the middle of a smile's upper edge. */
export function drawMouth(fig: Figure, x: number, y: number, w: number, line: string = fig.tones.line): void {
  const { brush } = fig;
  const lw = Math.max(1.7, w * 0.21);
  const stroke = (points: Point[]) => brush.line(curve(points), line, lw);
  const smile = (width: number, depth: number) =>
    stroke([
      [x - width, y - depth * 0.5],
      [x - width * 0.5, y + depth * 0.55],
      [x, y + depth * 0.85],
      [x + width * 0.5, y + depth * 0.55],
      [x + width, y - depth * 0.5],
    ]);
  const hole = (path: Path2D, tongueY: number) => {
    fig.brush.dab(path, mix(line, '#7a2028', 0.55));
    brush.ctx.save();
    brush.ctx.clip(path);
    fig.brush.dab(ellipse(x, tongueY, w * 0.62, w * 0.42), '#e88078');
    brush.ctx.restore();
    brush.line(path, line, lw * 0.6);
  };
  switch (fig.look.mouth) {
    case 'grin': {
      const path = spline(
        [
          [x - w * 0.98, y - w * 0.12],
          [x, y + w * 0.14],
          [x + w * 0.98, y - w * 0.12],
          [x + w * 0.55, y + w * 0.62],
          [x, y + w * 0.8],
          [x - w * 0.55, y + w * 0.62],
        ],
        0.8,
      );
      hole(path, y + w * 0.86);
      return;
    }
    case 'laugh': {
      const path = spline(
        [
          [x - w * 1.15, y - w * 0.2],
          [x, y + w * 0.02],
          [x + w * 1.15, y - w * 0.2],
          [x + w * 0.8, y + w * 0.8],
          [x, y + w * 1.2],
          [x - w * 0.8, y + w * 0.8],
        ],
        0.85,
      );
      hole(path, y + w * 1.15);
      return;
    }
    case 'round':
      hole(ellipse(x, y + w * 0.5, w * 0.46, w * 0.62), y + w * 1.1);
      return;
    case 'small-round':
      hole(ellipse(x + w * 0.05, y + w * 0.38, w * 0.3, w * 0.33), y + w * 1.2);
      return;
    case 'breathing':
      stroke([
        [x - w * 0.5, y + w * 0.1],
        [x, y + w * 0.36],
        [x + w * 0.5, y + w * 0.1],
      ]);
      return;
    case 'smile':
      smile(w, w * 0.6);
      return;
    case 'soft-smile':
      smile(w * 0.74, w * 0.4);
      return;
    case 'tiny':
      stroke([
        [x - w * 0.45, y + w * 0.22],
        [x - w * 0.05, y + w * 0.42],
        [x + w * 0.42, y + w * 0.12],
      ]);
      return;
    case 'side-smile':
      stroke([
        [x - w * 0.72, y + w * 0.28],
        [x - w * 0.1, y + w * 0.52],
        [x + w * 0.55, y + w * 0.22],
        [x + w * 0.98, y - w * 0.32],
      ]);
      return;
    case 'firm':
      stroke([
        [x - w * 0.7, y + w * 0.3],
        [x, y + w * 0.2],
        [x + w * 0.72, y + w * 0.3],
      ]);
      return;
    case 'frown':
      stroke([
        [x - w * 0.72, y + w * 0.62],
        [x - w * 0.36, y + w * 0.26],
        [x, y + w * 0.18],
        [x + w * 0.36, y + w * 0.26],
        [x + w * 0.72, y + w * 0.62],
      ]);
      return;
    case 'wavy':
      stroke([
        [x - w * 0.84, y + w * 0.42],
        [x - w * 0.45, y + w * 0.16],
        [x, y + w * 0.4],
        [x + w * 0.42, y + w * 0.16],
        [x + w * 0.82, y + w * 0.46],
      ]);
  }
}

/** A soft triangular nose with a highlight, as of dogs and foxes; `w` is its half width. */
export function drawNose(fig: Figure, x: number, y: number, w: number, colour = '#2b1c20', h = w * 1.15): void {
  const nose = spline(
    mirror([
      [0, y - h * 0.32],
      [w, y],
      [w * 0.6, y + h * 0.62],
      [0, y + h],
    ]).map(([px, py]): Point => [px + x, py]),
  );
  fig.brush.shape(nose, colour, { lift: 1, edge: 0 });
  fig.brush.dab(ellipse(x - w * 0.34, y + h * 0.02, w * 0.3, h * 0.14, -0.25), '#ffffff', 0.55);
}
