import type { Binding, Shape } from '../plan/shape.ts';
import { withArticle } from '../prose/english.ts';
import type { Slot } from '../prose/telling.ts';

/** What somebody of a calling does, how one fails at copying it, and how it can be done in one's own way. */
const callings: { is: RegExp; does: string; doing: string; fails: string[]; deed: string; seen: string }[] = [
  {
    is: /ballet|dancer|ballerina/,
    does: 'stands on tiptoe and turns',
    doing: 'dance',
    fails: [
      'To begin with you stand on the tips of your toes. [h] stood on the tips of what there was, for as long as it takes to fall off them.',
      'Next came the turn. [h] turned. Everything that [h.s] had about [h.so] turned too, but later.',
      'There was a leap in it. It went well as far as up.',
    ],
    deed: '[h] listened for the beat, and let it in. [h.s] did not leap. [h.s] swayed, slow and heavy and round, the way that big clouds go, and it was a dance from one end to the other.',
    seen: 'a dance that nobody had ever danced',
  },
  {
    is: /pirate|captain|sailor/,
    does: 'sails away and finds treasure',
    doing: 'go to sea',
    fails: [
      'A pirate says “Arr.” [h] said it. It came out as a question.',
      'Then [h] buried some treasure, and drew a map of where it was, and buried the map.',
      'The ship was a tub. It went down by the stern, in two hands of water, with all flags flying.',
    ],
    deed: '[h] took the helm, which was a broom, and asked politely who would like to come. They all came. They boarded the tub, and then the bench, and then the wall, and at each of them they found something shiny.',
    seen: 'the only pirate in the world who said “please”',
  },
  {
    is: /astronaut|space/,
    does: 'floats among the stars',
    doing: 'float',
    fails: [
      'It begins with counting backwards. [h] got to four, and then it was lunch.',
      'The helmet was a bowl. It had been a soup bowl, until quite lately.',
      'To practise floating, [h] lay down in the pond. That was not floating. That was the other thing.',
    ],
    deed: '[h] lay down flat on the grass and let go of it. Slowly the ground went round behind [h.o], and there were stars above, and stars on the left. [h] hung there among them by [h.p] back.',
    seen: 'an astronaut without a rocket, a very long way up',
  },
  {
    is: /chef|cook|baker/,
    does: 'stirs and tastes and stirs',
    doing: 'cook',
    fails: [
      'First the hat. It was high, and full of air, and it fell into the soup and drank it.',
      'A pinch of salt, said the book. It did not say whose pinch.',
      'The pancake went up. It was, as far as anybody knew, still there.',
    ],
    deed: '[h] shut the book, and went by the smell. A bit of what there was, and a bit more, and the whole of an onion: it was called “Wednesday,” and there was enough for all.',
    seen: 'a cook with a long row of empty plates',
  },
  {
    is: /doctor|nurse|vet|dentist/,
    does: 'makes people better',
    doing: 'make people better',
    fails: [
      '[h] listened to a chest. It was full of blankets, and seemed well.',
      'There was a bandage. There was no end to it. Four people had to be unwound before tea.',
      '“Say ah,” said [h]. Everybody said ah. Then nobody knew how to go on.',
    ],
    deed: '[h] put away the bag, and sat down, and asked where it hurt. And then [h.s] did the most difficult thing: [h.s] listened until the end.',
    seen: 'somebody who felt a good deal better already',
  },
  {
    is: /king|queen|prince|princess|boss|mayor/,
    does: 'says what is to be done',
    doing: 'rule',
    fails: [
      'The crown was paper, and it had rained.',
      '“Let there be jam,” said [h]. There was none. Somebody had eaten it under the last government.',
      'To wave properly you need a coach, a window and a crowd. [h] had the window.',
    ],
    deed: '[h] got down from the throne, because it was needed as a chair. “After you,” [h.s] said to the very smallest; and that became the law.',
    seen: 'the shortest reign there had ever been, and the best',
  },
  {
    is: /fire ?fighter|police|superhero|hero|knight/,
    does: 'comes when somebody calls',
    doing: 'come to the rescue',
    fails: [
      'There was a cape. It was a tablecloth, and breakfast had been on it.',
      '[h] stood on a wall and looked out for trouble. There was none, until the wall.',
      "[h] rescued a cat from a tree. It was the cat's tree.",
    ],
    deed: 'Nobody had called. But [h] had heard the quiet where there ought to have been a noise, and went to see, without the cape; and that was the rescue.',
    seen: 'a rescue that took no longer than a hand held out',
  },
  {
    is: /singer|musician|rock ?star|pop ?star|drummer|violin|piano/,
    does: 'makes music',
    doing: 'make music',
    fails: [
      'The high note was up there. [h] got hold of it by one leg.',
      'There was a concert. It was over before the audience, which was a goat, had sat down.',
      '[h] played it very fast, so that the wrong notes had no time to be heard.',
    ],
    deed: '[h] did not try for the high note. [h.s] took a low one, out of the ground, and kept it going; and one after another the crickets put theirs on top.',
    seen: 'a song that had room for everyone',
  },
];
const anyCalling = {
  is: /./,
  does: 'gets up in the morning and simply is one',
  doing: 'do it',
  fails: [
    '[h] began with the walk. It is mostly in the knees, and [h.p] knees had other plans.',
    '[h] tried on the voice. It was too big in the shoulders.',
    'In front of the mirror it went quite well, except for the mirror.',
  ],
  deed: '[h] left off copying. [h.s] did it as [h.s] did everything else: slowly at first, with [h.p] tongue between [h.p] teeth, and then as though nobody were there.',
  seen: 'the first one of that sort that there had ever been',
};

function bindCalling({ wish, random }: Binding): Slot {
  const phrase = (wish.goal?.phrase ?? 'be a pirate').replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]');
  const role = phrase
    .replace(/^(?:be|become|turn into|grow up to be|work as|grow into)\s+/, '')
    .replace(/^(?:an?|the) /, '');
  const calling = callings.find(({ is }) => is.test(role)) ?? anyCalling;
  const [fail1 = '', fail2 = '', fail3 = ''] = random.shuffle(calling.fails);
  return {
    role,
    a: withArticle(role),
    does: calling.does,
    doing: calling.doing,
    fail1,
    fail2,
    fail3,
    deed: calling.deed,
    seen: calling.seen,
  };
}

const tries = ['{adviser}', '{x.fail3}'];
const isCalling = (phrase: string) =>
  /^(?:be|become|turn into) (?:an?|the) (?!bit|little|lot|good|better)/.test(phrase);

/** Who copies a calling fails; who does it in their own way has it. */
export const becoming: Shape = {
  id: 'becoming',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) => (wish.goal && isCalling(wish.goal.phrase) ? 16 : 0),
  bind: bindCalling,
  tell: {
    home: [
      '{Place.at} there had never been {x.a}. “Then it is time,” said [h], who wanted to be {x.a}, and had thought so since breakfast.\n? {t.cost}',
      '“What will you be,” they asked, as people do, “when you are big?” “{x.A},” said [h.full]. They looked at [h.o] from above and from below. “Well, well,” they said.\n? {t.cost}',
      '[h] had seen one, once: {x.a}, a real one, who {x.does}. After that nothing else would do. [h] would be {x.a}, too.\n? {t.lore}',
    ],
    call: [
      "“Can you {x.doing}?” asked [f]. “Not yet,” said [h]. “But I have got the shoes.” They were somebody else's shoes. It was a beginning.",
      '[f] made a notice: {Name}, {x.A.title}. Beginning Soon. [h] looked at it from across the way, and it was quite true. It only had to begin.',
      'So [h] went to school for it. The school was behind {thing1}, and [h] was the teacher, as well, since nobody else had come but [f].',
    ],
    try1: [
      '{x.fail1}\n\n? “Is that how {x.a} does it?” asked [f]. [h] said that it was how they begin.',
      '{x.fail1} [f] wrote it down, under Difficulties.',
    ],
    try2: [
      '{x.fail2}\n\n? {crowd1.cap} laughed, and was sorry, and laughed again.',
      '{adviser}\n\n{x.fail2}',
      '“A {kind} who wants to be {x.a},” said {crowd2}. “Whatever next?” Next came this. {x.fail2}',
    ],
    try3: tries,
    try4: ['{adviser}', '{drive.tries}'],
    low: [
      '{dusk} [h] took off the shoes. “I am only a {kind},” [h.s] said. “I do it like a {kind}. Every time.” [f] was silent. You cannot say much to that.',
      'In the evening came all the others, to see; for there was the notice. They sat down in rows. [h] stood there, and there was not a thing in [h.p] head that {x.a} would do. {dusk}',
    ],
    turn: [
      '“How would you do it,” asked [f], “if there had never been one before?” And there never had been, here. {t.lore} Nobody had thought that it would be wanted. {x.deed}',
      '[h] breathed in. It came to [h.so] that nobody had ever told [h.o] not to be a {kind} while [h.s] was at it. {x.deed}',
    ],
    result: [
      'It grew quite still. It was not how {x.a} does it, in books. It was {x.seen}.',
      '“That was it,” whispered [f]. What they had seen was {x.seen}. You could not have called it anything but {x.a}.',
    ],
    reward: [
      '[f] took the chalk, and went to the notice, and rubbed out “Beginning Soon.”',
      '“What is it like,” asked [f], “to be {x.a}?” [h] thought about that. “Like me,” [h.s] said, “but all the way to the edges.”',
      'Afterwards there were three who wished to be {x.a}, too. One of them was {crowd1}. [h] lent them the shoes.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ Even {x.a} has to be tucked in by somebody. ¶ {ending}',
      '{comfort} {bedLine} ¶ The shoes stood by themselves, with their toes turned out. ¶ {ending}',
    ],
  },
  titles: [
    '{name}, {x.role.title}',
    '{name} the {x.role.title}',
    'A {Kind} Who Is {x.a.title}',
    '{name} and the Other Shoes',
  ],
  stage: { turn: { pose: 'reach', look: 'calm' }, result: { pose: 'bow', look: 'happy' } },
};

/** The same for the youngest. */
export const becomingSmall: Shape = {
  id: 'becoming-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (wish.goal && isCalling(wish.goal.phrase) ? 16 : 0),
  bind: bindCalling,
  tell: {
    home: [
      '“I will be {x.a},” says [h]. “You?” says [f]. “Me,” says [h], and gets a hat.',
      'What does {x.a} have? A hat. Shoes. [h] has one hat and one shoe. So now [h] is {x.a}! Or nearly.',
      '[h] wants to be {x.a}. All day! “You are [h.n],” says [f]. “I can be two things,” says [h].',
    ],
    call: [
      '“Show me,” says [f]. [h] stands up. Hm. How does it go?',
      'Left foot. Right foot. This is how {x.a} walks. Hop, step, bump.',
    ],
    try1: [
      'One, two, three! [h] sits on the hat. It is flat. So is [h].',
      'Round goes [h]. Round and round! And down.',
    ],
    try2: [
      'A cow looks on. “Moo,” says Cow. Does Cow want to be {x.a}, too? No. Cow wants grass.',
      'The shoe comes off. It goes up. It comes down on a goose. “Sorry, Goose!”',
    ],
    try3: ['[h] looks in a puddle. Who is that, in the puddle? It is {x.a}! No. It is [h].'],
    try4: ['[f] has a go. [f] is good. [h] says nothing for a bit.'],
    low: [
      '[h] takes off the hat. “I can not do it,” says [h]. “I only do it like me.”',
      '“It is all wrong,” says [h]. Sniff. [f] sits down close.',
    ],
    turn: [
      '“Then do it like you,” says [f]. Like me? thinks [h]. [h] shuts both eyes. And goes!',
      '[h] gets up. No hat. No shoe. Just [h]. One, and two, and…',
    ],
    result: [
      'Oh! Look at that! It is {x.a}, and it is [h]. It is both!',
      'There! That was it. “Now you are {x.a},” says [f]. [h] knows.',
    ],
    reward: [
      'Clap, clap, goes [f]. Clap, goes the goose. Moo, goes Cow.',
      '[f] puts the hat on [h]. It is a bit flat. It is just right.',
    ],
    rest: [
      'Good {x.role}, good night. {comfortSmall} The hat is off. The day is off, too.\n\nShh. [h] sleeps.',
      '{comfortSmall} Does {x.a} go to bed? Yes. In one shoe.\n\nNight-night, hat. Night-night, [h.n].',
    ],
  },
  titles: ['{name}, {x.role.title}', '{name} Is {x.a.title}', 'One Hat, One Shoe and {name}'],
  stage: { turn: { pose: 'reach', look: 'calm' }, result: { pose: 'bow', look: 'happy' } },
};
