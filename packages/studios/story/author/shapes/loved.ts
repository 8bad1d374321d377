import { themeOf } from '../plan/theme.ts';
import { gerund } from '../prose/english.ts';
import type { Shape } from '../plan/shape.ts';

const bind: Shape['bind'] = ({ wish, random }) => {
  const isDeed = /\b(?:loves|likes|adores|enjoys) to\b/.test(wish.text);
  const named = (wish.loves ?? 'puddles').replace(/^collecting /, '');
  const y = (isDeed ? gerund(named) : named).replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]');
  const isDoing = /ing\b/.test(y.split(' ')[0] ?? '');
  return {
    y,
    hunt: random.pick(
      isDoing
        ? [
            '“Not now,” said everybody. They had floors to scrub.',
            'There was no room for it in the hall. There was no room for it on the stairs.',
          ]
        : [
            '[h] looked behind {thing1}, and then behind {thing2}. There were none to be had.',
            '[h] asked at every door. “All gone,” they said. “Try Thursday.”',
            'There was a picture of it on a tin. Inside the tin there were nails.',
          ],
    ),
  };
};

/** What is loved is missing for a day, and is at its best when it is shared with somebody who never had it. */
export const loved: Shape = {
  id: 'loved',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'love' ? 20 : 0),
  bind,
  tell: {
    home: [
      'What did [h] love best? Nobody {place.at} needed to ask. It was {x.y}: before breakfast, at noon, and whenever there was a pause.\n? {t.cost}',
      'Some people love the sea, and some love soup. [h] loved {x.y}. [h.s] could talk of nothing else, and [h.s] did.\n? {t.cost}',
      '“Guess what I am thinking of,” said [h]. “{x.Y},” they all said. They never had to guess twice, for that was what [h] loved.\n? {t.lore}',
      'When [h] had to say what made [h.o] happy, [h.s] needed only a breath for it: {x.y}. Then [h.s] began on the reasons, and by then people had gone home.',
    ],
    call: [
      'Then [f] moved in next door, and [f] had never heard of it. “What is so good,” asked [f], “about {x.y}?” [h] opened [h.p] mouth. There were no words big enough. “I shall show you,” said [h].',
      '“I do not think that I care for {x.y},” said [f], who was new. There was a silence. “Then you have not met the right sort,” said [h]. “Put on your boots.”',
      'There was to be a whole day of it, all for [h]. But by the gate sat [f], chin in hands. “You have {x.y},” said [f]. “I have got nothing that I love.” [h] had not known that there were people like that.',
    ],
    try1: [
      'It was just that day that it would not work. {x.hunt}\n\n? “Perhaps they are shy,” said [f].',
      'They went to the best place for it. {x.hunt} “Is that it?” asked [f], politely.',
      '{x.hunt} [h] had to tell about it, instead. [h.s] did all of the noises. [f] looked at the clouds.',
    ],
    try2: [
      '{adviser}\n\n? [f] tried to look like someone who loves {x.y}, out of kindness. It was worse than nothing.',
      '[h] drew it on the path with a stick, as large as life. “That is a nice potato,” said [f].',
      'So they waited. [h] said that waiting for {x.y} was the second best thing. [f] yawned behind one hand.',
    ],
    try3: ['{adviser}', '{sense}'],
    try4: ['{adviser}', 'They had the sandwiches. [h] said that they would have been better with {x.y}.'],
    low: [
      '{dusk} “I am sorry,” said [f]. “I believe that I am just not made for {x.y}.” And [h] saw that [h.s] had talked all day long, and had not once asked what [f] saw.',
      '{dusk} For the first time ever [h] was tired of talking about it. It was quiet. “What was it like,” asked [f], “the first time?”',
      'Then there was only one small bit to be had, enough for one. It was what [h] had waited for since the morning. {dusk} [h] looked at it. [h.s] looked at [f].',
    ],
    turn: [
      'So [h] did not explain. [h.s] took [f] by the hand, and said, “You first.” That is hard, when you love {x.y} as much as [h] did. [h.s] held [h.p] breath.',
      '[h] stopped, and let [f] go in front, at [f.p] own pace. And it was [f] who found it, by looking where [h] never looked. “Is this it?” It was just what [h] meant when [h.s] said “{x.y}.”',
      '“The first time,” said [h], “I was quite small, and somebody moved over to make room for me.” And [h.s] moved over.',
    ],
    result: [
      'First [f] said nothing. Then [f] said, “Oh.” Then they both did it, all of it, until they could no more; and {x.y} had never been so good, not even on Sundays.',
      'So that was {x.y}; and there stood [f] with round eyes. [h] saw it all as if it were new. It was twice as much, with two.',
      '“Again!” said [f]. It was the best word that [h] had ever heard about {x.y}. They did it again, and after that once more.',
    ],
    reward: [
      '“Shall I tell you,” asked [f], on the way home, “why I love {x.y}?” And [h] listened, from the first reason to the eleventh.',
      '“And what do you love, now?” asked [h]. [f] thought about it. “{x.Y},” said [f], “and who showed me.”',
      'Now there were two {place.at} who talked of nothing else. {Crowd1} shut the window.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ There would be {x.y} tomorrow, too. That is a good thing to lie on. ¶ {ending}',
      '{comfort} {bedLine} ¶ [h] did not count sheep. [h.s] counted {x.y}, and got as far as two: one for [h.o], and one for [f]. ¶ {ending}',
      '{bedLine} ¶ In [h.p] dream it was all {x.y}, right up to the edges, and there was room. {comfort} ¶ {ending}',
    ],
  },
  titles: ['{name} and {x.y.title}', '{name} Makes Room', 'The First Time, {name}', 'What {name} Loved'],
};

/** The same for the youngest. */
export const lovedSmall: Shape = {
  id: 'loved-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'love' ? 20 : 0),
  bind,
  tell: {
    home: [
      '[h] loves {x.y}. Mmm, {x.y}! All day long.',
      'What does [h] love? Is it hats? No. Is it soup? No. It is {x.y}!',
    ],
    call: [
      'Today there is {x.y}. Just a bit. Just for [h]. Here comes [f]. “What is that?” says [f].',
      '“I have no {x.y},” says [f]. “I never had.” Never? [h] stops.',
    ],
    try1: [
      '“It is mine,” says [h], and goes up the hill with it. [f] comes up the hill, too.',
      '[h] shows [f] a hat. [f] shows no joy. [f] wants {x.y}.',
    ],
    try2: [
      '[h] hides behind {thing1}. Two eyes look round {thing1}. Hello, [f].',
      '[h] sings. La, la. [f] does not look at the song.',
    ],
    try3: ['“Just one look?” says [f]. [h] gives one look. It is a long look.'],
    try4: ['They sit. They do not talk. A bird talks.'],
    low: [
      '[h] has {x.y}. [f] has none. It is so quiet. It is not so nice now. Why?',
      'Down goes the head of [f]. [h] sees the sad ears. [h] has {x.y}.',
    ],
    turn: [
      '“Here,” says [h]. “You first.” It is hard. But [h] does it!',
      '[h] moves over. A bit. A bit more. Now there is room for two.',
    ],
    result: [
      '“Oh!” says [f]. “{x.Y}!” One for [h]. One for [f]. It is so good with two.',
      '[f] laughs. [h] laughs. Who loves {x.y}? They both do.',
    ],
    reward: [
      '“More?” says [f]. It is all gone. They look at the place where it was, and laugh.',
      '“I love {x.y},” says [f]. “I know,” says [h].',
    ],
    rest: [
      'Wash the nose. Wash the toes. {comfortSmall} More {x.y} in the morning.\n\nShh. [h] sleeps.',
      '{comfortSmall} [h] thinks of {x.y}. [f] thinks of {x.y}. Night-night, {x.y}.\n\nNight-night, [h.n].',
    ],
  },
  titles: ['{name} Loves {x.y.title}', '{name}, {friend} and {x.y.title}'],
};
