import type { BeatId } from '../plan/shape.ts';

/** Further wordings of plots about what is loved or what one would be, and of fears told to the youngest. */
export const moreForLoves: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  loved: {
    home: [
      'You could wake [h] at midnight for {x.y}. People had done it, to see. [h.s] loved it even then.\n? {t.cost}',
      'On Mondays [h] loved {x.y}. On Tuesdays it was the same. By Sunday [h.s] loved it so much that there had to be a new week.',
      '{x.Y}! When [h] heard the word, both ears went up. Nobody {place.at} loved anything so well as [h] loved that.\n? {t.lore}',
      '“What do you want for your birthday?” they asked [h]. It was {x.y}. “And for supper?” It was {x.y}. That is how it is, if you love a thing.',
    ],
    call: [
      '“I never get a turn,” said somebody at the fence. It was [f]. “At what?” said [h]. “At {x.y}.” [h] looked at [f] as one looks at a person without shoes.',
      'One day there was [f], by the gate, with a bag and a sniff. “They say that it is nice here,” said [f]. “Nice?” said [h]. “We have {x.y}!” [f] did not know what that was.',
      'It was raining, and [f] had come in to get dry. “What do you do all day?” asked [f]. [h] told [f.o]. It took an hour, and it was all about {x.y}. “Can one see it?” said [f].',
      '“Is it true that you love {x.y}?” asked [f]. “How does one do that?” [h] had never had to do it. It had always been done already.',
    ],
    try1: [
      '“Follow me,” said [h]. They went to all the places, one after the other. {x.hunt}\n\n? “It was here yesterday,” said [h].',
      '{x.hunt} “It is nicer than this,” said [h], “when it is there.”',
      'They looked all morning. {x.hunt} By noon [f] was looking at a beetle instead.',
    ],
    try2: [
      '“It goes like this,” said [h], and did it with both arms. [f] tried it with both arms. A hen ran away.',
      '[h] told [f] to shut both eyes and think of it. “I am thinking of soup,” said [f], after a bit.',
      'They sat down and talked about it. That is to say, [h] talked. [f] counted the buttons on [f.p] coat. There were four.',
    ],
    low: [
      '{dusk} “Tell me the truth,” said [f]. “Do you love it because it is good, or because it is yours?” [h] had never looked at it from there.',
      '{dusk} And at last, just there: {x.y}! [h] ran. Half-way there [h.s] looked round. [f] had stopped at the gate, and did not know if it was meant for two.',
      '{dusk} [f] began to do up the four buttons. “Thank you for having me,” said [f]. It was so polite that it hurt. Something had gone wrong with the day, and it was not {x.y}.',
    ],
    turn: [
      '[h] held out a hand. “I always go first,” [h.s] said. “I do not know how it looks from behind.” And [h.s] let [f] go first.',
      '“What do you see?” asked [h]. It was the first thing that [h.s] had asked all day. [f] looked for a long time. “Something that is waiting for us,” said [f].',
      'So [h] gave away the best bit. It was the bit that [h.s] had kept for the end. It went from one hand to the other, and for a moment the first hand felt very empty.',
      '[h] shut [h.p] mouth. That was all that [h.s] did. It got so quiet that nothing was left in the world but {x.y}, and [f].',
    ],
    result: [
      'And [f] loved it. You could see it come: first in the feet, and then in the face. [h] had {x.y}, and had that to look at as well.',
      '“Is it always like that?” asked [f]. “No,” said [h]. “It was never like that before.” It was quite another thing, with two.',
      'They did not say anything. They did not need to. They had {x.y}, and each of them had somebody to look at, and say “Ah.”',
    ],
    reward: [
      '“You can have my turn tomorrow,” said [f]. “We can both have it,” said [h]. Nobody knew why they had not thought of that.',
      'On the way home they made a song of it. There was only one word in it, and that was {x.y}. The tune was by [f].',
      '“I thought that there would be less,” said [h]. “Of what?” “Of {x.y}, if I gave you some.” They both looked. There was more.',
    ],
    rest: [
      '{comfort} ¶ [h] thought of {x.y}, and then [h.s] thought of [f], and then it was all one thought. ¶ {bedLine} {ending}',
      '{bedLine} {comfort} ¶ There was a bit left for the morning. It was under the pillow, or in [h.p] head; it is hard to say. ¶ {ending}',
    ],
  },
  becoming: {
    home: [
      'Every evening [h] practised it at the window: {x.a}, going by. It was only [h.p] own face, with the eyebrows up. But it was a start.\n? {t.cost}',
      '“You cannot be {x.a},” they told [h]. “You are a {kind}.” [h] said that one could be both. Nobody had tried.',
    ],
    call: [
      '“What does {x.a} have,” asked [f], “that you have not?” They made a list. It said: a hat. So they made a hat. Now there was nothing in the way.',
    ],
    try1: [
      'The hat was on, and [h] stepped out. {x.fail1}',
      'They began with the easy part. {x.fail1} So that was the easy part.',
    ],
    low: [
      '{dusk} “Do it like {x.a},” called somebody at the back. [h] tried. It was like wearing a coat with somebody still in it. They began to look at their shoes.',
      '{dusk} [h] sat down on the step, with the hat in [h.p] lap. “I know how they do it,” [h.s] said. “I know it all. It is only me who does not go with it.”',
    ],
    turn: [
      '“Then leave out how they do it,” said [f]. What was left, then? There was [h]. {t.lore} It was not much, and it was all there was. {x.deed}',
      'It was too late to be anybody else. So [h] took off the hat, and began. {x.deed}',
    ],
    reward: [
      '“So are you {x.a} now?” asked [f]. “I think that I was,” said [h], “for a bit, in the middle.” That is about as much as anybody is.',
    ],
  },
  'trade-home': {
    home: [
      'The corner shop had a window, and the window had {x.prize} in it. [h] had a nose, and pressed it flat. In [h.p] pocket was {x.start}.\n{drive.intro}',
      '{drive.intro}\nIt was not for every day, a thing like that. It was {x.prize}, and it stood in the shop between the soap and the string. All that [h] could put beside it was {x.start}.',
    ],
    call: [
      '“I would give anything for it,” said [h]. “What is anything?” asked the shop. [h] turned out the pocket. “Hm,” said the shop. “It is a start.”\n? On the step sat [f], with a hole in one mitten, and no other.',
      '[h] did a sum in [h.p] head. It did not come out. So [h.s] would have to do it with [h.p] feet.\n? “Swapping?” asked [f], on the step. “I have nothing to swap.” [f] had one mitten, and sat on the other hand.',
    ],
    try1: [
      'By the pump stood {crowd1}, {x.aw}. It took three swaps. {x.start.cap} went to the baker, and came back as {x.a}. {x.a.cap} went to {crowd1}. And [h] went on with {x.b}.',
      'First it was {x.start}. Then it was {x.a}. {Crowd1} came running, {x.aw}, and fell round the neck of [h]. After that it was {x.b}.',
    ],
    try2: [
      '[h] had not gone ten steps when somebody called. It was {crowd2}, {x.bw}. “I will not sell it,” said [h]. “I will swap it.” It was swapped, for {x.c}.',
      '{Crowd2} was sitting by the road, {x.bw}. [h] only put down {x.b}, and looked the other way. When [h.s] looked back, there was {x.c}.',
    ],
    low: [
      'It was six. It was only just six. {x.c.cap} went to one {x.cw}. And {x.prize} came back. It was cool and smooth. {dusk} [h] ran out with it. [f] was still there, blowing on five cold fingers.',
      'The shop belonged to one {x.cw}. Nobody could have wanted {x.c} more. So that was that. {dusk} [h] had {x.prize}. The window was empty. In the glass [h.s] saw [f], who was looking at the empty place as well.',
      '{dusk} [h] came with {x.c}, and went with {x.prize}. The shop put up the shutters. In all the street there were just two people, and one of them had got what they both had looked at.',
    ],
    turn: [
      '“I am glad that it is you,” said [f]. “If it had been anyone else, I would have minded.” [h] said thank you. [h.s] took two steps. They were the heaviest of the whole day.',
      '“Will you show me how it works?” asked [f]. “Just from here.” [h] showed it. Out of the corner of one eye [h.s] saw a thumb, sticking out of a hole, quite blue.',
      '[h] thought of all the swaps. Each time, somebody had got just what was missing. There was one person left to whom that had not happened. It was not [h.n].',
    ],
    result: [
      '“That mitten,” said [h], “is it warm?” “The half of it is.” “I need half a mitten,” said [h]. “I have been looking all day.” And [h.s] put {x.prize} down, in the lap of [f].',
      '“One more swap,” said [h], “and then I am done.” [f] thought that it must be a joke. [f] pulled off the mitten, to see. It was not a joke.',
    ],
    reward: [
      '“You have made a very bad bargain,” said [f], and could not let go of it. “I know,” said [h], and could not stop smiling.\n\n? {drive.cure}',
      '{drive.cure}\n\n? They set it on the wall between them, and looked at it together. That was how they had always looked at it. Only the glass was gone.',
    ],
  },
  'first-time-small': {
    home: [
      'Up, up, up! It is today. Today [h] will {x.to}. [h] has a hat on, and no sock.',
      '“Is it now?” says [h]. It is now. Now [h] will {x.to}. Hold the hand. Hold it tight.',
    ],
    call: [
      'Step, step, stop. So this is {x.where}. [h] looks up, and up, and up.',
      '“Bye,” says Mama. “Bye,” says [h]. And then there is just {x.where}, and [h].',
    ],
    try1: [
      '[h] does not know where to go. Left? There is a wall. Right? There is a hen.',
      'They all sing. [h] does not know that song. [h] says “la.”',
    ],
    try2: [
      '[h] holds on to a hook. It is a good hook. It does not say much.',
      '[h] lost a shoe. Or is it that one? It is not that one.',
    ],
    low: [
      '[h] sits on the step. It is a new step. It is cold.',
      'It is all so new, from top to toe. [h] shuts both eyes. It is new in there, too.',
    ],
    turn: [
      'Sniff. Who was that? It was [f], on the same step. “Are you new?” says [h]. “As new as you,” says [f].',
      'Here is one more who does not know. It is [f]! “Come and not know with me,” says [h].',
    ],
    result: [
      'Now they are two. They go and look at {x.where}. It is not so big, for two.',
      'Hand in hand, in they go. {x.where.cap} has a nook, just right for two.',
    ],
    reward: [
      '“Was it good?” says Mama. “There was [f],” says [h].',
      '“What is new now?” says [f]. They look and look. Not a thing!',
    ],
    rest: [
      '{comfortSmall} In bed [h] tells it all, from hat to sock. Night-night, {x.where}.\n\nShh. [h] sleeps.',
      'It was a long, new day. Now it is an old one. {comfortSmall}\n\nHush. [h] sleeps.',
    ],
  },
  'loved-small': {
    home: [
      '[h] has a song. It goes like this: {x.y}, {x.y}, {x.y}! [h] loves {x.y}.',
      'Wake up, [h]! What do you want? {x.Y}! [h] loves that best of all.',
    ],
    call: [
      'Oh good, {x.y}! [h] runs. But here is [f], with a sad nose. “All gone,” says [f].',
      '[f] looks over the wall. “Is that good?” says [f]. “So good,” says [h], and holds it tight.',
    ],
    low: [
      '[h] looks at {x.y}. [h] looks at [f]. One of them looks back, and it is so sad.',
      '[f] goes home. Step. Step. [h] has it all. It is not fun. Why is it not fun?',
    ],
    turn: [
      '“Wait!” says [h]. “Here. You go first.” That is hard. [h] does it.',
      '[h] makes two of it. One is big. One is small. The big one is for [f].',
    ],
    result: [
      '“Mmm,” says [f]. “Mmm,” says [h]. It is so good, with two.',
      '[f] hops. [h] hops. {x.Y}, {x.y}! Now it is a song for two.',
    ],
    rest: [
      '{comfortSmall} Two in a row, and full of {x.y}. One yawn. Two yawns.\n\nShh. [h] sleeps.',
      'The moon is up. It looks for {x.y}, too. {comfortSmall}\n\nNight-night, [h.n].',
    ],
  },
  'feared-small': {
    home: [
      'Bump, bump, goes a heart. It is the heart of [h]. It is {x.y}! [h] is afraid.',
      '[h] can hop. [h] can sing. [h] can eat a whole pear. But {x.y}? No! That is too much.',
      '[h] eats a bun. [h] eats it in here. Out there is {x.y}! In here is good.',
      'One eye is shut. One eye is not. That one looks out for {x.y}. [h] is afraid of {x.y}.',
      'Where is [h]? Not on the bed. Not in the box. [h] is in the big boot! It is {x.y}. [h] does not like {x.y}.',
    ],
    call: [
      '[f] is at the gate. “I must go home,” says [f], “and there is {x.k}.” Who will go with [f]?',
      '“Peep,” says [f], so low. [f] can not find Mama. Mama is past {x.k}. Oh dear!',
      'Here is [f], with one sock. “One sock is gone,” says [f]. “It is by {x.k}. Help me?”',
      '[f] has a cake. It is a cake for two. “We eat it out there,” says [f]. By {x.k}? Oh.',
      '“Up you get,” says [f]. “We go this way.” That way is {x.k}! [h] holds on to the door.',
    ],
    try1: [
      'They look for it under the mat. It is not there. It is right there! Run!',
      '“Hello?” says [h], in a thin voice. [f] says, “Hello?” Then they both go home. Fast.',
      '[h] goes last. [f] goes last, too. So nobody goes.',
      '[h] goes on tip toe. [f] goes on tip toe. Then a twig says snap. Home, home, home!',
      '“I can not see it,” says [h]. No. [h] has a hat on both eyes.',
      'They sing to it. La, la. Is that {x.k}? The song stops.',
    ],
    try2: [
      '[h] tells it to go. “Go!” It can not hear. It has no ears.',
      '[f] has an idea. It is a long stick. It is not long enough.',
      '[h] asks {thing1}. {Thing1} is not afraid. {Thing1} is not afraid of one thing.',
      '[h] makes a big face. Grr! [f] falls down. It was too good a face.',
      'They go with a chair. [h] hides behind the chair. The chair is too small.',
    ],
    low: [
      '“Home?” says [f]. [h] would like that. But then [f] looks back, and looks so sad.',
      '[h] pats [f]. [f] pats [h]. It is a bit less now. It is half as big.',
      '[f] holds out a hand. It is a small hand. It shakes a bit. [h] looks at it.',
      '“I will go,” says [f]. “You can stay.” But [f] does not go. [f] is afraid, too.',
      'The bun is gone. The sun is low. [f] says no word. [h] has a lump in the neck.',
    ],
    turn: [
      '[h] peeps out of one eye. Then out of two. So that is {x.k}! [h] does not run.',
      'Left foot, go. Right foot, go. [h] tells them, and they do. Now [h] is here. So is {x.k}.',
      '[h] takes the small hand. Now there are two hands. Off they go. Look, there is {x.k}!',
      '[h] is afraid. [h] goes all the same. Tip. Tap. Tip. Up to {x.k}.',
      '“On three,” says [f]. [h] goes on two. Here is [h]. Here is {x.k}. Nose up!',
    ],
    result: [
      '[h] sees a bit. [h] sees more. “I like this bit,” says [h]. [f] likes that bit.',
      'One wave. Who will wave first? [h] does! Hello, {x.k}. [f] waves, too.',
      '“Oh,” says [h]. “Is that all?” That is all. [f] claps. [h] claps, too.',
      '[h] looks left. [h] looks right. It is fine. It is just {x.k}.',
      'The sock is here. The cake is here. And {x.k}? Here, too. They all fit.',
    ],
    reward: [
      'Hop, hop, all the way back. [h] is not afraid. [f] is not afraid. Who was afraid? The boot.',
      '“You did it,” says [f]. “You did it,” says [h]. They both did it.',
      'They have the cake. [h] has the big bit. You get the big bit if you were afraid and went.',
      '[h] tells the hen. “I saw {x.k}.” The hen says, “Buk.” That is a lot, for a hen.',
    ],
    rest: [
      '{comfortSmall} Tomorrow [h] will say it again. Hello, {x.k}! But now the eyes are shut.\n\nHush. [h] sleeps.',
      'Mama sits on the bed. {comfortSmall} “What did you see?” [h] says, “I saw {x.k},” and yawns.\n\nNight-night, [h.n].',
      'In bed it is warm. {comfortSmall} Out there is {x.k}, and that is all right.\n\nHush now. [h] sleeps.',
      '{comfortSmall} “Are you afraid?” says [f]. [h] does not say. [h] is asleep.\n\nNight-night, [h.n].',
      'One eye shuts. One more eye shuts. {comfortSmall} Nobody has to look out for {x.k} now.\n\nShh. [h] sleeps.',
    ],
  },
};
