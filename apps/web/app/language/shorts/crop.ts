import type { Region, ShortLayout } from '@kinora/studios/language/schema';

/** Width of a tall picture by its height. */
export const tall = 9 / 16;

/** A stretch of the tall picture, in fractions of its height: the whole, or one of two above each other. */
export type Pane = { side: 'upper' | 'lower'; top: number; height: number };

/** The places of a layout, from top to bottom. */
export function panesOf({ kind, split }: Pick<ShortLayout, 'kind' | 'split'>): Pane[] {
  if (kind === 'single') return [{ side: 'upper', top: 0, height: 1 }];
  return [
    { side: 'upper', top: 0, height: split },
    { side: 'lower', top: split, height: 1 - split },
  ];
}

/** The layout's places at a time; those of before the first hold for it, too. */
export function frameAt(frames: ShortLayout['frames'], time: number): number {
  return Math.max(
    0,
    frames.findLastIndex(({ at }) => at <= time + 0.001),
  );
}

/**
 * What of a region is shown: cropped about its middle to the pane's shape. In fractions of the picture.
 * @param aspect Width by height of the recording's picture.
 */
export function shownOf({ x, y, width, height }: Region, pane: Pick<Pane, 'height'>, aspect: number): Region {
  const ratio = ratioOf(pane, aspect);
  const [wide, high] = width / height > ratio ? [height * ratio, height] : [width, width / ratio];
  return { x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high };
}

/** A region of the pane's shape about a place, of a height, moved so that it lies within the picture. */
export function regionAt(
  { x, y, height }: { x: number; y: number; height: number },
  pane: Pick<Pane, 'height'>,
  aspect: number,
): Region {
  const ratio = ratioOf(pane, aspect);
  const high = Math.min(1, 1 / ratio, Math.max(0.12, height));
  const wide = high * ratio;
  const into = (middle: number, length: number) => Math.min(1 - length, Math.max(0, middle - length / 2));
  return { x: into(x, wide), y: into(y, high), width: wide, height: high };
}

/** The same region moved by fractions of the picture, or made larger. */
export function changed(
  region: Region,
  { x = 0, y = 0, factor = 1 }: { x?: number; y?: number; factor?: number },
  pane: Pick<Pane, 'height'>,
  aspect: number,
): Region {
  const shown = shownOf(region, pane, aspect);
  return regionAt(
    { x: shown.x + shown.width / 2 + x, y: shown.y + shown.height / 2 + y, height: shown.height * factor },
    pane,
    aspect,
  );
}

/** Width by height of a pane, in fractions of the wide picture. */
function ratioOf({ height }: Pick<Pane, 'height'>, aspect: number): number {
  return tall / height / aspect;
}
