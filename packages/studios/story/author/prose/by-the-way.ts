import { byTheWay } from '../lexicon/by-the-way.ts';
import { bandLimits, measure, wordsOf } from '../level.ts';
import type { Plan } from '../plan/plan.ts';
import { createRandom } from '../random.ts';
import type { WrittenScene } from './write.ts';

/**
 * Gives a story something small beside its plot, seen in the first scene and answered near the end, where both scenes
 * have room for it. The youngest would lose the thread, and long stories have enough going on.
 */
export function tellByTheWay(plan: Plan, scenes: WrittenScene[]): void {
  const first = scenes[0];
  const late = scenes[scenes.length - 1];
  if (plan.band === '2-3' || !first || !late || first === late || scenes.length > 6) return;
  const told = scenes
    .map((scene) => scene.text)
    .join(' ')
    .toLowerCase();
  const words = new Set([...wordsOf(told), ...Object.values(plan.cast).map((part) => part.noun)]);
  const isTaken = (text: string) => Object.values(plan.cast).some((part) => text.toLowerCase().includes(part.noun));
  const able = byTheWay.filter(
    ({ who, first: seen, later }) =>
      !(who && words.has(who)) && !isTaken(`${seen} ${later}`) && !plan.avoid?.test(`${seen} ${later}`),
  );
  if (!able.length) return;
  const { first: seen, later } = createRandom(plan.seed).fork('by-the-way').pick(able);
  const limit = bandLimits[plan.band].scene[1];
  const room = (scene: WrittenScene, text: string) => wordsOf(`${scene.text} ${text}`).length <= limit;
  const paragraphs = late.text.split('\n\n');
  if (!room(first, seen) || !room(late, later) || paragraphs.length < 3) return;
  const [low, high] = bandLimits[plan.band].grade;
  const after = measure(`${scenes.map((scene) => scene.text).join('\n\n')} ${seen} ${later}`);
  if (after.grade < low || after.grade > high || after.meanSentence > bandLimits[plan.band].mean[1]) return;
  const opening = first.text.split('\n\n');
  opening[0] = `${opening[0]} ${seen}`;
  first.text = opening.join('\n\n');
  paragraphs.splice(1, 0, later);
  late.text = paragraphs.join('\n\n');
}
