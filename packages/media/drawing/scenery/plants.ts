import { Path2D } from '@napi-rs/canvas';
import { lerp, mix } from '../colour.ts';
import { ellipse, limb, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import type { Stage } from '../stage.ts';
import type { Crest } from './land.ts';

/** Ground cover: tufts over a whole plane, growing and darkening towards the viewer. */
export function drawCover(
  stage: Stage,
  top: Crest,
  bottom: number,
  count: number,
  height: number,
  colours: readonly string[],
  near: string,
): void {
  const { brush, view, style } = stage;
  const bands = 12;
  const lean = stage.spec.weather === 'wind' ? 0.5 * height : 0;
  const total = Math.round(count * style.density);
  for (let band = 0; band < bands; band++) {
    const paths = colours.map(() => new Path2D());
    const t = (band + 0.5) / bands;
    const scale = lerp(0.42, 1.5, t);
    for (let i = 0; i < total / bands; i++) {
      const x = brush.between(view.x0, view.x1);
      const y = lerp(top(x) + 3, bottom, (band + brush.random()) / bands);
      const path = paths[Math.floor(brush.random() * paths.length)]!;
      const blades = 3 + Math.floor(brush.random() * 4);
      for (let j = 0; j < blades; j++) {
        const bx = x + (j - blades / 2) * 4 * scale;
        const length = height * scale * brush.between(0.5, 1.15);
        const tip = ((j - blades / 2) * 4 + brush.between(-5, 6) + lean) * scale;
        const w = 2 * scale;
        path.moveTo(bx - w, y);
        path.quadraticCurveTo(bx - w * 0.4 + tip * 0.2, y - length * 0.6, bx + tip, y - length);
        path.quadraticCurveTo(bx + w * 0.8 + tip * 0.3, y - length * 0.5, bx + w, y);
      }
    }
    paths.forEach((path, index) =>
      brush.dab(path, mix(colours[index]!, near, t * 0.5), style.id === 'ink-wash' ? 0.7 : 1),
    );
  }
}

/** Single blades from x0 to x1, tall and near. */
export function drawGrass(
  stage: Stage,
  x0: number,
  x1: number,
  y: Crest,
  count: number,
  height: readonly [number, number],
  colours: readonly string[],
  width = 2.4,
): void {
  const { brush } = stage;
  const paths = colours.map(() => new Path2D());
  const blown = stage.spec.weather === 'wind' ? 0.35 : 0.08;
  for (let i = 0; i < count; i++) {
    const x = lerp(x0, x1, (i + brush.random()) / count);
    const bottom = y(x) + 4;
    const length = brush.between(...height);
    const tip = (brush.between(-0.28, 0.28) + blown) * length;
    const path = paths[i % paths.length]!;
    path.moveTo(x - width, bottom);
    path.quadraticCurveTo(x - width * 0.4 + tip * 0.25, bottom - length * 0.6, x + tip, bottom - length);
    path.quadraticCurveTo(x + width * 0.8 + tip * 0.3, bottom - length * 0.55, x + width, bottom);
  }
  paths.forEach((path, index) => brush.dab(path, colours[index]!));
}

/** A fern frond from (x, y) at an angle. */
export function drawFern(stage: Stage, x: number, y: number, length: number, angle: number, colour: string): void {
  const { brush } = stage;
  const path = new Path2D();
  const stem: Point[] = [];
  const count = 13;
  const sign = Math.sign(Math.cos(angle) || 1);
  for (let i = 0; i <= count; i++) {
    const t = i / count;
    const bend = angle + t * t * 0.45 * sign;
    const px = x + Math.cos(bend) * length * t;
    const py = y + Math.sin(bend) * length * t;
    stem.push([px, py]);
    const size = length * 0.28 * (1 - t * 0.85) * Math.min(1, t * 4);
    if (!i) continue;
    for (const side of [-1, 1]) {
      const q = bend + side * 1.05;
      path.moveTo(px, py);
      path.quadraticCurveTo(
        px + Math.cos(q - 0.3) * size * 0.6,
        py + Math.sin(q - 0.3) * size * 0.6,
        px + Math.cos(q) * size,
        py + Math.sin(q) * size,
      );
      path.quadraticCurveTo(px + Math.cos(q + 0.3) * size * 0.6, py + Math.sin(q + 0.3) * size * 0.6, px, py);
    }
  }
  brush.dab(path, colour);
  brush.dab(limb([stem[0]!, stem[6]!, stem[13]!], [1.8, 1.3, 0.5]), colour);
}

/** Flowers between two heights, larger towards the viewer. */
export function drawFlowers(
  stage: Stage,
  count: number,
  top: Crest,
  bottom: number,
  size: number,
  colours: readonly string[],
  stem: string,
  range?: readonly [number, number],
): void {
  const { brush, view } = stage;
  const [x0, x1] = range ?? [view.x0, view.x1];
  const spots = Array.from({ length: Math.round(count * Math.max(0.55, stage.style.density)) }, () => {
    const x = brush.between(x0, x1);
    const t = brush.random();
    return { x, t, y: lerp(top(x) + 6, bottom, t) };
  }).sort((a, b) => a.y - b.y);
  for (const { x, y, t } of spots) {
    const r = size * lerp(0.55, 1.35, t) * brush.between(0.75, 1.2);
    const colour = brush.choose(colours);
    const stalk = new Path2D();
    stalk.moveTo(x, y);
    stalk.lineTo(x + brush.between(-3, 3), y + r * 3);
    brush.line(stalk, stem, Math.max(1, r * 0.26));
    const petals = new Path2D();
    const kind = brush.random();
    for (let j = 0; j < 5; j++) {
      const a = j * 1.257 + kind;
      petals.addPath(ellipse(x + Math.cos(a) * r * 0.7, y + Math.sin(a) * r * 0.55, r * 0.55));
    }
    if (r > 7) brush.shape(petals, colour, { lift: 1.5, edge: 0.15 });
    else brush.dab(petals, colour);
    brush.dab(ellipse(x, y, r * 0.38), '#e8a83c');
  }
}

/** Leaves scattered over an ellipse, in one path. */
export function leaves(
  stage: Stage,
  x: number,
  y: number,
  count: number,
  rx: number,
  ry: number,
  size: readonly [number, number],
): Path2D {
  const { brush } = stage;
  const path = new Path2D();
  for (let i = 0; i < count * Math.max(0.6, stage.style.density); i++) {
    const a = brush.between(0, 6.283);
    const d = Math.sqrt(brush.random());
    const px = x + Math.cos(a) * rx * d;
    const py = y + Math.sin(a) * ry * d;
    const l = brush.between(...size);
    const q = brush.between(0, 6.283);
    path.moveTo(px, py);
    path.quadraticCurveTo(
      px + Math.cos(q - 0.6) * l * 0.6,
      py + Math.sin(q - 0.6) * l * 0.6,
      px + Math.cos(q) * l,
      py + Math.sin(q) * l,
    );
    path.quadraticCurveTo(px + Math.cos(q + 0.6) * l * 0.6, py + Math.sin(q + 0.6) * l * 0.6, px, py);
  }
  return path;
}

/** Rounded stones. */
export function drawStones(stage: Stage, spots: readonly (readonly [number, number, number])[], colour: string): void {
  const { brush } = stage;
  for (const [x, y, r] of spots) {
    brush.contact(x, y + r * 0.5, r * 1.5, r * 0.4, 0.35);
    const stone = brush.blob(x, y, r * 1.4, r * 0.86, 0.1, 9);
    brush.shape(stone, colour, { to: brush.darker(colour, 0.45), along: [x - r, y - r, x + r * 0.6, y + r], lift: 3 });
    if (stage.grade.snowy) {
      brush.dab(
        spline([
          [x - r * 1.2, y - r * 0.2],
          [x - r * 0.6, y - r * 0.75],
          [x + r * 0.4, y - r * 0.85],
          [x + r * 1.15, y - r * 0.3],
          [x + r * 0.3, y - r * 0.35],
          [x - r * 0.4, y - r * 0.2],
        ]),
        '#f6f9fd',
        0.9,
      );
    }
  }
}

/** Reeds with their brown heads. */
export function drawReeds(
  stage: Stage,
  x0: number,
  x1: number,
  y: Crest,
  count: number,
  height: readonly [number, number],
  colour: string,
  other: string,
): void {
  const { brush } = stage;
  for (let i = 0; i < count; i++) {
    const x = lerp(x0, x1, (i + brush.random()) / count);
    const bottom = y(x) + 6;
    const length = brush.between(...height);
    const lean = brush.between(-0.05, 0.16) * length;
    const blade = limb(
      [
        [x, bottom],
        [x + lean * 0.2, bottom - length * 0.5],
        [x + lean, bottom - length],
      ],
      [length * 0.016 + 1, length * 0.012 + 0.8, 0.6],
    );
    brush.dab(blade, i % 3 ? colour : other);
    if (i % 3) continue;
    const hx = x + lean * 0.9 + 2;
    brush.shape(
      limb(
        [
          [hx, bottom - length * 0.98],
          [hx + 2, bottom - length * 0.8],
        ],
        [length * 0.022 + 1.4, length * 0.022 + 1.2],
      ),
      mix(other, '#7a4a2c', 0.6),
      { lift: 1.5 },
    );
  }
}
