import type { Bilingual, Span } from '../lesson/plan.ts';
import type { Sentence } from '../transcript/index.ts';
import { contentWords } from './content-words.ts';
import { isKept } from './cut-time.ts';
import { fillerHead } from './fillers.ts';
import type { PlanSource } from './inputs.ts';
import { nameIn } from './names.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import { compare, itemWorth, teachingsOf } from './worth.ts';
import type { Teaching } from './worth.ts';

/**
 * Titles of chapters, from what is really said in them: the items taught there for the first time, else the words that come more often
 * than elsewhere, else how the chapter begins. No two are the same.
 */
export function chapterTitles(
  source: PlanSource,
  { keeps, bounds }: { keeps: readonly Span[]; bounds: readonly number[] },
): Bilingual[] {
  const sentences = source.transcript.sentences.filter(({ start }) => isKept(keeps, start));
  const chapterOf = (time: number) =>
    Math.max(
      0,
      bounds.findLastIndex((start) => time >= start - 0.3),
    );
  const said = bounds.map((): Sentence[] => []);
  for (const sentence of sentences) said[chapterOf(sentence.start)]!.push(sentence);
  const topics = topicWords(said);
  const taught = itemsOf(
    teachingsOf(source).filter(({ start }) => isKept(keeps, start)),
    { count: bounds.length, chapterOf },
  );
  const taken = new Set<string>();
  const used = new Set<string>();
  return bounds.map((_, at) => {
    const best = unlikeEachOther(taught[at]!.filter(({ id }) => !used.has(id))).slice(0, 2);
    for (const { id } of best) used.add(id);
    const title = best.length > 0 ? itemTitle(best, topics[at]![0]) : (wordTitle(topics[at]!) ?? firstWords(said[at]!));
    return unlike(title, taken, at);
  });
}

/** Per chapter, what is taught there, the more often it is said and the more it is worth, the earlier. */
function itemsOf(
  teachings: readonly Teaching[],
  { count, chapterOf }: { count: number; chapterOf: (time: number) => number },
): VocabularyItem[][] {
  const chapters = Array.from({ length: count }, () => new Map<VocabularyItem, number>());
  for (const { item, start } of teachings) {
    const said = chapters[chapterOf(start)]!;
    said.set(item, (said.get(item) ?? 0) + 1);
  }
  return chapters.map((said) =>
    Array.from(said, ([item, times]) => ({
      item,
      score: itemWorth(item) * times ** 0.8 * (item.kind === 'grammar' ? 0.5 : 1),
    }))
      .filter(({ score }) => score >= 0.25)
      .toSorted((a, b) => b.score - a.score || compare(a.item.id, b.item.id))
      .map(({ item }) => item),
  );
}

/** 草 beside それは草 says nothing new. */
function unlikeEachOther(items: readonly VocabularyItem[]): VocabularyItem[] {
  return items.filter(
    ({ form }, at) => !items.slice(0, at).some((other) => other.form.includes(form) || form.includes(other.form)),
  );
}

function itemTitle(items: Parameters<typeof nameIn>[0][], topic: string | undefined): Bilingual {
  const ja = items.map((item) => nameIn(item, 'ja')).join('と');
  const [first, second] = items.map((item) => nameIn(item, 'en'));
  const en = second === undefined ? first! : `${first} and ${second}`;
  // One item alone says little of what the chapter is about.
  if (items.length > 1 || topic === undefined || ja.includes(topic)) return { ja, en };
  return { ja: `${topic}の話と${ja}`, en: `${quoted(topic)} and ${en}` };
}

function wordTitle(words: readonly string[]): Bilingual | null {
  const [first, second] = words;
  if (first === undefined) return null;
  return second === undefined
    ? { ja: `${first}の話`, en: `About ${quoted(first)}` }
    : { ja: `${first}と${second}の話`, en: `About ${quoted(first)} and ${quoted(second)}` };
}

function firstWords(sentences: readonly Sentence[]): Bilingual {
  const text = sentences
    .map((sentence) => sentence.text.slice(fillerHead(sentence.text)).trim())
    .find((each) => each.length > 2);
  if (text === undefined) return { ja: '続き', en: 'Continued' };
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
  const most = isJapanese ? 22 : 44;
  const short = text.length <= most ? text.replace(/[。.、,]+$/u, '') : `${cutAt(text, most)}…`;
  return { ja: `「${short}」`, en: `“${short}”` };
}

function cutAt(text: string, most: number): string {
  const head = text.slice(0, most);
  const space = head.lastIndexOf(' ');
  const bare = space > most / 2 ? head.slice(0, space) : head;
  return bare.replace(/[\uD800-\uDBFF]$/u, '').replace(/[、。,.\s]+$/u, '');
}

function quoted(word: string): string {
  return /[A-Za-z]/.test(word) ? word : `“${word}”`;
}

/** Per chapter, words said there at least twice and more than elsewhere (tf–idf), of two characters at least. */
function topicWords(chapters: readonly (readonly Sentence[])[]): string[][] {
  const counts = chapters.map((sentences) => {
    const counted = new Map<string, { count: number; shown: string }>();
    for (const { text } of sentences) {
      for (const word of contentWords(text)) {
        const known = counted.get(word);
        if (known) known.count++;
        else counted.set(word, { count: 1, shown: shownForm(word, text) });
      }
    }
    return counted;
  });
  return counts.map((counted) =>
    Array.from(counted, ([word, { count, shown }]) => {
      const chaptersWith = counts.filter((other) => other.has(word)).length;
      return { word, shown, count, score: count * Math.log((1 + counts.length) / chaptersWith) };
    })
      .filter(({ word, count, score }) => count >= 2 && score > 0.5 && isTelling(word))
      .toSorted((a, b) => b.score - a.score || b.count - a.count || compare(a.word, b.word))
      .slice(0, 2)
      .map(({ shown }) => shown),
  );
}

/** As it stands in the text: stems of English words are none. */
function shownForm(word: string, text: string): string {
  if (!/^[a-z]/.test(word)) return word;
  return new RegExp(String.raw`\b${word.replaceAll("'", "['’]")}[a-z'’]*`, 'i').exec(text)?.[0] ?? word;
}

/** A single kanji may be a piece of a verb; two are a word. */
function isTelling(word: string): boolean {
  return /^[a-z]/.test(word) ? word.length >= 4 : word.length >= (/^[ァ-ヴー]/.test(word) ? 3 : 2);
}

function unlike(title: Bilingual, taken: Set<string>, at: number): Bilingual {
  const isTaken = taken.has(title.ja) || taken.has(title.en);
  const own = isTaken ? { ja: `${title.ja}（${at + 1}）`, en: `${title.en} (${at + 1})` } : title;
  taken.add(own.ja);
  taken.add(own.en);
  return { ja: own.ja.slice(0, 100), en: own.en.slice(0, 100) };
}
