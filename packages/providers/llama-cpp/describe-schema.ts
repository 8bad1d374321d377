type Schema = Record<string, unknown>;

/** Parts that are longer than this and occur more than once get a name. */
const worthNaming = 40;

/**
 * A JSON schema as the TypeScript type of its values, bounds and descriptions as comments: what models read best, at a
 * third of the tokens. Parts that occur twice are written once.
 */
export function describeSchema(schema: unknown): string {
  const counts = new Map<string, number>();
  count(schema, counts);
  const names = new Map<string, string>();
  const definitions: string[] = [];

  const nameOf = (node: Schema, hint: string): string | undefined => {
    const shape = shapeOf(node);
    const isWorthIt = 'enum' in node || 'properties' in node || 'anyOf' in node;
    if (!isWorthIt || shape.length < worthNaming || (counts.get(shape) ?? 0) < 2) return undefined;
    const known = names.get(shape);
    if (known !== undefined) return known;
    const taken = new Set(names.values());
    const base = `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`.replaceAll(/\W/g, '') || 'Part';
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
    names.set(shape, name);
    definitions.push(`type ${name} = ${describe(node, '', hint)};`);
    return name;
  };

  const visit = (node: unknown, indent: string, hint: string): string => {
    if (!isObject(node)) return 'unknown';
    return nameOf(node, hint) ?? describe(node, indent, hint);
  };

  const describe = (node: Schema, indent: string, hint: string): string => {
    if (typeof node['$ref'] === 'string') return node['$ref'].split('/').at(-1) || 'Root';
    if ('const' in node) return JSON.stringify(node['const']);
    if (Array.isArray(node['enum'])) return node['enum'].map((value) => JSON.stringify(value)).join(' | ');
    const choices = node['anyOf'] ?? node['oneOf'];
    if (Array.isArray(choices)) return choices.map((choice) => visit(choice, indent, hint)).join(' | ');
    if (Array.isArray(node['allOf'])) return node['allOf'].map((part) => visit(part, indent, hint)).join(' & ');
    const types = [node['type'] ?? ('properties' in node ? 'object' : 'unknown')].flat() as unknown[];
    return types.map((type) => describeType(type as string, node, indent, hint)).join(' | ');
  };

  const describeType = (type: string, node: Schema, indent: string, hint: string): string => {
    if (type === 'integer') return 'number';
    if (type === 'array') {
      if (Array.isArray(node['prefixItems'])) {
        return `[${node['prefixItems'].map((item) => visit(item, indent, hint)).join(', ')}]`;
      }
      const item = visit(node['items'], indent, hint.replace(/s$/, ''));
      return item.includes(' | ') && !item.endsWith('}') ? `(${item})[]` : `${item}[]`;
    }
    if (type !== 'object') return type;
    const required = new Set(Array.isArray(node['required']) ? node['required'] : []);
    const deeper = `${indent} `;
    const lines = Object.entries(isObject(node['properties']) ? node['properties'] : {}).map(([key, value]) => {
      const note = commentOf(value);
      return `${deeper}${key}${required.has(key) ? '' : '?'}: ${visit(value, deeper, key)};${note === '' ? '' : ` // ${note}`}`;
    });
    const extra = node['additionalProperties'];
    if (isObject(extra)) lines.push(`${deeper}[key: string]: ${visit(extra, deeper, hint)};`);
    return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
  };

  const root = isObject(schema) ? describe(schema, '', 'root') : 'unknown';
  const defined = isObject(schema) ? (schema['$defs'] ?? schema['definitions']) : undefined;
  if (isObject(defined)) {
    for (const [name, node] of Object.entries(defined)) {
      if (isObject(node)) definitions.push(`type ${name} = ${describe(node, '', name)};`);
    }
  }
  return [...definitions, root].join('\n');
}

/** How a part reads without its description, which may differ between two places that hold the same. */
function shapeOf(node: Schema): string {
  return JSON.stringify({ ...node, description: undefined });
}

function count(node: unknown, counts: Map<string, number>): void {
  if (Array.isArray(node)) for (const item of node) count(item, counts);
  if (!isObject(node)) return;
  if ('type' in node || 'enum' in node || 'anyOf' in node) {
    const shape = shapeOf(node);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  for (const value of Object.values(node)) count(value, counts);
}

function commentOf(node: unknown): string {
  if (!isObject(node)) return '';
  const notes = [typeof node['description'] === 'string' ? node['description'].replace(/\.$/, '') : ''];
  const range = (least: unknown, most: unknown, unit: string) => {
    const from = typeof least === 'number' && Math.abs(least) < 1e15 ? least : undefined;
    const to = typeof most === 'number' && Math.abs(most) < 1e15 ? most : undefined;
    if (from !== undefined && to !== undefined) notes.push(`${from === to ? from : `${from} to ${to}`}${unit}`);
    else if (to !== undefined) notes.push(`at most ${to}${unit}`);
    else if (from !== undefined) notes.push(`at least ${from}${unit}`);
  };
  if (node['type'] === 'integer') notes.push('whole');
  range(node['minimum'], node['maximum'], '');
  range(node['minLength'], node['maxLength'], ' characters');
  range(node['minItems'], node['maxItems'], ' items');
  if (typeof node['format'] === 'string') notes.push(node['format']);
  else if (typeof node['pattern'] === 'string') notes.push(`matches ${node['pattern']}`);
  return notes.filter((note) => note !== '').join('; ');
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
