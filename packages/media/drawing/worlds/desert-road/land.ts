import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm, noise, smooth } from '../noise.ts';
import { field, linear } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';

/** A table mountain. */
export type Mesa = { x: number; foot: number; wide: number; tall: number; distance: number; cell?: number };

/** Colours of banded rock at a distance, from shadow to light. */
export function rockRamp({ tones }: VistaStage, distance: number, count = 64) {
  return ramp(
    [
      blend(tones.deep, tones.ink, 0.3),
      blend(tones.deep, tones.main, 0.42),
      tones.main,
      blend(tones.main, tones.haze, 0.5),
      blend(tones.haze, tones.light, 0.5),
    ].map((tone) => tones.far(tone, distance)),
    count,
  );
}

/** A mesa: steep bands above, a slope of rubble below, lit from the key light's side. */
export function mesa(stage: VistaStage, c: Context, { x: cx, foot, wide, tall, distance, cell = 2.2 }: Mesa): void {
  const { key } = stage;
  const offset = stage.between(0, 200);
  const half = wide / 2;
  const top = (x: number) => {
    const u = Math.abs(x - cx) / half;
    const jag = (fbm(x / (wide * 0.06) + offset, 2, 3) - 0.5) * 0.1;
    const step = (noise(x / (wide * 0.16) + offset, 7) - 0.5) * 0.16;
    if (u < 0.62) return foot - tall * (1 - (u > 0.48 ? 0.18 : 0) + jag * 0.5 + step * 0.35);
    return foot - tall * Math.max(0, (0.6 + jag) * (1 - (u - 0.62) / 0.38) ** 1.35);
  };
  const points: Point[] = [];
  for (let x = cx - half; x <= cx + half; x += Math.max(2, wide / 160)) points.push([x, top(x)]);
  const rock = rockRamp(stage, distance);
  c.save();
  c.clip(polygon([...points, [cx + half, foot + 4], [cx - half, foot + 4]]));
  field(c, [cx - half, foot - tall * 1.2, cx + half, foot + 5], cell, (x, y, out) => {
    const up = (foot - y) / tall;
    const u = (x - cx) / half;
    const crack = fbm(x / (wide * 0.035) + offset, up * 1.3, 3);
    const band = noise(offset, up * 26 + (noise(x / (wide * 0.2), up * 3) - 0.5) * 1.2);
    const side = Math.sign(key.x - cx) || 1;
    const turn = u * side;
    const isWall = up > 0.52;
    const slope = isWall ? (crack - 0.5) * 1.5 : (fbm(x / (wide * 0.09) + up * 2 * u, up * 5 + offset, 3) - 0.5) * 0.9;
    const value =
      0.4 +
      turn * 0.32 +
      slope * 0.5 +
      (band - 0.5) * (isWall ? 0.3 : 0.12) -
      (isWall ? 0 : 0.06) +
      0.1 * smooth(0.9, 1, up);
    const tone = rock[(Math.max(0, Math.min(1, value)) * 63) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  c.restore();
}

/** Sandy ground from a crest down, with ripples that get larger towards the viewer. Returns its outline. */
export function sand(
  stage: VistaStage,
  c: Context,
  crest: (x: number) => number,
  { distance, ripples = 1 }: { distance: number; ripples?: number },
): Path2D {
  const { view, w, tones, key } = stage;
  const path = new Path2D();
  path.moveTo(view.x0, view.y1);
  let least = Infinity;
  for (let x = view.x0; x <= view.x1 + 6; x += 6) {
    least = Math.min(least, crest(x));
    path.lineTo(x, crest(x));
  }
  path.lineTo(view.x1 + 6, view.y1);
  path.closePath();
  const offset = stage.between(0, 90);
  const ground = ramp(
    [
      tones.ink,
      blend(tones.deep, tones.main, 0.3),
      blend(tones.main, tones.deep, 0.2),
      blend(tones.main, tones.haze, 0.55),
      blend(tones.haze, tones.light, 0.6),
    ].map((tone) => tones.far(tone, distance)),
    64,
  );
  const tall = view.y1 - least;
  c.save();
  c.clip(path);
  field(c, [view.x0, least - 2, view.x1, view.y1], 3, (x, y, out) => {
    const deep = (y - crest(x)) / tall;
    const z = 1 / (0.06 + deep);
    const u = ((x - w / 2) / w) * z * 1.6 + offset;
    const wave = noise(u * 1.4, z * 3 + offset) * 2.4;
    const dune = fbm(u * 1.1, z * 1.3, 3);
    const ripple = Math.sin(z * 22 + wave * 3 + u * 2) * smooth(0.05, 0.4, deep) * 0.07 * ripples;
    const sunny = Math.exp(-Math.abs(x - key.x) / (w * 0.36)) * Math.exp(-deep * 2.6);
    const value = 0.5 + (dune - 0.5) * 0.75 + ripple + sunny * 0.36 - deep * 0.5 + (fbm(x / 7, y / 4, 2) - 0.5) * 0.09;
    const tone = ground[(Math.max(0, Math.min(1, value)) * 63) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  c.restore();
  return path;
}

/** A way of a road: centre x, y and half width at each point, from the viewer into the distance. */
export type Road = readonly (readonly [x: number, y: number, half: number])[];

/** Asphalt with edge lines, a broken middle line and the shine of a low sun. */
export function asphalt(stage: VistaStage, c: Context, road: Road): void {
  const { tones, key, h } = stage;
  const smoothed = smoothRoad(road);
  const strip = (from: number, to: number) =>
    polygon([
      ...smoothed.map(([x, y, half]): Point => [x + half * from, y]),
      ...smoothed.toReversed().map(([x, y, half]): Point => [x + half * to, y]),
    ]);
  const top = Math.min(...road.map(([, y]) => y));
  c.fillStyle = alpha(blend(tones.main, tones.ink, 0.55), 0.7);
  c.fill(strip(-1.16, 1.16));
  c.fillStyle = linear(
    c,
    [0, top, 0, h],
    [
      [0, blend(tones.haze, tones.light, 0.55)],
      [0.16, blend(tones.deep, tones.haze, 0.5)],
      [0.6, blend(tones.deep, tones.ink, 0.35)],
      [1, blend(tones.ink, tones.deep, 0.35)],
    ],
  );
  const surface = strip(-1, 1);
  c.fill(surface);
  c.save();
  c.clip(surface);
  c.globalCompositeOperation = 'screen';
  c.fillStyle = linear(
    c,
    [0, top, 0, top + (h - top) * 0.75],
    [
      [0, key.colour, 0.75],
      [0.4, key.colour, 0.2],
      [1, key.colour, 0],
    ],
  );
  c.fill(strip(-0.62, 0.5));
  c.restore();
  c.fillStyle = alpha(blend(tones.light, tones.haze, 0.4), 0.72);
  for (const side of [-1, 1]) c.fill(strip(side * 0.9, side * 0.94));
  c.fillStyle = alpha(tones.light, 0.95);
  const dashes = 26;
  for (let dash = 0; dash < dashes; dash++) {
    // Even lengths on the ground get shorter with the square of the distance.
    const near = (t: number) => 1 - (1 / (1 + t * 0.62) - 1 / (1 + dashes * 0.62)) / (1 - 1 / (1 + dashes * 0.62));
    const [a, b] = [along(smoothed, near(dash)), along(smoothed, near(dash + 0.52))];
    c.fill(
      polygon([
        [a[0] - a[2] * 0.028, a[1]],
        [a[0] + a[2] * 0.028, a[1]],
        [b[0] + b[2] * 0.028, b[1]],
        [b[0] - b[2] * 0.028, b[1]],
      ]),
    );
  }
}

function along(road: Road, t: number): readonly [number, number, number] {
  const at = Math.max(0, Math.min(1, t)) * (road.length - 1);
  const index = Math.min(road.length - 2, Math.floor(at));
  const part = at - index;
  const [a, b] = [road[index]!, road[index + 1]!];
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part];
}

function smoothRoad(road: Road): Road {
  const steps = 60;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = (step / steps) * (road.length - 1);
    const index = Math.min(road.length - 2, Math.floor(at));
    const t = at - index;
    const [a, b, d, e] = [
      road[Math.max(0, index - 1)]!,
      road[index]!,
      road[index + 1]!,
      road[Math.min(road.length - 1, index + 2)]!,
    ];
    const spline = (k: 0 | 1 | 2) =>
      0.5 *
      (2 * b[k] +
        (d[k] - a[k]) * t +
        (2 * a[k] - 5 * b[k] + 4 * d[k] - e[k]) * t * t +
        (3 * b[k] - a[k] - 3 * d[k] + e[k]) * t ** 3);
    return [spline(0), spline(1), Math.max(0.3, spline(2))] as const;
  });
}

/** Adds a tall cactus with arms to a path. */
export function cactus(
  path: Path2D,
  x: number,
  foot: number,
  tall: number,
  arms: readonly (readonly [side: number, at: number, rise: number])[],
): void {
  const half = tall * 0.062;
  path.roundRect(x - half, foot - tall, half * 2, tall + 4, half);
  for (const [side, at, rise] of arms) {
    const thick = half * 0.74;
    const out = tall * 0.17;
    const y = foot - tall * at;
    const px = x + side * out;
    path.roundRect(Math.min(x, px - thick), y - thick, Math.abs(px - x) + thick, thick * 2, thick);
    path.roundRect(px - thick, y - tall * rise, thick * 2, tall * rise + thick, thick);
  }
}

/** Low scrub: tufts of short strokes, more and larger towards the viewer. */
export function scrub(
  stage: VistaStage,
  c: Context,
  from: number,
  count: number,
  avoid: (y: number) => readonly [number, number],
): void {
  const { tones, view } = stage;
  for (let tuft = 0; tuft < count; tuft++) {
    const t = stage.random() ** 1.5;
    const y = from + t * (view.y1 - from);
    const x = stage.between(view.x0, view.x1);
    const [left, right] = avoid(y);
    if (x > left - 10 && x < right + 10) continue;
    const size = 3 + t * 26;
    c.fillStyle = alpha(tones.ink, 0.3);
    c.beginPath();
    c.ellipse(x + size * 0.4, y + size * 0.1, size * 0.9, size * 0.2, 0, 0, 7);
    c.fill();
    c.lineWidth = Math.max(0.7, size * 0.07);
    for (let blade = 0; blade < 9; blade++) {
      const angle = -Math.PI / 2 + (blade / 8 - 0.5) * 2;
      c.strokeStyle = blend(tones.ink, blade % 3 ? tones.accent : tones.light, 0.2 + 0.3 * stage.random());
      c.beginPath();
      c.moveTo(x, y);
      c.lineTo(x + Math.cos(angle) * size, y + Math.sin(angle) * size * 0.8);
      c.stroke();
    }
  }
}
