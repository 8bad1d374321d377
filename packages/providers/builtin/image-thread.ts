import { parentPort } from 'node:worker_threads';
import { drawVista, flatten, flattenVista, illustrate } from '@kinora/media/drawing';
import { letOthersGoFirst } from '@kinora/media/priority';
import { loadImage } from '@napi-rs/canvas';
import type { Canvas, Image } from '@napi-rs/canvas';
import type { ImageReply, ImageTask } from './image-pool.ts';

letOthersGoFirst('thread');
parentPort?.on('message', (task: ImageTask) => {
  void (async () => {
    const canvas = await draw(task);
    if (typeof canvas === 'string') {
      parentPort?.postMessage({ problem: canvas } satisfies ImageReply);
      return;
    }
    const bytes = new Uint8Array(await canvas.encode('jpeg', 90));
    parentPort?.postMessage({ image: bytes } satisfies ImageReply, [bytes.buffer]);
  })();
});

/** The picture, or why it can't be drawn. */
async function draw({ subject, ...size }: ImageTask): Promise<Canvas | string> {
  if (subject.kind === 'scene') {
    return flatten(illustrate(subject.scene, { style: subject.style, ...size }), { style: subject.style });
  }
  const figures: Image[] = [];
  for (const [index, figure] of subject.figures.entries()) {
    const image = await loadImage(figure).catch(() => undefined);
    if (!image) return `Cut-out ${index + 1} can't be decoded; hand over a PNG or WebP with alpha.`;
    figures.push(image);
  }
  return flattenVista(drawVista(subject.vista, { ...size, figures }));
}
