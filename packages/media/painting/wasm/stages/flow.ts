import { acrossWeights, alongTaps, gaussianPair, lineWeights, pace } from '../../tables/gauss.ts';
import type { WasmFrame } from '../frame.ts';
import { blurPicture } from './blur.ts';

/** The graded frame at half size, a picture. */
export function half(frame: WasmFrame): number {
  return frame.stage('half', () => {
    const out = frame.picture('half', (frame.width >> 1) * (frame.height >> 1));
    frame.core.halve(frame.source, out, frame.width, frame.height);
    return out;
  });
}

/**
 * The structure tensor at half size, held over time, a picture (E, F, G, 0): flat places inherit the direction of their wide surroundings, then
 * a fixed drift, so that noise never steers.
 */
export function tensor(frame: WasmFrame): number {
  return frame.stage('tensor', () => {
    const [width, height] = [frame.width >> 1, frame.height >> 1];
    const size = width * height;
    const unit = Math.min(frame.width, frame.height) / 512;
    const near = frame.picture('tensor', size);
    const wide = frame.picture('tensor wide', size);
    const held = frame.picture('tensor held', size);
    const isHeld = frame.wasFresh('flow held');
    frame.core.tensor(half(frame), near, width, height);
    blurPicture(frame, near, { out: near, radius: Math.max(1, Math.round(2 * unit)), width, height });
    blurPicture(frame, near, { out: wide, radius: Math.max(2, Math.round(14 * unit)), width, height });
    frame.core.holdTensor(near, wide, held, size, isHeld ? 0.5 : 1);
    frame.stage('flow held', () => held);
    return held;
  });
}

/** Direction of the brush at every pixel: (tangent x, tangent y, anisotropy 0..1, gradient), from the tensor at half size. */
export function flow(frame: WasmFrame): number {
  return frame.stage('flow', () => {
    const out = frame.picture('flow');
    frame.core.tangents(tensor(frame), out, frame.row(), frame.width, frame.height);
    return out;
  });
}

/** Luma of the graded frame, a plane. */
export function luma(frame: WasmFrame): number {
  return frame.stage('luma', () => {
    const out = frame.plane('luma');
    frame.core.lumaPlane(frame.source, out, frame.count);
    return out;
  });
}

/**
 * The frame without texture and noise but with its edges, a picture: an orientation-aligned bilateral filter (Kyprianidis &
 * Döllner 2008) at half size, to which strong detail comes back at full size.
 */
export function bilateral(frame: WasmFrame): number {
  return frame.stage('bilateral', () => {
    const { width, height, core } = frame;
    const [w, h] = [width >> 1, height >> 1];
    const field = flow(frame);
    const small = half(frame);
    const across = frame.table('across', () => acrossWeights);
    const along = frame.table('along', () => alongTaps);
    const first = frame.picture('bilateral across', w * h);
    const second = frame.picture('bilateral along', w * h);
    core.bilateral(small, first, field, across, w, h, 3, 0, 0.07);
    core.bilateral(first, second, field, along, w, h, 5, 1, 0.07);
    core.bilateral(second, first, field, across, w, h, 3, 0, 0.05);
    core.bilateral(first, second, field, along, w, h, 5, 1, 0.05);
    const out = frame.picture('bilateral');
    core.sharpen(frame.source, small, second, out, frame.row(), width, height, 0.05);
    return out;
  });
}

/**
 * Edges as lines: a difference of Gaussians, smoothed along the flow (Kang et al. 2007), a plane. Negative on the dark side.
 * @param sigma Width of the narrower Gaussian in pixels, about half of a line's width.
 */
export function edges(frame: WasmFrame, sigma: number): number {
  const key = `edges ${sigma.toFixed(1)}`;
  return frame.stage(key, () => {
    const { radius, weights } = gaussianPair(Number(sigma.toFixed(1)));
    const difference = frame.plane('edges difference');
    const out = frame.plane('edges');
    frame.core.gaussianDifference(
      luma(frame),
      difference,
      frame.plane('edges narrow'),
      frame.plane('edges wide'),
      frame.table(key, () => weights),
      frame.width,
      frame.height,
      radius,
    );
    const along = frame.table('along lines', () => lineWeights);
    frame.core.alongFlow(difference, out, flow(frame), along, frame.width, frame.height, lineWeights.length - 1, pace);
    return out;
  });
}
