import { balanceLines, curlQuotes } from '../../documents/type.ts';
import { drawLine, measureLine, openCanvas, strongFaces } from '../../documents/set-line.ts';
import type { Size } from '../../documents/set-line.ts';
import type { PlacedPicture } from './placed-picture.ts';

/** Height of the type, widest line and foot of the last line, as parts of the frame, by its shape; corners are for a logo. */
const shapes = {
  wide: { size: 1 / 15, of: 'height', width: 0.72, foot: 0.9 },
  // Phones lay buttons and names over the foot and the right edge of a tall film.
  tall: { size: 1 / 15.5, of: 'width', width: 0.78, foot: 0.74 },
  square: { size: 1 / 17, of: 'width', width: 0.84, foot: 0.86 },
} as const;
const mostLines = 2;
const lineHeight = 1.26;

/**
 * A sung line, ready to be laid over a film: one or two rows of type at the foot of the picture, with a shadow that keeps
 * them legible on anything. A long line gets smaller type.
 */
export async function lyricOverlay(text: string, { width, height }: Size): Promise<PlacedPicture> {
  const shape = shapes[width > height * 1.1 ? 'wide' : height > width * 1.1 ? 'tall' : 'square'];
  const room = width * shape.width;
  const words = curlQuotes(text.replaceAll(/\s+/g, ' ').trim());
  const { context: ruler } = openCanvas({ width: 1, height: 1 });
  let size = Math.round(shape.size * (shape.of === 'height' ? height : width));
  let lines: string[] = [];
  let widest = 0;
  for (; ; size--) {
    const measure = (line: string) => measureLine(ruler, line, { faces: strongFaces, size });
    lines = balanceLines(words, { width: room, measure });
    widest = Math.max(...lines.map(measure));
    if ((lines.length <= mostLines && widest <= room) || size <= 8) break;
  }
  const pad = Math.ceil(size * 0.8);
  const box = {
    width: Math.min(width, Math.ceil(widest) + 2 * pad),
    height: Math.ceil(lines.length * size * lineHeight) + 2 * pad,
  };
  const { canvas, context } = openCanvas(box);
  const draw = () => {
    lines.forEach((line, index) => {
      const x = (canvas.width - measureLine(context, line, { faces: strongFaces, size })) / 2;
      drawLine(context, line, { faces: strongFaces, size, x, y: pad + size * (index * lineHeight + 0.95) });
    });
  };
  // A wide, soft shadow carries the line over a bright picture, a close one its edges; both are drawn without the letters.
  const far = canvas.width * 4;
  for (const [blur, alpha] of [
    [size * 0.55, 0.75],
    [size * 0.55, 0.75],
    [size * 0.12, 0.8],
  ] as const) {
    context.save();
    context.shadowColor = `rgba(5, 6, 16, ${alpha})`;
    context.shadowBlur = blur;
    context.shadowOffsetX = far;
    context.shadowOffsetY = size * 0.03;
    context.translate(-far, 0);
    draw();
    context.restore();
  }
  context.fillStyle = '#fffaf0';
  draw();
  const foot = Math.round(height * shape.foot);
  return {
    image: await canvas.encode('png'),
    x: Math.round((width - canvas.width) / 2),
    y: Math.max(0, foot - canvas.height + pad),
  };
}
