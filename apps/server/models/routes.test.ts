import type { CapabilityName, LanguageModelV4, Moderator, Provider, ProviderDefinition } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { samplePng } from '@kinora/capabilities/testing';
import type { ConfiguredProvider, Meter } from '@kinora/platform/settings';
import { createBuiltinProvider } from '@kinora/providers/builtin';
import { afterAll, expect, test } from 'vitest';
import type { LiveProvider } from './providers.ts';
import { buildRoutes } from './routes.ts';

const builtin = createBuiltinProvider();
afterAll(() => builtin.close());

const definition: ProviderDefinition = {
  id: 'far',
  title: 'Far away',
  summary: 'A service.',
  kind: 'remote',
  capabilities: ['language', 'moderation'],
  fields: [
    { name: 'region', label: 'Region', kind: 'text', default: 'west' },
    { name: 'apiKey', label: 'Key', kind: 'secret' },
  ],
  create() {
    throw new Error('not used');
  },
};

function setUp(
  options: {
    configured?: Partial<ConfiguredProvider>;
    live?: Partial<LiveProvider>;
    model?: object;
    capability?: CapabilityName;
    meter?: Meter;
    audience?: 'child' | 'adult';
  } = {},
) {
  const { capability = 'moderation', meter = null, audience = 'child' } = options;
  const configured: ConfiguredProvider = {
    id: 'far',
    definition,
    title: 'Far away',
    isOn: true,
    childConsent: true,
    budget: null,
    values: { region: 'west' },
    plain: {},
    secrets: {},
    ...options.configured,
  };
  const provider = { model: () => options.model } as unknown as Provider;
  const live: LiveProvider = { configured, provider, offers: [], fingerprint: '', ...options.live };
  const providers = {
    all: () => [live],
    find: (id: string) => (id === 'far' ? live : undefined),
    learn: () => {},
    update: async () => false,
    [Symbol.asyncDispose]: async () => {},
  };
  const routes = [{ capability, entries: [{ provider: 'far', model: 'm' }], only: false }];
  return buildRoutes({ builtin, builtinVoices: [], providers, routes, meter, onServed: () => {} }, audience);
}

const signal = new AbortController().signal;
const ask = ({ models }: ReturnType<typeof setUp>) =>
  models.moderator.moderate(
    { kind: 'text', text: 'a fox sleeps', role: 'story' },
    { audience: { kind: 'child', age: 5 }, signal },
  );
const guard: Moderator = {
  provider: 'far',
  modelId: 'm',
  moderate: async () => ({ verdict: 'allow', categories: {}, spans: [] }),
};

test('a guard that is switched on and can’t be asked is a refusal for a child; one that is off is not asked', async () => {
  expect(await ask(setUp({ model: guard }))).toMatchObject({ verdict: 'allow' });
  await expect(ask(setUp({ live: { provider: null, problem: 'Fill in Key.' } }))).rejects.toMatchObject({
    code: 'provider.unavailable',
  });
  const off = setUp({ configured: { isOn: false }, live: { provider: null } });
  expect(await ask(off)).toMatchObject({ verdict: 'allow' });
  const withoutConsent = setUp({ configured: { childConsent: false }, live: { provider: null, problem: 'No key.' } });
  expect(await ask(withoutConsent)).toMatchObject({ verdict: 'allow' });
});

test('pictures of characters go along to a service only while it is on; a grown-up’s video needs no second yes', async () => {
  const sent: unknown[] = [];
  const model = {
    specificationVersion: 'v4',
    provider: 'far',
    modelId: 'm',
    maxImagesPerCall: 1,
    doGenerate: async ({ files }: { files?: unknown[] }) => {
      sent.push(...(files ?? []));
      return { images: [samplePng()], warnings: [], response: { timestamp: new Date(0), modelId: 'm', headers: {} } };
    },
  };
  const consent = { capability: 'image', model, configured: { childConsent: false } } as const;
  const { models } = setUp({ ...consent, audience: 'adult' });
  expect(models.identity('image')).toMatch(/^far\/m/);
  const mia = { type: 'file', mediaType: 'image/png', data: samplePng() } as const;
  const size = '160x90' as const;
  const call = { prompt: 'A boat', n: 1, size, aspectRatio: undefined, seed: 1, mask: undefined, providerOptions: {} };
  await models.image.doGenerate({ ...call, files: [mia] });
  expect(sent).toEqual([mia]);
  expect(setUp(consent).models.identity('image')).toMatch(/^builtin/);
  const off = { configured: { isOn: false }, live: { provider: null }, audience: 'adult' } as const;
  expect(setUp({ ...consent, ...off }).models.identity('image')).toMatch(/^builtin/);
});

test('a setting is part of the identity wherever it comes from; a key and a default are not', () => {
  const identityOf = (values: ConfiguredProvider['values'], plain: ConfiguredProvider['plain'] = {}) =>
    setUp({ capability: 'language', model: {}, configured: { values, plain } }).models.identity('language');
  const usual = identityOf({ region: 'west' });
  expect(identityOf({ region: 'west', apiKey: 'secret' })).toBe(usual);
  expect(identityOf({ region: 'east' })).not.toBe(usual);
  expect(identityOf({ region: 'east' })).toBe(identityOf({ region: 'east' }, { region: 'east' }));
});

test('a language model that another provider leans on keeps to its budget, and to the consent', async () => {
  const model = {
    specificationVersion: 'v4',
    provider: 'far',
    modelId: 'm',
    doGenerate: () => Promise.reject(new Error('asked')),
  } as unknown as LanguageModelV4;
  const meter: Meter = {
    admit: () => Promise.reject(new KinoraError('provider.quota', 'The budget is used up.')),
    count: () => {},
    usage: async () => new Map(),
    [Symbol.asyncDispose]: async () => {},
  };
  const named = { provider: 'far', model: 'm' };
  const built = setUp({ capability: 'language', model, meter });
  const language = built.language(named);
  expect(built.language(named)).toBe(language);
  const call = language?.doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'hello' }] }] });
  await expect(call).rejects.toMatchObject({ code: 'provider.quota' });
  expect(setUp({ capability: 'language', model, configured: { childConsent: false } }).language(named)).toBeNull();
});
