import { concatBytes, u32 } from './mp4/boxes.ts';
import type { Chapter } from './text-track.ts';

/** What an ID3 tag says. */
export type Id3Content = {
  title: string;
  artist?: string;
  /** ISO date. */
  date?: string;
  /** ISO 639-2, e.g. `eng`. */
  language: string;
  comment?: string;
  seconds: number;
  chapters: readonly Chapter[];
  cover?: { image: Uint8Array; mediaType: 'image/jpeg' | 'image/png' };
  /** Further named values. */
  tags?: Record<string, string>;
  /** An XMP packet. */
  xmp?: string;
};

const utf8Encoding = 3;

/** An ID3v2.4 tag with chapters (ID3v2 Chapter Frame Addendum 1.0), to be put before MP3 frames. */
export function writeId3(content: Id3Content): Uint8Array {
  const { chapters, cover, language, comment, xmp } = content;
  const frames = concatBytes([
    textFrame('TIT2', content.title),
    ...(content.artist ? [textFrame('TPE1', content.artist)] : []),
    ...(content.date ? [textFrame('TDRC', content.date)] : []),
    textFrame('TLAN', language),
    textFrame('TLEN', String(Math.round(content.seconds * 1000))),
    ...(comment ? [frame('COMM', [utf8Encoding], language, [0], comment)] : []),
    ...Object.entries(content.tags ?? {}).map(([name, value]) => frame('TXXX', [utf8Encoding], name, [0], value)),
    ...(xmp ? [frame('PRIV', 'XMP', [0], xmp)] : []),
    ...(cover ? [frame('APIC', [utf8Encoding], cover.mediaType, [0, frontCover, 0], cover.image)] : []),
    ...(chapters.length > 0 ? [contents(chapters.length)] : []),
    ...chapters.map(chapterFrame),
  ]);
  return concatBytes(['ID3', [4, 0, 0], syncsafe(frames.length), frames]);
}

const frontCover = 3;

/** The table of contents: top level, in order. */
function contents(count: number): Uint8Array {
  const ids = Array.from({ length: count }, (_, index) => [chapterId(index), [0]]).flat();
  return frame('CTOC', 'toc', [0, 3, count & 255], ...ids);
}

function chapterFrame({ title, start, end }: Chapter, index: number): Uint8Array {
  const unknownOffset = u32(0xffffffff);
  return frame(
    'CHAP',
    chapterId(index),
    [0],
    u32(Math.round(start * 1000)),
    u32(Math.round(end * 1000)),
    unknownOffset,
    unknownOffset,
    textFrame('TIT2', title),
  );
}

function chapterId(index: number): string {
  return `chp${index}`;
}

function textFrame(id: string, text: string): Uint8Array {
  return frame(id, [utf8Encoding], text);
}

function frame(id: string, ...parts: (Uint8Array | number[] | string)[]): Uint8Array {
  const body = concatBytes(parts);
  return concatBytes([id, syncsafe(body.length), [0, 0], body]);
}

/** 28 bits in four bytes with the top bit clear, so that no byte looks like the start of MP3 sound. */
function syncsafe(value: number): number[] {
  return [(value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127];
}
