import type { WordTiming } from '@kinora/capabilities';
import type { Provenance } from './provenance.ts';

/** One page of a story. */
export type BookScene = {
  text: string;
  /** What the picture shows, for those who don't see it. */
  altText: string;
  picture: { bytes: Uint8Array; mediaType: 'image/png' | 'image/jpeg' | 'image/webp' };
  /** The narration; omitted: a silent page. `duration` in seconds. */
  audio?: { bytes: Uint8Array; mediaType: 'audio/mpeg' | 'audio/mp4'; duration: number };
  /** When each word of `text` is spoken, seconds from the start of `audio`. */
  words?: WordTiming[];
};

/** A story as a book. */
export type Book = {
  /** Unique and stable, a UUID. */
  id: string;
  title: string;
  /** Line below the title, e.g. "Told by Kinora for Mia". */
  author: string;
  language: 'en' | 'ja';
  dedication?: string;
  goodNight: string;
  scenes: BookScene[];
  provenance: Omit<Provenance, 'title' | 'language'>;
};

/** The book's provenance with its title and language. */
export function provenanceOf({ title, language, provenance }: Book): Provenance {
  return { title, language, ...provenance };
}

/** Words that a book brings along in its language. */
export const bookWords = {
  en: { cover: 'Cover', dedication: 'Dedication', goodNight: 'Good night', contents: 'Pages', page: 'Page' },
  ja: { cover: '表紙', dedication: '献辞', goodNight: 'おやすみなさい', contents: 'ページ', page: 'ページ' },
} as const;

/** A stretch of text: a spoken word (its place in `words`) or what lies between. */
export type TextPiece = { text: string; word?: number };

/** Paragraphs of a text, in pieces. Words that don't match the text are left out. */
export function splitParagraphs(text: string, words: readonly WordTiming[] = []): TextPiece[][] {
  const paragraphs: TextPiece[][] = [];
  let index = 0;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    if (match[0].trim() === '') continue;
    const end = match.index + match[0].length;
    const pieces: TextPiece[] = [];
    let position = match.index;
    for (; index < words.length && words[index]!.offset < end; index++) {
      const { offset, length } = words[index]!;
      if (offset < position || offset + length > end) continue;
      if (offset > position) pieces.push({ text: text.slice(position, offset) });
      pieces.push({ text: text.slice(offset, offset + length), word: index });
      position = offset + length;
    }
    if (position < end) pieces.push({ text: text.slice(position, end) });
    paragraphs.push(pieces);
  }
  return paragraphs;
}
