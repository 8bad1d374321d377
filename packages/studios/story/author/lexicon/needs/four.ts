import { need } from './define.ts';

/** Further needs for the powers that most heroes have: to fit, to carry, to be soft, still or heard, to know the way. */
export const needsFour = [
  need('marble-in-organ', 'fit', 'any', 'mouse cat teacher grandpa', '', {
    sign: 'Something rattled, and it rattled in tune. || A small round thing was rolling about where no small round thing should be.',
    trouble:
      'It was [n], on [n.p] knees before the old organ. A marble had got in, and whatever one played now had a gravel path in it.',
    plea: '“It is the best marble that I have,” said [n], “and this is the only waltz.”',
    deed: '[h] went in behind the pedals, [h.p] {t.tool} before the rest. It was all pipes in there, like a wood in winter. In the very last one sat the marble, as blue as anything. || There was a gap, where you would put a letter. [h] put in [h.p] {t.tool}, and followed it. One heard, “Not here,” and, “Not here.” And then one heard nothing, and that was when it was found.',
    result: 'They tried the waltz. The gravel was gone. It sounded as though somebody had mown it.',
    rest: 'On the lid of the organ lay a marble with a small lamp in it, or else it was the moon.',
  }),
  need('kitten-under-floor', 'fit warm', 'any', 'cat grandma child', '', {
    sign: 'The floor said “mew,” and then it said it farther to the left.',
    trouble:
      '[n] was going over the boards on all fours, with an ear to each. Somewhere below was a kitten, who had gone in after a moth.',
    plea: '“We could take up the floor,” said [n], “but it is what we stand on.”',
    deed: 'At the side there was a board that did not quite meet the wall. That was all it took. [h] slid in with [h.p] {t.tool} in front; and in the farthest corner were two green lights, and they came to meet [h.so].',
    result:
      'Out came [h], grey all over. Out came the kitten, grey all over. One of them was purring, and it was hard to say which.',
    rest: 'Somewhere a kitten lay across two feet, so that nobody should go anywhere.',
  }),
  need('jar-of-stars', 'fit hold', 'any', 'child mouse baker', '', {
    sign: 'There was a knocking, as of somebody who is stuck and has been brought up not to shout.',
    trouble:
      'There stood [n] with one hand in the biscuit jar. It had gone in quite easily. That was before it had a biscuit in it.',
    plea: '“I could let go,” said [n]. “I have thought of that. I only want it to be known that I could.”',
    deed: '[h] did not pull; people had pulled. Beside the stuck one there was just room for [h.p] {t.tool}. [h.s] took the biscuit from below. “I have it,” said [h]. “Now it is mine, and you can go.”',
    result:
      'Pop! There was a hand, and a jar, and between them, on [h.p] {t.tool}, a biscuit. It was broken into two, very fairly.',
    rest: 'The jar stood on its shelf with its lid on, and said no more about it.',
  }),
  need('cake-for-hill', 'carry', 'any', 'grandma baker mouse chicken', 'cake', {
    sign: 'A cake was coming along, with nobody under it that one could see. || Something with candles on it stopped, and sighed, and went on.',
    trouble:
      'Under the cake was [n]. It was for somebody who was a hundred today, up at the very top. But for each step up, the cake took one to the side.',
    plea: '“It has to arrive the right way up,” said [n]. “That is all they said. They did not say how.”',
    deed: '“Let go,” said [h], “slowly.” Then [h.s] had it, with [h.p] {t.tool}, and it lay there as in a lap. [h] did not look at the top, and not at the icing. [h.s] looked at the next step.',
    result: 'There were a hundred candles, and they were all still straight, apart from one, which had bowed.',
    rest: 'Up on the top a window was open, and somebody there was a hundred and one day.',
  }),
  need('lost-postman', 'way', 'any', 'postman mouse goose teacher', 'letter', {
    sign: 'Somebody had gone past the same gate four times now, and each time lifted a hat to it.',
    trouble:
      'It was [n], with one last letter. On it stood, “To the one beyond the bend.” There were a great many bends {place.at}, and beyond each was another.',
    plea: '“I have asked at every house,” said [n], “and they would all like to have it.”',
    deed: 'There was one bend that had no house, but it had smoke. [h] had often wondered about it. With [h.p] {t.tool} one could get there, and [h.s] went in front, and did not turn round until there was a door.',
    result: 'A very old voice said, “Come in, it is not locked, it has been open since spring.”',
    rest: 'Beyond the bend somebody read a letter for the fourth time, and every time it ended well.',
  }),
  need('fair-in-fog', 'way hear', 'out', 'duck donkey child', 'lantern', {
    sign: 'There was music somewhere. It came from the left, and then it had always been on the right.',
    trouble:
      'Out of the fog came [n], leading eleven others by a scarf. They had been looking for the fair since lunch.',
    plea: '“We found a gatepost,” said [n], “and we were so glad to see it that we stayed an hour.”',
    deed: '[h] took the end of the scarf. [h.s] shut both eyes, as they were of no use, and left it to [h.p] {t.tool}. One went by the puddle that smelled of tin; one went by the tree that dripped. It was not even far.',
    result: 'First there was one light in it, like a button, and then there was the whole coat.',
    rest: 'Out in the fog the music wound down, and somebody put a cloth over the horses.',
  }),
  need('scared-colt', 'soft still', 'out', 'horse donkey sheep', '', {
    sign: 'Something went thump against a wall, and then it breathed, very fast.',
    trouble:
      'In the corner of the yard stood [n], all legs. A bag had flown up in the wind, and now everything was a bag.',
    plea: '“Is it still there?” said [n], with both eyes shut. “Do not tell me. Is it?”',
    deed: '[h] did not say that it was only a bag. [h.s] came as near as was allowed, and stopped; and there was [h.p] {t.tool}, if anyone should want it. That was all. You could have counted to a hundred. At ninety something warm leaned on [h.so].',
    result: '“Oh,” said [n], and opened one eye. “It has handles.”',
    rest: 'On a nail in the yard hung a bag, and it did not stir.',
  }),
  need('soft-landing', 'soft', 'out', 'bird sparrow robin owl', 'nest', {
    sign: 'High up somebody said, “I will,” and then, “I will not,” and then, “I will.”',
    trouble:
      'On the last twig stood [n], who was to fly today. The others had flown already. One could hear them being good at it.',
    plea: '“It is not the flying,” said [n]. “It is the ground. Look how hard they have made it.”',
    deed: '“Then we shall put something in front of the ground,” said [h], and lay down just below, and spread out [h.p] {t.tool} as wide as it would go. “There. Now it is only me.”',
    result:
      'Something dropped, flapped, dropped, and flapped. It never did come down on [h.n]. It went over, by an inch, and shouted.',
    rest: 'In the tree six small backs sat in a row, and the sixth kept lifting one wing, to look at it.',
  }),
  need('speech-forgotten', 'hear count', 'any', 'goose teacher king goat', 'book', {
    sign: '“Ladies and gentlemen,” said somebody behind a hedge, and then there was nothing for a long time.',
    trouble:
      'It was [n], in a collar. The speech was in one hour, and it had come to pieces: there was a beginning, and there was a thank-you.',
    plea: '“There was a middle,” said [n]. “I had it at breakfast. It had a joke about a ladder.”',
    deed: '“Say it as you said it at breakfast,” said [h], “and chew.” And while [n] chewed, [h] listened, with [h.p] {t.tool}. Below the words there was a sort of hum. Where the hum went up, there was the ladder.',
    result: 'They laughed so much at the ladder that nobody noticed there was no end.',
    rest: 'Somewhere somebody said it all once more, perfectly, to a hat on a bedpost.',
  }),
  need('foghorn-sneeze', 'sound', 'any', 'seal duck frog goose', '', {
    sign: 'From down the road came one small toot, and then the sound of somebody looking into a trumpet.',
    trouble:
      'There was [n] with the trumpet. The parade was coming round the corner, and the first note was in there, and it would not come out.',
    plea: '“It is the one that all the others follow,” said [n]. “If it does not go, they will just stand there, being a parade.”',
    deed: '[h] went and stood in front, where you should not stand. [h.s] let them hear [h.p] {t.tool}, once, with nothing held back. It hit the wall at the end, and turned the corner, and everybody lifted the left foot.',
    result: 'Off they went. In the trumpet the first note woke up and ran after them.',
    rest: 'Far off a drum was put into its bag, and went on a little, inside.',
  }),
  need('slow-tortoise-bus', 'slow still', 'any', 'snail hedgehog grandpa', '', {
    sign: 'There was somebody at the side of the road, and there had been this morning, too.',
    trouble:
      'It was [n], who wanted to get to the other side, and who was not quick. Each time there was a gap, it was over before [n.s] had put down the second foot.',
    plea: '“They all wave me on,” said [n], “and then they look at their watches.”',
    deed: '[h] went out into the middle, with [h.p] {t.tool}, and stood there as if that were what the middle was for. And then they crossed, the two of them, at the only speed there was. They had time to talk about the weather, and for it to change.',
    result: 'Behind them the whole of the traffic had stopped; somebody had got out and picked a daisy.',
    rest: 'On the other side somebody was unpacking, one thing at a time.',
  }),
];
