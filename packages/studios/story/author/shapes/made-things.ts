import type { Shape } from '../plan/shape.ts';
import type { Slot } from '../prose/telling.ts';
import type { Wish } from '../wish/read.ts';
import { moreCollections, moreRecipes } from './recipes.ts';
import { otherCollections, otherRecipes } from './recipes-more.ts';

const older: Shape['bands'] = ['4-5', '6-7', '8-10'];
const has = (wish: Wish, ...traits: string[]) => wish.traits.some((trait) => traits.includes(trait));
const tries = ['{drive.tries}', '{adviser}'];

/** Material whose lines can each be told in more than one way. */
function inOtherWords(lines: Record<string, Slot>, others: Record<string, string | undefined> = {}): Slot {
  return Object.fromEntries(
    Object.entries(lines).map(([key, line]) => {
      const other = others[key];
      return [key, other && typeof line === 'string' ? [line, other] : line];
    }),
  );
}

/** Made wrongly for what it was meant for, and rightly for something else (S2). */
export const wrongRecipe: Shape = {
  id: 'wrong-recipe',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    wish.goal?.kind === 'make'
      ? 11
      : wish.goal?.kind === 'skill' || wish.cannot
        ? 7
        : has(wish, 'clumsy', 'hungry', 'messy', 'silly', 'magic', 'forgetful', 'angry')
          ? 6
          : 5,
  bind: ({ random }) => {
    const recipe = random.pick([
      {
        it: 'a cake',
        made: 'the cake',
        lack: 'eggs',
        swap: 'a cup of sand that looked like sugar',
        step: 'It was mixed and beaten and put in, and it came out flat and hard, and it rang.',
        wrong: 'It was as flat as a plate and could not be cut. When you knocked on it, it said dong.',
        owner: 'had a house without a doorbell, and sat indoors all day in case somebody should come',
        use: '[h] hung it up by the door with a bit of string, and gave it a knock. Dong. It was a low, brown, friendly sound.',
        end: 'Dong, said the cake, once, in the draught.',
      },
      {
        it: 'a kite',
        made: 'the kite',
        lack: 'thin sticks',
        swap: 'the good thick ones from the fence',
        step: 'It was cut, and pasted, and painted, and carried up the hill. It did not go up. It leaned.',
        wrong: 'It was so heavy that it stood on the grass with its arms out. The wind went round both sides.',
        owner: 'had planted ten beans, and each evening the wind laid them flat',
        use: '[h] set it up before the bean row, and stepped back. The wind came, and found that there was a wall there with a face on it.',
        end: 'Behind the kite that did not fly, ten beans stood up straight.',
      },
      {
        it: 'a scarf',
        made: 'the scarf',
        lack: 'an end',
        swap: 'more wool, and then more',
        step: 'It was knitted in front of the window, one row, one row, one row. No one had said how you stop.',
        wrong: 'It was as long as the street. It went round [h.p] neck forty times, and then [h.s] could not be seen.',
        owner: 'lived right at the far end, and never came by after dark, for fear of the ditch',
        use: '[h] tied one end to [h.p] own door, and walked, and tied the other to that one. “Hold on to it,” [h.s] said, “and come along.”',
        end: 'All along the road lay a warm red line, from door to door.',
      },
      {
        it: 'a pot of soup',
        made: 'the soup',
        lack: 'salt',
        swap: 'blue from the paintbox, as it stood beside it',
        step: 'It was peeled and chopped and stirred, for the whole of an afternoon. It came out blue.',
        wrong: 'It was the bluest soup there had ever been. Nobody would put a spoon in it, and the cat moved house.',
        owner: 'had a grey wall to look at, and nothing else, on account of a bad foot',
        use: '[h] took the big brush and dipped it into the pot. First there was a sky, and then, lower down, a sea.',
        end: 'The wall was blue from edge to edge, and smelled faintly of leeks.',
      },
      {
        it: 'a chair',
        made: 'the chair',
        lack: 'the fourth leg',
        swap: 'a round bit off a barrel',
        step: 'It was sawn and planed and glued. When one sat on it, it went to and fro.',
        wrong: 'It would not stand still. Whoever sat down on it was soon out of the room.',
        owner: 'had a baby, who wanted to be walked up and down until two in the morning',
        use: '[h] put the baby in, and gave it the smallest push. To, it went, and fro. The baby looked as if it had been told something.',
        end: 'To, went the chair, and fro, with a small weight in it.',
      },
      {
        it: 'a lamp',
        made: 'the lamp',
        lack: 'clear glass',
        swap: 'the bottoms of nine green bottles',
        step: 'It was soldered and polished, and they all came to see it lit. Everyone turned green.',
        wrong: 'You could not read by it. You could only look like a frog.',
        owner: 'had come from the deep woods, and could not get to sleep in a room with white walls',
        use: '[h] hung it in the middle, and lit it. The walls went away. There were leaves there now, or as good as, and they moved.',
        end: 'Through the window came a green light, like the inside of a wood.',
      },
      {
        it: 'a drum',
        made: 'the drum',
        lack: 'a skin',
        swap: 'a sheet of rice paper',
        step: 'It was bent and nailed and stretched, and it looked very well. When you struck it, it said “fff”.',
        wrong: 'It was the quietest drum in the world. You could beat it all day, and nobody would march.',
        owner: 'could not bear a noise, and so had never once been asked to play',
        use: '[h] carried it over, and they each took a stick. Fff, fff, fff. It was like snow, keeping time.',
        end: 'Fff, said something, a good way off. Fff, fff.',
      },
      ...moreRecipes,
    ]);
    return inOtherWords(recipe, otherRecipes[recipe.it]);
  },
  tell: {
    home: [
      '{drive.intro}\n? {drive.habit}\n{t.cost}',
      "{drive.intro}\n\n? Next door lived [f], who {x.owner}. [h] knew that; but one has one's own affairs.",
    ],
    call: [
      'So [h] thought, “I shall make {x.it}, and begin with that.” Everything was there that you need. Only {x.lack} could not be found.\n\n? Across the way sat [f], who {x.owner}.',
      'It would have to be {x.it}, [h] decided. That always made a difference. [h.s] got out the board, the bowl and the long spoon. But {x.lack} could not be found.\n\n[f] looked in. It was [f] who {x.owner}.',
    ],
    try1: [
      "[h] looked along the shelf. In place of {x.lack} [h.s] took {x.swap}. “It's nearly the same,” [h.s] said.\n\n{x.step}",
      '“They do say,” said [h], “that you can do without.” And for {x.lack} [h.s] took {x.swap}.\n\n{x.step}',
    ],
    try2: [
      '{adviser}\n\n? [h] tried it once more from the start, and counted this time. It got worse, but more evenly.',
      '[h] turned it round. [h.s] turned it over. It was no better from below.\n\n{adviser}',
    ],
    try3: tries,
    try4: tries,
    low: [
      "{x.wrong}\n\n{dusk} [h] sat down beside it, and they looked at each other. “You're no use,” said [h], “and it's not your fault.”\n? It took it well.",
      '“Well?” they all asked. {x.wrong}\n\n[h] took it out to the step, so as not to see it. The evening was quiet, and from across the way you could hear [f], being there.',
    ],
    turn: [
      'It was then that [h] heard it properly. [f] {x.owner}. [h] looked at {x.made}. [h.s] looked at it for quite a long time, and not as you look at {x.it}.\n\n{x.use}',
      "What was it, if it wasn't {x.it}? That was another sort of question. And then there was [f], who {x.owner}.\n\nUp jumped [h]. {x.use}",
    ],
    result: [
      '[f] did not say anything to begin with. Then [f] said, “How did you know?” [h] had not known. It had come out so.',
      "“Oh,” said [f], and again, “oh.” “It was meant to be {x.it},” said [h]. “Was it?” said [f]. “I shouldn't have had any use for that.”",
    ],
    reward: ['{drive.cure}'],
    rest: ['{x.end} ¶ {rest}'],
  },
  titles: [
    'It Was Meant to Be {x.it.title}',
    '{name} Without the {x.lack}',
    'Nearly the Same',
    "What It Was, If It Wasn't",
  ],
  stage: { try1: { pose: 'hold', look: 'determined' }, low: { pose: 'sit', look: 'sad' } },
};

/** Something half made by somebody who is not here; finished for what it was for (S13). */
export const unfinished: Shape = {
  id: 'unfinished',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    has(wish, 'missing', 'sad', 'old')
      ? 8
      : wish.goal?.kind === 'make'
        ? 6
        : has(wish, 'curious', 'quiet', 'kind', 'lonely', 'worried')
          ? 3
          : 3,
  bind: ({ random }) =>
    random.pick([
      {
        thing: 'a boat',
        part: 'all but one plank, and no name',
        mark: 'a small pencilled duck under the seat',
        guess: [
          'made a sail for it, as you do. It went in a circle',
          'gave it a mast as tall as a house. It lay down on its side, like somebody who has been told too much',
        ],
        purpose: 'a seat so low, and a rail so high',
        for: 'It was not for going anywhere. It was for one who could not climb: the seat was at just the height of [f].',
        finish: [
          '[h] left out the sail. [h.s] put in the last plank, and made a step, a low one, and a rope to hold.',
          'The mast came off again. In its place went a step, then a second step, lower still, and along the side a rope that you could hold with one hand.',
        ],
        done: [
          '[f] got in, without any help at all. They went out only as far as the rope. But it was water, all round.',
          'There was one moment, between the bank and the boat, and then [f] was sitting there and trailed a finger in the pond.',
        ],
        end: [
          'The boat lay at its rope, and under the seat was a duck, and beside it, now, a second.',
          'Out on the pond something rocked, and had a duck on its mind.',
        ],
      },
      {
        thing: 'a blanket',
        part: 'forty squares, and a hole where the middle should be',
        mark: 'a thread of yellow, tucked in at the corner',
        guess: [
          'knitted a square for the hole, a neat one. It looked like a patch on a window',
          'sewed up the hole. The whole of it went crooked, and pulled a face',
        ],
        purpose: 'a hole with such a careful edge',
        for: "It was no hole. It was a place to put one's head through: it was for [f], who was always cold, and always had to have both hands free.",
        finish: [
          '[h] undid the neat square. [h.s] took the yellow thread, and went round the edge with it, so that it would not scratch.',
          'Out came the stitches. Round and round the rim went the yellow, until the hole was as neat as a buttonhole for a giant.',
        ],
        done: [
          'Over went [f.p] head. There stood [f], warm all round, with both arms out.',
          '[f] looked through it as one looks through a window, and then was in it to the shoulders, with two warm arms to spare.',
        ],
        end: [
          'Something yellow went past the window and looked warm.',
          'A square went by with a head on top, and nodded.',
        ],
      },
      {
        thing: 'a tune',
        part: 'eleven bars on the back of an envelope, and then a tea stain',
        mark: 'the word “here” written small, with an arrow to nothing',
        guess: [
          'made up an end to it, a loud one with a bang. It was like a door shutting',
          'put a drum under it and a trumpet on top. After that nobody could hear what it had been about',
        ],
        purpose: 'an arrow that pointed to nothing',
        for: "It wasn't that the end was missing. That was where somebody else came in. It was [f], who only ever hummed when nobody was by.",
        finish: [
          '[h] played the eleven bars, softly, as far as the stain. Then [h.s] took [h.p] hands away, and waited.',
          'So [h] began again at the beginning, very low, and this time left the door of the last bar open.',
        ],
        done: [
          'And from the corner came a hum. It was a bit flat. It fitted like a key.',
          'For a while there was nothing. And then a voice behind the curtain, no bigger than a gnat, went on from there.',
        ],
        end: ['Eleven bars went by in the dark, and then a hum.', 'There was a tea stain somewhere, and it sang.'],
      },
      {
        thing: 'a map',
        part: 'every path there was, and one white patch',
        mark: 'a cross, so faint that it might have been a crumb',
        guess: [
          'drew in the white part with a wood, a tower and a lake. It was splendid, and it was wrong',
          'filled the gap with sea, and a sea serpent, and a ship. The baker looked for the ship for a week',
        ],
        purpose: 'a patch the shape of an afternoon',
        for: 'Nobody had forgotten it. It was the bit to be walked with somebody. And [f] had never been farther than the gate.',
        finish: [
          '[h] rubbed out the tower and the lake. Then [h.s] went and called at the gate, with two pencils.',
          'With a crust of bread [h] took out the whole sea. The paper was as white as before. Then there was a knock on [f.np] gate.',
        ],
        done: [
          'They drew it as they walked. Where they had sat they made a dot; where [f] had laughed, a bend.',
          'They went this way because it was wet, and that way because of a goat. By the evening there it all was: the wet, the goat, and the log where they had shared an egg.',
        ],
        end: [
          'There was no white on the map now. But there was a great deal of bend.',
          'The map had a goat in it now, and jam in one corner.',
        ],
      },
      {
        thing: 'a bird house',
        part: 'four walls, a floor, and a roof that leaned against it',
        mark: 'a row of tiny pencil strokes, five, and then three more',
        guess: [
          'nailed on the roof, good and tight. No bird came near it',
          'hung it in the pear tree with a notice, To Let. It was let to an earwig',
        ],
        purpose: 'a roof with no nail holes',
        for: 'The roof was meant to come off. It was not for birds at all. It was a letter box, between here and [f], who was too shy to knock.',
        finish: [
          '[h] drew the nails, and put two small hinges in their place. Then [h.s] wrote, “How are you?” and shut the lid.',
          'Two hinges, a hook, and a lick of paint. Then [h] put in a note that had only a question on it, and went away, so that it could be answered.',
        ],
        done: [
          'By evening there was an answer. It said, “Better,” and it had a feather in it.',
          'Clap, went the lid. Inside lay a note, rolled up small. “Are you the one with the whistle?” it asked. “So am I.”',
        ],
        end: [
          'The lid of the bird house went up a bit, and down.',
          'Clap, went a lid, quite softly, so as not to wake the pear tree.',
        ],
      },
      {
        thing: 'a chair',
        part: 'a seat, a back and three legs',
        mark: 'a pencil line on the floor, a long way off the wall',
        guess: [
          'made it a fourth leg, just like the others. It stood like a rock, and no one wanted to sit there',
          'put a brick under it. It was a good brick, and it was still a chair for nobody',
        ],
        purpose: 'a chair that faced the wrong way',
        for: 'It did not need a leg. It had been meant to lean on something, and what it leaned on was the next one: they were to be two. And [f] had always sat on the step.',
        finish: [
          '[h] sawed off the leg, and built three more, and a back, and a seat. Then [h.s] stood the pair side by side on the line.',
          'So the one leg went into the stove, and kept them warm while [h] made another chair, as like to it as a left hand is to a right.',
        ],
        done: [
          'Each of them held up the other. [f] sat down first, with care, and looked where the chair looked. It was at the apple tree.',
          'They were set back to back and a bit askew, and they held. “Which is mine?” said [f]. It did not matter. One could not sit on either without the other.',
        ],
        end: [
          'Two chairs leaned together in the dark, and neither of them fell.',
          'Back to back stood two chairs, and kept each other upright.',
        ],
      },
      {
        thing: 'a lantern',
        part: 'a ring, a cage of wire, and no glass',
        mark: 'a scrap of green paper, caught in the wire',
        guess: [
          'put in four good panes of glass. It shone so hard that everybody shaded their eyes',
          'hung six candles in it. It dripped on the cat',
        ],
        purpose: 'a light that somebody did not want to be bright',
        for: 'Green is what you see by when you are under leaves. It was for [f], whose eyes hurt in the evenings, and who had not been out after tea for years.',
        finish: [
          '[h] took out the glass. [h.s] went along the hedge and picked leaves, the thin ones, and pasted them in edge to edge.',
          'Leaves do not like to be glued. It took all of the patience in the house; but one by one they lay flat, and the wire held them.',
        ],
        done: [
          'When it was lit, the whole room was like the inside of a lime. [f] came out on to the doorstep, and blinked, and stayed.',
          'What came out was no light to read by. It was the light that there is under a bush in June. “Oh,” said [f], with both eyes open.',
        ],
        end: [
          'A green light went round the garden, quite low, and two pairs of feet with it.',
          'Under the hedge it was June, for as long as the candle lasted.',
        ],
      },
      {
        thing: 'a letter',
        part: 'one page, beautifully written, that broke off at “and”',
        mark: 'a stamp, licked and stuck on already',
        guess: [
          'wrote the rest, in the very same hand: kind regards, and the weather. It was such a letter as one puts behind the clock',
          'finished it with a poem. It rhymed, and it could have been to anyone',
        ],
        purpose: 'a stamp on a letter that was not done',
        for: 'Somebody had not run out of words. They had meant to bring the rest. And the name on the front was that of [f], just across the yard.',
        finish: [
          '[h] rubbed out the weather, and put the page into [h.p] hat. Then [h.s] walked across, and knocked, and read it out as far as “and”.',
          'There was nothing to be written. [h] saw that now. [h.s] took the page and a clean collar, and went over the yard, and that was the next word.',
        ],
        done: [
          '“And?” said [f]. “And here I am,” said [h]. It was as long as any letter has to be.',
          '[f] had put out two cups years ago, and had dusted them. “I thought that you might be an and,” said [f].',
        ],
        end: [
          'Behind the clock across the yard stood a page that ended with “and”.',
          'Two cups stood in a sink, over there. One of them had been waiting for a long time.',
        ],
      },
      {
        thing: 'a puppet',
        part: 'two arms, a coat with pockets, and no face',
        mark: 'a thread that ran from the left hand to nowhere',
        guess: [
          'painted it a splendid face with a splendid smile. It smiled at everything, and one got tired',
          "gave it a beard. It turned into somebody's uncle, and told one what to do",
        ],
        purpose: 'a head as smooth as an egg',
        for: 'It was not to have one face. It was to have whichever was needed. That was for [f], who could say things only if somebody else said them.',
        finish: [
          '[h] washed off the smile. [h.s] tied the loose thread to a bit of chalk, and laid it in the pocket of the coat.',
          'Off came the beard, and the uncle with it. What was left was as bare as a thumb. [h] sharpened a piece of chalk and hung it from the thread.',
        ],
        done: [
          'With the chalk, [f] drew two dots and a crooked line. “He says,” said [f], “that he has wanted to talk to you since Easter.”',
          '[f] drew one eye, and waited, and then the other. “She is not really cross,” said the puppet, in a voice that nobody had heard before. “She only did not know where to begin.”',
        ],
        end: [
          'On the shelf sat the puppet. Tonight it had been given two shut eyes.',
          'Somebody had rubbed out the mouth for the night, and drawn a z.',
        ],
      },
      {
        thing: 'a path',
        part: 'forty flat stones, and then grass',
        mark: 'a white stick in the grass, a good way to one side',
        guess: [
          'laid the rest of it, as straight as a ruler, to the gate. It was a fine path to the gate. There had been one already',
          'planted roses along the end of it, so that it should look as if it had meant to stop. The roses knew',
        ],
        purpose: 'a path that had begun to bend',
        for: 'It was not on its way to the gate. It was going round, by the soft side, to the window of [f], who had wheels, and could not cross the grass.',
        finish: [
          '[h] took up twenty stones again, and was sorry for [h.p] back. [h.s] laid them flat and close, and let them bend.',
          'Stone by stone [h] turned it away from the gate. It took until the swallows went in, and there was no skin on [h.p] thumb.',
        ],
        done: [
          'The wheels came over the first stone with a tock, and over the next, tock, tock, tock, all the way, like a clock that is in a good mood.',
          'A window opened from inside, and then a door that nobody had ever seen open. [f] came rolling down the curve and could not stop laughing, or at all.',
        ],
        end: [
          'Tock, went one stone in the dark, because it had got used to it.',
          'A path lay round the house like an arm.',
        ],
      },
      {
        thing: 'a quilt of stars',
        part: 'all the stars of the summer sky, sewn in silver, and one bare corner',
        mark: 'a pin, with nothing pinned to it',
        guess: [
          'sewed on a moon. It was a good moon, but it made all of the stars look smaller',
          'put a comet across the corner, with a long tail. It was all that one could look at',
        ],
        purpose: 'a corner at the bottom, where one holds on',
        for: 'You do not sew there, because that is where the hand goes. It was for [f], who could not go to sleep without something that was plain.',
        finish: [
          '[h] unpicked the moon, stitch by stitch, and brushed the bare place until it was as soft as an ear.',
          'The comet went back into the drawer. [h] washed the corner, and dried it in the sun, and slept on it for one night to make it kind.',
        ],
        done: [
          '[f] looked at the stars for a while, out of politeness. Then [f.p] hand went down to the corner, and held it, and that was that.',
          'It was put over [f.o] without a word. A thumb came out, and felt along the hem, past all that silver, until it was home.',
        ],
        end: [
          'There was a whole sky over there, and somebody had hold of it by the corner.',
          'One corner of the sky was being held on to, and did not mind.',
        ],
      },
      {
        thing: 'a garden',
        part: 'six rows, and a seventh with only sticks in it',
        mark: 'a label that the rain had washed down to the letter S',
        guess: [
          'planted sprouts there, and spinach, and salad. The snails had all three',
          'put a scarecrow there, in its second-best hat. It scared the one who came to weed',
        ],
        purpose: 'a row that had no sun until the evening',
        for: 'S was not for sprouts. It was for “sit”. The sticks were the legs of a bench; it looked straight at the window of [f], who could not get out.',
        finish: [
          '[h] laid a board on the sticks. Then [h.s] sat down on it, and waved.',
          'Three boards, and eight nails. [h] tried how it was to sit there, and it was the only seat in the garden from which you saw one special pane of glass.',
        ],
        done: [
          'Behind the window somebody waved back, and then there was a cup at the window, and a cup on the bench.',
          'Up went a hand behind the glass, and then a cup. Neither of them could hear the other. They talked until it was too dark to see the cups.',
        ],
        end: [
          'The bench stood in the last row, and it had come up very well.',
          'In the seventh row something had come up at last, and it was company.',
        ],
      },
    ]),
  tell: {
    home: [
      '{drive.intro}\n\nIn the shed stood {x.thing}, which somebody had begun, long ago, and had to leave. It had {x.part}.',
      'There was {x.thing} that nobody had finished. It had {x.part}, and it came to [h], since no one else had the room.\n{drive.intro}',
    ],
    call: [
      "[h] walked round it. On it there was {x.mark}. Now what was that for?\n? “I'll finish it,” said [h], “the way it was meant.” It was not quite the same as to {want}; but it was near it.",
      "“It only wants the last bit,” said [h]. “That can't be hard.” But there was {x.mark}, and that was odd.\n? Across the way sat [f], and looked, and looked away.",
    ],
    try1: [
      "[h] {x.guess}.\n? It was well made. It was just not right, as when you call somebody by their brother's name.",
      'First [h] {x.guess}. [h.s] could feel the one who had begun it standing behind [h.so] and not saying anything.',
    ],
    try2: [
      '{adviser}\n\n? [h] asked {crowd1}, who remembered. “Whoever it was,” said {crowd1}, “never did anything without a reason.”',
      '{drive.tries}\n\n{adviser}',
    ],
    try3: tries,
    try4: tries,
    low: [
      '{dusk} [h] sat down in front of it, and for once did nothing. {x.purpose.cap}. Who wants that? And there was {x.mark}.',
      'It was no good. [h] took it all apart again as far as it had been. Then [h.s] sat there with it, in what was left of the light. There was {x.mark}. And there was {x.purpose}.',
    ],
    turn: [
      'And then [h] saw it. {x.for}\n\n{x.finish}',
      '[h] stopped asking how, and asked, “Who for?” {x.for}\n\n{x.finish}',
    ],
    result: ['{x.done}', '{x.done}\n? “It was always going to be like that,” said [f]. “I just never liked to say.”'],
    reward: ['{drive.cure}'],
    rest: ['{x.end} ¶ {rest}'],
  },
  titles: ['Who For?', 'The Last Bit', 'What Somebody Began', '{name} and the Pencil Mark'],
};

/** A humble collection meets a hole of just its shape (S17). */
export const collector: Shape = {
  id: 'collector',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    wish.loves || wish.goal?.kind === 'have' || wish.goal?.kind === 'find'
      ? 9
      : has(wish, 'lonely', 'different', 'messy', 'kind', 'sad', 'quiet', 'old')
        ? 6
        : wish.things.length && !wish.goal
          ? 5
          : 4,
  bind: ({ random }) => {
    const collection = random.pick([
      {
        thing: 'buttons',
        one: 'a button',
        place: 'a tin',
        laugh: 'for a coat that had not been invented',
        trouble: 'the lamps {place.at} had all gone out at once, and the little ones were coming home along the edge',
        idea: 'Buttons shine when there is hardly anything to shine with.',
        deed: '[h] shook out the tin. One by one [h.s] laid them down on the ground, bright side up, all along the edge, until they were used up. There were two hundred and eleven.',
        out: 'The moon saw to the rest. A long line of small lights went up the path. Along it came the little ones, each with a finger out, counting.',
        full: 'there was a stone in it, and a tooth, and a note that said, “Sank you.”',
      },
      {
        thing: 'bits of string',
        one: 'a bit of string',
        place: 'a drawer',
        laugh: 'too short to be of use',
        trouble: "the weathercock had blown askew, and pointed at everybody's supper",
        idea: "A hundred things that are too short are one thing that isn't.",
        deed: '[h] took the first and the second, and made a knot. [h.s] made a knot, and a knot, and a knot, until there was enough to go up and round and down.',
        out: 'They all pulled. The weathercock shuddered, and thought about it, and swung round to the west. The smell of supper came back.',
        full: "there was a rope end in it, and a lace, and somebody's kite tail with their love.",
      },
      {
        thing: 'odd socks',
        one: 'one sock',
        place: 'a sack',
        laugh: 'for people with one foot',
        trouble: 'there were nine new chicks in a draughty box, and not one feather on them',
        idea: 'A sock is a bed that has been waiting for somebody short enough.',
        deed: '[h] turned the sack over. Red, striped, green with a heel. [h.s] held each one open, like a mouth, and in went a chick, up to the chin.',
        out: 'Nine socks hung in a row on the line over the stove. Each had a beak, and each beak was shut.',
        full: 'there was one pair in it, a real pair, and nobody could remember having seen one before.',
      },
      {
        thing: 'words',
        one: 'a word',
        place: 'a notebook',
        laugh: 'two a penny',
        trouble: 'somebody had come from far away, and sat on the bench, and knew no word but “tea”',
        idea: "A word is nothing, until it is somebody's who hasn't got it.",
        deed: '[h] opened the notebook, and tore out a page, though it hurt. “Puddle,” [h.s] read, and pointed. “Bun.” [h.s] gave it. “Shoelace. Moon.”',
        out: '“Puddle,” said the one on the bench, and looked at it as if it had just been put there. “Bun.” And then, quite slowly, there came a word back that nobody had ever heard; it meant the moment when a lamp is lit.',
        full: 'there were eleven new words in it, and you needed a different mouth for each.',
      },
      {
        thing: 'keys',
        one: 'a key',
        place: 'a box',
        laugh: 'for doors that were gone',
        trouble: 'the music box in the big hall had been locked for forty years, and it was the night of the dance',
        idea: 'A key is a question, and somewhere there sits the answer with its mouth shut.',
        deed: '[h] came with the box under [h.p] arm. The first did not fit; nor did the tenth. They had begun to stack the chairs. The forty-third went in as if into butter.',
        out: 'Click. It coughed out a moth, and then it played. It knew only one waltz, but it knew it by heart.',
        full: 'there was only one key in it, but it was on a ribbon, and it belonged to the hall.',
      },
      {
        thing: 'feathers',
        one: 'a feather',
        place: 'a hat box',
        laugh: 'of no use, unless you were a bird',
        trouble:
          "the goose girl's pillow had burst, over the ditch, and she sat there and would not lay her head on anything",
        idea: 'No two of them were alike, and none was too small.',
        deed: '[h] brought the hat box, and they sat side by side in the ditch and filled the pillow. Each feather was looked at before it went in. It took until the stars.',
        out: '“It sounds different,” said the goose girl, with her ear on it. “It sounds like a great many places.”',
        full: 'there was one white feather in it, very long, with the wind still in it.',
      },
      {
        thing: 'smooth stones',
        one: 'a stone',
        place: 'both pockets',
        laugh: 'only good for sitting lopsided',
        trouble: 'the rain had taken the path away, and the bride stood on one side and the cake on the other',
        idea: 'Each was as big as a bun and as flat. Each was about one step.',
        deed: '[h] turned out one pocket, and then the other. [h.s] put a stone into the mud, and stepped on to it, and put the next. It was just enough. It was enough with none to spare.',
        out: 'The bride came across with her shoes in her hand, and every stone held its breath.',
        full: 'there was confetti in them for a year, in every seam.',
      },
      {
        thing: 'echoes',
        one: 'an echo',
        place: 'jars, with the lids on tight',
        laugh: 'not even there',
        trouble: 'the old shepherd had lost his voice, and his sheep did not know that it was evening',
        idea: 'In the third jar was a call; it had been put by on a Sunday, when the wind was right.',
        deed: '[h] carried the jar up the hill, and held it to the wind, and undid the lid, a very little.',
        out: "Out came the shepherd's own voice from last spring. “Home!” it said, “home!” and all over the hill the sheep lifted their heads.",
        full: 'there was a thank-you in it, hoarse and slow, and it would keep for ever.',
      },
      ...moreCollections,
    ]);
    return inOtherWords(collection, otherCollections[collection.thing]);
  },
  tell: {
    home: [
      '[h] collected {x.thing}. [h.s] kept them in {x.place}. People laughed a little, and said that they were {x.laugh}.\n{drive.intro}',
      '{drive.intro}\n\nAnd then there were the {x.thing}. Wherever [h.s] went, [h] would pick up {x.one} and put it into {x.place}. They were {x.laugh}, people said.',
    ],
    call: [
      "“What are they for?” asked [f]. “I don't know yet,” said [h]. “They haven't said.”\n? [h.s] did not tell [f] that [h.s] wanted to {want}. One thing at a time.",
      '[f] came to see them. [h] showed them all, and told which was from where. It took a while. “Yes,” said [f] kindly, “but what do you do with them?”\n? [h] wanted to {want}, and {x.thing} were no help in that. But they were something to hold.',
    ],
    try1: [
      '{drive.tries}\n\nOn the way home [h] found {x.one}, and that was something.',
      "{drive.tries}\n\n? “If you hadn't your hands full of {x.thing},” said {crowd1}.",
    ],
    try2: [
      '{adviser}\n\n? “Throw them out,” said {crowd2}. [h] took them out as far as the bin, and there [h.s] found {x.one}.',
      '[h] tried to swap them. For the lot [h.s] was offered half a sandwich. The sandwich was bitten.\n\n? {drive.tries}',
    ],
    try3: tries,
    try4: tries,
    low: [
      'That evening people stood about {place.at}, and talked low: {x.trouble}. What could you do? They shook their heads. {dusk}\n\n? “If only,” said [f], “you had a great many small somethings.”',
      "{dusk} Then [f] came running. “Have you heard?” said [f]. “It's like this: {x.trouble}!”\n\nEverybody had an idea, and nobody had what it needed.",
    ],
    turn: [
      '[h] put a hand on {x.place}. {x.idea}\n\n{x.deed}',
      'It went very quiet inside [h]. {x.idea} It would take them all, though, every one.\n\n[h.s] thought for as long as it takes to swallow. {x.deed}',
    ],
    result: ['{x.out}', '{x.out}\n\n? “So that is what they are for,” said [f].'],
    reward: [
      '{drive.cure}\n\nAnd when [h] looked into {x.place} next, {x.full}',
      "All of the {x.thing} were gone. [h] had not kept one. But it wasn't empty: {x.full}\n\n{drive.cure}",
    ],
    rest: ['{rest}'],
  },
  titles: [
    'What the {x.thing.title} Were For',
    "They Haven't Said Yet",
    'Two Hundred and Eleven',
    '{name} Picks Something Up',
  ],
  stage: { home: { pose: 'hold', look: 'happy' } },
};
