import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frameStyle, looks } from '@kinora/capabilities';
import type { Look } from '@kinora/capabilities';
import { createWasmPainter, loadPaintingModules } from '@kinora/media/painting/node';
import { drawScenes, measureCoherence, timeKernels } from '@kinora/media/painting/testing';
import { createCanvas } from '@napi-rs/canvas';

/** Milliseconds that every look may take for a frame of 512 × 512 pixels on one core, and that six are to stay below. */
const [bar, quickBar] = [80, 40];
const size = 512;

/** Milliseconds a frame of the same look in the plain-JavaScript prototype, on a core of the same machine. */
const prototype: Partial<Record<Look, string>> = {
  oil: '620-860',
  watercolour: '440',
  anime: '280-320',
  ink: '410-570',
  pencil: '465',
  comic: '220-300',
  'stained-glass': '400-490',
  pixel: '320',
  neon: '290',
  pastel: '410-500',
};

/**
 * Painters on WebAssembly: milliseconds of processor time a frame at 512 × 512 pixels on one core, how much each look boils, the shared
 * kernels beside plain JavaScript, and a sheet of all looks in a folder.
 * @param args Names of looks (default all), `--frames n` (default 20), `--sheet folder` (default out/painters), `--quick` without
 *   coherence.
 */
export default async function benchPainters(args: string[]): Promise<void> {
  const option = (name: string, otherwise: string) => args[args.indexOf(name) + 1 || args.length] ?? otherwise;
  const chosen = looks.filter((look) => !looks.some((name) => args.includes(name)) || args.includes(look));
  const count = Number(option('--frames', '20'));
  const frames = drawScenes(8, { width: size, height: size, noise: 4 }, (frame) => ({
    time: 1 + frame / 15,
    personX: frame * 2,
  }));
  const sheet = createCanvas(size * 4, size * Math.ceil((chosen.length + 1) / 4));
  const show = (picture: Uint8ClampedArray, at: number, name: string) => {
    const context = sheet.getContext('2d');
    const image = context.createImageData(size, size);
    image.data.set(picture);
    context.putImageData(image, (at % 4) * size, Math.floor(at / 4) * size);
    context.fillStyle = 'rgba(0,0,0,0.55)';
    context.fillRect((at % 4) * size, Math.floor(at / 4) * size + size - 26, name.length * 11 + 16, 26);
    context.fillStyle = '#fff';
    context.font = '16px monospace';
    context.fillText(name, (at % 4) * size + 8, Math.floor(at / 4) * size + size - 8);
  };
  show(frames.at(-1)!, 0, 'the frame');
  console.log(
    `look            ms    p90  prototype | still  pan  noisy pan  person  room   (${size} × ${size}, one core)`,
  );
  const means: number[] = [];
  for (const [index, look] of chosen.entries()) {
    const { times, picture } = await time(look, frames, count);
    show(picture, index + 1, look);
    means.push(mean(times));
    const boil = args.includes('--quick') ? undefined : await measureCoherence(frameStyle.parse({ look }));
    const cells = boil
      ? [boil.still, boil.pan, boil.noisyPan, boil.person, boil.room].map((value) => value.toFixed(2).padStart(6))
      : [];
    console.log(
      `${look.padEnd(14)}${mean(times).toFixed(1).padStart(6)} ${quantile(times, 0.9).toFixed(1).padStart(6)} ` +
        `${(prototype[look] ?? '–').padStart(9)} | ${cells.join(' ')}`,
    );
  }
  const quick = means.filter((value) => value <= quickBar).length;
  const worst = Math.max(...means);
  console.log(
    `slowest ${worst.toFixed(1)} ms (bar ${bar}: ${worst <= bar ? 'met' : 'missed'}); ${quick} of ${means.length} looks ≤ ${quickBar} ms (bar 6)`,
  );
  console.log('\nkernel                       wasm ms  plain JavaScript ms');
  for (const { name, wasm, naive } of await timeKernels())
    console.log(
      `${name.padEnd(28)} ${wasm.toFixed(2).padStart(7)}  ${naive.toFixed(1).padStart(8)}  × ${(naive / wasm).toFixed(0)}`,
    );
  const folder = option('--sheet', 'out/painters');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'contact-sheet.jpg'), sheet.toBuffer('image/jpeg', 88));
  console.log(`\n${join(folder, 'contact-sheet.jpg')}`);
}

async function time(look: Look, frames: Uint8ClampedArray[], count: number) {
  using painter = await createWasmPainter({ width: size, height: size, modules: await loadPaintingModules() });
  const style = frameStyle.parse({ look });
  const times: number[] = [];
  let picture: Uint8ClampedArray = frames[0]!;
  // The first frames are compiled while they are painted.
  for (let frame = -8; frame < count; frame++) {
    const before = process.threadCpuUsage();
    picture = painter.paint(frames[Math.abs(frame) % frames.length]!, style, (frame + 8) / 15);
    const { user, system } = process.threadCpuUsage(before);
    if (frame >= 0) times.push((user + system) / 1000);
  }
  return { times, picture: picture.slice() };
}

/** Some systems tell processor time in steps of 4 ms: a mean over many frames is finer than a median. */
function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
