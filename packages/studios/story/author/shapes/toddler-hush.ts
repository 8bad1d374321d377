import type { Shape } from '../plan/shape.ts';

const sleepers = ['hens', 'ducks', 'lambs', 'mice', 'kittens', 'birds', 'frogs', 'rabbits', 'calves', 'moths'];

/** A gift that is too loud finds its soft side (S8). */
export const toddlerHush: Shape = {
  id: 'own-strength-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) =>
    wish.traits.some((trait) => ['loud', 'big', 'fast', 'clumsy', 'quiet'].includes(trait))
      ? 10
      : ['machine', 'object'].includes(wish.heroes[0]?.kind.type ?? '')
        ? 6
        : 2,
  bind: ({ random, kind }) => {
    const [a = 'hens', b = 'ducks', c = 'lambs'] = random.shuffle(sleepers.filter((word) => !word.startsWith(kind)));
    const soft = random.pick([
      ['warm sand', 'The sand is soft', 'sand'],
      ['hay', 'The hay is soft', 'hay'],
      ['wool', 'The wool is soft', 'wool'],
      ['soft moss', 'The moss is soft', 'moss'],
      ['dry leaves', 'The leaves are soft', 'leaves'],
    ] as const);
    return { a, b, c, soft: soft[0], softIs: soft[1], stuff: soft[2] };
  },
  tell: {
    home: [
      '{Noise}! That is [h]. [h] goes home. The sky is pink.\n\n{Noise}! The {x.a} wake up. “Shh!” say the {x.a}. “Sorry,” says [h].',
      'All day long, [h] plays {place.at}. Now it is late. {Noise}!\n\n“Shh!” say the {x.a}. “We are in bed.” “Oh! Sorry,” says [h].',
    ],
    call: ['[h] wants to go home and wake up nobody. Can [h] do it? [h] will try.'],
    try1: [
      '[h] goes on tiptoe. Tip. Tip. {Noise}!\n\nThe {x.b} wake up. “Shh!” say the {x.b}. “Sorry, sorry,” says [h].',
      '[h] holds [h.p] breath. Very, very slow. {Noise}!\n\nUp pop the {x.b}. “We were asleep!” “Sorry, sorry,” says [h].',
    ],
    try2: [
      '[h] tries to be small. Small nose, small feet. {Noise}!\n\n“I was nearly asleep,” says [f]. “I am trying to be small,” says [h].',
    ],
    try3: ['Here come the {x.c}. [h] stands on one leg. [h] does not move. {Noise}! “Shh!” say the {x.c}.'],
    try4: ['Now [h] says it first. “Shh!” says [h] to [h.r]. “Sorry,” says [h] to [h.r].'],
    low: [
      '[h] stops. [h] listens. Where is the noise?\n\nNot the nose. Not the ears. It is here, down below!',
      '[f] looks at [h]. “You are not too big,” says [f]. [h] listens. Where is the noise?',
    ],
    turn: [
      'What is soft? {x.softIs}! [h] goes into the {x.stuff}. In, and round, and out. Now [h] is all {x.stuff}.',
      'There is {x.soft}. [h] steps in. Puff! [h] takes some along, here and here and here.',
    ],
    result: ['{NoiseSoft}. Hush. {NoiseSoft}. Hush. The {x.a} sleep on.'],
    reward: ['[f] comes to look. {x.softIs}! In hops [f]. Round and round, and down. “Good,” says [f].'],
    rest: [
      '{NoiseSoft}. Hush. {comfortSmall}\n\n[h] hums, low and lower. The {x.a} sleep, and [f] sleeps, and [h] sleeps too.',
      'Home at last. {comfortSmall} {NoiseSoft}, very low.\n\nHush. [f] sleeps. Hush. [h] sleeps too.',
    ],
  },
  titles: ['{Noise}, Hush', '{name} Goes Shh', '{name} on Tiptoe'],
};

const jobs: Record<string, [string, string, string]> = {
  fit: ['The ball is under the gate', 'too big', 'In goes [h]. A bit, and a bit. Out comes the ball!'],
  slow: ['A ring is in the grass', 'too fast', '[h] looks here. [h] looks here. Slow, slow. There it is!'],
  glow: [
    'It is dark in the shed, and the cat is in there',
    'too dim',
    '[h] shines. A little, and more. There are two eyes! Out comes the cat.',
  ],
  sound: ['A lamb is far away', 'too quiet', '[h] calls. {Noise}! Far, far away, the lamb says meh. It comes!'],
  warm: ['The egg is cold', 'too cold', '[h] sits down close. Warm. Warm. Tap, says the egg. Tap, tap!'],
  soft: ['The baby has no bed', 'too hard', '[h] lies down. Soft. In hops the baby. Mmm.'],
  prick: ['The leaves are all on the path', 'too smooth', '[h] rolls. One leaf, two leaves, ten leaves. All gone!'],
  strong: ['The cart is in the mud', 'too weak', '[h] pushes. And pushes. Shlup! Out it comes.'],
  carry: ['The apples are all on the ground', 'too small', '[h] takes one. And one. And one. All in!'],
  dig: ['The door is under the sand', 'too clean', '[h] digs. Scoop, scoop. There is the door!'],
  high: ['The hat is up high', 'too low', '[h] looks up. Up, up, up. Got it!'],
  swim: ['The ball is in the pond', 'too dry', 'In goes [h]. Splash! Out comes the ball.'],
  hold: ['The boat wants to go', 'too slippery', '[h] holds on. Tight, tight. The boat stays!'],
  hear: ['The clock has stopped', 'too loud', '[h] listens. Shh. A fly! Out flies the fly. Tick, tock.'],
  smell: ['The cake is lost', 'too stuffy', '[h] sniffs. Sniff, left. Sniff, right. Cake!'],
  night: ['The stairs are dim', 'too sleepy', '[h] can see. One step, two steps, three. Top!'],
  thread: ['The kite has no string', 'too short', '[h] has string. Round and round. Up goes the kite!'],
  way: ['The baby duck is lost', 'too new here', '[h] knows the way. Left, and left. Home!'],
  still: ['The bird is shy', 'too wriggly', '[h] sits. Still, still, still. Hop. There is the bird!'],
  count: ['One duck is gone', 'too muddled', '[h] counts. One, two, three. And there is four!'],
  hands: ['The jar is shut', 'too slippery', '[h] turns it. And turns it. Pock!'],
  water: ['The tree is thirsty', 'too dry', '[h] gives it water. Plip, plip, plip. Up come the leaves!'],
  fast: ['The hat is off in the wind', 'too slow', 'Off goes [h]. Run, run, run. Got it!'],
  spring: ['The jam is over there', 'too stiff', '[h] hops. Hop, hop, hup! Over!'],
};

/** A job for which only this one is just right (S1). */
export const toddlerJob: Shape = {
  id: 'small-enough-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) =>
    wish.traits.some((trait) =>
      ['small', 'slow', 'different', 'brave', 'kind', 'proud', 'lonely', 'new', 'sad', 'afraid', 'worried'].includes(
        trait,
      ),
    )
      ? 9
      : wish.goal?.kind === 'help'
        ? 9
        : wish.traits.length || wish.lost
          ? 2
          : 5,
  bind: ({ random, power, kind, wish }) => {
    const [trouble, too, deed] = jobs[power] ?? jobs['carry'] ?? ['', '', ''];
    const [a = 'Cow', b = 'Goat', c = 'Goose'] = random.shuffle(
      ['Cow', 'Goat', 'Goose', 'Horse', 'Pig', 'Hen', 'Sheep', 'Donkey'].filter((word) => word.toLowerCase() !== kind),
    );
    const feeling =
      wish.traits.find((trait) =>
        ['small', 'slow', 'sad', 'lonely', 'shy', 'new', 'different', 'brave', 'kind', 'old'].includes(trait),
      ) ?? 'small';
    return { trouble, too, deed, a, b, c, feeling };
  },
  tell: {
    home: [
      '[h] is {x.feeling}. {NoiseSoft}, says [h].\n\nOh! Look! {x.trouble}. “Oh no,” says [f].',
      'Here is [h]. Here is [f]. They sit {place.at}.\n\nOh! {x.trouble}. “Oh no,” says [f]. [h] is {x.feeling}. What can [h] do?',
    ],
    call: ["“Who can help?” says [f]. “I can't,” says [h]. “I am only {x.feeling}.”"],
    try1: [
      'Can {x.a} do it? {x.a} tries. No. {x.a} is {x.too}.\n\nCan {x.b} do it? No! {x.b} is {x.too}, too.',
      'Here comes {x.a}. Hup! No. {x.a} is {x.too}. Here comes {x.b}. Hup, hup! No. {x.b} sits down.',
    ],
    try2: ['Can {x.c} do it? {x.c} tries and tries. No. {x.c} eats a bun.'],
    try3: ['They all try. One, two, three! Plop. They all sit down and eat a bun. [h] gets half.'],
    try4: ['{x.a} has a plan. {x.b} has a plan. Two plans! But no.'],
    low: [
      'It is quiet. [h] looks. [h] thinks. “I am {x.feeling},” says [h], “but I can try.”',
      '“What about you?” says [f]. “Me?” says [h]. [h] looks. And looks again.',
    ],
    turn: ['{x.deed}', '“I will do it,” says [h]. {x.deed}'],
    result: [
      '“Oh!” says {x.a}. “Oh!” says {x.b}. “[h.n] did it!” says [f].',
      'Hooray, says [f]. Hooray, says {x.b}. {x.a} has no words, only a bun.',
    ],
    reward: ['[f] gives [h] a hug. It is a long one. It has a bun in it.'],
    rest: [
      'The moon is up. {comfortSmall} [h] lies down. [f] lies down, close.\n\nNight-night, {x.a}. Night-night, [f.n]. Night-night, [h.n].',
      'It is late now. [h] yawns. {comfortSmall}\n\nDown goes {x.a}. Down goes [f]. Down goes [h]. Shh. All asleep.',
    ],
  },
  titles: ['Who Can Help?', '{name} Can', 'Hup, {name}!'],
};
