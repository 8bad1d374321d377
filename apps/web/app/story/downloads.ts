import type { OutputKind } from '@kinora/studios/story/schema';

/** Files a story can be had as, in the order in which people want them. */
export const downloads: readonly { kind: OutputKind; label: string; hint: string }[] = [
  { kind: 'video', label: 'Film', hint: 'MP4, for any screen' },
  { kind: 'audio', label: 'Audio book', hint: 'MP3 with chapters' },
  { kind: 'epub', label: 'E-book', hint: 'EPUB that reads aloud' },
  { kind: 'pdf', label: 'Picture book', hint: 'PDF, to print' },
  { kind: 'captions', label: 'Captions', hint: 'WebVTT' },
  { kind: 'cover', label: 'Cover', hint: 'PNG' },
];

/** Bytes as "4.2 MB". */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
