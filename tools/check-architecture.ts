import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What each workspace may import from the others. This table is the architecture. */
const mayImport: Record<string, RegExp> = {
  capabilities: /^$/,
  media: /^capabilities(\/|$)/,
  platform: /^capabilities(\/|$)/,
  providers: /^(capabilities|media)(\/|$)/,
  studios: /^(capabilities|media)(\/|$)/,
  server: /./,
  web: /^((capabilities|media)(\/|$)|studios\/[^/]+\/schema$)/,
  cli: /^(capabilities(\/|$)|studios\/[^/]+\/schema$|server(\/(music|language|early))?$)/,
};

/** Workspaces whose folders are peers: a peer never imports another peer. */
const hasPeers = new Set(['providers', 'studios']);

/** Files that also run in a browser, so no `node:` import. */
const isIsomorphic = /^(packages\/capabilities\/|packages\/studios\/[^/]+\/schema\.ts$)/;

/** A source file: path from the repository's root with forward slashes, and its text. */
export type SourceFile = { path: string; text: string };

/**
 * Imports that point the wrong way.
 * @returns One sentence per violation, empty when the architecture holds.
 */
export function findViolations(files: SourceFile[]): string[] {
  const problems: string[] = [];
  for (const { path, text } of files) {
    const [, workspace = '', folder = ''] = path.split('/');
    const isTest = /\.test\.tsx?$/.test(path) || path.includes('/testing/') || path.includes('/e2e/');
    const allowed = mayImport[workspace];
    if (allowed === undefined) {
      problems.push(`${path}: the workspace "${workspace}" is not in the import table`);
      continue;
    }
    for (const specifier of importsOf(text)) {
      const foreign = /^@kinora\/(.+)$/.exec(specifier)?.[1];
      if (foreign !== undefined && !foreign.startsWith(`${workspace}/`) && foreign !== workspace) {
        const testing = isTest && /^(capabilities|platform|providers\/[^/]+)\/testing$/.test(foreign);
        if (!testing && !allowed.test(foreign)) problems.push(`${path}: must not import ${specifier}`);
      }
      if (specifier.startsWith('.')) {
        const target = join(dirname(path), specifier).split(/[\\/]/);
        if (isTest && target[0] === 'tools') continue;
        if (target[1] !== workspace)
          problems.push(`${path}: must not reach into ${specifier}; import the package by its name`);
        else if (hasPeers.has(workspace) && target.length > 3 && target[2] !== folder)
          problems.push(`${path}: must not import its peer ${specifier}`);
      }
      if (hasPeers.has(workspace) && foreign?.startsWith(`${workspace}/`) && foreign.split('/')[1] !== folder) {
        problems.push(`${path}: must not import its peer ${specifier}`);
      }
      if (specifier.startsWith('node:') && isIsomorphic.test(path) && !isTest)
        problems.push(`${path}: runs in browsers too, so it must not import ${specifier}`);
    }
  }
  return problems;
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map((match) => match[1] ?? '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const paths = globSync('{packages,apps}/*/**/*.{ts,tsx}', {
    exclude: (path) => /node_modules|(^|\/)build$|\.react-router/.test(path),
  });
  const problems = findViolations(
    paths.map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') })),
  );
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
