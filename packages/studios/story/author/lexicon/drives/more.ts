import type { Drive } from './define.ts';

/** More wordings for the drives that most wishes lead to. */
export const moreOfDrives: Record<string, Partial<Omit<Drive, 'id'>>> = {
  state: {
    want: ['find somebody who would not remark on it', 'see for once what good it was'],
    intro: [
      'It was like this: [h] {state}.',
      '[h] {state}, and had long since stopped saying sorry for it, except on Sundays.',
      'If you wrote down everything about [h], it would come to half a page, and right at the top you would put: [h.s] {state}.',
      'They will tell you a great deal about [h]; but in the end it comes to this, that [h.s] {state}.',
    ],
    habit: [
      'Aunts sighed. [h.p] own aunt sighed twice.',
      'At night [h.s] put it on the chair with [h.p] clothes, so to speak, and in the morning [h.s] had it on again.',
      'It came up at dinner, as a rule between the soup and the potatoes.',
      '[h.s] had a way of standing, on account of it, which other people called leaning.',
    ],
    tries: [
      'First [h] left it at home. By the corner it had caught up.',
      '[h] tried to be like {crowd1} instead. It went well enough, until {crowd1} came and wanted to be like {crowd1}, too.',
      '“You could take up an instrument,” said {crowd2}. [h] took up the triangle. Now [h] was as [h.s] had been, with a triangle.',
      '[h] slept on it. In the morning it was flatter, but there was just as much.',
      'There was a book about it, with a chapter on what to do. Somebody had cut out the chapter, and made it into a very nice boat.',
    ],
    cure: [
      '“I should like to be like that,” said [n]. [h] turned round to see who was meant. There was nobody else there.',
      'So that was what it had been for. All that time it had been lying about like a key, and [h] had thought that it was a spoon.',
      'Nobody said, “You see?” There was no need. [h] saw.',
      '“Do it again,” said [n]. “What?” said [h]. “Be like that,” said [n].',
    ],
    after: [
      '[h.s] put it on the chair for the night; and it looked quite well there, in the moonlight.',
      'If an aunt had come by now, she would have had to sigh about something else.',
      'Half a page, thought [h]. It read better from the bottom.',
      'It lay down when [h.s] did, and took up hardly any room.',
    ],
    titles: [
      '{name} and Half a Page',
      'Two Sighs for {name}',
      '{name} with a Triangle',
      'What {name} Had Thought Was a Spoon',
    ],
  },
  goal: {
    intro: [
      'Every birthday [h] shut both eyes and wished, and it was always the same: to {goal}.',
      'There it was again in the morning, sitting on the end of the bed: [h] wanted to {goal}.',
      '[h] could not have told you when it began. But by the spring everybody knew that [h.s] wanted to {goal}.',
      '“Not today, then,” said [h] every night, and shut the curtains. [h.s] meant: to {goal}.',
    ],
    habit: [
      'In the margin of everything that [h.s] wrote there was a small drawing of it.',
      '[h.s] saved up for it, in a jar. So far there were two buttons and a good intention.',
      'It made [h.so] late for things, because [h.s] kept meeting it on the way.',
      '[h.s] asked strangers about it, and remembered what they said, even about the weather.',
    ],
    tries: [
      'First [h] waited for a sign. There was one. It said, “Wet Paint.”',
      '[h] tried it with a run-up. The run-up was excellent, and [h.s] did it several times.',
      'Then [h] made a start in the middle, to save time. It turned out that the beginning had been holding it up.',
      '“Have you got a form?” asked {crowd1}. [h] had not. “You will want a form,” said {crowd1}, and looked pleased.',
      '[h] did it in [h.p] head first. There it went without a hitch, and everyone clapped; and then [h.s] opened [h.p] eyes, and it was still to do.',
      '[h] told it to come. It sat down, so to speak, and scratched.',
    ],
    cure: [
      'A thing like that does not come in at the door with a band. [h] had wanted to {goal}; and here [h.s] was, in the midst of it, with dirty knees.',
      '“To {goal},” said [h] slowly. “So that is how it goes.” [n] nodded, as if that had been plain from the start.',
      'There was nobody to say, “Now.” It had been now for some time.',
      'It was not until [n] asked what [h.s] was smiling at that [h] knew. [h.s] had wanted to {goal}. And [h.s] had.',
    ],
    after: [
      'The jar was empty, and so there was room in it.',
      'There was nobody sitting on the end of the bed. It was only warm there.',
      '“Not today, then,” said [h], from habit, and then [h.s] had to smile.',
      'In the margin of the day there was one small drawing more.',
    ],
    titles: [
      'Two Buttons and a Good Intention, {name}',
      '{name} and the Run-Up',
      'Not Today, {name}',
      '{name} in the Margin',
    ],
  },
  sad: {
    want: ['be glad again, if only as far as the knees', 'find one thing that was not grey'],
    intro: [
      'It had rained in the night, and some of it had got into [h]. Now [h.s] was sad.',
      '[h] was sad, right down to the socks. Somebody had only said good morning, and there it was.',
      'Nothing had happened to [h]. That was what made it so hard to tell anyone. [h.s] was just sad.',
    ],
    habit: [
      '[h.s] sighed. It was a long one, and it moved the curtain.',
      'The others were playing. It looked like a picture of people playing.',
      'When they asked what it was, [h.s] said that it was the wind.',
    ],
    tries: [
      'First [h] put on the yellow hat. Now [h.s] was somebody sad in a yellow hat.',
      '[h] ate a whole bag of cherries. Then there was the sadness, and there were the stones.',
      '“Think of something nice,” said {crowd1}. [h] thought of last summer. That made it worse, because it was over.',
      '[h] sang the funny song. It came out slow, and somebody took off a hat to it.',
    ],
    cure: [
      'The sadness had not gone away. But there were two of them under it now, as under a big umbrella, and there it was nearly cosy.',
      '[h] had been looking somewhere else for a while. When [h.s] looked back, the grey had a door in it, and the door was open.',
      '“Were you sad?” asked [n]. “Yes,” said [h]. It was the first time that [h.s] had said it. It was not so heavy, said.',
    ],
    after: [
      'A last bit of grey lay at the foot of the bed. It was warm there. It might stay.',
      'The curtain moved, and this time it was really the wind.',
    ],
    titles: ['{name} in a Yellow Hat', 'A Bag of Cherries', '{name} and the Big Umbrella'],
  },
  afraid: {
    want: [
      'stay where [h.s] was, just once, when there was {fear}',
      'look at {fear} for as long as it takes to drink a cup of tea',
    ],
    intro: [
      'Other people collect stamps. [h] was afraid of {fear}. It took up less room, but you had it with you all the time.',
      'In the daytime, with the door shut, [h] could say it quite calmly: “I am afraid of {fear}.” It was when the door was open that it grew.',
      'You would have taken [h] for somebody quite bold, unless there was {fear}. Then you would have found [h.so] behind you.',
    ],
    habit: [
      '[h.s] looked round corners with one eye at a time.',
      'When [h.s] drew a map of {place.name}, there was a big white patch, and everyone knew what was in it.',
      '[h.s] carried a spare pair of socks, because it is worse with cold feet.',
    ],
    tries: [
      'First [h] read up about {fear}. There were pictures. [h.s] read the rest of the book through a crack between two fingers.',
      '[h] made a bargain: you stay there, and I stay here. It kept the bargain, but it did seem to lean.',
      '“Imagine it in a hat,” said {crowd1}. [h] did. Now it was taller.',
      'Then [h] took a run at it with both eyes shut, and ran very bravely in the other direction.',
      '[h] wrote it a letter, and began, “Dear”. It was a beginning. But then came the name.',
    ],
    cure: [
      'Somebody had been brave; you could tell, because it was done. [h] looked about for whoever it was. There was only [h], with cold feet and two spare socks.',
      '[h.p] knees were still like soup. It had simply turned out that you can do it with soup.',
      'And {fear}? It had got a good deal smaller, or else it had stood back a little, to let [h.o] pass.',
      '“Were you not afraid?” asked [n]. “Yes,” said [h], “the whole time.” It was odd how light that was, when you had said it.',
    ],
    after: [
      'There was no white patch on the map any more. There was a path through it, quite narrow, and on it a very small sock.',
      'Somewhere {fear} was going to bed as well, and had, perhaps, a list of its own.',
      'It could come as far as the window, [h] had decided; and it stayed at the window.',
    ],
    titles: ['{name} and the White Patch', 'Dear…, Wrote {name}', '{name} with Spare Socks', 'Soup for {name}'],
  },
  'goal-journey': {
    habit: [
      '[h.s] had been to the end of the lane, and could tell you all about it, and did.',
      'Whenever anything went by on wheels, [h.s] stood at the fence and held [h.p] breath.',
    ],
    after: [
      'Somewhere a road lay out in the dark, and did not need to go anywhere.',
      'In [h.p] shoe there was a small stone from there. It could stay.',
    ],
  },
};
