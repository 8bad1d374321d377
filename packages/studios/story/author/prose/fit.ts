import { bandLimits, wordsOf } from '../level.ts';
import type { Plan } from '../plan/plan.ts';
import { wishWords } from './checks.ts';
import type { WrittenScene } from './write.ts';

/**
 * Takes asides out of scenes that have grown longer than their band allows, the shortest that helps first. First and
 * last paragraphs stay, and so does speech and whatever has a word of the wish in it.
 */
export function fitScenes(plan: Plan, scenes: WrittenScene[]): void {
  const limit = bandLimits[plan.band].scene[1];
  const kept = [
    ...wishWords(plan),
    ...(plan.wish.goal?.phrase.split(' ') ?? []),
    ...(plan.wish.afraidOf?.split(' ') ?? []),
    'baby',
  ]
    .map((word) => word.toLowerCase().slice(0, 5))
    .filter((word) => word.length > 2);
  for (const scene of scenes) {
    for (let round = 0; round < 4; round++) {
      const over = wordsOf(scene.text).length - limit;
      if (over <= 0) break;
      const paragraphs = scene.text.split('\n\n');
      const asides = paragraphs
        .map((text, i) => ({ text, i, words: wordsOf(text).length }))
        .filter(
          ({ text, i }) =>
            i > 0 &&
            i < paragraphs.length - 1 &&
            !/[“”]/.test(text) &&
            !kept.some((word) => text.toLowerCase().includes(word)),
        )
        .sort((a, b) => a.words - b.words);
      const aside = asides.find(({ words }) => words >= over) ?? asides.at(-1);
      if (!aside) break;
      paragraphs.splice(aside.i, 1);
      scene.text = paragraphs.join('\n\n');
    }
  }
}
