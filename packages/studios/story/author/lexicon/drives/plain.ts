import { drive } from './define.ts';

/** Drives for wishes with a goal, a loss, or nothing but a hero. */
export const plainDrives = [
  drive('goal', {
    want: '{goal}',
    intro:
      '[h] wanted to {goal}. [h.s] wanted it on Mondays, and it had not gone away by Sunday. || Some people want a biscuit. [h] wanted to {goal}. || [h] had only one wish, but it was a big one: [h.s] wanted to {goal}.',
    habit:
      '[h.s] thought about it in the bath. || [h.s] had told {thing1} about it so often that {thing1} could have gone instead. || When others counted sheep, [h.s] counted ways to {goal}.',
    tries:
      "First [h] tried to do it all at once. It didn't come all at once. It fell over in the middle. || Then [h] drew a plan on the ground with arrows. It was such a good plan that a snail went along it and was never late again. But the snail was all it moved. || [h] asked around. “Oh, that,” said everybody, and told [h.so] about their feet. || [h] packed a bag for it, with a bun. By the gate the bun was gone, and it seemed best to start again tomorrow.",
    cure: '“And you?” asked [n]. “What would you like best?” “To {goal},” said [h]. [n] looked at [h.o] for a while. “But look,” said [n]. “What do you think you have been doing?” || That was how it happened. [h.s] had set out to help and not to {goal}, and when [h.s] looked up, there it was, done, and not in the way [h.s] had drawn it.',
    after:
      'The wish was gone from its place. In its place was a small warm hole, about the size of tomorrow. || [h.s] had it now, and it had [h.so].',
    titles: '{name} Wants It on Mondays || The Plan with Arrows || {name} and the Big Wish',
  }),
  drive('plain-odd', {
    want: 'be of use to somebody before the sun went down',
    intro:
      '[h] was a <perfectly|fairly> happy {kind}, except on Tuesdays, when there was nothing to do. || There was once a {kind} called {name}, who had everything but a reason to get up early.',
    habit: "[h.s] looked in at everyone's door, in case they were short of a {kind}.",
    tries:
      'First [h] offered to help {thing1}. {Thing1} was managing. || Then [h] put up a sign: HELP GIVEN HERE. A beetle came, read it, and asked for the time. || [h] helped somebody across the road who had only been standing beside it.',
    cure: '“How did we do without you?” said [n]. It was not a question, but [h] kept it as if it were an answer.',
    after: 'It had been a Tuesday all along. Nobody had noticed.',
    titles: '{name} on a Tuesday || A Reason to Get Up Early || Help Given Here',
  }),
];
