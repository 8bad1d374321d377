import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import { noise } from '../noise.ts';
import { fillBox, linear, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { arc } from './solids.ts';

/** Striped ground that swells like the sea under a sickle moon; a lit doorway far out. */
export function waves(stage: VistaStage): void {
  const { tones, w, h, view, short, tense } = stage;
  const moon = { x: w * 0.72, y: h * 0.26, r: short * 0.13 * stage.bigger };
  stage.key = { x: moon.x, y: moon.y, colour: tones.light };
  const horizon = h * 0.5;
  stage.layer('sky', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, horizon],
        [
          [0, tones.ink],
          [0.55, tones.deep],
          [1, blend(tones.sky, tones.main, 0.3)],
        ],
      ),
    );
    for (let line = 0; line < 9; line++) {
      const y = horizon - 4 - line ** 1.75 * 6.4;
      c.fillStyle = alpha(blend(tones.main, tones.sky, line / 10), 0.5 - line * 0.045);
      c.fillRect(view.x0, y - 4 + line * 0.3, view.x1 - view.x0, 4 - line * 0.3);
    }
  });
  stage.layer('moon', 0.95, { bloom: 0.8 }, (c) => {
    stage.lamp(c, { x: moon.x, y: moon.y, radius: moon.r * 4, colour: tones.light, strength: 0.4 });
    arc(c, moon.x, moon.y, moon.r * 1.5, 0, 7, alpha(tones.accent, 0.5), 1.5);
    arc(c, moon.x, moon.y, moon.r * 1.95, 2, 5.4, alpha(tones.light, 0.4), 1.2);
    const sickle = new Path2D();
    sickle.arc(moon.x, moon.y, moon.r, 0.5, 0.5 + Math.PI, false);
    sickle.arc(moon.x + moon.r * 0.24, moon.y - moon.r * 0.42, moon.r * 1.11, Math.PI + 0.05, 0.92, true);
    c.fillStyle = tones.glare;
    c.fill(sickle);
    stage.stars(c, [view.x0, view.y0, view.x1, horizon * 0.8], 60, [tones.light, tones.haze]);
  });
  const offset = stage.between(0, 60);
  const rise = (x: number, t: number) =>
    h * (0.1 + tense * 0.08) * noise((x / w) * 3.1 + offset, t * 3.2 + offset) ** 2 * (0.5 + t * 1.6) * stage.bigger;
  const at = (x: number, t: number) => horizon + h * 0.03 + h * 0.62 * t ** 1.7 - rise(x, t);
  const band = (c: Context, from: number, to: number, bands: number) => {
    for (let index = Math.round(from * bands); index < Math.round(to * bands); index++) {
      const t = index / bands;
      const path = new Path2D();
      path.moveTo(view.x0, view.y1);
      for (let x = view.x0; x <= view.x1 + 6; x += 6) path.lineTo(x, at(x, t));
      path.lineTo(view.x1 + 6, view.y1);
      path.closePath();
      const near = t ** 0.8;
      const [a, b] =
        index % 2
          ? [blend(tones.haze, tones.light, 0.3), blend(tones.main, tones.haze, 0.2 + near * 0.3)]
          : [blend(tones.deep, tones.sky, 0.5 - near * 0.4), tones.ink];
      c.fillStyle = radial(c, moon.x, horizon, w * 0.86, [
        [0, blend(a, index % 2 ? tones.glare : tones.main, 0.4 * (1 - near))],
        [0.5, a],
        [1, blend(a, b, 0.9)],
      ]);
      c.fill(path);
    }
  };
  stage.layer('far waves', 0.85, { bloom: 0 }, (c) => band(c, 0, 0.42, 42));
  stage.layer('door', 0.7, { bloom: 0.8 }, (c) => {
    const [x, tall] = [w * 0.72, h * 0.17];
    const y = at(x, 0.36) + h * 0.02;
    c.fillStyle = tones.ink;
    c.fillRect(x - tall * 0.34, y - tall * 1.14, tall * 0.68, tall * 1.14);
    c.fillStyle = linear(
      c,
      [0, y - tall, 0, y],
      [
        [0, tones.glare],
        [1, tones.light],
      ],
    );
    c.fillRect(x - tall * 0.2, y - tall, tall * 0.4, tall);
    stage.lamp(c, { x, y: y - tall / 2, radius: tall * 1.7, colour: tones.light, strength: 0.75 });
    c.fillStyle = linear(
      c,
      [0, y, 0, y + h * 0.2],
      [
        [0, tones.light, 0.6],
        [1, tones.light, 0],
      ],
    );
    c.fill(
      polygon([
        [x - tall * 0.2, y],
        [x + tall * 0.2, y],
        [x + tall * 0.5, y + h * 0.2],
        [x - tall * 0.7, y + h * 0.2],
      ]),
    );
  });
  stage.layer('waves', 0.5, { bloom: 0 }, (c) => band(c, 0.42, 0.72, 42));
  stage.thread(0.44, {
    air: [
      [w * 0.12, h * 0.5, h * 0.12],
      [w * 0.6, h * 0.3, h * 0.1],
    ],
    ground: [
      [w * 0.24, h * 0.86, h * 0.22],
      [w * 0.62, h * 0.74, h * 0.12],
    ],
    road: [
      [w * 0.18, h * 1.12, 16],
      [w * 0.34, h * 0.86, 8],
      [w * 0.58, h * 0.74, 4],
      [w * 0.7, h * 0.62, 2],
      [w * 0.72, h * 0.56, 1],
    ],
    surface: (x) => at(x, 0.7),
  });
  stage.layer('near waves', 0.14, { bloom: 0 }, (c) => band(c, 0.72, 1.1, 42));
}
