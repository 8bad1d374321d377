import type { StoredRoute } from '@kinora/platform/settings';
import { expect, test } from 'vitest';
import type { Models } from '../models/index.ts';
import { createSetup } from './setup.ts';
import { describeRoutes } from './views.ts';

const guards: StoredRoute = {
  capability: 'moderation',
  entries: [
    { provider: 'transformers', model: 'toxic-bert' },
    { provider: 'azure-content-safety', model: 'toxic-bert' },
  ],
  only: false,
};

function modelsWith(offers: object[]): Models {
  const kinds: Record<string, 'local' | 'remote'> = { transformers: 'local', 'azure-content-safety': 'remote' };
  const find = (id: string) => ({
    configured: { id, title: id, definition: { kind: kinds[id] } },
    provider: {},
    offers,
  });
  const ready = { device: 'cpu', state: 'ready', failures: 0, served: 0 };
  return {
    routes: () => [guards],
    providers: { find },
    refresh: async () => {},
    health: () => [
      {
        capability: 'moderation',
        providers: guards.entries.map(({ provider, model }) => ({ ...ready, id: `${provider}/${model}` })),
      },
    ],
  } as unknown as Models;
}

test('a guard whose model is removed is not asked any more, a service of the same name is', async () => {
  const saved: StoredRoute[] = [];
  const setup = createSetup({
    engine: { store: { remove: async () => {} } },
    settings: { saveRoute: async (route: StoredRoute) => void saved.push(route) },
    models: modelsWith([]),
    definitions: [],
    log: () => {},
  } as unknown as Parameters<typeof createSetup>[0]);
  await setup.removeModel('another');
  expect(saved).toEqual([]);
  await setup.removeModel('toxic-bert');
  expect(saved).toEqual([{ ...guards, entries: [guards.entries[1]] }]);
});

test('a guard that is asked but whose model is not there counts as off', () => {
  const statesOf = (models: Models) =>
    describeRoutes(models)
      .find(({ capability }) => capability === 'moderation')
      ?.entries.map(({ state }) => state);
  expect(statesOf(modelsWith([]))).toEqual(['off', 'ready']);
  expect(statesOf(modelsWith([{ capability: 'moderation', modelId: 'toxic-bert' }]))).toEqual(['ready', 'ready']);
});
