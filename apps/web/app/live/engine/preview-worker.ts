import type { FrameStyle } from '@kinora/capabilities';
import { createWasmPainter, fetchPaintingModules } from '@kinora/media/painting';
import type { Painter } from '@kinora/media/painting';

/** A picture to be painted in several styles. */
export type PreviewRequest = { picture: ImageBitmap; styles: { id: string; style: FrameStyle }[] };
export type PreviewAnswer = { id: string; picture: ImageBitmap } | { isDone: true };

const answer = (message: PreviewAnswer, transfer: Transferable[] = []) => postMessage(message, { transfer });

const settling = 3;
let painter: Painter | undefined;

async function paintAll({ picture, styles }: PreviewRequest) {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;
  context.drawImage(picture, 0, 0);
  picture.close();
  const pixels = context.getImageData(0, 0, width, height);
  const own = new Uint8ClampedArray(pixels.data);
  painter ??= await createWasmPainter({ width, height, modules: await fetchPaintingModules() });
  for (const { id, style } of styles) {
    // A painter settles within a few frames, also on a picture that stands still.
    let painted = painter.paint(own, style, 0);
    for (let round = 1; round < settling; round++) painted = painter.paint(own, style, round / 10);
    pixels.data.set(painted);
    context.putImageData(pixels, 0, 0);
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the page's own painter has the processor between
    const preview = await createImageBitmap(canvas);
    answer({ id, picture: preview }, [preview]);
  }
}

addEventListener('message', ({ data }: MessageEvent<PreviewRequest>) => {
  paintAll(data)
    .catch(() => undefined)
    .finally(() => answer({ isDone: true }));
});
