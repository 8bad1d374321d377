import { plural } from '../../prose/english.ts';
import type { Kind, KindType, Truth } from '../types.ts';
import { airAndSea } from './air-sea.ts';
import { land } from './land.ts';
import { made } from './made.ts';
import { wonders } from './wonders.ts';

/** Every kind the built-in author knows. */
export const kinds: readonly Kind[] = [...land, ...airAndSea, ...made, ...wonders];

const synonyms: Record<string, string> = {
  bunny: 'rabbit',
  hare: 'rabbit',
  kitten: 'cat',
  kitty: 'cat',
  puppy: 'dog',
  pup: 'dog',
  cub: 'bear',
  fawn: 'deer',
  reindeer: 'deer',
  stag: 'deer',
  moose: 'deer',
  pony: 'horse',
  foal: 'horse',
  zebra: 'horse',
  lamb: 'sheep',
  ram: 'sheep',
  llama: 'camel',
  alpaca: 'sheep',
  calf: 'cow',
  bull: 'cow',
  yak: 'cow',
  buffalo: 'cow',
  piglet: 'pig',
  boar: 'pig',
  ox: 'cow',
  ape: 'monkey',
  gorilla: 'monkey',
  chimpanzee: 'monkey',
  lemur: 'monkey',
  hippo: 'elephant',
  hippopotamus: 'elephant',
  rhino: 'elephant',
  rhinoceros: 'elephant',
  mammoth: 'elephant',
  leopard: 'tiger',
  panther: 'tiger',
  cheetah: 'tiger',
  jaguar: 'tiger',
  lynx: 'cat',
  'red panda': 'raccoon',
  ferret: 'otter',
  weasel: 'otter',
  stoat: 'otter',
  beaver: 'otter',
  platypus: 'otter',
  rat: 'mouse',
  dormouse: 'mouse',
  shrew: 'mouse',
  vole: 'mouse',
  'guinea pig': 'hamster',
  gerbil: 'hamster',
  chipmunk: 'squirrel',
  skunk: 'badger',
  porcupine: 'hedgehog',
  echidna: 'hedgehog',
  wombat: 'koala',
  quokka: 'kangaroo',
  wallaby: 'kangaroo',
  armadillo: 'tortoise',
  gecko: 'lizard',
  iguana: 'lizard',
  salamander: 'axolotl',
  newt: 'axolotl',
  toad: 'frog',
  tadpole: 'frog',
  snake: 'lizard',
  crocodile: 'lizard',
  alligator: 'lizard',
  't-rex': 'dinosaur',
  triceratops: 'dinosaur',
  dino: 'dinosaur',
  diplodocus: 'dinosaur',
  brachiosaurus: 'dinosaur',
  stegosaurus: 'dinosaur',
  walrus: 'seal',
  'sea lion': 'seal',
  narwhal: 'whale',
  porpoise: 'dolphin',
  squid: 'octopus',
  starfish: 'crab',
  lobster: 'crab',
  shrimp: 'crab',
  goldfish: 'fish',
  salmon: 'fish',
  pufferfish: 'fish',
  clam: 'crab',
  duckling: 'duck',
  goose: 'duck',
  gosling: 'duck',
  chick: 'chicken',
  hen: 'chicken',
  rooster: 'chicken',
  cockerel: 'chicken',
  turkey: 'chicken',
  sparrow: 'bird',
  wren: 'bird',
  blackbird: 'bird',
  nightingale: 'bird',
  canary: 'bird',
  seagull: 'bird',
  gull: 'bird',
  pigeon: 'bird',
  dove: 'bird',
  crow: 'bird',
  raven: 'bird',
  magpie: 'bird',
  swallow: 'swift',
  hummingbird: 'bird',
  puffin: 'penguin',
  eagle: 'owl',
  hawk: 'owl',
  owlet: 'owl',
  stork: 'flamingo',
  heron: 'flamingo',
  pelican: 'duck',
  peacock: 'parrot',
  toucan: 'parrot',
  ostrich: 'flamingo',
  kiwi: 'chicken',
  bumblebee: 'bee',
  wasp: 'bee',
  beetle: 'ladybird',
  ladybug: 'ladybird',
  cricket: 'ladybird',
  grasshopper: 'frog',
  dragonfly: 'butterfly',
  glowworm: 'firefly',
  'glow-worm': 'firefly',
  worm: 'caterpillar',
  earthworm: 'caterpillar',
  slug: 'snail',
  fly: 'bee',
  android: 'robot',
  excavator: 'digger',
  bulldozer: 'digger',
  crane: 'digger',
  truck: 'tractor',
  lorry: 'tractor',
  'garbage truck': 'tractor',
  engine: 'train',
  locomotive: 'train',
  tram: 'train',
  'steam engine': 'train',
  elevator: 'lift',
  taxi: 'car',
  van: 'bus',
  ambulance: 'fire engine',
  'fire truck': 'fire engine',
  firetruck: 'fire engine',
  spaceship: 'rocket',
  aeroplane: 'rocket',
  airplane: 'rocket',
  plane: 'rocket',
  helicopter: 'rocket',
  ship: 'boat',
  ferry: 'boat',
  tugboat: 'boat',
  submarine: 'boat',
  watch: 'clock',
  alarm: 'clock',
  'alarm clock': 'clock',
  pot: 'teapot',
  cup: 'teapot',
  mug: 'teapot',
  fork: 'spoon',
  mitten: 'sock',
  glove: 'sock',
  hat: 'sock',
  scarf: 'blanket',
  boot: 'shoe',
  slipper: 'shoe',
  crayon: 'pencil',
  pen: 'pencil',
  paintbrush: 'pencil',
  cushion: 'pillow',
  quilt: 'blanket',
  'teddy bear': 'teddy',
  toy: 'teddy',
  'night light': 'lamp',
  candle: 'lantern',
  streetlamp: 'lamp',
  'street lamp': 'lamp',
  torch: 'lamp',
  mop: 'broom',
  letter: 'book',
  trumpet: 'bell',
  violin: 'drum',
  piano: 'drum',
  guitar: 'drum',
  hoover: 'vacuum cleaner',
  bike: 'bicycle',
  scooter: 'bicycle',
  'washing machine': 'fridge',
  oven: 'toaster',
  computer: 'robot',
  sorcerer: 'wizard',
  magician: 'wizard',
  elf: 'fairy',
  gnome: 'fairy',
  pixie: 'fairy',
  goblin: 'troll',
  ogre: 'troll',
  yeti: 'polar bear',
  phoenix: 'dragon',
  genie: 'ghost',
  alien: 'robot',
  emperor: 'king',
  captain: 'pirate',
  sailor: 'pirate',
  cosmonaut: 'astronaut',
  kid: 'child',
  toddler: 'child',
  sister: 'girl',
  brother: 'boy',
  daughter: 'girl',
  son: 'boy',
  twin: 'child',
  baby: 'child',
  lady: 'queen',
  man: 'grandpa',
  woman: 'grandma',
  granny: 'grandma',
  gran: 'grandma',
  nana: 'grandma',
  grandmother: 'grandma',
  grandad: 'grandpa',
  grandfather: 'grandpa',
  granddad: 'grandpa',
  mum: 'grandma',
  mom: 'grandma',
  mother: 'grandma',
  dad: 'grandpa',
  father: 'grandpa',
  daddy: 'grandpa',
  mummy: 'grandma',
  cook: 'baker',
  chef: 'baker',
  farmer: 'grandpa',
  doctor: 'teacher',
  nurse: 'teacher',
  dancer: 'ballerina',
  postman: 'teacher',
  fireman: 'teacher',
  firefighter: 'teacher',
  gardener: 'grandpa',
  detective: 'girl',
  inventor: 'girl',
  superhero: 'child',
  ninja: 'child',
  cowboy: 'boy',
  explorer: 'girl',
  clown: 'child',
  viking: 'pirate',
  planet: 'moon',
  comet: 'star',
  'shooting star': 'star',
  storm: 'cloud',
  fog: 'cloud',
  mist: 'cloud',
  icicle: 'snowflake',
  breeze: 'wind',
  sunflower: 'flower',
  rose: 'flower',
  daisy: 'flower',
  dandelion: 'flower',
  leaf: 'flower',
  carrot: 'potato',
  apple: 'pumpkin',
  cactus: 'hedgehog',
  acorn: 'seed',
  oak: 'tree',
  bean: 'seed',
  stone: 'potato',
  rock: 'potato',
  pebble: 'potato',
};

const byId = new Map(kinds.map((entry) => [entry.id, entry]));

/** Kinds that only lend their shape: what is true of a fork is not what is true of a spoon. */
const shapeOnly = new Set(Object.keys(synonyms).filter((word) => !sameTruths(word)));

/**
 * The kind for a noun in the singular, by name or nearest relation; null if it is unknown.
 * A relation whose truths differ gets its own name, the looks of the known kind and truths of its type.
 */
export function findKind(noun: string): Kind | null {
  const known = byId.get(noun);
  if (known) return known;
  const relation = byId.get(synonyms[noun] ?? '');
  if (!relation) return null;
  return shapeOnly.has(noun)
    ? { ...relation, id: noun, truths: typeTruths(noun, relation.type) }
    : { ...relation, id: noun };
}

/** A kind for a noun nobody has told us about, by its form and the words around it. */
export function guessKind(noun: string, context: string): Kind {
  const last = noun.split(' ').at(-1) ?? noun;
  const base = byId.get(last);
  if (base) return { ...base, id: noun };
  const type: KindType = /(?:saurus|saur|raptor)$/.test(noun)
    ? 'fantasy'
    : /(?:bird|hawk|finch|tit|gull|lark|duck)$/.test(noun)
      ? 'bird'
      : /(?:fish|shark|whale|ray)$/.test(noun)
        ? 'water'
        : /(?:fly|bug|beetle|moth|hopper)$/.test(noun)
          ? 'insect'
          : /(?:er|or|ist|man|woman|ian)$/.test(noun) && /\b(who|he|she)\b/i.test(context) && noun.length > 5
            ? 'person'
            : /(?:machine|mobile|copter|plane|tron|bot)$/.test(noun)
              ? 'machine'
              : /(?:otl|oala|ur|bat|cat|ox|deer|bear|dog|pig|ma|ka|o)$/.test(noun) && /\bwho\b/i.test(context)
                ? 'animal'
                : /\bwho\b/i.test(context) && !/^(?:sock|cup|door|table|chair)/.test(noun)
                  ? 'object'
                  : 'object';
  const shapes: Record<KindType, string> = {
    animal: 'raccoon',
    bird: 'bird',
    water: 'fish',
    insect: 'ladybird',
    machine: 'robot',
    object: 'button',
    fantasy: 'monster',
    person: 'child',
    sky: 'cloud',
    plant: 'flower',
  };
  const shape = byId.get(shapes[type]) as Kind;
  return {
    ...shape,
    id: noun,
    truths: typeTruths(noun, type),
    sound: type === 'object' ? 'tok' : shape.sound,
    bed: type === 'object' ? 'on shelf' : shape.bed,
  };
}

function sameTruths(word: string): boolean {
  return /^(?:bunny|hare|kitten|kitty|puppy|pup|cub|fawn|pony|foal|lamb|calf|piglet|ape|dormouse|toad|duckling|goose|gosling|chick|hen|rooster|cockerel|sparrow|wren|blackbird|owlet|bumblebee|ladybug|glowworm|glow-worm|android|excavator|locomotive|engine|steam engine|elevator|fire truck|firetruck|spaceship|dino|alarm clock|watch|cushion|quilt|teddy bear|night light|street lamp|streetlamp|hoover|bike|sorcerer|kid|sister|brother|daughter|son|granny|gran|nana|grandmother|grandad|grandfather|granddad|dancer|pixie|sea lion|shooting star|swallow|gecko|bull|porpoise)$/.test(
    word,
  );
}

/** True things that hold for anything of a type. */
export function typeTruths(noun: string, type: KindType): Truth[] {
  const many = plural(noun);
  const lines: Record<'living' | 'made' | 'person', [Truth['power'], string, string, string][]> = {
    living: [
      [
        'hear',
        'sharp ears',
        `${many} hear more than they let on.`,
        '[h] listened so hard that [h.s] forgot to answer.',
      ],
      [
        'fit',
        'bendy self',
        `${many} know which gaps they fit through, and try the others anyway.`,
        '[h] had been stuck in most things at least once.',
      ],
      [
        'way',
        'good memory for corners',
        `Every one of the ${many} has a path of its own, and keeps to it.`,
        '[h] went the same way every day, even when there was a cake in it.',
      ],
      [
        'warm',
        'warm side',
        `${many} sleep best when they can lean on something.`,
        '[h] leaned on things, and some of them were asleep.',
      ],
    ],
    made: [
      [
        'carry',
        'empty place inside',
        'Everything that was ever made has one place where something else can rest.',
        '[h] kept things safe that nobody had lost.',
      ],
      [
        'sound',
        'one small sound',
        `${many} make only one sound each, but they can make it in many ways.`,
        '[h] said the one thing that [h.s] could say, mostly during dinner.',
      ],
      [
        'still',
        'great patience',
        `${many} are the best waiters in the world.`,
        '[h] stayed where [h.s] was put, and saw a great deal.',
      ],
    ],
    person: [
      [
        'hands',
        'two good hands',
        'Ten fingers can do nearly everything, if somebody lets them try.',
        '[h] took things apart to see what they were thinking.',
      ],
      [
        'count',
        'good head for numbers',
        `${many} count things when they are alone, like everybody else.`,
        '[h] wrote lists, and then lists of the lists.',
      ],
      [
        'way',
        'big folded map',
        `${many} always know a shorter way, and it is always longer.`,
        '[h] was so polite that [h.s] held doors for the wind.',
      ],
    ],
  };
  const group = type === 'person' ? 'person' : ['machine', 'object', 'plant', 'sky'].includes(type) ? 'made' : 'living';
  return lines[group].map(([power, tool, lore, cost], i) => ({ id: `${noun}.${power}${i}`, power, tool, lore, cost }));
}
