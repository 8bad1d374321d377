import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, spline } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { fillBox, linear, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { marble, melt } from './flow.ts';
import type { Ball } from './flow.ts';
import { oils, way } from './oils.ts';

/** It runs off: dark, a last pool of light, threads that drip. */
export function ebb(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.58, y: h * 0.78, colour: tones.light };
  const { key } = stage;
  stage.layer('dark', 1, { soft: 0 }, (c) => {
    marble(stage, c, stage.all, {
      bands: 1.8,
      cell: 4.4,
      bend(x, y, out) {
        out.u = x / (w * 0.2);
        out.v = y / (h * 1.3);
        out.light = 0.7 * Math.exp(-(((x - key.x) / (w * 0.3)) ** 2) - ((y - key.y) / (h * 0.34)) ** 2);
      },
    });
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, h],
        [
          [0, tones.ink, 0.5],
          [0.6, tones.ink, 0.1],
          [1, tones.ink, 0.4],
        ],
      ),
    );
  });
  stage.layer('pool', 0.82, { bloom: 0.9 }, (c) => {
    c.save();
    c.translate(key.x, key.y);
    c.scale(1, 0.24);
    for (let wave = 7; wave > 0; wave--) {
      const r = w * 0.045 * wave * stage.bigger;
      c.fillStyle = radial(c, 0, 0, r, [
        [0, wave < 3 ? tones.glare : tones.accent, 0.5],
        [0.86, blend(tones.accent, tones.main, wave / 7), 0.26],
        [0.95, tones.light, 0.7],
        [1, tones.light, 0],
      ]);
      c.fillRect(-r, -r, r * 2, r * 2);
    }
    c.restore();
    stage.lamp(c, { ...key, radius: w * 0.16, colour: tones.light, strength: 0.7 });
  });
  const drips = (
    c: Context,
    colours: readonly string[],
    count: number,
    wide: readonly [number, number],
    long: readonly [number, number],
  ) => {
    for (let drip = 0; drip < count; drip++) {
      const x = ((drip + stage.between(0.15, 0.85)) / count) * w;
      const [half, end] = [stage.between(...wide), h * stage.between(...long) * (0.45 + Math.abs(x / w - 0.58))];
      c.fillStyle = linear(
        c,
        [x - half, 0, x + half, 0],
        [
          [0, colours[0]!],
          [0.4, colours[1]!],
          [0.7, colours[2]!],
          [1, colours[0]!],
        ],
      );
      const neck = half * 0.3;
      c.fill(
        spline(
          [
            [x - half * 2.4, view.y0 - 8],
            [x - half * 0.8, view.y0 + half * 2.4],
            [x - neck, end * 0.55],
            [x - neck, end - half * 3],
            [x - half, end - half * 0.4],
            [x, end + half * 0.7],
            [x + half, end - half * 0.4],
            [x + neck, end - half * 3],
            [x + neck, end * 0.55],
            [x + half * 0.8, view.y0 + half * 2.4],
            [x + half * 2.4, view.y0 - 8],
          ],
          0.9,
        ),
      );
      c.fill(ellipse(x, end + half * stage.between(4, 10), half * 0.4, half * 0.55));
      c.fillStyle = alpha(tones.glare, 0.8);
      c.fill(ellipse(x - half * 0.36, end - half * 0.5, half * 0.16, half * 0.3));
    }
  };
  const [one, two] = oils(stage);
  stage.layer('far drips', 0.66, {}, (c) => drips(c, two!, Math.round(stage.by(4, 9)), [4, 8], [0.3, 0.8]));
  stage.thread(0.5, {
    ...way(stage, [key.x - w * 0.02, h * 0.62]),
    air: [
      [w * 0.3, h * 0.36, h * 0.14],
      [key.x, h * 0.66, h * 0.08],
    ],
  });
  stage.layer('drips', 0.34, {}, (c) => drips(c, one!, Math.round(stage.by(3, 6)), [9, 17], [0.4, 0.95]));
  stage.layer('edge', 0.08, { soft: 1.5 }, (c) => {
    const ball = (x: number, y: number, r: number): Ball => ({
      x: w * x,
      y: h * y,
      r: h * r * (0.9 + 0.2 * fbm(x * 9, y, 2)),
    });
    melt(
      stage,
      c,
      [
        ball(-0.03, -0.02, 0.2),
        ball(0.09, -0.06, 0.14),
        ball(0.93, -0.07, 0.16),
        ball(1.03, 0.03, 0.2),
        ball(0.82, -0.09, 0.1),
      ],
      { colours: [tones.ink, tones.deep, blend(tones.deep, tones.accent, 0.4)] },
    );
  });
}
