import { readPictureHeader } from '@kinora/capabilities';
import type { InstalledModel, ModelProcess } from '@kinora/capabilities';
import { createProcessHost, detectHardware } from '@kinora/platform/runtimes';
import type { RunningProcessHost } from '@kinora/platform/runtimes';
import { testRuntimes } from '@kinora/platform/testing';
import { onnx } from '@kinora/providers/onnx';
import type { OnnxImageOptions } from '@kinora/providers/onnx';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTinyDiffusers } from '../../tools/tiny-models/onnx-diffusers.ts';

let folder: string;
let host: RunningProcessHost;
let opened: ModelProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kinora-onnx-child-'));
  writeTinyDiffusers(folder);
  const { runtimes, home } = await testRuntimes('onnx');
  host = createProcessHost({ runtimes, hardware: () => detectHardware({ home }) });
});
afterAll(async () => {
  await host?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

function openModel() {
  const model: InstalledModel = {
    id: 'tiny',
    title: 'Tiny',
    purpose: 'image',
    runtime: 'onnx',
    format: 'diffusers',
    folder,
    files: [],
    revision: 'main',
    bytes: 1,
    memoryBytes: 1,
    languages: [],
    defaults: { steps: 1, guidance: 0, width: 256, height: 256 },
  };
  const provider = onnx.create(
    {},
    {
      fetch,
      processes: { open: (options) => (opened = host.open(options)) },
      installed: async () => [model],
      importPackage: (name) => import(name),
    },
  );
  return provider.model('image', 'tiny');
}

async function draw(model: ReturnType<typeof openModel>, kinora: OnnxImageOptions = {}, abortSignal?: AbortSignal) {
  return await model.doGenerate({
    prompt: 'the red fox',
    n: 1,
    size: '256x256',
    aspectRatio: undefined,
    seed: 7,
    files: undefined,
    mask: undefined,
    providerOptions: { kinora: kinora as Record<string, never> },
    ...(abortSignal ? { abortSignal } : {}),
  });
}

test('a picture is drawn in a process of its own while the server stays quick', async () => {
  const model = openModel();
  await draw(model);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const seen: number[] = [];
  const { images, providerMetadata } = await draw(model, { steps: 12, onPreview: ({ step }) => void seen.push(step) });
  delay.disable();
  expect(readPictureHeader(images[0] as Uint8Array)).toEqual({ mediaType: 'image/png', width: 256, height: 256 });
  expect(providerMetadata?.['kinora']).toMatchObject({ device: 'cpu', steps: 12 });
  expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  expect(delay.percentile(99) / 1e6).toBeLessThan(200);
});

test('an aborted picture stops between steps and leaves the model loaded', async () => {
  const model = openModel();
  await draw(model);
  const controller = new AbortController();
  const running = draw(
    model,
    { steps: 100, onPreview: ({ step }) => step === 2 && controller.abort() },
    controller.signal,
  );
  await expect(running).rejects.toMatchObject({ code: 'job.cancelled' });
  const { images } = await draw(model);
  expect(images).toHaveLength(1);
  expect(opened?.state()).toMatchObject({ state: 'ready', restarts: 0 });
});

test('an unloaded model draws the same again', async () => {
  const model = openModel();
  const first = await draw(model);
  await opened?.unload();
  expect(opened?.state().state).toBe('unloaded');
  const second = await draw(model);
  expect(Buffer.compare(first.images[0] as Uint8Array, second.images[0] as Uint8Array)).toBe(0);
});
