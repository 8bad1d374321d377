import type { RubyText } from '@kinora/media/lesson-art';
import type { RubyPart } from '../analysis/furigana.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import { itemReadings } from '../exports/index.ts';
import { captionTiming } from '../planning/index.ts';
import type { CaptionBlock } from '../planning/index.ts';
import type { Span } from '../schema.ts';
import { readEnglishTokens, readJapaneseTokens } from '../tokens/index.ts';
import type { TimedLayer } from './film.ts';
import type { LessonParts } from './outputs.ts';

/** Seconds that a caption stays after its last word, where nothing follows, and shortest that it is shown. */
const lingers = 0.7;
const shortest = 0.5;

/**
 * What is said as captions whose words light up when they are said.
 * @param options.span Of the recording; null: all of it.
 * @param options.items What is taught: marked wherever it is said.
 */
export function captionLayers({
  words: { transcript },
  found,
  input: { request },
  span,
  items,
}: Pick<LessonParts, 'words' | 'found' | 'input'> & {
  span: Span | null;
  items: readonly VocabularyItem[];
}): TimedLayer[] {
  const readings = itemReadings(found.items);
  const blocks = transcript.sentences
    .filter((sentence) => span === null || (sentence.end > span.start && sentence.start < span.end))
    .flatMap((sentence) => {
      const { text, index, language, furigana } = sentence;
      const tokens = language === 'en' ? readEnglishTokens(text) : readJapaneseTokens(text);
      const parts = request.furigana ? readings(index, furigana ?? [{ text }]) : [{ text }];
      const marked = items.flatMap(({ evidence }) => evidence.filter((each) => each.sentence === index));
      return captionTiming(sentence, transcript.cues, { tokens }).map((block) => ({ block, parts, marked }));
    })
    .filter(({ block }) => span === null || (block.start >= span.start - 0.05 && block.start < span.end - 0.2));
  return blocks.map(({ block, parts, marked }, index): TimedLayer => {
    const next = blocks[index + 1]?.block.start ?? Infinity;
    const { start } = block;
    const end = Math.max(Math.min(block.end + lingers, next), Math.min(start + shortest, next));
    const words = wordsIn(block).map((word) => ({
      text: partsWithin(parts, word),
      ...(marked.some(({ from, to }) => from < word.to && to > word.from) && { isMarked: true }),
      start: milliseconds(word.start - start),
      end: milliseconds(word.end - start),
    }));
    return { layer: { kind: 'caption', words }, start: milliseconds(start), seconds: milliseconds(end - start) };
  });
}

function wordsIn({ lines }: CaptionBlock) {
  return lines.flat();
}

/** The stretch of a text with readings; a reading that is cut through is left out. */
function partsWithin(parts: readonly RubyPart[], { from, to }: { from: number; to: number }): RubyText {
  let at = 0;
  return parts.flatMap((part) => {
    const start = at;
    at += part.text.length;
    const text = part.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text === '') return [];
    return [text === part.text ? part : { text }];
  });
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
