import type { Shape } from '../plan/shape.ts';

/** A visitor who comes when it is quiet (S7). */
export const toddlerVisit: Shape = {
  id: 'slow-visit-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) =>
    wish.traits.some((trait) => ['shy', 'impatient', 'lonely', 'fast', 'curious', 'afraid'].includes(trait))
      ? 9
      : wish.goal?.kind === 'befriend'
        ? 10
        : wish.traits.length || wish.lost
          ? 1
          : 4,
  tell: {
    home: [
      '[h] sees a tail. Whose tail? Gone!\n\n“Come out,” says [h]. “Come and play!” {Noise}! Nobody comes.',
      'Who is that behind {thing1}? Two eyes. Pop! No eyes.\n\n“Hello!” says [h]. {Noise}! Nobody comes.',
    ],
    call: ['[h] wants to say hello. Only hello. And perhaps one hug.'],
    try1: [
      '[h] hops. Hop, hop, hop! Nobody comes.\n\n[h] sits. But [h.p] foot goes tap. Tap, tap. Nobody comes.',
      '[h] sings a song. La, la, la! Nobody comes. [h] hides. But [h] giggles. Nobody comes.',
    ],
    try2: ['[h] puts down a bit of bun. Here, on {thing1}. [h] waits. One. Two. “Now?” says [h]. Nobody comes.'],
    try3: [
      '[h] lies down flat. Nose in the grass. Ants go by. One of them says hello. That is nice. But it is an ant.',
    ],
    try4: ['[h] waits and waits. The sun goes down a bit. [h.p] ear itches. [h] does not scratch.'],
    low: [
      '“Too loud,” says a small voice. “Too fast.” [h] thinks. Oh.',
      'It is not a game, thinks [h]. Somebody is shy.',
    ],
    turn: [
      '[h] sits down. No hop. No tap. No song. [h] breathes, in and out. [h] looks the other way.',
      'So [h] shuts [h.p] eyes. Still feet. Still nose. Still tail. Shh.',
    ],
    result: ['Step. Step. Something warm is there. It is [f]! “Hello,” says [f]. “Hello,” says [h], very, very low.'],
    reward: ['[h] has half a bun. [f] has half a bun. Chew, chew. Nobody says a thing. It is nice.'],
    rest: [
      '[f] leans on [h]. [h] leans on [f]. {comfortSmall}\n\nShh. [f] sleeps. Shh. [h] sleeps too.',
      'It is night. {comfortSmall} Two small yawns.\n\nNight-night, [f.n]. Night-night, [h.n]. Not a hop. Not a tap.',
    ],
  },
  titles: ['Nobody Comes', 'Two Eyes', '{name} Sits Still'],
};

/** The day is told over once more, and ends (S15). */
export const toddlerRound: Shape = {
  id: 'day-told-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) =>
    wish.traits.some((trait) => ['awake', 'sleepless', 'sleepy', 'kind'].includes(trait))
      ? 10
      : wish.traits.length || wish.lost || wish.goal
        ? 2
        : 5,
  tell: {
    home: [
      '[h] is not tired. No, no, no. The moon is up. [h] is up, too.\n\n“Good night, {thing1},” says [h]. {Thing1} says nothing. Shh. Asleep.',
      '“Bed,” says the moon. “No,” says [h]. “First I say good night.”\n\nGood night, {thing1}. Good night, {thing2}.',
    ],
    call: ['Who is still up? [h] will go and see. Pat, pat, pat, go [h.p] feet.'],
    try1: [
      'Who is in the tree? A bird. One eye is open. “Good night, Bird,” says [h]. Pop. Shut.\n\nOn goes [h]. Pat, pat, pat.',
      'Who is in the straw? A hen. “Buk,” says Hen. “I am too hot.” [h] lifts the straw. Better. Good night, Hen.',
    ],
    try2: ['Who is in the pond? A frog. “A drink,” says Frog. But the pond is all drink! Good night, Frog.'],
    try3: ['Who is in the shed? A mouse. “One more song,” says Mouse. [h] sings. La, la, la. Good night, Mouse.'],
    try4: ['Who is on the roof? A cat. “One more hug,” says Cat. Squeeze. Good night, Cat.'],
    low: [
      '“A drink,” says [f]. “A song,” says [f]. “A hug.” [h] runs. [h] sings. [h] hugs. Puff, puff.',
      "And who is here? [f]! [f] sits up. “I can't sleep,” says [f]. Oh dear.",
    ],
    turn: [
      '[h] tucks in [f]. One side. The other side. “Lie down,” says [h]. “Like this.” [h] lies down, too.',
      '“I know,” says [h]. “First the toes. Then the nose.” [h] shows how. Toes. Nose.',
    ],
    result: ['[f] shuts one eye. [f] shuts two eyes. Shh.'],
    reward: ['Now all are in bed. All but one. Who can it be? [h] looks left. [h] looks right. Hm!'],
    rest: [
      '“I am not tired,” says [h]. “I just lie here.” {comfortSmall}\n\nFirst the toes. Then the nose. Then [h] sleeps.',
      'Good night, {thing1}. Good night, moon. {comfortSmall}\n\nOne is left. Good night, [h.n]. Shh.',
    ],
  },
  titles: ['First the Toes', 'Who Is Still Up?', 'Good Night, {name}'],
};

/** The dark or another fear turns out to be full of small good things (S12). */
export const toddlerDark: Shape = {
  id: 'two-troubles-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (wish.traits.some((trait) => ['dark'].includes(trait)) ? 12 : 0),
  bind: ({ wish }) => ({
    it: wish.traits.includes('dark') ? 'dark' : (wish.afraidOf ?? 'dark').replace(/^(?:the|an?) /, ''),
    It: wish.traits.includes('dark') ? 'The dark' : `The ${(wish.afraidOf ?? 'dark').replace(/^(?:the|an?) /, '')}`,
  }),
  tell: {
    home: [
      '[h] does not like the {x.it}. No, no. [h] hides in [h.p] bed. Only the nose is out.\n\nTap, tap. Who is there?',
      '{x.It} is big. [h] is small. [h] has a lamp. Click. Now it is bright here.\n\nBump. Bump. What is that?',
    ],
    call: ['[h] looks. One eye. Two eyes. It is only [f].'],
    try1: [
      'It is [f]. “I am lost,” says [f]. “Come with me?” “Out there?” says [h]. “No!”\n\n[h] puts out one toe. In goes the toe.',
      '“I want to go home,” says [f], “and I am small.” [h] is small too. One step out. One step back.',
    ],
    try2: ['[h] takes the lamp. But the lamp goes plink. Out. Oh! “I am here,” says [f]. “I am here, too,” says [h].'],
    try3: ['[h] sings a bit. La, la. [f] sings a bit. La. Two small songs make one big one.'],
    try4: ['Step, and step. Stop. What is that? A leaf. Hello, Leaf. Step, and step.'],
    low: [
      '[f] is sad. [f] has wet eyes. [h] looks at [f]. [h] looks out there. It is very big.',
      "“I can't go alone,” says [f]. [h] thinks. [f] is very, very small.",
    ],
    turn: [
      '“Take my hand,” says [h]. Out they go. One step. Two steps. Three!',
      'So [h] gets up. [h] takes hold of [f]. Out! One step, and one more.',
    ],
    result: [
      'And look! It is not black. It is blue. There is a star. There is a warm smell. {NoiseSoft}, says [h].',
      'Oh! It is blue here. It is soft. Plip, goes the tap. Hoo, goes an owl. It was all here, all the time.',
    ],
    reward: [
      'There is the house of [f]. “Thank you,” says [f]. “Come again.” “I will,” says [h]. And [h] goes home, all alone!',
    ],
    rest: [
      '[h] lies in bed. {comfortSmall} The {x.it} comes in. It is blue. It lies down on [h.p] feet.\n\nNight-night, you. Night-night, [h.n].',
      'Now [h] is in bed, nose and all. {comfortSmall}\n\nGood night, star. Good night, {x.it}. Shh. [h] sleeps.',
    ],
  },
  titles: ['{name} and the Blue Night', 'One Toe Out', 'Not Black, Blue'],
};

/** A wish that comes bit by bit, while one is not looking (S20). */
export const toddlerNotYet: Shape = {
  id: 'not-hurried-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) =>
    (wish.goal && wish.goal.kind !== 'journey') || wish.cannot
      ? 10
      : wish.traits.some((trait) =>
            ['impatient', 'angry', 'sad', 'jealous', 'sibling', 'missing', 'hungry', 'bossy'].includes(trait),
          )
        ? 7
        : 2,
  bind: ({ wish }) => {
    const phrase = (
      wish.goal?.phrase ??
      wish.cannot ??
      (wish.traits.includes('sad') || wish.traits.includes('missing')
        ? 'be happy'
        : wish.traits.includes('hungry')
          ? 'have a plum'
          : wish.traits.includes('sibling') || wish.traits.includes('jealous')
            ? 'have a turn'
            : wish.traits.includes('angry')
              ? 'be let alone'
              : 'have a flower')
    ).replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]');
    return { want: phrase };
  },
  tell: {
    home: [
      '[h] wants to {x.want}. Now. Right now!\n\n“Not yet,” says [f]. “First a hop.” [h] hops. Hop! Now? Not yet.',
      'What does [h] want? [h] wants to {x.want}. “Now!” says [h].\n\n“Not yet,” says [f]. “{Noise}!” says [h]. But no.',
    ],
    call: ['Not yet is a long word. It is as long as a worm. [h] sits on it.'],
    try1: [
      '[h] tries. One, two, three! Plop. [h] sits in the mud. Now? Not yet.\n\n[f] gives [h] a bun. Half a bun is good.',
      '[h] runs up the hill. [h] runs down the hill. Puff! Now? Not yet.',
    ],
    try2: ['[h] climbs on {thing1}. Up, up, and down. Bump! Now? Not yet.'],
    try3: ['[h] asks a snail. “Not yet,” says Snail. Snail says it very slowly. That takes all day.'],
    try4: ['[h] stamps. Stamp, stamp! The mud goes splat. [h] looks at the splat. It is a good splat.'],
    low: [
      '[h] is cross. Then [h] is sad. Then [h] is only tired. [f] sits down close. “I want to {x.want}, too,” says [f].',
      'Look at [f]. [f] is small. [f] wants it, too. [f] says nothing.',
    ],
    turn: [
      '“You first,” says [h]. [h] helps [f]. A push, and a hup! [f] laughs. [h] laughs, too. A bit, and a bit, and…',
      '“I will show you,” says [h]. Like this, and this. Slow, and soft. And look!',
    ],
    result: [
      'Now! [h] did it. Just a bit. [f] saw it, and so did the sky.',
      'Now? says [f]. Now! says [h]. It is a small now. But it is here.',
    ],
    reward: ['[h] does it again. And again. And one time more, for luck.'],
    rest: [
      'The sun goes in. {comfortSmall} “More,” says [f]. “Not yet,” says [h]. “First we sleep.”\n\nNight-night, [f.n]. Night-night, [h.n].',
      '{comfortSmall} Bed is soft. “Tomorrow?” says [h]. “Tomorrow,” says [f].\n\nNot yet, not yet. First, sleep. Shh.',
    ],
  },
  titles: ['Not Yet, {name}', 'Now? Not Yet', '{name} and the Long Word'],
};
