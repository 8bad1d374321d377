import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.ts';

const [name, ...args] = process.argv.slice(2).filter((argument, index) => index > 0 || argument !== '--');
const names = globSync('bench/*.ts', { cwd: root })
  .map((path) => basename(path, '.ts'))
  .filter((each) => !each.endsWith('.test'))
  .sort();
if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run bench -- <name>, with one of: ${names.join(', ')}`);
  process.exit(2);
}
const bench = (await import(pathToFileURL(join(root, 'bench', `${name}.ts`)).href)) as {
  default: (args: string[]) => Promise<void>;
};
await bench.default(args);
process.exit();
