import type { Shape } from '../plan/shape.ts';
import { aids, excuses, firstSlips, laterSlips } from './wanted-material.ts';

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
  bind: ({ random }) => {
    const [aid, bit] = random.pick(aids);
    return {
      aid,
      bit,
      excuse: random.pick(excuses),
      slip: random.pick(firstSlips),
      slip2: random.pick(laterSlips),
    };
  },
  tell: {
    home: [
      'There was nothing in the world that [h] wanted so much as to {goal}. [h.s] had asked if it could be done. It could, people said, but it was {x.excuse}.\n? {t.cost}',
      'To {goal}: other people have done that before breakfast, and thought nothing of it. But [h] never had. It was always {x.excuse}.\n? {drive.habit}',
      '“What would you like?” they asked {place.at}, whenever there was something to be had. “To {goalMe},” said [h.full] each time. They gave [h.so] a biscuit.\n? {t.cost}',
      'It was written on a bit of paper over the bed of [h.full], and it was only a few words long: to {goal}. Everything else could wait.',
      'There was a jar on the shelf of [h.full]. For each time that [h.s] thought of it, [h.s] put in a bean; and what [h.s] thought of was to {goal}. By summer the lid would not go on.\n? {t.cost}',
      '[h] had three wishes put by, and had never found a use for the first two. The third was to {goal}. That was the one that made [h.p] toes curl.\n? {t.cost}',
      'Ask anybody {place.at} what [h] talked about, and they would say, “Not that again.” It was that again. [h.s] wanted to {goal}, and nobody would say when.',
      'One wet afternoon [h] made a list of all that [h.s] had never done. Most of it did not matter: to milk a whale, to be an aunt. But there, at the bottom, in red, it said: to {goal}.',
      'Some wants come and go, like hiccups. This one had come to [h] in the spring, and unpacked. To {goal}! It sat on the end of the bed every night and swung its legs.\n? {drive.habit}',
      'It began as a joke. “And I,” [h] had said, when they were all saying things, “I shall {goalMe}.” They had laughed, and so had [h]. But on the way home [h.s] noticed that it was true.',
      'On every birthday [h] shut both eyes, and blew, and thought of the same thing. It was to {goal}. Nobody knew, apart from the candles, and they were always out by then.\n? {t.cost}',
    ],
    call: [
      'Then, on a morning with a good deal of sky, [h] got up and said, “Now.” [h.s] took {x.aid}. At the corner stood [f]. “Now what?” asked [f]. “Now I {goalMe},” said [h].',
      '“Is it hard?” asked [f], who had come to watch. [h] did not know. You need {x.aid}; that much was clear. “May I help?” “You may hold the end,” said [h].',
      'It was [f] who said it. “If you want to {goalMe}, why do you sit here?” There was no answer to that. So [h] stood up, and went to look for {x.aid}.',
      '“Today is the day between,” said [h] to [f]. “Between what?” “Between when I had not, and when I have.” [h.s] had {x.aid}. [f] could see that it was serious.',
      '[f] was on the step, with nothing to do, and was doing it well. “Come along,” said [h]. “I am going to {goalMe}.” “Before tea or after?” asked [f]. “Instead,” said [h].',
      'There was a knock. “They say that you want to {goalMe},” said [f], “and so I have brought {x.aid}.” It was not what [h] would have thought of. But nobody had ever brought anything before.',
      'It was the third spoon of porridge that did it. “Why not today?” said [h] to the spoon. By the time the bowl was cold, [h.s] had {x.aid}, and [f] was at the gate.',
      '[h] said it to [f] behind the hedge, quite low, so as not to frighten it away. “I want to {goalMe}.” [f] thought it over. “Then we shall need {x.aid},” said [f], who was practical.',
      '“I could show you how I would do it,” said [f], “only I never have.” That was good enough for [h]. They packed {x.aid}, and went to where there was room.',
    ],
    try1: [
      '{x.slip.cap}\n\n? “Was that it?” asked [f]. “That was the beginning,” said [h].',
      'First [h] went at it from the front. {x.slip.cap}',
      'You have to want it hard enough, thought [h], and [h.s] wanted it until [h.p] ears went red. {x.slip.cap}',
      '“Stand back,” said [h]. [f] stood back as far as the wall. {x.slip.cap}',
      '{x.slip.cap} [h] picked up {x.bit}, and found that it had stood it better than [h.s] had.',
      'It is best not to think too long. So [h] did not think at all. {x.slip.cap}',
    ],
    try2: [
      '{x.slip2.cap}\n\n? {adviser}',
      '{adviser}\n\n{x.slip2.cap}',
      'After that they tried it the other way round. {x.slip2.cap} “We are getting nearer,” said [f]. “To what?” said [h].',
      'They had a plum each, and after the plum it looked easier. {x.slip2.cap}',
      '“You hold {x.bit} this time,” said [h], “and I shall do the rest.” {x.slip2.cap}',
    ],
    try3: [
      '{drive.tries}',
      '{adviser}',
      '“Let me be you, and you be me,” said [f]. They changed hats. It was no help, but they both stood up straighter.',
    ],
    try4: ['{adviser}', '{sense}'],
    low: [
      '{dusk} They sat on what was left of it. “Why do you want to?” asked [f], after a time. “To {goalMe}, I mean.” All day there had been how, and where with, and who holds the end. Nobody had asked why. [h] had to think.',
      '{dusk} “Perhaps it is not for {kinds},” said [h]. “Who told you so?” said [f]. Nobody had. It was only that it was evening, and there was a bit of wind.',
      'There was only one way left. It was so simple that they had not looked at it. [h] looked at it now. It did not need {x.bit}; all that it needed was [h.n]. {dusk}',
      '“Shall we say that we did?” asked [f]. “We could say that we {goalPast}, and nobody would ask.” [h] turned that over. It was like an egg with nothing in it. {dusk}',
      '{dusk} [f] had fallen asleep, sitting up, with {x.bit} on one knee. There was no one left to do it for. [h] found that [h.s] wanted it just as much.',
      'The lamps came on, one after the other, in the houses of all those who had never tried. {dusk} “I have a blister,” said [h]. “Is it a good one?” asked [f]. They looked. It was a very good one.',
      '[h] sat down, and for a while [h.s] was nobody in particular. {dusk} It was a rest, after all that. And in the rest, very small, there it still was: to {goal}.',
    ],
    turn: [
      '[h] put down everything. {t.lore} It is not much; but it was something that nobody could hold the other end of. So [h.s] breathed in, and began where [h.s] was.',
      '“Because then I should know what it is like,” said [h], at last. And when that had been said, it was quite clear how to begin: small, and here, and with what there was. “Come on,” [h.s] said to [f].',
      'All that [h] had brought was in the way. [h.s] gave {x.bit} to [f] to mind. Then, before there was time to think of a reason, [h.s] did it [h.p] own way.',
      '“I have been doing it like somebody else,” said [h]. “Who?” said [f]. “Somebody good at it.” {t.lore} Nobody had tried it like that; nobody else could have.',
      'What had there been each time, just before it went wrong? A hurry. [h] took the hurry, and sat on it, and waited until it had stopped kicking. Then [h.s] began again, with the first bit, and after that with the next.',
      '“Once more,” said [h], “but without an audience.” [f] turned round and looked at {thing1}. It is wonderful how much room there is when nobody looks. {t.lore} [h.s] used the whole of it.',
      '[h] got up. [h.p] knees shook a little, and [h.s] let them, since it was not the knees that had to do it. {t.lore} Nobody had asked for that, all day. It had been there the whole time, like a door behind a coat.',
    ],
    result: [
      'And [h] {goalPast}. It was not as [h.s] had thought. It was smaller, and there was more in it. “You are doing it,” said [f]. “I know,” said [h]. “Do not look.”',
      'So it was that [h] {goalPast}, on an evening like any other, with grass on [h.p] knees. Nobody had said that it was going to be so quiet. Nobody had said that one would laugh.',
      'There! Nothing had gone bang. It was only that [h] {goalPast}, for the first time ever. The world went on, but moved up a little to make room for it.',
      '“Oh,” said [h], in the middle. For there was a middle now, and [h.s] was in it. That is how [h] {goalPast}: not all at once, but like a kettle, which is cold and cold and cold, and then sings.',
      '[f] said afterwards that there had been a sound, like a cork. It may be so. What is certain is that [h] {goalPast}, and that {crowd1}, who was going by, took off a hat.',
      'One moment it was still to come, and the next it was there. [h] {goalPast}! [h.s] did not shout. [h.s] said it quite softly, to hear if it was true, and it was.',
      'It went so simply that [f] missed the start. “Did you just…?” “I did,” said [h]. For that is how it was: [h] {goalPast}, and then, to make sure that it was no accident, once more.',
    ],
    reward: [
      '“Was it worth it?” asked [f]. [h] looked at {x.bit}, and at [h.p] knees. “I would do it all again,” [h.s] said. “But without the middle.”',
      '[f] wished to know if it could be done by two. They tried. It could, and it was louder.',
      '“And now,” said [f], “what do you want?” [h] opened [h.p] mouth, and there was nothing in it but a yawn.',
      'They went home the long way, so that it should last. Nobody {place.at} noticed anything. It was like having an egg in your pocket, still warm.',
      'People would ask about it, later. [h] would say that it had been nothing. [f] would say, “It was not nothing. I was there. I held {x.bit}.”',
      '“You have grown,” said [f]. They stood back to back to see. It was not so; it only looked like it, from the front.',
      'On the step there was still the biscuit from this morning. [h] broke it over. It tasted like a biscuit at the end of something.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ There was a place where the want had been. It felt like the place of a tooth that has come out by itself: nice to go back to. ¶ {ending}',
      '{comfort} {bedLine} ¶ [h] went over it once more, slowly, from the good part to the end. ¶ {ending}',
      '{bedLine} {comfort} ¶ To {goal}! It lay there beside [h.so] in the dark, and was true. ¶ {ending}',
      '{comfort} ¶ “Did I dream it?” said [h] to the pillow. But [h.p] knees were green from the grass, and you do not get that from dreams. ¶ {bedLine} {ending}',
      '{bedLine} ¶ Somewhere [f] was lying awake a bit, too, and wondering what to want. ¶ {comfort} {ending}',
    ],
  },
  titles: [
    '{name} Wants Something',
    '“Now,” Said {name}',
    '{name} Holds the End',
    '{name} and the Day Between',
    'Why Not, {name}?',
    '{name} and {friend} Try It',
  ],
};
