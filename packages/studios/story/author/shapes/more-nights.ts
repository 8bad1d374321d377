import type { BeatId } from '../plan/shape.ts';

/** Further wordings of plots that come to their point at bedtime, by shape and beat. */
export const moreNights: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  granted: {
    home: [
      '{drive.intro}\n? {drive.habit}\nIt was to be put to the vote. Those who were for bed were to raise a hand. [h] counted them through half-shut eyes, and there were none. “Then it is abolished,” said [h], “{x.rider}.”',
      '“Who made it up, anyway?” said [h]. Nobody knew who had made up bedtime. So it could not be very important. [h.s] painted a board and set it up: STAY UP, {x.rider}.\n{drive.intro}',
      '{drive.intro}\nThe clock on the wall said eight. [h] climbed on a chair, and took the eight off. After that it could not be bedtime. “Never again,” said [h], “{x.rider}.”',
    ],
    call: [
      'You never heard such a noise. {x.A} banged a tray, {x.b} rode in on a tea trolley, and {x.c}, who had not smiled since Easter, smiled.',
      'It was the news of the year. All the windows went up. “Is it true?” shouted {x.a}. “Come down!” shouted [h]. And down came {x.b}, by way of the banisters, and {x.c}, by way of {x.b}.',
      'They shook [h] by the hand. {x.A} wept a little. “I have never seen ten,” said {x.b}. “They say there is an eleven,” said {x.c}.',
    ],
    try1: [
      'They played all that they knew, and then all of it backwards. Ten came, and it was just like nine with its collar off. {x.A} {x.ad}. People laughed, but not as they had at eight.\n? A bit later {x.b} {x.bd}.',
      'Nobody had thought what one does with a night. There is so much of it. By eleven {x.a} {x.ad}. That was the first sign.\n? The next was when {x.b} {x.bd}.',
    ],
    try2: [
      'Who wanted to dance? No one wanted to dance. {x.C} {x.cd}. “You are doing it wrong,” said [h]; but it was said to a back.',
      '“It is only now that it gets good,” said [h]. {x.C} {x.cd}. [h] had to hold up [h.p] own chin, to go on saying it.',
    ],
    low: [
      'Somewhere a cup rolled, and stopped. After that there was nothing. They had gone off where they stood: {x.a} {x.aw}, and {x.b} {x.bw}. There was nobody left to stay up with.',
      '[h] had won. That was what it was like, then. {x.A} {x.aw}. {x.B} {x.bw}. It is no fun to be first at a thing when the others have gone home in the middle.',
    ],
    turn: [
      '“Just look at you,” said [h] to {x.a}, in a voice that [h.s] had heard somewhere. “{x.wants.cap},” said {x.a}, with shut eyes. And when that was done: “{x.also.cap}.” And, from very deep down: “{x.last.cap}.”\n? Then {x.b} woke up, and wished for {x.wants2}.',
      'One could leave them there. One could step over them, and play alone. [h] got as far as the first step. Then [h.s] turned round and fetched {x.wants} for {x.a}. It was not right. “{x.also.cap}.” [h] saw to that. “{x.last.cap}.”',
    ],
    result: [
      '“Is that everything?” whispered [h]. “Stay till I am asleep,” whispered {x.a}. [h] sat down on the edge. It is a hard place, the edge. Somebody had sat there for [h.o], each night, and had never said that it was hard.',
      'By the time that all of them lay straight, [h] could have slept on a rake. Once more round with the lamp, to see. Who was it that did that, other nights? [h] knew the step. [h.s] had only ever heard it from below.',
    ],
    reward: [
      'The eight was still in [h.p] pocket. [h] climbed up and put it back. It fitted. It looked so friendly, between the seven and the nine, that [h.s] gave it a pat.',
      '[h] took a pen and put one word in front of it all. It was “Tomorrow.” They could always see about it tomorrow, {x.rider}.',
    ],
    rest: [
      '{bedLine} It had been warmed by somebody; it did not say by whom. ¶ {comfort} {denial}',
      '“I shall just try the edge,” said [h], “from the inside.” {bedLine} ¶ {comfort} {denial}',
    ],
  },
  'day-told': {
    home: [
      '{drive.intro}\n? {t.cost}\nBut this is about a Wednesday. It had hardly been opened when along came {x.a}. [h] forgot to shut [h.p] mouth.',
      'If you sit still for long enough, said somebody once, then everything comes past. [h] had sat down only to tie a lace. First it was {x.a}.\n{drive.intro}',
      '[h] was on {thing1}, as you have a better view from there. And what should come along but {x.a}? After that [h.s] stayed where [h.s] was.\n? {drive.intro}',
    ],
    call: [
      '“Did you see?” said [h], and turned to [f], and there was nobody there. For [f.n] {x.why}. It is only half a thing, if you see it alone. And now there was already the next half: {x.b}.',
      'It did not stop at one. By noon there was {x.b}, and people ran to their doors. Only one door stayed shut. Behind it was [f], who {x.why}.',
    ],
    low: [
      '{dusk} There was a light on at [f.np], a small one. “Come in,” said [f], “and bring it with you.” “Bring what?” said [h]. “Whatever it was that they were all laughing at.”',
      '{dusk} “I heard something go by,” said [f] from under the quilt. “It went from left to right. I have thought about it ever since.” [h] sat down on the end of the bed. Where do you begin?',
      '[h] had brought grapes. [f] ate one, and looked at the wall, where there was nothing. “So that was Wednesday,” said [f].',
    ],
    turn: [
      '[h] put down the grapes. “Shut your eyes,” [h.s] said, “and now open them. It is morning.” And [h.s] {x.as}.\n\n[f] laughed before it was even over.',
      'You can fold a thing very small, if you do it with your own two hands. [h] {x.as}.\n\n“I was there!” said [f]. “I mean, I am.”',
    ],
    result: [
      '“And at noon?” said [f]. At noon [h] {x.bs}. They had to stop for a while, on account of somebody knocking on the wall. So the last was done in a whisper: [h] {x.cs}.',
      'After that it was noon, and [h] {x.bs}. “Do not leave anything out,” said [f], lying down. So there was one more, right at the edge of the evening, where it had gone by without a sound: [h] {x.cs}.',
    ],
    reward: [
      '“Which bit was the real one?” asked [f]. [h] thought about it. “That one,” said [h]. “The first time I was only practising.”\n\n? {drive.cure}',
      'Now the wall was not empty any more. You could see it all on there, if you knew where to look, and they both knew.\n\n? {drive.cure}',
    ],
    rest: [
      '{bedLine} {comfort} ¶ It all went by once more, but on slippers: first {x.at}, and then {x.bt}. ¶ {ending}',
      '{comfort} ¶ Through the wall came a voice. “Thank you for having me,” said [f], “in your Wednesday.” ¶ {bedLine} {ending}',
      '{comfort} ¶ There was still a bit of {x.at} in [h.p] ears, and of {x.bt} behind [h.p] eyes. It made no noise there. ¶ {bedLine} {ending}',
    ],
  },
  'place-made': {
    home: [
      '{drive.intro}\nUntil Friday that did not matter. There was {x.place}, and it had a song: “{x.song}.” On Friday a bundle was carried in. It was put down just there.',
      'You could have drawn a line round it and written on it: [h.full], private. It was {x.place}. Somebody sang there at seven. “{x.song}.” Now it was seven; and there was a stranger in it, fast asleep, with one fist up.\n? {drive.intro}',
      'Before the baby there was {x.place}. After the baby there was {x.place} as well; but you could only look at it. It even had its own song, “{x.song},” and that went on as though nothing had happened. [h] stood there with [h.p] blanket.\n? {drive.intro}',
    ],
    call: [
      "“Isn't {x.baby} sweet?” people said. [h] had tried a bit, on the cheek, and it was not. It was only damp. And when [h.s] said that [h.s] wanted to {want}, the answer was “Soon.”",
      '“You will have such fun, you and {x.baby},” they said. “When?” said [h]. “Soon.” [h] looked into the basket. It did not look like soon. It looked like ages.',
      'There was a {x.babyName} now; that was all it was called. It could not catch, and it could not whistle. It could have the place, though. “Move up,” said [h]. “Soon,” said somebody behind it.',
    ],
    low: [
      '{dusk} There had been milk, and there had been the walk up and down. And still it cried. They had all run out to fetch something else. There were only two people left in the room, and one of them was [h].\n\n“I know,” said [h]. “They always say soon.” The crying stopped for a moment, to listen.',
      '{dusk} All at once everybody was in the kitchen. Something had boiled over. {x.Baby} lay there with a red face, and told the ceiling all about it. The ceiling did nothing. “Soon,” said [h]; and that was when [h.s] heard how it sounds from above.',
    ],
    turn: [
      '[h] looked round. There was no one who could do it, but for the one who had had it done to [h.so] every night. So [h] {x.tie}. “{x.song},” [h.s] sang. It was a bit low in places.',
      'You do not forget a thing like that. [h.p] hands remembered it, before [h] had said that they might. [h] {x.tie}. “{x.song}.”',
      '“All right,” said [h]. “But only this once.” Then [h.s] {x.tie}, right through to the end, with “{x.song}” and everything. And, as it was so short, [h.s] did it again.',
    ],
    result: [
      'It worked like a key. First one fist came open, and then the other, and then {x.baby} sighed, as somebody does who has been carrying shopping. It laid its head on [h.p] {finger}.',
      '{x.Baby} looked up. It had not looked at anyone yet, not properly. It looked at [h] until it could not hold up its eyes.',
      'There was one hiccup still to come. They waited for it together. Then {x.baby} had hold of [h.p] {finger}, and it was clear that it was not going to give it back.',
    ],
    reward: [
      'Nobody had seen it; but there was someone in the door with a wooden spoon, who must have been there for some time. The spoon was put down. Then there were two arms free, and that is one for each.',
      '“I thought that was my job,” somebody said. “You were boiling over,” said [h]. They sat down, all in a heap; and it turned out that {x.place} had been folded double until now.',
    ],
    rest: [
      '{comfort} ¶ “When will it be able to whistle?” asked [h]. “Soon,” said somebody, and they both had to laugh, but under their breath. ¶ {bedLine} {ending}',
      '{bedLine} ¶ There were two breaths to be heard, a long one and a short one. The short one had to take two steps to keep up. ¶ {comfort} {ending}',
    ],
  },
  message: {
    home: [
      '{drive.intro}\nOver on the other side lived [f], and in between was a good deal of air. If you wished to tell [f] something, you told {crowd1}; and what became of it after that was out of your hands.',
      'There was no post {place.at}. There was {crowd1}, who told {crowd2}, who told whoever was next. It was slow, but it was free. It reached as far as [f].\n{drive.intro}',
    ],
    call: [
      '[h] had written it down, and eaten the paper, so that it should be only by heart. It was for [f]. “{x.first}.” [h.s] said it into the ear of {crowd1}, and the ear twitched.',
      '“Say it to no one but [f],” said [h]. “And to those in between,” said {crowd1}. “Yes, to those.” And it was this: “{x.first}.” Off it went, with its hat on, so to speak.',
    ],
    try1: [
      '{Crowd2} was just beating a carpet. “What?” “Nothing. It is only a message!” So between two strokes {crowd2} got hold of it, by the wrong end. “{x.second}.”',
      'It was a warm day, and {crowd1} sat down with it for a minute. When one wakes up, things are never quite where they were. “{x.second},” said {crowd1} to {crowd2}, and yawned.',
    ],
    try2: [
      'By and by it came to [m], who wrote poems. A thing like that has to scan. When [m.k] had done with it, it ran: “{x.third}.”',
      'On the next hill sat [m], with a cold. By dose is blocked, said [m.k], but go on. What went on was, “{x.third}.”',
    ],
    low: [
      "{dusk} [h] sat on the wall, and counted how long it would take: there, and a bit of joy, and back. It had been long enough. So [h.s] asked along the line. “{x.third}, wasn't it?” they called. [h] held on to the wall with both hands.",
      'It came back to [h] by pure chance, from a boy who was whistling it. “{x.third},” he sang. [h] asked what that was. “No idea,” said the boy, “but everyone is sending it.” {dusk}',
    ],
    turn: [
      'One could call after it; but that was how it had begun. [h] slid off the wall. There was only one way that it would not change on, and that was in [h.p] own mouth, all the way, with [h.p] teeth shut.',
      'It would be dark before [h.s] was half-way. [h] went all the same. At each post along the line [h.s] said good evening, and nothing else, to be on the safe side.',
    ],
    result: [
      '[f] had been standing in the lane. “I came at once,” said [f], “because it was so clear. {x.last.quote}” [h] looked at [f.o]. {x.result}',
      '“Here you are!” cried [f]. “I did not quite follow the beginning. But the end was, {x.last.quote}” There are worse ends. {x.result}',
    ],
    reward: [
      'The next day [h] thanked them for it, one by one, along the whole line. “Word for word,” they each said. “To the letter,” said [h].\n\n? {drive.cure}',
      'They hung both of them over the stove, the one that was sent and the one that had come. Visitors always liked the second.\n\n? {drive.cure}',
    ],
  },
  'not-hurried': {
    home: [
      'It was a good day, right up to when [h] {x.put}. After that it was a long one.\n{drive.intro}',
      'There are two sorts of people, those who can wait and [h.full]. And now [h.s] {x.put}!\n? {t.cost}',
      '{drive.intro}\n“It will not be long,” they had said, when [h] {x.put}. They had not said how long it would not be.',
    ],
    low: [
      '{dusk} “Is it always like this?” asked [h]. “What?” said [f], who was shelling peas. “Not having it.” “Mostly,” said [f]. “I wait for my sister. She is always a day late. I have shelled a great many peas.”',
      '{dusk} [h] lay flat on the floor, so as to be passed by. A pea rolled up, and stopped. At the other end of the floor sat [f], with the bowl. “You can have that one,” said [f], “if you come and get it.”',
    ],
    turn: [
      'It is hard to wait with nothing in your hands. [h] took the half of the peas. They had a race, and then a talk, and then [f] taught [h.o] how to whistle on a pod. “What was I doing?” said [h], a good deal later.',
      '[h] went over and sat down, and they did them together. The good ones went in the bowl, and the very good ones did not. By the end of the bowl each of them knew how the other had got their name.',
    ],
    result: [
      'It must have come while they were looking for the last pea. {x.come} “Did you hear anything?” asked [h]. “Not a thing,” said [f].',
      'And then, when there was nobody there to see it, it was there. {x.come} They had both been under the table, on account of the cat.',
    ],
    reward: [
      '[h] wanted to say, “At last!” It did not seem to be true any more. “Just in time for supper,” said [h].\n\n? {drive.cure}',
      'They had pea soup. It is not possible to hurry pea soup; but you can talk to it.\n\n? {drive.cure}',
    ],
  },
};
