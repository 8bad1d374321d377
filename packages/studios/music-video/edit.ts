import { KinoraError } from '@kinora/capabilities';
import type { MusicAnalysis } from '@kinora/media/audio/analysis';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { imagine } from './director/index.ts';
import { meanIntensity, readMoments, wordFor } from './director/moments.ts';
import { promptFor } from './director/prompt.ts';
import { redescribe } from './director/redescribe.ts';
import { chooseTransition, placeFigures } from './director/staging.ts';
import { sceneLimits } from './schema.ts';
import type { MusicVideoEdit, MusicVideoRequest, Scene, Storyboard } from './schema.ts';

/** What a video is made from after an edit, and in a few words what changed. */
export type EditedVideo = { request: MusicVideoRequest; storyboard: Storyboard; change: string };

/** Least time between two pictures, in seconds. */
const closest = 0.5;

const settings = [
  'artist',
  'theme',
  'world',
  'finish',
  'characters',
  'captions',
  'titleCard',
  'size',
  'fps',
  'calm',
  'loopSeconds',
  'teaserSeconds',
  'seed',
] as const;

type SceneEdit = NonNullable<MusicVideoEdit['scenes']>[number];
type Draft = { request: MusicVideoRequest; storyboard: Storyboard; analysis: MusicAnalysis; changes: string[] };

/**
 * Applies an edit to what a video was made from; nothing is computed here.
 * @param analysis What was heard in its song.
 * @throws KinoraError `request.invalid` when the edit names a scene that isn't there, moves one past its neighbours, or leaves
 * too few or too many.
 */
export function applyEdit(
  request: MusicVideoRequest,
  storyboard: Storyboard,
  edit: MusicVideoEdit,
  { analysis }: { analysis: MusicAnalysis },
): EditedVideo {
  const draft: Draft = { request: { ...request }, storyboard: structuredClone(storyboard), analysis, changes: [] };
  changeSettings(draft, edit);
  for (const change of edit.scenes ?? []) changeScene(draft, change);
  removeScenes(draft, edit);
  checkOrder(draft);
  addScenes(draft, edit);
  return { request: draft.request, storyboard: draft.storyboard, change: draft.changes.join(', ') || 'nothing' };
}

function changeSettings(draft: Draft, edit: MusicVideoEdit): void {
  const { request, storyboard, changes } = draft;
  if (edit.title !== undefined && edit.title !== storyboard.title) {
    storyboard.title = edit.title;
    request.title = edit.title;
    changes.push('title');
  }
  const changed = settings.filter(
    (key) => edit[key] !== undefined && JSON.stringify(edit[key]) !== JSON.stringify(request[key]),
  );
  Object.assign(request, Object.fromEntries(changed.map((key) => [key, edit[key]])));
  const names: Partial<Record<(typeof settings)[number], string>> = {
    titleCard: 'title card',
    loopSeconds: 'length of the loop',
    teaserSeconds: 'length of the teaser',
    seed: 'everything anew',
  };
  changes.push(...changed.map((key) => names[key] ?? key));
  if (changed.some((key) => key === 'theme' || key === 'world' || key === 'seed')) directAnew(draft);
  if (changed.includes('finish')) {
    changeVistas(draft, (vista) => ({ ...vista, finish: request.finish }));
  }
  if (changed.includes('characters')) {
    const count = request.characters.length;
    changeVistas(draft, (vista, index) => ({ ...vista, figures: placeFigures(count, { view: vista.view, index }) }));
  }
}

/** Imagines all pictures again; locked ones and own ones stay. */
function directAnew(draft: Draft): void {
  const { request, storyboard, analysis } = draft;
  const moments = readMoments(
    storyboard.scenes.map(({ start }) => start),
    analysis,
  );
  const { world, scenes } = imagine(request, { moments, analysis });
  storyboard.world = world;
  storyboard.scenes = storyboard.scenes.map((scene, index) =>
    scene.locked || scene.picture.kind === 'own' ? scene : { ...scene, ...scenes[index]! },
  );
}

type Vista = Extract<Scene['picture'], { kind: 'drawn' }>['vista'];

function changeVistas({ storyboard }: Draft, change: (vista: Vista, index: number) => Vista): void {
  storyboard.scenes = storyboard.scenes.map((scene, index) => {
    if (scene.locked || scene.picture.kind === 'own') return scene;
    const vista = change(scene.picture.vista, index);
    return { ...scene, picture: { ...scene.picture, vista, prompt: promptFor(vista) } };
  });
}

function changeScene(draft: Draft, change: SceneEdit): void {
  const { storyboard, changes } = draft;
  const index = storyboard.scenes.findIndex(({ id }) => id === change.id);
  const scene = storyboard.scenes[index];
  if (scene === undefined) {
    throw new KinoraError(
      'request.invalid',
      `This video has no scene "${change.id}". Load it again and repeat the change.`,
      { data: { field: 'scenes', allowed: storyboard.scenes.map(({ id }) => id).join(', ') } },
    );
  }
  const name = `scene ${index + 1}`;
  if (change.start !== undefined && change.start !== scene.start) {
    if (index === 0) throw invalid('The first scene starts with the song; move the second one instead.');
    scene.start = change.start;
    changes.push(`start of ${name}`);
  }
  if (change.picture !== undefined) changes.push(...changePicture(draft, { index, picture: change.picture, name }));
  if (change.description !== undefined && change.description !== scene.description) {
    const { request, analysis } = draft;
    if (scene.picture.kind === 'drawn') {
      const { vista, ...rest } = scene.picture;
      const described = { description: scene.description, vista };
      const drawn = redescribe(described, change.description, { theme: request.theme, analysis });
      // Words that ask for nothing this world can show otherwise still ask for another picture.
      const seed = isDeepStrictEqual({ ...drawn, moment: '' }, { ...vista, moment: '' })
        ? another(rest.seed)
        : rest.seed;
      scene.picture = { ...rest, seed, vista: drawn, prompt: promptFor(drawn) };
    }
    scene.description = change.description;
    changes.push(`words of ${name}`);
  }
  if (change.redraw === true) {
    if (scene.picture.kind === 'own') {
      throw invalid(`The picture of ${name} is your own and is not drawn; take it out to have one drawn.`);
    }
    scene.picture.seed = another(scene.picture.seed);
    changes.push(`picture of ${name}`);
  }
  for (const key of ['transition', 'motion', 'locked'] as const) {
    if (change[key] === undefined || change[key] === scene[key]) continue;
    Object.assign(scene, { [key]: change[key] });
    changes.push(key === 'locked' ? `${name} ${scene.locked ? 'locked' : 'unlocked'}` : `${key} of ${name}`);
  }
}

function another(seed: number): number {
  return (seed + 1) % 2 ** 31;
}

function changePicture(
  draft: Draft,
  { index, picture, name }: { index: number; picture: SceneEdit['picture']; name: string },
): string[] {
  const scene = draft.storyboard.scenes[index]!;
  if (picture) {
    if (scene.picture.kind === 'own' && scene.picture.file.asset === picture.asset) return [];
    scene.picture = { kind: 'own', file: picture };
    return [`own picture of ${name}`];
  }
  if (scene.picture.kind === 'drawn') return [];
  const drawn = imagineScene(draft, index, scene.description);
  scene.picture = drawn.picture;
  return [`picture of ${name}`];
}

/** What the director would show at the place of a scene, changed to show what words say. */
function imagineScene({ request, storyboard, analysis }: Draft, index: number, words: string | undefined) {
  const moments = readMoments(
    storyboard.scenes.map(({ start }) => start),
    analysis,
  );
  const brief = { ...request, world: storyboard.world };
  const imagined = imagine(brief, { moments, analysis }).scenes[index]!;
  if (words === undefined || imagined.picture.kind === 'own') return imagined;
  const described = { description: imagined.description, vista: imagined.picture.vista };
  const vista = redescribe(described, words, { theme: request.theme, analysis });
  return { description: words, picture: { ...imagined.picture, vista, prompt: promptFor(vista) } };
}

function removeScenes(draft: Draft, edit: MusicVideoEdit): void {
  const { storyboard, changes } = draft;
  const removed = new Set((edit.scenes ?? []).filter(({ remove }) => remove === true).map(({ id }) => id));
  if (removed.size === 0) return;
  const left = storyboard.scenes.filter(({ id }) => !removed.has(id));
  const [first] = left;
  if (first === undefined) throw invalid('A video has at least one picture; leave one.');
  // What follows a removed beginning begins the film.
  storyboard.scenes = [{ ...first, start: 0 }, ...left.slice(1)];
  changes.push(removed.size === 1 ? 'a scene removed' : `${removed.size} scenes removed`);
}

function checkOrder({ storyboard: { scenes }, analysis }: Draft): void {
  for (const [index, { start }] of scenes.entries()) {
    const before = scenes[index - 1];
    if (before !== undefined && start < before.start + closest) {
      throw invalid(
        `Scene ${index + 1} can't start at ${clock(start)}: scene ${index} is seen from ${clock(before.start)} on. ` +
          'Scenes keep their order and half a second between them.',
      );
    }
    if (index > 0 && start > analysis.duration - closest) {
      throw invalid(`Scene ${index + 1} can't start at ${clock(start)}: the song ends at ${clock(analysis.duration)}.`);
    }
  }
}

function addScenes(draft: Draft, { add = [] }: MusicVideoEdit): void {
  const { storyboard, analysis, changes } = draft;
  if (add.length === 0) return;
  if (storyboard.scenes.length + add.length > sceneLimits.most) {
    throw invalid(`A video has at most ${sceneLimits.most} pictures; remove some first.`);
  }
  for (const { start, description } of add) {
    // Never the id of a scene that was removed, also when the edit starts from an older version.
    const id = `s-${randomUUID()}`;
    const place = storyboard.scenes.findIndex((scene) => scene.start > start);
    const index = place < 0 ? storyboard.scenes.length : place;
    const model = storyboard.scenes[Math.max(0, index - 1)]!;
    storyboard.scenes.splice(index, 0, { ...model, id, start, locked: false, motion: 'auto' });
    checkOrder(draft);
    const moments = readMoments(
      storyboard.scenes.map((scene) => scene.start),
      analysis,
    );
    const moment = moments[index]!;
    storyboard.scenes[index] = {
      ...storyboard.scenes[index]!,
      ...imagineScene(draft, index, description),
      word: wordFor(moment, { moments, analysis }),
      intensity: Math.round(1000 * meanIntensity(analysis, start, start + 2)) / 1000,
      transition: chooseTransition(moment, { index, hasBeat: analysis.tempo !== null }),
    };
  }
  changes.push(add.length === 1 ? 'a scene added' : `${add.length} scenes added`);
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}.${Math.floor((seconds - whole) * 10)}`;
}

function invalid(message: string): KinoraError {
  return new KinoraError('request.invalid', message, { data: { field: 'scenes' } });
}
