import type { Shape } from '../plan/shape.ts';

const spots: [string, string][] = [
  ['in the bath', 'Just Duck. Quack, quack, splash!'],
  ['in the pot', 'Just soup. Mmm. One sip.'],
  ['up the tree', 'Just Owl. Hoo, hoo.'],
  ['in the boot', 'Just a frog. Hop!'],
  ['under the bed', 'Just a sock. Hello, Sock.'],
  ['in the box', 'Just a ball. Bonk.'],
  ['behind the door', 'Just a broom. Swish.'],
  ['in the bag', 'Just an apple. Crunch.'],
  ['on the shelf', 'Just a clock. Tick, tock.'],
  ['in the bush', 'Just a bird. Tweep!'],
  ['in the bucket', 'Just water. Plip, plop.'],
  ['under the hat', 'Just a snail. Sorry, Snail.'],
];
const wears: [string, string][] = [
  ['on [h.p] head', 'head'],
  ['on [h.p] back', 'back'],
  ['under [h.p] arm', 'arm'],
  ['round [h.p] neck', 'neck'],
];

/** The thing was there all along, and the child sees it first in the picture (S3). */
export const toddlerSearch: Shape = {
  id: 'had-all-along-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) =>
    wish.lost
      ? 10
      : wish.traits.some((trait) => ['sleepy', 'forgetful', 'silly', 'lost'].includes(trait))
        ? 5
        : wish.traits.length || wish.goal
          ? 1
          : 3,
  bind: ({ wish, random }) => {
    const thing = wish.lost ?? random.pick(['blanket', 'hat', 'sock', 'scarf', 'button', 'mitten', 'pillow', 'teddy']);
    const [a, b, c, d] = random.shuffle(spots);
    const [where, part] = random.pick(wears);
    const Thing = thing.charAt(0).toUpperCase() + thing.slice(1);
    return {
      thing,
      Thing,
      a: a?.[0] ?? '',
      aa: a?.[1] ?? '',
      b: b?.[0] ?? '',
      bb: b?.[1] ?? '',
      c: c?.[0] ?? '',
      cc: c?.[1] ?? '',
      d: d?.[0] ?? '',
      dd: d?.[1] ?? '',
      where,
      part,
    };
  },
  tell: {
    home: [
      '[h] is sleepy. [h] wants [h.p] {x.thing}. <It is soft.|It is a good {x.thing}.>\n\nIs it {x.a}? No {x.thing}! {x.aa}',
      'Night is coming. Yawn, says [h]. But no {x.thing}, no bed!\n\nIs it {x.a}? No {x.thing}! {x.aa}',
      'Where is {x.Thing}? [h] looks. Left, right.\n\nIs it {x.a}? No {x.thing}! {x.aa}',
    ],
    call: [
      "“{x.Thing}!” calls [h]. “Where are you?” {x.Thing} says nothing. Well, a {x.thing} can't talk.",
      '[h] looks up. [h] looks down. [h] does not look round.',
    ],
    try1: ['Is it {x.b}? No {x.thing}! {x.bb}\n\n<Oh dear, says [h].|Hm, says [h].> On goes [h]. Tap, tap, tap.'],
    try2: ['Is it {x.c}? No {x.thing}! {x.cc}\n\n[h] has one more look. No. On we go.'],
    try3: ['Is it {x.d}? No {x.thing}! {x.dd}\n\n<The sky is pink.|The moon is up.> [h] yawns. Big yawn.'],
    try4: ['Round the house goes [h]. Once round, and twice. No {x.thing} here. No {x.thing} there.'],
    low: [
      '“[h.n],” says [f], “what is that?”\n\n[h] stops. “What is what?”',
      '[f] looks at [h]. [f] looks for a long time. “Is your {x.part} warm?” says [f]. [h] thinks. Why, yes!',
    ],
    turn: [
      '[h] feels {x.where}. Pat, pat. What is that? Soft! Warm!',
      '[h] turns round. Round and round! [h] feels {x.where}. Pat. Pat. Oh!',
    ],
    result: ['There is {x.Thing}! {x.Thing} is {x.where}!'],
    reward: ['“You had it,” says [f]. “All day?” says [h]. “All day.” [h] laughs. Ha, ha, ho!'],
    rest: [
      'Down goes [h]. Down goes {x.Thing}. Warm nose. Warm toes. {comfortSmall}\n\nNight-night, {x.Thing}. Night-night, [h.n].',
      '[h] lies down. {x.Thing} lies down. {comfortSmall} Mmm.\n\nShh. [h] sleeps. And {x.Thing} sleeps too.',
    ],
  },
  titles: ['Where Is the {x.Thing}?', 'No {x.Thing}!', '{name} Looks Everywhere'],
};
