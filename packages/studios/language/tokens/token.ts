/** Languages that this studio teaches. */
export type Language = 'ja' | 'en';

/** A word of a sentence. */
export type Token = {
  /** As it stands in the sentence. */
  text: string;
  /** Place in the sentence, UTF-16, end exclusive. */
  start: number;
  end: number;
  /** Dictionary form, lower case in English. */
  lemma: string;
  /** Further base forms that an English word may have: be and have of she's, grind of the noun grinding. */
  also?: readonly string[];
  /** Kana (hiragana) of a Japanese word, where the dictionary knows it. */
  reading?: string;
  /** What kind of word, in the dictionary's own terms from coarse to fine: 動詞, 自立 … or Verb, PastTense … */
  parts: readonly string[];
  /** Conjugated form of a Japanese word: 連用形, 未然形 … */
  form?: string;
};
