import type { ProviderDefinition } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { describeKind } from './setup.ts';

test('every field of a kind names a variable that sets it, also where its definition names none', () => {
  const definition: Omit<ProviderDefinition, 'create'> = {
    id: 'attic-server',
    title: 'Attic',
    summary: 'A server.',
    kind: 'remote',
    capabilities: ['speech'],
    fields: [
      { name: 'baseUrl', label: 'Address', kind: 'url', environment: ['KINORA_ATTIC_URL'] },
      { name: 'firstVoice', label: 'Voice', kind: 'choice', choices: [{ value: 'a', label: 'A' }] },
    ],
  };
  const { fields } = describeKind(definition as ProviderDefinition);
  expect(fields.map(({ environment }) => environment)).toEqual([
    ['KINORA_ATTIC_URL'],
    ['KINORA_ATTIC_SERVER_FIRST_VOICE'],
  ]);
});
