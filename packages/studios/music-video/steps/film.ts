import type { AssetRef, ClipOptions, ClipPicture, Json, VistaSpec } from '@kinora/capabilities';
import type { PlannedTake, Shown } from '../film/plan.ts';
import type { MadeTake, Storyboard } from '../schema.ts';
import type { MusicVideoContext } from './context.ts';
import { finishClip } from './finish-clip.ts';
import { passesGuard } from './guard-clip.ts';
import type { Overlays } from './overlays.ts';
import { figuresOf, isIllustrated } from './paint.ts';
import type { Easel } from './paint.ts';
import type { Painter } from './painter.ts';

/** What takes are made from. */
export type FilmSet = {
  storyboard: Storyboard;
  easel: Easel;
  painter: Painter;
  overlays: Overlays;
  fps: number;
  context: MusicVideoContext;
};

/** A take that is made, whether it was there before, and what its maker had to say. */
export type TakeResult = { take: MadeTake; isReused: boolean; notes: string[] };

/** Takes in work at a time: while one is drawn, another is encoded and a third is fetched. */
const inFlight = 3;

/**
 * Makes takes in the order of the film, a few at a time; each is a derivation of its own. Waits for a picture only when the
 * first take that shows it is due.
 * @param onTake Told of each, in the order of the film.
 */
export async function makeTakes(
  takes: readonly PlannedTake[],
  set: FilmSet,
  onTake: (result: TakeResult) => Promise<void> = async () => {},
): Promise<TakeResult[]> {
  const ended = new AbortController();
  // The picture that a take waits for may itself wait for a take that failed.
  const over = new Promise<never>((_, reject) => {
    ended.signal.addEventListener('abort', () => reject(ended.signal.reason as Error), { once: true });
  });
  over.catch(() => {});
  const works: Promise<TakeResult>[] = [];
  const start = (index: number) => {
    const work = makeTake(takes[index]!, set, { ended: ended.signal, over });
    work.catch(() => {});
    works.push(work);
  };
  const results: TakeResult[] = [];
  try {
    for (let index = 0; index < takes.length; index++) {
      while (works.length < Math.min(takes.length, index + inFlight)) start(works.length);
      const result = await works[index]!;
      results.push(result);
      await onTake(result);
    }
    return results;
  } catch (error) {
    ended.abort(error);
    await Promise.allSettled(works);
    throw error;
  }
}

async function makeTake(
  planned: PlannedTake,
  set: FilmSet,
  { ended, over }: { ended: AbortSignal; over: Promise<never> },
): Promise<TakeResult> {
  const { context, fps, overlays, easel } = set;
  const { models, assets } = context;
  const { index, scene, start, frames, from, to, transition, music, fade } = planned;
  const [first, second] = await Promise.race([Promise.all([sourceOf(from, set), to && sourceOf(to, set)]), over]);
  ended.throwIfAborted();
  const common = {
    frames,
    fps,
    width: easel.width,
    height: easel.height,
    window: from.window,
    camera: from.camera,
    ...(to && { toWindow: to.window, toCamera: to.camera, transition }),
    music,
    ...(fade && { fade }),
  } satisfies Partial<ClipOptions>;
  const maker = models.identity('clip');
  let isReused = true;
  const made = await context.step<{ clip: AssetRef; notes: string[] }>(
    {
      name: 'music-video.take',
      version: 2,
      models: isOwnCamera(maker) ? [maker] : [maker, models.identity('moderation')],
      inputs: {
        ...(common as unknown as Record<string, Json>),
        from: first.inputs,
        ...(second && { to: second.inputs }),
        overlays: planned.overlays.map(({ id, ...time }) => ({ ...time, of: overlays.inputs(id) })),
      },
    },
    async ({ signal }) => {
      isReused = false;
      const options: ClipOptions = {
        ...common,
        from: await first.load(),
        ...(second && { to: await second.load() }),
        overlays: await Promise.all(
          planned.overlays.map(async ({ id, ...time }) => ({ ...time, ...(await overlays.picture(id)) })),
        ),
        seed: first.seed,
        signal: AbortSignal.any([signal, ended]),
      };
      const drawn = await models.clip.doGenerate(options);
      const isFit = isOwnCamera(drawn.servedBy ?? maker) || (await passesGuard(drawn.video, options, context));
      // What the guard objects to is not shown: the picture itself has passed, and is moved over instead.
      const { video, warnings } = isFit ? await finishClip(drawn, options) : await models.camera.doGenerate(options);
      return { clip: await assets.put(video, { mediaType: 'video/mp4' }), notes: warnings };
    },
  );
  return { take: { index, scene, start, frames, clip: made.clip }, isReused, notes: made.notes };
}

/** Kinora's own camera shows a picture that has passed the guard, and nothing else. */
function isOwnCamera(identity: string): boolean {
  return identity.startsWith('builtin/');
}

type Source = { inputs: Json; seed: number; load(): Promise<ClipPicture> };

/** A picture as a clip is made from it: in layers when the illustrator drew it, flat otherwise. */
async function sourceOf({ scene }: Shown, { storyboard, painter, easel, context }: FilmSet): Promise<Source> {
  const painted = await painter.of(scene);
  const { picture } = storyboard.scenes[scene]!;
  const layered = picture.kind === 'drawn' && isIllustrated(painted.drawnBy) ? picture : undefined;
  const figures = layered === undefined ? [] : figuresOf(layered.vista, easel);
  const seed = picture.kind === 'drawn' ? picture.seed : 0;
  const { assets } = context;
  return {
    seed,
    inputs: {
      picture: painted.picture.asset,
      seed,
      ...(layered && { vista: withoutWords(layered.vista), figures: figures.map(({ asset }) => asset) }),
    },
    async load() {
      const image = await assets.get(painted.picture);
      const flat = { image, mediaType: painted.picture.mediaType, seed };
      if (layered === undefined) return flat;
      return {
        ...flat,
        vista: layered.vista,
        figures: await Promise.all(figures.map((figure) => assets.get(figure))),
      };
    },
  };
}

/** What of a vista is seen: not the sentence about it, nor the camera, which each take has of its own. */
function withoutWords(vista: VistaSpec): Json {
  return Object.fromEntries(Object.entries(vista).filter(([key]) => key !== 'moment' && key !== 'camera'));
}
