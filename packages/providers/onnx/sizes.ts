/** Width and height in pixels. */
export type Size = { width: number; height: number };

/** What decides the size a model draws at. */
export type SizeLimits = {
  /** Side of the square pictures it was trained on. */
  native: number;
  /** What sides must be multiples of. */
  multiple: number;
  /** The only size it can draw, when its export isn't dynamic. */
  fixed?: Size | undefined;
};

/**
 * The size to draw at for a picture that is wanted: multiples, close to the asked shape, and no more than 1.6 times the area
 * the model was trained on, because it repeats itself on larger ones. What is drawn is then scaled and cut.
 */
export function planSize(asked: Size, { native, multiple, fixed }: SizeLimits): Size {
  if (fixed) return fixed;
  const scale = Math.min(1, Math.sqrt((native * native) / (asked.width * asked.height)));
  const isSmall = asked.width * asked.height <= native * native * 1.6;
  const fit = (length: number) =>
    Math.max(multiple, (isSmall ? Math.ceil(length / multiple) : Math.round((length * scale) / multiple)) * multiple);
  return { width: fit(asked.width), height: fit(asked.height) };
}

/** The size when only an aspect ratio is asked: the model's own area, in multiples. */
export function sizeOfAspect(aspectRatio: string | undefined, { native, multiple, fixed }: SizeLimits): Size | null {
  if (fixed) return fixed;
  const [across = 0, down = 0] = (aspectRatio ?? '1:1').split(':').map(Number);
  if (!(across > 0 && down > 0)) return null;
  const unit = Math.sqrt((native * native) / (across * down));
  const fit = (length: number) => Math.max(multiple, Math.round(length / multiple) * multiple);
  return { width: fit(across * unit), height: fit(down * unit) };
}

/** The part of a picture, in its own pixels, that fills a size of another shape when scaled: cut evenly on both sides. */
export function coverPart(from: Size, to: Size): { x: number; y: number } & Size {
  const scale = Math.max(to.width / from.width, to.height / from.height);
  const [width, height] = [to.width / scale, to.height / scale];
  return { x: (from.width - width) / 2, y: (from.height - height) / 2, width, height };
}
