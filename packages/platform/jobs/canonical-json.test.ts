import { expect, test } from 'vitest';
import { canonicalJson, hashJson } from './canonical-json.ts';

test('sorts keys at every depth and leaves out what is undefined', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: undefined, A: 'é' })).toBe('{"A":"é","b":[{"c":null,"d":1}]}');
});

test('numbers, texts and lists keep apart', () => {
  const values = [1, '1', [1], [[1]], { 0: 1 }, null, true, 'null'];
  expect(new Set(values.map(hashJson)).size).toBe(values.length);
  expect(hashJson(1.0)).toBe(hashJson(1));
});

test('the hash is SHA-256 of the text', () => {
  expect(hashJson({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});
