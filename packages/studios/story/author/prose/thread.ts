import type { Plan } from '../plan/plan.ts';
import { themeOf } from '../plan/theme.ts';
import { createRandom } from '../random.ts';
import { capital, singular } from './english.ts';
import type { WrittenScene } from './write.ts';

/** Sees to it that the story still speaks of what was wanted, feared or new in its middle and at its end. */
export function threadWish(plan: Plan, scenes: WrittenScene[]): void {
  const hero = plan.cast['h']?.character;
  const key = keyOf(plan);
  const last = scenes.at(-1);
  // A plot of its own speaks of it already.
  if (!hero || !key || !last || scenes.length < 3 || plan.shape.id.startsWith('plot-')) return;
  const name = hero.name ?? hero.kind;
  const own = (text: string) =>
    text
      .replace(/\b(?:his|her|their|its|my)\b/g, hero.pronoun === 'she' ? 'her' : 'his')
      .replace(/\beach other\b/, 'the other');
  const small = plan.band === '2-3';
  const random = createRandom(plan.seed).fork('thread');
  const goal = own(plan.wish.goal?.phrase ?? '');
  const dread = own(plan.wish.afraidOf ?? '');
  const says = (text: string) => key.test(text);
  const middle = scenes.slice(1, -1);
  if (!middle.some((scene) => says(scene.text))) {
    const line =
      key.kind === 'want'
        ? small
          ? `To ${goal}! ${name} thinks of it, still.`
          : random.pick([
              `It was hard, to ${goal}; but ${name} did not want to do anything else.`,
              `“All I want,” said ${name}, “is to ${own(goal).replace(/\b(?:his|her)\b/g, 'my')}.”`,
              `To ${goal}: ${name} said it once more, so as not to lose heart.`,
            ])
        : key.kind === 'fear'
          ? small
            ? `${name} thinks of ${dread}.`
            : `And all the time ${name} thought of ${dread}.`
          : `${name} looked at the baby. The baby looked at ${name}.`;
    const scene = middle[0];
    if (scene && line) scene.text += `\n\n${line}`;
  }
  if (!scenes.slice(-2).some((scene) => says(scene.text))) {
    const line =
      key.kind === 'want'
        ? small
          ? `To ${goal}! ${name} did it.`
          : random.pick([
              `To ${goal}! It had been such a long way off, this morning, and now it was ${name}'s.`,
              `There were no words for what it is like to ${goal}, and so ${name} only smiled.`,
              `${capital(name)} knew now what it is like, to ${goal}.`,
            ])
        : key.kind === 'fear'
          ? small
            ? `Good night, ${dread}, says ${name}.`
            : `${name} thought of ${dread} once more, and it was all right.`
          : random.pick([
              `The baby was asleep already, with one fist shut, as if ${name} were still in it.`,
              `“Good night, baby,” said ${name}, into the ear that was uppermost.`,
            ]);
    const paragraphs = last.text.split('\n\n');
    if (line) paragraphs.splice(Math.max(0, paragraphs.length - 2), 0, line);
    last.text = paragraphs.join('\n\n');
  }
}

function keyOf(plan: Plan): { kind: 'want' | 'fear' | 'baby'; test(text: string): boolean } | null {
  const { wish } = plan;
  const theme = themeOf(wish);
  if (theme === 'sibling') return { kind: 'baby', test: (text) => /\b(?:baby|brother|sister)/i.test(text) };
  if (theme === 'fear' && wish.afraidOf) return { kind: 'fear', test: stems(wish.afraidOf) };
  if (
    !theme &&
    wish.goal &&
    !wish.aim &&
    /\b(?:wants?|wish(?:es)?|would like|longs?|hopes?|dreams?|learns?)\b/i.test(wish.text)
  )
    return { kind: 'want', test: stems(wish.goal.phrase) };
  return null;
}

/** Whether a text has a word of the phrase, in any of its forms. */
function stems(phrase: string): (text: string) => boolean {
  const words = (phrase.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter(
    (word) =>
      !/^(?:the|and|his|her|its|their|all|see|find|have|make|learn|get|with|become|who|some|under|for|from|very|being|own)$/.test(
        word,
      ),
  );
  const last = words.at(-1) ?? phrase;
  const stem = last === 'swim' || last === 'swimming' ? 'sw[iau]m' : singular(last).replace(/(?:ing|ed|es|e|y|s)$/, '');
  const forms = last === 'fly' ? 'fl(?:y|ies|ew|own|ight)' : last === 'mice' ? 'mice|mouse' : stem;
  const pattern = new RegExp(`\\b(?:${forms}|${last.replace(/[^a-z]/g, '')})`, 'i');
  return (text) => pattern.test(text);
}
