import type { Provider, ProviderDefinition } from '@kinora/capabilities';
import type { ConfiguredProvider } from '@kinora/platform/settings';
import { expect, test } from 'vitest';
import { createLiveProviders } from './providers.ts';

test('a provider is made anew when its settings change, and stays when only its budget or consent does', async () => {
  const log: string[] = [];
  const definition: ProviderDefinition = {
    id: 'far',
    title: 'Far away',
    summary: 'A service.',
    kind: 'remote',
    capabilities: ['language'],
    fields: [{ name: 'region', label: 'Region', kind: 'text' }],
    create({ region }) {
      log.push(`made for ${String(region)}`);
      const closed = async () => void log.push(`closed for ${String(region)}`);
      return { offers: async () => [], [Symbol.asyncDispose]: closed } as unknown as Provider;
    },
  };
  const configured: ConfiguredProvider = {
    id: 'far',
    definition,
    title: 'Far away',
    isOn: true,
    childConsent: false,
    budget: null,
    values: { region: 'west' },
    plain: { region: 'west' },
    secrets: {},
  };
  await using live = createLiveProviders(() => ({}) as never);
  expect(await live.update([configured])).toBe(true);
  expect(await live.update([{ ...configured }])).toBe(false);
  const { provider } = live.find('far') ?? {};
  expect(await live.update([{ ...configured, childConsent: true }])).toBe(true);
  expect(live.find('far')).toMatchObject({ configured: { childConsent: true } });
  expect(live.find('far')?.provider).toBe(provider);
  await live.update([{ ...configured, values: { region: 'east' } }]);
  expect(log).toEqual(['made for west', 'made for east', 'closed for west']);
  await live.update([{ ...configured, isOn: false }]);
  expect(live.find('far')?.provider).toBeNull();
});
