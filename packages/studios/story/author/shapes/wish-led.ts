import type { Binding, Shape } from '../plan/shape.ts';
import { gerund, past, withArticle } from '../prose/english.ts';
import type { Slot } from '../prose/telling.ts';

const older: Shape['bands'] = ['4-5', '6-7', '8-10'];
const tries = ['{drive.tries}', '{adviser}'];
const own = (phrase: string) => phrase.replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]');

/** Material for making a thing, by what is done to make it. */
const food =
  /soup|stew|cake|pie|pancake|bread|biscuit|cookie|bun|pizza|jam|pudding|salad|dinner|lunch|breakfast|supper|ice cream/;

/** What is used, fails and is done in making each sort of thing. */
const crafts: { verbs: RegExp; mine: string; off: string; bits: string[]; fails: string[]; done: string[] }[] = [
  {
    verbs: /^build$/,
    mine: 'It had a good place for [h] to sit, and a handle at just the right height for it.',
    off: 'Off came the handle.',
    bits: [
      'a plank that had been a door',
      'nine nails, six of them straight',
      'the lid of a piano',
      'a curtain rail',
      'half a barrel',
      'a wheel with an opinion',
    ],
    fails: [
      'It stood up for as long as [h] held it. Then it lay down.',
      'There were two nails left over, and there should have been none. A minute later there were nine left over, and a heap.',
      'It was built very well on the left. On the right it was mostly hoped.',
      'The hammer was too big for the nails and too small for the mistake.',
      'The parts were all there, but they had not been introduced.',
    ],
    done: [
      'knocked in the last nail with a shoe',
      'fitted the last board, and it went in with a click, like a word that you had been looking for',
      'tied the last knot twice',
    ],
  },
  {
    verbs: /^(?:bake|cook)$/,
    mine: 'In it was all that [h] liked best, and on top there was a good deal more of that.',
    off: 'Away went the top layer.',
    bits: [
      'a bag of flour with a hole in it',
      'three brown eggs',
      'the end of the honey',
      'a pinch of something from a blue tin',
      'one very good lemon',
      'a spoon that had been in the family',
    ],
    fails: [
      'It rose, looked about, and went down again.',
      'The outside was done on Monday. The inside was still on Sunday.',
      'It tasted of soap. Somebody had kept soap in that tin.',
      'There was smoke, and after that there was a good deal of opening of windows.',
      'It came out of the oven as flat as a letter.',
    ],
    done: [
      'took it out when it smelled like a Saturday',
      'tapped it underneath, and it sounded right',
      'put on the last crumb of sugar with two fingers',
    ],
  },
  {
    verbs: /^(?:paint|draw)$/,
    mine: 'It was in all the colours that [h] liked, and in the middle of it was a small [h.n].',
    off: 'Out went the red.',
    bits: [
      'half a pot of blue',
      'a brush with eleven hairs',
      'the back of a poster',
      'a red that was nearly dry',
      'a jar of rain',
      'a pencil as long as a thumb',
    ],
    fails: [
      'The blue ran down to have a look at the green, and stayed.',
      'It was a good likeness, but of something else.',
      'Somebody sat on it. It was a better likeness of them.',
      'From near by it was dots. From farther off it was more dots.',
      'The more there was of it, the less it was it.',
    ],
    done: [
      'put in one small white stroke, and let it be',
      'cleaned the brush, for it was finished',
      'left the last corner empty, to let the air in',
    ],
  },
  {
    verbs: /^(?:knit|sew)$/,
    mine: 'It was just the right length for [h], with pockets in the right place for it.',
    off: 'Off came the pockets.',
    bits: [
      'the wool of a whole jumper',
      'two needles that were not related',
      'a yellow thread',
      'a box of buttons',
      'a yard of blue stuff',
      'a pincushion shaped like a plum',
    ],
    fails: [
      'It had grown a third sleeve in the night.',
      'There was a hole. When it had been mended there was a hole with a collar.',
      '[h] had sewn it, very firmly, to [h.p] own knee.',
      'A thread hung out at the bottom, and [h] pulled it; and then it was all bottom.',
      'It was the right size for a door.',
    ],
    done: [
      'bit off the thread',
      'made the last stitch so small that it could not be seen',
      'sewed on a button, where no button was needed, for luck',
    ],
  },
  {
    verbs: /^(?:soup|stew)$/,
    mine: 'It was just as [h] liked it best, with a good deal of pepper.',
    off: 'Out came the pepper, corn by corn, with a spoon.',
    bits: [
      'eleven carrots, one of them with legs',
      'a leek as long as an arm',
      'a handful of peas',
      'the big pot',
      'a parsnip with a face',
      'a bay leaf in an envelope',
    ],
    fails: [
      'It boiled over. Then it boiled under.',
      'It was so thick that the spoon stood up, and looked round.',
      'It was so thin that you could read the bottom of the pot.',
      'It tasted of hot water that somebody has told about carrots.',
      'There was one pea in it. They took turns to look for it.',
    ],
    done: [
      'put in a last pinch of salt, and then did not put in another',
      'tasted it, and shut both eyes',
      'took the pot off the fire when it had begun to hum',
    ],
  },
  {
    verbs: /^plant$/,
    mine: 'It stood just where [h] could see it from bed.',
    off: 'Out it came, pot and all, and over to the other side.',
    bits: [
      'one seed, in a twist of paper',
      'a pot with a crack',
      'a hatful of good black earth',
      'a can with a long neck',
      'a stick with a label on it',
    ],
    fails: [
      'Nothing came up. Then something did, and it was a mole.',
      'It was watered so much that it had to be rescued.',
      '[h] dug it up to see how it was getting on, and put it back, and dug it up.',
      'It came up the wrong way round, with its feet in the air.',
    ],
    done: ['pressed down the earth with one flat hand', 'gave it a drink, and a stick to hold on to'],
  },
  {
    verbs: /./,
    mine: 'It did all the things that [h] would have wanted, and one that went ping.',
    off: 'Out came the bit that went ping.',
    bits: [
      'a box with a good lid',
      'eleven yards of string',
      'a spring from an old clock',
      'a bell without a tongue',
      'a pot of glue',
      'the best bit of a broken umbrella',
    ],
    fails: [
      'It held together very well until it was looked at.',
      'It ought to have gone round. It went through.',
      'The glue stuck to everything, except to what it was for.',
      'It was inside out. When it had been turned, it was outside in, and that was worse.',
      'Most of it worked. It was not the part that you needed.',
    ],
    done: [
      'put in the last piece, and it stayed',
      'stood back, and for the first time there was nothing to put right',
      'pulled the string tight and let go',
    ],
  },
];

/** Slots of a wish in which something is made. */
export function making({ wish, random }: Binding): Slot {
  const aim = wish.aim?.kind === 'make' ? wish.aim : { verb: 'make', thing: 'kite', article: 'a' };
  const whom =
    'whom' in aim && aim.whom
      ? own(aim.whom)
      : wish.heroes.length > 1
        ? random.pick([
            'the small ones next door',
            'the old lady on the corner',
            'whoever came by',
            'the one who was always alone',
          ])
        : '';
  const dish = /soup|stew/.exec(aim.thing)?.[0];
  const manner = /^(?:make|cook|prepare)$/.test(aim.verb) && (dish ?? (food.test(aim.thing) ? 'bake' : undefined));
  const craft = crafts.find(({ verbs }) => verbs.test(manner || aim.verb));
  const [bit1 = '', bit2 = '', bit3 = ''] = random.shuffle(craft?.bits ?? []);
  const [fail1 = '', fail2 = '', fail3 = ''] = random.shuffle(craft?.fails ?? []);
  const a = aim.article === 'the' ? `the ${aim.thing}` : aim.article ? withArticle(aim.thing) : aim.thing;
  return {
    a,
    the: `the ${aim.thing}`,
    bare: aim.thing,
    make: aim.verb,
    made: past(aim.verb),
    making: gerund(aim.verb),
    whom: whom || '[f]',
    answer: whom ? `“For ${whom.replaceAll('[h.sp]', 'my')},” said [h].` : '“You will see,” said [h], and went pink.',
    mine: craft?.mine ?? '',
    off: craft?.off ?? '',
    bit1,
    bit2,
    bit3,
    fail1,
    fail2,
    fail3: fail3 || fail1,
    done: random.pick(craft?.done ?? ['finished it']),
  };
}

/** A thing is made for somebody, and is right only when it is theirs and no longer the maker's. */
export const madeFor: Shape = {
  id: 'made-for',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) => (wish.aim?.kind === 'make' ? 22 : 0),
  bind: making,
  tell: {
    home: [
      '[h] lay awake one night and thought of {x.whom}, who had nothing of the kind. “I shall {x.make} {x.a},” [h.s] said to the ceiling. The ceiling had no objection.\n? {t.cost}',
      'Most people {place.at} had something to be getting on with. With [h] it was {x.a}. [h.s] had not got it yet. [h.s] was going to {x.make} it, for {x.whom}.\n? {t.cost}',
      'It was [h.full] who thought of it. “What is missing here,” said [h], “is {x.a}.” And since it was not there, it would have to be made; and since it was to be made, it should be for {x.whom}.',
    ],
    call: [
      'First of all there was a drawing. On paper {x.the} had a front, a back, and a place to put the tea. [f] came to look over [h.p] shoulder. “Who is it for?” asked [f]. {x.answer}',
      'But what do you {x.make} it with? [h] went from door to door with a barrow, and came home with {x.bit1}, {x.bit2} and {x.bit3}. [f] held the gate. “Who is it for?” {x.answer}',
      '“You take {x.bit1},” said [h], “and {x.bit2}, and then you {x.make} it.” [f] wanted to know if it was hard. “I shall know that,” said [h], “when I have done it.”',
    ],
    try1: [
      'So [h] began. {x.fail1}\n\n? “Is it meant to do that?” asked [f]. It was the first of the questions that nobody answered that day.',
      'All morning you could hear [h] at work. At noon it went quiet. {x.fail1}',
      '[h] used {x.bit1} for the front and {x.bit2} for the rest. {x.fail1} So that was not the way to {x.make} {x.a}.',
    ],
    try2: [
      '[h] took it apart, and began again from the other end. {x.fail2}\n\n? {adviser}',
      '{adviser}\n\nAfter that it went no better. {x.fail2} “It is coming on,” said [f], who was kind.',
      'The second one was for practice; that was what [h] called it afterwards. {x.fail2}',
    ],
    try3: ['For the third, [h.s] measured everything twice and got two answers. {x.fail3}', ...tries],
    try4: tries,
    low: [
      '{dusk} [h] sat down in front of {x.the}. It was nearly like the drawing. {x.mine} “Whose is it?” asked [f]. And [h] looked at it and saw whose it was. It was [h.p] own.',
      'By evening it was finished, in a way. [h] tried to see {x.whom} with it, and could not. It was too low, and too loud, and altogether too much like [h.n]. {dusk}',
      '“It is very good,” said [f], “and it is all how you like it.” [h] had been going to say thank you. Then [h.s] did not. {dusk}',
    ],
    turn: [
      '[h] put down everything, and thought of {x.whom}. Not of {x.the}; only of {x.whom}: how big, and how often, and what for. It took a long while. Then [h.s] got up and left out half of it, and {x.done}.',
      'So [h] asked the question the other way about. What would {x.whom} do with it, on an ordinary evening? For [h] it was good as it was. For {x.whom} it had to be otherwise. {x.off} On went the last of {x.bit3}. Last, [h.s] {x.done}.',
      '“Hold this,” [h] told [f], and began to take away whatever was there for [h]. It was a good deal. What was left was small and plain. [h.s] {x.done}.',
    ],
    result: [
      'They carried it out together, and put it down where {x.whom} would be sure to come by. It did not look like much. Then {x.whom} came, and it looked like all that it was. {x.The} and {x.whom} went together as though both had been made on the same day.',
      'There it was: {x.a}, for {x.whom}. It was not like the drawing at all. It was only right. And when the time came and {x.whom} had it, you could not have said where the one left off.',
      'That evening {x.whom} had {x.a}. Nobody made a speech. It was just used, at once, as if it had always been there; and that is the best that can happen to anything that you {x.make}.',
    ],
    reward: [
      'The drawing was left over. [h] turned it round. There was room on the back. “What is missing now?” asked [f]. They thought about it, and there was not a thing.',
      '“And you?” asked [f]. “You have nothing.” [h] looked at [h.p] hands. They smelled of {smell} and of work. “I have made {x.a},” [h.s] said. It was quite a lot to have.',
      'There was a bit of everything left over, and they sat on that, and shared a bun, and looked.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ Somewhere out there was {x.the}, and it was just where it belonged. ¶ {ending}',
      '{comfort} ¶ {bedLine} In [h.p] head the work went on for a bit, without hands. ¶ {ending}',
    ],
  },
  titles: [
    '{name} and the {x.bare.title}',
    'The {x.bare.title} That {name} Made',
    '{name}, {friend} and the {x.bare.title}',
    'Who Is the {x.bare.title} For, {name}?',
  ],
  stage: { try1: { pose: 'reach', look: 'determined' }, turn: { pose: 'hold', look: 'calm' } },
};

/** Slots of a wish in which two race. */
export const raceTo = ({ wish, random }: Binding): Slot => {
  const to = wish.aim?.kind === 'race' ? own(wish.aim.to) : 'the gate';
  return {
    to,
    bare: to.replace(/^(?:the|\[h\.sp\]) /, ''),
    stop: random.pick([
      'a strawberry, quite by itself, in the middle of the way',
      'a puddle with a whole cloud in it',
      'a beetle who wanted to know the time',
      'a button that was looking at the sky',
      'a smell of pancakes, from the left',
    ]),
    snag: random.pick([
      'had a foot in a rabbit hole, as far as it went',
      'was on the wrong side of a bramble, and the bramble had hold',
      'lay upside down in a clump of clover and was being brave about it',
      'had taken the short cut, and it had turned out to be a ditch',
      'was tangled up in a ball of string that had been left for a kite',
    ]),
    judge: random.pick(['a heron', 'the postman', 'an old toad', 'the schoolmistress', 'a sheep with a whistle']),
  };
};

/** Two run to find out who is faster, and come in together (a race between friends). */
export const raceTogether: Shape = {
  id: 'race-together',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) => (wish.aim?.kind === 'race' ? 24 : 0),
  bind: raceTo,
  tell: {
    home: [
      '[h] and [f] had everything in common but one. [h] was faster. So was [f]. They had each thought so for a long time.\n? {t.cost}',
      '“I,” said [h], “am the fastest {place.at}.” “No,” said [f], “that is me.” They were the best of friends, and it was the only thing that they ever said twice.',
      'Until that day nobody had asked [h], or [f] either, which of them was quicker. They had always gone at the same pace, because they were talking.',
    ],
    call: [
      'There was only one way to find out. They would race, from {thing1} to {x.to}. {x.judge.cap} was asked to say “Go!”, and said it on the Tuesday, to be on the safe side.',
      'So there was to be a race, as far as {x.to}. [f] drew the line with one foot. [h] drew it again, because it was crooked. “Ready?” said {x.judge}. Neither of them was; but they went.',
      '“To {x.to}!” said [f]. “And whoever is first?” asked [h]. They had not thought of that. “Whoever is first,” said [f], “waits.” And off they went in their race.',
    ],
    try1: [
      'For the first part it was [h] who led. You could have put a ruler between them, or perhaps a pencil. Then there was {x.stop}. It took no time at all; and when [h] looked up, [f] was past.',
      '[h] had a plan, and it was to breathe in at the beginning and out at {x.to}. By the second bend [h.s] had gone a funny colour, and [f] was ahead by a whole daisy.',
      'They were neck and neck, or whatever they had. “Nice day,” puffed [h]. “For racing,” puffed [f]. After that they saved their breath.',
    ],
    try2: [
      'Then [f] led. [f] thought of how it would be at {x.to}, with the bow, and the modest face. It takes time, a modest face. [h] went by on the inside.',
      '{adviser}\n\n? By then they were both behind {x.judge}, who was only out for a walk.',
      'Halfway along, {crowd1} gave them lemonade. They each drank very fast, in order to be first, and then they both had hiccups.',
    ],
    try3: [
      'There was a hill in it. They had forgotten the hill. On the way up they both went so slowly that moss looked round at them.',
      ...tries,
    ],
    try4: tries,
    low: [
      '{dusk} And now [h] was in front, and this time there was no mistake. There lay {x.to}. It was only a hop. [h.s] looked round, to see the look on [f.np] face. There was no face. There was no one on the path at all.',
      "Nobody tells you how quiet it is, in front. [h] could see {x.to}, quite close. [h.s] said, “I'm winning.” It sounded silly with only one to hear it.",
      'Then [h] noticed that it had been some time since anybody had puffed. [h.s] stood still. {x.To} was just there. Where was [f]?',
    ],
    turn: [
      "[h] looked at {x.to}, and [h.s] looked at the path. Then [h.s] raced the wrong way, faster than at any time that day. [f] {x.snag}. “You go on,” said [f]. “Don't be daft,” said [h], and took hold.",
      'A race needs two. [h] turned right round. Back past the hiccups, back past the line of daisies: there was [f], who {x.snag}. “Have you won?” asked [f]. “Not without you,” said [h]. “Push.”',
    ],
    result: [
      'After that there was a bit of a limp in it, so they leaned on each other. They came to {x.to} like that. “You first,” said [h]. “No, you,” said [f]. It was too narrow for manners. They went through together, with a pop.',
      'Side by side they came up to {x.to}, not fast, and talking. At the very last step they both gave a jump. They touched it at the same time; {x.judge} would have sworn to it, if anyone had been awake.',
    ],
    reward: [
      '“So who is faster?” asked {crowd2}. [h] looked at [f]. [f] looked at [h]. “Yes,” they said.',
      'They sat down with their backs against {x.to}. “I was nearly first,” said [h]. “So was I,” said [f]. They thought about how nice it had been, nearly.',
      'The lemonade was brought along, what there was of it, and two straws.',
    ],
    rest: [
      'They went home at the pace at which you talk. {bedLine} {comfort} ¶ “I shall be asleep first,” called [f] from over there. [h] did not answer. [h.s] had won.',
      '“Let us see who can be the slowest,” said [f]. They were both very good at it. {bedLine} {comfort} ¶ {ending}',
      '{bedLine} {comfort} Two hearts had been going like anything, and now they went like the tick of one clock. ¶ {ending}',
    ],
  },
  titles: [
    '{name} and {friend} Race to {x.to.title}',
    'As Far as {x.to.title}',
    '{name}, {friend} and {x.to.title}',
    '“Yes,” Said {name} and {friend}',
  ],
  stage: {
    call: { pose: 'run', look: 'determined' },
    try1: { pose: 'run', look: 'laughing' },
    try2: { pose: 'run', look: 'surprised' },
    result: { pose: 'run', look: 'happy' },
  },
};

/** Those who set out arrive, by what one of them has always been able to do. */
export const arrive: Shape = {
  id: 'arrive',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) => (wish.goal?.kind === 'journey' && !wish.aim ? 13 : 0),
  bind: ({ random }) => ({
    take: random.pick([
      'a map of somewhere else',
      'an umbrella, because of the sun',
      'eleven sandwiches and a rope',
      'a lantern without a candle',
      'a trunk with nothing in it, to bring things home',
      'a good long stick each',
      'one scarf, for two, and a tin of toffees',
      'a compass that pointed at whoever was holding it',
      'a drum, in case it was lonely on the way',
    ]),
    lose: random.pick([
      'The first signpost was very good on the coast of Peru. It had nothing to say about the lane.',
      'The wind took hold of them by the hats. They went some way with it, and it was not their way.',
      'By the first corner they had eaten all there was to eat. They were still in sight of the kettle.',
      'At the crossroads there were three signs, and they all said, “Not here.”',
      'They rested on a hay cart, only for a minute. When they woke up they were at a wedding, a long way to the left.',
      'They went round a hill. It seemed a friendly hill. When they had passed it for the third time it nodded.',
      'They followed a stream, as one should. It went under a hedge, and came out the other side as a puddle.',
      'A goat went the same way, and seemed to know it. It turned out that the goat was going home.',
    ]),
    give: random.pick([
      'a pebble with a ring round it',
      'a bottle with some of the air in it',
      'a feather, rather bent',
      'one grain of sand, in a hanky',
      'a leaf as big as a plate',
      'a ticket that nobody had asked for',
      'a word that they had picked up there',
      'a small piece of the quiet',
    ]),
  }),
  tell: {
    home: [
      'Where [h] lived there was only one road, and it went past. Everyone was quite content with that, but for [h.o]. To {goal}! Who would not, with a road like that at the door?',
      'On the wall over the bed [h] had a picture of it, drawn from what people had told [h.so]. [h.s] had never been. But [h.s] was going to {goal}, and then [h.s] would know how much of it was true.',
      '“One day,” said [h], “I shall {goalMe}.” It was said every evening, and {thing1} knew it by heart.\n? {t.cost}',
      'There are people who would like a pony. [h] would have liked to {goal}. That was all, and it was a good deal.\n? {t.lore}',
      'If [h.full] had a free minute, it was spent in looking at the place where the road went out of sight. Some day [h.s] was going to {goal}; and some day was taking its time.',
    ],
    call: [
      '“I have been thinking,” said [h] to [f], “that nobody is going to bring it here.” So it was settled. They would {goal} on their own feet, or whatever they had. They took {x.take}, and shut the gate quietly.',
      'It was a Thursday, with nothing in it. “Good,” said [h], “then there is room.” [h.s] called for [f], and showed [f.o] {x.take}. “What is that for?” “To {goalMe},” said [h].',
      'Then one morning it was that day. You could tell by the light. “Today?” said [f]. “Today,” said [h]. They took {x.take}. To {goal}, you have to be prepared.',
      '[f] was sitting on the wall. “Where are you off to?” “I am going to {goalMe},” said [h], and it sounded quite simple, out loud. [f] got down. “I will come as far as the corner,” said [f]. They had with them {x.take}.',
      "It began with [f], who only asked, “Why don't you?” [h] had eleven reasons. When [h.s] had said them all, it was still only nine o'clock. So they packed {x.take}, and left.",
    ],
    try1: [
      'They had a rule: whoever was in front was right. At first it was [f]. {x.lose}',
      'All went well until it did not. {x.lose} “We are learning a good deal,” said [h].',
      '{x.lose}\n\n? “It is a start,” said [f]. It was the only thing that one could say of it.',
      'The first hour was the easiest. {x.lose}',
    ],
    try2: [
      '“How shall we know that it is that?” asked [f], round about noon. [h] had not thought of this. “It will be bigger than here,” [h.s] said at last, “and it will not be moved by us.”',
      'Next came a man with a ladder, who had been once, as a boy. “It was much nearer then,” he said, and shook his head.',
      '{adviser}\n\n? They thanked [m.o], and when they were round the bend they went the other way.',
      "They asked {crowd1} if it was far. “Not for me,” said {crowd1}. “I'm not going.” They asked {crowd2}. It was just past where you would think.",
      '“Are we there?” asked [f]. “How would it look, if we were?” said [h]. They both looked. It looked like a field with a cow.',
    ],
    try3: [
      'There was a river in the way. They waited for it to be over. In the end they found a place where it was mostly stones.',
      '{adviser}',
      'It rained a little, on the left. They walked on the right.',
    ],
    try4: tries,
    low: [
      '{dusk} There they were, between two places, and belonged to neither of them. The one behind had its lamps lit. The one in front did not even have an edge. “I am not sad,” said [f], in quite a small voice. “I have only got something in my foot.”',
      '{dusk} The road had stopped. It did not end; it only stopped, like somebody who has forgotten what to say. [f] sat down. “We could say that we did it,” said [f]. [h] thought of going home and saying so. It would be warm there. It would not be true.',
      'Then there were two ways, and neither of them looked as if anyone had ever gone along it to {goal}. {dusk} [f.p] feet hurt. “Which?” said [f]. It was the sort of question that gets bigger if you wait.',
    ],
    turn: [
      '[h] did not say, “It will be all right.” [h.s] did not know that. What [h.s] had was [h.p] {t.tool}, and that had only ever been used for nothing much. {t.lore} So now it was used for this.',
      '“Hold on to me,” said [h], “and let us not talk.” {t.lore} One does not think about such things, at home. Out here it was like a string that somebody had tied to the other end.',
      '[h] had been looking all day with [h.p] eyes, as everybody does. {t.lore} “Wait,” said [h]. From there on [h.s] went by [h.p] {t.tool}, and by nothing else; and [f] held on behind.',
      "“I'm not asking anybody any more,” said [h]. {t.lore} It had never been of any use, at home. Now [h.s] trusted to [h.p] {t.tool}. “This way,” [h.s] said, and did not say “perhaps.”",
    ],
    result: [
      'A bit of a bank; a gap; one step more. After that there were no more steps to do, because [h] {goalPast}. [f] took off [f.p] hat to it. It seemed the right thing.',
      'Nobody said, “Here it is.” It said so itself. [h] {goalPast}, just as [h.s] had told {thing1} on so many evenings; and it was like the telling only as a bird is like its shadow.',
      'And so [h] {goalPast}. It was over the next rise, as though it had been standing there all the time with its hat in its hand. There was more of it than people had said. It was much quieter, too.',
      'Then, quite simply, [h] {goalPast}. [h.s] had thought that there would be music. There was {place.sounds}, far behind them; and in front there was this. Neither of them said anything, because it was all being said.',
      'That was how it came that [h] {goalPast}. “Is it how you thought?” whispered [f]. “No,” said [h], “I had only thought of the outside.”',
    ],
    reward: [
      '“Say something,” whispered [f], “for later.” [h] thought of all the great words. “Hello,” [h.s] said. And on the way home {x.give} went with them.',
      'They stayed until they had all of it. For those at home they took along {x.give}. You cannot bring the whole of a thing; but you can bring the corner, and tell the rest.',
      '“I only meant to come as far as the corner,” said [f]. “There was one,” said [h]. “It was a long one.” In [h.p] hand was {x.give}, to show.',
      'On the way back the road was only half as long, for now they knew where it was going. By turns they carried {x.give}.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ On the sill lay what they had brought. It would have to be explained, in the morning. ¶ {ending}',
      '{comfort} {bedLine} ¶ “What will you say every evening now?” asked {thing1}, or it may have been the wind. [h] tried to think of something. ¶ {ending}',
    ],
  },
  titles: [
    '{name} and the End of the Road',
    'As Far as the Corner, {name}',
    '{name} and {friend} Set Out',
    '“Today,” Said {name}',
  ],
  stage: {
    call: { pose: 'walk', look: 'happy' },
    try2: { pose: 'walk', look: 'curious' },
    result: { pose: 'look-up', look: 'surprised' },
  },
};

/** What is waited for comes while there is something to do for somebody. */
export const awaited: Shape = {
  id: 'awaited',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) => (wish.aim?.kind === 'wait' ? 22 : 0),
  bind: ({ wish }) => {
    const what = own(wish.aim?.kind === 'wait' ? wish.aim.what : 'spring');
    return { what, mine: what.replaceAll('[h.sp]', 'my') };
  },
  tell: {
    home: [
      '[h] was waiting for {x.what}. It was nearly a full-time job. [h.s] did it by {thing1} in the mornings, and after lunch at the window.\n? {t.cost}',
      'Some people wait sitting down. [h.full] waited for {x.what} on tiptoe, and had done so since Monday.',
    ],
    call: [
      "“It cannot be long,” [h] told [f]. “What can't?” “{x.mine.cap}.” [f] looked up the road and down. There was a good deal of road.",
      '“How long is soon?” asked [h]. “Longer than now,” said [f], “and shorter than never.” [h] took a stick of chalk and drew a line on the wall for each thing that was not {x.what}.',
    ],
    try1: [
      'First [h] tried to meet it halfway. But nobody could say halfway to where. [h.s] stood about there for some time, and came back.',
      '[h] shut both eyes, and counted to a hundred, and opened them. It was the same, only with a hundred less.',
      '[h] got everything ready, and then got it ready again. By noon it was so ready that nobody was allowed to sit on it.',
    ],
    try2: [
      '{adviser}\n\n? That took up some of the time, at least; but it was the wrong bit.',
      '“If you do not look,” said {crowd1}, “it comes.” So [h] did not look. [h.s] did not look so hard that it made [h.p] ears ache.',
      '[h] put the clock on a little, to help. Then it was bedtime.',
    ],
    try3: tries,
    try4: tries,
    low: [
      "{dusk} It had not come. The chalk was used up. And by the wall sat [f], very small. “You've looked at the road all day,” said [f]. “I was here, too.”",
      'At last there was no more waiting left; [h] had done all of it. It was quiet. From next door came a sniff. It was [f], who had been waiting as well; but [f] had been waiting for [h].',
    ],
    turn: [
      '[h] turned [h.p] back on the road. It was not easy. “What shall we do?” [h.s] asked; and they built a house for a snail, with a porch, and a chimney, in case.',
      '“Come on,” said [h], and held out a hand. They cooked mud, and served it. They played at being late. For as long as it takes to forget something, [h] forgot.',
    ],
    result: [
      'It was just then that somebody behind them coughed; or it may only have been a change in the air. They did not hear it. “Look round,” said {crowd2}. And there, as though it had never been anywhere else, was {x.what}.',
      'They were so busy that it had to come quite close. Something was different. [h] looked up, with mud on [h.p] nose. It had come: {x.what}, in the middle of an ordinary evening, and nobody had held the door.',
    ],
    reward: [
      "“I wasn't ready!” said [h]. It did not matter. It is other people who have to be ready, as a rule, for the sitting down.",
      '[h] wiped off the chalk, line by line. Where the wall was clean, [f] drew a snail with a porch.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ There was nothing to wait for any more but sleep; and that was soon. ¶ {ending}',
      '{comfort} {bedLine} [h] was going to wait up, from habit. ¶ {ending}',
    ],
  },
  titles: ['{name} Waits for {x.what.title}', 'How Long Is Soon, {name}?', '{name}, {friend} and the Chalk Lines'],
  stage: { home: { pose: 'look-up', look: 'curious' }, low: { pose: 'sit', look: 'sad' } },
};
