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
  source: ItemSource;
  evidence: readonly [Evidence, ...Evidence[]];
};

/** An entry of the lexicon with the places where it was found. */
export function itemOf(entry: LexiconEntry, evidence: readonly [Evidence, ...Evidence[]]): VocabularyItem {
  const { match: _match, traps: _traps, ...told } = entry;
  return { ...told, source: 'lexicon', evidence };
}
