import { need } from './define.ts';

/** Needs for those who fit, go slowly, shine, sound, warm, are soft, prickly or strong. */
export const needsOne = [
  need('key-in-crack', 'fit', 'any', 'mouse grandma cat baker', 'key', {
    sign: 'Somewhere a small thing fell, ting, and rolled, and stopped. || Ting, went something, and then it went nowhere.',
    trouble:
      'It was [n], lying flat and looking into a crack. The key to the music box had rolled in. || There lay [n] with one eye to a crack, because the key of the music box was at the other end of it.',
    plea: '“I can see it,” said [n]. “I can very nearly smell it. But I stop at the shoulders.” || “Everybody has tried,” said [n]. “They all stop at the shoulders.”',
    deed: 'In went [h.p] {t.tool}, and then the rest, a bit at a time. It was tight. It smelled of dust and Sundays. [h] felt about, and there was the key. || [h] breathed out until there was hardly anyone left. Then, {t.tool} first, [h.s] slid in, and came back with the key and a great deal of fluff.',
    result:
      'The music box turned over once and began, rather rustily, to play. || The lid went up. It was a thin tune, with two notes missing, and the best anyone had heard all week.',
    rest: 'The music box was still going, slower now, with a long wait before each note.',
  }),
  need('cub-in-pipe', 'fit slow', 'out', 'duck mouse rabbit chicken', '', {
    sign: 'Out of the drainpipe came a very small cough. || The drainpipe said, “Peep.” Nobody noticed, because drainpipes say all sorts of things.',
    trouble:
      '[n] was running up and down beside the drainpipe. The littlest of the family had gone in at one end and liked it there.',
    plea: "“I've sung,” said [n]. “I've begged. I've put cake at the end. It only asked for more cake.”",
    deed: 'So [h] went in after it, with [h.p] {t.tool} and no hurry at all. In the middle of the pipe [h.s] lay down and yawned. Yawns are catching, in a pipe. || So [h] crept in, and did not pull and did not push. [h.s] only told it what there would be for breakfast, one thing at a time, going backwards.',
    result:
      'Out came the littlest one by itself, yawning, and asked what all the fuss was. || Two came out where one had gone in, and both of them were covered in leaves.',
    rest: 'The drainpipe said “Peep” once more, but that was only the littlest one, laughing in its sleep.',
  }),
  need('lost-ring', 'slow smell', 'any', 'grandma baker king queen', '', {
    sign: '[h] passed a patch of something bright on the ground, no bigger than a crumb. || Something on the ground winked as [h] went by.',
    trouble: 'There stood [n] with empty pockets hanging out like ears. A ring was lost, a thin one, and very old.',
    plea: '“I have run everywhere I have been today,” said [n], “and I have been everywhere.”',
    deed: '[h] did not run. [h.s] went back over the ground inch by inch, and kept very low. [h.s] looked at each blade and each crumb, as if it had something to say. The ninety-first crumb winked.',
    result: 'It went back on its finger with a small sigh, and it was hard to tell which of them had sighed.',
    rest: 'The ring made a tiny round moon on the wall, and the moon held still.',
  }),
  need('ferry-in-mist', 'glow sound', 'water', 'duck seal otter pirate', 'boat', {
    sign: 'Far out, an oar went plop. It had gone plop for quite a while. || There was mist on the water, and in the mist somebody was counting, and losing count.',
    trouble:
      'Out in the mist [n] was rowing a boat in a circle, and had nearly finished it for the ninth time. || It was [n] in a small boat, who had lost the shore and was being polite about it.',
    plea: "“Is it this way?” called [n]. “Or is it the way that I've just been?” || “I know that you are all there somewhere,” called [n]. “I can smell supper.”",
    deed: '[h] went to the very edge and did what [h.s] could do. [h.p] {t.tool} went out into the white: now, and now, and now. Not fast. Just often enough to be believed. || “Come to me,” said [h], and let [h.p] {t.tool} do the rest, over and over, all in one place, so that it could be trusted.',
    result:
      'The plop of the oars stopped going round. It came straight. And out of the white, nose first, came the boat. || Plop, plop, came the oars, and each was nearer. Then the bow bumped the bank, as gently as a cow.',
    rest: 'The boat rocked at its rope, home, and now and then went bump, to say so.',
  }),
  need('moth-and-lamp', 'glow night', 'any', 'moth firefly', 'lantern', {
    sign: 'Bump, went something against a window. Bump. || Something soft was knocking at a lamp and getting no answer.',
    trouble: 'It was [n], dusty and tired, who took each lamp for the moon and had now been to eleven of them.',
    plea: "“I go home by the light,” said [n], “but there are so many, and they all say that they're it.”",
    deed: 'So [h] went ahead, away from all the windows. [h.p] {t.tool} went with [h.so], like one small light who knew the way. Behind [h.so] came the beat of wings. At the last dark hedge [h.s] stopped and pointed up.',
    result: 'There was the real one, round and in no hurry. Off went [n], as straight as a string.',
    rest: 'Outside the window wings went by, straight towards the moon, and did not bump into anything.',
  }),
  need('reading-mole', 'glow', 'any', 'mole mouse badger owl', 'book', {
    sign: 'Somebody was reading aloud, and stopped in the middle of a.',
    trouble:
      'There sat [n] with a book on both knees. It was shut at the best page. The light had gone, and had taken the words with it.',
    plea: '“They were just going to open the door,” said [n]. “And now I shall have to lie awake and be them.”',
    deed: '[h] sat down close, and held [h.p] {t.tool} over the page. It was only enough for one line at a time. So they read it one line at a time, and behind the door was a cake.',
    result: "It is a good way to read. You can't look ahead.",
    rest: 'The book lay open on its face, like a small tent, keeping the place.',
  }),
  need('lambs-gone', 'sound way', 'out', 'sheep goat duck', 'bell', {
    sign: 'On the far side somebody said “meh” in a voice that meant “where?”',
    trouble: '[n] was counting the little ones, and there were always seven, and there ought to have been eight.',
    plea: "“I've called,” said [n], “but my voice stops at the hedge and comes back.”",
    deed: '[h] climbed up to where the air was clear. Then [h.p] {t.tool} said one thing, long and low, and waited, and said it again. It went over the hedge. It went over the next. || [h] stood quite still, and then let it out: not loud, but long. That was [h.p] {t.tool}, and it went as far as a voice can go and a bit farther.',
    result: 'Eight hedges off, something small said “oh”, and began to trot.',
    rest: 'All eight lay in one heap, and it went up and down as if it had a single pair of lungs.',
  }),
  need('baby-wont-sleep', 'sound hear soft', 'any', 'cat rabbit mouse grandma', '', {
    sign: 'Through a wall came crying, the kind that has forgotten what it was about.',
    trouble: 'There was [n], walking up and down with a baby that had been asleep at four, and regretted it.',
    plea: "“It wants something,” said [n], “but it hasn't got the words, and I haven't got the ears.”",
    deed: 'Then [h] thought of [h.p] {t.tool}. [h.s] tried it as small as it would go, and smaller, until it was no more than what you hear in a shell. || [h] leaned down, close. [h.s] gave it all that [h.p] {t.tool} could do, but turned right down, like a lamp.',
    result: 'The crying tripped. It listened. It took one shaky breath, and the next one was smooth.',
    rest: 'Through the wall came breathing, very small and quick, like somebody running in slippers towards tomorrow.',
  }),
  need('cold-egg', 'warm soft', 'any', 'duck chicken penguin swan', 'nest', {
    sign: 'There was an egg in a nest, all by itself, with frost thinking about it. || [h] passed a nest with one egg and nobody on it.',
    trouble:
      '[n] came running, with one boot on. There were six eggs in the next nest and one here, and only so much of a person to go round.',
    plea: "“If I sit there, this one's cold,” said [n], “and if I sit here, it's the six.”",
    deed: '[h] looked at the egg. It was the size of a yawn. So [h.s] put [h.p] {t.tool} round it, and sat. [h.s] did not move for the itch, or for the fly. Little by little the shell grew as warm as bread.',
    result: "Something inside knocked. It knocked twice. It was the sort of knock that means “I'm nearly ready.”",
    rest: 'Under the warm feathers, something knocked once more and then lay still to save itself for morning.',
  }),
  need('frozen-gate', 'warm strong', 'out', 'robin mouse sheep donkey', 'gate', {
    sign: 'Somebody was rattling at a gate, and saying please to it.',
    trouble:
      'On the wrong side of the gate stood [n]. The latch had stuck fast, and home was in there with the supper on.',
    plea: "“It's never done this before,” said [n]. “I think it has taken something amiss.”",
    deed: '[h] laid [h.p] {t.tool} against the latch, and left it there. Nothing. Nothing. [h.s] thought of summer, all the way through it, June, July. Somewhere in August, it clicked.',
    result: 'The gate swung as if it had only been waiting to be asked nicely.',
    rest: 'The gate stood open all night, in case it was needed.',
  }),
  need('wet-kitten', 'warm soft', 'any', 'cat mouse duck rabbit', 'umbrella', {
    sign: 'Under an upturned bucket, something sneezed. || A puddle had small footprints going in, and none coming out.',
    trouble:
      'It was [n], wet to the bones and half the usual size. A puddle had turned out to be deeper than it looked.',
    plea: "“I'm not cold,” said [n]. “It's just my t-t-teeth that are.”",
    deed: '“Come in,” said [h], and opened up a place in the middle, right beside [h.p] {t.tool}. They sat like one round thing, and steamed.',
    result:
      'First the teeth stopped. Then one ear was dry, then the other, and then [n] was so fluffy that nothing could be seen but eyes.',
    rest: '[n.n] was still in the middle of it, no wetter than a biscuit.',
  }),
  need('hard-stone-bed', 'soft thread', 'any', 'mouse bird hedgehog frog', 'blanket', {
    sign: 'Somebody turned over with a groan. Somebody turned back. || All afternoon, someone was shaking out one thin blanket.',
    trouble: 'It was [n], who had a new house. It had a roof, a door and two windows, and nothing whatever to lie on.',
    plea: "“I've tried leaves,” said [n]. “They talk. I've tried stones. They don't, and that is all I can say for them.”",
    deed: '[h] thought about [h.p] {t.tool}. There was more of it than anyone could need. So [h.s] gave some, a good armful, pulled out and shaken and patted into a corner.',
    result: '[n] got in and disappeared. “Oh,” said the bed, in a small, deep voice.',
    rest: '[h.p] own bed had a dent in it now where the armful had come from, and it turned out that a dent was exactly what it had lacked.',
  }),
  need('leaves-everywhere', 'prick carry', 'out', 'mouse grandpa rabbit snail', 'leaf', {
    sign: 'The path was ankle deep in leaves, and somewhere under them somebody was saying, “Oh dear.”',
    trouble:
      'It was [n] with a very small rake. Each time there was a heap, the air came by and read it through, page by page.',
    plea: '“I only wanted to find my door,” said [n]. “I know that I had one this morning.”',
    deed: "Rakes let go. [h.p] {t.tool} didn't. [h] went up the path and down it, and round the edges, and each leaf [h.s] touched came along.",
    result:
      'There was the door, and a step, and a mat that said WELCOME. Nobody had seen that for weeks. || By the end there was a clear path, and a walking heap of leaves with a face.',
    rest: 'The leaves made a heap as high as a bed, and somebody had already tried it.',
  }),
  need('tangled-wool', 'prick hands thread', 'in', 'cat grandma mouse spider', '', {
    sign: 'A thread of red wool ran along the floor, round a leg, and out of sight.',
    trouble: 'At the end of the thread sat [n], or most of [n.so]. There was one ear and a foot. The rest was wool.',
    plea: '“I only touched it,” said [n]. “It did the rest.”',
    deed: 'Pulling made it worse; that was clear. So [h] lifted one loop, and then the loop that had been holding that one. It took patience, and [h.p] {t.tool}. Loop, and loop, and loop.',
    result: 'At last there was a ball on one side and [n] on the other, and each looked surprised to be so small.',
    rest: 'The ball of wool lay in its basket and had learned nothing.',
  }),
  need('blown-tent', 'strong hold', 'out', 'mouse rabbit ladybird child', 'tent', {
    sign: 'Something striped went past in the wind, and after it, something small and cross. || A peg flew by. It was followed by a tent.',
    trouble: '[n] was holding on to the last corner of a tent, and the tent was holding [n].',
    plea: "“We're camping!” shouted [n]. “I think we're camping in the next valley!”",
    deed: '[h] went round to the side where the wind came from, and lay down there. That was all. But there was a good deal of [h.o], and [h.p] {t.tool} took the wind and kept it.',
    result: 'The tent came down like a tired bird. It had four corners again, and all of them stayed.',
    rest: 'In the striped tent a torch went off, and nothing flapped.',
  }),
  need('cart-in-mud', 'strong', 'out', 'goat donkey baker grandpa', 'wheelbarrow', {
    sign: 'Down the lane somebody said, “One, two, three, hup,” and then, after a pause, “One, two, three, hup.”',
    trouble: 'A barrow full of apples stood in the mud up to its middle, and behind it stood [n], up to the same.',
    plea: "“It was quite a small puddle this morning,” said [n]. “I think it's been asking its friends.”",
    deed: '[h] put [h.p] {t.tool} to it. Not with a jerk: a jerk only digs. [h.s] leaned, and went on leaning, as the tide does. The mud held on. The mud thought again. Shlupp.',
    result: 'Out it came, and every apple was still on it, except for one that had been eaten for strength.',
    rest: 'There was an apple on the pillow, rubbed until it shone.',
  }),
];
