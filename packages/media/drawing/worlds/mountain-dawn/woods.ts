import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import type { Stop } from '../paint.ts';
import { fir, land } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';

/** Colours of a morning sky. */
export function dawn({ tones }: VistaStage): Stop[] {
  return [
    [0, blend(tones.deep, tones.sky, 0.6)],
    [0.4, tones.sky],
    [0.72, tones.haze],
    [1, blend(tones.haze, tones.light, 0.7)],
  ];
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
