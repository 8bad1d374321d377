import { feelings, themeOf } from '../plan/theme.ts';
import type { Binding, Shape } from '../plan/shape.ts';
import type { Slot } from '../prose/telling.ts';
import { moreOfFeelings } from './felt-more.ts';

/** What a feeling does at each turn of the plot. */
export type Feeling = Record<
  'home' | 'call' | 'try1' | 'try2' | 'still' | 'turn' | 'done' | 'talk' | 'after',
  string[]
>;

/** What each feeling does, and what becomes of it. */
const material: Record<(typeof feelings)[number] | 'alone', Feeling> = {
  shy: {
    home: [
      '[h] was so shy that [h.s] knocked before [h.s] opened [h.sp] own cupboard. Of all the words there are, the heaviest was hello.',
      '[h] had a very good hello, but [h.s] was shy, and kept it at home. When anyone came along the path [h.s] turned into somebody behind a hedge.',
      'People thought that there was no one living {spot}. There was. It was [h], and [h.s] was only shy.',
    ],
    call: [
      'On the other side of the hedge there was somebody new. You could hear a spade. It was [f], and [h] was too shy to look.',
      'Then [f] moved in across the way. Every morning [f] stood on the step and looked up and down, as you look when you know nobody. [h] saw it, through a hole in the curtain. Somebody ought to say hello.',
    ],
    try1: [
      'First [h] practised on {thing1}. “Hello,” [h.s] told it. “Hello, hello.” It went well. But then [f] came round the corner, and [h] bent down to tie a shoe until it was evening.',
      '[h] wrote HELLO on a leaf, in big letters, and let the wind post it. It went into the pond. A duck read it.',
    ],
    try2: [
      '[h] tried it with both eyes shut. “Hello!” [h.s] said. It was {crowd1}, who said hello, and what was the matter with those eyes.',
      'By Wednesday [h] had got as far as “Hel.” It is most of the word. Still, [f] went by.',
    ],
    still: [
      '{dusk} [f] sat down on the other side of the hedge. “They are all so loud here,” said [f], to nobody. “I never know how one begins.” [h] stood quite still. So [f] was shy, too.',
      '{dusk} The light across the way went on. [f] came to the window, and lifted a hand, and hid behind the curtain. [h] knew that curtain. [h.s] had one just like it.',
    ],
    turn: [
      'Somebody had to be the first; and of the two shy ones, [h] had practised. [h.s] put one hand through the hedge, only the hand. “Hello,” said the hand.',
      '[h] did not say it. It was too heavy for that. [h.s] picked up the lantern, and with a book held up before it, made it wink: once, for hello.',
    ],
    done: [
      'Nothing happened, and then everything did. Another one took hold of it: it was [f]. “Hello,” it came back, very small. They were both pink. But when two people are pink, it is only the weather.',
      'Across the way there was a wink of light. Once: hello. Then twice, and that was new. They met in the middle of the path, with hot cheeks, and did not need to say anything at all.',
    ],
    talk: [
      '“I am shy, you know,” said [f]. “So am I,” said [h]. It was the longest talk that either of them had had all week.',
      'After that they said hello to each other, and to a post, and to {crowd1}. It got lighter by being carried.',
    ],
    after: [
      'Somebody knocked on the wall, once, for hello. [h] knocked back.',
      '“Hello,” said [h], quite low, to hear it again. It was not heavy at all; it was about as much as a feather.',
    ],
  },
  lonely: {
    home: [
      '[h] was lonely. [h.s] laid the table for two, and ate first on the one side and then on the other.',
      'There was nobody {place.at} but [h], or so it seemed to [h.o]. [h.s] was so lonely that [h.s] said good morning to {thing1}.',
      'It is nice to be alone for an hour. [h] had been alone since the spring, and [h.s] was lonely right down to the feet.',
    ],
    call: [
      'One morning [h] found that somebody had put a plum on the step. There was nobody to be seen. There was only the plum.',
      'Then, one evening, there was a light on the hill. It had not been there before. So somebody lived up there; and nobody, thought [h], ought to live alone so far off.',
      'There was a swing {place.at} for two. [h] had sat on it by [h.r] all week, at the bottom end.',
    ],
    try1: [
      '[h] called. It came back: “Alone?” That was the echo. It never had anything of its own to say.',
      '[h] put up a notice. COME TO TEA, it said. [h] sat beside it, and was alone with three cups. It had rained on it; it said COME TO T.',
    ],
    try2: [
      'So [h] joined the others, down by {thing2}. They were all talking. You can be lonely there, too; it is only louder.',
      'Perhaps nobody knew that [h] was lonely. It cannot be seen from outside. [h] hung out a blue flag, but they took it for washing.',
    ],
    still: [
      '{dusk} And there, on the wall, with nobody on the left and nobody on the right, sat [f]. [f] had a bag of plums, and was counting them into two heaps. “Who is the other one for?” asked [h]. “Nobody,” said [f]. “I do it so that it looks like two.”',
      '{dusk} [h] went out to look at the moon, since it is alone as well. Somebody else was looking. It was [f]. Each of them had thought that the place was taken.',
      '{dusk} [h] lay down in the low end of the swing. Then it moved. It went up, quite slowly, and there was a bump at the other end. It was [f]. “I did not know how to ask,” said [f], “and it was free.”',
    ],
    turn: [
      '[h] might have gone on. [h.p] feet had begun to. But [h] knew about laying the table for two. “May I be the other one?” [h.s] asked.',
      '“Are you lonely?” asked [h]. You do not ask that; but [h] did. [f] moved up. There was just enough room.',
      'A swing like that cannot be worked alone. You have to push off for the other one. [h] pushed.',
    ],
    done: [
      'They ate the plums, one from each heap. Nobody said much. But it was a different sort of quiet: it had somebody in it.',
      '[f] looked at [h], and [h] at [f]. Then both of them said “I thought that nobody…” at the same time, and stopped, and laughed.',
      'Up went [f], and down came [h]; and whoever was up could see farther, and told the one below. They had both been lonely {place.at}, at two ends of one plank.',
    ],
    talk: [
      'They laid the table. There were two plates, and, for once, there was one of them at each.',
      '“I live just there,” said [f]. It was across the brook. All that time they had been alone next door to each other.',
    ],
    after: [
      'There was a light over there, and a light here. Neither of them was alone in the dark.',
      '[h] was by [h.r] again, but not lonely. It is quite another thing when there is somebody tomorrow.',
    ],
  },
  jealous: {
    home: [
      '[h] was jealous of {x.of}. It had begun as a small green feeling, no bigger than a pea, and it had been fed.',
      'Everything that {x.of} had was better: that was what [h] thought, and it made [h.o] so jealous that [h.p] soup went cold.',
      'When they said how good {x.of} was, [h] smiled with the front of [h.p] face. Behind it [h.s] was jealous.',
    ],
    call: [
      'They all stood about {x.of}, and said “Oh!” Nobody said “Oh” to [h]. “You are looking rather green,” said [f]. It is the jealous colour.',
      '“Look at that,” said [f], who meant no harm. They looked at {x.of}. [h] had been looking all day.',
    ],
    try1: [
      'So [h] did as {x.of} does. [h.s] did it on Tuesday, from morning till night. By evening two people had asked [h.o] where [h.n] was.',
      '[h] made [h.r] as big as {x.of}, with a cushion in front and another behind. It was hot, and no one said “Oh.”',
    ],
    try2: [
      'Then [h] tried not to look at {x.of}. It is hard, not to look. You have to know all the time where it is.',
      '[h] counted up all that {x.of} had, on a long paper. On the back there was room for what [h] had. [h.s] left it empty, to be jealous in peace.',
    ],
    still: [
      '{dusk} And then, when [h] thought that there was nobody by, [h.s] heard a sigh. It did not come from [h.o]. It came from {x.of}. “Everybody looks at me,” it was said, “and nobody sits with me. They sit with [h.n].”',
      '{dusk} [f] said, “Do you know who asked for you, today? {x.Of}.” [h] had been too jealous to hear it. “For me?” “For you. To find out how you do it.”',
    ],
    turn: [
      '[h] looked at that for a while. So there had been two of them, jealous over the same fence, from both sides. [h.s] took a paper, and for once wrote down what was good about being [h.n].',
      '[h] got up and went over, green as [h.s] was. “I have been jealous of you,” [h.s] said to {x.of}. It was like putting down a bucket.',
    ],
    done: [
      'After that they swapped for an hour. [h] had what {x.of} has, and it was too warm. {x.Of} had what [h] has, and would hardly give it back.',
      'They did it together: {x.of} did the one half, and [h] the other. [f] said “Oh!” It was meant for both.',
    ],
    talk: [
      '“Are you still jealous?” asked [f]. [h] felt about for the green thing. It had gone down to a pea again, and peas can be eaten.',
      'They all came to look, and there was room to look at two.',
    ],
    after: [
      '[h] thought once more of {x.of}. It was quite a small thought, and it was not green.',
      '[h] said good night to {x.of}, too. Somewhere over there it was just as late, and just as nice to lie down.',
    ],
  },
  alone: {
    home: [
      'Nobody had ever seen [h] alone; for [h] was afraid of it. As soon as [h.s] was alone, [h.s] came to find them.',
      '[h] was not afraid of much. [h.s] was only afraid of being alone. If the others went into the next room, [h] went, too, and [h.s] had been to a great many next rooms.',
    ],
    call: [
      '“I must go down to the bridge,” said [f], “and somebody has to stay and keep the lamp in the window, so that I find my way back.” Somebody: that was one, and no more.',
      '“Will you mind the soup?” said [f]. “It is only until the big hand is at the top.” And the door shut, and [h] was alone.',
    ],
    try1: [
      'Alone! The clock said it: a-lone, a-lone. [h] put it in a drawer. Now there was not even a clock.',
      'The room was far too big. [h] talked to {thing1}, to be two. It did not help. {Thing1} never asks anything back.',
    ],
    try2: [
      '[h] went to the door, and looked out, and came back, and went to the door. That made four; but they were all [h.n].',
      '[h] sang, so that there should be somebody. After the first verse it got lonely in there.',
    ],
    still: [
      '{dusk} It was so easy: out at the door, and down the path, and [h] would not be alone any more. But then who would be here, when [f] came?',
      '{dusk} [h] sat down in [f.p] chair. It was still a bit warm. From there, being alone looked smaller; it was only a room, with one in it.',
    ],
    turn: [
      '[h] held up the lamp. It shone out. And over on the hill there was another lamp, and one beyond. In each of the windows sat somebody. They were all of them alone, together. [h] waved.',
      '[h] sat on [h.sp] hands and listened. The fire talked. The kettle breathed. And somebody was humming, quite near, and it was [h.n]. So you are never quite alone, thought [h], as long as you are there yourself.',
    ],
    done: [
      'So [h] kept the lamp bright. When [f] came up the path, wet and glad, the light fell right before those feet. “I saw you the whole way,” said [f].',
      'When the door opened, [h] said, “Oh, already?” And it was true. The soup had not burned, and there had been a drawing to finish.',
    ],
    talk: [
      '“Were you afraid, alone?” asked [f]. “At first,” said [h]. “Then I had me.”',
      'Two bowls, two spoons. [h] had put them out while [h.s] was alone, and had done it very well.',
    ],
    after: [
      'Then [h] was alone once more, but only as a pea is, in a pod.',
      'Being alone had turned out to have somebody in it. [h.s] said good night to [h.r].',
    ],
  },
  angry: {
    home: [
      'Something had gone wrong with the morning. [h] looked at it from all sides, and then [h.s] was angry, hot and red and down to the knees.',
      'If you had put a pan of milk on [h.n] that day, it would have boiled. That is how angry [h.s] was{x.with}.',
      '[h] was angry. It had started in the feet, with the wrong socks, and by nine it had got as far as the ears.',
      'That morning [h] woke up angry. It sat on the end of the bed like a big red dog, and when [h] went out it came, too.',
      'It was best not to say good morning to [h]. [h.s] was angry{x.with}, and it was no good morning.',
    ],
    call: [
      '“What is it?” asked [f]. “Nothing,” said [h], so angry that the spoons rang. [f] took one step back. “It is rather a big nothing,” said [f].',
      'At the gate [h] met [f]. “Are you cross with me?” asked [f]. [h] was angry with everybody, and so it must have been with [f] as well. “Yes,” said [h]. It was not nice to see.',
      '[f] had made pancakes. “I do not want any,” said [h]. [h.s] did want some. When you are angry it comes out the wrong way round. “Then I shall keep you one,” said [f].',
      '“Shall we build the tower?” asked [f]. It was their tower, and it was nearly done. “Build it yourself,” said [h], who was angry from top to toe, and gave it a kick. It is quickly done, with a tower.',
      'Then [f] laughed. It was at a duck. But [h] was so angry that it must have been at [h.o]. “Go away,” [h.s] said. And [f] went.',
    ],
    try1: [
      '[h] lay down flat on the floor, to be angry on all sides. People stepped over [h.o]. {Crowd2} put down a bag.',
      '[h] wrote a letter. It had only one word in it, and nine exclamation marks. Then [h.s] had no stamp, and that made ten.',
      '[h] shut the door, so that they could all hear how angry [h.s] was. It is a soft door. It went “fff.”',
      '[h] stamped. [h.s] stamped round the whole of {place.name}, and came back just as angry, and with one shoe.',
    ],
    try2: [
      '[h] sat on the anger, with all [h.p] weight. It got warm, and then it got hot, and [h.s] had to get up again.',
      'They sent for {crowd2}, who was known to be calm. After an hour of it there were two of them angry.',
      'Then [h] tried to swallow it. You should not swallow it. It came up again at lunch, and it was angry about the peas.',
      '“Count to ten,” said {crowd1}. [h] counted. It was angry at each of the numbers, and at seven most of all.',
    ],
    still: [
      '{dusk} Now everyone had gone out of the way, and [h] had nobody left to be angry at. Only [f] sat there, a good bit off, and stayed. The anger sat down, too. From near by it looked tired.',
      '{dusk} Something lay by {thing1}, in two bits. It was the little cart that [f] had made, and it was [h] who had stamped on it. [h] had been too angry to see. Now [h.s] saw.',
      '{dusk} [h] sat up in the pear tree, where it is good to be angry, as one can throw pears. By and by there were no pears left. From below came a smell. It was one pancake, on a plate, with a lid on.',
      '{dusk} The bricks still lay about. [h] heard a small click, and then one more. Over there [f] was picking them up, all alone, and putting the red ones with the red ones. It would take half the night.',
      '{dusk} At last there was peace. [h] had been angry until nobody was left, and now it was just very quiet. Even the duck had gone. Far off on the bridge stood [f], and threw in one leaf, and looked to see it come out. That is a game for two.',
    ],
    turn: [
      '[h] looked at it, for once, and did not shout. “What do you want?” [h.s] asked the anger. It took a long time. Underneath it was not angry at all. It was sad. It had wanted somebody to ask.',
      '[h] breathed in as far as it would go, and let it out, slowly, like a kettle that is taken off the fire. It was still there, the anger; but now [h] was the bigger of the two. “I was angry,” said [h], “and I am sorry.”',
      '“It has gone cold,” said [f], down there, “but I can warm it.” And in [h] something went cold that had been hot, and something grew warm. [h.s] came down, branch by branch. At each branch [h.s] left a bit of the anger hanging.',
      '[h] picked up a brick, since it lay at [h.p] feet. It was heavy and cool. It is hard to hold a brick, and to be angry, and to put it down softly. [h] put it down softly. Then [h.s] took the next.',
      '[h] looked for the anger and could not find the front of it. Where had it started? [h.s] walked slowly to the bridge. “I shouted,” said [h]. “It was not even you. I think that I was hungry.”',
    ],
    done: [
      'And when [h] had said it out loud, what it was about, it was hardly any size. “Is that all?” asked [h]. “It is quite a lot,” said [f], and moved up close. They sat on the step and let it get small.',
      '[f] fetched the glue. [h] held the bits until it was dry, for as long as that takes. You cannot hold on to being angry as well. You need both hands.',
      'They ate the pancake from both ends. With a full mouth [h] told what it had been about, and it sounded so odd that [h.s] had to stop. “Angry about that?” “It was bigger this morning,” said [h].',
      'Click, went the bricks, and click. They did not talk. By the time the moon came it was up again, and it leaned a bit, and had a window in it. “That is for when you are angry,” said [f]. “You can look out.”',
      '“I thought that it was me,” said [f]. They each dropped in a leaf, and ran to the other side. Out came [f.p] leaf, and a good while later came the angry one, and it was wet, and had cooled down.',
    ],
    talk: [
      '“You were rather good at it,” said [f]. “The stamping. Show me.” They stamped up the whole path, angry at nothing, and it was the best bit of the day.',
      'Afterwards [h] was as hungry as a wolf. It makes you hungry, being angry, and then not.',
      '“Will it come back?” asked [f]. “I think so,” said [h]. “But then I shall ask it to sit down.” That is not how you talk to a thing that you are angry at. It is how you talk to a dog.',
      '[h] said good evening to everybody whom [h.s] had been angry with. It took until supper.',
    ],
    after: [
      'Somewhere the last of the anger went round the corner with its hat on. It did not slam the gate.',
      'The pillow was cool on both sides. It is hard to be angry at a pillow.',
      'The anger lay on the mat, and it was no bigger than a mouse. It had had a long day. [h] put a sock over it.',
      'There was not one bit of [h.o] that was angry now, not even a toe.',
    ],
  },
};

const titles: Record<keyof typeof material, string[]> = {
  shy: ['The Heaviest Word', 'Hello, Said {name}', 'A Pink Sort of Day'],
  lonely: ['{name} Lays the Table', 'Two Heaps of Plums', 'Room for {name}'],
  jealous: ['{name} Turns Green', 'The Green Pea', '{name} Over the Fence'],
  angry: ['{name} and the Red Dog', 'As Hot as {name}', 'What {name} Asked the Anger'],
  alone: ['{name} Keeps the Lamp', 'One in a Room', '{name} Minds the House'],
};

function allOf(feeling: keyof typeof material): Feeling {
  const [lines, more] = [material[feeling], moreOfFeelings[feeling]];
  const ids = Object.keys(lines) as (keyof Feeling)[];
  return Object.fromEntries(ids.map((id) => [id, [...lines[id], ...(more?.[id] ?? [])]])) as Feeling;
}

function bindFeeling({ wish, random }: Binding): Slot {
  const feeling = /\balone\b/.test(wish.afraidOf ?? '')
    ? 'alone'
    : (feelings.find((trait) => wish.traits.includes(trait)) ?? 'shy');
  const lines = allOf(feeling);
  const after = (word: RegExp) =>
    word.exec(wish.text.toLowerCase())?.[1]?.replace(/\b(?:his|her|their|its|my)\b/g, '[h.sp]');
  const of = after(
    /\b(?:jealous|envious) of ((?:an?|the|his|her|their|its|my) [a-z' -]+?)(?=$|[.,;!?]| (?:who|that|and|because|but))/,
  );
  const whom = after(
    /\b(?:angry|cross|mad|furious) (?:with|at) ((?:an?|the|his|her|their|its|my) [a-z' -]+?)(?=$|[.,;!?]| (?:who|that|and|because|but))/,
  );
  // What happens from the evening on belongs together.
  const one = random.pick(lines.still.map((_line, i) => i));
  const told = (id: string, options: readonly string[]) =>
    /^(?:call|still|turn|done)$/.test(id) ? (options[one % options.length] ?? '') : random.shuffle(options).slice(0, 1);
  return {
    of: of ?? 'the one next door',
    with: whom ? ` with ${whom}` : '',
    label: random.pick(titles[feeling]),
    ...Object.fromEntries(Object.entries(lines).map(([id, options]) => [id, told(id, options)])),
  };
}

/** A feeling is named, has its way for a day, and is looked at; somebody else turns out to have it as well. */
export const felt: Shape = {
  id: 'felt',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) !== 'feeling' ? 0 : wish.traits.includes('lonely') && !wish.afraidOf ? 10 : 20),
  bind: bindFeeling,
  titles: ['{name} and {friend}', '{name}, for Once', '{x.label}', '{x.label}'],
  tell: {
    home: ['{x.home}', '{x.home}\n? {t.cost}', '? {t.lore}\n{x.home}', '{t.cost}\n{x.home}'],
    call: ['{x.call}', '{x.call}\n\n? {sense}'],
    try1: ['{x.try1}', '{x.try1}\n\n? It was not a great success.', 'Something had to be done. {x.try1}'],
    try2: ['{x.try2}\n\n? {adviser}', '{adviser}\n\n{x.try2}', '{x.try2}'],
    try3: ['{adviser}', '{sense}'],
    try4: ['{sense}', '{adviser}'],
    low: ['{x.still}'],
    turn: ['{x.turn}', 'It was very quiet. {x.turn}', '{x.turn}\n\n? Nobody had planned it.'],
    result: ['{x.done}', '{x.done}\n? The evening did not mind at all.'],
    reward: ['{x.talk}', '{x.talk}\n\n? They shared a bun. It came out even.'],
    rest: [
      '{bedLine} {comfort} ¶ {x.after} ¶ {ending}',
      '{comfort} {bedLine} ¶ {x.after} ¶ {ending}',
      '{x.after} ¶ {comfort} {bedLine} ¶ {ending}',
    ],
  },
};

const smallFeelings: Record<(typeof feelings)[number], [word: string, say: string]> = {
  shy: ['shy', 'says no word. Not even hello'],
  lonely: ['all alone', 'has nobody. Not one'],
  jealous: ['jealous', 'wants it, too. All of it'],
  angry: ['angry', 'stamps. Stamp, stamp'],
};

/** The same for the youngest. */
export const feltSmall: Shape = {
  id: 'felt-small',
  bands: ['2-3'],
  usesNeed: false,
  parts: ['f'],
  fits: (wish) => (themeOf(wish) === 'feeling' ? 20 : 0),
  bind: ({ wish }) => {
    const [word, says] = smallFeelings[feelings.find((trait) => wish.traits.includes(trait)) ?? 'shy'];
    return { word, says };
  },
  tell: {
    home: [
      'Who is that in the corner? It is [h]. [h] is {x.word} today. [h] {x.says}.',
      '[h] is {x.word}. So {x.word}! [h] {x.says}.',
      'Look at [h]. What is it? [h] is {x.word}. [h] {x.says}.',
    ],
    call: [
      'Here comes [f]. [f] looks at [h]. [h] looks at the floor.',
      '[f] is at the gate. [h] goes behind {thing1}.',
    ],
    try1: [
      '[h] lies on the mat. The mat is flat. [h] is flat and {x.word}.',
      'Round and round goes [h]. It is the same all round. Still {x.word}.',
      '[h] gets in a box. It is dark in the box. [h] is {x.word} in the box, too.',
      '[h] puts on a big hat. Is [h] still {x.word}? Yes. Under the hat.',
    ],
    try2: [
      '[h] eats a plum. Now it is {x.word} with a plum.',
      '[h] tells {thing2}. “I am {x.word},” says [h]. {Thing2} is no help.',
    ],
    try3: ['[f] has a bun. [f] puts down half. [f] goes off a bit.'],
    try4: ['[h] looks out. [f] is still there.'],
    low: [
      '[h] looks at the sun. The sun goes home. Who will [h] go home with?',
      '[f] sits down, not too near. “I am {x.word}, too,” says [f]. “Some days.” Oh!',
      'A tear goes plop. It is not from [h]. It is from [f]. Is [f] {x.word}, too?',
    ],
    turn: [
      '“Look,” says [h], and gives [f] the best thing. It is a stone. It is a good one.',
      '[f] holds out half a bun. [h] looks at it. [h] looks at [f]. Then [h] comes out.',
      '[h] puts out one hand. Just the hand. “Hello,” says [h].',
      '[h] gets up. Step, step. “I was {x.word},” says [h]. “Come in!”',
    ],
    result: [
      'Crumbs on the nose. Crumbs on the toes. [f] laughs, and then [h] laughs, too.',
      '[f] comes up close. It is nice and warm. Now they are {x.word} as two, and two is not so bad.',
      'In comes [f]. Hello, hello! One hug. It is a long one.',
    ],
    reward: [
      '“Are you still {x.word}?” says [f]. [h] looks in all the pockets. No! All gone.',
      'They share the bun. It comes out just right.',
    ],
    rest: [
      'The moon looks in. {comfortSmall} Is [h] {x.word}? Not one bit.\n\nHush. [h] is asleep.',
      '{comfortSmall} Hello, bed. Hello, [f]. Nobody is {x.word} now.\n\nShh. [h] sleeps.',
      '{comfortSmall} “Hello,” says [h], once more. But [f] is asleep.\n\nNobody is {x.word}. Night-night, [h.n].',
    ],
  },
  titles: ['{name} Says Hello', '{name} and {friend}', 'Come In, {name}'],
};
