import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSettings, settingsTable } from './list-settings.ts';
import { root } from './root.ts';

const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
/** The formatter pads the cells of tables and escapes what Markdown might read as emphasis. */
const plain = (text: string) =>
  text
    .replaceAll(/-{3,}/g, '---')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\\([^|])/g, '$1');

test('docs/configuration.md holds every setting as its definition has it (node tools/run.mjs tools/list-settings.ts --write)', () => {
  const [, table = ''] = /<!-- settings: .*?-->\s*(.*?)\s*<!-- settings end -->/s.exec(page) ?? [];
  expect(plain(table).split('\n')).toEqual(plain(settingsTable()).split('\n'));
});

test('every variable that the source reads is on the page', () => {
  const files = globSync('{packages,apps,bin,tools}/**/*.{ts,tsx,mjs}', {
    cwd: root,
    exclude: (path) => /node_modules|build|testing|__fixtures__|\.test\.|tiny-models|list-settings/.test(path),
  });
  const names = files.flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(/\bKINORA_[A-Z0-9]+(?:_[A-Z0-9]+)*\b/g),
  ]);
  const known = new Set(listSettings().flatMap(({ variables }) => variables));
  // Examples in comments stand for a kind of variable.
  const unknown = new Set(names.map(([name]) => name).filter((name) => !known.has(name)));
  expect([...unknown]).toEqual([]);
});
