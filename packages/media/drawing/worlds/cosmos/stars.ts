import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';

/** Stars over the whole picture. */
export function starfield(stage: VistaStage, c: Context, count: number): void {
  const { tones } = stage;
  stage.stars(c, stage.all, Math.round(count * stage.by(0.6, 1.25)), [
    tones.glare,
    tones.light,
    tones.haze,
    blend(tones.haze, tones.accent, 0.4),
  ]);
}

/** A star seen from space: a small disc with a cross of light. */
export function sunStar(stage: VistaStage, c: Context, { x, y, r }: { x: number; y: number; r: number }): void {
  const { tones } = stage;
  stage.lamp(c, { x, y, radius: r * 9, colour: tones.light, strength: 0.85 });
  c.save();
  c.globalCompositeOperation = 'screen';
  for (const [angle, length] of [
    [0, 26],
    [Math.PI / 2, 15],
    [0.6, 7],
    [-0.6, 7],
  ] as const) {
    c.save();
    c.translate(x, y);
    c.rotate(angle);
    c.fillStyle = radial(c, 0, 0, r * length, [
      [0, tones.glare, 0.9],
      [0.3, tones.light, 0.3],
      [1, tones.light, 0],
    ]);
    c.fill(
      polygon([
        [-r * length, 0],
        [0, -r * 0.28],
        [r * length, 0],
        [0, r * 0.28],
      ]),
    );
    c.restore();
  }
  c.restore();
  c.fillStyle = tones.glare;
  c.fill(ellipse(x, y, r));
}

/** The thin bright line of air along the lit edge of a great sphere. */
export function edgeOfAir(stage: VistaStage, c: Context, { x, y, r }: { x: number; y: number; r: number }): void {
  const { tones, key } = stage;
  c.save();
  c.globalCompositeOperation = 'screen';
  for (const [wide, strength] of [
    [26, 0.14],
    [11, 0.3],
    [4, 0.6],
    [1.6, 0.95],
  ] as const) {
    c.strokeStyle = radial(c, key.x, y - r, stage.w * 0.62, [
      [0, tones.glare, strength],
      [0.4, tones.light, strength * 0.7],
      [1, tones.main, 0.03],
    ]);
    c.lineWidth = wide;
    c.beginPath();
    c.arc(x, y, r, 0, 7);
    c.stroke();
  }
  c.restore();
}
