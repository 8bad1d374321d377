import { Path2D } from '@napi-rs/canvas';
import { alpha, blend } from '../../colour.ts';
import { fillBox, linear, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { arc, ball, column, sunBall, tiles } from './solids.ts';

/** A walk through arch after arch towards a shining sphere. */
export function arcade(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const eye = { x: w * 0.5, y: h * 0.56 };
  const sun = { x: eye.x, y: h * 0.47 };
  stage.key = { ...sun, colour: tones.light };
  const foot = (s: number) => eye.y + h * 0.36 * s;
  stage.layer('end', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, eye.y],
        [
          [0, blend(tones.sky, tones.haze, 0.25)],
          [1, blend(tones.haze, tones.light, 0.6)],
        ],
      ),
    );
    tiles(stage, c, {
      horizon: eye.y,
      tile: 64,
      dark: blend(tones.deep, tones.main, 0.3),
      bright: blend(tones.haze, tones.accent, 0.3),
    });
    for (let ring = Math.round(stage.by(1, 5)); ring > 0; ring--)
      arc(c, sun.x, sun.y, short * (0.1 + ring * 0.035) * stage.bigger, 0, 7, alpha(tones.accent, 0.7 - ring * 0.1), 2);
    sunBall(stage, c, { ...sun, r: short * stage.by(0.054, 0.08) * stage.bigger });
    arc(c, sun.x, sun.y, short * 0.11 * stage.bigger, 0, 7, alpha(tones.main, 0.8), 3);
  });
  const painted = stage.random() < 0.5 ? [tones.accent, tones.main] : [tones.main, tones.accent];
  const walls = [
    { s: 0.3, depth: 0.88, colour: painted[0]! },
    { s: 0.47, depth: 0.74, colour: painted[1]! },
    { s: 0.74, depth: 0.56, colour: blend(tones.sky, tones.main, 0.12) },
    { s: 1.14, depth: 0.34, colour: blend(tones.main, tones.deep, 0.25) },
    { s: 1.74, depth: 0.1, colour: blend(tones.deep, tones.sky, 0.45) },
  ];
  const half = (s: number) => Math.min(w * 0.27, h * 0.4) * s;
  walls.forEach(({ s, depth, colour }, index) => {
    if (index === 3) {
      stage.thread(0.45, {
        air: [
          [w * 0.36, h * 0.42, h * 0.13],
          [w * 0.56, h * 0.3, h * 0.09],
        ],
        ground: [
          [w * 0.45, h * 0.95, h * 0.24],
          [w * 0.5, h * 0.72, h * 0.13],
        ],
        road: [
          [w * 0.47, h * 1.14, 26],
          [w * 0.49, h * 0.9, 13],
          [w * 0.5, h * 0.73, 6],
          [w * 0.5, h * 0.63, 2.4],
          [w * 0.5, h * 0.575, 0.8],
        ],
      });
    }
    stage.layer(`arch ${index + 1}`, depth, { bloom: 0.3 }, (c) => {
      const [rx, spring, ground] = [half(s), eye.y - h * 0.26 * s, foot(s)];
      const opening = (path: Path2D, grow: number) => {
        path.moveTo(eye.x - rx * grow, ground + (grow - 1) * 40);
        path.lineTo(eye.x - rx * grow, spring);
        path.arc(eye.x, spring, rx * grow, Math.PI, 0);
        path.lineTo(eye.x + rx * grow, ground + (grow - 1) * 40);
        return path;
      };
      const dim = index / (walls.length - 1);
      const face = blend(colour, tones.deep, dim * 0.42);
      const wall = opening(new Path2D(), 1.14);
      // What the next wall hides is left out.
      const next = walls[index + 1];
      const left = next ? Math.max(view.x0 - 5, eye.x - half(next.s) * 1.1 - 80) : view.x0 - 5;
      const top = next ? Math.max(view.y0 - 5, eye.y - h * 0.26 * next.s - half(next.s) * 1.1 - 80) : view.y0 - 5;
      wall.rect(left, top, (eye.x - left) * 2, ground - top);
      c.fillStyle = radial(c, sun.x, sun.y, w * 0.75, [
        [0, blend(face, tones.light, 0.5 - dim * 0.3)],
        [0.4, face],
        [1, blend(face, tones.ink, 0.7)],
      ]);
      c.fill(wall, 'evenodd');
      // The thickness of the wall, lit from the end.
      const inner = opening(opening(new Path2D(), 1.14), 1);
      c.fillStyle = linear(
        c,
        [eye.x - rx, 0, eye.x + rx, 0],
        [
          [0, blend(colour, tones.light, 0.72 - dim * 0.25)],
          [0.5, blend(colour, tones.deep, 0.35)],
          [1, blend(colour, tones.light, 0.5 - dim * 0.25)],
        ],
      );
      c.fill(inner, 'evenodd');
      c.strokeStyle = alpha(tones.light, 0.75 - dim * 0.35);
      c.lineWidth = 1.2 + s;
      c.stroke(opening(new Path2D(), 1));
      if (index === 1 || index === 3) {
        const r = short * 0.05 * s * 1.2;
        for (const side of [-1, 1])
          ball(stage, c, {
            x: eye.x + side * rx * 1.5,
            y: ground - r - 2,
            r,
            colour: stage.choose([tones.sky, tones.accent, tones.main]),
          });
      }
      if (index === 2) {
        for (const side of [-1, 1])
          column(stage, c, {
            x: eye.x + side * rx * 1.42,
            foot: ground,
            tall: h * 0.34,
            half: short * 0.028,
            colour: tones.accent,
          });
      }
    });
  });
}
