import type { RubyPart } from '../analysis/furigana.ts';
import { timeLink } from '../exports/time-link.ts';
import type { ItemKind } from '../lexicon/entry.ts';
import type { Language } from '../tokens/index.ts';

/** One place where an item is said, as a page shows it. */
export type SitePlace = {
  /** Slug of the recording. */
  recording: string;
  /** The sentence, with readings above kanji. */
  sentence: readonly RubyPart[];
  /** Stretch of the sentence's text that is the item, UTF-16. */
  from: number;
  to: number;
  /** Seconds. */
  start: number;
  speaker?: string;
};

/** An item on the site. */
export type SiteItem = {
  slug: string;
  kind: ItemKind;
  language: Language;
  form: string;
  reading?: string;
  gloss: string;
  partOfSpeech: string;
  explanation?: string;
  usage?: string;
  register?: string;
  difficulty?: string;
  correction?: string;
  example?: { text: string; translation: string };
  tags: readonly string[];
  attribution?: string;
  places: readonly SitePlace[];
};

/** A recording on the site. */
export type SiteRecording = {
  slug: string;
  title: string;
  /** Page on which it plays. */
  link: string | null;
  seconds: number;
  /** When it was published here, ISO 8601. */
  publishedAt: string;
};

/** All that is published. Only what is in here can appear on a page. */
export type Site = {
  title: string;
  description: string;
  /** Address of the site's root with no slash at its end, e.g. `https://example.com/v`; canonical links begin with it. */
  address: string;
  /** Language of headings and buttons. */
  language: Language;
  recordings: readonly SiteRecording[];
  items: readonly SiteItem[];
};

/** A file of the site. `path` is below the root and has no leading slash; a page's is its folder: `items/ja-slang-kusa/`. */
export type SiteFile = { path: string; mediaType: string; body: string };

/** A name for addresses: letters of any script, digits and hyphens, at most 80 characters. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}ー]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return Array.from(plain).slice(0, 80).join('') || 'untitled';
}

/** Address of a place on the page where the recording plays. Null without such a page, or for what is no link. */
export function linkAt(link: string | null, seconds: number): string | null {
  if (link === null || !/^https?:\/\//i.test(link) || !URL.canParse(link)) return null;
  return timeLink(link, seconds);
}
