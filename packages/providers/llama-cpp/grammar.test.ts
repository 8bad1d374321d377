import { describe, expect, test } from 'vitest';
import { createJsonGrammar } from './grammar.ts';
import { integerGrammar, numberGrammar } from './number-grammar.ts';

/** Reads GBNF as a regular expression, which it is where no rule refers to itself. */
function toRegExp(grammar: string): RegExp {
  const rules = new Map(
    grammar
      .trim()
      .split('\n')
      .map((line) => line.split(' ::= ', 2) as [string, string]),
  );
  const expand = (body: string, depth: number): string => {
    if (depth > 30) return '[]';
    const part = /"((?:[^"\\]|\\.)*)"|(\[(?:[^\]\\]|\\.)*\])|([a-z]\w*)|(\s+)|([|()*?]|\{[\d,]+\})/g;
    return body.replaceAll(part, (_, literal?: string, set?: string, name?: string, space?: string, sign?: string) => {
      if (literal !== undefined) {
        const text = JSON.parse(`"${literal}"`) as string;
        return `(?:${text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)})`;
      }
      if (set !== undefined) return set;
      if (name !== undefined) return `(?:${expand(rules.get(name) ?? '[]', depth + 1)})`;
      return space === undefined ? (sign ?? '').replace('(', '(?:') : '';
    });
  };
  return new RegExp(`^(?:${expand('root', 0)})$`, 'u');
}

const holds = (schema: unknown, value: unknown) =>
  toRegExp(createJsonGrammar(schema).grammar).test(typeof value === 'string' ? value : JSON.stringify(value));

describe('integers', () => {
  const bounds = [
    [0, 0],
    [0, 9],
    [3, 127],
    [99, 100],
    [7, 7000],
    [-5, 5],
    [-120, -7],
    [-30, 0],
    [198, 1203],
  ] as const;
  test.each(bounds)('from %i to %i are all that the grammar lets through', (minimum, maximum) => {
    const expression = toRegExp(`root ::= ${integerGrammar({ minimum, maximum })}`);
    for (let value = -200; value <= 7100; value++) {
      expect([value, expression.test(String(value))]).toEqual([value, value >= minimum && value <= maximum]);
    }
  });

  test('without bounds have at most 15 digits, no exponent and no leading zero', () => {
    for (const text of ['0', '-1', '999999999999999']) expect(holds({ type: 'integer' }, text)).toBe(true);
    for (const text of ['744E76', '01', '1.0', '9999999999999999', '']) {
      expect(holds({ type: 'integer' }, text)).toBe(false);
    }
  });

  test('with the bounds of safe integers count as unbounded', () => {
    const safe = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
    expect(createJsonGrammar(safe).grammar).toBe(createJsonGrammar({ type: 'integer' }).grammar);
  });

  test('that can’t exist are an error of the schema', () => {
    const impossible = { type: 'integer', minimum: 3, maximum: 2 };
    expect(() => createJsonGrammar(impossible)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });

  test('beyond exclusive bounds', () => {
    const between = { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 4 };
    expect(['1', '2', '3', '4'].map((text) => holds(between, text))).toEqual([false, true, true, false]);
  });
});

describe('numbers', () => {
  test('between whole bounds', () => {
    const unit = { type: 'number', minimum: 0, maximum: 1 };
    for (const text of ['0', '0.25', '1']) expect(holds(unit, text)).toBe(true);
    for (const text of ['-0.5', '1.5', '2', '1e3']) expect(holds(unit, text)).toBe(false);
    expect(holds({ type: 'number', minimum: 2 }, '17.5')).toBe(true);
    expect(holds({ type: 'number', maximum: 2 }, '-17.5')).toBe(true);
    expect(holds({ type: 'number', maximum: 2 }, '2.5')).toBe(false);
  });

  test('say when their bounds can’t be held', () => {
    expect(numberGrammar({ minimum: 0.5 }).isExact).toBe(false);
    expect(createJsonGrammar({ type: 'number', minimum: -0.5 }).unsupported).toEqual([
      'minimum and maximum of a number',
    ]);
  });
});

describe('strings', () => {
  test('keep their length, counted in characters', () => {
    const schema = { type: 'string', minLength: 2, maxLength: 4 };
    for (const text of ['ab', 'きつね', 'a"b\n']) expect(holds(schema, JSON.stringify(text))).toBe(true);
    for (const text of ['a', 'abcde']) expect(holds(schema, JSON.stringify(text))).toBe(false);
  });

  test('hold no bare control characters, quotes or backslashes', () => {
    for (const text of ['"a\nb"', '"a"b"', String.raw`"\x"`]) expect(holds({ type: 'string' }, text)).toBe(false);
  });

  test('of a known format', () => {
    expect(holds({ type: 'string', format: 'date' }, '"2026-11-21"')).toBe(true);
    expect(holds({ type: 'string', format: 'date' }, '"2026-13-21"')).toBe(false);
    expect(holds({ type: 'string', format: 'date-time' }, '"2026-11-21T19:30:00Z"')).toBe(true);
    expect(holds({ type: 'string', format: 'uuid', pattern: 'x' }, `"${crypto.randomUUID()}"`)).toBe(true);
  });

  test('with a pattern or a foreign format are told of', () => {
    expect(createJsonGrammar({ type: 'string', pattern: '^a' }).unsupported).toEqual(['pattern']);
    expect(createJsonGrammar({ type: 'string', format: 'email' }).unsupported).toEqual(['format email']);
  });

  test('from a list, with every character that JSON escapes', () => {
    const odd = ['calm', 'a"b', String.raw`back\slash`, 'two\nlines', 'ゆめ'];
    for (const value of odd) expect(holds({ enum: odd }, JSON.stringify(value))).toBe(true);
    expect(holds({ enum: odd }, '"merry"')).toBe(false);
    expect(holds({ const: 3 }, '3')).toBe(true);
  });
});

describe('arrays', () => {
  test('keep their number of items', () => {
    const lists = { type: 'array', items: { type: 'boolean' }, minItems: 2, maxItems: 3 };
    const of = (length: number) => Array.from({ length }, () => true);
    expect([0, 1, 2, 3, 4].map((length) => holds(lists, of(length)))).toEqual([false, false, true, true, false]);
    expect(holds({ type: 'array', items: { type: 'null' } }, [])).toBe(true);
    expect(holds({ type: 'array', maxItems: 0 }, [])).toBe(true);
  });

  test('with a type for each place', () => {
    const pair = { type: 'array', prefixItems: [{ type: 'integer' }, { type: 'boolean' }], items: false };
    expect(holds(pair, [1, true])).toBe(true);
    expect(holds(pair, [true, 1])).toBe(false);
    const open = { type: 'array', prefixItems: [{ type: 'integer' }], items: { type: 'boolean' }, maxItems: 2 };
    expect([[1], [1, true], [1, true, true]].map((value) => holds(open, value))).toEqual([true, true, false]);
  });
});

describe('objects', () => {
  const bit = { type: 'boolean' };

  test('have their required keys, in order, and any of the optional ones', () => {
    const schema = { type: 'object', properties: { a: bit, b: bit, c: bit, d: bit }, required: ['b', 'd'] };
    for (const keys of ['bd', 'abd', 'bcd', 'abcd']) expect(holds(schema, objectOf(keys))).toBe(true);
    for (const keys of ['b', 'd', 'db', 'bdd', 'abcde', '']) expect(holds(schema, objectOf(keys))).toBe(false);
  });

  test('may be empty when nothing is required', () => {
    const schema = { type: 'object', properties: { a: bit, b: bit } };
    for (const keys of ['', 'a', 'b', 'ab']) expect(holds(schema, objectOf(keys))).toBe(true);
    expect(holds(schema, objectOf('ba'))).toBe(false);
  });

  test('have further keys only where a type is named for them', () => {
    const schema = { type: 'object', properties: { a: bit }, required: ['a'], additionalProperties: bit };
    expect(holds(schema, objectOf('a'))).toBe(true);
    expect(holds(schema, objectOf('axy'))).toBe(true);
    expect(
      holds({ type: 'object', additionalProperties: bit, minProperties: 2, maxProperties: 3 }, objectOf('x')),
    ).toBe(false);
    expect(
      holds({ type: 'object', additionalProperties: bit, minProperties: 2, maxProperties: 3 }, objectOf('xy')),
    ).toBe(true);
    expect(holds({ type: 'object', properties: {}, additionalProperties: false }, {})).toBe(true);
  });

  test('nest, and allow one space after a colon or comma', () => {
    const schema = {
      type: 'object',
      properties: {
        scene: { type: 'object', properties: { page: { type: 'integer' } }, required: ['page'] },
        last: bit,
      },
      required: ['scene', 'last'],
    };
    expect(holds(schema, '{"scene":{"page":1},"last":true}')).toBe(true);
    expect(holds(schema, '{"scene": {"page": 1}, "last": true}')).toBe(true);
    expect(holds(schema, '{"scene":  {"page":1},"last":true}')).toBe(false);
  });
});

describe('combinations', () => {
  test('of choices, types and references', () => {
    const schema = {
      anyOf: [{ $ref: '#/$defs/mood' }, { type: ['integer', 'null'] }],
      $defs: { mood: { enum: ['calm'] } },
    };
    for (const text of ['"calm"', '12', 'null']) expect(holds(schema, text)).toBe(true);
    expect(holds(schema, 'true')).toBe(false);
  });

  test('that must all hold are merged', () => {
    const schema = {
      allOf: [{ $ref: '#/definitions/base' }, { type: 'object', properties: { b: { type: 'null' } }, required: ['b'] }],
      definitions: { base: { type: 'object', properties: { a: { type: 'boolean' } }, required: ['a'] } },
    };
    expect(holds(schema, { a: true, b: null })).toBe(true);
    expect(holds(schema, { a: true })).toBe(false);
  });

  test('that refer to themselves become rules that refer to themselves', () => {
    const tree = {
      type: 'object',
      properties: { child: { anyOf: [{ $ref: '#' }, { type: 'null' }] } },
      required: ['child'],
    };
    const { grammar } = createJsonGrammar(tree);
    expect(grammar.split('\n').filter((line) => /^r\d+ ::= .*\br6\b/.test(line))).not.toEqual([]);
  });

  test('that lead nowhere are an error of the schema', () => {
    for (const schema of [{ $ref: '#/$defs/none' }, { $ref: 'other.json' }, false, { type: 'date' }]) {
      expect(() => createJsonGrammar(schema)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
    }
  });

  test('that a grammar can’t hold are named', () => {
    const schema = { type: 'array', items: { type: 'integer', multipleOf: 2 }, uniqueItems: true };
    expect(createJsonGrammar(schema).unsupported.toSorted()).toEqual(['multipleOf', 'uniqueItems']);
  });
});

/** JSON of an object whose keys are the letters. */
function objectOf(keys: string): string {
  return `{${keys
    .split('')
    .map((key) => `"${key}":true`)
    .join(',')}}`;
}
