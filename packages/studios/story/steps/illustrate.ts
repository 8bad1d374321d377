import { isKinoraError, KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { AssetRef, ImageModelV4 } from '@kinora/capabilities';
import type { ScriptScene, StoryRequest } from '../schema.ts';
import type { StoryContext } from './context.ts';
import { frameSize } from './size.ts';

/** A picture with the words for those who can't see it, and how it came about. */
export type Illustration = {
  picture: AssetRef;
  altText: string;
  /** The seed it came from after the guard had its say. */
  seed: number;
  /** `provider/model@revision` of who drew it. */
  drawnBy: string;
  /** For the grown-up: why another than the wanted model drew it. */
  note?: string;
};

/** A picture the guard objects to is drawn again with another seed this many times. */
const attempts = 3;

/** Identities of the illustrator, whose pictures show what their scene says and nothing else. */
const illustrator = 'builtin/illustrator';

/** Whether a picture can be drawn again in layers, and judged and described from its scene. */
export function isIllustrated(drawnBy: string): boolean {
  return drawnBy.startsWith(illustrator);
}

/**
 * Draws a scene, puts picture and alt text before the guard, and describes it. When no picture of a model passes, or no
 * guard can judge a model's pictures, the built-in illustrator draws the page.
 * @throws KinoraError `content.blocked` when no attempt passes; whatever the guard throws when it can't judge (fail closed).
 */
export async function illustrate(
  scene: ScriptScene,
  request: StoryRequest,
  context: StoryContext,
): Promise<Illustration> {
  const { models, audience } = context;
  const { width, height } = frameSize(request.aspect);
  return context.step<Illustration>(
    {
      name: 'story.illustrate',
      version: 1,
      models: [models.identity('image'), models.identity('moderation'), models.identity('description')],
      inputs: {
        spec: scene.spec,
        prompt: scene.prompt,
        seed: scene.pictureSeed,
        style: request.style,
        width,
        height,
        audience,
      },
    },
    async ({ signal }) => {
      const easel: Easel = { scene, request, context, signal };
      const wanted = await tryModel(models.image, easel);
      if ('drawnBy' in wanted) return wanted;
      if (wanted.by !== undefined && !isIllustrated(wanted.by)) {
        const refuge = await tryModel(models.illustrator, easel);
        if ('drawnBy' in refuge) return { ...refuge, note: `Kinora drew this page itself: ${wanted.reason}` };
      }
      throw new KinoraError(
        'content.blocked',
        'No picture for this page passed the guard. Change the words of the page and try again.',
      );
    },
  );
}

type Easel = { scene: ScriptScene; request: StoryRequest; context: StoryContext; signal: AbortSignal };
type Refused = { reason: string; by: string | undefined };

/** Draws until a picture passes the guard, a little more gently each time. */
async function tryModel(model: ImageModelV4, easel: Easel): Promise<Illustration | Refused> {
  const { scene, context, signal } = easel;
  const { models, audience } = context;
  let drawnBy: string | undefined;
  let reason = 'the guard let none of its pictures pass.';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const seed = (scene.pictureSeed + attempt * 104_729) % 2 ** 31;
    const drawn = await draw(model, seed, attempt, easel);
    ({ drawnBy } = drawn);
    const { bytes, mediaType, note } = drawn;
    const shown = isIllustrated(drawnBy) ? { scene: scene.spec } : {};
    let isAllowed: boolean;
    try {
      const seen = await models.moderator.moderate(
        { kind: 'image', image: bytes, mediaType, ...shown },
        { audience, signal },
      );
      isAllowed = seen.verdict === 'allow';
    } catch (error) {
      // Unseen by a guard, no picture of a model is shown. The illustrator's are judged by what they show.
      if (isIllustrated(drawnBy) || !isKinoraError(error) || error.code !== 'provider.unavailable') throw error;
      reason = error.message;
      break;
    }
    if (!isAllowed) continue;
    const { altText } = await models.describer.describe(
      { scene: scene.spec, image: bytes, mediaType, language: 'en' },
      { signal },
    );
    const read = await models.moderator.moderate(
      { kind: 'text', text: altText, role: 'alt-text' },
      { audience, signal },
    );
    if (read.verdict !== 'allow') continue;
    const picture = await context.assets.put(bytes, { mediaType });
    return { picture, altText, seed, drawnBy, ...(note !== undefined && { note }) };
  }
  return { reason, by: drawnBy };
}

async function draw(
  model: ImageModelV4,
  seed: number,
  attempt: number,
  { scene, request, context, signal }: Easel,
): Promise<{ bytes: Uint8Array; mediaType: string; drawnBy: string; note?: string }> {
  const { width, height } = frameSize(request.aspect);
  const { images, providerMetadata } = await model.doGenerate({
    prompt: attempt === 0 ? scene.prompt : `${scene.prompt}, gentle and friendly, picture book for small children`,
    n: 1,
    size: `${width}x${height}`,
    aspectRatio: undefined,
    seed,
    files: undefined,
    mask: undefined,
    providerOptions: { kinora: { scene: scene.spec, style: request.style } },
    abortSignal: signal,
  });
  const [image] = images;
  if (image === undefined)
    throw new KinoraError('provider.failed', 'The picture model returned no picture. Try again.', {
      isRetryable: true,
    });
  const bytes = typeof image === 'string' ? Uint8Array.from(Buffer.from(image, 'base64')) : image;
  const mediaType = readPictureHeader(bytes)?.mediaType;
  if (mediaType === undefined) {
    throw new KinoraError(
      'provider.failed',
      'What the picture model returned is no PNG, JPEG or WebP. Try another one.',
    );
  }
  const served = providerMetadata?.['kinora'] as { servedBy?: string; fallback?: string } | undefined;
  return {
    bytes,
    mediaType,
    drawnBy: served?.servedBy ?? (model === context.models.image ? context.models.identity('image') : illustrator),
    ...(served?.fallback !== undefined && { note: served.fallback }),
  };
}
