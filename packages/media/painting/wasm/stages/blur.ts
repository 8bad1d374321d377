import type { WasmFrame } from '../frame.ts';

/** Where a blur reads and writes. */
type Blur = {
  out: number;
  /** Box radius in pixels. */
  radius: number;
  /** How often the box goes over it. Default 2. */
  passes?: number;
  /** Of the frame's size when omitted. */
  width?: number;
  height?: number;
};

/** Blurs a picture by boxes. @returns `out`. */
export function blurPicture(frame: WasmFrame, picture: number, blur: Blur): number {
  const { width = frame.width, height = frame.height, passes = 2 } = blur;
  const scratch = frame.picture('blur scratch');
  const row = frame.arena.buffer('blur row', frame.width * 16);
  for (let pass = 0; pass < passes; pass++)
    frame.core.boxPicture(pass === 0 ? picture : blur.out, blur.out, scratch, row, width, height, blur.radius);
  return blur.out;
}

/** Blurs a plane by boxes. @returns `out`. */
export function blurPlane(frame: WasmFrame, plane: number, blur: Blur): number {
  const { width = frame.width, height = frame.height, passes = 2 } = blur;
  const scratch = frame.picture('blur scratch');
  const row = frame.arena.buffer('blur row', frame.width * 16);
  for (let pass = 0; pass < passes; pass++)
    frame.core.boxPlane(pass === 0 ? plane : blur.out, blur.out, scratch, row, width, height, blur.radius);
  return blur.out;
}
