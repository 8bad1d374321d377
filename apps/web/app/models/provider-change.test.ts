import type { ProviderKindView } from '@kinora/capabilities/setup';
import { describe, expect, test } from 'vitest';
import { newProviderId, settingsOf, valuesOf } from './provider-change.ts';

const kind: ProviderKindView = {
  id: 'server',
  title: 'A server',
  summary: '',
  kind: 'remote',
  capabilities: ['language'],
  fields: [
    { name: 'baseUrl', label: 'Address', kind: 'url', isRequired: true },
    { name: 'key', label: 'Key', kind: 'secret' },
    { name: 'side', label: 'Side', kind: 'number' },
    { name: 'form', label: 'Form', kind: 'choice', default: 'auto', choices: [{ value: 'auto', label: 'Automatic' }] },
    { name: 'isFast', label: 'Fast', kind: 'toggle', default: true },
  ],
  leaves: {},
  isRepeatable: true,
  packages: [],
};

describe('the form of a provider', () => {
  test('shows defaults and what is stored, never a secret', () => {
    expect(valuesOf(kind, { side: 512, key: 'should never be sent' })).toEqual({
      baseUrl: '',
      key: '',
      side: '512',
      form: 'auto',
      isFast: true,
    });
  });

  test('sends what was typed: numbers as numbers, no defaults, no empty secret', () => {
    const values = { baseUrl: ' http://localhost:1 ', key: '', side: '640', form: 'auto', isFast: false };
    expect(settingsOf(kind, values)).toEqual({ baseUrl: 'http://localhost:1', side: 640, isFast: false });
  });

  test('sends what is no number as it is: the server says what is wrong with it', () => {
    expect(settingsOf(kind, { side: 'wide' })).toEqual({ side: 'wide' });
  });
});

test.each([
  ['Anything', [], 'server'],
  ['Study PC', ['server'], 'server:study-pc'],
  ['Study PC', ['server', 'server:study-pc'], 'server:study-pc-2'],
  ['書斎', ['server'], 'server:more'],
])('“%s” beside %j is %s', (title, taken, id) => expect(newProviderId(kind, title, taken)).toBe(id));
