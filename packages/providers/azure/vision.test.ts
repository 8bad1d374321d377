import { inspect } from 'node:util';
import type { ProviderServices } from '@kinora/capabilities';
import { describerContract, faultContract, samplePng, sampleScene } from '@kinora/capabilities/testing';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { azureError, key, startAzureServer } from './__fixtures__/server.ts';
import { azureVision } from './index.ts';

const server = await startAzureServer();
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => server.reset());

const services = { fetch: globalThis.fetch, importPackage: (name: string) => import(name) } as ProviderServices;
const create = (settings = {}) => azureVision.create({ endpoint: server.url, key, ...settings }, services);
const describer = create().model('description', 'image-analysis');
const picture = { image: samplePng(), mediaType: 'image/png' };

describerContract({ name: 'azure-vision', create: () => describer, languages: ['en'] });

faultContract({
  name: 'azure-vision',
  server: () => server,
  secret: key,
  call: (signal) => describer.describe({ ...picture, language: 'en' }, signal && { signal }),
  refusal: azureError(400, 'InvalidRequest', 'The image format is not supported.'),
});

describe('a picture', () => {
  test('gets a caption with what else is there, tags without doubles, and no guess at a gender', async () => {
    const { altText, tags } = await describer.describe({ ...picture, language: 'en' });
    expect(altText).toBe('A person wearing a mask sitting at a table with a laptop. A close-up of a lantern.');
    expect(tags).toEqual(['computer', 'clothing', 'laptop', 'table', 'chair']);
    const [request] = server.requests;
    expect(request?.query.getAll('features')).toEqual(['caption,denseCaptions,tags,objects,people']);
    expect(request?.query.get('gender-neutral-caption')).toBe('true');
    expect(request?.body.equals(picture.image)).toBe(true);
  });

  test('is charged less for when only caption and tags are wanted', async () => {
    const plain = create({ detail: 'caption' }).model('description', 'image-analysis');
    const { altText } = await plain.describe({ ...picture, language: 'en' });
    expect(altText).toBe('A person wearing a mask sitting at a table with a laptop.');
    expect(server.requests[0]?.query.get('features')).toBe('caption,tags');
  });

  test('gets its tags where the region makes no captions, and captions are not asked for again', async () => {
    const other = create().model('description', 'image-analysis');
    server.interpose(azureError(400, 'InvalidRequest', 'The feature "Caption" is not supported in this region.'));
    const { altText } = await other.describe({ ...picture, language: 'en' });
    expect(altText).toBe('A person, computer, clothing, laptop, table, chair.');
    await other.describe({ ...picture, language: 'en' });
    const asked = server.requests.map(({ query }) => query.get('features')?.includes('caption'));
    expect(asked).toEqual([true, false, false]);
  });

  test('without a scene gets Japanese tags; with one it is left to the next describer', async () => {
    const { altText, tags } = await describer.describe({ ...picture, language: 'ja' });
    expect(altText).toBe('コンピューター、机がえがかれています。');
    expect(tags).toEqual(['コンピューター', '机']);
    const withScene = describer.describe({ ...picture, scene: sampleScene, language: 'ja' });
    await expect(withScene).rejects.toMatchObject({ code: 'provider.refused' });
    expect(server.requests).toHaveLength(1);
  });

  test('that is missing can’t be described', async () => {
    const described = describer.describe({ scene: sampleScene, language: 'en' });
    await expect(described).rejects.toMatchObject({ code: 'provider.unavailable', data: { cannotJudge: true } });
  });

  test('that is too small is enlarged', async () => {
    const image = await createCanvas(30, 20).encode('png');
    await expect(describer.describe({ image, mediaType: 'image/png', language: 'en' })).resolves.toBeDefined();
  });

  test('in which nothing is recognised is refused', async () => {
    server.interpose({ json: { modelVersion: '2023-10-01', metadata: { width: 160, height: 90 } } });
    const described = describer.describe({ ...picture, language: 'en' });
    await expect(described).rejects.toMatchObject({ code: 'provider.refused' });
  });
});

describe('the provider', () => {
  test('proves endpoint and key with one charge', async () => {
    await expect(create().check()).resolves.toMatchObject({ message: expect.stringMatching(/accepts the key/) });
    expect(server.requests.map(({ query }) => query.get('features'))).toEqual(['tags']);
    await expect(create({ key: 'wrong' }).check()).rejects.toMatchObject({ code: 'provider.unavailable' });
  });

  test('says when it ends', async () => {
    const [offer] = await create().offers();
    expect(offer?.note).toContain('2028-09-25');
    expect(() => create().model('image', 'image-analysis')).toThrow(
      expect.objectContaining({ code: 'request.invalid' }),
    );
  });

  test('shows no key that can’t be sent', async () => {
    const error: unknown = await create({ key: 'first-half\nsecond-half' })
      .check()
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 12, showHidden: true })).not.toMatch(/first-half|second-half/);
  });
});
