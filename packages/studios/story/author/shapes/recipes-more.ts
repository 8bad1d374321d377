type Tellings = { step?: string; wrong?: string; use?: string; end?: string };

/** Second tellings of what comes out wrong, by what it was meant to be. */
export const otherRecipes: Record<string, Tellings> = {
  'a cake': {
    step: 'It went into the oven soft. An hour later it took two hands to get it out.',
    wrong: 'A knife would not go into it. A saw would not go into it. It hummed when you put it down.',
    use: '[h] made a hole in the middle, and put a string through, and hung it beside the door. Then [h.s] took the spoon to it. Dong! In the house somebody got up.',
    end: 'By a door hung a cake, and now and then the wind asked it something.',
  },
  'a kite': {
    step: 'They took a run with it. They took another. It ran along behind on the ground, like a dog that is too old.',
    wrong: 'It was a fine kite to look at. You could have kept rain off with it. It weighed as much as a gate.',
    use: '[h] carried it over on [h.p] back, and dug in the tail. It stood. When the evening wind came round the corner, there was somebody there already.',
    end: 'The wind leaned on a kite, and behind it the beans did not even notice.',
  },
  'a scarf': {
    step: 'The needles went click until supper, and then until breakfast. It was down the stairs by then.',
    wrong: 'Nobody has a neck like that. They rolled it up, and then nobody could get round the roll.',
    use: '[h] took one end, and let the rest run out behind. It went over the stile, and along by the ditch, to the last door. There [h.s] tied it to the knob. “You can feel your way,” [h.s] said.',
    end: 'Somebody came home late, hand over hand along the wool.',
  },
  'a pot of soup': {
    step: 'It simmered all day, and smelled very well. Then they lifted the lid.',
    wrong: 'It was as blue as a boat. {crowd1.cap} tried some, and had a blue tongue until Friday.',
    use: '“Shut your eyes,” said [h], and set to work with a broom and the ladle. When they were allowed to open, there was no wall. There was only summer.',
    end: 'In a small room it was fine weather, from the ceiling down.',
  },
  'a chair': {
    step: 'Everything was cut to measure, but for the one bit. They put it on the floor. It set off.',
    wrong: 'It rolled and it rocked. {crowd1.cap} sat down to read, and was found in the garden.',
    use: '[h] tied a cushion to it, and they laid the baby on the cushion. It rocked once. The baby shut its mouth. It rocked again, and the baby shut both eyes.',
    end: 'There was a chair over there that did all the walking.',
  },
  'a lamp': {
    step: 'It was lit at dusk. They looked at one another. They all looked like spinach.',
    wrong: 'It was a very good lamp for a pond. In a room you felt that you ought to croak.',
    use: '[h] put it on the floor, behind the plant. The green went up the walls and moved a little. “Listen,” said [f]. You could nearly hear the wood.',
    end: 'One window had no stars in it. It had leaves.',
  },
  'a drum': {
    step: 'They stretched it tight, and stood back. [h] took a good swing. It said as much as a moth does.',
    wrong: 'Nobody could hear it but the one who played it. The band gave it back.',
    use: '[h] sat down under the window, and played, as hard as could be. Fff, it went. The window opened. “Is that for people like me?” somebody asked.',
    end: 'Two sticks lay crossed upon a drum, and the quiet went on in the same time.',
  },
  'a pot of jam': {
    step: 'It boiled over twice. Then it set. It set while somebody was still stirring it.',
    wrong: 'It could not be got out of the pot. In the end it could not be got off the table.',
    use: '[h] went along the pane with a finger of it, and pressed. Nothing rattled any more. It would hold until the next strawberries.',
    end: 'A window kept still, and a bee was looking into the matter.',
  },
  'a coat': {
    step: 'It was begun as a coat for one. By the second sleeve it had gone through all the cloth in the house.',
    wrong: '[h] went in at the top, and called from inside, and there was an echo.',
    use: 'They threw it over a low branch, and pegged down the hem. “In you go,” said [h]. One went in, and two, and three, and four. The fifth had a pocket to itself.',
    end: 'A coat stood in a field, breathing, with all its buttons done up.',
  },
  'a flute': {
    step: 'There was to be one hole here, and one there. But a woodpecker cannot count, and likes to be thorough.',
    wrong: 'It looked like lace. All that came out of it was draught.',
    use: 'Up the slope they went with it. [h] held the one end under the spout. All along it, from every hole, there came a thin bright thread, and under each was a lettuce.',
    end: 'Thirty lettuces listened to a flute, and drank.',
  },
  'a pie': {
    step: 'It was rolled out and pinched round the edge. It came out of the oven as red as a roof.',
    wrong: 'The crust did not crumble. It rang. Somebody hurt a tooth, and laughed, on the other side.',
    use: '[h] knocked a small hole in the bottom, for the wet. In went earth, and in went the rose. It stood up at once, like somebody who has been given a chair.',
    end: 'A rose had its feet in a pie, and would flower in June.',
  },
  'a ball': {
    step: 'They blew, and it did not fill. So they used a shovel. Then [h] gave it a kick, and sat down to hold the foot.',
    wrong: 'It did not bounce. It did not roll. When it was thrown, it was only once, and not far.',
    use: 'They got it up the road with a plank and a good deal of breath. [h] let it down before the door. Slam, said the door, or wanted to. It said “uff.”',
    end: 'A ball lay at its post all night, and let nothing slam.',
  },
  'a map': {
    step: 'Each lane was put in, and each gate. It was put on the wall in the sun. The wasps had licked it clean by three.',
    wrong: 'You held it up, and saw nothing. You held it near, and were hungry.',
    use: '[h] went out with the paper, and pressed on it a leaf from here, and a bit of bark from there. “Start at the bottom,” said [h], and held it under that old nose. “Oh,” said [f], “there is the mill.”',
    end: 'Somebody was going home along a map, with shut eyes.',
  },
  'a clock': {
    step: 'It was hung on the wall, and everyone waited. Tick. They waited. Someone went and had lunch.',
    wrong: 'It was never wrong by much, but it was late for everything, even for yesterday.',
    use: '“We will go by this one,” said [h], and turned the other to the wall. It was one hour, and it was as long as an afternoon in August.',
    end: 'Tick. And then there was a great deal of room.',
  },
  'a broom': {
    step: 'It was bound with string and given a red handle. [h] went once round the room with it. The room sighed.',
    wrong: 'It left the dust where it was, only happier.',
    use: '[h] climbed on the gate, held out the broom, and looked at something else. It touched one ear. It touched the other. “Hm,” said the foal, or something like it, and leaned.',
    end: 'A foal slept standing up, with its chin on a broom.',
  },
  'a boat': {
    step: 'They pushed it off with a cheer. It went out, and it went down, and there was a ring on the water.',
    wrong: 'It was the sweetest boat that ever sank. Ants came from as far as the mill.',
    use: 'They laid it in the clover, bottom up, with a stone at each end. For a time nothing happened. Then one bee came, and went in, and stayed in for as long as it takes to look at all the rooms.',
    end: 'Under the boat eleven families were turning in.',
  },
};

/** Second tellings of the day on which a collection is needed, by what is collected. */
export const otherCollections: Record<string, { trouble?: string; idea?: string; deed?: string; out?: string }> = {
  buttons: {
    trouble: 'there was no lamp lit {place.at}, and eleven little ones still had to come home, right along the drop',
    idea: 'You cannot see a button in the dark. But a button can see you.',
    deed: 'So [h] went ahead of them with the tin, bent double. One to the left, and one to the right, all along the drop. [h.s] gave away the brass ones, too.',
    out: 'Then the moon came round, and they lit up, each of them, like a small polite eye. The little ones held hands, and walked in between.',
  },
  'bits of string': {
    trouble: 'the wind had turned the weathercock round on its stick, and nobody knew what was cooking',
    idea: 'Short and short is a bit less short. One only has to go on.',
    deed: 'Blue to brown, and brown to white: [h] knotted until [h.p] fingers were sore. When it would reach up and round and down, [h.s] threw the one end over.',
    out: '“Heave,” they said. High up there was a squeak. It turned its tail to the sea, and from every house you could smell what it was having.',
  },
  'odd socks': {
    trouble: 'nine chicks had come out at once, and it was blowing in under the door',
    idea: 'What has no foot in it has room.',
    deed: 'There were just nine without a hole. [h] blew into each, to warm it. Then [h.s] took a chick, and another, and slid them in, feet first.',
    out: 'They were hung over the stove, with pegs. It went peep, peep, all along the line; and then, from left to right, it did not.',
  },
  words: {
    trouble: 'there was a stranger on the bench, all alone, and the only word that they had in common was “tea”',
    idea: '[h] had eleven hundred of them, and there was somebody with one.',
    deed: '[h] sat down next to them with the notebook. [h.s] read out the plain ones first. “Bench,” [h.s] said, and patted it. “Rain.” [h.s] held out a hand. “Home.” For that one [h.s] had to draw.',
    out: 'The stranger said each of them back, with great care, as one carries eggs. At “home” there was a nod. They looked at the drawing together, and added a goat.',
  },
  keys: {
    trouble: 'everyone had come in dancing shoes, and the music box was locked, and nobody knew since when',
    idea: 'There had to be a reason for so many keys. There had only never been a lock.',
    deed: '[h] tipped them out on the floor. There were big ones and bent ones, and one for a diary. [h.s] tried them in turn, lying flat. People had begun to put on their coats. There were four left, and then there were three.',
    out: 'It turned. First there was a whirr, as when an old lady gets up. And then there was the waltz. They danced it nine times, in their coats.',
  },
  feathers: {
    trouble: 'the pillow of the goose girl had come open at the seam, and half the parish had some of it',
    idea: 'A pillow is nothing but a lot of hardly anything.',
    deed: '“I have some,” said [h]. They filled it by hand. The grey went in for softness, and the brown for warmth, and one blue went in for no reason. By then it was as round as a hill.',
    out: 'Down went her head. “Oh,” she said, “it goes on and on.” And so did the ditch, and the evening, and her breath.',
  },
  'smooth stones': {
    trouble: 'where the path had been, there was mud up to the knee, with a wedding on both sides of it',
    idea: 'It was as if somebody had counted them beforehand. There was one for every step.',
    deed: '[h] laid the first one at [h.p] feet. It did not sink. From that one [h.s] could lay the next. They were put down one by one, with a good look at each, since it was goodbye.',
    out: 'Somebody carried the cake, and somebody carried the bride. In the middle they met. It was held right there, on the stones, with wet hems.',
  },
  echoes: {
    trouble: 'nobody could call in the sheep, for the shepherd had a sore throat, and they would listen to no one else',
    idea: 'An echo is only a voice that has not been used up.',
    deed: 'It had stood on the shelf since spring, with a bit of cloth over it. [h] ran with it in both arms. On the hilltop [h.s] took off the cloth, and then, with [h.p] thumb, let up the lid.',
    out: '“Home,” called the jar, in the voice that they all knew, “ho-o-ome!” A bell tinkled. They were on their way, every one, with the small ones in the middle.',
  },
  corks: {
    trouble: 'nine children had gone over to the island after school, and their boat had filled up behind them',
    idea: 'What floats once will float a hundred times over.',
    deed: 'They pulled the bath down to the bank. [h] laid the corks out in rows, and wound them round with twine, and let it slide into the water. It stretched all the way.',
    out: 'It wobbled, and it sank an inch, and came up again. Nine children ran across it, shrieking, with dry feet. Then they went back, and did it once more.',
  },
  'bent nails': {
    trouble:
      'it poured, and forty coats had come in to the wedding, and they lay on the hay and were getting one another wet',
    idea: "One man's bent is another man's hook.",
    deed: '[h] had brought the flower pot. The first nail went in, tap, and looked up like a finger. Forty of them it took, from the door to the hay.',
    out: 'Off came the coats. They steamed a bit. Under them people turned out to be yellow and pink and blue, and the fiddle began.',
  },
  'lost gloves': {
    trouble: 'it smelled of frost, and the tulips had only got up that day, and had nothing on',
    idea: 'A glove does not care whose fingers they are.',
    deed: 'In the dusk [h] went from one to the next. The big gloves were for the big ones. For the smallest there was the mitten of a doll. [h.s] pulled each of them down to the ground, and said good night to it.',
    out: 'It froze till six. Then the sun came up, and the gloves came off; and there they stood, a little creased, and red in the face.',
  },
  shadows: {
    trouble: 'it had not been so hot for a hundred years, and out on the field stood the lambs, with their tongues out',
    idea: 'Some people keep jam for the winter. [h] had kept a bit of shade.',
    deed: 'Page four was a cloud. Page nine was the wall. [h] turned until [h.s] came to the oak, took it by one corner, and pulled.',
    out: 'Down it came over the field, with all its leaves. You could smell how cool it was. The lambs lay down in the middle of it, all in one heap.',
  },
  'last lines of songs': {
    trouble: 'the nightingale sang, and sang, and could not stop, and nobody in the street had slept for hours',
    idea: 'It was not the beginning that was missing, nor the middle.',
    deed: '[h] stood below with the tin. “And so to bed,” [h.s] sang. That was not it. “And all the ships came in.” It was nearly it. Then [h.s] tried the one that had come on a scrap of blue.',
    out: 'It fitted. The song came down, step by step, and put its foot on the ground. All along the street people turned over and said, “Ah.”',
  },
  'umbrella handles': {
    trouble: 'the pram was out on the pond, sailing nicely, with somebody in it who was too small to steer',
    idea: 'They were all hook. They had only ever wanted something to hook.',
    deed: 'Crook into crook, and crook into crook: it grew as long as the bank. [h] lay down flat, and held on to the last; and [f] sat on [h.p] legs.',
    out: 'It reached. It caught, by one wheel. The pram turned round, like a lady who has heard her name, and came home. “Boat,” said the baby.',
  },
};
