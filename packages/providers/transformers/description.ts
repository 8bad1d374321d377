import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { ImageDescriber } from '@kinora/capabilities';
import type { OpenLocalModel } from '@kinora/capabilities/local';
import type { Caption } from './process/captioner.ts';

/** Longest alt text, characters: what screen readers say in one go. */
const longest = 250;
/** Pixels a picture may have. */
const pixelLimit = 40_000_000;

/**
 * A captioner as a describer: one sentence of alt text without "a picture of", and the things it names as tags.
 * @throws KinoraError `provider.unavailable` with `data.cannotJudge` without a picture, for another language than the
 * model writes, and when it has nothing to say.
 */
export function createCaptioner(modelId: string, open: OpenLocalModel): ImageDescriber {
  return {
    provider: 'transformers',
    modelId,
    async describe({ image, mediaType, language }, { signal } = {}) {
      signal?.throwIfAborted();
      const { model, process } = await open();
      if (!image) throw cannotDescribe('A captioner needs a picture, and there is none yet.');
      if (model.languages.length > 0 && !model.languages.includes(language)) {
        throw cannotDescribe(`${model.title} writes ${model.languages.join(', ')} only.`);
      }
      const header = readPictureHeader(image);
      if (!header || header.width * header.height > pixelLimit) {
        throw new KinoraError(
          'asset.broken',
          'This is no PNG, JPEG or WebP picture of at most 40 megapixels; make it again.',
        );
      }
      const request = { image, mediaType: mediaType ?? header.mediaType };
      const caption = await process.call<Caption>('caption', request, { ...(signal && { signal }) });
      const altText = toAltText(caption.text);
      if (altText === '') throw cannotDescribe(`${model.title} has nothing to say about this picture.`);
      return { altText, tags: toTags(altText, caption.objects) };
    },
  };
}

/** A sentence for someone who can't see the picture: no "picture of", whole sentences only, no repetitions. */
export function toAltText(caption: string): string {
  const plain = caption
    .replace(/<[^>]*>|\p{Cf}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:(?:the|this|in (?:the|this))\s+(?:image|picture|photo|illustration|drawing)\s*(?:shows|depicts|features|is of|,|we (?:can )?see|there (?:is|are))?|an?\s+(?:[\w-]+\s+){0,3}(?:image|picture|photo(?:graph)?|illustration|drawing|painting|cartoon|close[- ]up)\s+of)\s*/i,
      '',
    )
    .replace(/\b(\w+(?: \w+){0,3})(?: \1\b)+/gi, '$1')
    .replace(/\s+([.,!?])/g, '$1');
  if (!/\p{L}/u.test(plain)) return '';
  const sentences = plain.match(/[^.!?]+[.!?]*\s*/g) ?? [plain];
  let text = '';
  for (const sentence of sentences) {
    if (text !== '' && (text + sentence).trim().length > longest) break;
    text += sentence;
  }
  text = text.trim();
  if (text.length > longest) text = `${text.slice(0, text.lastIndexOf(' ', longest - 1))}…`;
  return text[0]!.toUpperCase() + text.slice(1) + (/[.!?…]$/.test(text) ? '' : '.');
}

const fillers = new Set(
  'a an the of in on at to and or is are was with for by from her his its their this that these those there it as into over under near next up down out off while who which has have one two some image picture photo front top side background other'.split(
    ' ',
  ),
);

/** The things that were recognised, or the words of the sentence that say something; at most twelve, without doubles. */
function toTags(altText: string, objects: readonly string[]): string[] {
  const words = altText.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  const named = objects.map((object) => object.toLowerCase().trim()).filter((object) => object !== '');
  const tags = [...named, ...words.filter((word) => !fillers.has(word))];
  return [...new Set(tags)].slice(0, 12);
}

function cannotDescribe(message: string): KinoraError {
  return new KinoraError('provider.unavailable', message, { data: { cannotJudge: true } });
}
