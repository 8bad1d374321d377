import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { airs, finishes, threads, vistaSpec, vistaViews, worlds } from '@kinora/capabilities';
import type { VistaPalette, VistaSpec, World } from '@kinora/capabilities';
import { drawVista, flattenVista } from '@kinora/media/drawing';
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';

/** Milliseconds of processor time in which all layers of a picture are to be drawn. */
const bar = 400;

/** A palette that suits each world, as a director would choose one. */
const own: Record<World, VistaPalette> = {
  'neon-city': palette('#120a2c', '#2a1658', '#6a2f8c', '#2f6fd0', '#ff3d8a', '#7df0ff'),
  cosmos: palette('#070818', '#151a45', '#3c2f78', '#5a4fc0', '#ff8a5c', '#ffe2b0'),
  ocean: palette('#06202e', '#1c5a78', '#9cc8cc', '#1f7f8c', '#ff9a6a', '#fff0cc'),
  'desert-road': palette('#2c1020', '#8c3a4a', '#f0a070', '#c8562f', '#3f8f9a', '#ffe0a0'),
  geometry: palette('#14141f', '#2b3a67', '#e8d8c0', '#e2583e', '#f2b134', '#fff4dc'),
  'liquid-light': palette('#0c0618', '#3a0f5c', '#c02a7c', '#ff5a3c', '#22c7b8', '#ffe08a'),
  'dream-garden': palette('#182040', '#5a6fb0', '#f0c8d8', '#4f9a7c', '#f07a9a', '#fff0c8'),
  'film-noir': palette('#0a0c10', '#2a3038', '#8a9298', '#59616a', '#b8923f', '#f2ead8'),
  'mountain-dawn': palette('#1c2440', '#5f7fb0', '#e8c4b8', '#4a5f80', '#f0805c', '#ffe8b8'),
  'paper-theatre': palette('#2a1a38', '#6a5a9c', '#f0d8c0', '#d86a4a', '#3f8f8a', '#fff0d0'),
};

/** Other moods, for every world. */
const moods: readonly VistaPalette[] = [
  palette('#0c1420', '#1f3f5c', '#6f9ab0', '#3f6f8c', '#e8b04c', '#f8f0d8'),
  palette('#200a14', '#6a1430', '#e06a4c', '#a02a3c', '#f0b84c', '#fff0d0'),
  palette('#0a1c18', '#1f4f44', '#a8c8a0', '#3f8a6a', '#e85a7a', '#f8f8d8'),
];

/**
 * Draws contact sheets of the pictures for music (worlds × views, finishes, moods, shapes, energies, threads, airs) and
 * prints the milliseconds of processor time a picture takes at 1280 × 720 with overscan.
 * @param args Folder (default `kinora-vistas` in the temporary folder), then names of worlds (default all); `--worlds`: only the
 * one sheet of them all.
 */
export default async function vistas(args: string[]): Promise<void> {
  const folder = args[0] ?? join(tmpdir(), 'kinora-vistas');
  const named = worlds.filter((world) => args.includes(world));
  const chosen = named.length > 0 ? named : worlds;
  await mkdir(folder, { recursive: true });
  const save = async (name: string, sheet: Canvas) => {
    const path = join(folder, `${name}.jpg`);
    await writeFile(path, await sheet.encode('jpeg', 88));
    console.log(path);
  };
  const everywhere = chosen.flatMap((world) => vistaViews.map((view) => spec(world, { view })));
  await save('worlds', drawSheet(everywhere, vistaViews.length, 360));
  if (args.includes('--worlds')) return;
  for (const world of chosen) {
    await save(
      `${world}-views`,
      drawSheet(
        vistaViews.map((view) => spec(world, { view })),
        3,
      ),
    );
    await save(`${world}-changes`, drawSheet(changesOf(world), 4, 480));
    await save(
      `${world}-upright`,
      drawSheet(
        vistaViews.map((view) => spec(world, { view, finish: 'cinematic' })),
        6,
        320,
        [720, 1280],
      ),
    );
  }
  const times = chosen.flatMap((world) =>
    vistaViews.flatMap((view) => finishes.map((finish) => measure(spec(world, { view, finish })))),
  );
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1] ?? 0;
  console.log(
    `${times.length} pictures: median ${median.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms of processor time (bar: median ≤ ${bar} ms): ${median <= bar ? 'met' : 'missed'}`,
  );
}

/** What each field of the spec does to one world. */
function changesOf(world: World): VistaSpec[] {
  return [
    ...finishes.map((finish) => spec(world, { view: 'summit', finish })),
    ...finishes.map((finish) => spec(world, { view: 'within', finish })),
    ...moods.map((mood, index) => spec(world, { view: vistaViews[index * 2]!, palette: mood })),
    spec(world, { view: 'establishing', energy: 0.05, calm: 1 }),
    spec(world, { view: 'establishing', energy: 1, calm: 0, returns: 3 }),
    ...threads.map((kind, index) =>
      spec(world, { view: vistaViews[index % 6]!, thread: { kind, progress: 0.2 + index * 0.1 } }),
    ),
    ...airs.map((air, index) => spec(world, { view: vistaViews[(index * 5) % 6]!, air })),
  ];
}

function spec(world: World, changes: Partial<VistaSpec>): VistaSpec {
  return vistaSpec.parse({
    world,
    view: 'establishing',
    palette: own[world],
    energy: 0.65,
    calm: 0.6,
    thread: { kind: 'traveller', progress: 0.5 },
    camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.1] },
    moment: 'A picture for music.',
    ...changes,
  });
}

function drawSheet(specs: readonly VistaSpec[], columns: number, wide = 640, [width, height] = [1280, 720]): Canvas {
  const tall = Math.round((wide * height) / width);
  const sheet = createCanvas(columns * wide, Math.ceil(specs.length / columns) * tall);
  const context = sheet.getContext('2d');
  specs.forEach((each, index) => {
    const layers = drawVista(each, { width, height, seed: 7 });
    const [x, y] = [(index % columns) * wide, Math.floor(index / columns) * tall];
    context.drawImage(flattenVista(layers), x, y, wide, tall);
  });
  return sheet;
}

function measure(each: VistaSpec): number {
  const before = process.cpuUsage();
  // Reading a pixel makes the canvas carry out what it has only noted so far.
  for (const { canvas } of drawVista(each, { width: 1280, height: 720, seed: 3 })) {
    canvas.getContext('2d').getImageData(0, 0, 1, 1);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function palette(deep: string, sky: string, haze: string, main: string, accent: string, light: string): VistaPalette {
  return { deep, sky, haze, main, accent, light };
}
