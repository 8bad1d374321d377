import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend, rgb } from '../../colour.ts';
import { curve, ellipse, limb, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm, ridged, smooth } from '../noise.ts';
import { field, fillBox, glow, linear, shafts } from '../paint.ts';
import { land } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';

/** Under water: shafts from a bright ceiling, a shoal that turns, kelp and corals. */
export function reef(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const light = { x: w * 0.42, y: -h * 0.08 };
  stage.key = { ...light, colour: tones.light };
  stage.footing = 'floating';
  stage.layer('water', 1, { soft: 0 }, (c) => {
    water(stage, c, light);
    const [red, green, blue] = rgb(tones.glare);
    field(c, [view.x0, view.y0, view.x1, h * 0.24], 4, (x, y, out) => {
      const t = Math.max(0.02, (h * 0.3 - y) / (h * 0.3));
      const web = ridged((x - light.x) / (240 * t) + 40, 6 / t, 3) ** 3;
      out[0] = red;
      out[1] = green;
      out[2] = blue;
      out[3] = 255 * Math.min(1, web * 1.4) * smooth(0.22, 0.8, t) * Math.exp(-Math.abs(x - light.x) / (w * 0.5));
    });
  });
  stage.layer('shafts', 0.9, { bloom: 0 }, (c) => {
    const wedges = Array.from({ length: Math.round(stage.by(6, 15)) }, () => ({
      angle: Math.PI * stage.between(0.28, 0.74),
      width: stage.between(0.01, 0.05),
      length: h * stage.between(0.7, 1.25),
      strength: stage.between(0.25, 0.7),
    }));
    shafts(
      c,
      [view.x0, view.y0, view.x1, h * 0.98],
      { ...light, colour: blend(tones.light, tones.haze, 0.3), strength: 0.6 },
      wedges,
    );
  });
  stage.layer('far reef', 0.74, {}, (c) => reefGround(stage, c, 0.8, 0.5, 90));
  stage.layer('shoal', 0.6, {}, (c) => {
    const path = new Path2D();
    const lit = new Path2D();
    for (let fish = 0; fish < stage.by(70, 230); fish++) {
      const t = stage.random();
      const angle = t * Math.PI * 1.5 + 0.5;
      const spread = stage.between(-1, 1) * stage.between(0, 1) * 60;
      const [x, y] = [
        w * 0.62 + Math.cos(angle) * (w * 0.17 + spread),
        h * 0.44 + Math.sin(angle) * (h * 0.19 + spread * 0.6),
      ];
      const turn = angle + Math.PI / 2 + stage.between(-0.2, 0.2);
      const size = stage.between(5, 11) * stage.bigger;
      addFish(stage.random() < 0.3 ? lit : path, x, y, size, turn);
    }
    c.fillStyle = alpha(blend(tones.deep, tones.main, 0.25), 0.9);
    c.fill(path);
    c.fillStyle = alpha(blend(tones.haze, tones.light, 0.5), 0.95);
    c.fill(lit);
  });
  stage.thread(0.5, {
    air: [
      [w * 0.2, h * 0.74, h * 0.13],
      [w * 0.52, h * 0.36, h * 0.13],
    ],
    road: [
      [w * 0.1, h * 1.14, 14],
      [w * 0.26, h * 0.84, 7],
      [w * 0.46, h * 0.66, 4],
      [w * 0.5, h * 0.4, 2.2],
      [w * 0.43, h * 0.1, 1],
    ],
    ground: [
      [w * 0.16, h * 0.9, h * 0.22],
      [w * 0.5, h * 0.84, h * 0.17],
    ],
  });
  stage.layer('reef', 0.36, {}, (c) => {
    reefGround(stage, c, 0.92, 0.14, 70);
    bubbles(stage, c, 60);
  });
  stage.layer('kelp', 0.1, { sway: { anchorY: h * 1.1, amount: 14, seconds: 6 } }, (c) => {
    for (const [x, tall] of [
      [-0.02, 1.05],
      [0.05, 0.8],
      [0.1, 0.5],
      [0.9, 0.62],
      [0.96, 0.92],
      [1.03, 1.1],
    ] as const)
      kelp(stage, c, w * x, h * 1.1, h * tall);
  });
}

function water(stage: VistaStage, c: Context, light: { x: number; y: number }): void {
  const { tones, all, view, w } = stage;
  fillBox(
    c,
    all,
    linear(
      c,
      [0, view.y0, 0, view.y1],
      [
        [0, blend(tones.haze, tones.main, 0.35)],
        [0.22, tones.main],
        [0.6, blend(tones.sky, tones.deep, 0.5)],
        [1, blend(tones.ink, tones.deep, 0.5)],
      ],
    ),
  );
  glow(c, light.x, light.y, w * 0.55, tones.light, 0.55 + stage.grand * 0.3);
}

function bubbles(stage: VistaStage, c: Context, count: number): void {
  const { tones, w, h } = stage;
  for (let index = 0; index < count; index++) {
    const column = Math.floor(stage.random() * 4);
    const [x, y] = [w * (0.14 + column * 0.26) + stage.between(-26, 26), stage.between(0, h)];
    const r = 1.2 + 6 * stage.random() ** 3;
    c.strokeStyle = alpha(tones.glare, 0.5);
    c.lineWidth = Math.max(0.7, r * 0.16);
    c.stroke(ellipse(x, y, r));
    c.fillStyle = alpha(tones.glare, 0.75);
    c.fill(ellipse(x - r * 0.3, y - r * 0.34, r * 0.22));
  }
}

function addFish(path: Path2D, x: number, y: number, size: number, turn: number): void {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const at = (u: number, v: number): Point => [x + (u * cos - v * sin) * size, y + (u * sin + v * cos) * size];
  path.moveTo(...at(1, 0));
  path.quadraticCurveTo(...at(0.2, -0.5), ...at(-0.7, -0.06));
  path.lineTo(...at(-1.15, -0.36));
  path.lineTo(...at(-1, 0));
  path.lineTo(...at(-1.15, 0.36));
  path.lineTo(...at(-0.7, 0.06));
  path.quadraticCurveTo(...at(0.2, 0.5), ...at(1, 0));
}

/** Sea bed with corals: fans, tubes and domes whose tops catch the light. */
function reefGround(stage: VistaStage, c: Context, at: number, fade: number, size: number): void {
  const { tones, w, h, view } = stage;
  const into = (colour: string) => blend(colour, blend(tones.sky, tones.deep, 0.4), fade);
  const crest = (x: number) => h * (at - 0.1 * Math.abs(x / w - 0.5)) + size * 0.5 * (fbm(x / 90, at * 9, 3) - 0.5);
  for (let coral = 0; coral < 26; coral++) {
    const x = stage.between(view.x0, view.x1);
    const foot = crest(x) + 10;
    const tall = size * stage.between(0.4, 1.3) * (0.5 + Math.abs(x / w - 0.5));
    const tip = into(
      stage.choose([tones.accent, blend(tones.accent, tones.light, 0.5), blend(tones.main, tones.light, 0.4)]),
    );
    const base = into(blend(tones.ink, tones.deep, 0.7));
    c.fillStyle = linear(
      c,
      [0, foot - tall, 0, foot],
      [
        [0, tip],
        [0.5, blend(tip, base, 0.6)],
        [1, base],
      ],
    );
    if (coral % 3 === 0) {
      c.fill(ellipse(x, foot, tall * 0.62, tall * 0.55));
    } else if (coral % 3 === 1) {
      for (let arm = -3; arm <= 3; arm++) {
        const end: Point = [x + arm * tall * 0.17, foot - tall * (1 - Math.abs(arm) * 0.1) * stage.between(0.75, 1)];
        c.fill(
          limb(
            [[x + arm * 2, foot], [x + arm * tall * 0.12, foot - tall * 0.5], end],
            [tall * 0.045, tall * 0.05, tall * 0.035],
          ),
        );
      }
    } else {
      for (let tube = 0; tube < 4; tube++) {
        const tx = x + (tube - 1.5) * tall * 0.2;
        c.fill(
          limb(
            [
              [tx, foot],
              [tx + 3, foot - tall * stage.between(0.5, 1)],
            ],
            [tall * 0.07, tall * 0.1],
          ),
        );
      }
    }
  }
  land(stage, c, crest, [into(blend(tones.deep, tones.main, 0.34)), into(tones.ink)], h * 0.16);
}

function kelp(stage: VistaStage, c: Context, x: number, foot: number, tall: number): void {
  const { tones } = stage;
  const stem: Point[] = Array.from({ length: 9 }, (_, index): Point => [
    x + Math.sin(index * 0.9 + x) * 14,
    foot - (index / 8) * tall,
  ]);
  c.strokeStyle = tones.ink;
  c.lineWidth = 4;
  c.stroke(curve(stem));
  for (let leaf = 1; leaf < 22; leaf++) {
    const t = leaf / 22;
    const [sx, sy] = stem[Math.min(8, Math.floor(t * 8))]!;
    const way = leaf % 2 ? 1 : -1;
    const length = 74 * (1.1 - t * 0.5);
    c.fillStyle = linear(
      c,
      [sx, sy, sx + way * length, sy - 30],
      [
        [0, tones.ink],
        [1, blend(tones.ink, tones.main, 0.35)],
      ],
    );
    const y = foot - t * tall;
    c.fill(
      spline(
        [
          [sx, y],
          [sx + way * length * 0.4, y - 16],
          [sx + way * length, y - 22],
          [sx + way * length * 0.5, y - 2],
        ],
        0.9,
      ),
    );
  }
}
