import type { Evidence, ItemEdit, ItemKind, ReviewState, VocabularyItem } from '@kinora/studios/language/schema';

/** An item of the owner's vocabulary, as found and edited. */
export type VocabularyEntry = Omit<VocabularyItem, 'evidence'> & {
  isStarred: boolean;
  isHidden: boolean;
  review: ReviewState;
  /** What the owner changed. */
  edit: ItemEdit;
  /** How often it is said, and in how many lessons. */
  evidenceCount: number;
  lessonCount: number;
};

/** A place where an item is said, and where that can be heard. */
export type VocabularyEvidence = Omit<Evidence, never> & {
  itemId: string;
  lesson: string;
  lessonTitle: string;
  version: number;
  /** The recording's page at this second; null where the lesson has no link. */
  link: string | null;
};

/** What is looked for. */
export type VocabularyFilter = {
  query?: string;
  kind?: ItemKind[];
  language?: 'ja' | 'en';
  level?: string[];
  tag?: string;
  lesson?: string;
  speaker?: string;
  starred?: boolean;
  review?: ReviewState;
  /** Only what is hidden. Default: only what is not. */
  hidden?: boolean;
};

/** Ways to order the vocabulary. */
export const vocabularySorts = ['form', 'recent', 'count', 'level'] as const;
export type VocabularySort = (typeof vocabularySorts)[number];

/** How many items there are of each value; each counted as if it were not filtered by itself. */
export type VocabularyFacetCounts = {
  total: number;
  starred: number;
  hidden: number;
  kind: Record<string, number>;
  language: Record<string, number>;
  level: Record<string, number>;
  tag: Record<string, number>;
  review: Record<string, number>;
  speaker: Record<string, number>;
  lesson: { id: string; title: string; count: number }[];
};

/** All that can be done with one owner's vocabulary. Routes and command line call nothing else. */
export type VocabularyStore = {
  list(
    filter: VocabularyFilter,
    page: { sort: VocabularySort; limit: number; cursor?: string },
  ): Promise<{
    items: (VocabularyEntry & { first: VocabularyEvidence | null })[];
    next: string | null;
    /** On the first page only. */
    facets: VocabularyFacetCounts | null;
  }>;
  /** @throws KinoraError `resource.missing`. */
  get(id: string): Promise<{ item: VocabularyEntry; evidence: VocabularyEvidence[] }>;
  /** Changes what is given, in all lessons; null takes a change back. @throws KinoraError `resource.missing`. */
  edit(id: string, edit: ItemChange): Promise<VocabularyEntry>;
  /** Every item that is looked for, with all its places. */
  all(filter: VocabularyFilter): Promise<(VocabularyEntry & { evidence: VocabularyEvidence[] })[]>;
  /** What the owner changed of items. */
  edits(ids: readonly string[]): Promise<Record<string, ItemEdit>>;
  /** Puts what is said in a lesson into the vocabulary. */
  keep(lesson: { id: string; version: number }, items: readonly VocabularyItem[]): Promise<void>;
};

/** A change of an item; null takes an earlier one back. */
export type ItemChange = { [Field in keyof ItemEdit]?: ItemEdit[Field] | null };
