import type { Feeling } from './felt.ts';

/** Further tellings of the feelings; what happens from the call on belongs together by its place in the lists. */
export const moreOfFeelings: Record<string, Partial<Feeling>> = {
  shy: {
    home: [
      'If you said “[h.n],” very softly, [h] came out from behind {thing1}. If you said it loudly, [h.s] did not. That is how shy [h.s] was.',
    ],
    call: [
      'There was to be music in the evening, and everyone was to bring something to play on. By the door sat [f], quite new, with a comb. [h] knew what that is for. You need a bit of paper with it. Somebody would have to say so.',
    ],
    try1: [
      '[h] wrote down all that one could say after hello. There was the weather. There was also the other weather. When [h.s] looked up it was dark.',
    ],
    still: [
      '{dusk} The others tuned up. [f] blew on the comb, and nothing came. [f] blew again, and then looked at the floor with ears as red as [h.p]. So it was not only [h] who was shy. It never had been only [h].',
    ],
    turn: [
      '[h] had the paper in [h.p] pocket; [h.s] always had. All [h.s] had to do was cross the room. It was nine steps, in front of everyone. [h] took them with shut eyes, and held it out. “Hello,” [h.s] said. “You put it round.”',
    ],
    done: [
      'Brrm, went the comb. “Oh!” said [f], and then, “hello.” They played right through to the end, the two shy ones, on one comb. [f] did the high part and [h] did the breathing.',
    ],
    talk: ['“How did you dare?” asked [f]. “I did not,” said [h]. “I only brought you some paper.”'],
    after: ['In the dark it is easy to say hello. [h] said it to the chair, and to the door, and to tomorrow.'],
  },
  lonely: {
    home: [
      'There were six chairs in [h.p] house. [h] sat on each of them in turn, so that they should not feel it. [h] felt it. [h.s] was lonely.',
      'Nobody had said [h.p] name since Tuesday. Now and then [h] said it [h.r], so as not to forget how it goes. That is how lonely [h.s] was.',
    ],
    call: [
      'One day a kite came down {place.at}, with nobody at the end of it. There was just the string. It went away over the hill, and it had a very lonely sort of knot in it.',
      'In the cupboard there was a game with two hats to it, a red one and a blue one. [h] had only ever used the red.',
      'Every night at eight [h] called “Good night!” out of the window, because it is polite. Nobody answered. That is what nobody does.',
    ],
    try1: [
      '[h] went and stood where people stand. They stood there, too. Then the bus came, and it had only been a bus stop.',
      '[h] wrote a letter. “Dear Somebody,” it began. It was a nice letter. It came back, as there was nobody of that name.',
    ],
    try2: [
      '“You want to get out more,” said {crowd1}. [h] was out. It was lonely out there as well, and colder.',
      'You can make friends, it said in a book. [h] made one, out of a broom and a cabbage. It was a good listener. But it did not keep.',
    ],
    still: [
      '{dusk} And then the string gave a tug. It was not the wind. The wind does not tug twice. [h] tugged back. Far off, at the other end, sat [f], and had thought that it was caught on a bush.',
      '{dusk} [h] had set out the board on the wall, from habit. When [h.s] looked again, the blue had moved. It had moved rather well. Behind the wall somebody was trying not to breathe. It was [f].',
      '{dusk} “Good night!” called [h]. It was very still. Then, from down by {thing1}, somebody said, “Do you mean me?” It was [f], who had heard it each evening, and had never been sure.',
    ],
    turn: [
      '[h] could have cut it, and had a kite. [h.s] did not. [h.s] began to walk along the string, and wound it up on the way. “I am coming,” [h.s] told it.',
      'It is hard to ask for a thing when you have been lonely for so long. It has to be a small thing. “There is a hat that goes with it,” said [h], and held out the blue one.',
      '[h] leaned out as far as one can. [h.s] had no idea what comes after “good night.” There never had been any after. “Yes,” said [h]. “You. Come up.”',
    ],
    done: [
      'They met in the middle. [f] had been winding, too. They stood there with a ball of string each, and neither knew how to start. So the kite started. It pulled so hard that it took the both of them to hold it.',
      'The hat fitted. They played until they could not see the board, and then they played by feel. “You were the best of the two,” said [f]. “Of two!” said [h]. It was lovely to say.',
      'There was cocoa for one, and it came to two small ones. “I am lonely all day,” said [f], “up to eight.” So [h] had been the good part of the day of somebody, and had not known.',
    ],
    talk: [
      '“What shall we do tomorrow?” asked [f]. [h] had to sit down. Nobody had ever said “we” to [h.o] before.',
      'They found out that they both liked the crust. So there would be trouble about the crust. That was nice to know, too.',
    ],
    after: [
      'It was quiet, but it was the other sort, like a room that somebody has only just gone out of, and has left a scarf in.',
      'Tomorrow had somebody in it. [h] could feel it from here, like a stove in the next room.',
    ],
  },
  jealous: {
    home: [
      '[h] had a good life. But whenever [h.s] looked up from it, there was {x.of}. It is hard to eat a biscuit when you are jealous. It tastes of theirs.',
    ],
    call: [
      'There was to be a picture of all of them, for the wall. “You at the front,” they said to {x.of}. [h] was put at the end, behind {crowd1}. “Smile,” said [f]. It is hard to be jealous and smile. The teeth show.',
    ],
    try1: [
      '[h] sat down and drew {x.of} with a very large nose. It was a good drawing. It even looked nice with the nose.',
    ],
    still: [
      '{dusk} Everyone had gone, but the picture was still there. [h] looked at {x.of}, right at the front. From near by you could see two eyes. They did not look at the painter at all. They looked sideways, at where [h] and the others had stood so close together, and had laughed.',
    ],
    turn: [
      'So it was cold at the front. [h] had not thought of that, with being jealous. [h.s] took the brush. At the end of the row, between [h.r] and {crowd1}, [h.s] painted a small empty place.',
    ],
    done: [
      'In the morning {x.of} stood before it for a long time. “Is that for me?” “If you like,” said [h]. “It is a bit of a squeeze.” [f] had to paint it over again, and this time they were all in the middle.',
    ],
    talk: ['“What were you jealous of?” asked [f]. [h] looked at the picture, and could not find it.'],
  },
  alone: {
    home: [
      'One and one is two: that was all right. One and nothing is one, and of that [h] was afraid. [h.s] was not alone even in the bath; there was a boat.',
    ],
    call: [
      '“I have to go to my sister,” said [f], “and I cannot take the seedlings. Somebody must be there and lift the glass when the sun comes round. It is one afternoon.” So [h] was left with the key, and eleven seedlings, and was alone.',
    ],
    still: [
      '{dusk} The sun had come round, and had gone. [h] still sat there. The seedlings leaned a bit to one side. They leaned to where [h] was. It may have been the light.',
    ],
    turn: [
      '[h] told them how it was, being alone. It took quite a time, and nobody said that it was silly. Then [h.s] noticed that [h.s] had stopped listening for the gate. There was [h], and there was the afternoon; and the two of them got on.',
    ],
    done: [
      'When [f] came home there were twelve. One had been late. “They look so well,” said [f]. “What did you do?” “Nothing,” said [h]. “I was only there.” That is what one has to do, with seedlings.',
    ],
    after: [
      '[h] was alone in the room, with the night. It was rather a quiet sort of night, and leaned a bit to this side.',
    ],
  },
  angry: {
    call: [
      '[h] was to carry the eggs, and [f] was to hold the door. “Mind out,” said [f]. [h] was so angry at that that [h.s] minded nothing at all. There had been eight of them.',
      '“You said that I could go first,” said [h]. “I said that you could go next,” said [f]. It is nearly the same word. [h] was so angry that a bird flew off. “Then I am not playing,” [h.s] said.',
    ],
    try1: [
      '[h] drew the anger. It used up the red, and then it used up the black. When it was done it looked like {crowd1}, and that made trouble.',
    ],
    try2: [
      '[h] shouted into a bucket. The bucket was quite full of it by noon. Somebody came, and wanted it for the floor.',
    ],
    still: [
      '{dusk} There was a light in the kitchen. Through the window [h] saw [f], with a cloth, down on both knees. [f] had not even dropped them. In there nobody was angry. It was only egg.',
      '{dusk} [h] sat on the far side of {thing1}, and was angry there. From the near side came a small voice. It was [f], who did both parts. “You go first.” “No, you go.” “No, you.” It did not sound like much of a game.',
    ],
    turn: [
      '[h] looked at [h.p] two angry fists. They were no use like that. They could not even open a door. [h.s] undid them, one finger at a time. Then [h.s] went in, and took the other cloth.',
      'It was still there, under the ribs, like a hot potato. You can hold on to one of those, or you can put it down. There is nothing else to be done with it. [h] put it down. “You go,” said [h].',
    ],
    done: [
      '“What was it?” asked [f]. [h] thought. It had been about a sock, and then it had grown. One of the eggs had rolled under the stove, and was whole. They had it for supper, with two spoons.',
      '“No, you,” said [f]. “No, you,” said [h]. Then they heard it, both of them, and could not stop laughing. In the end they went at the same time. There is no rule that says you may not.',
    ],
    talk: ['“Are you still angry?” asked [f]. “A bit,” said [h], “in one elbow.” They waited for the elbow.'],
    after: ['It is a long way down, from being angry. But at the bottom there is a bed.'],
  },
};
