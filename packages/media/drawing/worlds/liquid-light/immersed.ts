import type { VistaStage } from '../vista-stage.ts';
import { marble, melt } from './flow.ts';
import { oils, scatter, way } from './oils.ts';

/** In the middle of it: slow round masses before and behind. */
export function immersed(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.5, y: h * 0.16, colour: tones.light };
  const { key } = stage;
  const bend = (x: number, y: number, out: { u: number; v: number; light: number }) => {
    out.u = x / (w * 0.34);
    out.v = y / (h * 0.7);
    out.light = Math.min(1, 0.14 + 0.9 * Math.exp(-Math.hypot(x - key.x, y - key.y) / (h * 0.5)));
  };
  stage.layer('liquid', 1, { soft: 0 }, (c) => {
    marble(stage, c, stage.all, { bands: 2.6, bend, cell: 4 });
    stage.lamp(c, { ...key, radius: w * 0.3, colour: tones.light, strength: 0.7 });
  });
  stage.layer('veil', 0.84, {}, (c) =>
    marble(stage, c, stage.all, { bands: 3.4 + stage.grand, bend, veil: 0.5, cell: 4 }),
  );
  const [one, two, three] = oils(stage);
  stage.layer('far drops', 0.66, {}, (c) =>
    melt(stage, c, scatter(stage, Math.round(stage.by(7, 14)), [22, 60], 0.1), { colours: three! }),
  );
  stage.thread(0.5, way(stage, [w * 0.52, h * 0.4]));
  stage.layer('drops', 0.38, {}, (c) =>
    melt(stage, c, scatter(stage, Math.round(stage.by(6, 11)), [34, 84], 0.42), { colours: two! }),
  );
  stage.layer('near drops', 0.1, {}, (c) =>
    melt(
      stage,
      c,
      [
        { x: w * -0.02, y: h * 0.2, r: h * 0.2 },
        { x: w * 0.06, y: h * 0.48, r: h * 0.1 },
        { x: w * 1.02, y: h * 0.74, r: h * 0.24 },
        { x: w * 0.86, y: h * 0.98, r: h * 0.15 },
        { x: w * 0.78, y: h * 0.88, r: h * 0.045 },
      ],
      { colours: one! },
    ),
  );
}
