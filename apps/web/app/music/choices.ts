import type { Finish, World } from '@kinora/capabilities';
import type { FilmSize, Motion, Transition } from '@kinora/studios/music-video/schema';

/** Worlds by name, each with a picture of what it looks like. */
export const worldChoices: readonly { value: World; label: string; picture: string }[] = (
  [
    ['neon-city', 'Neon city'],
    ['cosmos', 'Cosmos'],
    ['ocean', 'Ocean'],
    ['desert-road', 'Desert road'],
    ['geometry', 'Geometry'],
    ['liquid-light', 'Liquid light'],
    ['dream-garden', 'Dream garden'],
    ['film-noir', 'Film noir'],
    ['mountain-dawn', 'Mountain dawn'],
    ['paper-theatre', 'Paper theatre'],
  ] as const
).map(([value, label]) => ({ value, label, picture: `/pictures/world-${value}.jpg` }));

/** Finishes by name, each on one and the same picture. */
export const finishChoices: readonly { value: Finish; label: string; picture: string }[] = (
  [
    ['cinematic', 'Film'],
    ['poster', 'Poster'],
    ['print', 'Two inks'],
    ['brush', 'Brush'],
  ] as const
).map(([value, label]) => ({ value, label, picture: `/pictures/finish-${value}.jpg` }));

/** Themes to begin with. */
export const themeIdeas = [
  'Neon city in the rain',
  'A boat that follows a light across the sea',
  'Driving through the desert until the stars come',
  'A garden that wakes up at night',
  'Two strangers and a street lamp',
] as const;

export const sizeChoices: readonly { value: FilmSize; label: string }[] = [
  { value: '1280x720', label: 'Wide, 720p' },
  { value: '1920x1080', label: 'Wide, 1080p' },
  { value: '1080x1920', label: 'Tall' },
  { value: '1080x1080', label: 'Square' },
];

export const fpsChoices = [
  { value: 24, label: '24, like film' },
  { value: 30, label: '30, like video' },
] as const;

export const teaserChoices = [
  { value: 15, label: '15 s' },
  { value: 30, label: '30 s' },
  { value: 60, label: '60 s' },
] as const;

export const loopChoices = [3, 4, 5, 6, 7, 8].map((value) => ({ value, label: `${value} s` }));

export const transitionWords: Record<Transition, string> = {
  cut: 'Cut',
  dissolve: 'Dissolve',
  fade: 'Through black',
  light: 'Through light',
};

export const motionWords: Record<Motion, string> = {
  auto: 'As the music asks',
  push: 'Push in',
  pull: 'Pull out',
  left: 'To the left',
  right: 'To the right',
  rise: 'Rise',
  fall: 'Sink',
  drift: 'Drift',
  still: 'Hold still',
};

/** The options of a record of words, for a choice. */
export function optionsOf<Value extends string>(words: Record<Value, string>): { value: Value; label: string }[] {
  return (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
}

/** "neon city" – a world in a sentence. */
export function worldName(world: World): string {
  return (worldChoices.find(({ value }) => value === world)?.label ?? world).toLowerCase();
}

/** Pixels of a film size. */
export function pixelsOf(size: FilmSize): { width: number; height: number } {
  const [width = 1280, height = 720] = size.split('x').map(Number);
  return { width, height };
}
