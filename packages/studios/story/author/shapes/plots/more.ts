import type { BeatId } from '../../plan/shape.ts';

/** More wordings for the plots that are asked for most, by shape and beat. */
export const moreForPlots: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  'plot-race': {
    home: [
      '“And last, as ever,” they said each spring, at the end of the race, “but what a good sport!” [h.full] would have given all that for a cup. There was a shelf at home with nothing on it. It was just the height for looking up at. Once only, [h] wanted to {goal}.',
    ],
    call: [
      'There were six weeks to go. “I cannot get faster,” [h] told [f], “but I can get to know it.” So every evening [h.s] went round the pond, and said it all by heart: nine steps to the stump, forty to the pump, then mint. [f] won everything, and was asleep on a wall.',
    ],
    try1: [
      'The day came. Red flags were stuck in along the whole way. Somebody dropped a hat, for a start, and eleven runners went by like one gust. It turned [h] round twice. When [h.s] knew again which way was front, there was nobody in it, not even [f].',
    ],
    low: [
      'At the stump it got white. The mist had come up out of the pond to see the race, and now nobody else could. Gone were the flags.\n6+ “Left!” cried somebody, far off, and there was a splash.\n“Stay where you are,” called the man with the whistle, “it is no use!” [h] stood with one foot up.',
    ],
    turn: [
      'It was no use to look. [h] put one foot down. There was a root under it, the one with the bump. That made seven; and two more made nine. [h.s] did not look. There was nothing to look at. [h.s] only counted, as on all the evenings when they had laughed; and out of the white came the pump, and said drip.',
    ],
    result: [
      'The man with the whistle heard steps. They were not quick. They came on and on, like a clock, and then there was a small noise, when the ribbon gave way. “One!” he called. “We have a one!” And so it was that [h] {goalPast}, and all the chairs were still standing.',
    ],
    reward: [
      '“How did you see it?” asked [f], who was wet to the neck. “I did not,” said [h]. “I knew it.” Next spring [f] wished to come along in the evenings. They went at the pace of [h.n]. It was odd, said [f], how much mint there was, when you did not run past it.',
    ],
    rest: [
      '{comfort} The cup was on the shelf. You had to look up at it, just as planned. ¶ {bedLine} ¶ “Nine,” said the rain on the roof; and after a long time, “forty.” Nobody heard what came then. The one who had won the race was asleep.',
    ],
  },
  'plot-friend': {
    home: [
      '[h] knew a game for two, and had got quite good at both of them. First [h.s] sat on this side of the table, with the blue cup; then [h.s] ran round, to the red one. [h.s] wanted to {goal}. It would save a good deal of running.\n? {t.cost}',
    ],
    call: [
      '“Enough,” said [h]. On a big sign [h.s] painted: FRIEND WANTED. There was room left, and so [h.s] added: BRING YOURSELF. By noon three people had come by, and had told [h.o] how to spell “wanted.” It had been right.',
    ],
    try1: [
      'In the afternoon [h] took a drum, and walked up and down with it. People stepped out of the way. [h.s] walked faster; so did they. Under the last hedge sat somebody quite small, with round eyes. [h] ran up. “ARE YOU A FRIEND?” There was only the hedge.',
    ],
    low: [
      '{dusk} [h] took the sign off the gate, and leaned it on the wall, face in. There was still the second piece of cake. When [h.s] put out a hand for it, it was half as big as before. And on the red cup was the mark of a mouth. [h] stood as still as a post. Under the table, somebody swallowed.',
    ],
    turn: [
      'To bend down and look: that was what [h.s] wanted. It was what [h.s] had done all day, bend down and look. [h] took a step back, instead. [h.s] turned the chair to the wall, sat down, and held out a plate behind [h.sp] back. “It is the half with the cherry,” [h.s] said, to nobody.',
    ],
    result: [
      'There was a sip, and some chewing. “You stopped,” said a voice. “It is much nicer, when you stop.” Somebody sat down, back against back; it was [f]. “Are you a friend?” asked [h], but low this time. There was a pause, for swallowing. “Yes,” said [f].',
    ],
    reward: [
      'They played a game for two. [f] was no good at it; and that was wonderful, for nobody had to be both. Then they turned the sign over, and used it for a tray.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ In the rack a red cup stood next to a blue one, upside down, with its ear to the wood. You could think that they were talking. But they had done that; and they slept, as [h] did, who had a friend.',
    ],
  },
  'plot-garden': {
    home: [
      'Nine seeds lay in a paper bag, and the bag lay under the pillow of [h.full]. On it was a picture with a lot of yellow. [h] wanted to {goal}. But before the door there was a yard of stone, and [h.s] was known for how well [h.s] swept it.',
    ],
    call: [
      '“How do you start?” asked [h]. “With dirt,” said [f]. [h] had none in the house. They borrowed some, in {x.pot}, and in it went the seeds, side by side, like nine in a bed. “And what do I do now?” “Nothing,” said [f]. [h] had not expected it to be so hard.',
    ],
    try1: [
      'It might need air, thought [h], and took the seeds out for a walk. Then it might need company, so [h.s] stirred. It might like the window; no, the step; no, the window. Each time a bit spilled on the stones. And [h], who could not leave a thing like that, swept it off to the wall.',
    ],
    low: [
      '{dusk} “They have gone,” said [h]. In {x.thePot} there was earth, and in the earth there was a spoon. All nine seeds had been stirred, and walked, and aired away. [h] did what [h.s] did when [h.s] was sad. [h.s] got the broom.',
    ],
    turn: [
      'Swish, went the broom, and swish, and then it went round something. [h] had not told it to. By the wall, in the dirt of last week, were nine green dots in a row. Every bit of [h.o] wished to stir them. [h] put the broom across the way, like a gate, and stayed on this side.',
    ],
    result: [
      'It was the longest nothing that [h] had ever done. [h.s] gave them water, and then [h.s] looked at a cloud. The dots grew legs; the legs grew leaves. By June you could not see the wall for yellow. And so it was that [h] {goalPast}, and had hardly done a thing.',
    ],
    reward: [
      '“I should like to know what you put on them,” said {crowd1}. “My back,” said [h]. Then they filled {x.pots}, and sat down together, and did not look. It was quite a party.',
    ],
    rest: [
      '{comfort} Nobody had swept the yard. {bedLine} ¶ Out there, by the wall, the garden shut its flowers, one after the other, without any help. [h] lay and did not look. It is a good way to fall asleep.',
    ],
  },
  'plot-see': {
    home: [
      'At night, when it was quiet, [h] took {x.token} out of the drawer. A sailor had left it, or a tinker; somebody, at least, who had been there. “Some day I shall {goalMe},” said [h.full] to it. By day they all told [h.o] what they had heard: {x.said1}.',
    ],
    call: [
      '“Have you ever seen the {x.it}?” [h] asked [f]. “My cousin knows someone who was nearly there,” said [f]. It is not enough, if you want a thing as much as that. By eight they were on the road, with a bun for two.',
    ],
    try1: [
      'A woman on a cart had it from the baker that you go straight on. They went straight on. They came to the baker. “I had that from the woman on the cart,” he said. But he gave them an arrow, a good one, of pastry.',
    ],
    low: [
      '{dusk} There was no one left to ask, apart from a cow. “{x.said2.cap},” said the cow, “is what I heard.” “Everyone talks,” said [f], “and nobody went.” [h] felt something press in [h.sp] pocket. It was {x.theToken}. It had been there, and it had not said one word.',
    ],
    turn: [
      '“Quiet,” [h] told the cow. [h.s] laid {x.theToken} in the flat of one hand. {x.clue}. [h] waited until all the talk had run out of [h.sp] ears. {x.sense}. Then [h.s] went that way, across the field, and did not once ask.',
    ],
    result: [
      'The field stopped, and so did they. [h] {goalPast}. {x.there}. [h] had thought of so many words for it, at home. Not one of them was any use.',
    ],
    reward: [
      '“So?” said a cow, over a gate, when they came by. “Is it true, what they say?” “No,” said [h]. “Come on; it is not far.” You have never seen anybody run like that cow.',
    ],
    rest: [
      '{bedLine} ¶ {x.home}. [h] did not put it away, tonight. {comfort} ¶ It lay by [h.p] ear, and told the whole of it from the start, the true way. [h] was asleep by the second word.',
    ],
  },
};
