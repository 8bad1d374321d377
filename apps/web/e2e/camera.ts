import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { demo, drawDemo } from '../demo-scene.ts';

/**
 * Flags that give Chromium a camera in which the demo scene moves, and a microphone that beeps.
 * @param options.isAllowed Whether pages get both without a question. Default true; otherwise a context's permissions count.
 */
export async function cameraFlags({ isAllowed = true }: { isAllowed?: boolean } = {}): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kinora-camera-'));
  const file = join(folder, 'camera.mjpeg');
  const scene = createCanvas(demo.width, demo.height);
  const frames = Array.from({ length: 60 }, (_, frame) => drawDemo(4 + frame / 20, scene).toBuffer('image/jpeg', 80));
  await writeFile(file, Buffer.concat(frames));
  return [
    '--use-fake-device-for-media-stream',
    ...(isAllowed ? ['--use-fake-ui-for-media-stream'] : []),
    `--use-file-for-fake-video-capture=${file}`,
    // The graphics chip of a machine without one.
    '--enable-unsafe-swiftshader',
  ];
}
