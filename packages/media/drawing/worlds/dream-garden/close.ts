import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import { fbm, noise, smooth } from '../noise.ts';
import { field, fillBox, glow, linear, radial, shafts } from '../paint.ts';
import { disc } from '../scenery.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { blossoms, bush, butterfly, cup, dusk, flower, leaf, meadow, stem, wisteria } from './plants.ts';

/** On the pond: lily pads, lotus lamps and what the evening mirrors in the water. */
export function pond(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const sun = { x: w * 0.56, y: h * 0.2 };
  stage.key = { ...sun, colour: tones.light };
  stage.footing = 'wet';
  const shore = h * 0.36;
  stage.layer('air', 1, { soft: 0 }, (c) => {
    dusk(stage, c, shore, sun);
    disc(stage, c, { ...sun, r: short * 0.085 * stage.bigger });
  });
  stage.layer('far bank', 0.92, { soft: 1.5 }, (c) => {
    fillBox(c, [view.x0, shore - h * 0.022, view.x1, shore + 2], tones.far(blend(tones.main, tones.deep, 0.5), 0.4));
    for (let pass = 0; pass < 3; pass++) {
      for (let plant = 0; plant < 34; plant++) {
        const x = stage.between(view.x0, view.x1);
        const open = Math.min(1, Math.abs(x - sun.x) / (w * 0.3));
        const r = short * stage.between(0.03, 0.075) * (0.4 + open * 0.9) * (1.15 - pass * 0.25);
        const y = shore - r * 0.4 - open * h * (0.16 - pass * 0.06) * stage.random();
        const tone = stage.random() < 0.24 ? tones.accent : tones.main;
        bush(stage, c, { x, y: y + r * 0.7, r, tone, far: 0.42 - pass * 0.1 });
      }
    }
  });
  stage.layer('water', 0.8, { water: [view.x0, shore, view.x1, view.y1] }, (c) => {
    fillBox(
      c,
      [view.x0, shore, view.x1, view.y1],
      linear(
        c,
        [0, shore, 0, h],
        [
          [0, blend(tones.haze, tones.sky, 0.35)],
          [0.4, blend(tones.sky, tones.deep, 0.35)],
          [1, tones.deep],
        ],
      ),
    );
    stage.reflect(c, shore, { strength: 0.72, smear: 7, ripple: 5 });
    for (let line = 0; line < 80; line++) {
      const t = stage.random() ** 1.4;
      const near = Math.abs(stage.random() - stage.random());
      c.fillStyle = alpha(tones.glare, 0.5 * (1 - near));
      c.fillRect(
        sun.x + (stage.random() - 0.5) * w * (0.08 + t * 0.34),
        shore + 3 + t * (h - shore),
        stage.between(8, 46) * (0.3 + t),
        1 + t * 1.4,
      );
    }
  });
  const lilies = (c: Context, from: number, to: number, count: number) => {
    const places = Array.from({ length: count }, () => ({ t: stage.random(), x: stage.random() })).toSorted(
      (a, b) => a.t - b.t,
    );
    for (const { t, x } of places) {
      const y = h * (from + (to - from) * t);
      const size = ((y - shore) / h) ** 1.15 * short * 0.24;
      const px = view.x0 + x * (view.x1 - view.x0);
      if (Math.abs(px - sun.x) < w * 0.12 && t < 0.6) continue;
      pad(stage, c, { x: px, y, r: size });
    }
  };
  stage.layer('far lilies', 0.68, { bloom: 0 }, (c) => {
    lilies(c, 0.42, 0.58, 30);
    for (const [x, y, size] of [
      [0.2, 0.5, 0.04],
      [0.35, 0.46, 0.026],
      [0.76, 0.49, 0.036],
      [0.9, 0.54, 0.05],
    ] as const)
      lotus(stage, c, { x: w * x, y: h * y, size: short * size });
  });
  stage.layer('lilies', 0.48, { bloom: 0 }, (c) => {
    lilies(c, 0.6, 0.8, 15);
    for (const [x, y, size] of [
      [0.12, 0.7, 0.085],
      [0.83, 0.68, 0.1],
      [0.4, 0.63, 0.05],
    ] as const)
      lotus(stage, c, { x: w * x, y: h * y, size: short * size * stage.bigger });
  });
  stage.thread(0.4, {
    air: [
      [w * 0.2, h * 0.5, h * 0.13],
      [w * 0.52, h * 0.34, h * 0.1],
    ],
    ground: [
      [w * 0.34, h * 0.86, h * 0.25],
      [w * 0.54, h * 0.66, h * 0.17],
    ],
    road: [
      [w * 0.36, h * 1.12, 18],
      [w * 0.44, h * 0.86, 10],
      [w * 0.56, h * 0.66, 5],
      [w * 0.54, h * 0.48, 2],
      [w * 0.56, h * 0.38, 1],
    ],
    isAfloat: true,
  });
  stage.layer('near lilies', 0.2, { bloom: 0 }, (c) => {
    pad(stage, c, { x: w * 0.14, y: h * 0.97, r: short * 0.22 });
    pad(stage, c, { x: w * 0.86, y: h * 0.99, r: short * 0.26 });
    lotus(stage, c, { x: w * 0.9, y: h * 0.97, size: short * 0.2 * stage.bigger });
    for (let index = 0; index < stage.by(2, 6); index++)
      butterfly(stage, c, {
        x: w * stage.between(0.1, 0.9),
        y: h * stage.between(0.4, 0.8),
        size: short * stage.between(0.014, 0.028),
        angle: stage.between(-0.8, 0.8),
      });
  });
  stage.layer('willow', 0.06, { bloom: 0, sway: { anchorY: view.y0, amount: 9, seconds: 6 } }, (c) => {
    for (let bunch = 0; bunch < 26; bunch++) {
      const x = bunch % 2 ? w * stage.between(-0.05, 0.2) : w * stage.between(0.82, 1.06);
      wisteria(stage, c, {
        x,
        y: view.y0 - 10,
        length: h * stage.between(0.2, 0.46),
        wide: 26,
        tones: [blend(tones.sky, tones.deep, 0.5), blend(tones.accent, tones.haze, 0.45)],
      });
    }
  });
}

function pad(stage: VistaStage, c: Context, { x, y, r }: { x: number; y: number; r: number }): void {
  const { tones } = stage;
  const flat = 0.34;
  const notch = stage.between(0.2, 2.6);
  c.save();
  c.translate(x, y);
  c.scale(1, flat);
  c.fillStyle = alpha(tones.ink, 0.35);
  c.fill(ellipse(r * 0.05, r * 0.18, r));
  c.beginPath();
  c.moveTo(0, 0);
  c.arc(0, 0, r, notch + 0.24, notch + Math.PI * 2 - 0.1);
  c.closePath();
  c.fillStyle = radial(c, 0, -r * 0.4, r * 1.5, [
    [0, blend(tones.main, tones.light, 0.5)],
    [0.5, tones.main],
    [1, blend(tones.main, tones.deep, 0.68)],
  ]);
  c.fill();
  c.strokeStyle = alpha(blend(tones.main, tones.light, 0.7), 0.8);
  c.lineWidth = Math.max(1, r * 0.035);
  c.stroke();
  c.lineWidth = Math.max(0.5, r * 0.014);
  c.strokeStyle = alpha(tones.light, 0.35);
  for (let vein = 0; vein < 11; vein++) {
    const angle = notch + 0.4 + (vein / 11) * 5.7;
    c.beginPath();
    c.moveTo(0, 0);
    c.lineTo(Math.cos(angle) * r * 0.9, Math.sin(angle) * r * 0.9);
    c.stroke();
  }
  c.restore();
}

function lotus(stage: VistaStage, c: Context, { x, y, size }: { x: number; y: number; size: number }): void {
  const { tones } = stage;
  pad(stage, c, { x, y: y + size * 0.05, r: size * 1.05 });
  c.save();
  c.translate(x, y + size * 0.16);
  c.scale(1, -0.5);
  c.globalAlpha = 0.22;
  cup(stage, c, { x: 0, y: 0, size, colours: blossoms(stage)[0]! });
  c.restore();
  stage.lamp(c, {
    x,
    y: y - size * 0.5,
    radius: size * 1.7,
    colour: blend(tones.light, tones.accent, 0.25),
    strength: 0.7,
  });
  cup(stage, c, { x, y: y + size * 0.08, size, colours: blossoms(stage)[0]! });
}

/** Eye to eye with one blossom; dew, and butterflies of light that come to it. */
export function blossom(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  stage.footing = 'floating';
  const heart = { x: w * 0.63, y: h * 0.47 };
  stage.key = { ...heart, colour: tones.light };
  stage.layer('air', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [view.x0, view.y0, view.x1, view.y1],
        [
          [0, blend(tones.deep, tones.sky, 0.35)],
          [0.45, blend(tones.sky, tones.main, 0.35)],
          [1, blend(tones.main, tones.deep, 0.55)],
        ],
      ),
    );
    glow(c, heart.x, heart.y, w * 0.6, tones.accent, 0.35);
    glow(c, w * 0.2, h * 0.2, w * 0.3, tones.haze, 0.35);
  });
  stage.layer('bokeh', 0.86, { bloom: 0.8 }, (c) => {
    for (let index = 0; index < stage.by(16, 40); index++) {
      const [x, y, r] = [
        stage.between(view.x0, view.x1),
        stage.between(view.y0, view.y1),
        stage.between(8, 44) * stage.bigger,
      ];
      const colour = stage.choose([tones.light, tones.accent, tones.haze, tones.main]);
      c.fillStyle = radial(c, x, y, r, [
        [0, colour, 0.16],
        [0.85, colour, 0.24],
        [0.95, colour, 0.4],
        [1, colour, 0],
      ]);
      c.fillRect(x - r, y - r, r * 2, r * 2);
    }
  });
  stage.layer('soft flowers', 0.74, { soft: 7 }, (c) => {
    const colours = blossoms(stage);
    for (const [x, y, r, index] of [
      [0.1, 0.72, 0.16, 1],
      [0.3, 0.9, 0.2, 0],
      [0.92, 0.1, 0.16, 2],
      [0.3, 0.14, 0.1, 0],
    ] as const) {
      stem(stage, c, [w * x + 20, view.y1], [w * x, h * y], 9);
      flower(stage, c, { x: w * x, y: h * y, r: short * r, colours: colours[index]!, flat: 0.8, turn: x * 7 });
    }
  });
  stage.layer('stem', 0.6, { bloom: 0 }, (c) => {
    stem(stage, c, [w * 0.56, view.y1], [heart.x, heart.y], 17);
    leaf(stage, c, { x: w * 0.57, y: h * 0.98, length: short * 0.44, angle: -2.7 });
    leaf(stage, c, { x: w * 0.59, y: h * 0.92, length: short * 0.4, angle: -0.25 });
  });
  stage.layer('blossom', 0.5, { bloom: 0.3 }, (c) => {
    const r = short * 0.4 * stage.bigger;
    glow(c, heart.x, heart.y, r * 1.7, tones.accent, 0.3);
    flower(stage, c, { ...heart, r, colours: blossoms(stage)[0]!, petals: 11, rows: 3, flat: 0.86, turn: 0.2 });
    stage.lamp(c, { ...heart, radius: r * 0.6, colour: tones.light, strength: 0.45 });
    for (let filament = 0; filament < 26; filament++) {
      const angle = (filament / 26) * Math.PI * 2;
      const reach = r * stage.between(0.22, 0.36);
      const [x, y] = [heart.x + Math.cos(angle) * reach, heart.y + Math.sin(angle) * reach * 0.8 - r * 0.05];
      c.strokeStyle = alpha(tones.light, 0.8);
      c.lineWidth = 1.6;
      c.beginPath();
      c.moveTo(heart.x, heart.y);
      c.quadraticCurveTo((heart.x + x) / 2, (heart.y + y) / 2 - 10, x, y);
      c.stroke();
      c.fillStyle = tones.glare;
      c.fill(ellipse(x, y, 3.6, 2.8));
    }
    for (let drop = 0; drop < 16; drop++) {
      const angle = stage.between(0, 6.28);
      const d = r * stage.between(0.45, 0.92);
      const [x, y, size] = [heart.x + Math.cos(angle) * d, heart.y + Math.sin(angle) * d * 0.86, stage.between(3, 8)];
      c.fillStyle = radial(c, x - size * 0.2, y + size * 0.3, size * 1.2, [
        [0, tones.glare, 0.8],
        [0.6, tones.haze, 0.3],
        [1, tones.deep, 0.35],
      ]);
      c.fill(ellipse(x, y, size, size * 0.92));
      c.fillStyle = '#ffffff';
      c.fill(ellipse(x - size * 0.3, y - size * 0.36, size * 0.24));
    }
  });
  stage.thread(0.4, {
    air: [
      [w * 0.1, h * 0.74, h * 0.17],
      [w * 0.42, h * 0.3, h * 0.2],
    ],
    road: [
      [view.x0, h * 1.04, 12],
      [w * 0.16, h * 0.84, 9],
      [w * 0.36, h * 0.74, 6],
      [w * 0.5, h * 0.58, 4],
      [w * 0.62, h * 0.48, 2],
    ],
  });
  stage.layer('butterflies', 0.2, { bloom: 0 }, (c) => {
    butterfly(stage, c, { x: w * 0.22, y: h * 0.26, size: short * 0.1 * stage.bigger, angle: 0.7 });
    butterfly(stage, c, { x: w * 0.42, y: h * 0.11, size: short * 0.055, angle: -0.3 });
    if (stage.grand > 0.4) butterfly(stage, c, { x: w * 0.88, y: h * 0.22, size: short * 0.045, angle: -0.7 });
  });
  stage.layer('near', 0.05, { soft: 8 }, (c) => {
    for (const [x, y, length, angle] of [
      [-0.03, 1.0, 0.6, -0.7],
      [1.03, 1.02, 0.5, -2.3],
      [0.02, 0.1, 0.3, 0.3],
    ] as const)
      leaf(stage, c, { x: w * x, y: h * y, length: short * length, angle });
  });
}

/** The bloom that opens as large as the sky, over a garden where everything turns to it. */
export function greatBloom(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const heart = { x: w * 0.5, y: h * 0.4 };
  stage.key = { ...heart, colour: tones.light };
  const reach = short * 0.66 * stage.bigger;
  const sides = 12;
  stage.layer('sky bloom', 1, { bloom: 0.8 }, (c) => {
    const tints = ramp(
      [
        blend(tones.deep, tones.sky, 0.35),
        tones.sky,
        blend(tones.sky, tones.accent, 0.55),
        blend(tones.accent, tones.haze, 0.5),
        blend(tones.haze, tones.light, 0.6),
        tones.glare,
      ],
      96,
    );
    const sharp = 0.35 + stage.tense * 0.5;
    field(c, stage.all, 2.6, (x, y, out) => {
      const [dx, dy] = [x - heart.x, (y - heart.y) * 1.06];
      const d = Math.hypot(dx, dy) / reach;
      const angle = Math.atan2(dy, dx);
      let value = 0.2 * Math.exp(-d * 0.7);
      // Rings of petals, each turned against the one before: what lies nearer to the heart covers what is farther.
      for (let ring = 6; ring >= 0; ring--) {
        const r = 0.2 + ring * 0.2;
        const turned = angle + ring * (Math.PI / sides) + 0.1;
        const lobe = Math.abs(Math.cos((turned * sides) / 2));
        const edge = r * (0.78 + 0.24 * lobe ** sharp);
        if (d > edge) continue;
        const deep = d / edge;
        const vein = 0.03 * Math.sin(turned * sides * 7) * smooth(0.2, 0.9, deep);
        value =
          0.26 + 0.6 * (1 - ring / 7.4) + (deep ** 5 * 0.26 - 0.2) * (1 - ring * 0.06) + vein + 0.05 * (lobe - 0.5);
      }
      const haze = fbm(dx / 180 + 30, dy / 180, 2) - 0.5;
      const tint = tints[(Math.max(0, Math.min(1, value + haze * 0.1 + Math.exp(-d * d * 16) * 0.5)) * 95) | 0]!;
      out[0] = tint[0];
      out[1] = tint[1];
      out[2] = tint[2];
    });
    stage.lamp(c, { ...heart, radius: reach * 0.8, colour: tones.light, strength: 0.7 });
  });
  stage.layer('rays', 0.9, { bloom: 0 }, (c) => {
    const rays = Math.round(stage.by(9, 20));
    shafts(
      c,
      stage.all,
      { ...heart, colour: tones.light, strength: 0.4 + stage.grand * 0.3 },
      Array.from({ length: rays }, (_, index) => ({
        angle: (index / rays) * 6.283 + stage.between(0, 0.2),
        width: stage.between(0.012, 0.04),
        length: w * stage.between(0.5, 0.8),
        strength: stage.between(0.25, 0.55),
      })),
    );
    c.fillStyle = radial(c, heart.x, heart.y, reach * 0.2, [
      [0, '#ffffff'],
      [0.5, tones.glare],
      [1, tones.light, 0],
    ]);
    c.fill(ellipse(heart.x, heart.y, reach * 0.2));
    for (let grain = 0; grain < 150; grain++) {
      const d = reach * 0.15 * Math.sqrt(grain / 150);
      c.fillStyle = alpha(blend(tones.accent, tones.light, 0.4), 0.75);
      c.fill(ellipse(heart.x + Math.cos(grain * 2.4) * d, heart.y + Math.sin(grain * 2.4) * d, 1.8));
    }
  });
  const hill = (y: number, phase: number, rise: number) => (x: number) =>
    h * y - h * rise * noise((x / w) * 2.4 + phase, phase) + Math.abs(x - w / 2) * -0.05;
  stage.layer('far garden', 0.7, { bloom: 0 }, (c) => {
    const crest = hill(0.82, 2, 0.06);
    meadow(stage, c, crest, {
      top: tones.far(blend(tones.main, tones.light, 0.3), 0.4),
      bottom: tones.far(tones.main, 0.3),
      blades: 200,
      flowers: 40,
    });
    const colours = blossoms(stage);
    for (let index = 0; index < 34; index++) {
      const x = stage.between(view.x0, view.x1);
      const tall = h * stage.between(0.05, 0.14);
      stem(stage, c, [x, crest(x) + 8], [x + (heart.x - x) * 0.04, crest(x) - tall], 2.2);
      cup(stage, c, {
        x: x + (heart.x - x) * 0.04,
        y: crest(x) - tall + 4,
        size: short * stage.between(0.024, 0.045),
        colours: colours[index % 3]!,
      });
    }
  });
  stage.layer('garden', 0.5, { bloom: 0, sway: { anchorY: h, amount: 4, seconds: 5 } }, (c) => {
    const crest = hill(0.93, 6, 0.05);
    const colours = blossoms(stage);
    for (const side of [-1, 1]) {
      for (let index = 0; index < 8; index++) {
        const x = w / 2 + side * w * (0.17 + index * 0.054 + stage.between(-0.012, 0.012));
        const tall = h * (0.1 + index * 0.03 + stage.between(0, 0.08)) * (0.8 + stage.grand * 0.3);
        const [hx, hy] = [x - side * 14, crest(x) - tall];
        stem(stage, c, [x, crest(x) + 14], [hx, hy], 5);
        const r = short * (0.03 + index * 0.0055);
        if (index % 2)
          flower(stage, c, {
            x: hx,
            y: hy,
            r: r * 1.15,
            colours: colours[index % 3]!,
            petals: 9,
            rows: 2,
            flat: 0.8,
            turn: index,
          });
        else cup(stage, c, { x: hx, y: hy + r, size: r * 1.6, colours: colours[(index + 1) % 3]! });
      }
    }
    meadow(stage, c, crest, {
      top: blend(tones.main, tones.light, 0.2),
      bottom: blend(tones.main, tones.deep, 0.75),
      blades: 340,
      flowers: 60,
    });
  });
  stage.thread(0.38, {
    air: [
      [w * 0.2, h * 0.66, h * 0.14],
      [w * 0.5, h * 0.34, h * 0.2],
    ],
    ground: [
      [w * 0.36, h * 0.95, h * 0.24],
      [w * 0.5, h * 0.93, h * 0.3],
    ],
    road: [
      [w * 0.4, h * 1.12, 22],
      [w * 0.46, h * 0.97, 12],
      [w * 0.5, h * 0.86, 6],
      [w * 0.5, h * 0.7, 3],
      [w * 0.5, h * 0.44, 2],
    ],
  });
  stage.layer('butterflies', 0.26, { bloom: 0 }, (c) => {
    const count = Math.round(stage.by(5, 16));
    for (let index = 0; index < count; index++) {
      const angle = (index / count) * 6.283 + stage.between(-0.2, 0.2);
      const d = reach * stage.between(0.5, 1.15);
      butterfly(stage, c, {
        x: heart.x + Math.cos(angle) * d * 1.25,
        y: heart.y + Math.sin(angle) * d * 0.62,
        size: short * stage.between(0.012, 0.032),
        angle: angle + 1.57,
      });
    }
  });
  stage.layer('near', 0.05, { bloom: 0, sway: { anchorY: h * 1.1, amount: 8, seconds: 5 } }, (c) => {
    const colours = blossoms(stage);
    for (const [x, y, r, index] of [
      [0.02, 0.8, 0.13, 0],
      [0.12, 0.96, 0.1, 2],
      [0.98, 0.78, 0.14, 1],
      [0.88, 0.97, 0.1, 0],
    ] as const) {
      stem(stage, c, [w * x, view.y1], [w * x, h * y], 8);
      flower(stage, c, {
        x: w * x,
        y: h * y,
        r: short * r,
        colours: colours[index]!,
        petals: 10,
        rows: 2,
        flat: 0.76,
        turn: x * 8,
      });
    }
    const dark = new Path2D();
    for (let blade = 0; blade < 40; blade++) {
      const x = stage.between(view.x0, view.x1);
      dark.moveTo(x, view.y1);
      dark.quadraticCurveTo(x, h * 1.0, x + stage.between(-26, 26), h * stage.between(0.94, 1.02));
    }
    c.strokeStyle = blend(tones.deep, tones.main, 0.3);
    c.lineWidth = 4;
    c.stroke(dark);
  });
}
