import { blendStyles, KinoraError } from '@kinora/capabilities';
import type { FrameStyle, FrameStyler, Look, StyledFrame, StylerOptions, StylerSession } from '@kinora/capabilities';
import type { OpenLocalModel } from '@kinora/capabilities/local';
import type { RestyleAnswer, RestyleFrame } from './protocol.ts';

/** Frames that a graphics card takes through the model at once; a processor gains nothing by it. */
const mostTogether = 4;

/** Noise of a wholly painted frame: more, and the person before the camera is another one. */
const fullNoise = 0.65;

/** Share of the picture before unless told: what a model makes of noise flickers. */
const calm = 0.25;

/** A model's words for the looks that painters know by name. */
const lookWords: Record<Look, string> = {
  oil: 'oil painting, thick expressive brush strokes',
  watercolour: 'watercolour painting, wet washes on rough paper',
  pastel: 'soft pastel drawing on dark paper',
  pencil: 'graphite pencil drawing, fine hatching',
  ink: 'ink wash painting, sumi-e',
  anime: 'anime, cel shading, clean lines',
  comic: 'comic book panel, halftone dots, bold ink lines',
  'stained-glass': 'stained glass window, lead lines, glowing colours',
  mosaic: 'mosaic of small glass tiles',
  pixel: 'pixel art, 16 bit',
  neon: 'neon lights, glowing outlines at night',
  dream: 'dreamlike night scene, moonlight, soft glow',
};

/** What a diffusion model is told of a style. */
export function promptOf({ look, prompt }: Pick<FrameStyle, 'look' | 'prompt'>): string {
  return prompt === '' ? lookWords[look] : `${lookWords[look]}, ${prompt}`;
}

/** Takes frames of all sessions of one model to its process: one call at a time, several frames in it where that pays. */
export type FrameQueue = {
  /** @throws KinoraError `provider.timeout` for a frame that waited longer than it may, and what the process throws. */
  restyle(frame: RestyleFrame, maxWaitMs?: number): Promise<RestyleAnswer>;
  end(stream: string): Promise<void>;
  /** Frames a second, as measured; absent before the first. */
  framesPerSecond(): number | undefined;
  device(): string;
  /** Streams that are open. */
  sessions: number;
};

/** Opens the queue of a model. @param open Finds the model's process. */
export function createFrameQueue(open: OpenLocalModel): FrameQueue {
  type Waiting = {
    frame: RestyleFrame;
    expires: number;
    resolve(answer: RestyleAnswer): void;
    reject(reason: unknown): void;
  };
  const waiting: Waiting[] = [];
  let isRunning = false;
  let device = 'cpu';
  let rate: number | undefined;

  const run = async () => {
    while (waiting.length > 0) {
      let batch: Waiting[] = [];
      try {
        const { process } = await open();
        device = process.state().device ?? device;
        dropLate(waiting);
        batch = waiting.splice(0, device === 'cpu' ? 1 : mostTogether);
        if (batch.length === 0) break;
        const started = performance.now();
        const answers = await process.call<RestyleAnswer[]>(
          'restyle',
          batch.map(({ frame }) => frame),
          // With less memory they are simply styled again.
          { onRestart: () => {} },
        );
        for (const [index, { resolve }] of batch.entries()) resolve(answers[index]!);
        const painted = answers.filter((answer) => 'image' in answer && !answer.isRepeat).length;
        const now = (painted * 1000) / (performance.now() - started);
        if (painted > 0) rate = rate === undefined ? now : rate + (now - rate) * 0.2;
      } catch (error) {
        for (const { reject } of batch.length > 0 ? batch : waiting.splice(0)) reject(error);
      }
    }
    isRunning = false;
  };

  return {
    restyle: (frame, maxWaitMs = Infinity) =>
      new Promise((resolve, reject) => {
        waiting.push({ frame, expires: performance.now() + maxWaitMs, resolve, reject });
        if (isRunning) return;
        isRunning = true;
        void run();
      }),
    async end(stream) {
      const { process } = await open();
      const { state } = process.state();
      // A process that isn't there has forgotten it already.
      if (state === 'ready' || state === 'busy') await process.call('end-stream', stream);
    },
    framesPerSecond: () => rate,
    device: () => device,
    sessions: 0,
  };
}

/** Frames that waited too long are as good as lost; the next ones of their streams are newer. */
function dropLate(waiting: { expires: number; reject(reason: unknown): void }[]): void {
  const now = performance.now();
  for (const [index, { expires, reject }] of [...waiting.entries()].toReversed()) {
    if (expires >= now) continue;
    waiting.splice(index, 1);
    reject(
      new KinoraError('provider.timeout', 'The model is busy with other streams; the frame was left out.', {
        isRetryable: true,
      }),
    );
  }
}

let streams = 0;

/**
 * A local diffusion model as a styler of frames: image-to-image in one step, with what was in the picture before mixed in
 * against flicker. It reads look, words and strength of a style; palette, light and overlay are a painter's.
 */
export function createOnnxFrameStyler(options: {
  modelId: string;
  queue: FrameQueue;
  /** Folder of an installed TAESD. */
  findTaesd(): Promise<string | undefined>;
}): FrameStyler {
  const { modelId, queue, findTaesd } = options;
  return {
    provider: 'onnx',
    modelId,
    kind: 'diffusion',
    async open(given) {
      given.signal?.throwIfAborted();
      checkSize(given);
      const taesdFolder = await findTaesd();
      queue.sessions++;
      return openSession(queue, given, taesdFolder);
    },
    load: () => {
      const framesPerSecond = queue.framesPerSecond();
      return {
        device: queue.device(),
        sessions: queue.sessions,
        ...(framesPerSecond === undefined ? {} : { framesPerSecond }),
      };
    },
  };
}

function openSession(queue: FrameQueue, options: StylerOptions, taesdFolder: string | undefined): StylerSession {
  const { width, height, seed = 1, output = 'image/jpeg', maxBytes = 25_000, skip, smoothing = calm } = options;
  const stream = `${process.pid}-${++streams}`;
  let style = options.style;
  let change: { from: FrameStyle; begins: number | null; seconds: number } | null = null;
  let generation = 0;
  let isOpen = true;

  /** The style at a time, and how much of the old prompt is still in it. */
  const at = (time: number): { now: FrameStyle; from?: { prompt: string; share: number } } => {
    if (change === null) return { now: style };
    // The change begins with the first frame after it was asked for.
    change.begins ??= time;
    const part = (time - change.begins) / change.seconds;
    if (part >= 1) {
      change = null;
      return { now: style };
    }
    const from = { prompt: promptOf(change.from), share: 1 - Math.max(0, part) };
    return { now: blendStyles(change.from, style, part), from };
  };

  return {
    setStyle(next, { generation: number, blend = 1 }) {
      change = blend > 0 ? { from: style, begins: null, seconds: blend } : null;
      style = next;
      generation = number;
    },
    async style(frame, { time, maxWaitMs, signal }): Promise<StyledFrame> {
      signal?.throwIfAborted();
      if (!isOpen) throw new KinoraError('provider.unavailable', 'This stream of frames was closed; open another.');
      const { now, from } = at(time);
      const current = generation;
      const request: RestyleFrame = {
        ...frame,
        stream,
        width,
        height,
        prompt: promptOf(style),
        ...(from === undefined ? {} : { from }),
        noise: now.strength * fullNoise,
        seed,
        output,
        maxBytes,
        time,
        smoothing,
        ...(skip === undefined ? {} : { skip }),
        ...(taesdFolder === undefined ? {} : { taesdFolder }),
      };
      const answer = await queue.restyle(request, maxWaitMs);
      signal?.throwIfAborted();
      if ('problem' in answer) {
        throw new KinoraError('request.invalid', answer.problem, { data: { field: 'frame' } });
      }
      return { ...answer, generation: current };
    },
    async [Symbol.asyncDispose]() {
      if (!isOpen) return;
      isOpen = false;
      queue.sessions--;
      await queue.end(stream).catch(() => {});
    },
  };
}

function checkSize({ width, height }: StylerOptions): void {
  if ([width, height].every((side) => side % 8 === 0 && side >= 64 && side <= 1024)) return;
  throw new KinoraError('request.invalid', 'Frames are 64 to 1024 pixels a side, in steps of 8.', {
    data: { field: 'size' },
  });
}
