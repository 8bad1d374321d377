import { vistaSpec } from '@kinora/capabilities';
import type { ClipOptions, ClipPicture } from '@kinora/capabilities';
import { createFrames, frameBytes } from '@kinora/media/video/compositing';
import type { Frames } from '@kinora/media/video/compositing';
import { createSegmentEncoder } from '@kinora/media/video/encoding';
import { createCanvas } from '@napi-rs/canvas';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawVista } from '@kinora/media/drawing';
import { benchFilm } from './music-video/film.ts';
import { createFrameArtist } from '../packages/providers/builtin/clip/frame-artist.ts';
import { createParallaxClip } from '../packages/providers/builtin/clip/index.ts';
import { prepareStage } from '../packages/providers/builtin/clip/prepare-stage.ts';
import { stageKey } from '../packages/providers/builtin/clip/stage-key.ts';
import { openStage } from '../packages/providers/builtin/clip/stage.ts';
import type { Stage } from '../packages/providers/builtin/clip/stage.ts';

const fps = 24;
const size = { width: 1280, height: 720 };
/** Frames of a beat at 120 beats a minute. */
const beat = fps / 2;

/**
 * What making a music video costs: a whole film by the command, then each part by itself.
 * @param args `--song FILE` instead of a synthesised song; `--out FILM` keeps the film; `--parts` measures the parts only, with
 * `--pictures 6` of eleven seconds each; `--keep DIR` keeps their takes.
 */
export default async function benchMusicVideo(args: string[]): Promise<void> {
  const option = (name: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined);
  if (!args.includes('--parts')) {
    await benchFilm({ song: option('song'), out: option('out') });
    console.log();
  }
  await benchStage({ pictures: Number(option('pictures') ?? 6), keep: option('keep') });
}

/**
 * Where each millisecond goes: taking pictures apart, drawing, encoding; and what drawing and encoding of many takes at once
 * costs beside encoding the same frames alone.
 */
async function benchStage({ pictures, keep }: { pictures: number; keep: string | undefined }): Promise<void> {
  const takes = planTakes(pictures);
  const frames = takes.reduce((sum, take) => sum + take.frames, 0);
  console.log(`${takes.length} takes, ${frames} frames of ${size.width}×${size.height} at ${fps} a second\n`);
  const alone = await measureParts(takes);
  const made = await measureTakes(takes, keep);
  report('drawing and encoding, all takes', made, frames);
  console.log(`  ${(made.wall / alone).toFixed(2)}× the time of encoding the same frames alone (bar 1.5×)`);
}

/** Each part by itself, one after the other. Returns the milliseconds of encoding all frames alone. */
async function measureParts(takes: readonly ClipOptions[]): Promise<number> {
  const frames = createFrames({ ...size, count: 50 });
  const stages = new Map<string, Stage>();
  const spent = { pictures: nothing(), apart: nothing(), stills: nothing(), changes: nothing(), encoding: nothing() };
  let [stills, changes, bytes] = [0, 0, 0];
  using encoder = createSegmentEncoder({ ...size, fps });
  const stageOf = async (picture: ClipPicture) => {
    const key = stageKey(picture, { ...size, seed: 1 });
    const known = stages.get(key);
    if (known) return known;
    const drawing = stopwatch();
    if (picture.vista) drawVista(picture.vista, { ...size, seed: picture.seed ?? 0, overscan: 0.15 });
    const drawn = drawing();
    const preparing = stopwatch();
    const stage = openStage(await prepareStage(picture, { ...size, seed: 1 }), frames);
    const prepared = preparing();
    add(spent.pictures, drawn);
    add(spent.apart, { wall: prepared.wall - drawn.wall, cpu: prepared.cpu - drawn.cpu });
    stages.set(key, stage);
    if (stages.size > 3) stages.delete(stages.keys().next().value!);
    return stage;
  };
  for (const take of takes) {
    const both = { from: await stageOf(take.from), to: take.to && (await stageOf(take.to)) };
    const artist = await createFrameArtist(take, { stages: both, frames });
    // As many frames as there is room for, then their encoding.
    for (let first = 0; first < take.frames; first += 48) {
      const count = Math.min(48, take.frames - first);
      const drawing = stopwatch();
      for (let frame = 0; frame < count; frame++) artist.draw(first + frame, frame);
      add(take.to ? spent.changes : spent.stills, drawing());
      if (take.to) changes += count;
      else stills += count;
      add(spent.encoding, encodeAll(encoder, frames, count));
    }
  }
  const finishing = stopwatch();
  bytes = encoder.finish().length;
  add(spent.encoding, finishing());
  const all = stills + changes;
  const pictures = new Set(takes.map(({ from }) => stageKey(from, { ...size, seed: 1 }))).size;
  report('draw a picture in layers, once a picture', spent.pictures, pictures);
  report('take its layers apart into planes of YUV', spent.apart, pictures);
  report('both, spread over all frames', sum(spent.pictures, spent.apart), all);
  report('compose a frame', spent.stills, stills);
  report('compose a frame of a transition', spent.changes, changes);
  report('compose, all frames', sum(spent.stills, spent.changes), all);
  report('encode the same frames alone', spent.encoding, all);
  console.log(`  (${((bytes * 8 * fps) / all / 1e6).toFixed(1)} Mbit/s)\n`);
  measureCopies(frames);
  return spent.encoding.wall;
}

function encodeAll(encoder: ReturnType<typeof createSegmentEncoder>, frames: Frames, count: number): Spent {
  const watch = stopwatch();
  for (let frame = 0; frame < count; frame++) encoder.addYuv(frameBytes(frames, frame));
  return watch();
}

function measureCopies(frames: Frames): void {
  const target = new Uint8Array(frameBytes(frames, 0).length);
  const copying = stopwatch();
  for (let frame = 0; frame < 200; frame++) target.set(frameBytes(frames, frame % 40));
  report('copy a frame (the encoder takes its own)', copying(), 200);
}

/** All takes by the clip maker, several at a time as a studio asks for them. */
async function measureTakes(takes: readonly ClipOptions[], keep: string | undefined): Promise<Spent> {
  await using clips = createParallaxClip();
  const starting = stopwatch();
  await clips.doGenerate({ ...takes[0]!, from: plainPicture(), frames: 1 });
  report('start the process, with a plain picture', starting(), 1);
  const before = usageOfChild();
  const watch = stopwatch();
  let first = 0;
  const waiting = [...takes.entries()];
  const ask = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, take] = next;
      const { video } = await clips.doGenerate(take);
      if (index === 0) first = watch().wall;
      if (keep) {
        await mkdir(keep, { recursive: true });
        await writeFile(join(keep, `take-${String(index).padStart(3, '0')}.mp4`), video);
      }
    }
  };
  await Promise.all([ask(), ask(), ask(), ask()]);
  const { wall } = watch();
  const after = usageOfChild();
  console.log(`first take after ${(first / 1000).toFixed(1)} s; clip process at most ${after?.megabytes ?? '?'} MB`);
  return before && after ? { wall, cpu: after.cpu - before.cpu } : { wall };
}

/** Two framings of each picture and a change to the next one, on beats, as the studio plans them. */
function planTakes(count: number): ClipOptions[] {
  const pictures = vistas(count);
  const takes: ClipOptions[] = [];
  const changes = ['dissolve', 'light', 'fade'] as const;
  let start = 0;
  const push = (take: Pick<ClipOptions, 'from' | 'frames'> & Partial<ClipOptions>) => {
    const { frames } = take;
    takes.push({ ...size, fps, seed: 1, music: musicOf(start, frames), ...take });
    start += frames;
  };
  pictures.forEach((from, index) => {
    const next = pictures[index + 1];
    push({ from, frames: 10 * beat, camera: { from: [0.5, 0.5, 1.02], to: [0.52, 0.48, 1.2] } });
    push({
      from,
      frames: 10 * beat,
      camera: { from: [0.4, 0.52, 1.4], to: [0.6, 0.5, 1.3] },
      ...(index === 0 && { overlays: [{ image: caption(), x: 240, y: 560, from: 10, to: 90 }] }),
    });
    if (!next) return;
    push({
      from,
      to: next,
      frames: 2 * beat,
      transition: changes[index % 3]!,
      camera: { from: [0.6, 0.5, 1.3], to: [0.62, 0.5, 1.28] },
      toCamera: { from: [0.5, 0.5, 1.0], to: [0.5, 0.5, 1.02] },
    });
  });
  return takes;
}

/** A beat in the bar's four, the first the strongest; the level swells over sixteen bars. */
function musicOf(start: number, frames: number): NonNullable<ClipOptions['music']> {
  const level = Array.from(
    { length: frames },
    (_, frame) => 0.5 - 0.45 * Math.cos(((start + frame) / fps / 16) * Math.PI),
  );
  const accents: { frame: number; push: number; flash: number }[] = [];
  for (let frame = Math.floor((start - fps) / beat) * beat; frame < start + frames; frame += beat) {
    const isFirst = (frame / beat) % 4 === 0;
    accents.push({ frame: frame - start, push: isFirst ? 0.9 : 0.4, flash: isFirst ? 0.8 : 0.2 });
  }
  return { level, accents };
}

function vistas(count: number): ClipPicture[] {
  const settings = [
    { world: 'neon-city', view: 'establishing', air: 'rain' },
    { world: 'mountain-dawn', view: 'approach', air: 'mist' },
    { world: 'neon-city', view: 'within', air: 'clear' },
    { world: 'cosmos', view: 'summit', air: 'stars' },
    { world: 'mountain-dawn', view: 'summit', air: 'snow' },
    { world: 'neon-city', view: 'detail', air: 'embers' },
  ];
  return Array.from({ length: count }, (_, index) => ({
    image: new Uint8Array(),
    mediaType: 'image/png',
    seed: index + 1,
    vista: vistaSpec.parse({
      ...settings[index % settings.length],
      palette: {
        deep: '#12101f',
        sky: '#2b2350',
        haze: '#6d5a94',
        main: '#3c5a80',
        accent: '#e0577a',
        light: '#ffd9a0',
      },
      energy: 0.3 + (0.6 * index) / count,
      calm: 0.5,
      thread: { kind: 'road', progress: index / count },
      camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.15] },
      moment: 'A road leads on.',
    }),
  }));
}

function caption(): Uint8Array {
  const canvas = createCanvas(800, 80);
  const c = canvas.getContext('2d');
  c.font = '44px serif';
  c.textAlign = 'center';
  c.fillStyle = 'white';
  c.fillText('and the road goes on and on', 400, 54);
  return canvas.toBuffer('image/png');
}

function plainPicture(): ClipPicture {
  const canvas = createCanvas(64, 36);
  canvas.getContext('2d').fillRect(0, 0, 64, 36);
  return { image: canvas.toBuffer('image/png'), mediaType: 'image/png' };
}

/** Milliseconds of CPU that the clip process has used and the most megabytes it has held; undefined where the system tells neither. */
function usageOfChild(): { cpu: number; megabytes: number } | undefined {
  try {
    const children = readdirSync('/proc/self/task').flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    const [child] = children;
    const ticks = readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]!.split(' ');
    const status = readFileSync(`/proc/${child}/status`, 'utf8');
    return {
      // User and system time, in hundredths of a second.
      cpu: (Number(ticks[11]) + Number(ticks[12])) * 10,
      megabytes: Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024),
    };
  } catch {
    return undefined;
  }
}

type Spent = { wall: number; cpu?: number };

function nothing(): Required<Spent> {
  return { wall: 0, cpu: 0 };
}

function add(total: Required<Spent>, { wall, cpu = 0 }: Spent): void {
  total.wall += wall;
  total.cpu += cpu;
}

function sum(a: Required<Spent>, b: Required<Spent>): Spent {
  return { wall: a.wall + b.wall, cpu: a.cpu + b.cpu };
}

function stopwatch(): () => Required<Spent> {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  };
}

function report(what: string, { wall, cpu }: Spent, count: number): void {
  const each = (value: number) => `${(value / count).toFixed(2).padStart(8)} ms`;
  console.log(`${what.padEnd(46)}wall ${each(wall)}${cpu === undefined ? '' : `, CPU ${each(cpu)}`}`);
}
