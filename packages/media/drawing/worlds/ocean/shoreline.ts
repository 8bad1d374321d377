import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, polygon, spline } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { fillBox, linear } from '../paint.ts';
import { clouds, disc } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { sea } from './sea.ts';

/** Leaving: wet sand that mirrors the last light, footprints, foam that runs out. */
export function shoreline(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.4;
  const moon = { x: w * 0.66, y: h * 0.17 };
  stage.key = { ...moon, colour: tones.light };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, horizon],
        [
          [0, blend(tones.deep, tones.ink, 0.2)],
          [0.5, blend(tones.deep, tones.sky, 0.8)],
          [0.85, blend(tones.sky, tones.haze, 0.7)],
          [1, blend(tones.haze, tones.accent, 0.5)],
        ],
      ),
    );
    stage.stars(c, [view.x0, view.y0, view.x1, h * 0.24], 130, [tones.light, tones.glare, tones.haze]);
    disc(stage, c, { ...moon, r: stage.short * 0.05 * stage.bigger });
    clouds(stage, c, [view.x0, h * 0.14, view.x1, horizon], {
      size: [420, 32],
      cover: 0.4,
      shade: tones.sky,
      lit: blend(tones.haze, tones.accent, 0.5),
      strength: 0.75,
    });
  });
  stage.layer('sea', 0.8, { water: [view.x0, horizon, view.x1, h * 0.56] }, (c) => {
    sea(stage, c, { from: horizon, to: h * 0.62, horizon, rough: 0.25 + stage.tense * 0.4 });
    c.fillStyle = tones.far(tones.deep, 0.2);
    c.fill(
      spline(
        [
          [view.x0, horizon + 1],
          [w * 0.02, horizon - h * 0.03],
          [w * 0.12, horizon - h * 0.05],
          [w * 0.22, horizon - h * 0.02],
          [w * 0.3, horizon + 1],
        ],
        0.8,
      ),
    );
  });
  const edge = (x: number, at: number) =>
    h * at + h * 0.03 * Math.sin((x / w) * 4.5 + at * 20) + h * 0.016 * (fbm(x / 60, at * 30, 3) - 0.5);
  stage.layer('sand', 0.5, { water: [view.x0, h * 0.56, view.x1, h * 0.8] }, (c) => {
    const shore = polygon([...strip(stage, (x) => edge(x, 0.565)), [view.x1, view.y1], [view.x0, view.y1]]);
    c.fillStyle = linear(
      c,
      [0, h * 0.55, 0, view.y1],
      [
        [0, blend(tones.haze, tones.sky, 0.35)],
        [0.3, blend(tones.deep, tones.haze, 0.42)],
        [1, blend(tones.ink, tones.deep, 0.8)],
      ],
    );
    c.fill(shore);
    c.save();
    c.clip(shore);
    stage.reflect(c, h * 0.56, { strength: 0.55, smear: 14, ripple: 3 });
    fillBox(
      c,
      [view.x0, h * 0.55, view.x1, view.y1],
      linear(
        c,
        [0, h * 0.6, 0, h],
        [
          [0, tones.deep, 0],
          [1, tones.ink, 0.74],
        ],
      ),
    );
    c.restore();
    for (const at of [0.56, 0.6, 0.66, 0.73]) foamLine(stage, c, (x) => edge(x, at), at);
  });
  stage.thread(0.4, {
    air: [
      [w * 0.2, h * 0.46, h * 0.13],
      [w * 0.6, h * 0.2, h * 0.08],
    ],
    ground: [
      [w * 0.34, h * 0.92, h * 0.26],
      [w * 0.54, h * 0.66, h * 0.13],
    ],
    road: [
      [w * 0.3, h * 1.14, 14],
      [w * 0.42, h * 0.84, 7],
      [w * 0.56, h * 0.62, 3.4],
      [w * 0.64, h * 0.48, 1.6],
      [w * 0.66, horizon + 2, 0.8],
    ],
    isAfloat: stage.spec.thread.kind === 'boat',
  });
  stage.layer('prints', 0.3, {}, (c) => {
    for (let step = 0; step < 15; step++) {
      const t = step / 14;
      const [x, y] = [w * (0.2 + 0.27 * t ** 0.8) + (step % 2 ? 1 : -1) * 17 * (1 - t), h * (1.0 - 0.26 * t ** 0.8)];
      const size = 15 * (1 - t * 0.72);
      c.fillStyle = alpha(tones.ink, 0.6);
      c.fill(ellipse(x, y, size * 0.55, size * 0.34, -0.4));
      c.fillStyle = alpha(tones.light, 0.32);
      c.fill(ellipse(x + size * 0.1, y + size * 0.28, size * 0.5, size * 0.1, -0.2));
    }
  });
  stage.layer('dune', 0.1, { sway: { anchorY: h * 1.02, amount: 6, seconds: 5 } }, (c) => {
    const crest = (x: number) => h * (1.02 - 0.2 * Math.exp(-(((x - w * 1.02) / (w * 0.24)) ** 2)));
    c.fillStyle = linear(
      c,
      [0, h * 0.8, 0, h],
      [
        [0, blend(tones.deep, tones.ink, 0.3)],
        [1, tones.ink],
      ],
    );
    c.fill(polygon([...strip(stage, crest), [view.x1, view.y1], [view.x0, view.y1]]));
    for (let blade = 0; blade < 90; blade++) {
      const x = w * (0.7 + 0.36 * stage.random() ** 0.6);
      const tall = h * stage.between(0.06, 0.22);
      c.strokeStyle = blend(tones.ink, tones.haze, 0.22 * stage.random());
      c.lineWidth = stage.between(1, 2.4);
      c.beginPath();
      c.moveTo(x, crest(x) + 6);
      c.quadraticCurveTo(x - 4, crest(x) - tall * 0.6, x - tall * stage.between(0.1, 0.7), crest(x) - tall);
      c.stroke();
    }
  });
}

function strip({ view }: VistaStage, y: (x: number) => number): [number, number][] {
  const points: [number, number][] = [];
  for (let x = view.x0; x <= view.x1 + 8; x += 8) points.push([x, y(x)]);
  return points;
}

function foamLine(stage: VistaStage, c: Context, y: (x: number) => number, near: number): void {
  const { tones, view } = stage;
  const thick = (near - 0.5) * 26;
  const points = strip(stage, y);
  c.strokeStyle = alpha(tones.ink, 0.22);
  c.lineWidth = thick * 1.8;
  c.stroke(curve(points.map(([x, py]): [number, number] => [x, py + thick])));
  c.strokeStyle = alpha(tones.glare, 0.62);
  c.lineWidth = Math.max(1, thick * 0.5);
  c.stroke(curve(points));
  for (let bubble = 0; bubble < 240; bubble++) {
    const x = stage.between(view.x0, view.x1);
    c.fillStyle = alpha(tones.glare, 0.2 + 0.4 * stage.random());
    c.fill(
      ellipse(
        x,
        y(x) - stage.random() ** 2 * thick * 3,
        stage.between(0.5, 2.4) * (near * 1.3),
        stage.between(0.4, 1.1),
      ),
    );
  }
}
