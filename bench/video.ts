import { artStyles, sceneSpec } from '@kinora/capabilities';
import type { ClipPicture } from '@kinora/capabilities';
import { assembleVideo, planTimeline } from '@kinora/media/video';
import { createSegmentEncoder } from '@kinora/media/video/encoding';
import type { TimelineSegment } from '@kinora/media/video';
import { writeFile } from 'node:fs/promises';
import { createLoneArtist } from '../packages/providers/builtin/clip/lone-artist.ts';
import { createParallaxClip } from '../packages/providers/builtin/clip/index.ts';

const fps = 24;
const size = { width: 1280, height: 720 };
/** Wall milliseconds a frame may take: three times faster than it plays. */
const bar = 1000 / fps / 3;

/**
 * Where each millisecond of a story video goes: drawing, encoding the same frames alone, both at once as the clip maker
 * does it, and a whole film with title, dissolves, sound and chapters.
 * @param args `--frames 240` for each measurement, `--seconds 9` of narration for each of the film's four scenes,
 * `--out film.mp4` keeps the film.
 */
export default async function benchVideo(args: string[]): Promise<void> {
  const option = (name: string) => args[args.indexOf(`--${name}`) + 1] ?? '';
  const frames = args.includes('--frames') ? Number(option('frames')) : 240;
  const narration = args.includes('--seconds') ? Number(option('seconds')) : 9;
  console.log(
    `${size.width}×${size.height} at ${fps} frames a second; bar ${bar.toFixed(1)} ms of wall time a frame\n`,
  );
  await measureStages(frames);
  await measureClip(frames);
  const film = await measureFilm(narration);
  if (args.includes('--out')) await writeFile(option('out'), film);
}

async function measureStages(frames: number): Promise<void> {
  const [first, second] = pictures();
  const request = { ...size, fps, frames, seed: 1 };
  const setting = stopwatch();
  const artist = await createLoneArtist({ ...request, from: first! });
  report('draw the layers and set the stage, once a scene', setting(), 1);
  const dissolve = await createLoneArtist({ ...request, from: first!, to: second! });
  for (let frame = 0; frame < 20; frame++) artist.draw(frame);

  const drawing = stopwatch();
  for (let frame = 0; frame < frames; frame++) artist.draw(frame);
  report('move and blend the layers, to YUV', drawing(), frames);
  const dissolving = stopwatch();
  for (let frame = 0; frame < 24; frame++) dissolve.draw(frame);
  report('the same in a dissolve', dissolving(), 24);

  const kept = Array.from({ length: Math.min(frames, 72) }, (_, frame) => artist.draw(frame).slice());
  using encoder = createSegmentEncoder({ ...size, fps });
  const encoding = stopwatch();
  for (const frame of kept) encoder.addYuv(frame);
  const bytes = encoder.finish().length;
  report('encode the same frames alone', encoding(), kept.length);
  console.log(`  (${((bytes * 8 * fps) / kept.length / 1e6).toFixed(1)} Mbit/s)\n`);
}

async function measureClip(frames: number): Promise<void> {
  await using clips = createParallaxClip();
  const [from] = pictures();
  const options = { ...size, fps, seed: 1, from: from! };
  await clips.doGenerate({ ...options, frames: 24 });
  const watch = stopwatch();
  await clips.doGenerate({ ...options, frames });
  const { wall } = watch();
  console.log(
    `clip maker, drawing and encoding at once            wall ${(wall / frames).toFixed(1)} ms a frame, ${speed(wall, frames)}\n`,
  );
}

async function measureFilm(narrationSeconds: number): Promise<Uint8Array> {
  await using clips = createParallaxClip();
  const scenes = pictures();
  const plan = planTimeline(
    'A lamp in the wood',
    scenes.map((_, index) => ({ id: `${index}`, title: `Scene ${index + 1}`, narrationSeconds })),
  );
  const watch = stopwatch();
  const segments: Uint8Array[] = [];
  for (const segment of plan.segments) {
    const { video } = await clips.doGenerate({
      ...size,
      fps,
      frames: segment.frames,
      seed: 1,
      ...sources(segment, scenes),
    });
    segments.push(video);
  }
  const drawn = watch();
  const sound = Float32Array.from({ length: Math.round(plan.seconds * 48_000) }, (_, at) => Math.sin(at / 40) * 0.1);
  const film = await assembleVideo({
    segments,
    fps,
    pcm: { channels: [sound, sound], sampleRate: 48_000 },
    chapters: plan.chapters,
    details: {
      provenance: {
        title: 'A lamp in the wood',
        language: 'en',
        sourceType: 'algorithmicMedia',
        generator: 'Kinora',
        models: ['builtin/parallax-2'],
        createdAt: new Date(),
      },
    },
  });
  const { wall } = watch();
  console.log(
    `film of ${plan.seconds.toFixed(1)} s, ${plan.segments.length} segments: clips ${seconds(drawn.wall)}, sound and joining ${seconds(wall - drawn.wall)}, ${(film.length / 1e6).toFixed(1)} MB`,
  );
  console.log(
    `whole film                                          wall ${(wall / plan.frames).toFixed(1)} ms a frame, ${speed(wall, plan.frames)}`,
  );
  return film;
}

function sources(segment: TimelineSegment, scenes: readonly ClipPicture[]) {
  if (segment.kind !== 'dissolve') return { from: scenes[segment.scene]!, window: segment.window };
  const { from, to, window, toWindow } = segment;
  return { from: scenes[from]!, to: scenes[to]!, window, toWindow };
}

/** Four different scenes, as an author plans them. */
function pictures(): ClipPicture[] {
  const places = [
    { setting: 'forest', timeOfDay: 'dusk', weather: 'clear', from: [0.46, 0.5, 1], to: [0.55, 0.5, 1.14] },
    { setting: 'harbour', timeOfDay: 'night', weather: 'clear', from: [0.54, 0.5, 1.1], to: [0.47, 0.5, 1.02] },
    { setting: 'meadow', timeOfDay: 'golden-hour', weather: 'wind', from: [0.45, 0.52, 1.05], to: [0.56, 0.5, 1.08] },
    { setting: 'snow-wood', timeOfDay: 'night', weather: 'snow', from: [0.5, 0.5, 1], to: [0.5, 0.53, 1.16] },
  ];
  return places.map(({ setting, timeOfDay, weather, from, to }, index) => ({
    image: new Uint8Array(),
    mediaType: 'image/png',
    style: artStyles[index]!,
    seed: index + 1,
    scene: sceneSpec.parse({
      setting,
      timeOfDay,
      weather,
      mood: 'calm',
      light: { source: 'lantern', from: 'right' },
      characters: [
        {
          id: 'sorrel',
          species: 'fox',
          colours: { main: '#c8642f', second: '#f3dfc4' },
          clothes: [{ kind: 'scarf', colour: '#d9a441' }],
          pose: 'sit',
          expression: 'calm',
          x: 0.4,
          ground: 0.8,
          size: 0.38,
        },
      ],
      props: [{ kind: 'lantern', x: 0.6, ground: 0.82, state: 'lit' }],
      camera: { shot: 'medium', move: 'push', from, to },
      focus: { x: 0.45, y: 0.6, quietArea: 'top-left' },
      moment: 'Sorrel sits beside her lantern.',
    }),
  }));
}

type Spent = { wall: number; cpu: number };

function stopwatch(): () => Spent {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  };
}

function report(what: string, { wall, cpu }: Spent, frames: number): void {
  console.log(
    `${what.padEnd(52)}wall ${(wall / frames).toFixed(1).padStart(6)} ms, CPU ${(cpu / frames).toFixed(1).padStart(6)} ms`,
  );
}

function speed(wall: number, frames: number): string {
  return `${(((frames / fps) * 1000) / wall).toFixed(1)}× as fast as it plays`;
}

function seconds(wall: number): string {
  return `${(wall / 1000).toFixed(1)} s`;
}
