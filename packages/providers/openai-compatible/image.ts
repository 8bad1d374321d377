import { KinoraError } from '@kinora/capabilities';
import type { ImageModelV4 } from '@kinora/capabilities';
import { askBytes, askJson, failureOfShape } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { drawingSize, fitPicture, wantedSize } from '@kinora/media/pictures';
import type { ImageModelV4CallOptions, SharedV4Warning } from '@ai-sdk/provider';
import { z } from 'zod';

const answer = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish(), url: z.string().nullish() })).min(1),
});

/** How an image model of an OpenAI-compatible server is asked. */
export type ImageSettings = {
  service: RemoteService;
  modelId: string;
  /** Side in pixels of the square the model was trained on. Default: pictures are asked for in the size that is wanted. */
  side?: number | undefined;
};

/** An image model behind `/images/generations`. Pictures are asked for one by one: servers differ in what they do with `n`. */
export function createImageModel({ service, modelId, side }: ImageSettings): ImageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'openai-compatible',
    modelId,
    maxImagesPerCall: 10,
    supportsFileInputs: false,
    supportsMaskInputs: false,
    async doGenerate(options) {
      const { files, mask, abortSignal: signal } = options;
      const warnings: SharedV4Warning[] = [];
      const wanted = wantedSize(options, side ?? 1024);
      const { width, height } = side === undefined ? wanted : drawingSize(wanted, { side });
      const size = `${width}x${height}` as const;
      if (files?.length)
        warnings.push({ type: 'unsupported', feature: 'files', details: 'Pictures are not sent along.' });
      if (options.providerOptions['kinora']?.['negativePrompt'] !== undefined) {
        warnings.push({ type: 'unsupported', feature: 'negativePrompt' });
      }
      if (mask) warnings.push({ type: 'unsupported', feature: 'mask' });
      const images: Uint8Array[] = [];
      for (let index = 0; index < options.n; index++) {
        const seed = options.seed === undefined ? undefined : options.seed + index;
        const picture = await draw(service, { ...options, size, seed }, modelId);
        images.push(await fitPicture(picture, wanted));
      }
      signal?.throwIfAborted();
      return { images, warnings, response: { timestamp: new Date(), modelId, headers: undefined } };
    },
  };
}

async function draw(service: RemoteService, options: ImageModelV4CallOptions, modelId: string): Promise<Uint8Array> {
  const { prompt, size, seed, providerOptions, abortSignal: signal } = options;
  const json = {
    model: modelId,
    prompt,
    n: 1,
    size,
    ...(seed !== undefined && { seed }),
    ...providerOptions['openai-compatible'],
  };
  const path = '/images/generations';
  const asked = askJson(service, path, answer, { json: { ...json, response_format: 'b64_json' }, signal });
  const { data } = await asked.catch(async (error: unknown) => {
    // Newer image models always answer in base64 and refuse to be asked for it.
    if (!(error instanceof KinoraError) || !/response_format|unknown parameter/i.test(error.message)) throw error;
    return await askJson(service, path, answer, { json, signal });
  });
  const [picture] = data;
  if (picture?.b64_json) return Buffer.from(picture.b64_json.replace(/^data:[^,]*,/, ''), 'base64');
  if (!picture?.url) throw failureOfShape(service, 'no picture');
  const url = new URL(picture.url, `${service.baseUrl}/`);
  // A picture on another host is fetched without the key.
  const isOwn = url.origin === new URL(service.baseUrl).origin;
  const host = { ...service, baseUrl: url.origin, ...(!isOwn && { headers: {} }) };
  const { bytes } = await askBytes(host, `${url.pathname}${url.search}`, { signal });
  return bytes;
}
