import { vistaViews } from '@kinora/capabilities';
import type { Air, ThreadKind, VistaFigure, VistaSpec, VistaView, World } from '@kinora/capabilities';
import type { Transition } from '../schema.ts';
import type { Chance } from './chance.ts';
import type { Moment } from './moments.ts';

/** What a world has in its air when the theme doesn't say: in quiet and in grand pictures. */
export const worldAirs: Record<World, { quiet: readonly Air[]; grand: readonly Air[] }> = {
  'neon-city': { quiet: ['rain', 'mist', 'clear'], grand: ['rain', 'clear'] },
  cosmos: { quiet: ['stars'], grand: ['stars', 'embers'] },
  ocean: { quiet: ['clear', 'mist'], grand: ['clear', 'stars'] },
  'desert-road': { quiet: ['dust', 'clear'], grand: ['dust', 'embers'] },
  geometry: { quiet: ['clear'], grand: ['clear', 'stars'] },
  'liquid-light': { quiet: ['clear', 'mist'], grand: ['stars', 'embers'] },
  'dream-garden': { quiet: ['petals', 'mist', 'stars'], grand: ['petals'] },
  'film-noir': { quiet: ['rain', 'mist'], grand: ['rain'] },
  'mountain-dawn': { quiet: ['mist', 'clear', 'snow'], grand: ['clear', 'snow'] },
  'paper-theatre': { quiet: ['clear', 'stars'], grand: ['petals', 'stars'] },
};

/** What leads through a world when the theme doesn't say. */
export const worldThreads: Record<World, readonly ThreadKind[]> = {
  'neon-city': ['traveller', 'light', 'road', 'lantern'],
  cosmos: ['comet', 'light', 'traveller'],
  // Half of this world lies under water, where no bird flies.
  ocean: ['light', 'lantern', 'boat'],
  'desert-road': ['road', 'bird', 'balloon', 'traveller'],
  geometry: ['light', 'balloon', 'bird'],
  'liquid-light': ['light', 'comet', 'bird'],
  'dream-garden': ['lantern', 'bird', 'balloon', 'traveller'],
  'film-noir': ['traveller', 'light', 'bird'],
  'mountain-dawn': ['bird', 'traveller', 'balloon', 'road'],
  'paper-theatre': ['balloon', 'boat', 'bird', 'lantern'],
};

/** The picture in which the video is at its height: never the first or the last of three or more. */
export function findClimax(moments: readonly Moment[]): number {
  const last = moments.length - 1;
  const worth = ({ mean, intensity, reason, returns, section }: Moment, index: number) =>
    (index === 0 || index === last) && moments.length > 2
      ? -1
      : 0.6 * mean +
        0.4 * intensity +
        (reason === 'peak' ? 0.25 : 0) +
        (section?.label === 'chorus-like' || section?.label === 'drop' ? 0.1 : 0) +
        0.04 * returns -
        // A long film that is at its height at once has nowhere to go.
        (moments.length >= 8 && index < 0.25 * last ? 0.25 : 0) +
        (0.14 * index) / Math.max(1, last);
  return moments.reduce((best, each, index) => (worth(each, index) > worth(moments[best]!, best) ? index : best), 0);
}

/** A composition comes back after this many others at the earliest, unless its place itself comes back. */
const viewsBetween = 3;

/**
 * From where each picture is seen: the first from afar, then nearer, inside, the climax from the summit, the last as one
 * leaves. Where a chorus comes again, its place is seen again; otherwise compositions take turns.
 * @returns For each moment its view and, for a place that comes again, the index of the picture that showed it first.
 */
export function chooseViews(moments: readonly Moment[]): { view: VistaView; again: number | undefined }[] {
  const climax = findClimax(moments);
  const last = moments.length - 1;
  const isLong = moments.length >= 10;
  const chosen: { view: VistaView; again: number | undefined }[] = [];
  const firsts = new Map<string, number>();
  for (const [index, moment] of moments.entries()) {
    const before = chosen[index - 1]?.view;
    const place = placeOf(moment);
    const again = place === undefined ? undefined : firsts.get(place);
    if (index === 0 && last > 0) chosen.push({ view: 'establishing', again: undefined });
    else if (index === climax) chosen.push({ view: 'summit', again: undefined });
    else if (index === last) chosen.push({ view: 'departure', again: undefined });
    else if (again !== undefined && chosen[again]!.view !== before) chosen.push({ view: chosen[again]!.view, again });
    else {
      const isFree = (view: VistaView) =>
        (view !== 'summit' || (isLong && index > 0.3 * last && Math.abs(index - climax) > viewsBetween)) &&
        (view !== 'departure' || (isLong && index > 0.35 * last && last - index > viewsBetween));
      const wished = wishes(moment, { part: index / Math.max(1, last), isLong });
      const worth = (view: VistaView) =>
        (wished.includes(view) ? wished.indexOf(view) : wished.length) +
        2 * chosen.filter((each) => each.view === view).length;
      const free = vistaViews.filter(isFree).toSorted((a, b) => worth(a) - worth(b));
      const since = (view: VistaView) => index - chosen.findLastIndex((each) => each.view === view);
      const rested = free.find((view) => !chosen.slice(-viewsBetween).some((each) => each.view === view));
      const view = rested ?? free.reduce((best, each) => (since(each) > since(best) ? each : best));
      chosen.push({ view, again: undefined });
      if (place !== undefined) firsts.set(place, index);
    }
  }
  return chosen;
}

/** A chorus or a drop is a place of its own, by its letter. */
function placeOf({ section, opens, reason }: Moment): string | undefined {
  const isRefrain = section?.label === 'chorus-like' || section?.label === 'drop';
  return isRefrain && (opens || reason === 'peak') ? `${section.label} ${section.letter}` : undefined;
}

/** Compositions that suit a moment, the best first. A long video shows summits and farewells on its way, too. */
function wishes(
  { section, mean, reason, change }: Moment,
  { part, isLong }: { part: number; isLong: boolean },
): VistaView[] {
  const isRefrain = section?.label === 'chorus-like' || section?.label === 'drop';
  if (reason === 'quiet' || mean < 0.2)
    return isLong ? ['detail', 'departure', 'establishing', 'approach'] : ['detail', 'approach', 'establishing'];
  if (isRefrain) return isLong ? ['within', 'approach', 'summit', 'detail'] : ['within', 'approach', 'detail'];
  if (section?.label === 'build' || change > 0.12) return ['approach', 'within', 'detail'];
  if (section?.label === 'bridge')
    return isLong ? ['detail', 'departure', 'establishing'] : ['detail', 'establishing', 'approach'];
  if (part < 0.35) return ['approach', 'within', 'detail', 'establishing'];
  return ['establishing', 'detail', 'within', 'approach'];
}

/** How a picture comes in: hard on strong moments, light where the music bursts open, soft where it is quiet. */
export function chooseTransition(moment: Moment, { index, hasBeat }: { index: number; hasBeat: boolean }): Transition {
  const { change, intensity, section, reason, opens } = moment;
  if (index === 0) return 'fade';
  if (reason === 'ending') return intensity > 0.6 ? 'cut' : 'dissolve';
  if (change < -0.3) return 'fade';
  if (change > 0.22 && intensity > 0.5 && (opens || reason === 'peak' || section?.label === 'drop')) return 'light';
  if (!hasBeat || intensity < 0.4) return 'dissolve';
  return opens || intensity > 0.6 ? 'cut' : 'dissolve';
}

/** Ways into a picture whose composition was seen before: each looks at another part of it. */
const otherCameras: readonly VistaSpec['camera'][] = [
  { from: [0.34, 0.52, 1.34], to: [0.46, 0.5, 1.24] },
  { from: [0.66, 0.46, 1.38], to: [0.6, 0.52, 1.26] },
  { from: [0.5, 0.62, 1.42], to: [0.5, 0.48, 1.3] },
  { from: [0.62, 0.56, 1.2], to: [0.38, 0.52, 1.32] },
  { from: [0.5, 0.4, 1.4], to: [0.5, 0.5, 1.12] },
];

/**
 * Where a camera looks in each composition; the film plan starts from it.
 * @param shown How often the composition was seen before in this video.
 */
export function chooseCamera(view: VistaView, chance: Chance, shown = 0): VistaSpec['camera'] {
  const other = shown === 0 ? undefined : otherCameras[(shown - 1) % otherCameras.length]!;
  if (other) return other;
  const sway = () => 0.08 * (chance.next() - 0.5);
  const ends: Record<VistaView, readonly [x: number, y: number, zoom: number]> = {
    establishing: [0.5, 0.5, 1.12],
    approach: [0.5, 0.54, 1.24],
    within: [0.5, 0.52, 1.2],
    detail: [0.52, 0.52, 1.28],
    summit: [0.5, 0.45, 1.04],
    departure: [0.5, 0.5, 1.02],
  };
  const [x, y, zoom] = ends[view];
  const opens = view === 'summit' || view === 'departure';
  const near: VistaSpec['camera']['to'] = [round(x + sway()), round(y + sway() / 2), opens ? 1.26 : zoom];
  const far: VistaSpec['camera']['to'] = [0.5, 0.5, opens ? zoom : 1.02];
  return opens ? { from: near, to: far } : { from: far, to: near };
}

/** Height of a figure and where its feet are, by composition; and how many come into the picture. */
const bodies: Record<VistaView, { size: number; ground: number; depth: number; most: number }> = {
  establishing: { size: 0.3, ground: 0.9, depth: 0.4, most: 2 },
  approach: { size: 0.45, ground: 0.93, depth: 0.3, most: 3 },
  within: { size: 0.6, ground: 0.96, depth: 0.22, most: 4 },
  detail: { size: 0.84, ground: 1, depth: 0.14, most: 1 },
  summit: { size: 0.52, ground: 0.94, depth: 0.25, most: 8 },
  departure: { size: 0.34, ground: 0.92, depth: 0.38, most: 8 },
};

/**
 * Places the characters: each keeps its side of the picture through the whole video, the first is in most pictures, the
 * others take turns, and all come together at the climax and in the end.
 */
export function placeFigures(count: number, { view, index }: { view: VistaView; index: number }): VistaFigure[] {
  if (count === 0) return [];
  const { size, ground, depth, most } = bodies[view];
  const others = Array.from({ length: count - 1 }, (_, other) => 1 + ((other + index) % Math.max(1, count - 1)));
  const inPicture = [view === 'detail' && index % 2 === 1 && count > 1 ? others[0]! : 0, ...others]
    .filter((who, at, all) => all.indexOf(who) === at)
    .slice(0, most)
    .sort((a, b) => a - b);
  const crowd = inPicture.length;
  const scale = crowd > 3 ? 0.8 : 1;
  return inPicture.map((who, place) => ({
    picture: who,
    x: round(crowd === 1 ? (who % 2 === 0 ? 0.4 : 0.6) : 0.22 + (0.56 * place) / (crowd - 1)),
    ground: round(Math.min(1, ground - (place % 2 === 1 ? 0.02 : 0))),
    size: round(size * scale * (place % 2 === 1 ? 0.94 : 1)),
    depth: round(depth + (place % 2 === 1 ? 0.05 : 0)),
    mirrored: crowd > 1 && place >= crowd / 2,
  }));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
