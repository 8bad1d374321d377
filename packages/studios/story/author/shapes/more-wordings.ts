import type { BeatId } from '../plan/shape.ts';

/** More wordings for the shapes of older children, by shape and beat. */
export const moreWordings: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  'two-troubles': {
    home: [
      'If you had asked about [h] {place.at}, you would have been told that all was well. It was not, quite.\n{drive.intro}\n{drive.habit}',
      '{drive.habit}\n{drive.intro}\n? It smelled of {smell} where [h.s] lived, and nobody there knew a thing about it.',
    ],
    call: [
      '[h] told nobody what [h.s] had in mind, which was to {want}. If you tell people, they help.\n\n{need.sign} [h] walked on.',
      "It came to [h] over breakfast. [h.s] put down [h.p] spoon. “I will {wantMe},” [h.s] said to the egg. The egg did not say that it couldn't be done.\n\n{need.sign} But that was somewhere else.",
    ],
    low: [
      '{dusk} By now [h] would have been glad of a reason to stop. One came.\n{need.trouble}\n\n{need.plea}',
      'There it was again, the thing that [h] had not listened to. It is hard not to listen twice.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: [
      'What [h] had wanted was still there. It could wait outside.\n\n{need.deed}',
      '“Oh, well,” said [h], and it was the best thing that [h.s] had said all day.\n? {t.lore}\n\n{need.deed}',
      '[h] did not make up [h.p] mind. It had been made up, some time ago, by [h.p] feet.\n\n{need.deed}',
    ],
  },
  'small-enough': {
    home: [
      'There are people who are asked, and people who are asked to mind the bags. [h] minded the bags.\n{drive.intro}\n? {t.cost}',
      '{t.cost} That was what everybody knew about [h], and they thought that it was all.\n{drive.intro}',
    ],
    call: [
      'One of these days, thought [h], I shall {wantMe}. It was a Wednesday, but there was nothing against it.\n\n{need.sign}',
      '“What would you do,” [h] asked {thing2}, “if you wanted to {wantMe}?” {Thing2} stood there and did it, whatever it was.\n\n{need.sign}',
    ],
    try1: [
      'There was a noise of feet. {Crowd1} came by at a run, and called out that there was no time. [h] asked for what. That was what there was no time for.\n\n? {drive.tries}',
    ],
    try2: [
      'They had formed a line, with {crowd1} at the front and {crowd2} at the back. It was a fine line. It did not fit in, either, not even the front of it.',
      '{Crowd2} had read about it. You needed a lever, and somewhere to stand, and a sandwich. They had the sandwich.\n\n? {drive.tries}',
    ],
    low: [
      'Then they went to look for somebody taller. When all the backs had gone, there was a bit of a view, and [h] saw it.\n{need.trouble}\n\n{need.plea}',
      'In all that coming and going, nobody had bent down. [h] did not have to bend.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: [
      "“I'll try it my way,” said [h]. [h.s] had never had a way before; it turned out that [h.s] had had it all along.\n\n{need.deed}",
      'Somebody would have to ask [h], and there was nobody there to do it. So [h] asked. “[h.n], would you?” “Gladly,” said [h].\n\n{need.deed}',
    ],
    result: [
      '{need.result} It had taken about as long as it takes to say “impossible” properly.',
      '{need.result}\n? When the tall one came, it was only to hear about it.',
    ],
  },
  'own-strength': {
    home: [
      '{drive.intro}\nIf only it had stopped at that. But {t.cost.low}',
      'There was something about [h] that people talked of behind their hands, though you could hear it well enough.\n{t.cost}\n? {drive.intro}',
    ],
    call: [
      'In the end somebody said it. “Must you?” they said. It is a small thing to say. [h] took it home and looked at it all night, and in the morning [h.s] made up [h.p] mind not to.\n\n{need.sign}',
      '[h] wanted to {want}, and there was just one thing in the way, and that was [h]. So [h.s] tried to go round.\n\n{need.sign}',
    ],
    try1: [
      "To be less, you begin at the edges. [h] pulled in everything that stuck out. By ten o'clock it had all come out again on the other side.",
      '{drive.tries}\n\nThe worst of it was that nobody had noticed. They had only noticed the other thing.',
    ],
    try2: [
      '[h] went about with [h.p] hands in [h.p] pockets, so to speak. {Crowd1} asked if [h.s] was sickening for something. It was not said unkindly.\n\n? {adviser}',
    ],
    low: [
      "It was somebody else's evening, out there, and [h] was keeping out of it. But there are things that you cannot keep out of.\n{need.trouble}\n\n{need.plea}",
      "{dusk} “I'm hardly here,” said [h] to the evening. “What a pity,” said a voice.\n{need.trouble}\n\n{need.plea}",
    ],
    turn: [
      'Less would not do it. [h] could see that. [h.s] took the whole of [h.r] out of the drawer, and shook it.\n\n{need.deed}',
      '“Must you?” they had said. Well, thought [h], now I must.\n? {t.lore}\n\n{need.deed}',
    ],
    result: ['{need.result}\n? Somebody opened a window, and did not shut it.'],
  },
  'slow-visit': {
    home: [
      '{drive.intro}\n\nIt began with nothing much. It was {x.sign}, {spot}, and on the next day it was there once more.',
      'You can be quite used to your own garden path, and then there is something on it. [h] bent down. It was {x.sign}.\n{drive.intro}',
    ],
    call: [
      '“Hello?” called [h]. “HELLO?” A whole tree of sparrows left. {x.tell} What you had to do, thought [h], was to be there first.',
      'Who was it? {x.tell} [h] lay awake, and thought of all the people whom it might be, and liked every one of them.',
    ],
    try1: [
      '[h] sat down to wait, and told {thing1} all about it while [h.s] waited, so that it should not be dull. It was not dull. It was only that nobody came.',
      'You have to sit quite still; [h] had heard of that. [h.s] sat as still as anything, apart from [h.p] hands. Then [h.p] hands found a stick, and there was {thing1}, and it made such a good noise.',
    ],
    try2: [
      'So the next evening [h] sat on [h.p] hands. That helped. But to sit on your hands is very funny, when you think of it, and [h] thought of it.\n\n? {adviser}',
    ],
    low: [
      'After that [h] gave it up. [h.s] only stayed because it was such a trouble to get up. {dusk} The air smelled of {smell}, and [h] had lived there all this time, and had not known.',
      '{dusk} There was nothing left to do. [h] had done all of it. It came to [h.so] that somebody might be waiting for just that.',
    ],
    turn: [
      'Near [h.p] foot a blade of grass bent, and did not bend back. [h] felt a hello coming up, a large one. [h.s] held it in both arms like a hen, until it was asleep.',
      'Behind [h.so] somebody was breathing. [h] went on looking at nothing. [h.s] put half of the bun down, quite slowly, on the other side.',
    ],
    result: [
      "“You've stopped,” said a voice. It was [f]. “I was waiting for you to stop. I was not sure that you could.” “Nor was I,” said [h].",
      "First there was a whisker, then an ear, and after that came all of [f]. “I live just over there,” said [f]. “I've heard such a lot of you.”",
    ],
    reward: [
      'There turned out to be a great deal that you can do with somebody without saying a word. They did most of it. Then [f] laughed first, and out loud.\n\n? {drive.cure}',
    ],
  },
  'day-told': {
    home: [
      '{drive.intro}\n? {t.cost}\nIt may have been that that made [h] look up, just at the right time. Down the middle of everything came {x.a}.',
      'Some days you could leave out and nobody would know. This was one of the others. Before [h] had finished the edge of the toast, along came {x.a}.\n{drive.intro}',
    ],
    call: [
      "[h] would have liked to {want}, and was just about to. That was when it happened that there came {x.b}. You can't go away from a thing like that.\n\n? [f] would have loved it. But [f] {x.why}.",
      '“You ought to have seen it!” somebody shouted across to [f]. But [f] {x.why}. Nobody had thought of that. And already there came {x.b}.',
    ],
    reward: [
      '“Put in that I laughed,” said [f]. “You did laugh.” “When it was there, I mean.” [h] put it in.\n\n? {drive.cure}',
      'They left the window open a crack, so that whatever was still out there could come in, if it liked. Nothing came but a smell of {smell}.\n\n? {drive.cure}',
    ],
  },
  'had-all-along': {
    home: [
      'It was a day with something missing from it. [h] felt that before [h.s] was properly awake. It was the {x.lost}.\n{drive.intro}',
      '{drive.intro}\n? {drive.habit}\nNow it was the turn of the {x.lost}. It had been there, and then it had been there, and then not.',
    ],
    call: [
      'You do not know how many places there are, until you need one of them. [h] began at the front door and worked outwards.',
      "“It can't have gone far,” said [h]. “It has no feet.” That was a comfort, until [h.s] thought of the wind.",
    ],
    try1: [
      "{Crowd1} was sitting {spot}, and was asked to get up. There was a cushion there, and under the cushion was a letter from {crowd1}'s sister; but it was all rather a long time ago.\n\n? {drive.tries}",
      'At {thing1} [h] stopped and looked it in the eye. {Thing1} knew something. But it was not the sort to tell.\n\n? {drive.tries}',
    ],
    try2: [
      '“What does it look like?” asked {crowd2}. [h] held out both arms, to show how big it was, and turned round, to show how long. {Crowd2} looked at [h.o] in a peculiar way, and coughed.',
      '[h] went back over the whole of the day, and this time walked it the other way round. [h.s] met supper, and then lunch.\n\n? {adviser}',
    ],
    low: [
      '{dusk} In the end there was just the bench. [f] was on it, with a bag of plums. They sat there together. “Plum?” said [f], and then, after looking at [h.o] for some time, “{x.sign}”',
    ],
    turn: [
      '[h] laughed, for it was such a silly thing to ask. Then [h.s] stopped in the middle of the laugh, and left it hanging there, with its mouth open.',
    ],
    reward: [
      'It was not easy to know what to say to it. “There you are,” said [h], in the end, as though it were the {x.lost} that had been away.\n\n? [f] ate the last plum, out of tact.',
    ],
  },
  collector: {
    home: [
      'Some people look up when they walk. [h] looked down, on account of the {x.thing}. Every one that [h.s] found went into {x.place}. They were {x.laugh}, said those who looked up.\n{drive.intro}',
      'You could tell where [h] had been by what was no longer lying there. For [h] had an eye for {x.thing}, and kept them all in {x.place}.\n{drive.intro}',
    ],
    call: [
      '“May I hold one?” asked [f], who was visiting. [h] picked out a good one. [f] held it up to the light, and gave it back with care. “I see,” said [f]. But that was only manners.',
      "On wet days [h] laid them all out on the floor, and [f] came and stepped over them. “You could open a shop,” said [f]. “They aren't to be sold,” said [h]. “They're to be had.”",
    ],
    low: [
      'It was in the evening that it happened. Nobody was to blame. It was just that {x.trouble}. {dusk} They all spoke at once, and then none of them did.',
      'Bad news does not knock. It came in with {crowd1}, and it was this: {x.trouble}! [h] stood there with {x.place}, and for once nobody laughed; nobody even saw.',
    ],
    turn: ['Something in {x.place} went click, or shifted, or breathed; [h] never knew what. {x.idea}\n\n{x.deed}'],
    result: ['{x.out}\n\n? Then they all looked at [h], and [h] looked at [h.p] feet.'],
  },
  'small-steps': {
    call: [
      'A long way is only a lot of short ways, standing in a line. [h] took the first by the hand. Where it ended [h.s] {x.put} {x.mark}, to show that it had been done.\n\n{need.sign}',
    ],
    try1: [
      'It went well up to {thing1}. After {thing1} it just went.\n\n{drive.tries}\n\n[h] {x.put} {x.mark}, and had a bit of bun.',
    ],
    low: [
      'You could have seen it from there, if there had been nobody in front of it. But there was.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: [
      'It was a choice between one more step, and this. [h] had got good at steps. But a step keeps.\n\n{need.deed}',
    ],
  },
  'stand-in': {
    call: [
      'A note came. {x.Who} {x.away}, it said, and would somebody please just for today. It did not say who. [h] was holding the note.\n\n{need.sign}',
    ],
    low: [
      'The evening was nearly over, and [h] had begun to hope. It is then that it comes.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: ['{x.Who} would have known the right thing. [h] only knew one thing, so [h.s] did that.\n\n{need.deed}'],
  },
  teach: {
    home: [
      '{drive.intro}\nYou would not have known it from outside. [h] stood about near it, with a towel, like somebody who has just finished.',
      'There are things that are all right as long as nobody asks. With [h] it was how to {x.skill}.\n{drive.intro}',
    ],
    call: [
      '“You look as if you could {x.skill},” said somebody behind [h.so]. It was [f], who had come only lately. “Is it hard?” “Not for me,” said [h]. [h.p] ears went hot.',
      '[f] had a notebook, and a pencil on a string. “I would like to {x.skill},” said [f], “and I hear that you are the one to ask.” Who had said such a thing? [h] had, in March.',
    ],
    try1: [
      'They met at nine. [h] talked until ten about how it had been done in the old days. “And nowadays?” asked [f]. “Nowadays,” said [h], “we have a break.”',
      '“It is all in the breathing,” said [h]. They breathed. [f] was very good at it. By lunch they had done nearly all the breathing that there was.',
    ],
    low: [
      "At last [f] shut the notebook. “I shan't ask you any more,” said [f]. “I don't think that I am the kind who can.” It was said quite cheerfully. That was what made it so bad.",
      'They stood there, and it was time for the real thing. There was no more theory left. [h] had used it all. [f] was looking up at [h.o] with a round face.',
    ],
    turn: [
      "“Give me your pencil,” said [h]. In the notebook, under Lesson Four, [h.s] wrote: “I can't, either.” [f] read it twice, and then took back the pencil. “Which bit?” wrote [f].",
      "[h] opened [h.p] mouth to say, “Tomorrow.” What came out was, “I don't know how.” It hung there in the air between them. “Oh, good,” said [f]. “Then we can start.”",
    ],
    result: [
      'Bit by bit they worked it out, like two people with one coat. [h] had the one sleeve, [f] had the other. It was getting dark when they found that they were in it.',
      'They tried it together. They fell over together, and that was much less far. When the first star came they did it once, by accident; and after that they did it on purpose.',
    ],
  },
  'place-made': {
    home: [
      '{x.place.cap} was taken. It had been taken since the morning. [h] looked at it from the door.\n{drive.intro}',
      'You know where your place is, without thinking. [h] did, too: it was {x.place}. There was even a song that went with it, “{x.song}.” And then there was a basket on the table, with a face in it.\n? {drive.intro}',
    ],
    call: [
      '“This is {x.baby},” they said to [h], in a special voice. {x.Baby} had no teeth, no hair, and no conversation. “Do you want to hold it?” “Not now,” said [h]. “Soon,” they said.',
      'All that came in at the door now was for {x.baby}: the hat, the rattle, the uncle. [h] stood beside it all and wanted to {want}. “Soon,” said the uncle, and patted the wrong head.',
    ],
    turn: [
      '[h] knew what was needed. It was not milk. [h.s] {x.tie}. “{x.song}.” [h.s] had thought that it would be like giving it away. But it was still there, afterwards.',
      'Nobody was looking. That made it easier. [h] leaned in, and {x.tie}. It went: “{x.song}.”',
    ],
    result: [
      'There was a pause in the crying, like a dropped stitch. {x.Baby} looked at [h] with its whole face. Then it took [h.p] {finger}, as if it had been handed to it, and shut its eyes.',
      'At the second time round {x.baby} was listening. At the third it had got hold of [h.p] {finger}. At the fourth there was only the breathing.',
    ],
    reward: [
      'When they came in, all out of breath, they stopped. They stood and listened to the end. And someone who had both arms free for once knew just what to do with them.',
      '“We were saying soon to the wrong one,” somebody said. They sat down, and they all moved up. It was narrow. It was exactly as narrow as it ought to be.',
    ],
  },
  unfinished: {
    home: [
      '{drive.intro}\nThen, at the back of a cupboard, under a cloth, [h] came upon {x.thing}. It had {x.part}. Whoever had begun it had meant to come back.',
      'Nobody remembered who had begun {x.thing}. It had {x.part}, and was handed on from one to the next, like a question.\n{drive.intro}\nNow [h] had it.',
    ],
    call: [
      '[h] blew off the dust. There, where you would not look, was {x.mark}. “So you had an idea,” said [h] to whoever it was.\n? Over the way, [f] drew the curtain to one side, and let it fall again.',
      'There was a whole evening in front of [h], and {x.thing} to put into it. First, though, [h.s] found {x.mark}. It did not look like a mistake.\n\n? [f] had the window open, and was being quiet behind it.',
    ],
    try1: [
      '“It is plain enough,” said [h], and {x.guess}.\n\n? Everyone said how nice it was. They said it a bit too fast.',
      'You take it up, and you go on from there. [h] {x.guess}. That was the way in which [h] would have done it; and perhaps that was what was wrong.',
    ],
    low: [
      '[h] left it lying for a day. When [h.s] came in again, in the evening, it looked at [h.so] from quite another side. There was {x.purpose}. There was {x.mark}. Somebody had thought of somebody.',
      '{dusk} “What were you for?” asked [h]. It was the first time that [h.s] had asked it. All it had was {x.mark}, and {x.purpose}; and it held them out, so to speak.',
    ],
    turn: [
      'All at once it was quite simple. {x.for}\n\n[h] rolled up [h.p] sleeves. {x.finish}',
      '[h] thought of the people in the street, one door after the next. At the last door [h.s] stopped. {x.for}\n\n{x.finish}',
    ],
    result: [
      'Then it was done, and nobody could have said any more where the one had stopped, and the other begun. {x.done}',
      '[h] stood well back, so as not to be thanked. {x.done}',
    ],
  },
  contest: {
    home: [
      '{drive.intro}\nEvery year it was {x.what}, and every year the rule was the same. “{x.rule}.” You could win {x.prize} by it, and be talked of until the spring.',
      'There was a bill on the wall: {x.what.cap}! Below that it said: “{x.rule}.” Below that somebody had drawn {x.prize}, rather well.\n{drive.intro}',
    ],
    call: [
      '[h.p] name was on the list before [h] had quite thought it through. “Brave of you,” said {crowd1}. It was not clear how that was meant. But if anyone was ever to {want}, it was now.\n\n{need.sign}',
    ],
    try1: [
      '{Crowd1} had new shoes for it. {Crowd2} had a trainer, and a towel with a name on it. [h] had the evenings.\n\n{drive.tries}',
    ],
    low: [
      'It had just begun. Everybody went past, with such faces. [h] would have gone past, too, but for being on that side of the road.\n{need.trouble}\n\n{need.plea}',
      'You could see the flags already. You could nearly read them. And just there, of all places, there was somebody.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: [
      'It is hard to stand still when the others run. [h.p] feet went on for three more steps. Then they came back.\n\n{need.deed}',
      '“You will be too late,” said [n]. “For that,” said [h]. “Not for this.”\n\n{need.deed}',
    ],
    result: ["{need.result}\n\n? A long way off there was clapping. It sounded like rain on somebody else's roof."],
    reward: [
      "When they got there, only the one with the broom was left. “Who won?” asked [n]. “I've forgotten,” said the one with the broom. “What kept you?” They said what had kept them. The broom stood still.\n\n{drive.cure}",
    ],
  },
  'good-fault': {
    home: ['You could set your watch by {x.what}, or could have, until it {x.fault}.\n{drive.intro}\n? {t.cost}'],
    call: [
      'Somebody had to see to it, and they all looked at somebody else, and the last one in the row was [h]. “Me?” said [h]. [h.s] thought of how [h.s] wanted to {want}, and took [h.p] hat.',
    ],
    low: [
      '{dusk} [h] had tried everything there was in the bag. So [h.s] put away the bag, and just sat. That was how [h.s] came to see {x.who}. It {x.need}.',
    ],
    turn: [
      '[h] could have laughed, or cried, or fetched a broom. What [h.s] fetched was {x.sub}. And then [h.s] {x.do}.',
    ],
  },
  'wrong-recipe': {
    home: [
      '{t.cost}\n{drive.intro}\n? Then there was [f], two doors down, who {x.owner}. But that is another story, or so [h] thought.',
    ],
    call: [
      '“What this day needs,” said [h], “is {x.it}.” You take this, and this, and then {x.lack}. [h] looked in all the tins. There was everything else.\n\n? Outside went [f], who {x.owner}.',
      '[h] had never made {x.it}. But [h.s] had often seen one. How hard could it be? Only {x.lack} could not be found.\n\n? “Morning,” said [f] at the window. It was [f] who {x.owner}.',
    ],
    try1: [
      'For {x.lack}, thought [h], you could surely take {x.swap}. It had the same look about it, in a poor light.\n\n{x.step}',
    ],
    low: [
      'It stood on the table, and everyone walked round it. {x.wrong}\n\n? “It is very much itself,” said {crowd1}, in the end.',
    ],
    turn: [
      'That night [h] could not stop looking at it. A thing that was so thoroughly wrong had to be right for something. And then it came to [h.so]: there was [f], who {x.owner}.\n\n{x.use}',
    ],
    result: [
      'It was as though it had been made to measure. “What do you call it?” asked [f]. “{x.it.cap},” said [h], “I think.”',
    ],
  },
};
