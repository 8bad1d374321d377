import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, limb, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fillBox, glow, linear, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';

/** Close: a jellyfish glows in the dark, others far behind it. */
export function jellyfish(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  stage.key = { x: w * 0.56, y: h * 0.34, colour: tones.light };
  stage.footing = 'floating';
  stage.layer('water', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, view.y1],
        [
          [0, blend(tones.sky, tones.main, 0.4)],
          [0.35, blend(tones.sky, tones.deep, 0.6)],
          [1, tones.ink],
        ],
      ),
    );
    glow(c, w * 0.56, h * 0.3, w * 0.5, tones.main, 0.7);
  });
  stage.layer('far jellies', 0.84, { soft: 2.4 }, (c) => {
    for (let index = 0; index < stage.by(4, 9); index++) {
      jelly(stage, c, {
        x: w * stage.between(0.02, 0.98),
        y: h * stage.between(0.1, 0.62),
        r: stage.between(18, 40),
        strength: 0.45,
      });
    }
  });
  stage.layer('jellies', 0.66, {}, (c) => {
    jelly(stage, c, { x: w * 0.2, y: h * 0.24, r: stage.short * 0.075, strength: 0.7 });
    jelly(stage, c, { x: w * 0.86, y: h * 0.5, r: stage.short * 0.09, strength: 0.75 });
  });
  stage.thread(0.5, {
    air: [
      [w * 0.12, h * 0.74, h * 0.14],
      [w * 0.36, h * 0.4, h * 0.15],
    ],
    road: [
      [w * 0.05, h * 1.14, 14],
      [w * 0.16, h * 0.84, 7],
      [w * 0.3, h * 0.68, 4],
      [w * 0.44, h * 0.56, 2],
    ],
  });
  stage.layer('jellyfish', 0.34, { bloom: 0.9, sway: { anchorY: h * 0.2, amount: 9, seconds: 7 } }, (c) => {
    jelly(stage, c, { x: w * 0.58, y: h * 0.34, r: stage.short * 0.215 * stage.bigger, strength: 1 });
  });
  stage.layer('motes', 0.08, { soft: 1 }, (c) => {
    for (let mote = 0; mote < stage.by(40, 130); mote++) {
      const r = 1 + 4 * stage.random() ** 3;
      const [x, y] = [stage.between(view.x0, view.x1), stage.between(view.y0, view.y1)];
      c.fillStyle = alpha(mote % 4 ? tones.light : tones.accent, 0.6);
      c.fill(ellipse(x, y, r));
      if (r > 3) glow(c, x, y, r * 6, tones.light, 0.4);
    }
  });
}

function jelly(
  stage: VistaStage,
  c: Context,
  { x, y, r, strength }: { x: number; y: number; r: number; strength: number },
): void {
  const { tones } = stage;
  c.save();
  c.translate(x, y);
  c.rotate(stage.between(-0.22, 0.1));
  c.globalAlpha = strength;
  for (let thread = 0; thread < 26; thread++) {
    const u = (thread / 25) * 2 - 1;
    const long = r * stage.between(1.4, 3.2) * (1 - Math.abs(u) * 0.2);
    const phase = stage.between(0, 6);
    const points = Array.from({ length: 8 }, (_, index): Point => {
      const t = index / 7;
      return [u * r * 0.86 * (1 - t * 0.25) + Math.sin(t * 6 + phase) * r * 0.09 * t, r * 0.18 + t * long];
    });
    const colour = thread % 3 ? tones.haze : tones.accent;
    c.strokeStyle = linear(
      c,
      [0, 0, 0, long],
      [
        [0, colour, 0.75],
        [1, colour, 0],
      ],
    );
    c.lineWidth = Math.max(0.7, r * 0.011);
    c.stroke(curve(points));
  }
  for (let arm = 0; arm < 6; arm++) {
    const u = ((arm + 0.5) / 6) * 2 - 1;
    const long = r * stage.between(1.3, 2);
    const phase = stage.between(0, 6);
    const points = Array.from({ length: 7 }, (_, index): Point => {
      const t = index / 6;
      return [u * r * 0.42 + Math.sin(t * 7 + phase) * r * 0.13 * (0.3 + t), r * 0.1 + t * long];
    });
    c.fillStyle = linear(
      c,
      [0, 0, 0, long],
      [
        [0, tones.light, 0.62],
        [0.5, tones.accent, 0.4],
        [1, tones.accent, 0],
      ],
    );
    c.fill(
      limb(
        points,
        [0.12, 0.1, 0.11, 0.08, 0.07, 0.04, 0.01].map((half) => half * r),
      ),
    );
  }
  const bell = spline(
    [
      [0, -r * 0.82],
      [r * 0.62, -r * 0.62],
      [r * 0.97, -r * 0.05],
      [r * 0.92, r * 0.22],
      [r * 0.6, r * 0.14],
      [r * 0.3, r * 0.24],
      [0, r * 0.15],
      [-r * 0.3, r * 0.24],
      [-r * 0.6, r * 0.14],
      [-r * 0.92, r * 0.22],
      [-r * 0.97, -r * 0.05],
      [-r * 0.62, -r * 0.62],
    ],
    0.9,
  );
  c.fillStyle = radial(c, 0, r * 0.1, r * 1.1, [
    [0, tones.glare, 0.9],
    [0.3, tones.light, 0.62],
    [0.7, blend(tones.main, tones.haze, 0.5), 0.5],
    [0.93, tones.haze, 0.85],
    [1, tones.glare, 0.9],
  ]);
  c.fill(bell);
  c.save();
  c.clip(bell);
  c.strokeStyle = alpha(tones.glare, 0.34);
  c.lineWidth = Math.max(0.6, r * 0.014);
  for (let rib = -6; rib <= 6; rib++)
    c.stroke(
      curve([
        [rib * r * 0.03, -r * 0.82],
        [rib * r * 0.12, -r * 0.34],
        [rib * r * 0.155, r * 0.26],
      ]),
    );
  c.fillStyle = alpha(tones.accent, 0.5);
  for (const dx of [-0.34, 0, 0.34]) c.fill(ellipse(dx * r, -r * 0.12, r * 0.15, r * 0.2));
  c.fillStyle = linear(
    c,
    [-r, -r, r * 0.4, r * 0.2],
    [
      [0, tones.glare, 0.6],
      [0.5, tones.glare, 0],
    ],
  );
  c.fillRect(-r, -r, r * 2, r * 2);
  c.restore();
  c.restore();
  stage.lamp(c, {
    x,
    y: y - r * 0.1,
    radius: r * 2.1,
    colour: blend(tones.light, tones.main, 0.3),
    strength: 0.42 * strength,
  });
}
