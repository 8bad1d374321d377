/**
 * Small things that happen beside the plot: what is seen in the first scene, and what has become of it near the end.
 * Texts are templates; the second is only told where the first was. `who` are kinds that a hero of that kind can't meet.
 */
export const byTheWay: readonly { who?: string; first: string; later: string }[] = [
  {
    who: 'goat',
    first: 'Somebody had lost a hat. They had asked everyone except the goat.',
    later: 'The goat went by, in a very good hat.',
  },
  {
    who: 'hen',
    first: 'A hen stood on one leg. It wished to know how long one could.',
    later: 'The hen was still on one leg. It had only changed over once, when nobody looked.',
  },
  {
    first: 'On a wall it said WET PAINT.',
    later: 'Nearly everybody had a green stripe on the back by now. Nobody had told anybody else.',
  },
  {
    who: 'snail',
    first: 'A snail had set out to see what was round the corner.',
    later: 'The snail had got to the corner. It looked round it, said “Ah,” and turned back.',
  },
  {
    first: 'Two neighbours were arguing about whose turn it was to say sorry.',
    later: '“Sorry,” said both of the neighbours, at the same moment. Then they argued about who had been first.',
  },
  {
    who: 'duck',
    first: 'A duck walked past with a letter in its beak, and looked important.',
    later: 'The duck came back the same way, still with its letter. It had been for the duck.',
  },
  {
    first: 'A boot lay in the road, only the one.',
    later: 'Past came somebody with one boot on, hopping, and said that it had been the best day for years.',
  },
  {
    who: 'cow',
    first: 'A cow was looking over the wall. She had been there since yesterday.',
    later: '“I see,” said the cow, over the wall, at last. Nobody had known that she was waiting for the end.',
  },
  {
    first: 'Somebody was teaching a bucket to float.',
    later: 'The bucket floated. It was the somebody who sat in it now, and waved.',
  },
  {
    who: 'mouse',
    first: 'A mouse went by with a very long piece of string, and no end of it in sight.',
    later: 'Now came the end of the string. On it, well wrapped up, was another mouse.',
  },
  {
    first: 'There was a sign that said DO NOT READ THIS SIGN. Most people had.',
    later: 'On the back of the sign, it turned out, it said THANK YOU.',
  },
  {
    who: 'sheep',
    first: 'A sheep had been put in charge of counting.',
    later: 'The sheep had counted everybody. There was one too many, and it was the sheep.',
  },
  {
    first: 'An umbrella blew past, quite alone, and seemed to know where it was going.',
    later: 'The umbrella blew back. Under it now was a second, smaller one.',
  },
  {
    who: 'pig',
    first: 'A pig was washing an apple. It had been the same apple all week.',
    later: 'The pig gave the apple away, in the end. It had only wanted it to be nice.',
  },
  {
    first: 'A baker put a pie out to cool, and a note: NOT YET.',
    later: 'There was a new note where the pie had been. NOW, it said; but in a different hand.',
  },
  {
    who: 'beetle',
    first: 'A beetle was rolling something uphill, and would not say what it was.',
    later: 'The beetle was at the top. It sat down on the thing, which was a cushion, and looked at the view.',
  },
  {
    first: 'Somewhere a clock struck thirteen, and was embarrassed.',
    later: 'The clock struck eleven. So that was where the other two had come from.',
  },
  {
    who: 'frog',
    first: 'A frog was practising how to look like a stone.',
    later: 'Somebody sat down on a stone to rest. “At last,” said the frog.',
  },
  {
    first: 'A kite hung in a tree and said it was on holiday.',
    later: 'The kite was down from its tree. It said that the food had been poor.',
  },
  {
    who: 'cat',
    first: 'The cat next door was not asleep. It wished that to be known.',
    later: 'The cat next door was asleep now. It would deny it in the morning.',
  },
  {
    first: 'A wheelbarrow stood in the way, with a note on it: BACK SOON.',
    later: 'The wheelbarrow was gone. Where it had stood, there was a note: SEE?',
  },
  {
    who: 'crow',
    first: 'A crow had found a teaspoon, and was looking for the tea.',
    later: 'The crow had the tea as well now, and stirred it loudly.',
  },
];
