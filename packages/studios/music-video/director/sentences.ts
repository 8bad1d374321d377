import type { Air, ThreadKind, VistaView, World } from '@kinora/capabilities';
import type { Chance } from './chance.ts';

/** How far the song has come, as words see it. */
type Phase = 'begins' | 'goes on' | 'arrives';

/** What a picture of each world shows from each place; a clause without its full stop. */
const clauses: Record<World, Record<VistaView, readonly string[]>> = {
  'neon-city': {
    establishing: [
      'The city lies along the horizon like a switched-on circuit',
      'Tower behind tower, the skyline waits in violet light',
      'Seen from the far bank, the whole town is one long line of neon',
    ],
    approach: [
      'The avenue opens between the first towers and their coloured signs',
      'Signs in pink and blue lean closer over the street',
      'The towers come nearer and window after window lights up',
    ],
    within: [
      'Deep between the fronts, every wall is a sign and every sign is a mirror',
      'The street is a canyon of letters made of light',
      'Neon on both sides, and the wet ground doubles all of it',
    ],
    detail: [
      'One sign hums over a shut door and paints the pavement',
      'A single lit window hangs in a dark front',
      'Colours of the street tremble in a puddle',
    ],
    summit: [
      'From the highest roof the city blazes to every side',
      'All towers are lit at once and the sky answers in neon',
      'The whole city burns with light, block after block, up to the clouds',
    ],
    departure: [
      'The last signs go out and the skyline sinks behind us',
      'The city shrinks to a glow at the end of the street',
      'One after the other, the towers put out their lights',
    ],
  },
  cosmos: {
    establishing: [
      'A small world turns below an ocean of stars',
      'Nothing but night, and far off the thin arc of a planet',
      'The galaxy lies across the dark like spilled milk',
    ],
    approach: [
      'A ringed planet rises and fills the way ahead',
      'Moons swing past on the way to the bright centre',
      'Ahead, a nebula opens its curtains',
    ],
    within: [
      'In the heart of the nebula, colours hang like slow smoke',
      'Planets stand close on every side, each with a light of its own',
      'Between the moons, the dust of old stars is glowing',
    ],
    detail: [
      'A crater’s rim catches the first light',
      'One moon, nothing else, and its shadow',
      'A ring of ice and dust passes close by',
    ],
    summit: [
      'A sun is born and throws its rings across the sky',
      'The galaxy opens like an eye and everything shines',
      'All the planets stand in one line before a great white sun',
    ],
    departure: [
      'The planet is a thin crescent now, and then a line',
      'Star after star falls back into the dark',
      'The long way home leads past the last moon',
    ],
  },
  ocean: {
    establishing: [
      'The sea lies wide under an open sky',
      'Long swell comes in from a horizon without land',
      'A bay of glass, and far out the first line of foam',
    ],
    approach: [
      'The waves grow taller and the light begins to dive',
      'Under the surface, sunbeams lead down into the blue',
      'Cliffs come near and the water darkens before them',
    ],
    within: [
      'Deep below, a forest of weed sways between shafts of light',
      'In the blue hall under the waves, great shapes glide by',
      'A reef in full colour, and fish like thrown coins',
    ],
    detail: [
      'A single wave lifts, thin as glass, with the sun behind it',
      'Bubbles climb past one arm of coral',
      'A jellyfish opens and closes like a breath',
    ],
    summit: [
      'A wave as high as a house stands against the light',
      'The sea is all fire and gold up to the horizon',
      'The great whale rises and the whole surface breaks into light',
    ],
    departure: [
      'The tide goes out and leaves the sky in the sand',
      'Only the wake is left, and it is closing',
      'Far out, the last light sinks into the water',
    ],
  },
  'desert-road': {
    establishing: [
      'The desert lies open to the rim of the world',
      'Table mountains stand far off like ships at anchor',
      'An endless plain, a sun, and nobody for a hundred miles',
    ],
    approach: [
      'The red rocks come closer, mile by mile',
      'Telegraph poles march towards the mesas',
      'The first tall cactus lifts its arms beside the way',
    ],
    within: [
      'Between the rock walls the heat stands still',
      'Dunes on every side, combed by the wind',
      'The canyon closes in, red over red',
    ],
    detail: [
      'A cactus flower has opened in all this dryness',
      'Wind draws fine lines in the sand',
      'A bleached sign stands crooked at the edge of the way',
    ],
    summit: [
      'The sun stands huge on the edge of the desert and sets it alight',
      'From the top of the mesa the whole burning land lies open',
      'Everything is gold: the dunes, the rocks and the vast sky',
    ],
    departure: [
      'The rocks turn blue behind us and the first star is out',
      'The desert cools and the line of the hills grows thin',
      'Only a long shadow is left of the day',
    ],
  },
  geometry: {
    establishing: [
      'A plain of quiet shapes waits for its first movement',
      'Circles and lines hang in balance over a wide ground',
      'Far away, a tower of simple forms is building itself',
    ],
    approach: [
      'The forms begin to turn and come into line',
      'Triangles open one behind the other like doors',
      'Steps of colour lead to the great circle',
    ],
    within: [
      'Inside the pattern, every edge answers another',
      'Arches, discs and beams interlock on all sides',
      'The shapes stand close and throw each other’s colours back',
    ],
    detail: [
      'Two edges touch, and that is all',
      'A small disc leans on one thin line',
      'One corner of the pattern, as sharp as paper',
    ],
    summit: [
      'The great circle stands open and all forms ray out from it',
      'Every shape is lit and the pattern fills the sky',
      'Disc upon disc upon disc, the whole order rises at once',
    ],
    departure: [
      'One by one the shapes lie down',
      'The pattern loosens and drifts apart',
      'A last circle closes on the empty ground',
    ],
  },
  'liquid-light': {
    establishing: [
      'A dark pool waits, and a first thread of colour sinks into it',
      'Bands of slow light lie across the dark',
      'Colour gathers far off like weather',
    ],
    approach: [
      'Streams of colour find each other and begin to curl',
      'The light thickens and flows this way',
      'Veils open, one behind the other',
    ],
    within: [
      'Everywhere light is pouring, folding, opening again',
      'In the middle of the current, colours pass through each other',
      'Great slow bubbles of light swell and divide',
    ],
    detail: [
      'One drop hangs, with a whole sky inside',
      'A thin skin of colour trembles before it breaks',
      'Two colours touch and do not mix yet',
    ],
    summit: [
      'All the colours break open at once and light floods everything',
      'A great bloom of light spreads to the edges of the world',
      'The currents leap up together in a crown of brightness',
    ],
    departure: [
      'The colours sink to the ground like leaves in a pond',
      'The light runs out in long, thin threads',
      'Darkness closes softly over the last glow',
    ],
  },
  'dream-garden': {
    establishing: [
      'Beyond the gate, the garden lies in its own weather',
      'Hills of blossom roll away under a tender sky',
      'A garden without walls wakes between tall trees',
    ],
    approach: [
      'Foxgloves and bellflowers lean in along the way',
      'The trees draw aside and let the blossom through',
      'Arch after arch of roses leads further in',
    ],
    within: [
      'Under the great tree, flowers as tall as houses glow',
      'In the thick of the garden every leaf has a light',
      'Blossom above and blossom below, and the air is sweet with it',
    ],
    detail: [
      'A drop of dew holds the whole garden upside down',
      'One flower opens, slowly, as if somebody had asked',
      'A butterfly rests and folds its colours',
    ],
    summit: [
      'The whole garden bursts into flower at once',
      'The oldest tree stands in full light, a cathedral of blossom',
      'Flowers rise to the sky like fireworks that stay',
    ],
    departure: [
      'The petals close and the gate stands ajar',
      'The garden folds itself up for the night',
      'Behind us, the last blossoms shine like windows',
    ],
  },
  'film-noir': {
    establishing: [
      'The city is a row of black teeth against a pale sky',
      'A wet boulevard, three lamps, and no one to be seen',
      'Rooftops and water towers stand cut out of the night',
    ],
    approach: [
      'The alley draws the eye in, lamp by lamp',
      'Light falls in stripes across the way ahead',
      'A door stands open at the end of the lane',
    ],
    within: [
      'Fire escapes throw their ladders of shadow on every wall',
      'Between the blinds the light lies in bars',
      'Under the arches, each lamp keeps its own small island',
    ],
    detail: [
      'A lamp, a wall, and a shadow that is too long',
      'Smoke curls through a single bar of light',
      'Rain runs down a pane with the street behind it',
    ],
    summit: [
      'Every searchlight in the city goes up at once',
      'The great clock stands white above the black roofs',
      'High over the bridges, hard light cuts the whole night in two',
    ],
    departure: [
      'The lamps go out down the street, one by one',
      'Headlights turn the corner and the wall is dark again',
      'Only the wet stones still remember the light',
    ],
  },
  'mountain-dawn': {
    establishing: [
      'Range behind range, the mountains wait for the sun',
      'The valley lies in blue shadow below a paling sky',
      'Far peaks float over a sea of cloud',
    ],
    approach: [
      'The first ridge takes on colour and the valley opens',
      'Pines stand along the slope as the way begins to climb',
      'The great mountain comes out of the haze',
    ],
    within: [
      'Between the walls of rock, light reaches the floor of the valley',
      'High among the pines the air turns gold',
      'Cliffs stand on both sides and a river of light lies between',
    ],
    detail: [
      'One branch holds the morning on its needles',
      'Frost on a stone catches the first ray',
      'A mountain flower stands alone above the drop',
    ],
    summit: [
      'The sun breaks over the summit and the whole range catches fire',
      'From the highest peak there is nothing left but light',
      'All the mountains stand in gold, down to the last ridge',
    ],
    departure: [
      'The ridges fold back into blue, one behind the other',
      'The light leaves the valley and keeps only the peaks',
      'The mountains turn back into outlines',
    ],
  },
  'paper-theatre': {
    establishing: [
      'The curtain opens on a small world made of paper',
      'Paper hills stand in rows behind the footlights',
      'A cut-out town waits under a painted moon',
    ],
    approach: [
      'The wings slide apart and show the next scene',
      'Paper trees nod on their strings as the stage comes nearer',
      'Layer by layer the scenery lets us in',
    ],
    within: [
      'On the stage everything is folded, painted and alive',
      'Between the paper walls, lamps shine through the cuts',
      'Towers, waves and trees crowd in from both wings',
    ],
    detail: [
      'A paper star turns on its thread',
      'The edge of a fold shows how the magic is done',
      'One little window is lit from behind',
    ],
    summit: [
      'All the scenery rises at once and the stage shines like a crown',
      'The painted sun comes up on its wheels, larger than the theatre',
      'Every lamp is on and the whole paper world dances',
    ],
    departure: [
      'The hills are folded away and the footlights sink',
      'The curtain begins to close on the little world',
      'One last layer of paper is left against the light',
    ],
  },
};

const airs: Record<Air, readonly string[]> = {
  clear: [''],
  rain: ['in the falling rain', 'behind a curtain of rain', 'with rain on everything', 'while it rains and rains'],
  snow: ['under falling snow', 'in a flurry of snow', 'while the snow comes down', 'with snow in the air'],
  mist: ['half lost in mist', 'with mist in the hollows', 'behind thin veils of mist', 'as the mist drifts by'],
  embers: ['with embers in the air', 'as sparks fly up', 'while embers rise past it'],
  petals: ['among drifting petals', 'as petals blow across', 'with petals on the wind'],
  dust: ['in a haze of dust', 'with dust on the wind', 'while fine dust hangs in the light'],
  stars: ['under a sky of stars', 'with all the stars out', 'as little lights float by'],
};

const threads: Record<ThreadKind, Record<Phase, readonly string[]>> = {
  road: {
    begins: ['a road sets out from here', 'a road begins at our feet', 'one narrow road leads in'],
    'goes on': [
      'the road runs on without a turn',
      'the road has found its way through',
      'the road draws a bright line on',
    ],
    arrives: ['the road reaches its end in the light', 'the long road has arrived', 'the road lies behind, all of it'],
  },
  light: {
    begins: ['a first small light wakes', 'one light stirs, no larger than a seed', 'a faint light waits in it'],
    'goes on': [
      'the light has grown and shows the way',
      'the light moves on ahead',
      'the light climbs, steady and warm',
    ],
    arrives: ['the light is everywhere now', 'the light has come home', 'the light gives one last, long glow'],
  },
  traveller: {
    begins: [
      'a lone traveller stands at the edge of it',
      'somebody with a long coat sets out',
      'a small figure takes the first step',
    ],
    'goes on': [
      'the traveller walks on, halfway there',
      'the traveller crosses it without looking back',
      'the figure in the long coat comes nearer',
    ],
    arrives: [
      'the traveller has arrived',
      'the traveller looks back one last time',
      'the small figure walks out of the picture',
    ],
  },
  bird: {
    begins: ['a bird lifts off', 'a white bird opens its wings', 'one bird is already awake'],
    'goes on': ['the bird flies ahead', 'the bird holds its line against the wind', 'the bird turns in a wide arc'],
    arrives: ['the bird comes down at last', 'the bird is a speck in the light', 'the bird glides home'],
  },
  boat: {
    begins: ['a small boat casts off', 'a boat with one sail sets out', 'a boat waits on its line'],
    'goes on': ['the boat holds its course', 'the boat glides on in the middle of it all', 'the little boat rides on'],
    arrives: ['the boat comes into harbour', 'the boat has crossed over', 'the sail is a point of light now'],
  },
  comet: {
    begins: [
      'a comet shows itself, faint as a thought',
      'a first comet scratches the dark',
      'far up, a comet begins its way',
    ],
    'goes on': [
      'the comet trails its light across',
      'the comet has grown a tail of fire',
      'the comet crosses overhead',
    ],
    arrives: [
      'the comet burns out in one bright line',
      'the comet has passed and left its light',
      'the comet goes on without us',
    ],
  },
  balloon: {
    begins: ['a balloon is let go', 'a striped balloon leaves the ground', 'a balloon tugs at its rope'],
    'goes on': [
      'the balloon drifts on above it',
      'the balloon floats by, in no hurry',
      'the balloon has found its wind',
    ],
    arrives: ['the balloon sinks down softly', 'the balloon is a bead in the sky', 'the balloon has landed'],
  },
  lantern: {
    begins: ['a lantern is lit', 'somebody hangs out a lantern', 'one lantern sets out through the dark'],
    'goes on': ['the lantern is carried on', 'the lantern swings ahead', 'other lanterns have joined the first'],
    arrives: [
      'the lantern stands at the end of the way',
      'the lantern burns low',
      'a thousand lanterns answer the one',
    ],
  },
};

const joints = ['; ', ', and ', ' – '] as const;

/** Chooses words so that none comes back in one video while there are others. */
export type Narrator = (picture: {
  world: World;
  view: VistaView;
  air: Air;
  thread: { kind: ThreadKind; progress: number };
  /** How often this place came before. */
  returns: number;
}) => string;

/** A narrator for one video. */
export function createNarrator(chance: Chance): Narrator {
  const used = new Map<string, number>();
  const least = (phrases: readonly string[]): string => {
    const fewest = Math.min(...phrases.map((phrase) => used.get(phrase) ?? 0));
    const chosen = chance.pick(phrases.filter((phrase) => (used.get(phrase) ?? 0) === fewest));
    used.set(chosen, fewest + 1);
    return chosen;
  };
  let isFirst = true;
  return ({ world, view, air, thread, returns }) => {
    const clause = least(clauses[world][view]);
    // Not every picture speaks of the weather or of the thread: what is always said is no longer heard.
    const weather = isFirst || chance.next() < 0.6 ? least(airs[air]) : '';
    const main = weather === '' ? clause : `${clause}, ${weather}`;
    const again = returns > 0 ? ', larger than before' : '';
    const tellsThread = isFirst || thread.progress > 0.9 || chance.next() < 0.7;
    isFirst = false;
    if (!tellsThread) return `${main}${again}.`;
    const follows = least(threads[thread.kind][phaseOf(thread.progress)]);
    return `${main}${again}${least(joints)}${follows}.`;
  };
}

function phaseOf(progress: number): Phase {
  if (progress < 0.3) return 'begins';
  return progress < 0.8 ? 'goes on' : 'arrives';
}
