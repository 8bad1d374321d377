import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { lintLexicon } from '../packages/studios/language/lexicon/lint.ts';

/**
 * Checks the built-in lexicon of the language studio: shapes, ids, examples that show their entries, traps that don't.
 * @param files Default: all of `packages/studios/language/lexicon/data`.
 */
const named = process.argv.slice(2);
const files = named.length > 0 ? named : globSync('packages/studios/language/lexicon/data/*.json').toSorted();
const entries = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as { id: string }[]);
const problems = lintLexicon(entries);
for (const { id, problem } of problems) console.error(`${id}: ${problem}`);
const count = new Map<string, number>();
for (const { id } of entries) {
  const kind = id.split('-').slice(0, 2).join('-');
  count.set(kind, (count.get(kind) ?? 0) + 1);
}
console.log(
  `${entries.length} entries in ${files.map((file) => basename(file)).join(', ')}: ` +
    [...count].map(([kind, many]) => `${kind} ${many}`).join(', '),
);
if (problems.length > 0) process.exit(1);
