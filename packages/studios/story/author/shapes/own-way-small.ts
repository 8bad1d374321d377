import type { Shape } from '../plan/shape.ts';

const askers = [
  ['Cow', 'Stand on four legs. Chew', 'chews'],
  ['Goose', 'Hiss. Then run at it', 'hisses'],
  ['Cat', 'Sleep first. Then sleep', 'sleeps'],
  ['Frog', 'Hop. Go plop. Hop', 'hops. Plop'],
  ['Hen', 'Sit on it', 'sits on it'],
  ['Goat', 'Eat it. It works', 'eats a bit of it'],
  ['Snail', 'Go slow, slow, slow', 'goes slow'],
  ['Pig', 'Roll in it', 'rolls'],
  ['Crow', 'Say caw. Say it loud', 'says caw'],
] as const;

/** Each has a way to do it, and the hero's way is the hero's own; for the youngest. */
export const ownWaySmall: Shape = {
  id: 'own-way-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (wish.cannot || (wish.goal && /^(?:skill|do|make|win)$/.test(wish.goal.kind) && !wish.aim) ? 11 : 0),
  bind: ({ wish, random }) => {
    const [a, b, c, d] = random.shuffle(askers);
    return {
      want: (wish.goal?.phrase ?? wish.cannot ?? 'hop').replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]'),
      a: a?.[0] ?? '',
      aw: a?.[1] ?? '',
      ad: a?.[2] ?? '',
      b: b?.[0] ?? '',
      bw: b?.[1] ?? '',
      bd: b?.[2] ?? '',
      c: c?.[0] ?? '',
      cw: c?.[1] ?? '',
      cd: c?.[2] ?? '',
      d: d?.[0] ?? '',
      dw: d?.[1] ?? '',
    };
  },
  tell: {
    home: [
      'How do you do it? [h] wants to {x.want}. But how?\n\n“Ask,” says [f]. So [h] goes to ask.',
      '[h] wants to {x.want}. [h] has no idea how it goes. “I know who knows,” says [f].',
      'Up gets [h]. Up gets [f]. Today is the day. Today [h] will {x.want}! But who can show [h] how?',
    ],
    call: [
      'Here is {x.a}. “{x.aw},” says {x.a}. [h] {x.ad}. No. That is how {x.a} does it.',
      '“{x.A},” says [h], “I want to {x.want}.” “{x.aw},” says {x.a}. Hm. [h] {x.ad}. No.',
    ],
    try1: [
      'Here is {x.b}. “{x.bw},” says {x.b}. [h] {x.bd}. No. That is how {x.b} does it.',
      'Who is that? {x.B}! “{x.bw},” says {x.b}. So [h] {x.bd}. It tickles. But no.',
    ],
    try2: ['And here is {x.c}. “{x.cw},” says {x.c}. [h] {x.cd}. No! That is how {x.c} does it.'],
    try3: ['{x.D} says, “{x.dw}.” [h] is too tired for that. [f] has a go. [f] has to be pulled out.'],
    try4: ['“Ask the tree,” says [f]. They ask the tree. The tree says shh. They say shh, too.'],
    low: [
      '[h] sits down. “All of them can do it,” says [h]. “How do I do it?” [f] does not know. [f] is not [h.n].',
      'No one is left to ask. “Only me,” says [f], “and I do not know.” It is quiet. Then [h] has a thought.',
    ],
    turn: [
      '“I did not ask me!” says [h]. So [h] asks. How do I do it? Like this. A bit, and a bit.',
      '[h] shuts both eyes. Not like {x.a}. Not like {x.b}. Like [h.n]!',
    ],
    result: [
      'And that is it! Look, [f]! To {x.want}! That is how [h] does it.',
      'Oh! There it goes. It is not big. But [h] did it. “Show me,” says {x.a}.',
    ],
    reward: [
      'Now {x.a} does it like [h.n]. {x.B} does it like [h.n]. What a noise!',
      '“Who told you how?” says {x.b}. “I did,” says [h].',
    ],
    rest: [
      'How do you go to bed? {x.A} stands. {x.B} sits. {comfortSmall} [h] lies down, like this.\n\nThat is how [h] does it. Shh.',
      '{comfortSmall} Good night, {x.a}. Good night, {x.b}. They all sleep, each in a way of their own.\n\nAnd [h] sleeps, too.',
    ],
  },
  titles: ['How {name} Does It', 'Like This, Says {name}', '{name} Asks {x.A}', '{name}, {x.A} and {x.B}'],
};
