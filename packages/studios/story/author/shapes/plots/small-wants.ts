import { smallPlot, wants } from './plot.ts';

/** To win, for the youngest: the others run the wrong way. */
export const winSmall = smallPlot({
  id: 'plot-race-small',
  when: wants(/^win\b|\b(?:race|contest|medal|cup|trophy|prize)\b/),
  tell: {
    home: [
      'There is a race! Who will win? [h] wants to win the race. [h] is not fast.',
      '[h] wants to win a race. Just one. [h] has a spot for the cup.',
    ],
    call: [
      'So [h] goes the way today. Past the tree. Past the pot. Home! “I know it now,” says [h].',
      '[h] looks at the way. Tree, pot, home. “Tree, pot, home,” says [h], all day.',
    ],
    try1: [
      'Ready? Go! Off they all run. [h] goes step, step, step.',
      'Go! Whoosh! Where are they all? [h] is still at the tree.',
    ],
    try2: ['[f] runs back for a shoe. Bye, [f].', '“Tree,” says [h]. It is the tree.'],
    try3: ['A hen runs, too. She does not know why.'],
    try4: ['[h] sees a bun. Not now, Bun.'],
    low: [
      'But look! They all run left. Left is the pond. The pot is right! Now what?',
      'Oh! They run so fast that they miss the pot. They are at the pond. Splash!',
    ],
    turn: [
      '[h] stops. “Tree,” says [h]. “Now pot.” And [h] goes right.',
      '“Tree, pot, home,” says [h]. Step, step. There is the pot!',
    ],
    result: [
      'And who is home first? Not fast. Not wet. It is [h]! [h] wins the race!',
      'Home! No one is there yet. Just a cup. [h] wins the race!',
    ],
    reward: ['Here they come. Drip, drip. [h] has a towel for [f].', '[f] gets a sip from the cup. It is milk.'],
    rest: [
      'The cup is in its spot. {comfortSmall} Tree. Pot. Bed.\n\nShh. [h] sleeps.',
      'The race is done. {comfortSmall} Step, step, into bed.\n\nHush. [h] sleeps.',
    ],
  },
  titles: ['Tree, Pot, Home, {name}', '{name} and the Cup'],
});

/** To have something grow, for the youngest. */
export const growSmall = smallPlot({
  id: 'plot-garden-small',
  when: wants(/\b(?:garden|flowers?|plant|grow (?:a|an|some|the|vegetables|flowers)|seeds?|tree|sunflower)\b/),
  tell: {
    home: [
      '[h] wants a garden. [h] has one seed. It is as small as a nose on a flea.',
      'No flower here. No leaf here. [h] wants a garden!',
    ],
    call: [
      'In goes the seed. Pat, pat. “Grow,” says [h]. It does not.',
      'A pot, some mud, a seed. “How long?” says [h]. “Long,” says [f].',
    ],
    try1: [
      '[h] digs it up to see. Hello, Seed! In it goes. Out it comes. In!',
      '[h] looks. Is it a garden now? No. Now? No.',
    ],
    try2: ['[h] sings to it. [f] hums. The mud hums not.', 'One sip for [h]. One sip for the seed.'],
    try3: ['[h] holds up a lamp. That is the sun.'],
    try4: ['A hen looks in the pot. No, Hen!'],
    low: [
      'Where is the seed? It is gone! It fell out, by the wall. [h] can not find it. Oh.',
      'Now the pot has no seed. Dig, dig. None. [h] sits by the wall, and has no garden.',
    ],
    turn: [
      '[h] sits. And sits. What is that, by the toe? It is green! [h] does not dig. [h] does not touch.',
      'Rain comes. Pit, pat. [h] lets it. Something by the wall lets it, too. Green!',
    ],
    result: [
      'Up it comes, all by itself. One leaf. Two leaves. A big, yellow flower! It is a garden.',
      'Day by day, up and up. And then, oh! Yellow! [h] has a garden.',
    ],
    reward: ['A bee comes in. “Come in, Bee,” says [h].', '“Can I dig it up to see?” says [f]. “No!” says [h].'],
    rest: [
      'The flower shuts. {comfortSmall} The garden sleeps.\n\nAnd [h] sleeps.',
      '{comfortSmall} Good night, leaf. Good night, bee.\n\nShh. [h] sleeps.',
    ],
  },
  titles: ['{name} and One Seed', 'Grow, Says {name}'],
});

/** To have a friend, for the youngest. */
export const friendSmall = smallPlot({
  id: 'plot-friend-small',
  when: wants(/^(?:(?:have|find|make|meet|get) )?(?:a |an |some |new |real |best )*friends?\b/),
  tell: {
    home: [
      'Two cups. One is for [h]. One is for a friend. But there is no friend.',
      '[h] has a bun. It is a big bun. It is a bun for two. [h] wants a friend.',
    ],
    call: [
      '“Friend!” calls [h]. So loud! A door shuts. Clack.',
      '[h] runs to a bug. “Are you my friend?” The bug hides.',
    ],
    try1: ['[h] gives a hug to a tree. It is a bit hard.', '[h] has tea with a hat. The hat does not say much.'],
    try2: ['“Boo!” says [h]. That is not how.', '[h] looks in a box. No friend in it. Just a sock.'],
    try3: ['[h] asks a duck. The duck has ducks.'],
    try4: ['Is that a friend? No. It is a post.'],
    low: [
      '[h] sits down. So quiet. And then: nibble, nibble. Who is that, at the bun?',
      'Look! A bit of bun is gone. Somebody small was here. Somebody shy.',
    ],
    turn: [
      '[h] does not run. [h] does not call. [h] turns round, and looks at the wall. “Have some,” says [h], so softly.',
      '[h] shuts both eyes. “I will not look,” says [h]. It is hard. But [h] does it.',
    ],
    result: [
      'Nibble. Step. Nibble. Step. A warm back sits by [h]. “Hello,” says [f]. A friend!',
      'Tip, tap, tip. Somebody sits down, back to back. It is [f]. It is a friend!',
    ],
    reward: [
      '“You can look now,” says [f]. They look. They both go pink.',
      'One bite for [f]. One bite for [h]. The sock can watch.',
    ],
    rest: [
      'Two cups, all clean. {comfortSmall} Back to back, warm and soft.\n\nShh. They sleep.',
      '{comfortSmall} “Good night, friend,” says [h]. “Night,” says [f].\n\nHush. [h] sleeps.',
    ],
  },
  titles: ['Two Cups, {name}', '{name} Does Not Look'],
});

/** To find a treasure, for the youngest. */
export const treasureSmall = smallPlot({
  id: 'plot-treasure-small',
  when: wants(/\b(?:treasure|gold|jewels?|diamonds?|gems?)\b/),
  tell: {
    home: [
      '[h] sits on a box. It is a good box. It will not open. “I want a treasure,” says [h].',
      '[h] wants a treasure. Where is one? [h] sits on the old box, and thinks.',
    ],
    call: [
      '“Dig!” says [f]. They dig by the tree. Scoop, scoop.',
      '[f] has a spade. Off they go, to dig for treasure.',
    ],
    try1: ['Clink! What is it? It is a spoon. No treasure.', 'Clunk! What is it? It is a pot. Just a pot.'],
    try2: ['Out comes a worm. Sorry, Worm. In you go.', 'More mud. More mud. Mud on the nose.'],
    try3: ['[f] digs up a boot. It is too small.'],
    try4: ['They dig up a bone. A dog says thank you.'],
    low: [
      'The last thing is a bit of iron. It is bent. Is that all? Back home they go. [h] sits down on the box.',
      'Just one bent bit. It has two teeth. No treasure at all. [h] sits on the box, and is sad.',
    ],
    turn: [
      'Wait! The box has a hole. The bent bit has teeth. [h] looks at this. [h] looks at that. In it goes!',
      '[h] sees it. A hole in the box! Does it fit? It turns. Crick!',
    ],
    result: [
      'Up goes the lid. It shines! It shines red. It shines blue. The treasure was under [h]!',
      'Open! It is full, full, full of gold. What a treasure! And [h] sat on it.',
    ],
    reward: [
      'One for [f]. One for [h]. One for the worm.',
      '“It was here,” says [f], “the whole time!” They laugh and laugh.',
    ],
    rest: [
      'One bit of treasure is by the bed. It shines a bit. {comfortSmall}\n\nThen it shuts its eyes. So does [h]. Shh.',
      '{comfortSmall} Good night, box. Good night, treasure.\n\n[h] sleeps.',
    ],
  },
  titles: ['{name} and the Old Box', 'Dig, {name}, Dig!'],
});
