import { need } from './define.ts';

/** Further needs for strong, busy, warm and bright heroes, and for those who smell, count, jump or swim. */
export const needsFive = [
  need('stuck-window', 'strong hands', 'any', 'grandma mouse child cat', '', {
    sign: 'A curtain was trying to get out of a window, and the window was shut on it.',
    trouble:
      'There was [n], with flour up to the elbows and a window that had been painted shut. Inside, the bread was smoking.',
    plea: '“I have talked to it,” said [n], and coughed. “I have even said its whole name.”',
    deed: '[h] put [h.p] {t.tool} to the frame. At first there was nothing. Then the paint said crick, all the way round, and up it went, so fast that it took the curtain by surprise.',
    result: 'The smoke came out in one piece, like a very large guest. After it came the smell of toast.',
    rest: 'The window was open by the width of a hand, and the curtain went out and in.',
  }),
  need('piano-on-step', 'strong carry', 'any', 'teacher mouse badger goose', '', {
    sign: 'Somebody played one low note, a long way down, and said, “Sorry.”',
    trouble:
      'A piano was sitting on the stairs. Below it sat [n], who had been holding it up since dinner, and had got to know it.',
    plea: '“It is only four more steps,” said [n], “but it is the piano that has to take them.”',
    deed: '“On three,” said [h], and set [h.p] {t.tool} against the low end. They did not wait for two. Plink went the first step. Plonk. Plink. On the last one it played something that was nearly a song.',
    result: 'It rolled to the wall by itself, and stood there as if it had always been musical.',
    rest: 'In the dark the piano let out one last small plink, like somebody taking off a shoe.',
  }),
  need('buried-bell', 'dig strong', 'out', 'mole goat rabbit child', 'bell', {
    sign: 'The ground said ding. It said it when you stamped, and not when you asked.',
    trouble:
      'It was [n], on hands and knees in a hole. Down there was the old dinner bell, and only the very top of it was showing.',
    plea: '“They have had no dinner since grandfather,” said [n]. “Not a proper one. Nobody knew when.”',
    deed: '[h] looked at the hole, and saw that it was a polite hole. Then [h.s] began with [h.p] {t.tool}. The earth flew. There was a shoulder, there was a waist, there was the rim; and in it, quite unhurt, a worm.',
    result: 'Ding! All round, doors flew open. There they stood, with their napkins on.',
    rest: 'The bell hung in the apple tree and had its mouth shut.',
  }),
  need('knotted-swing', 'hands thread', 'out', 'child mouse duck', '', {
    sign: 'A swing hung high up in its tree, wound round the branch, like somebody holding up their skirts.',
    trouble:
      'Below it stood [n] in a party dress. There had been a wind in the night. It had swung by itself until it was all used up.',
    plea: '“It is my turn,” said [n]. “It has been my turn since breakfast.”',
    deed: 'A knot is a thing that somebody did in a certain order. [h] did it backwards with [h.p] {t.tool}. Under, and through, and not that one. Down came the seat, turning, turning, like a leaf with a purpose.',
    result: 'Up went [n]. “Higher,” it said, from above. “Not you. Me.”',
    rest: 'The swing hung straight, and went to and fro by an inch, thinking of somebody.',
  }),
  need('missing-stair', 'count', 'any', 'owl mouse grandpa', '', {
    sign: 'Somebody was going up some stairs, and down, and up, and each time said another number.',
    trouble:
      'It was [n], on the landing, with a cup of tea gone cold. There had always been thirteen stairs. Tonight there were twelve.',
    plea: '“One does not lose a stair,” said [n]. “But I have looked in all of my pockets.”',
    deed: '[h] counted them in [h.p] own way, with [h.p] {t.tool}, and with a foot down for each. On twelve [h.s] stopped. “You are standing on it,” said [h].',
    result: '[n] looked down. There it was, the thirteenth, under two slippers. It had been warm there.',
    rest: 'Thirteen stairs lay one above the other like a closed fan.',
  }),
  need('choir-lost', 'sound count', 'any', 'frog sparrow goose', '', {
    sign: 'Nineteen voices sang “Aaaah,” and no two of them meant the same.',
    trouble: 'There stood the choir, and before it stood [n] with a stick, and a lump where the stick had come down.',
    plea: '“They are all right,” said [n], “one at a time. I have only the one evening.”',
    deed: '[h] did not tell them anything. [h.s] began, with [h.p] {t.tool}, as low as the floor, and kept to it. First the fat one came over, and leaned on that. Then came the twins. Then they were all there, like birds on a wire.',
    result: '“Aaaah,” they sang. It was one big round thing, and you could have rolled it down the street.',
    rest: 'In nineteen beds nineteen people breathed in together.',
  }),
  need('whisper-wall', 'hear', 'any', 'mouse grandma child', '', {
    sign: 'In passing [h] thought that the wall had said something. But one does not stop for a wall.',
    trouble:
      'It was [n], with a glass at one ear. Somebody on the other side had been telling a story, and had come to the best bit, and had dropped [n.p] voice.',
    plea: '“It is about a wolf who is really the aunt,” said [n], “or else the other way about. I have to know before I can close my eyes.”',
    deed: '[h] leaned on the wall, as you lean on a friend. With [h.p] {t.tool} it was quite plain. “She opens the basket,” [h] said after it, word for word. “In the basket is a very small wolf. It says, Auntie.”',
    result: '“I knew it!” said [n]. From the other side somebody knocked, twice, and said good night.',
    rest: 'The wall was telling itself something, too low for anyone.',
  }),
  need('wrong-hats', 'smell', 'any', 'goose mouse teacher cat', '', {
    sign: 'A whole row of people came by in hats that were too big, or else too small, and did not look at each other.',
    trouble:
      "In the middle of the hall stood [n], with eleven hats and a face. The hooks had come down in the night, and now all the hats were anyone's.",
    plea: '“They are all black,” said [n], “and they are all round. They were so pleased, in the shop.”',
    deed: '[h] went along with [h.p] {t.tool}. This one had pipe in it, and this one peppermint. This one had a cat in it every night. One by one [h.s] put them on to the right heads, and each head sighed.',
    result: 'There was one left over. It smelled of bread. It turned out to be for [h.n].',
    rest: 'In the hall the hats hung in a row, and each dreamed of its own head.',
  }),
  need('lost-blanket-wash', 'smell soft', 'any', 'rabbit mouse child', '', {
    sign: 'A washing line went by full of sheets, all white, all waving, and someone small ran along below.',
    trouble:
      'It was [n]. Somewhere up there was the one with the corner that you hold. It had been washed. Now it did not look like itself.',
    plea: '“It is the one that smells of me,” said [n]. “But they have washed me out.”',
    deed: 'They went along the line, one after the other. [h] had [h.p] {t.tool} for it. A sheet is never quite clean right down in the hem. At the ninth [h.s] stopped, and it was only a very little, but it was [n].',
    result: '[n] took the corner. Everything in [n.so] that had been standing up sat down.',
    rest: 'Somebody held a corner, and the corner held on, too.',
  }),
  need('lamp-for-beetles', 'glow', 'any', 'ladybug mouse snail frog', 'lantern', {
    sign: 'Down in the grass there was a click, and another click, as of somebody trying a switch.',
    trouble:
      'It was the night of the beetle dance, and the glow-worm had a cold. In the dark sat [n] with the tickets.',
    plea: '“They have been treading on each other since eight,” said [n]. “That is a lot of feet.”',
    deed: '[h] asked where to hang. They showed [h.o] a nettle. [h.s] took the place, and there was [h.p] {t.tool}, turned up as far as was polite. And under it, round and round, went the green coats and the blue.',
    result: 'You should have seen it from above! It was like a clock with all of its hands out.',
    rest: 'Under the nettle lay one very small glove.',
  }),
  need('bats-homework', 'night high', 'out', 'bat owl moth', '', {
    sign: 'Something black came down on its nose, got up, and looked as if it had meant to.',
    trouble: 'There on the path lay [n], who had the night flight to learn, and had learned only the down.',
    plea: '“They say that you just do it,” said [n], “with your eyes shut. I do. And then there is a tree.”',
    deed: '[h] had never been afraid of an hour because of its number. With [h.p] {t.tool} [h.s] went on ahead, in the dark, and called out what there was: “Left, a birch. Up, a wire. Now nothing. Now a great deal of nothing.”',
    result: 'Over the roofs went [n], shouting with joy each time that there was nothing.',
    rest: 'High up went somebody with shut eyes, and missed every tree.',
  }),
  need('frozen-lock', 'warm', 'any', 'mouse grandpa penguin child', 'key', {
    sign: 'Somebody was blowing through a keyhole, and it was not a tune.',
    trouble:
      'Before the door stood [n], and in the door was the key, and on the key was ice. You could see supper through the glass.',
    plea: '“It is getting cold,” said [n]. “Supper, I mean. I am past that.”',
    deed: 'There is no use in shaking a lock. [h] only came and stood close, and laid [h.p] {t.tool} on it, as one lays a hand on a horse. They waited. A drop ran down, and then the next one.',
    result: 'It turned as though it had been buttered. There was enough stew for the one more who had stood outside.',
    rest: 'In the lock hung one last drop, and it took all night to fall.',
  }),
  need('cold-bus-queue', 'warm soft', 'any', 'mouse hedgehog goose sparrow', '', {
    sign: 'Nine people stood in a row, and all of them stamped.',
    trouble:
      'At the front was [n], with blue ears. The last bus was late, and the wind went down the row and asked each of them for something.',
    plea: '“We tell each other about soup,” said [n]. “But we have had all the soups.”',
    deed: '[h] got into the row, right in the middle, where it was worst. There was [h.p] {t.tool}, and it was for anyone. They moved up from the left, and they moved up from the right. Soon there was no row. There was a bun, with nine currants.',
    result: 'When the bus came at last, nobody wanted to be the first to get on.',
    rest: 'A bus went home through the dark, and inside it all of the windows were fogged.',
  }),
  need('frog-in-bucket', 'high spring', 'out', 'frog mouse duck', 'bucket', {
    sign: 'A bucket on the wall said, “One, two, hup,” and then it said, “Ow.”',
    trouble: 'In the bucket sat [n]. It was only meant as a look inside. But a bucket is taller from there.',
    plea: '“I can see a circle of sky,” said [n], “and it is a very good circle; but I had other plans.”',
    deed: 'It was no trouble for somebody with [h.p] {t.tool}. Up went [h], and stood on the rim, and showed how: not with the feet; you begin by looking at where you are going to be. “Now,” said [h]. “Hup!”',
    result: 'They were both on the wall, and the bucket went round and round below, with nobody in it.',
    rest: 'A bucket lay on its side, so that one could walk out.',
  }),
  need('boat-for-ants', 'swim water', 'out', 'ant snail mouse', 'boat', {
    sign: 'A leaf was going round in the water with a crowd on it, and they were all pointing in different directions.',
    trouble:
      '“We are a ship,” called [n] from the front of the leaf. “At least we were. We have lost the edge of the sea.”',
    plea: '“There are forty of us,” said [n], “and one biscuit, and it is getting soft.”',
    deed: '[h] could do that. In the water [h.p] {t.tool} was worth more than any sail. [h.s] put a nose to the stern of the leaf, and gave it a push as light as a thought, so that nobody should fall off; and then another.',
    result: 'They landed with a bump like a crumb. The forty stood on the shore and cheered, and it sounded like fizz.',
    rest: 'On the bank lay a leaf, pulled well up, with its stalk tied to a daisy.',
  }),
  need('runaway-hat', 'fast', 'out', 'goose teacher grandpa sheep', '', {
    sign: 'A hat went by. It was bowling along on its brim, and had the road to itself.',
    trouble:
      'A long way behind the hat came [n], with one hand on a bare head. Today of all days, for there was to be a photograph.',
    plea: '“It waits for me,” panted [n], “and then, when I bend down, it does not.”',
    deed: 'And there went [h]. Nobody had to ask twice. This was what [h.p] {t.tool} was for. Past the pump, through the ducks, over a man with a ladder! The hat looked back. It should not have looked back.',
    result: 'In the photograph the hat was on straight. Beside it was a streak, and that was [h].',
    rest: 'A hat hung on its nail. When the wind came by, it pretended that it had never met it.',
  }),
  need('hold-the-ladder', 'hold still', 'any', 'mouse child cat', 'ladder', {
    sign: 'A ladder was leaning on the sky, or that is what it looked like. Somebody on it said, “Oh dear.”',
    trouble:
      'At the top was [n], who was hanging up the lanterns for the fair. Each time that one was up, the ladder took a step to the side.',
    plea: '“I do not mind the height,” said [n]. “I mind it when the height goes for a walk.”',
    deed: 'So [h] came, and held the foot of it with [h.p] {t.tool}, and did nothing else. It looks like nothing. But try it, with a fly on your nose, for as long as it takes to hang up thirty lanterns.',
    result: 'Then they were lit. “Who did that?” people asked, with their heads back. “We did,” said [n].',
    rest: 'Thirty lanterns went out, one by one, from the far end.',
  }),
  need('puddle-sky', 'soft still', 'out', 'horse donkey sheep duck', '', {
    sign: 'A gate was shaking, and nobody was holding it.',
    trouble:
      'Pressed against the fence was [n], and looked at a puddle. There was a sky in it that had not been there yesterday.',
    plea: '“It looked at me first,” said [n].',
    deed: 'If you run to somebody who is afraid, then there are two things to be afraid of. So [h] came slowly, from the side, and looked at the puddle, too. Then [h.s] just stayed; and there was [h.p] {t.tool}, close by, like a wall that somebody has warmed.',
    result: 'One foot went in, as far as the ankle. The sky wobbled. It laughed first.',
    rest: 'A puddle lay there with the whole of the night in it, and nobody minded.',
  }),
  need('sign-painter', 'hold strong', 'out', 'mouse child goose', 'ladder', {
    sign: 'A tin of paint stood in the grass, and above it there was whistling, with wobbles in it.',
    trouble:
      'Up on a ladder was [n], who was painting the sign of the inn. It was to be a swan. With each gust it had turned out more of a camel.',
    plea: '“I need one thing under me that does not have ideas,” said [n].',
    deed: 'That was [h]. With [h.p] {t.tool} [h.s] took hold of the ladder, and then neither of them had any ideas for an hour. A drop of white came down on [h.p] nose. [h.s] let it.',
    result: 'It had a long neck and looked kind. “A swan,” said some, and some said, “A camel.” But they all came in.',
    rest: 'Over the inn something white swam in the dark, or walked.',
  }),
  need('two-eggs-across', 'slow carry', 'any', 'snail grandma hedgehog mouse', '', {
    sign: 'By the crossing somebody was looking left, and right, and into a net.',
    trouble: 'There stood [n] with a shopping net. In the net were two eggs, and on the road was everybody.',
    plea: '“I could go quickly,” said [n], “or I could have eggs.”',
    deed: '“We shall go when we go,” said [h], and took the other handle. With [h.p] {t.tool} that was no trouble. A horn hooted. They both stopped, to hear what it wanted; and then they went on.',
    result: 'The eggs were both whole. One could hear it all along the line, how they breathed out.',
    rest: 'In a cup by a window stood an egg, and it had seen the world.',
  }),
];
