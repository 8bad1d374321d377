import { expect, test } from 'vitest';
import { createMemoryContext } from '../testing/memory-context.ts';
import { checkWords } from './check-words.ts';

test('a guard that marks a whole paragraph of the lyrics names no line', async () => {
  const context = createMemoryContext({
    judge: (input) => ({
      verdict: 'block',
      categories: { hate: 7 },
      spans: [{ offset: 0, length: input.kind === 'text' ? input.text.length : 0, category: 'hate', severity: 7 }],
      explanation: 'That hurts.',
    }),
  });
  const lyrics = { kind: 'plain', text: 'Under the moon\nunkind words' } as const;
  await expect(checkWords({ theme: '', characters: [], lyrics }, undefined, context)).rejects.toMatchObject({
    message: 'The lyrics can’t be used. That hurts.',
    data: { field: 'lyrics', line: undefined },
  });
});
