import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { curve } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { tube } from '../paint.ts';
import type { ThreadWay } from '../thread.ts';
import type { VistaStage } from '../vista-stage.ts';
import type { Ball } from './flow.ts';

/** Drops strewn over the picture, none near the key light. */
export function scatter(stage: VistaStage, count: number, size: readonly [number, number], keepOut = 0): Ball[] {
  const { w, h, key, short } = stage;
  const balls: Ball[] = [];
  for (let tries = 0; balls.length < count && tries < count * 6; tries++) {
    const ball = {
      x: stage.between(-0.04, 1.04) * w,
      y: stage.between(-0.04, 1.04) * h,
      r: stage.between(...size) * stage.bigger,
    };
    if (Math.hypot(ball.x - key.x, ball.y - key.y) > keepOut * short) balls.push(ball);
  }
  return balls;
}

/** The colours of drops, from their shade to their light. */
export function oils({ tones }: VistaStage): string[][] {
  return [
    [blend(tones.deep, tones.accent, 0.4), tones.accent, blend(tones.accent, tones.light, 0.6)],
    [blend(tones.deep, tones.main, 0.4), tones.main, blend(tones.main, tones.light, 0.6)],
    [blend(tones.deep, tones.haze, 0.4), tones.haze, blend(tones.haze, tones.light, 0.6)],
  ];
}

/** Where the thread goes, up to a place. */
export function way({ w, h }: VistaStage, to: Point): ThreadWay {
  return {
    air: [
      [w * 0.16, h * 0.74, h * 0.14],
      [to[0], to[1], h * 0.15],
    ],
    road: [
      [w * 0.02, h * 1.12, 15],
      [w * 0.18, h * 0.84, 8],
      [w * 0.36, h * 0.76, 5],
      [w * 0.42, h * 0.58, 3],
      [to[0], to[1], 1.4],
    ],
  };
}

/** Threads of light that flow across the picture. */
export function streams(stage: VistaStage, c: Context, count: number, path: (t: number, lane: number) => Point): void {
  const { tones } = stage;
  for (let stream = 0; stream < count; stream++) {
    const lane = (stream + stage.random()) / count;
    const line = curve(Array.from({ length: 15 }, (_, index): Point => path(index / 14, lane)));
    const colour = stage.choose([tones.light, tones.accent, tones.haze]);
    tube(c, line, stage.between(0.8, 2.6), colour, blend(colour, tones.glare, 0.5), stage.between(0.35, 0.9));
  }
}
