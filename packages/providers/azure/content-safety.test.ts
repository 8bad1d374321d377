import { inspect } from 'node:util';
import type { Audience, ProviderServices } from '@kinora/capabilities';
import { readPictureHeader } from '@kinora/capabilities';
import { faultContract, moderatorContract, samplePng } from '@kinora/capabilities/testing';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { azureError, key, startAzureServer } from './__fixtures__/server.ts';
import { cutIntoChunks } from './chunks.ts';
import { fitPicture } from './pictures.ts';
import { findThreshold } from './thresholds.ts';
import { azureContentSafety } from './index.ts';

const server = await startAzureServer();
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => server.reset());

const services = { fetch: globalThis.fetch, importPackage: (name: string) => import(name) } as ProviderServices;
const create = (settings = {}) => azureContentSafety.create({ endpoint: `${server.url}/`, key, ...settings }, services);
const guard = create().model('moderation', 'content-safety');
const child: Audience = { kind: 'child', age: 5 };
const wish = (text: string) => ({ kind: 'text', text, role: 'wish' }) as const;

moderatorContract({ name: 'azure-content-safety', create: () => guard });

const common = {
  server: () => server,
  secret: key,
  refusal: azureError(400, 'InvalidRequestBody', 'The request body is invalid.'),
};
faultContract({
  ...common,
  name: 'azure-content-safety/text',
  call: (signal) => guard.moderate(wish('A fox.'), { audience: child, ...(signal && { signal }) }),
});
faultContract({
  ...common,
  name: 'azure-content-safety/image',
  call: (signal) =>
    guard.moderate(
      { kind: 'image', image: samplePng(), mediaType: 'image/png' },
      { audience: child, ...(signal && { signal }) },
    ),
});

describe('texts', () => {
  test('are asked about with all levels and judged by the age', async () => {
    const verdicts: string[] = [];
    for (const audience of [{ kind: 'child', age: 3 }, { kind: 'adult' }] as const) {
      const result = await guard.moderate(wish('A pirate with a sword.'), { audience });
      verdicts.push(result.verdict);
      expect(result.categories).toEqual({ violence: 2 });
    }
    expect(verdicts).toEqual(['soften', 'allow']);
    expect(server.requests[0]?.json()).toEqual({ text: 'A pirate with a sword.', outputType: 'EightSeverityLevels' });
  });

  test('longer than 10,000 characters are asked about in parts that overlap, and spans lie in the whole', async () => {
    const filler = '🦊 The owl flew over the quiet wood. ';
    const head = filler.repeat(Math.ceil(9_990 / Array.from(filler).length)).slice(0, -30);
    const text = `${head}Then he learns to murder somebody. ${filler.repeat(100)}`;
    const result = await guard.moderate(wish(text), { audience: child });
    expect(server.requests.length).toBe(2);
    expect(result.verdict).toBe('block');
    for (const { offset, length } of result.spans) expect(text.slice(offset, offset + length)).toContain('murder');
    expect(result.spans[0]?.offset).toBeGreaterThan(8_000);
  });

  test('with a term of a block list are blocked for everybody', async () => {
    const listed = create({ blocklists: ' family-words ' }).model('moderation', 'content-safety');
    const result = await listed.moderate(wish('A grumbleweed.'), { audience: { kind: 'adult' } });
    expect(result).toMatchObject({ verdict: 'block', explanation: expect.stringMatching(/block list/) });
    expect(result.explanation).not.toContain('grumbleweed');
    expect((await listed.moderate(wish('A fox.'), { audience: child })).verdict).toBe('allow');
  });

  test('are explained in their own language', async () => {
    server.interpose({
      json: {
        blocklistsMatch: [],
        categoriesAnalysis: ['Hate', 'SelfHarm', 'Sexual', 'Violence'].map((category) => ({ category, severity: 6 })),
      },
    });
    const result = await guard.moderate(wish('きつねのお話'), { audience: child });
    expect(result.explanation).toMatch(/[ぁ-ん]/);
  });

  test('whose answer misses a category are not taken as harmless', async () => {
    server.interpose({ json: { categoriesAnalysis: [{ category: 'Hate', severity: 0 }] } });
    await expect(guard.moderate(wish('A fox.'), { audience: child })).rejects.toMatchObject({
      code: 'provider.failed',
    });
  });

  test('that say nothing cost nothing', async () => {
    expect((await guard.moderate(wish(' \n'), { audience: child })).verdict).toBe('allow');
    expect(server.requests).toHaveLength(0);
  });
});

describe('chunks', () => {
  test.each([
    ['a text without breaks', 'x'.repeat(25_000)],
    ['emoji', '🦊'.repeat(12_000)],
    ['sentences', 'ねこがねむる。'.repeat(4_000)],
  ])('cover %s, fit and overlap', (_, text) => {
    const chunks = cutIntoChunks(text, { maxLength: 10_000, overlap: 400 });
    let covered = 0;
    for (const [index, { text: part, offset }] of chunks.entries()) {
      expect(text.slice(offset, offset + part.length)).toBe(part);
      expect(Array.from(part).length).toBeLessThanOrEqual(10_000);
      expect(part.isWellFormed()).toBe(true);
      expect(offset).toBeLessThanOrEqual(covered);
      const shared = Array.from(text.slice(offset, covered)).length;
      expect(shared).toBeGreaterThanOrEqual(index === 0 ? 0 : 400);
      covered = offset + part.length;
    }
    expect(covered).toBe(text.length);
  });
});

describe('pictures', () => {
  const limits = { maxBytes: 4 * 1024 * 1024, minSide: 50, maxSide: 2048 };

  test('that fit go as they are', async () => {
    const image = samplePng();
    await guard.moderate({ kind: 'image', image, mediaType: 'image/png' }, { audience: child });
    const sent = server.requests[0]?.json() as { image: { content: string } };
    expect(Buffer.from(sent.image.content, 'base64').equals(image)).toBe(true);
  });

  test.each([
    ['too large', 3000, 1000, 2048, 683],
    ['too small', 20, 40, 50, 100],
    ['too narrow', 4000, 30, 2048, 50],
  ])('that are %s are made to fit', async (_, width, height, fittedWidth, fittedHeight) => {
    const image = await createCanvas(width, height).encode('png');
    const result = await guard.moderate({ kind: 'image', image, mediaType: 'image/png' }, { audience: child });
    expect(result.verdict).toBe('allow');
    const sent = server.requests[0]?.json() as { image: { content: string } };
    expect(readPictureHeader(Buffer.from(sent.image.content, 'base64'))).toEqual({
      mediaType: 'image/jpeg',
      width: fittedWidth,
      height: fittedHeight,
    });
  });

  test('of too many bytes become smaller', async () => {
    const image = samplePng({ width: 800, height: 600 });
    const fitted = await fitPicture(image, { ...limits, maxBytes: 12_000 });
    expect(fitted.length).toBeLessThanOrEqual(12_000);
  });

  test('that are bombs or no pictures are never decoded', async () => {
    const header = Buffer.from(samplePng()).subarray(0, 33);
    header.writeUInt32BE(16_000, 16);
    header.writeUInt32BE(16_000, 20);
    await expect(fitPicture(header, limits)).rejects.toThrow(/16000 × 16000 pixels/);
    await expect(fitPicture(new Uint8Array(100), limits)).rejects.toMatchObject({ code: 'asset.broken' });
    expect(server.requests).toHaveLength(0);
  });
});

test('thresholds are never milder for a younger child, and mildest for grown-ups', () => {
  const audiences: Audience[] = [
    ...[2, 4, 6, 8, 12].map((age) => ({ kind: 'child', age }) as const),
    { kind: 'adult' },
  ];
  for (const category of ['hate', 'sexual', 'violence', 'self-harm'] as const) {
    const found = audiences.map((audience) => findThreshold(category, audience));
    for (const level of ['soften', 'block'] as const) {
      const levels = found.map((threshold) => threshold[level]);
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    }
    expect(found.every(({ soften, block }) => soften <= block && block <= 6)).toBe(true);
  }
});

describe('the provider', () => {
  test('says when endpoint, key and block lists are right, without a charge', async () => {
    await expect(create({ blocklists: 'family-words' }).check()).resolves.toMatchObject({
      message: expect.stringMatching(/accepts the key/),
    });
    expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  test('says which block list is missing, and that a key is wrong', async () => {
    await expect(create({ blocklists: 'family-words, other' }).check()).rejects.toThrow(/other/);
    await expect(create({ key: 'wrong' }).check()).rejects.toMatchObject({ code: 'provider.unavailable' });
  });

  test('asks once: retries are the route’s business', async () => {
    server.interpose({ status: 500 });
    await expect(guard.moderate(wish('A fox.'), { audience: child })).rejects.toMatchObject({ isRetryable: true });
    expect(server.requests).toHaveLength(1);
  });

  test('tells nothing of this machine', async () => {
    await guard.moderate(wish('A fox.'), { audience: child });
    expect(server.requests[0]?.headers['user-agent']).toBe('kinora');
  });

  test.each([{ endpoint: '' }, { endpoint: 'ftp://x' }, { key: '' }])(
    'names the field that is wrong: %o',
    (settings) => {
      expect(() => create(settings)).toThrow(expect.objectContaining({ data: { field: Object.keys(settings)[0] } }));
    },
  );

  test('has no other models', async () => {
    expect(await create().offers()).toMatchObject([{ capability: 'moderation', modelId: 'content-safety' }]);
    expect(() => create().model('moderation', 'other')).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });

  test('shows no key that can’t be sent', async () => {
    const error: unknown = await create({ key: 'first-half\nsecond-half' })
      .check()
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 12, showHidden: true })).not.toMatch(/first-half|second-half/);
  });
});
