import { expect, test } from 'vitest';
import { createJsonFilter, extractJson } from './json-filter.ts';

test.each([
  ['plain', '{"a": 1}', '{"a": 1}'],
  ['in a fence', '```json\n{"a": "}"}\n```', '{"a": "}"}'],
  ['in a sentence with brackets', 'Here [as asked] it is: {"a": [1]} Enjoy {it}!', '{"a": [1]}'],
  ['after thoughts', '<think>Maybe {"b": 2}?</think>\n{"a": 1}', '{"a": 1}'],
  ['an array', '[{"a": 1}, 2] and more', '[{"a": 1}, 2]'],
  ['an array in a fence', '```json\n[1]\n```', '[1]'],
  ['an array after thoughts', '<think>Hm.</think>\n\n[1]', '[1]'],
  ['with quotation marks inside', String.raw`x {"a": "\\\"}\\\\"} y`, String.raw`{"a": "\\\"}\\\\"}`],
  ['nowhere', 'No value at all.', 'No value at all.'],
])('JSON is found %s', (_, text, expected) => {
  expect(extractJson(text)).toBe(expected);
});

test('JSON is found whatever the chunks', () => {
  const filter = createJsonFilter();
  const text = '<think>{</think>```json\n{"title": "The {fox}", "list": ["a", {"b": "]"}]}\n``` {"more": 1}';
  expect(Array.from(text, (character) => filter.push(character)).join('')).toBe(
    '{"title": "The {fox}", "list": ["a", {"b": "]"}]}',
  );
  expect(filter.isDone()).toBe(true);
});
