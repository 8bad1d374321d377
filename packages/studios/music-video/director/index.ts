import type { Air, VistaSpec, World } from '@kinora/capabilities';
import { worlds } from '@kinora/capabilities';
import type { MusicAnalysis } from '@kinora/media/audio/analysis';
import type { MusicVideoRequest, Scene, Storyboard } from '../schema.ts';
import { createChance, hashText } from './chance.ts';
import type { Chance } from './chance.ts';
import { chooseStarts, readMoments, wordFor } from './moments.ts';
import type { Moment } from './moments.ts';
import { chooseTone, paletteFor, tonePart } from './palette.ts';
import { promptFor } from './prompt.ts';
import { choose, readWords } from './read-words.ts';
import type { Reading } from './read-words.ts';
import { createNarrator } from './sentences.ts';
import {
  chooseCamera,
  chooseTransition,
  chooseViews,
  findClimax,
  placeFigures,
  worldAirs,
  worldThreads,
} from './staging.ts';

/** Identity of the built-in director. */
export const director = 'builtin/director@2';

/** What the director goes by. */
export type Brief = Pick<MusicVideoRequest, 'theme' | 'world' | 'finish' | 'characters' | 'seed'>;

/**
 * Plans a video: a world from the theme's words or the music's mood, colours from key and mood, one thread that leads
 * through all pictures, and a picture for each key moment that follows the song's arc. The same seed gives the same plan.
 */
export function direct(brief: Brief, { title, analysis }: { title: string; analysis: MusicAnalysis }): Storyboard {
  const moments = readMoments(chooseStarts(analysis), analysis);
  const { world, scenes } = imagine(brief, { moments, analysis });
  return {
    title,
    world,
    director,
    scenes: scenes.map((picture, index) => ({
      id: `s${index + 1}`,
      start: moments[index]!.start,
      word: wordFor(moments[index]!, { moments, analysis }),
      intensity: round(moments[index]!.intensity),
      transition: chooseTransition(moments[index]!, { index, hasBeat: analysis.tempo !== null }),
      motion: 'auto',
      locked: false,
      ...picture,
    })),
  };
}

/** What a scene shows. */
export type Imagined = Pick<Scene, 'description' | 'picture'>;

/** Imagines a picture for each moment. */
export function imagine(
  brief: Brief,
  { moments, analysis }: { moments: readonly Moment[]; analysis: MusicAnalysis },
): { world: World; scenes: Imagined[] } {
  const chance = createChance(((brief.seed ?? 0) ^ hashText(`${brief.theme} ${brief.world}`)) >>> 0);
  const theme = readWords(brief.theme);
  const world = chooseWorld(brief, { theme, analysis, chance: chance.fork('world') });
  const tone = chooseTone(world, analysis, theme);
  const kind = chooseThread(world, {
    theme,
    hasCharacters: brief.characters.length > 0,
    chance: chance.fork('thread'),
  });
  const chooseAir = createAirs(world, { theme, chance: chance.fork('air') });
  const views = chooseViews(moments);
  const climax = findClimax(moments);
  const narrate = createNarrator(chance.fork('words'));
  const seeds = moments.map((_, index) => Math.floor(chance.fork(`picture ${index}`).next() * 2 ** 31));
  const returnsOf = (index: number) =>
    views.slice(0, index).filter(({ again }) => again !== undefined && again === views[index]!.again).length;
  const letters = [...new Set(analysis.sections.map(({ letter }) => letter))];
  const scenes = moments.map((moment, index): Imagined => {
    const { section } = moment;
    const own = { part: Math.max(0, letters.indexOf(section?.letter ?? '')), isElsewhere: section?.label === 'bridge' };
    const { view, again } = views[index]!;
    const progress = moments.length === 1 ? 0.5 : index / (moments.length - 1);
    const returns = again === undefined ? 0 : Math.min(9, 1 + returnsOf(index));
    const energy = energyOf(moment, { isClimax: index === climax, isLast: index === moments.length - 1, returns });
    const shown = views.slice(0, index).filter((each) => each.view === view).length;
    const air = chooseAir(energy, again === undefined ? shown : 0);
    const thread = { kind, progress: round(progress) };
    const description = narrate({ world, view, air, thread, returns });
    const vista: VistaSpec = {
      world,
      view,
      finish: brief.finish,
      palette: paletteFor(tonePart(tone, own), { energy, progress }),
      air,
      energy: round(energy),
      calm: round(calmOf(analysis.mood.tension, energy)),
      thread,
      returns,
      figures: placeFigures(brief.characters.length, { view, index }),
      camera: chooseCamera(view, chance.fork(`camera ${index}`), again === undefined ? shown : 0),
      moment: description,
    };
    // A place that comes again is the same place.
    const seed = seeds[again ?? index]!;
    return { description, picture: { kind: 'drawn', vista, prompt: promptFor(vista), seed } };
  });
  return { world, scenes };
}

/** Where each world lies between calm and tense, dark and bright, and the tempo that suits it. */
const temperaments: Record<World, readonly [tension: number, brightness: number, tempo: number]> = {
  'neon-city': [0.35, -0.15, 122],
  cosmos: [-0.15, -0.35, 96],
  ocean: [-0.5, 0, 84],
  'desert-road': [0.1, 0.35, 112],
  geometry: [0.5, 0.15, 132],
  'liquid-light': [0.05, 0.1, 118],
  'dream-garden': [-0.5, 0.55, 92],
  'film-noir': [0.25, -0.7, 88],
  'mountain-dawn': [-0.3, 0.45, 100],
  'paper-theatre': [-0.05, 0.7, 126],
};

function chooseWorld(
  { world }: Brief,
  { theme, analysis, chance }: { theme: Reading; analysis: MusicAnalysis; chance: Chance },
): World {
  if (world !== 'auto') return world;
  const named = choose(theme.worlds);
  if (named !== undefined) return named;
  const { mood, tempo } = analysis;
  const distance = (each: World) => {
    const [tension, brightness, pace] = temperaments[each];
    const far = Math.hypot(tension - mood.tension, brightness - mood.brightness);
    return far + (tempo === null ? 0 : Math.abs(Math.log2(pace / tempo)) * 0.5) + 0.55 * chance.next();
  };
  return worlds
    .map((each) => [each, distance(each)] as const)
    .reduce((best, each) => (each[1] < best[1] ? each : best))[0];
}

function chooseThread(
  world: World,
  { theme, hasCharacters, chance }: { theme: Reading; hasCharacters: boolean; chance: Chance },
): VistaSpec['thread']['kind'] {
  if (theme.thread !== undefined) return theme.thread;
  // Where characters are, a second figure would be one too many.
  return chance.pick(worldThreads[world].filter((kind) => !hasCharacters || kind !== 'traveller'));
}

/** The air of each picture: what the theme names, else one for quiet and one for grand pictures. */
function createAirs(
  world: World,
  { theme, chance }: { theme: Reading; chance: Chance },
): (energy: number, shown: number) => Air {
  const named =
    theme.air ?? (theme.time === 'night' && world !== 'neon-city' && world !== 'film-noir' ? 'stars' : undefined);
  if (named !== undefined) return () => named;
  const [quiet, grand] = [chance.pick(worldAirs[world].quiet), chance.pick(worldAirs[world].grand)];
  // A composition that was seen before has other weather.
  return (energy, shown) => (energy > 0.68 !== (shown % 2 === 1) ? grand : quiet);
}

function energyOf(
  { mean, intensity }: Moment,
  { isClimax, isLast, returns }: { isClimax: boolean; isLast: boolean; returns: number },
): number {
  const heard = 0.55 * mean + 0.45 * intensity;
  if (isClimax) return Math.min(1, Math.max(heard + 0.12, Math.min(0.92, heard + 0.5)));
  return Math.max(0.05, Math.min(1, isLast ? 0.7 * heard : heard + 0.08 * returns));
}

function calmOf(tension: number, energy: number): number {
  return Math.max(0, Math.min(1, 0.5 - 0.4 * tension - 0.3 * (energy - 0.5)));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
