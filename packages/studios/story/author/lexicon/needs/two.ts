import { need } from './define.ts';

/** Needs for those who carry, dig, fly, swim, hold, hear, smell or see by night. */
export const needsTwo = [
  need('soup-for-street', 'carry', 'any', 'grandma baker mouse chicken', 'basket', {
    sign: 'There was a smell of soup, and it was not going anywhere.',
    trouble: 'In the doorway stood [n] beside an enormous pot. There were nine bowls, nine neighbours and two arms.',
    plea: '“By the time I get to the ninth,” said [n], “the first is hungry again.”',
    deed: "“I've room,” said [h]. And so [h.s] had. [h.p] {t.tool} took all nine, packed round with napkins, and [h.s] walked as you walk with something that mustn't find out that it is being carried.",
    result: 'Nine doors opened, and nine noses came out. Not one drop was missing, or hardly.',
    rest: 'All down the row, nine spoons were being licked.',
  }),
  need('tadpoles-puddle', 'carry water', 'out', 'frog duck newt snail', 'bucket', {
    sign: 'In the middle of the path was a puddle, and the puddle was full of commas.',
    trouble:
      'Beside the puddle sat [n]. It was getting smaller round the edges, and the ones inside had begun to bump.',
    plea: '“It was a lake in April,” said [n]. “I thought, that will do nicely.”',
    deed: 'It was a long way to the pond. [h] took some of them, and some of their water, in [h.p] {t.tool}. [h.s] went there, and came back, and went there. Seven times. [h.s] did not spill so much as a comma.',
    result:
      "They hung in the wide water for a moment, like a sentence that can't believe it. Then they all went off in different directions.",
    rest: 'From the pond came a very small plip, and another, like someone practising a full stop.',
  }),
  need('heavy-letter', 'carry way', 'any', 'mouse snail sparrow teacher', 'letter', {
    sign: 'On the ground lay a letter, face down, as if it were tired.',
    trouble:
      'Under the letter was [n]. It was for the house on the far side, and it had to be there by night, and the stamp alone weighed as much as [n.s] did.',
    plea: "“It isn't the distance,” said [n]. “It's the corners.”",
    deed: '[h] took it, in [h.p] {t.tool}, where it would stay dry. Then [h.s] went, not the quick way, which was wet, but the one that [h.s] trusted. At each corner [h.s] looked to see that it was still there.',
    result:
      'A light was on at the far side. A door opened, and someone read the first line standing up, and the second sitting down, and smiled.',
    rest: 'There was an answer under the door already. It only said, “Come on Sunday.”',
  }),
  need('thirsty-tree', 'water', 'out', 'bird squirrel grandpa tree', 'watering-can', {
    sign: 'A small tree stood with its leaves hanging down like wet gloves.',
    trouble:
      'Under it sat [n] with an empty thimble. It was the youngest tree of all, and the only one with [n.p] name on it.',
    plea: "“I've brought it sixty thimbles,” said [n]. “It says thank you and asks for the next.”",
    deed: '[h] saw at once that it was a matter of size. [h.p] {t.tool} came down over the tree and gave, and gave, first a patter, and then a proper rain, the straight kind.',
    result: 'One leaf lifted. Then they all did, one after another, like a class that knows the answer.',
    rest: 'Every leaf held up one drop, and in each drop was a star, the right way round for the tree.',
  }),
  need('buried-door', 'dig', 'any', 'mouse mole rabbit ant', 'door', {
    sign: 'From under the ground came a knock. It was quite a patient knock. || Knock, knock, said the ground.',
    trouble:
      'A bank had slipped, only a little one. On the inside of it was [n], at home, with the front door shut by half a hill.',
    plea: "“There's no hurry!” called [n] through the earth. “I've got jam. But I should like to know the time!”",
    deed: '[h] knew what to do, and so did [h.p] {t.tool}. [h.s] took away the hill from the top, so that no more could come down. One scoop, and a pat. One scoop.',
    result: 'There was a handle, and then a keyhole with an eye in it. The door opened, and out came a smell of jam.',
    rest: 'Under the ground somebody knocked twice on the wall, which meant good night.',
  }),
  need('dry-stream', 'dig', 'out', 'frog duck newt beaver', '', {
    sign: 'The little stream went as far as the stones, and there it gave up and was a bog.',
    trouble: 'Below the stones [n] was sitting in a row of dry stepping stones, with a towel.',
    plea: '“It comes every day at four,” said [n]. “Today I have just sat.”',
    deed: '[h] thought with [h.p] {t.tool}, which is the best way to think about earth. A line here, round the stones. A corner, and another. It was hardly more than a scratch. Then [h.s] took out the last bit.',
    result:
      'The water looked at the new way for a moment. Then it came down it, brown, and then clear, and pushed a leaf along in front to show how it was done.',
    rest: 'The stream went by, round its new corner, talking about it.',
  }),
  need('hat-in-tree', 'high spring', 'out', 'child grandma penguin snowman', 'hat', {
    sign: 'High up in a tree hung a hat. It looked as though it liked it. || There was a red hat on the very top branch, and it waved.',
    trouble: 'Underneath stood [n], holding on to [n.p] head with both hands, as though it might go next.',
    plea: "“It was my grandfather's,” said [n], “and he always said that it would go far.”",
    deed: 'Ladders stopped half-way; sticks stopped before that. [h] looked up and did not stop. [h.p] {t.tool} did what no ladder can, and for one moment [h.s] and the hat were face to face.',
    result:
      'Down it came, a little surprised, with an acorn in the brim, and went back where it belonged. It had to be asked twice.',
    rest: 'The hat hung on its hook with its brim turned down, dreaming of branches.',
  }),
  need('where-is-home', 'high way night', 'out', 'snail lamb duck ant', '', {
    sign: 'The same small person came by, looking at the ground. It came by again, the other way. || Somebody small walked past, said, “Not here either,” and walked on.',
    trouble: 'It was [n]. Home had been next to a big green thing, and there turned out to be a great many of those.',
    plea: '“From where I am,” said [n], “everything is next to a big green thing.”',
    deed: '“You want to be where I can be,” said [h]. And with [h.p] {t.tool} [h.s] found out what nobody down there could. One green thing had a blue pot beside it, and a light. “That way. Left at the thistle.”',
    result:
      'They heard the steps go off, left at the thistle, and then a door, and then a great many voices saying the same name.',
    rest: 'Beside a blue pot, next to a big green thing, a very small light went out.',
  }),
  need('ball-in-water', 'swim', 'water', 'child dog lamb hedgehog', 'ball', {
    sign: 'A red ball was out on the water, looking back.',
    trouble: 'On the bank stood [n], who did not swim, and had told the ball to come here, and then please.',
    plea: "“It doesn't know any better,” said [n]. “It's round.”",
    deed: 'The water was cool, and went all the way up. [h] let it. With [h.p] {t.tool} there was no hurry. [h.s] came round behind the ball, as you do with sheep, and nosed it home.',
    result: 'It came in, bump, against the bank. It was held so tightly that it squeaked.',
    rest: 'The ball slept on the mat, in a small puddle of its own.',
  }),
  need('lost-bell-below', 'swim hold', 'water', 'seal duck pirate frog', 'bell', {
    sign: 'From under the water, when a wave came, something went ding.',
    trouble:
      'There was [n] in a boat without a bell. It had been hung with a bow instead of a knot, and the bow had been undone by a fish.',
    plea: "“I can hear it,” said [n]. “It's still doing its job. It's only doing it down there.”",
    deed: 'Down went [h], where the green gets thicker, past one fish with a guilty look. There was the bell on its side in the sand. [h.p] {t.tool} had no trouble with it at all.',
    result: 'It was hung up with a knot. Ding, it said, and water ran out of it. Ding.',
    rest: 'Each time the boat turned over in its sleep, the bell said ding, very softly, with its mouth shut.',
  }),
  need('boat-drifting', 'hold thread', 'water', 'duck mouse frog otter', 'boat', {
    sign: 'A rope trailed in the water and was not tied to anything.',
    trouble: 'At the other end was a boat, going out, and in the boat was [n], going too, with a teapot.',
    plea: '“I only sat down for a minute!” called [n]. “It thought that we were leaving!”',
    deed: "[h] caught the rope with [h.p] {t.tool}. The boat pulled. [h] didn't pull. [h.s] just didn't let go, and after a while the water gave up the argument.",
    result: 'The boat swung round on its rope like a cow on the way home and came in. There was still tea in the pot.',
    rest: 'The rope had a proper knot in it now, and the knot held the night in its place.',
  }),
  need('swing-broken', 'hold strong', 'out', 'child squirrel monkey rabbit', 'rope', {
    sign: 'A swing hung by one rope and turned slowly, like somebody thinking of leaving.',
    trouble:
      'It was [n.p] swing. The other rope had come down in the night. A swing with one rope is not a swing; it is a string.',
    plea: "“I've been pushing it,” said [n], “so that it doesn't forget.”",
    deed: '[h] took the other end with [h.p] {t.tool}. [h.s] lifted it as high as it had been, and held it there. “Get on,” [h.s] said. “I am the rope.”',
    result:
      "Forward it went, and back, and the leaves came and went. “Higher,” said [n]. And then, some time later, “Lower. Like that. Don't stop.”",
    rest: 'The swing moved a little by itself, forward, and back, and less forward, and less back.',
  }),
  need('tick-stopped', 'hear count', 'in', 'mouse grandma clock cat', 'clock', {
    sign: 'The house was quieter than it should have been, as if someone had left.',
    trouble: 'There sat [n] in front of a clock that said ten past three, and had said so since lunch.',
    plea: "“It isn't the time that I mind,” said [n]. “It's that I can't hear it being there.”",
    deed: "[h] came close and listened with [h.p] {t.tool}. Behind the brass was a wheel, behind that wheel a spring, and behind the spring, breathing, a small fat spider. “Excuse me,” said [h]. “You're sitting on the afternoon.”",
    result:
      'The spider moved to the other side. Tock, said the clock, in a hurry. Tock. Tock. Then it remembered that there was none.',
    rest: 'Tock, said the clock. It left a long, soft gap. Tock.',
  }),
  need('voice-in-well', 'hear', 'out', 'frog duck lamb hedgehog', '', {
    sign: 'Very far down, or very far off, somebody was humming the middle of a tune.',
    trouble: 'It came from the old well, which was dry. There on a ledge, with a suitcase, sat [n].',
    plea: "“I did shout,” said [n], “but it shouted back, and I don't like to interrupt.”",
    deed: '[h] had heard where the humming was widest. [h.p] {t.tool} told [h.so] that there was a second way, low down, behind the ivy. [h.s] tapped. Hollow. [h.s] pulled the ivy to one side.',
    result: "Out came a suitcase, and then [n], blinking. “So there's a door,” said [n]. “How nice. I shall stay.”",
    rest: 'From the old well came the tune, with its beginning on and its end.',
  }),
  need('bread-forgotten', 'smell', 'any', 'baker grandma mouse duck', 'cake', {
    sign: 'There was something in the air, thin and brown, at the very edge of smelling.',
    trouble:
      '[n] had put a cake somewhere to cool, somewhere high, somewhere safe, and it had been such a safe place that nobody could think of it.',
    plea: "“It's for tomorrow,” said [n]. “Nine candles. I've even looked in the piano.”",
    deed: 'Eyes were no use. [h] shut [h.pp]. With [h.p] {t.tool} the room was quite a different one: there went the soap, there sat the apples, and there, up in the corner, behind the hats, warm and round, was the cake.',
    result: 'It had a dent where a hat had been. They turned the dent to the back.',
    rest: 'All through the house there was a smell of tomorrow.',
  }),
  need('rain-coming', 'smell hear high', 'out', 'ant baker grandma bee', 'basket', {
    sign: 'The leaves showed their pale sides, and put them away again.',
    trouble: '[n] had hung out every single thing that there was to wash, and the sky behind was as blue as paint.',
    plea: "“It won't rain,” said [n]. “It wouldn't dare. I've only just done the blue ones.”",
    deed: "But [h] had [h.p] {t.tool}, and what [h.s] had from there was: soon. “In as long as it takes to fold nine shirts,” said [h]. “I'll take this end.”",
    result:
      'They folded. Nine shirts; and at the ninth a drop fell, plop, exactly where it had hung. They stood in the doorway, dry as toast, and watched it be right.',
    rest: 'It rained a little on the roof, only so as to be listened to.',
  }),
  need('dark-stairs', 'night glow', 'any', 'mouse hedgehog child rabbit', 'lamp', {
    sign: 'Half-way up somewhere, someone had stopped, and was not going up, and was not going down.',
    trouble: 'It was [n] with a cold cup of milk. The upper half was dark, and the lower half had no bed in it.',
    plea: "“I'm not frightened,” said [n]. “I'm just waiting until it has finished.”",
    deed: "To [h] it was not dark. With [h.p] {t.tool} it was only the colour of plums. “There are eleven steps,” [h.s] said, “the fifth one talks, and on the ninth there is a cat. I'll say them. You walk.”",
    result:
      'One, two, three, four. The fifth one talked. On the ninth there was the cat. And there, the colour of plums, was the bed.',
    rest: 'The fifth step talked once more to itself, in the colour of plums.',
  }),
];
