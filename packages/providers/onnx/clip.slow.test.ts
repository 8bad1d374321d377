import type { InstalledModel, ProcessHost } from '@kinora/capabilities';
import { clipContract, readMp4Track, samplePng } from '@kinora/capabilities/testing';
import type { RgbaPicture } from '@kinora/media/diffusion';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildBlend } from '../../../tools/tiny-models/onnx-interpolation.ts';
import { openRuntimeHost } from '../../../tools/tiny-models/runtime-host.ts';
import { onnx } from './index.ts';
import type { BetweenRequest } from './index.ts';

const root = mkdtempSync(path.join(tmpdir(), 'kinora-interpolation-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function open(layout: 'rife' | 'film', onOpen: (process: ReturnType<ProcessHost['open']>) => void = () => {}) {
  const folder = mkdtempSync(path.join(root, layout));
  writeFileSync(path.join(folder, `${layout}-v4.onnx`), buildBlend({ layout }));
  const host = await openRuntimeHost('onnx');
  const model: InstalledModel = {
    id: layout,
    title: layout,
    purpose: 'clip',
    runtime: 'onnx',
    format: 'interpolation',
    folder,
    files: [],
    revision: 'main',
    bytes: 1,
    memoryBytes: 1,
    languages: [],
    defaults: { multipleOf: 32 },
  };
  const processes: ProcessHost = {
    open(options) {
      const process = host.open(options);
      onOpen(process);
      return process;
    },
  };
  const services = { fetch, processes, installed: async () => [model], importPackage: (name: string) => import(name) };
  return onnx.create({}, services).model('clip', layout);
}

describe.each(['rife', 'film'] as const)('%s', (layout) => {
  clipContract({ name: `onnx/${layout}`, create: () => open(layout), timeoutMs: 120_000 });

  test('gives what lies between two pictures, also of odd sizes', async () => {
    let process: ReturnType<ProcessHost['open']> | undefined;
    const model = await open(layout, (opened) => (process = opened));
    const from = { image: samplePng(), mediaType: 'image/png' };
    await model.doGenerate({ from, to: from, frames: 1, fps: 24, width: 64, height: 48, seed: 1 });
    const plain = (value: number): RgbaPicture => ({
      width: 37,
      height: 21,
      data: Uint8Array.from({ length: 37 * 21 * 4 }, (_, at) => (at % 4 === 3 ? 255 : (value + at) % 200)),
    });
    const request: BetweenRequest = { from: plain(10), to: plain(50), time: 0.25 };
    const made = await process!.call<RgbaPicture>('between', request);
    const expected = request.from.data.map((value, at) => Math.round(value * 0.75 + request.to.data[at]! * 0.25));
    expect(made).toMatchObject({ width: 37, height: 21 });
    expect(made.data.every((value, at) => Math.abs(value - expected[at]!) <= 1)).toBe(true);
  });
});

test('refuses what is no picture or no length', async () => {
  const model = await open('rife');
  const from = { image: samplePng(), mediaType: 'image/png' };
  const options = { from, frames: 2, fps: 24, width: 64, height: 48, seed: 1 };
  expect(readMp4Track((await model.doGenerate(options)).video)).toMatchObject({ frames: 2 });
  await expect(model.doGenerate({ ...options, width: 63 })).rejects.toMatchObject({ data: { field: 'width' } });
  await expect(model.doGenerate({ ...options, frames: 0 })).rejects.toMatchObject({ data: { field: 'frames' } });
  const broken = { image: new Uint8Array(30), mediaType: 'image/png' };
  await expect(model.doGenerate({ ...options, to: broken })).rejects.toMatchObject({ code: 'request.invalid' });
});
