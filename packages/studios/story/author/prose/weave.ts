import type { Plan } from '../plan/plan.ts';
import { createRandom } from '../random.ts';
import { capital, withArticle } from './english.ts';
import { missingWords } from './checks.ts';
import { sentencesOf } from '../level.ts';
import type { WrittenScene } from './write.ts';

/** Puts words of the wish that the story did not need into its first scene, each with a reason to be there. */
export function weaveWish(plan: Plan, scenes: WrittenScene[]): void {
  const first = scenes[0];
  const hero = plan.cast['h']?.character;
  if (!first || !hero) return;
  const missing = missingWords(scenes.map((scene) => scene.text).join('\n'), plan);
  if (!missing.length) return;
  const { wish } = plan;
  const { name, entrance } = hero;
  if (name && missing.some((word) => wish.heroes[0]?.noun.includes(word))) {
    first.text = first.text.replace(
      new RegExp(`(^|[.!?]\\s+|\\s)${name}\\b(?!'s)`),
      (_match, before: string) => before + (/^$|[.!?]/.test(before) ? capital(entrance) : entrance),
    );
  }
  const small = plan.band === '2-3';
  const he = small ? (hero.name ?? hero.kind) : hero.pronoun;
  const own = hero.pronoun === 'she' ? 'her' : 'his';
  const mine = (text: string) => text.replace(/\b(?:his|her|their|its|my)\b/g, own);
  const hit = (phrase?: string) =>
    phrase !== undefined && missing.some((word) => phrase.toLowerCase().includes(word.toLowerCase()));
  const lines: string[] = [];
  if (wish.state && hit(wish.state.present))
    lines.push(small ? `${he} ${mine(wish.state.present)}.` : `${he} ${mine(wish.state.past)}.`);
  const said = () => lines.join(' ').toLowerCase();
  if (hit(wish.afraidOf) && !said().includes((wish.afraidOf ?? '').slice(0, 8).toLowerCase()))
    lines.push(
      small
        ? `${he} does not like ${mine(wish.afraidOf ?? '')}.`
        : `${he} was a little afraid of ${mine(wish.afraidOf ?? '')}, too.`,
    );
  if (hit(wish.goal?.phrase) && !said().includes((wish.goal?.phrase ?? '').slice(0, 8).toLowerCase()))
    lines.push(
      small
        ? `${he} wants to ${mine(wish.goal?.phrase ?? '')}.`
        : `There was one thing that ${he} wanted: to ${mine(wish.goal?.phrase ?? '')}.`,
    );
  if (hit(wish.cannot) && !said().includes((wish.cannot ?? '').slice(0, 8).toLowerCase()))
    lines.push(
      small
        ? `${he} can not ${mine(wish.cannot ?? '')}. Not yet.`
        : `And ${he} could not ${mine(wish.cannot ?? '')}; but that is by the way.`,
    );
  if (hit(wish.lost) && !said().includes((wish.lost ?? '').slice(0, 8).toLowerCase()))
    lines.push(
      small ? `${he} has lost a ${wish.lost}.` : `${own} ${wish.lost} was gone as well, and had been for days.`,
    );
  const placed = lines.join(' ').toLowerCase();
  const random = createRandom(plan.seed).fork('weave');
  for (const word of missing) {
    if (placed.includes(word.toLowerCase().slice(0, 4)) || wish.heroes.some((entry) => entry.noun.includes(word)))
      continue;
    const thing = word.toLowerCase();
    lines.push(
      small
        ? `${he} thinks of ${thing}.`
        : random.pick([
            `There was something else, and it had to do with ${thing}.`,
            `Of ${thing}, more later; ${he} thought of it a good deal.`,
            `If anyone said “${thing}”, ${he} looked up.`,
            `It was all because of the ${thing}, or mostly.`,
          ]),
    );
  }
  const second = wish.heroes[1];
  if (second && missing.includes(second.noun))
    lines.push(small ? `${capital(second.noun)} comes, too.` : `${capital(withArticle(second.noun))} lived next door.`);
  if (!lines.length) return;
  const addition = lines.slice(0, 2).map(capital).join(' ');
  const paragraphs = first.text.split('\n\n');
  const at = paragraphs.findIndex((paragraph) => paragraph.includes(hero.name ?? hero.kind));
  const target = Math.max(0, at);
  const sentences = sentencesOf(paragraphs[target] ?? '');
  const after = sentences.find((sentence) => sentence.includes(hero.name ?? hero.kind) && !/[“”]/.test(sentence));
  const paragraph = paragraphs[target] ?? '';
  paragraphs[target] = after ? paragraph.replace(after, () => `${after} ${addition}`) : `${paragraph} ${addition}`;
  first.text = paragraphs.join('\n\n');
}
