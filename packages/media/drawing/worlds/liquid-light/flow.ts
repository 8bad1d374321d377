import type { Context } from '../../brush.ts';
import { blend, rgb } from '../../colour.ts';
import { fbm, smooth } from '../noise.ts';
import { field } from '../paint.ts';
import type { Box } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';

/** Where a point of the picture lies in the liquid: two coordinates, and how bright it is there (0 to 1). */
export type Bend = (x: number, y: number, out: { u: number; v: number; light: number }) => void;

/** Marbled liquid over a box: bands of colour between bright seams, bent by a function. Opaque unless `veil` is set. */
export function marble(
  stage: VistaStage,
  c: Context,
  area: Box,
  options: { bend: Bend; bands: number; veil?: number; cell?: number },
): void {
  const { tones, tense } = stage;
  const { bend, bands, veil, cell = 3.2 } = options;
  const offset = stage.between(0, 200);
  const inks = ramp(
    [
      tones.deep,
      tones.sky,
      tones.haze,
      tones.main,
      blend(tones.main, tones.light, 0.5),
      tones.accent,
      blend(tones.accent, tones.deep, 0.6),
      tones.deep,
    ],
    192,
  );
  const seam = rgb(tones.light);
  const place = { u: 0, v: 0, light: 0 };
  field(c, area, cell, (x, y, out) => {
    bend(x, y, place);
    const { u, v, light } = place;
    const wx = fbm(u + offset, v, 3) - 0.5;
    const wy = fbm(u + 31, v + offset, 3) - 0.5;
    const warp = 2.2 + tense * 1.6;
    const n = fbm(u + wx * warp + offset, v + wy * warp, 4);
    const turn = n * bands;
    const part = turn - Math.floor(turn);
    const tone = inks[(part * 191) | 0]!;
    const edge = Math.max(smooth(0.12, 0, part), smooth(0.88, 1, part));
    const line = edge * edge * light * 0.5;
    const shade = 0.42 + light * 0.85 + (wx + wy) * 0.5;
    for (let index = 0; index < 3; index++) {
      const lit = tone[index]! * Math.min(1.25, Math.max(0.08, shade));
      out[index] = lit + (seam[index]! - lit) * line;
    }
    if (veil !== undefined) out[3] = 255 * smooth(veil, veil + 0.22, part * (0.4 + light));
  });
}

/** A drop of oil. */
export type Ball = { x: number; y: number; r: number };

/** Drops that melt into each other where they meet, with a bright rim and a highlight towards the key light. */
export function melt(
  stage: VistaStage,
  c: Context,
  balls: readonly Ball[],
  { colours, cell = 2.4, strength = 1 }: { colours: readonly string[]; cell?: number; strength?: number },
): void {
  const { tones, key, view } = stage;
  if (balls.length === 0) return;
  const body = ramp(colours, 64);
  const [rim, shine] = [rgb(blend(tones.light, colours.at(-1)!, 0.3)), rgb(tones.glare)];
  const box: Box = [
    Math.max(view.x0, Math.min(...balls.map(({ x, r }) => x - r * 1.7))),
    Math.max(view.y0, Math.min(...balls.map(({ y, r }) => y - r * 1.7))),
    Math.min(view.x1, Math.max(...balls.map(({ x, r }) => x + r * 1.7))),
    Math.min(view.y1, Math.max(...balls.map(({ y, r }) => y + r * 1.7))),
  ];
  field(c, box, cell, (x, y, out) => {
    let sum = 0;
    let gx = 0;
    let gy = 0;
    for (const ball of balls) {
      const [dx, dy] = [x - ball.x, y - ball.y];
      const d = dx * dx + dy * dy + 1;
      const k = (ball.r * ball.r) / d;
      if (k < 0.02) continue;
      sum += k * k;
      const g = (k * k) / d;
      gx += dx * g;
      gy += dy * g;
    }
    const inside = smooth(0.94, 1.06, sum);
    if (inside <= 0.004) {
      out[3] = 0;
      return;
    }
    const steep = Math.hypot(gx, gy) || 1;
    const [lx, ly] = [key.x - x, key.y - y];
    const away = Math.hypot(lx, ly) || 1;
    const facing = (gx * lx + gy * ly) / (steep * away);
    const depth = 1 - 1 / Math.max(1, sum);
    const tone = body[(Math.max(0, Math.min(1, 0.2 + depth * 0.5 + facing * 0.36 * (1 - depth))) * 63) | 0]!;
    const edge = Math.exp(-(sum - 1) * 2.6);
    const glint = smooth(0.8, 0.98, facing) * smooth(0.16, 0.4, depth) * smooth(0.75, 0.5, depth);
    for (let index = 0; index < 3; index++) {
      const lit = tone[index]! + (rim[index]! - tone[index]!) * edge * (0.35 + 0.55 * Math.max(0, facing));
      out[index] = lit + (shine[index]! - lit) * glint * 0.8;
    }
    out[3] = 255 * inside * strength;
  });
}
