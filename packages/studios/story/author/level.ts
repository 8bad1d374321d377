import { syllable } from 'syllable';

/** Reading bands of the house. */
export type Band = '2-3' | '4-5' | '6-7' | '8-10';

/** What a text must keep to in a band. Words a scene, words a sentence, Flesch-Kincaid grade. */
export type BandLimits = {
  scene: [number, number];
  mean: [number, number];
  longest: number;
  grade: [number, number];
};

/** Limits by band; under four the grade says nothing and isn't held. */
export const bandLimits: Record<Band, BandLimits> = {
  '2-3': { scene: [15, 50], mean: [3, 6.5], longest: 20, grade: [-5, 3] },
  '4-5': { scene: [50, 100], mean: [6, 8.5], longest: 22, grade: [0, 2.5] },
  '6-7': { scene: [65, 120], mean: [7.5, 10.5], longest: 28, grade: [1, 3.5] },
  '8-10': { scene: [80, 210], mean: [9, 13], longest: 35, grade: [2.5, 5.5] },
};

/** Figures of a text. Lengths in words; `grade` is the Flesch-Kincaid grade level. */
export type Level = {
  words: number;
  sentences: number;
  meanSentence: number;
  deviation: number;
  longestSentence: number;
  grade: number;
};

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordPattern = /[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*/g;
const syllables = new Map<string, number>();

/** The band of an age from 2 to 10 years. */
export function bandOf(age: number): Band {
  return age <= 3 ? '2-3' : age <= 5 ? '4-5' : age <= 7 ? '6-7' : '8-10';
}

/** The words of a text, as they stand. */
export function wordsOf(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** The sentences of a text; a speech and its lower-case tag are one. */
export function sentencesOf(text: string): string[] {
  return text.split(/\n+/).flatMap(sentencesOfParagraph);
}

const cut = new Map<string, string[]>();

function sentencesOfParagraph(paragraph: string): string[] {
  const known = cut.get(paragraph);
  if (known) return known;
  const result: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(paragraph)) {
    if (open && /^[^\p{L}]*\p{Ll}/u.test(segment)) open += segment;
    else {
      if (open.trim()) result.push(open.trim());
      open = segment;
    }
  }
  if (open.trim()) result.push(open.trim());
  const sentences = result.filter((sentence) => /\p{L}/u.test(sentence));
  if (cut.size > 4000) cut.clear();
  cut.set(paragraph, sentences);
  return sentences;
}

/**
 * Measures a text. Grade = 0.39 · words/sentences + 11.8 · syllables/words − 15.59 (Kincaid et al., 1975).
 */
export function measure(text: string): Level {
  const sentences = sentencesOf(text);
  const lengths = sentences.map((sentence) => wordsOf(sentence).length).filter((length) => length > 0);
  const words = wordsOf(text);
  const total = Math.max(1, words.length);
  const count = Math.max(1, lengths.length);
  const mean = total / count;
  const sounds = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / count;
  return {
    words: words.length,
    sentences: lengths.length,
    meanSentence: round(mean),
    deviation: round(Math.sqrt(variance)),
    longestSentence: Math.max(0, ...lengths),
    grade: round(0.39 * mean + 11.8 * (sounds / total) - 15.59),
  };
}

function syllablesOf(word: string): number {
  const key = word.toLowerCase();
  let count = syllables.get(key);
  if (count === undefined) {
    count = Math.max(1, syllable(key));
    syllables.set(key, count);
  }
  return count;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What misses the band of a text told in scenes, as short notes. */
export function levelMisses(scenes: string[], band: Band): string[] {
  const limits = bandLimits[band];
  const level = measure(scenes.join('\n\n'));
  const misses: string[] = [];
  if (level.meanSentence < limits.mean[0] || level.meanSentence > limits.mean[1])
    misses.push(`mean sentence ${level.meanSentence}`);
  if (level.longestSentence > limits.longest) misses.push(`longest sentence ${level.longestSentence}`);
  if (band !== '2-3' && (level.grade < limits.grade[0] || level.grade > limits.grade[1]))
    misses.push(`grade ${level.grade}`);
  for (const [i, scene] of scenes.entries()) {
    const { words } = measure(scene);
    if (words < limits.scene[0] || words > limits.scene[1]) misses.push(`scene ${i + 1}: ${words} words`);
  }
  return misses;
}
