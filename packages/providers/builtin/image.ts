import { availableParallelism } from 'node:os';
import { artStyles, KinoraError, readPictureHeader, sceneSpec, vistaSpec } from '@kinora/capabilities';
import type { ImageModelV4 } from '@kinora/capabilities';
import { createImagePool } from './image-pool.ts';
import type { ImageSubject } from './image-pool.ts';
import { guessScene } from './image-words.ts';

type CallWarnings = Awaited<ReturnType<ImageModelV4['doGenerate']>>['warnings'];

/** The built-in illustrator. Dispose it to end its threads. */
export type Illustrator = ImageModelV4 &
  AsyncDisposable & {
    /** Starts all threads and loads their noise and fonts. */
    prepare(): Promise<void>;
  };

/** Width and height by aspect ratio, when no size is asked for. */
const sizes: Record<string, [number, number]> = {
  '16:9': [1280, 720],
  '9:16': [720, 1280],
  '1:1': [1080, 1080],
  '4:3': [1200, 900],
  '3:4': [900, 1200],
};

/**
 * The built-in illustrator as an image model: draws `providerOptions.kinora = { scene, style }` of a picture book or
 * `{ vista, figures }` for music in threads of its own; `figures` are the cut-outs (PNG or WebP with alpha) that the vista
 * indexes. Without either it guesses a scene from the words of the prompt, and says so in a warning.
 * `providerOptions.kinora.willMove` says that a vista is going to be filmed: its layers are left for the clip maker.
 * @param options.threads Pictures drawn at a time. Default: as many as there are cores.
 * @param options.layers Folder in which layers are left. Default none.
 */
export function createIllustrator(options: { threads?: number; layers?: string } = {}): Illustrator {
  const threads = options.threads ?? availableParallelism();
  const pool = createImagePool(threads);
  return {
    specificationVersion: 'v4',
    provider: 'builtin',
    modelId: 'illustrator',
    maxImagesPerCall: 8,
    async doGenerate({ prompt, n, size, aspectRatio, seed = 0, files, mask, providerOptions, abortSignal }) {
      const warnings: CallWarnings = [];
      if (files !== undefined && files.length > 0) {
        warnings.push({
          type: 'unsupported',
          feature: 'files',
          details: 'The illustrator draws from words and scenes only.',
        });
      }
      if (mask !== undefined) warnings.push({ type: 'unsupported', feature: 'mask' });
      const subject = readOptions(providerOptions?.['kinora'], prompt, warnings);
      const [width, height] = readSize(size, aspectRatio);
      const layers = providerOptions?.['kinora']?.['willMove'] === true ? options.layers : undefined;
      const images = await Promise.all(
        Array.from({ length: n }, (_, index) =>
          pool.draw({ subject, width, height, seed: (seed + index * 7_919) % 2 ** 31, layers }, abortSignal),
        ),
      );
      return { images, warnings, response: { timestamp: new Date(), modelId: 'illustrator', headers: undefined } };
    },
    async prepare() {
      const scene = guessScene('a fox in the woods');
      const subject: ImageSubject = { kind: 'scene', scene, style: 'watercolour' };
      const draw = () => pool.draw({ subject, width: 320, height: 180, seed: 1 });
      await Promise.all(Array.from({ length: threads }, draw));
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

/** Largest cut-out that is decoded, in pixels: a small file can claim to hold a very large one. */
const figurePixels = 16_000_000;

function readOptions(given: unknown, prompt: string | undefined, warnings: CallWarnings): ImageSubject {
  const { scene, vista, figures, style = 'watercolour' } = (given ?? {}) as Record<string, unknown>;
  const known = artStyles.find((each) => each === style);
  if (known === undefined) {
    throw new KinoraError(
      'request.invalid',
      `The illustrator has no style "${String(style)}"; it has ${artStyles.join(', ')}.`,
      {
        data: { field: 'style', allowed: artStyles.join(', ') },
      },
    );
  }
  if (vista !== undefined) {
    const parsed = vistaSpec.safeParse(vista);
    if (!parsed.success) throw refusal('vista', parsed.error.issues);
    return { kind: 'vista', vista: parsed.data, figures: readFigures(figures) };
  }
  if (scene === undefined) {
    warnings.push({
      type: 'other',
      message: 'No scene was given, so the illustrator drew what it recognised in the prompt.',
    });
    return { kind: 'scene', scene: guessScene(prompt ?? ''), style: known };
  }
  const parsed = sceneSpec.safeParse(scene);
  if (!parsed.success) throw refusal('scene', parsed.error.issues);
  return { kind: 'scene', scene: parsed.data, style: known };
}

function refusal(of: string, [issue]: readonly { path: readonly PropertyKey[]; message: string }[]): KinoraError {
  const field = [of, ...(issue?.path ?? [])].join('.');
  return new KinoraError('request.invalid', `${field}: ${issue?.message}`, { data: { field } });
}

function readFigures(given: unknown): Uint8Array[] {
  const figures: unknown[] = Array.isArray(given) ? given : [];
  return figures.map((figure, index) => {
    const header = figure instanceof Uint8Array ? readPictureHeader(figure) : undefined;
    if (!(figure instanceof Uint8Array) || !header || header.width * header.height > figurePixels) {
      const message = `Cut-out ${index + 1} is no PNG, JPEG or WebP of at most 16 megapixels; cut it out again.`;
      throw new KinoraError('request.invalid', message, { data: { field: `figures.${index}` } });
    }
    return figure;
  });
}

function readSize(size: string | undefined, aspectRatio: string | undefined): [number, number] {
  if (size === undefined) {
    const known = sizes[aspectRatio ?? '16:9'];
    if (known !== undefined) return known;
    const [across = 0, down = 0] = (aspectRatio ?? '').split(':').map(Number);
    if (!(across > 0 && down > 0))
      throw new KinoraError('request.invalid', `An aspect ratio looks like 16:9, not "${aspectRatio}".`);
    const scale = Math.sqrt((1280 * 720) / (across * down));
    return [Math.round(across * scale), Math.round(down * scale)];
  }
  const [width = 0, height = 0] = size.split('x').map(Number);
  const isFine = [width, height].every((side) => Number.isInteger(side) && side >= 64 && side <= 4096);
  if (isFine) return [width, height];
  throw new KinoraError(
    'request.invalid',
    `The illustrator draws 64 to 4096 pixels a side, e.g. 1280x720, not "${size}".`,
    {
      data: { field: 'size', allowed: '64–4096' },
    },
  );
}
