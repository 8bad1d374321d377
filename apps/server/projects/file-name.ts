import type { AssetRef } from '@kinora/capabilities';

/** A name for a file that people and every file system can read, e.g. `Night Drive (teaser).mp4`. */
export function fileName(
  title: string,
  { suffix, extension, file }: { suffix: string; extension: string; file: AssetRef },
): string {
  const name =
    title
      .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80) || 'Untitled';
  return `${name}${suffix}.${file.mediaType === 'image/jpeg' ? 'jpg' : extension}`;
}
