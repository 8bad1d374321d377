import { runInThread } from '../pdf/run-in-thread.ts';
import type { Storyboard } from './sheet.ts';

/**
 * A film on paper, A4: title and what was heard in the song, the song as a strip with its parts and scenes, then each scene
 * with picture, time, bar and what happens. Tagged, with alternative text, bookmarks, embedded fonts and provenance in XMP.
 * Made in a thread of its own.
 */
export async function buildStoryboardPdf(storyboard: Storyboard): Promise<Uint8Array> {
  return await runInThread(new URL('./thread.ts', import.meta.url), storyboard);
}
