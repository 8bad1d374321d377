import nlp from 'compromise';
import { furtherBases } from './english-bases.ts';
import type { Token } from './token.ts';

/** A term as compromise gives it. */
type Term = {
  text: string;
  normal: string;
  tags: string[];
  root?: string | null;
  offset: { start: number; length: number };
};

/** Where its base forms are not a dictionary's. */
const lemmas: Record<string, string> = {
  am: 'be',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  having: 'have',
  does: 'do',
  did: 'do',
  done: 'do',
  doing: 'do',
  gone: 'go',
  gets: 'get',
  got: 'get',
  gotten: 'get',
  getting: 'get',
  lit: 'lit',
  left: 'left',
  gonna: 'gonna',
  wanna: 'wanna',
  gotta: 'gotta',
};

/**
 * The words of an English sentence. Contractions (don't, she's, gonna) are one token and their own lemma, because that is
 * what stands in the text; the lemma of a regular or irregular form is its base.
 */
export function readEnglishTokens(sentence: string): Token[] {
  const doc = nlp(sentence);
  doc.compute('root');
  const sentences = doc.json({
    offset: true,
    terms: { offset: true, root: true, normal: true, tags: true },
  } as never) as { terms: Term[] }[];
  const tokens: Token[] = [];
  for (const { terms } of sentences) {
    for (const { text, normal, tags, root, offset } of terms) {
      // The second half of a contraction stands nowhere.
      if (text === '') continue;
      const plain = normal.toLowerCase().replaceAll('’', "'");
      const found = sentence.indexOf(text, Math.max(0, Math.min(offset.start, sentence.length - 1) - 3));
      const start = found < 0 ? offset.start : found;
      const lemma =
        lemmas[plain] ?? (root === undefined || root === null || plain.includes("'") ? plain : root.toLowerCase());
      const also = furtherBases(plain, lemma);
      tokens.push({
        text,
        start,
        end: start + text.length,
        lemma,
        parts: tags,
        ...(also.length > 0 && { also }),
      });
    }
  }
  return tokens;
}
