import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { noise } from '../noise.ts';
import { fillBox, glow, linear, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { arc, ball, cast, column, rings, slab, sunBall, tiles } from './solids.ts';

/** Solids on a tiled plain before a huge sun of rings. */
export function plain(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const horizon = h * 0.6;
  const r = short * 0.3 * stage.bigger;
  const sun = { x: w * 0.58, y: horizon - r * 0.42 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, horizon],
        [
          [0, tones.deep],
          [0.42, tones.sky],
          [0.8, blend(tones.sky, tones.haze, 0.6)],
          [1, tones.haze],
        ],
      ),
    );
    const steps = Math.round(stage.by(4, 8));
    for (let step = steps; step > 0; step--) {
      c.fillStyle = alpha(step % 2 ? tones.main : tones.haze, 0.1);
      c.fill(ellipse(sun.x, sun.y, r * (1 + step * 0.27)));
    }
    glow(c, sun.x, sun.y, w * 0.5, tones.light, 0.35);
    stage.lamp(c, { ...sun, radius: r * 2, colour: tones.light, strength: 0.4 });
    rings(c, sun.x, sun.y, [
      [r, tones.main],
      [r * 0.84, tones.accent],
      [r * 0.66, blend(tones.accent, tones.light, 0.6)],
      [r * 0.46, tones.light],
      [r * 0.26, tones.glare],
    ]);
  });
  stage.layer('arcs', 0.93, { bloom: 0 }, (c) => {
    arc(c, w * 0.1, h * 0.1, short * 0.62, 0, 1.5, alpha(tones.light, 0.6), 2);
    arc(c, w * 0.1, h * 0.1, short * 0.5, 0.1, 1.2, alpha(tones.accent, 0.8), 9);
    arc(c, w * 0.1, h * 0.1, short * 0.42, 0.3, 1.5, alpha(tones.main, 0.7), 3);
    for (const [x, y, size] of [
      [0.14, 0.15, 0.05],
      [0.9, 0.14, 0.034],
      [0.82, 0.26, 0.014],
    ] as const)
      ball(stage, c, { x: w * x, y: h * y, r: short * size * stage.bigger, colour: blend(tones.main, tones.sky, 0.2) });
    c.strokeStyle = alpha(tones.light, 0.5);
    c.lineWidth = 1.4;
    c.beginPath();
    c.moveTo(view.x0, h * 0.42);
    c.lineTo(view.x1, h * 0.02);
    c.stroke();
  });
  stage.layer('plain', 0.8, { bloom: 0 }, (c) => {
    tiles(stage, c, {
      horizon,
      tile: 90,
      dark: blend(tones.deep, tones.sky, 0.3),
      bright: blend(tones.sky, tones.haze, 0.45),
    });
  });
  stage.layer('far solids', 0.7, { bloom: 0 }, (c) => {
    for (const [x, tall, half, kind] of [
      [0.05, 0.2, 0.03, 0],
      [0.14, 0.1, 0.06, 1],
      [0.3, 0.16, 0.02, 2],
      [0.88, 0.24, 0.03, 2],
      [0.97, 0.12, 0.07, 1],
      [0.79, 0.08, 0.04, 1],
    ] as const) {
      const at = {
        x: w * x,
        foot: horizon + h * 0.03,
        tall: h * tall,
        half: short * half,
        colour: tones.far(kind === 1 ? tones.accent : tones.main, 0.4),
      };
      cast(stage, c, { x: at.x, y: at.foot, half: at.half * 0.9, length: h * 0.3 });
      if (kind === 0) slab(stage, c, at);
      else column(stage, c, { ...at, top: kind === 1 ? 0 : at.half });
    }
  });
  stage.layer('solids', 0.46, { bloom: 0 }, (c) => {
    const tower = { x: w * stage.between(0.15, 0.24), y: h * 0.76 };
    cast(stage, c, { ...tower, half: short * 0.055, length: h * 0.7 });
    slab(stage, c, {
      x: tower.x,
      foot: tower.y,
      tall: h * 0.5 * stage.bigger,
      half: short * 0.075,
      colour: tones.main,
    });
    const cone = { x: w * stage.between(0.3, 0.37), y: h * 0.8 };
    cast(stage, c, { ...cone, half: short * 0.07, length: h * 0.4 });
    column(stage, c, { x: cone.x, foot: cone.y, tall: h * 0.21, half: short * 0.085, top: 0, colour: tones.accent });
    const post = { x: w * stage.between(0.79, 0.88), y: h * stage.between(0.73, 0.77) };
    cast(stage, c, { ...post, half: short * 0.045, length: h * 0.5 });
    column(stage, c, {
      x: post.x,
      foot: post.y,
      tall: h * 0.34,
      half: short * 0.045,
      colour: blend(tones.sky, tones.haze, 0.5),
    });
    ball(stage, c, {
      x: post.x,
      y: post.y - h * 0.34 - short * 0.07,
      r: short * 0.085 * stage.bigger,
      colour: tones.main,
    });
  });
  stage.thread(0.35, {
    air: [
      [w * 0.1, h * 0.4, h * 0.12],
      [w * 0.62, h * 0.24, h * 0.14],
    ],
    ground: [
      [w * 0.38, h * 0.96, h * 0.22],
      [w * 0.56, h * 0.7, h * 0.12],
    ],
    road: [
      [w * 0.36, h * 1.12, 20],
      [w * 0.46, h * 0.9, 10],
      [w * 0.55, h * 0.76, 5],
      [w * 0.58, h * 0.66, 2],
      [w * 0.58, h * 0.605, 0.8],
    ],
  });
  stage.layer('near', 0.08, { bloom: 0 }, (c) => {
    const one = { x: w * 0.98, y: h * 0.9, r: short * 0.2 * stage.bigger };
    cast(stage, c, { x: one.x, y: one.y + one.r * 0.9, half: one.r * 0.8, length: h * 0.4 });
    ball(stage, c, { ...one, colour: blend(tones.sky, tones.deep, 0.2) });
    const small = { x: w * 0.08, y: h * 0.95, r: short * 0.06 };
    cast(stage, c, { x: small.x, y: small.y + small.r * 0.9, half: small.r * 0.8, length: h * 0.3 });
    ball(stage, c, { ...small, colour: tones.accent });
  });
}

/** A walk through arch after arch towards a shining sphere. */
export function arcade(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const eye = { x: w * 0.5, y: h * 0.56 };
  const sun = { x: eye.x, y: h * 0.47 };
  stage.key = { ...sun, colour: tones.light };
  const foot = (s: number) => eye.y + h * 0.36 * s;
  stage.layer('end', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, eye.y],
        [
          [0, blend(tones.sky, tones.haze, 0.25)],
          [1, blend(tones.haze, tones.light, 0.6)],
        ],
      ),
    );
    tiles(stage, c, {
      horizon: eye.y,
      tile: 64,
      dark: blend(tones.deep, tones.main, 0.3),
      bright: blend(tones.haze, tones.accent, 0.3),
    });
    for (let ring = Math.round(stage.by(1, 5)); ring > 0; ring--)
      arc(c, sun.x, sun.y, short * (0.1 + ring * 0.035) * stage.bigger, 0, 7, alpha(tones.accent, 0.7 - ring * 0.1), 2);
    sunBall(stage, c, { ...sun, r: short * stage.by(0.054, 0.08) * stage.bigger });
    arc(c, sun.x, sun.y, short * 0.11 * stage.bigger, 0, 7, alpha(tones.main, 0.8), 3);
  });
  const painted = stage.random() < 0.5 ? [tones.accent, tones.main] : [tones.main, tones.accent];
  const walls = [
    { s: 0.3, depth: 0.88, colour: painted[0]! },
    { s: 0.47, depth: 0.74, colour: painted[1]! },
    { s: 0.74, depth: 0.56, colour: blend(tones.sky, tones.main, 0.12) },
    { s: 1.14, depth: 0.34, colour: blend(tones.main, tones.deep, 0.25) },
    { s: 1.74, depth: 0.1, colour: blend(tones.deep, tones.sky, 0.45) },
  ];
  const half = (s: number) => Math.min(w * 0.27, h * 0.4) * s;
  walls.forEach(({ s, depth, colour }, index) => {
    if (index === 3) {
      stage.thread(0.45, {
        air: [
          [w * 0.36, h * 0.42, h * 0.13],
          [w * 0.56, h * 0.3, h * 0.09],
        ],
        ground: [
          [w * 0.45, h * 0.95, h * 0.24],
          [w * 0.5, h * 0.72, h * 0.13],
        ],
        road: [
          [w * 0.47, h * 1.14, 26],
          [w * 0.49, h * 0.9, 13],
          [w * 0.5, h * 0.73, 6],
          [w * 0.5, h * 0.63, 2.4],
          [w * 0.5, h * 0.575, 0.8],
        ],
      });
    }
    stage.layer(`arch ${index + 1}`, depth, { bloom: 0.3 }, (c) => {
      const [rx, spring, ground] = [half(s), eye.y - h * 0.26 * s, foot(s)];
      const opening = (path: Path2D, grow: number) => {
        path.moveTo(eye.x - rx * grow, ground + (grow - 1) * 40);
        path.lineTo(eye.x - rx * grow, spring);
        path.arc(eye.x, spring, rx * grow, Math.PI, 0);
        path.lineTo(eye.x + rx * grow, ground + (grow - 1) * 40);
        return path;
      };
      const dim = index / (walls.length - 1);
      const face = blend(colour, tones.deep, dim * 0.42);
      const wall = opening(new Path2D(), 1.14);
      wall.rect(view.x0 - 5, view.y0 - 5, view.x1 - view.x0 + 10, ground - view.y0 + 5);
      c.fillStyle = radial(c, sun.x, sun.y, w * 0.75, [
        [0, blend(face, tones.light, 0.5 - dim * 0.3)],
        [0.4, face],
        [1, blend(face, tones.ink, 0.7)],
      ]);
      c.fill(wall, 'evenodd');
      // The thickness of the wall, lit from the end.
      const inner = opening(opening(new Path2D(), 1.14), 1);
      c.fillStyle = linear(
        c,
        [eye.x - rx, 0, eye.x + rx, 0],
        [
          [0, blend(colour, tones.light, 0.72 - dim * 0.25)],
          [0.5, blend(colour, tones.deep, 0.35)],
          [1, blend(colour, tones.light, 0.5 - dim * 0.25)],
        ],
      );
      c.fill(inner, 'evenodd');
      c.strokeStyle = alpha(tones.light, 0.75 - dim * 0.35);
      c.lineWidth = 1.2 + s;
      c.stroke(opening(new Path2D(), 1));
      if (index === 1 || index === 3) {
        const r = short * 0.05 * s * 1.2;
        for (const side of [-1, 1])
          ball(stage, c, {
            x: eye.x + side * rx * 1.5,
            y: ground - r - 2,
            r,
            colour: stage.choose([tones.sky, tones.accent, tones.main]),
          });
      }
      if (index === 2) {
        for (const side of [-1, 1])
          column(stage, c, {
            x: eye.x + side * rx * 1.42,
            foot: ground,
            tall: h * 0.34,
            half: short * 0.028,
            colour: tones.accent,
          });
      }
    });
  });
}

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
