import type { WasmFrame } from '../frame.ts';
import type { RegionKernels } from '../regions-kernels.ts';
import { blurPicture, blurPlane } from '../stages/blur.ts';
import { edges } from '../stages/flow.ts';
import { kuwahara } from '../stages/kuwahara.ts';

/** Washes with dark rims that run into each other on rough paper, bare in the lights; a faint pencil drawing beneath. */
export function watercolour(frame: WasmFrame): number {
  const kernels = frame.kernels('regions') as RegionKernels;
  const { width, height, scale, noiseX, noiseY } = frame;
  const size = { width: width >> 1, height: height >> 1 };
  const count = size.width * size.height;
  const radius = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  const dabs = kuwahara(frame);
  const wet = blurPicture(frame, dabs, { out: frame.picture('wet', count), radius: radius(2.5), ...size });
  const [mottle, cold] = [frame.noise('mottle'), frame.noise('cold')];
  const wash = frame.picture('washes');
  kernels.washes(
    ...([frame.source, dabs, wet, frame.noise('swayX'), frame.noise('swayY'), mottle, wash] as const),
    ...([width, height, scale, noiseX, noiseY] as const),
  );
  const small = frame.picture('wash half', count);
  frame.core.halve(wash, small, width, height);
  const luma = frame.plane('wash luma', count);
  frame.core.lumaPlane(small, luma, count);
  const near = blurPlane(frame, luma, { out: frame.plane('wash near', count), radius: radius(1), ...size });
  const wide = blurPlane(frame, luma, { out: frame.plane('wash wide', count), radius: radius(3.5), ...size });
  const tones = frame.picture('wash tones', count);
  kernels.pairTones(near, wide, tones, count);
  const out = frame.picture('painted');
  kernels.pigment(
    ...([wash, tones, edges(frame, 1.2 * scale), frame.noise('blotch'), mottle, cold, frame.noise('fine')] as const),
    ...([out, width, height, scale, noiseX, noiseY] as const),
  );
  return out;
}
