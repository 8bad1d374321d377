import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { fbm, ridged, smooth } from '../noise.ts';
import { field, fillBox, glow, linear } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { nebula } from './bodies.ts';
import { starfield, sunStar } from './stars.ts';

/** Inside a cloud: pillars of gas around a nest of young stars. */
export function pillars(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  stage.footing = 'floating';
  const nest = { x: w * 0.54, y: h * 0.34 };
  stage.key = { ...nest, colour: tones.light };
  stage.layer('gas', 1, { soft: 0, bloom: 0.7 }, (c) => {
    nebula(stage, c, { ...nest, size: w * 0.46, strength: 0.44, lanes: 0.9 });
    glow(c, nest.x, nest.y, w * 0.26, tones.light, 0.42);
  });
  stage.layer('stars', 0.92, { bloom: 0.9 }, (c) => {
    starfield(stage, c, 260);
    for (let star = 0; star < stage.by(5, 14); star++) {
      const [x, y] = [nest.x + stage.between(-0.1, 0.1) * w, nest.y + stage.between(-0.14, 0.14) * h];
      sunStar(stage, c, { x, y, r: stage.between(1.4, 4.4) });
    }
  });
  const columns = [
    {
      depth: 0.72,
      fade: 0.4,
      stems: [
        [0.27, 0.24, 0.085],
        [0.42, 0.5, 0.05],
      ],
    },
    {
      depth: 0.52,
      fade: 0.16,
      stems: [
        [0.72, 0.3, 0.11],
        [0.84, 0.56, 0.07],
      ],
    },
  ] as const;
  columns.forEach(({ depth, fade, stems }, index) => {
    stage.layer(`pillars ${index + 1}`, depth, {}, (c) => pillarsOf(stage, c, stems, fade));
    if (index > 0) return;
    stage.thread(0.6, {
      air: [
        [w * 0.34, h * 0.74, h * 0.13],
        [w * 0.54, h * 0.34, h * 0.11],
      ],
      road: [
        [w * 0.4, h * 1.14, 14],
        [w * 0.5, h * 0.86, 7],
        [w * 0.58, h * 0.66, 4],
        [w * 0.53, h * 0.5, 2],
        [w * 0.54, h * 0.35, 1],
      ],
    });
  });
  stage.layer('near', 0.14, { soft: 1 }, (c) => {
    pillarsOf(
      stage,
      c,
      [
        [-0.02, 0.36, 0.15],
        [1.03, 0.2, 0.13],
      ],
      0,
    );
    const floor = blend(tones.ink, tones.deep, 0.4);
    fillBox(
      c,
      [view.x0, h * 0.9, view.x1, view.y1],
      linear(
        c,
        [0, h * 0.9, 0, view.y1],
        [
          [0, floor, 0],
          [1, floor, 0.9],
        ],
      ),
    );
  });
}

/** Columns of dust: x, top (fractions of the frame) and half width; their lit edges face the nest. */
function pillarsOf(
  stage: VistaStage,
  c: Context,
  stems: readonly (readonly [number, number, number])[],
  fade: number,
): void {
  const { tones, w, h, view, key } = stage;
  const dust = ramp(
    [
      tones.ink,
      blend(tones.deep, tones.ink, 0.3),
      blend(tones.deep, tones.main, 0.6),
      blend(tones.main, tones.accent, 0.6),
      tones.light,
    ].map((tone) => tones.far(tone, fade)),
    64,
  );
  for (const [sx, top, half] of stems) {
    const offset = stage.between(0, 200);
    const box = [
      Math.max(view.x0, w * (sx - half * 2.2)),
      h * (top - 0.2),
      Math.min(view.x1, w * (sx + half * 2.2)),
      view.y1,
    ] as const;
    field(c, box, 2.8, (x, y, out) => {
      const [u, v] = [x / w, y / h];
      const [wx, wy] = [fbm(u * 9 + offset, v * 6, 4) - 0.5, fbm(u * 9, v * 6 + offset, 4) - 0.5];
      const wide = half * (0.5 + 0.75 * smooth(top, 1.1, v) + 0.3 * Math.sin(v * 9 + offset));
      const across = (u - sx + wx * half * 1.5 - (v - top) * 0.05) / wide;
      const over = (top - v + wy * 0.16) / 0.09;
      const body = 1 - Math.hypot(across, Math.max(0, over));
      const shape = smooth(0, 0.16, body);
      if (shape <= 0.004) {
        out[3] = 0;
        return;
      }
      const side = Math.sign(key.x / w - sx);
      const ridge = ridged(u * 13 + offset + wx, v * 7 + wy, 4);
      const edge =
        Math.max(0, across * side) ** 2 * 0.75 +
        Math.max(0, 1 - (v - top + wy * 0.1) / 0.13) * (fade > 0 ? 0.55 : 0.12) * shape;
      const light = Math.max(0, Math.min(1, 0.1 + edge * (0.5 + ridge * 0.7) + (ridge - 0.45) * 0.3));
      const tone = dust[(light * 63) | 0]!;
      out[0] = tone[0];
      out[1] = tone[1];
      out[2] = tone[2];
      out[3] = 255 * shape;
    });
  }
}
