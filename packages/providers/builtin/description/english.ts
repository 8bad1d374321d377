import type { CharacterSpec, SceneSpec } from '@kinora/capabilities';

/** Longest alt text, in characters. */
const limit = 250;

const places: Record<SceneSpec['setting'], string> = {
  forest: 'in a forest',
  meadow: 'in a meadow',
  garden: 'in a garden',
  farm: 'on a farm',
  village: 'in a village',
  rooftops: 'on the rooftops',
  harbour: 'in a harbour',
  beach: 'on a beach',
  sea: 'at sea',
  underwater: 'under water',
  river: 'by a river',
  pond: 'by a pond',
  mountain: 'in the mountains',
  'snow-wood': 'in a snowy wood',
  desert: 'in a desert',
  cave: 'in a cave',
  bedroom: 'in a bedroom',
  kitchen: 'in a kitchen',
  library: 'in a library',
  workshop: 'in a workshop',
  castle: 'in a castle',
  treehouse: 'in a treehouse',
  railway: 'by the railway',
  sky: 'in the sky',
  moon: 'on the moon',
};

/** Places without anybody, where the words after the preposition won't do. */
const views: Partial<Record<SceneSpec['setting'], string>> = { sea: 'the sea', underwater: 'under water' };

const times: Record<SceneSpec['timeOfDay'], string> = {
  day: 'by day',
  'golden-hour': 'in golden light',
  dusk: 'at dusk',
  moonrise: 'at moonrise',
  night: 'at night',
};

const weathers: Record<SceneSpec['weather'], string> = {
  clear: '',
  cloudy: 'under clouds',
  mist: 'in mist',
  rain: 'in the rain',
  snow: 'in falling snow',
  wind: 'in the wind',
};

const doings: Record<CharacterSpec['pose'], string> = {
  stand: 'stands',
  sit: 'sits',
  walk: 'walks',
  run: 'runs',
  crouch: 'crouches',
  reach: 'reaches out',
  hold: 'stands',
  wave: 'waves',
  point: 'points',
  bow: 'bows',
  hug: 'gives a hug',
  'look-up': 'looks up',
  jump: 'jumps',
  lie: 'lies',
  'curl-up': 'lies curled up',
  fly: 'flies',
  swim: 'swims',
};

const feelings: Record<CharacterSpec['expression'], string> = {
  happy: ' happily',
  calm: '',
  curious: ' curiously',
  shy: ' shyly',
  worried: ' with a worried look',
  sad: ' sadly',
  surprised: ' in surprise',
  proud: ' proudly',
  determined: ' with a determined look',
  laughing: ' laughing',
  sleepy: ' sleepily',
  asleep: ' fast asleep',
};

/** `{who} {pose} {where}, {time}; {focus}`, shortened from the end until it fits. */
export function describeInEnglish(scene: SceneSpec): string {
  const when = [times[scene.timeOfDay], isInside(scene) ? '' : weathers[scene.weather]].filter(Boolean).join(' ');
  const where = places[scene.setting];
  const seen = listThings(scene);
  if (scene.characters.length === 0) {
    return capitalise(
      seen === '' ? `${views[scene.setting] ?? where.replace(/^\w+ /, '')}, ${when}.` : `${seen} ${where}, ${when}.`,
    );
  }
  const [hero, ...others] = scene.characters;
  const who = hero ? sayHero(hero) : '';
  const rest = others.map((character) => nameCharacter(character));
  const company = rest.length > 0 ? ` with ${joinList(rest)}` : '';
  const forms = [
    `${who}${company} ${where}, ${when}; ${seen}`,
    `${who}${company} ${where}, ${when}`,
    `${who} ${where}, ${when}`,
    `${hero ? nameCharacter(hero) : ''} ${where}, ${when}`,
  ];
  const chosen = forms.find((form, index) => form.length < limit && (index > 0 || seen !== '')) ?? forms[3] ?? '';
  return `${capitalise(chosen)
    .slice(0, limit - 1)
    .trimEnd()}.`;
}

function isInside({ setting }: SceneSpec): boolean {
  return ['bedroom', 'kitchen', 'library', 'workshop', 'castle', 'cave', 'underwater', 'moon'].includes(setting);
}

function sayHero(hero: CharacterSpec): string {
  const isResting = hero.pose === 'lie' || hero.pose === 'curl-up';
  const doing = hero.expression === 'asleep' && !isResting ? 'sleeps' : doings[hero.pose] + feelings[hero.expression];
  const held = hero.holds ? ` holding ${withArticle(hero.holds)}` : '';
  const wearing = hero.clothes[0] && !hero.holds ? ` in ${sayClothes(hero.clothes[0].kind)}` : '';
  return `${nameCharacter(hero)}${wearing} ${doing}${held}`;
}

/** “Sorrel the fox”, “a fox”; a child or a grown-up with a name is called by it alone. */
function nameCharacter(character: CharacterSpec): string {
  const kind = nameKind(character);
  if (!character.name) return withArticle(kind);
  if (character.species === 'child' || character.species === 'grown-up') return character.name;
  return character.name.toLowerCase().includes(kind.toLowerCase()) ? character.name : `${character.name} the ${kind}`;
}

function nameKind({ kind, species, prop }: CharacterSpec): string {
  if (kind) return kind;
  if (species === 'thing') return (prop ?? 'thing').replaceAll('-', ' ');
  return species;
}

function sayClothes(kind: CharacterSpec['clothes'][number]['kind']): string {
  return ['pyjamas', 'dungarees', 'boots', 'glasses'].includes(kind) ? kind : withArticle(kind);
}

/** The things one sees beside the characters: those nearest the focus first, three at most. */
function listThings({ props, focus }: SceneSpec): string {
  const near = props.toSorted((a, b) => distance(a, focus) - distance(b, focus)).slice(0, 3);
  const counts = new Map<string, number>();
  for (const { kind, state } of near) {
    const name = [state === undefined || state === 'out' ? '' : state, kind.replaceAll('-', ' ')]
      .filter(Boolean)
      .join(' ');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return joinList(
    [...counts].map(([name, count]) =>
      isPlural(name) ? name : count > 1 ? `${countWords[count]} ${pluralise(name)}` : withArticle(name),
    ),
  );
}

const countWords = ['no', 'one', 'two', 'three'];

function distance(thing: { x: number; ground: number }, focus: SceneSpec['focus']): number {
  return Math.hypot(thing.x - focus.x, thing.ground - focus.y);
}

function isPlural(name: string): boolean {
  return /(?:boots|stairs)$/.test(name);
}

function pluralise(name: string): string {
  if (name.endsWith('leaf')) return `${name.slice(0, -1)}ves`;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`.replace(/([^aeiou])ys$/, '$1ies');
}

function withArticle(name: string): string {
  return `${/^(?:[aeio]|u(?!ni))/i.test(name) ? 'an' : 'a'} ${name.replaceAll('-', ' ').replace('grown up', 'grown-up')}`;
}

function joinList(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
