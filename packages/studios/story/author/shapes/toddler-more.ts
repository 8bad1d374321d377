import type { BeatId } from '../plan/shape.ts';

/** More wordings for the shapes of the youngest, by shape and beat. */
export const toddlerMore: Record<string, Partial<Record<BeatId, readonly string[]>>> = {
  'had-all-along-small': {
    home: [
      'Bath, done. Teeth, done. And now, {x.thing}! But where is {x.Thing}? [h] goes to see.\n\nIs it {x.a}? No {x.thing}! {x.aa}',
      '[h] has two feet, one nose and one {x.thing}. One, two feet. One nose. No {x.thing}!\n\nIs it {x.a}? No {x.thing}! {x.aa}',
    ],
    call: [
      '“I will find you,” says [h]. [h] takes a lamp. [h] takes a bun, too.',
      '[h] asks {thing1}. {Thing1} does not know. On, on!',
    ],
    try1: [
      '[h] sniffs. Sniff, sniff. Is it {x.b}? No {x.thing}! {x.bb}',
      'Up the step. Down the step. Is it {x.b}? No {x.thing}! {x.bb}\n\n“Bye,” says [h].',
    ],
    try2: [
      '[h] is hot now. Is it {x.c}? No {x.thing}! {x.cc}',
      'What is that, over there? Is it {x.c}? Oh. No {x.thing}! {x.cc} [h] says hello and goodbye.',
    ],
    low: [
      '[f] comes by. “Cold night,” says [f]. “Not here,” says [h]. Not here? Why not?',
      '[h] sits down. “Gone,” says [h]. [f] walks round [h]. Once. Twice. “Hm,” says [f].',
    ],
    turn: [
      '[h] stands still. [h] puts out one hand. Slow, slow. Round to {x.where}. Oh!',
      '“Wait,” says [h]. Where did [h] not look? [h] did not look {x.where}!',
    ],
    result: ['{x.Thing}! Here you are! You were {x.where}!', 'Hello, {x.Thing}! So soft. So warm. {x.where.cap}!'],
    reward: [
      '“Peep-bo,” says [f] to {x.Thing}. [h] has to sit down and laugh.',
      '[f] is cold now. [h] holds out {x.Thing}. One end for [f]. One end for [h].',
    ],
    rest: [
      'In comes the night. {comfortSmall} [h] pulls up {x.Thing}. Up to the toes. Up to the nose.\n\nNight, {x.Thing}. Night, [h.n].',
      '{comfortSmall} “Stay here,” says [h] to {x.Thing}. And {x.Thing} stays, all night.\n\nShh. [h] sleeps.',
    ],
  },
  'own-strength-small': {
    home: [
      'Listen! {Noise}! Who is that? That is [h], going to bed.\n\nPop, go the eyes of the {x.a}. “Not so loud!” say the {x.a}. “Oh no,” says [h].',
      'The {x.a} lie down. The {x.b} lie down. [h] comes home. {Noise}!\n\nNow they all sit up. “Sorry,” says [h].',
    ],
    call: [
      '“I can be low,” says [h]. [h] has one look down the road. It is a long road.',
      'Home is over there, behind {thing1}. All [h] has to do is get there. Shh.',
    ],
    try1: [
      '[h] shuts [h.p] mouth. But it does not come from there. {Noise}!\n\nThe {x.b} say, “Was that you?” It was.',
      '[h] goes back, and round. It is no good. {Noise}! The {x.b} put on their hats.',
    ],
    try2: [
      '[f] is here. “I had one eye shut,” says [f]. “I am sorry for the eye,” says [h].',
      '[h] waits for the wind to be loud. Whoo. Now! {Noise}! But the wind has stopped.',
    ],
    try3: ['[h] ties on a scarf. Round, round, bow. {Noise}! It is the same, but in wool.'],
    low: [
      '[h] sits down and does not go on. One bit is good. Hum, hum. One bit is bad. Which bit?',
      '“I like the hum,” says [f]. “The hum?” says [h]. There is a hum! It is under the rest.',
    ],
    turn: [
      '[h] goes to fetch {x.soft}. A bit here. A bit there. A lot in the middle.',
      'Then [h] has an idea. It is a soft one. {x.softIs}! In goes [h], right up to the neck.',
    ],
    result: [
      'One step. Nothing. Two steps. Only a hum. The {x.a} do not move. The {x.b} do not move.',
      'Off goes [h]. {NoiseSoft}. Hush. Past the {x.a}. Hush. Past the {x.b}. Hush.',
    ],
    reward: [
      '“Again,” says [f], in bed. “The hum, please.” So [h] does the hum.',
      '[f] wants some {x.stuff}, too. There is a lot. [h] gives half to [f].',
    ],
    rest: [
      '{comfortSmall} Hum, says [h], and hum. The {x.b} breathe in. The {x.c} breathe out.\n\nHum. Hush. [h] sleeps.',
      'The road is empty. The moon is up. {comfortSmall}\n\nAll the {x.a} sleep. [f] sleeps. And who hums in bed? Shh. [h] sleeps too.',
    ],
  },
  'small-enough-small': {
    home: [
      'Down {place.at} something goes bump. [h] runs to see. {x.trouble}. “Oh dear, oh dear,” says [f].\n\n[h] is too {x.feeling}, say the others.',
      '“Good day,” says [h]. “Bad day,” says [f]. “Look! {x.trouble}.”\n\nHm, says [h].',
    ],
    call: [
      '[h] wants to help. “Stand back, you,” says {x.a}. [h] stands back.',
      '“I could,” says [h]. “You?” says {x.b}. “You are {x.feeling}.”',
    ],
    try1: [
      '“Me!” says {x.a}. Push, push. No. {x.a} is {x.too}. “Me!” says {x.b}. No, no. {x.b} is {x.too}.',
      '{x.a} huffs. {x.b} puffs. They are all {x.too}. [h] looks on.',
    ],
    try2: [
      '{x.c} brings a stick. The stick goes snap. {x.c} sits on the rest of it.',
      'They sing to it. They say please. {x.c} says pretty please. No.',
    ],
    low: [
      'They all go home for soup. Now it is only [h] and [f]. “Well?” says [f].',
      '“It is no good,” says {x.a}. They all look at the ground. [h] looks up.',
    ],
    turn: ['[h] comes up close. One big breath. {x.deed}', 'Nobody looks. So [h] just does it. {x.deed}'],
    result: [
      '“Who did that?” says {x.a}. “That was [h.n],” says [f].',
      'It is so quiet. Then [f] claps. Then they all clap. Even {x.c}.',
    ],
    reward: [
      'They lift up [h]. Up, up! From up here [h] sees all the hats.',
      '“You are not too {x.feeling},” says {x.a}. “You are just right.” [h] goes pink.',
    ],
    rest: [
      '{comfortSmall} [h] gets in. The bed is just right. The night is just right.\n\nShh. [h] sleeps.',
      'Night-night, bun. Night-night, {x.b}. {comfortSmall} One more yawn. There.\n\nNow [h] sleeps.',
    ],
  },
  'slow-visit-small': {
    home: [
      'There is a hole in the hedge. In the hole is a nose. [h] runs up. No nose!\n\n“Nose!” calls [h]. “Come back, Nose!” Nobody comes.',
      'Plop. Something fell in the pond. [h] looks. Rings, and rings, and no one.\n\n“It was you!” says [h] to a frog. It was not.',
      "Crunch. Who was that? [h] turns round. A leaf moves. Nobody!\n\n“I can see you!” calls [h]. But [h] can't.",
      'In the grass is a very small foot mark. And one more. [h] puts [h.p] nose in it. Who are you?\n\n“Yoo-hoo!” calls [h]. Nobody comes.',
    ],
    call: [
      '[h] gets out two cups. One for [h]. One for Nobody. Come, Nobody!',
      '[h] has a plan. Sit, and wait. How long? Not long, thinks [h].',
    ],
    try1: [
      '[h] bangs a pot. Bang, bang! Nobody comes. [h] bangs two pots. Nobody comes.',
      '[h] waits. One, two, and up! [h] has to look. A tail! Gone.',
    ],
    try2: [
      '[h] makes a trap. It is only a box with a pie in it. In goes [h], to try it. The pie is good. Nobody comes.',
      '[h] digs. [h] hums. [h] has an itch, here and here. Nobody comes.',
    ],
    low: [
      'Why? says [h]. The grass goes shh. The tree goes shh. Shh, thinks [h]. Is that it?',
      '[h] is tired. [h] has no more hops. It is so quiet. You can hear an ant.',
    ],
    turn: [
      '[h] lies down flat and looks at the sky. One star. No tap. No hum. Only breath, in and out.',
      '[h] holds out a hand, and holds it still. It tickles. Still. It tickles a lot. Still!',
    ],
    result: [
      'Sniff. Sniff. A small cold nose. It is [f]. “You were so loud,” says [f]. “I know,” says [h].',
      'Then a leaf moves, and a foot, and one more. It is [f]! [f] sits down by [h].',
    ],
    reward: [
      'Two cups. One for [h], one for [f]. Slurp. That is a good sound.',
      '[f] has a game. It goes like this: you sit. [h] is good at it now.',
    ],
    rest: [
      '{comfortSmall} [f] stays. [f] is warm all down one side. [h] does not move, not even a toe.\n\nShh. [h] sleeps.',
      'One star. Two. {comfortSmall} “Tomorrow?” says [f]. But [h] says nothing. [h] sleeps.',
    ],
  },
  'day-told-small': {
    home: [
      'The sun has gone to bed. The hens have gone to bed. [h] is up on {thing1}. “Me? No,” says [h].\n\n“Sleep well, Sun,” says [h]. Sun sleeps.',
      'What is the time? It is bed time, says the clock. [h] does not ask the clock again.\n\n[h] goes out to see the night. Hello, Night.',
      'Click. The light is out. Click. The light is in! [h] sits up. “I am not done,” says [h].\n\nGood night, {thing1}. That one is done.',
      'Who goes there, so late? [h], with one sock on. Pat, pat.\n\n“Bed for you,” says [h] to {thing1}. “And bed for you,” to {thing2}.',
    ],
    call: [
      'All must be in bed, says [h]. All but [h]! [h] goes round to look.',
      '[h] has a lamp, a song and ten hugs. That will do. Off we go.',
    ],
    try1: [
      'In the barn sits a lamb. “Too big,” says Lamb. The night is too big. [h] shuts the door a bit. There. Now it is a small night.',
      'On the step sits a cat. “I want to go out,” says Cat. Cat is out! “Then in,” says Cat. In you go. Good night from [h].',
    ],
    try2: [
      'In the hay a calf says, “My foot is up.” [h] takes the foot and puts it down. Good night, Foot.',
      'The goose wants to be last. “No, me,” says [h]. They look and look. Goose shuts one eye. Ha!',
    ],
    try3: ['A snail is not home yet. Oh! A snail is home all day. Good night, says [h], and knocks.'],
    low: [
      'And there is [f], wide awake, with a hat on. “Hop,” says [f]. “Hop, hop.” [h] has to sit down.',
      '[f] cries a bit. “The day is gone,” says [f]. [h] looks for it. Yes. It is gone.',
    ],
    turn: [
      '“It comes back,” says [h]. “It only went round the hill.” [h] puts an arm round [f]. Like the day, round the hill.',
      '[h] pulls the hat down. “Now it is dark in there,” says [h]. “Now count to three.” One. Two.',
    ],
    result: ['“Thr…” says [f]. And that is all [f] says.', 'Down goes the hat. Down goes [f]. A small snore.'],
    reward: [
      'No one says, “One more.” No one says, “A drink.” [h] can hear the moon.',
      '[h] has no hugs left. Ten are gone. But look, there comes one more, for [h].',
    ],
    rest: [
      '{comfortSmall} The lamp is low. The sock is off. Who is last? Not Goose. Not Cat.\n\nIt is [h], and now [h] sleeps.',
      'Good night, hill. Good night, hat. {comfortSmall} And good n…\n\nShh. [h] sleeps.',
    ],
  },
  'two-troubles-small': {
    home: [
      'By day [h] is big. By night [h] is small. It is the {x.it}. Brr.\n\nScratch, scratch. Something is at the door!',
      '“Go away, {x.it},” says [h]. But the {x.it} has no feet. It stays.\n\nKnock. Knock. Oh! Who is it?',
    ],
    call: [
      '“Who is it?” says [h], from under the bed. “Me,” says a voice. It is [f].',
      '[h] opens the door. Only a bit. There is a nose. It is [f]!',
    ],
    try1: [
      '“I lost my boot,” says [f], “out there.” “Out there?” says [h]. [h] looks for it in here. It is not in here.',
      '“Help me home,” says [f]. “Tomorrow?” says [h]. “Now,” says [f]. Oh dear.',
    ],
    try2: [
      '[h] puts on a hat, a scarf and one more hat. Now [h] can not see a thing. Hats off.',
      '[h] goes out back to front. Then it is behind you! Bump. That was the gate.',
    ],
    low: [
      '[f] says nothing. [f] only sniffs. It is a sad, small sniff. [h] has that sniff, too, some days.',
      'One tear, plip. It is not [h] who cries. It is [f].',
    ],
    turn: [
      '[h] gives [f] a hand. It is a warm one. “We go on three,” says [h]. One, two. Three!',
      '“Come on, then,” says [h]. And out goes [h], in front!',
    ],
    result: [
      'What is it like? It is cool, and it is soft. It smells of {smell}. Up there are stars, a lot.',
      'The {x.it} is just the {x.it}. There is {thing1}, asleep. There is {thing2}, asleep. Hello, you two.',
    ],
    reward: [
      '“You are brave,” says [f]. “Me?” says [h]. [h] looks round. There is no one else.',
      'They find it all. [f] is home. [h] waves and waves, out there in the {x.it}.',
    ],
    rest: [
      '{comfortSmall} “You can come in,” says [h] to the {x.it}. In it comes. It has soft feet.\n\nShh. [h] sleeps.',
      'Lamp out, click. {comfortSmall} [h] did that. All alone!\n\nGood night, blue. Good night, [h.n].',
    ],
  },
  'not-hurried-small': {
    home: [
      'One thing is on the mind of [h]. It is there at breakfast. It is there in the bath. To {x.want}!\n\n“Is it time?” says [h]. “Not yet,” says [f], and rubs [h.p] ear.',
      '[h] has a wish. [h] tells it to a pot. “I want to {x.want},” says [h], into the pot. Not yet, says the pot. Or was that [f]?',
      '“I want to {x.want},” says [h] to {thing1}. {Thing1} says nothing. “Today,” says [h].\n\n[f] looks at the sun. “Not yet,” says [f].',
      'All day long [h] thinks of one thing. To {x.want}! “Can I now?” says [h].\n\n“Not yet, [h.n],” says [f]. “Not yet.”',
    ],
    call: [
      'How long is not yet? As long as a bath? As long as a song? [h] sings one. It is longer.',
      '[h] sits by {thing1} and looks hard. You can not hurry {thing1}.',
    ],
    try1: [
      '[h] tries it with the left foot. Flop! [h] tries it with the right. Flip! Now? Not yet.',
      '[h] asks the wind. Whoo. [h] asks the hen. Buk. Now? Not yet, they say.',
    ],
    try2: [
      '[h] tells it to come. [h] tells it please. It does not come. [h] eats a plum. That helps a bit.',
      'Jump! That was not it. Spin! That was not it. [h] lies in the grass, and it all goes round.',
    ],
    low: [
      '“It will never be now,” says [h]. [f] gives [h] a pat. One, and one more. They sit.',
      'Down comes the sun. [h] has no more tries left. [f] has one. It is a small one.',
    ],
    turn: [
      '[h] takes one end. [f] takes the other. They do it slow. They do it low. And then, oh, then!',
      '“Let us do yours,” says [h]. They do the small one. [f] holds on to [h]. It goes up a bit, and up.',
    ],
    result: [
      '“Is it now?” says [f]. “Yes,” says [h]. It is now, and now, and still now!',
      'There! Did you see? [h] did it! It was as small as a pea. But it was it.',
    ],
    reward: [
      '[h] tells {thing1}. [h] tells the hen. “I know,” says Hen. “I saw.”',
      '“Again?” says [f]. “Again,” says [h]. The second one is as big as two peas.',
    ],
    rest: [
      '{comfortSmall} “Is it bed now?” says [f]. “Not yet,” says [h]. Then [h] yawns. “Now,” says [h].\n\nShh. [h] sleeps.',
      'Now the sun is gone. Now the star is here. {comfortSmall} Now it is now.\n\nNight-night, [h.n].',
    ],
  },
};
