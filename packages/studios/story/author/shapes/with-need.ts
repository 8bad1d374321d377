import type { Shape } from '../plan/shape.ts';
import type { Wish } from '../wish/read.ts';

const older: Shape['bands'] = ['4-5', '6-7', '8-10'];
const has = (wish: Wish, ...traits: string[]) => wish.traits.some((trait) => traits.includes(trait));
const tries = ['{drive.tries}', '{adviser}', '{drive.tries}\n\n? {sense}'];

/** Only the one whom nobody asked is made for it (S1). */
export const smallEnough: Shape = {
  id: 'small-enough',
  bands: older,
  usesNeed: true,
  parts: ['m'],
  fits: (wish) => (has(wish, 'small', 'slow', 'quiet', 'old', 'different', 'proud') ? 9 : wish.traits.length ? 4 : 5),
  tell: {
    home: [
      '{drive.intro}\n{t.cost}\n? {drive.habit}\n? {t.lore}',
      '{Place.at}, when anything had to be done, they asked everyone but [h].\n{drive.intro}\n? {t.cost}\n6+ ? “You would only get in the way,” they said, quite kindly.',
    ],
    call: [
      '“All the same,” said [h], “I mean to {wantMe}.” [h.s] said it to {thing1}, as {thing1} was the only one not busy.\n\n{need.sign}',
      'What [h] wanted was to {want}. But there was not much call for that. “Another day,” they said, “when you are different.”\n\n{need.sign}',
    ],
    try1: [
      '{drive.tries}\n\n? By then everyone was running about, for something had happened, and nobody would say what.',
      '{drive.tries}\n\n? Past [h] ran {crowd1}, and then {crowd2} with a ladder.',
    ],
    try2: [
      'Something was up. {Crowd1} had tried to help, and had come away with a bump. {Crowd2} had tried, and had had to be pulled out by the feet. “It wants somebody else,” they said, “but who?”\n? [h] was standing right there.',
      '{adviser}\n\n“Stand back,” called somebody. {Crowd1} and {crowd2} were both trying at once. It did not help. It made two of it.',
    ],
    try3: tries,
    try4: tries,
    low: [
      'So [h] went to see for [h.r].\n{need.trouble}\n\n{need.plea}\n\n? Nobody looked at [h]. They were all looking for someone larger.',
      '{dusk} They had all gone off to fetch things: a rope, a hook, an uncle. It was quiet now.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: [
      '“May I?” said [h].\n? They said that it was no use. [h] said that no use was what [h.s] was good at.\n\n{need.deed}',
      '{t.lore} [h] had always been rather sorry about that. Now [h.s] thought, “Well, then.”\n\n{need.deed}',
    ],
    result: [
      '{need.result}\n\n? They all came back with the hook and the uncle, and stood there.',
      '{need.result}\n? “Well,” said {crowd1}, “of course, if you go at it like that.”',
    ],
    reward: ['{drive.cure}\n? {Crowd2} put the ladder away.', '{drive.cure}'],
    rest: ['{rest}'],
  },
  stage: { low: { pose: 'stand', look: 'shy' }, turn: { pose: 'reach', look: 'determined' } },
};

/** What is a nuisance is a gift that has not met its use (S8). */
export const ownStrength: Shape = {
  id: 'own-strength',
  bands: older,
  usesNeed: true,
  parts: ['m'],
  fits: (wish) =>
    has(wish, 'loud', 'big', 'fast', 'clumsy', 'messy', 'different', 'hungry', 'forgetful')
      ? 10
      : wish.traits.length
        ? 4
        : 6,
  tell: {
    home: [
      '{t.cost}\n{drive.intro}\n? “Could you not?” said {crowd1}. [h] was sorry. [h.s] was sorry several times a day.',
      "“It's [h.n] again,” they said {place.at}, and they did not say it as you say, “It's Sunday.”\n{drive.intro}\n{t.cost}",
    ],
    call: [
      '“From tomorrow,” said [h], “I shall be less.” [h.s] wanted to {want}, and for that [h.s] plainly had to be less.\n\n{need.sign}',
      'One day they put up a notice. It was very polite. It said, PLEASE, and below that was a picture of [h].\n? [h] read it twice. Then [h.s] went to be less somewhere else.\n\n{need.sign}',
    ],
    try1: [
      '{drive.tries}\n\n? It is tiring, being less.',
      'First [h] left [h.p] {t.tool} at home, as far as that can be done. It was like going out without the middle.\n\n{drive.tries}',
    ],
    try2: [
      '{adviser}\n\n? All day [h] was so little [h.r] that two people sat down in [h.p] place.',
      'Then [h] asked {crowd2} how to go about it. “Think of something grey,” said {crowd2}. [h] thought of something grey. It was rain, and it was just getting interesting.\n\n? {drive.tries}',
    ],
    try3: tries,
    try4: tries,
    low: [
      '{dusk} [h] was being less {spot2}, where there was nobody to be less for. That was why [h.s] heard it.\n{need.trouble}\n\n{need.plea}',
      'And who can say what would have come of it, if it had not been for that evening.\n{need.trouble}\n\n{need.plea}\n? [h] looked at the notice, and at [n], and at the notice.',
    ],
    turn: [
      '[h] had promised to be less. But this, thought [h], was going to need rather more.\n? {t.lore}\n\n{need.deed}',
      "“I know that I oughtn't to,” said [h]. “Hold my scarf.”\n\n{need.deed}",
    ],
    result: [
      '{need.result}\n\n8+ It had needed all of it; you could not have done it with half.',
      '{need.result}\n\n? Behind the windows {place.at}, nobody said, “Could you not?”',
    ],
    reward: [
      '{drive.cure}\n\n? In the morning there was a new notice. It said, PLEASE, and nothing more.',
      '{drive.cure}\n\n? Someone took down the notice, and turned it round, and wrote on the back, COME IN.',
    ],
    rest: ['{rest}'],
  },
  stage: { home: { look: 'laughing' }, try1: { pose: 'crouch', look: 'worried' } },
};

/** Who always does it is away; the stand-in stops copying and does it in their own way (S10). */
export const standIn: Shape = {
  id: 'stand-in',
  bands: older,
  usesNeed: true,
  parts: ['m'],
  fits: (wish) =>
    wish.goal?.kind === 'become' || wish.goal?.kind === 'help' || wish.habit
      ? 9
      : has(wish, 'proud', 'brave', 'kind', 'forgetful', 'new', 'worried', 'bossy')
        ? 7
        : 4,
  bind: ({ random }) =>
    random.pick([
      {
        who: 'the old caretaker',
        job: 'look after things',
        did: 'a bunch of keys and a cough',
        fetch: 'the keys',
        away: 'had gone to the dentist, and was being brave',
        how: 'cough',
      },
      {
        who: 'Aunt Perpetua',
        job: 'see to everybody',
        did: 'a large apron and a look',
        fetch: 'the apron',
        away: 'had a cold and was being seen to herself',
        how: 'give the look',
      },
      {
        who: 'the night watchman',
        job: 'go round and see that all was well',
        did: 'a lantern and a heavy step',
        fetch: 'the lantern',
        away: "had gone to his sister's wedding and was in the middle of a polka",
        how: 'step heavily',
      },
      {
        who: 'the postmistress',
        job: 'know where everyone was',
        did: 'a cap, a bag and a whistle',
        fetch: 'the cap',
        away: 'was stuck behind a flock of sheep in the next county',
        how: 'blow the whistle',
      },
      {
        who: 'Mr Quill',
        job: 'be there if anyone knocked',
        did: 'slippers and a pipe that was never lit',
        fetch: 'the slippers',
        away: 'had at last gone to see the sea',
        how: 'say “hm, hm”',
      },
      {
        who: 'the lamplighter',
        job: 'make the evening come on time',
        did: 'a long pole and a short song',
        fetch: 'the pole',
        away: 'had sprained an ankle on a plum',
        how: 'sing the short song',
      },
    ]),
  tell: {
    home: [
      'If something was wrong {place.at}, you went to {x.who}, who had {x.did}. That was how it had always been.\n{drive.intro}\n? {drive.habit}',
      '{drive.intro}\n{t.cost}\n\nIt did not matter so much, because there was {x.who} to {x.job}. There was nobody like {x.who}.',
    ],
    call: [
      'But that evening {x.who} {x.away}. “Somebody must stand in,” they said. They looked round, and [h] had not stepped back in time.\n? [h.s] had meant to {want}, that day. Well, it could wait.\n\n{need.sign}',
      'Then word came that {x.who} {x.away}. “I will do it,” said [h], before [h.s] could stop [h.r]. Perhaps that was the way to {want}.\n\n{need.sign}',
    ],
    try1: [
      '[h] took {x.fetch}. It was all much too big. Then [h.s] tried to {x.how}, as {x.who} did. {Crowd1} laughed so much that it ended in hiccups.',
      'How did {x.who} do it? [h] stood in the doorway with {x.fetch} and tried to {x.how}. Nothing came of it, except that {crowd2} asked if [h.s] was ill.\n\n? {drive.tries}',
    ],
    try2: [
      '{adviser}\n\n? “{x.Who} would have known,” said everybody. It was true, and it was no help.',
      '[h] practised in front of the window. [h.s] made a list of all that {x.who} would say. When the first one knocked, [h.s] read out the wrong line.\n\n? {drive.tries}',
    ],
    try3: tries,
    try4: tries,
    low: [
      'At last it was late, and [h] thought that it would pass off quietly. Then it came, and there was no one else to go.\n{need.trouble}\n\n{need.plea}',
      "{dusk} Somebody was in trouble, and it was the real sort. [h] ran, and everything rattled.\n{need.trouble}\n\n{need.plea}\n? “Where is {x.who}?” said [n]. “There's only me,” said [h].",
    ],
    turn: [
      'What would {x.who} have done? [h] had no idea. {x.Who} had never been a {kind}.\n? {t.lore}\nSo [h] did it like one.\n\n{need.deed}',
      '[h] put down {x.fetch}, to have both hands free.\n\n{need.deed}',
    ],
    result: ["{need.result}\n\n? That wasn't how {x.who} did it. But it had been done.", '{need.result}'],
    reward: [
      '{drive.cure}\n\n? In the morning {x.who} was back. “I hear that it was all quite different,” said {x.who}. “Good. I was getting tired of how I do it.”',
      'When {x.who} came home, there was nothing left to see to.\n\n{drive.cure}',
    ],
    rest: ['{rest}'],
  },
  stage: { try1: { look: 'proud' } },
};

/** A far goal in small steps; the marks that were left lead somebody else home (S16). */
export const smallSteps: Shape = {
  id: 'small-steps',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: true,
  parts: ['m'],
  fits: (wish) =>
    wish.goal?.kind === 'journey' || has(wish, 'lost')
      ? 10
      : has(wish, 'new', 'brave', 'slow', 'worried', 'missing', 'curious') || wish.goal?.kind === 'find'
        ? 6
        : 3,
  bind: ({ random }) =>
    random.pick([
      {
        mark: 'a white pebble',
        marks: 'white pebbles',
        put: 'laid down',
        shine: 'They shone a little, as pebbles do when the sun has gone.',
      },
      {
        mark: 'a knot of red wool',
        marks: 'knots of red wool',
        put: 'tied',
        shine: 'They were easy to see, even now, like small warm words.',
      },
      { mark: 'a button', marks: 'buttons', put: 'left', shine: 'Each of them had a bit of evening in it.' },
      {
        mark: 'a chalk cross',
        marks: 'chalk crosses',
        put: 'drew',
        shine: 'You could read them like a line in a book.',
      },
      {
        mark: 'a crumb of bun',
        marks: 'crumbs',
        put: 'dropped',
        shine: 'A beetle had begun at the other end; but it was a slow beetle.',
      },
      {
        mark: 'a blue ribbon',
        marks: 'blue ribbons',
        put: 'hung up',
        shine: 'They all lifted at once, when the air moved, and pointed the same way.',
      },
    ]),
  tell: {
    home: [
      '{drive.intro}\n? {drive.habit}\n{t.cost}',
      '{Place.at}, {spot}, there was a smell of {smell}, and that was as far as [h] had ever been.\n{drive.intro}',
    ],
    call: [
      "It was too far, and [h] knew it. “But it needn't be all at once,” [h.s] thought. “I'll do the first bit.” So that [h.s] could find the way back, [h.s] {x.put} {x.mark} by the door.\n\n{need.sign}",
      '“How do you {want}?” asked [h]. “You start,” said {crowd1}, “and mind the step.” So [h.s] started. At the step [h.s] {x.put} {x.mark}, to know it again.\n\n{need.sign}',
    ],
    try1: [
      'The first bit went as far as {thing1}. [h] sat down beside it to be proud. [h.s] {x.put} {x.mark}.\n\n{drive.tries}',
      '{drive.tries}\n\nStill, it was one bit done. [h] {x.put} {x.mark} there.',
    ],
    try2: [
      'The second bit was longer, and there was a corner in it. {adviser}\n? [h] {x.put} {x.mark}, all the same.',
      'After that came {thing2}. It was farther than [h] had ever been without somebody. [h.s] {x.put} {x.mark}, and then one more, to keep it company.\n\n? {adviser}',
    ],
    try3: [
      'Bit by bit it went. Here was a gate, and here was another with a different squeak. At each [h] {x.put} {x.mark}.\n\n{adviser}',
      ...tries,
    ],
    try4: tries,
    low: [
      '{dusk} There was just one bit left, and it was the best. Then [h] stopped.\n{need.trouble}\n\n{need.plea}\n? The last bit would have to do without [h.o].',
      'And then, with the end in sight, there was somebody in the way.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: [
      '[h] looked ahead, where it was still light. Then [h.s] turned round.\n? {t.lore}\n\n{need.deed}',
      "“There's always tomorrow for that,” said [h]. It took [h.o] two swallows to say it.\n\n{need.deed}",
    ],
    result: [
      '{need.result}\n\n“How shall I get home?” said [n]. It had grown late. And there, all the way back, were the {x.marks}. {x.shine}',
      '{need.result}\n\nThen they both looked for the way. [h] did not need to look long. There were the {x.marks}. {x.shine}',
    ],
    reward: ['{drive.cure}', '{drive.cure}\n\n? They left the {x.marks} where they were, for the next one.'],
    rest: ['{rest}'],
  },
};

/** A contest which stops measuring what it was meant to measure (S18). */
export const contest: Shape = {
  id: 'contest',
  bands: ['4-5', '6-7', '8-10'],
  usesNeed: true,
  parts: ['m'],
  fits: (wish) =>
    wish.goal?.kind === 'win'
      ? 12
      : has(wish, 'proud', 'slow', 'fast', 'jealous', 'small', 'clumsy')
        ? 6
        : wish.goal?.kind === 'skill'
          ? 4
          : 5,
  bind: ({ random, kind }) =>
    random.pick(
      [
        { what: 'the Great Race', rule: 'Once round and home', prize: 'a cheese', talk: 'who had the longest legs' },
        {
          what: 'the Grand Soup Day',
          rule: 'One spoon each, and no asking what is in it',
          prize: 'the wooden ladle',
          talk: 'who had the biggest pot',
        },
        {
          what: 'the Show of Large Vegetables',
          rule: 'All must be carried in by whoever grew them',
          prize: 'a blue ribbon',
          talk: 'marrows',
        },
        {
          what: 'the Singing',
          rule: 'One verse, and hats off',
          prize: 'a tin trumpet',
          talk: 'who had the highest note',
        },
        {
          what: 'the Day of Hats',
          rule: 'To be worn from here to there',
          prize: 'a box to put one in',
          talk: 'feathers',
        },
        { what: 'the Boat Day', rule: 'Home made, and it must float', prize: 'a flag', talk: 'whose would sink first' },
        { what: 'the Leaf Sweep', rule: 'The biggest heap by sundown', prize: 'a new broom', talk: 'brooms' },
      ].filter((entry) => !entry.what.toLowerCase().includes(kind)),
    ),
  tell: {
    home: [
      'On Saturday it was {x.what}. The rule was short: “{x.rule}.” The prize was {x.prize}, and for a week nobody {place.at} had talked of anything but {x.talk}.\n{drive.intro}',
      '{drive.intro}\n{t.cost}\n\nAnd on Saturday it was {x.what}, of all things. The prize was {x.prize}.',
    ],
    call: [
      '[h] put [h.p] name down, in pencil. [h.s] wanted to {want}, and you cannot do that from behind a hedge.\n\n{need.sign}',
      '“Are you going in for it?” they asked. “I might,” said [h], and that was that. There were nine names on the list. [h.p] was the one with the blot.\n\n{need.sign}',
    ],
    try1: [
      '{drive.tries}\n\n? On the Friday {crowd1} was seen practising, and it looked alarmingly easy.',
      '[h] got ready. [h.s] thought of {x.prize}.\n\n{drive.tries}',
    ],
    try2: [
      '{adviser}\n\n? “One needs the figure for it,” said {crowd2}.',
      '{drive.tries}\n\n? {crowd2} was sure to win. Even {crowd2} said so.',
    ],
    try3: tries,
    try4: tries,
    low: [
      "Off they all went. [h] was not even last, for a time. And then, half-way, [h.s] heard it again, quite close, and looked round, and that is a thing one shouldn't do.\n{need.trouble}\n\n{need.plea}",
      'Saturday came, with flags. When they blew the whistle, everyone was there except for [h]. [h] had been nearly there.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: [
      "They were cheering, over there. [h] could hear how it got smaller.\n? {t.lore}\n“It's only {x.prize},” [h.s] said.\n\n{need.deed}",
      '[h] looked the way that the others had gone. Then [h.s] put [h.p] number in [h.p] pocket.\n\n{need.deed}',
    ],
    result: ['{need.result}', '{need.result}\n\n? By then {x.what} was over, and you could hear them sweeping.'],
    reward: [
      'They came in last, the two of them together, when it was nearly dark. Somebody had won by a whisker; but when they had heard, nobody could say for certain what it was that had been won.\n\n{drive.cure}',
      '{drive.cure}\n\n? The prize was shared out, as far as that was possible. There was even a bit for whoever had held the flag.',
    ],
    rest: ['{rest}'],
  },
};
