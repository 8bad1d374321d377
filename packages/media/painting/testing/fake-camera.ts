import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createCanvas } from '@napi-rs/canvas';
import { drawScene } from './scene.ts';

/** What a fake camera films. */
export type FakeCamera = {
  /** Default 640. */
  width?: number;
  /** Default 480. */
  height?: number;
  /** Default 15. */
  fps?: number;
  /** Default 4. The browser plays it over and over. */
  seconds?: number;
};

/**
 * Writes a moving video for Chromium's `--use-file-for-fake-video-capture`: a person who talks, nods, waves and walks to and fro before a
 * still room.
 * @param path Ends in `.y4m` (raw, large) or `.mjpeg` (small).
 */
export async function writeFakeCamera(path: string, camera: FakeCamera = {}): Promise<void> {
  const { width = 640, height = 480, fps = 15, seconds = 4 } = camera;
  const isRaw = path.endsWith('.y4m');
  const file = createWriteStream(path);
  if (isRaw) file.write(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (let frame = 0; frame < Math.round(fps * seconds); frame++) {
    const time = frame / fps;
    const personX = 60 * Math.sin((2 * Math.PI * time) / seconds);
    const pixels = drawScene({ width, height, time, personX, noise: 4, seed: frame + 1 });
    if (isRaw) {
      file.write('FRAME\n');
      file.write(toYuv420(pixels, width, height));
    } else {
      image.data.set(pixels);
      context.putImageData(image, 0, 0);
      file.write(await canvas.encode('jpeg', 92));
    }
  }
  file.end();
  await once(file, 'finish');
}

/** Full-range BT.601, as in JPEG. */
function toYuv420(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const [w, h] = [width >> 1, height >> 1];
  const out = new Uint8Array(width * height + 2 * w * h);
  for (let i = 0; i < width * height; i++)
    out[i] = 0.299 * rgba[i * 4]! + 0.587 * rgba[i * 4 + 1]! + 0.114 * rgba[i * 4 + 2]! + 0.5;
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const i = (y * 2 * width + x * 2) * 4;
      const mean = (c: number) =>
        (rgba[i + c]! + rgba[i + 4 + c]! + rgba[i + width * 4 + c]! + rgba[i + width * 4 + 4 + c]!) / 4;
      const [r, g, b] = [mean(0), mean(1), mean(2)];
      const at = width * height + y * w + x;
      out[at] = Math.min(255, 128.5 - 0.168736 * r - 0.331264 * g + 0.5 * b);
      out[at + w * h] = Math.min(255, 128.5 + 0.5 * r - 0.418688 * g - 0.081312 * b);
    }
  return out;
}
