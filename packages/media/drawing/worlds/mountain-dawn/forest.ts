import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { fillBox, glow, linear, shafts } from '../paint.ts';
import { disc, land, mistBank } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';

/** In the wood: trunks in the mist, shafts of light falling onto a path. */
export function forest(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const sun = { x: w * 0.6, y: h * 0.2 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('glow', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, h],
        [
          [0, blend(tones.sky, tones.deep, 0.75)],
          [0.3, blend(tones.sky, tones.haze, 0.2)],
          [0.66, blend(tones.haze, tones.light, 0.2)],
          [1, blend(tones.haze, tones.deep, 0.6)],
        ],
      ),
    );
    glow(c, sun.x, h * 0.4, w * 0.4, tones.light, 0.45 + stage.grand * 0.3);
    disc(stage, c, { ...sun, y: h * 0.36, r: stage.short * 0.05 * stage.bigger });
  });
  const rows = [
    { depth: 0.86, count: 26, wide: 7, fade: 0.74, foot: 0.66 },
    { depth: 0.66, count: 15, wide: 15, fade: 0.48, foot: 0.72 },
    { depth: 0.44, count: 9, wide: 27, fade: 0.2, foot: 0.81 },
  ] as const;
  rows.forEach(({ depth, count, wide, fade, foot }, index) => {
    stage.layer(`trunks ${index + 1}`, depth, {}, (c) => {
      const tone = tones.far(blend(tones.deep, tones.ink, 0.4), fade);
      const ground = (x: number) =>
        h * (foot + 0.035 * Math.sin(x / 170 + index * 2)) + 12 * (fbm(x / 40, index, 2) - 0.5);
      land(
        stage,
        c,
        ground,
        [tones.far(blend(tones.deep, tones.main, 0.35), fade * 0.8), blend(tone, tones.deep, 0.4)],
        h * 0.2,
      );
      for (let trunk = 0; trunk < count; trunk++) {
        const x = view.x0 + ((trunk + stage.between(0.1, 0.9)) / count) * (view.x1 - view.x0);
        if (Math.abs(x - w * 0.56) < wide * 3.4 && index > 0) continue;
        drawTrunk(stage, c, { x, foot: ground(x) + 5, wide: wide * stage.between(0.65, 1.2), tone, fade });
      }
      mistBank(
        stage,
        c,
        [view.x0, h * (foot - 0.16), view.x1, h * (foot + 0.14)],
        blend(tones.haze, tones.light, 0.25),
        0.46 - index * 0.12,
      );
    });
  });
  stage.layer('shafts', 0.4, { bloom: 0 }, (c) => {
    const wedges = Array.from({ length: Math.round(stage.by(5, 11)) }, () => ({
      angle: Math.PI * stage.between(0.36, 0.74),
      width: stage.between(0.012, 0.045),
      length: h * stage.between(0.75, 1.05),
      strength: stage.between(0.3, 0.7),
    }));
    shafts(
      c,
      [w * 0.1, view.y0, w * 0.98, h * 0.95],
      { x: w * 0.66, y: -h * 0.16, colour: tones.glare, strength: 0.85 + stage.grand * 0.15 },
      wedges,
    );
  });
  stage.thread(0.36, {
    air: [
      [w * 0.36, h * 0.56, h * 0.1],
      [w * 0.56, h * 0.4, h * 0.08],
    ],
    ground: [
      [w * 0.42, h * 0.95, h * 0.26],
      [w * 0.55, h * 0.76, h * 0.13],
    ],
    road: [
      [w * 0.3, h * 1.12, 18],
      [w * 0.44, h * 0.93, 8],
      [w * 0.6, h * 0.84, 4],
      [w * 0.55, h * 0.76, 2],
      [w * 0.57, h * 0.7, 1],
    ],
  });
  stage.layer('near', 0.1, {}, (c) => {
    const ground = (x: number) => h * (1.0 - 0.09 * Math.abs(x / w - 0.52) ** 1.2 * 2) + 10 * (fbm(x / 30, 4, 2) - 0.5);
    land(stage, c, ground, [blend(tones.deep, tones.ink, 0.35), tones.ink], h * 0.1);
    ferns(stage, c, ground);
    drawTrunk(stage, c, { x: w * 0.07, foot: h * 1.06, wide: 62, tone: tones.ink, fade: 0 });
    drawTrunk(stage, c, { x: w * 0.95, foot: h * 1.08, wide: 84, tone: tones.ink, fade: 0 });
  });
}

function drawTrunk(
  stage: VistaStage,
  c: Context,
  trunk: { x: number; foot: number; wide: number; tone: string; fade: number },
): void {
  const { tones, view, key } = stage;
  const { x, foot, wide, tone, fade } = trunk;
  const top = view.y0 - 10;
  const lean = stage.between(-0.04, 0.04) * (foot - top);
  const shape = spline(
    [
      [x - wide * 0.9, foot + 8],
      [x - wide * 0.52, foot - wide * 1.4],
      [x - wide * 0.42 + lean * 0.5, (foot + top) / 2],
      [x - wide * 0.34 + lean, top],
      [x + wide * 0.34 + lean, top],
      [x + wide * 0.42 + lean * 0.5, (foot + top) / 2],
      [x + wide * 0.52, foot - wide * 1.4],
      [x + wide * 0.95, foot + 8],
    ],
    0.6,
  );
  const lit = blend(tone, tones.far(tones.light, fade * 0.5), 0.42);
  const side = key.x > x ? 1 : -1;
  c.fillStyle = linear(
    c,
    [x - (wide / 2) * side, 0, x + (wide / 2) * side, 0],
    [
      [0, tone],
      [0.66, tone],
      [0.9, blend(tone, lit, 0.5)],
      [1, lit],
    ],
  );
  c.fill(shape);
  c.strokeStyle = alpha(tones.ink, 0.35 * (1 - fade));
  c.lineWidth = 1;
  c.save();
  c.clip(shape);
  for (let line = 0; line < wide / 5; line++) {
    const at = x + stage.between(-0.5, 0.5) * wide;
    c.beginPath();
    c.moveTo(at, foot);
    c.bezierCurveTo(at + 4, foot * 0.7, at - 4 + lean * 0.6, foot * 0.4, at + lean, top);
    c.stroke();
  }
  c.restore();
  c.strokeStyle = tone;
  for (let branch = 0; branch < 5; branch++) {
    const y = foot - (foot - top) * stage.between(0.4, 0.95);
    const way = stage.random() < 0.5 ? -1 : 1;
    const reach = wide * stage.between(1.2, 3.6);
    c.lineWidth = Math.max(1, wide * stage.between(0.05, 0.1));
    c.beginPath();
    c.moveTo(x + lean * 0.6, y);
    c.quadraticCurveTo(x + way * reach * 0.5, y - 4, x + way * reach, y + reach * stage.between(0.05, 0.3));
    c.stroke();
  }
}

function ferns(stage: VistaStage, c: Context, ground: (x: number) => number): void {
  const { tones, w } = stage;
  for (let index = 0; index < 13; index++) {
    const x = index % 2 ? w * stage.between(0, 0.34) : w * stage.between(0.68, 1);
    const y = ground(x) + 12;
    const size = stage.between(40, 95);
    for (let frond = -2; frond <= 2; frond++) {
      const angle = -Math.PI / 2 + frond * 0.42 + stage.between(-0.1, 0.1);
      const tip: Point = [x + Math.cos(angle) * size, y + Math.sin(angle) * size * 0.8 + Math.abs(frond) * size * 0.12];
      const leaf = new Path2D();
      for (let step = 1; step < 9; step++) {
        const t = step / 9;
        const [px, py] = [x + (tip[0] - x) * t, y + (tip[1] - y) * t - Math.sin(t * 3.1) * size * 0.08];
        const reach = size * 0.16 * (1 - t);
        leaf.moveTo(px, py);
        leaf.lineTo(px + Math.cos(angle + 1.1) * reach, py + Math.sin(angle + 1.1) * reach);
        leaf.moveTo(px, py);
        leaf.lineTo(px + Math.cos(angle - 1.1) * reach, py + Math.sin(angle - 1.1) * reach);
      }
      leaf.moveTo(x, y);
      leaf.quadraticCurveTo((x + tip[0]) / 2, (y + tip[1]) / 2 - size * 0.1, tip[0], tip[1]);
      c.strokeStyle = blend(tones.ink, tones.main, 0.2 + 0.1 * Math.abs(frond));
      c.lineWidth = 2;
      c.stroke(leaf);
    }
  }
}
