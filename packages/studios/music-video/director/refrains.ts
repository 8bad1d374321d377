import type { Air, ThreadKind } from '@kinora/capabilities';

/** How far the song has come, as words see it. */
export type Phase = 'begins' | 'goes on' | 'arrives';

/** What is said of the air of a picture. */
export const airs: Record<Air, readonly string[]> = {
  clear: [''],
  rain: ['in the falling rain', 'behind a curtain of rain', 'with rain on everything', 'while it rains and rains'],
  snow: ['under falling snow', 'in a flurry of snow', 'while the snow comes down', 'with snow in the air'],
  mist: ['half lost in mist', 'with mist in the hollows', 'behind thin veils of mist', 'as the mist drifts by'],
  embers: ['with embers in the air', 'as sparks fly up', 'while embers rise past it'],
  petals: ['among drifting petals', 'as petals blow across', 'with petals on the wind'],
  dust: ['in a haze of dust', 'with dust on the wind', 'while fine dust hangs in the light'],
  stars: ['under a sky of stars', 'with all the stars out', 'as little lights float by'],
};

/** What is said of the thread, by how far it has come. */
export const threads: Record<ThreadKind, Record<Phase, readonly string[]>> = {
  road: {
    begins: [
      'a road sets out from here',
      'a road begins at our feet',
      'one narrow road leads in',
      'the road has no end yet',
    ],
    'goes on': [
      'the road runs on without a turn',
      'the road has found its way through',
      'the road draws a bright line on',
      'the road takes the next bend',
    ],
    arrives: [
      'the road reaches its end in the light',
      'the long road has arrived',
      'the road lies behind, all of it',
      'there is no more road to take',
    ],
  },
  light: {
    begins: [
      'a first small light wakes',
      'one light stirs, no larger than a seed',
      'a faint light waits in it',
      'somewhere in it a light is waking',
    ],
    'goes on': [
      'the light has grown and shows the way',
      'the light moves on ahead',
      'the light climbs, steady and warm',
      'the light goes before us',
    ],
    arrives: [
      'the light is everywhere now',
      'the light has come home',
      'the light gives one last, long glow',
      'nothing is left but that light',
    ],
  },
  traveller: {
    begins: [
      'a lone traveller stands at the edge of it',
      'somebody with a long coat sets out',
      'a small figure takes the first step',
      'a stranger comes into the picture',
    ],
    'goes on': [
      'the traveller walks on, halfway there',
      'the traveller crosses it without looking back',
      'the figure in the long coat comes nearer',
      'the traveller has not turned back',
    ],
    arrives: [
      'the traveller has arrived',
      'the traveller looks back one last time',
      'the small figure walks out of the picture',
      'nobody is left but the traveller',
    ],
  },
  bird: {
    begins: ['a bird lifts off', 'a white bird opens its wings', 'one bird is already awake', 'a bird tries its wings'],
    'goes on': [
      'the bird flies ahead',
      'the bird holds its line against the wind',
      'the bird turns in a wide arc',
      'the bird knows the way',
    ],
    arrives: [
      'the bird comes down at last',
      'the bird is a speck in the light',
      'the bird glides home',
      'the bird has found its place',
    ],
  },
  boat: {
    begins: [
      'a small boat casts off',
      'a boat with one sail sets out',
      'a boat waits on its line',
      'a boat is pushed out',
    ],
    'goes on': [
      'the boat holds its course',
      'the boat glides on in the middle of it all',
      'the little boat rides on',
      'the boat has open water before it',
    ],
    arrives: [
      'the boat comes into harbour',
      'the boat has crossed over',
      'the sail is a point of light now',
      'the boat lies still at last',
    ],
  },
  comet: {
    begins: [
      'a comet shows itself, faint as a thought',
      'a first comet scratches the dark',
      'far up, a comet begins its way',
      'a spark far up begins to move',
    ],
    'goes on': [
      'the comet trails its light across',
      'the comet has grown a tail of fire',
      'the comet crosses overhead',
      'the comet burns brighter',
    ],
    arrives: [
      'the comet burns out in one bright line',
      'the comet has passed and left its light',
      'the comet goes on without us',
      'of the comet only its trail is left',
    ],
  },
  balloon: {
    begins: [
      'a balloon is let go',
      'a striped balloon leaves the ground',
      'a balloon tugs at its rope',
      'a balloon fills and rises',
    ],
    'goes on': [
      'the balloon drifts on above it',
      'the balloon floats by, in no hurry',
      'the balloon has found its wind',
      'the balloon sails higher',
    ],
    arrives: [
      'the balloon sinks down softly',
      'the balloon is a bead in the sky',
      'the balloon has landed',
      'the balloon comes to rest',
    ],
  },
  lantern: {
    begins: [
      'a lantern is lit',
      'somebody hangs out a lantern',
      'one lantern sets out through the dark',
      'a lantern wakes',
    ],
    'goes on': [
      'the lantern is carried on',
      'the lantern swings ahead',
      'other lanterns have joined the first',
      'the lantern has come halfway',
    ],
    arrives: [
      'the lantern stands at the end of the way',
      'the lantern burns low',
      'a thousand lanterns answer the one',
      'the lantern is home',
    ],
  },
};
