import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, spline } from '../../paths.ts';
import { shade, type Figure } from '../figure.ts';

/** A light wheelchair, seen from the side; from the front its wheels are narrow. The seat is at `height`. */
export function wheelchair(
  fig: Figure,
  height: number,
  back: number,
): { height: number; behind: () => void; before: () => void } {
  const { brush, turn } = fig;
  const frame = fig.tones.accent;
  const dark = '#3a3640';
  const r = height * 0.78;
  const bar = (points: readonly (readonly [number, number])[], width = 5) =>
    brush.line(curve(points, 0.6), mix(frame, '#20141c', 0.1), width);
  return {
    height,
    behind: () => {
      if (turn) {
        wheel(8, -r - 2, r, 1, mix(dark, '#8a8694', 0.3));
        brush.shape(
          spline(
            [
              [-30, -height - back],
              [-20, -height - back - 3],
              [-14, -height],
              [-24, -height],
            ],
            0.4,
          ),
          shade(frame, 0.35),
          { lift: 3, halo: 2 },
        );
        bar([
          [-44, -height - back - 2],
          [-28, -height - back - 4],
          [-22, -height - 6],
        ]);
      } else {
        brush.shape(
          spline(
            [
              [-28, -height - back],
              [28, -height - back],
              [30, -height + 4],
              [-30, -height + 4],
            ],
            0.35,
          ),
          shade(frame, 0.35),
          { lift: 3, halo: 2 },
        );
        for (const side of [-1, 1]) wheel(side * 42, -r - 2, r, 0.2, dark);
      }
    },
    before: () => {
      if (turn) {
        brush.shape(
          limb(
            [
              [-26, -height + 6],
              [36, -height + 6],
            ],
            [7, 7],
          ),
          frame,
          { to: shade(frame), along: [0, -height, 0, -height + 14], lift: 2 },
        );
        bar([
          [34, -height + 8],
          [44, -height * 0.5],
          [48, -14],
        ]);
        brush.shape(
          spline(
            [
              [38, -13],
              [74, -15],
              [74, -7],
              [40, -5],
            ],
            0.4,
          ),
          dark,
          { lift: 2 },
        );
        wheel(40, -11, 11, 1, dark);
        wheel(-8, -r - 2, r, 1, dark);
      } else {
        for (const side of [-1, 1]) {
          bar([
            [side * 30, -height + 8],
            [side * 26, -18],
          ]);
          wheel(side * 26, -9, 9, 0.35, dark);
        }
        brush.shape(
          spline(
            [
              [-20, -12],
              [20, -12],
              [20, -4],
              [-20, -4],
            ],
            0.3,
          ),
          dark,
          { lift: 2 },
        );
      }
    },
  };

  function wheel(x: number, y: number, radius: number, narrow: number, colour: string): void {
    brush.line(ellipse(x, y, radius * narrow, radius), colour, radius > 20 ? 6 : 5);
    if (radius < 20) return brush.dab(ellipse(x, y, radius * 0.4 * narrow, radius * 0.4), frame);
    brush.line(ellipse(x, y, radius * 0.84 * narrow, radius * 0.84), mix(frame, '#ffffff', 0.35), 2.4, 0.95);
    const spokes = new Path2D();
    for (let i = 0; i < 10; i++) {
      const a = (i / 10) * Math.PI * 2;
      spokes.moveTo(x, y);
      spokes.lineTo(x + Math.cos(a) * radius * narrow * 0.95, y + Math.sin(a) * radius * 0.95);
    }
    brush.line(spokes, '#b8b4c0', 1.2, 0.8);
    brush.shape(ellipse(x, y, 6 * Math.max(0.5, narrow), 6), frame, { lift: 1.5 });
  }
}
