import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { normalNoise, planOneStep, readSchedulerConfig } from '@kinora/media/diffusion';
import type { Latents, OneStep, SchedulerConfig } from '@kinora/media/diffusion';
import { createFrameDifference, createFrameEncoder, readFrame } from '@kinora/media/frames';
import type { FrameDifference, FrameEncoder } from '@kinora/media/frames';
import type { Autoencoder } from './autoencoder.ts';
import type { Pipeline } from './draw.ts';
import type { RestyleAnswer, RestyleFrame, RestyleProblem, RestyleResult } from './protocol.ts';
import { fitPicture } from './pixels.ts';
import { planSize } from './sizes.ts';
import type { Embeddings } from './text.ts';

/** Streams that are remembered; one that was forgotten begins anew. */
const mostStreams = 32;

/** What is kept of a stream between its frames. */
type Stream = {
  /** The same noise for every frame: what doesn't move looks the same again. */
  noise: Latents | null;
  /** The clean latents of the picture before. */
  before: Latents | null;
  /** How far a frame is from the one that was styled last, and what that was styled with, when. */
  difference: FrameDifference;
  style: string;
  styledAt: number;
  answer: RestyleResult | null;
  encoder: FrameEncoder;
};

/** Restyles frames of several streams. */
export type Restyler = {
  /** Frames of different streams; each has its answer or its problem, in order. */
  restyle(frames: readonly RestyleFrame[]): Promise<RestyleAnswer[]>;
  /** Forgets a stream. */
  end(stream: string): void;
};

/** A frame on its way through the model. */
type Work = {
  frame: RestyleFrame;
  stream: Stream;
  started: number;
  text: Embeddings;
  step: OneStep;
  noised: Latents;
};

/** Image-to-image in one step for streams of frames, on the parts of a loaded model. */
export function createRestyler(pipeline: Pipeline): Restyler {
  const config = readSchedulerConfig(pipeline.folder.schedulerConfig);
  const streams = new Map<string, Stream>();

  const prepare = async (frame: RestyleFrame, autoencoder: Autoencoder): Promise<Work | RestyleResult> => {
    const started = performance.now();
    const stream = streamOf(streams, frame.stream);
    const picture = await readFrame(frame, frame);
    const style = `${frame.width} ${frame.height} ${frame.noise} ${frame.prompt} ${frame.from?.prompt} ${frame.from?.share}`;
    const repeat = repeatOf(stream, { frame, style, change: stream.difference.measure(picture) });
    if (repeat !== null) return repeat;
    Object.assign(stream, { style, styledAt: frame.time });
    stream.difference.keep();
    // 1. Words, on their way from the old ones to the new.
    const text = await blendedPrompt(pipeline, frame);
    // 2. The frame's latents, with some of the picture before.
    const drawn = drawnSize(pipeline, frame);
    const random = normalNoise(frame.seed);
    const encode = autoencoder.encode ?? pipeline.vae.encode;
    if (!encode) throw noEncoder();
    const fresh = await encode(fitPicture(picture, drawn), random);
    const mixed = stream.before?.length === fresh.length ? mix(fresh, stream.before, frame.smoothing) : fresh;
    // 3. Noised to the level of the strength.
    const step = stepOf(config, frame.noise);
    if (stream.noise?.length !== fresh.length) stream.noise = random(fresh.length);
    return { frame, stream, started, text, step, noised: step.noised(mixed, stream.noise) };
  };

  const finish = async (work: Work, output: Latents, autoencoder: Autoencoder): Promise<RestyleResult> => {
    const { frame, stream, step } = work;
    const drawn = drawnSize(pipeline, frame);
    stream.before = step.clean(work.noised, output);
    const decoded = await autoencoder.decode({
      latents: stream.before,
      width: drawn.width / 8,
      height: drawn.height / 8,
    });
    const { image, mediaType } = await stream.encoder.encode(fitPicture(decoded, frame), frame);
    const milliseconds = Math.max(0.01, performance.now() - work.started);
    stream.answer = { image, mediaType, isRepeat: false, milliseconds };
    return stream.answer;
  };

  return {
    async restyle(frames) {
      const autoencoder = (await pipeline.small(frames[0]?.taesdFolder)) ?? pipeline.vae;
      const prepared: (Work | RestyleAnswer)[] = [];
      for (const frame of frames) prepared.push(await isolated(() => prepare(frame, autoencoder)));
      // Pictures of one size go through the model together.
      const outputs = new Map<Work, Latents>();
      for (const works of bySize(pipeline, prepared.filter(isWork))) {
        const [first] = works;
        const drawn = drawnSize(pipeline, first!.frame);
        const noisy = works.map(({ noised, step, text }) => ({ sample: noised, timestep: step.timestep, text }));
        const predicted = await pipeline.unet.predict(noisy, { width: drawn.width / 8, height: drawn.height / 8 });
        for (const [index, work] of works.entries()) outputs.set(work, predicted[index]!);
      }
      const results: RestyleAnswer[] = [];
      for (const each of prepared) {
        results.push(isWork(each) ? await isolated(() => finish(each, outputs.get(each)!, autoencoder)) : each);
      }
      return results;
    },
    end: (stream) => void streams.delete(stream),
  };
}

function streamOf(streams: Map<string, Stream>, name: string): Stream {
  const stream = streams.get(name) ?? {
    noise: null,
    before: null,
    difference: createFrameDifference(),
    style: '',
    styledAt: 0,
    answer: null,
    encoder: createFrameEncoder(),
  };
  // Deleted and set again, the latest stands last.
  streams.delete(name);
  streams.set(name, stream);
  if (streams.size > mostStreams) streams.delete(streams.keys().next().value!);
  return stream;
}

/** The last answer again, when the frame hardly differs and nothing else does. */
function repeatOf(
  { answer, styledAt, style: known }: Stream,
  { frame, style, change }: { frame: RestyleFrame; style: string; change: number },
): RestyleResult | null {
  const { skip, time } = frame;
  if (answer === null || skip === undefined || known !== style || time - styledAt >= skip.refreshSeconds) return null;
  return change >= skip.threshold ? null : { ...answer, isRepeat: true, milliseconds: 0 };
}

async function blendedPrompt({ text }: Pipeline, { prompt, from }: RestyleFrame): Promise<Embeddings> {
  const { prompt: to } = await text.encode(prompt, null);
  if (from === undefined || from.share <= 0) return to;
  const { prompt: old } = await text.encode(from.prompt, null);
  if (old.data.length !== to.data.length) return to;
  return { ...to, data: to.data.map((value, at) => value + (old.data[at]! - value) * from.share) };
}

function drawnSize({ folder, unet }: Pipeline, { width, height }: RestyleFrame): { width: number; height: number } {
  return planSize({ width, height }, { native: Math.max(width, height), multiple: folder.multiple, fixed: unet.fixed });
}

const steps = new WeakMap<SchedulerConfig, Map<number, OneStep>>();

/** Steps by strength, in hundredths: their tables are made once. */
function stepOf(config: SchedulerConfig, noise: number): OneStep {
  const known = steps.get(config) ?? new Map<number, OneStep>();
  steps.set(config, known);
  const key = Math.round(noise * 100);
  const step = known.get(key) ?? planOneStep(config, key / 100);
  known.set(key, step);
  return step;
}

function bySize(pipeline: Pipeline, works: readonly Work[]): Work[][] {
  const groups = new Map<string, Work[]>();
  for (const work of works) {
    const { width, height } = drawnSize(pipeline, work.frame);
    const key = `${width}x${height} ${work.step.timestep}`;
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  return [...groups.values()];
}

function isWork(each: Work | RestyleAnswer): each is Work {
  return 'noised' in each;
}

/** What goes wrong with one frame is that frame's problem. Memory that ran out is everybody's: the process starts over. */
async function isolated<Value>(run: () => Promise<Value>): Promise<Value | RestyleProblem> {
  try {
    return await run();
  } catch (error) {
    if (isKinoraError(error) && error.code === 'request.invalid') return { problem: error.message };
    throw error;
  }
}

function mix(fresh: Latents, before: Latents, share: number): Latents {
  return fresh.map((value, at) => value + (before[at]! - value) * share);
}

function noEncoder(): KinoraError {
  return new KinoraError(
    'provider.unavailable',
    "This model can't start from pictures: its folder has no vae_encoder. Install TAESD on the Models page, or another model.",
  );
}
