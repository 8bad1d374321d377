import { runAll } from './steps.ts';
import type { Step } from './steps.ts';

const unitTests: Step[] = [['unit tests', 'vitest', ['run', '--project', 'unit']]];
const fast = process.argv.includes('--no-tests');
await runAll([
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types', 'tsc', ['--noEmit']],
  ['web types', 'sh', ['-c', 'cd apps/web && react-router typegen && tsc --noEmit']],
  ['architecture', 'node', ['tools/check-architecture.ts']],
  ['docs', 'node', ['tools/check-docs.ts']],
  ...(fast ? [] : unitTests),
]);
