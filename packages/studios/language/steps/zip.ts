import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/** When files in archives were changed, so that the same files give the same bytes. The first day that ZIP knows. */
const mtime = '1980-01-02T00:00:00Z';

/** An archive of texts and other files, by their paths in it. */
export function zipTexts(files: Record<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    // What is compressed already, pictures and films, is only stored.
    entries[path] =
      typeof content === 'string' ? [strToU8(content), { mtime, level: 6 }] : [content, { mtime, level: 0 }];
  }
  return zipSync(entries);
}
