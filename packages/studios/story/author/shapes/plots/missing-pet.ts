import { plot } from './plot.ts';

const pet = /\b(?:dog|cat|pet|puppy|kitten|rabbit|hamster|pony|horse)s?\b/;

/** A pet is missed: what it would have smelled is gathered for it, and comes back chewed. */
export const missedPet = plot({
  id: 'plot-missed-pet',
  when: (wish) => wish.misses !== undefined && pet.test(wish.misses) && !wish.goal && !wish.afraidOf,
  bind: ({ wish, random }) => ({
    pet: pet.exec(wish.misses ?? '')?.[0] ?? 'pet',
    one: random.pick(['a long grey one', 'a red one with a hole', 'one with ducks on it']),
  }),
  tell: {
    home: [
      'The bowl was full. It had been full since Monday. That was what was wrong with it. [h] missed [h.sp] {x.pet}, who was away for ten days to have a leg mended, at a doctor by the sea. Nobody sat on [h.p] feet at breakfast. They were quite cold.\n8+ Conversation, without somebody listening hopefully under the table, was not at all the same.',
      '[h] put the lid on the biscuit tin, and nobody came. As a rule, at that sound, somebody came at once, with all four feet. But [h.p] {x.pet} was a long way off, with a bad leg, to have it mended. [h] missed [h.sp] {x.pet} even under the table.\n8+ It is surprising how much of a house consists of somebody being in the way.',
    ],
    call: [
      'At six it was time for the walk. [h] stood by the door. There was no use in it. “We could go all the same,” said [f], “and do it for two.” So they went; and at each post they stopped, as one has to.',
      '“What would your {x.pet} be doing now?” asked [f]. “Going round,” said [h], “and smelling at things.” The things were all still there. It seemed wrong that nobody was smelling at them.',
    ],
    try1: [
      'At home [h] wrote a letter. “I miss you,” it said. [h.s] read it out loud. It was true; but it was not a thing that a {x.pet} would read. “There is no smell in it,” said [f].',
      'First [h] sent a kiss. It was put in a bag, and tied. When they opened it to see, there was nothing in there but bag.',
    ],
    try2: [
      'They drew a picture of all three of them. In the middle, there was a wagging bit. It was the best they could do.',
      '“Get a goldfish,” said {crowd1}. [h] said no, thank you. It would not fit on both feet.',
    ],
    low: [
      '{dusk} [h] sat on the mat. There were still hairs on it. In the corner lay a sock, {x.one}. It had been carried off so often that it was more {x.pet} than sock. [h] held it to [h.sp] nose. It smelled of rain, of wet post, of home. You could see the whole street in it.',
      '{dusk} It was worst on the stairs, where there should have been somebody in the way. [h] trod on something soft. It was a sock, {x.one}; it had been stolen on Sunday, and chewed. It smelled of everywhere that they had been. [h] stood still. Of everywhere?',
    ],
    turn: [
      '“That is how you write to one,” said [h]. [h.s] took the sock out with [h.o], and rubbed it on all the posts.\n6+ It was rubbed on the step of the baker, and on the wet side of the gate.\nLast of all [h.s] slept in it for one night, on the left foot, and sent it off by post.',
      '[h] did not wash the sock. [h.s] took it from post to post, and wiped it well on each. It got the baker, the bridge, and a bit of the goose. Then [h] wore it to bed; and in the morning it went off by post.',
    ],
    result: [
      'Then a parcel came, rather damp. In it was the toe of a sock. The rest was holes. “It was read eleven times,” wrote the doctor, “and slept on.” [h] held it close. It smelled of the sea, and of [h.p] {x.pet}.',
      'An answer came on Friday. It was the same sock, chewed from end to end, and rolled in sand.\n6+ [h] put it to [h.sp] nose, and shut both eyes.\nThere was the sea in it. And under that, as warm as bread, there was [h.p] {x.pet}.',
    ],
    reward: [
      '“It is a very long letter,” said [f]. [h] read it all evening. [f] asked to read it as well, took one breath, and said that it must be private.',
      '“Is it good news?” asked [f]. “I am coming, and I have a leg,” read [h]. They did the walk, with the sock, and let it choose the way.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ At the end of the bed lay the sock, right across both feet. It had not much weight. But it had just the warm place. [h] moved over a bit, to leave room for a {x.pet}, and slept.',
      '{comfort} {bedLine} ¶ Far off, by the sea, somebody turned round three times on a blanket. [h] turned round, too. It came to the same thing; they were both asleep.',
    ],
  },
  titles: ['{name} and the Sock That Went by Post', '{name} Writes to a Nose', 'A Letter for a Nose, by {name}'],
  stage: {
    home: { pose: 'sit', look: 'sad' },
    low: { pose: 'sit', look: 'sad' },
    turn: { pose: 'walk' },
    result: { look: 'happy' },
  },
});
