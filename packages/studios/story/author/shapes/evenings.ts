import type { Shape } from '../plan/shape.ts';
import type { Wish } from '../wish/read.ts';
import { events } from './events.ts';
import { moreSlowThings } from './recipes.ts';

const older: Shape['bands'] = ['4-5', '6-7', '8-10'];
const has = (wish: Wish, ...traits: string[]) => wish.traits.some((trait) => traits.includes(trait));
const tries = ['{drive.tries}', '{adviser}'];

/** The wish is granted, and its price shows on the others; so the hero puts them all to bed (S6). */
export const granted: Shape = {
  id: 'granted',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    has(wish, 'awake') ? 13 : has(wish, 'sleepless', 'bossy') ? 8 : has(wish, 'silly', 'proud', 'sleepy') ? 5 : 2,
  bind: ({ random }) => {
    const [a, b, c] = random.shuffle([
      {
        who: 'the cook',
        droops: 'put a boot in the oven and hung a pie on the coat hook',
        where: 'lay on the stairs like a rug with an apron on',
        wants: 'a drink of water',
        also: 'and the glass with the blue rim',
        last: 'and not so full',
      },
      {
        who: 'the horse',
        droops: 'sat down in the middle of a waltz and could not be argued with',
        where: 'was in the best armchair with both hoofs up',
        wants: 'a story',
        also: 'and the same one again, with carrots',
        last: 'and then only the carrots',
      },
      {
        who: 'the trumpeter',
        droops: 'blew into the wrong end, and a moth came out of the right one',
        where: 'was curled up in the soup pot with the lid on',
        wants: 'one more song',
        also: 'but a sad one',
        last: 'and then hummed',
      },
      {
        who: 'the postman',
        droops: 'delivered a letter to the fish',
        where: 'had posted himself, as far as the belt',
        wants: 'the window open',
        also: 'a little less',
        last: 'that much',
      },
      {
        who: 'the barber',
        droops: 'combed the cheese',
        where: 'slept standing up, with a foam beard',
        wants: 'the light on in the passage',
        also: 'not that one, the other one',
        last: 'and the door like so',
      },
      {
        who: 'the teacher',
        droops: 'said that two and two were Thursday',
        where: 'lay under the map with China for a blanket',
        wants: 'somebody to look under the bed',
        also: 'and in the cupboard',
        last: 'and under the bed again',
      },
      {
        who: 'the brass band',
        droops: 'played slower and slower until it was only one long note',
        where: 'lay in a heap, with the tuba on top',
        wants: 'nine kisses',
        also: 'one each',
        last: 'and one for the tuba',
      },
      {
        who: 'the goalkeeper',
        droops: 'let in a loaf of bread',
        where: 'slept in the net like a large fish',
        wants: 'the other sock',
        also: 'no, the other other one',
        last: 'and to be told that it was the right one',
      },
    ]);
    const rider = random.pick([
      'with jam',
      'and no talking back',
      'weather permitting',
      'until further notice, with bells',
      'and that includes fish',
    ]);
    const cap = (text = '') => text.charAt(0).toUpperCase() + text.slice(1);
    return {
      a: a?.who ?? '',
      ad: a?.droops ?? '',
      aw: a?.where ?? '',
      b: b?.who ?? '',
      bd: b?.droops ?? '',
      bw: b?.where ?? '',
      c: c?.who ?? '',
      cd: c?.droops ?? '',
      wants: a?.wants ?? '',
      also: a?.also ?? '',
      last: a?.last ?? '',
      wants2: b?.wants ?? '',
      also2: b?.also ?? '',
      A: cap(a?.who),
      B: cap(b?.who),
      C: cap(c?.who),
      rider,
      Rider: cap(rider),
    };
  },
  tell: {
    home: [
      '{drive.intro}\nSo [h.s] made a law. “Bedtime is cancelled,” it said, “for everyone, for ever, {x.rider}.” {lawJoke}',
      '{drive.intro}\n? {drive.habit}\nOne evening [h] had enough. [h.s] took a large sheet of paper and wrote, NO MORE BED, {x.rider}. Then [h.s] nailed it up, and hit only one thumb.',
    ],
    call: [
      'They read it. They cheered, and threw up their hats, and {x.a} and {x.b} and {x.c} all came out to see how it was when it was late.',
      'At first nobody believed it. Then {x.a} did a sort of dance, and {x.b} joined in, and even {x.c} was seen to skip.\n? [h] stood {spot} and waved.',
    ],
    try1: [
      'At eight it was splendid. At nine it was very good. At ten {x.a} {x.ad}.\n? At eleven {x.b} {x.bd}.',
      'For an hour it was the best night ever. Then it was still that night. {x.A} {x.ad}, and did not notice. {x.B} noticed, and did not mind.',
    ],
    try2: [
      "Towards midnight {x.c} {x.cd}. “Isn't it fun?” called [h]. “Is it?” said {x.b}, and {x.bd}.",
      '“More!” called [h]. Nobody came. {x.C} {x.cd}, and {x.b}, who should have helped, {x.bd}.',
    ],
    try3: tries,
    try4: [
      '[h] tried to start a game. It was called Who Can Stay. Everyone lost, one after another, some of them in mid-turn.',
      ...tries,
    ],
    low: [
      'Then it was quiet. [h] went to look for them. They were asleep, all of them, and all in the wrong places. {x.A} {x.aw}. {x.B} {x.bw}.',
      '[h] looked round. {x.A} {x.aw}. {x.B} {x.bw}. So this was what it was like, late. It was mostly the sound of others breathing.',
    ],
    turn: [
      '“You will get a crick in your neck,” [h] told {x.a}, and fetched a pillow. One eye opened. “{x.wants.cap},” it said. [h] brought it. “{x.also.cap}.” [h] saw to it. “{x.last.cap}.”\n? {x.B} wanted {x.wants2}, {x.also2}. Up and down went [h], with both arms full.',
      "You can't leave people lying like that. So [h] began with {x.a}. It wasn't enough to pull up a cover. There had to be {x.wants}, {x.also}, {x.last}. Then it was the turn of {x.b}. There had to be {x.wants2}, {x.also2}.",
    ],
    result: [
      '“Why,” puffed [h], “does everybody need so many things before they can sleep?”\n\nThen [h.s] stood quite still. [h.s] knew that question. It was asked every single evening, and [h] had always been the one in the bed.',
      'At last there was no one left awake but [h]. [h.s] tucked in a foot that was sticking out. And it came to [h.so] whose job this was, all the other nights, and that nobody had ever tucked that one in.',
    ],
    reward: [
      'So [h] went and took down the law. On the back [h.s] wrote, “Bedtime is allowed, {x.rider}.” [h.s] nailed it up again, and hit the other thumb.',
      '[h] crossed out the NO on the big sheet, and then the MORE. Now it only said BED, {x.rider}. [h.s] found that it read much better so.',
    ],
    rest: [
      'All the beds were taken, for [h] had given them away. There was only a bit of floor, next to {x.b}. It was warm there, and somebody had left half a cover.\n? {comfort}\n\n{denial}',
      '[h.p] own bed was still there, quite flat and cool. [h] only meant to see if it was all right.\n? {comfort} ¶ {denial}',
    ],
  },
  titles: ['{name} Cancels Bedtime', 'Bedtime Is Allowed', '{x.rider.title}', 'The Other Thumb'],
  stage: { low: { pose: 'stand', look: 'surprised' }, turn: { pose: 'hold', look: 'worried' } },
};

/** Somebody comes only when it is quiet (S7). */
export const slowVisit: Shape = {
  id: 'slow-visit',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    wish.goal?.kind === 'befriend'
      ? 10
      : has(wish, 'lonely', 'impatient', 'fast', 'loud', 'curious')
        ? 9
        : has(wish, 'shy', 'worried', 'clumsy', 'silly')
          ? 6
          : wish.goal?.kind === 'find'
            ? 7
            : wish.traits.length || wish.goal
              ? 2
              : 5,
  bind: ({ random }) =>
    random.pick([
      {
        sign: 'a row of very small footprints, that stopped in the middle',
        tell: 'It always left something: once half a blackberry, once a blue bead.',
      },
      {
        sign: 'a leaf, folded twice, like a letter with nothing in it',
        tell: 'It always came when you had just gone in.',
      },
      { sign: 'a saucer that was fuller than before', tell: 'It had nice manners, you could tell; it shut the gate.' },
      {
        sign: 'a warm hollow in the grass, the size of a hat',
        tell: 'Whoever had lain there had turned round three times first.',
      },
      {
        sign: 'a tune, five notes of it, from behind the leaves',
        tell: 'It never sang the sixth when you were listening.',
      },
      { sign: 'two eyes in the hedge, that went out', tell: 'They were green, or else it was the hedge.' },
    ]),
  tell: {
    home: [
      'One morning [h] found something {spot}. It was {x.sign}.\n{drive.intro}',
      '{drive.intro}\n? {t.cost}\n\nAnd then, {spot}, there was {x.sign}. [h] had not put it there.',
    ],
    call: [
      'Somebody had been. {x.tell} “I want to see who it is,” said [h]. [h.s] said it so loudly that {thing1} shook.',
      '{x.tell} [h] thought about that. If you had somebody like that to know, then you could {want}. [h.s] sat right down to wait.',
    ],
    try1: [
      '[h] waited for as long as it takes to sit down. Then [h.s] had an itch. Then there was a beetle to be told about it. When [h.s] looked round, the leaves were still moving.',
      'First [h] hid, and jumped out. There was nobody there to be surprised but a snail, who took it badly.\n\n? {drive.tries}',
    ],
    try2: [
      'The next day [h] kept [h.p] feet still. It was hard. They had never been asked before. But [h.p] mouth hummed. And from behind the leaves, somebody went away, on tiptoe.\n\n? {adviser}',
      '{adviser}\n\n? [h] laid out a plate of buns. Wasps came, and an uncle.',
    ],
    try3: [
      'On the third day the feet were still, and so was the mouth. But inside, [h] was calling, “Come on, come on, come on.” You could hear it, evidently.',
      ...tries,
    ],
    try4: tries,
    low: [
      '{dusk} [h] was too tired to want anything. [h.s] only sat there. A moth went past. It had fur on its collar; [h] had never had the time to see that.',
      "“It won't come,” said [h], and leaned back. {dusk} It was so quiet that you could hear the grass being grass. [h] had not known that there was so much of it.",
    ],
    turn: [
      "Then a twig went. [h] didn't turn [h.p] head. It was the hardest thing that [h.s] had ever not done. [h.s] breathed out, slowly, and looked the other way, and moved up a little, to make room.",
      'There was a step. [h] knew that if [h.s] so much as looked, it would be gone. So [h.s] shut [h.p] eyes. [h.s] put one hand down flat on the grass, open, and left it there.',
    ],
    result: [
      "Something sat down. It was warm, and not very large. “I've been watching you for days,” it said. “I thought that you would never be finished.” It was [f].",
      "Something came and leaned, just as much as a leaf would. “You're very loud,” it said, “on the whole. But you've got a nice side.” It was [f], who had been shy since spring.",
    ],
    reward: [
      '{drive.cure}\n\n? Before it went, it left something: half a bun, and a leaf with a knot in it.',
      "They did not talk much; you don't, at first. [f] showed [h.o] how the daisies shut. [h] showed [f.o] how to skim a stone, but quietly, without the splash.\n\n? {drive.cure}",
    ],
    rest: ['{rest}'],
  },
  titles: ['The Hollow in the Grass', '{name} Moves Up a Little', 'Somebody Had Been', 'Five Notes of It'],
  stage: {
    low: { pose: 'sit', look: 'calm' },
    turn: { pose: 'sit', look: 'calm' },
    try1: { pose: 'jump', look: 'laughing' },
  },
};

/** Somebody has missed the whole day and needs it told (S15). */
export const dayTold: Shape = {
  id: 'day-told',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    has(wish, 'sleepless', 'kind', 'curious', 'sleepy', 'quiet', 'sad')
      ? 8
      : has(wish, 'awake', 'dark')
        ? 6
        : wish.traits.length || wish.goal || wish.lost
          ? 1
          : 4,
  bind: ({ random }) => {
    const [a, b, c] = random.shuffle(events);
    return {
      a: a?.[0] ?? '',
      as: a?.[1] ?? '',
      at: a?.[2] ?? '',
      b: b?.[0] ?? '',
      bs: b?.[1] ?? '',
      bt: b?.[2] ?? '',
      c: c?.[0] ?? '',
      cs: c?.[1] ?? '',
      ct: c?.[2] ?? '',
      why: random.pick([
        'had a bad throat, and had had to lie in a dark room since morning',
        'had been asleep since sunrise, as night animals are',
        'had had the whole day off the calendar, because of spots',
        'had sat in the waiting room with a ticket, number ninety, and they had got to eleven',
        'had sprained an ankle on the very first step of the day',
        'had a tooth out, and was not to laugh until six',
        'had to stay in, and wait for a parcel that did not come',
        'had a cold, and had been told to keep away from the draught and from everybody',
        'had slept badly, and then well, and had not woken up until now',
      ]),
    };
  },
  tell: {
    home: [
      '{drive.intro}\n? {drive.habit}\nIt was a day with a lot in it. First came {x.a}.',
      'It was one of those days when everything comes by. In the morning came {x.a}. [h] saw it all from {thing1}.\n{drive.intro}',
    ],
    call: [
      'About noon came {x.b}. [h] wanted to {want}, but who could look away from that? Only [f] was not there to see; for [f.n] {x.why}.',
      'Then came {x.b}. [h] laughed out loud. “Where is [f]?” somebody asked. But [f] {x.why}.',
    ],
    try1: [
      '{drive.tries}\n\nAnd in the middle of it, by the back way, came {x.c}.',
      'In the afternoon [h] saw {x.c}. [h.s] was still thinking about it at tea.\n\n? {drive.tries}',
    ],
    try2: ['{adviser}\n\n? {sense}', '{drive.tries}\n\n? {sense}'],
    try3: tries,
    try4: tries,
    low: [
      "{dusk} [h] went to see how [f] was. “What was it like?” asked [f] from the pillow. “What was what like?” “Today,” said [f]. “I haven't had one.”",
      'In the evening a small voice came through the wall. “Is it over?” said [f]. “Is what over?” “The day. I only got the edges.”',
    ],
    turn: [
      "[h] thought. You couldn't bring it in; it was much too big, and most of it had gone home. But you could do it small. So [h.s] {x.as}.\n\n“Oh!” said [f]. “And then?”",
      '“It was nice,” [h] began. But that was no good; nice is not a day. So [h.s] got up, and {x.as}.\n\n[f] sat up in bed. “More,” said [f], hoarsely.',
    ],
    result: [
      'Next [h] {x.bs}. That was noon. [f] laughed so much that the bed went along. Then the lamp was turned low. This time [h] {x.cs}.',
      'There had been a noon, too: [h] {x.bs}. And at the end, for it had to get quieter now, [h.s] {x.cs}.',
    ],
    reward: [
      '{drive.cure}\n\n? When it had all been told, the day was over for them both. It was smaller now. You could fold it up.',
      '“That was a good one,” said [f], and lay back. “Did I like it?” “Very much,” said [h].\n\n? {drive.cure}',
    ],
    rest: [
      '{bedLine} {comfort}\n\n[h] told it once more to [h.r], but shorter. First {x.at}. Then {x.bt}. And then…',
      '{rest}',
      "{comfort} ¶ “{x.at.cap},” murmured somebody. “{x.bt.cap},” murmured [h]. The third one wasn't said any more. They were both asleep in the middle of the afternoon.",
    ],
  },
  titles: ['A Day for {friend}', 'Only the Edges', 'Pom, Tiddle, Pom', 'What Today Was Like'],
};

/** Something can't be hurried; the time is filled with something good (S20). */
export const notHurried: Shape = {
  id: 'not-hurried',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    has(wish, 'impatient')
      ? 12
      : has(wish, 'fast', 'hungry', 'angry', 'missing', 'small')
        ? 6
        : wish.goal?.kind === 'have' || wish.goal?.kind === 'become'
          ? 5
          : 5,
  bind: ({ random }) =>
    random.pick([
      {
        it: 'a seed',
        its: 'the seed',
        put: 'put a seed in a pot',
        h1: 'shouted at it, in case it was hard of hearing',
        h2: 'lent it a scarf',
        h3: 'pulled at the place where it would be',
        come: 'Above the earth there stood two small green hands, palm to palm, as though somebody were about to clap.',
        slow: 'a seed',
      },
      {
        it: 'a tooth',
        its: 'the tooth',
        put: 'had a tooth that was loose',
        h1: 'tied it to the door with a thread, and then never once opened the door',
        h2: 'wobbled it for an hour, until everything else was loose as well',
        h3: 'bit into nine apples',
        come: 'The tooth lay in the last bit of bun. It had come out all by itself, and had said nothing.',
        slow: 'a tooth',
      },
      {
        it: 'the dough',
        its: 'the dough',
        put: 'set the dough to rise',
        h1: 'lifted the cloth every minute, and it sank each time like somebody disturbed in the bath',
        h2: 'sang it something with a rising tune',
        h3: 'blew into it with a straw',
        come: 'The cloth had gone up like a tent. Under it sat the dough, round, warm, and very pleased.',
        slow: 'dough',
      },
      {
        it: 'the snow',
        its: 'the snow',
        put: 'got out the sledge, for it had been promised for the night',
        h1: 'shook a pillow out of the window, to give it the idea',
        h2: 'put the sledge out where it could be seen from above',
        h3: 'took off one sock',
        come: 'It was white. It had come in the dark, without a sound, and had thought of everything, even the clothes pegs.',
        slow: 'snow',
      },
      {
        it: 'the letter',
        its: 'the letter',
        put: 'wrote a letter, and now there had to be an answer',
        h1: 'sat in front of the letter box with [h.sp] mouth open, to show it how',
        h2: 'wrote to ask if the first had come, and then wrote to ask about the second',
        h3: 'hung up a map, so that it could find the way',
        come: 'It lay on the mat. It had been lying there since noon; they had stepped over it, laughing.',
        slow: 'a letter',
      },
      {
        it: 'the egg',
        its: 'the egg',
        put: 'found an egg, and had been told, “Any day now”',
        h1: 'knocked, and said that it was morning',
        h2: 'read out to it what there was for supper',
        h3: 'held a lamp behind it and saw a yawn',
        come: 'There was a crack in it, the shape of a smile, and somebody damp was looking through.',
        slow: 'an egg',
      },
      {
        it: 'the birthday',
        its: 'the birthday',
        put: 'had a birthday, and it was on Friday, and today was only Tuesday',
        h1: 'tore off three days at once; it was Tuesday underneath',
        h2: 'went to bed at noon, to save an evening',
        h3: 'celebrated half of it, with a candle cut in two',
        come: 'There was a light under the door. Someone was whispering, and someone else said, “Not yet, not yet. Now.”',
        slow: 'Friday',
      },
      ...moreSlowThings,
    ]),
  tell: {
    home: [
      '[h] {x.put}. Then [h.s] sat down in front of it.\n{drive.intro}',
      '{drive.intro}\n? {drive.habit}\nOn top of that [h.s] {x.put}, and you had to wait.',
    ],
    call: [
      '“How long does it take?” asked [h]. “As long as it takes,” said [f], and went on shelling peas. “And if you hurry it?” “Longer.”',
      "You could not see anything happen. “That is how you can tell that it's working,” said [f].\n? [h] wanted to {want}, and till then there was this.",
    ],
    try1: [
      'First [h] {x.h1}.\n? It did no good. But it did no harm, either, apart from the noise.',
      '[h] had a better idea. [h.s] {x.h1}.\n\n? {drive.tries}',
    ],
    try2: [
      'Then [h] {x.h2}. {x.Its} took no notice.\n? “You might help me with the peas,” said [f].',
      '{adviser}\n\nAfter that [h] {x.h2}.',
    ],
    try3: ['The third thing was the worst. [h] {x.h3}.', ...tries],
    try4: tries,
    low: [
      "[h] {x.h3}. After that there was nothing left to try. [h.s] put [h.p] chin on [h.p] fists. “It isn't coming,” [h.s] said. [f] said nothing, and there were still a great many peas.",
      "{dusk} “I shall never be able to wait,” said [h]. “No,” said [f], “I can't either. That is why I do the peas.” [h] looked at [f.o]. It had never struck [h.so] that [f] was waiting, too.",
    ],
    turn: [
      'So [h] drew up a stool. “Give me half,” [h.s] said. The peas went plink, plink, into the bowl. [f] knew a song for it, with a great many verses, and [h] made up a new one, about a pea who would not come out.',
      '“Move over,” said [h]. They did the peas. It turned out that [f] could tell stories, the kind with an uncle in them. When the peas were done [h] said, “Are there any beans?”',
    ],
    result: [
      'They had got to the eleventh verse when [h] looked up, for no reason. {x.come}',
      "It was nearly dark when somebody said, “What's that?” {x.come}\n? Nobody had seen it happen. Nobody ever does.",
    ],
    reward: [
      '{drive.cure}',
      'They looked at it for a long time. “And now?” said [h]. “Now,” said [f], “one waits for the next thing.” And [h] fetched the stool.\n\n? {drive.cure}',
    ],
    rest: ['{rest}'],
  },
  titles: ['As Long As It Takes', '{name} and the Peas', 'Any Day Now', 'The Eleventh Verse'],
};
