import { Path2D } from '@napi-rs/canvas';
import { mix } from '../colour.ts';
import { ellipse, limb, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import type { Stage } from '../stage.ts';

/** A strand of kelp from its foot at (x, y), with leaves on both sides. */
export function drawKelp(stage: Stage, x: number, y: number, height: number, colour: string, other: string): void {
  const { brush } = stage;
  const phase = brush.random() * 6;
  const at = (t: number): Point => [x + Math.sin(t * 4 + phase) * height * 0.05 * (0.3 + t), y - t * height];
  const stem: Point[] = [];
  for (let t = 0; t <= 1.001; t += 0.125) stem.push(at(t));
  const [even, odd] = [new Path2D(), new Path2D()];
  const count = Math.max(6, Math.round(height / 21));
  for (let i = 1; i <= count; i++) {
    const t = i / (count + 0.4);
    const [px, py] = at(t);
    const l = height * 0.075 * (1.25 - t * 0.6) + 8;
    for (const side of [-1, 1]) {
      const lift = brush.between(-0.75, -0.25);
      const tip: Point = [px + side * l, py + lift * l];
      (i % 2 ? even : odd).addPath(
        spline(
          [
            [px, py],
            [px + side * l * 0.45, py + lift * l * 0.2 - l * 0.16],
            tip,
            [px + side * l * 0.5, py + lift * l * 0.5 + l * 0.2],
          ],
          0.9,
        ),
      );
    }
  }
  brush.dab(even, other);
  brush.dab(
    limb(
      stem,
      stem.map((_, index) => Math.max(1, height * 0.012 * (1 - index / 10))),
    ),
    colour,
  );
  brush.dab(odd, colour);
}

/** Branching coral with its foot at (x, y). */
export function drawCoral(stage: Stage, x: number, y: number, size: number, colour: string): void {
  const { brush } = stage;
  brush.contact(x, y, size * 0.5, size * 0.1, 0.4);
  const light = mix(colour, '#fff4e8', 0.3);
  const branch = (bx: number, by: number, angle: number, length: number, width: number): void => {
    const [ex, ey] = [bx + Math.cos(angle) * length, by + Math.sin(angle) * length];
    brush.shape(
      limb(
        [
          [bx, by],
          [ex, ey],
        ],
        [width, width * 0.72],
      ),
      colour,
      { to: light, along: [bx, by, ex, ey], lift: 1.5, edge: 0.16 },
    );
    if (length < size * 0.14) {
      brush.dab(ellipse(ex, ey, width * 0.8), light);
      return;
    }
    const turns = brush.random() < 0.4 ? [-0.5, 0.05, 0.55] : [-0.45, 0.45];
    for (const turn of turns)
      branch(ex, ey, angle + turn + brush.between(-0.12, 0.12), length * brush.between(0.62, 0.76), width * 0.7);
  };
  for (const turn of [-0.62, 0, 0.6]) branch(x, y, -Math.PI / 2 + turn, size * 0.36, size * 0.07);
}

/** A brain or fan coral: a ribbed cushion. */
export function drawCushion(stage: Stage, x: number, y: number, size: number, colour: string): void {
  const { brush } = stage;
  brush.contact(x, y, size * 0.7, size * 0.12, 0.4);
  const dome = spline(
    [
      [x - size * 0.6, y + 4],
      [x - size * 0.52, y - size * 0.4],
      [x, y - size * 0.66],
      [x + size * 0.54, y - size * 0.38],
      [x + size * 0.6, y + 4],
    ],
    0.9,
  );
  brush.shape(dome, mix(colour, '#fff4e8', 0.22), {
    to: brush.darker(colour, 0.34),
    along: [0, y - size * 0.66, 0, y],
    lift: 4,
  });
  brush.clip(dome, () => {
    for (let i = -3; i <= 3; i++)
      brush.line(
        limb(
          [
            [x + i * size * 0.06, y - size * 0.64],
            [x + i * size * 0.17, y - size * 0.3],
            [x + i * size * 0.2, y],
          ],
          [1, 1, 1],
        ),
        brush.darker(colour, 0.4),
        1.6,
        0.5,
      );
  });
}

/** A shoal of small fish that swim one way. */
export function drawShoal(
  stage: Stage,
  x: number,
  y: number,
  count: number,
  size: number,
  colour: string,
  way: 1 | -1,
): void {
  const { brush } = stage;
  const path = new Path2D();
  for (let i = 0; i < count; i++) {
    const t = i / count;
    const fx = x - way * size * 9 * (t - 0.5) + brush.between(-1, 1) * size * 2;
    const fy = y + Math.sin(t * 5) * size * 1.4 + brush.between(-1, 1) * size * 1.5;
    const s = size * brush.between(0.7, 1.1);
    path.addPath(
      spline(
        [
          [fx + way * s, fy],
          [fx + way * s * 0.3, fy - s * 0.36],
          [fx - way * s * 0.6, fy - s * 0.07],
          [fx - way * s * 1.15, fy - s * 0.36],
          [fx - way * s * 1.0, fy],
          [fx - way * s * 1.15, fy + s * 0.36],
          [fx - way * s * 0.6, fy + s * 0.07],
          [fx + way * s * 0.3, fy + s * 0.36],
        ],
        0.6,
      ),
    );
  }
  brush.dab(path, colour, 0.85);
}
