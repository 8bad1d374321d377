import { expect, test } from 'vitest';
import { describeField } from './providers.ts';

test('a setting is told with every variable that sets it, also where its definition names none', () => {
  const openai = { id: 'openai' };
  expect(describeField(openai, { name: 'voice', label: 'Voice', kind: 'text' })).toContain(
    '(text; KINORA_OPENAI_VOICE)',
  );
  expect(
    describeField(openai, { name: 'apiKey', label: 'Key', kind: 'secret', environment: ['OPENAI_API_KEY'] }),
  ).toContain('(secret; KINORA_OPENAI_API_KEY, OPENAI_API_KEY)');
});
