import type { Dread } from './dreads.ts';

/** Fears that many have and that would all be told as one with a wider word; tried before the others. */
export const closerDreads: readonly Dread[] = [
  {
    is: /\brain|drizzle|getting wet/,
    far: [
      'One drop was enough. [h] heard it land, and was under the table before the next.',
      'Each morning [h] held one finger out of the window, to see if there was any of it about.',
      'When it clouded over, [h] remembered something that had to be done in the cupboard.',
      'At the first grey cloud [h] took in the washing, and then [h.r].',
    ],
    call: [
      '“They are all out on the road,” said [f]. “The snails. They come when it is wet, and then the cart comes. Somebody must carry them over.” Outside it had begun to drip.',
      'It came down; and there on the step stood [f], with a letter under one arm. “It must get to the mill,” said [f], “and the ink runs. I need somebody to go on the wet side.”',
      '“My well is empty,” said [f]. “I have put out every pot I own. But I have just two arms, and when it rains they will all fill up at once.” The first cloud was there already.',
    ],
    near: [
      '[h] went as far as the end of the roof. A drop was waiting there. It had picked [h.so] out. Plop, it went, right on the neck.',
      'They set out under a tray. All that missed the tray went down [h.p] sleeve; and the tray made such a noise about it.',
      '[h] put out one foot. It got wet. [h.s] put it by the stove, and stayed with it until tea.',
    ],
    turn: [
      'So [h] stood in the middle of it, and held still. It ran down and dripped off at the elbows. [h.s] waited for it to do something more. It did not. It was only water. It had come a long way, and it was not even looking at [h.o].',
      '[h] took the wet side. It drummed. At first it was a noise. Then it was a sort of tune, high on the leaves and low on the tin. “It has not got in as far as me,” said [h], quite surprised. “The middle is still dry.”',
      'The first pot went plink. The next one went plonk. From under a table it had always been one big noise. Out here each drop was by itself. [h] put [h.p] face up. It was soft.',
    ],
    done: [
      'One by one they carried the snails over. There were eleven. Each of them put out its horns and was glad. By the last one [h] was wet from top to toe. You cannot get any wetter than wet, so [h.s] jumped in a puddle.',
      'The letter came to the mill as dry as toast. “And you?” they asked. [h] dripped on the mat. “I am the envelope,” [h.s] said, and laughed.',
      'They ran from pot to pot and changed them round, until it was a song. When the well was full they did not stop. [f] sang, and [h] did the plink.',
    ],
    after: [
      'It rained a little more in the night, but from far off, like somebody who walks home humming.',
      'On the roof it went pit, pat. [h] knew which of the two was plink.',
      'The gutter talked in its sleep. It was all about {x.y}, and it was nice to hear from in here.',
    ],
  },
  {
    is: /\bwaves\b/,
    far: [
      'Out there they came, one behind the other, and each of them was looking at [h]. That was how it felt.',
      '[h] had counted {x.y} since the spring, to see when they would stop. They did not stop.',
      'When the tide came in, [h] moved back. When it went out, [h] stayed back, in case it was a trick.',
    ],
    call: [
      '“My sister lives on the rock,” said [f], “and it is her birthday, and I have the cake. It is just nine waves away.” [f] had counted. “I cannot do nine by myself.”',
      '“There is a crab on the sandbank,” said [f], “a very young one, and the tide has turned. Somebody must tell it the way home.” Between here and the sandbank there were waves.',
      '“I want to hear what they say,” said [f]. “They say it all day long, and I never get the end of it. Will you come up close with me?”',
    ],
    near: [
      'The first one was no higher than a step. It took [h] by the feet and pulled, like a child that wants to show you something. [h] did not want to be shown.',
      '[h] turned [h.p] back on them. You should not do that. There was a slap, and [h.s] was wet as far as the ears.',
      'They let the small ones go by, and then the middle ones. Then there was a big one. [h] was back before it was.',
    ],
    turn: [
      'Here it came. [h] went stiff all over, and it went smack. Then came the next. By now [h] was too tired to be stiff. It slid in underneath, and lifted, and set [h.so] down again. Up, and down. It was just like being carried upstairs.',
      '[h] kept still and watched one from its beginning. It was not coming for anyone. It leaned over, and sighed. It ran as far as it could up the sand, and by then it was so thin that you could see through it.',
      'They stopped where it was shallow. Shhh, said the first one. Shhh, said the next. “That is all,” whispered [h]. “They only want it to be quiet.” It is what people say to somebody small, at night.',
    ],
    done: [
      'Up they went, and down, and [f] counted: seven, eight, nine. The cake had slipped a bit to the left. “Did you come over the waves?” asked the sister. “No,” said [h]. “With them.”',
      'The crab was no bigger than a button, and cross. They brought it home between two waves. They all went sideways, since it would not go any other way.',
      'The longer they listened, the better they were at it. At last one came right up, and put something down in front of [h]. It was a shell, with the rest of the sentence in it.',
    ],
    after: [
      'Even in bed it went up, and down. But it was a very slow one, and it had a blanket on it.',
      'Shhh, they said, out there. There was no need to. It was kindly meant.',
    ],
  },
  {
    is: /swim|\bdiv(?:e|ing)\b/,
    far: [
      'On swimming days [h] had a cold. It was a very regular cold.',
      'The others jumped in with a shout. [h] sat on the edge with both socks on.',
      '[h] could do it on the carpet. On the carpet [h.s] was a fish.',
    ],
    call: [
      '“I could do it with somebody beside me,” said [f], “but it has to be somebody who is just as bad at it.” [f] had asked everyone, and there was only [h].',
      '“There is a raft out in the middle,” said [f], “with a slide on it. Nobody has used it all summer. I can see it from my bed.” [f] looked out at it, and then at [h].',
      '“My duck cannot swim,” said [f]. It was made of wood, and it lay on its side. “It wants somebody to show it how.”',
    ],
    near: [
      '[h] went down the ladder, rung by rung. Then there were no more rungs. [h.s] went back up, rung by rung.',
      '[h] let go for as long as it takes to say “oh.” What came next was mostly bubbles.',
      'They blew up a rubber ring. It held [h] so well that [h.s] was still in it at lunch.',
    ],
    turn: [
      '“You breathe out,” said [f], “and I breathe in.” They tried that. [h] laid the back of [h.p] head on the water, as on a pillow. The water had only been waiting to be asked. It took the rest.',
      '[h] did not think of the raft. [h.s] thought only of as far as one hand goes. Then [h.s] thought of the next one. Kick, and reach. Kick, and reach. It was not pretty. But behind [h.so] there was more and more of it.',
      '“First you lie still,” said [h] to the duck, and lay still. “Then you move your feet as if you had somewhere to go.” [h.s] moved [h.p] feet. The edge went by. [h] had been so busy with the duck that [h.s] had left the edge behind.',
    ],
    done: [
      'So there they lay, the two worst swimmers of all, and looked at the clouds. Now and then one of them kicked. “Are we swimming?” asked [f]. “I think that it counts,” said [h].',
      'The raft was warm, and it rocked. They went down the slide, once on the front and once on the back. It was the very slide that you could see from bed.',
      'The duck swam, too, if you held on to it. They did a whole width, all three in a row. “It learns fast,” said [f].',
    ],
    after: [
      'The pillow was cool, like the top of the water. [h] laid the back of [h.p] head on it, and it held.',
      'On the line hung something small and striped, and dripped. It had been swimming, too.',
    ],
  },
  {
    is: /\bchildren\b|\bpeople\b|strangers|crowd/,
    far: [
      'You never see only one of them. That was what [h] had against {x.y}: they come in lots.',
      'If there was a knock, [h] stood quite still, and was a coat on a hook.',
      '[h] had a path of [h.sp] own, round the back of everything. Nobody was ever on it, and that was the good of it.',
    ],
    call: [
      '“They have lost their ball,” said [f]. “It is here, in your hedge. Somebody has to take it back, and I am too short to be seen over the wall.” On the far side they were calling for it.',
      '“There is a small one at the gate,” said [f], “and it has lost the others. It will not talk to me. I think that it is my teeth.” So [h] would have to do it.',
      '“They want somebody for the long rope,” said [f]. “One turns at this end and one at that. I have said that I would. Now my knees will not go by themselves.”',
    ],
    near: [
      '[h] looked over the wall. All of them looked back. It was like opening a drawer and finding it full of eyes.',
      '[h] had a sentence ready. It began with “Good.” When [h.s] got there the rest of it had gone. “Goo,” said [h], and went home.',
    ],
    turn: [
      '[h] held up the ball, so as to have something in front of [h.p] face. Nobody screamed, and nobody pointed. “Throw!” shouted someone with a plaster on one knee. It was a long time since anyone had wanted [h] to do a thing that [h.s] could.',
      'It stood by the gate and looked at its shoes. One of them was on the wrong foot. [h] knew that look. [h.s] had one just like it at home. So [h.s] sat down on the ground, at shoe height. “I get them mixed up, too,” said [h].',
      '[h] took the other end. You cannot hide behind a rope. Round it went, and slap, and round. They jumped in, one after another. And each of them, right at the top, looked just a bit afraid. [h] had thought that it was only [h.so].',
    ],
    done: [
      'The ball went over, and it came back. It went over again. By dusk there was a rule about the hedge, and a rule about the hat, and [h] was the only one who knew both.',
      'They changed the shoes over, and then they went to look for the others. The small one held on to [h.p] {finger}. It told [h.so] the name of everyone they met. There are not so many of them, if each has a name.',
      '“Now you,” they said, and took the rope from [h]. In jumped [h]! It was like being in the middle of a big, kind egg-whisk. [f] counted up to twelve.',
    ],
    after: [
      'A long way off somebody called good night to somebody, and somebody called it back. [h] knew both of them.',
      '[h] went through the names once more. There were nine. They made a sort of tune.',
    ],
  },
  {
    is: /\b(?:horses?|pon(?:y|ies)|cows?|bulls?|donkeys?|elephants?|camels?)\b/,
    far: [
      'There was just so much of {x.them}. That was what [h] had against {x.y}: you saw one end, and then it went on.',
      '[h] knew where the fence was thin, and walked on the other side of the road.',
      'Behind the hedge something snorted. [h] was already at the bottom of the lane.',
    ],
    call: [
      '“Somebody is calling, over in the field,” said [f]. “It is a big sort of voice, and it sounds sad. Will you come and look?” They both knew who lived in the field.',
      '“I have brought an apple,” said [f], “and I have stood here for an hour. My arm will not go through the fence.” It was meant for {x.y}.',
      '“I am to ride in the parade,” said [f], “right in front. I have the hat already.” And on what did one ride? [h] thought of it, and had to hold on to {thing1}.',
    ],
    near: [
      'They went by the gate on tiptoe. Something behind it breathed out. [h] had gone before the breath was over.',
      '[h] made [h.r] as big as [h.s] could, with both arms up. From over the fence somebody looked at that with interest.',
    ],
    turn: [
      'It was [h] who saw it. The bucket had rolled away, down into the ditch. And there stood somebody big, with a dry tongue, and could not say so. So that was no roar. It was “Please.”',
      '[h] laid the apple on a flat hand. [h.s] shut both eyes, and pushed the hand through. There was a warm wind. Then there was something like a very old velvet cushion. Then it was gone, and so was the apple.',
      '[h] went up close, as somebody had to hold the strap. An eye came round. It was as big as a plum, and it had long lashes. Right in the middle of it, quite small, and very much afraid, stood [h]. [h.s] waved. It waved.',
    ],
    done: [
      '[h] fetched the bucket, and [f] worked the pump. There was a long, long sound of drinking. Then a great wet nose was put down, quite gently, on top of [h]. Nothing had ever been so heavy and so polite.',
      '“Did it bite?” asked [f]. [h] looked at the hand. All of it was there. It was only a bit sticky. “It said thank you,” said [h], “in wind.” They went and got another apple.',
      'So up went [f], hat and all, and [h] went up behind. From there you could see over everything. It rocked like a boat that knows the way. “I never looked at it from on top,” said [h].',
    ],
    after: [
      'Out in the field something large lay down and sighed. It was the same sigh as [h.p], only bigger.',
      'There was still a bit of {x.y} in the smell of the blanket. It was not a bad smell. It was hay.',
    ],
  },
];

/** Further tellings of a fear, by a word of it. */
export const moreOfDreads: readonly [word: string, more: Partial<Omit<Dread, 'is'>>][] = [
  [
    'thunder',
    {
      far: ['[h] could hear it when it was still three hills off, and nobody else had heard a thing.'],
      call: [
        '“My hen is on the roof,” said [f]. “She only comes in if one sings to her. And I do not dare to sing in that.” Over the hill it rumbled.',
      ],
      turn: [
        '[h] put one foot out at the door. Then [h.s] began to sing, very small. It rumbled, low, and just in the right place. [h] stopped, and it stopped. [h.s] sang on. It was a bass! That was all that this song had ever wanted.',
      ],
      done: [
        'It took three verses, and then down came the hen. They sang the last one from under the porch, [h] and [f] and {x.y}. The hen sat in the middle, and the rain was the drum.',
      ],
    },
  ],
  [
    'monster',
    {
      far: [
        'Before bed [h] said good night very loudly, so that anything that was there would know that somebody was.',
      ],
      call: [
        '“It was crying last night,” said [f]. “I heard it through the wall. Nobody goes to it, because of what it is.” [f] had a biscuit with [f.so], and it was shaking.',
      ],
      turn: [
        'It was dark in there. In the last corner sat something big, with both hands before its eyes. “Is it here yet?” it said. “The one with the torch?” [h] looked at the torch. Then [h.s] put it behind [h.p] back.',
      ],
      done: [
        '“It has gone,” said [h], and that was nearly true. They sat down and passed the biscuit in, bit by bit. After a time something was passed out. It was a toffee, with fluff on. Under the fluff it was very good.',
      ],
    },
  ],
  [
    'school',
    {
      far: ['[h] had a calendar, and had drawn a small grey cloud on all the days that had it in them.'],
      call: [
        '“I have to say a poem,” said [f], “in front of all of them. It has four lines, and I only have three.” [f] held on to [h]. “If you stand at the side, I can look at you.”',
      ],
      near: ['They did it with shut eyes, hand in hand. It went well up to the second door, which was a wall.'],
      turn: [
        'So [h] stood at the side. From there you saw it all from below, and it was mostly feet. They were crossed, and they jiggled. One of them was tapping out a poem of its own. Each foot in there was waiting for its turn, and not one of them was happy.',
      ],
      done: [
        'At line four [f] stopped, and looked. And it was [h] who said it, quite loudly, from the side: “And so they all had jam.” It was very still. Then everybody clapped, right down to the feet.',
      ],
    },
  ],
  [
    'mouse',
    {
      far: ['[h] looked into both shoes before [h.s] put them on, and then into the left one once more.'],
      call: [
        '“Something is in my bath,” whispered [f]. “You know what. It fell in, and it cannot get up the side. I would help it. But I am up here.” [f] was up on a chair. There was room on it for two.',
      ],
      near: [
        '[h] sent {crowd1} on ahead to look. “Quite small,” called {crowd1}. It did not sound small, the way that it was said.',
      ],
      turn: [
        '[h] looked over the edge. It went up a bit, and slid down. It went up, and slid down. It did not give in, and it did not say a word. [h] had never thought that {x.y} could be brave.',
      ],
      done: [
        'They let down a towel by one corner. It took most of the evening. Up it came, one foot after another. At the top it stopped and looked at [h], for as long as one needs for “thank you.” Then it went home by the window.',
      ],
    },
  ],
  [
    'anything else',
    {
      far: ['When it was spoken of, [h] hummed. [h.s] knew a great many tunes by now.'],
      call: [
        '“I have dropped my key,” said [f], “and it slid right over there.” It had slid to where {x.y} {x.were}. “I can see it from here. I cannot make my feet go.”',
      ],
      turn: [
        '[h] went backwards, so as not to see. It was slow, and there was a bump. “Sorry,” said [h], and turned round, out of pure manners. So there [h.s] was, right up against {x.y}; and nothing came of it. [h.s] had been ready for anything but nothing.',
      ],
      done: [
        'There lay the key. [h] picked it up. Then, since [h.s] was there, [h.s] had a good look, from the left and from the right. “You can come,” [h] called to [f]. “There is room.”',
      ],
      after: ['[h] hummed a bit. It was not to drown anything. It was only a tune.'],
    },
  ],
];
