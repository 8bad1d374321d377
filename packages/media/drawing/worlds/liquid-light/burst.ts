import { glow, shafts } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { marble, melt } from './flow.ts';
import type { Ball } from './flow.ts';
import { oils, streams, way } from './oils.ts';

/** The climax: everything streams out of one blinding middle. */
export function burst(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.5, y: h * 0.48, colour: tones.light };
  const { key, short } = stage;
  stage.layer('explosion', 1, { soft: 0, bloom: 1 }, (c) => {
    marble(stage, c, stage.all, {
      bands: 3.6 + stage.grand * 2.4,
      bend(x, y, out) {
        const [dx, dy] = [x - key.x, y - key.y];
        const d = Math.hypot(dx, dy) / short;
        const angle = Math.atan2(dy, dx);
        out.u = Math.cos(angle) * 2.3 + Math.sin(angle * 3) * 0.3;
        out.v = Math.sin(angle) * 2.3 + d * 0.7;
        out.light = Math.min(1, 0.2 + Math.exp(-d * 2.1) * 1.2);
      },
    });
    const wedges = Array.from({ length: 30 }, (_, index) => ({
      angle: (index / 30) * Math.PI * 2 + stage.between(-0.08, 0.08),
      width: stage.between(0.01, 0.05),
      length: w * stage.between(0.3, 0.75),
      strength: stage.between(0.2, 0.7),
    }));
    shafts(c, stage.all, { ...key, colour: tones.light, strength: stage.by(0.3, 0.85) }, wedges);
    glow(c, key.x, key.y, short * 0.75 * stage.bigger, tones.glare, 0.95);
    stage.lamp(c, { ...key, radius: short * 0.42 * stage.bigger, colour: tones.light, strength: 0.9 });
  });
  const [one, two, three] = oils(stage);
  const splash = (count: number, from: number, to: number, size: readonly [number, number]): Ball[] =>
    Array.from({ length: count }, (_, index) => {
      const angle = ((index + stage.between(-0.4, 0.4)) / count) * Math.PI * 2;
      const d = short * stage.between(from, to);
      return {
        x: key.x + Math.cos(angle) * d * 1.25,
        y: key.y + Math.sin(angle) * d,
        r: stage.between(...size) * stage.bigger,
      };
    });
  stage.layer('far splash', 0.76, {}, (c) =>
    melt(stage, c, splash(Math.round(stage.by(16, 34)), 0.3, 0.52, [5, 16]), { colours: three! }),
  );
  stage.thread(0.6, way(stage, [w * 0.49, h * 0.42]));
  stage.layer('splash', 0.44, {}, (c) => {
    melt(stage, c, splash(Math.round(stage.by(12, 26)), 0.46, 0.72, [12, 36]), { colours: two! });
    streams(stage, c, Math.round(stage.by(8, 20)), (t, lane) => {
      const angle = lane * Math.PI * 2 + 0.3 * Math.sin(t * 4 + lane * 20);
      const d = short * (0.16 + t * 0.9);
      return [key.x + Math.cos(angle) * d * 1.2, key.y + Math.sin(angle) * d];
    });
  });
  stage.layer('near splash', 0.1, { soft: 1.4 }, (c) =>
    melt(stage, c, splash(13, 0.76, 1.05, [22, 74]), { colours: one! }),
  );
}
