import { frameStyle } from '@kinora/capabilities';
import type { FrameStyle } from '@kinora/capabilities';
import { createFrameEncoder } from '@kinora/media/frames';
import { drawFrameCode, readFrameCode } from '@kinora/media/frames/code';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { liveLimits } from '@kinora/studios/live-style/schema';
import { connectLive } from '../../tools/live-client.ts';
import type { LiveClient } from '../../tools/live-client.ts';
import { createDrawnCamera } from './camera.ts';

/** A picture that was shown. */
export type Shown = {
  sequence: number;
  generation: number;
  /** Milliseconds between capture and the decoded picture. */
  glassMs: number;
  queuedMs: number;
  paintedMs: number;
  isRepeat: boolean;
  bytesIn: number;
  bytesOut: number;
  /** Number in the picture's burnt-in code; null when the painting left none. */
  code: number | null;
  /** Mean colourfulness of the middle, 0 to 255. */
  colour: number;
  at: number;
};

/** A page of the studio without a browser: captures, encodes, sends, decodes. */
export type BenchPage = Disposable & {
  client: LiveClient;
  shown: Shown[];
  drops: Record<string, number>;
  /** Starts to capture. @returns Stops it, once the last frame was answered. */
  start(): () => Promise<void>;
  setStyle(style: FrameStyle, options: { generation: number; blend: number }): Promise<number>;
  /** Reads nothing from the network any more, until it is called again. */
  stall(isStalled: boolean): void;
};

/** Opens a page with a drawn camera. */
export async function openBenchPage(
  url: string,
  options: {
    cookie: string;
    width?: number;
    height?: number;
    fps?: number;
    style?: FrameStyle;
    seed?: number;
    isStill?: boolean;
  },
): Promise<BenchPage> {
  const { cookie, width = 512, height = 512, fps = liveLimits.defaultFps, seed = 1 } = options;
  const style = options.style ?? frameStyle.parse({});
  const client = connectLive(url, { headers: { cookie } });
  await client.connected;
  const answer = await client.open({ width, height, fps, style });
  if ('problem' in answer) throw new Error(answer.problem.message);

  const camera = createDrawnCamera({ width, height, seed });
  const encoder = createFrameEncoder();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const shown: Shown[] = [];
  const drops: Record<string, number> = {};
  const count = (reason: string) => (drops[reason] = (drops[reason] ?? 0) + 1);
  let sequence = 0;
  let generation = 0;
  let isSending = false;

  const capture = async () => {
    const capturedAt = performance.now();
    // Latest wins: while a frame is on its way, none is taken.
    if (isSending) return count('busy');
    isSending = true;
    sequence += 1;
    const number = sequence;
    try {
      const pixels = camera.frame(capturedAt / 1000);
      drawFrameCode(pixels, number, { width, height });
      const data = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
      const { image } = await encoder.encode(
        { width, height, data },
        { output: 'image/jpeg', maxBytes: liveLimits.wantedFrameBytes },
      );
      const sent = await client.send(image, {
        sequence: number,
        generation,
        capturedAt: capturedAt / 1000,
        ageMs: performance.now() - capturedAt,
      });
      if ('dropped' in sent.answer) return count(sent.answer.dropped);
      const { painted } = sent.answer;
      if (sent.image) context.drawImage(await loadImage(sent.image), 0, 0);
      const picture = context.getImageData(0, 0, width, height).data;
      // Asked as late as can be: the style may change while the picture is decoded.
      if (painted.generation < generation) return count('old-style');
      shown.push({
        sequence: painted.sequence,
        generation: painted.generation,
        glassMs: performance.now() - capturedAt,
        queuedMs: painted.queuedMs,
        paintedMs: painted.paintedMs,
        isRepeat: painted.isRepeat,
        bytesIn: image.length,
        bytesOut: sent.image?.length ?? 0,
        code: readFrameCode(picture, { width, height }),
        colour: colourOf(picture, width, height),
        at: performance.now(),
      });
    } finally {
      isSending = false;
    }
  };

  return {
    client,
    shown,
    drops,
    start() {
      const running = new Set<Promise<unknown>>();
      const timer = setInterval(() => {
        const frame: Promise<unknown> = capture().finally(() => running.delete(frame));
        running.add(frame);
      }, 1000 / fps);
      return async () => {
        clearInterval(timer);
        await Promise.all(running);
      };
    },
    setStyle(next, change) {
      generation = change.generation;
      return client.setStyle(next, change);
    },
    stall(isStalled) {
      const { transport } = client.socket.io.engine as unknown as {
        transport: { ws: { pause(): void; resume(): void } };
      };
      if (isStalled) transport.ws.pause();
      else transport.ws.resume();
    },
    [Symbol.dispose]: () => client[Symbol.dispose](),
  };
}

function colourOf(pixels: Uint8ClampedArray, width: number, height: number): number {
  let sum = 0;
  let count = 0;
  for (let y = height >> 2; y < (height * 3) >> 2; y += 4) {
    for (let x = width >> 2; x < (width * 3) >> 2; x += 4) {
      const at = (y * width + x) * 4;
      sum +=
        Math.max(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!) -
        Math.min(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
      count += 1;
    }
  }
  return sum / count;
}
