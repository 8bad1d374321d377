import type { LoadedModel, MethodContext } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import { testRuntimes } from '@kinora/platform/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { DrawRequest, DrawResult, RestyleAnswer, RestyleFrame } from '../packages/providers/onnx/index.ts';
import { server } from '../packages/providers/onnx/process.ts';
import { writeTrueSizeTurbo } from '../tools/tiny-models/onnx-diffusers.ts';

/** Our loop may add this to the model's own time. */
const bar = 0.03;

/** What is used of a session. */
type Session = { run(...given: unknown[]): Promise<unknown> };
type Runtime = { InferenceSession: { create(file: string, options: unknown): Promise<Session> } };

/** One run of a model, in milliseconds. */
type ModelRun = { model: string; milliseconds: number };

/**
 * Builds SD-Turbo's UNet and TAESD in their true sizes with random weights and draws with them: seconds a step, what our loop
 * adds to bare `session.run`, TAESD's encoder and decoder, live frames, memory. Takes about 5 GB of memory and a minute or two.
 * @param args `--steps 4`, `--pictures 3`, `--frames 3`, `--size 512`, `--threads 2`, `--device cpu` (`cuda:0`, `webgpu`, `directml`),
 * `--precision float16`.
 */
export default async function benchDiffusion(args: string[]): Promise<void> {
  const option = (name: string, fallback: string) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? fallback : (args[at + 1] ?? fallback);
  };
  const [steps, pictures, size] = ['4', '3', '512'].map((fallback, index) =>
    Number(option(['steps', 'pictures', 'size'][index]!, fallback)),
  ) as [number, number, number];
  const threads = Number(option('threads', String(availableParallelism())));
  const device = option('device', 'cpu');
  const { importPackage } = await testRuntimes('onnx');
  const folder = await mkdtemp(path.join(tmpdir(), 'kinora-bench-diffusion-'));
  try {
    const weights = writeTrueSizeTurbo(folder, option('precision', 'float32') === 'float16' ? 'float16' : 'float32');
    console.log(
      `UNet ${(weights.unet / 1e6).toFixed(1)} M weights, TAESD decoder ${(weights.decoder / 1e6).toFixed(2)} M; ` +
        `${size}×${size}, ${threads} threads`,
    );
    const runs: ModelRun[] = [];
    const before = process.memoryUsage.rss();
    const watch = stopwatch();
    const model = await server.load(
      { folder, isFrugal: false },
      {
        importPackage: async <Module>(name: string) =>
          timed(await importPackage('onnx')<Runtime>(name), runs) as Module,
        device,
        threads,
      },
    );
    const draw = model.methods['draw'] as (request: DrawRequest, context: MethodContext) => Promise<DrawResult>;
    console.log(
      `load ${seconds(watch())}, on ${model.device}; memory ${gigabytes(process.memoryUsage.rss() - before)}`,
    );

    const request: DrawRequest = {
      prompt: 'the red fox',
      negativePrompt: '',
      size: { width: size, height: size },
      native: size,
      seeds: [1],
      steps,
      guidance: 0,
      guidanceRescale: 0,
      eta: 0,
      strength: 0.5,
      usesTaesd: true,
      hasPreviews: false,
      output: 'rgba',
    };
    const context: MethodContext = { signal: new AbortController().signal, emit: () => {} };
    await draw({ ...request, steps: 1 }, context);
    runs.length = 0;
    const totals: number[] = [];
    for (let picture = 0; picture < pictures; picture++) {
      const each = stopwatch();
      await draw({ ...request, seeds: [picture + 2] }, context);
      totals.push(each());
    }
    const unet = timesOf(runs, 'unet');
    report('UNet, one step', unet);
    report('TAESD decoder', timesOf(runs, 'taesd_decoder'));
    const inside = runs.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const whole = totals.reduce((sum, total) => sum + total, 0);
    const overhead = (whole - inside) / inside;
    console.log(
      `our loop adds ${((whole - inside) / unet.length).toFixed(1)} ms a step to session.run: ` +
        `${(overhead * 100).toFixed(2)} % (bar ${bar * 100} %) ${overhead <= bar ? 'ok' : 'TOO MUCH'}`,
    );

    runs.length = 0;
    const first = await draw(request, context);
    const frame = first.pictures[0] as { width: number; height: number; data: Uint8Array };
    runs.length = 0;
    const styled = stopwatch();
    await draw({ ...request, steps: 2, image: frame }, context);
    report('TAESD encoder', timesOf(runs, 'taesd_encoder'));
    console.log(`a picture restyled (one step, RGBA in and out) ${seconds(styled())}`);
    await measureFrames(model, { size, frames: Number(option('frames', '3')), runs });
    const { maxRSS } = process.resourceUsage();
    console.log(`peak memory of this process ${gigabytes(maxRSS * 1024)}`);
    if (overhead > bar) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A live stream's frames through the whole path, JPEG in and out, beside what the model alone takes of them. */
async function measureFrames(
  model: LoadedModel,
  { size, frames, runs }: { size: number; frames: number; runs: ModelRun[] },
): Promise<void> {
  const restyle = model.methods['restyle'] as (frames: RestyleFrame[]) => Promise<RestyleAnswer[]>;
  const times: number[] = [];
  let [inside, bytes] = [0, 0];
  for (let index = 0; index <= frames; index++) {
    const canvas = createCanvas(size, size);
    const context = canvas.getContext('2d');
    context.fillStyle = '#887766';
    context.fillRect(0, 0, size, size);
    context.fillStyle = '#ffeedd';
    context.fillRect((index * size) / 8, size / 8, size / 3, size / 2);
    runs.length = 0;
    const watch = stopwatch();
    const [answer] = await restyle([
      {
        stream: 'bench',
        image: new Uint8Array(canvas.toBuffer('image/jpeg')),
        mediaType: 'image/jpeg',
        width: size,
        height: size,
        prompt: 'the red fox',
        noise: 0.5,
        seed: 1,
        output: 'image/jpeg',
        maxBytes: 25_000,
        time: index,
        smoothing: 0.25,
      },
    ]);
    if (answer === undefined || 'problem' in answer) throw new Error(`The frame was refused: ${answer?.problem}`);
    // The first frame encodes the prompt and warms up.
    if (index === 0) continue;
    times.push(watch());
    inside += runs.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    bytes += answer.image.length;
  }
  report('a live frame', times);
  const whole = times.reduce((sum, time) => sum + time, 0);
  console.log(
    `${(frames / (whole / 1000)).toFixed(2)} frames a second on ${model.device} (target 30 on a graphics card), ` +
      `${((whole - inside) / frames).toFixed(1)} ms of each beside the model, ${(bytes / frames / 1000).toFixed(1)} kB each`,
  );
}

/** The runtime, with every run of a session measured. */
function timed(module: Runtime & { default?: Runtime }, runs: ModelRun[]): unknown {
  const runtime = module.default ?? module;
  const create = async (file: string, options: unknown) => {
    const session = await runtime.InferenceSession.create(file, options);
    const model = path.basename(path.dirname(file));
    return new Proxy(session, {
      get(target, key) {
        if (key !== 'run') {
          const value: unknown = Reflect.get(target, key, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        }
        return async (...given: unknown[]) => {
          const watch = stopwatch();
          const result = await target.run(...given);
          runs.push({ model, milliseconds: watch() });
          return result;
        };
      },
    });
  };
  return { ...runtime, InferenceSession: { create } };
}

function timesOf(runs: ModelRun[], name: string): number[] {
  return runs.filter(({ model }) => model === name).map(({ milliseconds }) => milliseconds);
}

function report(label: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(`${label.padEnd(16)} median ${seconds(median)}, least ${seconds(sorted[0] ?? 0)} of ${times.length}`);
}

function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`;
}
