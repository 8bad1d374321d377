import type { ProviderDefinition } from '@kinora/capabilities';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localOwnerId } from '../db/users.ts';
import { openTemporaryDatabase } from '../testing/index.ts';
import { describeUsage, noUsage } from './budget.ts';
import { createMeter } from './meter.ts';
import { openSettings } from './settings.ts';
import type { ProviderInput } from './settings.ts';
import { openVault } from './vault.ts';

const cloud: ProviderDefinition = {
  id: 'cloud',
  title: 'Cloud',
  summary: 'A service.',
  kind: 'remote',
  capabilities: ['image'],
  isRepeatable: true,
  fields: [
    { name: 'apiKey', label: 'Key', kind: 'secret', isRequired: true, environment: ['CLOUD_KEY'] },
    { name: 'baseUrl', label: 'Address', kind: 'url', default: 'https://cloud.example' },
    { name: 'steps', label: 'Steps', kind: 'number' },
  ],
  create: () => {
    throw new Error('not created here');
  },
};
const local: ProviderDefinition = {
  ...cloud,
  id: 'local',
  title: 'Local',
  kind: 'local',
  isRepeatable: false,
  fields: [],
};
const input: ProviderInput = {
  kind: 'cloud',
  isOn: true,
  childConsent: false,
  settings: { apiKey: 'sk-very-secret', steps: 4 },
  budget: null,
};

let opened: Awaited<ReturnType<typeof openTemporaryDatabase>>;
let folder: string;

beforeAll(async () => {
  opened = await openTemporaryDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'kinora-vault-'));
}, 60_000);
afterAll(async () => {
  await opened?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function open(environment: Record<string, string> = {}) {
  const database = opened.database.as(localOwnerId);
  const vault = await openVault({ path: folder });
  return { database, settings: openSettings({ database, vault, definitions: [cloud, local], environment }) };
}

describe('settings', () => {
  test('keep keys sealed, show only where they come from, and forget them with the provider', async () => {
    const { database, settings } = await open();
    await settings.saveProvider('cloud', input);
    const [first] = (await settings.read()).providers;
    expect(first).toMatchObject({
      id: 'cloud',
      values: { apiKey: 'sk-very-secret', baseUrl: 'https://cloud.example', steps: 4 },
      plain: { steps: 4 },
      secrets: { apiKey: 'stored' },
    });
    const dump = await database.transaction(async ({ client }) =>
      JSON.stringify([
        (await client.query('select * from secrets')).rows,
        (await client.query('select * from providers')).rows,
      ]),
    );
    expect(dump).not.toContain('very-secret');
    expect((await stat(path.join(folder, 'secret.key'))).mode & 0o077).toBe(0);

    await settings.saveProvider('cloud', { ...input, settings: { steps: 8 } });
    expect((await settings.read()).providers[0]?.values).toMatchObject({ apiKey: 'sk-very-secret', steps: 8 });
    await settings.saveProvider('cloud', { ...input, settings: { apiKey: '' } });
    expect((await settings.read()).providers[0]).toMatchObject({
      secrets: { apiKey: 'missing' },
      problem: 'Fill in Key.',
    });

    await settings.saveRoute({ capability: 'image', entries: [{ provider: 'cloud', model: 'm' }], only: true });
    await settings.removeProvider('cloud');
    const after = await settings.read();
    expect(after.providers.map(({ id }) => id)).toEqual(['local']);
    expect(after.routes).toEqual([{ capability: 'image', entries: [], only: false }]);
  });

  test('name the field that is wrong', async () => {
    const { settings } = await open();
    const save = (id: string, change: Partial<ProviderInput>) => settings.saveProvider(id, { ...input, ...change });
    for (const [id, change, field] of [
      ['cloud', { kind: 'fog' }, 'kind'],
      ['other', {}, 'id'],
      ['cloud:Two words', {}, 'id'],
      ['local:two', { kind: 'local', settings: {} }, 'id'],
      ['cloud', { settings: { colour: 'red' } }, 'settings.colour'],
      ['cloud', { settings: { steps: 'four' } }, 'settings.steps'],
      ['cloud', { settings: { baseUrl: 'ftp://x' } }, 'settings.baseUrl'],
      ['cloud', { settings: { baseUrl: 'https://me:secret@x' } }, 'settings.baseUrl'],
    ] as const) {
      await expect(save(id, change)).rejects.toMatchObject({ code: 'request.invalid', data: { field } });
    }
    await save('cloud:second', {});
    expect((await settings.read()).providers.map(({ id }) => id)).toContain('cloud:second');
    await settings.removeProvider('cloud:second');
  });

  test('come from the environment where nothing is stored', async () => {
    const { settings } = await open({
      KINORA_PROVIDERS: 'cloud',
      KINORA_PROVIDERS_FOR_CHILDREN: 'cloud',
      CLOUD_KEY: 'from-outside',
      KINORA_CLOUD_STEPS: '12',
      KINORA_ROUTE_IMAGE: 'only: cloud/owner/model',
    });
    const { providers, routes } = await settings.read();
    expect(providers.find(({ id }) => id === 'cloud')).toMatchObject({
      isOn: true,
      childConsent: true,
      values: { apiKey: 'from-outside', steps: 12 },
      secrets: { apiKey: 'environment' },
    });
    await settings.saveProvider('cloud:second', { ...input, settings: { baseUrl: 'https://another.example' } });
    const second = (await settings.read()).providers.find(({ id }) => id === 'cloud:second');
    expect(second?.values).toEqual({ baseUrl: 'https://another.example', steps: 12 });
    await settings.removeProvider('cloud:second');
    expect(routes[0]).toEqual({
      capability: 'image',
      entries: [{ provider: 'cloud', model: 'owner/model' }],
      only: true,
    });
    await expect(settings.saveRoute({ capability: 'image', entries: [], only: false })).rejects.toMatchObject({
      code: 'request.conflict',
    });
  });

  test('a key that was sealed elsewhere is asked for again', async () => {
    const { settings } = await open();
    await settings.saveProvider('cloud', input);
    await writeFile(path.join(folder, 'secret.key'), `${Buffer.alloc(32, 7).toString('base64url')}\n`);
    const { settings: later } = await open();
    expect((await later.read()).providers[0]).toMatchObject({
      problem: expect.stringContaining('Enter the key again'),
    });
    await later.removeProvider('cloud');
  });
});

describe('a meter', () => {
  const budget = { monthly: 1, unit: 'usd', atLimit: 'stop', prices: { perImage: 0.4 } } as const;
  const provider = { id: `p`, title: 'Cloud', budget };

  test('stops at the limit, also in another process, and starts anew with the month', async () => {
    const database = opened.database.as(localOwnerId);
    let time = new Date('2026-11-21T12:00:00Z');
    await using meter = createMeter({ database, now: () => time });
    for (let image = 0; image < 3; image += 1) {
      await meter.admit(provider);
      meter.count('p', { images: 1 });
    }
    await expect(meter.admit(provider)).rejects.toMatchObject({ code: 'provider.quota', data: { isFinal: true } });
    await meter.admit({ ...provider, budget: { ...budget, monthly: 2 } });
    await meter.admit({ ...provider, budget: null });

    // Its writes are done when it is closed; until then another process may be a moment behind.
    await meter[Symbol.asyncDispose]();
    await using other = createMeter({ database, now: () => new Date(time.getTime() + 60_000) });
    await expect(other.admit(provider)).rejects.toThrow('1.20 of 1 USD');
    time = new Date('2026-12-01T00:00:01Z');
    await meter.admit(provider);
  });

  test('forecasts the month', () => {
    const usage = { ...noUsage, calls: 10, images: 10 };
    const at = (time: string) => describeUsage(usage, budget, new Date(time));
    expect(at('2026-11-11T00:00:00Z')).toMatchObject({ spent: 4, forecast: 12, isExhausted: true });
    expect(at('2026-11-01T01:00:00Z').forecast).toBe(120);
  });
});
