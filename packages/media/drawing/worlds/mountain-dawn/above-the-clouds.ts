import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { shafts } from '../paint.ts';
import { clouds, disc, range, sky } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { dawn } from './woods.ts';

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
  // A boat sails on the clouds; who walks climbs the peak.
  const sails = stage.spec.thread.kind === 'boat';
  stage.thread(0.44, {
    air: [
      [w * 0.4, h * 0.66, h * 0.1],
      [w * 0.66, h * 0.2, h * 0.14],
    ],
    ground: sails
      ? [
          [w * 0.88, h * 0.86, h * 0.16],
          [w * 0.62, h * 0.74, h * 0.13],
        ]
      : [
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
    ...(sails ? { isAfloat: true } : { surface: (x: number) => crest(x) }),
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
