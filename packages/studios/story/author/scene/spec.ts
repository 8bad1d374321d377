import {
  propKinds,
  type CharacterSpec,
  type Expression,
  type Pose,
  type PropKind,
  type SceneSpec,
  type TimeOfDay,
} from '@kinora/capabilities';
import type { Plan } from '../plan/plan.ts';
import type { Part } from '../plan/cast.ts';
import type { BeatId } from '../plan/shape.ts';
import type { WrittenScene } from '../prose/write.ts';
import { places } from '../lexicon/places.ts';
import { withArticle } from '../prose/english.ts';
import { createRandom, type Random } from '../random.ts';
import { colourWords } from './colours.ts';

const skins = ['#f2d3bb', '#e0b48f', '#c98f68', '#a86f4a', '#7d4e33', '#5a3825'];
const hairs = ['short', 'long', 'curly', 'afro', 'bob', 'braids', 'bun'] as const;
const men =
  /grandpa|grandfather|grandad|king$|wizard|prince$|\bboy\b|\bman\b|brother|father|dad|uncle|postman|fisherman|knight/;
const women = /grandma|grandmother|granny|queen|witch|princess|\bgirl\b|\bwoman\b|sister|mother|mum|aunt/;
const hairColours = ['#2b1f1a', '#4a3226', '#7a4a2a', '#b5793f', '#d9b36a', '#8a3a2a'];
const clothColours = ['#d9a23c', '#4f7fae', '#b5523c', '#6f8f5a', '#8a6fb5', '#3f8a8a'];
const flyers = new Set(['bird', 'moth', 'star', 'cloud', 'owl']);
/** Species whose `ground` is where the body is, not the feet. */
const afloat = new Set(['fish', 'whale', 'moth', 'cloud', 'octopus']);
const swimmers = new Set(['fish', 'whale', 'octopus']);

/** The looks of every part, fixed once for a story. */
export function looksOf(
  plan: Plan,
): Map<string, Omit<CharacterSpec, 'pose' | 'expression' | 'x' | 'ground' | 'size' | 'facing'>> {
  const random = createRandom(plan.seed).fork('looks');
  return new Map(Object.entries(plan.cast).map(([id, part]) => [id, look(id, part, random.fork(id))]));
}

function look(
  id: string,
  part: Part,
  random: Random,
): Omit<CharacterSpec, 'pose' | 'expression' | 'x' | 'ground' | 'size' | 'facing'> {
  const { kind, character, adjectives } = part;
  const tint = adjectives.map((word) => colourWords[word]).find(Boolean);
  const [main, second, accent] = tint ? [tint[0], tint[1], kind.colours[2]] : kind.colours;
  const isPerson = kind.species === 'child' || kind.species === 'grown-up';
  const colour = random.pick(clothColours);
  const mark =
    id === 'h'
      ? [
          {
            kind: random.pick(['scarf', 'bow', 'waistcoat', 'hat'] as const),
            colour,
            pattern: random.pick(['plain', 'stripes', 'dots'] as const),
          },
        ]
      : [];
  const dressed = isPerson
    ? [
        {
          kind: random.pick(
            men.test(kind.id)
              ? (['jumper', 'dungarees', 'waistcoat'] as const)
              : (['jumper', 'dungarees', 'dress', 'waistcoat'] as const),
          ),
          colour,
          pattern: random.pick(['plain', 'stripes', 'dots'] as const),
        },
        ...(/king|queen|prince/.test(kind.id)
          ? [{ kind: 'crown' as const, colour: '#e2b84a', pattern: 'plain' as const }]
          : []),
        ...(/wizard|witch|fairy/.test(kind.id)
          ? [{ kind: 'hat' as const, colour: '#4a4f8f', pattern: 'plain' as const }]
          : []),
      ]
    : ['star', 'cloud', 'digger', 'train', 'thing', 'fish', 'whale', 'snail'].includes(kind.species)
      ? []
      : mark;
  return {
    id,
    ...(character.name ? { name: character.name } : {}),
    kind: part.noun,
    species: kind.species,
    ...propOf(part),
    colours: { main, second, ...(accent ? { accent } : {}) },
    ...(isPerson
      ? {
          person: {
            skin: random.pick(skins),
            hair: random.pick(hairsOf(kind.id)),
            hairColour: /grand|wizard/.test(kind.id) ? '#e6e2dc' : random.pick(hairColours),
            aids: random.chance(0.12) ? [random.pick(['glasses', 'hearing-aid'] as const)] : [],
          },
        }
      : {}),
    clothes: dressed,
  };
}

/** What a thing with a face is drawn as: itself when it can be drawn, else the nearest. */
function propOf({ kind, noun }: Part): { prop?: PropKind } {
  if (kind.species !== 'thing') return {};
  const named = propKinds.find((prop) => prop === noun.split(' ').at(-1));
  const prop = named ?? kind.prop;
  return prop ? { prop } : {};
}

function hairsOf(kind: string): readonly (typeof hairs)[number][] {
  if (men.test(kind)) return ['short', 'curly', 'afro'];
  if (/grandma|grandmother|granny/.test(kind)) return ['bun', 'bob', 'curly'];
  return women.test(kind) ? ['long', 'curly', 'afro', 'bob', 'braids', 'bun'] : hairs;
}

const clocks: Record<number, TimeOfDay[]> = {
  3: ['golden-hour', 'dusk', 'night'],
  4: ['golden-hour', 'golden-hour', 'dusk', 'night'],
  5: ['day', 'golden-hour', 'dusk', 'moonrise', 'night'],
  6: ['day', 'golden-hour', 'golden-hour', 'dusk', 'moonrise', 'night'],
  7: ['day', 'day', 'golden-hour', 'golden-hour', 'dusk', 'moonrise', 'night'],
  8: ['day', 'day', 'golden-hour', 'golden-hour', 'dusk', 'dusk', 'moonrise', 'night'],
  9: ['day', 'day', 'day', 'golden-hour', 'golden-hour', 'dusk', 'moonrise', 'moonrise', 'night'],
  10: ['day', 'day', 'day', 'golden-hour', 'golden-hour', 'golden-hour', 'dusk', 'moonrise', 'moonrise', 'night'],
};
const shotRuns: Record<number, SceneSpec['camera']['shot'][]> = {
  3: ['wide', 'close', 'medium'],
  4: ['wide', 'close', 'over-shoulder', 'medium'],
  5: ['wide', 'medium', 'close', 'over-shoulder', 'medium'],
  6: ['wide', 'medium', 'close', 'low', 'extreme-wide', 'medium'],
  7: ['wide', 'medium', 'close', 'birds-eye', 'low', 'extreme-wide', 'medium'],
  8: ['wide', 'medium', 'close', 'birds-eye', 'medium', 'low', 'extreme-wide', 'medium'],
  9: ['wide', 'medium', 'close', 'birds-eye', 'medium', 'silhouette', 'low', 'extreme-wide', 'medium'],
  10: ['wide', 'medium', 'close', 'birds-eye', 'medium', 'wide', 'silhouette', 'low', 'extreme-wide', 'medium'],
};
const heroSizes: Record<SceneSpec['camera']['shot'], number> = {
  wide: 0.34,
  'extreme-wide': 0.2,
  medium: 0.46,
  close: 0.64,
  low: 0.5,
  'birds-eye': 0.3,
  'over-shoulder': 0.48,
  silhouette: 0.38,
};
const lights: Record<TimeOfDay, SceneSpec['light']> = {
  day: { source: 'sun', from: 'above', colour: '#fff1d0', strength: 0.95 },
  'golden-hour': { source: 'sun', from: 'left', colour: '#ffcf87', strength: 0.85 },
  dusk: { source: 'sun', from: 'left', colour: '#c9a6c0', strength: 0.6 },
  moonrise: { source: 'moon', from: 'right', colour: '#cfdcf2', strength: 0.55 },
  night: { source: 'moon', from: 'right', colour: '#b9c9ea', strength: 0.45 },
};
const looks: Record<BeatId, { pose: Pose; look: Expression; mood: SceneSpec['mood'] }> = {
  home: { pose: 'stand', look: 'calm', mood: 'happy' },
  call: { pose: 'walk', look: 'curious', mood: 'curious' },
  try1: { pose: 'reach', look: 'determined', mood: 'comic' },
  try2: { pose: 'point', look: 'surprised', mood: 'comic' },
  try3: { pose: 'crouch', look: 'curious', mood: 'curious' },
  try4: { pose: 'walk', look: 'worried', mood: 'comic' },
  low: { pose: 'sit', look: 'sad', mood: 'wistful' },
  turn: { pose: 'reach', look: 'determined', mood: 'wonder' },
  result: { pose: 'look-up', look: 'surprised', mood: 'wonder' },
  reward: { pose: 'wave', look: 'happy', mood: 'tender' },
  rest: { pose: 'curl-up', look: 'asleep', mood: 'sleepy' },
};
const propAliases: Record<string, PropKind> = {
  tin: 'bucket',
  pot: 'kettle',
  cushion: 'pillow',
  bowl: 'cup',
  mug: 'cup',
  barrow: 'wheelbarrow',
  rake: 'toolbox',
  sailboat: 'boat',
  ship: 'boat',
  torch: 'lantern',
  jug: 'teapot',
  sign: 'signpost',
  barrel: 'bucket',
  bread: 'cake',
  suitcase: 'trunk',
};

/** Words that name a thing but seldom one that should be seen, and furniture that the settings draw themselves. */
const vague: ReadonlySet<PropKind> = new Set([
  'stone',
  'leaf',
  'window',
  'feather',
  'bed',
  'blanket',
  'pillow',
  'door',
  'table',
  'chair',
  'star',
  'flower',
  'rope',
]);
/** What may stand beside a sleeper. */
const bedside: ReadonlySet<PropKind> = new Set([
  'cup',
  'lamp',
  'lantern',
  'candle',
  'book',
  'teddy',
  'jar',
  'boots',
  'hat',
  'scarf',
  'kite',
  'boat',
  'gate',
  'drum',
  'shell',
  'button',
]);

/** Plans the picture of each scene from the plan and what the scene tells. */
export function planPictures(plan: Plan, scenes: WrittenScene[]): SceneSpec[] {
  const sheet = looksOf(plan);
  const clock = clocks[scenes.length] ?? [];
  const shots = shotRuns[scenes.length] ?? [];
  // One evening has one season, whichever page names it.
  const season =
    plan.place.id === 'snow-wood' || plan.place.id === 'ice'
      ? ('winter' as const)
      : scenes.some(({ text }) => /\b(?:autumn|pumpkins?|falling leaves|fallen leaves|conkers?)\b/.test(text))
        ? ('autumn' as const)
        : ('summer' as const);
  return scenes.map((scene, i) => {
    const random = createRandom(plan.seed).fork(`picture${i}`);
    const isLast = i === scenes.length - 1;
    const key = isLast ? 'rest' : (scene.beats.at(-1) ?? 'home');
    const time = clock[i] ?? 'dusk';
    const shot = shots[i] ?? 'medium';
    const indoorsRest =
      isLast &&
      /bed|drawer|cot|pillow|four-poster/.test(plan.cast['h']?.kind.bed ?? '') &&
      !plan.place.indoors &&
      plan.cast['h']?.kind.type === 'person';
    const characters = placeCharacters({ plan, scene, sheet, key, shot, isLast, random });
    const hero = characters[0];
    const x = hero?.x ?? 0.5;
    const y = Math.max(0.2, (hero?.ground ?? 0.8) - (hero?.size ?? 0.4) * 0.6);
    const zoom = isLast ? 1 : 1.08;
    const side = x < 0.5 ? 'top-right' : 'top-left';
    return {
      setting: indoorsRest ? 'bedroom' : (arrivedAt(plan, scene) ?? plan.place.setting),
      timeOfDay: time,
      weather: weatherOf(plan, scene.text),
      mood: looks[key].mood,
      season,
      light:
        plan.place.indoors && (time === 'dusk' || time === 'moonrise')
          ? { source: 'lamp', from: 'left', colour: '#ffc04d', strength: 0.7 }
          : lights[time],
      characters,
      props: placeProps(scene.text, characters, plan, time, random),
      camera: {
        shot,
        move: isLast ? 'settle' : ((['drift', 'push', 'pan', 'rise'] as const)[i % 4] ?? 'drift'),
        from: isLast ? [0.5, 0.48, 1.08] : [0.5, 0.5, 1],
        to: isLast ? [0.5, 0.5, 1] : [clamp(x, 0.44, 0.56), clamp(y, 0.46, 0.54), zoom],
      },
      focus: { x: clamp(x, 0.1, 0.9), y: clamp(y, 0.15, 0.85), quietArea: side },
      palette: {},
      moment: momentOf(plan, scene, key),
    };
  });
}

/** The setting of a journey's end, in the scene that tells of it. */
function arrivedAt(plan: Plan, scene: WrittenScene): SceneSpec['setting'] | undefined {
  const goal = plan.wish.places[0];
  const isThere = scene.beats.includes('result') && !scene.beats.includes('rest');
  return isThere && goal && plan.shape.id.startsWith('arrive') ? places.get(goal)?.setting : undefined;
}

function placeCharacters(input: {
  plan: Plan;
  scene: WrittenScene;
  sheet: ReturnType<typeof looksOf>;
  key: BeatId;
  shot: SceneSpec['camera']['shot'];
  isLast: boolean;
  random: Random;
}): CharacterSpec[] {
  const { plan, scene, sheet, key, shot, isLast, random } = input;
  const stage = plan.shape.stage?.[key];
  const isPair = plan.wish.heroes.length > 1;
  const heroes = plan.cast['g'] ? 3 : isPair ? 2 : 1;
  const ids = [
    ...new Set([
      'h',
      ...(isPair && sheet.has('f') ? ['f'] : []),
      ...(sheet.has('g') ? ['g'] : []),
      ...[...scene.present].filter((id) => sheet.has(id) && plan.cast[id] !== plan.cast['h']),
    ]),
  ]
    .filter((id, i, all) => all.findIndex((other) => plan.cast[other] === plan.cast[id]) === i)
    .slice(0, isLast ? heroes : 3);
  const heroSize = heroSizes[shot];
  const xs = ids.length === 1 ? [random.chance(0.5) ? 0.42 : 0.58] : ids.length === 2 ? [0.36, 0.68] : [0.3, 0.56, 0.8];
  return ids.flatMap((id, i) => {
    const base = sheet.get(id);
    const part = plan.cast[id];
    if (!base || !part) return [];
    const relation = id === 'h' ? 1 : sizeOf(part) / sizeOf(plan.cast['h'] as Part);
    const largest = shot === 'close' ? 1.1 : 1.5;
    const size = clamp(heroSize * clamp(relation, 0.5, largest), 0.12, 0.72);
    const isAfloat = afloat.has(base.species);
    const wild = swimmers.has(base.species) && ['underwater', 'sea'].includes(plan.place.setting);
    const pose: Pose = isLast
      ? part.kind.species === 'thing' || part.kind.type === 'machine' || part.kind.type === 'sky'
        ? 'sit'
        : 'curl-up'
      : wild
        ? 'swim'
        : flyers.has(base.species) && base.species !== 'owl'
          ? 'fly'
          : id === 'h'
            ? (stage?.pose ?? looks[key].pose)
            : random.pick(['stand', 'sit', 'look-up'] as const);
    return [
      {
        ...base,
        pose,
        expression: isLast
          ? 'asleep'
          : id === 'h'
            ? (stage?.look ?? looks[key].look)
            : random.pick(['curious', 'calm', 'happy'] as const),
        x: xs[i] ?? 0.5,
        ground: groundOf({ size, isLow: isAfloat && !wild && pose !== 'fly', isUp: wild || pose === 'fly', random }),
        size,
        facing: id === 'h' ? (isLast ? 'left' : 'right') : 'left',
      } satisfies CharacterSpec,
    ];
  });
}

/** Where feet (or the body of who has none on the ground) are. */
function groundOf(where: { size: number; isLow: boolean; isUp: boolean; random: Random }): number {
  const { size, isLow, isUp, random } = where;
  if (isUp) return 0.48 + random.next() * 0.12;
  return isLow ? 0.86 - size * 0.5 : 0.84 + random.next() * 0.05;
}

function sizeOf(part: Part): number {
  const { kind, noun } = part;
  if (/whale|elephant|giraffe|dinosaur|giant|dragon|rocket|bus|train|lighthouse|fire engine/.test(noun)) return 1.6;
  if (/bear|lion|tiger|horse|cow|digger|tractor|troll|camel|car$/.test(noun) || kind.species === 'grown-up') return 1.3;
  if (
    kind.type === 'insect' ||
    /mouse|hamster|snail|button|spoon|seed|bird|robin|sparrow|chick$|tadpole|newt/.test(noun)
  )
    return 0.65;
  if (/owl|rabbit|hedgehog|mole|squirrel|frog|duck|cat|kettle|teapot|sock|penguin/.test(noun)) return 0.82;
  return 1;
}

function placeProps(
  text: string,
  characters: CharacterSpec[],
  plan: Plan,
  time: TimeOfDay,
  random: Random,
): SceneSpec['props'] {
  const isRest = characters[0]?.expression === 'asleep';
  const words = new Set(
    text
      .toLowerCase()
      .match(/[a-z-]+/g)
      ?.flatMap((word) => [word, word.replace(/s$/, '')]) ?? [],
  );
  const found = propKinds.filter(
    (kind) =>
      words.has(kind) &&
      !characters.some((character) => character.prop === kind || character.species === kind || character.kind === kind),
  );
  for (const [word, kind] of Object.entries(propAliases))
    if (words.has(word) && !found.includes(kind)) found.push(kind);
  const able = found
    .filter(
      (kind) =>
        !plan.avoid?.test(kind) &&
        !(kind === 'star' && time === 'day') &&
        !vague.has(kind) &&
        !(kind === 'gate' && plan.place.indoors) &&
        !(isRest && !bedside.has(kind)),
    )
    .slice(0, isRest ? 2 : 3);
  const slots = random
    .shuffle([0.12, 0.88, 0.24, 0.78, 0.5])
    .filter((x) => characters.every((character) => Math.abs(character.x - x) > 0.07 + character.size * 0.22));
  return able.flatMap((kind, i) => {
    const x = slots[i];
    if (x === undefined) return [];
    const isLight = ['lantern', 'lamp', 'candle', 'lighthouse'].includes(kind);
    return [
      {
        kind,
        x,
        ground:
          kind === 'star'
            ? 0.15
            : kind === 'kite' || kind === 'balloon'
              ? 0.3
              : kind === 'boat' && ['harbour', 'river', 'pond', 'sea'].includes(plan.place.setting)
                ? 0.68
                : 0.8 + random.next() * 0.08,
        ...(isLight ? { state: time === 'night' ? ('out' as const) : ('lit' as const) } : {}),
      },
    ];
  });
}

function weatherOf(plan: Plan, text: string): SceneSpec['weather'] {
  const able = (word: string) => !plan.avoid?.test(word);
  if (/\bmist\b/.test(text) && able('mist')) return 'mist';
  if (/\b(?:rain|rained|raining)\b/.test(text) && !/won't rain|rain barrel/.test(text) && able('rain')) return 'rain';
  if ((plan.place.id === 'snow-wood' || plan.place.id === 'ice') && able('snow')) return 'snow';
  return 'clear';
}

function momentOf(plan: Plan, scene: WrittenScene, key: BeatId): string {
  const name = plan.cast['h']?.character.name ?? plan.cast['h']?.noun ?? 'The hero';
  const others = key === 'rest' ? [] : namesBeside(plan, scene);
  const doing: Record<BeatId, string> = {
    home: 'at home',
    call: 'sets off',
    try1: 'tries',
    try2: 'tries another way',
    try3: 'tries once more',
    try4: 'tries a last time',
    low: 'stops and looks',
    turn: 'does the deciding thing',
    result: 'sees what has come of it',
    reward: 'is glad',
    rest: 'is asleep',
  };
  return `${name}${key === 'home' ? ' is' : ''} ${doing[key]} ${plan.place.at}${others.length ? `, with ${others.join(' and ')}` : ''}.`.slice(
    0,
    300,
  );
}

/** Who else is in the picture, each once. */
function namesBeside(plan: Plan, scene: WrittenScene): string[] {
  const names = [...scene.present]
    .filter((id) => id !== 'h')
    .slice(0, 2)
    .flatMap((id) => plan.cast[id] ?? [])
    .map((part) => part.character.name ?? withArticle(part.noun));
  return [...new Set(names)];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
