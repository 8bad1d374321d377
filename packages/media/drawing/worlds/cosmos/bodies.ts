import type { Context } from '../../brush.ts';
import { blend, rgb } from '../../colour.ts';
import { fbm, noise, ridged, smooth } from '../noise.ts';
import { field, radial } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';

/** Clouds of gas over the whole picture, brightest around a place, with lanes of dust. Opaque. */
export function nebula(
  stage: VistaStage,
  c: Context,
  options: { x: number; y: number; size: number; strength: number; lanes?: number },
): void {
  const { tones, w } = stage;
  const { x: cx, y: cy, size, strength, lanes = 1 } = options;
  const [u0, v0] = [stage.between(0, 200), stage.between(0, 200)];
  const gas = ramp(
    [
      blend(tones.ink, tones.deep, 0.6),
      tones.deep,
      tones.sky,
      tones.haze,
      blend(tones.haze, tones.accent, 0.7),
      tones.light,
    ],
    96,
  );
  const other = ramp(
    [
      blend(tones.ink, tones.deep, 0.6),
      tones.deep,
      blend(tones.deep, tones.main, 0.6),
      tones.main,
      blend(tones.main, tones.light, 0.5),
    ],
    96,
  );
  field(c, stage.all, 4.4, (x, y, out) => {
    const [u, v] = [x / (w * 0.23) + u0, y / (w * 0.23) + v0];
    const wx = fbm(u, v, 3) - 0.5;
    const wy = fbm(u + 31, v + 7, 3) - 0.5;
    const cloud = fbm(u + wx * 2.6, v + wy * 2.6, 5);
    const away = Math.hypot(x - cx, (y - cy) * 1.25) / size;
    const near = Math.exp(-away * away);
    const lane = smooth(0.5, 0.86, ridged(u * 0.8 + wy * 2, v * 0.8 - wx * 2, 4)) * lanes;
    const density = (0.14 + Math.max(0, cloud - 0.28) * 2 * (0.6 + near * 1.1) + near * near * 0.2) * strength;
    const value = Math.max(0, Math.min(1, density * (1 - lane * 0.62)));
    const which = smooth(0.38, 0.62, fbm(u * 0.7 + 60, v * 0.7, 2));
    const a = gas[(value * 95) | 0]!;
    const b = other[(value * 95) | 0]!;
    out[0] = a[0] + (b[0] - a[0]) * which;
    out[1] = a[1] + (b[1] - a[1]) * which;
    out[2] = a[2] + (b[2] - a[2]) * which;
  });
}

/** A sphere in the light: colours from its shaded to its lit side, bands or patches, air at its edge. */
export type Planet = {
  x: number;
  y: number;
  r: number;
  colours: readonly string[];
  /** Bands across it (gas) instead of patches (rock and sea). */
  isBanded?: boolean;
  air?: string;
  /** Direction to the light; default: towards the key light. */
  light?: readonly [number, number, number];
  tilt?: number;
  cell?: number;
};

/** Draws a planet. */
export function planet(stage: VistaStage, c: Context, options: Planet): void {
  const { key, tones } = stage;
  const { x: cx, y: cy, r, colours, isBanded = false, air, tilt = 0.3 } = options;
  const [dx, dy] = [key.x - cx, key.y - cy];
  const away = Math.hypot(dx, dy) || 1;
  const [lx, ly, lz] = options.light ?? [(dx / away) * 0.88, (dy / away) * 0.88, 0.47];
  if (air) {
    const [ax, ay] = [cx + lx * r * 0.1, cy + ly * r * 0.1];
    c.save();
    c.globalCompositeOperation = 'screen';
    c.fillStyle = radial(c, ax, ay, r * 1.09, [
      [0, air, 0.6],
      [0.82, air, 0.6],
      [0.9, air, 0.26],
      [1, air, 0],
    ]);
    c.fillRect(ax - r * 1.2, ay - r * 1.2, r * 2.4, r * 2.4);
    c.restore();
  }
  const surface = ramp(colours, 64);
  const [night, glowing] = [rgb(blend(tones.ink, tones.deep, 0.35)), rgb(air ?? tones.light)];
  const offset = stage.between(0, 200);
  const [sin, cos] = [Math.sin(tilt), Math.cos(tilt)];
  const grain = 2.6 / r;
  const { view } = stage;
  const box = [
    Math.max(view.x0, cx - r),
    Math.max(view.y0, cy - r),
    Math.min(view.x1, cx + r),
    Math.min(view.y1, cy + r),
  ] as const;
  c.save();
  c.beginPath();
  c.arc(cx, cy, r, 0, 7);
  c.clip();
  field(c, box, options.cell ?? Math.max(1.5, Math.min(3.4, r / 70)), (x, y, out) => {
    const nx = (x - cx) / r;
    const ny = (y - cy) / r;
    const rim = nx * nx + ny * ny;
    const nz = Math.sqrt(Math.max(0.0004, 1 - rim));
    const [u, v] = [nx * cos + ny * sin, ny * cos - nx * sin];
    let value: number;
    if (isBanded) {
      const wave = fbm(u * 2.2 + offset, v * 7, 4) - 0.5;
      value = 0.5 + 0.5 * Math.sin(v * 13 + wave * 3.2 + offset) * (0.35 + 0.65 * noise(v * 4 + offset, 3));
      value = value * 0.8 + 0.1 + wave * 0.5;
    } else {
      // The longitude bends away at the edge, as on a ball.
      const bend = 1 / (0.5 + nz);
      value = 0.12 + fbm(u * bend * 2.4 + offset, v * bend * 2.4, 5) * 1.05 - 0.1;
      value += (fbm(u * bend * 2.4 + offset + lx * grain * 9, v * bend * 2.4 + ly * grain * 9, 4) - value) * -0.5;
    }
    const tone = surface[(Math.max(0, Math.min(1, value)) * 63) | 0]!;
    const facing = nx * lx + ny * ly + nz * lz;
    const light = smooth(-0.12, 0.85, facing);
    const haze = air ? (1 - nz) ** 2.4 * smooth(-0.25, 0.6, facing) * 0.9 : 0;
    for (let part = 0; part < 3; part++) {
      const lit = night[part]! + (tone[part]! - night[part]!) * light;
      out[part] = lit + (glowing[part]! - lit) * haze;
    }
  });
  c.restore();
}

/** Rings around a planet: the half behind it or before it. */
export function ringsOf(
  stage: VistaStage,
  c: Context,
  options: { x: number; y: number; r: number; tilt: number; flat: number; isFront: boolean },
): void {
  const { tones, key } = stage;
  const { x, y, r, tilt, flat, isFront } = options;
  c.save();
  c.translate(x, y);
  c.rotate(tilt);
  const side = key.x < x ? -1 : 1;
  const offset = stage.spec.returns * 3 + 5;
  for (let ring = 0; ring < 54; ring++) {
    const t = ring / 53;
    const thick = noise(t * 15 + offset, 8) * noise(t * 47 + offset, 2);
    if (t > 0.6 && t < 0.66) continue;
    const radius = r * (1.32 + t * 1.02);
    const colour = blend(blend(tones.haze, tones.light, 0.55), tones.main, noise(t * 9, 4));
    c.globalAlpha = 0.1 + thick * 1.3 * (1 - t * 0.4);
    const stroke = c.createLinearGradient(-radius, 0, radius, 0);
    const stops: [number, number][] = isFront
      ? [
          [0, 0.7],
          [0.5, 1],
          [1, 0.7],
        ]
      : [
          [0, 0.75],
          [0.5 - side * 0.12, 0.7],
          [0.5 - side * 0.17, 0.06],
          [0.5 - side * 0.4, 0.08],
          [0.5 - side * 0.44, 0.7],
          [1, 0.75],
        ];
    for (const [at, share] of stops.toSorted((a, b) => a[0] - b[0])) {
      stroke.addColorStop(Math.max(0, Math.min(1, at)), blend(tones.ink, colour, share));
    }
    c.strokeStyle = stroke;
    c.lineWidth = (r * 1.08) / 54;
    c.beginPath();
    c.ellipse(0, 0, radius, radius * flat, 0, isFront ? 0 : Math.PI, isFront ? Math.PI : Math.PI * 2);
    c.stroke();
  }
  c.restore();
}

/** A boulder in space, lit from the key light. */
export function rock(stage: VistaStage, c: Context, { x: cx, y: cy, r }: { x: number; y: number; r: number }): void {
  const { tones, key } = stage;
  const away = Math.hypot(key.x - cx, key.y - cy) || 1;
  const [lx, ly] = [(key.x - cx) / away, (key.y - cy) / away];
  const offset = stage.between(0, 200);
  const stone = ramp(
    [
      tones.ink,
      blend(tones.deep, tones.ink, 0.3),
      blend(tones.deep, tones.haze, 0.5),
      blend(tones.haze, tones.light, 0.7),
    ],
    48,
  );
  const reach = (angle: number) =>
    r * (0.72 + 0.5 * (fbm(Math.cos(angle) * 1.2 + offset, Math.sin(angle) * 1.2 + offset, 3) - 0.2));
  c.save();
  c.beginPath();
  for (let step = 0; step < 44; step++) {
    const angle = (step / 44) * Math.PI * 2;
    c.lineTo(cx + Math.cos(angle) * reach(angle), cy + Math.sin(angle) * reach(angle) * 0.86);
  }
  c.closePath();
  c.clip();
  const e = 0.05;
  field(c, [cx - r * 1.2, cy - r * 1.2, cx + r * 1.2, cy + r * 1.2], Math.max(1.2, r / 34), (x, y, out) => {
    const [u, v] = [(x - cx) / r, (y - cy) / r];
    const n = ridged(u * 1.7 + offset, v * 1.7, 4);
    const slope = (ridged(u * 1.7 + lx * e + offset, v * 1.7 + ly * e, 4) - n) * -3.2;
    const light = Math.max(0, Math.min(1, 0.3 + (u * lx + v * ly) * 0.62 + slope));
    const tone = stone[(light * 47) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  c.restore();
}
