import type { Shape } from '../plan/shape.ts';
import type { Wish } from '../wish/read.ts';
import { moreFaults } from './recipes.ts';

const older: Shape['bands'] = ['4-5', '6-7', '8-10'];
const has = (wish: Wish, ...traits: string[]) => wish.traits.some((trait) => traits.includes(trait));
const tries = ['{drive.tries}', '{adviser}'];

/** The smaller one asks to be taught what the hero can't do either (S19). */
export const teach: Shape = {
  id: 'teach',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    wish.cannot || wish.goal?.kind === 'skill' ? 13 : has(wish, 'proud', 'brave', 'clumsy', 'afraid', 'new') ? 6 : 1,
  bind: ({ wish, random }) => {
    const skill = (
      wish.cannot ??
      (wish.goal?.kind === 'skill'
        ? wish.goal.phrase
        : random.pick(['whistle', 'skate', 'tie a bow', "float on one's back", 'dance', 'jump over the ditch']))
    )
      .replace(/\b(?:his|her|its|their)\b/g, "one's")
      .replace(/^(?:learn|be able|know how) (?:how )?to /, '');
    return { skill };
  },
  tell: {
    home: [
      '{drive.intro}\n? {drive.habit}\nNobody knew. [h] had taken care of that.',
      '{drive.intro}\n{t.cost}\n\n? When the others did it, [h] held the coats.',
    ],
    call: [
      'Then along came [f], who was smaller, and looked up. “Everyone says that you know everything,” said [f]. “Will you teach me to {x.skill}?” “Certainly,” said [h]. It was out before [h.s] could catch it.',
      'One day it was [f] who asked, and of all people [f] asked [h]. “Will you show me how to {x.skill}?” There were two things that you could say to that. [h] said the other one. “Tomorrow, at nine.”',
    ],
    try1: [
      "[h] began with the theory. There was a good deal of it. [f] wrote down every word. “And when do we do it?” asked [f]. “It's mostly theory,” said [h].",
      '“First you have to stand right,” said [h]. They stood. “And then?” said [f]. “That was the first lesson,” said [h], and went home rather fast.',
    ],
    try2: [
      'That night [h] tried it in secret. {drive.tries}',
      'For the second lesson [h] had asked around. {adviser}\n\n[h] passed this on. [f] looked doubtful.',
    ],
    try3: tries,
    try4: tries,
    low: [
      '“Now you,” said [f]. “I should like to see it, just once, done properly.” It was very quiet. [h] looked at [h.p] feet. They had nothing to say.',
      "“I'm too stupid for it,” said [f], and sat down in the grass. And that wasn't true, and [h] was the only one who knew how much it wasn't.",
    ],
    turn: [
      "“[f.n],” said [h], “I can't {x.skill}. I never could.” There it was. It was not so big, now that it was outside. [f] thought about it. “Not at all?” “I can do the very first bit,” said [h]. “I,” said [f], “can do a bit out of the middle.”",
      "[h] sat down beside [f.o]. “Neither can I,” [h.s] said, to the grass. After a while [f] said, “Which part can't you?” Nobody had ever asked it like that. There was one part, when you thought of it, that [h] could do.",
    ],
    result: [
      'So they took it to bits, there and then, and laid the bits in a row. [h] did the first. [f] did the one in the middle. Where there was a gap, they held on to each other. It was evening when they did it straight through. It was wobbly, and it was the wrong way round, and it was there.',
      'They put the two bits next to each other. They did not fit; then they did. “Again,” said [f]. “Again,” said [h]. The thirtieth time nobody could have said which of them was teaching.',
    ],
    reward: [
      '“Who taught you that?” the others asked. “[h.n],” said [f]. “[f.n],” said [h]. It came out at the same time.\n\n? {drive.cure}',
      '{drive.cure}',
    ],
    rest: ['{rest}'],
  },
  titles: ['Mostly Theory', 'The First Bit and the Middle', 'Lesson Thirty', '{name} Says Certainly'],
};

/** What was looked for everywhere was with the hero from the start (S3). */
export const hadAllAlong: Shape = {
  id: 'had-all-along',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    wish.lost ? 13 : has(wish, 'forgetful') ? 9 : has(wish, 'messy', 'silly', 'worried', 'sleepy') ? 5 : 0,
  bind: ({ random, wish }) => {
    const lost = wish.lost ?? random.pick(['left glove', 'blue scarf', 'best hat', 'small umbrella', 'good spoon']);
    const [where, sign, found] = random.pick([
      [
        'on [h.p] own back',
        "Why isn't your back cold?",
        'It hung there by one corner, as it had hung since breakfast.',
      ],
      [
        'on [h.p] own head',
        'Why do you keep looking up?',
        'It had slipped a bit to one side, and had had a good view of the whole of it.',
      ],
      [
        'under [h.p] own arm',
        'Why do you walk like a teapot?',
        'It had been held so tightly that it had gone quite warm.',
      ],
      [
        'round [h.p] own middle',
        'What is it that you keep tripping over?',
        'It had been following [h.so] all day, like a small polite dog.'.replace(
          ' like a small polite dog',
          ' and had never been asked in',
        ),
      ],
      [
        'in [h.p] own hand',
        'Why do you point at everything with your elbow?',
        'It had been held on to so tightly, and for so long, that the hand had forgotten about it.',
      ],
      [
        'stuck to the sole of [h.p] own foot',
        'How is it that you have one long leg today?',
        'It had come along on all the walks, and was rather flat, and quite patient.',
      ],
      [
        'over [h.p] own shoulder',
        'Who is it that keeps looking over your shoulder?',
        'Somebody had put it there in the morning, so that it should not be forgotten. That was [h].',
      ],
      [
        'down the back of [h.p] own neck',
        'Why do you wriggle so?',
        'It had slid in at breakfast, and had found it nice and warm, and had seen no reason to say so.',
      ],
    ] as const);
    return { lost, where, sign, found };
  },
  tell: {
    home: [
      '{drive.intro}\n? {drive.habit}\nIt was the {x.lost}. Without the {x.lost}, there could be no going to bed; that was plain.',
      '“Has anyone seen my {x.lost}?” asked [h]. That was before breakfast, and it was how the day began.\n{drive.intro}',
    ],
    call: [
      '[h] looked {spot}. There was only a beetle there, who had lost nothing. “I shall find it before dark,” said [h].',
      '[h] turned out everything that could be turned out. There were nine corks, a whistle, and a plum with a face. There was no {x.lost}.',
    ],
    try1: [
      "Next [h] went {spot2}. “{x.Lost}?” said {crowd1}. “Big or small? Does it bite?” [h] said that it was soft, mostly. “Then I haven't seen one,” said {crowd1}, “and I'd remember.”",
      "{drive.tries}\n\n? At the lost property there was a long shelf. They had three left boots there and somebody's aunt, but no {x.lost}.",
    ],
    try2: [
      '{adviser}\n\nStill, [h] looked in {thing1}, and behind {thing1}, and asked it straight out.',
      '“Think,” said {crowd2}. “Where did you have it last?” [h] thought. [h.s] had had it last when [h.s] had it.\n\n? {drive.tries}',
    ],
    try3: tries,
    try4: tries,
    low: [
      '{dusk} [h] sat down. [h.s] had been everywhere twice. [f] came along, looked at [h.o] from one side, and then went round and looked from the other. “May I ask you something?” said [f]. “{x.sign}”',
      "It was [f] who found [h.o] there, on the step. “I've lost my {x.lost},” said [h], “and now it will be dark.” [f] opened [f.p] mouth, and shut it again. “It's only,” said [f], “that I've been wondering. {x.sign}”",
    ],
    turn: [
      'It was a strange question. [h] was going to say so. But then [h.s] stopped, and really asked [h.r]. Yes, why? [h.s] put up one hand, very slowly, and felt.',
      "“It isn't,” said [h]. “I don't.” Then [h.s] was quiet. You can look in a great many places, and there is one where you never look, because you are in it. [h.s] reached round.",
    ],
    result: [
      'There was the {x.lost}. It was {x.where}. {x.found}',
      "Soft. It was soft, and a bit warm. It was the {x.lost}, and it was {x.where}. {x.found}\n? “Ah,” said [f], “so that's what it is.”",
    ],
    reward: [
      "They laughed until they had to hold on to {thing1}. Then [f] gave a shiver, for it had grown cool. [h] looked at the {x.lost}. “It's big enough for two,” [h.s] said, “if one of them is you.”",
      '[h] did not know where to look; so [h.s] looked at [f]. “You knew,” said [h]. “I thought that it might be the fashion,” said [f].\n\n? They went home by all the places where [h] had asked, and told them. Everyone had known. Everyone had been too polite.',
    ],
    rest: ['{rest}'],
  },
  titles: [
    'Where the {x.lost.title} Was',
    'Has Anyone Seen It?',
    'Nine Corks and a Whistle',
    'Everyone Was Too Polite',
  ],
};

/** A message that changes as it is carried, and arrives better than it set out (S4). */
export const message: Shape = {
  id: 'message',
  bands: ['6-7', '8-10'],
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    has(wish, 'missing')
      ? 10
      : /letter|message|post|secret|phone|far/.test(wish.text)
        ? 11
        : has(wish, 'quiet', 'shy', 'forgetful', 'lonely', 'angry')
          ? 5
          : wish.goal?.kind === 'befriend'
            ? 6
            : 5,
  bind: ({ random }) =>
    random.pick([
      {
        first: 'I have a plum cake and it is too big for one',
        second: 'I have a drum, Kate, and it is to big fun',
        third: "There's a hum, wait, at six, big one",
        last: 'Come, wait at six, bring someone',
        result:
          'At six they all stood in front of the door, every one with somebody along, and there was one plum cake, and it was just enough.',
      },
      {
        first: 'I am sorry that I said your hat was silly',
        second: 'I am sorry that your cat is chilly',
        third: 'A lorry took your cat to Chile',
        last: 'Hurry, sit, your chair is chilly',
        result:
          'And before you could say anything, there was a chair by the stove, and a rug on it, and a hat on the rug. It was a silly hat. They both laughed.',
      },
      {
        first: 'Will you come and hear my tune',
        second: 'Will you come and share my spoon',
        third: "We'll be home beneath the moon",
        last: 'Come on home, and come on soon',
        result:
          'So home they came, from every side, with lamps, quite out of breath; and since they were there, they heard the tune.',
      },
      {
        first: 'The bench by the water is free',
        second: 'The wench and her daughter want tea',
        third: "There's French bread and water at three",
        last: 'Fetch bread and butter for me',
        result:
          'At three there was bread, and butter, and tea, and a strange lady with her daughter; and they all sat on the bench by the water.',
      },
      {
        first: 'I miss you more on Mondays',
        second: 'I kissed a door on Monday',
        third: "It's just next door on Sunday",
        last: "I'm just next door. It's Sunday",
        result:
          'And it was Sunday. And when one looked out, there was somebody at the next door, with a case, who had thought that it was time.',
      },
    ]),
  tell: {
    home: [
      '{drive.intro}\n? {drive.habit}\n[f] lived on the far side, and that was too far to call. But there was the line: you told the next one, and the next one told the next.',
      'News went by mouth {place.at}. If you had something to say to somebody over on the far side, you said it to {crowd1}, and so on down the line.\n{drive.intro}',
    ],
    call: [
      'There was something that [h] wanted [f] to know. It had taken all day to find the words. “{x.first}.” That was it. [h.s] said it to {crowd1}, and off it went.',
      '[h] took a deep breath. “Tell [f],” [h.s] told {crowd1}, “this, exactly: {x.first}.” “Exactly,” said {crowd1}, who was chewing.',
    ],
    try1: [
      "{Crowd1} said it to {crowd2}, with a mouth full of oats. What {crowd2} heard was, “{x.second}.” It seemed odd. But one isn't paid to think, on the line.",
      'Between {crowd1} and {crowd2} there was a good deal of wind. “{x.second},” called {crowd2}. “Is that right?” “Exactly!” called {crowd1}.',
    ],
    try2: [
      'Next came [m], who was a little deaf, and proud of it. [m.k] passed on what there was, word for word. “{x.third}.”',
      '{Crowd2} told it to [m], who told it better. [m.k] always told things better. By the time it left, it went, “{x.third}.”',
    ],
    try3: tries,
    try4: tries,
    low: [
      '{dusk} No answer came. [h] began to walk back along the line, to ask. “{x.third},” said [m]. “{x.second},” said {crowd2}. [h] went hot, and then cold. It had all come undone. And it was too late to catch it.',
      'Evening came. [h] went over the words in [h.p] head. They were good words. Then [h.s] met somebody who had had them, and what they said was, “{x.third}.” [h] sat down.',
    ],
    turn: [
      'What would [f] think? You could hide till it was forgotten. [h] looked at a good place for it. Then [h.s] got up, and went along the line to the very end. [h.s] had never been so far. [h.s] would say it [h.r].',
      "There are things that you can't send. [h] put on [h.p] hat, and set off. The whole way, step by step, [h.s] said it over: “{x.first}.”",
    ],
    result: [
      'But the message had been quicker. [f] stood at the door. “I was told,” said [f], “{x.last.quote}” And {x.result.low}',
      'There was a light at the end. “There you are,” said [f]. “It said, {x.last.quote}” [h] opened [h.p] mouth to put it right. Then [h.s] did not. {x.result}',
    ],
    reward: [
      '“And what was it that you really said?” asked [f], later on. [h] told [f.o], exactly. [f] was quiet for a bit. “I like them both,” said [f].\n\n? {drive.cure}',
      '{drive.cure}',
    ],
    rest: ['{rest}'],
  },
  titles: ['Exactly', 'Down the Line', 'Word for Word', 'What {friend} Heard'],
};

/** Something has stopped because somebody needs it so (S14). */
export const goodFault: Shape = {
  id: 'good-fault',
  bands: ['6-7', '8-10'],
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    /mystery|detective|clock|missing sound|mend|broken|stopped|strange noise/.test(wish.text)
      ? 11
      : has(wish, 'curious')
        ? 9
        : wish.goal?.kind === 'help' || wish.habit || has(wish, 'kind', 'brave', 'worried', 'proud', 'impatient')
          ? 5
          : 5,
  bind: ({ random }) =>
    random.pick([
      {
        what: 'the clock in the tower',
        fault: 'left out eight',
        who: 'a row of owlets',
        need: 'sat on the wire that pulls the hammer, since from there you could see where their mother had gone',
        sub: 'the big brass bowl from the kitchen',
        do: 'struck it with a spoon, eight times, with a breath between',
        end: "In the tower, eight o'clock came on velvet feet.",
      },
      {
        what: 'the fountain',
        fault: 'ran only to the left',
        who: 'a very small frog',
        need: 'lived in the right-hand spout and had just got it as it liked it',
        sub: 'a bent bit of pipe',
        do: 'held it over the left one, so that the water went up, and round, and came down on both sides',
        end: 'The fountain talked in its sleep, to the left and to the right.',
      },
      {
        what: 'the weathercock',
        fault: 'pointed south, whatever the weather',
        who: 'a wagtail',
        need: 'had built in its tail, and there were four eggs, and they were not to be turned',
        sub: 'a red sock on a stick',
        do: 'stood on the wall each morning and held it up, and called down the wind to all who asked',
        end: 'The red sock hung down straight. There was no wind to tell.',
      },
      {
        what: 'the street lamp on the corner',
        fault: 'would not light',
        who: 'nine hundred moths',
        need: 'had come over the sea, and were tired, and had settled down on it as thick as snow',
        sub: 'a jar of glow-worms who had nothing on that night',
        do: 'walked everyone round the corner with it, there and back, and there and back',
        end: 'Round the corner went a small green light, seeing someone home.',
      },
      {
        what: 'the organ in the hall',
        fault: 'had lost its lowest note',
        who: 'a dormouse',
        need: 'slept in the biggest pipe, and it was November',
        sub: 'an empty barrel',
        do: 'sat behind the curtain, and each time the note was due, hummed it into the bung-hole',
        end: 'In the biggest pipe somebody breathed, lower than low.',
      },
      {
        what: 'the garden gate',
        fault: 'would not shut',
        who: 'a bindweed',
        need: 'had come all the way up from a seed to get to the latch, and was going to flower on Thursday',
        sub: 'a piece of green string',
        do: 'tied it each evening in a bow, outside the flower, and undid it each morning',
        end: 'The gate stood the width of one flower open.',
      },
      ...moreFaults,
    ]),
  tell: {
    home: [
      'Something was wrong with {x.what}. It {x.fault}, and nobody knew why.\n{drive.intro}\n? {drive.habit}',
      'For as long as anyone could think, {x.what} had done its work. Then, one Tuesday, it {x.fault}.\n{drive.intro}',
    ],
    call: [
      "“It must be mended,” said everybody. “I'll go and look,” said [h]. It might be just the way to {want}.",
      'They had a meeting about it. There were eleven opinions, and [h.p] was the shortest. “Has anybody looked?” asked [h].',
    ],
    try1: [
      'So [h] went and looked. [h.s] looked from below and saw nothing. [h.s] tapped it, in a knowing way. It {x.fault}, just as before.',
      'First [h] gave it oil. It was glad of the oil. It {x.fault}.\n\n? {drive.tries}',
    ],
    try2: [
      '{adviser}\n\n? [h] read the book that went with it. It said, “See other book.”',
      "“Give it a kick,” said {crowd1}. [h] said no, thank you. One doesn't kick a thing before you have heard what it has to say.\n\n? {drive.tries}",
    ],
    try3: tries,
    try4: tries,
    low: [
      '{dusk} [h] sat down in front of it, and listened. For a long time there was nothing. Then something moved in there. It was {x.who}. It {x.need}.',
      'The others had gone home. [h] put [h.p] ear to it, and held [h.p] breath. Somebody else was holding theirs. It was {x.who}; it {x.need}.',
    ],
    turn: [
      "So that was it. It wasn't broken. It was being kind. [h] thought of the eleven opinions. [h.s] thought of {x.who}. Then [h.s] fetched {x.sub}, and {x.do}.",
      'You could clear it out; it would take a minute, and then everything would be as before. [h] had a hand out already. [h.s] took it back. “How long will you be?” [h.s] whispered. And [h.s] went to get {x.sub}, and {x.do}.',
    ],
    result: [
      'It did not look the same. But it did what you needed it for, and in there, somebody breathed out.',
      "“That's not how it used to be,” said {crowd2}. “No,” said [h]. “It's how it is till they are ready.” And [h.s] did it the next day, too, and the next.",
    ],
    reward: [
      'One morning it was over. {x.What} worked again, as if it had never been otherwise. It was odd how much that felt like losing something.\n\n? {drive.cure}',
      '[f] came by, to see. “You could have just mended it,” said [f]. “I did,” said [h].\n\n? {drive.cure}',
    ],
    rest: ['{x.end} ¶ {rest}'],
  },
  titles: ['Eleven Opinions', 'Why It Stopped', 'Till They Are Ready', 'Has Anybody Looked?'],
};

/** A baby is called a baby and by its name. */
const babyCalled = (name: string) => ({ baby: `baby ${name}`, babyName: name });

/** A place is taken by somebody new, and another is made (S5). */
export const placeMade: Shape = {
  id: 'place-made',
  bands: older,
  usesNeed: false,
  parts: ['m'],
  fits: (wish) => (has(wish, 'sibling') ? 13 : has(wish, 'jealous') ? 10 : has(wish, 'new') ? 4 : 0),
  bind: ({ random }) => ({
    ...random.pick([
      {
        song: 'Once round, twice round, and here we stay',
        place: 'the warm lap by the window',
        tie: 'wound the shawl once round, and twice, and sang it',
      },
      {
        song: 'In goes the toe, in goes the nose, down goes the whole of you',
        place: 'the middle of the big bed',
        tie: 'said it slowly, and tucked in first the toe and then the nose',
      },
      {
        song: 'One for the door, one for the stair, one for the moon, and one to spare',
        place: 'the crook of the left arm',
        tie: 'gave it its four kisses, and the one to spare went on its ear',
      },
      {
        song: 'Hush goes the hill, hush goes the sea, and hush goes the one between you and me',
        place: 'the place between the two big ones',
        tie: 'rocked to the left for the hill, and to the right for the sea',
      },
      {
        song: 'Round like a bun and warm like a bun, and nobody eats you, my only one',
        place: 'the hollow in the old armchair',
        tie: 'made a bun of the blanket and put it round, and sang, right to the end',
      },
    ]),
    ...babyCalled(random.pick(['Wilf', 'Bean', 'Tuppence', 'Dov', 'Pearl', 'Moll', 'Tib'])),
  }),
  tell: {
    home: [
      '[h] had the best place there was: {x.place}. Each night somebody sang, “{x.song}.” Then one morning the place was taken. There was a new baby {sib} in it.',
      '{drive.intro}\nThe best place in the world was {x.place}, and it had always been [h.pp]. It even had a song. “{x.song}.” Now the new baby {sib} lay there, and had the song as well.',
    ],
    call: [
      'The baby was called {x.babyName}. Mostly it was wrapping. All day it squeaked, and all day people said, “Soon, [h.n].” [h] wanted to {want}, and not soon.',
      'It was called {x.babyName}, and they all stood round and said how small it was. “I used to be small,” said [h]. “Soon, [h.n],” they said.',
    ],
    try1: ['{drive.tries}', '{drive.tries}\n\n? “Soon,” said everyone, over the top of the wrapping.'],
    try2: [
      '{adviser}\n\n? {x.Baby} looked on, with both fists in its mouth.',
      "{drive.tries}\n\n? “Who's a clever one?” somebody said; but they were looking at {x.baby}. It had blown a bubble.",
    ],
    try3: tries,
    try4: tries,
    low: [
      'At sunset everyone was busy, just for a moment. {x.Baby} lay there by itself and squeaked. It waved an arm. It waved the other. “Soon, {x.baby},” said [h].\n\n{x.Baby} squeaked louder. Soon was a horrid word. [h] knew that.',
      "{dusk} {x.Baby} would not stop. They had tried milk, and they had tried the window. Now they were looking for the rattle, all over the house. [h] leaned over the edge. “It's no good,” [h.s] told {x.baby}, “they say soon, and then it's not.”\n\nTwo wet eyes looked at [h.o]. They knew exactly what [h.s] meant.",
    ],
    turn: [
      'So [h] did what you do. [h.s] {x.tie}. “{x.song}.” The words came by themselves. They had been sung to [h.o] so often.',
      'There was only one thing for it. [h] {x.tie}. “{x.song}.” It sounded different from up here.',
    ],
    result: [
      '{x.Baby} stopped, with its mouth still open. It took hold of [h.p] {finger}, and held on.',
      'The squeak grew small, and hiccuped, and was gone. A hand came out of the wrapping. It found [h.p] {finger} and shut.',
    ],
    reward: [
      'They came back with the rattle and stood in the door. Nobody said, “Soon.” Somebody sat down on the floor, right there, and there was {x.place}, after all; it only went round two now.',
      '“Who taught you that?” someone asked softly. “You did,” said [h]. And an arm came, from behind, and there was room in it. An arm goes farther round than you think.',
    ],
    rest: [
      '{comfort} ¶ Now [h] had {x.baby} on the one side and an arm on the other, and nothing left over to be cross with. “{x.song},” somebody sang, and nobody could have said for which of them. [h] was asleep before the end.',
      '{bedLine} {comfort} ¶ “Soon,” murmured [h] to {x.baby}, and it was quite a nice word now, one that had morning in it. ¶ {ending}',
    ],
  },
  titles: ['Soon', 'The Place in the Middle', '{name} and {x.baby.title}', 'Farther Round Than You Think'],
};

/** Things are traded up to what was wanted, and then traded home (S9). */
export const tradeHome: Shape = {
  id: 'trade-home',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    wish.goal?.kind === 'have'
      ? 12
      : wish.goal?.kind === 'find' || has(wish, 'jealous', 'hungry')
        ? 6
        : has(wish, 'kind', 'proud')
          ? 4
          : 5,
  bind: ({ random, wish }) => {
    const steps = random.shuffle([
      ['a cork', 'whose boat had a hole in it'],
      ['a ladder', 'who had a kitten up a tree, or perhaps it was the other way about'],
      ['a pot with a lid', 'who had been carrying soup in a hat'],
      ['a bell', 'whose goat was always somewhere else'],
      ['a long spoon', 'who had dropped the sugar down the well'],
      ['a striped umbrella', 'who sold ices, and sold them quickly'],
      ['a hammock', 'who stood up to sleep'],
      ['a wheel', 'whose barrow had none and was called a box'],
      ['a big red bow', 'who had a present and no way to end it'],
      ['a fiddle', 'who had a dance, and nothing to dance to'],
    ]);
    const [a, b, c] = steps;
    const prize =
      /^(?:have|own|get|keep|hold)\s+(.{3,30})$/
        .exec(wish.goal?.phrase ?? '')?.[1]
        ?.replace(/\b(?:his|her|its|their) own\b/, 'the') ??
      random.pick(['the brass telescope', 'the blue glass ball', 'the toy ship', 'the music box', 'the snow globe']);
    return {
      a: a?.[0] ?? '',
      aw: a?.[1] ?? '',
      b: b?.[0] ?? '',
      bw: b?.[1] ?? '',
      c: c?.[0] ?? '',
      cw: c?.[1] ?? '',
      prize,
      start: random.pick(['a button', 'a good stick', 'half a pencil', 'an apple', 'a feather', 'a marble']),
    };
  },
  tell: {
    home: [
      'In the window of the corner shop stood {x.prize}. [h] had {x.start}.\n{drive.intro}',
      '{drive.intro}\nAll that [h] owned was {x.start}. It was a nice one. But in the corner shop, high up, was {x.prize}.\n? [f] came there each day as well, and looked, and never said a word.',
    ],
    call: [
      "“What would you take for it?” asked [h]. “What have you got?” asked the shop. “I'll be back,” said [h].\n? By the door stood [f], who was new in the street, and had a mitten on only one hand.",
      '“You need only start,” [h] thought, “and not mind the size.” [f] was sitting on the kerb. “What are you doing?” asked [f]. “Business,” said [h].',
    ],
    try1: [
      'First [h] met {crowd1}, {x.aw}. What was needed there was {x.a}; and for {x.start}, it so happened, the neighbour had {x.a} to spare. In the end everyone had what they wanted, and [h] had {x.b}, though nobody could have said how.',
      'It went quicker than you would think. {x.start.cap} went for {x.a}. And {x.a} was just what {crowd1} wanted, {x.aw}. “Take {x.b} for it,” said {crowd1}. “It only stands about.”',
    ],
    try2: [
      'With {x.b} [h] came to {crowd2}, {x.bw}. You never saw anyone so glad. Off went {x.b}, and [h] had {x.c}.',
      "Then there was {crowd2}, {x.bw}. [h] held out {x.b}, and didn't need to say much. “Here,” cried {crowd2}, “have {x.c}, have anything!”",
    ],
    try3: tries,
    try4: tries,
    low: [
      'By evening [h] had swapped {x.b} for {x.c}, and stood in the shop. The one behind the counter was somebody {x.cw}. {x.c.cap} for {x.prize}! They shook hands on it. [h] carried it out under [h.p] coat. It was heavy, and it was [h.pp]. Outside sat [f], who looked up, and quickly down again.',
      'After that it went like beads on a string. {x.b.cap} went for {x.c}. At one minute to six {x.c} went over the counter, and {x.prize} came back. [h] held it with both arms. {dusk} [f] was still sitting there.',
    ],
    turn: [
      "“You've got it, then,” said [f]. “My grandmother had one. It stood by the bed. It is a long way to my grandmother.” And [f] smiled, to show that it didn't matter. [h] went as far as the corner. It is not a long way to the corner. Then [h.s] came back.",
      '“May I see?” said [f]. [f] did not touch it. [f] only breathed on it, once, and wiped it with the mitten. “We had that at home,” said [f], “before.” [h] looked at [f.o], and at it. It had looked different in the window.',
    ],
    result: [
      "“I'll swap,” said [h]. “I haven't got anything,” said [f]. “You've a mitten.” “It's just the one.” “I've only the one cold hand,” said [h].",
      "“What will you take for that mitten?” said [h]. [f] stared. “It's got a hole in it.” “I need the hole,” said [h]. “It's business.”",
    ],
    reward: [
      '{drive.cure}',
      'They walked home together, one with {x.prize}, and one with a mitten on. The mitten was warm. It had been warm all day, on purpose.\n\n? {drive.cure}',
    ],
    rest: ['{rest}'],
  },
  titles: ['Business', 'The Mitten', 'What Have You Got?', 'One Minute to Six'],
};

/** Two from opposite places make a bridge between them (S11). */
export const twoHomes: Shape = {
  id: 'two-homes',
  bands: older,
  usesNeed: false,
  parts: ['f', 'm'],
  fits: (wish) =>
    wish.heroes.length > 1 ? 4 : has(wish, 'lonely', 'different', 'missing') || wish.goal?.kind === 'befriend' ? 6 : 0,
  bind: ({ random }) =>
    random.pick([
      {
        edge: 'the old wall, where there was a gap as wide as a letter',
        way: 'sounds',
        left: 'a row of jars, no two of them full to the same height',
        hid: 'a bit ashamed of them; they were only what was left over',
        made: '[h] set them on the wall, in a row, and struck them. This one was the kitchen, with the tap. That one was the stairs. The highest was the window, when the sun got to it.',
        read: '[f] sat on the other side, and shut [f.p] eyes, and walked in. Up the stairs went [f], ding, ding, ding, and stood for a long time at the window.',
        bridge: 'From over the wall, one jar answered another, and let it ring.',
      },
      {
        edge: 'the line where the path stopped',
        way: 'shadows',
        left: 'the long shadow that [h] had in the evening',
        hid: 'a bit shy of it; it came to places before you did',
        made: 'At sunset [h] stood on {thing1}, and held up one thing after another from home. There was a chair, forty feet long. There was a cup that you could have rowed in.',
        read: 'The shadows went right over the line. [f] sat down on the chair. [f] drank from the cup.',
        bridge: 'The last of the shadows lay over the line, with its head on [f.p] side.',
      },
      {
        edge: 'the gate that was never opened',
        way: 'smells',
        left: 'a shelf of bottles with nothing in them any more',
        hid: 'told that they were rubbish',
        made: '[h] took one for each room. One was held over the stove, and one in the wardrobe, and one, very early, out of the window. Then [h.s] put in the corks.',
        read: '[f] drew them one by one. “Toast,” said [f], “and somebody singing. And this is where your coats hang. And this,” said [f], over the last, “this is before anyone is up.”',
        bridge: 'On the gate stood a row of bottles, and in each there was a room.',
      },
      {
        edge: 'the place where the two paths nearly met',
        way: 'marks',
        left: 'the small heaps of earth and sand that you always have to spare',
        hid: 'told to tidy them up',
        made: '[h] took the heaps, and put each down where it belonged. There was a ring for the kitchen, and a line for the hall. One stood alone, for the place where you think.',
        read: '[f] came at evening and saw it lying there, in its real size. [f] went in by the door. [f] went twice round the ring, and sat for a bit in the one that was alone.',
        bridge: "It lay there in the moonlight, ring and line and dot, with somebody's footprints in it.",
      },
    ]),
  tell: {
    home: [
      '[h] and [f] came from opposite sides, and had met by mistake at {x.edge}.\n{drive.intro}\n? After that they met there every evening.',
      '{drive.intro}\nThen there was [f]. They lived in such different places that they could only meet at {x.edge}, and that was where they met.',
    ],
    call: [
      "“I wish that you could see my house,” said [h]. “I wish you could see mine,” said [f]. “It's nothing like yours.” And they both sighed, one high and one low.",
      'They told each other everything. But telling is not the same. “It has a sort of a corner,” said [h], “with a sort of a light.” “Mine has, too,” said [f]. “I think. Only other.”',
    ],
    try1: [
      "So they tried. First [h] went over to [f.p] side. It lasted as long as you can hold one's breath. Everything there was made for somebody else. [h] came back with [h.p] ears full.",
      'First it was [f] who tried to come to [h.o]. It went well as far as the step. After that [f] had to be fanned.',
    ],
    try2: [
      "Then it was the other way about, and no better. “I'm no good at your side,” said one. “I'm no good at yours,” said the other. That evening neither of them said much.",
      '{adviser}\n\n? They tried that as well. Now they were both wet.',
    ],
    try3: tries,
    try4: tries,
    low: [
      '[h] went home and thought. There was {x.left}. [h] was {x.hid}. {dusk} [h.s] looked at it, and stopped with one hand in the air.',
      "“Perhaps it can't be done,” said [f]. [h] did not answer. [h.s] was looking at {x.left}. [h.s] had always been {x.hid}. But could not one say something with it?",
    ],
    turn: ['{x.made}', 'It took all that night and some of the day. {x.made}'],
    result: ['{x.read}', 'Then [h] called, and hid. {x.read}'],
    reward: [
      '“So that is how it is, at yours,” said [f]. “Yes,” said [h]. There was nothing to add. The next evening there was something on the other side, and it was [h.p] turn to go in.',
      "“It was long,” said [f] afterwards, “and it went round a corner, and it was glad to see me.” [h] had gone quite red. “I'll do you mine tomorrow,” said [f].",
    ],
    rest: ['{x.bridge} ¶ {rest}'],
  },
  titles: [
    "As Long as One Can Hold One's Breath",
    '{name} and {friend}',
    "It's Nothing Like Yours",
    'A Sort of a Corner',
  ],
};
