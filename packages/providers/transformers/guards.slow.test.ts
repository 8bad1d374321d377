import type { InstalledModel, ModelProcess } from '@kinora/capabilities';
import { describerContract, moderatorContract, samplePng } from '@kinora/capabilities/testing';
import { createCanvas } from '@napi-rs/canvas';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProcesses } from '../../../tools/tiny-models/runtime-host.ts';
import {
  tinyCaptions,
  writeTinyCaptioner,
  writeTinyImageClassifier,
  writeTinyTextClassifier,
} from '../../../tools/tiny-models/transformers-classifiers.ts';
import { tinyFlorence, writeTinyFlorence } from '../../../tools/tiny-models/transformers-florence.ts';
import { createCaptioner } from './description.ts';
import { createClassifier } from './moderation/classifier.ts';
import type { TransformersSettings } from './process.ts';

let home: string;
let host: Awaited<ReturnType<typeof openProcesses>>;
const opened = new Map<string, { model: InstalledModel; process: ModelProcess }>();
const open = (name: string) => async () => opened.get(name)!;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kinora-guards-'));
  host = await openProcesses('transformers');
  for (const [task, write] of [
    ['text-classifier', writeTinyTextClassifier],
    ['image-classifier', writeTinyImageClassifier],
    ['captioner', writeTinyCaptioner],
    ['captioner', writeTinyFlorence],
  ] as const) {
    const name = write === writeTinyFlorence ? 'florence' : task;
    const folder = join(home, name);
    write(folder);
    const model = { id: task, title: `Tiny ${task}`, format: task, folder, languages: ['en'], defaults: {} };
    const process = host.open({
      name: `transformers/${name}`,
      runtime: 'transformers',
      entry: new URL('./process.ts', import.meta.url),
      settings: { task, folder } satisfies TransformersSettings,
    });
    opened.set(name, { model: model as unknown as InstalledModel, process });
  }
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await rm(home, { recursive: true });
});

const child = { kind: 'child', age: 6 } as const;
const judges = createClassifier('text-classifier', open('text-classifier'));
const looks = createClassifier('image-classifier', open('image-classifier'));
const describes = createCaptioner('captioner', open('captioner'));

function paint(colour: string): Uint8Array<ArrayBuffer> {
  const canvas = createCanvas(64, 48);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 64, 48);
  return new Uint8Array(canvas.toBuffer('image/png'));
}

moderatorContract({ name: 'transformers/text-classifier', create: () => judges, judgesPictures: 'none' });
moderatorContract({ name: 'transformers/image-classifier', create: () => looks, judgesText: false });
describerContract({ name: 'transformers/captioner', create: () => describes, languages: ['en'] });

describe('a text classifier', () => {
  test('finds the sentence', async () => {
    const text = 'The fox sat down. “I will stab you,” said the wolf. Then they had tea, and all was well.';
    const { verdict, categories, spans, explanation } = await judges.moderate(
      { kind: 'text', text, role: 'story' },
      { audience: child },
    );
    expect(verdict).toBe('block');
    expect(categories).toEqual({ violence: 7 });
    expect(spans.map(({ offset, length }) => text.slice(offset, offset + length).trim())).toEqual([
      '“I will stab you,” said the wolf.',
    ]);
    expect(explanation).toContain('hurt');
  });

  test('is milder with grown-ups', async () => {
    const input = { kind: 'text', text: 'The ugly duckling met a stupid cat.', role: 'story' } as const;
    expect((await judges.moderate(input, { audience: child })).verdict).toBe('block');
    expect((await judges.moderate(input, { audience: { kind: 'adult' } })).verdict).toBe('allow');
  });

  test('says that it can’t judge pictures, and languages it hasn’t learnt', async () => {
    const failure = { code: 'provider.unavailable', data: { cannotJudge: true } };
    const picture = { kind: 'image', image: samplePng(), mediaType: 'image/png' } as const;
    await expect(judges.moderate(picture, { audience: child })).rejects.toMatchObject(failure);
    const japanese = { kind: 'text', text: 'きつねは森でねむりました。', role: 'story' } as const;
    await expect(judges.moderate(japanese, { audience: child })).rejects.toMatchObject(failure);
  });
});

describe('a picture classifier', () => {
  const judge = (image: Uint8Array) =>
    looks.moderate({ kind: 'image', image, mediaType: 'image/png' }, { audience: child });

  test('blocks what it finds', async () => {
    expect(await judge(paint('#ff0000'))).toMatchObject({ verdict: 'block', categories: { sexual: 7 } });
    expect(await judge(paint('#3366cc'))).toMatchObject({ verdict: 'allow', categories: {} });
  });

  test('refuses what is no picture', async () => {
    await expect(judge(new Uint8Array(100))).rejects.toMatchObject({ code: 'asset.broken' });
  });
});

describe('a captioner', () => {
  test('says what it sees', async () => {
    const bright = await describes.describe({ image: paint('#ffffff'), language: 'en' });
    expect(bright.altText).toBe(`A${tinyCaptions.bright.slice(1)}.`);
    expect(bright.tags).toEqual(['fox', 'sits', 'lamp']);
    const dark = await describes.describe({ image: paint('#102030'), language: 'en' });
    expect(dark.altText).toBe(`A${tinyCaptions.dark.slice(1)}.`);
  });

  test('with four networks and tasks names the things too', async () => {
    const florence = createCaptioner('florence', open('florence'));
    const { altText, tags } = await florence.describe({ image: samplePng(), language: 'en' });
    expect(altText).toBe(`A${tinyFlorence.caption.replace('The image shows a', '')}`);
    expect(tags).toEqual(['fox', 'lamp']);
  });

  test('leaves other languages to others', async () => {
    const described = describes.describe({ image: samplePng(), language: 'ja' });
    await expect(described).rejects.toMatchObject({ code: 'provider.unavailable', data: { cannotJudge: true } });
  });
});
