import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { demo, drawDemo } from '../demo-scene.ts';

/**
 * Flags that give Chromium a camera in which the demo scene moves, and a microphone that beeps.
 * @param options.isAllowed Whether whoever is asked says yes. Default true.
 */
export async function cameraFlags({ isAllowed = true }: { isAllowed?: boolean } = {}): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kinora-camera-'));
  const file = join(folder, 'camera.mjpeg');
  const scene = createCanvas(demo.width, demo.height);
  const frames = Array.from({ length: 60 }, (_, frame) => drawDemo(4 + frame / 20, scene).toBuffer('image/jpeg', 80));
  await writeFile(file, Buffer.concat(frames));
  return [
    '--use-fake-device-for-media-stream',
    `--use-fake-ui-for-media-stream${isAllowed ? '' : '=deny'}`,
    `--use-file-for-fake-video-capture=${file}`,
    // The graphics chip of a machine without one.
    '--enable-unsafe-swiftshader',
  ];
}
