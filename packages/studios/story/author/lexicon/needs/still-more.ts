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
  'tick-stopped': {
    trouble: ['On the wall hung a clock with its hands in its lap, and in front of it stood [n] on a stool.'],
    result: [
      'It said tick; then it seemed to think; and then it said tock, as though it had been on the tip of its tongue.',
    ],
    rest: ['The clock went on, all by itself, for anyone who might be listening.'],
  },
  'rain-coming': {
    sign: ['A peg fell off a line, and nobody had touched it.', 'Far out over the hill somebody was moving furniture.'],
    trouble: [
      'There stood [n] under a full washing line, very pleased, and looked at the sky as one looks at a pupil.',
      'It was the first fine day for a week; and [n] had taken it at its word, and washed the curtains, the cushions and a bear.',
    ],
    plea: [
      '“Look at that,” said [n]. “Not a cloud. You could eat off it.”',
      '“I have waited nine days for this,” said [n], “and so has the bear.”',
    ],
    deed: [
      '[h] did not look up. [h.s] went by [h.p] {t.tool}, which never looked at the colour of a thing. “Quick,” said [h]. “The socks first. Then the big ones. Do not ask.” [n] did not ask.',
    ],
    result: [
      'The last peg was hardly in its bag when the gate went dark with it. It rained so hard that it bounced. Not one sock was wet.',
      'Down it came, on the empty line. They stood behind the pane with their arms full, and it could not get at them.',
    ],
    rest: ['Out there hung a line full of drops, in a row, and each was upside down.'],
  },
  'fair-in-fog': {
    sign: ['Somewhere in the white an organ was playing, and it seemed to be going for a walk.'],
    trouble: ['There came a scarf out of the fog, and on the scarf was [n], and after [n] a whole school, holding on.'],
    plea: ['“It was here last year,” said [n]. “You could not miss it. We are missing it.”'],
    deed: [
      '“Is everybody on?” asked [h], and turned [h.p] back to the white, and let [h.p] {t.tool} lead. Left, where the air was thicker. Straight on, where there had been toffee. Nobody let go, and nobody said a word.',
    ],
    result: [
      'All of a sudden there were horses, red and gold, going up and down in the milk. Somebody small said, “I knew it.”',
    ],
    rest: ['A scarf hung over a gate to dry. It had eleven knots in it, and a bit of toffee.'],
  },
  'reading-mole': {
    sign: ['“And then,” said somebody, and did not say what then.'],
    trouble: [
      'It was [n], with a finger between two pages and nothing to see them by. It had got dark in the middle of a sentence.',
    ],
    plea: ['“He has one foot in the boat,” said [n]. “I cannot leave him like that until morning.”'],
    deed: [
      '“Move up,” said [h]. There was not much of it, with [h.p] {t.tool}; it made a spot the size of a plum. They pushed the plum along the line, word for word, until they were all in the boat.',
    ],
    result: ['When it was done they both looked up, and were surprised to find that they were dry.'],
    rest: ['In a book somebody had got safely across, and was asleep on the last page.'],
  },
  'torn-sail': {
    sign: ['There was a flapping down there, like a large bird that has come to a decision.'],
    trouble: [
      'It was [n], in a boat, in the dumps. The sail had a hole in it, and through the hole you could see how far it was to go.',
    ],
    plea: ['“The wind is all for it,” said [n], “but it comes in at the front and goes out at the hole.”'],
    deed: [
      '[h] looked at the hole from both sides, and then sat down to it. With [h.p] {t.tool} [h.s] went round it first, to stop it growing, and then across, and then across that. It took as long as a song with ten verses.',
    ],
    result: [
      'It was not a pretty place. But the wind leaned on it, and it held, and the boat jumped like a dog that hears its name.',
    ],
    rest: ['By the bank lay a boat with its sail folded, the mended side out, so that it could be seen.'],
  },
  'bread-forgotten': {
    sign: ['A door was opened, and shut, and another was opened. Somebody was saying, “Warmer? No.”'],
    trouble: [
      'There was [n], in an apron, on a chair, on a table. There was a cake in the house, and nobody knew where; it had been hidden too well.',
    ],
    plea: ['“I hid it from the children,” said [n], “and from myself, as I know what I am like.”'],
    deed: [
      "“Say nothing,” said [h], and stood in the middle, and turned slowly, like a weathercock. Past [h.p] {t.tool} went soap, and boots, and somebody's old geography. Then it stopped. “Up,” said [h], “and to the left, and behind something with feathers.”",
    ],
    result: ['There it was. It had sunk a bit in the middle, from being alone.'],
    rest: ['On a high shelf a cake was waiting for tomorrow, and tomorrow was on its way.'],
  },
  'stuck-window': {
    sign: ['Behind a pane somebody was waving with both arms, and it was not hello.'],
    trouble: [
      'It was [n], in a kitchen full of smoke. Something had been left in the oven; and the window had been left since spring.',
    ],
    plea: ['“It was open on Tuesday,” said [n], “or it may have been another window.”'],
    deed: [
      '“Mind your fingers,” said [h], and got [h.p] {t.tool} under the edge. [h.s] counted to three and meant it. There was a crack like a nut. And there was the air, and it had been standing outside with its hat in its hand.',
    ],
    result: [
      'The smoke went up over the roofs, and turned into something quite pretty. Below, somebody scraped the toast.',
    ],
    rest: ['The curtain hung outside the window tonight. It liked it there.'],
  },
  'lost-postman': {
    trouble: [
      'There was [n], with an empty bag but for one. It said, “To whoever is left.” That is not much to go by.',
    ],
    plea: ['“I cannot take it back,” said [n]. “It has come so far that it would cost double.”'],
    deed: [
      'Who was left? [h] thought of everyone {place.at}, door by door. Then [h.s] thought of where there was no door. With [h.p] {t.tool} it was a quarter of an hour, along the back of things; and there was a hatch, and it had a knocker as small as a thimble.',
    ],
    result: [
      'The hatch opened a crack. “For me?” it said. “With my name?” They looked. It was exactly what was on it.',
    ],
  },
  'marble-in-organ': {
    trouble: [
      'Before the organ lay [n], and fished between the keys with a bent spoon. One could hear the marble laugh.',
    ],
    plea: ['“It goes wherever I am not,” said [n]. “It went into the high notes, and now it is in the low ones.”'],
    result: [
      'Out it came, with [h] after it. Then somebody played a chord, with both hands and one elbow, and it was as clear as a window.',
    ],
    rest: ['The organ gave a sigh through its largest pipe, as you do when a shoe comes off.'],
  },
  'choir-lost': {
    sign: ['It sounded like cats. It sounded like a great many cats, in their good shoes.'],
    trouble: [
      'On the steps were the singers, in three rows, and before them [n], who had both hands over both ears, and was beating time with one foot.',
    ],
    plea: ['“Each of them has his own idea of A,” said [n], “and they are all so fond of theirs.”'],
    result: ['When it was over nobody clapped. They had all forgotten that they had hands.'],
  },
  'speech-forgotten': {
    trouble: ['There walked [n], to and fro, in shoes that pinched, and said “dear friends” to each of the bushes.'],
    plea: ['“I know how it begins,” said [n], “and I know that they sit down at the end. What am I to do in between?”'],
    result: ['It was a very short speech, as it turned out. It had a ladder in it, and love; and the rest was cake.'],
  },
  'lambs-gone': {
    sign: ['A bell went by on the other side of the hedge, a small one, going the wrong way.'],
    trouble: [
      'It was [n], out of breath, with a lamb under each arm. Those were the ones who had come back. One was still out there, being clever.',
    ],
    plea: ['“It knows the way,” said [n]. “It only thinks that it knows a better one.”'],
    result: [
      'There was a bit of silence. Then there was a hop in it. Then there was a lamb, who had only been having a look.',
    ],
    rest: ['In the fold somebody clever lay in the very middle, where it is warmest.'],
  },
  'hat-in-tree': {
    plea: [
      '“It has never gone anywhere without me,” said [n], “and I have never gone anywhere without it. One of us is bareheaded.”',
    ],
    result: ['There was a nest in it by then, or the beginning of one: two straws. They left those in.'],
    rest: ['On a hook hung a hat with two straws in it, just in case.'],
  },
  'cub-in-pipe': {
    trouble: [
      'There was [n] with a saucer at the end of a pipe. The little one had gone in with a lamp, to be a train.',
    ],
    result: ['There was a hoot, and out came the train, with the driver fast asleep on it.'],
  },
  'wet-kitten': {
    trouble: ['There stood [n], and there was a pond where [n.s] stood, and it was all coming out of one coat.'],
    result: [
      'Drip, went the coat; and drip; and then it had nothing more to add. “I could have stayed wet,” said [n], “if I had known how good this is.”',
    ],
    rest: ['A very small coat hung over a stove with its arms out.'],
  },
  'where-is-home': {
    plea: ['“I only turned round once,” said [n], “and they had changed everything.”'],
    result: ['Left at the thistle somebody let out a shout, and it was the kind that has supper in it.'],
  },
  'voice-in-well': {
    plea: ['“I am not lost,” said [n]. “I know just where I am. I should only like to be somewhere else.”'],
    result: [
      'There was a good deal of ivy, and then there was a suitcase, and a hat, and under the hat was [n]. “What a lot of sky you have,” said [n].',
    ],
  },
};
