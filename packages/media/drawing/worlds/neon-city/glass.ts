import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fillBox, glow, linear, radial, tube } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { neons } from './parts.ts';

/** Close: a window pane with drops, a sign seen from behind it, the city a field of blurred lights. */
export function glass(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const colours = neons(stage);
  stage.key = { x: w * 0.62, y: h * 0.4, colour: tones.accent };
  stage.footing = 'floating';
  stage.layer('city', 1, { soft: 5 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, view.y1],
        [
          [0, blend(tones.ink, tones.deep, 0.8)],
          [0.55, blend(tones.deep, tones.sky, 0.8)],
          [1, blend(tones.haze, tones.accent, 0.25)],
        ],
      ),
    );
    for (let x = view.x0; x < view.x1; x += 90) {
      const top = h * stage.between(0.12, 0.5);
      fillBox(c, [x, top, x + stage.between(60, 120), view.y1], alpha(tones.ink, 0.5));
    }
    glow(c, w * 0.5, h * 0.8, w * 0.5, tones.accent, 0.5);
  });
  for (const [name, depth, size, count, strength] of [
    ['far lights', 0.8, 20, 95, 0.75],
    ['near lights', 0.55, 50, 30, 0.62],
  ] as const) {
    stage.layer(name, depth, { bloom: 0.4 }, (c) => {
      c.globalCompositeOperation = 'screen';
      for (let index = 0; index < count * stage.by(0.5, 1.2); index++) {
        const r = size * stage.between(0.55, 1.25);
        const [x, y] = [stage.between(view.x0, view.x1), h * (0.2 + 0.8 * (1 - stage.random() ** 1.7))];
        const colour = stage.choose(colours);
        c.fillStyle = radial(c, x, y, r, [
          [0, colour, strength * 0.55],
          [0.8, colour, strength * 0.7],
          [0.93, blend(colour, '#ffffff', 0.3), strength],
          [1, colour, 0],
        ]);
        c.fillRect(x - r, y - r, r * 2, r * 2);
        if (index % 6 === 0) stage.lamp(c, { x, y, radius: r * 1.7, colour, strength: 0.28 });
      }
      c.globalCompositeOperation = 'source-over';
    });
  }
  stage.thread(0.5, {
    air: [
      [w * 0.16, h * 0.62, h * 0.16],
      [w * 0.44, h * 0.3, h * 0.22],
    ],
    ground: [
      [w * 0.16, h * 0.955, h * 0.36],
      [w * 0.4, h * 0.955, h * 0.4],
    ],
    road: [
      [w * 0.08, h * 1.12, 16],
      [w * 0.22, h * 0.84, 9],
      [w * 0.36, h * 0.66, 5],
      [w * 0.44, h * 0.56, 2.6],
    ],
  });
  stage.layer('sign', 0.36, { bloom: 0.9 }, (c) => {
    const [x, y, r] = [w * 0.69, h * 0.42, stage.short * 0.25 * stage.bigger];
    tube(c, ellipse(x, y, r), 7, tones.accent, blend(tones.accent, '#ffffff', 0.7));
    tube(
      c,
      curve(
        Array.from({ length: 41 }, (_, index): Point => {
          const t = (index / 40) * 2 - 1;
          const swell = Math.exp(-t * t * 5);
          return [x + t * r * 1.5, y + Math.sin(t * 22) * r * 0.52 * swell];
        }),
      ),
      5.5,
      tones.light,
      tones.glare,
    );
    c.strokeStyle = tones.ink;
    c.lineWidth = 3;
    for (const dx of [-0.5, 0.5])
      c.stroke(
        curve(
          [
            [x + dx * r, view.y0],
            [x + dx * r, y - r * 0.86],
          ],
          0,
        ),
      );
    stage.lamp(c, { x, y, radius: r * 2.1, colour: tones.accent, strength: 0.5 });
  });
  stage.layer('drops', 0.08, {}, (c) => {
    for (let index = 0; index < stage.by(90, 190); index++) {
      const size = 2 + 11 * stage.random() ** 3;
      drop(stage, c, stage.between(view.x0, view.x1), stage.between(view.y0, view.y1), size);
    }
    for (let run = 0; run < 7; run++) {
      const x = stage.between(view.x0, view.x1);
      const end = h * stage.between(0.3, 1);
      c.strokeStyle = linear(
        c,
        [0, end - h * 0.36, 0, end],
        [
          [0, tones.light, 0],
          [1, tones.light, 0.3],
        ],
      );
      c.lineWidth = 4;
      c.stroke(
        curve([
          [x, end - h * 0.36],
          [x + 5, end - h * 0.2],
          [x - 2, end],
        ]),
      );
      drop(stage, c, x - 2, end, 10);
    }
    fillBox(
      c,
      [view.x0, h * 0.95, view.x1, view.y1],
      linear(
        c,
        [0, h * 0.95, 0, h],
        [
          [0, blend(tones.ink, tones.accent, 0.4)],
          [0.2, tones.ink],
          [1, tones.ink],
        ],
      ),
    );
  });
}

/** A drop on glass: it shows the scene upside down, so its foot is bright. */
function drop(stage: VistaStage, c: Context, x: number, y: number, size: number): void {
  const { tones } = stage;
  const own = stage.choose([tones.light, tones.accent, tones.haze]);
  c.fillStyle = linear(
    c,
    [0, y - size, 0, y + size],
    [
      [0, tones.ink, 0.7],
      [0.5, tones.deep, 0.35],
      [1, own, 0.85],
    ],
  );
  c.fill(ellipse(x, y, size * 0.82, size));
  c.fillStyle = alpha(tones.glare, 0.9);
  c.fill(ellipse(x - size * 0.28, y - size * 0.4, size * 0.16));
}
