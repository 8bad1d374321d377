import { Path2D } from '@napi-rs/canvas';
import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { linear, shafts } from '../paint.ts';
import { disc } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { blossoms, bush, dusk, flower, meadow, wisteria } from './plants.ts';

/** Under an arch after arch of hanging blossom, towards the light. */
export function pergola(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const end = { x: w * 0.5, y: h * 0.5 };
  stage.key = { ...end, colour: tones.light };
  stage.layer('light', 1, { soft: 0 }, (c) => {
    dusk(stage, c, h * 0.7, end);
    disc(stage, c, { ...end, r: short * 0.075 * stage.bigger });
  });
  const ground = (s: number) => h * 0.56 + h * 0.36 * s;
  stage.layer('path', 0.92, { bloom: 0 }, (c) => {
    for (let index = 0; index < 46; index++) {
      const x = stage.between(view.x0, view.x1);
      const open = Math.min(1, Math.abs(x - end.x) / (w * 0.3));
      bush(stage, c, {
        x,
        y: h * 0.585,
        r: short * stage.between(0.03, 0.06) * (0.35 + open),
        tone: index % 5 ? tones.main : tones.accent,
        far: 0.5,
      });
    }
    meadow(stage, c, (x) => h * 0.57 + Math.abs(x - end.x) * 0.015, {
      top: blend(tones.main, tones.light, 0.35),
      bottom: blend(tones.main, tones.deep, 0.75),
      blades: 200,
      flowers: 0,
    });
    const path = new Path2D();
    path.moveTo(end.x - 7, h * 0.575);
    path.bezierCurveTo(end.x - 10, h * 0.72, w * 0.3, h * 0.9, w * 0.2, view.y1);
    path.lineTo(w * 0.8, view.y1);
    path.bezierCurveTo(w * 0.7, h * 0.9, end.x + 10, h * 0.72, end.x + 7, h * 0.575);
    path.closePath();
    c.fillStyle = linear(
      c,
      [0, h * 0.57, 0, h],
      [
        [0, tones.glare],
        [0.25, blend(tones.haze, tones.light, 0.4)],
        [1, blend(tones.sky, tones.deep, 0.45)],
      ],
    );
    c.fill(path);
    for (let fallen = 0; fallen < stage.by(60, 160); fallen++) {
      const t = stage.random() ** 0.8;
      c.fillStyle = alpha(blend(tones.accent, tones.glare, stage.random() * 0.6), 0.75);
      c.fill(
        ellipse(
          end.x + stage.between(-0.26, 0.26) * w * t,
          h * (0.58 + t * 0.42),
          1 + t * 4,
          0.5 + t * 1.8,
          stage.random(),
        ),
      );
    }
  });
  const arches = [
    { s: 0.24, depth: 0.86 },
    { s: 0.38, depth: 0.74 },
    { s: 0.6, depth: 0.58 },
    { s: 0.95, depth: 0.4 },
    { s: 1.45, depth: 0.1 },
  ];
  arches.forEach(({ s, depth }, index) => {
    if (index === 4) {
      shaftLayer(stage, end);
      stage.thread(0.34, {
        air: [
          [w * 0.34, h * 0.6, h * 0.13],
          [w * 0.54, h * 0.42, h * 0.09],
        ],
        ground: [
          [w * 0.44, h * 0.95, h * 0.24],
          [w * 0.5, h * 0.74, h * 0.13],
        ],
        road: [
          [w * 0.48, h * 1.12, 26],
          [w * 0.49, h * 0.9, 13],
          [w * 0.5, h * 0.72, 6],
          [w * 0.5, h * 0.62, 2.4],
          [w * 0.5, h * 0.575, 0.9],
        ],
      });
    }
    stage.layer(
      `arch ${index + 1}`,
      depth,
      { bloom: 0, sway: { anchorY: view.y0, amount: 3 + s * 4, seconds: 5 } },
      (c) => {
        const far = 0.62 - index * 0.15;
        const toned = (colour: string) => tones.far(colour, Math.max(0, far));
        const [rx, crown, foot] = [w * 0.36 * s, h * 0.5 - h * 0.34 * s, ground(s)];
        c.strokeStyle = toned(blend(tones.ink, tones.main, 0.3));
        c.lineWidth = 9 * s + 1;
        c.beginPath();
        c.moveTo(end.x - rx, foot);
        c.lineTo(end.x - rx, h * 0.5 - h * 0.08 * s);
        c.bezierCurveTo(end.x - rx, crown, end.x + rx, crown, end.x + rx, h * 0.5 - h * 0.08 * s);
        c.lineTo(end.x + rx, foot);
        c.stroke();
        const over = (t: number): Point => {
          const angle = Math.PI * (1 - t);
          return [end.x + Math.cos(angle) * rx * 1.03, h * 0.5 - h * 0.06 * s - Math.sin(angle) * h * 0.245 * s];
        };
        const bright = blend(tones.haze, tones.glare, 0.35);
        const bunches = Math.round(stage.by(15, 24));
        for (let pass = 0; pass < 2; pass++) {
          for (let bunch = 0; bunch < bunches; bunch++) {
            const t = (bunch + stage.random()) / bunches;
            const [x, y] = over(t);
            const colour = pass
              ? blend(tones.accent, tones.sky, stage.random() * 0.8)
              : blend(tones.sky, tones.deep, 0.3);
            wisteria(stage, c, {
              x: x + stage.between(-18, 18) * s,
              y: y - 12 * s,
              length: h * s * (pass ? stage.between(0.1, 0.23) : stage.between(0.14, 0.28)),
              wide: 24 * s + 2,
              tones: [toned(blend(colour, tones.deep, 0.3)), toned(blend(colour, bright, 0.7))],
            });
          }
        }
        for (let tuft = 0; tuft < 60; tuft++) {
          const [x, y] = over(stage.random());
          c.fillStyle = toned(blend(tones.main, stage.random() < 0.5 ? tones.light : tones.deep, 0.35));
          c.fill(
            ellipse(
              x + stage.between(-20, 20) * s,
              y + stage.between(-26, 6) * s,
              9 * s + 1,
              4.5 * s + 0.6,
              stage.between(-0.7, 0.7),
            ),
          );
        }
        if (index === 4) return;
        for (const side of [-1, 1]) {
          for (let leg = 0; leg < 34; leg++) {
            const y = foot - (foot - h * 0.5) * stage.random();
            c.fillStyle = toned(blend(tones.main, leg % 3 ? tones.deep : tones.light, 0.4));
            c.fill(
              ellipse(
                end.x + side * (rx + stage.between(-7, 7) * s),
                y,
                8 * s + 0.6,
                4 * s + 0.4,
                stage.between(-1, 1),
              ),
            );
          }
          for (let plant = 0; plant < 9; plant++) {
            const x = end.x + side * rx * (0.98 + (plant / 9) * 0.75);
            bush(stage, c, {
              x,
              y: foot + stage.between(0, 10) * s,
              r: stage.between(26, 46) * s,
              tone: plant % 4 === 3 ? tones.accent : tones.main,
              far: Math.max(0, far),
            });
          }
          const colours = blossoms(stage);
          for (let head = 0; head < 7; head++)
            flower(stage, c, {
              x: end.x + side * (rx + stage.between(0, 0.7) * rx),
              y: foot - stage.between(4, 44) * s,
              r: stage.between(10, 19) * s,
              colours: colours[head % 3]!,
              petals: 7,
              rows: 1,
              flat: 0.8,
              turn: head,
            });
        }
      },
    );
  });
}

function shaftLayer(stage: VistaStage, end: { x: number; y: number }): void {
  const { w, h } = stage;
  stage.layer('shafts', 0.36, { bloom: 0 }, (c) => {
    const wedges = Array.from({ length: Math.round(stage.by(5, 10)) }, () => ({
      angle: stage.between(0.2, 2.94),
      width: stage.between(0.015, 0.05),
      length: h * stage.between(0.5, 0.8),
      strength: stage.between(0.3, 0.6),
    }));
    shafts(
      c,
      [w * 0.12, h * 0.3, w * 0.88, h],
      { ...end, colour: stage.tones.light, strength: 0.45 + stage.grand * 0.25 },
      wedges,
    );
  });
}
