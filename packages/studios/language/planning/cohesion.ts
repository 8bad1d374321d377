import type { Sentence } from '../transcript/index.ts';
import { contentWords } from './content-words.ts';
import { share } from './statistics.ts';

/** A place between two sentences where the topic may change. */
export type Shift = {
  /** Index of the sentence that begins the new topic. */
  sentence: number;
  /** Seconds. */
  time: number;
  /** How clearly, 0 upwards. */
  score: number;
};

/** Content words on either side that are compared. */
const windowWords = 60;

const transition =
  /^(?:さて|では|それでは|じゃあ?(?:次|今度|そろそろ|ここから)|(?:はい[、。 ]?)?(?:次|続いて|お次)(?:は|に|の|、)|ところで|話は?変わ|話を戻|そういえば|(?:それじゃ|じゃあ?)[、,]|まず(?:は|最初)|最後(?:に|は)|というわけで|ということで|今度は|okay[,.]? so|ok[,.]? so|alright|all right[,. ]|so[,]? (?:next|today|now)|next(?: up)?[, ]|now[, ]let's|let's (?:move on|talk about|start|get (?:started|into))|moving on|anyway|by the way|first(?:ly| of all)|finally|lastly|another thing|speaking of)/iu;

/** Whether a sentence begins as new topics do: さて, 次は, okay so. */
export function isTransition(text: string): boolean {
  return transition.test(text.trim());
}

/**
 * Places where the topic may change, by lexical cohesion (Hearst, TextTiling, Computational Linguistics 1997): words before and after a
 * place are compared by the cosine of their counts; how far the similarity dips below its peaks on either side is the score. Long
 * pauses and phrases of transition add to it.
 * @returns One for each sentence but the first, in order.
 */
export function topicShifts(sentences: readonly Sentence[]): Shift[] {
  const words = sentences.map(({ text }) => contentWords(text));
  const similarity = sentences.map((_, at) => (at === 0 ? 1 : cosine(before(words, at), after(words, at))));
  const depth = similarity.map((value, at) => {
    // Few words on either side tell little.
    const sure = Math.min(1, Math.min(before(words, at).length, after(words, at).length) / 20);
    let [left, right] = [value, value];
    for (let other = at - 1; other > 0 && similarity[other]! >= left; other--) left = similarity[other]!;
    for (let other = at + 1; other < similarity.length && similarity[other]! >= right; other++)
      right = similarity[other]!;
    return sure * (left + right - 2 * value);
  });
  return sentences.slice(1).map(({ start, text }, at) => {
    const pause = start - sentences[at]!.end;
    return {
      sentence: at + 1,
      time: start,
      score: depth[at + 1]! + 0.35 * share((pause - 0.8) / 4) + (isTransition(text) ? 0.6 : 0),
    };
  });
}

function before(words: readonly string[][], at: number): string[] {
  const taken: string[] = [];
  for (let from = at - 1; from >= 0 && taken.length < windowWords && at - from <= 25; from--)
    taken.push(...words[from]!);
  return taken;
}

function after(words: readonly string[][], at: number): string[] {
  const taken: string[] = [];
  for (let to = at; to < words.length && taken.length < windowWords && to - at < 25; to++) taken.push(...words[to]!);
  return taken;
}

function cosine(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [counts(a), counts(b)];
  let product = 0;
  for (const [word, count] of first) product += count * (second.get(word) ?? 0);
  const length = (each: Map<string, number>) =>
    Math.sqrt(Array.from(each.values()).reduce((sum, value) => sum + value * value, 0));
  return product === 0 ? 0 : product / (length(first) * length(second));
}

function counts(words: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const word of words) counted.set(word, (counted.get(word) ?? 0) + 1);
  return counted;
}
