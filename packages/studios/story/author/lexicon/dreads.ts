/** What a fear is about: where it is met, who needs one there, what is seen at first and on looking well, and how it ends up. Texts are templates. */
export type Dread = {
  is: RegExp;
  /** It comes into the day of [h]. */
  far: string[];
  /** [f] needs [h] right there. */
  call: string[];
  /** The first time close to it goes wrong. */
  near: string[];
  /** Close to it once more, [h] notices something true. */
  turn: string[];
  /** What is done there for [f]. */
  done: string[];
  /** What it is at bedtime. */
  after: string[];
};

/** Fears by the word of the wish, the last of them for any other. */
export const dreads: readonly Dread[] = [
  {
    is: /dark|night/,
    far: [
      'Every evening the dark came in under the door, without knocking, and filled the corners first.',
      'The dark began beneath the table, and by supper it had got as far as the chairs.',
      'So [h.s] had a lamp, and a second lamp, in case the first should get tired of the dark.',
    ],
    call: [
      '“I go home by the glow-worms,” said [f], “and I cannot see them. There is a lamp in the way.” It was [h.p] lamp.',
      '“I have lost my way,” said [f]. “I could find it by the stars. But it is so bright here that they do not come.”',
      '“There is a hedgehog at my gate,” whispered [f], “and it comes only when it is dark. With that lamp it will not come.”',
    ],
    near: [
      'The lamp made a small, bright room, and all round it the dark stood with its nose against the glass. Behind it something went crack. [h] was indoors again before the crack was over.',
      '[h] ran through the dark with both eyes shut, so that at least it was a dark of [h.sp] own. It ended at {thing1}, with a bump.',
    ],
    turn: [
      '[h] took one breath for [f] and one for [h.r]. Then [h.s] blew out the lamp. Puff! [h.s] waited for the dark to be black. It was not. It was blue by the wall, and silver on {thing1}.',
      'Out went the lamp. At first there was only dark. Then the dark began to have things in it: a grey edge, a pale path, two stars, eleven stars. They had been there the whole time. It was the lamp that had hidden them.',
      '[h] shut the lamp in the cupboard, where it could be bright by itself. Then [h.s] held on to [f], and they waited. The dark was not a wall, as [h] had thought. It was soft. You could hear a long way in it.',
    ],
    done: [
      'Along the hedge the glow-worms came on, green and small, one after another. “There!” said [f]. They can only be seen in the dark. So it had been good for something, all these years.',
      '“I see it!” said [f], and showed [h] the way home, drawn right across the sky. Hand in hand they walked along underneath, in the middle of the dark, and talked.',
      'Snuffle, it went, down by the gate. Out of the dark came a nose, and after the nose a hedgehog, who thought that it was nice and dark here, and drank the milk. “It trusts us,” breathed [f].',
    ],
    after: [
      'The dark came in at the window, blue and silver. It turned round once, like a cat, and lay down on [h.p] feet.',
      '[h] put the lamp by the bed, in case it was wanted. It was not. The dark had such a lot to look at.',
    ],
  },
  {
    is: /thunder|storm|lightning|fireworks|bang/,
    far: [
      'It had only to rumble behind the hill, and [h] was under the table with a cushion on each ear.',
      'On hot days [h] watched the sky, and whenever it went the colour of plums [h.s] went indoors.',
    ],
    call: [
      'There was a knock, and it was [f], wet to the bone. “May I come under your table?” asked [f]. “I am afraid of {x.y}, too.”',
      'That evening it rumbled, and across the way someone began to cry. It was [f], who was all alone over there.',
    ],
    near: [
      '“Boom,” went {x.y}, and [h] put [h.sp] head into the laundry basket. It was still going on in there.',
      '[h] tried to be louder than {x.y}. [h.s] beat on a pan. All that came of it was a dent.',
    ],
    turn: [
      '“Let us count,” said [h], since somebody had to say something. There was a flash. One, two, three, four: boom. After the next flash it was five. Then it was seven. “It is going away,” said [h]. “You can hear it by counting.”',
      'And [h] listened, really listened, for the first time. Boom, it went, and then it rolled on and on over the hills. It did not sound angry. It sounded like someone who was moving a very big cupboard.',
    ],
    done: [
      'They came out from under the table. At nine they opened the shutters. At twelve they held out one hand each into the rain. {x.Y} went off over the hills, and they called good night after {x.them}.',
      '[f] laughed. Then [f] said “boom,” quite softly, and [h] said it back. When the real one came they were ready, and all three said it together.',
    ],
    after: [
      'Far away there was one last rumble of {x.y}, as soft as a stomach. [h] counted. [h.s] got to nineteen, and no further.',
      '{x.Y} had gone round to the other side of the hill. The rain stayed a bit, and tapped on the roof.',
    ],
  },
  {
    is: /water|swim|bath|wave|\bsea\b|rain|puddle|river/,
    far: [
      'On the bank [h] always walked on the side where the grass was, and even there [h.s] held on to it.',
      'Others went in with a splash. [h] minded their towels. [h.s] had become very good with towels.',
    ],
    call: [
      'Then the wind took the little red boat of [f], and put it down among the reeds, out of reach. “It is not far,” said [f], “but my legs are so short.”',
      '“I have never been in,” said [f], “and I should like to, once. Will you hold on to me?” There was nobody else to ask.',
    ],
    near: [
      '[h] put in a toe. It was cold, and it moved. [h.s] took out the toe and dried it, and looked to see if it was still all there.',
      '[h] went in with a run, so as to get it over. {x.Y} came up [h.sp] nose. [h.s] got out on the wrong side, and had to walk back round.',
    ],
    turn: [
      'This time [h] stood quite still, up to the knees. And when [h.s] did not kick it, it did not kick back. It grew smooth. It even lifted [h.so] a little, under the arms, as you lift a small child.',
      '[h] breathed in, and noticed that [h.s] went up. [h.s] breathed out, and went down a little. That was all there was to it. It was {x.y} that did the holding.',
    ],
    done: [
      'So [h] lay down on it, very slowly, and it bore [h.so]. Three kicks, and there was the boat. [f] stood on the bank, and counted the kicks out loud.',
      'Then [f] came in, too, and held on to [h.sp] shoulders. They floated like two leaves. “So this is what it is like,” said [f]. “More!”',
    ],
    after: [
      'When [h] shut both eyes it was all still going up and down a little. {x.Y} had sent a bit of it home with [h.so].',
      'Outside it dripped from the towels. That was all that was left of {x.y}: a small, clean sound, going to sleep.',
    ],
  },
  {
    is: /fly/,
    far: [
      'On the ground there was something to stand on. [h] did not see why anyone should leave it.',
      'When the others went up, [h] had a cold, or a loose screw, or a thing to finish.',
    ],
    call: [
      '“I have a letter for the moon,” said [f]. “It has to go tonight. And I have no wings, and nobody to take me.”',
      '“I want to see my house from above,” said [f], “once, before I am too big to be carried.”',
    ],
    near: [
      '[h] ran, and ran faster, and at the end of the field [h.s] went on running. It was only a hedge that saw how it stopped.',
      '[h] went up as far as a hand. “I am doing it!” [h.s] said, and looked, and was not.',
    ],
    turn: [
      'The wind came up from below, and leaned on [h.o]. It was quite firm. It was like a hand in the back, when someone helps you up a hill. “It holds,” said [h]. All the air there was had been holding things up, since the beginning, and never dropped a cloud.',
      '“Do not look at the ground,” said [f]. “Look at where you are going.” [h] looked at one star, and leaned towards it. The ground let go so softly that [h] did not notice until it was too late to be afraid.',
    ],
    done: [
      'They flew over the wood, and left the letter on the sill of the moon. At least, in the morning it was not there. “You are very good at flying,” said [f], into the wind.',
      'Down there was a roof as small as a stamp. “That is me!” called [f]. They flew round it twice. The second time [h] looked as well.',
    ],
    after: [
      'When [h] lay quite still the bed flew a little. [h.s] let it.',
      '[h.s] would not be flying tomorrow, perhaps. But the day after there was a good wind due.',
    ],
  },
  {
    is: /height|high|climb|fall|jump|ladder/,
    far: [
      'Even on a chair [h] felt that the floor was a long way down. At the window [h.s] looked only at what was level.',
      'When the others went up, [h] stayed below, and called out to them to be careful.',
    ],
    call: [
      'Then [f.p] kite caught in the old pear tree, high up. Nobody was home but [h]. “I would go myself,” said [f], “but I am no bigger than a pear.”',
      '“My ball is on the roof,” said [f]. “I saw it go.” They both put back their heads, and looked at how high that was.',
      '“The swallows are back,” said [f]. “One of them has fallen out. It has to go up again, right up there under the roof.” It sat in [f.p] hat, all beak.',
    ],
    near: [
      '[h] got as far as the third rung, and then [h.s] looked down. Down looked back. They had to be talked apart, and it took until noon.',
      'With both eyes shut it was worse: there was nothing to see, and all of it was {x.y}. [h] came down by the seat of [h.sp] trousers.',
    ],
    turn: [
      '“How far is the next one?” asked [f], from below. [h] looked. It was only a hand. And the one after that was a hand, too. High up, thought [h], is nothing but a lot of low, one on top of another.',
      '[h] held on, and did not look down. [h.s] looked out, instead. There lay {place.name}, all of it, as small and neat as a tray. Nobody had ever told [h.o] that it was for this that people go high.',
      'Two black eyes looked out of the hat. They had been much higher than this, and fallen all the way, and they were not afraid at all. They wanted to go back. “What is it like up there?” whispered [h]. So, little by little, [h.s] went to see.',
    ],
    done: [
      'There it hung. [h] took it by the tail and threw it down to [f]. Then, since [h.s] was up there, [h.s] stayed a moment. The wind was soft. It was high, and it was very nice.',
      '“What can you see?” called [f]. “Everything,” said [h]. “I can see your hat.” And then, one hand at a time, [h.s] brought it down.',
      'Under the eaves sat four more, all beak, in a row. They moved up, and the hat was tipped. Five! From here you could look right across to the river. [h] had not known that it was blue.',
    ],
    after: [
      'The bed was not high at all. [h] was nearly sorry. [h.s] thought of how far one could see from up there.',
      'In [h.p] head {x.y} had turned into something else, with a view, and a wind in it.',
    ],
  },
  {
    is: /dentist|doctor|hospital|shots|hairdresser|barber|vet\b/,
    far: [
      'When they went past that door, [h] held [h.sp] breath, and [h.sp] hat, and the nearest hand.',
      'There was a card for it on the wall. [h] had hung a towel over the card.',
    ],
    call: [
      '“I have to go to {x.y},” said [f], “today, at four, and nobody can come with me.” [f] was very small, and had on a clean shirt.',
      'And who had to go there that day? It was [f]. “Is it bad?” asked [f]. [h] did not know. [h.s] had never stayed long enough to find out.',
    ],
    near: [
      'They got as far as the mat. Inside there was a buzz. [h] found that [h.s] had to tie a shoe, round the corner, in the next street.',
      'In the waiting room there was a fish in a bowl. It opened its mouth for everyone. [h] did not. [h.s] shut [h.sp] mouth so hard that it whistled.',
    ],
    turn: [
      '“What is that for?” [h] heard [h.r] ask. It was the first question that anybody had asked all day. “For looking round corners,” it was said. It was only a mirror, on a stick, no bigger than a button.',
      '“You may hold the lamp,” [h] was told. And from that side it all looked different. There were two tired eyes, and a kind nose, and very clean hands.',
    ],
    done: [
      '[f] went first, and [h] held one thumb. “It tickles,” said [f]. Then [f] held the thumb, and it was [h] who opened wide. It did tickle. There was nothing to it but tickling and counting.',
      'They both had a turn in the chair that goes up. They both were given a sticker. “Can we come again?” asked [f]. That was how it was at {x.y}.',
    ],
    after: [
      'The towel was back on its hook. On the card for {x.y} there was a sticker, with a star.',
      '[h] said “ah” to the ceiling, quite wide, for fun. It turned into a yawn. They would have liked that at {x.y}.',
    ],
  },
  {
    is: /vacuum|hoover|noise|loud|siren|hair ?dryer|drill/,
    far: [
      'As soon as it began to roar, [h] was behind the sofa, flat as a rug.',
      'It lived in the cupboard beneath the stairs. [h] went past that cupboard on tiptoe, so as not to wake it.',
    ],
    call: [
      'Then something small came running, and shot in behind the sofa as well. It was [f]. “Is it after you, too?” asked [f].',
      '“My button!” said [f]. “It rolled into the cupboard beneath the stairs. Right up to you know what.”',
    ],
    near: [
      'On it went, and off went [h], twice round the house. It did not even follow.',
      '[h] growled at {x.y}, in order to be first. Then it growled, and it was a good deal better at it.',
    ],
    turn: [
      'Just then the noise stopped. There it stood. It had a tail, and the tail went into the wall. [h] gave the tail a pull. Pop. Now it could not even have hummed.',
      '[h] looked at it from behind the leg of a chair. It had no teeth. It only had a long nose, and it went about with it sniffing up crumbs. [h] knew somebody else who did that.',
    ],
    done: [
      '“You may press it,” [h] was told. Click, on. Click, off. It roared when [h] wished, and it was still when [h] wished. [f] had a turn. Then they had it sing, on and off, on and off.',
      '[f] got the button, and [h] sat down on top of {x.y}. It was still warm. “Brrm,” said [h]. They drove it as far as the kitchen.',
    ],
    after: [
      '{x.Y} stood in the cupboard with its tail rolled up, and slept. [h] had put a sock on its nose, so that it should not be cold.',
      'From the cupboard there was no sound. Even {x.y} must sleep, thought [h].',
    ],
  },
  {
    is: /monster|ghost|witch|giant|troll|dragon/,
    far: [
      'Each night [h] got into bed with a jump, from the middle of the carpet, because of what might hold out a hand.',
      'Somewhere it creaked. There was always somewhere that it creaked, and [h] knew what that was.',
    ],
    call: [
      '“Excuse me,” said a small voice. It was [f], in the doorway, with one slipper. “The other one has gone in there. Where the monsters are. Will you come?”',
      '[f] had come to stay the night. “What is under here?” asked [f], and bent down. “Do not!” said [h].',
    ],
    near: [
      '[h] let down a sock on a string. When [h.s] pulled it up there was fluff on it. “They are hairy,” said [h], and drew up the blanket.',
      'They shone a torch at it. Two eyes shone back. [h] was on the wardrobe before the torch had hit the floor.',
    ],
    turn: [
      'Then it sneezed. It was a very small sneeze. [h] had thought of claws, and of teeth, but never of a cold. “Bless you,” said [h]. There was a silence. “Thank you,” it said.',
      '“If I were under there,” said [f], “I should be afraid of what was on top.” [h] had never thought of that. What did {x.y} see, every night? Two big feet.',
    ],
    done: [
      'They pushed in a cushion, and then a biscuit. Slowly, the slipper was pushed out. It had been swept. And now they knew that {x.y} came in small, too, and could be afraid, and had good manners.',
      '[h] lay down on the floor, and looked. There was a sock, an old apple, and something round and furry that looked back and held on to the apple. “Hello,” said [h]. It had been waiting years for that.',
    ],
    after: [
      '“Good night, {x.y},” said [h], and knocked on the bed frame, twice. From below it knocked back.',
      'Something turned round under the bed, and sighed, and tucked itself in. It is good to have {x.y} below you, to mind the slippers.',
    ],
  },
  {
    is: /school|people|children|crowd|strangers|stage|talking|sing|others|lessons/,
    far: [
      '[h] had looked at it once over the wall, and it was all elbows and noise.',
      'In the mornings [h] had a stomach ache about it, and on Saturdays [h.s] had none.',
    ],
    call: [
      '“They are all in there,” said [f], at the gate. “I do not know a single one. Do you?” [f] had a new bag, and the straps were shaking.',
      '“Come in with me,” said [f]. “I should not mind {x.y} so much if there were two of us to mind it.”',
    ],
    near: [
      '[h] got as far as the gate. Then they all looked round, and [h] became a bush.',
      'Somebody said “Hello!” and [h] said it back, but to [h.sp] shoes. After that the shoes knew everything, and nobody else did.',
    ],
    turn: [
      'Then [h] saw a hook with a picture on it, a small yellow duck, and beside it one that was empty. Next to that stood somebody else, who was looking at the floor as well. In all of that noise there were quite a number of quiet ones. You only had to look at them low down.',
      '[h] counted them. They were not a crowd at all, when you counted. They were one with a plaster, and one with a cough, and one who held a snail. “Is that your snail?” asked [h].',
    ],
    done: [
      'After that it had a corner in it that was theirs. [f] had the hook with the duck, and [h] the one beside it. At noon [h] found that [h.s] had not thought of {x.y} for an hour. [h.s] had been in the middle of it.',
      'There was a song, and [h] and [f] did not know the words. Nobody did. They all sang la, and it was good. “So that is {x.y},” said [f].',
    ],
    after: [
      'It had ninety elbows still. But [h] knew some of them by name now.',
      '[h] told it all to the ceiling: {x.y}, and the duck, and who has a snail.',
    ],
  },
  {
    is: /fire|sun|light/,
    far: [
      '[h] sat where it was cool, and had never in [h.sp] life toasted a bun.',
      'When others moved up close to the warmth, [h] moved back.',
    ],
    call: [
      '“I am so cold,” said [f], who had been out since morning. “Will you sit with me where it is warm?”',
      'It was getting late, and [f] had not come home. “Somebody must put up a light,” they said, and they looked at [h].',
    ],
    near: [
      'It went crack. [h] went crack, too, or so it felt, and came out on the far side of {thing1}.',
      '[h] looked at it through a tube, and it still looked at [h].',
    ],
    turn: [
      'Then [h] saw how it leaned when the wind blew, and stood up again, and leaned. It was shy. It shook, just as [h] did. There were rules, too: stay a good step off, and do not run, and let the big ones mind it. With rules you could look at it all day.',
      '[h] held up both hands, a good way off. They turned gold. It did not bite; it was only warm, and it stayed in its place.',
    ],
    done: [
      'From a step away they watched {x.y} together, and their toes grew warm. There was a castle in it, and then a horse. [f] stopped shaking, and so did [h].',
      '[f] saw it from the far hill, and came home by it. “I would never have found the way,” said [f], “without {x.y}.”',
    ],
    after: [
      'Only a red glow was left of {x.y}, and it winked.',
      'It was warm still, right up to the pillow. That was {x.y}, from afar.',
    ],
  },
  {
    is: /mouse|mice|spider|bee|bug|ant|wasp|insect|worm|moth|bird|dog|cat|horse|cow|goose|geese|wolf|bear|lion|snake|crab|hen|fish|animal|frog|rat|snail/,
    far: [
      '[h] knew every way {place.at} where you would not come upon {x.y}, and the shortest took all morning.',
      'At a rustle [h] was up on {thing1}, and asked whether it was anything with legs.',
    ],
    call: [
      'Then the wind took [f.p] hat. It put it down on the other side, just where you always found {x.y}. “I cannot get it alone,” said [f].',
      '“I have made a cake for the one over there,” said [f], “and I cannot carry it by myself.” It was over there that [h.s] never went, because of {x.y}.',
    ],
    near: [
      '[h] got so near that [h.s] could see an eye. The eye looked. [h] said that this had been quite enough for a Monday.',
      '[h] came with a big stick of rhubarb and a fierce face. There was a small sound, hardly anything. The rhubarb came home by itself, later, on [f.p] arm.',
    ],
    turn: [
      '[h] stood as still as a post, since both knees had given notice. And so [h.s] saw what no one sees who runs: the one in front was shaking as well. Its whole small heart went tick, tick, tick. Somebody here was afraid of [h.n].',
      '“Look at the ears,” whispered [f]. [h] looked. They were laid quite flat. That was how [h] felt. All this time [h] had been afraid of {x.y}, and had never asked how {x.they} felt.',
    ],
    done: [
      'So [h] sat down on the ground, to be small. [h.s] looked the other way, and held out a hand with a crumb. There was a breath on it, and then a tickle. The crumb was gone. And [f] had the hat.',
      '“After you,” said [h], and made room. That was all that had been wanted. They shared what there was, in three parts, and [h] had the end with the icing.',
    ],
    after: [
      'Somewhere out there {x.y} lay down to sleep as well, with all those legs, and it was rather a nice thought.',
      '[h] thought of {x.y}. [h.p] knees stayed just as they were.',
    ],
  },
  {
    is: /./,
    far: [
      '[h] knew nine ways home that had none of it in them, and the shortest took all afternoon.',
      'Whenever anyone said the word, [h] had to go and see to something in another room.',
      'There was a list over [h.p] bed of all that [h.s] did not mind. It was long, and {x.y} came nowhere on it.',
    ],
    call: [
      '“I have to go right past {x.y},” said [f], “and I do not like to go by myself.” There was nobody else to ask.',
      '“You know all about {x.y},” said [f], “since you have looked at {x.them} so hard. Will you come and hold my hand?”',
    ],
    near: [
      '[h] looked at {x.y} from very far off, through a hole in a leaf. It did not get bigger. But neither did [h].',
      '“Hrrr,” said [h], to be the first. It was {crowd1} who jumped. {x.Y} had not even noticed.',
      'They went nearer. At ten steps [h.p] ears went hot, and at nine [h.s] remembered that there was a bun at home.',
    ],
    turn: [
      '[h] held on to [f], and [f] held on to [h]; and so neither could run. They had to look. It had a front and a back, like anything. “It is smaller on this side,” said [h].',
      'There was no way round, and so [h] did what [h.s] had never done: [h.s] looked at {x.y} for as long as it takes to count to ten. At seven [h] noticed that it was the thought of it that was so big. This was only about its own size.',
    ],
    done: [
      'They walked up, and they walked past, and then they turned round and did it again, because the first time [h] had forgotten to be afraid and wished to be sure.',
      '“Thank you,” said [f]. “I could not have done it, if you had not been as frightened as me.” They both looked back. That was {x.y}, then.',
    ],
    after: [
      '{x.Y} had not gone away. But it was all out there, at its usual size, and [h] was in here.',
      'At the bottom of the list [h] wrote one more word, with a pencil: {x.y}.',
    ],
  },
];
