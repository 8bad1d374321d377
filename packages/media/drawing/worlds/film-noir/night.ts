import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend, saturate } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm, smooth } from '../noise.ts';
import { field, fillBox, glow, linear, radial, softly } from '../paint.ts';
import type { Stop } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';

/** Tones of a black and white film that has taken on a breath of the palette; the accent alone keeps its colour. */
export function silver({ tones, tense }: VistaStage) {
  const grey = (colour: string) => saturate(colour, 0.42);
  const black = blend(grey(tones.deep), '#050506', 0.62 + tense * 0.2);
  const white = grey(tones.glare);
  const tone = (part: number) => {
    const value = part ** 0.84;
    const middle = blend(grey(tones.sky), grey(tones.main), 0.5);
    return value < 0.45 ? blend(black, middle, value / 0.45) : blend(middle, white, (value - 0.45) / 0.55);
  };
  return { black, white, tone };
}

/** Night air with a pale glow somewhere behind everything. */
export function night(
  stage: VistaStage,
  c: Context,
  light: { x: number; y: number; reach: number; strength: number },
): void {
  const { tone } = silver(stage);
  const { x, y, reach, strength } = light;
  fillBox(
    c,
    stage.all,
    radial(c, x, y, reach, [
      [0, tone(0.26 + strength * 0.5)],
      [0.3, tone(0.18 + strength * 0.3)],
      [0.65, tone(0.1 + strength * 0.1)],
      [1, tone(0.03)],
    ]),
  );
}

/** Drifting steam or fog in a box, lit from a place. */
export function fog(
  stage: VistaStage,
  c: Context,
  area: readonly [number, number, number, number],
  { x, y, reach, strength, size = 150 }: { x: number; y: number; reach: number; strength: number; size?: number },
): void {
  const { tone } = silver(stage);
  const tints = ramp([tone(0.16), tone(0.45), tone(0.86)], 32);
  const offset = stage.between(0, 90);
  const [x0, y0, x1, y1] = area;
  field(c, [x0, y0, x1, y1], 6, (px, py, out) => {
    const [u, v] = [(px - x0) / (x1 - x0), (py - y0) / (y1 - y0)];
    const edge = smooth(0, 0.34, v) * smooth(1, 0.72, v) * smooth(0, 0.08, u) * smooth(1, 0.92, u);
    const wisp = fbm(px / size + offset, py / (size * 0.42) + fbm(px / size, py / size + offset, 2), 4);
    const near = Math.max(0, 1 - Math.hypot(px - x, py - y) / reach);
    const tint = tints[(Math.min(1, near * near * 0.9 + wisp * 0.3) * 31) | 0]!;
    out[0] = tint[0];
    out[1] = tint[1];
    out[2] = tint[2];
    out[3] = 255 * strength * edge * smooth(0.3, 0.72, wisp) * (0.35 + 0.65 * near);
  });
}

/** A wedge of light with a soft edge: from a slit to a far edge. */
export function beam(
  stage: VistaStage,
  c: Context,
  points: readonly Point[],
  from: Point,
  { length, strength, blur = 5 }: { length: number; strength: number; blur?: number },
): void {
  const { tones } = stage;
  softly(c, stage.all, { blur, strength, operation: 'screen', detail: 0.22 }, (small) => {
    small.fillStyle = radial(small, from[0], from[1], length, fade(tones.light));
    small.fill(polygon(points));
  });
}

function fade(colour: string): Stop[] {
  return [
    [0, colour, 0.9],
    [0.45, colour, 0.42],
    [1, colour, 0],
  ];
}

/** A street lamp: foot at (x, y); its head hangs `tall` above, `reach` to the side. */
export function streetLamp(
  stage: VistaStage,
  c: Context,
  { x, y, tall, reach, warm = true }: { x: number; y: number; tall: number; reach: number; warm?: boolean },
): Point {
  const { tones } = stage;
  const { black, white, tone } = silver(stage);
  const post = new Path2D();
  post.moveTo(x, y);
  post.lineTo(x, y - tall * 0.86);
  post.bezierCurveTo(x, y - tall * 1.04, x + reach, y - tall * 1.06, x + reach, y - tall * 0.94);
  c.strokeStyle = black;
  c.lineWidth = tall * 0.026;
  c.stroke(post);
  c.strokeStyle = alpha(tone(0.7), 0.5);
  c.lineWidth = tall * 0.006;
  c.stroke(post);
  c.fillStyle = black;
  c.fillRect(x - tall * 0.03, y - tall * 0.1, tall * 0.06, tall * 0.1);
  const head: Point = [x + reach, y - tall * 0.91];
  const hood = tall * 0.065;
  c.fill(
    polygon([
      [head[0] - hood * 0.4, head[1] - hood * 0.7],
      [head[0] + hood * 0.4, head[1] - hood * 0.7],
      [head[0] + hood, head[1]],
      [head[0] - hood, head[1]],
    ]),
  );
  const colour = warm ? blend(tones.light, tones.accent, 0.4) : tones.light;
  c.fillStyle = white;
  c.beginPath();
  c.ellipse(head[0], head[1] + hood * 0.1, hood * 0.62, hood * 0.4, 0, 0, 7);
  c.fill();
  stage.lamp(c, { x: head[0], y: head[1], radius: tall * 0.46, colour, strength: 0.95 });
  return head;
}

/** The cone under a lamp and the pool of light on the ground. */
export function pool(
  stage: VistaStage,
  c: Context,
  [x, y]: Point,
  { ground, half, strength }: { ground: number; half: number; strength: number },
): void {
  const { tones } = stage;
  const colour = blend(tones.light, tones.accent, 0.22);
  softly(
    c,
    [x - half * 1.4, y, x + half * 1.4, ground + half * 0.4],
    { blur: 6, strength, operation: 'screen' },
    (small) => {
      small.fillStyle = linear(
        small,
        [0, y, 0, ground],
        [
          [0, colour, 0.75],
          [0.5, colour, 0.24],
          [1, colour, 0.1],
        ],
      );
      small.fill(
        polygon([
          [x - 4, y],
          [x + 4, y],
          [x + half, ground],
          [x - half, ground],
        ]),
      );
    },
  );
  c.save();
  c.translate(x, ground);
  c.scale(1, 0.2);
  glow(c, 0, 0, half * 1.5, colour, strength);
  c.restore();
}

/** Wet stones: rows of setts in perspective that shine where the light is. */
export function cobbles(
  stage: VistaStage,
  c: Context,
  { horizon, eye, light }: { horizon: number; eye: number; light: { x: number; y: number; reach: number } },
): void {
  const { view, h, w } = stage;
  const { tone } = silver(stage);
  const shades = ramp([tone(0.01), tone(0.1), tone(0.42), tone(0.95)], 64);
  const offset = stage.between(0, 80);
  field(c, [view.x0, horizon, view.x1, view.y1], 1.7, (x, y, out) => {
    const down = Math.max(1, y - horizon);
    const z = (h * 0.34) / down;
    const v = z * 9;
    const row = Math.floor(v);
    const u = (x - eye) * z * 0.028 + (row % 2) * 0.5;
    const [fu, fv] = [Math.abs((u - Math.floor(u)) * 2 - 1), Math.abs((v - row) * 2 - 1)];
    const detail = smooth(0, h * 0.1, down);
    const stone = smooth(1, 0.62, fu) * smooth(1, 0.5, fv);
    const puddle = smooth(0.5, 0.66, fbm((x * z) / 260 + offset, z * 2.4 + offset, 3));
    const [dx, dy] = [(x - light.x) / light.reach, (y - light.y) / (light.reach * 0.9)];
    const streak =
      Math.exp(-(((x - light.x) / (w * 0.035 + down * 0.16)) ** 2)) * smooth(h * 0.6, 0, Math.abs(y - light.y) * 0.8);
    const lit = Math.exp(-(dx * dx + dy * dy) * 1.7) * 0.7 + streak * 0.55;
    const dome = (stone * (1.15 - fv * 0.7) * 0.9 + 0.16) * detail + 0.6 * (1 - detail);
    const value = lit * (dome * (1 - puddle) + puddle * 0.62) + 0.035 * stone * detail;
    const shade = shades[(Math.max(0, Math.min(1, value)) * 63) | 0]!;
    out[0] = shade[0];
    out[1] = shade[1];
    out[2] = shade[2];
  });
}

/** A house front of bricks seen at an angle: from x0 at height y0..y1 to x1 at height z0..z1. */
export function front(
  stage: VistaStage,
  c: Context,
  {
    near,
    far,
    top,
    foot,
    vanishing,
    windows,
    lit,
  }: { near: number; far: number; top: number; foot: number; vanishing: Point; windows: number; lit: number },
): void {
  const { tones } = stage;
  const { tone, black } = silver(stage);
  const at = (t: number, y: number): Point => {
    // Even steps along the wall come closer together towards the vanishing point.
    const [a, b] = [near - vanishing[0], far - vanishing[0]];
    const dx = 1 / (1 / a + (1 / b - 1 / a) * t);
    const s = dx / a;
    return [vanishing[0] + dx, vanishing[1] + (y - vanishing[1]) * s];
  };
  c.fillStyle = linear(
    c,
    [near, 0, far, 0],
    [
      [0, black],
      [0.5, tone(0.05)],
      [1, tone(0.2)],
    ],
  );
  c.fill(polygon([at(0, top), at(1, top), at(1, foot), at(0, foot)]));
  c.strokeStyle = alpha(tone(0.5), 0.1);
  c.lineWidth = 1;
  for (let course = 1; course < 26; course++) {
    const y = top + ((foot - top) * course) / 26;
    c.beginPath();
    c.moveTo(...at(0, y));
    c.lineTo(...at(1, y));
    c.stroke();
  }
  const tall = (foot - top) / 6;
  for (let column = 0; column < windows; column++) {
    for (let row = 0; row < 4; row++) {
      const [t0, t1] = [(column + 0.28) / windows, (column + 0.72) / windows];
      const [y0, y1] = [top + tall * (row * 1.25 + 0.5), top + tall * (row * 1.25 + 1.3)];
      const shines = stage.random() < lit;
      const accent = stage.random() < 0.34;
      c.fillStyle = shines ? (accent ? blend(tones.accent, tones.light, 0.35) : tone(0.8)) : tone(0.015);
      c.fill(polygon([at(t0, y0), at(t1, y0), at(t1, y1), at(t0, y1)]));
      c.strokeStyle = shines ? black : alpha(tone(0.5), 0.28);
      c.lineWidth = 1.6;
      c.beginPath();
      c.moveTo(...at((t0 + t1) / 2, y0));
      c.lineTo(...at((t0 + t1) / 2, y1));
      c.moveTo(...at(t0, (y0 + y1) / 2));
      c.lineTo(...at(t1, (y0 + y1) / 2));
      c.stroke();
      c.strokeStyle = alpha(tone(0.6), 0.3);
      c.beginPath();
      c.moveTo(...at(t0 - 0.02, y1));
      c.lineTo(...at(t1 + 0.02, y1));
      c.stroke();
    }
  }
}

/** Someone in hat and coat, seen from behind, with an umbrella if wanted: feet at (0, 0), 100 units tall. */
export function stranger(stage: VistaStage, c: Context, { umbrella = false }: { umbrella?: boolean } = {}): void {
  const { tones } = stage;
  const { black, tone } = silver(stage);
  c.fillStyle = black;
  const body = new Path2D();
  body.moveTo(-9, 0);
  body.lineTo(-10, -26);
  body.bezierCurveTo(-19, -30, -15, -64, -12, -74);
  body.bezierCurveTo(-8, -80, -4, -81, -3, -83);
  body.lineTo(3, -83);
  body.bezierCurveTo(4, -81, 8, -80, 12, -74);
  body.bezierCurveTo(15, -64, 19, -30, 10, -26);
  body.lineTo(9, 0);
  body.lineTo(2, 0);
  body.lineTo(0, -22);
  body.lineTo(-2, 0);
  body.closePath();
  c.fill(body);
  c.beginPath();
  c.ellipse(0, -88, 5.6, 6.6, 0, 0, 7);
  c.fill();
  c.beginPath();
  c.ellipse(0, -92, 12, 2.6, -0.06, 0, 7);
  c.fill();
  c.fill(
    polygon([
      [-7, -92],
      [-6, -100],
      [-1, -98.5],
      [5, -101],
      [7, -92],
    ]),
  );
  c.fillStyle = tones.accent;
  c.fillRect(-6.9, -94.4, 13.8, 2);
  if (!umbrella) return;
  c.strokeStyle = black;
  c.lineWidth = 1.8;
  c.beginPath();
  c.moveTo(10, -58);
  c.lineTo(6, -122);
  c.stroke();
  const canopy = new Path2D();
  canopy.moveTo(-36, -102);
  canopy.bezierCurveTo(-30, -132, 42, -134, 50, -104);
  for (let rib = 0; rib < 5; rib++) canopy.quadraticCurveTo(50 - rib * 17.2 - 8.6, -111, 50 - (rib + 1) * 17.2, -103);
  canopy.closePath();
  c.fillStyle = linear(
    c,
    [-36, -130, 50, -100],
    [
      [0, tones.accent],
      [1, blend(tones.accent, black, 0.72)],
    ],
  );
  c.fill(canopy);
  c.strokeStyle = alpha(tone(0.9), 0.5);
  c.lineWidth = 1;
  c.stroke(canopy);
}
