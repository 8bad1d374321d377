import type { VistaSpec } from '@kinora/capabilities';
import type { MusicAnalysis } from '@kinora/media/audio/analysis';
import { createChance, hashText } from './chance.ts';
import type { Look } from './looks.ts';
import { chooseTone, paletteFor } from './palette.ts';
import { choose, readWords } from './read-words.ts';
import { chooseCamera, placeFigures } from './staging.ts';

/** A scene's words and what is drawn for them. */
export type Described = { description: string; vista: VistaSpec };

/** Least score at which words call for another world: one strong word. */
const strongEnough = 3;

/**
 * Draws a vista from new words: what they say otherwise than the old ones changes (weather, time of day, colours, what leads
 * through, how near one is, how grand it is, even the world); everything else stays.
 */
export function redescribe(
  { description, vista }: Described,
  words: string,
  { theme, analysis }: { theme: string; analysis: Pick<MusicAnalysis, 'key' | 'mood'> },
): VistaSpec {
  const [before, after] = [readWords(description), readWords(words)];
  const called = choose(after.worlds);
  const calls = (world: VistaSpec['world'] | undefined, { worlds }: typeof after) =>
    world !== undefined && (worlds[world] ?? 0) >= strongEnough;
  const isNew = called !== choose(before.worlds) || !calls(called, before);
  const isCalled = called !== undefined && isNew && calls(called, after);
  const world = isCalled ? called : vista.world;
  const air = after.air === before.air ? vista.air : (after.air ?? 'clear');
  const view = after.view === undefined || after.view === before.view ? vista.view : after.view;
  const energy = after.energy === undefined || after.energy === before.energy ? vista.energy : after.energy;
  const kind = after.thread === undefined || after.thread === before.thread ? vista.thread.kind : after.thread;
  const isRecoloured =
    world !== vista.world ||
    after.time !== before.time ||
    Object.keys(newIn(after.look, before.look)).length > 0 ||
    after.saturation !== before.saturation ||
    after.colours.join() !== before.colours.join();
  const chance = createChance(hashText(words));
  return {
    ...vista,
    world,
    view,
    air,
    energy,
    thread: { ...vista.thread, kind },
    ...(isRecoloured && {
      palette: recolour(world, { words, old: description, theme, analysis, energy, progress: vista.thread.progress }),
    }),
    ...(view !== vista.view && {
      camera: chooseCamera(view, chance),
      figures: placeFigures(vista.figures.length, { view, index: 0 }),
    }),
    moment: words,
  };
}

/** The video's own tone, with the colours and the time of day that the words name. */
function recolour(
  world: VistaSpec['world'],
  {
    words,
    old,
    theme,
    analysis,
    energy,
    progress,
  }: {
    words: string;
    old: string;
    theme: string;
    analysis: Pick<MusicAnalysis, 'key' | 'mood'>;
    energy: number;
    progress: number;
  },
) {
  const [own, whole] = [readWords(words), readWords(theme)];
  const tone = chooseTone(world, analysis, {
    look: { ...whole.look, ...newIn(own.look, readWords(old).look) },
    colours: own.colours.length > 0 ? own.colours : whole.colours,
    time: own.time ?? whole.time,
    saturation: own.saturation === 1 ? whole.saturation : own.saturation,
  });
  return paletteFor(tone, { energy, progress });
}

/** What a look says otherwise than another. */
function newIn(look: Look, before: Look): Look {
  return Object.fromEntries(Object.entries(look).filter(([key, value]) => before[key as keyof Look] !== value));
}
