import type { OfferedModel, ProviderDefinition, ProviderServices, SpeechModelV4 } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import type { Connection } from './index.ts';
import { createModels } from './index.ts';

const offer: OfferedModel = {
  capability: 'speech',
  modelId: 'server',
  title: 'Voices',
  device: 'remote',
  voices: [{ id: 'anna', name: 'Anna', language: 'en' }],
};
const definition: ProviderDefinition = {
  id: 'attic',
  title: 'Attic',
  summary: 'A server.',
  kind: 'remote',
  capabilities: ['speech'],
  fields: [],
  create: () => ({
    offers: async () => [offer],
    model: () => ({}) as SpeechModelV4 as never,
    check: async () => ({ message: 'It answers.' }),
    async [Symbol.asyncDispose]() {},
  }),
};
const open = async (isOn: boolean) => {
  const attic = {
    id: 'attic',
    definition,
    title: 'Attic',
    isOn,
    childConsent: true,
    values: {},
    plain: {},
    secrets: {},
    budget: null,
  };
  const routes = [{ capability: 'speech', entries: [{ provider: 'attic', model: 'server' }], only: false }];
  const connection = {
    settings: { read: async () => ({ providers: [attic], routes }) },
    services: () => ({}) as ProviderServices,
  } as unknown as Connection;
  const models = createModels({ connect: async () => connection });
  await models.refresh();
  return models;
};

test('any voice of a service may be chosen until the service has said which it has', async () => {
  await using models = await open(true);
  expect(['attic/server:anna', 'attic/server:bert'].map(models.hasVoice)).toEqual([true, true]);
  models.providers.learn('attic', [offer]);
  expect(['attic/server:anna', 'attic/server:bert'].map(models.hasVoice)).toEqual([true, false]);
});

test('what nobody in the route has is no voice', async () => {
  await using models = await open(true);
  expect(['willow', 'nobody', 'attic/other:anna', 'cellar/server:anna'].map(models.hasVoice)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  await using off = await open(false);
  expect(off.hasVoice('attic/server:anna')).toBe(false);
});
