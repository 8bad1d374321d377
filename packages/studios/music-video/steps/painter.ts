import { KinoraError } from '@kinora/capabilities';
import type { PaintedScene, Storyboard } from '../schema.ts';
import type { MusicVideoContext } from './context.ts';
import { paint } from './paint.ts';
import type { Easel } from './paint.ts';

/** Pictures of a storyboard, each as soon as it is painted. Disposed of, it begins no further picture. */
export type Painter = Disposable & {
  /** The picture of a scene, by its place. */
  of(index: number): Promise<PaintedScene>;
  all(): Promise<PaintedScene[]>;
};

/**
 * Paints all pictures in the order of the song and tells of each. The first has the machine to itself, so that something is
 * there soon.
 * @param options.atOnce Pictures in work at a time.
 * @param options.after What the second and later pictures wait for. Default nothing.
 */
export function startPainter(
  { scenes }: Storyboard,
  {
    easel,
    context,
    atOnce,
    after = Promise.resolve(),
  }: { easel: Easel; context: MusicVideoContext; atOnce: number; after?: Promise<void> },
): Painter {
  const pictures: Promise<PaintedScene>[] = [];
  let isOver = false;
  for (const [index, scene] of scenes.entries()) {
    const turn = pictures[index === 0 ? -1 : Math.max(0, index - atOnce)] ?? Promise.resolve();
    const made = turn.then(async () => {
      if (index > 0) await after;
      if (isOver) throw new KinoraError('job.cancelled', 'Nobody waits for this picture any more.');
      const painted = await paint(scene, easel, context);
      const seconds = context.seconds();
      await context.emit({ type: 'picture-end', index, total: scenes.length, seconds, ...painted });
      return painted;
    });
    // What fails here fails where the picture is waited for.
    made.catch(() => {});
    pictures.push(made);
  }
  return {
    of: (index) => pictures[index] ?? Promise.reject(new RangeError(`no scene ${index}`)),
    all: () => Promise.all(pictures),
    [Symbol.dispose]() {
      isOver = true;
    },
  };
}
