import { KinoraError, artStyles } from '@kinora/capabilities';
import type { ClipModel, ClipOptions, ClipPicture } from '@kinora/capabilities';
import { createChildRunner } from '@kinora/media/video';

/** What the clip process is asked for. */
export type ClipRequest = Omit<ClipOptions, 'signal'>;

/**
 * The built-in clip maker: a camera that moves over the layers of a picture, with blinking eyes, swaying trees, twinkling
 * stars and falling snow; between two pictures a dissolve in which both keep moving. A picture without a scene (from an
 * image model) gets a slow move over the whole of it. Works in a process of its own.
 */
export function createParallaxClip(): ClipModel & AsyncDisposable {
  const runner = createChildRunner({ entry: new URL('./clip-process.ts', import.meta.url) });
  return {
    provider: 'builtin',
    modelId: 'parallax-1',
    async doGenerate({ signal, ...request }) {
      validate(request);
      const video = await runner.run<Uint8Array>(request satisfies ClipRequest, { signal });
      return { video, mediaType: 'video/mp4', warnings: warningsFor(request) };
    },
    [Symbol.asyncDispose]: () => runner[Symbol.asyncDispose](),
  };
}

/** A scene can only be taken apart into layers when its style is one of the illustrator's. */
function warningsFor({ from, to }: ClipRequest): string[] {
  const isFlat = (picture: ClipPicture) => picture.scene && !artStyles.some((style) => style === picture.style);
  return [from, ...(to ? [to] : [])].some(isFlat)
    ? ['The style of a picture is unknown, so the camera moves over it as a whole.']
    : [];
}

function validate({ frames, fps, width, height }: ClipRequest): void {
  const isWhole = (value: number, low: number, high: number) =>
    Number.isInteger(value) && value >= low && value <= high;
  if (!isWhole(frames, 1, 100_000)) throw invalid('frames', '1–100000', frames);
  if (!isWhole(fps, 1, 120)) throw invalid('fps', '1–120', fps);
  for (const [field, value] of Object.entries({ width, height })) {
    if (!isWhole(value, 16, 4096) || value % 2 === 1) throw invalid(field, 'even, 16–4096', value);
  }
}

function invalid(field: string, allowed: string, value: number): KinoraError {
  return new KinoraError('request.invalid', `${field} is ${allowed}, not ${value}.`, { data: { field, allowed } });
}
