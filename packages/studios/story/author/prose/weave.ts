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
  bringReceiver(plan, scenes);
  bringThird(plan, scenes);
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

/** Who a present is for is in the picture where it is given. */
function bringReceiver(plan: Plan, scenes: WrittenScene[]): void {
  const receiver = plan.cast['r'];
  const given = scenes.find((scene) => scene.beats.includes('result'));
  if (receiver && given?.text.includes(receiver.noun)) given.present.add('r');
}

/** The third of three heroes has no part in the plots for two, so it is given a line in each scene. */
function bringThird(plan: Plan, scenes: WrittenScene[]): void {
  const third = plan.cast['g']?.character;
  if (!third?.name) return;
  const { name, entrance } = third;
  const random = createRandom(plan.seed).fork('third');
  const pick = (small: string[], older: string[]) => random.shuffle(plan.band === '2-3' ? small : older);
  const first = pick(
    [`And here is ${entrance}! ${name} comes, too.`, `Who is that? ${capital(entrance)}! They are three.`],
    [
      `Where there were two of them there was a third, and that was ${entrance}.`,
      `${capital(entrance)} came, too. Nobody had asked; it was simply how they were.`,
      `And then there was ${entrance}, who carried the bag.`,
    ],
  );
  const between = pick(
    [
      `${name} has a go. Oops. ${name} sits down.`,
      `“Me, too!” says ${name}.`,
      `${name} has the bun. It is a small bun now.`,
      `${name} holds on to them both.`,
    ],
    [
      `“I could have told you that,” said ${name}, who could not.`,
      `${name} counted them, to see if they were still three. They were.`,
      `${name} had minded the bag all this time, and had looked in it only twice.`,
      `“Is it my turn?” asked ${name}. It was. It went just the same, but with more noise.`,
      `${name} said nothing, and broke the last bun into three.`,
      `“Two can get it wrong,” said ${name}, “but three can sit on it.” So they all sat down.`,
    ],
  );
  const last = pick(
    [`${name} sleeps at the end of the bed.`, `${name} is asleep. ${name} was first.`],
    [
      `${name} had been asleep since the soup, with one foot in a boot.`,
      `On the mat lay ${name}, already fast asleep, and took up the whole of it.`,
    ],
  );
  for (const [i, scene] of scenes.entries()) {
    const line = i === 0 ? first[0] : i === scenes.length - 1 ? last[0] : between[(i - 1) % between.length];
    const paragraphs = scene.text.split('\n\n');
    if (i === scenes.length - 1) paragraphs.splice(-1, 0, line ?? '');
    else paragraphs.push(line ?? '');
    scene.text = paragraphs.join('\n\n');
    scene.present.add('g');
  }
}
