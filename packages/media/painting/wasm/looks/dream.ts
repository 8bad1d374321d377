import { bendOf, currentWeights } from '../../dream.ts';
import { pace } from '../../tables/gauss.ts';
import type { WasmFrame } from '../frame.ts';
import { blurPicture } from '../stages/blur.ts';
import { bilateral, edges, flow } from '../stages/flow.ts';

/** A night as one dreams it: moonlit blues, lit things warm and luminous, halos, low mist; currents run through the calm air. */
export function dream(frame: WasmFrame): number {
  const { core, width, height, scale, noiseX, noiseY } = frame;
  const calm = bilateral(frame);
  const lines = edges(frame, 1.5 * scale);
  const [w2, h2] = [width >> 1, height >> 1];
  const [w4, h4] = [w2 >> 1, h2 >> 1];
  const night = frame.picture('dream night');
  const [swayX, swayY] = [frame.noise('swayX'), frame.noise('swayY')];
  core.dreamNight(calm, swayX, swayY, night, width, height, noiseX, noiseY, ...bendOf(frame));
  const near = frame.picture('dream near', w2 * h2);
  const far = frame.picture('dream far', w4 * h4);
  core.dreamShine(night, near, width, height);
  core.halve(near, far, w2, h2);
  blurPicture(frame, near, { out: near, radius: Math.max(1, Math.round(3 * scale)), width: w2, height: h2 });
  blurPicture(frame, far, { out: far, radius: Math.max(1, Math.round(7 * scale)), width: w4, height: h4 });
  core.scalePicture(
    near,
    frame.table('dream near', () => halos.near),
    w2 * h2,
  );
  core.addDoubled(
    near,
    far,
    frame.table('dream far', () => halos.far),
    frame.row(),
    w4,
    h4,
    w2,
    h2,
  );
  const out = frame.picture('painted');
  const laid = frame.plane('dream noise');
  core.layNoise(frame.noise('tooth'), laid, width, height, noiseX, noiseY);
  const currents = frame.plane('dream currents');
  const field = flow(frame);
  core.alongFlow(
    laid,
    currents,
    field,
    frame.table('along currents', () => currentWeights),
    width,
    height,
    currentWeights.length - 1,
    pace,
  );
  core.dreamGlow(
    night,
    near,
    lines,
    currents,
    field,
    frame.noise('mottle'),
    out,
    frame.row(),
    width,
    height,
    noiseX,
    noiseY,
    frame.time,
  );
  return out;
}

/** How much of each halo is seen, in red, green, blue and luma. */
const halos = { near: new Float32Array(4).fill(0.34), far: Float32Array.of(0.6, 0.52, 0.66, 0) };
