import { plot, smallPlot, wants } from './plot.ts';

/** To fly: every failed try has taught the hero what the wind does, and the balloon post needs just that. */
export const flyWithWind = plot({
  id: 'plot-fly',
  when: wants(/^(?:learn )?(?:to )?fly(?:ing)?\b/),
  tell: {
    home: [
      '[h] wanted to {goal}. [h.s] had tried with an umbrella, with two tea trays, and with hope. Each time [h.s] had come down in the same nettles. It was a small hill, luckily, and by now they were polite nettles.\n8+ {Crowd1} had suggested, more than once, that somebody might consider a quieter hobby, such as standing.\n? {t.cost}',
      'In the notebook of [h.full] it said, under M: “Monday. Did not fly. Wind from the left.” Under T it said: “Tuesday. The same, but with feathers. Wind got up at four.” [h] wanted to {goal}, and wrote it all down.\n8+ Every failure had a number, and the numbers were beginning to look rather distinguished.',
    ],
    call: [
      'On Wednesday [h.s] stood at the foot of the hill and wetted one finger. “It will turn at the chimney,” [h.s] said, “and then go up.” “How do you know?” asked [f]. “Because I have been in it,” said [h], and ran, and flapped.',
      '“What is it today?” asked [f], who held the book. “Two fans,” said [h], “and a run.” [h.s] watched the smoke, the washing, and a leaf that could not make up its mind. “Now,” said [h].',
    ],
    try1: [
      'For as long as a hiccup both feet were off the ground. Then they were on it. [f] wrote: “Hiccup.”',
      'The fans flew. They flew very well, and were not seen again. [h] sat in the nettles, and felt which way the wind was combing [h.sp] hair. “Write: it goes round the tree, like a cat,” [h.s] said.',
    ],
    try2: [
      '“Some are not made for it,” said {crowd1}. [h] said thank you; it was kindly meant. [h.s] put it in the book, under S.',
      'Next it was the sheet from the line. It bulged like a sail, and pulled [h.o] all the way to the duck pond. “Wind drops at the water,” wrote [f]. The page was wet.',
    ],
    low: [
      '{dusk} They got to the last page. It was full of wind, and had not one word of flying. “So that was that,” said [h], and shut it. Up in the sky hung the red post balloon. It went to the left; it went to the right. “Help!” called the postman. “I cannot find the way down!”',
      '{dusk} [h] lay on [h.sp] back, with the full book on [h.p] chest. \n6+ It is hard to look up, if you want it so much.\nThen the post balloon came over, low and crooked, with the postman hanging over the edge. “I have letters for the whole town,” he called, “and the wind does what it likes!” “No, it does not,” said [h], and sat up.',
    ],
    turn: [
      '[h] knew just what the wind would do. It was all in the book. “Wait for the chimney,” [h.s] called. “It turns there. Now let go of a bag! Now hold!” And the balloon turned, and sank, and came down like a cup on its saucer, right next to the nettles.',
      '“It goes round the tree, like a cat,” called [h], “and at the pond it drops! Go left of the washing!” The postman pulled a string. Left of the washing went the balloon, round the tree, and sat down on the grass with a sigh.',
    ],
    result: [
      '“I have the balloon,” said the postman, “and you have the wind. Get in.”\n6+ It was as simple as a step.\n6+ The nettles became a green spot; [f] became a hat that waved.\nAnd so it was that [h] {goalPast}, with nothing under [h.sp] feet but evening.',
      '“Who told you all that?” asked the postman. “I fell in it,” said [h]. He opened the small door of the basket.\n6+ Then the ground let go, quite gently, as one lets go of a hand.\n[h] {goalPast}! “Left, by the smoke,” said [h], and the whole sky did as it was told.',
    ],
    reward: [
      'They let the letters down on strings, one at each window. [f] got one, too. It said: “Wednesday. Flew. Wind from everywhere.”',
      'Over the pond, it dropped, just as it said in the book. They had known, and only got their toes wet. Down in the nettles they found both fans. They had landed much better than anybody.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ Outside the wind turned at the chimney, and went once round the tree. [h] could tell by the sound. “Now the pond,” [h.s] said, and felt the bed drop, very softly, and was asleep.',
      '{comfort} {bedLine} ¶ There was a new book on the table, with nothing in it. It opened by itself, in the draught, and turned a page, and another, as if somebody flew over it. [h] slept, with both arms out.',
    ],
  },
  titles: ['{name} and the Polite Nettles', 'Wind from the Left, {name}', '{name} and the Post Balloon'],
  stage: {
    call: { pose: 'jump' },
    low: { pose: 'sit', look: 'sad' },
    turn: { pose: 'point' },
    result: { pose: 'fly', look: 'happy' },
  },
});

/** The same for the youngest: on a swing. */
export const flySmall = smallPlot({
  id: 'plot-fly-small',
  when: wants(/^(?:learn )?(?:to )?fly(?:ing)?\b/),
  tell: {
    home: [
      'Up goes a leaf. Up goes a bee. [h] wants to fly, too!',
      '[h] wants to fly. Flap, flap. The feet stay down.',
    ],
    call: [
      '[h] has a hat with a wing on it. One wing. It is a start.',
      '“Like this?” says [f]. Flap, flap. Not like that.',
    ],
    try1: ['One, two, hop! Plop. That was a hop.', 'Run, run, run, flap! Bump. That was a bush. Sorry, Bush.'],
    try2: ['[h] sits on a leaf. The leaf stays, too.', '[f] blows. Fff. One hair flies.'],
    try3: ['[h] asks a bird. The bird is gone. It flew.'],
    try4: ['They lie down. They look up. It is all up, up there.'],
    low: [
      '[h] sits down. What is this seat? It is a board. It has two ropes. It goes to and fro, a bit.',
      'No more flaps. [h] leans on a rope. The rope leans back. Hm! It is a swing.',
    ],
    turn: [
      '[h] holds on tight. Legs out. Legs in. Legs out!',
      '“Push, please,” says [h]. And [f] gives a push. Out go the legs!',
    ],
    result: [
      'Up! Up to the leaf. Up to the bee. Whee! [h] flies! And back. And up!',
      'No ground! Just air, and air, and toes. [h] flies!',
    ],
    reward: [
      '“Now me,” says [f]. So [f] flies, too. The hat flies off. Bye, hat!',
      '“Hello, Bird,” says [h], up there. The bird nods.',
    ],
    rest: [
      'To and fro. Slow, and slow. {comfortSmall} In bed it still goes, to and fro.\n\nShh. [h] sleeps.',
      '{comfortSmall} The swing hangs in the moon. To. Fro. To.\n\nHush. [h] sleeps, and flies.',
    ],
  },
  titles: ['{name} Flies', 'Flap, Flap, {name}', '{name} and the Board with Two Ropes'],
});
