import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRuntimes } from './runtimes.ts';
import { fakeHardware } from './testing/fake-host.ts';

async function openHome() {
  const home = await mkdtemp(path.join(tmpdir(), 'kinora-runtimes-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const root = path.join(home, 'runtimes');
  const system = { platform: 'linux', arch: 'x64' };
  const runtimes = openRuntimes({ home, hardware: async () => fakeHardware, system });
  const place = async (folder: string, manifest?: object) => {
    await mkdir(path.join(root, folder), { recursive: true });
    if (manifest) await writeFile(path.join(root, folder, 'kinora.json'), JSON.stringify(manifest));
  };
  return { root, runtimes, place };
}

const manifest = { bytes: 5, installedAt: '2026-11-21T00:00:00.000Z', packages: {} };

test('each runtime is listed in the variant for the hardware, or in the one that is installed', async () => {
  const { runtimes, place } = await openHome();
  const variants = async () =>
    (await runtimes.list()).map(({ name, variant, install }) => [name, variant, install.state]);
  expect(await variants()).toEqual([
    ['llama-cpp', 'cuda', 'absent'],
    ['onnx', 'webgpu', 'absent'],
    ['transformers', 'webgpu', 'absent'],
    ['sherpa', 'cpu', 'absent'],
  ]);
  await place('llama-cpp-3.21.1-cpu', manifest);
  expect((await variants())[0]).toEqual(['llama-cpp', 'cpu', 'installed']);
  expect(await runtimes.find('llama-cpp')).toMatchObject({ version: '3.21.1', variant: 'cpu' });
  await place('llama-cpp-3.21.1-cuda', manifest);
  expect(await runtimes.find('llama-cpp')).toMatchObject({ variant: 'cuda' });
});

test('a folder that was not finished is no runtime', async () => {
  const { runtimes, place } = await openHome();
  await place('onnx-1.30.0-webgpu');
  expect(await runtimes.find('onnx')).toBeNull();
  await expect(runtimes.importPackage('onnx', 'onnxruntime-node')).rejects.toMatchObject({
    code: 'provider.unavailable',
    message: expect.stringContaining('Models page'),
  });
});

test('sweeping takes what nobody fills any more, and old versions once the current one is there', async () => {
  const { root, runtimes, place } = await openHome();
  await place('onnx-1.29.0-cpu', manifest);
  await place('.installing-onnx-1.30.0-webgpu-0b1c2d3e-0000-4000-8000-0123456789ab');
  await place('.removing-sherpa-1.13.8-cpu-0b1c2d3e-0000-4000-8000-0123456789ab');
  await runtimes.sweep();
  expect(await readdir(root)).toEqual(['onnx-1.29.0-cpu']);
  await place('onnx-1.30.0-webgpu', manifest);
  await runtimes.sweep();
  expect(await readdir(root)).toEqual(['onnx-1.30.0-webgpu']);
  await runtimes.remove('onnx');
  expect(await readdir(root)).toEqual([]);
});
