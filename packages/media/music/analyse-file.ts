import { KinoraError } from '@kinora/capabilities/errors';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MusicAnalysis } from '../audio/analysis/index.ts';
import { createChildRunner } from '../video/child.ts';
import type { ChildCall, ChildRunner } from '../video/child.ts';
import type { SongSource } from './decode-song.ts';
import type { MusicRequest } from './music-process.ts';
import type { Waveform } from './waveform.ts';

/** What Kinora hears in a song's file. Time 0 is the first sample that a player plays. */
export type HeardMusic = { analysis: MusicAnalysis; waveform: Waveform; source: SongSource };

/** How {@link analyseMusicFile} works. */
export type MusicFileOptions = ChildCall & {
  /** How many key moments are wanted, 3 to 24. Default 7. */
  keyMoments?: number;
};

let runner: ChildRunner | undefined;

/**
 * Analyses a song: MP3, WAV, FLAC, Ogg, Opus, M4A, or the sound of a film, up to 20 minutes. It is decoded and heard bit
 * by bit in a process of its own; songs that come at the same time wait for each other.
 * @param path A local file.
 * @throws KinoraError `request.invalid` for what is no song, damaged, shorter than half a second or longer than 20 minutes,
 * `resource.missing` for a path without a file, `job.cancelled` on abort, `provider.failed` when the process dies.
 */
export async function analyseMusicFile(path: string, options: MusicFileOptions = {}): Promise<HeardMusic> {
  const { keyMoments = 7, ...call } = options;
  if (!Number.isInteger(keyMoments) || keyMoments < 3 || keyMoments > 24) {
    throw new KinoraError('request.invalid', `${keyMoments} key moments can't be chosen; ask for 3 to 24.`);
  }
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile()) throw new KinoraError('resource.missing', `There is no file “${path}”; check its name.`);
  const request: MusicRequest = { path: resolve(path), bytes: file.size, keyMoments };
  runner ??= createChildRunner({ entry: new URL('./music-process.ts', import.meta.url) });
  return await runner.run<HeardMusic>(request, call);
}
