import { runInThread } from '../pdf/run-in-thread.ts';
import type { Worksheet } from './sheet.ts';

/**
 * A worksheet as PDF: words, exercises, and the answers on a page of their own, four pages at most. What is too much for them
 * is left out from the end. Tagged, with bookmarks, embedded fonts, links, and provenance in XMP. Made in a thread of its own.
 */
export async function buildWorksheetPdf(worksheet: Worksheet): Promise<Uint8Array> {
  return await runInThread(new URL('./thread.ts', import.meta.url), worksheet);
}
