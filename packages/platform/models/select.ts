import { KinoraError } from '@kinora/capabilities';
import type { FileRecord } from './hub.ts';

/**
 * The files of a listing that an entry of the catalogue wants.
 * @param patterns Exact paths, or globs whose `*` stays within a path segment.
 * @throws KinoraError `provider.failed` naming the pattern that nothing matches.
 */
export function selectFiles(listing: FileRecord[], patterns: string[], repository: string): FileRecord[] {
  const chosen = new Map<string, FileRecord>();
  for (const pattern of patterns) {
    const test = new RegExp(`^${pattern.split('*').map(escape).join('[^/]*')}$`);
    const found = listing.filter((file) => test.test(file.path));
    if (found.length === 0) {
      throw new KinoraError(
        'provider.failed',
        `${repository} has no file "${pattern}" any more; it was reorganised. Update Kinora, or import the model from a folder.`,
        { data: { repository, pattern } },
      );
    }
    for (const file of found) chosen.set(file.path, file);
  }
  return [...chosen.values()];
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
