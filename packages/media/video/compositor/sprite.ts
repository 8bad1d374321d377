/** Clear pixels around a sprite, so that its edges blend at positions between pixels and kernels may read a little beyond. */
export const padding = 8;
/** Shorter stretches are not worth a call of their own. */
const shortest = 24;

export const empty = 0;
export const mixed = 1;
export const opaque = 2;

/** Sizes of a sprite as it lies in memory: rows of `stride` bytes, padded on all sides. */
export function paddedSize(width: number, height: number): { stride: number; bytes: number } {
  const stride = (width + 2 * padding) * 4;
  return { stride, bytes: stride * (height + 2 * padding) };
}

/**
 * For each row of a padded sprite, read together with the row below: stretches as triples of kind, first and last (not
 * included) pixel. What is empty isn't drawn and what is opaque needs no ground.
 * @param pixels Padded premultiplied RGBA.
 */
export function findStretches(pixels: Uint32Array, width: number, height: number): Uint16Array[] {
  const rowPixels = width + 2 * padding;
  const rows = height + 2 * padding;
  const kinds = new Uint8Array(rows * rowPixels);
  for (let index = 0; index < kinds.length; index++) {
    const pixel = pixels[index]!;
    kinds[index] = pixel === 0 ? empty : pixel >>> 24 === 255 ? opaque : mixed;
  }
  return Array.from({ length: rows - 1 }, (_, row) => findRow(kinds, row * rowPixels, rowPixels));
}

/** The kind of a place is that of the four pixels it is sampled from, when they agree. */
function findRow(kinds: Uint8Array, start: number, rowPixels: number): Uint16Array {
  const runs: number[] = [];
  let from = 0;
  let current = -1;
  for (let x = 0; x <= rowPixels - 1; x++) {
    let kind = -1;
    if (x < rowPixels - 1) {
      const at = start + x;
      kind = kinds[at]!;
      if (kinds[at + 1] !== kind || kinds[at + rowPixels] !== kind || kinds[at + rowPixels + 1] !== kind) kind = mixed;
    }
    if (kind === current) continue;
    if (current >= 0) pushRun(runs, current, from, x);
    from = x;
    current = kind;
  }
  return Uint16Array.from(runs);
}

/** Adds a stretch; a short one is drawn together with its neighbours as mixed. */
function pushRun(runs: number[], kind: number, from: number, to: number): void {
  const own = to - from < shortest && kind !== mixed ? mixed : kind;
  if (runs.at(-3) === own) runs[runs.length - 1] = to;
  else runs.push(own, from, to);
}
