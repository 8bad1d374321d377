import { themeOf } from '../plan/theme.ts';
import type { Binding, Shape } from '../plan/shape.ts';
import type { Slot } from '../prose/telling.ts';

type Place = { fear: string; no: string; no2: string; find: string; own: string; bed: string };

const days: Place[] = [
  {
    fear: 'Everyone else in it, thought [h], would know where the door was.',
    no: 'At {x.where} there were forty hooks on the wall. All of the hooks had names on them, and [h] could not read one.',
    no2: 'Somebody rang a bell. The others knew what it meant. They all went left, and [h] went right, into a cupboard with mops in it.',
    find: 'In the cupboard with the mops sat somebody else, on a pail. It was [f], who had gone right as well.',
    own: 'On the last hook but one there was a picture, a small blue snail, and under it stood {Name}. It had been there since before breakfast, and had only been waiting for the coat.',
    bed: 'At {x.where}, under a small blue snail, a hook was waiting for tomorrow.',
  },
  {
    fear: 'They said that it was nice there. They said it once too often.',
    no: "At {x.where} the chairs were low, and the noise was high. [h] sat down on a chair, and it was somebody's.",
    no2: 'At noon they all got out a bun. [h] had a bun, too, but [h.s] held on to it, in case it should be the wrong sort.',
    find: 'Below the table, where it was quiet, there was [f], with a bun just like it, and quite as whole.',
    own: 'There was a mat by the window, with a torn corner, which nobody wanted because of the draught. They took that. From then on it was where they sat.',
    bed: 'At {x.where} the mat with the torn corner lay by the window, and knew who it belonged to.',
  },
];
const homes: Place[] = [
  {
    fear: 'The old house had known [h.so] by the feet.',
    no: 'In the new house the light was on the wrong side of the door. [h] said good night to a wardrobe.',
    no2: 'The stairs went up two at a time, and creaked in a language that [h] did not speak. There was nothing in the new house that remembered anything.',
    find: 'Something scratched at the back door. It was [f], who lived next door, and wished to know if the house was any good. “There is a step that sings,” said [f]. “I can show you.”',
    own: 'They tried out all the stairs. The fourth one sang. They found where the sun comes in, and marks on the door post, from someone else who had been small there. [h] stood up straight, and [f] drew a line.',
    bed: 'The fourth stair sang, for someone going up to bed. [h] knew which one it was, with both eyes shut.',
  },
  {
    fear: 'It smelled of paint, people said, as though that were something good.',
    no: 'The boxes stood about in the new house and had their backs turned. In the one marked BED there were pans.',
    no2: '[h] called out “hello,” to see how it sounded. The house said it back, but without meaning it.',
    find: '“Are you the new one?” somebody asked, through the letter flap. It was [f]. “This house has been so sad since the spring,” said [f]. “It is not used to being empty.” [h] had not thought of that: that the house was new at it, too.',
    own: 'So [h] showed it everything: this is where the lamp goes; this is my cup; this is how I come down stairs. [f] held the door. When [h] said “hello” now there were curtains, and it sounded round.',
    bed: 'The new house creaked, and settled, and put its roof straight. It had somebody in it again.',
  },
];

function bindFirst({ wish, random }: Binding): Slot {
  const first = wish.first ?? { what: 'school', isMove: false };
  const where = first.what.replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]');
  return {
    ...random.pick(first.isMove ? homes : days),
    ask: first.isMove ? 'Will you come in?' : 'Is it your first time, too?',
    what: first.isMove ? where : `the first day at ${where}`,
    where: first.isMove ? 'the new house' : where,
    to: first.isMove ? 'go and live in the new house' : `go to ${where}`,
  };
}

/** Everything is new; the hero finds somebody who is as new to it, and a corner that becomes their own. */
export const firstTime: Shape = {
  id: 'first-time',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'first' ? 20 : 0),
  bind: bindFirst,
  tell: {
    home: [
      'Today was the day: [h] was to {x.to}. [h.s] had been ready since four, with both shoes on. {x.fear}\n? {t.cost}',
      '“It will be lovely,” they all told [h]. [h.s] was to {x.to}, and nobody had asked [h.p] stomach. {x.fear}',
      'Of everything that could be new, this was the newest: [h] was to {x.to}. {x.fear}\n? {t.lore}',
    ],
    call: [
      'So there [h] stood, and there was {x.where}, and it was bigger than they had said. [h] had an old button in one pocket, so as to have something that was not new.',
      'The way there had been too short. “Here we are,” said somebody. So this was {x.where}. [h] went in sideways.',
      '[h] said goodbye to {thing1}, and goodbye to {thing2}, and to the gate. Then there was nothing left to say it to, and [h] had to go in. That was {x.where}.',
    ],
    try1: ['{x.no}'],
    try2: ['{adviser}', '{sense}'],
    try3: ['{adviser}', '{sense}'],
    try4: ['{sense}', '{adviser}'],
    low: [
      '{x.no2}\n\n{dusk} “I should like to go back,” said [h], in a low voice, “to where I know how it goes.” {x.where.cap} had nothing to say to that.',
      '{x.no2}\n\nIt was then that [h] found that [h.p] throat had a lump in it. Nobody here knew what [h] was like. Nobody knew about the thing with {thing1}. {dusk}',
    ],
    turn: [
      '{x.find} “{x.ask}” asked [h]. It was the first thing that [h.s] had said to anyone there.',
      '{x.find} [h] moved over to make room. You can only do that in a place where you are.',
    ],
    result: ['{x.own}', 'After that there were two of them. {x.own}'],
    reward: [
      '“How was it?” they asked [h]. [h] thought of {x.where}, from the one end to the other. “There is somebody called [f.n],” [h.s] said.',
      '“Tomorrow,” said [f], “it will only be the second time.” The second time is nothing. Anyone can do that.',
      'There were a great many things about {x.where} that [h] did not know yet. But [h] knew one by heart, and that is how it starts.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ {x.bed} ¶ {ending}',
      '{comfort} {bedLine} ¶ {x.bed} ¶ {ending}',
      '{x.bed} ¶ {bedLine} {comfort} ¶ {ending}',
    ],
  },
  titles: ['{name} and {x.what.title}', 'Only the Second Time', '{name} Is New', '{name} and {friend} Find a Corner'],
};

/** The same for the youngest. */
export const firstTimeSmall: Shape = {
  id: 'first-time-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'first' ? 20 : 0),
  bind: bindFirst,
  tell: {
    home: [
      'Shoes on. Bag on. Today [h] will {x.to}! It is the first time.',
      '[h] is up. Why so early? Today [h] will {x.to}. Oh my.',
    ],
    call: [
      'Here it is. Here is {x.where}. It is so big! [h] is so small.',
      '“Hello, {x.where},” says [h]. Not very loud. Nobody says hello.',
    ],
    try1: [
      'Where does the bag go? Not there. Not there. [h] holds on to it.',
      '[h] sits down. “That is my chair,” says a duck. Up gets [h].',
    ],
    try2: ['[h] looks in a door. Mops! Wrong door.', 'What a lot of noise! [h] puts both hands on both ears.'],
    try3: ['[h] has a bun. It is the same bun as at home. That is good.'],
    try4: ['Is it time to go? Not yet.'],
    low: ['[h] wants to go home. One tear comes. Plop.', '[h] goes under the table. It is nice and low there.'],
    turn: [
      'Who else is here? It is [f]! [f] is new, too. “Hello,” says [h].',
      '[f] has a tear, too. “Is it your first time?” says [h]. [h] moves over. Now there is room.',
    ],
    result: [
      'Two bags on one hook. Two of them on one mat. Now it is fun at {x.where}!',
      'They find a soft mat. It is their mat. “I like {x.where},” says [f]. So does [h].',
    ],
    reward: ['“How was it?” they say. “Again!” says [h].', 'Bye, [f]! Bye, mat! See you tomorrow.'],
    rest: [
      '{comfortSmall} Bag down. Shoes off. Good night, {x.where}.\n\nShh. [h] sleeps.',
      '{comfortSmall} [f] sleeps over there. [h] sleeps here. And {x.where}? It is asleep, too.\n\nNight-night, [h.n].',
    ],
  },
  titles: ['{name} and {friend} on a Mat', '{name} Is New', 'Again, Says {name}'],
};

/** A new baby takes the lap, and the lap turns out to be wider, for the youngest. */
export const siblingSmall: Shape = {
  id: 'sibling-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: [],
  fits: (wish) => (themeOf(wish) === 'sibling' ? 20 : 0),
  tell: {
    home: [
      '[h] has a good lap to sit on. It is warm. But look! There is a baby on it. A new baby {sib}!',
      'Waah! What is that? It is the new baby {sib}. The baby is in the lap. That is where [h] sits.',
    ],
    call: [
      '“Up?” says [h]. “Soon,” says Mama. [h] waits for soon.',
      'Mama sings to the baby. It is the song of [h.n]!',
    ],
    try1: [
      '[h] is a baby, too. Goo, says [h]. Mama laughs. But the baby has the lap.',
      '[h] gets in the cot. It is too short. Both feet stick out.',
    ],
    try2: [
      '[h] brings a hat. [h] brings a drum. Boom! “Shh,” says Mama. “The baby.”',
      '[h] goes off, to live in a box. It is a small box. [h] comes back.',
    ],
    try3: ['Is it soon now? No. It is now.'],
    try4: ['[h] tells {thing1} all of it. {Thing1} is nice.'],
    low: [
      'Mama goes to get the milk. Waah, says the baby. “Soon,” says [h]. Waah! Soon is no good. [h] knows.',
      'The baby cries and cries. Two wet eyes look at [h]. [h] looks at the baby.',
    ],
    turn: [
      'So [h] sings the song. La, la, low and slow. [h] puts out one hand.',
      '[h] pats the baby. Pat. Pat. “I am here,” says [h].',
    ],
    result: [
      'The baby stops. The baby takes hold of [h], and holds on. Such a small hand!',
      'No more waah. The baby looks at [h], and laughs. It is the first laugh. It is for [h].',
    ],
    reward: [
      'Mama sits down. One arm for the baby. One arm for [h]. It is a wide lap!',
      '“Up?” says Mama. Up goes [h]. There is room for all three.',
    ],
    rest: [
      '{comfortSmall} The baby sleeps on this side. [h] is on that side. Rock, rock.\n\nShh. Now [h] sleeps.',
      '{comfortSmall} “Soon,” says [h] to the baby {sib}. “Soon you will be big.”\n\nNight-night, baby. Night-night, [h.n].',
    ],
  },
  titles: ['A Lap for {name}', '{name} and the Baby', 'Soon, {name}'],
};
