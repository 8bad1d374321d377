import type { BeatId } from '../plan/shape.ts';

/** Further wordings of plots about things that are made, kept or mended, by shape and beat. */
export const moreMade: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  'wrong-recipe': {
    home: [
      'It was a day for doing something with. You could feel it in the doorknobs. [h] felt it, and did not know what.\n{drive.intro}\n? {t.cost}',
      '{drive.intro}\n? {t.cost}\nWhen it got too much, [h] went into the kitchen and took down a bowl. It nearly always began with a bowl.',
      '{drive.habit}\n{drive.intro}\n? “Make something,” people say, when they want you to be out of the way. So that is what it came to.',
    ],
    call: [
      'There was a page in the book with a spot of gravy on it, and under the gravy was {x.it}. “That,” said [h]. It called for a good many things, and they were all there, apart from {x.lack}.\n\n? Across the road [f] was looking out. It was [f] who {x.owner}.',
      '[h] had seen {x.it} once, through a window, and had never got over it. Now [h.s] would make one. By ten it all lay ready. By five past ten it was clear what there was not, and that was {x.lack}.\n\n? [f] came by for a moment. You know [f], who {x.owner}.',
      'If there were {x.it}, thought [h], everything would look different. [h.s] tied on an apron, twice round. What was missing was {x.lack}. That was all; but it is often so.\n\n? “Can I help?” asked [f], who {x.owner}. “Not just now,” said [h].',
    ],
    try1: [
      'You would not go all the way to the shop for that. [h] stood on a box and looked behind things. “Aha,” [h.s] said, and took down {x.swap}.\n\n{x.step}',
      'For want of {x.lack} it came to {x.swap}. The two stood next to each other in the cupboard, so they were probably related.\n\n{x.step}',
      'Somebody sensible would have waited. [h] took {x.swap}, and did not read the label, and whistled so that nobody should ask.\n\n{x.step}',
    ],
    low: [
      'They came from all sides to look at it, and then they looked at the weather. {x.wrong}\n\n{dusk} “You have to begin somewhere,” said {crowd1}. It was meant kindly. That is how you know that a thing has gone wrong.',
      '{x.wrong}\n\n[h] washed up. [h.s] washed up things that had not been used. {dusk} It stood behind [h.so] all the time; and you could feel that it did not like it any more than [h.s] did.',
      '“What is it?” asked a child over the fence. That was the worst of it. {x.wrong}\n\n{dusk} [h] put it on the wall, and sat down next to it, so that it should not be alone.',
    ],
    turn: [
      '“What can you do?” [h] asked it. It was the first time that anyone had. [h.s] tried it this way and that. Then [h.s] laughed, for who was it that needed just this? It was [f], who {x.owner}.\n\n{x.use}',
      '[h] was going to throw it on the heap. On the way to the heap lives [f], who {x.owner}. [h] slowed down. [h.s] looked at the thing in [h.p] arms; [h.s] looked at the door.\n\n{x.use}',
      'There is a right place for everything, even for a mistake. You only have to carry it about for long enough. [h] carried it as far as [f], who {x.owner}.\n\n{x.use}',
    ],
    result: [
      '[f] walked once all round it, and came back to the front. “Is it for me?” “It is now,” said [h].',
      '“It is exactly what I wanted,” said [f], “and I never knew what it was called.” “Nor do I,” said [h].',
      'It was so right that they both had to sit down. “You must have worked it out to the inch,” said [f]. [h] was going to say no. But [f] was so happy.',
      'For a time there was nothing to be said. [f] only patted it now and then, to see if it was still the case.',
    ],
    reward: [
      '“Could you make one more?” asked {crowd1}, who had been watching. “I could not even make that one,” said [h].\n\n? {drive.cure}',
      '{drive.cure}\n\n? The page with the gravy on it was turned down at the corner, and in the margin [h] wrote: Do leave it out.',
    ],
  },
  collector: {
    home: [
      'You know how it is: you find one, and then you see them everywhere. With [h] it was {x.thing}. By now there was hardly room for [h.so] beside {x.place}. Other people said they were {x.laugh}.\n{drive.intro}',
      '{drive.intro}\nIn the evenings [h.s] had the {x.thing} for company. There was {x.place} for them. They were {x.laugh}; nobody had ever asked to see them twice.',
      'In {x.place} [h] kept {x.thing}. [h.s] knew every one, and where it was from, and what the weather had been. “They are {x.laugh},” said the others, who kept stamps.\n{drive.intro}',
    ],
    call: [
      'On Saturday [f] looked in. “You have more of them,” said [f]. “One more,” said [h], and showed it. [f] held it very politely. “And that is all that it does?”',
      '“If I were you,” said [f], “I should have a clear-out.” [h] looked at {x.place}, and then at [f]. “If you were me,” said [h], “you could not bear to.”',
      '[h] was asked to give a talk about {x.thing}. Only [f] came, and that was because of the rain. “Any questions?” said [h]. “Why?” said [f].',
    ],
    try1: [
      'A visitor came about the noise, and stayed to look. “My uncle had one of those,” said the visitor, and sniffed. It was nice; but it was not a use.\n\n? {drive.tries}',
      'On the way there [h] stopped three times for {x.one}. On the way back there was nothing. You cannot have everything lying about.\n\n? {drive.tries}',
    ],
    low: [
      'It was about the time for lamps when people began to run. Nobody runs at that time. “What is it?” asked [h]. It was this: {x.trouble}.\n\n{dusk}',
      "{dusk} “There's nothing that one can do,” said {crowd2}, and took off a hat to prove it. For {x.trouble}. They all stood there. [h] stood there, too, with one hand on {x.place}.",
    ],
    turn: [
      '[h] had one good look. [h.s] went home at a run, and nobody saw [h.so] go. {x.idea}\n\n{x.deed}',
      '“Wait,” said [h]. It was a small voice, but they had run out of large ones. {x.idea}\n\n{x.deed}',
      'Which could be spared? Not the first one. Not the one from the sea. [h] shut both eyes, and then took all of them. {x.idea}\n\n{x.deed}',
    ],
    result: [
      '{x.out}\n\n“Well,” said {crowd1}. “Well, well.” And that was a great deal, from {crowd1}.',
      'They all held their breath. {x.out}\n\n? [f] did not say, “Why?” any more. [f] only looked, and then moved a bit closer to [h.n].',
    ],
    reward: [
      'It was strange to go home so light. {drive.cure}\n\nBut when [h] put out a hand for {x.place}, from habit. And {x.full}',
      '“You have none left,” said [f]. “I know where they are,” said [h], “every one of them.” {drive.cure}\n\n? And it was not quite so: {x.full}',
    ],
  },
  'good-fault': {
    home: [
      'Nobody notices a thing while it works. But now {x.what} {x.fault}, and they all came out to stare at it. In the very front was [h].\n{drive.intro}',
      '{drive.intro}\nThen one day there was something else to think about. “Have you heard?” they said. “It is about {x.what}. It {x.fault}!”',
      'It must have been in the night. In the morning {x.what} {x.fault}; and since that was where you told the time by, or met people, the whole day began on the wrong foot.\n{drive.intro}\n? {t.cost}',
    ],
    call: [
      'A man was sent for. He could come in autumn. “I am not a man,” said [h], “but I can come now.” Perhaps that was a way to {want}.',
      '“I never liked it in any case,” said {crowd1}. But [h] had. It is hard on a thing if they only see how it stops. [h.s] fetched a lamp and a bun, for there is often waiting in it.',
      'They drew lots, and it was [h] who drew the short one. Or so they said; nobody had seen the long one. [h] went and took a closer look.',
    ],
    try1: [
      '[h] walked round it from left to right, and it {x.fault}. [h.s] walked round it from right to left. It made no difference, but it had to be tried.',
      'The first thing is to say its name. The second is to blow. [h] did both. It {x.fault} all the same.\n\n? {drive.tries}',
      '[h] unscrewed what could be unscrewed. There were seven screws, and afterwards there were eight.',
    ],
    low: [
      '{dusk} The bun was eaten. [h] sat in the dark without moving; and now that nobody was mending anything, somebody in there began to hum. It was {x.who}. It {x.need}.',
      '[h] had been about to give up, and had put on one sleeve. Then there was a rustle. Two eyes looked out, or it may have been more. It was {x.who}! It {x.need}.',
      '{dusk} “Are you stuck?” asked [h], into the works. “No,” said a voice. “Are you?” It was {x.who}. It {x.need}.',
    ],
    turn: [
      '“Oh,” said [h], and took off [h.p] hat. In all that meeting there had not been one opinion like this one. It need not be mended; it needed somebody to do its work for a bit. So [h.s] fetched {x.sub}, and {x.do}.',
      'There were two who needed it now. [h] counted them over, on the one hand and on the other. Then [h.s] thought of {x.sub}. [h.s] went and got it, and {x.do}.',
      '“They will want to know why,” said [h]. “Must they?” It was asked so softly. “I shall think of something,” said [h]. And what [h.s] thought of was {x.sub}. [h.s] {x.do}.',
    ],
    result: [
      'It was not elegant. But by the second day people had stopped looking, and by the third there were some who said it was better.',
      'Word got about, in the way it does, in whispers. Soon they all went by on tiptoe; and nobody complained any more.',
      'When the man came, in autumn, he put his ear to it. Then he put away his tools, one at a time, so that they did not clink.',
    ],
    reward: [
      'There was no medal for it. There was a feather, though, on [h.p] step, or something like it; and nobody had dropped it by accident.\n\n? {drive.cure}',
      '{drive.cure}\n\n? After that, when anything stopped {place.at}, they did not say, “It is broken.” They said, “Who is in there?”',
    ],
  },
  unfinished: {
    home: [
      '[h] was looking for something else, as one always is. That is how {x.thing} came to light, with {x.part}.\n{drive.intro}',
    ],
    low: [
      '{dusk} What does one do with it? If [h] finished it wrong, it would be finished. So [h.s] held it, and let it tell what it could: there was {x.mark}, and {x.purpose}.',
    ],
    reward: ['“Who made it?” people asked. “Two of us,” said [h], and that was the truth.\n\n? {drive.cure}'],
  },
};
