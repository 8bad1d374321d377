import type { Book } from '../book.ts';
import type { PageAspect } from './layout.ts';
import { runInThread } from './run-in-thread.ts';

/** What the thread is asked for. */
export type PdfRequest = { book: Book; options: { page: PageAspect; cover?: Uint8Array } };

/**
 * A story as a picture-book PDF: cover, dedication, a page for each scene, a good night. Tagged, with alternative text,
 * language, bookmarks, embedded fonts and provenance in XMP. Made in a thread of its own: reading the fonts and packing
 * the pages would hold the caller up.
 * @param options.page Shape of the pages.
 * @param options.cover PNG for the cover, see `buildCover`; omitted: the title on the first picture's paper.
 */
export async function buildPdf(book: Book, options: PdfRequest['options']): Promise<Uint8Array> {
  const request: PdfRequest = { book, options };
  return await runInThread(new URL('./thread.ts', import.meta.url), request);
}
