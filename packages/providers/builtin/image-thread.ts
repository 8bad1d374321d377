import { parentPort } from 'node:worker_threads';
import { drawVista, flatten, flattenVista, illustrate } from '@kinora/media/drawing';
import { letOthersGoFirst } from '@kinora/media/priority';
import { loadImage } from '@napi-rs/canvas';
import type { Canvas, Image } from '@napi-rs/canvas';
import { leaveVista, overscan } from './clip/prepare-stage.ts';
import type { ImageReply, ImageTask } from './image-pool.ts';

letOthersGoFirst('thread');
parentPort?.on('message', (task: ImageTask) => {
  void (async () => {
    const drawn = await draw(task);
    if ('problem' in drawn) {
      parentPort?.postMessage(drawn satisfies ImageReply);
      return;
    }
    const encoding = drawn.canvas.encode('jpeg', 90);
    // Before the answer, so that a clip which is asked for at once finds them.
    drawn.leave?.();
    const bytes = new Uint8Array(await encoding);
    parentPort?.postMessage({ image: bytes } satisfies ImageReply, [bytes.buffer]);
  })();
});

/** The picture, or why it can't be drawn. */
async function draw({
  subject,
  layers: folder,
  ...size
}: ImageTask): Promise<{ canvas: Canvas; leave?: () => void } | { problem: string }> {
  if (subject.kind === 'scene') {
    const layers = illustrate(subject.scene, { style: subject.style, ...size });
    return { canvas: flatten(layers, { style: subject.style }) };
  }
  const figures: Image[] = [];
  for (const [index, figure] of subject.figures.entries()) {
    const image = await loadImage(figure).catch(() => undefined);
    if (!image) return { problem: `Cut-out ${index + 1} can't be decoded; hand over a PNG or WebP with alpha.` };
    figures.push(image);
  }
  const layers = drawVista(subject.vista, { ...size, overscan, figures });
  const canvas = flattenVista(layers);
  if (folder === undefined) return { canvas };
  return { canvas, leave: () => leaveVista(layers, { ...size, ...subject }, folder) };
}
