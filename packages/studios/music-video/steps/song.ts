import type { AssetRef } from '@kinora/capabilities';
import { withKeyMoments } from '@kinora/media/audio/analysis';
import { analyseMusicFile } from '@kinora/media/music';
import type { HeardMusic } from '@kinora/media/music';
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

/** Hears the song, or recalls what was heard in it. One key moment is chosen for each picture. */
export async function hearSong(
  { song, scenes }: Pick<MusicVideoRequest, 'song' | 'scenes'>,
  context: MusicVideoContext,
): Promise<Song> {
  const { assets } = context;
  await context.emit({ type: 'analysis-start', seconds: context.seconds() });
  const inputs = { song: song.asset, scenes: scenes ?? null };
  const kept = await context.step<{ analysis: AssetRef; facts: SongFacts }>(
    { name: 'music-video.analyse', version: 2, inputs },
    async ({ signal }) => {
      const { analysis, ...rest } = (await context.recall?.(song, { signal })) ?? (await listen(song, context, signal));
      const count = scenes ?? Math.max(sceneLimits.fewest, defaultScenes(analysis.duration));
      const heard = { analysis: withKeyMoments(analysis, count), ...rest };
      const json = new TextEncoder().encode(JSON.stringify(heard));
      return { analysis: await assets.put(json, { mediaType: 'application/json' }), facts: factsOf(heard) };
    },
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

function listen(song: AssetRef, context: MusicVideoContext, signal: AbortSignal): Promise<HeardMusic> {
  return context.assets.lend([song], async ([path]) => {
    if (path === undefined) throw new RangeError('one file was asked for');
    return analyseMusicFile(path, { signal, onProgress: createReporter(context) });
  });
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
