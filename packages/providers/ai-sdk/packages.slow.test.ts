import type { ModelOf, ProviderServices } from '@kinora/capabilities';
import { samplePng } from '@kinora/capabilities/testing';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aiSdkProviders } from './index.ts';
import type { AiSdkCapability } from './index.ts';

const run = promisify(execFile);
let folder = '';

/** All packages of the table, installed as they are on a user's machine: exact versions, no scripts. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-ai-sdk-'));
  const dependencies = Object.assign({}, ...aiSdkProviders.map(({ packages }) => packages));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rows = aiSdkProviders.filter(({ packagesFor }) => packagesFor === undefined);

test.each(rows)('$id has models for all it promises, asks with its key, and shows it to nobody', async (definition) => {
  const requests: Request[] = [];
  const services = {
    importPackage: <Module>(name: string) =>
      import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href) as Promise<Module>,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      requests.push(new Request(input, init));
      return Response.json(
        { error: { message: 'Too many requests' } },
        { status: 429, headers: { 'retry-after': '3' } },
      );
    },
  } as unknown as ProviderServices;
  const key = 'a-key-of-some-length-4711';
  const provider = definition.create({ apiKey: key, resourceName: 'kinora' }, services);
  const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'A fox.' }] }];
  const calls: {
    [Name in AiSdkCapability]: (model: ModelOf[Name]) => PromiseLike<unknown>;
  } = {
    language: (model) => model.doGenerate({ prompt }),
    image: (model) =>
      model.doGenerate({
        prompt: 'A fox.',
        n: 1,
        size: '1280x720',
        aspectRatio: undefined,
        seed: 1,
        files: undefined,
        mask: undefined,
        providerOptions: {},
      }),
    speech: (model) => model.doGenerate({ text: 'A fox.', voice: 'willow', language: 'en' }),
    clip: (model) =>
      model.doGenerate({
        from: { image: samplePng(), mediaType: 'image/png' },
        frames: 5,
        fps: 12,
        width: 96,
        height: 54,
        seed: 1,
      }),
    transcription: (model) => model.doGenerate({ audio: new Uint8Array(64), mediaType: 'audio/wav' }),
  };
  for (const { capability, modelId } of await provider.offers()) {
    requests.length = 0;
    const call = calls[capability as AiSdkCapability] as (model: unknown) => PromiseLike<unknown>;
    const failure = await Promise.resolve(call(provider.model(capability, modelId))).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'provider.quota', isRetryable: true, retryAfter: 3 });
    expect(String((failure as Error).stack)).not.toContain(key);
    const [request] = requests;
    expect(request?.url).toMatch(/^https:\/\//);
    expect(request?.url).not.toContain(key);
    expect([...(request?.headers ?? [])].join(' ')).toContain(key);
  }
});
