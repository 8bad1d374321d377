import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Names that a package's public door exports without a TSDoc comment where they are declared.
 * @param entry Path of the door (`index.ts` or `schema.ts`).
 * @param read Gives the text of a file, or undefined when there is none.
 */
export function findUndocumented(entry: string, read: (path: string) => string | undefined): string[] {
  const text = read(entry);
  if (text === undefined) return [`${entry}: named in package.json "exports", but missing`];
  const problems = undocumentedDeclarations(entry, text, () => true);
  if (/export\s+\*\s+from/.test(text)) problems.push(`${entry}: export names, not *`);
  for (const match of text.matchAll(/export\s+(?:type\s+)?\{([^}]*)\}\s+from\s+['"](\.[^'"]+)['"]/g)) {
    const names = new Set(
      (match[1] ?? '')
        .split(',')
        .map(
          (part) =>
            part
              .trim()
              .replace(/^type\s+/, '')
              .split(/\s+as\s+/)[0] ?? '',
        )
        .filter(Boolean),
    );
    const path = join(dirname(entry), match[2] ?? '');
    const source = read(path);
    if (source === undefined) problems.push(`${entry}: re-exports from ${path}, which is missing`);
    else problems.push(...undocumentedDeclarations(path, source, (name) => names.has(name)));
  }
  return problems;
}

const declaration =
  /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\*?|const|let|class|type|interface)\s+([A-Za-z_$][\w$]*)/;

function undocumentedDeclarations(path: string, text: string, isPublic: (name: string) => boolean): string[] {
  const problems: string[] = [];
  const documented = new Set<string>();
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const name = declaration.exec(line)?.[1];
    if (name === undefined || !isPublic(name)) return;
    const above = lines[index - 1]?.trimEnd() ?? '';
    if (above.endsWith('*/')) documented.add(name);
    // A type that only names what a schema infers, or a list that is documented by the one above it, shares that doc.
    else if (/=\s*(z\.(infer|input)<|\(typeof )/.test(line) || documented.has(name)) documented.add(name);
    else problems.push(`${path}:${index + 1}: ${name} has no TSDoc`);
  });
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = globSync('packages/*/package.json').flatMap((file) => {
    const doors = Object.values(
      (JSON.parse(readFileSync(file, 'utf8')) as { exports?: Record<string, string> }).exports ?? {},
    );
    return doors.flatMap((door) =>
      findUndocumented(join(dirname(file), door), (path) =>
        existsSync(path) ? readFileSync(path, 'utf8') : undefined,
      ),
    );
  });
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
