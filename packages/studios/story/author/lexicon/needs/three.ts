import { need } from './define.ts';

/** Needs for those who spin, know the way, keep still, count, use hands, run fast or jump. */
export const needsThree = [
  need('kite-string', 'thread hold', 'out', 'child mouse bird', 'kite', {
    sign: 'A kite was walking along the ground on its corner. || High up, a tail of ribbons went by with nothing in front of it.',
    trouble: '[n] had the stick, and a kite had the sky. Between the two there was nothing any more but a knot.',
    plea: '“It was going so well,” said [n], “that I ran out.”',
    deed: '[h] measured it with one eye shut. Then out came [h.p] {t.tool}, and more of it, and more, over and under and pulled tight.',
    result: 'The kite felt it. It turned its face round and stood on the air, as a picture stands on a wall.',
    rest: 'The kite hung folded on its hook, and its string went round and round into a ball as big as an egg.',
  }),
  need('torn-sail', 'thread hands', 'any', 'mouse duck pirate frog', 'boat', {
    sign: 'Something went rrrip. Then it was sorry; you could hear it.',
    trouble: 'There was [n] with a boat the size of a tub, and a sail that was now two.',
    plea: "“I've told the wind that we can share,” said [n], “but it goes through the middle.”",
    deed: '[h] put the two halves edge to edge and began at the bottom. With [h.p] {t.tool} it was in and out, in and out, the smallest that [h.s] had ever made. At the top there was a bit over, and that became a flag.',
    result:
      'The wind came, felt about for the hole, and there was none. The sail said “fwup”, and went round like a cheek.',
    rest: 'The little flag hung down straight, asleep with its shoes on.',
  }),
  need('sleepwalking-sheep', 'way', 'out', 'sheep donkey duck goat', '', {
    sign: 'Somebody went past with both eyes shut, and said good afternoon to a bush.',
    trouble: 'It was [n], walking in [n.p] sleep. You must not wake them; they are so surprised.',
    plea: '“Two to Brighton,” said [n], without opening an eye, “and a bun.”',
    deed: '“This way to Brighton,” said [h] quietly, and went in front. [h.p] {t.tool} knew each turn, even backwards, even at this hour. Past the ditch. Round the pond. Up the three steps.',
    result: '[n] got into bed, said, “Keep the change,” and snored.',
    rest: 'Somewhere [n] was getting out at Brighton. You could tell by the smile.',
  }),
  need('shy-wren', 'still slow', 'out', 'bird robin mouse butterfly', 'nest', {
    sign: 'In the bush sat something that flew off whenever there was a step. It left a straw behind.',
    trouble: 'It was [n], who had half a nest to finish and flinched at everything: boots, buckets, a loud colour.',
    plea: '“Could you,” said [n], “could you all just not be there, for a bit?”',
    deed: 'That was a thing [h] could do. With [h.p] {t.tool} [h.s] could be so little there that a leaf came down and sat on [h.so]. One by one, people came along, saw [h.o], and began to be quiet too.',
    result: 'Straw by straw the nest went round and was closed. The last feather it had came from [h.p] sleeve.',
    rest: 'In the bush an eye shone, and shut, and did not fly off.',
  }),
  need('missing-one', 'count smell', 'any', 'duck chicken teacher mouse', '', {
    sign: 'A long row of little ones went past. The last was looking at a beetle.',
    trouble:
      '[n] was counting, and got nine, and eleven, and then nine and a half. There should be ten, but they would not stand still for it.',
    plea: "“That one I've had twice,” said [n], “and that one is a stone.”",
    deed: '[h] took a breath, and [h.p] {t.tool} did the rest. “One has a leaf on. Two is looking at Three. Four, Five and Six are the same one running.” And by and by it was plain: it was Ten who was missing, and Ten liked beetles.',
    result:
      'There was Ten, nose to nose with one. Both of them were brought home, since they seemed to be in the middle of something.',
    rest: 'One, two, three, said somebody in the dark. At seven, they forgot to go on.',
  }),
  need('lost-beat', 'count sound', 'any', 'cricket frog child robot', 'drum', {
    sign: 'Four people were practising a tune, and each of them was at another place in it.',
    trouble:
      'It was the evening band, and [n] was in front of it with a stick, looking seasick. There were four players and four beats.',
    plea: "“They're all right,” said [n]. “That's what is so terrible. They're just not right at once.”",
    deed: '[h] sat down in the middle and used [h.p] {t.tool}. One. And one. And one. [h.s] did nothing grand with it, and [h.s] did not stop. It was like a table on which you can put things down.',
    result:
      'First the fiddle put its tune down on it, then the flute did, and the drum. It was a waltz! Nobody had known.',
    rest: 'The waltz went on for a while with nobody playing it, one, and one, and one.',
  }),
  need('stuck-jar', 'hands strong', 'any', 'bear mouse grandma bee', 'jar', {
    sign: 'Somebody said, “Nnnn,” and then, “Nnnnnn,” and then sat down.',
    trouble: "It was [n] with a jar of last year's plums, and the lid was having none of it.",
    plea: "“Everyone's had a go,” said [n]. “It's tighter for each of them.”",
    deed: "[h] did not twist. [h.s] turned the jar upside down and looked at it with [h.p] {t.tool}. Tap, along the edge. Tap. Tap. “It isn't stuck,” [h.s] said. “It was only holding its breath.” Pock.",
    result:
      "Out came last summer. There was enough for everybody who had ever tried, and one each for those who hadn't.",
    rest: 'In the jar there was one plum left, for the morning, and a spoon beside it.',
  }),
  need('broken-bridge', 'hands strong dig', 'out', 'snail lamb ant hedgehog', 'bridge', {
    sign: 'A plank floated by. It seemed to be on its way to the sea.',
    trouble: 'There had been a bridge of three planks, and now there were two, with a gap just as wide as [n].',
    plea: "“I could walk round,” said [n], “but it's a stream. It goes all the way to the end.”",
    deed: '[h] went up and down the bank until there was something that would do. It took [h.p] {t.tool} and a good deal of muttering. A stone here, and here a flat one, and then that door from nowhere that had been lying about since spring.',
    result: 'It was a bridge with a handle. [n] went over it, and, half-way, for the joy of it, knocked.',
    rest: 'The water went under the bridge with the handle, and did not knock.',
  }),
  need('forgotten-hat', 'fast', 'out', 'grandma train bus postman', 'umbrella', {
    sign: 'On a bench lay an umbrella, all by itself, being good.',
    trouble: '[n] was already far down the road, and above [n.so], coming the other way, was the rain.',
    plea: '“Never mind,” people said. “[n] is gone by now.” And so [n.s] nearly was.',
    deed: 'But nearly is a long way, for somebody with {t.tool}. [h] took the umbrella and went. The hedge turned into a line. The line turned into [n.p] back.',
    result:
      'Fwup, went the umbrella; and the very first drop, which had come such a long way down, landed on it and was astonished.',
    rest: 'The umbrella stood in the corner with a small dark pool at its foot, and felt that it had lived.',
  }),
  need('echo-race', 'fast spring', 'out', 'lamb rabbit kid squirrel', '', {
    sign: 'A gate was banging. Open, shut, open, shut, and each time, something woolly looked through.',
    trouble: 'It was [n], and behind [n.so] were nine more, all just about to be out in the road.',
    plea: '“Is this the way to the party?” asked [n]. There was no party. But ten of them were going to it.',
    deed: "There was no time to walk. [h] trusted [h.p] {t.tool}, and was there, in the gap, before the tenth had found its feet. “Full up,” [h.s] said. “The party's back in the field. I've just come from it. It's you.”",
    result: 'Ten of them turned round and ran back to it, and it was a very good party, because everyone was there.',
    rest: 'Ten of them lay in the field, worn out from the party, with their legs all in one heap.',
  }),
  need('gap-too-wide', 'spring high', 'out', 'mouse snail hedgehog bird', 'rope', {
    sign: 'On the far bank, somebody had put down a picnic for two and was sitting at one side of it.',
    trouble:
      'On this bank stood [n] with the jam. The friend was over there with the bread. In between was a ditch, which had not been there on Sunday.',
    plea: "“We've been waving,” said [n]. “It's nice. But it isn't lunch.”",
    deed: '[h] looked at the ditch and took three steps back. Then [h.p] {t.tool} remembered what it was all for. Over! [h.s] had the end of a string between [h.p] teeth, and where a string has gone, a basket can go too.',
    result: 'Jam went over, and bread came back. By the fourth slice, nobody could say which side was the picnic.',
    rest: 'A string ran across the ditch, from door to door, with a bell at either end. It was too late to ring it, but it was there.',
  }),
  need('snow-statue', 'soft still water', 'any', 'penguin duck mouse snowman', '', {
    sign: 'Somebody sat quite alone, facing the wall, and played I spy. It was a wall.',
    trouble:
      'It was [n]. Everybody had gone off to something with balloons, and no one had thought that [n.s] might like to be asked.',
    plea: '“I spy,” said [n], “with my little eye, something beginning with w.”',
    deed: '“Wall,” said [h], and sat down beside [n.so]. Then [h.s] made room in [h.p] {t.tool}, and it was [h.p] turn. “Something beginning with n.” [n] looked at the wall and the floor and the ceiling. “Nose? Nail? Nothing?” “[n.kind],” said [h].',
    result: 'For quite some time nobody said anything, but it was the other kind of nothing, the kind with two in it.',
    rest: 'On the wall there were two shadows now, with no gap.',
  }),
];
