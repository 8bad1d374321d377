import { mix } from '../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../paths.ts';
import { drawCloth, wears } from './cloth.ts';
import { shade, type Figure } from './figure.ts';

/** Where a neck is: its middle, half its width, and how far the ends of a scarf hang. */
export type Neck = { x: number; y: number; width: number; drop: number };

/** Scarf, bow and cape tie around a neck. */
export function drawNeckwear(fig: Figure, neck: Neck): void {
  const scarf = wears(fig, 'scarf');
  if (scarf) drawScarf(fig, neck, scarf.colour, scarf.pattern);
  const bow = wears(fig, 'bow');
  if (bow && !fig.away && !fig.character.person)
    drawBow(fig, neck.x + fig.turn * 4, neck.y + 8, Math.max(9, neck.width * 0.5), bow.colour, bow.pattern);
  const cape = wears(fig, 'cape');
  if (cape && !fig.away) {
    const { x, y, width: w } = neck;
    const path = spline([
      [x - w, y - 5],
      [x, y + 4],
      [x + w, y - 5],
      [x + w * 1.5, y + 13],
      [x + w * 1.42, y + 24],
      [x + w * 0.8, y + 15],
      [x + fig.turn * 3, y + 13],
      [x - w * 0.8, y + 15],
      [x - w * 1.42, y + 24],
      [x - w * 1.5, y + 13],
    ]);
    drawCloth(fig, path, cape, [x - w * 1.5, y - 6, x + w * 1.5, y + 24]);
    fig.brush.dab(ellipse(x + fig.turn * 4, y + 8, 4.4), '#f2cd74');
  }
}

function drawScarf(fig: Figure, neck: Neck, colour: string, pattern: 'plain' | 'stripes' | 'dots' | 'patchwork'): void {
  const { x, y, width: w, drop } = neck;
  const cloth = { colour, pattern: pattern === 'plain' ? ('plain' as const) : pattern };
  const { brush } = fig;
  const dark = shade(colour, 0.3);
  const light = mix(colour, '#fff2c8', 0.6);
  const side = fig.away ? -0.1 : -0.62;
  const tail: Point[] = [
    [x + w * side, y + 4],
    [x + w * (side - 0.22), y + drop * 0.42],
    [x + w * (side - 0.1) - fig.breath * 3, y + drop * 0.86],
  ];
  const half = Math.max(6.5, w * 0.24);
  const end = tail[2]!;
  const hanging = limb(tail, [half * 0.9, half, half * 1.12]);
  drawCloth(fig, hanging, cloth, [end[0] - half * 2, y, x + w * side + half, end[1] + half], {
    dim: 0.3,
    halo: 2,
    step: 10,
    slant: 1,
  });
  brush.clip(hanging, () => {
    brush.line(
      curve([
        [end[0] - half * 2, end[1] - 4],
        [end[0] + half * 2, end[1] - 2],
      ]),
      light,
      3.2,
      0.9,
    );
    brush.line(
      curve([
        [end[0] - half * 2, end[1] + 3],
        [end[0] + half * 2, end[1] + 5],
      ]),
      light,
      1.8,
      0.9,
    );
  });
  const wrap = spline([
    [x - w, y - 7],
    [x, y + 2],
    [x + w, y - 7],
    [x + w * 1.07, y + 5],
    [x + fig.turn * 2, y + 17],
    [x - w * 1.07, y + 5],
  ]);
  drawCloth(fig, wrap, { colour, pattern: 'plain' }, [x - w, y - 8, x + w, y + 17], { lift: 3 });
  brush.clip(wrap, () => {
    for (let i = -4; i <= 4; i++) {
      const at = x + (i * w) / 4;
      brush.line(
        curve([
          [at - 3, y - 10],
          [at + 1, y + 5],
          [at - 2, y + 20],
        ]),
        pattern === 'plain' ? dark : light,
        2.3,
        i % 2 ? 0.25 : 0.5,
      );
    }
  });
}

/** A bow with two loops; `size` is the length of a loop. */
export function drawBow(
  fig: Figure,
  x: number,
  y: number,
  size: number,
  colour: string,
  pattern: 'plain' | 'stripes' | 'dots' | 'patchwork' = 'plain',
): void {
  const s = size;
  for (const side of [-1, 1]) {
    const tail = spline(
      [
        [x, y],
        [x + side * s * 0.3, y + s * 0.5],
        [x + side * s * 0.62, y + s * 0.95],
        [x + side * s * 0.2, y + s * 0.85],
      ],
      0.5,
    );
    drawCloth(fig, tail, { colour, pattern: 'plain' }, [x - s, y, x + s, y + s], { lift: 1.4, dim: 0.3, halo: 0 });
    const loop = spline([
      [x, y],
      [x + side * s * 0.55, y - s * 0.56],
      [x + side * s * 1.05, y - s * 0.42],
      [x + side * s * 1.08, y + s * 0.34],
      [x + side * s * 0.55, y + s * 0.42],
    ]);
    drawCloth(fig, loop, { colour, pattern }, [x - s * 1.1, y - s * 0.6, x + s * 1.1, y + s * 0.5], {
      lift: 2,
      halo: 2,
      step: s * 0.42,
    });
  }
  fig.brush.shape(ellipse(x, y, s * 0.25, s * 0.29), mix(colour, '#ffffff', 0.12), {
    to: shade(colour, 0.3),
    along: [x, y - s * 0.3, x, y + s * 0.3],
    lift: 1.4,
  });
}
