import { parentPort } from 'node:worker_threads';
import { flatten, illustrate } from '@kinora/media/drawing';
import type { ImageReply, ImageTask } from './image-pool.ts';
import { letOthersGoFirst } from '@kinora/media/priority';

letOthersGoFirst('thread');
parentPort?.on('message', ({ scene, style, width, height, seed }: ImageTask) => {
  void (async () => {
    const layers = illustrate(scene, { style, width, height, seed });
    const image = await flatten(layers, { style }).encode('jpeg', 90);
    const bytes = new Uint8Array(image);
    parentPort?.postMessage({ image: bytes } satisfies ImageReply, [bytes.buffer]);
  })();
});
