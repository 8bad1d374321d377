import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LexiconEntry } from './entry.ts';

let loaded: readonly LexiconEntry[] | undefined;

/**
 * The built-in lexicon: slang, culture, grammar, expressions and mistakes, written for Kinora. Its linter has checked it, so
 * it isn't parsed again.
 */
export function builtinLexicon(): readonly LexiconEntry[] {
  if (loaded === undefined) {
    const folder = join(import.meta.dirname, 'data');
    loaded = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LexiconEntry[]);
  }
  return loaded;
}
