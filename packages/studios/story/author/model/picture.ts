import type { CharacterSpec, SceneSpec } from '@kinora/capabilities';
import type { StoryRequest } from '../../schema.ts';
import { promptOf } from '../scene/prompt.ts';
import { colourWords } from '../scene/colours.ts';
import type { Outline } from './outline.ts';

const swimmers = new Set(['fish', 'whale', 'octopus']);
const flyers = new Set(['bird', 'moth', 'star', 'cloud']);
const indoors = new Set(['bedroom', 'kitchen', 'library', 'workshop', 'castle', 'treehouse']);
const times = ['day', 'golden-hour', 'dusk', 'moonrise', 'night'] as const;
const heroSizes = { wide: 0.34, medium: 0.46, close: 0.62 } as const;

/** What the picture of a page shows, from its outline. */
export function pictureOf(outline: Outline, index: number, request: StoryRequest): SceneSpec {
  const page = outline.pages[index];
  if (page === undefined) throw new RangeError(`no page ${index}`);
  const isLast = index === outline.pages.length - 1;
  // Times never go back within an evening, and the last page is in the dark.
  const time = isLast
    ? 'night'
    : (times[Math.max(...outline.pages.slice(0, index + 1).map((each) => times.indexOf(each.time)))] ?? 'dusk');
  const shot = index === 0 ? 'wide' : index % 3 === 2 ? 'close' : 'medium';
  const hasFriend = page.friendIsThere && !isLast;
  const size = heroSizes[shot];
  const characters = [hero(outline, page, { size, isLast, isAlone: !hasFriend })];
  if (hasFriend) characters.push(friend(outline, size));
  const isAfraid = (text: string) => request.profile.fears.some((fear) => text.includes(fear.toLowerCase()));
  const props: SceneSpec['props'] =
    page.thing === 'none' || isAfraid(page.thing)
      ? []
      : [{ kind: page.thing, x: hasFriend ? 0.14 : 0.8, ground: 0.84 }];
  const isInside = indoors.has(page.place);
  const [lead] = characters;
  const focus = { x: lead?.x ?? 0.5, y: Math.max(0.25, (lead?.ground ?? 0.8) - size * 0.6) };
  return {
    setting: page.place,
    timeOfDay: time,
    weather: isAfraid(page.weather) || isInside ? 'clear' : page.weather,
    mood: isLast ? 'sleepy' : page.mood,
    season: page.weather === 'snow' || page.place === 'snow-wood' ? 'winter' : 'summer',
    light: lightOf(time, isInside),
    characters,
    props,
    camera: {
      shot,
      move: isLast ? 'settle' : (['drift', 'push', 'pan', 'rise'] as const)[index % 4],
      from: isLast ? [0.5, 0.48, 1.08] : [0.5, 0.5, 1],
      to: isLast ? [0.5, 0.5, 1] : [clamp(focus.x, 0.44, 0.56), clamp(focus.y, 0.46, 0.54), 1.08],
    },
    focus: { ...focus, quietArea: focus.x < 0.5 ? 'top-right' : 'top-left' },
    palette: {},
    moment: page.happens.slice(0, 300),
  } as SceneSpec;
}

/**
 * The prompt for image models: the same sheet of the characters in front of every page, so that they look alike from page
 * to page, then what happens here.
 */
export function imagePromptOf(outline: Outline, spec: SceneSpec): string {
  const wears = outline.heroWears === 'none' ? '' : ` wearing a ${outline.heroWears}`;
  const sheet = [
    `${outline.hero}: a ${outline.heroColour} ${outline.heroKind}${wears}`,
    ...(spec.characters.length > 1 ? [`${outline.friend}: a ${outline.friendColour} ${outline.friendKind}`] : []),
  ];
  return `${sheet.join('. ')}. ${spec.moment} ${promptOf(spec)}`.slice(0, 900);
}

function hero(
  outline: Outline,
  page: Outline['pages'][number],
  { size, isLast, isAlone }: { size: number; isLast: boolean; isAlone: boolean },
): CharacterSpec {
  const { hero: name, heroKind: kind, heroSpecies: species, heroColour, heroWears } = outline;
  const isAloft = page.heroDoes === 'fly' || page.heroDoes === 'swim';
  return {
    id: 'hero',
    name,
    kind,
    species,
    ...looks(species, heroColour),
    clothes:
      heroWears === 'none' || swimmers.has(species) ? [] : [{ kind: heroWears, colour: '#d9a23c', pattern: 'stripes' }],
    pose: isLast ? 'curl-up' : poseFor(species, page.heroDoes, page.place),
    expression: isLast ? 'asleep' : page.heroFeels,
    x: isAlone ? 0.44 : 0.36,
    ground: isAloft && !isLast ? 0.52 : 0.86,
    size,
    facing: isLast ? 'left' : 'right',
  };
}

function friend(outline: Outline, size: number): CharacterSpec {
  const { friend: name, friendKind: kind, friendSpecies: species, friendColour } = outline;
  return {
    id: 'friend',
    name,
    kind,
    species,
    ...looks(species, friendColour),
    clothes: [],
    pose: swimmers.has(species) ? 'swim' : flyers.has(species) ? 'fly' : 'stand',
    expression: 'happy',
    x: 0.68,
    ground: flyers.has(species) || swimmers.has(species) ? 0.5 : 0.86,
    size: clamp(size * 0.9, 0.12, 0.6),
    facing: 'left',
  };
}

/** A fox can't fly: what a body can't do is left to standing. */
function poseFor(species: string, pose: CharacterSpec['pose'], place: string): CharacterSpec['pose'] {
  if (swimmers.has(species)) return 'swim';
  if (pose === 'fly')
    return flyers.has(species) || ['owl', 'duck', 'dragon', 'unicorn'].includes(species) ? 'fly' : 'jump';
  if (pose === 'swim') return ['underwater', 'sea', 'pond', 'river'].includes(place) ? 'swim' : 'stand';
  return pose;
}

function looks(species: string, colour: string): Pick<CharacterSpec, 'colours' | 'person' | 'prop'> {
  const [main = '#c8642f', second = '#f4dcc0'] = colourWords[colour] ?? [];
  const isPerson = species === 'child' || species === 'grown-up';
  return {
    colours: { main, second },
    ...(isPerson && { person: { skin: '#c98f68', hair: 'curly', hairColour: '#4a3226', aids: [] } }),
    ...(species === 'thing' && { prop: 'lantern' }),
  };
}

function lightOf(time: (typeof times)[number], isInside: boolean): SceneSpec['light'] {
  if (isInside && time !== 'day' && time !== 'golden-hour')
    return { source: 'lamp', from: 'left', colour: '#ffc04d', strength: 0.7 };
  if (time === 'day') return { source: 'sun', from: 'above', colour: '#fff1d0', strength: 0.95 };
  if (time === 'golden-hour') return { source: 'sun', from: 'left', colour: '#ffcf87', strength: 0.85 };
  if (time === 'dusk') return { source: 'sun', from: 'left', colour: '#c9a6c0', strength: 0.6 };
  return { source: 'moon', from: 'right', colour: '#b9c9ea', strength: time === 'night' ? 0.45 : 0.55 };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
