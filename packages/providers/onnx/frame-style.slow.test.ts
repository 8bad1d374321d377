import { frameStyle } from '@kinora/capabilities';
import type { FrameStyler, InstalledModel, ProcessHost, StylerSession } from '@kinora/capabilities';
import { frameStylerContract } from '@kinora/capabilities/testing';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeTinyDiffusers } from '../../../tools/tiny-models/onnx-diffusers.ts';
import type { TinyDiffusersOptions } from '../../../tools/tiny-models/onnx-diffusers.ts';
import { openRuntimeHost } from '../../../tools/tiny-models/runtime-host.ts';
import { onnx } from './index.ts';

const root = mkdtempSync(path.join(tmpdir(), 'kinora-restyle-'));
let host: ProcessHost;

beforeAll(async () => {
  host = await openRuntimeHost('onnx');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function provider(id: string, options: TinyDiffusersOptions & { steps?: number } = {}) {
  const folder = path.join(root, id);
  writeTinyDiffusers(folder, options);
  const model: InstalledModel = {
    id,
    title: id,
    purpose: 'image',
    runtime: 'onnx',
    format: 'diffusers',
    folder,
    files: [],
    revision: '0123456789abcdef',
    bytes: 1,
    memoryBytes: 1,
    languages: [],
    defaults: { steps: options.steps ?? 1, guidance: 0, width: 64, height: 64 },
  };
  return onnx.create(
    {},
    { fetch, processes: host, installed: async () => [model], importPackage: (name) => import(name) },
  );
}

const styler = (id: string, options?: TinyDiffusersOptions): FrameStyler =>
  provider(id, options).model('frame-style', id);
const oil = frameStyle.parse({ look: 'oil', prompt: 'the red fox' });
const open = (of: FrameStyler, style = oil, seed = 1) =>
  of.open({ width: 64, height: 64, style, seed, output: 'image/x-rgba', skip: { threshold: 0.01, refreshSeconds: 2 } });

/** A frame with a bar at x, on a quiet ground. */
function frame(x: number, format: 'jpeg' | 'raw' = 'raw') {
  const canvas = createCanvas(64, 64);
  const context = canvas.getContext('2d');
  context.fillStyle = '#807060';
  context.fillRect(0, 0, 64, 64);
  context.fillStyle = '#f0e0d0';
  context.fillRect(x, 8, 24, 48);
  if (format === 'jpeg')
    return { image: new Uint8Array(canvas.toBuffer('image/jpeg')), mediaType: 'image/jpeg' as const };
  return { image: new Uint8Array(context.getImageData(0, 0, 64, 64).data), mediaType: 'image/x-rgba' as const };
}

const difference = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length;

async function styled(session: StylerSession, x: number, time: number) {
  return await session.style(frame(x), { time });
}

describe('the contract', () => {
  frameStylerContract({
    name: 'onnx/tiny',
    create: async () => {
      host ??= await openRuntimeHost('onnx');
      return styler('contract');
    },
    timeoutMs: 60_000,
  });
});

describe.each<[string, TinyDiffusersOptions]>([
  ['float32 with TAESD', {}],
  ['float16', { precision: 'float16' }],
  ['one size and one picture only', { fixed: { batch: 1, height: 8, width: 8, tokens: 77 } }],
  ["the model's own autoencoder", { hasTaesd: false }],
])('%s', (name, options) => {
  test('gives the same pictures for the same frames and seed, others for other words', async () => {
    const model = styler(name.replaceAll(/\W+/g, '-'), options);
    const pictures: Uint8Array[] = [];
    for (const [style, seed] of [
      [oil, 1],
      [oil, 1],
      [oil, 2],
      [frameStyle.parse({ look: 'ink' }), 1],
    ] as const) {
      await using session = await open(model, style, seed);
      await styled(session, 4, 0);
      pictures.push((await styled(session, 30, 0.2)).image);
    }
    expect(difference(pictures[0]!, pictures[1]!)).toBe(0);
    expect(difference(pictures[0]!, pictures[2]!)).toBeGreaterThan(0.5);
    expect(difference(pictures[0]!, pictures[3]!)).toBeGreaterThan(0.05);
  });
});

describe('a stream', () => {
  test('gives the last picture again for a frame that hardly differs, and refreshes it after a while', async () => {
    await using session = await open(styler('repeats'));
    const repeats: boolean[] = [];
    for (let index = 0; index < 12; index++) repeats.push((await styled(session, 4, index / 5)).isRepeat);
    expect(repeats).toEqual([false, ...Array.from({ length: 9 }, () => true), false, true]);
    expect((await styled(session, 30, 4)).isRepeat).toBe(false);
  });

  test('goes from one prompt to the next by and by, with the number of the new one from its first frame on', async () => {
    await using session = await open(styler('blend'));
    expect((await styled(session, 4, 0)).generation).toBe(0);
    const owl = frameStyle.parse({ look: 'oil', prompt: 'the owl by the sea', strength: 0.5 });
    session.setStyle(owl, { generation: 3, blend: 1 });
    const first = await styled(session, 4, 1);
    const middle = await styled(session, 4, 1.5);
    const last = await styled(session, 4, 2);
    expect([first, middle, last].map(({ generation }) => generation)).toEqual([3, 3, 3]);
    expect([first, middle, last].map(({ isRepeat }) => isRepeat)).toEqual([false, false, false]);
    expect(difference(first.image, middle.image)).toBeGreaterThan(0.05);
    expect(difference(middle.image, last.image)).toBeGreaterThan(0.05);
  });

  test('with less strength stays nearer to the frame', async () => {
    const model = styler('strength');
    const away: number[] = [];
    for (const strength of [0, 0.15, 0.4]) {
      await using session = await open(model, { ...oil, strength });
      away.push(difference((await styled(session, 4, 0)).image, frame(4).image));
    }
    expect(away[0]).toBeLessThan(away[1]!);
    expect(away[1]).toBeLessThan(away[2]!);
  });

  test('takes JPEG and gives JPEG below the size that was asked', async () => {
    const model = styler('jpeg');
    await using session = await model.open({ width: 64, height: 64, style: oil, maxBytes: 2_000 });
    const answer = await session.style(frame(4, 'jpeg'), { time: 0 });
    expect(answer.mediaType).toBe('image/jpeg');
    expect(answer.image.length).toBeLessThanOrEqual(2_000);
    expect(await loadImage(answer.image)).toMatchObject({ width: 64, height: 64 });
  });

  test('a frame that is none is refused, and the next one is styled', async () => {
    await using session = await open(styler('broken'));
    const broken = { image: Uint8Array.of(1, 2, 3), mediaType: 'image/jpeg' as const };
    await expect(session.style(broken, { time: 0 })).rejects.toMatchObject({ code: 'request.invalid' });
    expect((await styled(session, 4, 1)).image).toHaveLength(64 * 64 * 4);
  });

  test('several at once each get their own picture, as they would alone', async () => {
    const model = styler('several');
    const alone: Uint8Array[] = [];
    for (const x of [4, 20, 34]) {
      await using session = await open(model);
      alone.push((await styled(session, x, 0)).image);
    }
    const sessions = await Promise.all([open(model), open(model), open(model)]);
    expect(model.load().sessions).toBe(3);
    const together = await Promise.all(sessions.map((session, index) => styled(session, [4, 20, 34][index]!, 0)));
    for (const [index, { image }] of together.entries()) expect(difference(image, alone[index]!)).toBeLessThan(0.01);
    await Promise.all(sessions.map((session) => session[Symbol.asyncDispose]()));
    expect(model.load()).toMatchObject({ sessions: 0, device: 'cpu' });
    expect(model.load().framesPerSecond).toBeGreaterThan(0);
  });

  test('that is closed takes no more frames', async () => {
    const session = await open(styler('closed'));
    await session[Symbol.asyncDispose]();
    await expect(styled(session, 4, 0)).rejects.toMatchObject({ code: 'provider.unavailable' });
  });
});

test('a model of many steps is not offered for frames', async () => {
  const offers = async (steps: number) =>
    (await provider(`steps-${steps}`, { steps }).offers()).map((each) => each.capability);
  expect(await offers(1)).toEqual(['image', 'frame-style']);
  expect(await offers(20)).toEqual(['image']);
});

test('sizes are checked before anything is loaded', async () => {
  const opening = styler('sizes').open({ width: 60, height: 64, style: oil });
  await expect(opening).rejects.toMatchObject({ code: 'request.invalid' });
});
