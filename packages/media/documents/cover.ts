import { type Canvas, createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { type BookFont, fontRuns, registerBookFonts } from './fonts.ts';
import { addPngTexts } from './png.ts';
import { type Provenance, provenanceLine, xmpPacket } from './provenance.ts';
import { balanceLines, curlQuotes } from './type.ts';

/** Width of a cover in pixels. */
const coverWidth = 1600;

/** Enlarges the picture so that a painted paper edge falls outside the cover. */
const bleed = 1.06;

/** Where a title may lie without hiding what the picture is about. */
export type TitleArea = 'top' | 'bottom';

/**
 * A cover: the picture to the edges, the title in the book's serif on a soft dusk at its quiet edge. PNG, 1600 pixels
 * wide, with provenance in XMP and plain text.
 * @param options.picture PNG, JPEG or WebP.
 * @param options.aspect Width over height. Default the picture's own.
 * @param options.area Default `top`.
 */
export async function buildCover(options: {
  title: string;
  author: string;
  picture: Uint8Array;
  provenance: Provenance;
  aspect?: number;
  area?: TitleArea;
}): Promise<Uint8Array> {
  const { title, author, provenance, area = 'top' } = options;
  registerBookFonts();
  const picture = await loadImage(options.picture);
  const aspect = options.aspect ?? picture.width / picture.height;
  const canvas = createCanvas(coverWidth, Math.round(coverWidth / aspect / 2) * 2);
  const context = canvas.getContext('2d');
  drawCovering(context, picture, canvas);
  const layout = layOutTitle(context, { title: curlQuotes(title), canvas });
  drawDusk(context, { canvas, area, height: layout.height + layout.margin * 3.2 });
  drawTitle(context, { canvas, area, author, ...layout });
  const png = await canvas.encode('png');
  return addPngTexts(png, {
    Title: title,
    Software: provenance.generator,
    Comment: provenanceLine(provenance),
    'XML:com.adobe.xmp': xmpPacket(provenance, { isWrapped: false }),
  });
}

function drawCovering(context: SKRSContext2D, picture: Image, canvas: Canvas): void {
  const scale = bleed * Math.max(canvas.width / picture.width, canvas.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
}

type Layout = { lines: string[]; size: number; height: number; margin: number };

const titleFaces = { latin: 'Kinora Title', japanese: 'Kinora Japanese Bold' } as const;
const authorFaces = { latin: 'Kinora Book Italic', japanese: 'Kinora Japanese' } as const;

/** The largest type in which the title takes at most three lines (four on tall covers). */
function layOutTitle(context: SKRSContext2D, { title, canvas }: { title: string; canvas: Canvas }): Layout {
  const isTall = canvas.height > canvas.width * 1.2;
  const margin = coverWidth * 0.055;
  const most = isTall ? 4 : canvas.height < canvas.width * 0.8 ? 2 : 3;
  for (let size = isTall ? 176 : 132; ; size -= 6) {
    const measure = (text: string) =>
      drawRuns(context, { text, faces: titleFaces, size, x: 0, y: 0, isMeasured: true });
    const lines = balanceLines(title, { width: canvas.width - 2 * margin, measure });
    const fits = lines.length <= most && lines.every((line) => measure(line) <= canvas.width - 2 * margin);
    if (fits || size <= 60) return { lines, size, margin, height: lines.length * size * 1.14 + size * 0.52 };
  }
}

/** A gradient of dusk from the edge, eased so that no border shows. */
function drawDusk(
  context: SKRSContext2D,
  { canvas, area, height }: { canvas: Canvas; area: TitleArea; height: number },
): void {
  const reach = Math.min(canvas.height, height);
  const edge = area === 'top' ? 0 : canvas.height;
  const gradient = context.createLinearGradient(0, edge, 0, area === 'top' ? reach : canvas.height - reach);
  for (let step = 0; step <= 12; step++) {
    const place = step / 12;
    gradient.addColorStop(place, `rgba(20, 18, 48, ${(0.78 * Math.cos((place * Math.PI) / 2) ** 1.6).toFixed(3)})`);
  }
  context.fillStyle = gradient;
  context.fillRect(0, area === 'top' ? 0 : canvas.height - reach, canvas.width, reach);
}

function drawTitle(
  context: SKRSContext2D,
  { canvas, area, author, lines, size, height, margin }: Layout & { canvas: Canvas; area: TitleArea; author: string },
): void {
  const top = area === 'top' ? margin : canvas.height - margin - height;
  context.textBaseline = 'alphabetic';
  context.shadowColor = 'rgba(12, 10, 36, 0.55)';
  context.shadowBlur = size * 0.22;
  context.shadowOffsetY = size * 0.03;
  const centre = (text: string, options: { faces: Faces; size: number; y: number; colour: string }) => {
    const width = drawRuns(context, { text, x: 0, ...options, isMeasured: true });
    context.fillStyle = options.colour;
    drawRuns(context, { text, x: (canvas.width - width) / 2, ...options });
  };
  for (const [index, line] of lines.entries()) {
    centre(line, { faces: titleFaces, size, y: top + size * (0.86 + index * 1.14), colour: '#fff6e3' });
  }
  const small = Math.max(40, size * 0.36);
  centre(author, { faces: authorFaces, size: small, y: top + height, colour: '#ffd894' });
}

type Faces = { latin: BookFont; japanese: BookFont };

/** Draws a line in as many faces as it needs; returns its width. */
function drawRuns(
  context: SKRSContext2D,
  {
    text,
    faces,
    size,
    x,
    y,
    isMeasured,
  }: { text: string; faces: Faces; size: number; x: number; y: number; isMeasured?: boolean },
): number {
  let position = x;
  for (const run of fontRuns(text, faces)) {
    context.font = `${size}px "${run.font}"`;
    if (!isMeasured) context.fillText(run.text, position, y);
    position += context.measureText(run.text).width;
  }
  return position - x;
}
