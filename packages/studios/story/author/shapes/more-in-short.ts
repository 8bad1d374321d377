import type { BeatId } from '../plan/shape.ts';

/** Wordings in short sentences of plots about what is wanted, looked for or taught; at four and five these come first. */
export const moreInShort: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  wanted: {
    home: [
      '[h] wanted to {goal}. That was on Monday. On Tuesday [h] still wanted to. By Friday it had got so big that [h.s] had to sleep round it.\n? {t.cost}',
      'Under the bed of [h] was a box, and on the box it said: “To {goal}.” There was nothing in it yet.\n? {drive.habit}',
      'First thing in the morning [h] looked out, to see if today was the day. It never said so. Nobody else {place.at} wanted to {goal}. Nobody else had thought of it.',
    ],
    call: [
      '“What are you waiting for?” asked [f]. [h] had to think. It had been so long. “For you, I suppose,” said [h]. So they took {x.aid}, and began.',
      'It was a fine day, and nobody was using it. “Let us take this one,” said [h]. “What for?” asked [f]. “To {goalMe}.” They took {x.aid} as well.',
    ],
    try1: [
      'They both spat on their hands, since that is how one begins. {x.slip.cap}',
      '[h] did it as it is done in books. {x.slip.cap} “Turn the page,” said [f].',
      'It looked so easy when you thought of it. {x.slip.cap}',
    ],
    try2: [
      '“Again,” said [h]. {x.slip2.cap} “Again?” said [f].',
      'They had a rest, and then they had another go. {x.slip2.cap}',
      '{x.slip2.cap} [f] looked at [h]. [h] looked at {x.bit}. It was not the fault of {x.bit}.',
    ],
    low: [
      '{dusk} “I cannot,” said [h]. It was the first time that [h.s] had said it. It tasted of soap. [f] did not say “Yes, you can.” [f] only moved up a bit.',
      '{dusk} They were both muddy, and one of them was hungry. “We could stop,” said [f]. They tried it. They stopped. It was not at all what [h] wanted.',
      '{dusk} [h] lay on [h.p] back. Up there was all that sky, and it did not want anything. [h] did. [h.s] wanted just the one thing. And nobody was going to come and do it for [h.o].',
      '{dusk} “Tell me how it will be,” said [f]. “When you do.” [h] told it. It took a while. And somewhere in the middle of the telling there was a bit that [h] had not tried.',
    ],
    turn: [
      '[h] put down {x.bit}. [h.s] put down the rest. Now both hands were free. {t.lore} “Oh,” said [h].',
      '“I have been trying so hard,” said [h], “that there was no room for it.” So [h.s] did not try hard. [h.s] tried softly.',
      '[h] stood up. [h.s] did not look at [f], and [h.s] did not count. There was one small bit that [h.s] could do. [h.s] did that. Then there was a bit next to it.',
      '“What if you fall?” asked [f]. “Then I fall,” said [h]. It was odd. When that was said, there was nothing left in the way.',
      '“Show me the part that you can do,” said [f]. It was not much. But it was [h.pp], and it held. {t.lore} [h] started from there.',
    ],
    result: [
      'And then it was so. [h] {goalPast}. It was a bit crooked. It was the best thing that [h.s] had ever seen.',
      '“Look!” called [f]. [h] had no time to look. [h] {goalPast}! All of [h.o] was needed for it.',
      'It came all by itself, in the end. [h] {goalPast}. [f] jumped up and down for two.',
      'Nobody saw it but [f] and a snail. [h] {goalPast}. The snail drew in its horns, and put them out again, to be sure.',
    ],
    reward: [
      '“Now say it,” said [f]. [h] stood on {thing1}. “I {goalPast},” said [h], and had to get down quickly, because of laughing.',
      '[f] had kept half a plum for this. It was quite warm by now. They bit it in two.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ The box under the bed was not empty any more. ¶ {ending}',
      '{comfort} ¶ “I did it,” [h] told the pillow. The pillow had known. ¶ {bedLine} {ending}',
      '{bedLine} ¶ Every bit of [h.o] was tired, and every bit was glad. ¶ {comfort} {ending}',
    ],
  },
  arrive: {
    call: [
      '“How far is it?” asked [f]. “Farther than the gate,” said [h]. They had both been to the gate. So they took {x.take}, and went to {goal}.',
    ],
    low: [
      '{dusk} “Are we lost?” asked [f]. “No,” said [h]. “We are here.” But where that was, [h.s] could not have said. A bird went home over their heads. It did not have to ask.',
      '{dusk} [f] sat down on a stone. “You go on,” said [f]. “I shall be a signpost.” [h] laughed, but only with the mouth. The stone was cold. It was too far back, and it was too far on.',
      '{dusk} The wind turned round and went home. So did the light. [h] counted what was left. There was half a bun. There was one [f]. There was the wanting, and that was as big as ever.',
    ],
    turn: [
      '[h] shut both eyes. It is a good way to look, if it is getting dark. {t.lore} “There,” said [h], and went where [h.p] {t.tool} said.',
      '“What can you do,” asked [f], “that a map cannot?” [h] thought about it. {t.lore} It was not much. But nobody had tried it yet. [h] tried it.',
      '“Stay close,” said [h]. {t.lore} All day long [h.s] had forgotten that. Now [h.s] put [h.p] {t.tool} in front, and the rest came after.',
      '[h] got up, and shook off the grass. “I know a thing that the road does not,” [h.s] said. {t.lore} And so they left the road where it was.',
    ],
    result: [
      'One more bend, and one more bush. Then [h] {goalPast}. [f] said “Oh.” [h] said nothing. [h.s] had no breath for it.',
      'They had thought that there would be a gate, or a bell. There was none. They just went on, and then [h] {goalPast}.',
      '“Do not look yet,” said [f]. “Now.” And there, with wide eyes, [h] {goalPast}. It was all true. It was even truer than that.',
    ],
    reward: [
      'First they stood. Then they sat. Then they lay down, so as to see it from there as well. When it got cool they took {x.give}, and went.',
      '“I want to remember it,” said [h]. So they looked at it bit by bit, from left to right. In the end they had all of it, and {x.give} besides.',
      '“Bye,” said [h] to it, and [f] said “See you.” One must be polite. {x.give.cap} went home with them, and was shown to everyone.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ All the way there was still in [h.p] feet. They hummed a little. ¶ {ending}',
      '{comfort} {bedLine} ¶ Now [h] knew what was past the bend. It was a nice thing to know in bed. ¶ {ending}',
    ],
  },
  'had-all-along': {
    home: [
      'The {x.lost} was not there. It was not in its place, and it was not in any other. [h] looked under the bed. [h.s] looked in the bed. {drive.intro}',
    ],
    call: [
      '“I shall not stop until I have it,” said [h]. [h.s] looked in the teapot. [h.s] looked in the other teapot. There was only tea.',
      '[h] made a list of all the places in the world. It began with {thing1}. “I shall take them in turn,” said [h].',
    ],
    try1: [
      'By {thing1} there was a hole. [h] called into it. “Is my {x.lost} in there?” “Shut the door,” said the hole.',
      '[h] asked {crowd1}. {Crowd1} looked at [h] for quite a long time. “I would rather not say,” said {crowd1}.',
    ],
    low: [
      '{dusk} [h] had looked in all the places. There were no more places. [f] came and sat down, and looked at [h] with a tilted head. “{x.sign}” said [f].',
      '{dusk} “Shall I help you look?” asked [f]. “There is nowhere left,” said [h]. “There is one,” said [f], and coughed. “Tell me: {x.sign.low}”',
      '{dusk} [h] was so sad that [h.s] sat down in the middle of the path. [f] walked once all round. “That is funny,” said [f]. “{x.sign}”',
      '{dusk} “It is gone,” said [h], “for good.” [f] had been eating a pear. Now [f] stopped. “I do not like to ask,” said [f]. “But {x.sign.low}”',
    ],
    turn: [
      '“I do not know,” said [h]. Then [h.s] held quite still. Where does nobody look? [h] put out a hand, and it came back to [h.o].',
      'Nobody had asked that yet. [h] opened [h.p] mouth, and shut it. Very slowly [h.s] felt, first here, and then there.',
      '[h] thought of all the people who had smiled today. There had been such a lot of them. And all at once [h.p] ears went hot. [h.s] felt for it.',
      '“Stand still,” said [f]. [h] stood still. “Now put your hand there.” “Where?” “There.” [h] put it there.',
    ],
    result: [
      'There it was, the {x.lost}! It was {x.where}! It had been there all day long. {x.found}',
      'And what did [h] feel there? There was the {x.lost}, {x.where}. {x.found}',
      '“Oh!” said [h]. “Oh no. My {x.lost}!” For it was {x.where}. {x.found}',
    ],
    reward: [
      '“Did you all know?” asked [h]. “We thought that you were playing,” said {crowd1}.',
      'They laughed so much that {crowd2} came to see. So it had to be told again. It was even better the second time.',
      '“If it had been anywhere else,” said [h], “I should have found it.” [f] said that this was very true.',
    ],
  },
  teach: {
    low: [
      '{dusk} “Now show me,” said [f]. There was no one else there. [h] looked for a way out. There was only [f], with a round face, full of trust.',
      '{dusk} [f] tried it alone, and could not. “It must be me,” said [f], in a small voice. It was not. [h] knew that it was not.',
      '{dusk} [h] had no lessons left. [h.s] had used up the theory, and the breathing, and the part with the hat. [f] sat and waited. [f] did not even look cross.',
    ],
    turn: [
      '“I have to tell you a thing,” said [h]. It was stuck. It had to be pulled. “I cannot {x.skill}.” [f] said, “Not even a bit?” And there was a bit.',
      '“Do you know what?” said [h]. “I have never done it.” It was out, and the sky had not come down. “Then we are the same,” said [f]. “That is much nicer.”',
    ],
    result: [
      'They held hands, and tried. They fell down. They tried again, and fell down on the other side. And then they did not fall down.',
      'First [h] did a bit. Then [f] did a bit. Then they did it both at once, with a shout. It was done! It was even done quite well.',
      '“Did you see?” cried [f]. “I was in it,” said [h]. They did it all the way to the gate.',
    ],
    reward: [
      '“And what is the next lesson?” asked [f]. “Buns,” said [h]. That was one that they both could do.\n\n? {drive.cure}',
      '{drive.cure}\n\n? From then on, when [h] did not know a thing, [h.s] said so. It saved a great deal of time.',
    ],
  },
  'two-troubles': {
    home: [
      '{drive.intro} It was so on Monday, and it was so on Sunday.\n{drive.habit}\n? {t.cost}',
      'This is [h]. {drive.intro}\n{drive.habit}\n? You could hear {place.sounds}, and that was all there was to hear.',
    ],
    call: [
      '“Today I shall {wantMe},” said [h]. [h.s] told {thing1}. [h.s] told {thing2}. They did not say no.\n\n{need.sign}',
      'To {want}: that was all that [h] asked for. [h.s] put on [h.p] hat, and went to see to it.\n\n{need.sign} [h] had no time for that now.',
    ],
    low: [
      '{dusk} Nothing had come of it. [h] turned to go home. But there it was again, and this time it was just round the corner.\n{need.trouble}\n\n{need.plea}',
      '{dusk} [h] sat down, to be sorry for [h.r]. It did not last long. Somebody else was sorry, too, and was louder at it.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: [
      '[h] forgot what [h.s] had come for. It was quite easy.\n? {t.lore}\n\n{need.deed}',
      '“I can do that,” said [h]. It was a thing that [h.s] did not often say.\n\n{need.deed}',
      '“Move over,” said [h]. “I have got just the thing.”\n? {t.lore}\n\n{need.deed}',
    ],
    result: ['{need.result}\n\n? “Well!” said [n]. “Well,” said [h].', 'It took no time at all.\n\n{need.result}'],
    reward: [
      '{drive.cure}\n\n? They went home along the wall, and did not talk much.',
      'It was late, but nobody minded. {drive.cure}',
    ],
  },
  'small-enough': {
    home: ['{drive.intro}\nNobody ever said, “Ask [h.n].” They asked all the rest.\n? {t.cost}'],
    call: [
      '“I would like to {wantMe},” said [h]. “Later,” they said. It was always later. [h] went to sit {spot}.\n\n{need.sign}',
    ],
    low: [
      '{dusk} They had all tried, and they had all gone off to think. Only [h] was left.\n{need.trouble}\n\n{need.plea}',
      '[h] squeezed through, and there was nobody in front any more.\n{need.trouble}\n\n{need.plea}',
    ],
    turn: [
      '“Let me,” said [h]. Nobody said “later.” There was nobody there to say it.\n\n{need.deed}',
      'It was too hard for the big ones. It was too quick for the slow ones. It was just right for [h].\n? {t.lore}\n\n{need.deed}',
    ],
    result: ['{need.result}\n\n? “Who was that?” asked {crowd1}. “That was [h.n],” said {crowd2}.'],
    reward: [
      'After that they said, “Ask [h.n],” and they did. {drive.cure}',
      '{drive.cure}\n\n? They gave [h.o] the chair by the stove. It was rather big. It was meant kindly.',
    ],
  },
  'own-strength': {
    call: [
      '“I shall stop it,” said [h]. “From now on I shall be like {crowd1}.” It had to work. How else was [h.s] ever to {want}?\n\n{need.sign}',
    ],
    turn: [
      'All day [h] had held it in. Now [h.s] let it out.\n? {t.lore}\n\n{need.deed}',
      '“They will not like it,” said [h]. “I shall,” said [n].\n\n{need.deed}',
    ],
    result: ['{need.result}\n\n? It was a good thing that there had been so much of it.'],
    reward: [
      'Nobody said “Stop it.” Somebody said, “Do it again.” {drive.cure}',
      '{drive.cure}\n\n? {Crowd1} came by in the evening, with a pie. It was not said what for. It was apple.',
    ],
  },
};
