import type { Context } from '../../brush.ts';
import { glow } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { marble, melt } from './flow.ts';
import type { Ball } from './flow.ts';
import { oils, streams, way } from './oils.ts';

/** Rings of liquid that draw the eye into a bright middle. */
export function tunnel(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.53, y: h * 0.46, colour: tones.light };
  const { key } = stage;
  const around =
    (power: number, scale: number) => (x: number, y: number, out: { u: number; v: number; light: number }) => {
      const [dx, dy] = [x - key.x, y - key.y];
      const d = Math.hypot(dx, dy) / stage.short;
      const angle = Math.atan2(dy, dx) + d * 0.9;
      out.u = Math.cos(angle) * scale + Math.log(d + 0.05) * power;
      out.v = Math.sin(angle) * scale;
      out.light = Math.min(1, 0.12 + Math.exp(-d * 2.7) * 1.3);
    };
  stage.layer('depth', 1, { soft: 0, bloom: 0.9 }, (c) => {
    marble(stage, c, stage.all, { bands: 3 + stage.grand * 2, bend: around(2.2, 0.7) });
    glow(c, key.x, key.y, stage.short * 0.6, tones.light, 0.85);
    stage.lamp(c, { ...key, radius: stage.short * 0.3 * stage.bigger, colour: tones.light, strength: 0.8 });
  });
  stage.layer('far ring', 0.78, {}, (c) => ring(stage, c, 0.34, 0.05, 0));
  stage.thread(0.7, way(stage, [w * 0.51, h * 0.46]));
  stage.layer('ring', 0.5, {}, (c) => ring(stage, c, 0.56, 0.085, 1));
  stage.layer('streams', 0.36, {}, (c) =>
    streams(stage, c, Math.round(stage.by(5, 12)), (t, lane) => {
      const d = stage.short * (0.14 + t * 0.95);
      const angle = lane * Math.PI * 2 + t * 1.3;
      return [key.x + Math.cos(angle) * d, key.y + Math.sin(angle) * d];
    }),
  );
  stage.layer('near ring', 0.1, { soft: 1.5 }, (c) => ring(stage, c, 0.92, 0.15, 2));
}

/** Drops in a circle around the key light that melt into a wreath. */
function ring(stage: VistaStage, c: Context, distance: number, size: number, which: number): void {
  const { key, short } = stage;
  const count = Math.round(9 + distance * 12);
  const balls = Array.from({ length: count }, (_, index): Ball => {
    const angle = ((index + stage.between(-0.3, 0.3)) / count) * Math.PI * 2;
    const d = short * distance * stage.between(0.9, 1.16);
    return {
      x: key.x + Math.cos(angle) * d,
      y: key.y + Math.sin(angle) * d * 0.9,
      r: short * size * stage.between(0.45, 1.1),
    };
  });
  melt(stage, c, balls, { colours: oils(stage)[which]! });
}
