import type { WasmFrame } from '../frame.ts';
import { blurPicture, blurPlane } from '../stages/blur.ts';
import { bilateral, edges } from '../stages/flow.ts';

/** Cel painting: flat tones with short ramps, violet shadows, clean lines, a bloom of the lights. */
export function anime(frame: WasmFrame): number {
  const { core, width, height, count, scale } = frame;
  const smooth = bilateral(frame);
  const lines = edges(frame, 1 * scale);
  const soft = frame.plane('anime soft');
  core.lumaPlane(smooth, soft, count);
  blurPlane(frame, soft, { out: soft, radius: 1 });
  const tones = frame.picture('anime tones');
  core.animeTones(smooth, soft, tones, count);
  const [w, h] = [width >> 1, height >> 1];
  const shine = frame.picture('anime shine', w * h);
  core.animeShine(tones, shine, width, height);
  blurPicture(frame, shine, { out: shine, radius: Math.max(1, Math.round(5 * scale)), width: w, height: h });
  const out = frame.picture('painted');
  core.animeLines(tones, shine, lines, soft, out, frame.row(), width, height);
  return out;
}
