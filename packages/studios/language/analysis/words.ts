import type { Dictionary, DictionaryEntry } from '../dictionary/index.ts';
import type { Span } from '../lexicon/match.ts';
import { toHiragana } from '../tokens/index.ts';
import type { Language, Token } from '../tokens/index.ts';
import type { ItemKind } from '../lexicon/entry.ts';
import type { Subject } from './item.ts';

/** A word that an imported dictionary explains, and where it stands. */
export type WordFind = Span & { subject: Subject };

/** Words that an expression of the dictionary has at most. */
const mostTokens = 7;

/** Words of Japanese that are grammar rather than vocabulary. */
const tooPlain = new Set(
  'する ある いる なる できる やる こと もの よう とき ところ それ これ あれ どれ そこ ここ あそこ どこ 何 私 僕 俺 君 あなた 人 今 ない いい よい ん の さん ちゃん 君 様 そう こう どう さ'.split(
    ' ',
  ),
);

/** The same of English. */
const tooPlainEnglish = new Set(
  'be have do go get make say can will would could should may might must not no yes a an the this that these those i you he she it we they me him her us them my your his its our their and or but if so as at by for from in into of off on out over to up with about what who when where why how all any some here there then than too very just also only oh okay ok um uh'.split(
    ' ',
  ),
);

/** Expressions and words of a sentence that a dictionary knows; of places that overlap, the longest. */
export function findWords(tokens: readonly Token[], text: string, dictionary: Dictionary): WordFind[] {
  const finds: WordFind[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const found = longestAt(tokens, at, text, dictionary);
    if (found === null) continue;
    finds.push(found.find);
    at += found.tokens - 1;
  }
  return finds;
}

function longestAt(
  tokens: readonly Token[],
  at: number,
  text: string,
  dictionary: Dictionary,
): { find: WordFind; tokens: number } | null {
  const first = tokens[at]!;
  if (!canBegin(first, dictionary.language)) return null;
  for (let count = Math.min(mostTokens, tokens.length - at); count >= 1; count--) {
    const last = tokens[at + count - 1]!;
    if (last.end - first.start > dictionary.longest + 4 || (count > 1 && !canEnd(last, dictionary.language))) continue;
    for (const form of formsOf(tokens.slice(at, at + count), text, dictionary.language)) {
      const reading = count === 1 ? readingOf(first, form) : undefined;
      const [entry] = dictionary.lookUp(form, reading).filter((each) => fits(each, first, count));
      if (entry === undefined) continue;
      if (count === 1 && isPlain(first, form, dictionary.language)) return null;
      const subject = subjectOfWord(entry, { dictionary, count, reading });
      return { find: { start: first.start, end: last.end, subject }, tokens: count };
    }
  }
  return null;
}

/** How a stretch may stand in a dictionary: as it is, and with its last word in dictionary form. */
function formsOf(tokens: readonly Token[], text: string, language: Language): string[] {
  const [first, last] = [tokens[0]!, tokens.at(-1)!];
  if (language === 'en') {
    const words = tokens.map((token) => token.text.toLowerCase().replaceAll('’', "'"));
    const bases = tokens.map(({ lemma }) => lemma);
    const headBase = [bases[0]!, ...words.slice(1)];
    return [...new Set([words, headBase, bases].map((each) => each.join(' ')))];
  }
  const before = text.slice(first.start, last.start);
  return [...new Set([before + last.lemma, text.slice(first.start, last.end)])];
}

/** A word's reading is that of its dictionary form only where it is not inflected. */
function readingOf(token: Token, form: string): string | undefined {
  return token.text === form ? token.reading : undefined;
}

function canBegin({ parts, text }: Token, language: Language): boolean {
  if (!/\p{L}/u.test(text)) return false;
  if (language === 'en') return true;
  const [part, kind] = parts;
  if (part === '助詞' || part === '助動詞' || part === '記号' || part === 'フィラー') return false;
  return kind !== '非自立' && kind !== '接尾' && kind !== '数';
}

function canEnd({ parts, text }: Token, language: Language): boolean {
  if (language === 'en') return /\p{L}/u.test(text);
  return parts[0] !== '記号';
}

/** One kana alone, and what a name is read as, are no words; a word alone is none of several. */
function fits(entry: DictionaryEntry, { parts, text }: Token, count: number): boolean {
  if (count > 1) return true;
  if (
    /^[ぁ-ゖァ-ヺー]{1,2}$/u.test(text) &&
    !entry.parts.some((part) => /^(?:int|adv|adj-i|exp|sl|net-sl)$/.test(part))
  )
    return false;
  return parts[1] !== '固有名詞' && parts[0] !== 'UNK';
}

function isPlain({ text, lemma }: Token, form: string, language: Language): boolean {
  const plain = language === 'en' ? tooPlainEnglish : tooPlain;
  return plain.has(lemma) || plain.has(form) || plain.has(text.toLowerCase()) || (language === 'en' && form.length < 3);
}

function subjectOfWord(
  entry: DictionaryEntry,
  { dictionary, count, reading }: { dictionary: Dictionary; count: number; reading: string | undefined },
): Subject {
  const { language, sources } = dictionary;
  const { form, parts, glosses } = entry;
  const told = entry.reading ?? reading;
  const { rank, pitch } = dictionary.factsOf(form, told);
  const kind = kindOf(entry, count);
  return {
    id: `${language}-${kind}-dictionary-${form}${told === undefined ? '' : `-${toHiragana(told)}`}`,
    kind,
    language,
    form,
    ...(told !== undefined && told !== form && { reading: toHiragana(told) }),
    partOfSpeech: partOf(parts),
    gloss: glosses[0]!.slice(0, 200),
    ...(glosses.length > 1 && {
      explanation: glosses
        .map((gloss, at) => `${at + 1}. ${gloss}`)
        .join(' ')
        .slice(0, 600),
    }),
    tags: entry.isCommon === true ? ['common'] : [],
    ...(rank !== undefined && { rank }),
    ...(pitch !== undefined && { pitch }),
    ...(sources[0] !== undefined && { attribution: `${sources[0].title}: ${sources[0].licence}`.slice(0, 300) }),
    source: 'dictionary',
  };
}

function kindOf({ parts }: DictionaryEntry, count: number): ItemKind {
  const has = (...names: string[]) => names.some((name) => parts.includes(name));
  if (has('net-sl', 'sl', 'm-sl') && !has('arch')) return 'slang';
  if (has('exp', 'id', 'proverb', 'yoji') || (count > 1 && has('idiom'))) return 'expression';
  return 'word';
}

const partNames: readonly [RegExp, string][] = [
  [/^(?:v[0-9k]|vs-|vz|vi$|vt$|verb)/, 'verb'],
  [/^adj/, 'adjective'],
  [/^adv/, 'adverb'],
  [/^int/, 'interjection'],
  [/^exp$/, 'phrase'],
  [/^(?:n|pn|noun)/, 'noun'],
];

function partOf(parts: readonly string[]): string {
  for (const [pattern, name] of partNames) if (parts.some((part) => pattern.test(part))) return name;
  return 'word';
}
