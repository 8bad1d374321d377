import type { WasmFrame } from '../frame.ts';
import { blurPicture } from '../stages/blur.ts';
import { bilateral, edges } from '../stages/flow.ts';

/** Tubes of coloured light in a dark room: edges in both signs, hue by warmth and place, three glows. */
export function neon(frame: WasmFrame): number {
  const { core, width, height, scale } = frame;
  const calm = bilateral(frame);
  const lines = edges(frame, 1.2 * scale);
  const [w2, h2] = [width >> 1, height >> 1];
  const [w4, h4] = [w2 >> 1, h2 >> 1];
  const wide = frame.picture('neon wide', w2 * h2);
  core.halve(calm, wide, width, height);
  blurPicture(frame, wide, { out: wide, radius: Math.max(1, Math.round(3 * scale)), width: w2, height: h2 });
  const tubes = frame.picture('neon tubes');
  const room = frame.picture('neon room');
  core.neonTubes(calm, wide, lines, tubes, room, frame.row(), width, height);
  const near = frame.picture('neon near', w2 * h2);
  const middle = frame.picture('neon middle', w4 * h4);
  const far = frame.picture('neon far', w4 * h4);
  core.halve(tubes, near, width, height);
  core.halve(near, middle, w2, h2);
  blurPicture(frame, near, { out: near, radius: Math.max(1, Math.round(scale)), width: w2, height: h2 });
  blurPicture(frame, middle, { out: middle, radius: Math.max(1, Math.round(1.8 * scale)), width: w4, height: h4 });
  blurPicture(frame, middle, { out: far, radius: Math.max(1, Math.round(5.5 * scale)), width: w4, height: h4 });
  core.scalePicture(
    near,
    frame.table('neon near', () => glows.near),
    w2 * h2,
  );
  core.addDoubled(
    near,
    middle,
    frame.table('neon middle', () => glows.middle),
    frame.row(),
    w4,
    h4,
    w2,
    h2,
  );
  core.addDoubled(
    near,
    far,
    frame.table('neon far', () => glows.far),
    frame.row(),
    w4,
    h4,
    w2,
    h2,
  );
  const out = frame.picture('painted');
  core.neonGlow(tubes, room, near, out, frame.row(), width, height);
  return out;
}

/** How much of each glow is seen, in red, green, blue and luma. */
const glows = {
  near: new Float32Array(4).fill(0.55),
  middle: new Float32Array(4).fill(0.75),
  far: new Float32Array(4).fill(0.85),
};
