import { isKinoraError, KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { AssetRef, ImageModelV4, VistaSpec } from '@kinora/capabilities';
import { fitPicture, fitUploadedPicture } from '@kinora/media/pictures';
import type { PaintedScene, Scene, ScenePicture, UploadedFile } from '../schema.ts';
import type { MusicVideoContext } from './context.ts';

/** What pictures of a video are painted with. */
export type Easel = {
  width: number;
  height: number;
  /** Cut-outs of the characters, in their order. */
  figures: readonly AssetRef[];
  /** Whether a film of the pictures follows: then the illustrator leaves their layers for it. Default false. */
  isFilmed?: boolean;
};

type Painted = Omit<PaintedScene, 'scene'>;

/** A picture the guard objects to is painted again with another seed this many times. */
const attempts = 2;
/** Largest picture of one's own, in bytes. */
const largestPicture = 40_000_000;

/** Identity of the built-in illustrator, whose pictures show what their vista says and nothing else. */
const illustrator = 'builtin/illustrator';

/** Whether a picture can be drawn again in layers, and judged and described from its vista. */
export function isIllustrated(drawnBy: string): boolean {
  return drawnBy.startsWith(illustrator);
}

/**
 * Paints the picture of a scene, or fits an own one to the frame, and describes it.
 * @throws KinoraError `request.invalid` for an own picture that can't be read, `content.blocked` when no picture may be shown.
 */
export async function paint(scene: Scene, easel: Easel, context: MusicVideoContext): Promise<PaintedScene> {
  const { picture, description } = scene;
  const painted =
    picture.kind === 'own'
      ? await fitOwn(picture.file, { description, easel, context })
      : await paintDrawn(picture, { easel, context });
  return { scene: scene.id, ...painted };
}

async function fitOwn(
  file: UploadedFile,
  { description, easel, context }: { description: string; easel: Easel; context: MusicVideoContext },
): Promise<Painted> {
  const { width, height } = easel;
  const { models, assets } = context;
  const inputs = { own: file.asset, width, height, description };
  const name = 'music-video.fit-picture';
  return context.step<Painted>(
    { name, version: 2, models: [models.identity('description')], inputs },
    async ({ signal }) => {
      const bytes = await readPicture(file, context);
      const size = { width, height, shape: 'cover' } as const;
      const fitted = await fitUploadedPicture(bytes, size, { signal }).catch((cause: unknown) => {
        throw damaged(`The picture of “${description.slice(0, 60)}”`, cause);
      });
      const mediaType = 'image/png';
      const altText = await describe({ image: fitted, mediaType }, { words: description, models, signal });
      return { picture: await assets.put(fitted, { mediaType }), altText, drawnBy: 'own' };
    },
  );
}

/** Words for those who can't see the picture. Where nobody can describe it, the scene's own words say what it shows. */
async function describe(
  seen: { vista?: VistaSpec; image: Uint8Array; mediaType: string },
  { words, models, signal }: { words: string; models: MusicVideoContext['models']; signal: AbortSignal },
): Promise<string> {
  try {
    return (await models.describer.describe({ ...seen, language: 'en' }, { signal })).altText;
  } catch (error) {
    if (isKinoraError(error) && error.code.startsWith('provider.')) return words;
    throw error;
  }
}

/**
 * Bytes of a picture that was uploaded.
 * @throws KinoraError `request.invalid` when it is no PNG, JPEG or WebP or too large.
 */
export async function readPicture(file: UploadedFile, { assets }: MusicVideoContext): Promise<Uint8Array> {
  if (file.bytes > largestPicture) throw unreadable('A picture has at most 40 MB; choose a smaller one.');
  const bytes = await assets.get(file);
  if (!readPictureHeader(bytes)) throw unreadable('A picture is a PNG, a JPEG or a WebP; choose another.');
  return bytes;
}

/** What is said of a picture that can't be decoded, also when the process ended over it. */
export function damaged(which: string, cause: unknown): unknown {
  if (isKinoraError(cause) && ['job.cancelled', 'request.too-large'].includes(cause.code)) return cause;
  return unreadable(`${which} is damaged or its end is missing; save it again or choose another.`, cause);
}

function unreadable(message: string, cause?: unknown): KinoraError {
  return new KinoraError('request.invalid', message, { cause, data: { field: 'picture', allowed: 'PNG, JPEG, WebP' } });
}

type Drawn = Extract<ScenePicture, { kind: 'drawn' }>;
type Studio = { easel: Easel; context: MusicVideoContext };

async function paintDrawn(picture: Drawn, { easel, context }: Studio): Promise<Painted> {
  const { models } = context;
  const figures = figuresOf(picture.vista, easel);
  // The camera moves over the picture and changes nothing in it.
  const vista = Object.fromEntries(Object.entries(picture.vista).filter(([key]) => key !== 'camera'));
  return context.step<Painted>(
    {
      name: 'music-video.paint',
      version: 1,
      models: [models.identity('image'), models.identity('moderation'), models.identity('description')],
      inputs: {
        vista,
        prompt: picture.prompt,
        seed: picture.seed,
        width: easel.width,
        height: easel.height,
        figures: figures.map(({ asset }) => asset),
      },
    },
    async ({ signal }) => {
      const wanted = await tryModel(models.image, picture, { easel, context, signal });
      if ('drawnBy' in wanted) return wanted;
      const refuge = wanted.isIllustrated
        ? wanted
        : await tryModel(models.illustrator, picture, { easel, context, signal });
      if ('drawnBy' in refuge) return { ...refuge, note: `Kinora drew this picture itself: ${wanted.reason}` };
      throw new KinoraError(
        'content.blocked',
        'No picture for this scene passed the guard. Change its words and try again.',
      );
    },
  );
}

/** The cut-outs that a vista shows. */
export function figuresOf({ figures }: VistaSpec, easel: Pick<Easel, 'figures'>): AssetRef[] {
  const last = Math.max(-1, ...figures.map(({ picture }) => picture));
  return easel.figures.slice(0, last + 1);
}

type Refused = { reason: string; isIllustrated: boolean };

async function tryModel(
  model: ImageModelV4,
  picture: Drawn,
  { easel, context, signal }: Studio & { signal: AbortSignal },
): Promise<Painted | Refused> {
  const { models } = context;
  const isRefuge = model === models.illustrator;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const seed = (picture.seed + attempt * 104_729) % 2 ** 31;
    let drawn: Awaited<ReturnType<typeof draw>>;
    try {
      drawn = await draw(model, { ...picture, seed }, { easel, context, signal });
    } catch (error) {
      if (isRefuge || signal.aborted || !isKinoraError(error)) throw error;
      return { reason: error.message, isIllustrated: false };
    }
    const shown = isIllustrated(drawn.drawnBy) ? { vista: picture.vista } : {};
    if (!(await mayBeShown({ ...drawn, ...shown }, { context, signal }))) continue;
    const { bytes, mediaType, drawnBy, note } = drawn;
    const seen = { vista: picture.vista, image: bytes, mediaType };
    const altText = await describe(seen, { words: picture.vista.moment, models, signal });
    const stored = await context.assets.put(bytes, { mediaType });
    return { picture: stored, altText, drawnBy, ...(note !== undefined && { note }) };
  }
  return { reason: 'the guard let none of its pictures pass.', isIllustrated: isRefuge };
}

/** A grown-up's own video may be shown to its owner where no guard can judge pictures; what one objects to is not. */
async function mayBeShown(
  { bytes, mediaType, vista }: { bytes: Uint8Array; mediaType: string; vista?: VistaSpec },
  { context, signal }: { context: MusicVideoContext; signal: AbortSignal },
): Promise<boolean> {
  const { models, audience } = context;
  try {
    const input = { kind: 'image', image: bytes, mediaType, ...(vista && { vista }) } as const;
    return (await models.moderator.moderate(input, { audience, signal })).verdict !== 'block';
  } catch (error) {
    if (audience.kind === 'adult' && isKinoraError(error) && error.code === 'provider.unavailable') return true;
    throw error;
  }
}

async function draw(
  model: ImageModelV4,
  { vista, prompt, seed }: Drawn,
  { easel, context, signal }: Studio & { signal: AbortSignal },
): Promise<{ bytes: Uint8Array; mediaType: string; drawnBy: string; note?: string }> {
  const { width, height } = easel;
  const figures = await Promise.all(figuresOf(vista, easel).map((figure) => context.assets.get(figure)));
  const { images, providerMetadata } = await model.doGenerate({
    prompt,
    n: 1,
    size: `${width}x${height}`,
    aspectRatio: undefined,
    seed,
    files:
      figures.length === 0
        ? undefined
        : figures.map((data) => ({ type: 'file', mediaType: 'image/png', data }) as const),
    mask: undefined,
    // The illustrator runs in this program: it takes bytes where a service would take JSON.
    providerOptions: { kinora: { vista, figures, willMove: easel.isFilmed === true } as never },
    abortSignal: signal,
  });
  const [image] = images;
  if (image === undefined) {
    throw new KinoraError('provider.failed', 'The picture model returned no picture. Try again.', {
      isRetryable: true,
    });
  }
  const given = typeof image === 'string' ? Uint8Array.from(Buffer.from(image, 'base64')) : image;
  const bytes = await fitPicture(given, { width, height });
  const mediaType = readPictureHeader(bytes)?.mediaType ?? 'image/png';
  const served = providerMetadata?.['kinora'] as { servedBy?: string; fallback?: string } | undefined;
  const drawnBy =
    served?.servedBy ?? (model === context.models.illustrator ? illustrator : context.models.identity('image'));
  return { bytes, mediaType, drawnBy, ...(served?.fallback !== undefined && { note: served.fallback }) };
}
