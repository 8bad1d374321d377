import type { Binding, Shape } from '../../plan/shape.ts';
import type { Slot } from '../../prose/telling.ts';
import type { Wish } from '../../wish/read.ts';
import { plot, smallPlot } from './plot.ts';

const pattern =
  /\btoo (big|large|tall|long|wide|fat|round|heavy|small|little|short|tiny) (?:for|to fit (?:in|into|through)|to sleep in|to get (?:in|into|through)) ((?:the|an?|his|her|its|their|any|every) (?:[a-z]+ )?[a-z]+)\b/i;
const isBig = (word: string) => !/small|little|short|tiny/i.test(word);

const fits = (big: boolean) => (wish: Wish) => {
  const size = pattern.exec(wish.text)?.[1];
  return size !== undefined && isBig(size) === big && !wish.goal && !wish.afraidOf;
};

/** What does not fit, by what is done with it. */
function misfit({ wish, random }: Binding): Slot {
  const [, size = 'big', phrase = 'the bath'] = pattern.exec(wish.text) ?? [];
  const bare = phrase.toLowerCase().replace(/^(?:the|an?|his|her|its|their|any|every) /, '');
  const kind = /bath|tub|pool|pond|sea|puddle|basin/.test(bare)
    ? 'wash'
    : /bed|nest|cot|hammock|cradle/.test(bare)
      ? 'bed'
      : /door|gate|house|room|tunnel|hole|den|burrow|classroom|school/.test(bare)
        ? 'door'
        : 'seat';
  const pool: Record<string, { part: string; stuck: string[]; bring: string; made: string; done: string }> = {
    wash: {
      part: 'one foot',
      stuck: [
        'When the one foot went in, all the water came out, and looked for the stairs.',
        'In went a toe. Out went the water, the soap and the duck, and down the hall.',
      ],
      bring: 'water and soap',
      made: 'a bath with no sides, as wide as the evening',
      done: 'wet from top to toe and smelling of soap',
    },
    bed: {
      part: 'one elbow',
      stuck: [
        'Whatever went in at the top came out at the bottom. The legs said “crack,” all four.',
        'There was room for one ear and a knee. The rest hung out at the sides, and got cold.',
      ],
      bring: 'pillows and hay',
      made: 'a bed with no edges, as wide as the evening',
      done: 'lying flat, with all that there was, and nothing hung out',
    },
    door: {
      part: 'one shoulder',
      stuck: [
        'One half was in, and the other half was still out in the wind. They stayed like that through lunch.',
        'It went well as far as the middle. Then there was a “pop,” but it was only a button.',
      ],
      bring: 'chairs and lamps',
      made: 'a room with no walls, as wide as the evening',
      done: 'in the very middle of it, with all the others, and did not stick anywhere',
    },
    seat: {
      part: 'one leg',
      stuck: [
        'It said “eek.” It was polite about it, but it bent.',
        'It held on for as long as it could. Then it let go, and they both sat on the floor.',
      ],
      bring: 'cushions and rugs',
      made: 'one with no edges, as wide as the evening',
      done: 'on it, every bit, and it did not so much as creak',
    },
  };
  const found = pool[kind] ?? pool['seat'];
  return {
    size: size.toLowerCase(),
    it: `the ${bare}`,
    bare,
    Bare: bare.charAt(0).toUpperCase() + bare.slice(1),
    part: found?.part ?? 'one leg',
    stuck: random.pick(found?.stuck ?? ['It was stuck.']),
    bring: found?.bring ?? 'rugs',
    made: found?.made ?? 'one with no edges',
    done: found?.done ?? 'on it',
  };
}

/** Too big for a thing: the thing is brought outside to the hero, bit by bit, and there is room for everyone. */
export const tooBig: Shape = plot({
  id: 'plot-too-big',
  when: fits(true),
  bind: misfit,
  tell: {
    home: [
      'Nobody was to blame. {x.it.cap} was small, and [h.full] was not. On Saturdays, when all the others were in it and sang, [h] sat outside the window and sang along. [h.s] was too {x.size} for {x.it}, and had been since March.\n8+ Several experts had been called to measure the situation, and had gone home with a headache.\n? {t.cost}',
      '[h] had tried {x.it} on the first of the month. [h.s] had got in as far as {x.part}. “You are too {x.size} for {x.it},” they said, not unkindly, and shut the window, because of the draught. [h] breathed on the glass, and drew a very small {kind}.\n8+ It was a remarkable likeness, apart from the measurements.\n? {t.cost}',
    ],
    call: [
      'Then it was Saturday again. “I will be thin today,” said [h] to [f]. [h.s] had had only nine buns. [f] held the coat. “Think of a needle,” said [f]. [h] thought of a needle, and went at {x.it} from the side.',
      '“It may have grown,” said [f]. They both looked at {x.it}. Things do grow. [h] breathed out all that [h.s] had, and shut both eyes, and began with {x.part}.',
    ],
    try1: [
      '{x.stuck} “A bit more needle,” called [f]. But there was no more needle in [h.n]. They had to use butter.\n6+ Then they were both too {x.size}, and slippery as well.',
      '{x.stuck} {Crowd1} came to help, and pulled. {Crowd2} came to help, and pushed. Only they were at the same end.',
    ],
    try2: [
      '“Do it in two halves,” said {crowd1}, “first the front, and the back on Sunday.” The front went well. The back was lonely.',
      '[h] tried it folded. It is not so easy, if you have never been folded. After that [h.s] had to be shaken out.',
    ],
    low: [
      '{dusk} [h] sat down on the ground behind the house. It was cool, and it went on as far as you could see.\nInside they had begun without [h.o]; {x.it} was so full that nobody could lift an arm. “There is a foot in my ear!” they cried. [h] looked at the ground. It was a good deal of ground.',
      '{dusk} So [h] went round to the back, to be sad where there was room. There was room for that, and for more. \n6+ A moth flew all about in it, and did not touch the sides.\nFrom {x.it} came a voice: “Whose knee is this?” And [h] stopped in the middle of a sigh.',
    ],
    turn: [
      '“It is not I who am too {x.size},” said [h], slowly. “It is {x.it} that stops too soon.” [h.s] got up and went to the window. “Hand it out,” [h.s] said. “All of it. I can carry a good deal.” Out came {x.bring}, by the armful, and [h] bore them over the ground.',
      '[h] knocked. “If I cannot come in,” [h.s] said, “then it must come out.” For a moment nobody spoke. Then the sash went up. [h] took {x.bring}, more than ten of them could have lifted, and set it all down under the sky.',
    ],
    result: [
      'It was {x.made}.\n6+ The others climbed out of the window, one by one, and stretched.\nNothing cracked. Nothing spilled. There was [h], {x.done}. “You do fit,” said [f]. “Yes,” said [h]. “It is my size.”',
      'That made {x.made}. There was [h], at last, {x.done}.\n6+ And when the wind got up and the small ones shivered, they moved close in round the biggest of them.\n“Are you comfortable?” asked [f]. [h] was afraid to nod, in case it was a dream.',
    ],
    reward: [
      'From then on it was out there every Saturday. Only the duck stayed in {x.it}, and had it to itself. It was too big for the duck.',
      '“But what is {x.it} for, now?” asked {crowd2}. They looked in. There was a row of hens in it, just the right size; and they asked to have the window shut.',
    ],
    rest: [
      '{comfort} Now the stars were out, a great many, and none of them had to move up. ¶ {bedLine} [f] was asleep on one shoulder, and there were four more on the other. [h] did not stir. There was room in the night for all of [h.o], right out to the ears, and [h.s] slept.',
      '{bedLine} {comfort} ¶ On the window there was still the very small {kind}. It looked out at the big one on the ground, fast asleep, and at all that room.',
    ],
  },
  titles: ['{name} and {x.bare.title} with No Edges', 'A Bit More Needle, {name}', '{name} and the Saturday Window'],
  stage: {
    try1: { look: 'worried' },
    low: { pose: 'sit', look: 'sad' },
    turn: { pose: 'hold' },
    result: { pose: 'sit', look: 'happy' },
  },
});

/** The same for the youngest. */
export const tooBigSmall: Shape = smallPlot({
  id: 'plot-too-big-small',
  when: fits(true),
  bind: misfit,
  tell: {
    home: [
      '[h] is big. {x.it.cap} is not. [h] puts in a toe. [h] puts in {x.part}. No more room!',
      'Everyone is in {x.it}. But not [h]. [h] is too {x.size} for {x.it}.',
    ],
    call: ['“Be thin,” says [f]. [h] holds in the tummy. One, two, three. In!', '“I will push,” says [f]. Push, push!'],
    try1: ['Oh no. Stuck! Pull, [f], pull! Pop!', '[h] gets in. All the rest gets out. Splosh, bump!'],
    try2: ['Ears in. Tail out. Tail in. Ears out.', 'They try it with butter. Now [h] is big, and it slides.'],
    try3: ['[h] sits on it. Crick, it says. Sorry!'],
    try4: ['Duck gets in. It is too big for Duck.'],
    low: [
      '[h] sits on the ground. It is soft. It is so, so wide. Hm!',
      'Out goes [h], and sits down. “I do not fit,” says [h]. But what is this? The ground fits.',
    ],
    turn: [
      '“Bring it out!” says [h]. [h] is big. [h] can carry {x.bring}. More! More!',
      'Up gets [h]. Big arms. Big back. Out come {x.bring}, onto the ground.',
    ],
    result: [
      'Now it is big, big, big. In goes a toe. In goes a tum. In goes all of [h]! It fits!',
      'What a big one! No sides! [h] gets in, ears and all. Then they all get in, too.',
    ],
    reward: [
      'And {x.it}? A hen is in it. It is just right for a hen.',
      '“Move up,” says [f]. They do not need to. There is room.',
    ],
    rest: [
      '{comfortSmall} One star. Two stars. They all fit in the sky.\n\nAnd all of [h] fits in the night. Shh. [h] sleeps.',
      'They are all warm, next to [h]. {comfortSmall}\n\nBig yawn. Small yawn. Shh. [h] sleeps.',
    ],
  },
  titles: ['Too {x.size.title}, {name}?', '{name} and {x.it.title}', '{name} Fits'],
});
