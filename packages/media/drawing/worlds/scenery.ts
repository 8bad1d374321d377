import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../brush.ts';
import { alpha, blend, rgb } from '../colour.ts';
import { fbm, noise, ridged, smooth } from './noise.ts';
import { field, fillBox, glow, linear, radial } from './paint.ts';
import type { Box, Stop } from './paint.ts';
import { ramp } from './tones.ts';
import type { VistaStage } from './vista-stage.ts';

/** The sky, from the top of the picture to `horizon`, with a glow of the key light in it. */
export function sky(stage: VistaStage, c: Context, horizon: number, stops: readonly Stop[]): void {
  const { view, all } = stage;
  fillBox(c, all, linear(c, [0, view.y0, 0, horizon], stops));
  const { x, y, colour } = stage.key;
  glow(c, x, y, stage.w * 0.62, colour, 0.3 + stage.grand * 0.2);
}

/** The disc of sun or moon with its glow; a lamp, so that it lives with the music. */
export function disc(
  stage: VistaStage,
  c: Context,
  options: { x: number; y: number; r: number; colour?: string },
): void {
  const { tones } = stage;
  const { x, y, r, colour = tones.light } = options;
  stage.lamp(c, { x, y, radius: r * 4.6, colour, strength: 0.55 });
  c.fillStyle = radial(c, x, y, r, [
    [0, tones.glare],
    [0.7, blend(tones.glare, colour, 0.45)],
    [0.965, colour],
    [1, colour, 0],
  ]);
  c.fillRect(x - r, y - r, r * 2, r * 2);
}

/** What clouds look like. */
export type Clouds = {
  /** Width and height of a cloud, units. */
  size: readonly [number, number];
  /** 0 none to 1 overcast. */
  cover: number;
  /** Colours of the side away from the light and towards it. */
  shade: string;
  lit: string;
  strength?: number;
  cell?: number;
};

/** Clouds in a box, lit from the key light; they thin out towards its upper and lower edge. */
export function clouds(stage: VistaStage, c: Context, area: Box, options: Clouds): void {
  const { size, cover, shade, lit, strength = 1, cell = 5 } = options;
  const [x0, y0, x1, y1] = area;
  const offset = stage.between(0, 120);
  const tones = ramp([shade, blend(shade, lit, 0.5), lit], 32);
  const { key } = stage;
  const reach = stage.w * 0.55;
  field(c, [x0, y0, x1, y1], cell, (x, y, out) => {
    const v = (y - y0) / (y1 - y0);
    const [u, w] = [x / size[0] + offset, y / size[1]];
    const density = fbm(u, w, 5);
    const edge = smooth(0, 0.3, v) * smooth(1, 0.7, v);
    const body = smooth(1 - cover * 0.75 - 0.1, 1 - cover * 0.75 + 0.16, density * 0.9 + edge * 0.12) * edge;
    if (body <= 0.004) {
      out[3] = 0;
      return;
    }
    const [dx, dy] = [key.x - x, key.y - y];
    const far = Math.hypot(dx, dy) || 1;
    const towards = fbm(u + ((dx / far) * 14) / size[0], w + ((dy / far) * 14) / size[1], 3);
    const near = Math.max(0, 1 - far / reach);
    const light = Math.max(0, Math.min(1, 0.3 + (density - towards) * 5 + near * near * 0.7));
    const tone = tones[(light * 31) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
    out[3] = 255 * body * strength;
  });
}

/** How a chain of mountains is drawn. */
export type Range = {
  /** Height of the feet and of the crest above them, units. */
  foot: number;
  height: number;
  /** Peaks across the frame. */
  peaks: number;
  /** 0 near to 1 at the horizon. */
  distance: number;
  /** How far down the snow lies, 0 none to 1 all. Default 0. */
  snow?: number;
  /** Raises the crest around places: x, added height, half width. */
  summits?: readonly (readonly [number, number, number])[];
  /** Lowers the crest around a place, so that the light comes through. */
  gap?: readonly [x: number, halfWidth: number];
  cell?: number;
};

/** A chain of mountains with gullies, lit from the key light; returns its crest. */
export function range(stage: VistaStage, c: Context, options: Range): (x: number) => number {
  const { tones, view, w, key, tense } = stage;
  const { foot, height, peaks, distance, snow = 0, summits = [], gap, cell = 2.2 } = options;
  const offset = stage.between(0, 200);
  const crest = (x: number) => {
    const u = (x / w) * peaks + offset;
    let up =
      0.18 + 0.9 * ridged(u, offset, 3) ** (1.1 + tense * 0.5) + (fbm(u * 7, 3.3, 3) - 0.5) * (0.06 + tense * 0.14);
    for (const [at, more, half] of summits) up += more * Math.max(0, 1 - Math.abs(x - at) / half) ** 1.45;
    if (gap) up *= 1 - 0.72 * Math.exp(-(((x - gap[0]) / gap[1]) ** 2));
    return foot - height * up;
  };
  const path = new Path2D();
  path.moveTo(view.x0, view.y1);
  for (let x = view.x0; x <= view.x1 + 3; x += 3) path.lineTo(x, crest(x));
  path.lineTo(view.x1 + 3, view.y1);
  path.closePath();
  const toned = (colour: string) => tones.far(colour, distance);
  const rock = ramp(
    [
      toned(blend(tones.ink, tones.deep, 0.4)),
      toned(tones.deep),
      toned(tones.main),
      toned(blend(tones.main, tones.light, 0.6)),
    ],
    48,
  );
  const white = ramp(
    [
      toned(blend(tones.deep, tones.sky, 0.6)),
      toned(blend(tones.sky, tones.haze, 0.6)),
      toned(blend(tones.haze, tones.light, 0.6)),
      toned(tones.glare),
    ],
    48,
  );
  const air = rgb(tones.haze);
  const top = Math.min(...Array.from({ length: 60 }, (_, i) => crest(view.x0 + ((view.x1 - view.x0) * i) / 59))) - 12;
  const bottom = Math.min(view.y1, foot + 30);
  const fine = peaks / w;
  c.save();
  c.clip(path);
  field(c, [view.x0, top, view.x1, bottom], cell, (x, y, out) => {
    const deep = (y - crest(x)) / height;
    const side = Math.sign(key.x - x) || 1;
    const warp = (fbm(x * fine * 2.4 + 40, deep * 1.7 + offset, 3) - 0.5) * 1.5;
    const u = x * fine * 3.1 + warp + offset;
    const v = deep * 1.35 + offset;
    const n = ridged(u, v, 4);
    const spur = (ridged(u + 0.09 * side, v - 0.04, 4) - n) * 2.4;
    const grit = (noise(x * fine * 34, y * fine * 30) - 0.5) * 0.12;
    const open = Math.max(0, 1 - Math.abs(key.x - x) / (w * 0.9));
    const light = Math.max(0, Math.min(1, 0.4 + spur + grit + open * 0.16 - deep * 0.14));
    const bare =
      snow > 0
        ? smooth(
            -0.09,
            0.09,
            deep * 0.7 + ((y - top) / (foot - top)) * 0.34 - snow * (0.34 + 0.8 * n) + (0.46 - light) * 0.42,
          )
        : 1;
    const [a, b] = [white[(light * 47) | 0]!, rock[(light * 47) | 0]!];
    const fog = Math.min(0.94, smooth(foot - height * 0.8, foot + height * 0.15, y) * (0.34 + distance * 0.62));
    for (let part = 0; part < 3; part++) {
      const tone = a[part]! + (b[part]! - a[part]!) * bare;
      out[part] = tone + (air[part]! - tone) * fog;
    }
  });
  if (bottom < view.y1) {
    const base = blend(toned(tones.deep), tones.haze, Math.min(0.94, 0.34 + distance * 0.62));
    fillBox(c, [view.x0, bottom - 2, view.x1, view.y1], base);
  }
  c.restore();
  c.strokeStyle = alpha(key.colour, 0.34 * (1 - distance * 0.6));
  c.lineWidth = 1.5;
  c.beginPath();
  for (let x = Math.max(view.x0, key.x - w * 0.4); x < Math.min(view.x1, key.x + w * 0.4); x += 3)
    c.lineTo(x, crest(x) + 0.8);
  c.stroke();
  return crest;
}

/** Adds a fir to a path: foot at (x, y). `ragged` 0 even to 1. */
export function fir(path: Path2D, x: number, y: number, height: number, random: () => number): void {
  const half = height * (0.17 + random() * 0.06);
  const tiers = Math.max(5, Math.min(13, Math.round(height / 9)));
  const right: [number, number][] = [];
  const left: [number, number][] = [];
  for (let tier = 0; tier <= tiers; tier++) {
    const t = tier / tiers;
    const at = y - height * (1 - t * 0.93);
    const reach = half * t ** 0.85;
    const droop = height * 0.03 * t;
    right.push(
      [x + reach * (0.75 + random() * 0.4), at + droop],
      [x + reach * (0.3 + random() * 0.15), at - droop * 0.3],
    );
    left.push(
      [x - reach * (0.75 + random() * 0.4), at + droop],
      [x - reach * (0.3 + random() * 0.15), at - droop * 0.3],
    );
  }
  path.moveTo(x, y - height);
  for (const [px, py] of right) path.lineTo(px, py);
  path.lineTo(x + height * 0.014, y - height * 0.06);
  path.lineTo(x + height * 0.016, y + height * 0.02);
  path.lineTo(x - height * 0.016, y + height * 0.02);
  path.lineTo(x - height * 0.014, y - height * 0.06);
  for (const [px, py] of left.reverse()) path.lineTo(px, py);
  path.closePath();
}

/** Land up to a crest, with a gradient from `top` colour to `bottom` colour. */
export function land(
  stage: VistaStage,
  c: Context,
  crest: (x: number) => number,
  [top, bottom]: readonly [string, string],
  span: number,
): Path2D {
  const { view } = stage;
  const path = new Path2D();
  path.moveTo(view.x0, view.y1);
  let least = Infinity;
  for (let x = view.x0; x <= view.x1 + 5; x += 5) {
    const y = crest(x);
    least = Math.min(least, y);
    path.lineTo(x, y);
  }
  path.lineTo(view.x1 + 5, view.y1);
  path.closePath();
  c.fillStyle = linear(
    c,
    [0, least, 0, least + span],
    [
      [0, top],
      [1, bottom],
    ],
  );
  c.fill(path);
  return path;
}

/** A bank of mist in a box, thin at its upper edge, drifting off at the lower one. */
export function mistBank(stage: VistaStage, c: Context, area: Box, colour: string, strength: number): void {
  const [red, green, blue] = rgb(colour);
  const offset = stage.between(0, 90);
  const [, y0, , y1] = area;
  field(c, area, 8, (x, y, out) => {
    const v = (y - y0) / (y1 - y0);
    const bank = fbm(x / 170 + offset, y / 46, 4);
    out[0] = red;
    out[1] = green;
    out[2] = blue;
    out[3] = 255 * strength * smooth(0, 0.55, v + (bank - 0.5) * 0.9) * smooth(0, 0.3, v) * smooth(1, 0.74, v);
  });
}
