import { dreads, type Dread } from '../lexicon/dreads.ts';
import { closerDreads, moreOfDreads } from '../lexicon/dreads-more.ts';
import { themeOf } from '../plan/theme.ts';
import type { Binding, Shape } from '../plan/shape.ts';
import { gerund } from '../prose/english.ts';
import type { Slot } from '../prose/telling.ts';

const older: Shape['bands'] = ['4-5', '6-7', '8-10'];
const shy = (wish: Binding['wish']) => wish.traits.includes('shy');

const allDreads: readonly Dread[] = [
  ...closerDreads,
  ...dreads.map((dread) => {
    const more = moreOfDreads.find(([word]) => dreads.find(({ is }) => is.test(word)) === dread)?.[1];
    const both = (key: Exclude<keyof Dread, 'is'>) => [...dread[key], ...(more?.[key] ?? [])];
    return {
      is: dread.is,
      far: both('far'),
      call: both('call'),
      near: both('near'),
      turn: both('turn'),
      done: both('done'),
      after: both('after'),
    };
  }),
];

function bindFear({ wish, random }: Binding): Slot {
  const isDeed = /\b(?:afraid|scared|frightened|nervous) to [a-z]/i.test(wish.text);
  const named = wish.afraidOf ?? 'the dark';
  const fear = (isDeed ? gerund(named) : named).replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]');
  const y = /^(?:dark|darkness|sea|moon|sun|dentist|doctor|vacuum cleaner)$/.test(fear) ? `the ${fear}` : fear;
  const head = y.split(/ (?:in|on|under|at|of|behind|from)\b/)[0] ?? y;
  const isMany = /(?:[^su]s|people|children|mice|geese)$/.test(head) && !/^(?:the|an?|being) /.test(head);
  // What has been met once is spoken of as known.
  const known =
    isMany || /^(?:thunder|water|fire|lightning|rain)$/.test(head)
      ? /^(?:the|his|her) /.test(head)
        ? head
        : `the ${head}`
      : y;
  const dread = allDreads.find(({ is }) => is.test(fear.toLowerCase())) ?? allDreads.at(-1);
  const [far = '', far2 = ''] = random.shuffle(dread?.far ?? []);
  // What is asked, seen and done belong together.
  const one = random.pick((dread?.call ?? ['']).map((_line, i) => i));
  const at = (lines: readonly string[] = []) =>
    lines[one % Math.max(1, lines.length)]?.replace(/\{x\.y\}/g, '{x.k}').replace(/\{x\.Y\}/g, '{x.K}') ?? '';
  return {
    y,
    they: isMany ? 'they' : 'it',
    them: isMany ? 'them' : 'it',
    were: isMany ? 'were' : 'was',
    far,
    far2,
    k: known.replace(/^\[h\.sp\] (?:own )?/, isMany ? 'those ' : 'that '),
    mine: y.replaceAll('[h.sp]', 'my'),
    call: at(dread?.call),
    near: random.shuffle(dread?.near ?? []).slice(0, 1),
    turn: at(dread?.turn),
    done: at(dread?.done),
    after: random.shuffle(dread?.after ?? []).slice(0, 1),
    shy: shy(wish)
      ? random.pick([
          '[h.s] was so shy, besides, that [h.s] had never yet said hello to anyone without a hedge between them.',
          'And [h.s] was shy. By day [h.p] cheeks went hot as soon as anyone looked, and so that left only teatime.',
        ])
      : '',
    hello: shy(wish)
      ? random.pick([
          'Only now did [h] notice that [h.s] had been talking to [f] all this time, out loud, without a hedge. “Hello,” said [h], to make up for it.',
          '“You are not shy at all,” said [f]. [h] was. But there had been no time for it.',
        ])
      : '',
  };
}

/** The friend's trouble lies just where the fear is: what is feared is met, looked at and seen as it is. */
export const feared: Shape = {
  id: 'feared',
  bands: older,
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'fear' ? 20 : 0),
  bind: bindFear,
  tell: {
    home: [
      '[h] was afraid of {x.y}. {x.far}\n? {x.shy}\n? {x.far2}',
      'There was not much that [h] was afraid of. There was only {x.y}; but that took up most of the day. {x.shy}\n{x.far}',
      '“I am not afraid,” said [h], “of anything at all.” Then [h.s] looked round. “Apart from {x.mine},” [h.s] whispered. {x.shy}\n{x.far}',
      'Everyone {place.at} is afraid of something. {Crowd1} is afraid of geese, and {crowd2} is afraid of Mondays. With [h] it was {x.y}. {x.shy}\n{x.far}',
      'Ask [h] for anything you like, but not for anything to do with {x.y}. Of {x.y} [h] was afraid, from the ears down. {x.shy}\n{x.far}',
      '{x.far} For if there was one thing that [h] was afraid of, it was {x.y}. {x.shy}',
    ],
    call: [
      '{x.call}\n\n“And what about {x.k}?” said [h]. [f] had thought of that.',
      '{x.call}\n\nNobody had ever asked that of [h].',
      '{x.call} [h] thought of {x.k}, and sat down.',
      'It would have gone on so for ever, if it had not been for what came next. {x.call}',
    ],
    try1: [
      '{x.near}\n\n? “We can try later on,” said [f].',
      'They set out at once, before [h] could think. {x.near}',
      '[h] looked at [f], and breathed in, and went. {x.near} So much for that.',
      '“It cannot be so bad,” said [h]. But it was. {x.near}',
    ],
    try2: [
      '{adviser}\n\n? “Does that help against {x.k}?” asked [h]. It did not seem to.',
      'They looked for a way round. To the left of {x.k} there was a ditch. To the right there was more of {x.k}.',
      '[h] practised on {thing1}. It is easy not to be afraid of {thing1}. It was not {x.k}, that was the trouble.',
    ],
    try3: [
      '{adviser}',
      '[h] went and came back. [f] said that this time it had been two steps more. They wrote it down.',
    ],
    try4: ['{sense}', '{adviser}'],
    low: [
      '{dusk} “You need not come,” said [f]. “I shall go by myself.” And [f] went, with very small steps, straight towards {x.k}. [h] could not look. Then [h] did look.',
      '{dusk} Nobody scolded. [f] only sat there, and was so small. What was worse, thought [h]: {x.k}, or this? [h.s] thought it twice, to be sure.',
      '“Are you very much afraid of {x.k}?” asked [f]. “Yes,” said [h]. It was odd: when it had been said, it was a little less. {dusk}',
    ],
    turn: [
      '[h] got up. [h.p] knees were still afraid; but [h.s] took them along.\n\n{x.turn}',
      '“Wait,” called [h], “I am coming.” And there was {x.k}, quite close.\n\n{x.turn}',
      'So [h] went, one step for [f], and one step for the fear, so that it should not feel left out.\n\n{x.turn}',
    ],
    result: ['{x.done}', '{x.done}\n\n? {x.hello}', '{x.hello}\n\n{x.done}'],
    reward: [
      '“Are you still afraid of {x.k}?” asked [f]. [h] felt about for it. “A bit,” [h.s] said. “About as big as a pea.”\n\n? They had a bun on it.',
      'They took the long way home, since now there was no need to go round {x.k}.',
      'When {crowd1} asked where they had been, [h] said, “With {x.k},” as you might say, “With my aunt.”',
      '“You were there the whole time,” said [f]. “So {x.were} {x.k},” said [h], and had to laugh.',
      'On the way back [h] went in front. It was only when they got home that [h.s] noticed.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ {x.after} ¶ {ending}',
      '{comfort} {bedLine} ¶ {x.after} ¶ {ending}',
      '{x.after} ¶ {bedLine} {comfort} ¶ {ending}',
    ],
  },
  titles: [
    '{name} and {x.y.title}',
    'Quite Close to {x.y.title}',
    '{name}, {friend} and {x.y.title}',
    'What {name} Saw',
    'As Big as a Pea',
  ],
  stage: {
    call: { look: 'worried' },
    try1: { pose: 'crouch', look: 'worried' },
    turn: { pose: 'reach', look: 'determined' },
    result: { look: 'happy' },
  },
};

/** What is feared is come nearer to by one step a day. */
export const fearedSteps: Shape = {
  id: 'feared-steps',
  bands: older,
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'fear' ? 20 : 0),
  bind: bindFear,
  tell: {
    home: [
      'If {x.y} came up at breakfast, [h] stopped eating. That is how afraid [h.s] was. {x.shy}\n{x.far}',
      '[h] had measured it: a hundred steps off, {x.y} could be borne. At ninety-nine [h.s] was afraid. {x.shy}\n{x.far}',
      '“Tomorrow,” said [h] every evening, “I shall not be afraid of {x.mine}.” And then it was today again. {x.shy}\n{x.far}',
      'Most of [h] was brave. Only the knees were afraid, and it was {x.y} that they were afraid of. {x.shy}\n{x.far}',
      'This is the story of [h], and of {x.y}; and at the beginning the two of them are as far apart as can be. {x.far} {x.shy}',
    ],
    call: [
      '{x.call}\n\n“How many steps is it?” asked [h]. “Ten,” said [f]. “I can do one,” said [h].',
      '{x.call}\n\n“Not all at once,” said [h]. “But I could do the first bit.”',
      '{x.call} [h] took a piece of chalk, and drew a line, ten steps from {x.k}. “As far as this,” [h.s] said.',
    ],
    try1: [
      'Step one was nothing. Step two was nearly nothing. At step three there it was, {x.k}, no mistake. {x.near}',
      'They held hands, and went up to the chalk line, and put one toe across. {x.near}',
      '“One,” counted [f]. “Two.” {x.near} “That was a good two,” said [f].',
    ],
    try2: [
      'The next day they began at three. [h] was afraid at four, at five, and most of all at five and a half. But [h.s] was less afraid at three.',
      '{adviser}\n\n[h] moved the chalk line one step nearer to {x.k}. It was easily done, with the foot.',
    ],
    try3: ['They had lunch at step six. You can get used to a view of {x.k}, if there is pie.', '{adviser}'],
    try4: ['{sense} They had come to seven.', '{adviser}'],
    low: [
      '{dusk} There was a single step left. It was the same size as the others, and yet it was not. “We could leave it,” said [f], and looked the other way, so that [h] could choose.',
      'Now [h] stood so near to {x.k} that [h.s] could have touched it with a spoon. And there [h.s] stuck. {dusk} Behind [h.so] lay nine steps, and every one had been the hardest.',
      '{dusk} Then it rained, and in the morning the chalk was gone. “Now we do not know where to stop,” said [f]. [h] looked at {x.k}. “No,” said [h], slowly.',
    ],
    turn: [
      'So it was the tenth step, then. [h] took it.\n\n{x.turn}',
      '[f] held out a hand; and [h] took the last one with both feet at once, since it is over sooner.\n\n{x.turn}',
      '“Ten,” said [h], out loud, to have it behind [h.so].\n\n{x.turn}',
    ],
    result: ['{x.done}', '{x.done}\n\n? {x.hello}', '{x.hello}\n\n{x.done}'],
    reward: [
      'They walked back in ten steps. It had been a long way, going. “It is no distance at all,” said [h], “from here to {x.k}.”',
      '“And now?” said [f]. There was still some chalk left. So they drew a hopscotch, right up to {x.k}.',
      '[h] counted once more what [h.s] was afraid of. “Geese,” [h.s] said. “And {x.k}, but only a little, and only on the left.”',
      'That evening somebody asked who those two were, over there by {x.k}. It was [h] and [f], and they were telling jokes.',
    ],
    rest: [
      'From the door to the bed it was ten steps, too. {bedLine} {comfort} ¶ {x.after} ¶ {ending}',
      '{bedLine} {comfort} ¶ {x.after} ¶ {ending}',
      '{comfort} ¶ {x.after} ¶ {bedLine} {ending}',
    ],
  },
  titles: [
    'Ten Steps to {x.y.title}',
    '{name} Takes the Tenth',
    '{name} and the Chalk Line',
    'One Step Nearer, {name}',
  ],
  stage: {
    try1: { pose: 'walk', look: 'worried' },
    turn: { pose: 'reach', look: 'determined' },
    result: { look: 'happy' },
  },
};

/** The fear is met together with a smaller one, for the youngest. */
export const fearedSmall: Shape = {
  id: 'feared-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'fear' ? 20 : 0),
  bind: bindFear,
  tell: {
    home: [
      '[h] has a good bed. [h] has a good ball. But out there is {x.y}! [h] shuts the door.',
      '“Go away,” says [h] to {x.y}. [h] says it from far off. From very far off.',
      '[h] does not like {x.y}. No, no, no! [h] hides. Only the nose is out.',
      'Who is under the bed? It is [h]. [h] is afraid of {x.y}. Shh!',
      '“Is it here?” says [h]. “Is it there?” [h] looks out for {x.y}. [h] does not like {x.y}.',
    ],
    call: [
      '[f] wants to play. “Come out!” says [f]. Out? Where {x.k} can get [h]? No.',
      'Knock, knock. “I want to see {x.k},” says [f]. “But not all by me.”',
      'Tap, tap. Here is [f]. [f] is small. “Come with me?” says [f]. “Past {x.k}?” says [h]. “Oh no!”',
      '“My hat!” says [f]. “It is over there, by {x.k}. Will you come?” [h] shuts both eyes.',
    ],
    try1: [
      '[h] looks through a sock. There is a hole in it. Eek, {x.k}! Shut the sock.',
      'They go on soft feet. Tip, tap. Then it is near. [h] sits down on [f].',
      '[h] puts out one toe. Oh, {x.k}! In goes the toe.',
      'One step. Two steps. Is it {x.k}? Back, back, back!',
    ],
    try2: [
      '[h] takes a big pot. The pot is on the head. Now [h] can not see {x.k}. Bump!',
      '[h] goes round. All the way round. And who is there? Not the hat.',
    ],
    try3: ['They eat a bun. It helps a bit.'],
    try4: ['“Now?” says [f]. “Not now,” says [h]. “Now?” says [f].'],
    low: [
      '“Are you afraid, too?” says [h]. “Yes,” says [f]. They sit close. Now it is half and half.',
      '[h] is cross with [h.sp] feet. They want to go home. [f] pats the feet.',
      '[f] goes alone. Such small feet! [f] is afraid of {x.k}, too. [h] sees that.',
      '[f] cries. Just one tear. Plop. [h] looks at the tear. [h] looks out, to where {x.k} can be.',
    ],
    turn: [
      '[h] takes one big breath. In. Out. Then [h] looks up, and looks at {x.k}. [f] looks as well.',
      '“One, two,” says [f]. “Three,” says [h]. Both eyes open! There. That is how it looks.',
      '“Wait,” says [h]. “Take my hand.” One step. Two steps. Three. Oh, {x.k}! [h] looks. [h] looks a long time.',
      'Up gets [h]. Step, step, step. Hello, {x.k}! [h] said it. [h] said it out loud!',
    ],
    result: [
      'It is nice, from near by! Who knew? [h] did not. Now [h] does.',
      '“It was you?” says [h]. “Only you?” And [h] laughs and laughs at {x.k}.',
      'And what does [h] see? It is not so big. It is not so bad. “Hello, {x.k},” says [f].',
      'Nothing bites. Nothing booms. [h] holds on to [f]. “Oh,” says [h]. “Hello, {x.k}.”',
    ],
    reward: [
      'All the way home they talk of {x.k}. It was so good!',
      '“I was not afraid,” says [f]. “I was,” says [h], “and I went.”',
      'Back they go, past {x.k}. They wave. Then they go past once more, just for fun.',
      '“Again?” says [f]. “Again,” says [h]. Hello, {x.k}! Bye, {x.k}!',
    ],
    rest: [
      'Teeth are clean. {comfortSmall} [h] looks out once more, for {x.k}. Sleep tight!\n\nShh. [h] sleeps.',
      'Now it is bed time. {comfortSmall} “Good night, {x.k},” says [h]. “Sleep well out there.”\n\nShh. [h] sleeps.',
      '{comfortSmall} In bed [f] holds on to [h]. They are not afraid. Night-night, {x.k}.\n\nNight-night, [h.n].',
      'The stars are up. {comfortSmall} [h] thinks of {x.k}. It is all right.\n\nHush. Now [h] is asleep.',
    ],
  },
  titles: ['{name} and {x.y.title}', 'Hello, {x.y.title}'],
};
