import type { ItemKind, LexiconEntry, Register } from '../lexicon/entry.ts';
import type { Language } from '../tokens/index.ts';
import type { Evidence } from './evidence.ts';

/** Who found an item. */
export type ItemSource = 'lexicon' | 'dictionary' | 'model';

/** Something worth learning, with every place where it is said: at least one, by type. */
export type VocabularyItem = {
  /** Stable over runs and recordings: the lexicon's id, or `ja-word-行く`. */
  id: string;
  kind: ItemKind;
  language: Language;
  /** Dictionary form. */
  form: string;
  reading?: string;
  partOfSpeech: string;
  /** In the other language. */
  gloss: string;
  explanation?: string;
  register?: Register;
  usage?: string;
  tags: readonly string[];
  /** Band of difficulty, unofficial. */
  difficulty?: string;
  /** Of a mistake: what is right. */
  correction?: string;
  example?: { text: string; translation: string };
  related?: readonly string[];
  /** Rank in a frequency list that somebody imported, 1 the most frequent. */
  rank?: number;
  /** Mora after which the pitch falls (Tokyo accent), 0: it doesn't; from an imported dictionary. */
  pitch?: number;
  /** Title and licence of the dictionary that a gloss is from. */
  attribution?: string;
  source: ItemSource;
  evidence: readonly [Evidence, ...Evidence[]];
};

/** An item before it was found anywhere. */
export type Subject = Omit<VocabularyItem, 'evidence'>;

/** What there is to say of an entry of the lexicon. */
export function subjectOf(entry: LexiconEntry): Subject {
  const { match: _match, traps: _traps, ...told } = entry;
  return { ...told, source: 'lexicon' };
}
