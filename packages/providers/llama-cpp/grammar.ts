import { KinoraError } from '@kinora/capabilities';
import { integerGrammar, numberGrammar } from './number-grammar.ts';

/** A grammar in llama.cpp's GBNF, and what of the schema it can't hold. */
export type JsonGrammar = {
  grammar: string;
  /** Keywords of the schema that the grammar doesn't enforce, e.g. `pattern`. */
  unsupported: string[];
};

type Schema = Record<string, unknown>;

/**
 * Turns a JSON schema into a grammar that lets a model write nothing else: objects with their keys in the schema's order
 * (optional ones may be left out), no keys beside them unless the schema names a type for these, bounded strings, arrays
 * and integers. It writes JSON on one line.
 * @param schema JSON Schema (draft 7 or 2020-12). Omitted: any JSON object.
 * @throws KinoraError `request.invalid` for a schema that nothing can satisfy, or a reference that leads nowhere.
 */
export function createJsonGrammar(schema: unknown = { type: 'object' }): JsonGrammar {
  const rules = new Map<string, string>([
    ['ws', '" "?'],
    ['char', String.raw`[^"\\\x7F\x00-\x1F] | "\\" ["\\/nrt]`],
    ['string', String.raw`"\"" char* "\""`],
    ['number', numberGrammar({}).grammar],
    [
      'value',
      '"{" (pair ("," ws pair)*)? "}" | "[" (value ("," ws value)*)? "]" | string | number | "true" | "false" | "null"',
    ],
    ['pair', 'string ":" ws value'],
  ]);
  const unsupported = new Set<string>();
  const names = new Map<unknown, string>();

  const addRule = (body: string): string => {
    const name = `r${rules.size}`;
    rules.set(name, body);
    return name;
  };

  const visit = (node: unknown): string => {
    if (node === true || (isObject(node) && Object.keys(node).length === 0)) return 'value';
    if (!isObject(node)) throw invalid('holds a part that nothing satisfies');
    const known = names.get(node);
    if (known !== undefined) return known;
    const name = addRule('');
    names.set(node, name);
    rules.set(name, describe(node));
    return name;
  };

  const describe = (node: Schema): string => {
    for (const keyword of [
      'pattern',
      'multipleOf',
      'uniqueItems',
      'contains',
      'not',
      'if',
      'patternProperties',
      'dependentSchemas',
    ]) {
      if (keyword in node && !(keyword === 'pattern' && formats[textOf(node['format'])])) unsupported.add(keyword);
    }
    if (typeof node['$ref'] === 'string') return visit(resolve(schema, node['$ref']));
    if ('const' in node) return literal(node['const']);
    if (Array.isArray(node['enum'])) return node['enum'].map(literal).join(' | ');
    const choices = node['anyOf'] ?? node['oneOf'];
    if (Array.isArray(choices)) return choices.map(visit).join(' | ');
    if (Array.isArray(node['allOf'])) return describe(mergeAll(node, schema));
    const types = [node['type'] ?? guessType(node)].flat() as unknown[];
    return types.map((type) => describeType(textOf(type), node)).join(' | ');
  };

  const describeType = (type: string, node: Schema): string => {
    if (type === 'object') return describeObject(node);
    if (type === 'array') return describeArray(node);
    if (type === 'string') return describeString(node);
    if (type === 'boolean') return '"true" | "false"';
    if (type === 'null') return '"null"';
    if (type === 'integer') {
      const grammar = integerGrammar(integerBounds(node));
      if (grammar === null) throw invalid('asks for an integer between bounds that leave none');
      return grammar;
    }
    if (type === 'number') {
      const { grammar, isExact } = numberGrammar({
        minimum: numberOf(node['minimum']) ?? numberOf(node['exclusiveMinimum']),
        maximum: numberOf(node['maximum']) ?? numberOf(node['exclusiveMaximum']),
      });
      if (!isExact) unsupported.add('minimum and maximum of a number');
      return grammar;
    }
    if (type === 'value') return 'value';
    throw invalid(`names the type “${type}”, which JSON doesn't have`);
  };

  const describeString = (node: Schema): string => {
    const format = formats[textOf(node['format'])];
    if (format) return String.raw`"\"" ${format} "\""`;
    if (node['format'] !== undefined) unsupported.add(`format ${textOf(node['format'])}`);
    const [least, most] = [numberOf(node['minLength']) ?? 0, numberOf(node['maxLength'])];
    return String.raw`"\"" char${times(least, most)} "\""`;
  };

  const describeArray = (node: Schema): string => {
    const fixed = (
      Array.isArray(node['prefixItems']) ? node['prefixItems'] : Array.isArray(node['items']) ? node['items'] : []
    ).map(visit);
    const isClosed = node['items'] === false || (fixed.length > 0 && !isObject(node['items']));
    if (isClosed) return `"[" ${fixed.join(' "," ws ')} "]"`;
    const item = visit(node['items'] ?? true);
    const least = Math.max(0, (numberOf(node['minItems']) ?? 0) - fixed.length);
    const maxItems = numberOf(node['maxItems']);
    const most = maxItems === undefined ? undefined : maxItems - fixed.length;
    if (most !== undefined && most < least) throw invalid('asks for fewer items than it needs');
    if (fixed.length > 0) return `"[" ${fixed.join(' "," ws ')} ("," ws ${item})${times(least, most)} "]"`;
    if (most === 0) return '"[" "]"';
    const list = `${item} ("," ws ${item})${times(Math.max(0, least - 1), most === undefined ? undefined : most - 1)}`;
    return `"[" ${least === 0 ? `(${list})?` : list} "]"`;
  };

  const describeObject = (node: Schema): string => {
    const properties = Object.entries(isObject(node['properties']) ? node['properties'] : {});
    const required = new Set(Array.isArray(node['required']) ? node['required'] : []);
    const extra = node['additionalProperties'] ?? properties.length === 0;
    const [least, most] = [numberOf(node['minProperties']), numberOf(node['maxProperties'])];
    if (properties.length > 0 && (least !== undefined || most !== undefined))
      unsupported.add('minProperties and maxProperties');
    const pair = extra === false ? undefined : addRule(`string ":" ws ${visit(extra)}`);
    if (properties.length === 0) {
      if (pair === undefined || most === 0) return '"{" "}"';
      const list = `${pair} ("," ws ${pair})${times(Math.max(0, (least ?? 0) - 1), most === undefined ? undefined : most - 1)}`;
      return `"{" ${least ? list : `(${list})?`} "}"`;
    }
    // Two ends of the list for each property: nothing written so far, or something, after which a comma is due.
    let first = pair === undefined ? '' : `(${pair} ("," ws ${pair})*)?`;
    let next = pair === undefined ? '' : `("," ws ${pair})*`;
    for (const [key, value] of properties.toReversed()) {
      const member = `${literal(key)} ":" ws ${visit(value)}`;
      const isRequired = required.has(key);
      const after = next === '' ? '' : ` ${addRule(next)}`;
      first = isRequired ? `${member}${after}` : `${member}${after} | ${first === '' ? '""' : addRule(first)}`;
      next = isRequired ? `"," ws ${member}${after}` : `("," ws ${member})?${after}`;
    }
    return `"{" ${addRule(first)} "}"`;
  };

  const root = visit(schema);
  const text = [`root ::= ${root}`, ...[...rules].map(([name, body]) => `${name} ::= ${body}`)].join('\n');
  return { grammar: `${text}\n`, unsupported: [...unsupported] };
}

/** Formats that a grammar can hold. RFC 3339, RFC 9562. */
const day = '[0-9]{4} "-" ("0" [1-9] | "1" [0-2]) "-" ("0" [1-9] | [12] [0-9] | "3" [01])';
const clock =
  '([01] [0-9] | "2" [0-3]) ":" [0-5] [0-9] ":" [0-5] [0-9] ("." [0-9]{3})? ("Z" | [+-] [01] [0-9] ":" [0-5] [0-9])';
const formats: Record<string, string> = {
  date: day,
  time: clock,
  'date-time': `${day} "T" ${clock}`,
  uuid: '[0-9a-f]{8} "-" [0-9a-f]{4} "-4" [0-9a-f]{3} "-" [89ab] [0-9a-f]{3} "-" [0-9a-f]{12}',
};

/** A value as JSON, as a literal of the grammar; its escapes are those of a JSON string. */
function literal(value: unknown): string {
  return JSON.stringify(JSON.stringify(value));
}

function times(least: number, most: number | undefined): string {
  if (least === 0 && most === undefined) return '*';
  return `{${least},${most ?? ''}}`;
}

function guessType(node: Schema): string {
  if ('properties' in node || 'additionalProperties' in node) return 'object';
  if ('items' in node || 'prefixItems' in node) return 'array';
  if ('minLength' in node || 'maxLength' in node || 'pattern' in node) return 'string';
  if ('minimum' in node || 'maximum' in node) return 'number';
  return 'value';
}

function integerBounds(node: Schema) {
  const above = numberOf(node['exclusiveMinimum']);
  const below = numberOf(node['exclusiveMaximum']);
  return {
    minimum: numberOf(node['minimum']) ?? (above === undefined ? undefined : Math.floor(above) + 1),
    maximum: numberOf(node['maximum']) ?? (below === undefined ? undefined : Math.ceil(below) - 1),
  };
}

/** One schema that asks what all of a list ask, for the common case of objects that extend each other. */
function mergeAll(node: Schema, root: unknown): Schema {
  const { allOf, ...own } = node;
  const parts = (allOf as unknown[]).map((part) =>
    isObject(part) && typeof part['$ref'] === 'string' ? resolve(root, part['$ref']) : part,
  );
  return [own, ...parts].reduce<Schema>((merged, part) => {
    if (!isObject(part)) return merged;
    const { properties, required, ...rest } = part;
    return {
      ...merged,
      ...rest,
      ...(isObject(properties) && { properties: { ...(merged['properties'] as Schema | undefined), ...properties } }),
      ...(Array.isArray(required) && {
        required: [...((merged['required'] as unknown[] | undefined) ?? []), ...(required as unknown[])],
      }),
    };
  }, {});
}

/** RFC 6901 within the same document. */
function resolve(root: unknown, reference: string): unknown {
  if (!reference.startsWith('#')) throw invalid(`refers to “${reference}”, outside of itself`);
  const found = reference
    .slice(1)
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), root);
  if (found === undefined) throw invalid(`refers to “${reference}”, which it doesn't define`);
  return found;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function invalid(what: string): KinoraError {
  return new KinoraError('request.invalid', `The JSON schema ${what}; correct the schema.`, {
    data: { field: 'schema' },
  });
}
