import { distance } from './pixels.ts';
import type { LabPixels } from './pixels.ts';

/** Which pixels belong to the subject (1), how much of the picture that is, and how sure it is (0 to 1). */
export type Mask = { subject: Uint8Array; share: number; confidence: number };

/** A colour of the background: its mean, its spread, and the share of the border it has. */
type Colour = { mean: Float32Array; spread: number; share: number };

/**
 * Finds the subject before a plain, shaded or slightly noisy background: the border's commonest colours are the background,
 * and what is joined to the border in these colours is taken away.
 */
export function backgroundMask(picture: LabPixels): Mask {
  const { width, height, lab } = picture;
  const border = borderOf(width, height);
  const colours = commonColours(lab, border);
  if (colours.length === 0) return { subject: new Uint8Array(width * height).fill(1), share: 1, confidence: 0 };
  const isNear = (pixel: number, from: number) => {
    for (const { mean, spread } of colours) {
      const limit = Math.min(0.13, 0.045 + spread * 2.6);
      const away = distance(lab, pixel, mean);
      if (away < limit * limit) return true;
      // A shade that goes on smoothly from a neighbour that is background may be somewhat farther away.
      if (away < limit * limit * 3.2 && distance(lab, pixel, lab.subarray(from * 3, from * 3 + 3)) < 0.00022)
        return true;
    }
    return false;
  };
  const background = flood(width, height, border, isNear);
  const subject = largest(background, width, height, 0.1);
  const share = shareOf(subject);
  return { subject, share, confidence: confidenceOf({ picture, colours, subject, share, border }) };
}

/** What is left when everything is taken away that looks like the named places and is joined to them. */
export function maskAt(
  picture: LabPixels,
  { background: places, tolerance }: { background: readonly (readonly [number, number])[]; tolerance: number },
): Mask {
  const { width, height, lab } = picture;
  const limit = (0.01 + tolerance * 0.55) ** 2;
  const removed = new Uint8Array(width * height);
  for (const [x, y] of places) {
    const start = Math.min(height - 1, Math.floor(y * height)) * width + Math.min(width - 1, Math.floor(x * width));
    const colour = lab.slice(start * 3, start * 3 + 3);
    const reached = flood(width, height, [start], (pixel) => distance(lab, pixel, colour) < limit);
    for (let pixel = 0; pixel < removed.length; pixel++) removed[pixel]! |= reached[pixel]!;
  }
  const subject = largest(removed, width, height, 0.1);
  return { subject, share: shareOf(subject), confidence: 1 };
}

/** Pixels along the edges, two deep. */
function borderOf(width: number, height: number): number[] {
  const border: number[] = [];
  for (let y = 0; y < height; y++) {
    const isRow = y < 2 || y >= height - 2;
    for (let x = 0; x < width; x++) {
      if (isRow || x < 2 || x >= width - 2) border.push(y * width + x);
    }
  }
  return border;
}

/** Up to four colours that make up the border, the commonest first: repeatedly the densest of some candidates. */
function commonColours(lab: Float32Array, border: readonly number[]): Colour[] {
  let rest = border;
  const colours: Colour[] = [];
  while (colours.length < 4 && rest.length > border.length * 0.1) {
    let best: number[] = [];
    for (let candidate = 0; candidate < 24; candidate++) {
      const pixel = rest[Math.floor(((candidate + 0.5) / 24) * rest.length)]!;
      const seed = lab.subarray(pixel * 3, pixel * 3 + 3);
      const alike = rest.filter((each) => distance(lab, each, seed) < 0.0036);
      if (alike.length > best.length) best = alike;
    }
    if (best.length < border.length * 0.1) break;
    const mean = new Float32Array(3);
    for (const pixel of best) for (let part = 0; part < 3; part++) mean[part]! += lab[pixel * 3 + part]! / best.length;
    const spread = Math.sqrt(best.reduce((sum, pixel) => sum + distance(lab, pixel, mean), 0) / best.length);
    colours.push({ mean, spread, share: best.length / border.length });
    const taken = new Set(best);
    rest = rest.filter((pixel) => !taken.has(pixel) && distance(lab, pixel, mean) >= 0.0036);
  }
  // A subject that touches the border has a colour there, too: beside a common background it is left out.
  const [first] = colours;
  return colours.filter(({ share }) => share > 0.16 || share > (first?.share ?? 0) * 0.45);
}

function flood(
  width: number,
  height: number,
  starts: readonly number[],
  isNear: (pixel: number, from: number) => boolean,
): Uint8Array {
  const reached = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  let count = 0;
  const visit = (pixel: number, from: number) => {
    if (reached[pixel] || !isNear(pixel, from)) return;
    reached[pixel] = 1;
    stack[count++] = pixel;
  };
  for (const start of starts) visit(start, start);
  while (count > 0) {
    const pixel = stack[--count]!;
    const x = pixel % width;
    if (x > 0) visit(pixel - 1, pixel);
    if (x < width - 1) visit(pixel + 1, pixel);
    if (pixel >= width) visit(pixel - width, pixel);
    if (pixel < width * (height - 1)) visit(pixel + width, pixel);
  }
  return reached;
}

/** Of what isn't background the largest piece, and others of at least `part` of its size. Specks are background. */
function largest(background: Uint8Array, width: number, height: number, part: number): Uint8Array {
  const labels = new Int32Array(width * height);
  const sizes: number[] = [0];
  for (let start = 0; start < labels.length; start++) {
    if (background[start] || labels[start]) continue;
    const label = sizes.length;
    let size = 0;
    const stack = [start];
    labels[start] = label;
    while (stack.length > 0) {
      const pixel = stack.pop()!;
      size++;
      const x = pixel % width;
      for (const next of [
        x > 0 ? pixel - 1 : -1,
        x < width - 1 ? pixel + 1 : -1,
        pixel - width,
        pixel < width * (height - 1) ? pixel + width : -1,
      ]) {
        if (next < 0 || background[next] || labels[next]) continue;
        labels[next] = label;
        stack.push(next);
      }
    }
    sizes.push(size);
  }
  const least = Math.max(...sizes) * part;
  return Uint8Array.from(labels, (label) => (label > 0 && sizes[label]! >= least ? 1 : 0));
}

function shareOf(subject: Uint8Array): number {
  return subject.reduce((sum, value) => sum + value, 0) / subject.length;
}

/** High when the background has most of the border, the subject has a sensible size and stands out along its edge. */
function confidenceOf({
  picture: { lab, width, height },
  colours,
  subject,
  share,
  border,
}: {
  picture: LabPixels;
  colours: readonly Colour[];
  subject: Uint8Array;
  share: number;
  border: readonly number[];
}): number {
  const known = border.filter((pixel) => !subject[pixel]).length / border.length;
  let contrast = 0;
  let count = 0;
  for (let pixel = width * 3; pixel < width * (height - 3); pixel++) {
    const x = pixel % width;
    if (!subject[pixel] || x < 3 || x > width - 4) continue;
    const isEdge = !subject[pixel - 1] || !subject[pixel + 1] || !subject[pixel - width] || !subject[pixel + width];
    if (!isEdge) continue;
    // Three pixels inside the edge, away from its blur.
    const inside = [pixel - 3, pixel + 3, pixel - 3 * width, pixel + 3 * width].filter((each) => subject[each] === 1);
    for (const each of inside) {
      contrast += Math.sqrt(Math.min(...colours.map(({ mean }) => distance(lab, each, mean))));
      count++;
    }
  }
  const clear = count > 0 ? Math.min(1, contrast / count / 0.16) : 0;
  const sized = share < 0.02 ? share / 0.02 : share > 0.8 ? Math.max(0, (0.96 - share) / 0.16) : 1;
  const calm = 1 - Math.min(0.5, (colours[0]?.spread ?? 0) * 6);
  return Math.max(0, Math.min(1, (known - 0.3) / 0.5)) * clear * sized * calm;
}
