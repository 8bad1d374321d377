import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, polygon, spline } from '../../paths.ts';
import { fbm, ridged, smooth } from '../noise.ts';
import { field, fillBox, glow, linear } from '../paint.ts';
import type { Stop } from '../paint.ts';
import { clouds, disc, sky } from '../scenery.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { sea } from './sea.ts';

function evening({ tones }: VistaStage): Stop[] {
  return [
    [0, blend(tones.deep, tones.sky, 0.55)],
    [0.45, tones.sky],
    [0.8, tones.haze],
    [1, blend(tones.haze, blend(tones.light, tones.accent, 0.4), 0.75)],
  ];
}

/** The open sea: a low sun, towers of cloud, its path on the water. */
export function openSea(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.58;
  const sun = { x: w * 0.4, y: horizon - h * (0.05 + 0.05 * stage.grand) };
  stage.key = { ...sun, colour: tones.light };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, horizon, evening(stage));
    glow(c, sun.x, horizon, w * 0.5, tones.accent, 0.45);
    disc(stage, c, { ...sun, r: stage.short * 0.085 * stage.bigger });
  });
  stage.layer('clouds', 0.92, {}, (c) => {
    towers(stage, c, horizon);
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.36], {
      size: [360, 44],
      cover: 0.4 + stage.tense * 0.2,
      shade: blend(tones.sky, tones.deep, 0.25),
      lit: blend(tones.accent, tones.light, 0.5),
      strength: 0.85,
    });
  });
  stage.layer('far sea', 0.78, { water: [view.x0, horizon, view.x1, h * 0.8] }, (c) => {
    sea(stage, c, { from: horizon, to: h * 0.98, horizon, rough: 0.2 + stage.tense * 0.5 });
    stacks(stage, c, horizon);
  });
  stage.thread(0.5, {
    air: [
      [w * 0.16, h * 0.5, h * 0.1],
      [w * 0.66, h * 0.22, h * 0.13],
    ],
    ground: [
      [w * 0.16, h * 0.78, h * 0.2],
      [w * 0.56, h * 0.68, h * 0.14],
    ],
    road: [
      [w * 0.2, h * 1.14, 16],
      [w * 0.3, h * 0.88, 8],
      [w * 0.37, h * 0.72, 4],
      [w * 0.395, h * 0.63, 2],
      [w * 0.4, horizon + 2, 1],
    ],
    isAfloat: true,
  });
  stage.layer('near sea', 0.2, {}, (c) => swellLine(stage, c, h * 0.85, 0.3 + stage.tense * 0.6));
}

/** Cumulus that stand on the horizon. */
function towers(stage: VistaStage, c: Context, horizon: number): void {
  const { tones, w, h, key, view } = stage;
  const offset = stage.between(0, 90);
  const tone = ramp(
    [
      blend(tones.sky, tones.deep, 0.2),
      blend(tones.sky, tones.haze, 0.6),
      tones.haze,
      blend(tones.accent, tones.light, 0.55),
      tones.glare,
    ],
    64,
  );
  const top = (x: number) =>
    horizon -
    h *
      (0.06 +
        0.34 *
          smooth(0.42, 0.82, fbm(x / (w * 0.16) + offset, 2, 3)) *
          (0.5 + (0.5 * Math.abs(x - key.x)) / (w * 0.4)) +
        0.03 * Math.exp(-(((x - key.x) / (w * 0.1)) ** 2)));
  field(c, [view.x0, horizon - h * 0.46, view.x1, horizon], 3.2, (x, y, out) => {
    const puff = fbm(x / 58 + offset, y / 46, 4);
    const deep = (y - top(x)) / 60 + (puff - 0.5) * 1.7;
    const body = smooth(0, 0.5, deep);
    if (body <= 0.004) {
      out[3] = 0;
      return;
    }
    const side = Math.sign(key.x - x) || 1;
    const lean = (puff - fbm((x + side * 14) / 58 + offset, (y - 9) / 46, 3)) * 2;
    const near = Math.exp(-Math.abs(x - key.x) / (w * 0.3));
    const light = Math.max(0, Math.min(1, 0.42 + lean + near * 0.3 - Math.max(0, deep - 0.3) * 0.05));
    const part = tone[(light * 63) | 0]!;
    out[0] = part[0];
    out[1] = part[1];
    out[2] = part[2];
    out[3] = 255 * body * (0.95 - 0.5 * smooth(horizon - h * 0.09, horizon, y));
  });
}

function stacks(stage: VistaStage, c: Context, horizon: number): void {
  const { tones, w, h } = stage;
  for (const [x, tall, wide, fade] of [
    [0.79, 0.1, 0.05, 0.4],
    [0.86, 0.2, 0.075, 0.22],
    [0.93, 0.13, 0.06, 0.3],
  ] as const) {
    const foot = horizon + h * 0.012 * (1 - fade) * 4;
    const at = (dx: number, dy: number): [number, number] => [w * (x + dx * wide), foot - h * tall * dy];
    c.fillStyle = linear(
      c,
      [w * (x - wide / 2), 0, w * (x + wide / 2), 0],
      [
        [0, tones.far(blend(tones.main, tones.light, 0.3), fade)],
        [0.3, tones.far(blend(tones.deep, tones.main, 0.3), fade)],
        [1, tones.far(tones.deep, fade)],
      ],
    );
    c.fill(
      polygon([
        at(-0.56, 0),
        at(-0.4, 0.34),
        at(-0.44, 0.6),
        at(-0.26, 0.78),
        at(-0.2, 1),
        at(0.06, 0.96),
        at(0.16, 0.8),
        at(0.32, 0.74),
        at(0.36, 0.4),
        at(0.6, 0),
      ]),
    );
    c.fillStyle = alpha(tones.deep, 0.4);
    c.fill(ellipse(w * x, foot + 3, w * wide * 0.6, 4));
  }
}

/** A wave right before the viewer, cut by the frame. */
function swellLine(stage: VistaStage, c: Context, y: number, rough: number): void {
  const { tones, view, w, h } = stage;
  const crest = (x: number) =>
    y + h * 0.035 * Math.sin((x / w) * 5 + 1) + h * (0.02 + rough * 0.06) * (fbm(x / 130, 4, 3) - 0.5) * 2;
  const points: [number, number][] = [];
  for (let x = view.x0; x <= view.x1 + 8; x += 8) points.push([x, crest(x)]);
  const path = polygon([...points, [view.x1 + 8, view.y1], [view.x0, view.y1]]);
  c.save();
  c.clip(path);
  const water = ramp(
    [
      tones.ink,
      blend(tones.ink, tones.deep, 0.7),
      tones.deep,
      blend(tones.deep, tones.main, 0.8),
      blend(tones.main, tones.haze, 0.5),
    ],
    64,
  );
  field(c, [view.x0, y - h * 0.12, view.x1, view.y1], 2.6, (x, py, out) => {
    const deep = (py - crest(x)) / (h * 0.2);
    const n = ridged(x / 150 + deep * 0.5, py / 36 + x / 300, 4);
    const light = Math.max(0, Math.min(1, 0.62 * Math.exp(-deep * 2.6) + (n - 0.42) * 0.7 + 0.06));
    const tone = water[(light * 63) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  c.restore();
  c.strokeStyle = linear(
    c,
    [view.x0, 0, view.x1, 0],
    [
      [0, tones.haze, 0.2],
      [0.42, tones.glare, 0.8],
      [1, tones.haze, 0.2],
    ],
  );
  c.lineWidth = 1.6;
  c.stroke(curve(points.filter((_, index) => index % 2 === 0)));
}

/** A lighthouse on its rock, waves breaking at its foot. */
export function lighthouse(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.64;
  const lamp = { x: w * 0.66, y: h * 0.27 };
  stage.key = { ...lamp, colour: tones.light };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, horizon],
        [
          [0, tones.deep],
          [0.5, blend(tones.deep, tones.sky, 0.8)],
          [0.86, blend(tones.sky, tones.haze, 0.6)],
          [1, blend(tones.haze, tones.accent, 0.45)],
        ],
      ),
    );
    glow(c, w * 0.14, horizon, w * 0.5, tones.accent, 0.5);
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.62], {
      size: [300, 96],
      cover: 0.6 + stage.tense * 0.26,
      shade: blend(tones.deep, tones.sky, 0.4),
      lit: blend(tones.haze, tones.accent, 0.3),
      strength: 0.9,
    });
  });
  stage.layer('beam', 0.86, { bloom: 0 }, (c) => {
    c.globalCompositeOperation = 'screen';
    for (const [angle, length, half, strength] of [
      [Math.PI + 0.13, 0.8, 0.075, 0.62],
      [-0.1, 0.46, 0.09, 0.5],
    ] as const) {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const reach = w * length;
      c.fillStyle = linear(
        c,
        [lamp.x, lamp.y, lamp.x + dx * reach, lamp.y + dy * reach],
        [
          [0, tones.glare, strength],
          [0.35, tones.light, strength * 0.5],
          [1, tones.light, 0],
        ],
      );
      c.fill(
        polygon([
          [lamp.x, lamp.y - 4],
          [lamp.x + Math.cos(angle - half) * reach, lamp.y + Math.sin(angle - half) * reach],
          [lamp.x + Math.cos(angle + half) * reach, lamp.y + Math.sin(angle + half) * reach],
          [lamp.x, lamp.y + 4],
        ]),
      );
    }
    c.globalCompositeOperation = 'source-over';
  });
  stage.layer('sea', 0.74, { water: [view.x0, horizon, view.x1, h * 0.86] }, (c) =>
    sea(stage, c, { from: horizon, to: h, horizon, rough: 0.5 + stage.tense * 0.4 }),
  );
  stage.layer('rock', 0.56, {}, (c) => {
    rockMass(stage, c, { x: w * 0.68, foot: h * 0.76, wide: w * 0.44, tall: h * 0.24 });
    tower(stage, c, { ...lamp, foot: h * 0.56, wide: h * 0.085 });
    surf(stage, c, { x: w * 0.66, y: h * 0.765, wide: w * 0.27, tall: h * (0.06 + stage.grand * 0.08) });
  });
  stage.thread(0.42, {
    air: [
      [w * 0.14, h * 0.46, h * 0.1],
      [w * 0.5, h * 0.2, h * 0.12],
    ],
    ground: [
      [w * 0.12, h * 0.86, h * 0.24],
      [w * 0.42, h * 0.78, h * 0.18],
    ],
    road: [
      [w * 0.06, h * 1.14, 16],
      [w * 0.2, h * 0.88, 8],
      [w * 0.4, h * 0.78, 5],
      [w * 0.54, h * 0.68, 3],
      [w * 0.64, h * 0.57, 1.4],
    ],
    isAfloat: true,
  });
  stage.layer('near sea', 0.16, {}, (c) => swellLine(stage, c, h * 0.88, 0.6 + stage.tense * 0.5));
}

function rockMass(
  stage: VistaStage,
  c: Context,
  { x: cx, foot, wide, tall }: { x: number; foot: number; wide: number; tall: number },
): void {
  const { tones, key } = stage;
  const offset = stage.between(0, 90);
  const crest = (x: number) =>
    foot - tall * Math.max(0, 1 - Math.abs((x - cx) / (wide * 0.5)) ** 2.2) * (0.66 + 0.5 * fbm(x / 44 + offset, 3, 4));
  const points: [number, number][] = [];
  for (let x = cx - wide / 2; x <= cx + wide / 2; x += 4) points.push([x, crest(x)]);
  const stone = ramp(
    [
      tones.ink,
      blend(tones.ink, tones.deep, 0.8),
      blend(tones.deep, tones.main, 0.5),
      blend(tones.main, tones.light, 0.6),
    ],
    48,
  );
  c.save();
  c.clip(polygon([...points, [cx + wide / 2, foot + 6], [cx - wide / 2, foot + 6]]));
  field(c, [cx - wide / 2, foot - tall * 1.3, cx + wide / 2, foot + 8], 2, (x, y, out) => {
    const n = ridged(x / 60 + offset + y / 140, y / 34, 4);
    const side = Math.sign(key.x - x) || 1;
    const slope = (ridged((x + side * 4) / 60 + offset + y / 140, (y - 3) / 34, 4) - n) * 2.6;
    const light = Math.max(
      0,
      Math.min(1, 0.34 + slope + 0.26 * Math.exp(-(y - crest(x)) / 16) - ((y - foot + tall) / tall) * 0.12),
    );
    const tone = stone[(light * 47) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  c.restore();
}

function tower(
  stage: VistaStage,
  c: Context,
  { x, y, foot, wide }: { x: number; y: number; foot: number; wide: number },
): void {
  const { tones } = stage;
  const at = (dx: number, up: number): [number, number] => [x + dx * wide, y + (foot - y) * (1 - up)];
  const body = polygon([at(-0.5, 0), at(-0.3, 0.86), at(0.3, 0.86), at(0.5, 0)]);
  c.fillStyle = linear(
    c,
    [x - wide / 2, 0, x + wide / 2, 0],
    [
      [0, blend(tones.haze, tones.light, 0.55)],
      [0.4, blend(tones.haze, tones.main, 0.3)],
      [1, tones.deep],
    ],
  );
  c.fill(body);
  c.save();
  c.clip(body);
  c.globalAlpha = 0.85;
  for (const low of [0.12, 0.46]) {
    c.fillStyle = linear(
      c,
      [x - wide / 2, 0, x + wide / 2, 0],
      [
        [0, tones.accent],
        [1, blend(tones.accent, tones.ink, 0.75)],
      ],
    );
    c.fillRect(x - wide, at(0, low + 0.17)[1], wide * 2, (foot - y) * 0.17);
  }
  c.restore();
  c.fillStyle = tones.ink;
  c.fill(polygon([at(-0.46, 0.86), at(0.46, 0.86), at(0.4, 0.9), at(-0.4, 0.9)]));
  c.fill(polygon([at(-0.32, 1.1), at(0, 1.24), at(0.32, 1.1)]));
  c.fillStyle = tones.glare;
  c.fill(polygon([at(-0.22, 0.9), at(0.22, 0.9), at(0.22, 1.1), at(-0.22, 1.1)]));
  stage.lamp(c, { x, y, radius: wide * 3.6, colour: tones.light, strength: 0.95 });
}

/** Spray where waves meet rock. */
function surf(
  stage: VistaStage,
  c: Context,
  { x, y, wide, tall }: { x: number; y: number; wide: number; tall: number },
): void {
  const { tones } = stage;
  for (let drop = 0; drop < 420; drop++) {
    const u = stage.between(-1, 1);
    const up = stage.random() ** 2 * tall * (0.5 + 0.7 * fbm(u * 4 + 9, 3, 3)) * 1.6;
    c.fillStyle = alpha(drop % 3 ? tones.glare : tones.haze, 0.18 + 0.4 * stage.random());
    c.fill(ellipse(x + u * wide + stage.between(-8, 8), y + 5 - up, stage.between(0.8, 7) * (1 - (up / tall) * 0.45)));
  }
}

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
