import { bandLimits, measure, sentencesOf, wordsOf, type Band } from '../level.ts';

/** What a passage is judged by. */
export type Ear = { band: Band; target: number; before: Set<string>; avoid: RegExp | null; hero: string };

const filler =
  /\b(?:suddenly|very very|magical|sparkling|twinkling|heart swelled|couldn't believe|realised|learned that|from that day on|little did|gentle breeze|true friendship|once upon a time)\b/i;

/** Rates a passage by ear: the higher the better. */
export function rate(text: string, ear: Ear): number {
  const limits = bandLimits[ear.band];
  const level = measure(text);
  let score = 0;
  if (text.includes('∅') || /[{}[\]<>]/.test(text)) score -= 1000;
  if (ear.avoid?.test(text)) score -= 500;
  if (filler.test(text)) score -= 40;
  if (!text.includes(ear.hero)) score -= 60;
  score -= Math.abs(level.words - ear.target) * 0.35;
  score -= Math.max(0, level.words - limits.scene[1]) * 2 + Math.max(0, limits.scene[0] - level.words) * 3;
  const middle = (limits.mean[0] + limits.mean[1]) / 2;
  score -= Math.abs(level.meanSentence - middle) * 4;
  if (level.meanSentence < limits.mean[0] || level.meanSentence > limits.mean[1]) score -= 10;
  score -= Math.max(0, level.meanSentence - limits.mean[1] + 0.4) * 14;
  if (level.longestSentence > limits.longest) score -= 25 + level.longestSentence - limits.longest;
  const goodGrade = (limits.grade[0] + limits.grade[1]) / 2;
  if (ear.band !== '2-3') score -= Math.max(0, Math.abs(level.grade - goodGrade) - 0.9) * 9;
  score += Math.min(1, level.deviation / Math.max(1, level.meanSentence) / 0.45) * 4;
  score -= openings(sentencesOf(text));
  score -= repeats(text, ear.before);
  return score;
}

/** Three sentences in a row that begin alike. */
function openings(sentences: string[]): number {
  let cost = 0;
  const first = sentences.map((sentence) => wordsOf(sentence)[0]?.toLowerCase() ?? '');
  for (let i = 2; i < first.length; i++) if (first[i] === first[i - 1] && first[i] === first[i - 2]) cost += 4;
  return cost;
}

/** Four-word sequences told twice in a story. */
function repeats(text: string, before: Set<string>): number {
  const own = new Set<string>();
  let cost = 0;
  const words = wordsOf(text.toLowerCase());
  for (let i = 0; i + 4 <= words.length; i++) {
    const sequence = words.slice(i, i + 4).join(' ');
    if (before.has(sequence) || own.has(sequence)) cost += 2;
    own.add(sequence);
  }
  return cost;
}
