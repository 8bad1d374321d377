import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { fillBox, glow, linear } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';

/** The night sky over a city, its glow on the horizon. */
export function night(stage: VistaStage, c: Context, horizon: number): void {
  const { tones, view, all, key, w, grand } = stage;
  fillBox(
    c,
    all,
    linear(
      c,
      [0, view.y0, 0, horizon],
      [
        [0, blend(tones.ink, tones.deep, 0.6)],
        [0.4, blend(tones.deep, tones.sky, 0.55)],
        [0.8, blend(tones.sky, tones.haze, 0.6)],
        [1, blend(tones.haze, tones.accent, 0.35)],
      ],
    ),
  );
  glow(c, key.x, horizon, w * 0.6, tones.accent, 0.3 + grand * 0.25);
}

/** A great disc behind the towers, cut by bars of haze. */
export function moon(stage: VistaStage, c: Context, { x, y, r }: { x: number; y: number; r: number }): void {
  const { tones } = stage;
  stage.lamp(c, { x, y, radius: r * 2.6, colour: tones.accent, strength: 0.6 });
  c.save();
  c.beginPath();
  c.arc(x, y, r, 0, 7);
  c.clip();
  fillBox(
    c,
    [x - r, y - r, x + r, y + r],
    linear(
      c,
      [0, y - r, 0, y + r],
      [
        [0, tones.glare],
        [0.45, tones.light],
        [1, tones.accent],
      ],
    ),
  );
  c.globalCompositeOperation = 'destination-out';
  for (let bar = 0; bar < 6; bar++) {
    const at = y + r * (0.12 + bar * 0.155);
    c.fillStyle = alpha('#000000', 0.85);
    c.fillRect(x - r, at, r * 2, r * (0.02 + bar * 0.013));
  }
  c.restore();
  // What the bars leave open shows the sky again.
  c.save();
  c.globalCompositeOperation = 'destination-over';
  c.fillStyle = blend(tones.haze, tones.accent, 0.5);
  c.fillRect(x - r, y - r, r * 2, r * 2);
  c.restore();
}
