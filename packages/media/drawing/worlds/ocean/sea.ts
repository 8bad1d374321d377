import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { fbm, noise, smooth } from '../noise.ts';
import { field } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';

/** A stretch of water seen at a slant. */
export type Sea = {
  /** Where it begins and ends, units. */
  from: number;
  to: number;
  /** Height of the horizon that its perspective runs to. */
  horizon: number;
  /** 0 mirror to 1 storm. */
  rough: number;
  cell?: number;
};

/** Waves that mirror the sky, with the path of the key light on them. */
export function sea(stage: VistaStage, c: Context, { from, to, horizon, rough, cell = 2.4 }: Sea): void {
  const { tones, view, h, w, key } = stage;
  const water = ramp(
    [
      blend(tones.ink, tones.deep, 0.7),
      tones.deep,
      blend(tones.deep, tones.main, 0.7),
      tones.main,
      blend(tones.main, tones.haze, 0.6),
      tones.haze,
    ],
    96,
  );
  const glitter = ramp([tones.haze, blend(tones.haze, tones.light, 0.6), tones.light, tones.glare], 48);
  const offset = stage.between(0, 90);
  const tall = h - horizon;
  field(c, [view.x0, from, view.x1, to], cell, (x, y, out) => {
    const t = Math.max(0.004, (y - horizon) / tall);
    const z = 1 / (t + 0.045);
    const u = ((x - w / 2) / w) * z * 2.3 + offset;
    const v = z * 7.5;
    const swell = noise(u * 0.8, v * 0.55);
    const chop = fbm(u * 3, v * 1.5 + swell * rough * 2, 4);
    const slope =
      (chop - fbm(u * 3, v * 1.5 + swell * rough * 2 + 0.22, 4)) * (1.6 + rough * 2.4) + (swell - 0.5) * rough * 0.7;
    const far = Math.exp(-t * 4.2);
    const value = Math.max(0, Math.min(1, 0.24 + far * 0.5 + slope - t * 0.16));
    let tone = water[(value * 95) | 0]!;
    const path = Math.exp(-(((x - key.x) / (w * (0.022 + t * (0.1 + rough * 0.07)))) ** 2));
    const spark = smooth(0.5 - path * 0.16, 0.6, chop + slope * 0.24) * path;
    if (spark > 0.02) {
      const shine = glitter[(Math.min(1, 0.25 + spark * 0.8) * 47) | 0]!;
      const a = Math.min(1, spark * 1.3);
      tone = [
        tone[0] + (shine[0] - tone[0]) * a,
        tone[1] + (shine[1] - tone[1]) * a,
        tone[2] + (shine[2] - tone[2]) * a,
      ];
    }
    const foam = rough > 0.35 ? smooth(0.66 - rough * 0.1, 0.76, chop + slope * 0.3) * smooth(0.03, 0.3, t) * rough : 0;
    const white = glitter[10]!;
    out[0] = tone[0] + (white[0] - tone[0]) * foam;
    out[1] = tone[1] + (white[1] - tone[1]) * foam;
    out[2] = tone[2] + (white[2] - tone[2]) * foam;
  });
}
