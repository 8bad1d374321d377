import type { Need } from './define.ts';

/** Further wordings of the needs that come up most. */
export const stillMoreOfNeeds: Record<
  string,
  Partial<Pick<Need, 'sign' | 'trouble' | 'plea' | 'deed' | 'result' | 'rest'>>
> = {
  'kitten-under-floor': {
    sign: ['One of the boards was purring. You felt it in your feet.'],
    trouble: [
      'There lay [n], flat on the rug, and talked down through a knot-hole. The cat had been counted at noon, and one was short, and it was the one with the spots.',
    ],
    plea: ['“I have let down a string of sausages,” said [n]. “It came back without sausages.”'],
    deed: [
      'By the stove there was a hole for the pipe, and round the pipe there was a bit to spare. It was enough for [h.p] {t.tool}, and so for [h]. It was dusty down there, and dark, and somebody was having a lovely time with a cork.',
    ],
    result: ['“There,” said [h], and held up something with cobwebs for a hat. It had the cork in its mouth.'],
    rest: ['Under the floor a cork lay quite still, for the first time that day.'],
  },
  'jar-of-stars': {
    sign: ['Somebody came along with a glass arm, and wished everyone good day with the other.'],
    trouble: ['It was [n], and it was the big jar, and it had been all right until the fist.'],
    deed: [
      'There is a trick to it, and it is to be thin. [h] let [h.p] {t.tool} down past the wrist, and felt about. “Shut your eyes,” said [h], “and think of something that you do not want.” [n] thought of soap. The fist came open.',
    ],
    result: ['Off came the jar. The arm was waved about a good deal, since it was free.'],
    rest: ['At the bottom of a jar lay three crumbs in a row, like stars that have been washed.'],
  },
  'scared-colt': {
    sign: ['A gate was shaking, and nobody was holding it.'],
    trouble: [
      'Pressed against the fence was [n], and looked at a puddle. There was a sky in it that had not been there yesterday.',
    ],
    plea: ['“It looked at me first,” said [n].'],
    deed: [
      'If you run to somebody who is afraid, then there are two things to be afraid of. So [h] came slowly, from the side, and looked at the puddle, too. Then [h.s] just stayed; and there was [h.p] {t.tool}, close by, like a wall that somebody has warmed.',
    ],
    result: ['One foot went in, as far as the ankle. The sky wobbled. It laughed first.'],
    rest: ['A puddle lay there with the whole of the night in it, and nobody minded.'],
  },
  'hold-the-ladder': {
    sign: ['A tin of paint stood in the grass, and above it there was whistling, with wobbles in it.'],
    trouble: [
      'Up on the ladder was [n], who was painting the sign of the inn. It was to be a swan. With each gust it had turned out more of a camel.',
    ],
    plea: ['“I need one thing under me that does not have ideas,” said [n].'],
    deed: [
      'That was [h]. With [h.p] {t.tool} [h.s] took hold of the ladder, and then neither of them had any ideas for an hour. A drop of white came down on [h.p] nose. [h.s] let it.',
    ],
    result: [
      'It had a long neck and looked kind. “A swan,” said some, and some said, “A camel.” But they all came in.',
    ],
    rest: ['Over the inn something white swam in the dark, or walked.'],
  },
  'broken-bridge': {
    sign: ['The stream had a plank in it, going somewhere.'],
    result: ['On the other side a door flew open, and out of it came soup, so to speak, and after it everyone.'],
    rest: ['Two people called good night across the water, and then one of them just walked over and said it.'],
  },
  'lost-beat': {
    trouble: [
      'On the bandstand sat [n] with the big drum, and each time that the drum went boom, it was a moment too late, and they all stopped and looked.',
    ],
    plea: ['“I come in when I hear them,” said [n], “and they come in when they hear me.”'],
    deed: [
      '[h] lay down under the bandstand and let [h.p] {t.tool} go, as even as a walk. You could not quite hear it; it came up through the boards, and into the feet. And where the feet go, the rest will follow.',
    ],
    result: ['Boom, went the drum, just there. It was so right that three people in the park sat down.'],
    rest: ['Far off somebody beat time with one toe, under a quilt.'],
  },
  'stuck-jar': {
    trouble: ['The whole family stood in a queue in front of a jar, and [n] was at the end of it, and next.'],
    deed: [
      '[h] did not turn it at once. [h.s] warmed it up a bit, and said good evening. Only then did [h.s] put [h.p] {t.tool} round it, as one takes an arm to cross the road. And it turned.',
    ],
    result: ['It went “tock,” like a tongue. Everyone got a spoon, and the last one got the jar.'],
    rest: ['A lid lay on the table, on its back, and had nothing more to hold on to.'],
  },
  'cold-egg': {
    trouble: ['There was [n], who sat on a nest and looked at another nest, and did not dare to breathe.'],
    plea: ['“It rolled out when I turned over,” said [n]. “If I get up to fetch it, then they will all be cold.”'],
    deed: [
      'So [h] went to it, as it could not come. [h.s] put [h.p] {t.tool} all round, and was a nest. It is not hard, but you have to mean it. You must not think of supper.',
    ],
    result: ['Something tapped from inside, politely. “Come in,” said [h]. “No, I mean, come out.”'],
    rest: ['Somebody very new lay there with a bit of shell on, like a nightcap.'],
  },
  'dark-stairs': {
    plea: ['“Down there is supper,” said [n], “and up there is bed. I was between the two when the lamp went out.”'],
    deed: [
      '“I will come up to you,” said [h], “and then we shall be two, and after that we shall be upstairs.” And with [h.p] {t.tool} it was only stairs. They met each of them as they came to it.',
    ],
    result: ['On the landing [n] turned round and looked back. “It is quite short,” said [n].'],
    rest: ['Eleven steps lay there in the dark, and none of them said a thing, not even the fifth.'],
  },
  'slow-tortoise-bus': {
    trouble: [
      'By the zebra stripes stood [n] with a shopping net. In the net were two eggs, and that was the reason for it all.',
    ],
    deed: [
      '“We shall go when we go,” said [h], and took the other handle. With [h.p] {t.tool} [h.s] had never gone in any other way. A horn hooted. They both stopped, to hear what it wanted; and then they went on.',
    ],
    result: ['The eggs were both whole. One could hear it all along the line, how they breathed out.'],
    rest: ['In a cup by a window stood an egg, and it had seen the world.'],
  },
  'tick-stopped': {
    trouble: ['On the wall hung a clock with its hands in its lap, and in front of it stood [n] on a stool.'],
    result: [
      'It said tick; then it seemed to think; and then it said tock, as though it had been on the tip of its tongue.',
    ],
    rest: ['The clock went on, all by itself, for anyone who might be listening.'],
  },
};
