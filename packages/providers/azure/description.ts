import type * as vision from '@azure-rest/ai-vision-image-analysis';
import { KinoraError } from '@kinora/capabilities';
import type { ImageDescriber, ProviderServices } from '@kinora/capabilities';
import { parseAnswer } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { defaultOf, once, prepareClient } from './client.ts';
import { fitPicture } from './pictures.ts';

/** Version of the interface, which is also the model's for derivations. */
export const visionVersion = '2023-10-01';

const pictureLimits = { maxBytes: 20_000_000, minSide: 50, maxSide: 16_000 };
/** Below this a find is more often wrong than useful. */
const minConfidence = 0.6;
const maxLength = 250;

const tag = z.object({ name: z.string(), confidence: z.number() });
const result = z.object({
  modelVersion: z.string(),
  captionResult: z.object({ text: z.string(), confidence: z.number() }).optional(),
  denseCaptionsResult: z.object({ values: z.array(z.object({ text: z.string(), confidence: z.number() })) }).optional(),
  tagsResult: z.object({ values: z.array(tag) }).optional(),
  objectsResult: z.object({ values: z.array(z.object({ tags: z.array(tag) })) }).optional(),
  peopleResult: z.object({ values: z.array(z.object({ confidence: z.number() })) }).optional(),
});
type Analysis = z.infer<typeof result>;

/** How {@link createDescriber} is set up. */
export type DescriberSettings = {
  service: RemoteService;
  key: string;
  services: ProviderServices;
  /** Ask for details of parts of the picture, objects and people too; each is charged. */
  isDetailed: boolean;
};

/** Asks Azure about a picture. */
export function openVision({ service, key, services }: Omit<DescriberSettings, 'isDetailed'>) {
  const open = once(async () => {
    const module = await services.importPackage<typeof vision>('@azure-rest/ai-vision-image-analysis');
    return defaultOf(module)(service.baseUrl, { key }, { ...prepareClient(service), apiVersion: visionVersion });
  });
  return async (
    image: Uint8Array,
    options: { features: string[]; language: 'en' | 'ja'; signal?: AbortSignal | undefined },
  ): Promise<Analysis> => {
    const { features, language, signal } = options;
    const client = await open();
    const { body } = await client.path('/imageanalysis:analyze').post({
      contentType: 'application/octet-stream',
      body: image,
      queryParameters: { features, language, 'gender-neutral-caption': true },
      ...(signal && { abortSignal: signal }),
    });
    return parseAnswer(service, JSON.stringify(body), result);
  };
}

/**
 * Azure AI Vision (Image Analysis 4.0): a caption, more details where it is short, tags, objects and people, without
 * guessing anybody's gender. Captions are in English. A picture with a scene is left to the next describer in Japanese; one
 * without gets its Japanese tags. Some regions make no captions: tags then, too.
 */
export function createDescriber(settings: DescriberSettings): ImageDescriber {
  const analyze = openVision(settings);
  let hasCaptions = true;
  return {
    provider: 'azure-vision',
    modelId: 'image-analysis',
    async describe({ scene, image, language }, { signal } = {}) {
      signal?.throwIfAborted();
      if (!image) {
        throw new KinoraError('provider.unavailable', 'Azure AI Vision needs the picture itself; it got none.', {
          data: { cannotJudge: true },
        });
      }
      if (language === 'ja' && scene) {
        throw new KinoraError(
          'provider.refused',
          'Azure AI Vision captions in English only; let another describer do Japanese, such as the built-in one.',
        );
      }
      const fitted = await fitPicture(image, pictureLimits);
      signal?.throwIfAborted();
      const plain = settings.isDetailed && language === 'en' ? ['tags', 'objects', 'people'] : ['tags'];
      if (language === 'en' && hasCaptions) {
        const captions = settings.isDetailed ? ['caption', 'denseCaptions'] : ['caption'];
        try {
          return describe(await analyze(fitted, { features: [...captions, ...plain], language, signal }), language);
        } catch (error) {
          if (!saysNoCaptions(error)) throw error;
          hasCaptions = false;
        }
      }
      return describe(await analyze(fitted, { features: plain, language, signal }), language);
    },
  };
}

function saysNoCaptions(error: unknown): boolean {
  return (
    error instanceof KinoraError &&
    error.code === 'provider.refused' &&
    /caption.*(?:not supported|unsupported|not available)|(?:not supported|not available).*caption/i.test(error.message)
  );
}

function describe(analysis: Analysis, language: 'en' | 'ja'): { altText: string; tags: string[] } {
  const tags = listTags(analysis);
  const people = (analysis.peopleResult?.values ?? []).filter(({ confidence }) => confidence >= minConfidence).length;
  const caption = analysis.captionResult?.text.trim();
  if (language === 'ja') {
    if (tags.length === 0) throw nothingSeen();
    return { altText: `${tags.slice(0, 6).join('、')}がえがかれています。`, tags };
  }
  if (!caption) {
    const seen = [...(people > 0 ? [people === 1 ? 'a person' : `${people} people`] : []), ...tags].slice(0, 7);
    if (seen.length === 0) throw nothingSeen();
    return { altText: sentence(seen.join(', ')), tags };
  }
  let altText = sentence(caption);
  for (const { text, confidence } of analysis.denseCaptionsResult?.values ?? []) {
    const more = `${altText} ${sentence(text)}`;
    if (confidence >= minConfidence && more.length <= maxLength / 2 && isNews(text, altText)) altText = more;
  }
  return { altText: altText.slice(0, maxLength), tags };
}

/** Whether at least two words of a detail haven't been said yet. */
function isNews(detail: string, said: string): boolean {
  const known = new Set(wordsOf(said));
  return wordsOf(detail).filter((word) => !known.has(word)).length >= 2;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/** What is in the picture, surest first, without doubles. */
function listTags({ tagsResult, objectsResult }: Analysis): string[] {
  const all = [...(tagsResult?.values ?? []), ...(objectsResult?.values ?? []).flatMap(({ tags }) => tags)];
  const sure = all.filter(({ confidence }) => confidence >= minConfidence);
  return [
    ...new Set(sure.toSorted((a, b) => b.confidence - a.confidence).map(({ name }) => name.trim().toLowerCase())),
  ];
}

function sentence(text: string): string {
  const plain = text
    .replace(/^(?:an? |the )?(?:image|picture|photo|illustration) of /i, '')
    .replace(/\s+/g, ' ')
    .trim();
  const capital = plain.charAt(0).toUpperCase() + plain.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

function nothingSeen(): KinoraError {
  return new KinoraError(
    'provider.refused',
    'Azure AI Vision recognises nothing in this picture; describe it yourself.',
  );
}
