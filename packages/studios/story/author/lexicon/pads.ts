import type { BeatId } from '../plan/shape.ts';
import { morePads, moreSmallPads } from './pads-more.ts';
import { thirdPads, thirdSmallPads } from './pads-third.ts';

const basicPads: Partial<Record<BeatId, readonly string[]>> = {
  home: [
    '{t.lore}',
    '{t.cost}',
    '{Place.at} the days had a sound of their own: {place.sounds}, and after that {place.sounds}.',
    'In the morning it smelled of {smell}, and by noon nobody noticed any more. Underfoot you felt {place.touches}.',
    'If you had come by then, you would have seen {thing1} first, and {thing2} beside it, and, if you were patient, [h.o].',
    'For breakfast there was toast. [h] ate the middle first and kept the edge for later, as you should.',
    '[h] had a shelf of [h.p] own. There were five things on it, and one of them was a good stick.',
    '“Good morning,” [h] said to {thing1}. [h.s] was always polite to {thing1}, because of the way it stood there.',
    '8+ It was not a remarkable life, if you looked at it from outside; but [h] had never looked at it from there.',
  ],
  call: [
    'All the way down to {thing2} [h] thought about how it would be. [h.s] had to stop twice, because it was so nice.',
    'First, though, there was everything to get ready: a clean ear, a bit of string, a bun. You can do nothing without a bun.',
    "“And if it doesn't work?” said [h] to [h.r]. “Then we'll have had a walk,” [h] answered. It was good to have somebody sensible there.",
    'You could hear {place.sounds}. It sounded as though it was for it, too.',
    '[h] told {crowd1}. “Today of all days?” said {crowd1}. [h] asked what was the matter with today. Nothing was.',
    '8+ There are plans that you think out, and plans that are there when you wake up. This was one of the second sort, and those are harder to put down.',
    'The sun came round the corner, had a look, and stayed.',
  ],
  try1: [
    'You could hear {place.sounds} while [h] thought it over. It was no help, but it was company.',
    '[h] sat down {spot2} and ate the edge of the toast.',
    "{crowd1.cap} went by and asked how it was going. “It's going,” said [h]. You could not have said where to.",
    '“Once is nothing,” said [h], and rubbed [h.p] nose, and got up.',
    'It had looked different in [h.p] head. In [h.p] head there had been music.',
    '8+ It is one of the troubles with trying that you can always be seen doing it.',
    '{adviser}',
  ],
  try2: [
    'So that was twice. [h] looked at the sky, in case it had anything to add. It had a small cloud.',
    'Somewhere you could hear {place.sounds}. Somebody, at least, knew how to do what they were doing.',
    'It smelled of {place.smells} here. [h] breathed in some of it, for later.',
    "“I'm not giving up,” said [h]. “I am only sitting down.”",
    '[h] thought that [h.s] would try it with the other {finger}, but it was no better at it.',
    '8+ By now [h] knew a great deal about how it did not work, and had begun to be rather good at that.',
    '{drive.tries}',
  ],
  try3: [
    'The shadows had moved on a bit by then. They were managing all right.',
    '[h] made a note not to do that again. Then [h.s] did it once more, to see why.',
    '{crowd2.cap} said that it was a shame, and offered half a pear. It was a help. It was a very good pear.',
    'From {spot2} came {place.sounds}.',
    '{drive.tries}',
    '{adviser}',
  ],
  try4: [
    '“Well,” said [h], “that makes four.” It is a round sort of number. You can sit on it.',
    'By now even {thing2} seemed to look the other way.',
    '{adviser}',
    '{drive.tries}',
    '{sense}',
  ],
  low: [
    '{sense}',
    'For a moment everything held still, even {thing1}.',
    '[h] had never noticed how many small sounds there are in a silence. First came {place.sounds}, and beyond it {place.sounds}.',
    "It would have been easy to go home. Home was just there; you could see the roof. [h] looked at it, and didn't go.",
    'Nobody else had seen. It is often like that: there is only one person there, and it is you.',
    '8+ [h] thought of what [h.s] had wanted that morning. It was all still true; it had only moved a little to one side, to make room.',
  ],
  turn: [
    '[h.p] heart went a little faster; not much, only to keep up.',
    '{thing1.cap} watched, and for once it looked as if it would have clapped.',
    'It was a good thing that nobody had told [h.o] how hard it was.',
    "8+ Afterwards [h] could not have told you what [h.s] was thinking. It is possible that for once [h.s] wasn't.",
  ],
  result: [
    'Then everyone let out their breath, and it made a small wind.',
    'It smelled of {place.smells}, all at once, as if that had been holding its breath, too.',
  ],
  reward: [
    'They sat for a while {spot2}, and talked about this and that, mostly about {interest}.',
    '“Half?” said [h], and broke the bun. It was a bit flat by then. It was the better for it.',
    'They did not say a lot. You could hear {place.sounds}, and that said it.',
    "“How did you know what to do?” “I didn't,” said [h]. “It was just that I was there.”",
    'By and by the others came along as well, one after another, to see. Nobody wanted to go home first.',
    '8+ It is hard to say when a day turns round. You are walking into it, and then you are walking home.',
    "{crowd1.cap} had brought a cake, in case there was something to celebrate, and if not, in case there wasn't.",
  ],
  rest: [
    '{sleeps}',
    'On the way home they talked about {interest}, until there was nobody left who could keep an eye open.',
    '[h] washed behind one ear. The other could wait; it had had less of a day.',
    '{Thing1} stood where it always stood. It was good to see it.',
    'The air smelled of {place.smells}, but fainter, as though somebody had put a lid on.',
    '8+ There was one more thing to think about. [h] had put it by for now; but it was warm there, and thinking went so slowly.',
  ],
};

/** What may be added to a scene that has room: it shows the place, the hero's kind, or a small thing on the way. */
export const pads: Partial<Record<BeatId, readonly string[]>> = Object.fromEntries(
  Object.entries(basicPads).map(([beat, lines]) => [
    beat,
    [...lines, ...(morePads[beat as BeatId] ?? []), ...(thirdPads[beat as BeatId] ?? [])],
  ]),
);

/** The same for the youngest. */
export const smallPads: readonly string[] = [
  ...moreSmallPads,
  ...thirdSmallPads,
  'Up goes a bird. [h] waves.',
  '[h] finds a stick. It is a good stick.',
  'One more step, says [h]. And one.',
  '[h] has cold toes. Rub, rub.',
  'A hen looks at [h]. [h] looks at the hen.',
  'Hum, hum, goes [h], all alone.',
  '[h] drops the bun. Oh! It is still good.',
  'The sky is pink. So is the nose of [h].',
  '[h] gives {thing2} a pat.',
  'Tick, tock. [h] waits a bit.',
  '{NoiseSoft}, says [h].',
  '[h] looks up. One cloud.',
  'Pat, pat, go [h.p] feet.',
  '[h] has a bun. Chew, chew.',
  'A leaf comes down. Hello, Leaf.',
  '[h] sits on {thing1}. It is cold.',
  'There goes a snail. Bye, Snail.',
  '[h] sniffs. Mmm, soup.',
  'Puff, says [h]. That was a lot.',
  '[h] scratches one ear. Then the other.',
  'Plip. A drop. [h] looks at it.',
  '[h] takes a long, long breath.',
];
