import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { curve, polygon } from '../../paths.ts';
import { fbm, ridged } from '../noise.ts';
import { field, linear } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';

/** A wave right before the viewer, cut by the frame. */
export function swellLine(stage: VistaStage, c: Context, y: number, rough: number): void {
  const { tones, view, w, h } = stage;
  const crest = (x: number) =>
    y + h * 0.035 * Math.sin((x / w) * 5 + 1) + h * (0.02 + rough * 0.06) * (fbm(x / 130, 4, 3) - 0.5) * 2;
  const points: [number, number][] = [];
  for (let x = view.x0; x <= view.x1 + 8; x += 8) points.push([x, crest(x)]);
  const path = polygon([...points, [view.x1 + 8, view.y1], [view.x0, view.y1]]);
  c.save();
  c.clip(path);
  const water = ramp(
    [
      tones.ink,
      blend(tones.ink, tones.deep, 0.7),
      tones.deep,
      blend(tones.deep, tones.main, 0.8),
      blend(tones.main, tones.haze, 0.5),
    ],
    64,
  );
  field(c, [view.x0, y - h * 0.12, view.x1, view.y1], 2.6, (x, py, out) => {
    const deep = (py - crest(x)) / (h * 0.2);
    const n = ridged(x / 150 + deep * 0.5, py / 36 + x / 300, 4);
    const light = Math.max(0, Math.min(1, 0.62 * Math.exp(-deep * 2.6) + (n - 0.42) * 0.7 + 0.06));
    const tone = water[(light * 63) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  c.restore();
  c.strokeStyle = linear(
    c,
    [view.x0, 0, view.x1, 0],
    [
      [0, tones.haze, 0.2],
      [0.42, tones.glare, 0.8],
      [1, tones.haze, 0.2],
    ],
  );
  c.lineWidth = 1.6;
  c.stroke(curve(points.filter((_, index) => index % 2 === 0)));
}
