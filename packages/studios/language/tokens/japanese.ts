import { createRequire } from 'node:module';
import type * as Lindera from 'lindera-wasm-nodejs-ipadic';
import type { Token } from './token.ts';

/**
 * A morpheme as lindera gives it. Offsets count UTF-8 bytes; what it calls `conjugationType` is the IPA dictionary's
 * conjugated form (連用形), and `conjugationForm` the type (五段・ラ行). Unknown words have neither base form nor reading.
 */
type Morpheme = {
  surface: string;
  byteStart: number;
  byteEnd: number;
  partOfSpeech: string;
  partOfSpeechSubcategory1?: string;
  partOfSpeechSubcategory2?: string;
  conjugationType?: string;
  baseForm?: string;
  reading?: string;
};

let tokenizer: Lindera.Tokenizer | undefined;

/** The words of a Japanese sentence by the IPA dictionary (some 160 MB, loaded by the first call). */
export function readJapaneseTokens(sentence: string): Token[] {
  tokenizer ??= loadTokenizer();
  const tokens: Token[] = [];
  let [byte, place] = [0, 0];
  for (const morpheme of tokenizer.tokenize(sentence) as Morpheme[]) {
    // Spaces are no morphemes: walk to where this one begins.
    while (byte < morpheme.byteStart && place < sentence.length) {
      const code = sentence.codePointAt(place)!;
      byte += bytesOf(code);
      place += code > 0xffff ? 2 : 1;
    }
    const start = place;
    while (byte < morpheme.byteEnd && place < sentence.length) {
      const code = sentence.codePointAt(place)!;
      byte += bytesOf(code);
      place += code > 0xffff ? 2 : 1;
    }
    const text = sentence.slice(start, place);
    const known = (value: string | undefined) => (value === undefined || value === '*' ? undefined : value);
    const reading = known(morpheme.reading);
    const form = known(morpheme.conjugationType);
    tokens.push({
      text,
      start,
      end: place,
      lemma: known(morpheme.baseForm) ?? text,
      ...(reading === undefined ? {} : { reading: toHiragana(reading) }),
      parts: [morpheme.partOfSpeech, morpheme.partOfSpeechSubcategory1, morpheme.partOfSpeechSubcategory2].filter(
        (part) => part !== undefined && part !== '*',
      ) as string[],
      ...(form === undefined ? {} : { form }),
    });
  }
  return tokens;
}

/** Katakana as hiragana; anything else stays. */
export function toHiragana(text: string): string {
  return text.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! - 0x60));
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function loadTokenizer(): Lindera.Tokenizer {
  const { TokenizerBuilder } = createRequire(import.meta.url)('lindera-wasm-nodejs-ipadic') as typeof Lindera;
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  return builder.build();
}
