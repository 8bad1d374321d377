/**
 * Makes what the Live style page shows before there is a camera: the demo clip, a painted picture and one of each look. All
 * come from the built-in painters, so that they promise nothing these don't keep. Run it when the painters have changed:
 * `node apps/web/pictures-live.ts`. With a folder as argument it also writes a sheet of all looks there, for the README.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameStyle, looks } from '@kinora/capabilities';
import type { FrameStyle } from '@kinora/capabilities';
import { createWasmPainter, loadPaintingModules } from '@kinora/media/painting/node';
import { createSegmentEncoder } from '@kinora/media/video/encoding';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { demo, drawDemo } from './demo-scene.ts';

const folder = join(import.meta.dirname, 'public/live');
mkdirSync(folder, { recursive: true });

const { width, height, fps, seconds } = demo;
const scene = createCanvas(width, height);
using encoder = createSegmentEncoder({ width, height, fps });
for (let frame = 0; frame < fps * seconds; frame++) encoder.addRgba(drawDemo(frame / fps, scene).data());
writeFileSync(join(folder, 'demo.mp4'), encoder.finish());

const modules = await loadPaintingModules();
const moment = 5.7;

/** A moment of the clip as it looks after half a second of painting. */
async function paint(style: FrameStyle, size: { width: number; height: number }): Promise<Canvas> {
  using painter = await createWasmPainter({ ...size, modules });
  const picture = createCanvas(size.width, size.height);
  const context = picture.getContext('2d');
  const scale = Math.max(size.width / width, size.height / height);
  for (let frame = 10; frame >= 0; frame--) {
    const time = moment - frame / fps;
    drawDemo(time, scene);
    context.drawImage(
      scene,
      (size.width - width * scale) / 2,
      (size.height - height * scale) / 2,
      width * scale,
      height * scale,
    );
    const pixels = context.getImageData(0, 0, size.width, size.height);
    pixels.data.set(painter.paint(pixels.data, style, time));
    if (frame === 0) context.putImageData(pixels, 0, 0);
  }
  return picture;
}

const save = (name: string, picture: Canvas) =>
  writeFileSync(join(folder, `${name}.jpg`), picture.toBuffer('image/jpeg', 86));

const still = { width: 320, height: 200 };
for (const look of looks) save(`look-${look}`, await paint(frameStyle.parse({ look }), still));
save('welcome', await paint(frameStyle.parse({ look: 'watercolour', detail: 0.6 }), { width: 960, height: 540 }));

const [sheetFolder] = process.argv.slice(2);
if (sheetFolder !== undefined) {
  const tile = { width: 480, height: 480 };
  const gap = 12;
  const sheet = createCanvas(tile.width * 4 + gap * 5, tile.height * 3 + gap * 4);
  const context = sheet.getContext('2d');
  context.fillStyle = '#0e1124';
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const [index, look] of looks.entries()) {
    const picture = await paint(frameStyle.parse({ look }), tile);
    context.drawImage(
      picture,
      gap + (index % 4) * (tile.width + gap),
      gap + Math.floor(index / 4) * (tile.height + gap),
    );
  }
  writeFileSync(join(sheetFolder, 'live-looks.jpg'), sheet.toBuffer('image/jpeg', 84));
}
