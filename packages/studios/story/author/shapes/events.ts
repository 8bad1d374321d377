/** What comes by on a full day: what it was, how it is done again by the bed in the evening, and what is left of it. */
export const events: readonly [what: string, again: string, left: string][] = [
  [
    'the brass band, which lost its way and played the same street twice',
    'puffed out [h.sp] cheeks, and stamped on the boards: pom, tiddle, pom, and then, farther off, pom',
    'pom',
  ],
  [
    'the rain, which had only got as far as the one roof',
    'drummed on the pane with ten fingers, then with five, and then with one',
    'the last drop',
  ],
  [
    'the old gate, which had been oiled, and was looking for its squeak',
    'opened the cupboard very slowly and made the squeak with [h.sp] mouth',
    'the squeak',
  ],
  [
    'the swallows, who sat on the wire like a song and then flew off it',
    'held a bit of string in front of the lamp, with nine crumbs on it, and shook it',
    'the empty wire',
  ],
  [
    'the baker, who dropped a tray, and eleven buns went down the hill',
    'let a ball roll over the floor, bump, bump, bump, under the bed and out',
    'eleven buns',
  ],
  [
    'the big wind, which had turned one umbrella into a tulip',
    'blew into the neck of a bottle, low and long, and opened one hand like a flower',
    'a tulip',
  ],
  [
    'the cow who came to the window, and looked, and said what she thought',
    'held up both fists to the lamp, so that there were horns on the wall, and a nose',
    'horns',
  ],
  ['the cart with one round wheel', 'walked across the boards: clop, clop, clop, dunk', 'dunk'],
  [
    'the cat, who was asleep on the warm bonnet of a car and was driven to the shop',
    'lay down on the table and was carried, still asleep, round the room',
    'the cat',
  ],
  [
    'the goose with a paper bag on her head, who bowed to everyone she could not see',
    'put the pillow case over [h.sp] head, and bowed to the wardrobe, and to the jug',
    'the bow',
  ],
  [
    'the man with the ladder, who turned round to see who had shouted, and then turned round again',
    'laid the broom across one shoulder, and turned round, and turned back, and everything had to duck',
    'the ladder',
  ],
  [
    'a red balloon, and after it a boy, and after him a dog',
    'let one sock float down from the top of the bed, and blew it up again, and again',
    'the balloon',
  ],
  [
    'the three sheep who had just been shorn, and did not know each other any more',
    'took off coat and scarf, and was very shy with the one in the mirror',
    'the bare sheep',
  ],
  [
    'the milk cart, and behind it nine cats in order of size',
    'went round the bed on tiptoe, first with big steps, and then with smaller ones',
    'the last cat',
  ],
  [
    'the teacher on a new bicycle, who could not find the brake',
    'rode on the end of the bed, and rang the saucepan, and leaned into the corner',
    'a bell, going downhill',
  ],
  [
    'a cloud the shape of an aunt',
    'held a cushion up to the lamp, and pulled it about till it had a nose and a hat',
    'the cloud',
  ],
  [
    'a wedding, on foot, because the horse would not',
    'hung the towel over [h.sp] head, and strode up and down on two feet, like four',
    'the horse who would not',
  ],
];
