import { blend } from '../../colour.ts';
import { fillBox, glow, linear } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { marble, melt } from './flow.ts';
import { oils, streams, way } from './oils.ts';

/** A sea of colour below a disc of light. */
export function shore(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  stage.footing = 'floating';
  const horizon = h * 0.54;
  stage.key = { x: w * 0.62, y: h * 0.34, colour: tones.light };
  const { key } = stage;
  stage.layer('air', 1, { soft: 0 }, (c) => {
    marble(stage, c, stage.all, {
      bands: 2,
      cell: 4.4,
      bend(x, y, out) {
        out.u = x / (w * 0.6);
        out.v = y / (h * 0.16);
        out.light = 0.1 + 0.7 * Math.exp(-(((x - key.x) / (w * 0.34)) ** 2) - ((y - key.y) / (h * 0.3)) ** 2);
      },
    });
    glow(c, key.x, key.y, w * 0.36, tones.light, 0.5);
  });
  stage.layer('disc', 0.9, { bloom: 0.9 }, (c) => {
    const r = stage.short * 0.17 * stage.bigger;
    stage.lamp(c, { ...key, radius: r * 2.8, colour: tones.accent, strength: 0.6 });
    melt(
      stage,
      c,
      [
        { x: key.x, y: key.y, r: r * 0.9 },
        { x: key.x + r * 0.5, y: key.y + r * 0.4, r: r * 0.62 },
        { x: key.x - r * 0.1, y: key.y + r * 1.5, r: r * 0.3 },
      ],
      { colours: [tones.accent, blend(tones.accent, tones.light, 0.6), tones.light, tones.glare] },
    );
  });
  stage.layer('sea', 0.7, { water: [view.x0, horizon, view.x1, h * 0.84] }, (c) => {
    marble(stage, c, [view.x0, horizon, view.x1, view.y1], {
      bands: 3.4 + stage.grand * 1.6,
      bend(x, y, out) {
        const t = (y - horizon) / (h - horizon);
        const z = 1 / (t + 0.12);
        out.u = ((x - w / 2) / w) * z * 1.1;
        out.v = z * 1.3;
        out.light = 0.12 + 0.8 * Math.exp(-(((x - key.x) / (w * (0.1 + t * 0.22))) ** 2)) * (1 - t * 0.5);
      },
    });
    fillBox(
      c,
      [view.x0, horizon, view.x1, horizon + 26],
      linear(
        c,
        [0, horizon, 0, horizon + 26],
        [
          [0, tones.light, 0.55],
          [1, tones.light, 0],
        ],
      ),
    );
  });
  stage.thread(0.5, way(stage, [w * 0.54, h * 0.4]));
  stage.layer('streams', 0.4, {}, (c) =>
    streams(stage, c, Math.round(stage.by(4, 9)), (t, lane) => [
      view.x0 + t * (view.x1 - view.x0),
      h * (0.7 + lane * 0.26) + h * 0.06 * Math.sin(t * 7 + lane * 9),
    ]),
  );
  stage.layer('drops', 0.12, {}, (c) => {
    const [one, two] = oils(stage);
    melt(
      stage,
      c,
      [
        { x: w * 0.02, y: h * 0.98, r: h * 0.16 },
        { x: w * 0.17, y: h * 1.02, r: h * 0.1 },
        { x: w * 0.24, y: h * 0.9, r: h * 0.035 },
      ],
      { colours: one! },
    );
    melt(
      stage,
      c,
      [
        { x: w * 0.98, y: h * 0.06, r: h * 0.13 },
        { x: w * 0.88, y: h * 0.13, r: h * 0.06 },
        { x: w * 1.0, y: h * 0.3, r: h * 0.04 },
      ],
      { colours: two! },
    );
  });
}
