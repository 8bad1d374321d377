import { z } from 'zod';

/** Places the illustrator can draw. */
export const settings = [
  'forest',
  'meadow',
  'garden',
  'farm',
  'village',
  'rooftops',
  'harbour',
  'beach',
  'sea',
  'underwater',
  'river',
  'pond',
  'mountain',
  'snow-wood',
  'desert',
  'cave',
  'bedroom',
  'kitchen',
  'library',
  'workshop',
  'castle',
  'treehouse',
  'railway',
  'sky',
  'moon',
] as const;

/** Kinds of character the illustrator can draw; `thing` is a prop with a face (`character.prop` names it). */
export const species = [
  'fox',
  'rabbit',
  'owl',
  'bear',
  'hedgehog',
  'mouse',
  'badger',
  'squirrel',
  'cat',
  'dog',
  'deer',
  'otter',
  'mole',
  'frog',
  'duck',
  'penguin',
  'bird',
  'moth',
  'snail',
  'turtle',
  'fish',
  'whale',
  'octopus',
  'elephant',
  'lion',
  'monkey',
  'pig',
  'sheep',
  'horse',
  'dragon',
  'unicorn',
  'robot',
  'star',
  'cloud',
  'digger',
  'train',
  'child',
  'grown-up',
  'thing',
] as const;

/** Things the illustrator can draw. */
export const propKinds = [
  'acorn',
  'anchor',
  'apple',
  'ball',
  'balloon',
  'basket',
  'bed',
  'bell',
  'bench',
  'bicycle',
  'blanket',
  'boat',
  'book',
  'boots',
  'bridge',
  'bucket',
  'button',
  'cake',
  'candle',
  'chair',
  'clock',
  'cup',
  'door',
  'drum',
  'feather',
  'flower',
  'flute',
  'gate',
  'hat',
  'jar',
  'kettle',
  'key',
  'kite',
  'ladder',
  'lamp',
  'lantern',
  'leaf',
  'letter',
  'lighthouse',
  'map',
  'mirror',
  'mitten',
  'mushroom',
  'nest',
  'paintbrush',
  'pillow',
  'pumpkin',
  'rope',
  'scarf',
  'shell',
  'signpost',
  'sledge',
  'snowman',
  'sock',
  'star',
  'stone',
  'table',
  'teapot',
  'teddy',
  'telescope',
  'tent',
  'toolbox',
  'trunk',
  'umbrella',
  'watering-can',
  'wheelbarrow',
  'windmill',
  'window',
] as const;

/** Times of day, in the order in which an evening passes. */
export const timesOfDay = ['day', 'golden-hour', 'dusk', 'moonrise', 'night'] as const;
/** What falls, drifts or hides. */
export const weathers = ['clear', 'cloudy', 'mist', 'rain', 'snow', 'wind'] as const;
/** What a picture feels like; it shifts colours and light. */
export const moods = ['happy', 'curious', 'tender', 'wistful', 'comic', 'wonder', 'calm', 'sleepy'] as const;
/** How pictures are painted. */
export const artStyles = ['watercolour', 'paper-cut', 'night-light', 'ink-wash'] as const;
/** What a body does. */
export const poses = [
  'stand',
  'sit',
  'walk',
  'run',
  'crouch',
  'reach',
  'hold',
  'wave',
  'point',
  'bow',
  'hug',
  'look-up',
  'jump',
  'lie',
  'curl-up',
  'fly',
  'swim',
] as const;
/** What a face says. */
export const expressions = [
  'happy',
  'calm',
  'curious',
  'shy',
  'worried',
  'sad',
  'surprised',
  'proud',
  'determined',
  'laughing',
  'sleepy',
  'asleep',
] as const;
/** What characters can wear. */
export const clothesKinds = [
  'scarf',
  'hat',
  'cap',
  'bow',
  'waistcoat',
  'jumper',
  'dress',
  'dungarees',
  'pyjamas',
  'cape',
  'boots',
  'glasses',
  'apron',
  'backpack',
  'crown',
] as const;
/** How near the camera is, and from where it looks. */
export const shots = [
  'wide',
  'extreme-wide',
  'medium',
  'close',
  'low',
  'birds-eye',
  'over-shoulder',
  'silhouette',
] as const;
/** What the camera does in a clip. */
export const cameraMoves = ['still', 'push', 'pull', 'pan', 'rise', 'drift', 'settle'] as const;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as #c8642f');
const unit = z.number().min(0).max(1);

/** One character in one scene. The same id has the same look in every scene of a story. */
export const characterSpec = z.object({
  id: z.string().min(1).describe('Stable within a story.'),
  name: z.string().optional().describe('What the story calls it; used by alt text.'),
  kind: z
    .string()
    .optional()
    .describe(
      'The kind in the words of the story, e.g. "axolotl"; used by alt text when the species is only the nearest one.',
    ),
  species: z.enum(species),
  prop: z.enum(propKinds).optional().describe('Which prop has the face, for species `thing`.'),
  colours: z.object({ main: colour, second: colour, accent: colour.optional(), eyes: colour.optional() }),
  person: z
    .object({
      skin: colour,
      hair: z.enum(['short', 'long', 'curly', 'afro', 'bob', 'braids', 'bun', 'bald', 'headscarf']),
      hairColour: colour,
      aids: z.array(z.enum(['glasses', 'hearing-aid', 'wheelchair'])).default([]),
    })
    .optional()
    .describe('For children and grown-ups.'),
  clothes: z
    .array(
      z.object({
        kind: z.enum(clothesKinds),
        colour,
        pattern: z.enum(['plain', 'stripes', 'dots', 'patchwork']).default('plain'),
      }),
    )
    .default([]),
  pose: z.enum(poses),
  expression: z.enum(expressions),
  holds: z.enum(propKinds).optional(),
  x: unit.describe('Centre, 0 left to 1 right of the frame.'),
  ground: unit.describe('Where the feet (of a flyer or swimmer: the body) are, 0 top to 1 bottom of the frame.'),
  size: z.number().min(0.02).max(0.95).describe('Body height over frame height.'),
  facing: z.enum(['left', 'right', 'front', 'away']).default('right'),
});

/** What one picture shows: made by an author, obeyed by the illustrator, read out by the describer. */
export const sceneSpec = z.object({
  setting: z.enum(settings),
  timeOfDay: z.enum(timesOfDay),
  weather: z.enum(weathers).default('clear'),
  mood: z.enum(moods),
  season: z.enum(['spring', 'summer', 'autumn', 'winter']).default('summer'),
  light: z.object({
    source: z.enum(['sun', 'moon', 'lamp', 'lantern', 'window', 'stars', 'glow']),
    from: z.enum(['left', 'right', 'above', 'below', 'behind']),
    colour: colour.optional(),
    strength: unit.default(0.7),
  }),
  characters: z.array(characterSpec).max(6),
  props: z
    .array(
      z.object({
        kind: z.enum(propKinds),
        x: unit,
        ground: unit,
        size: z
          .number()
          .min(0.01)
          .max(0.9)
          .optional()
          .describe('Height over frame height; omitted: natural beside the characters.'),
        state: z.enum(['lit', 'out', 'open', 'shut', 'ajar', 'full', 'empty']).optional(),
        colour: colour.optional(),
      }),
    )
    .max(12),
  camera: z.object({
    shot: z.enum(shots),
    move: z.enum(cameraMoves),
    from: z.tuple([unit, unit, z.number().min(1).max(1.6)]).describe('Centre x, centre y, zoom at the start.'),
    to: z.tuple([unit, unit, z.number().min(1).max(1.6)]).describe('The same at the end.'),
  }),
  focus: z.object({
    x: unit,
    y: unit,
    quietArea: z.enum(['top-left', 'top', 'top-right', 'bottom-left', 'bottom', 'bottom-right']),
  }),
  palette: z
    .object({ sky: colour, far: colour, ground: colour, accent: colour, lamp: colour, dark: colour })
    .partial()
    .default({})
    .describe('Colours that win over those which setting, time and mood would give.'),
  moment: z.string().max(300).describe('What happens, in one sentence.'),
});

export type CharacterSpec = z.infer<typeof characterSpec>;
export type SceneSpec = z.infer<typeof sceneSpec>;
export type Setting = (typeof settings)[number];
export type Species = (typeof species)[number];
export type PropKind = (typeof propKinds)[number];
export type TimeOfDay = (typeof timesOfDay)[number];
export type Weather = (typeof weathers)[number];
export type Mood = (typeof moods)[number];
export type ArtStyle = (typeof artStyles)[number];
export type Pose = (typeof poses)[number];
export type Expression = (typeof expressions)[number];
