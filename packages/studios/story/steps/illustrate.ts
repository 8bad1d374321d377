import { KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import type { ScriptScene, StoryRequest } from '../schema.ts';
import type { StoryContext } from './context.ts';
import { frameSize } from './size.ts';

/** A picture with the words for those who can't see it, and the seed it came from after the guard had its say. */
export type Illustration = { picture: AssetRef; altText: string; seed: number };

/** A picture the guard objects to is drawn again with another seed this many times. */
const attempts = 3;

/**
 * Draws a scene, puts picture and alt text before the guard, and describes it.
 * @throws KinoraError `content.blocked` when no attempt passes; whatever the guard throws when it can't judge (fail closed).
 */
export async function illustrate(
  scene: ScriptScene,
  request: StoryRequest,
  context: StoryContext,
): Promise<Illustration> {
  const { models, audience, assets } = context;
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
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const seed = (scene.pictureSeed + attempt * 104_729) % 2 ** 31;
        const { images } = await models.image.doGenerate({
          prompt: scene.prompt,
          n: 1,
          size: `${width}x${height}`,
          aspectRatio: undefined,
          seed,
          files: undefined,
          mask: undefined,
          providerOptions: { kinora: { scene: scene.spec, style: request.style } },
          abortSignal: signal,
        });
        const image = images[0];
        if (image === undefined)
          throw new KinoraError('provider.failed', 'The picture model returned no picture. Try again.', {
            isRetryable: true,
          });
        const bytes = typeof image === 'string' ? Uint8Array.from(Buffer.from(image, 'base64')) : image;
        const mediaType = bytes[0] === 0x89 ? 'image/png' : bytes[0] === 0x52 ? 'image/webp' : 'image/jpeg';
        const seen = await models.moderator.moderate(
          { kind: 'image', image: bytes, mediaType, scene: scene.spec },
          { audience, signal },
        );
        if (seen.verdict !== 'allow') continue;
        const { altText } = await models.describer.describe(
          { scene: scene.spec, image: bytes, mediaType, language: 'en' },
          { signal },
        );
        const read = await models.moderator.moderate(
          { kind: 'text', text: altText, role: 'alt-text' },
          { audience, signal },
        );
        if (read.verdict === 'allow') return { picture: await assets.put(bytes, { mediaType }), altText, seed };
      }
      throw new KinoraError(
        'content.blocked',
        'No picture for this page passed the guard. Change the words of the page and try again.',
      );
    },
  );
}
