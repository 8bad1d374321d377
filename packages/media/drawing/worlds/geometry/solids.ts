import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { smooth } from '../noise.ts';
import { field, glow, linear, radial } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';

/** A sphere in the key light, with light bounced back at its dark edge. */
export function ball(
  { tones, key }: VistaStage,
  c: Context,
  { x, y, r, colour }: { x: number; y: number; r: number; colour: string },
): void {
  const [dx, dy] = [key.x - x, key.y - y];
  const far = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [(dx / far) * Math.min(1, far / r), (dy / far) * Math.min(1, far / r)];
  const shape = ellipse(x, y, r);
  c.save();
  c.clip(shape);
  c.fillStyle = radial(c, x + ux * r * 0.5, y + uy * r * 0.5, r * 1.62, [
    [0, blend(colour, tones.glare, 0.85)],
    [0.12, blend(colour, tones.light, 0.45)],
    [0.42, colour],
    [0.74, blend(colour, tones.deep, 0.72)],
    [1, blend(tones.ink, colour, 0.12)],
  ]);
  c.fillRect(x - r - 1, y - r - 1, r * 2 + 2, r * 2 + 2);
  c.strokeStyle = radial(c, x - ux * r, y - uy * r, r * 1.2, [
    [0, blend(colour, tones.haze, 0.5), 0.55],
    [1, tones.haze, 0],
  ]);
  c.lineWidth = r * 0.09;
  c.stroke(ellipse(x, y, r * 0.97));
  c.restore();
}

/** A shadow on the ground that falls away from the key light: from a foot of half width `half`. */
export function cast(
  { tones, key, h }: VistaStage,
  c: Context,
  { x, y, half, length }: { x: number; y: number; half: number; length: number },
): void {
  const [dx, dy] = [x - key.x, Math.max(h * 0.1, y - key.y)];
  const far = Math.hypot(dx, dy);
  const [sx, sy] = [(dx / far) * length, (dy / far) * length * 0.55];
  c.fillStyle = linear(
    c,
    [x, y, x + sx, y + sy],
    [
      [0, tones.ink, 0.82],
      [0.6, tones.ink, 0.5],
      [1, tones.ink, 0],
    ],
  );
  c.fill(
    polygon([
      [x - half, y],
      [x + half, y],
      [x + half * 1.25 + sx, y + sy],
      [x - half * 1.25 + sx, y + sy],
    ]),
  );
}

/** A round column or, with `top` 0, a cone. */
export function column(
  { tones, key }: VistaStage,
  c: Context,
  {
    x,
    foot,
    tall,
    half,
    colour,
    top = half,
  }: { x: number; foot: number; tall: number; half: number; colour: string; top?: number },
): void {
  const side = key.x > x ? 1 : -1;
  const flat = 0.2;
  c.fillStyle = linear(
    c,
    [x + half * side, 0, x - half * side, 0],
    [
      [0, blend(colour, tones.light, 0.55)],
      [0.22, blend(colour, tones.light, 0.12)],
      [0.55, blend(colour, tones.deep, 0.6)],
      [0.9, blend(tones.ink, colour, 0.14)],
      [1, blend(tones.deep, colour, 0.4)],
    ],
  );
  const body = polygon([
    [x - top, foot - tall],
    [x + top, foot - tall],
    [x + half, foot],
    [x - half, foot],
  ]);
  body.ellipse(x, foot, half, half * flat, 0, 0, Math.PI * 2);
  c.fill(body);
  if (top < 2) return;
  c.fillStyle = blend(colour, tones.light, 0.5);
  c.fill(ellipse(x, foot - tall, top, top * flat));
}

/** A slab with a lit and a dark side; `turn` is the share of its width that shows the side. */
export function slab(
  { tones, key }: VistaStage,
  c: Context,
  {
    x,
    foot,
    tall,
    half,
    colour,
    turn = 0.36,
  }: { x: number; foot: number; tall: number; half: number; colour: string; turn?: number },
): void {
  const side = key.x > x ? 1 : -1;
  const edge = x + side * half * (1 - turn * 2);
  const rise = half * 0.16;
  c.fillStyle = linear(
    c,
    [0, foot - tall, 0, foot],
    [
      [0, blend(colour, tones.deep, 0.62)],
      [1, blend(tones.ink, colour, 0.2)],
    ],
  );
  c.fill(
    polygon([
      [x - side * half, foot - tall - rise * 0.4],
      [edge, foot - tall],
      [edge, foot],
      [x - side * half, foot - rise],
    ]),
  );
  c.fillStyle = linear(
    c,
    [0, foot - tall, 0, foot],
    [
      [0, blend(colour, tones.light, 0.5)],
      [1, colour],
    ],
  );
  c.fill(
    polygon([
      [x + side * half, foot - tall - rise],
      [edge, foot - tall],
      [edge, foot],
      [x + side * half, foot - rise * 1.6],
    ]),
  );
}

/** Rings around one another, outermost first. */
export function rings(
  c: Context,
  x: number,
  y: number,
  circles: readonly (readonly [radius: number, colour: string, opacity?: number])[],
): void {
  for (const [radius, colour, opacity = 1] of circles) {
    c.fillStyle = alpha(colour, opacity);
    c.fill(ellipse(x, y, radius));
  }
}

/** A tiled plain from the horizon to the viewer, with the light of the key on it. */
export function tiles(
  stage: VistaStage,
  c: Context,
  { horizon, tile, dark, bright }: { horizon: number; tile: number; dark: string; bright: string },
): void {
  const { view, w, tones, key } = stage;
  const shades = ramp([dark, bright], 32);
  const lit = ramp([tones.light, tones.light], 2)[0]!;
  const air = ramp([blend(tones.haze, tones.light, 0.35), tones.haze], 2)[0]!;
  const eye = stage.h * 0.3;
  field(c, [view.x0, horizon, view.x1, view.y1], 1.5, (x, y, out) => {
    const down = Math.max(0.6, y - horizon);
    const z = eye / down;
    const [u, v] = [((x - key.x) * z) / tile, (z * eye * 1.7) / tile];
    const blur = Math.max((z * 1.6) / tile, ((z * z * 1.7) / tile) * 1.6);
    const [a, b] = [square(u + 0.5, blur), square(v, blur)];
    const shade = shades[((0.5 + 0.5 * a * b) * 31) | 0]!;
    const shine = 0.5 * Math.exp(-Math.abs(x - key.x) / (w * 0.11 + down * 0.4)) + 0.2 * smooth(stage.h * 0.3, 0, down);
    const fog = smooth(stage.h * 0.2, 0, down) * 0.8;
    for (let part = 0; part < 3; part++) {
      const tone = shade[part]! + (lit[part]! - shade[part]!) * shine;
      out[part] = tone + (air[part]! - tone) * fog;
    }
  });
}

/** A square wave of period 2 with edges as soft as `blur`; flat where it would flicker. */
function square(value: number, blur: number): number {
  const t = value - Math.floor(value / 2) * 2;
  const edge = t < 1 ? Math.min(t, 1 - t) : -Math.min(t - 1, 2 - t);
  const fine = Math.max(0, 1 - blur * 0.9);
  return Math.max(-1, Math.min(1, edge / Math.max(0.02, blur * 0.6))) * fine;
}

/** A thin arc of a circle. */
export function arc(
  c: Context,
  x: number,
  y: number,
  r: number,
  from: number,
  to: number,
  colour: string,
  width: number,
): void {
  c.strokeStyle = colour;
  c.lineWidth = width;
  c.beginPath();
  c.arc(x, y, r, from, to);
  c.stroke();
}

/** A space seen from above at 30 degrees: `u` units an edge, origin at (x, y); z grows upwards. */
export function isometric(x: number, y: number, u: number) {
  return (a: number, b: number, z: number): Point => [x + (a - b) * 0.866 * u, y + (a + b) * 0.5 * u - z * u];
}

/** Colours of a box: top, side to the left, side to the right. */
export type Faces = readonly [top: string, left: string, right: string];

/** A box in an isometric space: from corner a, b, z with size da, db, dz. */
export function cuboid(
  c: Context,
  at: ReturnType<typeof isometric>,
  [a, b, z, da, db, dz]: readonly [number, number, number, number, number, number],
  [top, left, right]: Faces,
  fade?: string,
): void {
  const [e, f, t] = [a + da, b + db, z + dz];
  const side = (colour: string) => {
    const foot = at(e, f, z)[1];
    return fade
      ? linear(
          c,
          [0, at(e, f, t)[1], 0, foot],
          [
            [0, colour],
            [1, blend(colour, fade, 0.85)],
          ],
        )
      : colour;
  };
  c.fillStyle = top;
  c.fill(polygon([at(a, b, t), at(e, b, t), at(e, f, t), at(a, f, t)]));
  c.fillStyle = side(left);
  c.fill(polygon([at(a, f, t), at(e, f, t), at(e, f, z), at(a, f, z)]));
  c.fillStyle = side(right);
  c.fill(polygon([at(e, b, t), at(e, f, t), at(e, f, z), at(e, b, z)]));
}

/** A lit sphere with a lamp's glow. */
export function sunBall(stage: VistaStage, c: Context, { x, y, r }: { x: number; y: number; r: number }): void {
  const { tones } = stage;
  stage.lamp(c, { x, y, radius: r * 4, colour: tones.light, strength: 0.6 });
  glow(c, x, y, r * 2, tones.light, 0.5);
  c.fillStyle = radial(c, x, y, r, [
    [0, tones.glare],
    [0.8, blend(tones.glare, tones.light, 0.7)],
    [1, tones.light],
  ]);
  c.fill(ellipse(x, y, r));
}
