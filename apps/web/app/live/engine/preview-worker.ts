import type { FrameStyle } from '@kinora/capabilities';
import { createWasmPainter, fetchPaintingModules } from '@kinora/media/painting';
import type { Painter } from '@kinora/media/painting';

/** A picture to be painted in several styles. */
export type PreviewRequest = { picture: ImageBitmap; styles: { id: string; style: FrameStyle }[] };
export type PreviewAnswer = { id: string; picture: ImageBitmap } | { isDone: true };

const answer = (message: PreviewAnswer, transfer: Transferable[] = []) => postMessage(message, { transfer });

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
    pixels.data.set(painter.paint(own, style, performance.now() / 1000));
    context.putImageData(pixels, 0, 0);
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the page's own painter has the processor between
    const painted = await createImageBitmap(canvas);
    answer({ id, picture: painted }, [painted]);
  }
}

addEventListener('message', ({ data }: MessageEvent<PreviewRequest>) => {
  paintAll(data)
    .catch(() => undefined)
    .finally(() => answer({ isDone: true }));
});
