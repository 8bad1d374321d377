import { createRequire } from 'node:module';
import type * as Lindera from 'lindera-wasm-nodejs-ipadic';

/**
 * A morpheme of the IPA dictionary, in its own terms; what it doesn't know is absent. What lindera calls `conjugationType` is the
 * dictionary's conjugated form (連用形).
 */
export type Morpheme = {
  /** As it stands in the text. */
  text: string;
  /** Place in the text, UTF-16, end exclusive. */
  start: number;
  end: number;
  /** From coarse to fine: 動詞, 自立 … */
  parts: readonly string[];
  /** Dictionary form. */
  baseForm?: string;
  /** As written in katakana: ハ for the particle は. */
  reading?: string;
  /** As spoken in katakana: ワ for the particle は. */
  pronunciation?: string;
  /** Conjugated form: 連用形, 未然形 … */
  form?: string;
};

/** A morpheme as lindera gives it: offsets count UTF-8 bytes, and `*` or nothing stands for what is unknown. */
type Given = {
  byteStart: number;
  byteEnd: number;
  partOfSpeech: string;
  partOfSpeechSubcategory1?: string;
  partOfSpeechSubcategory2?: string;
  conjugationType?: string;
  baseForm?: string;
  reading?: string;
  pronunciation?: string;
};

let tokenizer: Lindera.Tokenizer | undefined;

/** Splits Japanese into morphemes by the IPA dictionary (some 160 MB, loaded by the first call). Spaces belong to none. */
export function readMorphemes(text: string): Morpheme[] {
  tokenizer ??= loadTokenizer();
  const morphemes: Morpheme[] = [];
  let [byte, place] = [0, 0];
  const walkTo = (target: number) => {
    while (byte < target && place < text.length) {
      const code = text.codePointAt(place)!;
      byte += bytesOf(code);
      place += code > 0xffff ? 2 : 1;
    }
    return place;
  };
  for (const given of tokenizer.tokenize(text) as Given[]) {
    const start = walkTo(given.byteStart);
    const end = walkTo(given.byteEnd);
    const { partOfSpeech, partOfSpeechSubcategory1: kind, partOfSpeechSubcategory2: finer } = given;
    const baseForm = known(given.baseForm);
    const reading = known(given.reading);
    const pronunciation = known(given.pronunciation);
    const form = known(given.conjugationType);
    morphemes.push({
      text: text.slice(start, end),
      start,
      end,
      parts: [partOfSpeech, kind, finer].filter((part) => known(part) !== undefined) as string[],
      ...(baseForm !== undefined && { baseForm }),
      ...(reading !== undefined && { reading }),
      ...(pronunciation !== undefined && { pronunciation }),
      ...(form !== undefined && { form }),
    });
  }
  return morphemes;
}

function known(value: string | undefined): string | undefined {
  return value === '*' || value === '' ? undefined : value;
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
