import type { ClipMusic, ClipOptions } from '@kinora/capabilities';
import type { MusicAnalysis } from '@kinora/media/audio/analysis';
import { hashText } from '../director/chance.ts';
import { nameSection } from '../director/moments.ts';
import type { Scene, Take } from '../schema.ts';
import { musicOf, planAccents, planHolds } from './accents.ts';
import { differs, planCamera } from './camera.ts';
import type { CameraPath } from './camera.ts';
import { createMusicGrid } from './music-grid.ts';
import type { MusicGrid } from './music-grid.ts';
import { cutShots, planJoints, shotSeconds } from './shots.ts';
import type { Joint } from './shots.ts';

/** A picture under a moving camera: which scene's, the camera's whole way, and the part of it that is seen. */
export type Shown = { scene: number; camera: CameraPath; window: [number, number] };

/** Something that lies over the film from one frame to another. */
export type TimedOverlay = { id: string; from: number; to: number; fade: number };

/** A take with all that decides its frames but the bytes of its pictures. */
export type PlannedTake = Take & {
  from: Shown;
  /** Given: a transition. */
  to?: Shown;
  transition?: Exclude<ClipOptions['transition'], undefined>;
  music: ClipMusic;
  /** Frames count from the take's first. */
  overlays: TimedOverlay[];
  fade?: { in?: number; out?: number } | undefined;
};

/** A film, cut into takes without gaps. */
export type FilmPlan = {
  fps: number;
  frames: number;
  takes: PlannedTake[];
  /** Named parts of the song; seconds. */
  chapters: { title: string; start: number; end: number }[];
};

/** What of a scene the film goes by. */
export type FilmScene = Pick<Scene, 'id' | 'start' | 'transition' | 'motion'> & {
  /** The camera that the picture itself asks for. */
  camera?: CameraPath;
  /** What its picture is about. */
  focus: readonly [x: number, y: number];
  /** How far framings may look past it, 0 to 1. Default 1. */
  looksAside?: number;
  /** Whether its camera draws back when nothing else is asked. */
  drawsBack: boolean;
};

/** Longest first take, in seconds: soon there is something to watch. */
const firstTake = 3;
/** Seconds in which the film comes out of the dark, and least and most in which it goes back. */
const fadeIn = 0.7;
const fadeOut = { least: 1.2, most: 4 };

/**
 * Plans a film: where it is cut, what the camera does, and what each take hears. Takes follow each other in whole frames from
 * 0 to the end of the song. A take depends on its own scene, on the music, and for a transition on the next scene; so a changed
 * picture concerns the takes that show it and no others.
 * @param options.overlays Captions, title and logo by time.
 * @param options.calm No flashes, gentle pushes, dissolves instead of cuts.
 */
export function planFilm(
  scenes: readonly FilmScene[],
  {
    analysis,
    fps,
    calm,
    overlays = [],
  }: { analysis: MusicAnalysis; fps: number; calm: boolean; overlays?: readonly TimedOverlay[] },
): FilmPlan {
  const grid = createMusicGrid(analysis, fps);
  const starts = placeStarts(scenes, grid);
  const joints = planJoints(scenes, { starts, grid, calm });
  const shots = scenes.flatMap((scene, index) => planShots(scene, index, { starts, joints, grid, calm }));
  const lights = joints.flatMap(({ kind }, index) => (kind === 'light' ? [starts[index]!] : []));
  const heard = { grid, accents: planAccents(analysis, { grid, calm, lights }), holds: planHolds(analysis, { grid }) };
  const stretches = shots.flatMap((shot, index) => takesOf(shot, { before: shots[index - 1], joints, fps }));
  const takes = stretches.map((stretch, index): PlannedTake => {
    const { start, frames, scene, ...shown } = stretch;
    const own = overlays.filter(({ from, to }) => from < start + frames && to > start);
    return {
      index,
      scene: scenes[scene]!.id,
      start,
      frames,
      ...shown,
      music: musicOf(stretch, heard),
      overlays: own.map((overlay) => ({ ...overlay, from: overlay.from - start, to: overlay.to - start })),
    };
  });
  fadeEnds(takes, { analysis, grid, opens: scenes[0]?.transition });
  return { fps, frames: grid.frames, takes, chapters: chaptersOf(analysis) };
}

/** Frames of pictures, at least two apart and inside the film. */
function placeStarts(scenes: readonly FilmScene[], { fps, frames }: MusicGrid): number[] {
  const starts: number[] = [];
  for (const { start } of scenes) {
    const least = starts.length === 0 ? 0 : starts.at(-1)! + 2;
    starts.push(starts.length === 0 ? 0 : Math.max(least, Math.round(start * fps)));
  }
  return starts.map((start, index) => Math.min(start, Math.max(index * 2, frames - 2 * (starts.length - index))));
}

/** One framing of a picture, with the frames in which a transition shows it too. */
type Shot = Omit<Shown, 'window'> & { start: number; end: number; bodyStart: number; bodyEnd: number };

function planShots(
  scene: FilmScene,
  index: number,
  {
    starts,
    joints,
    grid,
    calm,
  }: { starts: readonly number[]; joints: readonly Joint[]; grid: MusicGrid; calm: boolean },
): Shot[] {
  const [start, end] = [starts[index]!, starts[index + 1] ?? grid.frames];
  const [head, tail] = [joints[index]!.after, joints[index + 1]?.before ?? 0];
  const choice = hashText(scene.id);
  const isLast = index === starts.length - 1;
  // The last picture is left in peace while it goes dark.
  const quiet = isLast ? Math.min(end - start, Math.round(fadeOut.most * grid.fps)) : 0;
  const stretch = { start, end, head, tail: Math.max(tail, quiet) };
  const cuts = calm ? [start] : cutShots(stretch, { grid, rhythm: choice >>> 3 });
  const { motion, focus, looksAside = 1, drawsBack, camera: own } = scene;
  const shots: Shot[] = [];
  let turn = 0;
  for (const [number, cut] of cuts.entries()) {
    const next = cuts[number + 1];
    const seen = {
      start: number === 0 ? cut - joints[index]!.before : cut,
      end: next ?? end + (joints[index + 1]?.after ?? 0),
    };
    const bodyEnd = next ?? end - tail;
    const seconds = (seen.end - seen.start) / grid.fps;
    const intensity = grid.intensityAt((seen.start + seen.end) / 2);
    const plan = (shot: number) =>
      planCamera({ shot, seconds, intensity, calm, motion, own, focus, looksAside, drawsBack, choice });
    const before = shots.at(-1);
    const found = framingTurns.find(
      (more) => before === undefined || differs(before.camera.to, plan(turn + more).from),
    );
    if (before !== undefined && found === undefined) {
      // Nothing else is to be seen here: the shot goes on.
      [before.end, before.bodyEnd] = [seen.end, bodyEnd];
      continue;
    }
    const camera = plan(turn + (found ?? 0));
    turn += (found ?? 0) + 1;
    shots.push({ scene: index, ...seen, bodyStart: number === 0 ? cut + head : cut, bodyEnd, camera });
  }
  return shots;
}

/** Framings that are tried for a shot, counted from the one whose turn it is. */
const framingTurns = [0, 1, 2, 3] as const;

type Stretch = Pick<PlannedTake, 'start' | 'frames' | 'from' | 'to' | 'transition'> & { scene: number };

/** The transition that leads to a shot, if any, and the shot itself, in pieces where it is long. */
function takesOf(
  shot: Shot,
  { before, joints, fps }: { before: Shot | undefined; joints: readonly Joint[]; fps: number },
): Stretch[] {
  const takes: Stretch[] = [];
  if (before !== undefined && before.scene !== shot.scene && before.bodyEnd < shot.bodyStart) {
    const stretch = { start: before.bodyEnd, frames: shot.bodyStart - before.bodyEnd };
    const { kind } = joints[shot.scene]!;
    takes.push({
      ...stretch,
      scene: before.scene,
      from: show(before, stretch),
      to: show(shot, stretch),
      transition: kind === 'cut' ? 'dissolve' : kind,
    });
  }
  for (const stretch of pieces(shot, fps)) takes.push({ ...stretch, scene: shot.scene, from: show(shot, stretch) });
  return takes;
}

/** A long shot in several takes, which look like one: it is made, and watched, piece by piece. */
function pieces({ bodyStart, bodyEnd }: Shot, fps: number): { start: number; frames: number }[] {
  const first = Math.round(firstTake * fps);
  const isLongOpening = bodyStart === 0 && bodyEnd > first + shotSeconds.shortest * fps;
  const opening = isLongOpening ? first : 0;
  const rest = bodyEnd - bodyStart - opening;
  const count = Math.max(1, Math.ceil(rest / (shotSeconds.longest * fps)));
  const cuts = Array.from({ length: count + 1 }, (_, at) => bodyStart + opening + Math.round((rest * at) / count));
  const all = isLongOpening ? [0, ...cuts] : cuts;
  return all.slice(1).map((end, at) => ({ start: all[at]!, frames: end - all[at]! }));
}

function show(shot: Shot, { start, frames }: { start: number; frames: number }): Shown {
  const { scene, camera } = shot;
  const part = (frame: number) => Math.round(((frame - shot.start) / (shot.end - shot.start)) * 1e5) / 1e5;
  return { scene, camera, window: [part(start), part(start + frames)] };
}

/** The film comes out of the dark, and its last chord fades to dark. */
function fadeEnds(
  takes: PlannedTake[],
  { analysis, grid, opens }: { analysis: MusicAnalysis; grid: MusicGrid; opens: Scene['transition'] | undefined },
): void {
  const [first, last] = [takes[0], takes.at(-1)];
  if (first === undefined || last === undefined) return;
  if (opens !== 'cut') first.fade = { in: Math.min(first.frames, Math.round(fadeIn * grid.fps)) };
  const lastBeat = analysis.beat_times.at(-1) ?? analysis.duration - fadeOut.most;
  const seconds = Math.max(fadeOut.least, Math.min(fadeOut.most, analysis.duration - lastBeat + 0.3));
  last.fade = { ...last.fade, out: Math.min(last.frames, Math.round(seconds * grid.fps)) };
}

/** Parts of the song by name; sections of one kind that follow each other are one chapter. */
function chaptersOf({ sections }: MusicAnalysis): FilmPlan['chapters'] {
  const chapters: FilmPlan['chapters'] = [];
  for (const [index, section] of sections.entries()) {
    const { start, end, label } = section;
    if (sections[index - 1]?.label === label) chapters.at(-1)!.end = end;
    else chapters.push({ title: nameSection(section, sections), start, end });
  }
  return chapters;
}
