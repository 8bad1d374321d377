import type { Concept } from './concept.ts';
import { englishConcept, japaneseConcept, longest, nearestWord } from './index.ts';

/** A word that names something, where it was found. */
export type FoundWord = {
  concept: Concept;
  words: string;
  start: number;
  end: number;
  /** How strongly it was said: 1 plainly, 0.5 "slightly", 1.6 "very"; below 0 "less". */
  degree: number;
  isNegated: boolean;
};

/** A word that nothing is known of. */
export type UnknownWord = { words: string; start: number; end: number; suggestion?: string };

/** Finds the words of a text, English and Japanese mixed. */
export function findWords(text: string): { found: FoundWord[]; unknown: UnknownWord[] } {
  const plain = toPlain(text);
  const found: FoundWord[] = [];
  const unknown: UnknownWord[] = [];
  for (const { index, 0: run } of plain.matchAll(
    /\d{1,2}[ァ-ヶ][^a-z0-9&\s]*|[a-z0-9&][a-z0-9&'’.,;\s-]*|[^a-z0-9&\s]+/gu,
  )) {
    const part = { text: run, original: text, offset: index };
    (/^(?:[a-z&]|\d+(?![\dァ-ヶ]))/u.test(run) ? findEnglish : findJapanese)(part, found, unknown);
  }
  found.sort((a, b) => a.start - b.start);
  unknown.sort((a, b) => a.start - b.start);
  return { found, unknown };
}

type Part = { text: string; original: string; offset: number };

/** One form of each character, as long as it was: full width becomes half, capitals small, accents are dropped. */
function toPlain(text: string): string {
  const one = (character: string) => {
    const small = character.normalize('NFKC').toLowerCase();
    const plain = /\p{Script=Latin}/u.test(small) ? small.normalize('NFD').replace(/\p{M}/gu, '') : small;
    return plain.length === character.length ? plain : character;
  };
  return Array.from(text, one).join('').replaceAll('’', "'");
}

type Token = { word: string; start: number; end: number };

function findEnglish({ text, original, offset }: Part, found: FoundWord[], unknown: UnknownWord[]): void {
  const tokens = [...text.matchAll(/[a-z0-9&][a-z0-9&'-]*|[,;.]/gu)].map(({ 0: word, index }): Token => ({
    word,
    start: offset + index,
    end: offset + index + word.length,
  }));
  let degree = 1;
  let isNegated = false;
  /** Whether the negation of the word before also holds for what an "or" links to it. */
  let isCarried = false;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    if (/^[,;.]$/.test(token.word)) {
      [degree, isNegated, isCarried] = [1, false, false];
      at++;
      continue;
    }
    const softened = softeners.find((words) => isAt(tokens, at, words));
    if (softened !== undefined) {
      degree *= 0.4;
      at += softened.length;
      continue;
    }
    if (negations.has(token.word)) {
      isNegated = true;
      at++;
      continue;
    }
    const said = degrees.find(([words]) => isAt(tokens, at, words));
    const isLightOf = token.word === 'light' && at + 1 < tokens.length;
    const next = isLightOf ? match(tokens, at + 1) : undefined;
    // "light snow" is a little snow, "light blue" a bright blue; neither is a light.
    if (next !== undefined && next.concept.change.overlay !== undefined && next.concept.kind === 'weather') {
      degree *= 0.5;
      at++;
      continue;
    }
    if (next?.concept.kind === 'colour' && englishConcept('bright') !== undefined) {
      const { concept } = englishConcept('bright')!;
      found.push({ concept, words: original.slice(token.start, token.end), ...range(token), degree: 0.6, isNegated });
      at++;
      continue;
    }
    const hit = match(tokens, at);
    if (hit !== undefined && (said === undefined || hit.length > said[0].length)) {
      const end = tokens[at + hit.length - 1]!.end;
      const words = original.slice(token.start, end);
      found.push({ concept: hit.concept, words, start: token.start, end, degree: degree * hit.degree, isNegated });
      at += hit.length;
      const isLinked = /^(or|nor|and)$/.test(tokens[at]?.word ?? '');
      isCarried = isNegated && isLinked;
      [degree, isNegated] = [1, isCarried];
      continue;
    }
    if (said !== undefined) {
      degree *= said[1];
      at += said[0].length;
      continue;
    }
    if (!ignored.has(token.word) && !/^[\d&'-]+$/.test(token.word) && token.word.length > 1) {
      const suggestion = nearestWord(token.word);
      unknown.push({
        words: original.slice(token.start, token.end),
        ...range(token),
        ...(suggestion && { suggestion }),
      });
      [degree, isNegated] = [1, false];
    }
    at++;
  }
}

const range = ({ start, end }: Token) => ({ start, end });

function match(tokens: readonly Token[], at: number): { concept: Concept; degree: number; length: number } | undefined {
  for (let length = Math.min(longest.english, tokens.length - at); length > 0; length--) {
    const hit = englishConcept(
      tokens
        .slice(at, at + length)
        .map(({ word }) => word)
        .join(' '),
    );
    if (hit !== undefined) return { ...hit, length };
  }
  return undefined;
}

function isAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => tokens[at + index]?.word === word);
}

function findJapanese({ text, original, offset }: Part, found: FoundWord[], unknown: UnknownWord[]): void {
  let degree = 1;
  let isSoftened = false;
  let loose = 0;
  const flush = (end: number) => {
    const run = text.slice(loose, end).replace(particles, ' ');
    for (const { 0: words } of run.matchAll(/[\p{Script=Han}々]+|[\p{Script=Katakana}ー]{2,}|[ぁ-んー]{4,}/gu)) {
      const start = offset + text.indexOf(words, loose);
      unknown.push({ words: original.slice(start, start + words.length), start, end: start + words.length });
    }
  };
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    if (/^[、。,!！?？・…]/u.test(rest)) {
      flush(at);
      [degree, isSoftened, loose] = [1, false, ++at];
      continue;
    }
    const said = japaneseDegrees.exec(rest);
    const hit = matchJapanese(text, at);
    if (hit !== undefined && (said === null || hit.word.length >= said[0].length)) {
      flush(at);
      const end = at + hit.word.length;
      const after = japaneseNegation.exec(text.slice(end));
      const less = japaneseLess.exec(text.slice(end));
      const isNegated = after !== null && !isSoftened;
      const words = original.slice(offset + at, offset + end + (after?.[0].length ?? 0));
      const amount = less !== null ? -0.6 : isSoftened && after !== null ? 0.4 : degree;
      found.push({
        concept: hit.concept,
        words,
        start: offset + at,
        end: offset + at + words.length,
        degree: amount,
        isNegated,
      });
      at = end + (after?.[0].length ?? 0) + (less?.[0].length ?? 0);
      [degree, isSoftened, loose] = [1, false, at];
      continue;
    }
    if (said !== null) {
      flush(at);
      if (said[1] !== undefined) degree *= 1.6;
      else if (said[2] !== undefined) degree *= 0.5;
      else if (said[3] !== undefined) degree *= 1.3;
      else isSoftened = true;
      at += said[0].length;
      loose = at;
      continue;
    }
    at++;
  }
  flush(text.length);
}

function matchJapanese(text: string, at: number): { concept: Concept; word: string } | undefined {
  for (let length = Math.min(longest.japanese, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    const concept = japaneseConcept(word);
    if (concept !== undefined) return { concept, word };
  }
  return undefined;
}

const negations = new Set([
  'no',
  'not',
  'without',
  'never',
  "don't",
  "isn't",
  'minus',
  'except',
  'non',
  'nor',
  'remove',
  "aren't",
]);

/** "Not too dark" is a little dark. */
const softeners = [
  ['not', 'too'],
  ['not', 'very'],
  ['not', 'so'],
  ['not', 'that'],
  ['not', 'overly'],
  ['nothing', 'too'],
];

const degrees: readonly (readonly [readonly string[], number])[] = [
  [['a', 'little', 'bit'], 0.5],
  [['a', 'lot', 'of'], 1.6],
  [['a', 'lot'], 1.6],
  [['lots', 'of'], 1.6],
  [['plenty', 'of'], 1.6],
  [['a', 'bit', 'of'], 0.5],
  [['a', 'bit'], 0.5],
  [['a', 'little'], 0.5],
  [['a', 'touch', 'of'], 0.5],
  [['a', 'hint', 'of'], 0.5],
  [['kind', 'of'], 0.6],
  [['sort', 'of'], 0.6],
  [['a', 'few'], 0.5],
  ...['slightly', 'somewhat', 'little', 'bit', 'mildly', 'barely', 'lightly', 'tad'].map(
    (word) => [[word], 0.5] as const,
  ),
  ...[
    'very',
    'really',
    'extremely',
    'super',
    'so',
    'deeply',
    'deep',
    'highly',
    'intensely',
    'strongly',
    'ultra',
    'totally',
    'incredibly',
    'heavy',
    'heavily',
    'much',
    'many',
    'thick',
    'dense',
    'too',
    'insanely',
    'most',
    'absolutely',
    'completely',
  ].map((word) => [[word], 1.6] as const),
  ...['quite', 'rather', 'fairly', 'pretty', 'more', 'extra', 'even'].map((word) => [[word], 1.3] as const),
  [['less'], -0.6],
  [['fewer'], -0.6],
  [['least'], -0.6],
];

/** Words that say nothing about a picture. */
const ignored = new Set(
  'a an the of in on at with and or by to for from as is it its be are was i me my mine you your we our us this that these those like look looks looking style styled make made making please want would could should can will just now then there here into onto over under up down through around some any all one scene picture image video photo portrait face person people man woman girl boy guy background everything something kind sort type way colour color colours colors tone tones mood feeling feel vibe vibes atmosphere effect effects art artistic artwork painting paint work rendered render done give get let show turn set use using have has very much such when while where if but so than hello hi hey thanks thank ok okay yes um uh er hmm oh well world day-to-day really beautiful nice good great lovely pretty amazing awesome best high quality masterpiece'.split(
    ' ',
  ),
);

const japaneseDegrees =
  /^(?:(とても|すごく|すごい|かなり|非常に|ひじょうに|超|めちゃくちゃ|めちゃ|めっちゃ|ものすごく|大変|真っ|たくさん|いっぱい|強烈に|極めて|最高に|ぐっと|たっぷり|思いっきり)|(少しだけ|ほんの少し|少し|すこし|ちょっと|やや|若干|わずかに|ほんのり|少々|ちょっぴり|軽く|気持ち)|(もっと|さらに|更に|より|もう少し|一段と|だいぶ|割と|わりと|結構|けっこう)|(あまり|あんまり|そんなに|それほど))(?:の|な|に|と|も)?/u;

const japaneseNegation =
  /^(?:く|くは|っぽく|っぽくは|に|で|は|が|も|の|を|な|じゃ|では|でも|とか|系)?(?:なし|無し|ナシ|ない|なく|無く|無い|なかった|ぬき|抜き|抜いて|いらない|要らない|不要|やめて|消して|けして|以外|禁止|ダメ|だめ)(?:で|に|の)?/u;

const japaneseLess =
  /^(?:を|は|も|の(?:量|色|感じ)(?:を|は)?)?(?:減らして|へらして|少なく|少なめ|すくなく|控えめに|控えて|抑えて|抑えめ|弱めて|弱く|下げて|さげて)/u;

const particles =
  /のような|みたいな|みたいに|のように|っぽい|っぽく|っぽさ|感じ|雰囲気|背景|ください|下さい|お願いします|お願い|してほしい|欲しい|したい|にして|にする|変えて|かえて|描いて|塗って|加えて|足して|いれて|入れて|増やして|上げて|表示|風に|風の|風|調の|調|色の|色で|色に|色|系の|系|絵に|絵の|絵|画像|映像|写真|世界|場面|の中|人物|自分|私|僕|俺|顔|全体|です|ます|だ|で|に|を|の|は|が|と|な|も|へ|や|か|よ|ね|て|し|い|く|め|た|る|れ|さ|ん/gu;
