import { Path2D } from '@napi-rs/canvas';
import { lerp, mix } from '../colour.ts';
import { drawProp } from '../props/index.ts';
import { curve, limb, spline, star } from '../paths.ts';
import type { Point } from '../paths.ts';
import type { Stage } from '../stage.ts';
import { drawHill } from './land.ts';
import type { Crest } from './land.ts';

/** Sand from a crest to the viewer: ripples, a damp edge, shells. Returns its crest. */
export function drawSand(stage: Stage, options: { colour?: string; wet?: boolean; shells?: number } = {}): Crest {
  const { brush, grade, horizon, view, width, height } = stage;
  const own = options.colour ?? '#ecd3a0';
  const sand = grade.snowy ? mix(own, '#eef2f8', 0.55) : own;
  const lit = stage.tone(mix(sand, '#fff6e0', 0.3));
  const deep = mix(stage.tone(mix(sand, '#a8744c', 0.35)), grade.shade, 0.12);
  const crest = drawHill(stage, horizon, 12, 420, lit, deep, { length: height - horizon + 60 });
  if (options.wet) {
    const damp: Point[] = [];
    const under: Point[] = [];
    for (let x = view.x0 - 30; x <= view.x1 + 30; x += 60) {
      damp.push([x, crest(x) - 2]);
      under.unshift([x, crest(x) + 20 + Math.sin(x / 130) * 9]);
    }
    brush.dab(spline([...damp, ...under], 0.9), mix(deep, grade.sky[2]!, 0.35), 0.6);
  }
  const ripple = new Path2D();
  for (let i = 0; i < 70 * brush.style.density; i++) {
    const t = brush.random();
    const x = brush.between(view.x0, view.x1);
    const y = lerp(crest(x) + 26, view.y1, t);
    const w = brush.between(20, 80) * (0.4 + t);
    curve(
      [
        [x - w, y],
        [x - w * 0.3, y - 2 - 3 * t],
        [x + w * 0.3, y + 1],
        [x + w, y - 2],
      ],
      1,
      ripple,
    );
  }
  brush.line(ripple, mix(deep, grade.shade, 0.2), 1.8, 0.34);
  const specks = new Path2D();
  for (let i = 0; i < 130; i++) {
    const x = brush.between(view.x0, view.x1);
    const t = brush.random();
    const r = 0.8 + t * 1.8;
    specks.rect(x, lerp(crest(x) + 20, view.y1, t), r * 1.5, r);
  }
  brush.dab(specks, mix(deep, grade.shade, 0.3), 0.35);
  for (let i = 0; i < (options.shells ?? 0); i++) {
    const x = brush.between(0.04, 0.96) * width;
    const y = lerp(crest(x) + 34, height * 0.98, brush.random());
    if (stage.isTaken(x, -20)) continue;
    const k = brush.between(0.22, 0.36) * lerp(0.7, 1.2, (y - horizon) / (height - horizon));
    if (i % 3 === 1) drawStarfish(stage, x, y, 60 * k, brush.random() * 6);
    else brush.at(x, y, k, brush.between(-0.5, 0.5), i % 2 === 0, () => drawProp(brush, 'shell', { seed: i + 3 }));
  }
  return crest;
}

/** A starfish lying flat. */
export function drawStarfish(stage: Stage, x: number, y: number, radius: number, turn: number): void {
  const { brush } = stage;
  const colour = stage.tone('#e8845c');
  brush.contact(x, y + radius * 0.3, radius, radius * 0.35, 0.4);
  brush.at(x, y, 1, 0, false, () => {
    brush.ctx.scale(1, 0.62);
    brush.ctx.rotate(turn);
    brush.shape(star(0, 0, radius, 5, 0.42, 0.9), colour, {
      to: brush.darker(colour, 0.3),
      along: [0, -radius, 0, radius],
      lift: 2,
    });
  });
}

/** Lines of foam along a shore, thickest at its edge. */
export function drawFoam(stage: Stage, edge: Crest, rows: number): void {
  const { brush, view, grade } = stage;
  const white = mix(stage.tone('#ffffff', 0.1), grade.sky[0]!, 0.3);
  for (let row = 0; row < rows; row++) {
    const phase = brush.random() * 6;
    const lift = row * 17;
    const top: Point[] = [];
    const bottom: Point[] = [];
    for (let x = view.x0 - 40; x <= view.x1 + 40; x += 34) {
      const y = edge(x) - lift + Math.sin(x / 60 + phase) * 3 + Math.sin(x / 23 + phase * 2) * 1.6;
      const thick = (row ? 2.4 : 5.5) * (0.6 + 0.5 * Math.sin(x / 90 + phase * 3));
      top.push([x, y - thick]);
      bottom.unshift([x, y + thick * 0.7]);
    }
    brush.dab(spline([...top, ...bottom]), white, row ? 0.5 : 0.9);
  }
}

/** Gulls or swallows far off: two strokes each. */
export function drawBirds(stage: Stage, x: number, y: number, count: number, size: number, colour: string): void {
  const { brush } = stage;
  for (let i = 0; i < count; i++) {
    const bx = x + brush.between(-1, 1) * size * 9;
    const by = y + brush.between(-1, 1) * size * 4;
    const s = size * brush.between(0.6, 1.2);
    const dip = brush.between(0.1, 0.5) * s;
    for (const side of [-1, 1]) {
      brush.dab(
        limb(
          [
            [bx, by],
            [bx + side * s * 0.55, by - s * 0.42],
            [bx + side * s * 1.2, by - s * 0.42 + dip],
          ],
          [s * 0.1, s * 0.085, s * 0.02],
        ),
        colour,
        0.85,
      );
    }
  }
}

/** A sailing boat far off, its keel at (x, y). */
export function drawSail(stage: Stage, x: number, y: number, size: number, depth: number, colour: string): void {
  const { brush } = stage;
  const hull = stage.tone('#8a4a3c', depth);
  const sail = stage.tone(colour, depth);
  brush.line(
    curve([
      [x, y - size * 0.2],
      [x, y - size * 1.5],
    ]),
    hull,
    size * 0.05,
  );
  brush.shape(
    spline(
      [
        [x + size * 0.05, y - size * 1.45],
        [x + size * 0.72, y - size * 0.34],
        [x + size * 0.05, y - size * 0.3],
      ],
      0.35,
    ),
    sail,
    { to: brush.darker(sail, 0.2), along: [x, y - size, x + size * 0.7, y - size * 0.3], lift: 2 },
  );
  brush.shape(
    spline(
      [
        [x - size * 0.05, y - size * 1.25],
        [x - size * 0.5, y - size * 0.34],
        [x - size * 0.05, y - size * 0.3],
      ],
      0.35,
    ),
    brush.darker(sail, 0.1),
    { lift: 2 },
  );
  brush.shape(
    spline(
      [
        [x - size * 0.66, y - size * 0.24],
        [x + size * 0.7, y - size * 0.26],
        [x + size * 0.48, y + size * 0.04],
        [x - size * 0.46, y + size * 0.04],
      ],
      0.5,
    ),
    hull,
    { to: brush.darker(hull, 0.4), along: [0, y - size * 0.25, 0, y], lift: 2 },
  );
}
