import type { AssetRef } from '@kinora/capabilities';
import { segmentKeys } from './draft.ts';
import type { DraftScene } from './draft.ts';
import type { FilmProgress } from './music-progress.ts';

/** A clip that shows the film from `start` for `seconds`. */
export type Reel = { key: string; clip: AssetRef; start: number; seconds: number };

/**
 * What of a film can be shown, in order of time: the whole file when it is there and nothing differs from it, else the
 * takes of segments that are as planned.
 */
export function reelsOf(
  film: FilmProgress | null,
  file: AssetRef | undefined,
  scenes: readonly DraftScene[],
  duration: number,
): Reel[] {
  if (!film) return [];
  const wanted = segmentKeys(scenes);
  const had = film.of && segmentKeys(film.of.scenes);
  const isTrue = (scene: string) => had !== null && had.get(scene) === wanted.get(scene);
  if (file && had && wanted.size === had.size && [...wanted.keys()].every(isTrue))
    return [{ key: file.asset, clip: file, start: 0, seconds: duration }];
  return film.takes.flatMap(({ index, scene, start, frames }) => {
    const clip = film.made.get(index)?.clip;
    return clip && isTrue(scene)
      ? [{ key: `${index} ${clip.asset}`, clip, start: start / film.fps, seconds: frames / film.fps }]
      : [];
  });
}

/** The reel that shows a time, and the one to be fetched next. */
export function reelAt(reels: readonly Reel[], time: number): { now: Reel | undefined; next: Reel | undefined } {
  const index = reels.findLastIndex((reel) => reel.start <= time + 1e-6);
  const now = reels[index];
  const isOver = now !== undefined && time >= now.start + now.seconds - 1e-6;
  return { now: isOver ? undefined : now, next: reels[index + 1] };
}

/** The scene at a time. */
export function sceneAt<Some extends { start: number }>(scenes: readonly Some[], time: number): Some | undefined {
  return scenes.findLast((scene) => scene.start <= time + 1e-6) ?? scenes[0];
}
