import type { BeatId } from '../plan/shape.ts';

/** Wordings in short sentences of plots about making, waiting, telling and making room; at four and five these come first. */
export const moreAtDusk: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  'day-told': {
    try1: [
      '{drive.tries}\n\nThen everybody ran to the fence. What was it? It was {x.c}. It went by quite close.',
      'After lunch it was quiet, but not for long. Round the corner came {x.c}. “Not again!” said {crowd1}, and fetched a chair.\n\n? {drive.tries}',
      'The day was not done yet. It still had {x.c} in it. [h] clapped. Then [h.s] looked at the empty place next to [h.o].\n\n? {drive.tries}',
    ],
    try2: ['{sense} [h] picked up a feather, for [f].', '{adviser}\n\nThe chair next to [h] was still empty.'],
    low: [
      '{dusk} [h] knocked at the door of [f]. “Come in,” said [f], “but do not tell me that it was nothing.” It had not been nothing.',
      '{dusk} [f] lay there with the blanket up to the chin. “I counted the flies,” said [f]. “There was one. How was yours?”',
      '{dusk} “Did I miss much?” asked [f]. [h] wanted to say no. It would have been kind. But it would not have been true.',
    ],
    turn: [
      '“I cannot say it,” said [h]. “I shall have to be it.” And [h.s] {x.as}.\n\n[f] sat up. “That was it?” said [f]. “That was how it went?”',
      '[h] looked round the room for what there was. It was enough. [h.s] {x.as}.\n\nThere was a silence. Then there was a giggle, under the blanket.',
      '“Move your feet,” said [h], and got up on the bed. Up there [h.s] {x.as}.\n\n“I can see it,” said [f]. “I can see it from here!”',
    ],
    result: [
      '“What came then?” asked [f]. Then [h] {x.bs}. They had to do it three times. The last part had to be soft. So [h] {x.cs}.',
      'For noon, [h] {x.bs}. [f] did it, too, lying down. For the evening, [h] {x.cs}. After that there was no day left over.',
      '[h] did not stop at one. [h.s] {x.bs}. “And the end?” said [f]. [h] {x.cs}, but so low that it was hardly there. That is how a day ends.',
    ],
    reward: [
      '“Now I have had it, too,” said [f]. [f] held it with both arms.\n\n? {drive.cure}',
      '[f] wanted to give something back. There had only been the fly. So [f] did the fly. It was very good.\n\n? {drive.cure}',
    ],
    rest: [
      '{bedLine} {comfort} ¶ [h] heard it once more, from far away. It was {x.at}. It was {x.bt}. It was hardly anything. ¶ {ending}',
      '{comfort} ¶ Two had had the same day now. It lay between them like a cat. ¶ {bedLine} {ending}',
    ],
  },
  'not-hurried': {
    home: [
      '[h] {x.put}. “Now,” said [h]. It was not now.\n{drive.intro}\n? {t.cost}',
      'It all began when [h] {x.put}. That took a minute. What came after it took longer.\n{drive.intro}',
    ],
    call: [
      '“Is it soon?” asked [h]. “It is when it is,” said [f], and took up the next pea. There was a whole sack of peas.',
      '[h] looked at it. It did not look back. “Sit down,” said [f]. “I am sitting,” said [h], who was not.',
      '“When?” said [h]. “You might as well ask the peas,” said [f], who was doing the peas. [h] asked the peas.',
      'There was nothing that one could do. That was what they all told [h]. [h] did not believe it. [f] only smiled, and cracked a pod.',
    ],
    try1: [
      'So [h] {x.h1}. [f] watched, and ate a pea.',
      '“A bit of help cannot hurt,” thought [h], and {x.h1}. “Well?” asked [f]. It was just as before.',
      'By ten [h] could not bear it. [h.s] {x.h1}.\n\n? {drive.tries}',
    ],
    try2: [
      '“It needs more than that,” said [h]. [h.s] {x.h2}.\n\n? {adviser}',
      'At noon [h] {x.h2}. A little later [h.s] was sorry. “Never mind,” said [f].',
      '[h] went away from it. [h.s] came back. [h.s] {x.h2}. It made no difference at all.',
    ],
    low: [
      '{dusk} [h] had no more ideas. [h.s] had only two hands, with nothing in them. [f] held out a pod.',
      '[h] {x.h3}. That was the last thing that there was. {dusk} Then it was quiet, but for the peas.',
      '{dusk} “I am so tired of waiting,” said [h]. “It is not the waiting,” said [f]. “It is the nothing.” They looked at the sack.',
    ],
    turn: [
      '[h] took a pod, only to see how it goes. Pop. There were seven in it. In the next there were nine. “What is the most?” asked [h]. “Eleven,” said [f], “but it was long ago.” So now they were looking for twelve.',
      '“I could do one,” said [h]. [h.s] did one. [f] began to hum. By and by [h] knew the tune. Nobody was in front of anything any more. They were in the middle of it.',
      '[h] sat down at last. They flicked a pea for luck. They flicked one for {crowd1}. They named the big ones. It was dark before anybody looked up.',
    ],
    result: [
      '“Oh,” said [f], and pointed with a pod. [h] turned round. {x.come}',
      'They had quite forgotten it. So it came. {x.come}',
      'It did not knock. It was simply there, between one pea and the next. {x.come}',
      '“Twelve!” cried [h]. When they had both counted them, [h.s] looked up. {x.come}',
    ],
    reward: [
      '“You see,” said [f], “it can come quite well by itself.” [h] saw.\n\n? {drive.cure}',
      'They looked at it, and then they ate the peas. [h] had the one with a name.\n\n? {drive.cure}',
    ],
  },
  'slow-visit': {
    call: [
      '{x.tell} “Come out!” called [h]. “I am nice!” It may have been a bit too loud for nice.',
      '“I shall wait here,” said [h], “until it comes.” {x.tell} [h] waited with the whole of [h.p] face.',
      'Who was it? {x.tell} [h] asked {crowd1}. It was not {crowd1}. It was somebody smaller than that.',
    ],
    low: [
      '{dusk} [h] had shouted all that there was to shout. So [h.s] stopped. It was like when rain stops. You could hear everything drip.',
      '{dusk} “I give up,” said [h]. [h.s] lay down on the grass. An ant went over one hand. It took its time, and [h] let it.',
      '{dusk} For once [h] was not going anywhere. [h.s] watched a leaf. It was a good leaf. It was quite enough.',
    ],
    turn: [
      'Pat, pat, it went, behind [h.o]. [h] wanted to turn round. All of [h.o] wanted to. But [h.s] looked at the leaf.',
      'Somebody was there. [h] held still. [h.s] held even the tip of [h.p] nose still. It itched. [h.s] let it itch.',
      '[h] did not call. [h] did not jump. [h.s] only opened one hand, and in it was a bit of bun.',
    ],
    reward: [
      '“Will you come tomorrow?” asked [h], very low. “If you are here,” said [f]. “You, I mean. Not the noise.”\n\n? {drive.cure}',
      'They sat until the first star. “That is me, going home,” said [f]. It left a warm place.\n\n? {drive.cure}',
    ],
  },
  'place-made': {
    home: [
      'It was Sunday when they brought home the new baby {sib}. [h] came running, to {x.place}, as always. “Mind,” they said. The place was full.\n? {drive.intro}',
    ],
    call: [
      '“What can it do?” asked [h]. “It can sleep,” they said. [h] could sleep, too, and nobody came to look. “Soon,” they told [h.o], “soon.” {x.Baby} yawned, and they all said “Ah!”',
      '{x.Baby} cried, and they came. So [h] cried. “Soon,” they called. That was the difference.',
    ],
    try1: [
      'First [h] made [h.r] very small, and got in as well. “Soon,” they said, and lifted [h.o] out.',
      '{drive.tries}\n\n? They would look at it soon, they said.',
      '[h] did a trick. It was the one with the spoon. “Soon,” they said. {x.Baby} did nothing, and they all looked.',
    ],
    try2: ['[h] asked if {x.baby} could be lent to {crowd1}. It could not.\n\n? {adviser}'],
    low: [
      '{dusk} It cried, and this time no one came. There was only [h]. “They are busy,” [h.s] told it. “You have to wait. It is called soon.” {x.Baby} did not want soon. It wanted now. [h] knew just what it meant.',
      '{dusk} {x.Baby} had lost the corner of its blanket. It was not far. It was as far as an arm is. But it did not know yet about arms. It looked at [h]. It had nobody else to look at.',
      '{dusk} Milk was no good. The rattle was no good. They had run to find the other rattle. In the whole room there was just one person who had ever been sung to in {x.place}.',
    ],
    turn: [
      '“Listen,” said [h]. “This is how it goes.” [h.s] {x.tie}. “{x.song}.”',
      '[h] looked to see if anyone was coming. Nobody was. So [h] {x.tie}. It went: “{x.song}.” It had always been so nice, to have that done.',
    ],
    result: [
      '{x.Baby} held its breath. It looked up with all the eyes that it had. One small hand came out, and shut tight round [h.p] {finger}.',
      'It was not crying any more. It had forgotten how. It had hold of [h.p] {finger}, and that was plenty to think about.',
      'It grew as quiet as a pocket. {x.Baby} yawned. Then it put its nose into [h.p] neck, as though it had always lived there.',
    ],
    reward: [
      'They came back with both rattles, and stood still. Then they sat down, one on each side. So there was {x.place}, and it was made of everybody.',
      '“Look at that,” somebody whispered. “It wanted [h.n].” [h] could not get up now. It did not matter. It was exactly where [h.s] wanted to be.',
      '“Would you like to be held, too?” they asked. “Soon,” said [h]. {x.Baby} was not quite asleep. Then it was. Then it was soon.',
      'Somebody carried {x.baby}, and somebody carried [h]. There turned out to be arms enough. There always had been; they had only been full.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ In the next bed somebody very small breathed in, and out, and in. [h] joined in. ¶ {ending}',
      '{comfort} ¶ “{x.song},” they sang, and did not leave out a word. They sang it for two. ¶ {bedLine} {ending}',
      '{bedLine} ¶ [h.p] {finger} still felt held. It was a small sort of feeling, and it was warm. ¶ {comfort} {ending}',
    ],
  },
  'made-for': {
    home: [
      '{x.Whom} had everything that one needs, but for {x.a}. [h] had noticed it. Nobody else had.\n? {t.cost}',
      'It was a good day to {x.make} something. [h] had thought of it in the bath. It was to be {x.a}. It was to be for {x.whom}.\n? {t.lore}',
      '“What are you looking at?” they asked [h]. [h] was looking at {x.whom}. [h.s] was thinking: {x.a}, about so big.\n? {t.cost}',
    ],
    call: [
      '[f] brought {x.bit1}. [h] had {x.bit2}. It was a start. “Is it for you?” asked [f]. {x.answer}',
      '[h] drew it in the sand, with a stick. [f] walked round it. “I like the handle,” said [f]. It was not the handle. “And who gets it?” {x.answer}',
      'They laid it all out on the floor. There was {x.bit1}. There was {x.bit2}. Last came {x.bit3}, and that was the best. “Now,” said [h], “we only have to {x.make}.”',
    ],
    try1: [
      '[h] had never done it before. You could tell. {x.fail1}',
      'They began after breakfast, with clean hands. {x.fail1} Now the hands were not clean.',
      '“First {x.bit1},” said [h]. In it went. {x.fail1} “Then not first,” said [f].',
    ],
    try2: [
      'By noon there was a second one. {x.fail2} “It has a nice side,” said [f], and looked for it.',
      '{adviser}\n\n{x.fail2} [h] sat down on {x.bit2}.',
    ],
    low: [
      '{dusk} It was done. [h] walked all round it, and was proud. Then [h.s] thought of {x.whom}, and stopped. It did not go with {x.whom} at all. It went with [h.n].',
      '{dusk} “It is just what I would want,” said [h]. It was very quiet. “Yes,” said [f]. “It is just what you would want.”',
      '{dusk} [f] held up a lamp to it. There were so many clever bits. [h] had thought of every one. There was not one bit in it that {x.whom} would have thought of.',
    ],
    turn: [
      '[h] began to take things off. {x.off} It hurt a little. With each thing that went, you could see {x.whom} a little better. At last [h.s] {x.done}.',
      '“What does {x.whom} do all day?” asked [h]. They did not know. So they went and looked. They came home, and [h] rolled up both sleeves. This time it was quick. [h.s] {x.done}.',
      '[h] shut both eyes, and was {x.whom} for a bit. It felt quite different in there. So that was what it had to be like! [h.s] went back to work, and {x.done}.',
    ],
    result: [
      'It was small, and it was plain. They put {x.the} where {x.whom} would see it. Then they hid. There was a step. There was a breath. Nobody said a word, and it was the best word that [h] had ever heard.',
      '“For me?” That was all that was said. {x.Whom} had {x.a}. It looked as though it had grown there.',
      'So {x.whom} got {x.a}. It was used at once, and then once more. [h] and [f] looked on from behind {thing1}, and held on to each other.',
    ],
    reward: [
      '“You did not even put your name on it,” said [f]. [h] had not thought of that. It did not need one.',
      'They swept the floor. In the corner lay what [h] had taken off. It was very clever. It could be something else, another time.',
      'On the way home [f] asked what they would do tomorrow. “Nothing,” said [h]. “With what?” “With both hands.”',
    ],
    rest: [
      '{bedLine} {comfort} ¶ [h.p] hands lay on the blanket. They had done enough. They were asleep already. ¶ {ending}',
      '{bedLine} ¶ [h] thought of {x.whom}, and of {x.the}. They were together now, out there in the dark. ¶ {comfort} {ending}',
    ],
  },
  'wrong-recipe': {
    low: [
      '{dusk} {x.wrong} “I am sorry,” [h] told it. It did not seem to mind. It only looked for something to do.',
      '{x.wrong}\n\n{dusk} “You can always throw it out,” said {crowd2}. [h] put both arms round it.',
      '{dusk} They had all been, and had all gone. {x.wrong} [h] sat by it, and ate a dry biscuit.',
    ],
    turn: [
      'Then [h] heard a sigh, over the wall. It was [f]. You remember [f], who {x.owner}. [h] looked at {x.made}. Oh!\n\n{x.use}',
      '“Who could want that?” said [h]. It was meant as a sigh. But then it was a question. Who could? [f] could, who {x.owner}.\n\n{x.use}',
      '[h] dreamed of it, with shut eyes, for a minute. In the dream it was at the house of [f], who {x.owner}. It looked so well there. [h] jumped up.\n\n{x.use}',
    ],
    result: [
      '“That is mine,” said [f]. It was not a question. You could see it.',
      '[f] laughed out loud. [f] had not laughed for weeks. “Who ever thought of it?” “Nobody,” said [h]. “That is why it is so good.”',
    ],
    reward: [
      '{drive.cure}\n\n? They had a supper of bread, since that was the only thing that had come out right.',
      '“Next time,” said [h], “I shall make a real one.” “Why?” said [f].\n\n? {drive.cure}',
      '{drive.cure}\n\n? {Crowd1} came and asked for the recipe. [h] had to say that it could not be done twice.',
    ],
  },
  collector: {
    try2: [
      'Some went to {crowd1}, who gave them back. Some went to {crowd2}, who gave them back washed.\n\n? {adviser}',
      '{adviser}\n\n[h] put it all away, and took it all out. It made a nice sound, at any rate.',
      '“Could you not collect something useful?” asked {crowd1}. “Like what?” said [h]. {Crowd1} collected bills.\n\n? {drive.tries}',
    ],
    low: [
      '{dusk} Somebody shouted, down by {thing1}. They all ran. It was bad: {x.trouble}. [h] came last, as [h.s] had {x.place} to carry.',
      '{dusk} “Have you got a ladder?” they asked. “Have you got a horse?” For {x.trouble}. Nobody asked [h] what [h.s] had got.',
    ],
    turn: [
      '[h] looked into {x.place}. [h.s] looked at the trouble. It was as though they had known each other for years. {x.idea}\n\n{x.deed}',
      '“They have said it,” said [h]. “What have they said?” asked [f]. “What they are for.” {x.idea}\n\n{x.deed}',
    ],
    result: ['{x.out}\n\n? Nobody laughed. They were counting.', 'Then they all stepped back to see. {x.out}'],
    reward: [
      '[h] turned {x.place} over, and shook it. It was as light as a hat. {drive.cure}\n\n? But in the morning, {x.full}',
      '{drive.cure}\n\n? “I shall help you look for new ones,” said [f], and did. By the end of the week, {x.full}',
    ],
  },
  unfinished: {
    try1: [
      'So [h] {x.guess}. “Finished!” said [h]. It did not look finished. It looked surprised.',
      '[h] did not ask anybody. [h.s] {x.guess}. Then [h.s] put it in the window. Then [h.s] took it out again.',
    ],
    low: [
      '{dusk} “I have spoiled it,” said [h]. But it had not gone away. There it was, still: {x.purpose}. And there was {x.mark}. It was like a word, and then a dash.',
      '{dusk} [h] held it on both knees. “Tell me,” [h.s] said. It told what it could. There was {x.mark}. There was {x.purpose}.',
      '{dusk} “Who was it?” asked [h]. Nobody could remember. They only knew that it was somebody kind. [h] looked once more. {x.mark.cap}. {x.purpose.cap}.',
    ],
    turn: [
      'It was as if somebody had bent down and whispered. {x.for}\n\n{x.finish}',
      '“Oh!” said [h]. “It is not for me at all.” {x.for}\n\n{x.finish}',
    ],
    result: [
      'In the evening they were ready. {x.done}',
      '{x.done}\n\n? [h] looked round, as if there must be someone else there to be pleased. Perhaps there was.',
      'It did not take long. It was nearly all there already. {x.done}',
    ],
    reward: [
      'Then [h] put a mark of [h.sp] own on it, quite small, where nobody would look.\n\n? {drive.cure}',
      '{drive.cure}\n\n? “I wish that they could have seen it,” said [f]. They both looked up, as one does.',
    ],
  },
  contest: {
    call: [
      '[h] had never won a thing, not even a coughing match. “This year,” said [h], “I shall be in it.” It might be the way to {want}.\n\n{need.sign}',
      '“Name?” said the one with the list. [h] said it. “Are you sure?” [h] was not. It was written down.\n\n{need.sign}',
    ],
    try2: [
      '[h] ran up the hill and down it, to get strong. Then [h.s] did what {x.what} was really about. {drive.tries}',
      '“Have you thought of losing?” asked {crowd1}. “It is restful.”\n\n? {adviser}',
    ],
    low: [
      'They were off! It was all dust and elbows. Then there was no more dust. There was a hedge, and somebody behind it.\n{need.trouble}\n\n{need.plea}',
    ],
    result: ['{need.result}\n\n? Up on the hill they were giving away {x.prize}. You could hear the drum.'],
    reward: [
      '“Where were you?” they cried. “We could not start the cheering.” So they were all told. There was a good deal of cheering, after all. {drive.cure}',
      '{drive.cure}\n\n? In the evening there was a knock. It was the one who had won. “I think that this is yours,” it was said, and there was {x.prize}.',
      'The list was still hanging there, with the blot. Somebody had drawn a small crown on it. {drive.cure}',
    ],
  },
  'small-steps': {
    home: [
      '{drive.intro}\nIt was all so far away. [h] had only ever been as far as {thing1}, and that was to fetch somebody back.\n? {t.cost}',
    ],
    call: [
      '“I shall go as far as I can see,” said [h], “and then I shall look again.” At the gate [h.s] {x.put} {x.mark}.\n\n{need.sign}',
    ],
    try2: [
      'There was a bend. There might be anything behind a bend. [h] {x.put} {x.mark} in front of it, took a breath, and went. Behind it was some more road.\n\n? {adviser}',
      '“How many bits is it?” asked {crowd1}. [h] had not counted. [h.s] had only done them. [h.s] {x.put} {x.mark}.\n\n? {adviser}',
    ],
    turn: ['“I shall do that first,” said [h] to the road. The road did not mind. It lay down.\n\n{need.deed}'],
    result: [
      '{need.result}\n\nNow it was night. “I cannot see the way,” said [n]. “I can,” said [h]. There they were, the {x.marks}, one after the other. {x.shine}',
    ],
    reward: [
      'They went home along them, and [h] told the name of each bit. {drive.cure}',
      '{drive.cure}\n\n? “Tomorrow I shall go on from here,” said [h]. It was a good place to go on from.',
    ],
  },
  'stand-in': {
    home: [
      '{drive.intro}\n? {t.cost}\nAnd if ever it got too bad, there was {x.who}, with {x.did}. One only had to knock.',
      'What would they have done without {x.who}? Nobody {place.at} had ever had to think about it. {x.Who} had {x.did}, and that was enough.\n{drive.intro}',
    ],
    try1: [
      'With {x.fetch} under one arm, [h] went to the mirror, and tried to {x.how}. In the mirror somebody tried not to laugh.',
      'All day [h] went about and tried to {x.how}. It came out as a sneeze. “Bless you,” they said.\n\n? {drive.tries}',
      '“I am {x.who} today,” said [h]. “Then I am the moon,” said {crowd1}.\n\n? {drive.tries}',
    ],
    try2: [
      'They came with a list of questions. [h] did not know the answer to one of them. [h.s] wrote down the questions. It looked like work.\n\n? {adviser}',
    ],
    result: ['{need.result}\n\n? “{x.Who} could not have done that,” said {crowd1}. It was quite true.'],
    reward: [
      'Next morning [h] gave back {x.fetch}. “Did it fit?” asked {x.who}. “No,” said [h]. “It never does,” said {x.who}. {drive.cure}',
      '{drive.cure}\n\n? They still went to {x.who}. But if that door was shut, they went to [h], and did not mind.',
    ],
  },
  message: {
    home: [
      'Between [h] and [f] there were nine gardens, and in each of them was somebody with ears. That was how one talked, {place.at}.\n{drive.intro}',
      '{drive.intro}\nOn the far side of everything lived [f]. [h] could see the chimney. To say a thing to a chimney, you need help.',
    ],
    call: [
      '“I have it,” said [h], after breakfast. It was short, and it was true. “{x.first}.” [h.s] told it to {crowd1}, twice, and slowly. “I am not deaf,” said {crowd1}.',
      'It was not easy to say. [h] said it to {thing1} first. Then [h.s] went and said it to {crowd1}, for [f]. “{x.first}.” “Is that all?” said {crowd1}, and passed it on.',
    ],
    try1: [
      '{Crowd2} had a bucket on. “Say that again!” It was said again, into the bucket. “{x.second},” said {crowd2}. “Well, well.”',
      'From {crowd1} to {crowd2} it is uphill. By the top there was not much breath left. “{x.second},” was what came out.',
    ],
    try2: [
      'Then it came to [m], who had been asleep. “{x.third}?” said [m.k]. “If you say so.” And on it went.',
      '[m] passed it over the wall with a nod. “{x.third}.” It had been a long day, for a message.',
    ],
    low: [
      '{dusk} Nothing came back. [h] stopped a child who was running by. “What do people say?” “{x.third},” said the child, and ran on. [h] stood there with [h.p] mouth open.',
    ],
    result: [
      '[f] was at the gate, in a clean collar. “It was so nice of you,” said [f], “to say, {x.last.quote}” [h] had said nothing of the kind. {x.result}',
    ],
    reward: [
      '“Shall I tell you what it was to begin with?” asked [h]. “Tell me when we are old,” said [f]. “I want to keep this one a bit.”\n\n? {drive.cure}',
    ],
  },
};
