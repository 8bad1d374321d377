import type { BeatId } from '../plan/shape.ts';

/** Further wordings of plots about going, looking, waiting and meeting, by shape and beat. */
export const moreOutings: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  arrive: {
    home: [
      'The postcard had come to the wrong house. It was for the people before. On the front there was only sky, and on the back it said, “You should see it.” From that day [h] wanted to {goal}.',
      '[h] had asked the swallows about it. They go everywhere, and have nothing to say. All one could get out of them was that it was “over there.” So if [h] was to {goal}, it would have to be on foot.\n? {t.cost}',
      'Some people {place.at} kept hens, and one had a boat in the attic. [h] had a plan. It was to {goal}, and it was kept under the mattress, where it made a lump.',
      'When [h] could not sleep, [h.s] did not count sheep. [h.s] counted the steps that it would take to {goal}. So far [h.s] had always dropped off on the bridge.',
    ],
    call: [
      '[f] had a free morning and new laces. “What is the farthest that you have ever been?” asked [f]. It was the well. They both looked at the well. Then they went to get {x.take}. They were going to {goal}.',
      '“When you go to {goal},” said [f], “do you wave with the left hand or with the right?” It had to be tried. They took {x.take}, so as to look like it. And once they had waved, they could not very well stay.',
      'On the gate hung a note, in chalk: “Gone to {goal}. Back soon.” [h] read it through once more, and there were no mistakes in it. With {x.take} under one arm, [h.s] pulled [f] to the other side of the gate.',
    ],
    try1: [
      '[h] went first, because [h.s] knew the way as far as the oak. After the oak they took turns in not knowing it. {x.lose}',
      '“We are making very good time,” said [h]. They were; it was only the place that they were not making. {x.lose}',
      'To begin with, they went straight on. You cannot go wrong with straight on, said [f]. {x.lose}',
    ],
    try2: [
      'At the edge of a field sat {crowd1}, and shelled peas. “You want the other road,” it was said, round a pea. “Which other road?” “Any.”',
      'They had a picnic on a stone, with their backs to each other, in order to miss nothing. [h] saw a hill. [f] saw a bull. They ate the rest of it farther along.',
      'Somebody had carved an arrow into a tree. But the tree had grown since then, and now the arrow pointed up.\n\n? {adviser}',
    ],
    try3: [
      'There was a stile, and after it another, and after nine of them they began to bow to each stile as they came to it.',
    ],
    low: [
      '{dusk} They shared the last of the toffees, by biting. “How far have we come?” asked [f]. [h] looked back. It did not look like far. It looked like a thing that you could put into your pocket, with a light in it.',
      '{dusk} It had all been downhill or uphill, up to now. Here it was only flat, and grey, with nothing on it to walk to. They stood still. It is odd how loud it is when your own feet stop.',
      "“I don't want you to think that I am tired,” said [f], “but my legs are.” {dusk} [h] was holding the whole of the day in both arms, and did not know where to put it down.",
    ],
    turn: [
      '“Let me be quiet for a bit,” said [h]. And [h.s] was quiet. {t.lore} At home that had been a thing to be teased about. Here there was nobody to tease. [h] turned a little to the left, and [h.p] {t.tool} said yes.',
      'It is silly to give up when there is one thing that you have not tried, and it is you. {t.lore} “Take the end of my scarf,” said [h] to [f]. And with [h.p] {t.tool} in front, they went on, at the pace of somebody who knows.',
      '“What would you do,” said [h], “if you were only me, and nobody had told you about roads?” {t.lore} “Then I should go by that,” said [h], and did. It went through a hedge. It was quicker than it looked.',
    ],
    result: [
      'And at the other side of one more hedge [h] {goalPast}. Nobody clapped. A gull, or a crow, or whatever it was, looked down to see who had come. “It is only us,” said [f].',
      'The air was the first to say it. It had changed. Then it was under their feet, and then before their eyes: and that is how [h] {goalPast}. [f] counted, to see if the two of them were all there. They were.',
      'They had gone round the last bend so often, in their heads, that they nearly missed it. [h] {goalPast}. “Is that all of it?” said [f]. It was a good question. It went on in all directions.',
      'So [h] {goalPast}. It was a bit windy. There was a bench. It was as grand as anything in the world; and there was a bench, and on the bench there was room for two.',
    ],
    reward: [
      'Nobody had told them that you also had to see it with your eyes shut. They did that, side by side. Then it was time; and they had {x.give} to take home.',
      'What do you do, when you have got there? They did what one does. They took off their shoes, and sat. Only when it grew cool did they look for something to bring, and it was {x.give}.',
    ],
    rest: [
      '{bedLine} {comfort} ¶ The road went past outside, as it always had. It sounded like somebody whom one knows. ¶ {ending}',
      '{bedLine} ¶ [h.p] feet were still going. They went as far as the bridge. ¶ {comfort} {ending}',
      '{comfort} ¶ “You should see it,” [h] told {thing1}, and began to say how it was; but it was larger than a yawn, and the yawn came first. ¶ {bedLine} {ending}',
    ],
  },
  'had-all-along': {
    home: [
      'Some mornings stand on one leg. [h] knew what was the matter with this one as soon as [h.s] put out a hand, and there was nothing there. Where was the {x.lost}?\n{drive.intro}',
      '“One, two, three,” counted [h], and came to the end too soon. Everything was where it should be. It was only the {x.lost} that was somewhere else.\n{drive.intro}\n? {t.cost}',
      'To lose a thing you do not have to do anything. [h] had done nothing at all, and now the {x.lost} was gone.\n? {drive.habit}\n{drive.intro}',
      'By ten the whole of {place.name} knew it. [h] had told nobody; but you could hear drawers. The {x.lost} was not in any of them.\n{drive.intro}',
    ],
    call: [
      '[h] made a list of the places where it could be, and crossed out those where it could not. What was left was the world. [h.s] put on [h.p] boots.',
      '“If I were a {x.lost},” thought [h], “where should I go?” Somewhere warm, with a view. That was a help; it left out the well.',
      'Looking for a thing is a job like any other. You need a lunch. [h] packed one, and set out along the wall, with [h.p] nose down.',
    ],
    try1: [
      '{crowd1.cap} had found something only that morning. There was a good deal of rustling. It was a turnip. “You may keep it,” said {crowd1}.\n\n? {drive.tries}',
      'Under {thing1} there was a great deal that other people had lost: one roller skate, a Thursday paper, and half an argument. There was no {x.lost}.',
      '[h] called it. It felt silly, and so [h.s] called it louder. Something answered. It was the echo, who had not seen it, either.\n\n? {drive.tries}',
    ],
    try2: [
      '“I shall help you,” said {crowd2}, and sat down to think. While it was being thought about, [h] looked in the pond. There was somebody in there with a very worried face.\n\n? {adviser}',
      '{adviser}\n\nBy now [h] had asked so many people that some of them began to ask [h.so].',
      'The lunch was eaten standing up. There was a good moment, at about two; but that was only a {x.lost} sort of shape, and it flew off.\n\n? {drive.tries}',
    ],
    low: [
      '{dusk} “I have looked everywhere,” said [h]. “All of everywhere?” asked [f], who had come with a lamp. The lamp went up, and down, and stopped. It was quiet for a moment. “Do not be cross,” said [f]. “{x.sign}”',
      '[h] was going home with nothing. [f] was walking behind. You see things, when you walk behind. “Excuse me,” said [f]. {dusk} “{x.sign}”',
      '{dusk} They had come to the end of the list. [f] gave [h.o] half of a pear; and it was only when [h] reached out for it that [f] said, “I have been meaning to ask. {x.sign}”',
    ],
    turn: [
      '“Do I?” said [h]. That was all. But the words stayed in the air. There was one who had been there each time, in every single one of those places, and nobody had asked [h.so]. [h] asked.',
      '[h] was too tired to be cross. [h.s] thought it over properly, as one should think over a question. And while the head was still thinking, a hand had gone to see.',
      'It took a while to go in. Then [h] turned round, quickly, to catch it; and then the other way. “Stand still,” said [f]. That was what nobody had thought of, all day.',
    ],
    result: [
      'And there it was, the {x.lost}, {x.where}. {x.found} [h] held it in front of [h.r] for a long time, to be quite sure.',
      '“Good evening,” said [h]. One has to say something. For it was the {x.lost}. It was {x.where}. {x.found}',
      '[f] held up the lamp. It shone on the {x.lost}, which was {x.where}. {x.found} They did not look at each other; not yet.',
    ],
    reward: [
      'Then it began in [f], somewhere low down, and went over to [h], and they had to put down the lamp. It is hard to stop laughing when you know where the thing is that you laugh about.',
      '“I shall not tell anyone,” said [f]. “Tell them all,” said [h]. “They have looked so hard.” And so it went from door to door, and each door laughed, and after that shut for the night.',
      '[h] wrote it down on a card, and hung that over the bed. “Look here first,” it said, and there was an arrow, and it pointed at whoever read it.',
    ],
  },
  'slow-visit': {
    home: [
      '{drive.intro}\nIt would have been a day like others, but for what lay {spot}: {x.sign}. And [h] had only gone in to fetch a spoon.',
      '[h] had had two cups of tea, and the second was still hot when [h.s] noticed it. It was {x.sign}. It had certainly not been there during the first.\n? {drive.intro}',
      '{drive.intro}\n? {t.cost}\nOn Sunday there was nothing {spot}. On Monday there was {x.sign}. “Now then,” said [h].',
    ],
    call: [
      '{x.tell} [h] made up a name for it, and a voice, and a favourite pudding. All that was missing was who it was.',
      '“Perhaps it will come if I do not look,” thought [h], and looked to see if it worked. {x.tell} It was always somebody, and it was always just now.',
      'When a thing is left for you, you cannot go on as before. {x.tell} [h] put the kettle on for two, and ran out, and ran in, and ran out.',
    ],
    try1: [
      '[h] had a net, a bell and a hat with leaves on it. With all that on you cannot sit; you can only rattle.\n\n? {drive.tries}',
      'By nine [h] was in place. By one minute past [h.s] had thought of a joke, and there was no one to tell it to, and so [h.s] told it to everybody. The hedge went quite still.',
    ],
    try2: [
      'Now [h] wrote a notice: PLEASE COME, in letters as high as a hen. Three people came, but they wanted to know where one could park.\n\n? {adviser}',
      'What if one only pretended to be asleep? [h] snored. It was rather a good snore, with a whistle in it. Nothing near it stayed.\n\n? {adviser}',
    ],
    low: [
      '{dusk} There was nobody to be loud for. [h] sat with [h.p] back to {thing1}, and that was all that [h.s] did. You could hear {place.sounds}. It had been going on all this time.',
      'On that evening [h] did not go out in order to wait. [h.s] went out because it was nice there. {dusk} That is a different thing; and you can tell it from outside.',
      'The leaves stopped, one after another, as people do when someone is going to speak. {dusk} Nobody spoke. [h] found that [h.s] did not mind.',
    ],
    turn: [
      'Something breathed on the back of [h.p] neck. It tickled. [h] thought of all that [h.s] could have said. [h.s] kept it, every word, and only shut both eyes.',
      'A shadow came, and stopped at the edge of the step. “If you are going to jump,” thought [h] to [h.p] feet, “then do it tomorrow.” The feet thought about it. They stayed.',
      'There were two of them being quiet now. You could hear the difference. [h] laid a plum on the step, as far off as [h.s] could reach, and took back the hand, slower than a snail takes back an eye.',
    ],
    result: [
      'The plum went. After a time the stone came back, quite clean. “Thank you,” somebody said. It was [f]. “I like it here, now that you are in it.”',
      '“May I sit?” It was [f] who asked. “I only ever heard you from far off. I did not know that you had a middle.” “I did not know, either,” said [h].',
      '[h] counted to a hundred, and then did not need to. Beside [h.o] sat [f], with crossed feet, as if that had always been the place. “You took your time,” said [f]. “I did,” said [h], and was proud.',
    ],
    reward: [
      '[f] could do a trick with an acorn cup. [h] could do one with an ear. It was dark before they had seen enough of either.\n\n? {drive.cure}',
      'They made a sign between them, for when one of them should feel like running about: two fingers up. [f] used it first.\n\n? {drive.cure}',
    ],
  },
  'trade-home': {
    home: [
      '{drive.intro}\nThere it was again, on the way home, behind the glass: {x.prize}. [h] breathed on the pane, wiped it, and felt in [h.p] pocket. There was {x.start} in it. There was never anything else.',
      'Every shop has one thing in it that is only there for you. In the corner shop it was {x.prize}. To pay for it, [h] had {x.start}, and a hopeful face.\n{drive.intro}',
      '{drive.intro}\n? It cost more than a cow. It was {x.prize}, in the window on the corner, and it had a light of its own. [h] had {x.start}.',
    ],
    call: [
      '“No money?” said the shop. “Then it will have to be something better.” [h] thought that was fair.\n? [f], on the step, moved up to let [h.o] by. One of [f.p] hands was in a mitten. The other was in a pocket.',
      'It is said that a man once swapped his way from a pin to a palace. [h] was already ahead of the pin.\n? “Where are you going?” called [f], who always sat by the door. “Up,” said [h].',
      '[h] asked them to keep it until six. “Six it is,” said the shop, and turned the card round.\n? Outside was [f], with the one mitten on. “Good luck,” said [f], and meant it.',
    ],
    try1: [
      'It was {crowd1} who came first, {x.aw}. All [h] had was {x.start}. That was no good for it; but it was just what the lady next door lacked, and she gave {x.a}; and so it went to and fro, until at the end [h] had {x.b}.',
      '“What do you need?” asked [h]. Nobody had ever asked {crowd1} that, {x.aw}. It turned out to be {x.a}. [h] got it for {x.start}, round the corner; and was paid with {x.b}, and a pat.',
    ],
    try2: [
      'On the bridge stood {crowd2}, {x.bw}. It was as if they had been looking for each other. [h] went off with {x.c} and did not hear the last of the thanks, it went on for so long.',
      "And who should come by but {crowd2}, {x.bw}? “Is that {x.b}?” It was. After that it was somebody else's, and [h] had {x.c}.",
    ],
    low: [
      'It struck the first stroke of six when [h] came in with {x.c}. Behind the counter sat one {x.cw}. On the last stroke they changed. So now it was [h] who had {x.prize}! {dusk} The bell of the door rang behind [h.o]. And there on the step was [f].',
      '“{x.c.cap}!” said the shop, which belonged to somebody {x.cw}. “Where have you been all my life?” So [h] came out with {x.prize}, and it was as light as anything, for something so heavy. {dusk} [f] made room on the step, as always.',
    ],
    turn: [
      '“Is it as good as from outside?” asked [f]. [h] looked. It was good. But from outside there had been two of them who wanted it. Now there was only one.',
      '[f] did not ask. [f] told it about the day that they had moved, and of all that had not gone into the cart. There had been one of these. [h] walked away with it quite fast. One can walk quite fast and still be getting slower.',
    ],
    result: [
      '“I need a mitten,” said [h], “rather urgently.” “What for?” “For this hand. What do you want for it?” [f] looked at [h.so] for a long time. “You are bad at business,” said [f].',
      '“Do you know what is missing in all this?” said [h]. “One mitten. With that I should have everything. You would not sell?” [f] began to pull at the thumb, very slowly.',
    ],
    reward: [
      'The shop had seen it all through the card with the hole. In the morning there was a new thing in the window. It was {x.start}, on a velvet cushion, and it was not for sale.\n\n? {drive.cure}',
      '“Left hand or right hand?” said [f]. They took turns with the mitten, all the way up the road, and [f] carried the rest.\n\n? {drive.cure}',
    ],
  },
};
