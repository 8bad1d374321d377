import type { Shape } from '../plan/shape.ts';

/** A wish of any sort, told as itself: it is tried from the wrong end, and then it comes about. */
export const wanted: Shape = {
  id: 'wanted',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    wish.goal &&
    !wish.aim &&
    /^(?:do|find|have|help|make|win|skill)$/.test(wish.goal.kind) &&
    wish.goal.phrase.split(' ').length <= 7
      ? 15
      : 0,
  bind: ({ random }) => ({
    excuse: random.pick([
      'too early',
      'too late',
      'a Tuesday',
      'not the weather for it',
      'just before lunch',
      'more of a thing for Sundays',
    ]),
    aid: random.pick([
      'a bucket, a whistle and a clean collar',
      'a book about it, which turned out to be about cheese',
      'a ladder, just in case it was up',
      'nine candles and a spoon',
      'the good hat, and a hat for the hat',
      'a rope that was long enough for anything',
    ]),
    slip: random.pick([
      'The bucket went over. Whatever you do, you should not begin by standing in it.',
      'It began well, and it ended well, but it had no middle, and the middle was what it was about.',
      'The wind took one end of it and [h] had the other. They could not agree.',
      'It would have worked at once, if everything had been on the other side.',
      '[h] had thought of everything, apart from a hen.',
    ]),
    slip2: random.pick([
      'This time it went off with a bang, which was the door, and after that with a smaller one, which was only a cup.',
      'It lasted for as long as you can hold a plum in your cheek.',
      'Somebody opened a window, and said, “Are you all right down there?” It was hard to say.',
      'Everything came out backwards, and rather proud of it.',
      'Half of it was very good. It was the half that did not count.',
    ]),
  }),
  tell: {
    home: [
      'There was nothing in the world that [h] wanted so much as to {goal}. [h.s] had asked if it could be done. It could, people said, but it was {x.excuse}.\n? {t.cost}',
      'To {goal}: other people have done that before breakfast, and thought nothing of it. But [h] never had. It was always {x.excuse}.\n? {drive.habit}',
      '“What would you like?” they asked {place.at}, whenever there was something to be had. “To {goalMe},” said [h.full] each time. They gave [h.so] a biscuit.\n? {t.cost}',
      'It was written on a bit of paper over the bed of [h.full], and it was only a few words long: to {goal}. Everything else could wait.',
    ],
    call: [
      'Then, on a morning with a good deal of sky, [h] got up and said, “Now.” [h.s] took {x.aid}. At the corner stood [f]. “Now what?” asked [f]. “Now I {goalMe},” said [h].',
      '“Is it hard?” asked [f], who had come to watch. [h] did not know. You need {x.aid}; that much was clear. “May I help?” “You may hold the end,” said [h].',
      'It was [f] who said it. “If you want to {goalMe}, why do you sit here?” There was no answer to that. So [h] stood up, and went to look for {x.aid}.',
    ],
    try1: [
      '{x.slip.cap}\n\n? “Was that it?” asked [f]. “That was the beginning,” said [h].',
      'First [h] went at it from the front. {x.slip.cap}',
      'You have to want it hard enough, thought [h], and [h.s] wanted it until [h.p] ears went red. {x.slip.cap}',
    ],
    try2: [
      '{x.slip2.cap}\n\n? {adviser}',
      '{adviser}\n\n{x.slip2.cap}',
      'After that they tried it the other way round. {x.slip2.cap} “We are getting nearer,” said [f]. “To what?” said [h].',
    ],
    try3: ['{drive.tries}', '{adviser}'],
    try4: ['{adviser}', '{sense}'],
    low: [
      '{dusk} They sat on what was left of it. “Why do you want to?” asked [f], after a time. “To {goalMe}, I mean.” All day there had been how, and where with, and who holds the end. Nobody had asked why. [h] had to think.',
      '{dusk} “Perhaps it is not for {kinds},” said [h]. “Who told you so?” said [f]. Nobody had. It was only that it was evening, and there was a bit of wind.',
      'At last there was only one way left. It was so simple that they had not looked at it. [h] looked at it now. It had no bucket in it, and no whistle; it had only [h.n]. {dusk}',
    ],
    turn: [
      '[h] put down everything. {t.lore} It is not much; but it was something that nobody could hold the other end of. So [h.s] breathed in, and began where [h.s] was.',
      '“Because then I should know what it is like,” said [h], at last. And when that had been said, it was quite clear how to begin: small, and here, and with what there was. [h.s] held out a hand to [f]. “Come on.”',
      'Everything that [h] had brought was in the way. [h.s] took off the hat. [h.s] gave the rest to [f] to mind. Then, before there was time to think of a reason, [h.s] did it [h.p] own way.',
    ],
    result: [
      'And [h] {goalPast}. It was not like on the bit of paper. It was smaller, and there was more in it. “You are doing it,” said [f]. “I know,” said [h]. “Do not look.”',
      'So it was that [h] {goalPast}, on an evening like any other, with grass on [h.p] knees. Nobody had said that it was going to be so quiet. Nobody had said that one would laugh.',
      'There! Nothing had gone bang. It was only that [h] {goalPast}, for the first time ever; and the world went on, but moved up a little to make room for it.',
    ],
    reward: [
      '“Was it worth it?” asked [f]. [h] looked at the bucket, the hen and the knees. “I would do it all again,” [h.s] said. “But without the middle.”',
      '[f] wished to know if it could be done by two. They tried. It could, and it was louder.',
      '“And now,” said [f], “what do you want?” [h] opened [h.p] mouth, and there was nothing in it but a yawn.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ The bit of paper came off the wall by itself. It was done. ¶ {ending}',
      '{comfort} {bedLine} ¶ [h] went over it once more, slowly, from the good part to the end. ¶ {ending}',
      '{bedLine} {comfort} ¶ To {goal}! It lay there beside [h.so] in the dark, and was true. ¶ {ending}',
    ],
  },
  titles: [
    '{name} and the Bit of Paper',
    '“Now,” Said {name}',
    '{name} Holds the End',
    '{name}, {friend} and the Hen',
    'Why Not, {name}?',
  ],
};
