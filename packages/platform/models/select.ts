import { KinoraError } from '@kinora/capabilities';
import type { FileRecord } from './hub.ts';

/**
 * The files of a listing that an entry of the catalogue wants.
 * @param patterns Exact paths, or globs whose `*` stays within a path segment. A glob may match nothing as long as another
 * one finds files in the same top folder.
 * @throws KinoraError `provider.failed` naming the pattern that nothing matches.
 */
export function selectFiles(listing: FileRecord[], patterns: string[], repository: string): FileRecord[] {
  const chosen = new Map<string, FileRecord>();
  const foundBy = patterns.map((pattern) => {
    const test = new RegExp(`^${pattern.split('*').map(escape).join('[^/]*')}$`);
    return { pattern, found: listing.filter((file) => test.test(file.path)) };
  });
  const topFolders = new Set(foundBy.filter(({ found }) => found.length > 0).map(({ pattern }) => topOf(pattern)));
  for (const { pattern, found } of foundBy) {
    const mayMiss = pattern.includes('*') && topFolders.has(topOf(pattern));
    if (found.length === 0 && !mayMiss) {
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

function topOf(pattern: string): string {
  return pattern.includes('/') ? (pattern.split('/')[0] ?? '') : '';
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
