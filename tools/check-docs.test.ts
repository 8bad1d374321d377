import { expect, test } from 'vitest';
import { findUndocumented } from './check-docs.ts';

const check = (files: Record<string, string>) => findUndocumented('a/index.ts', (path) => files[path]);

test('passes what is documented where it is declared', () => {
  expect(
    check({ 'a/index.ts': `export { f } from './f.ts';`, 'a/f.ts': `/** Does it. */\nexport function f() {}` }),
  ).toEqual([]);
});

test('finds a function, a type and a constant without TSDoc', () => {
  const files = {
    'a/index.ts': `export { f } from './f.ts';\nexport type { T } from './f.ts';\nexport const c = 1;`,
    'a/f.ts': `export async function f() {}\nexport type T = string;\nexport const privateToTheFolder = 2;`,
  };
  expect(check(files)).toEqual([
    'a/index.ts:3: c has no TSDoc',
    'a/f.ts:1: f has no TSDoc',
    'a/f.ts:2: T has no TSDoc',
  ]);
});

test('wants names, and doors that exist', () => {
  expect(check({ 'a/index.ts': `export * from './f.ts';` })).toEqual(['a/index.ts: export names, not *']);
  expect(check({})).toEqual(['a/index.ts: named in package.json "exports", but missing']);
});
