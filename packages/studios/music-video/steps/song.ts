import type { AssetRef } from '@kinora/capabilities';
import { analyseMusicFile } from '@kinora/media/music';
import type { HeardMusic } from '@kinora/media/music';
import { probeMedia } from '@kinora/media/video';
import { defaultScenes, sceneLimits } from '../schema.ts';
import type { MusicVideoRequest, SongFacts } from '../schema.ts';
import type { MusicVideoContext } from './context.ts';

/** A song that was heard: what is in its file, in short and whole. */
export type Song = {
  /** JSON of {@link HeardMusic}. */
  analysis: AssetRef;
  facts: SongFacts;
  heard: HeardMusic;
};

/** Hears the song. One key moment is asked for each picture. */
export async function hearSong(
  { song, scenes }: Pick<MusicVideoRequest, 'song' | 'scenes'>,
  context: MusicVideoContext,
): Promise<Song> {
  const { assets } = context;
  await context.emit({ type: 'analysis-start', seconds: context.seconds() });
  const inputs = { song: song.asset, scenes: scenes ?? null };
  const kept = await context.step<{ analysis: AssetRef; facts: SongFacts }>(
    { name: 'music-video.analyse', version: 1, inputs },
    async ({ signal }) =>
      assets.lend([song], async ([path]) => {
        if (path === undefined) throw new RangeError('one file was asked for');
        const keyMoments =
          scenes ?? Math.max(sceneLimits.fewest, defaultScenes((await probeMedia(path, { signal })).seconds));
        const heard = await analyseMusicFile(path, { keyMoments, signal, onProgress: createReporter(context) });
        const json = new TextEncoder().encode(JSON.stringify(heard));
        return { analysis: await assets.put(json, { mediaType: 'application/json' }), facts: factsOf(heard) };
      }),
  );
  return { ...kept, heard: await readHeard(kept.analysis, context) };
}

/** Reads what was heard back from its file. */
export async function readHeard(
  analysis: AssetRef,
  { assets }: Pick<MusicVideoContext, 'assets'>,
): Promise<HeardMusic> {
  return JSON.parse(new TextDecoder().decode(await assets.get(analysis))) as HeardMusic;
}

/** Tells the progress at most ten times. */
function createReporter(context: MusicVideoContext): (fraction: number) => void {
  let told = 0;
  return (fraction) => {
    if (fraction < told + 0.1) return;
    told = fraction;
    void context.emit({ type: 'analysis-progress', fraction, seconds: context.seconds() });
  };
}

function factsOf({ analysis }: HeardMusic): SongFacts {
  const { key } = analysis;
  return {
    duration: analysis.duration,
    tempo: analysis.tempo,
    metre: analysis.metre,
    key: key === null ? null : `${key.tonic} ${key.mode}`,
    beats: analysis.beat_times.length,
    sections: analysis.sections.length,
    mood: analysis.mood,
  };
}
