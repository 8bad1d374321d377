import type { BeatId } from '../plan/shape.ts';

/** Further wordings of the plots for the youngest, by shape and beat. */
export const toddlerExtra: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  'day-told-small': {
    home: [
      'The bath is done. The milk is done. But [h] is not done. Who is there to say good night to?\n\nThere is {thing1}. Good night, {thing1}!',
      '[h] has a lamp and one slipper. That is all you need. Off goes [h], to see who sleeps.\n\nDoes {thing2} sleep? It does.',
      'It is night {place.at}. Is it night for all of them? [h] has to know.\n\n“Are you asleep?” [h] asks {thing1}. It is.',
      'Down goes the sun. Up goes [h]. “I will put them all to bed,” says [h]. “All of them!”',
    ],
    call: [
      'Shh, on tiptoe. Tip, tip, tip. Ow. That was a peg. Tip, tip.',
      '[h] has a bag. In the bag is a rug, a bun and a kiss or two.',
      'Is it dark out? A bit. It is dark blue. [h] can see it all.',
      'First left. Then right. It is a big job, says [h].',
    ],
    try1: [
      'In the barn there is a cow. “Moo,” says Cow. “My tail is cold.” [h] tucks in the tail. Good night, Cow.\n\nTip, tip, tip.',
      'By the wall there is a snail. In or out, Snail? In. Good night, house. Good night, Snail.',
      'In a boot there is a toad. Is it your boot? “It is now,” says Toad. Good night, Toad.',
    ],
    try2: [
      'In the hay there are six kittens. One, two, three, four, five. Six! Come back, Six. Good night, all.',
      'Up in the nest is a small bird. “Tell me a story,” it says. [h] says, “There was a worm.” The bird sleeps well.',
      'On the path is a beetle. It is on its back. [h] turns it over. That was all it needed. Good night.',
    ],
    low: [
      'Back home, what is that? [f]! And [f] is wide awake. “I was all alone,” says [f].',
      '“And me?” says a voice. It is [f], with a bear. “You went right past me.” Oh, [f]!',
      '[f] has the rug off. [f] has both feet up. “I do not know how to sleep,” says [f].',
    ],
    turn: [
      '[h] has no more buns. [h] has no more rug. But there is one more kiss. Mwah. And [h] stays.',
      '“I will be the pillow,” says [h], and lies down. [f] puts a head on [h]. It fits.',
      '“Breathe in, like the sea,” says [h]. In. “Breathe out, like the sea.” Out. In. Out.',
    ],
    result: [
      'There. [f] is soft all over. [f] is gone to sleep.',
      'One more “and,” says [f]. And… and… That was the last one.',
      '[f] has let go of the bear. The bear has let go of [f].',
    ],
    reward: [
      'All done. The bag is empty. [h] looks in. Just one kiss is left. Who is that for?',
      'How quiet it is. [h] hears it. It goes hmm, like a big warm cat.',
      'The lamp is small now. So is the road. So is [h].',
    ],
    rest: [
      '“I will just see if this bed is good,” says [h]. It is. {comfortSmall}\n\nGood night, job. Shh.',
      '{comfortSmall} Cow sleeps. Snail sleeps. [f] sleeps. Who tucks in [h]? The night does.\n\nShh.',
      'Tip, tip, into bed. {comfortSmall} One slipper off. There was just one.\n\nNow [h] sleeps, too.',
    ],
  },
  'slow-visit-small': {
    home: [
      'A spoon is gone. Then it is back, and it is clean! Who did that?\n\n[h] looks in the cup. [h] looks in the pot. Nobody.',
      '[h] sings one line. From the bush comes the next line! [h] jumps in the bush. Nobody.',
    ],
    call: ['[h] puts a note on a stick. It says: Hello. That is all [h] can write.'],
    try1: ['[h] stands on a box and shouts, “I am nice!” A pig comes. The pig is nice, too. But it is not the one.'],
    try2: ['[h] holds still. Then comes a fly. [h] has to tell the fly. Off goes the fly. Off goes who knows.'],
    low: ['The box is wet. The note is wet. [h] sits down next to them. So be it.'],
    turn: ['[h] sings the one line. But soft. And stops. And waits for the rest of it.'],
    result: ['And the next line comes. It comes close. It is [f]! “You left me room,” says [f].'],
  },
  'made-for-small': {
    home: [
      'Look at {x.whom}. No {x.bare}! That will not do, says [h]. [h] gets an apron.\n\n[f] gets one, too.',
      'What is in the box? Bits! What can you do with bits? You can {x.make} {x.a}, says [h]. It is for {x.whom}.',
    ],
    call: ['“Big or small?” asks [f]. “As big as this,” says [h], and has no more arms.'],
    try1: ['A bit on top. A bit more on top. Whoops. Now it is all at the bottom.'],
    low: ['“Where is the front?” says [f]. [h] looks. [h] did not think of a front.'],
    turn: ['“Who is it for?” says [h], to one hand. “Who is it for?” to the other. Now both hands know.'],
    result: ['Come and see, {x.whom}! It is {x.a}. It has a front, and it is for you.'],
    rest: ['{comfortSmall} The apron hangs on a hook. It has had a big day.\n\nSo has [h]. Shh.'],
  },
  'own-strength-small': {
    home: [
      'It is late. It is soft and still. And now, {Noise}! It is [h], on the way home.\n\nUp jump the {x.a}. Up jump the {x.b}. Oh dear.',
      '[h] likes to go home. But the {x.a} do not like it. {Noise}! “Not again,” say the {x.a}.',
    ],
    low: ['“I can not be not me,” says [h]. [f] thinks about that. “No,” says [f]. “But you can be wrapped.”'],
    turn: ['Wrapped? In what? [h] looks about. There! {x.softIs}. Round and round it goes.'],
    result: ['Past the {x.a}, and no one stirs. Past the {x.b}, and one ear flops. {NoiseSoft}. That was all.'],
    rest: [
      'Home. Shut the gate. {comfortSmall} [h] still has it on. It is good for bed, too.\n\n{NoiseSoft}. Hush. Shh.',
    ],
  },
  'race-small': {
    home: [
      '“I am fast,” says [h]. “I am fast, too,” says [f]. They look at each other. Then they look at {x.to}.',
      'Who can get to {x.to} first? [h] says, me. [f] says, me. It can not be both. Or can it?',
    ],
    try1: ['[h] is in front. Now [f] is. Now a duck is. “I do not race,” says Duck. “I just go.”'],
    low: ['[h] looks back. No [f]. Just the road, and a hat. It is the hat of [f].'],
    result: ['Hand in hand, to {x.to}! Bump. “First!” says [h]. “First!” says [f]. And so they are.'],
    rest: ['{comfortSmall} Who can sleep first? [f] can. No, [h] can. No one saw.\n\nShh.'],
  },
  'becoming-small': {
    home: ['What will [h] be? Not a hat. Not a hen. [h] knows. [h] has a pan for a hat, and off it goes.'],
    low: ['The pan is too big. It is dark in there. “Are you in?” says [f]. “I think so,” says [h].'],
    rest: [
      'The pan goes on the hook. {comfortSmall} Under it is a bit of hair, and a big yawn.\n\n[h] sleeps. That is [h.n], all the way.',
    ],
  },
  'not-hurried-small': {
    home: [
      'Knock, knock, says [h] to the day. Let me {x.want}! The day does not say a thing.\n\n[f] eats a pear. “Pears were late, too,” says [f].',
      '[h] sat up all night. [h] sat up to {x.want}. And then? Then it was just day.\n\n“Bun?” says [f].',
    ],
    call: ['“I will count,” says [h]. “One, two, five, now!” [f] says there are more in between.'],
    try1: ['[h] pulls. [h] puffs. [h] is pink. “Do you have it?” “I have a leaf,” says [h].'],
    try2: ['[h] goes the long way round. That way there is a duck. That is all there is.'],
    low: ['“It is too far up,” says [h]. “It is too far off. It is too far.” [f] holds [h]. That is near.'],
    turn: ['[h] stops. Is that a step? It is a small one. Then there is one more. They fit.'],
    result: ['Here it is! Not fast. Not big. But [h] has it, and it is warm.'],
    rest: [
      '{comfortSmall} “Did I do it?” says [h]. “You did,” says [f]. “I will do it in my sleep,” says [h].\n\nAnd so it is.',
    ],
  },
  'small-enough-small': {
    home: ['Who is it that calls? It is [f]. {x.trouble}. All run to see. [h] runs, too. [h] runs last.'],
    try1: ['“Let me,” says {x.a}, and pulls. “Let me,” says {x.b}, and pulls {x.a}. Now they lie in a row.'],
    low: ['“We need one who is big,” says {x.c}. “We have that,” says [f]. “We need one who is not.”'],
    result: ['There! It is out, it is done, it is good. And {x.a}? {x.a} takes off a hat.'],
  },
  'arrive-small': {
    home: [
      'On the wall is a picture. [h] looks at it in the day. [h] looks at it at night. To {goal}! That is what [h] wants.',
      '“Up,” says [h]. “We have to go.” “Where?” says [f]. “To {goal}!” says [h], and has one boot on.',
    ],
    call: [
      'A bun for [h]. A bun for [f]. A bun for the way home. That is all they take.',
      'The gate says eee. That means bye. “Bye, gate,” says [h].',
    ],
    try1: [
      'The road goes left. They go left. The road goes round. They go round. Oh! That is the gate.',
      'A bus comes by. “Get in,” says the bus man. They get in. It goes to the bus house.',
    ],
    low: [
      '[f] sits on a stone. “My legs are all gone,” says [f]. They are still there. But they are tired.',
      'It is grey now. It is far. [h] has half a bun. [h] gives the half to [f].',
    ],
    turn: [
      '“Sit on my back,” says [h]. [f] sits on top. Step. Step. One small step more.',
      '[h] stops. [h] sniffs. [h] looks with both eyes shut. “I know it,” says [h]. “It is there.”',
    ],
    result: [
      'And there it is. It is so big that they hold on to each other. “We are here,” says [h].',
      'Round the bend, and oh! {GoalMe}? Yes! They did it. [f] has no words. [h] has one. “Oh.”',
    ],
    reward: [
      'They have the last bun there. It is the best bun of all. One crumb is for a bird.',
      '“Was it far?” says [f]. “I do not know any more,” says [h].',
    ],
    rest: [
      'Back home there is soup, and a bed. {comfortSmall} In bed [h] goes there once more.\n\nIt is not so far now. Shh.',
      '{comfortSmall} One boot sleeps here. One boot sleeps there. [h] sleeps in the middle.',
    ],
  },
};
