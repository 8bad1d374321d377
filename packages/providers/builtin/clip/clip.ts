import { KinoraError, vistaSpec } from '@kinora/capabilities';
import type { ClipModel, ClipOptions, ClipPicture } from '@kinora/capabilities';
import { createChildRunner } from '@kinora/media/video';
import { isLayered } from './layered.ts';

/** What the clip process is asked for. */
export type ClipRequest = Omit<ClipOptions, 'signal'> & {
  /** Folder in which layers of its pictures may lie. */
  layers?: string | undefined;
};

/** The built-in clip maker. Dispose it to end its process. */
export type ParallaxClip = ClipModel &
  AsyncDisposable & {
    /** Starts the process and loads what the first clip needs. */
    prepare(): Promise<void>;
  };

/**
 * The built-in clip maker: a camera that moves over the layers of a picture, with blinking eyes, swaying trees, twinkling
 * stars and falling snow; between two pictures a dissolve in which both keep moving. A picture without a scene (from an
 * image model) gets a slow move over the whole of it. Works in a process of its own.
 * @param options.layers Folder in which the illustrator leaves layers. Default none: all are drawn anew.
 */
export function createParallaxClip({ layers }: { layers?: string } = {}): ParallaxClip {
  const runner = createChildRunner({ entry: new URL('./clip-process.ts', import.meta.url), atOnce: clipsAtOnce });
  return {
    provider: 'builtin',
    modelId: 'parallax-2',
    async doGenerate({ signal, ...request }) {
      validate(request);
      const video = await runner.run<Uint8Array>({ ...lighten(request), layers }, { signal });
      return { video, mediaType: 'video/mp4', warnings: warningsFor(request) };
    },
    prepare: async () => void (await runner.run(firstClip())),
    [Symbol.asyncDispose]: () => runner[Symbol.asyncDispose](),
  };
}

/** A clip the size of a stamp: what it needs, the first real one finds loaded. */
function firstClip(): ClipRequest {
  const camera = { from: [0.5, 0.5, 1.1], to: [0.5, 0.5, 1.1] };
  const palette = {
    deep: '#101020',
    sky: '#202040',
    haze: '#404060',
    main: '#606080',
    accent: '#a08060',
    light: '#f0e0c0',
  };
  const spec = { world: 'neon-city', view: 'approach', palette, energy: 0.5, thread: { kind: 'road', progress: 0 } };
  const vista = vistaSpec.parse({ ...spec, camera, moment: 'A street.' });
  const from = { image: new Uint8Array(), mediaType: 'image/png', vista, seed: 0 };
  return { from, frames: 2, fps: 24, width: 64, height: 36, seed: 0 };
}

/** Clips that the process is asked for at a time: while one is encoded it draws the next and prepares pictures of others. */
const clipsAtOnce = 4;

/** Leaves out the bytes of pictures that are drawn again anyway. */
function lighten({ from, to, ...request }: ClipRequest): ClipRequest {
  const light = (picture: ClipPicture) => (isLayered(picture) ? { ...picture, image: new Uint8Array() } : picture);
  return { ...request, from: light(from), ...(to && { to: light(to) }) };
}

/** A scene can only be taken apart into layers when its style is one of the illustrator's. */
function warningsFor({ from, to }: ClipRequest): string[] {
  const isFlat = (picture: ClipPicture) => picture.scene && !isLayered(picture);
  return [from, ...(to ? [to] : [])].some(isFlat)
    ? ['The style of a picture is unknown, so the camera moves over it as a whole.']
    : [];
}

function validate({ frames, fps, width, height, camera, toCamera, music }: ClipRequest): void {
  const isWhole = (value: number, low: number, high: number) =>
    Number.isInteger(value) && value >= low && value <= high;
  if (!isWhole(frames, 1, 100_000)) throw invalid('frames', '1–100000', frames);
  if (!isWhole(fps, 1, 120)) throw invalid('fps', '1–120', fps);
  for (const [field, value] of Object.entries({ width, height })) {
    if (!isWhole(value, 16, 4096) || value % 2 === 1) throw invalid(field, 'even, 16–4096', value);
  }
  for (const [field, path] of Object.entries({ camera, toCamera })) {
    for (const [x, y, zoom] of path ? [path.from, path.to] : []) {
      if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) throw invalid(field, 'centres from 0 to 1', `${x}, ${y}`);
      if (!(zoom >= 1 && zoom <= 1.6)) throw invalid(field, 'zooms from 1 to 1.6', zoom);
    }
  }
  if (music && !music.level.every((value) => value >= 0 && value <= 1)) {
    throw invalid('music.level', 'one value from 0 to 1 for each frame', 'another');
  }
}

function invalid(field: string, allowed: string, value: number | string): KinoraError {
  return new KinoraError('request.invalid', `${field} is ${allowed}, not ${value}.`, { data: { field, allowed } });
}
