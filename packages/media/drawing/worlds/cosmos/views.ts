import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { fbm, ridged, smooth } from '../noise.ts';
import { field, fillBox, glow, linear, radial, shafts } from '../paint.ts';
import { land } from '../scenery.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { nebula, planet, ringsOf, rock } from './bodies.ts';

function starfield(stage: VistaStage, c: Context, count: number): void {
  const { tones } = stage;
  stage.stars(c, stage.all, Math.round(count * stage.by(0.6, 1.25)), [
    tones.glare,
    tones.light,
    tones.haze,
    blend(tones.haze, tones.accent, 0.4),
  ]);
}

/** A star seen from space: a small disc with a cross of light. */
function sunStar(stage: VistaStage, c: Context, { x, y, r }: { x: number; y: number; r: number }): void {
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

/** A spiral galaxy above the dark edge of a world. */
export function galaxy(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  const heart = { x: w * 0.6, y: h * 0.38 };
  stage.key = { ...heart, colour: tones.light };
  stage.layer('gas', 1, { soft: 0 }, (c) => nebula(stage, c, { ...heart, size: w * 0.6, strength: 0.5 }));
  stage.layer('stars', 0.95, {}, (c) => starfield(stage, c, 420));
  stage.layer('galaxy', 0.82, { bloom: 0.8 }, (c) => {
    const reach = stage.short * 0.62 * stage.bigger;
    const disc = ramp(
      [tones.sky, blend(tones.haze, tones.main, 0.5), blend(tones.haze, tones.accent, 0.5), tones.light, tones.glare],
      64,
    );
    const [sin, cos] = [Math.sin(-0.42), Math.cos(-0.42)];
    field(c, [heart.x - reach, heart.y - reach * 0.8, heart.x + reach, heart.y + reach * 0.8], 2.4, (x, y, out) => {
      const [dx, dy] = [x - heart.x, y - heart.y];
      const u = dx * cos + dy * sin;
      const v = (dy * cos - dx * sin) * 2.5;
      const d = Math.hypot(u, v) / reach;
      if (d > 1) {
        out[3] = 0;
        return;
      }
      const angle = Math.atan2(v, u);
      const clump = fbm(u / 34 + 9, v / 34, 4);
      const arm = 0.5 + 0.5 * Math.cos(2 * (angle - Math.log(d + 0.05) * 2.5) + (clump - 0.5) * 2.6);
      const core = Math.exp(-d * d * 60);
      const body = Math.exp(-d * 2.1) * (0.14 + arm ** 2.2 * 1.1 * (0.3 + clump)) * smooth(1, 0.66, d);
      const value = Math.min(1, body * 1.25 + core);
      const tone = disc[(Math.min(1, value * 0.95 + core * 0.5) * 63) | 0]!;
      out[0] = tone[0];
      out[1] = tone[1];
      out[2] = tone[2];
      out[3] = 255 * Math.min(1, value * 1.7);
    });
    stage.lamp(c, { ...heart, radius: reach * 0.42, colour: tones.light, strength: 0.6 });
    for (let star = 0; star < stage.by(90, 260); star++) {
      const d = stage.random() ** 0.7;
      const angle = Math.log(d + 0.05) * 2.5 + (star % 2) * Math.PI + stage.between(-0.5, 0.5);
      const [u, v] = [Math.cos(angle) * d * reach, (Math.sin(angle) * d * reach) / 2.5];
      c.fillStyle = alpha(star % 5 ? tones.glare : tones.accent, stage.between(0.3, 0.95));
      c.fill(ellipse(heart.x + u * cos - v * sin, heart.y + u * sin + v * cos, stage.between(0.4, 1.3)));
    }
  });
  stage.thread(0.5, {
    air: [
      [w * 0.14, h * 0.66, h * 0.12],
      [w * 0.5, h * 0.3, h * 0.14],
    ],
    road: [
      [w * 0.02, h * 1.12, 12],
      [w * 0.2, h * 0.76, 6],
      [w * 0.42, h * 0.62, 3.4],
      [w * 0.54, h * 0.46, 1.8],
      [w * 0.6, h * 0.38, 0.9],
    ],
  });
  stage.layer('world', 0.3, {}, (c) => {
    planet(stage, c, {
      x: w * 0.1,
      y: h * 0.24,
      r: stage.short * 0.06,
      colours: [tones.deep, tones.main, tones.haze],
      air: tones.main,
    });
    const r = w * 0.95;
    const [x, y] = [w * 0.34, h * 0.84 + r];
    planet(stage, c, {
      x,
      y,
      r,
      colours: [tones.deep, tones.sky, tones.main, tones.haze],
      air: blend(tones.haze, tones.light, 0.3),
      light: [0.3, -0.94, -0.05],
      cell: 3,
    });
    edgeOfAir(stage, c, { x, y, r });
  });
  stage.layer('rocks', 0.08, { soft: 1.5 }, (c) => {
    rock(stage, c, { x: w * 0.93, y: h * 0.82, r: 74 });
    rock(stage, c, { x: w * 0.8, y: h * 0.95, r: 26 });
  });
}

/** The thin bright line of air along the lit edge of a great sphere. */
function edgeOfAir(stage: VistaStage, c: Context, { x, y, r }: { x: number; y: number; r: number }): void {
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

/** Nearing a planet with rings. */
export function ringedPlanet(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  const sun = { x: w * 0.16, y: h * 0.2 };
  stage.key = { ...sun, colour: tones.light };
  const [x, y, r] = [w * 0.62, h * 0.5, stage.short * 0.25 * stage.bigger];
  const around = { x, y, r, tilt: -0.36, flat: 0.24 };
  stage.layer('gas', 1, { soft: 0 }, (c) => nebula(stage, c, { ...sun, size: w * 0.5, strength: 0.62 }));
  stage.layer('stars', 0.94, {}, (c) => {
    starfield(stage, c, 360);
    sunStar(stage, c, { ...sun, r: stage.short * 0.018 * stage.bigger });
  });
  stage.layer('planet', 0.66, {}, (c) => {
    glow(c, x, y, r * 2.3, tones.main, 0.25);
    ringsOf(stage, c, { ...around, isFront: false });
    planet(stage, c, {
      x,
      y,
      r,
      isBanded: true,
      tilt: -0.36,
      colours: [
        blend(tones.deep, tones.main, 0.4),
        tones.main,
        blend(tones.main, tones.haze, 0.6),
        blend(tones.accent, tones.haze, 0.35),
        tones.light,
      ],
      air: blend(tones.haze, tones.light, 0.4),
    });
    ringsOf(stage, c, { ...around, isFront: true });
  });
  stage.thread(0.5, {
    air: [
      [w * 0.2, h * 0.72, h * 0.13],
      [w * 0.52, h * 0.24, h * 0.1],
    ],
    road: [
      [w * 0.05, h * 1.12, 14],
      [w * 0.22, h * 0.82, 7],
      [w * 0.4, h * 0.74, 4],
      [w * 0.5, h * 0.6, 2.2],
      [w * 0.58, h * 0.5, 1],
    ],
  });
  stage.layer('moon', 0.34, {}, (c) => {
    planet(stage, c, {
      x: w * 0.27,
      y: h * 0.66,
      r: stage.short * 0.07,
      colours: [tones.deep, blend(tones.deep, tones.haze, 0.6), tones.haze, tones.light],
    });
  });
  stage.layer('rocks', 0.12, {}, (c) => {
    for (const [px, py, size] of [
      [0.05, 0.9, 92],
      [0.2, 1.0, 34],
      [0.92, 0.1, 40],
      [0.98, 0.24, 18],
      [0.86, 0.93, 24],
    ] as const) {
      rock(stage, c, { x: w * px, y: h * py, r: size * stage.by(0.7, 1.2) });
    }
  });
}

/** Inside a cloud: pillars of gas around a nest of young stars. */
export function pillars(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  stage.footing = 'floating';
  const nest = { x: w * 0.54, y: h * 0.34 };
  stage.key = { ...nest, colour: tones.light };
  stage.layer('gas', 1, { soft: 0, bloom: 0.7 }, (c) => {
    nebula(stage, c, { ...nest, size: w * 0.46, strength: 0.72, lanes: 0.8 });
    glow(c, nest.x, nest.y, w * 0.26, tones.light, 0.42);
  });
  stage.layer('stars', 0.92, { bloom: 0.9 }, (c) => {
    starfield(stage, c, 260);
    for (let star = 0; star < stage.by(5, 14); star++) {
      const [x, y] = [nest.x + stage.between(-0.1, 0.1) * w, nest.y + stage.between(-0.14, 0.14) * h];
      sunStar(stage, c, { x, y, r: stage.between(1.4, 4.4) });
    }
  });
  const columns = [
    {
      depth: 0.72,
      fade: 0.4,
      stems: [
        [0.27, 0.24, 0.085],
        [0.42, 0.5, 0.05],
      ],
    },
    {
      depth: 0.52,
      fade: 0.16,
      stems: [
        [0.72, 0.3, 0.11],
        [0.84, 0.56, 0.07],
      ],
    },
  ] as const;
  columns.forEach(({ depth, fade, stems }, index) => {
    stage.layer(`pillars ${index + 1}`, depth, {}, (c) => pillarsOf(stage, c, stems, fade));
    if (index > 0) return;
    stage.thread(0.6, {
      air: [
        [w * 0.34, h * 0.74, h * 0.13],
        [w * 0.54, h * 0.34, h * 0.11],
      ],
      road: [
        [w * 0.4, h * 1.14, 14],
        [w * 0.5, h * 0.86, 7],
        [w * 0.58, h * 0.66, 4],
        [w * 0.53, h * 0.5, 2],
        [w * 0.54, h * 0.35, 1],
      ],
    });
  });
  stage.layer('near', 0.14, { soft: 1 }, (c) => {
    pillarsOf(
      stage,
      c,
      [
        [-0.02, 0.36, 0.15],
        [1.03, 0.2, 0.13],
      ],
      0,
    );
    const floor = blend(tones.ink, tones.deep, 0.4);
    fillBox(
      c,
      [view.x0, h * 0.9, view.x1, view.y1],
      linear(
        c,
        [0, h * 0.9, 0, view.y1],
        [
          [0, floor, 0],
          [1, floor, 0.9],
        ],
      ),
    );
  });
}

/** Columns of dust: x, top (fractions of the frame) and half width; their lit edges face the nest. */
function pillarsOf(
  stage: VistaStage,
  c: Context,
  stems: readonly (readonly [number, number, number])[],
  fade: number,
): void {
  const { tones, w, h, view, key } = stage;
  const dust = ramp(
    [
      tones.ink,
      blend(tones.deep, tones.ink, 0.3),
      blend(tones.deep, tones.main, 0.6),
      blend(tones.main, tones.accent, 0.6),
      tones.light,
    ].map((tone) => tones.far(tone, fade)),
    64,
  );
  for (const [sx, top, half] of stems) {
    const offset = stage.between(0, 200);
    const box = [
      Math.max(view.x0, w * (sx - half * 2.2)),
      h * (top - 0.2),
      Math.min(view.x1, w * (sx + half * 2.2)),
      view.y1,
    ] as const;
    field(c, box, 2.8, (x, y, out) => {
      const [u, v] = [x / w, y / h];
      const [wx, wy] = [fbm(u * 9 + offset, v * 6, 4) - 0.5, fbm(u * 9, v * 6 + offset, 4) - 0.5];
      const wide = half * (0.5 + 0.75 * smooth(top, 1.1, v) + 0.3 * Math.sin(v * 9 + offset));
      const across = (u - sx + wx * half * 1.5 - (v - top) * 0.05) / wide;
      const over = (top - v + wy * 0.16) / 0.09;
      const body = 1 - Math.hypot(across, Math.max(0, over));
      const shape = smooth(0, 0.16, body);
      if (shape <= 0.004) {
        out[3] = 0;
        return;
      }
      const side = Math.sign(key.x / w - sx);
      const ridge = ridged(u * 13 + offset + wx, v * 7 + wy, 4);
      const edge = Math.max(0, across * side) ** 2 * 0.75 + Math.max(0, 1 - (v - top + wy * 0.1) / 0.13) * 0.55 * shape;
      const light = Math.max(0, Math.min(1, 0.1 + edge * (0.5 + ridge * 0.7) + (ridge - 0.45) * 0.3));
      const tone = dust[(light * 63) | 0]!;
      out[0] = tone[0];
      out[1] = tone[1];
      out[2] = tone[2];
      out[3] = 255 * shape;
    });
  }
}

/** Close: the sun comes up behind the curve of a world whose cities still shine. */
export function limbAtSunrise(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  stage.footing = 'floating';
  const r = w * 1.15;
  const [x, y] = [w * 0.42, h * 0.52 + r];
  const angle = -Math.PI / 2 + 0.24;
  const sun = { x: x + Math.cos(angle) * r, y: y + Math.sin(angle) * r - 3 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('gas', 1, { soft: 0 }, (c) =>
    nebula(stage, c, { x: sun.x, y: sun.y - h * 0.1, size: w * 0.5, strength: 0.5 }),
  );
  stage.layer('stars', 0.94, {}, (c) => starfield(stage, c, 380));
  stage.layer('sun', 0.84, { bloom: 1 }, (c) => {
    const wedges = Array.from({ length: 18 }, (_, index) => ({
      angle: -Math.PI * (index / 17) + stage.between(-0.05, 0.05),
      width: stage.between(0.01, 0.035),
      length: w * stage.between(0.25, 0.6),
      strength: stage.between(0.2, 0.6),
    }));
    shafts(
      c,
      [view.x0, view.y0, view.x1, sun.y + 60],
      { ...sun, colour: tones.light, strength: stage.by(0.25, 0.7) },
      wedges,
    );
    sunStar(stage, c, { ...sun, r: stage.short * 0.03 * stage.bigger });
  });
  stage.layer('world', 0.56, { bloom: 0.8 }, (c) => {
    planet(stage, c, {
      x,
      y,
      r,
      colours: [tones.ink, tones.deep, blend(tones.deep, tones.sky, 0.7), tones.main],
      air: blend(tones.main, tones.light, 0.4),
      light: [0.24, -0.95, -0.16],
      cell: 3,
    });
    edgeOfAir(stage, c, { x, y, r });
    const offset = stage.between(0, 90);
    for (let city = 0; city < stage.by(300, 1300); city++) {
      const [px, py] = [stage.between(view.x0, view.x1), stage.between(h * 0.5, view.y1)];
      const depth = Math.hypot(px - x, py - y) / r;
      if (depth > 0.985 || fbm(px / 150 + offset, py / 70, 4) < 0.53) continue;
      c.fillStyle = alpha(city % 6 ? tones.accent : tones.light, 0.25 + 0.65 * stage.random());
      c.fill(ellipse(px, py, stage.between(0.6, 1.7), 0.9));
      if (city % 60 === 0) glow(c, px, py, 22, tones.accent, 0.5);
    }
  });
  stage.thread(0.36, {
    air: [
      [w * 0.16, h * 0.6, h * 0.15],
      [w * 0.56, h * 0.26, h * 0.13],
    ],
    road: [
      [w * 0.1, h * 1.14, 14],
      [w * 0.2, h * 0.84, 7],
      [w * 0.4, h * 0.66, 4],
      [w * 0.58, h * 0.58, 2],
      [sun.x, sun.y, 1],
    ],
  });
  stage.layer('rocks', 0.1, { soft: 1 }, (c) => {
    rock(stage, c, { x: w * 0.95, y: h * 0.84, r: 96 });
    rock(stage, c, { x: w * 0.07, y: h * 0.12, r: 44 });
    rock(stage, c, { x: w * 0.82, y: h * 0.96, r: 30 });
  });
}

/** The climax: a black hole in its ring of fire, whose light bends over and under it. */
export function blackHole(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  const [x, y, r] = [w * 0.5, h * 0.43, stage.short * 0.135 * stage.bigger];
  stage.key = { x, y, colour: tones.light };
  stage.layer('gas', 1, { soft: 0 }, (c) => nebula(stage, c, { x, y, size: w * 0.5, strength: 0.55, lanes: 1.2 }));
  stage.layer('stars', 0.94, {}, (c) => starfield(stage, c, 420));
  const disc = ramp(
    [
      blend(tones.ink, tones.accent, 0.3),
      blend(tones.main, tones.accent, 0.5),
      tones.accent,
      tones.light,
      tones.glare,
      tones.glare,
    ],
    96,
  );
  const [sin, cos] = [Math.sin(-0.2), Math.cos(-0.2)];
  const reach = r * 5.4;
  stage.layer('hole', 0.7, { bloom: 1 }, (c) => {
    glow(c, x, y, reach, tones.accent, 0.5);
    stage.lamp(c, { x, y, radius: r * 3.6, colour: tones.light, strength: 0.7 });
    field(c, [x - reach, y - r * 3.1, x + reach, y + r * 3.1], 2.2, (px, py, out) => {
      const [dx, dy] = [px - x, py - y];
      const u = (dx * cos + dy * sin) / r;
      const v = (dy * cos - dx * sin) / r;
      const d = Math.hypot(u, v);
      // The ring seen flat, and its far side bent over and under the hole.
      const flat = Math.hypot(u, v * 5.2);
      const isBefore = v > 0;
      const swirl = fbm(Math.atan2(v * 5.2, u) * 2.4 + flat * 2.2, flat * 3.4, 4);
      let value = smooth(1.55, 1.9, flat) * smooth(5.2, 2, flat) * (0.5 + swirl) * (isBefore || d > 1.28 ? 1 : 0);
      const halo =
        Math.exp(-(((d - 1.42) / 0.2) ** 2)) *
        (0.65 + 0.5 * fbm(Math.atan2(v, u) * 3 + 8, d * 6, 3)) *
        (v > 0 ? 0.5 : 1);
      const photon = Math.exp(-(((d - 1.06) / 0.05) ** 2));
      // What comes towards the viewer shines brighter.
      const doppler = 1 + 0.42 * Math.tanh(-u * 0.7);
      value = (value * 0.95 + halo + photon * 0.9) * doppler;
      const hole = d < 1.02 && !(isBefore && flat > 1.55 && flat < 5.2) ? smooth(1.04, 0.98, d) : 0;
      if (hole > 0.02 && value < 0.5) {
        out[0] = 2;
        out[1] = 2;
        out[2] = 6;
        out[3] = 255 * hole;
        return;
      }
      const tone = disc[(Math.min(1, value * 0.82) * 95) | 0]!;
      out[0] = tone[0];
      out[1] = tone[1];
      out[2] = tone[2];
      out[3] = 255 * Math.min(1, value * 1.3);
    });
    c.save();
    c.globalCompositeOperation = 'screen';
    for (const way of [-1, 1]) {
      const [tx, ty] = [x - sin * way * h * 0.62, y + cos * way * h * 0.62];
      c.fillStyle = linear(
        c,
        [x, y, tx, ty],
        [
          [0, tones.glare, 0],
          [0.22, tones.light, 0.36 * stage.grand],
          [1, tones.main, 0],
        ],
      );
      c.fill(
        polygon([
          [x - 5, y + r * way],
          [x + 5, y + r * way],
          [tx + 34, ty],
          [tx - 34, ty],
        ]),
      );
    }
    c.restore();
  });
  stage.thread(0.5, {
    air: [
      [w * 0.2, h * 0.8, h * 0.13],
      [w * 0.47, h * 0.62, h * 0.15],
    ],
    road: [
      [w * 0.3, h * 1.14, 14],
      [w * 0.36, h * 0.9, 7],
      [w * 0.46, h * 0.76, 4],
      [w * 0.52, h * 0.62, 2],
      [x, y + r, 1],
    ],
  });
  stage.layer('worlds', 0.32, {}, (c) => {
    planet(stage, c, {
      x: w * 0.84,
      y: h * 0.76,
      r: stage.short * 0.1,
      colours: [tones.deep, tones.main, tones.haze],
      air: tones.main,
    });
    planet(stage, c, {
      x: w * 0.73,
      y: h * 0.88,
      r: stage.short * 0.03,
      colours: [tones.deep, tones.haze, tones.light],
    });
  });
  stage.layer('rocks', 0.1, {}, (c) => {
    for (let index = 0; index < stage.by(5, 12); index++) {
      const side = index % 2 ? 1 : -1;
      rock(stage, c, {
        x: w * (0.5 + side * stage.between(0.3, 0.56)),
        y: h * stage.between(0.78, 1.04),
        r: stage.between(10, 58),
      });
    }
  });
}

/** Going away: from the ground of a moon, a last look at the small bright world. */
export function homeward(stage: VistaStage): void {
  const { tones, w, h } = stage;
  const home = { x: w * 0.64, y: h * 0.32, r: stage.short * 0.085 * stage.bigger };
  stage.key = { x: w * 1.1, y: h * 0.05, colour: tones.light };
  stage.layer('gas', 1, { soft: 0 }, (c) =>
    nebula(stage, c, { x: w * 0.3, y: h * 0.2, size: w * 0.6, strength: 0.36 }),
  );
  stage.layer('stars', 0.95, {}, (c) => starfield(stage, c, 480));
  stage.layer('home', 0.86, {}, (c) => {
    stage.lamp(c, { ...home, radius: home.r * 3.2, colour: tones.main, strength: 0.5 });
    planet(stage, c, {
      ...home,
      colours: [tones.sky, tones.main, tones.main, tones.accent, tones.glare],
      air: blend(tones.main, tones.light, 0.5),
      cell: 1.3,
    });
  });
  const hills = [
    { depth: 0.7, y: 0.68, rough: 90, fade: 0.4 },
    { depth: 0.44, y: 0.78, rough: 60, fade: 0.16 },
  ] as const;
  hills.forEach(({ depth, y, rough, fade }, index) => {
    stage.layer(`hills ${index + 1}`, depth, {}, (c) =>
      moonGround(
        stage,
        c,
        (x) => h * y - rough * (fbm(x / 150 + index * 9, 4, 4) - 0.3) * (0.5 + Math.abs(x / w - 0.5)),
        fade,
      ),
    );
  });
  stage.thread(0.34, {
    air: [
      [w * 0.26, h * 0.5, h * 0.14],
      [w * 0.58, h * 0.3, h * 0.08],
    ],
    ground: [
      [w * 0.3, h * 0.92, h * 0.22],
      [w * 0.46, h * 0.8, h * 0.12],
    ],
    road: [
      [w * 0.12, h * 1.14, 14],
      [w * 0.3, h * 0.93, 7],
      [w * 0.42, h * 0.84, 4],
      [w * 0.5, h * 0.76, 2],
      [w * 0.56, h * 0.68, 1],
    ],
  });
  stage.layer('near ground', 0.14, {}, (c) => {
    moonGround(
      stage,
      c,
      (x) =>
        h *
          (0.95 -
            0.16 * Math.exp(-(((x - w * 0.02) / (w * 0.2)) ** 2)) -
            0.05 * Math.exp(-(((x - w) / (w * 0.2)) ** 2))) -
        16 * (fbm(x / 50, 2, 3) - 0.5),
      0,
    );
  });
}

/** Grey ground with craters, lit from the side. */
function moonGround(stage: VistaStage, c: Context, crest: (x: number) => number, fade: number): void {
  const { tones, view, h } = stage;
  const path = land(stage, c, crest, [tones.deep, tones.ink], h * 0.3);
  const dust = ramp(
    [
      tones.ink,
      blend(tones.ink, tones.deep, 0.7),
      blend(tones.deep, tones.haze, 0.5),
      blend(tones.haze, tones.light, 0.5),
    ].map((tone) => blend(tone, tones.sky, fade * 0.6)),
    48,
  );
  const offset = stage.between(0, 99);
  const top =
    Math.min(crest(view.x0), crest(view.x1), crest(stage.w * 0.25), crest(stage.w * 0.5), crest(stage.w * 0.75)) - 30;
  c.save();
  c.clip(path);
  field(c, [view.x0, top, view.x1, view.y1], 3, (x, y, out) => {
    const deep = y - crest(x);
    const z = 1 / (0.25 + deep / (h * 0.3));
    const [u, v] = [(x / 120) * Math.min(2, z), (deep / 40) * Math.min(2.4, z) + offset];
    const slope = (fbm(u + offset + 0.2, v - 0.1, 3) - fbm(u + offset, v, 3)) * 2;
    const light = Math.max(0, Math.min(1, 0.56 + slope + 0.3 * Math.exp(-deep / 9) - deep / (h * 0.7)));
    const tone = dust[(light * 47) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  for (let crater = 0; crater < 14; crater++) {
    const x = stage.between(view.x0, view.x1);
    const deep = stage.random() ** 1.4 * h * 0.22 + 10;
    const y = crest(x) + deep;
    const r = 8 + deep * stage.between(0.15, 0.5);
    c.fillStyle = linear(
      c,
      [x - r, 0, x + r, 0],
      [
        [0, tones.haze, 0.3 * (1 - fade)],
        [0.5, tones.ink, 0.1],
        [1, tones.ink, 0.8],
      ],
    );
    c.fill(ellipse(x, y, r, r * 0.26));
    c.strokeStyle = alpha(tones.light, 0.3 * (1 - fade));
    c.lineWidth = 1.3;
    c.beginPath();
    c.ellipse(x, y, r, r * 0.26, 0, Math.PI * 0.62, Math.PI * 1.5);
    c.stroke();
  }
  c.restore();
}
