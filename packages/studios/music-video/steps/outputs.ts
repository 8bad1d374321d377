import type { AssetRef } from '@kinora/capabilities';
import { joinFilm, makeLoop } from '@kinora/media/video';
import { createMusicGrid } from '../film/music-grid.ts';
import { planCamera } from '../film/camera.ts';
import { musicOf } from '../film/accents.ts';
import type { FilmPlan, PlannedTake } from '../film/plan.ts';
import type { MusicVideo, OutputKind } from '../schema.ts';
import type { MusicVideoContext } from './context.ts';
import { climaxOf, coverOf, detailInputs, detailsOf } from './details.ts';
import { makeTakes } from './film.ts';
import type { FilmSet } from './film.ts';
import type { Song } from './song.ts';
import { cutTakes, findStrongest } from './teaser.ts';

/** What files are made from. */
export type OutputParts = {
  video: MusicVideo;
  song: Song;
  plan: FilmPlan;
  set: FilmSet;
  context: MusicVideoContext;
};

/** Told the share of a file that is there. */
export type Report = (fraction: number) => Promise<void>;

/** The takes of the film and the song as they are, with chapters: nothing is encoded again. */
export async function makeFilm({ video, plan, context }: OutputParts, report: Report): Promise<AssetRef> {
  const takes = video.film?.takes ?? [];
  const cover = coverOf(video);
  const inputs = {
    takes: takes.map(({ clip }) => clip.asset),
    song: video.request.song.asset,
    chapters: plan.chapters,
    fps: plan.fps,
    ...detailInputs(video, cover),
  };
  return context.step<AssetRef>({ name: 'music-video.video', version: 1, inputs }, async ({ signal }) => {
    const details = await detailsOf(video, cover, context);
    const { fps, frames, chapters } = plan;
    return join(
      takes.map(({ clip }) => clip),
      { song: video.request.song, context },
      ([path, ...clips], out) =>
        joinFilm({
          takes: clips,
          fps,
          frames,
          song: { path: path! },
          // A chapter is told from another by its place; songs of one part have none.
          chapters: chapters.length > 1 ? chapters : [],
          details,
          out,
          signal,
          onProgress: (fraction) => void report(fraction),
        }),
    );
  });
}

/** The strongest bars. Takes that lie wholly inside are the film's own. */
export async function makeTeaser({ video, song, plan, set, context }: OutputParts, report: Report): Promise<AssetRef> {
  const { fps } = plan;
  const strongest = findStrongest(createMusicGrid(song.heard.analysis, fps), video.request.teaserSeconds);
  const { part, takes: planned } = cutTakes(plan, strongest);
  const clips: AssetRef[] = [];
  await makeTakes(planned, set, async ({ take }) => {
    clips.push(take.clip);
    await report((0.9 * clips.length) / planned.length);
  });
  const cover = coverOf(video);
  const [start, end] = [part.start / fps, (part.start + part.frames) / fps];
  const inputs = {
    takes: clips.map(({ asset }) => asset),
    song: video.request.song.asset,
    start,
    end,
    fps,
    ...detailInputs(video, cover),
  };
  return context.step<AssetRef>({ name: 'music-video.teaser', version: 1, inputs }, async ({ signal }) => {
    const details = await detailsOf(video, cover, context);
    return join(clips, { song: video.request.song, context }, ([path, ...takes], out) =>
      joinFilm({
        takes,
        fps,
        frames: part.frames,
        song: { path: path!, start, end, fadeIn: start > 0 ? 0.08 : 0, fadeOut: 0.8 },
        details,
        out,
        signal,
      }),
    );
  });
}

/** The picture of the climax, moving without an end: its last frames dissolve into its first. */
export async function makeLoopFile({ video, song, set, plan, context }: OutputParts): Promise<AssetRef> {
  const { fps } = plan;
  const scene = climaxOf(video);
  const overlapFrames = fps;
  const frames = Math.round(video.request.loopSeconds * fps) + overlapFrames;
  const grid = createMusicGrid(song.heard.analysis, fps);
  const start = Math.round((video.storyboard.scenes[scene]?.start ?? 0) * fps);
  const camera = planCamera({
    shot: 0,
    seconds: frames / fps,
    intensity: 0.3,
    calm: true,
    motion: 'drift',
    focus: [0.5, 0.5],
    looksAside: 1,
    drawsBack: false,
    choice: 0,
  });
  const quiet = musicOf({ start, frames }, { grid, accents: [], holds: [] });
  // A loop is seen without its song: it breathes evenly.
  const level = quiet.level.reduce((sum, value) => sum + value, 0) / frames;
  const take: PlannedTake = {
    index: 0,
    scene: video.storyboard.scenes[scene]!.id,
    start,
    frames,
    from: { scene, camera, window: [0, 1] },
    music: { level: quiet.level.map(() => Math.round(level * 100) / 100), accents: [] },
    overlays: [],
  };
  const [made] = await makeTakes([take], set);
  const { clip } = made!.take;
  const cover = video.pictures[scene];
  const inputs = { clip: clip.asset, overlapFrames, fps, ...detailInputs(video, cover) };
  return context.step<AssetRef>({ name: 'music-video.loop', version: 1, inputs }, async ({ signal }) => {
    const details = await detailsOf(video, cover, context);
    return context.assets.lend([clip], ([path]) =>
      context.assets.putFile(
        async (out) => {
          await makeLoop({ clip: path!, overlapFrames, fps, out, details, signal });
        },
        { mediaType: 'video/mp4' },
      ),
    );
  });
}

/** Lends the song and the clips and keeps the file that is written. */
function join(
  clips: readonly AssetRef[],
  { song, context }: { song: AssetRef; context: MusicVideoContext },
  write: (paths: string[], out: string) => Promise<unknown>,
): Promise<AssetRef> {
  return context.assets.lend([song, ...clips], (paths) =>
    context.assets.putFile(
      async (out) => {
        await write(paths, out);
      },
      { mediaType: 'video/mp4' },
    ),
  );
}

/** The order in which files are made: what is there at once first, the film before what is cut from it. */
export const quickestFirst: readonly OutputKind[] = ['analysis', 'video', 'thumbnail', 'storyboard', 'loop', 'teaser'];
