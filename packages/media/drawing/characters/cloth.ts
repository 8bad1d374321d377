import type { CharacterSpec } from '@kinora/capabilities';
import { Path2D } from '@napi-rs/canvas';
import { luma, mix, saturate } from '../colour.ts';
import { box, curve, ellipse } from '../paths.ts';
import { shade, type Figure } from './figure.ts';

/** One piece of clothing of a character. */
export type Garment = CharacterSpec['clothes'][number];
export type GarmentKind = Garment['kind'];

/** The piece of this kind that the character wears, if any. */
export function wears(fig: Figure, ...kinds: GarmentKind[]): Garment | undefined {
  return fig.character.clothes.find((garment) => kinds.includes(garment.kind));
}

/** A piece of cloth with its pattern. `area` is x0, y0, x1, y1 of the path, in current units. */
export function drawCloth(
  fig: Figure,
  path: Path2D,
  garment: Pick<Garment, 'colour' | 'pattern'>,
  area: readonly [number, number, number, number],
  options: { lift?: number; halo?: number; dim?: number; step?: number; slant?: number } = {},
): void {
  const { brush } = fig;
  const { lift = 2.5, halo = 2, dim = 0, step = 11 } = options;
  const colour = dim ? mix(garment.colour, shade(garment.colour), dim) : garment.colour;
  const [x0, y0, x1, y1] = area;
  brush.shape(path, colour, { to: shade(colour, 0.34), along: [x0, y0, x0 + (x1 - x0) * 0.5, y1], lift, halo });
  if (garment.pattern === 'plain') return;
  const light = luma(colour) > 0.62 ? saturate(mix(colour, '#9a3c4c', 0.5), 1.1) : mix(colour, '#fff4d8', 0.72);
  brush.clip(path, () => {
    if (garment.pattern === 'stripes') {
      for (let y = y0 + step * 0.6; y < y1 + step; y += step) {
        const sag = options.slant ?? step * 0.34;
        brush.line(
          curve([
            [x0 - 4, y - sag],
            [(x0 + x1) / 2, y + sag * 0.6],
            [x1 + 4, y - sag],
          ]),
          light,
          step * 0.36,
          0.85,
        );
      }
    } else if (garment.pattern === 'dots') {
      const dots = new Path2D();
      let row = 0;
      for (let y = y0 + step * 0.5; y < y1 + step; y += step * 0.92, row++) {
        for (let x = x0 + (row % 2) * step * 0.55; x < x1 + step; x += step * 1.1)
          dots.addPath(ellipse(x, y, step * 0.2));
      }
      brush.dab(dots, light, 0.92);
    } else {
      drawPatches(fig, colour, area, step * 1.7);
    }
  });
}

function drawPatches(fig: Figure, colour: string, area: readonly [number, number, number, number], size: number): void {
  const [x0, y0, x1, y1] = area;
  const hues = [
    colour,
    mix(colour, '#f0c060', 0.6),
    mix(colour, '#e07a5c', 0.55),
    mix(colour, '#fff2d8', 0.6),
    mix(colour, '#4a7a9a', 0.5),
  ];
  let row = 0;
  const stitches = new Path2D();
  for (let y = y0; y < y1; y += size, row++) {
    let column = 0;
    for (let x = x0 - (row % 2) * size * 0.4; x < x1; x += size, column++) {
      fig.brush.dab(
        box(x, y, x + size, y + size),
        hues[(row * 2 + column * 3 + ((row * column) % 2)) % hues.length]!,
        0.95,
      );
      stitches.moveTo(x + size, y + 1);
      stitches.lineTo(x + size, y + size - 1);
      stitches.moveTo(x + 1, y + size);
      stitches.lineTo(x + size - 1, y + size);
    }
  }
  fig.brush.line(stitches, '#fff6e0', 1.1, 0.7);
}
