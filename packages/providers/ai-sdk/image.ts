import { KinoraError } from '@kinora/capabilities';
import type { ImageModelV4 } from '@kinora/capabilities';
import { drawingSize, fitPicture, wantedSize } from '@kinora/media/pictures';
import type { PixelSize } from '@kinora/media/pictures';
import type { SharedV4Warning } from '@ai-sdk/provider';
import type { SdkModel } from './load.ts';
import { failureOfSdk } from './failure.ts';
import type { AiSdkService } from './service.ts';

/** Ratios that services commonly know. */
const ratios = ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3'] as const;

/** An image model of the AI SDK, loaded at its first call: asked for a size it knows, brought to the one that is wanted. */
export function wrapImage(
  model: SdkModel<ImageModelV4>,
  { pictureSizes = 'free' }: Pick<AiSdkService, 'pictureSizes'>,
): ImageModelV4 {
  const { provider, modelId, load, service } = model;
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    async maxImagesPerCall() {
      const { maxImagesPerCall: limit } = await load();
      return typeof limit === 'function' ? await limit({ modelId }) : limit;
    },
    get supportsFileInputs() {
      return load().then(
        ({ supportsFileInputs }) => supportsFileInputs,
        () => false,
      );
    },
    get supportsMaskInputs() {
      return load().then(
        ({ supportsMaskInputs }) => supportsMaskInputs,
        () => false,
      );
    },
    async doGenerate(options) {
      options.abortSignal?.throwIfAborted();
      const wanted = wantedSize(options, 1024);
      try {
        const sdk = await load();
        const result = await sdk.doGenerate({ ...options, ...shapeFor(wanted, pictureSizes) });
        if (!result.images?.length) {
          const advice = 'Its content filter may have stopped it: describe the picture differently.';
          throw new KinoraError('provider.refused', `${service.name} drew nothing. ${advice}`);
        }
        const negative = options.providerOptions['kinora']?.['negativePrompt'];
        const warnings: SharedV4Warning[] =
          negative === undefined
            ? result.warnings
            : [...result.warnings, { type: 'unsupported', feature: 'negativePrompt' }];
        const pictures = result.images.map((image) =>
          typeof image === 'string' ? Buffer.from(image, 'base64') : image,
        );
        return {
          ...result,
          warnings,
          images: await Promise.all(pictures.map((picture) => fitPicture(picture, wanted))),
        };
      } catch (error) {
        throw failureOfSdk(error, service, options.abortSignal);
      }
    },
  };
}

function shapeFor(wanted: PixelSize, sizes: NonNullable<AiSdkService['pictureSizes']>) {
  const shape = (text: string) => {
    const [width = 1, height = 1] = text.split(/[x:]/).map(Number);
    return Math.abs(Math.log((width / height) * (wanted.height / wanted.width)));
  };
  const nearest = <Text extends string>(list: readonly Text[]) => list.toSorted((a, b) => shape(a) - shape(b))[0];
  if (sizes === 'ratio') return { size: undefined, aspectRatio: nearest(ratios) };
  if (sizes !== 'free') return { size: nearest(sizes), aspectRatio: undefined };
  const { width, height } = drawingSize(wanted, { side: 1024, step: 32 });
  return { size: `${width}x${height}` as const, aspectRatio: undefined };
}
