import { curlQuotes } from '../../documents/type.ts';
import { isDrawn } from './faces.ts';

/** A piece of text with the reading that stands above it. */
export type RubyPart = { text: string; reading?: string };

/** Text with or without readings. */
export type RubyText = string | readonly RubyPart[];

/** A {@link RubyPart} of a text made of words; `word` counts from 0. */
export type WordPart = RubyPart & { word: number };

/** What no face draws: joiners, marks of direction, control characters, halves of letters, selectors of variants. */
const invisible = /[\p{Cf}\p{Cc}\p{Cs}\p{Co}\p{Variation_Selector}\u20e3]/u;
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/** The parts of a text. */
export function partsOf(text: RubyText): readonly RubyPart[] {
  return typeof text === 'string' ? [{ text }] : text;
}

/** The letters of a text, without its readings. */
export function plainText(text: RubyText): string {
  return partsOf(text)
    .map((part) => part.text)
    .join('');
}

/**
 * Text as it can be set: one blank for any, book quotes, composed letters, no emoji but those that are letters of the faces (♪, ★, ♥). Parts that
 * become empty go; words keep their numbers.
 */
export function cleanWords(words: readonly RubyText[]): WordPart[] {
  const raw = words.flatMap((word, index) =>
    partsOf(word).map(({ text, reading }) => ({
      text: cleanText(text),
      reading: reading === undefined ? '' : cleanText(reading).trim(),
      word: index,
    })),
  );
  // Quotes open or close by what stands before them, in another part perhaps.
  const curled = curlQuotes(raw.map(({ text }) => text).join(''));
  const parts: WordPart[] = [];
  let [at, isBlank] = [0, true];
  for (const { text, reading, word } of raw) {
    let own = curled.slice(at, (at += text.length));
    if (isBlank) own = own.trimStart();
    if (own === '') continue;
    isBlank = own.endsWith(' ');
    parts.push({ text: own, word, ...(reading === '' || reading === own ? {} : { reading }) });
  }
  const last = parts.at(-1);
  if (last) last.text = last.text.trimEnd();
  return parts.filter(({ text }) => text !== '');
}

function cleanText(text: string): string {
  let clean = '';
  for (const character of text.normalize('NFC').replaceAll(/\s+/gu, ' ')) {
    if (invisible.test(character) || (emoji.test(character) && !isDrawn(character))) continue;
    clean += character;
  }
  // Japanese faces set the ellipsis in the middle of the line, which is wrong after Latin letters.
  return clean.replaceAll(/ {2,}/g, ' ').replaceAll(/(?<=[\p{Script=Latin}\d’']) ?…/gu, '...');
}
