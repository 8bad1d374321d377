/** The cut of the picture. */
export const shapes = ['landscape', 'square', 'portrait'] as const;
export type Shape = (typeof shapes)[number];

/** How large frames are painted. */
export const sizes = ['small', 'medium', 'large'] as const;
export type Size = (typeof sizes)[number];

/** Pixels of painted frames: multiples of 8, as painters want them. */
const pixels: Record<Size, Record<Shape, readonly [width: number, height: number]>> = {
  small: { landscape: [448, 256], square: [336, 336], portrait: [256, 448] },
  medium: { landscape: [640, 360], square: [512, 512], portrait: [360, 640] },
  large: { landscape: [960, 544], square: [720, 720], portrait: [544, 960] },
};

/** Pixels of a frame of this cut and size. */
export function frameSize(shape: Shape, size: Size): { width: number; height: number } {
  const [width, height] = pixels[size][shape];
  return { width, height };
}

/** The part in the middle of a picture that has the same proportions as the frame, in the picture's pixels. */
export function cropOf(
  picture: { width: number; height: number },
  frame: { width: number; height: number },
): { x: number; y: number; width: number; height: number } {
  const scale = Math.min(picture.width / frame.width, picture.height / frame.height);
  const [width, height] = [frame.width * scale, frame.height * scale];
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
}
