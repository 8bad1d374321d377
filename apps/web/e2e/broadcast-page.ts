/** What the tests of going live run inside a page: it publishes a moving picture with a frame code, and sound. */
import type { Publication } from '../app/broadcast/publish.ts';
import { publish } from '../app/broadcast/publish.ts';
import type { PublishFigures, PublishSettings } from '../app/broadcast/types.ts';
import { ageOf, drawFrameCode, readFrameCode } from './frame-code.ts';

/** Begins to publish. @returns Its handle: state so far, figures, stop. */
export function startPublishing(options: {
  url: string;
  token: string;
  size?: number;
  settings?: Partial<PublishSettings>;
  hasAudio?: boolean;
}): {
  states: string[];
  measure: () => Promise<PublishFigures | null>;
  stop: () => Promise<void>;
  replace: Publication['replaceStream'];
} {
  const size = options.size ?? 512;
  const settings = { codec: 'auto' as const, maxBitrate: 1_000_000, fps: 15, ...options.settings };
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d')!;
  const draw = () => {
    drawScene(context, size);
    drawFrameCode(context, Date.now());
  };
  draw();
  // A worker's clock isn't slowed down in a page that isn't in front.
  const clock = new Worker(
    URL.createObjectURL(new Blob([`setInterval(() => postMessage(0), ${1000 / settings.fps})`])),
  );
  clock.addEventListener('message', draw);
  const stream = canvas.captureStream(settings.fps);
  if (options.hasAudio !== false) stream.addTrack(tone());
  const states: string[] = [];
  const publication = publish({
    url: options.url,
    token: options.token,
    stream,
    settings,
    onState: (state) => states.push(state.phase === 'failed' ? `failed: ${state.problem.message}` : state.phase),
  });
  return {
    states,
    measure: () => publication.measure(),
    replace: (next) => publication.replaceStream(next),
    async stop() {
      clock.terminate();
      await publication.stop();
    },
  };
}

/** Enough detail and motion to fill a megabit at 512 × 512. */
function drawScene(context: CanvasRenderingContext2D, size: number): void {
  const time = performance.now() / 1000;
  const sky = context.createLinearGradient(0, 0, 0, size);
  sky.addColorStop(0, `hsl(${(time * 20) % 360} 60% 30%)`);
  sky.addColorStop(1, '#f0c070');
  context.fillStyle = sky;
  context.fillRect(0, 0, size, size);
  for (let index = 0; index < 160; index++) {
    const angle = time * (0.4 + (index % 7) * 0.13) + index;
    const radius = ((index * 37) % size) / 2;
    context.fillStyle = `hsl(${(index * 47 + time * 40) % 360} 70% 60%)`;
    context.fillRect(size / 2 + Math.cos(angle) * radius, size / 2 + Math.sin(angle) * radius, 18, 18);
  }
}

function tone(): MediaStreamTrack {
  const audio = new AudioContext();
  const oscillator = audio.createOscillator();
  const out = audio.createMediaStreamDestination();
  oscillator.frequency.value = 440;
  oscillator.connect(out);
  oscillator.start();
  return out.stream.getAudioTracks()[0]!;
}

/** Reads the burnt-in time of every frame that is shown. @returns Their ages in ms, growing. */
export function watchFrameCode(video: HTMLVideoElement): { ages: number[] } {
  const canvas = document.createElement('canvas');
  const ages: number[] = [];
  const look = () => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(video, 0, 0);
    const code = readFrameCode(context);
    if (code !== null) ages.push(ageOf(code, Date.now()));
    video.requestVideoFrameCallback(look);
  };
  video.requestVideoFrameCallback(look);
  return { ages };
}
