import { plot, wants } from './plot.ts';

/** To have something grow: it is dug up each day to be looked at, and grows where it was swept away. */
export const growGarden = plot({
  id: 'plot-garden',
  when: wants(
    /\b(?:garden|flowers?|plant|grow (?:a|an|some|the|vegetables|flowers|things)|seeds?|tree|sunflower|vegetables)\b/,
  ),
  bind: ({ random }) => {
    const pot = random.pick([
      'an old boot',
      'a kettle with no lid',
      'a drawer that belonged to nothing',
      'a hat that had been sat on',
    ]);
    return {
      pot,
      thePot: pot.replace(/^an? /, 'the ').replace(/ (?:that|with)\b.*/, ''),
      pots: random.pick([
        'kettles, two drawers and a bath',
        'boots, a drum and half a boat',
        'pans, a hat and the box of a clock',
      ]),
    };
  },
  tell: {
    home: [
      '[h] had a spoon for a spade, and a paper bag with nine seeds in it. All [h.s] needed now was the rest. [h.s] wanted to {goal}. But all round [h.p] door there was only stone, swept very clean.\n8+ It was generally considered to be the tidiest yard in the neighbourhood, and the least interesting.\n? {t.cost}',
      'Other people looked out at roses. [h] looked out at a yard of grey stones and a broom. “I want to {goalMe},” [h.s] said each morning; and each morning [h.s] swept the yard, so that it would be tidy when it came.\n8+ It was generally agreed that no other {kind} had such respectable stones.',
    ],
    call: [
      '“A seed needs earth,” said [f], who knew a thing or two. “So we need something to put the earth in.” They found {x.pot}. [h] pressed the nine seeds in, one by one, and said good night to each. “How long does it take?” “Not long,” said [f]; but [f] was thinking of soup.',
      'Then [f] came by with a cart of good black earth that nobody wanted. [h] put it in {x.pot}, and the nine seeds into that. “Now we wait,” said [f]. “I am good at waiting,” said [h], and waited until lunch.',
    ],
    try1: [
      'On Monday [h] dug up a seed, to see if it had begun. It had not. On Tuesday [h.s] dug up three. By Friday [h.s] had seen all nine of them, and they had seen [h.so]. Each time some earth fell on the stones; and each time [h] swept it neatly to the wall.',
      'After lunch there was nothing to see. So [h] dug them up to look, and put them back. [h.s] did it at three, and at four, and by lamplight. Half of it fell out on the stones. [h.s] swept that into the crack by the wall, as one does.',
    ],
    try2: [
      '[h] sang to {x.thePot}. [h.s] read it a book about roses, with the pictures. [f] held up a lamp, to be the sun. A beetle came, and thought that it was for him.',
      'They gave it water. They gave it more, in case. In the end it had to be tipped out, and that went to the wall as well. “Perhaps it is shy,” said [f].',
    ],
    low: [
      '{dusk} [h] dug once more, all the way down to the bottom. There was no seed. There was not even one. “I have looked them all away,” said [h].\n6+ [h.s] put down the spoon.\nThe yard was clean and grey. It was the tidiest nothing that you ever saw. So [h] took the broom.',
      '{dusk} Now there was nothing in {x.thePot}. There would be no {kind} with a garden, this year. “I shall sweep,” [h.s] said, with a small voice, for it was time to sweep; and [h.s] took the broom.',
    ],
    turn: [
      'But at the wall the broom stopped. There was something green in the way. It was no bigger than a pea. Beside it was one more. [h] counted; there were nine. They stood in the crack, in everything that [h.s] had ever swept there. “Do not look at them!” said [h]. And [h.s] hung up the broom.',
      '[h] bent down. By the wall, where the dirt always went, something had put up a thin green finger. [h] put out a hand to pull it up and look. Then [h.s] took the hand back, and sat on it. It was hard. “Nine,” [h.s] whispered, with only [h.sp] eyes.',
    ],
    result: [
      'From then on [h] did not sweep, and did not dig. [h.s] only carried water, and stayed on the step. It took until June.\nThen one morning the whole wall was in flower, yellow to the top, and the bees stood in line. And so it was that [h] {goalPast}.',
      'What [h] did now was nothing. [h.s] did it every day, from the step, with both hands well away. And the green went up. It had leaves; it had buds; and on a Sunday it opened.\n6+ It smelled right into the kitchen.\n[h] {goalPast}, at last, and all of it had come out of the broom.',
    ],
    reward: [
      'Now everybody wanted to know how it was done. They filled {x.pots}. “And then?” they asked. “Then you do not look,” said [h]. “That is the work.” In the whole yard there was only one clean place left. It was where the beetle sat, in the sun, on a chair.',
      '“You have missed a bit,” said [f], and pointed at the dirt. “I know,” said [h], and was proud of it. They put {x.pots} in a row, and gave each of them some earth, and looked the other way.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ The broom hung on its nail. A flower of the garden had climbed up the handle to see where it all came from. By the time it got to the top, [h] was asleep.',
      '{comfort} Through the window came a smell of wet earth. ¶ {bedLine} ¶ [h] did not get up to see if the garden was still there. It grew by itself, in the dark; and in the bed sleep came up, all by itself, over [h.n].',
    ],
  },
  titles: ['{name} and Nine Seeds', '{name} Does Not Look', 'What {name} Swept Away', '{name} and the Tidy Yard'],
  stage: {
    try1: { pose: 'reach', look: 'curious' },
    low: { pose: 'sit', look: 'sad' },
    turn: { pose: 'reach', look: 'surprised' },
  },
});

/** To find a treasure: what is dug up by mistake opens what they have sat on all along. */
export const findTreasure = plot({
  id: 'plot-treasure',
  when: wants(/\b(?:treasure|gold|jewels?|diamonds?|gems?)\b/),
  bind: ({ random }) => ({
    first: random.pick(['a spoon with a hole in it', 'one half of a pair of glasses', 'a very old bun']),
    second: random.pick(['the lid of a pot', 'a bell that had lost its ding', 'a button with a ship on it']),
    inside: random.pick([
      'marbles, and each of them had a sunset in it',
      'gold buttons, hundreds of them, as yellow as butter',
      'little glass lamps, red and green, with a candle end in every one',
    ]),
  }),
  tell: {
    home: [
      'By the door of [h.full] stood an iron box. It had never been open. It was good for sitting on, and for taking your boots off. [h] sat on it now, and looked at the sky. [h.s] wanted to {goal}; but where do you begin?\n8+ Most of the really valuable treasures had been discovered already, by people with better hats.\n? {t.cost}',
      '“I want to {goalMe},” said [h.full]. [h.s] said it as always, sitting on the rusty box outside, which was the only seat there was. It had no key, and it rattled a bit when you kicked your heels. All the best ideas came there.\n8+ It had belonged to a great-grandfather, who had also used it exclusively for sitting.',
    ],
    call: [
      '[f] had a map. It was torn at three sides and brown at the fourth. There was a cross on it. “That is tea,” said [h]. “It may be tea,” said [f], “but it is in the right shape.” They took two spades, and left at once.',
      'Then [f] came up the road, with two spades and half a map. There was a brown cross on it. “Who made that?” asked [h]. “A pirate,” said [f], “or it may be tea.” That was enough. [h] jumped off the box.',
    ],
    try1: [
      'They dug where the cross was. Clink! It was {x.first}.\n6+ “That is no treasure,” said [f]. [h] put it in the bag, all the same.\nThey dug to the left of it. Clunk! It was {x.second}. Then there was just a bit of bent iron. A mole looked out, and asked them to shut the door.',
      'In the first hole was {x.first}. In the second was {x.second}. In the third was a mole, who asked them to shut it. In the last lay a bent bit of iron. It all went into the bag.',
    ],
    try2: [
      '[f] used the bit of iron to scratch an itch. It was good for that, at least, and so they kept it.',
      'It was hot. They dug in a ring, and met each other in the middle. “Have you come far?” asked [h].',
    ],
    low: [
      '{dusk} There were nine holes, and no treasure. “It was tea,” said [f].\n6+ They went home with the bag between them, and it clinked.\n[h] sat down on the box by the door, and took out the bent iron. It was a poor sort of treasure.',
      '{dusk} They were so tired that the spades pulled them home. [h] sat down on the box by the door, and emptied the bag.\n6+ It was a poor sort of treasure.\n[h.s] kicked [h.sp] heels. The box rattled.',
    ],
    turn: [
      '[h] turned the bit of iron over. It had two teeth, with a gap between. [h.s] had seen something like that, the other way round. But where? [h] stood up, slowly, and looked at what [h.s] had been sitting on.',
      '“Why does it rattle?” said [h]. “It always has,” said [f]. But [h] was on [h.sp] knees already, and rubbed the rust away with one thumb. There was a hole, with two small notches. And the bit of iron had two teeth.',
    ],
    result: [
      'It went in, and round, and said “crick.”\n6+ The lid came up by itself, as if it had been longing to stretch.\nThe box was full to the top: it was {x.inside}. So [h] {goalPast}, after sitting on it all those years.',
      'Crick, said the lock; and crack, said the lid. A light came out, and went up the wall. “Oh,” said [f]. In it were {x.inside}. [h] {goalPast} just one step from the door, after walking for a whole day away from it.',
    ],
    reward: [
      'They gave some to the mole, for the trouble. “Is it tea?” said the mole, and bit it. [f] looked at the map again, from the other side, and then upside down. There was a small square by a door, and under it, in brown, a cross. “Well,” said [f], “and that one is jam.”',
      'Everyone {place.at} was given a piece of the treasure. In the end there was room in the box again; and it was a better seat than before, for now it opened. [f] kept the tea map, and had it framed.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ One piece of the treasure stood on the sill, and shone. Outside the box held its mouth open to the stars, in case any should drop. None did. [h] was asleep.',
      '{comfort} {bedLine} ¶ [h] had taken [h.sp] boots off on the box, as on every evening. It did not rattle any more. It had said what it wanted to say. It was quiet by the door; it was quiet in the bed; and [h] slept.',
    ],
  },
  titles: ['{name} and the Cross Made of Tea', 'Nine Holes, {name}', '{name} and the Box by the Door'],
  stage: {
    try1: { pose: 'reach' },
    low: { pose: 'sit', look: 'sad' },
    turn: { look: 'curious' },
    result: { pose: 'reach', look: 'surprised' },
  },
});
