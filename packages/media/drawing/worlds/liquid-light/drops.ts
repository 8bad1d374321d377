import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import { fillBox, glow, linear, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { way } from './oils.ts';

/** Close: lenses of oil, each with the whole light in it. */
export function drops(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.3, y: h * 0.12, colour: tones.light };
  stage.layer('ground', 1, { soft: 3 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, 0, w, h],
        [
          [0, blend(tones.haze, tones.light, 0.35)],
          [0.4, tones.haze],
          [0.7, tones.sky],
          [1, tones.deep],
        ],
      ),
    );
    for (let stain = 0; stain < 12; stain++)
      glow(
        c,
        stage.between(0, w),
        stage.between(0, h),
        stage.between(120, 320),
        stage.choose([tones.main, tones.accent, tones.light]),
        0.5,
      );
  });
  stage.layer('small drops', 0.78, {}, (c) => {
    for (let drop = 0; drop < stage.by(40, 110); drop++)
      lens(stage, c, stage.between(-0.05, 1.05) * w, stage.between(-0.05, 1.05) * h, 4 + 24 * stage.random() ** 2);
  });
  stage.thread(0.56, way(stage, [w * 0.42, h * 0.34]));
  stage.layer('great drop', 0.4, { bloom: 0.7 }, (c) => {
    const r = stage.short * 0.3 * stage.bigger;
    lens(stage, c, w * 0.63, h * 0.5, r);
    stage.lamp(c, { x: w * 0.63 + r * 0.3, y: h * 0.5 + r * 0.4, radius: r * 1.1, colour: tones.light, strength: 0.4 });
    for (const [dx, dy, size] of [
      [-1.3, 0.5, 0.34],
      [1.16, -0.72, 0.26],
      [-0.86, -0.96, 0.16],
      [0.6, 1.22, 0.14],
    ] as const)
      lens(stage, c, w * 0.63 + dx * r, h * 0.5 + dy * r, r * size);
  });
  stage.layer('near drops', 0.1, { soft: 2.4 }, (c) => {
    for (const [x, y, size] of [
      [0.02, 0.94, 0.2],
      [0.97, 0.05, 0.16],
      [0.12, 0.04, 0.09],
    ] as const)
      lens(stage, c, w * x, h * y, stage.short * size);
  });
}

/** A drop as a lens: dark towards the light, bright on the far side, a small window of light on top. */
function lens(stage: VistaStage, c: Context, x: number, y: number, r: number): void {
  const { tones } = stage;
  const [deep, full] = stage.choose([
    [tones.deep, tones.accent],
    [tones.deep, tones.main],
    [tones.sky, tones.accent],
    [tones.deep, tones.haze],
  ] as const);
  c.fillStyle = radial(c, x + r * 0.3, y + r * 0.4, r * 1.3, [
    [0, tones.ink, 0.45],
    [0.74, tones.ink, 0.26],
    [1, tones.ink, 0],
  ]);
  c.fill(ellipse(x + r * 0.12, y + r * 0.16, r * 1.14));
  c.fillStyle = radial(c, x + r * 0.34, y + r * 0.42, r * 1.5, [
    [0, blend(full, tones.glare, 0.72)],
    [0.3, blend(full, tones.light, 0.25)],
    [0.62, full],
    [0.86, blend(full, deep, 0.65)],
    [1, deep],
  ]);
  c.fill(ellipse(x, y, r));
  c.strokeStyle = linear(
    c,
    [x - r, y - r, x + r, y + r],
    [
      [0, tones.glare, 0.75],
      [0.45, tones.light, 0.1],
      [1, tones.glare, 0.9],
    ],
  );
  c.lineWidth = Math.max(0.8, r * 0.025);
  c.stroke(ellipse(x, y, r * 0.985));
  c.fillStyle = radial(c, x - r * 0.4, y - r * 0.46, r * 0.3, [
    [0, tones.glare, 0.95],
    [0.5, tones.glare, 0.7],
    [1, tones.glare, 0],
  ]);
  c.fill(ellipse(x - r * 0.4, y - r * 0.46, r * 0.3, r * 0.19, -0.7));
}
