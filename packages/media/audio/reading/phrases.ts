/** How a text falls into phrases: what is said in one breath, how it ends and how long the narrator waits. */

/** A word as written. `offset` and `length` index the text (UTF-16); `spoken` is what the synthesiser gets. */
export type Word = { text: string; offset: number; length: number; spoken: string };

/** Why the narrator pauses after a phrase. */
export type Pause = 'breath' | 'attribution' | 'comma' | 'clause' | 'ellipsis' | 'sentence' | 'paragraph' | 'end';

/** What is spoken in one breath, in one language. */
export type Phrase = {
  words: Word[];
  /** BCP 47 language of the words. */
  language: string;
  /** Decides the melody. */
  end: ',' | '.' | '?' | '!';
  pause: Pause;
  /** The next sentence turns the story ("But then…"): wait a little longer. */
  beforeTurn: boolean;
  /** Number of the quotation the phrase is part of; absent in narration. */
  quote?: number;
  /** Place within its sentence, 0 for the first phrase. */
  place: number;
  paragraph: number;
};

/** Scripts that are read, each by one language, when a voice meets them. */
const scripts: [language: string, pattern: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々〆]/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['el', /\p{Script=Greek}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['hi', /\p{Script=Devanagari}/u],
];

const japanese = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々〆゛゜]`;
const letter = String.raw`(?:(?!${japanese})[\p{L}\p{M}\p{N}])`;
const token = new RegExp(
  [
    `(?<japanese>(?:${japanese}|[0-9０-９]+(?=${japanese}))(?:${japanese}|[0-9０-９])*)`,
    String.raw`(?<word>[£$€¥]?${letter}(?:${letter}|[\u200d\u00ad]|['’ʼ](?=${letter})|[-‐‑](?=${letter})|(?<=\p{N})[.,:](?=\p{N}))*%?|&)`,
    String.raw`(?<break>\r?\n[\s]*)`,
    String.raw`(?<ellipsis>…+|\.{2,}|・{2,})`,
    String.raw`(?<stop>[.!?。！？｡]+)`,
    String.raw`(?<clause>[;:；：–—―()（）]|\s-{1,3}(?=\s)|--+)`,
    String.raw`(?<comma>[,、，､])`,
    String.raw`(?<open>[“「『«„])`,
    String.raw`(?<close>[”」』»])`,
    String.raw`(?<quote>")`,
  ].join('|'),
  'gu',
);

const titles = /^(?:mr|mrs|ms|dr|st|prof|mt|jr|sr)$/i;
const turns =
  /^(?:but|then|suddenly|until|just then|and then|at last|one night|one day|that night|でも|けれど|ところが|すると|そのとき)(?!\p{L})/iu;
const joints = /^(?:and|but|because|when|while|until|where|so|before|after|though|like|or)$/i;

/**
 * Splits a text into phrases.
 * @param text As written; emoji, symbols and control characters are passed over.
 * @param options.language Of the voice; Latin letters are read in it, or in English by a Japanese voice.
 * @param options.readJapanese Turns a stretch of Japanese into spoken words.
 * @param options.onUnreadable Told of each word in a script that espeak-ng can't read; it is passed over.
 * @param options.keepsUnreadable Keeps such words, as spoken in the voice's language. Default false.
 * @returns In order; empty when nothing can be read.
 */
export function parseText(
  text: string,
  options: {
    language: string;
    readJapanese: (stretch: string, offset: number) => Word[];
    onUnreadable?: (word: string) => void;
    keepsUnreadable?: boolean;
  },
): Phrase[] {
  const latin = options.language === 'ja' ? 'en' : options.language;
  const phrases: Phrase[] = [];
  let words: Word[] = [];
  let language = options.language;
  let place = 0;
  let paragraph = 0;
  let quotes = 0;
  let quote: number | undefined;

  const flush = (end: Phrase['end'], pause: Pause) => {
    if (words.length === 0) {
      const last = phrases.at(-1);
      if (last && rank(pause) > rank(last.pause)) last.pause = pause;
      if (last && last.end === ',' && pause === 'sentence') last.end = end;
    } else {
      phrases.push({ words, language, end, pause, beforeTurn: false, quote, place, paragraph });
      words = [];
      place++;
    }
    if (rank(pause) >= rank('sentence')) place = 0;
  };
  const speak = (spokenWords: Word[], spokenIn: string) => {
    if (words.length > 0 && language !== spokenIn) flush(',', 'breath');
    language = spokenIn;
    words.push(...spokenWords);
  };

  for (const match of text.matchAll(token)) {
    const groups = match.groups!;
    const rest = text.slice(match.index + match[0].length);
    if (groups['japanese']) speak(options.readJapanese(match[0], match.index), 'ja');
    else if (groups['word']) {
      const spoken = spell(match[0]);
      const spokenIn = scriptOf(spoken, latin) ?? (options.keepsUnreadable ? latin : undefined);
      if (spoken && spokenIn) {
        speak([{ text: match[0], offset: match.index, length: match[0].length, spoken }], spokenIn);
      } else options.onUnreadable?.(match[0]);
    } else if (groups['break']) {
      flush('.', 'paragraph');
      paragraph++;
      quote = undefined;
    } else if (groups['stop']) {
      const isTitle = match[0] === '.' && titles.test(words.at(-1)?.text ?? '') && rest.startsWith(' ');
      if (!isTitle) flush(endOf(match[0]), followsOn(rest) ? 'attribution' : 'sentence');
    } else if (groups['ellipsis']) flush(',', 'ellipsis');
    else if (groups['clause']) flush(',', 'clause');
    else if (groups['comma']) flush(',', /^[”"」』»]/.test(rest) ? 'attribution' : 'comma');
    else {
      const opens = groups['open'] !== undefined || (groups['quote'] !== undefined && quote === undefined);
      if (words.length > 0) flush(',', 'attribution');
      quote = opens ? quotes++ : undefined;
    }
  }
  flush('.', 'end');
  return finish(phrases.flatMap(splitLong), text);
}

function finish(phrases: Phrase[], text: string): Phrase[] {
  for (const [index, phrase] of phrases.entries()) {
    const next = phrases[index + 1];
    if (!next) phrase.pause = 'end';
    else if (rank(phrase.pause) >= rank('sentence')) phrase.beforeTurn = turns.test(text.slice(next.words[0]!.offset));
  }
  const last = phrases.at(-1);
  if (last?.end === ',') last.end = '.';
  return phrases;
}

/** A long phrase takes a breath before a joining word near its middle. */
function splitLong(phrase: Phrase): Phrase[] {
  const { words } = phrase;
  if (words.length < 11 || phrase.language === 'ja') return [phrase];
  const middle = words.length / 2;
  let best = -1;
  for (let index = 4; index <= words.length - 4; index++) {
    if (!joints.test(words[index]!.text)) continue;
    if (best < 0 || Math.abs(index - middle) < Math.abs(best - middle)) best = index;
  }
  if (best < 0) return [phrase];
  const first: Phrase = { ...phrase, words: words.slice(0, best), end: ',', pause: 'breath', beforeTurn: false };
  return [...splitLong(first), ...splitLong({ ...phrase, words: words.slice(best), place: phrase.place + 1 })];
}

const ranks: Record<Pause, number> = {
  breath: 0,
  attribution: 1,
  comma: 2,
  clause: 3,
  ellipsis: 4,
  sentence: 5,
  paragraph: 6,
  end: 7,
};

function rank(pause: Pause): number {
  return ranks[pause];
}

/** How long a pause is beside others, 1 for a breath to 8 at the end of the text; 0 for none. */
export function pauseStrength(pause: Pause | null): number {
  return pause ? ranks[pause] + 1 : 0;
}

function endOf(stop: string): Phrase['end'] {
  if (/[?？]/.test(stop)) return '?';
  return /[!！]/.test(stop) ? '!' : '.';
}

/** After a quotation's last stop the sentence goes on: `"Stop!" said Owl.` */
function followsOn(rest: string): boolean {
  return /^[”"’'」』»]+\s*(?:\p{Ll}|と)/u.test(rest);
}

function scriptOf(word: string, latin: string): string | undefined {
  for (const [language, pattern] of scripts) if (pattern.test(word)) return language;
  return /[\p{Script=Latin}\p{N}&]/u.test(word) ? latin : undefined;
}

const currencies: Record<string, string> = { '£': 'pounds', $: 'dollars', '€': 'euros', '¥': 'yen' };

/** What the synthesiser gets for a word: compatible letters, plain apostrophes, signs spelled out. */
function spell(word: string): string {
  if (word === '&') return 'and';
  const plain = word
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/[‐‑]/g, '-');
  const [, currency, amount, percent] = /^([£$€¥]?)(.*?)(%?)$/u.exec(plain) ?? [];
  return [amount, currency && currencies[currency], percent && 'percent'].filter(Boolean).join(' ');
}
