import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkVectors } from './vectors.ts';
import type { VectorFile } from './vectors.ts';

const file = JSON.parse(readFileSync(new URL('__fixtures__/vectors.json', import.meta.url), 'utf8')) as VectorFile;

describe('reference vectors', async () => {
  const results = await checkVectors(file);

  test.each(results)('$name agrees within 1e-9', ({ error }) => {
    expect(error).toBeLessThan(1e-9);
  });

  test('has cases of every sampler', () => {
    const samplers = new Set(file.cases.map((each) => each.scheduler));
    expect(samplers.size).toBe(6);
    expect(results.length).toBeGreaterThan(80);
  });

  test('notices a wrong number', async () => {
    const changed = structuredClone(file);
    changed.cases[0]!.final_sample[3]! += 1e-6;
    const [first] = await checkVectors(changed);
    expect(first?.error).toBeGreaterThan(1e-8);
  });
});
