import { drive } from './define.ts';

/** Shyness, fears, sleep and worry. */
export const fearDrives = [
  drive('shy', {
    want: 'say hello to whoever lived behind the <green|round|white> door || ask one neighbour in to tea',
    intro:
      '[h] was so shy that [h.s] knocked before opening [h.p] own cupboard. || [h] was shy by day and shyer on Sundays. || Of all the words there were, [h] found hello the heaviest. || When visitors came, [h] turned into somebody standing behind a curtain.',
    habit:
      'When anyone looked at [h.o], [h.p] cheeks went hot, and [h.s] became very interested in [h.p] feet. || [h.s] had a good hello, but [h.s] kept it at home. || [h.s] crossed over whenever a good morning was coming.',
    tries:
      "First [h.s] practised on {thing1}. “Hello,” [h.s] told it. “Hello, hello.” It went quite well. But {thing1} never said a word back, and that isn't the same. || [h] wrote HELLO on a leaf, in large letters, and let the wind post it. The wind read it and posted it in the ditch. || [h] tried saying it with [h.p] eyes shut. It came out beautifully, and when [h.s] looked, there was only {thing2}. || [h] waited round a corner until somebody came. Somebody did. [h.s] said, “H,” and then it was too late.",
    cure: "“Hello,” [h] heard somebody say, and it had been [h.r]. [h.s] had been so busy that [h.s] had clean forgotten to be shy. || Then it was quiet, and there were two of them, and neither was looking at the other. “I'm shy, you know,” said [n]. “So am I,” said [h]. It was the longest talk that either had had all week. || [h.p] cheeks were hot. But so were [n.p]; and when two people are pink, it is only the weather.",
    after:
      'The word hello was not heavy any more. It had been carried. || Next door somebody knocked on the wall, once, for hello, and [h] knocked back. || On the way home [h.s] said good night to three people and a post.',
    titles:
      'The Heaviest Word || Hello, Said {name} || {name} Behind the Curtain || A Pink Sort of Day || {name} and the One-Word Letter',
  }),
  drive('dark', {
    want: 'go all the way to {thing2} by night and touch it || go out after supper with no lamp',
    intro:
      '[h] liked everything about the evening until the light went off, and then [h.s] liked nothing. || [h] was afraid of the dark, which came every day. || By day [h] was not afraid of anything. But by night there was only the one thing, and it was everywhere. || Every evening at the same time, the dark came {place.at}, and [h] went under the blanket.',
    habit:
      '[h.s] kept a lamp lit, just in case, and a second lamp in case of the first. || [h.s] had counted: it was forty steps to {thing2}, and all forty were dark. || If [h.s] had to cross {place.name} late, [h.s] sang, and the song came out as thin as a thread.',
    tries:
      "First [h] took the lamp along. But a lamp makes a small room, and all round the room stood the dark, with its nose against the glass. || [h] tried to run through it so quickly that it wouldn't notice. It noticed. It was at both ends. || [h] went out with both eyes shut, since then it was [h.p] own dark, at least. [h.s] walked into {thing1} and came home. || [h] asked {thing1} how it managed, out there all night. It did not say. It only stood, and seemed all right.",
    cure: "Only then did [h] notice where [h.s] was. [h.s] was standing in the middle of the dark without a lamp. It was not black at all. It was blue by the wall and silver on {thing1}, and it smelled of {smell}. || [h] looked round for the thing that [h.s] had been afraid of. There was only the night, quite near, blue and large and minding its own business. || It was dark on the way back too. But now there were things in it: a bit of shine on {thing2}, a warm smell of {smell}, somebody's window. It had been full all along.",
    after:
      "The dark came in by the window, blue and silver, turned round once like a cat, and lay down on [h.p] feet. || [h.s] left the lamp on [h.p] shelf, in case [h.s] wanted it. [h.s] didn't. || Outside, forty steps of dark lay quietly, like forty stairs that somebody had swept.",
    titles:
      '{name} and the Blue Dark || Forty Steps || The Colour of the Night || {name} Puts Out the Lamp || What the Dark Was Keeping',
  }),
  drive('afraid', {
    want: 'go past {fear} with [h.sp] eyes open || look at {fear} and count to ten',
    intro:
      "[h] was not afraid of much, but [h.s] was afraid of {fear}, and that took up most of the day. || There was one thing that made [h.p] knees go like soup, and it was {fear}. || [h] had a list of things that [h.s] didn't mind. It was long. {Fear} came nowhere on it.",
    habit:
      '[h.s] knew nine ways home that had no {fearBare} in them, and the shortest took all afternoon. || When anyone so much as said the word, [h.s] had to sit down. || [h.s] had made [h.r] a hiding place for it, with a cushion.',
    tries:
      "First [h] tried looking at it from very far away, through a hole in a leaf. It was smaller. [h] wasn't any bigger, though. || Then [h] tried being fierce. [h.s] said “Hrrr” to {thing1}, and frightened [h.r]. || [h] tried thinking of something else. [h.s] thought of cake. Then [h.s] thought of {fear}, eating the cake. || [h] asked for a very small piece of it, to begin with. But nobody sells it by the piece.",
    cure: 'It was only afterwards that [h] noticed. {Fear} had been there the whole time, and [h.s] had been too busy to be afraid of it. It looked different from this side. It looked as if it had been waiting to be asked. || [h] counted to ten. [h.s] counted to eleven. {Fear} stayed just what it was, and so did [h].',
    after:
      '{Fear} was still in the world. But it was out there, and about its usual size. || [h.s] thought about {fear} once more, as you think about a hill that is behind you.',
    titles: '{name} Counts to Eleven || Nine Ways Home || {name} and the Thing on the List || Knees Like Soup',
  }),
  drive('sleepless', {
    want: 'fall asleep before the clock struck again || find out where sleep was',
    intro:
      "[h] could not sleep. [h.s] had tried it on both sides and in the middle. || Everyone {place.at} was asleep except [h], who was awake right down to the toes. || Sleep came to everybody else at eight o'clock. To [h] it did not come at all; perhaps it had lost the address.",
    habit:
      '[h.p] eyes kept coming open by themselves, like two badly shut drawers. || [h.s] had counted sheep until the sheep sat down. || The bed was too long, and then the night was.',
    tries:
      "First [h] went to look for it. [h.s] looked in all the places where you might leave a sleep: under the bed, behind {thing1}, in the other pocket. || Then [h] tried very hard. [h.s] screwed up both eyes and slept with all [h.p] might. It made [h.so] hot. || [h] tried to yawn on purpose. It got as far as the ears and stuck. || [h] pretended to be asleep, to see if sleep would fall for it. It didn't, but a beetle did, and tucked [h.so] in.",
    cure: 'And somewhere in the middle of it [h] had yawned. [h.s] had not even been trying. It was a real one; it had ears in it. || It was strange. As soon as there was somebody else to see to bed, [h.p] own feet grew heavy, one, and then the other. || “Thank you,” said [n], and yawned. [h] caught it, and it was the good kind, with a sigh at the end.',
    after:
      'Sleep had not been lost at all. It had only been waiting until [h.s] stopped looking. || It came up the stairs by itself, with its shoes in its hand.',
    titles:
      '{name} Looks for Sleep || Awake Down to the Toes || A Yawn for {name} || The Sleep That Had Lost the Address',
  }),
  drive('awake', {
    want: 'stay up until the very end of the evening and see what was there || be the last one awake in the whole place',
    intro:
      "[h] did not want to go to bed. Bed was where you missed things. || “I am not tired,” said [h], and said it every evening, at seven, at eight, and lying down. || [h] had made up [h.p] mind never to go to bed again, and had told everyone, so that they needn't ask.",
    habit:
      '[h.s] was thirsty, and then [h.s] was hungry, and then there was something that [h.s] had forgotten to tell {thing1}. || [h.s] was sure that the best part began as soon as [h.p] door was shut. || [h.s] could make one glass of water last until nine.',
    tries:
      "First [h] stayed up to see the evening's end. At nine it was splendid. At ten there was only {thing1}, and {thing1} had nothing to say. || Then [h] made a rule. It said, BEDTIME IS OFF. But everyone who came to read it was yawning so much that they couldn't get to the end. || [h] hid where no bedtime could find [h.so]. It was a good place, dark and warm and soft. [h.s] had to leave it in a hurry. || [h] walked up and down so as not to lie down. The path got longer each time, the way paths do at night.",
    cure: '“Good night, then,” said [h], and tucked in the last corner. [h.s] had said good night to everybody now. There was just one left to say it to. || So this was the end of the evening. [h] had seen it at last. It was a small quiet place with everybody asleep in it, and room for one more.',
    after:
      "“I'm not tired,” said [h]. “I am only keeping the bed comp…” || [h.s] was the very last one awake, for as long as it takes to think so.",
    titles: '{name} Is Not Tired || Bedtime Is Off || The End of the Evening || {name} Stays Up',
  }),
  drive('worried', {
    want: 'get through one whole day without an “and what if” || put down the worry, just until morning',
    intro:
      "[h] was a worrier, and a good one; [h.s] could find a worry in an empty room. || If a thing could go wrong, [h] had been up since five with it. || [h] collected what-ifs. What if it rains? What if it doesn't? What if there is soup?",
    habit:
      'The worries were small, but they liked company. || [h.s] packed for every walk as if for the sea. || [h.p] forehead had a fold in it where [h.s] kept the big ones.',
    tries:
      'First [h] tried to think each worry through to the end. But at the end of each there was a door, and behind the door sat the next. || Then [h] wrote them all down and put {thing1} on top. It was {thing1} that [h.s] worried about now. || [h] told them to go away. They only moved up a little and looked hurt. || [h] asked {thing2} whether it would be all right. {Thing2} did not say no.',
    cure: "“What if,” began [h], and stopped, because it had been. The what-if had come, and it had been about this big, and now it was over. || [h] felt for the fold in [h.p] forehead. It wasn't there. There had been no time to worry; there had been something to do.",
    after:
      'There was one what-if left, and it was a nice one. What if tomorrow is good? || The worries lay down in a row by the door, like shoes.',
    titles: '{name} and the What-Ifs || What If There Is Soup? || A Row of Small Worries || {name} Puts It Down',
  }),
];
