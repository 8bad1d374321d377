import { plot, wants } from './plot.ts';

/** To see something far: everybody brings a piece of it by hearsay, and the hero follows the one true piece. */
export const seeFar = plot({
  id: 'plot-see',
  fit: 14,
  when: wants(/^(?:see|visit) (?:the |real |some )?(?:sea|ocean|beach|waves|snow|stars|moon|mountains?|rain)\b/),
  bind: ({ wish, random }) => {
    const it =
      /(?:sea|ocean|beach|waves|snow|stars|moon|mountains?|rain)\b/.exec(wish.goal?.phrase ?? '')?.[0] ?? 'sea';
    const sort = /sea|ocean|beach|waves/.test(it)
      ? 'sea'
      : /snow/.test(it)
        ? 'snow'
        : /stars|moon/.test(it)
          ? 'sky'
          : 'far';
    const all: Record<
      string,
      { said: string[]; token: string; clue: string; sense: string; there: string; home: string }
    > = {
      sea: {
        said: [
          'wet all over, like a bath for a giant',
          'blue on Sundays and grey in the week',
          'never done, not even at night',
        ],
        token: 'a shell with a chip in it',
        clue: 'In it there was a sound: in, and out, and in',
        sense: 'It was the wind. It said just what the shell said, only larger',
        there: 'There was no other side. It came up to them, all that way, and lay down, and went back to think',
        home: 'In the shell it went on, very small: in, and out, and in',
      },
      snow: {
        said: [
          'white on the outside and white on the inside',
          'as quiet as a room where somebody has just left',
          'warm, if you have a hole in it',
        ],
        token: 'one mitten, sent by an aunt',
        clue: 'It was for the cold; so it wanted to go where the cold was',
        sense: 'On the left cheek the air was cooler than on the right',
        there: 'It came down without a sound. Each post had a hat, and each thorn a glove',
        home: 'In the mitten there was still a bit of wet, that had been a star with six arms',
      },
      sky: {
        said: ['holes in a very old roof', 'no bigger than salt', 'up there all day, only shy'],
        token: 'a black glass bead',
        clue: 'You could only see something in it if you put the lamp away',
        sense: 'The less lamp there was, the more there was of everything else',
        there: 'They were over the hill, and in the pond, and between the ears of a cow. Nobody had put them in a row',
        home: 'In the glass bead there was a tiny spark. It may have been a scratch',
      },
      far: {
        said: [
          'bigger than you would think, and then bigger',
          'grey from afar, and near by all sorts of things',
          'best before breakfast',
        ],
        token: 'a small round stone with a stripe',
        clue: 'It had come from there, and it was rolled smooth; so it had rolled downhill',
        sense: 'Where the brook came from, it got steeper',
        there: 'It took up all the room there was, and did not push',
        home: 'The stone with the stripe was still a bit cold from it',
      },
    };
    const found = all[sort];
    const [said1 = 'big', said2 = 'far', said3 = 'there'] = random.shuffle(found?.said ?? []);
    return {
      it,
      said1,
      said2,
      said3,
      token: found?.token ?? '',
      itIs: it.endsWith('s') ? 'They are' : 'It is',
      areThey: it.endsWith('s') ? 'are they' : 'is it',
      isThis: it.endsWith('s') ? 'Are those' : 'Is this',
      theToken: (found?.token ?? '').replace(/^(?:an?|one) /, 'the ').replace(/,.*| with .*/, ''),
      clue: found?.clue ?? '',
      sense: found?.sense ?? '',
      there: found?.there ?? '',
      home: found?.home ?? '',
    };
  },
  tell: {
    home: [
      'On the sill of [h.full] lay {x.token}. Somebody had left it there, once, and had said that it had to do with the {x.it}. [h] had never been. “I want to {goalMe},” [h.s] told it, each night, and listened, in case.\n? {t.cost}',
      '[h] wanted to {goal}. All that [h.s] had of it was {x.token}, which had come in a parcel, round a cup. The cup was broken long ago. But [h] had kept the thing, and took it to bed.\n8+ It was the only evidence in the neighbourhood that anything existed beyond the bus stop.',
    ],
    call: [
      '[h] asked around first. “{x.itIs} {x.said1},” said {crowd1}. “{x.itIs} {x.said2},” said {crowd2}. Neither of them had been there. “Then somebody should go and look,” said [f]; and [f] had a bun, and it was early. So they went.',
      '“What {x.areThey} like?” asked [f]. [h] had been told all sorts of things: {x.said1}, said some; and {x.said2}, said the others. “Nothing can be both,” said [f], who liked things to be clear. They packed a bun, to find out.',
    ],
    try1: [
      'At the crossroads an old man sent them to the left. He had it from his uncle. At noon they stood before a pond with a duck in it. “{x.isThis} the {x.it}?” asked [f]. “No,” said the duck, “but you are not the first.”',
      'They went where the sign pointed. It pointed at a field; and in the field was the man who had painted the sign. “I have never seen the {x.it} myself,” he said. “I only do the arrows.”',
    ],
    try2: [
      '“{x.itIs} {x.said3},” called somebody from a cart. [h] thanked them. It did not say which way.',
      'They climbed a gate to look. There was another gate. They ate half of the bun, so that it should not be so heavy.',
    ],
    low: [
      '{dusk} The road had gone under a hedge and not come out. “We have asked nine people,” said [f], “and not one had been.” [h] sat down, and felt {x.theToken} in [h.p] hand. It was the only one who had. And [h.s] had not asked it.',
      '{dusk} “Perhaps there is no such thing,” said [f], in a small voice, “and it is only what people say.” [h] said nothing. [h.s] got out {x.theToken}. That was not a thing that people said. It had a weight.',
    ],
    turn: [
      '[h] held it close, and was quiet for so long that [f] thought of the bun. {x.clue}. “Hush,” said [h], and shut both eyes, and turned round slowly. {x.sense}. “That way,” [h.s] said. There was no road. They went.',
      '“Let us not ask any more,” said [h]. {x.clue}. [h.s] stood quite still. {x.sense}. [f] could not tell, but took [h.p] hand. Through the hedge they went, where no arrow had ever pointed.',
    ],
    result: [
      'At the top [h] opened both eyes. So it was that [h] {goalPast}. {x.there}.\n6+ No one had told [h.o] that, because no one had looked.\n6+ [f] forgot to chew.',
      'One step, and one more; and then they did not need any. [h] {goalPast}. {x.there}.\n6+ “Is it as they said?” whispered [f]. [h] shook [h.sp] head. “They left out all of it,” said [h].',
    ],
    reward: [
      'They stayed until they had enough to last. On the way back somebody asked them about the {x.it}. [h] began, and stopped. “Have you got a bun?” [h.s] said. “Then I can tell you where to stand.”',
      'They met the man who did the signs. He listened to all of it. Then he got out his brush, and climbed up, and turned the arrow round. After that he took off his apron, and went to see the {x.it} himself.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ {x.home}. [h] put it on the sill, where it had always been. It did not have to say anything tonight. [h] knew the rest, and slept.',
      '{comfort} {bedLine} ¶ “It is…” said [h] to {x.theToken}, and looked for the word. The word was a long way off, in the dark, by the {x.it}; and [h] went there to fetch it, asleep.',
    ],
  },
  titles: [
    '{name} Does Not Ask Any More',
    '{name} and the Man Who Did the Arrows',
    'Nine People, {name}',
    '{name} and the {x.it.title}',
  ],
  stage: {
    call: { pose: 'walk', look: 'happy' },
    low: { pose: 'sit' },
    turn: { pose: 'hold' },
    result: { pose: 'look-up', look: 'surprised' },
  },
});
