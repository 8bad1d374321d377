import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { fillBox, linear, shafts } from '../paint.ts';
import type { Stop } from '../paint.ts';
import { clouds, disc, fir, land, mistBank, range, sky } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';

function dawn({ tones }: VistaStage): Stop[] {
  return [
    [0, blend(tones.deep, tones.sky, 0.6)],
    [0.4, tones.sky],
    [0.72, tones.haze],
    [1, blend(tones.haze, tones.light, 0.7)],
  ];
}

/** Ridge behind ridge, the sun in the gap, firs on the nearest. */
export function ridges(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const sun = { x: w * 0.63, y: h * (0.5 - stage.grand * 0.06) };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, h * 0.6, dawn(stage));
    clouds(stage, c, [view.x0, h * 0.02, view.x1, h * 0.46], {
      size: [330, 52],
      cover: 0.5 + stage.tense * 0.22,
      shade: blend(tones.sky, tones.deep, 0.2),
      lit: blend(tones.light, tones.accent, 0.3),
      strength: 0.85,
    });
    disc(stage, c, { ...sun, r: stage.short * 0.05 * stage.bigger });
  });
  stage.layer('far range', 0.9, {}, (c) => {
    range(stage, c, {
      foot: h * 0.66,
      height: h * 0.27,
      peaks: 3.4,
      distance: 0.62,
      snow: 0.4,
      gap: [sun.x, w * 0.12],
    });
  });
  stage.layer('main range', 0.74, {}, (c) => {
    range(stage, c, {
      foot: h * 0.74,
      height: h * 0.3,
      peaks: 2.6,
      distance: 0.34,
      snow: 0.42,
      summits: [[w * 0.27, 0.82 * stage.bigger, w * 0.2]],
      gap: [sun.x + w * 0.03, w * 0.17],
    });
    mistBank(stage, c, [view.x0, h * 0.58, view.x1, h * 0.86], tones.haze, 0.85);
  });
  stage.layer('wooded ridge', 0.46, {}, (c) => {
    const crest = (x: number) => h * (0.79 + 0.07 * Math.sin(x / (w * 0.22) + 2.2) + 0.05 * (fbm(x / 120, 5, 3) - 0.5));
    woods(stage, c, crest, { height: 44, gap: 8, tone: blend(tones.deep, tones.haze, 0.34) });
    mistBank(stage, c, [view.x0, h * 0.82, view.x1, h * 1.06], tones.haze, 0.75);
  });
  const near = (x: number) => h * (0.9 + 0.1 * ((x - w * 0.2) / w) + 0.03 * (fbm(x / 90, 9, 3) - 0.5));
  stage.thread(0.3, {
    air: [
      [w * 0.34, h * 0.56, h * 0.1],
      [w * 0.74, h * 0.24, h * 0.12],
    ],
    ground: [
      [w * 0.34, near(w * 0.34) + 4, h * 0.15],
      [w * 0.62, near(w * 0.62) + 4, h * 0.17],
    ],
    road: [
      [w * 0.18, h * 1.12, 9],
      [w * 0.3, h * 0.94, 4.6],
      [w * 0.5, h * 0.85, 2.8],
      [w * 0.54, h * 0.8, 1.8],
      [w * 0.66, h * 0.74, 1],
    ],
    surface: near,
  });
  stage.layer('ledge', 0.16, { sway: { anchorY: h, amount: 1.5, seconds: 6 } }, (c) => {
    land(stage, c, near, [blend(tones.deep, tones.main, 0.16), tones.ink], h * 0.16);
    const trees = new Path2D();
    for (const [x, tall] of [
      [0.02, 0.56],
      [0.085, 0.4],
      [0.14, 0.27],
      [-0.06, 0.46],
      [0.93, 0.34],
      [0.99, 0.5],
      [1.06, 0.4],
    ] as const) {
      fir(trees, w * x, near(w * x) + 10, h * tall, stage.random);
    }
    c.fillStyle = linear(
      c,
      [0, h * 0.36, 0, h],
      [
        [0, blend(tones.deep, tones.main, 0.22)],
        [1, tones.ink],
      ],
    );
    c.fill(trees);
  });
}

/** A wood on a crest, as one silhouette with light on its tips. */
export function woods(
  stage: VistaStage,
  c: Context,
  crest: (x: number) => number,
  { height, gap, tone }: { height: number; gap: number; tone: string },
): void {
  const { tones, view } = stage;
  land(stage, c, (x) => crest(x) - 3, [tone, blend(tone, tones.ink, 0.5)], stage.h * 0.2);
  for (const [row, fade] of [
    [1.25, 0.3],
    [1, 0],
  ] as const) {
    const trees = new Path2D();
    for (let x = view.x0; x < view.x1; x += gap * stage.between(0.6, 1.4)) {
      fir(trees, x, crest(x) + 4 + (1.25 - row) * 20, height * row * stage.between(0.5, 1.2), stage.random);
    }
    c.fillStyle = blend(tone, blend(tones.haze, tones.light, 0.3), fade);
    c.fill(trees);
  }
}

/** One great mountain and its mirror image in a still lake. */
export function lake(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const shore = h * 0.6;
  const sun = { x: w * 0.3, y: h * 0.3 };
  stage.key = { ...sun, colour: tones.light };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, shore, dawn(stage));
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.5], {
      size: [260, 70],
      cover: 0.45 + stage.tense * 0.25,
      shade: blend(tones.sky, tones.haze, 0.3),
      lit: blend(tones.light, tones.accent, 0.22),
      strength: 0.9,
    });
    disc(stage, c, { ...sun, r: stage.short * 0.035 * stage.bigger });
  });
  stage.layer('mountain', 0.82, {}, (c) => {
    range(stage, c, { foot: shore + 8, height: h * 0.16, peaks: 3.2, distance: 0.56, snow: 0.3 });
    range(stage, c, {
      foot: shore + 8,
      height: h * 0.22,
      peaks: 2.2,
      distance: 0.16,
      snow: 1.2,
      summits: [
        [w * 0.58, 1.35 * stage.bigger, w * 0.3],
        [w * 0.8, 0.5, w * 0.18],
      ],
      gap: [w * 0.16, w * 0.16],
      cell: 2,
    });
    mistBank(stage, c, [view.x0, shore - h * 0.1, view.x1, shore + h * 0.06], tones.haze, 0.8);
  });
  stage.layer('shore', 0.66, {}, (c) => {
    const trees = new Path2D();
    for (let x = view.x0; x < view.x1; x += stage.between(5, 11)) {
      const dense = 0.35 + 0.65 * Math.abs(Math.sin(x / (w * 0.24) + 0.8));
      fir(trees, x, shore + 3, h * 0.085 * dense * stage.between(0.6, 1.15), stage.random);
    }
    c.fillStyle = linear(
      c,
      [0, shore - h * 0.1, 0, shore],
      [
        [0, blend(tones.deep, tones.haze, 0.34)],
        [1, blend(tones.deep, tones.ink, 0.3)],
      ],
    );
    c.fill(trees);
    fillBox(c, [view.x0, shore, view.x1, shore + 8], blend(tones.deep, tones.ink, 0.3));
  });
  stage.layer('lake', 0.5, { water: [view.x0, shore, view.x1, view.y1] }, (c) => {
    fillBox(c, [view.x0, shore + 2, view.x1, view.y1], blend(tones.haze, tones.sky, 0.5));
    stage.reflect(c, shore + 2, { strength: 0.95, smear: 5, ripple: 2 + stage.tense * 6 });
    fillBox(
      c,
      [view.x0, shore + 2, view.x1, view.y1],
      linear(
        c,
        [0, shore, 0, view.y1],
        [
          [0, tones.haze, 0.28],
          [0.12, tones.sky, 0.12],
          [1, tones.deep, 0.62],
        ],
      ),
    );
    c.fillStyle = alpha(tones.glare, 0.3);
    for (let index = 0; index < 46; index++) {
      const t = stage.random() ** 1.6;
      const y = shore + 6 + t * (view.y1 - shore);
      const wide = stage.between(20, 90) * (0.3 + t);
      const x = index % 2 ? sun.x + stage.between(-70, 70) * (0.5 + t) : stage.between(view.x0, view.x1);
      c.globalAlpha = index % 2 ? 0.8 : 0.3;
      c.fill(ellipse(x, y, wide, 0.7 + t * 0.9));
    }
    c.globalAlpha = 1;
  });
  stage.thread(0.4, {
    air: [
      [w * 0.22, h * 0.46, h * 0.09],
      [w * 0.42, h * 0.16, h * 0.12],
    ],
    ground: [
      [w * 0.22, h * 0.83, h * 0.15],
      [w * 0.52, h * 0.71, h * 0.11],
    ],
    road: [
      [w * 0.1, h * 1.12, 14],
      [w * 0.24, h * 0.9, 7],
      [w * 0.42, h * 0.74, 3.4],
      [w * 0.5, h * 0.63, 1.2],
    ],
    isAfloat: stage.spec.thread.kind === 'boat',
  });
  stage.layer('stones', 0.12, {}, (c) => {
    const bank = (x: number) => h * (1.02 - 0.13 * Math.exp(-(((x - w) / (w * 0.26)) ** 2)) + 0.02 * fbm(x / 60, 3, 2));
    land(stage, c, bank, [blend(tones.deep, tones.main, 0.2), tones.ink], h * 0.12);
    for (let index = 0; index < 15; index++) {
      const x = w * (0.6 + 0.46 * stage.random() ** 0.7);
      const size = stage.between(8, 42) * (x / w);
      const y = bank(x) + size * 0.18;
      const stone = polygon([
        [x - size, y + size * 0.4],
        [x - size * 0.8, y - size * 0.22],
        [x - size * 0.2, y - size * 0.55],
        [x + size * 0.5, y - size * 0.4],
        [x + size, y + size * 0.1],
        [x + size * 0.9, y + size * 0.5],
      ]);
      c.fillStyle = linear(
        c,
        [x - size, y - size, x + size * 0.5, y + size * 0.4],
        [
          [0, blend(tones.main, tones.light, 0.42)],
          [0.4, blend(tones.deep, tones.main, 0.4)],
          [1, tones.ink],
        ],
      );
      c.fill(stone);
    }
    c.strokeStyle = tones.ink;
    for (let index = 0; index < 30; index++) {
      const x = w * 0.02 + stage.random() * w * 0.2;
      const tall = h * stage.between(0.1, 0.3) * (1 - x / (w * 0.3));
      c.lineWidth = stage.between(1.2, 3);
      c.beginPath();
      c.moveTo(x, view.y1);
      c.quadraticCurveTo(x + 4, h - tall * 0.5, x + stage.between(-22, 40), h * 1.02 - tall);
      c.stroke();
    }
  });
}

/** Above a sea of clouds: the sun bursts over it, one peak stands before it. */
export function aboveTheClouds(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const sun = { x: w * 0.56, y: h * 0.36 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 0, bloom: 0.9 }, (c) => {
    sky(stage, c, h * 0.62, dawn(stage));
    const wedges = Array.from({ length: 26 }, (_, index) => ({
      angle: (index / 26) * Math.PI * 2 + stage.between(-0.1, 0.1),
      width: stage.between(0.012, 0.06),
      length: w * stage.between(0.4, 0.95),
      strength: stage.between(0.15, 0.5),
    }));
    shafts(c, stage.all, { ...sun, colour: tones.light, strength: 0.3 + stage.grand * 0.5 }, wedges);
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.4], {
      size: [420, 60],
      cover: 0.42,
      shade: tones.sky,
      lit: blend(tones.light, tones.accent, 0.4),
      strength: 0.8,
    });
    disc(stage, c, { ...sun, r: stage.short * 0.085 * stage.bigger });
  });
  stage.layer('islands', 0.88, {}, (c) => {
    range(stage, c, { foot: h * 0.66, height: h * 0.15, peaks: 4, distance: 0.6, snow: 0.5, gap: [sun.x, w * 0.1] });
  });
  stage.layer('cloud sea', 0.7, {}, (c) => cloudSea(stage, c, h * 0.56, 0.35));
  let crest = (_x: number) => h;
  stage.layer('peak', 0.5, {}, (c) => {
    crest = range(stage, c, {
      foot: h * 0.98,
      height: h * 0.2,
      peaks: 2.4,
      distance: 0.05,
      snow: 1.1,
      summits: [
        [w * 0.3, 2.5 * stage.bigger, w * 0.27],
        [w * 0.14, 1.1, w * 0.17],
        [w * 0.43, 0.6, w * 0.12],
      ],
      gap: [w * 0.78, w * 0.34],
      cell: 2,
    });
  });
  stage.thread(0.44, {
    air: [
      [w * 0.4, h * 0.66, h * 0.1],
      [w * 0.66, h * 0.2, h * 0.14],
    ],
    ground: [
      [w * 0.47, h * 0.76, h * 0.1],
      [w * 0.315, h * 0.42, h * 0.12],
    ],
    road: [
      [w * 0.7, h * 1.1, 10],
      [w * 0.52, h * 0.84, 4],
      [w * 0.42, h * 0.66, 2.6],
      [w * 0.35, h * 0.52, 1.6],
      [w * 0.305, h * 0.4, 1],
    ],
    surface: (x) => crest(x),
  });
  stage.layer('near clouds', 0.22, {}, (c) => cloudSea(stage, c, h * 0.76, 0));
}

/** A sea of clouds from `top` on: lit crests, shaded hollows. */
function cloudSea(stage: VistaStage, c: Context, top: number, distance: number): void {
  const { tones, view } = stage;
  const tall = view.y1 - top;
  clouds(stage, c, [view.x0, top, view.x1, top + tall * 1.5], {
    size: [150 + 160 * (1 - distance), 44 + 30 * (1 - distance)],
    cover: 0.9,
    shade: blend(tones.far(blend(tones.sky, tones.deep, 0.35), distance), tones.main, 0.2),
    lit: blend(tones.glare, tones.haze, 0.2 + distance * 0.3),
    cell: 4,
  });
}

/** Going home: a stream leads out of a valley whose slopes close like curtains; a lit hut stays behind. */
export function valley(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const sun = { x: w * 0.5, y: h * 0.4 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, h * 0.5, [
      [0, tones.deep],
      [0.5, blend(tones.deep, tones.sky, 0.7)],
      [0.84, tones.haze],
      [1, blend(tones.haze, tones.accent, 0.5)],
    ]);
    stage.stars(c, [view.x0, view.y0, view.x1, h * 0.26], 90, [tones.light, tones.haze]);
    disc(stage, c, { ...sun, r: stage.short * 0.026 * stage.bigger });
  });
  stage.layer('far range', 0.92, {}, (c) => {
    range(stage, c, { foot: h * 0.56, height: h * 0.15, peaks: 3, distance: 0.5, snow: 0.5, gap: [w * 0.5, w * 0.06] });
  });
  const wings = [
    [0.76, 0.62, 0.4, 0.3],
    [0.58, 0.72, 0.56, 0.22],
    [0.4, 0.84, 0.74, 0.14],
  ] as const;
  wings.forEach(([depth, foot, rise, distance], index) => {
    stage.layer(`slopes ${index + 1}`, depth, {}, (c) => {
      const lean = index % 2 ? 0.06 : -0.05;
      const crest = (x: number) => {
        const away = Math.abs(x / w - 0.5 - lean) * 2;
        return h * (foot - rise * away ** 1.35 + 0.05 * (fbm(x / 80, index * 7, 4) - 0.5));
      };
      woods(stage, c, crest, {
        height: 20 + index * 18,
        gap: 6 + index * 3,
        tone: tones.far(blend(tones.deep, tones.main, 0.12), distance + 0.12),
      });
      mistBank(stage, c, [view.x0, h * (foot - 0.09), view.x1, h * (foot + 0.12)], tones.haze, 0.62 - index * 0.12);
    });
  });
  stage.layer('meadow', 0.3, { water: [w * 0.3, h * 0.8, w * 0.7, view.y1] }, (c) => {
    const ground = (x: number) => h * (0.85 + 0.02 * Math.sin(x / 140) - 0.05 * Math.abs(x / w - 0.5));
    land(stage, c, ground, [blend(tones.deep, tones.main, 0.42), tones.ink], h * 0.2);
    const stream = polygon([
      [w * 0.5, h * 0.853],
      [w * 0.55, h * 0.88],
      [w * 0.45, h * 0.92],
      [w * 0.5, h * 0.97],
      [w * 0.36, view.y1],
      [w * 0.64, view.y1],
      [w * 0.58, h * 0.97],
      [w * 0.5, h * 0.925],
      [w * 0.57, h * 0.88],
      [w * 0.506, h * 0.853],
    ]);
    c.fillStyle = linear(
      c,
      [0, h * 0.85, 0, view.y1],
      [
        [0, tones.glare],
        [0.4, blend(tones.haze, tones.light, 0.4)],
        [1, tones.sky],
      ],
    );
    c.fill(stream);
    const [x, y, size] = [w * 0.74, h * 0.86, h * 0.075];
    c.fillStyle = blend(tones.ink, tones.main, 0.2);
    c.fill(
      polygon([
        [x - size, y],
        [x - size, y - size * 0.55],
        [x, y - size * 1.1],
        [x + size, y - size * 0.55],
        [x + size, y],
      ]),
    );
    c.fillStyle = tones.ink;
    c.fill(
      polygon([
        [x - size * 1.2, y - size * 0.48],
        [x, y - size * 1.22],
        [x + size * 1.2, y - size * 0.48],
        [x, y - size * 1.06],
      ]),
    );
    c.fillStyle = tones.glare;
    c.fillRect(x - size * 0.2, y - size * 0.48, size * 0.36, size * 0.3);
    stage.lamp(c, { x, y: y - size * 0.32, radius: size * 2.2, colour: tones.light, strength: 0.7, flickers: true });
  });
  stage.thread(0.24, {
    air: [
      [w * 0.36, h * 0.3, h * 0.12],
      [w * 0.53, h * 0.44, h * 0.05],
    ],
    ground: [
      [w * 0.4, h * 0.97, h * 0.19],
      [w * 0.47, h * 0.87, h * 0.09],
    ],
    road: [
      [w * 0.3, h * 1.12, 13],
      [w * 0.42, h * 0.95, 6],
      [w * 0.47, h * 0.87, 2.6],
      [w * 0.49, h * 0.8, 1.4],
      [w * 0.5, h * 0.7, 0.9],
    ],
  });
  stage.layer('firs', 0.1, { sway: { anchorY: h, amount: 2, seconds: 6 } }, (c) => {
    const trees = new Path2D();
    for (const [x, tall] of [
      [-0.03, 0.84],
      [0.06, 0.6],
      [0.14, 0.34],
      [0.95, 0.5],
      [1.03, 0.8],
    ] as const) {
      fir(trees, w * x, h * 1.06, h * tall, stage.random);
    }
    c.fillStyle = linear(
      c,
      [0, h * 0.2, 0, h],
      [
        [0, blend(tones.deep, tones.ink, 0.3)],
        [1, tones.ink],
      ],
    );
    c.fill(trees);
  });
}
