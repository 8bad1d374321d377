import { blend } from '../../colour.ts';
import { ellipse, polygon, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import type { VistaStage } from '../vista-stage.ts';
import { backLight, fibres, hills, paperFir, sheet, tree } from './sheets.ts';

/** A box of paper frames, one behind the other, each torn open wider: through them a far mountain. */
export function tunnel(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const end = { x: w * 0.5, y: h * 0.46 };
  stage.key = { ...end, colour: tones.light };
  stage.layer('back', 1, {}, (c) => {
    backLight(stage, c, { ...end, top: tones.glare, middle: blend(tones.light, tones.haze, 0.5), edge: tones.haze });
    const r = short * stage.by(0.075, 0.12) * stage.bigger;
    sheet(stage, c, ellipse(end.x, h * 0.38, r), { colour: blend(tones.main, tones.light, 0.2), off: 9 });
  });
  stage.layer('mountain', 0.9, { bloom: 0 }, (c) => {
    const peak = (x: number, y: number, half: number, colour: string) => {
      sheet(
        stage,
        c,
        polygon([
          [x - half, h * 0.72],
          [x, y],
          [x + half, h * 0.72],
        ]),
        { colour, wash: blend(colour, tones.haze, 0.6), off: 10, span: [y, h * 0.72] },
      );
      const k = half / (h * 0.72 - y);
      const snow = h * 0.07;
      sheet(
        stage,
        c,
        polygon([
          [x, y],
          [x + k * snow, y + snow],
          [x + k * snow * 0.4, y + snow * 0.72],
          [x, y + snow * 1.1],
          [x - k * snow * 0.45, y + snow * 0.7],
          [x - k * snow, y + snow],
        ]),
        { colour: tones.glare, off: 4 },
      );
    };
    peak(end.x - short * 0.16, h * 0.43, short * 0.2, blend(tones.sky, tones.haze, 0.45));
    peak(end.x + short * 0.13, h * 0.37, short * 0.24, blend(tones.sky, tones.haze, 0.3));
    sheet(stage, c, hills(stage, h * 0.66, h * 0.06, { bumps: 5, phase: 2 }), {
      colour: blend(tones.accent, tones.haze, 0.4),
      off: 8,
    });
    fibres(stage, c, 500);
  });
  const frames = [
    { s: 0.4, depth: 0.8, colour: blend(tones.haze, tones.main, 0.42), foot: 0.66 },
    { s: 0.54, depth: 0.68, colour: blend(tones.main, tones.haze, 0.2), foot: 0.71 },
    { s: 0.72, depth: 0.54, colour: tones.main, foot: 0.77 },
    { s: 1.0, depth: 0.36, colour: blend(tones.main, tones.sky, 0.55), foot: 0.85 },
    { s: 1.36, depth: 0.16, colour: blend(tones.sky, tones.deep, 0.45), foot: 0.94 },
    { s: 1.76, depth: 0.03, colour: tones.deep, foot: 1.05 },
  ];
  frames.forEach(({ s, depth, colour, foot }, index) => {
    if (index === 4) {
      stage.thread(0.3, {
        air: [
          [w * 0.34, h * 0.52, h * 0.13],
          [w * 0.56, h * 0.34, h * 0.11],
        ],
        ground: [
          [w * 0.42, h * 0.88, h * 0.23],
          [w * 0.5, h * 0.86, h * 0.21],
        ],
        road: [
          [w * 0.46, h * 1.1, 22],
          [w * 0.48, h * 0.92, 12],
          [w * 0.5, h * 0.8, 7],
          [w * 0.51, h * 0.7, 3],
          [w * 0.5, h * 0.62, 1],
        ],
      });
    }
    stage.layer(`frame ${index + 1}`, depth, { bloom: 0 }, (c) => {
      const rough = 0.05 + stage.tense * 0.06;
      const count = 22;
      const [rx, ry] = [w * 0.36 * s, h * 0.48 * s];
      const phase = stage.between(0, 7);
      const hole = spline(
        Array.from({ length: count }, (_, corner): Point => {
          const angle = (corner / count) * Math.PI * 2;
          const k = 1 + Math.sin(corner * 2.3 + phase) * rough + Math.sin(corner * 1.1 + phase * 2) * rough * 0.7;
          const low = h * foot + Math.sin(corner * 1.9 + phase) * 5;
          return [end.x + Math.cos(angle) * rx * k, Math.min(low, end.y - h * 0.03 + Math.sin(angle) * ry * k)];
        }),
        0.8,
      );
      // What the next frame hides is left out.
      const next = frames[index + 1];
      const [wide, high] = next ? [w * 0.45 * next.s + 60, h * 0.6 * next.s + 60] : [w, h];
      const [x0, y0] = [Math.max(view.x0 - 10, end.x - wide), Math.max(view.y0 - 10, end.y - high)];
      const [x1, y1] = [
        Math.min(view.x1 + 10, end.x + wide),
        Math.min(view.y1 + 10, next ? h * next.foot + 70 : view.y1 + 10),
      ];
      hole.rect(x0, y0, x1 - x0, y1 - y0);
      sheet(stage, c, hole, { colour, wash: blend(colour, tones.deep, 0.3), isPierced: true, off: 12 + index * 3 });
      for (let plant = 0; plant < 4 + index; plant++) {
        const side = plant % 2 ? 1 : -1;
        const x = end.x + side * rx * stage.between(0.55, 0.98);
        const tall = short * (0.07 + s * 0.13) * stage.between(0.7, 1.2);
        const leaf =
          index % 2 ? paperFir(x, h * foot + 8, tall * 1.2) : tree(x, h * foot + 8, tall * 1.2, stage.random);
        sheet(stage, c, leaf, { colour: blend(plant % 3 ? tones.accent : colour, tones.deep, index * 0.09), off: 6 });
      }
      fibres(stage, c, 500);
    });
  });
}
