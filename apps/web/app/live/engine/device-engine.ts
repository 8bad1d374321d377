import { deviceName } from './device-name.ts';
import type { Engine, EngineHost, StyleChange } from './engine.ts';
import { RateGate } from './engine.ts';
import type { PaintAnswer, PaintRequest } from './paint-worker.ts';

type DeviceEngineOptions = {
  /** `gl` on the graphics chip, `worker` on a processor core. */
  kind: 'gl' | 'worker';
  size: { width: number; height: number };
  fps: number;
  change: StyleChange;
};

/** Milliseconds that a lost graphics chip may take to come back. */
const lostPatienceMs = 4000;

/**
 * Paints on this device, in a worker: WebGL2 at the rate of the camera, or WebAssembly as fast as one core can. One frame is
 * painted at a time and the newest follows, so the page never waits and nothing queues.
 */
export function createDeviceEngine(host: EngineHost, options: DeviceEngineOptions): Engine {
  const { kind } = options;
  const worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module', name: 'painter' });
  const gate = new RateGate(options.fps);
  let { change, size } = options;
  let [isReady, isBusy, isPaused, isOver, failures] = [false, false, false, false, 0];
  let [sentAt, shownAt, lostSince] = [0, 0, 0];
  let last: ImageBitmap | null = null;
  const ask = (message: PaintRequest, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  ask({ type: 'start', on: kind === 'gl' ? 'gl' : 'wasm' });
  ask({ type: 'style', change: { ...change, blend: 0 } });

  const own = 'one processor core of this device';
  host.tell({
    state: 'starting',
    label: 'Kinora’s painters',
    device: kind === 'gl' ? '' : own,
    note: '',
    server: null,
  });

  worker.addEventListener('message', ({ data }: MessageEvent<PaintAnswer>) => {
    if (isOver) return;
    switch (data.type) {
      case 'ready':
        isReady = true;
        return host.tell({
          state: isPaused ? 'paused' : 'painting',
          device: data.device ? deviceName(data.device) : own,
        });
      case 'failed':
        isBusy = false;
        host.drop('failed');
        if (++failures > 3 || !isReady) host.fail(data.message);
        return;
      case 'lost': {
        isBusy = false;
        host.drop('failed');
        const now = performance.now();
        lostSince ||= now;
        if (now - lostSince > lostPatienceMs) host.fail('The graphics chip is gone.');
        return;
      }
      case 'painted':
        isBusy = false;
        failures = lostSince = 0;
        return take(data);
    }
  });
  worker.addEventListener('error', () => host.fail('The painter in this browser has stopped.'));

  function take({ picture, takenAt, generation, paintedMs }: Extract<PaintAnswer, { type: 'painted' }>) {
    const now = performance.now();
    if (generation < change.generation) {
      picture.close();
      return host.drop('old-style');
    }
    // Rare pictures melt into each other; frequent ones are a film already.
    const every = now - shownAt;
    host.show(picture, { fadeMs: every > 90 && every < 1000 ? Math.min(160, every * 0.7) : 0 });
    shownAt = now;
    last?.close();
    last = picture;
    host.count({ capturedAt: takenAt, generation, paintedMs, packedMs: Math.max(0, now - sentAt - paintedMs) });
  }

  async function send(takenAt: number) {
    isBusy = true;
    sentAt = performance.now();
    try {
      const { picture, isMirrored } = await host.frames.picture();
      if (isOver) return picture.close();
      ask({ type: 'frame', picture, isMirrored, ...size, takenAt }, [picture]);
    } catch {
      isBusy = false;
      host.drop('malformed');
    }
  }

  return {
    kind,
    take(takenAt) {
      if (!isReady || isPaused || isOver) return;
      if (!gate.lets(takenAt)) return host.drop('rate');
      if (isBusy) return host.drop('busy');
      void send(takenAt);
    },
    setStyle(next) {
      change = next;
      ask({ type: 'style', change });
    },
    adjust({ fps, ...next }) {
      gate.fps = fps;
      size = next;
    },
    setPaused(value) {
      isPaused = value;
      host.tell({ state: isPaused ? 'paused' : isReady ? 'painting' : 'starting' });
    },
    async [Symbol.asyncDispose]() {
      isOver = true;
      worker.terminate();
      last?.close();
    },
  };
}
