import { breakLines } from '../type.ts';

/** A rectangle in points from the top left. */
export type Box = { x: number; y: number; width: number; height: number };

/** A line of text: its left edge and baseline in points. */
export type Line = { text: string; x: number; baseline: number };

/** A page of picture and words. */
export type PageLayout = { picture: Box; size: number; paragraphs: Line[][] };

/** Page sizes in points: seven and a half inches on the short side, ten on a square. */
export const pageSizes = { '16:9': [960, 540], '9:16': [540, 960], '1:1': [720, 720] } as const;

/** Shape of a page. */
export type PageAspect = keyof typeof pageSizes;

/** Largest type and the step between tries, in points. */
const sizes = { largest: 25, step: 0.5 };
/** Share of the page's width (wide pages) or height that the picture gets, and the smallest type that allows it. */
const wideShares = [
  { share: 0.68, from: 20 },
  { share: 0.62, from: 17 },
  { share: 0.56, from: 17 },
  { share: 0.5, from: 16 },
  { share: 0.42, from: 11 },
];
const tallShares = [
  { share: 0.66, from: 20 },
  { share: 0.6, from: 17 },
  { share: 0.52, from: 17 },
  { share: 0.44, from: 16 },
  { share: 0.36, from: 11 },
];
const leading = 1.5;
/** Space between paragraphs, in lines. */
const paragraphGap = 0.55;

/**
 * Places picture and words: side by side on wide pages, above each other on others. The type is as large as fits; a page
 * with many words gets a smaller picture before its type becomes small.
 * @param options.pictureAspect Width over height.
 * @param options.measure Width of a text at size 1.
 */
export function layOutPage(
  paragraphs: readonly string[],
  options: { page: PageAspect; pictureAspect: number; measure: (text: string) => number },
): PageLayout {
  const [width, height] = pageSizes[options.page];
  const isWide = width > height;
  let smallest: PageLayout | undefined;
  for (const { share, from } of isWide ? wideShares : tallShares) {
    const boxes = isWide ? sideBySide(width, height, share, options) : stacked(width, height, share, options);
    for (let size = sizes.largest; size >= from; size -= sizes.step) {
      const lines = setParagraphs(paragraphs, { box: boxes.words, size, measure: options.measure });
      smallest = { picture: boxes.picture, size, paragraphs: lines.paragraphs };
      if (lines.height <= boxes.words.height) return smallest;
    }
  }
  return smallest!;
}

type Boxes = { picture: Box; words: Box };

function sideBySide(width: number, height: number, share: number, { pictureAspect }: { pictureAspect: number }): Boxes {
  const margin = 40;
  const gap = 36;
  const picture = fit(pictureAspect, { width: width * share, height: height - 2 * margin });
  const x = margin + picture.width + gap;
  return {
    picture: { ...picture, x: margin, y: (height - picture.height) / 2 },
    words: { x, y: margin, width: width - x - margin, height: height - 2 * margin },
  };
}

function stacked(width: number, height: number, share: number, { pictureAspect }: { pictureAspect: number }): Boxes {
  const margin = 44;
  const gap = 30;
  const picture = fit(pictureAspect, { width: width - 2 * margin, height: height * share - margin });
  const y = margin + picture.height + gap;
  return {
    picture: { ...picture, x: (width - picture.width) / 2, y: margin },
    words: { x: margin + 8, y, width: width - 2 * margin - 16, height: height - y - margin },
  };
}

function fit(aspect: number, { width, height }: { width: number; height: number }): { width: number; height: number } {
  return width / aspect <= height ? { width, height: width / aspect } : { width: height * aspect, height };
}

function setParagraphs(
  paragraphs: readonly string[],
  { box, size, measure }: { box: Box; size: number; measure: (text: string) => number },
): { paragraphs: Line[][]; height: number } {
  const step = size * leading;
  let y = 0;
  const placed = paragraphs.map((paragraph, index) => {
    if (index > 0) y += step * paragraphGap;
    const lines = breakLines(paragraph, { width: box.width / size, measure });
    return lines.map((text) => {
      y += step;
      return { text, x: box.x, baseline: y - step * 0.28 };
    });
  });
  const top = box.y + Math.max(0, (box.height - y) / 2);
  for (const line of placed.flat()) line.baseline += top;
  return { paragraphs: placed, height: y };
}
