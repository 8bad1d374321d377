import type { Need } from './define.ts';

/** Second tellings of needs that can be met anywhere. */
export const secondOfNeeds: Record<
  string,
  Partial<Pick<Need, 'sign' | 'trouble' | 'plea' | 'deed' | 'result' | 'rest'>>
> = {
  'foghorn-sneeze': {
    sign: ['Behind a wall somebody blew, and blew, and then said, “Bother.”'],
    trouble: [
      'Forty people stood in a row, with flags, and nobody moved. Right at the front was [n], who had blown into the trumpet until both cheeks hurt. Nothing was coming out but breath.',
    ],
    plea: ['“It begins with me,” said [n]. “It has begun with me for an hour.”'],
    deed: [
      '“What does it go like?” asked [h]. [n] hummed it. It was only one note, but a big one. [h] filled up with air, down to the toes, and let them have [h.p] {t.tool}. It went down the row like a gust, and all the flags lifted.',
    ],
    result: [
      'Left, right, left, right, off went the parade. [n] ran along beside it with the trumpet under one arm, and waved.',
    ],
    rest: ['A trumpet lay in its case. It still had that note in it, for another year.'],
  },
  'hold-the-ladder': {
    sign: ['Somewhere above their heads somebody was saying a very long “Whoa.”'],
    trouble: [
      'There was to be a feast, and the lanterns were to hang from tree to tree. So up there stood [n], with thirty of them round the neck. And the ladder had one leg that was shorter than the other.',
    ],
    plea: ['“I can hang them up,” called [n], “or I can hold on. I have only been given two hands.”'],
    deed: [
      '[h] came and took hold. [h.p] {t.tool} went round the short leg, and that was that. A gust came, and a wasp came, and somebody asked the way. [h] did not let go for any of them.',
    ],
    result: [
      'Then it got dark, and they were all lit, one after the other, like a sentence being said. At the end of it was [n], waving.',
    ],
    rest: ['Out there the lanterns swung a bit, and the shadows of the leaves went to and fro.'],
  },
  'frozen-lock': {
    sign: ['From round the corner came a click, and a sigh. It was the sort of click that does not open anything.'],
    trouble: [
      'On the step sat [n], in one glove, with both knees drawn up. The door was shut. The key was in it. They had frozen together, like a spoon in a pudding.',
    ],
    plea: ['“I only went out to look at the stars,” said [n]. “I have seen them now.”'],
    deed: [
      'You could have shouted at it. [h] did it the other way. [h.s] put [h.p] {t.tool} right up against the lock, and left it there, and asked about the stars. By the time that [n] had come to the third one, something went “tick.”',
    ],
    result: [
      'The key went round. Out came light, and the smell of onions. “Come in, both of you,” said [n], “and shut it, quick.”',
    ],
    rest: ['On the mat stood two pairs of wet shoes, and both of them steamed.'],
  },
  'piano-on-step': {
    sign: ['Bom, went something, deep down in a house. It was not the clock.'],
    trouble: [
      'Half-way up hung a piano, on a strap. At the end of the strap was [n], leaning back as one leans on a boat. Neither of them could go up, and neither dared to go down.',
    ],
    plea: ['“Do not say anything funny,” said [n]. “If I laugh, it goes.”'],
    deed: [
      '[h] did not say anything funny. [h.s] got below it, and there was [h.p] {t.tool}, and there was no room for anything else. “Now,” said [h]. It rose. It rose like a cow getting up, one end first. Every step had a note of its own.',
    ],
    result: [
      'At the top [n] sat down and played with one finger. It was out of tune from end to end. Nobody had ever liked a tune so much.',
    ],
    rest: ['Somewhere a lid was let down over the keys, as softly as an eyelid.'],
  },
  'cold-bus-queue': {
    sign: ['By the road there was a noise as of many small spoons. It was teeth.'],
    trouble: [
      'They had been told ten past. It was nearly ten to. [n] stood at the front, with a nose like a radish, and had not felt either foot since the half hour.',
    ],
    plea: ['“If we all jump at once,” said [n], “the ones at the back fall over.”'],
    deed: [
      '“Who is the coldest?” asked [h]. They all were. So [h] began at the one end, and lent [h.p] {t.tool} to each for as long as it takes to say the alphabet. When [h.s] came to the last, the first was still warm, and held hands with the second; and so on, down the row.',
    ],
    result: ['When the bus came they were singing. The driver had to wait for the end of the verse.'],
    rest: ['A bus went home empty, with all its windows misted over and a heart drawn on one.'],
  },
  'missing-stair': {
    sign: ['“Eleven, twelve,” somebody said, and then, in a smaller voice, “oh.”'],
    trouble: [
      'In the hall was [n], with a candle and a piece of chalk. Each stair had a number on it. They came to twelve. But everybody knows that there are thirteen.',
    ],
    plea: ['“What if it was taken,” said [n], “and I step on the place where it was?”'],
    deed: [
      'So [h] went up, with [h.p] {t.tool}, and did not hurry. One. Two. [h.s] told each stair its number, to be sure that it was listening. At the bottom again, [h.s] looked down. “And what about the one that you start from?” asked [h].',
    ],
    result: ['[n] jumped off it as if it were hot, and then got on again, and stamped. “Thirteen!”'],
    rest: ['In the hall a candle was blown out, and thirteen stairs went up into the dark, all present.'],
  },
  'whisper-wall': {
    sign: ['There was a murmur in the bricks. It went up at the end, like a question.'],
    trouble: [
      'Up on a chair stood [n], flat against the wallpaper. Next door they were reading to the baby. They had got to where the door opens. Then somebody had shut the window.',
    ],
    plea: ['“I do not even know if it was a good witch,” said [n]. “One cannot just be left like that.”'],
    deed: [
      '“Shh,” said [h], and put [h.p] {t.tool} to work. There is a place by the pipe where a wall is thin. “It was a good one,” [h] said after a time, “but in a bad mood. She has mislaid her cat. Wait. It is on her head.”',
    ],
    result: [
      '[n] laughed so loudly that next door they stopped. Then they read on, a good deal louder, and nearer to the wall.',
    ],
    rest: ['On both sides of a wall the same story came to its end.'],
  },
  'wrong-hats': {
    sign: ['A hat went by, and it was nearly all hat. “Left a bit,” somebody said inside.'],
    trouble: [
      'It was after the concert, and everyone wanted to go home. But [n], who minded the hats, had sat down on the shelf with the tickets. There they were, eleven hats, all in a heap, and all alike.',
    ],
    plea: ['“I gave the doctor the one of the sweep,” said [n]. “He says it suits him. That is not the point.”'],
    deed: [
      'A hat is never only a hat. [h] took up the first, and let [h.p] {t.tool} tell [h.so] where it had been: in a stable, in a hurry, and under a goose. “Yours,” said [h]. Then came one that had been to sea.',
    ],
    result: ['They tried them on, and looked ten years younger. Somebody found a sandwich.'],
    rest: ['Eleven hats went up eleven streets, and were hung up, and sighed.'],
  },
  'lost-blanket-wash': {
    sign: ['Somebody small was looking up at the washing, and walked into the post.'],
    trouble: [
      'It had been done for a kindness. [n] stood in front of the basket, where everything lay folded in squares. One of the squares was the right one. They all smelled of soap.',
    ],
    plea: ['“It used to have a bit of jam,” said [n], “and a bit of Tuesday. How am I to know it now?”'],
    deed: [
      '[h] lifted them out, one by one, and let [h.p] {t.tool} ask them. Soap. Soap. Soap. Then there was one with a stitch come loose, and behind the stitch, where no water gets, there was a breath of jam.',
    ],
    result: ['“That is it,” said [n], with a thumb on the corner already. “It was only hiding.”'],
    rest: ['By morning the blanket would smell right again. Somebody was seeing to it.'],
  },
  'lamp-for-beetles': {
    sign: ['“Mind my foot,” said the grass. “And mine,” it said. “And all of mine.”'],
    trouble: [
      'There was a band under the dock leaf, and there was a floor, swept twice. What there was not was a light. On a pebble sat [n], with forty guests and one match. It was wet.',
    ],
    plea: ['“I have told them that it is that sort of dance,” said [n]. “They do not believe me any more.”'],
    deed: [
      'So [h] lay down on the bank, and held [h.p] {t.tool} over the dock leaf, and kept as still as a chandelier. It is tiring. But you would have kept still, too. They had begun to waltz.',
    ],
    result: ['Round they went, with their wing cases open a crack, so that you could see the silk.'],
    rest: ['Under the dock leaf someone swept up, and found one match, which had dried.'],
  },
  'two-eggs-across': {
    sign: ['Everything on the road was in a hurry, apart from one shopping net.'],
    trouble: [
      'At the edge stood [n], with one foot out. It had been out since noon. Each time that something came it had to be taken in, and the two eggs in the net went clink.',
    ],
    plea: ['“They are for an omelette,” said [n], “but not yet.”'],
    deed: [
      '“Give me an egg,” said [h]. So each of them had one. They went out with [h.p] {t.tool}, and at that pace you can look at everyone who is in a hurry, and nod. The whole road stopped, to see who was nodding.',
    ],
    result: [
      'On the other side they laid the eggs back into the net. “I have never had such a walk,” said [n]. It had been nine steps.',
    ],
    rest: ['There was no omelette that night. One had grown too fond of them.'],
  },
  'slow-tortoise-bus': {
    trouble: [
      'On the kerb sat [n], on a suitcase, with a sandwich for the way. It had been meant to be a short way. It was only across.',
    ],
    plea: ['“I have been nearly over,” said [n]. “Then I had to go back for the other half of me.”'],
    deed: [
      '“I am going just as fast as you are,” said [h], “so let us be a procession.” In front went [h.p] {t.tool}, and behind came [n], and then the suitcase. Two carts stopped, and a man took off his hat. You do that, for a procession.',
    ],
    result: ['When they were across there was clapping on both sides. [n] bowed, which took some time as well.'],
  },
  'soup-for-street': {
    sign: ['Somebody went by with a bowl, in very small steps, and came back with a very small bowlful.'],
    trouble: [
      'It was market day, and the whole row was in bed with a cold. [n] had made soup for all of them, and put on a hat to take it round. The hat was on. The pot had not moved.',
    ],
    plea: ['“I filled it,” said [n], “and then I tried to lift it. It ought to be done in the other order.”'],
    deed: [
      '“In it goes,” said [h]. [h.p] {t.tool} was made for that, if one came to think of it. Bowl upon bowl went in, with a lid on each. Then they set off. From house to house it got lighter, and somebody behind them began to sneeze less.',
    ],
    result: [
      '“Is there any more?” they called from the last bed. There was exactly one more, and it was for the cook.',
    ],
    rest: ['Nine noses breathed through, one after another, all along the row.'],
  },
  'buried-door': {
    sign: ['The bank was talking, in a friendly sort of way, with its mouth full.'],
    trouble: [
      'Where there had been a front door yesterday there was earth, with a daisy on it. “Is anybody up there?” asked the daisy. But it was [n], from underneath.',
    ],
    plea: ['“I have swept,” called [n], “and I have dusted. It only makes it cleaner. I cannot get out of it.”'],
    deed: [
      '[h] set the daisy to one side. Then it was [h.p] {t.tool} that did the talking. Not so fast, for a bank is touchy: a bit from the left, a bit from the right, and now and then a stop, to hear if it was going to be difficult.',
    ],
    result: [
      'There was the brass knob. It turned. [n] stood on the mat, with a broom, and looked at the sky as if somebody had brought it.',
    ],
    rest: ['Beside a front door a daisy was getting used to its new place.'],
  },
  'hard-stone-bed': {
    sign: ['“Ow,” said somebody, quite low. A little later it was the other side.'],
    trouble: [
      'It was the first night in the new house, for [n]. There were curtains up. There was a picture of an uncle. In the bed there were boards.',
    ],
    plea: ['“I have slept on the uncle,” said [n]. “He is softer. But it does not look right.”'],
    deed: [
      '“Lift up your feet,” said [h]. There was [h.p] {t.tool}, and there was always more than one needs of it. It went in at the foot end, and in at the head, and a last handful went under the middle, where a person is heaviest.',
    ],
    result: ['[n] lay down on it to try. There was a question still to be asked; but it never came.'],
    rest: ['An uncle hung on his nail again, and looked down on somebody asleep.'],
  },
  'cake-for-hill': {
    trouble: [
      'Three tiers of cake stood in the middle of the path, with legs. The legs were those of [n]. It was uphill from there, and then it was more uphill.',
    ],
    plea: ['“I cannot see my feet,” said [n]. “I can see a rose, and I can see the number nine.”'],
    deed: [
      '[h] bent down, and took the whole of it on [h.p] {t.tool}. It was like carrying a sleeping king. There were stones, and [h] went round them. There was a dog, and [h] looked at it. Up they went, through the smell of lemon.',
    ],
    result: ['At the top an old door opened. “It is not even leaning,” they said; and then they all leaned over it.'],
    rest: ['On the hill there was one slice over, on a blue plate, for breakfast.'],
  },
  'lost-ring': {
    trouble: [
      'On all fours, in the good coat, was [n]. It had come off with the glove. It was not worth anything. It was only that it had always been there.',
    ],
    plea: ['“Now I do not know which hand is which,” said [n].'],
    deed: [
      'There is a way of looking that is nearly lying down. [h] knew it. With [h.p] {t.tool} there was no need to go faster than a shadow goes. A bead. A seed. A bead. And then something that was round and had nothing in the middle.',
    ],
    result: ['It slid on, and turned once, as a cat does before it lies down.'],
    rest: ['On a hand, on a quilt, there was a thin bright line.'],
  },
  'moth-and-lamp': {
    trouble: [
      'On the sill lay [n], upside down, and said good evening. There had been a moon in this window, and a moon in that. They had all had glass in front.',
    ],
    plea: ['“I only want to go home,” said [n]. “You keep the moon on the left. But which?”'],
    deed: [
      '“Shut your eyes,” said [h], “and come where it is darkest.” They went by the back way, and there was [h.p] {t.tool}, and nothing else. When the last house was behind them, [h] said, “Now open.”',
    ],
    result: ['There was only one, and it had no glass. [n] got it on the left, and was off.'],
    rest: ['High up something small and grey went by, with the moon on its left.'],
  },
  'kitten-under-floor': {
    sign: ['A moth came out of a crack in the boards. After it came one paw, and was gone.'],
    trouble: [
      '[n] was tapping along the floor with a spoon. Tap, it went, and then, from below, tap. Something small down there had found out how to play.',
    ],
    plea: ['“It thinks that it is a game,” said [n], “and it is winning.”'],
    deed: [
      'In the corner, behind the broom, was a gap that nobody had ever been thin enough to notice. [h] put in [h.p] {t.tool}, and then the rest. It was all cobwebs and marbles. “Found you,” said [h]. It was thought to be very clever of [h.o].',
    ],
    result: ['Up they came, with a marble. It was a draw.'],
    rest: ['Tap, went one paw on the bedpost, and slid off, and slept.'],
  },
};
