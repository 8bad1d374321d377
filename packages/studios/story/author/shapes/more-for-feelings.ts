import type { BeatId } from '../plan/shape.ts';

/** Further wordings of plots about fears and feelings, by shape and beat. */
export const moreForFeelings: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  feared: {
    home: [
      'Everybody has one drawer that does not shut. With [h] it was {x.y}. Of that [h.s] was afraid even with the light on. {x.shy}\n{x.far}',
      'On a good day you would not have noticed. It did not show. But [h] was afraid of {x.y}. {x.shy}\n{x.far}\n? {x.far2}',
      '“What is the matter?” they asked [h]. “Nothing,” [h.s] said. It was {x.y}. It was always {x.y}. {x.shy}\n{x.far}',
      'Some people have a bad knee, and it tells them when the weather turns. What [h] had was a fear, of {x.y}, and it told [h.o] nothing at all. {x.shy}\n{x.far}',
    ],
    call: [
      'It might have stayed like that. Then somebody came round the corner, and it was [f]. {x.call}',
      'One afternoon there was [f], at the door. {x.call}\n\n“Tomorrow,” said [h]. But you cannot say it every day.',
      '{x.call} “Me?” said [h]. [h.s] looked round. There was only [h].',
      '{x.call}\n\n[h] began to say no. It got as far as the teeth, and there it saw how small [f] was.',
    ],
    try1: [
      '“You only have to do it once,” said [f]. {x.near}\n\n? Once had been too much.',
      'First they went to have a look. They did not mean to do more than look. {x.near}',
      '{x.near} “That was good,” said [f], who was kind. “That was terrible,” said [h], who was honest.',
      'It began very well, with a sandwich. Then the sandwich was gone. {x.near}',
    ],
    try2: [
      '[h] asked {crowd1} what one does about {x.y}. “You wait till you are old,” said {crowd1}. [h] waited a bit. It was too slow.',
      '“What if we sang?” said [f]. They sang. It was a brave song, with a great many verses. When it was over, {x.k} {x.were} still there.',
      '[h] put on all that was thick: two coats, a scarf, and a pan. Now [h.s] was just as afraid, and could not bend.',
      '[h] made a list: What May Happen. It was two pages long. Then [f] made one: What Has Happened. It was one line.',
    ],
    low: [
      '{dusk} They sat back to back, so that neither had to see the other be afraid. [h] could feel it through the coat. [f] was shaking. It was a very small shake, just the size that one could stop.',
      '{dusk} “Never mind,” said [f], and began to go home. [f] went slowly, and did not look round. [h] knew that walk. It was how [h.s] always went home.',
      'On the one side was the fear, and it was big. On the other side was [f]. {dusk} There was just enough room between the two for one more.',
      '{dusk} All the others had gone in. It would be easy, now, to say that it was too late. [h] opened [h.p] mouth to say it. What came out was, “Hold my scarf.”',
    ],
    turn: [
      '“Count for me,” said [h]. [f] counted. At three nothing had moved but the wind. At five it was [h].\n\n{x.turn}',
      '[h] had thought that first you stop being afraid, and then you go. There was no time for that. So [h.s] went afraid.\n\n{x.turn}',
      'It is not so far from “I cannot” to here. [h] went the whole of it on [h.p] own feet.\n\n{x.turn}',
      'There was nobody to do it but [h]. So it was [h] who did it.\n\n{x.turn}',
    ],
    result: [
      '{x.done}\n\n? It had taken no longer than an egg.',
      '{x.done}\n\n? [h] felt [h.p] knees. They were not shaking any more. They were only hungry.',
    ],
    reward: [
      '“Shall you tell them?” asked [f]. “They would not believe it,” said [h]. “I was there, and I hardly do.”',
      '[h] looked for the old fear, to see how it was. It had moved into a smaller house.',
      'On the way they met {crowd2}, who asked why they were so late. “We were busy,” said [f], “not running away.”',
      '[f] wanted to know how one does that, being brave. “You do it,” said [h], “and afterwards somebody tells you that it was that.”',
    ],
    rest: ['{comfort} ¶ {x.after} {bedLine} ¶ {ending}', '{x.after} ¶ {comfort} {bedLine} ¶ {ending}'],
  },
  'feared-steps': {
    home: [
      '[h] had a map of {place.name}. In one place there was nothing on it but a red ring, for {x.y}. That was as near as [h.s] ever went. {x.shy}\n{x.far}',
      'There is near, and there is too near. With {x.y}, to [h], it was too near from a long way off. {x.shy}\n{x.far}',
      '“How afraid are you?” they asked [h], when it was about {x.y}. [h] held out both arms, and then went to fetch a ladder. {x.shy}\n{x.far}',
      'Whichever way [h] wanted to go, there was {x.y} in the middle. So [h.s] had learned to go round. {x.shy}\n{x.far}',
    ],
    call: [
      '{x.call}\n\n“I can do it in bits,” said [h], when [h.s] had thought. “I eat my greens in bits.”',
      '{x.call} [h] breathed in. “How long have we got?” “Till it is dark,” said [f]. That is time for quite a few small steps.',
      '{x.call}\n\n“We shall go like snails,” said [h], “with our horns out.” [f] thought that this was wise.',
      '{x.call}\n\n[h] looked at how far it was. Nobody can go so far. But anybody can go as far as that leaf.',
    ],
    try1: [
      'The first step was done on Monday, in good shoes. It was over so soon that they did another. {x.near}',
      '“That is one,” said [f], and laid down a pebble. “And that is two.” {x.near} They let the pebbles lie.',
      'The first few went by themselves, because [h] was talking. Then [h.s] noticed. {x.near}',
      '[h] went up to where it began to tickle in the stomach. [f] drew a mark there, in the dust. {x.near}',
    ],
    try2: [
      'The fifth step they did with [f] in front. Then they did it with [f] behind. Then they did it side by side, and that was the way to do it.',
      'At six nothing would go. They sat down on six and ate a pear. You can be afraid and eat a pear, it turned out. You have to take turns.',
      '“Which part of you is it?” asked [f]. [h] felt about. “The stomach,” [h.s] said. So the stomach was left to rest, and only the feet went on.',
    ],
    low: [
      '{dusk} That made nine. “You need not do the last one,” said [f]. “Nine is very good. Hardly anybody has nine.” [h] looked at the tenth. It looked lonely.',
      '{dusk} By now they were so close that they had begun to whisper. “What do we do,” whispered [f], “when there are no more steps?” Neither of them had thought of that.',
      '[h] turned to see how far it was. You could hardly make out the gate where they had begun. {dusk} Somebody very much afraid had stood there, and [h] would have liked to wave.',
    ],
    turn: [
      'This one [h] did not count. It was too small for a number.\n\n{x.turn}',
      '“Are you ready?” asked [f]. “No,” said [h], and went.\n\n{x.turn}',
      '[h] lifted one foot, and held it in the air for a while. It had to come down somewhere. It came down on the other side.\n\n{x.turn}',
    ],
    result: [
      '{x.done}\n\n? It was one step, and it had been the whole way.',
      '{x.done}\n\n? “How many was that?” asked [f]. But they had both lost count.',
    ],
    reward: [
      '“Where does it begin now?” asked [f]. They looked for the place, and could not find it. They must have left it behind them.',
      'On the way back they gave each of the steps a name. The first was Oh. The fifth was Ouch. The last was called [h.n].',
      '[h] tried to be afraid, just once more, to see how it had gone. It would not go. It was like a sneeze that has changed its mind.',
    ],
    rest: ['{x.after} ¶ {bedLine} {comfort} ¶ {ending}', '{bedLine} ¶ {x.after} ¶ {comfort} {ending}'],
  },
  felt: {
    call: [
      'It might have passed off by itself. But then there was this. {x.call}',
      '{x.call}\n\n? So that was how the day began, and it had a long way to go.',
    ],
    try1: ['{x.try1} That was the first thing.', '“I shall see to it myself,” thought [h]. {x.try1}'],
    try2: ['The next thing was no better. {x.try2}', '{x.try2}\n\n? “Well,” said [h], “now I know that.”'],
    low: [
      '{x.still}\n\n? You could have heard a crumb fall.',
      'And so it went on, until there was no more day left. {x.still}',
      'In the end there was nothing else to try. {x.still}',
    ],
    turn: ['It began with one foot. {x.turn}', 'It takes a moment, a thing like that. [h] took one.\n\n{x.turn}'],
    result: [
      '{x.done}\n\n? Nobody had shown them how. It is not hard, when there are two.',
      'It was as simple as that. {x.done}',
      '{x.done}\n\n? Somewhere a door opened, and let out a smell of supper.',
    ],
    reward: [
      '{x.talk}\n\n? The path home had never been so short.',
      '{x.talk}\n\n? {Crowd1} looked after them, and smiled at nothing in particular.',
    ],
    rest: ['{comfort} ¶ {x.after} {bedLine} ¶ {ending}', '{bedLine} ¶ {x.after} ¶ {comfort} {ending}'],
  },
  'first-time': {
    home: [
      'There is always a first time, and for [h] it was today. [h.s] was to {x.to}. Even the porridge had looked at [h.o] in a different way. {x.fear}',
      'They had drawn a ring round it on the calendar. Now the ring was here, and [h] was in it, and was to {x.to}. {x.fear}\n? {t.cost}',
      '“Are you looking forward to it?” people asked. [h] was to {x.to}. [h.s] looked forward, and could not see a thing. {x.fear}',
    ],
    call: [
      'It was a quarter to. Then it was ten to, and then it was the door. That was {x.where}. [h] held on to [h.p] own hand, as no other was free.',
      'From outside {x.where} had looked like any other place. From inside it had a great many corners, and [h] stood in the middle of all of them.',
      '“Off you go,” said somebody, kindly. So off [h] went, and in; and behind [h.o] the door of {x.where} said “click.”',
    ],
    try1: [
      'It began at once. {x.no}',
      '{x.no}\n\n? At home it would not have happened. At home things knew who you were.',
      'You could see that the others had done it before. {x.no}',
    ],
    low: [
      '{x.no2}\n\n{dusk} [h] felt for the thing in [h.p] pocket. It was there. It was the only thing in all of {x.where} that was.',
      '{x.no2} That was when it all went blurry at the edges. {dusk} “It is only my eyes,” thought [h], “having a first day, too.”',
      '{x.no2}\n\n{dusk} How long does a first time last? Nobody had said. [h] thought that it must be nearly over, and it was not even half.',
    ],
    turn: [
      '{x.find} “{x.ask}” said [h]. It came out rather small. But somebody had heard it, and the somebody nodded.',
      '{x.find} Two people who do not know the way know more than one. [h] put out a hand. “{x.ask}” [h.s] said.',
    ],
    result: [
      'From then on it went better. {x.own}',
      '{x.own}\n\n? It did not feel new any more. It felt about a week old.',
    ],
    reward: [
      'On the way out [h] held the door for somebody. It was quite an easy door, when you knew that you have to lift it.',
      '“Did anything go wrong?” they wanted to know. “Yes,” said [h], “nearly all of it. And then there was [f].”',
    ],
  },
  kept: {
    home: [
      'It was just there one morning, between the house of [h] and the house of [f]: the {x.it}. Neither of them had put it there. They both picked it up, one from each end. {x.needs}.',
      '[h] had never had anything to look after but a cactus, and [f] had never had even that. And now they had the {x.it}. {x.needs}.',
    ],
    call: [
      '“We must ask somebody how it is done,” said [h]. “Whom?” said [f]. Nobody {place.at} had ever minded one. So it would have to be them.',
      '[h] drew a line down the middle of the day. On this side [h] would mind the {x.it}, and on that side [f] would. It was a good line. It was only that the {x.it} needed minding on the line as well.',
    ],
    try1: [
      'They were sure of how it goes. {x.wrong}',
      '“I read about it once,” said [h]. {x.wrong} It must have been about something else.',
    ],
    low: [
      '{dusk} By now they were not speaking. [h] minded the {x.it} with [h.p] lips shut, and [f] minded it with folded arms. {x.hint} They both said “Oh!” and that was speaking.',
    ],
    turn: [
      '[h] looked across at [f], and saw how very red those eyes were. “You sleep,” said [h]. “No, you,” said [f]. In the end they leaned together, with the {x.it} in between. So each of them held up the other one, and both of them held it.',
    ],
    reward: [
      '“I could not have done it without you,” said [h]. “No,” said [f], “I could see that.” And then [f] had to laugh. “Nor could I.”',
    ],
  },
};
