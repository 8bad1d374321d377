import type { ProviderKindView } from '@kinora/capabilities/setup';
import { expect, test } from 'vitest';
import { describeField, readPair } from './providers.ts';

test('a setting is told with every variable that sets it, also where its definition names none', () => {
  const openai = { id: 'openai' };
  expect(describeField(openai, { name: 'voice', label: 'Voice', kind: 'text' })).toContain(
    '(text; KINORA_OPENAI_VOICE)',
  );
  expect(
    describeField(openai, { name: 'apiKey', label: 'Key', kind: 'secret', environment: ['OPENAI_API_KEY'] }),
  ).toContain('(secret; KINORA_OPENAI_API_KEY, OPENAI_API_KEY)');
});

test('a key that was given without the name of its setting is not told again', () => {
  const kind = {
    id: 'openai',
    title: 'OpenAI',
    fields: [{ name: 'apiKey', label: 'Key', kind: 'secret' }],
  } as unknown as ProviderKindView;
  expect(readPair('apiKey=sk-very=secret', kind)).toEqual(['apiKey', 'sk-very=secret']);
  for (const pair of ['sk-very-secret', 'sk-very-secret=', 'sk-very-secret=x'])
    expect(() => readPair(pair, kind)).toThrow(/^(?!.*secret).*apiKey/);
});
