/** Size in bytes of a frame in planar YUV 4:2:0: the Y plane, then U and V at half width and height. */
export function yuvSize(width: number, height: number): number {
  return (width * height * 3) / 2;
}
