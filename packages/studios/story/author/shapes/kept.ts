import { themeOf } from '../plan/theme.ts';
import type { Binding, Shape } from '../plan/shape.ts';
import type { Slot } from '../prose/telling.ts';

/** What two can look after: how it is found, what it needs, and what it turns into. */
const things: { is: RegExp; needs: string; small: string; wrong: string; hint: string; end: string; bed: string }[] = [
  {
    is: /egg/,
    needs: 'It had to be kept warm, all round, and never once put down',
    small: 'It must be warm.',
    wrong: 'They put it in a hat. They put it in two hats. It was warm on top and cold beneath.',
    hint: 'Something in the egg went tap.',
    end: 'There was a crack, no longer than a hair, and then a beak. Out of the egg came somebody wet. It looked first at [h], and then at [f], and said “Peep.”',
    bed: 'Between them, where the egg had been, there was a small warm heap of down. It said “peep” in its sleep.',
  },
  {
    is: /nest/,
    needs: 'It hung by one straw, and there was rain on the way',
    small: 'It is so thin.',
    wrong: 'They tied the nest up with string. It hung by one straw and a bow.',
    hint: 'From the nest came a very small sound.',
    end: 'The nest held. When the wind came it rocked, and no more than that. And down flew the one whose nest it was, and got in, and looked out over the edge at [h] and [f].',
    bed: 'Out there the nest swung a little, with somebody in it. It would be all right.',
  },
  {
    is: /boat|raft|ship/,
    needs: 'It had a hole in it, just where one sits',
    small: 'It has a hole.',
    wrong: 'They stopped the hole with bread. The ducks came from all over.',
    hint: 'The boat gave a tug at its rope.',
    end: 'So the boat went out over the water, with [h] on the one side and [f] on the other. Nothing came in but a bit of sunset.',
    bed: 'The boat lay tied to its post, and knocked against it, softly: two, and two, and two.',
  },
];

const anything = {
  needs: 'It had to be minded, and carried, and never once left alone',
  small: 'It must not fall.',
  wrong: 'They took it by two ends. One of them went to the left, and the other did not.',
  hint: 'It lay there, and had never looked so good.',
  end: 'There it was, the {x.it}, just as it ought to be, with [h] on one side of it and [f] on the other.',
  bed: 'The {x.it} stood where both of them could see it.',
};

function bindKept({ wish }: Binding): Slot {
  const it = wish.kept ?? 'egg';
  const { needs, small, wrong, hint, end, bed } = things.find(({ is }) => is.test(it)) ?? anything;
  return { it, needs, small, wrong, hint, end, bed };
}

/** Two look after one thing, each in a way of their own, and it needs the both of them. */
export const kept: Shape = {
  id: 'kept',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'kept' ? 20 : 0),
  bind: bindKept,
  tell: {
    home: [
      '[h] and [f] found it on the same morning, from two sides: the {x.it}. “I saw it first,” said [h]. “I saw it longer,” said [f]. {x.needs}.',
      "There were two of them, [h] and [f], and there was one {x.it}. It lay {place.at}, and it was nobody's. {x.needs}.",
      '“What do you do with a thing like that?” asked [h]. Before them lay the {x.it}. “You mind it,” said [f]. They had never minded anything before. {x.needs}.',
    ],
    call: [
      'So they took turns. [h] was to have the {x.it} in the mornings, and [f] in the afternoons, and nobody had thought of noon.',
      '[h] knew how one does it. [f] knew, too, but otherwise. They wrote it all down, in two lists, and put the {x.it} between them.',
      '“I shall do it,” said [h]. “You may help.” And [f] said just the same, at the same time. The {x.it} said nothing.',
    ],
    try1: [
      '{x.wrong}\n\n? “That was your idea,” said [f]. “It was only half mine,” said [h].',
      'First it was done as [h] wanted. {x.wrong}',
      'First it was done as [f] wanted. {x.wrong}',
    ],
    try2: [
      '{adviser}\n\nThey looked at the {x.it}, and were no wiser.',
      'Then [h] sang to the {x.it}, and [f] read to it, and neither would be the first to stop.',
      'At noon each of them thought that it was the turn of the other. They were both halfway home before they ran, and bumped heads over the {x.it}.',
    ],
    try3: ['{sense}', '{adviser}'],
    try4: ['{adviser}', '{sense}'],
    low: [
      '{dusk} [h] was so tired, and [f] was so cold. They sat on two sides with their backs turned. {x.hint} Neither of them heard it alone; it took an ear on each side.',
      '{dusk} “Perhaps we are no good at it,” said [f]. “You are good at it,” said [h]. It had not been said before. {x.hint}',
    ],
    turn: [
      '[h] got up and sat down on the other side, by [f]. “Your list,” said [h]. “And yours,” said [f]. They did both of them at once, all the way down, close together round the {x.it}.',
      '“Move over,” said [h], and [f] did. One held, and one watched, and then they changed without a word. It was what the {x.it} had needed: not the one or the other, but no gap.',
    ],
    result: [
      '{x.end}',
      'They had nearly stopped waiting. {x.end}',
      '{x.end}\n\n? It was quiet for as long as a breath.',
    ],
    reward: [
      '“We did that,” said [f]. “We did,” said [h]. They tore up the lists, and it was a soft sort of snow.',
      '“Whose is it now?” asked [f]. [h] looked. You could not have said where the one half stopped.',
      'They told everybody how it had been. They told it in two halves, and the {x.it} was in both.',
    ],
    rest: [
      '{bedLine} {comfort} Close by lay [f]. ¶ {x.bed} ¶ {ending}',
      '{comfort} ¶ {x.bed} ¶ {bedLine} “It is your turn to sleep first,” said [f]. ¶ {ending}',
      '{bedLine} {comfort} ¶ {x.bed} “Good night,” said [f] across it. ¶ {ending}',
    ],
  },
  titles: [
    '{name}, {friend} and the {x.it.title}',
    '{name}, {friend} and One {x.it.title}',
    '{name} and {friend} Take Turns',
  ],
};

/** The same for the youngest. */
export const keptSmall: Shape = {
  id: 'kept-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'kept' ? 20 : 0),
  bind: bindKept,
  tell: {
    home: [
      'Here is [h]. Here is [f]. And look! Here is the {x.it}. {x.small}',
      '[h] sees it. [f] sees it. What is it? It is the {x.it}! {x.small}',
    ],
    call: [
      '“Mine,” says [h]. “Mine,” says [f]. The {x.it} says nothing.',
      '“I will mind it,” says [h]. “I will mind it,” says [f]. Who will?',
    ],
    try1: ['[h] takes the {x.it}. Oh! That is too hard.', '[h] pulls. [f] pulls. Stop! Not like that. Poor {x.it}.'],
    try2: ['[f] takes the {x.it}. Oh! That is too hard, too.', '[h] sings to it. [f] hums to it. It is no good.'],
    try3: ['They eat a bun. They do not talk.'],
    try4: ['Here is the rain. Pit, pat. On [h], and on [f].'],
    low: [
      '[h] sits here. [f] sits there. In the middle is the {x.it}. It is so small.',
      'It gets late. It gets cold. Who minds the {x.it} now?',
    ],
    turn: [
      '“Come here,” says [h]. [f] comes. They sit side by side, and the {x.it} is just in between.',
      'One hand from [h]. One hand from [f]. Now they have it. Hold on!',
    ],
    result: [
      'Now it is right. Now it is warm. [h] did it, and [f] did it. Oh, look at the {x.it}!',
      'One, two, there! The {x.it} is good now. “We did it,” says [f].',
    ],
    reward: ['“Mine?” says [f]. “Ours,” says [h].', '[h] laughs. [f] laughs. They have one plum. It is ours, too.'],
    rest: [
      '{comfortSmall} Good night, {x.it}. [f] yawns. [h] yawns.\n\nShh. [h] sleeps, and [f] sleeps.',
      '[h] lies here. [f] lies there. {comfortSmall} In the middle is the {x.it}.\n\nNight-night, [f.n]. Night-night, [h.n].',
    ],
  },
  titles: ['{name}, {friend} and the {x.it.title}', 'Ours, Says {name}'],
};
