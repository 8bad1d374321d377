import type { BeatId } from '../plan/shape.ts';

/** Still more wordings for the shapes that most wishes lead to, by shape and beat. */
export const moreForGoals: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  'not-hurried-small': {
    home: [
      '“Is it time to {x.want}?” says [h], at six. “No,” says [f]. At seven: “Now?” No.\n\nAt eight [h] just looks. [f] just looks back.',
      'One day, all [h] can think of is this: to {x.want}. The soup gets cold. The bath gets cold.\n\n“It will come,” says [f]. “When?” says [h].',
    ],
    call: [
      '“I will push it,” says [h]. But where do you push?',
      'There is a gap in the day, and [h] wants to go through it now.',
    ],
    try1: [
      '[h] blows on it. Fff. [h] knocks on it. Tock. No.',
      '[h] goes very fast in a ring. Nothing comes of it but a ring.',
    ],
    try2: [
      '[h] hides from it, and jumps out. Boo! No one is there but a hen. Sorry, Hen.',
      '[h] gives it a bun. The bun is gone. That was [f].',
    ],
    low: [
      '[h] lies on the ground. The ground is not in a hurry. It is cool, and it smells of {smell}.',
      'All the hurry is used up. “Good,” says [f]. “Now look.”',
    ],
    turn: [
      '[h] puts one foot here. That is all. Then the other foot. That is all. And then, all by itself…',
      '[h] hums. [h] does not try. One hand does a small thing, and the other hand helps.',
    ],
    result: [
      'That is it. To {x.want}! It came in at the back door.',
      '“Look at you,” says [f]. [h] looks. Oh! [h] was at it, all this time.',
    ],
    reward: [
      '“It was late,” says [h]. “It was slow,” says [f]. It was worth it.',
      '[h] bows to the hen. The hen lays an egg.',
    ],
    rest: [
      'The day is full, right up to the rim. {comfortSmall} Not a drop more.\n\nShh. [h] sleeps.',
      '{comfortSmall} “Sleep, come now!” says [h]. Not yet, says sleep. And then it comes.',
    ],
  },
  teach: {
    home: [
      'Everyone has one cupboard that is never opened when there are guests. In the one that belonged to [h] was this: [h.s] could not {x.skill}.\n? {t.cost}',
      '{drive.intro}\nWhen there was talk of it, [h] said, “Ah, yes,” like somebody with a great deal behind [h.so].',
    ],
    call: [
      '“Excuse me,” said somebody at about the height of [h.p] knee. It was [f]. “I am told that you give lessons. In how to {x.skill}.” Nobody had told [h]. But one does not like to send away a pupil.',
      'There was a card in the window of the shop: Wanted, someone to show me how to {x.skill}. Signed, [f]. [h] meant only to straighten the card. “Is that you?” said [f], behind [h.so]. “Wonderful.”',
    ],
    try1: [
      '[h] had made a blackboard out of a door. On it [h.s] drew a large circle. “What is that?” asked [f]. “That,” said [h], “is for next week.”',
      'For the whole of the first hour they warmed up. [f] was very warm. “Now?” said [f]. “One can be too warm,” said [h], and opened the window.',
    ],
    low: [
      '“My grandmother is coming,” said [f], “to see how far we have got.” There was a silence, in which you could hear how far they had got.',
      'It was [f] who fell. It was nothing; it was a knee. “You would have caught me,” said [f], “if it had been the real lesson.” [h] looked at the knee.',
    ],
    turn: [
      '[h] wiped the door clean. The circle went, and the arrows. “I have never been able to {x.skill},” [h.s] said to the door. The door creaked. “Then whose turn is it,” said [f], “to go first?”',
      'The true thing was quite short. [h] had thought that it would be long. “I cannot {x.skill}.” [f] let out a breath. “I did wonder,” said [f], “about the breathing.”',
    ],
    result: [
      'There were two of them now who did not know how. It turned out to be a great help. One held, and one tried, and then they changed. By lamplight it held without anybody holding.',
      'It took them four evenings, and on the fourth it was over so quickly that they had to do it again to see how it went. “Like that,” said [h]. “Like that,” said [f].',
    ],
    reward: [
      '[f] had brought a grandmother. She sat in the front row and clapped for both, one hand each.\n\n? {drive.cure}',
      'They hung the door up again. You could still see where the circle had been, when the light came from the side.',
    ],
  },
  unfinished: {
    call: [
      '“Somebody stopped in the middle,” said [h]. “Perhaps it was lunch.” But on it was {x.mark}; and lunch does not leave such things behind.',
      'It ought to have been thrown out. But there was {x.mark}, and as long as nobody knew what that meant, one could not very well.',
    ],
    turn: [
      'It was like hearing your name in the middle of a crowd. {x.for}\n\n{x.finish}',
      '[h] turned it to the light, and for the first time let it do the talking. {x.for}\n\n{x.finish}',
    ],
  },
  'slow-visit-small': {
    home: [
      'Look, half a plum! Who had the other half? [h] looks up the tree. [h] looks down the hole.\n\n“Who has it?” calls [h]. Nobody comes.',
      'The gate says eee. It says eee by itself! [h] runs out. There is only the gate.\n\n“I heard you!” says [h]. Nobody comes.',
      'A ball rolls up to [h]. Who rolled it? It does not say.\n\n[h] rolls it back, into the bush. It comes out! [h] runs into the bush. Nobody.',
    ],
    call: [
      'Somebody is near. Somebody is small. [h] would like to know that somebody.',
      '“I will catch a friend,” says [h], and gets a net. It is a very big net.',
    ],
    try1: [
      '[h] blows a horn. Toot! All the birds go. Nobody comes.',
      '[h] runs round the bush. Round and round. At the end there is [h], and [h] is dizzy.',
      '[h] puts on a hat with a bell. Ding, ding! Nobody comes.',
    ],
    try2: [
      '[h] lies behind {thing1}. It is a good place. A fly finds [h]. The fly tells all.',
      '[h] calls all the names there are. Bob! Lou! Tim! One of them may be it.',
    ],
    low: [
      'The net has a hole. The horn has no toot. [h] lets them lie.',
      'A leaf comes down. You can hear it land. Pff. So that is how quiet it can be.',
    ],
    turn: [
      '[h] makes room on the step. Half for [h]. Half for who knows. Then [h] looks at the clouds.',
      'No net, thinks [h]. No horn. [h] only sits there and is [h.n].',
    ],
    result: [
      'Pat, pat. Small feet. They stop. They come on. “Is this half free?” says [f].',
      'The ball rolls out. And this time [f] comes, too. “You did not run,” says [f].',
    ],
    reward: [
      'They roll the ball. Here. There. Here. There. It is not fast. It is fun.',
      '[f] shows [h] the hole. It is a door! You have to knock low down.',
    ],
    rest: [
      '{comfortSmall} Eee, says the gate. “That is me,” says [f], “going home.” “Come back,” says [h], and yawns.\n\nShh. [h] sleeps.',
      'Half the step is warm. So is the other half. {comfortSmall}\n\nNight-night, who knows. Night-night, [h.n].',
    ],
  },
  'made-for-small': {
    home: [
      'It is a good day for it. For what? To {x.make} {x.a}! [h] has a box, a bag and a plan.\n\n“Who is it for?” It is for {x.whom}.',
      '{x.Whom} has no {x.bare}. Not one! [h] has none, too. But [h] has two hands.',
    ],
    call: [
      'One bit from the shed. One bit from the shelf. One bit from [f]. That will do.',
      '[f] holds the box. [h] looks in. It is all there, but not yet in a row.',
    ],
    try1: [
      'It goes left. It should go right. It goes up. It should go down. “Stop,” says [h].',
      '“There!” says [h]. Then half of it falls off. “There,” says [f], and looks at it.',
    ],
    low: [
      '[f] looks. “It is nice,” says [f]. “It is very [h.n].” [h] did not want that.',
      'It is late. There is a lot of it. But is it what {x.whom} would like? [h] does not know.',
    ],
    turn: [
      '[h] shuts one eye. What would {x.whom} say? Small, please. Plain, please. So [h] does small and plain.',
      'Snip. Tap. Pat. Now [h] does not hum. Now it has to be right.',
    ],
    result: [
      'Ta-da! No, shh. Just look. There is {x.the}, and it is right from top to toe.',
      'It stands there, all done. It waits for {x.whom}. And soon, oh, soon, it does not have to wait.',
    ],
    reward: [
      '“Now one for you,” says [f]. “Tomorrow,” says [h].',
      '[h] sweeps up. Swish. In the bag is one last bit. It is a good last bit.',
    ],
    rest: [
      '{comfortSmall} The hands of [h] are tired. Left hand, good night. Right hand, good night.\n\nShh. [h] sleeps.',
      'Tap, tap, says the rain. It is making something, too. {comfortSmall}\n\nAnd [h] sleeps.',
    ],
  },
  'own-way-small': {
    home: [
      'It is not in the book. It is not on the box. How does one {x.want}? [h] has to know.\n\n“We can go and see,” says [f].',
      '“Mum knows. The moon knows. All of them know,” says [h], “but me.” What? How to {x.want}!',
    ],
    call: ['By the gate is {x.a}. {x.A} has a way. “{x.aw}.” [h] {x.ad}, and then once more. It is not it.'],
    try1: ['By the pump is {x.b}. “Me? I know,” says {x.b}. “{x.bw}.” [h] {x.bd}. [f] laughs. It is not it.'],
    low: ['“So many ways,” says [f]. “And none is mine,” says [h]. They look at their feet.'],
    turn: ['What if there is one more way? It is not far. It is in here, says [h], and taps on [h.r].'],
    result: ['Hup, and there it is. It has not been done like that before!'],
    reward: ['[f] wants to be next. “Find your own,” says [h]. And [f] does!'],
    rest: [
      'Each one has a bed. {x.A} has hay. [h] has a way to lie in it. {comfortSmall}\n\nOn one side. Yes. Shh. [h] sleeps.',
    ],
  },
  arrive: {
    call: [
      'It was raining on the other side of the road only. “That is a sign,” said [h]. “Of what?” said [f]. “Of going to {goalMe},” said [h], and put {x.take} by the door.',
    ],
    low: [
      'The way had been getting narrower for some time, as if it wanted to be by itself. Now it was gone. {dusk} “Say something,” said [f]. “I am thinking,” said [h]. It was not quite thinking; but it was next door to it.',
    ],
    reward: [
      'It was hard to leave; they did it a bit at a time, first the one foot. {x.give.cap} came along, and was looked at under every lamp.',
    ],
  },
  'good-fault': {
    try1: [
      'First [h] gave it a knock. It is what everyone does. It went on just as before, and perhaps a little more so.\n\n? {drive.tries}',
    ],
    reward: ['“Is it mended?” asked {crowd1}. “No,” said [h], “it is minded.”\n\n? {drive.cure}'],
  },
};
