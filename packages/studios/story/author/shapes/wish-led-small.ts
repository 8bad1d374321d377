import type { Shape } from '../plan/shape.ts';
import { making, raceTo } from './wish-led.ts';

const small: Shape['bands'] = ['2-3'];

/** Something is made for somebody, for the youngest. */
export const madeForSmall: Shape = {
  id: 'made-for-small',
  bands: small,
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (wish.aim?.kind === 'make' ? 22 : 0),
  bind: making,
  tell: {
    home: [
      '[h] has a plan. It is a big plan. [h] will {x.make} {x.a}.\n\nIt is for {x.whom}. Shh. Do not tell!',
      'What can you give to {x.whom}? [h] thinks. A stone? No. A sock? No.\n\n{x.A}! [h] will {x.make} {x.a}.',
      '“I will {x.make} {x.a},” says [h]. “For {x.whom}.” And [h] gets a spoon, a box and a bun.',
    ],
    call: [
      '“Can I help?” says [f]. “You can hold this,” says [h]. [f] holds it.',
      'First a bit of this. Then a bit of that. “Is that {x.the}?” says [f]. Not yet.',
    ],
    try1: [
      '[h] puts one bit on one bit. Up, up. Wobble. Bump! That is not {x.a}. That is a heap.',
      'Pat, pat. Tap, tap. [h] looks at it. It has a hole. You can see [f] in it. Hello, [f].',
    ],
    try2: [
      'Once more. Here is the top. Where is the rest? [f] sits on it.',
      'Now it is too big. [h] is in it. “Out, please,” says [h]. [f] pulls. Plop!',
    ],
    try3: ['[h] has glue on one ear. [h] has glue on one foot. Hop, hop. Stuck.'],
    try4: ['“Is it done?” says [f]. It is not. They have a bun. Then it is a bit more done.'],
    low: [
      'There is {x.the}. It is just right for [h]. But it is not for [h]! It is for {x.whom}. Oh.',
      '[h] sits down. It is all wrong. [h] thinks of {x.whom}. How big? How small?',
    ],
    turn: [
      'Off comes this bit. On goes that bit. Slow, slow. [h] thinks of {x.whom}, and of nothing else.',
      '“I know,” says [h]. One bit less. One bit more. One soft bit, on top. There!',
    ],
    result: [
      'It is done! It is {x.a}, and it is for {x.whom}. And look! It fits.',
      'Here comes {x.whom}! [h] says, “For you.” It is just the right one. Oh, what {x.a}!',
    ],
    reward: [
      '“Who made it?” [f] points at [h]. [h] points at [f]. They did.',
      '[h] has no more glue. But [h] has a big, big smile, and paint on the nose.',
    ],
    rest: [
      'The box is empty. The sun is down. {comfortSmall} “Good night,” says [h] to {x.the}.\n\nShh. [h] sleeps.',
      '{comfortSmall} Hands are washed. Well, one hand. The other hand sleeps. Then [h] sleeps, too.',
      'Up there is a star. In here is a yawn. {comfortSmall}\n\nNight-night, {x.bare}. Night-night, [h.n].',
    ],
  },
  titles: ['{name} and the {x.bare.title}', 'The {x.bare.title}', 'A Plan for {name}'],
};

/** Two race and come in together, for the youngest. */
export const raceSmall: Shape = {
  id: 'race-small',
  bands: small,
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (wish.aim?.kind === 'race' ? 24 : 0),
  bind: raceTo,
  tell: {
    home: [
      'Here is [h]. Here is [f]. “I am fast,” says [h]. “I am fast,” says [f].\n\n“A race!” they say. “To {x.to}!”',
      '[h] and [f] stand on a line. One foot here. One foot there.\n\nThey race to {x.to}. One, two, three. Go!',
    ],
    call: [
      'Who will be first? [h] puffs. [f] puffs. {x.To} is a long, long way off.',
      '“Wait,” says [h]. “I have an itch.” They wait for the itch. Now go!',
    ],
    try1: [
      '[h] is first! Run, run. Oh, a daisy. Sniff. Now [f] is first.',
      '[f] is first! [f] looks back to see. Bump! That was a post. Now [h] is first.',
    ],
    try2: [
      'Up the hill. Puff. Puff. Down the hill. Whee! Which one is first? You can not see. It is all legs.',
      'A cow is in the way. “Moo,” says Cow. They go round, one on each side.',
    ],
    try3: ['There is a puddle. Splash, goes [h]. Splash, goes [f]. Once more? Once more. Then on!'],
    try4: ['They are both so hot. They sit down. “Are we racing?” says [f]. “Yes,” says [h]. They sit fast.'],
    low: [
      '[h] is in front. There is {x.to}! But where is [f]? [h] looks back. Nobody is there.',
      '[h] can see {x.to}. One more hop! But it is so quiet. No puff. No [f].',
    ],
    turn: [
      '[h] turns round. Back, back, back! There is [f]. [f] is stuck. “Here is my hand,” says [h].',
      '“Help!” says a small voice. [h] does not race on. [h] runs back. Pull. Pull. Pop! Out comes [f].',
    ],
    result: [
      'Now they go side by side. One step. One step. And both touch {x.to}. Ding!',
      'Here is {x.to}. “You first,” says [h]. “You first,” says [f]. In they go, in one big hop.',
    ],
    reward: [
      '“Who was first?” says Cow. “We were,” they say.',
      '[h] gets half a plum. [f] gets half a plum. That is the prize. Slurp.',
    ],
    rest: [
      'Now they race to bed, very slowly. {comfortSmall} Who sleeps first? [f] does. No, [h] does.\n\nShh. Both sleep.',
      'Four tired feet, and some more. {comfortSmall} “Ready?” says [f]. “Go,” says [h].\n\nAnd off they go, to sleep.',
    ],
  },
  titles: ['{name}, {friend} and {x.to.title}', '{name} and {friend} Race', 'To {x.to.title}, {name}!'],
  stage: {
    call: { pose: 'run', look: 'determined' },
    try1: { pose: 'run', look: 'laughing' },
    result: { pose: 'run', look: 'happy' },
  },
};

/** They set out and they arrive, for the youngest. */
export const arriveSmall: Shape = {
  id: 'arrive-small',
  bands: small,
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (wish.goal?.kind === 'journey' && !wish.aim ? 13 : 0),
  tell: {
    home: [
      '[h] wants to {goal}. “Is it far?” says [f]. It is far. They put on hats.',
      'Look, there goes [h], with a bag. In the bag is a bun. [h] is off to {goal}!\n\n“Me too,” says [f]. In goes one more bun.',
    ],
    call: [
      'Bye, {thing1}. Bye, {thing2}. Step, step, step. [h] is in front. [f] is not.',
      'Which way? This way, says [h]. That way, says [f]. They go this way, and then that way.',
    ],
    try1: [
      'Is it here? No. Here is a cow. “Good day, Cow.” On they go.',
      'Up a hill they go. Is it up here? No. Here is only wind. Hold on to the hats!',
    ],
    try2: [
      'Is it down there? No. Down there is mud. Squelch. One boot stays in. Pull! Pop.',
      'A snail knows the way. It takes all day to say it. “Left,” says Snail, at last.',
    ],
    try3: ['They have the buns. Then the bag is light, and they are not.'],
    try4: ['[f] sits on [h.p] foot. “No more steps,” says [f]. [h] has one more. They use that.'],
    low: [
      'Now it is late. [f] has a wet sock. “Can we go home?” says [f]. [h] looks back. [h] looks on.',
      'There is no more road. Oh dear. [h] sits. [f] sits.',
    ],
    turn: [
      '[h] shuts both eyes. Sniff. Listen! There is something. “Come,” says [h]. “Hold on to me.”',
      '“One more hill,” says [h]. “A small one.” Up they go, hand in hand, and do not talk.',
    ],
    result: [
      'And there! They did it! That is how it is to {goal}. Oh. Oh! It is so big.',
      'Stop. Look. [h] looks, and [f] looks. To {goal}! Today! It was not a dream.',
    ],
    reward: [
      '[h] takes one small stone home. It was there, too. It saw it all.',
      '“You were in front,” says [f]. “You were next to me,” says [h].',
    ],
    rest: [
      'Home is not so far, on the way back. {comfortSmall} Boots off. Hats off.\n\nShh. [h] sleeps, and goes there once more.',
      '{comfortSmall} The stone lies by the bed. [h] lies in the bed.\n\nGood night, road. Good night, [h.n].',
    ],
  },
  titles: ['{name} and {friend} Go Far', 'One More Hill, {name}', 'Off Goes {name}'],
  stage: { call: { pose: 'walk', look: 'happy' } },
};

/** What is waited for comes while one plays, for the youngest. */
export const awaitedSmall: Shape = {
  id: 'awaited-small',
  bands: small,
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (wish.aim?.kind === 'wait' ? 22 : 0),
  bind: ({ wish }) => ({
    what: (wish.aim?.kind === 'wait' ? wish.aim.what : 'spring').replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]'),
  }),
  tell: {
    home: [
      '[h] waits for {x.what}. [h] sits on {thing1} and waits. Is it now? No.',
      'What is [h] doing? [h] waits. For {x.what}! All day long.',
    ],
    call: ['[f] comes. “Play with me?” says [f]. “I can not,” says [h]. “I wait.”'],
    try1: [
      '[h] looks left. [h] looks right. A cat comes. That is not it.',
      '[h] counts. One, two, ten. Is it now? No.',
    ],
    try2: [
      '[h] waits on one foot. Then on the other one. Plop.',
      '[h] waits with both eyes shut. Peep! No. It is still not here.',
    ],
    try3: ['Hello, Clock. Can you go fast? Tick, says Clock. Tock. No.'],
    try4: ['[h] eats a bun to make it come. It was a good bun.'],
    low: [
      'The sun is low. [h] is sad. And who is that, down there? It is [f]. [f] waits, too. [f] waits for [h]!',
      'No more wait is left. [h] has used it all. “I am still here,” says [f].',
    ],
    turn: [
      '“Come,” says [h]. They dig. They hop. They laugh. [h] does not look down the road. Not once!',
      '[h] gets down. “I will play,” says [h]. Splash! Mud on the nose. Mud on the toes.',
    ],
    result: [
      'And then, and then! Who is there? What is that? It is {x.what}! Here! Now!',
      'Tap, tap. [h] turns round. Oh! It has come. It is {x.what}!',
    ],
    reward: ['“I did not wait,” says [h]. “And you came!” [f] claps.'],
    rest: [
      '{comfortSmall} Now there is one thing to wait for. It is soft. It is sleep.\n\nHere it is. Shh. [h] sleeps.',
      'Mud off. Moon on. {comfortSmall} No more wait.\n\nNight-night, [h.n].',
    ],
  },
  titles: ['{name} Waits', 'Is It Now, {name}?'],
};
