import { runtimeNames } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import type { Device, Hardware } from './hardware/index.ts';
import { runtimePackage, runtimeVariants } from './packages.ts';
import { chooseDevice, chooseVariant, readLock } from './runtimes.ts';

const linux = { platform: 'linux', arch: 'x64' };
const systems = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win32-x64', 'win32-arm64'].map((key) => {
  const [platform = '', arch = ''] = key.split('-');
  return { platform, arch };
});

const cpu: Device = {
  id: 'cpu',
  name: 'Processor',
  kind: 'cpu',
  memoryBytes: 16e9,
  freeBytes: 8e9,
  runtimes: [...runtimeNames],
};
const gpu = (id: string, kind: Device['kind'], runtimes: Device['runtimes']): Device => ({
  ...cpu,
  id,
  kind,
  runtimes,
});
const machine = (...devices: Device[]): Hardware => ({
  system: 'Test',
  cpu: { name: 'Processor', physicalCores: 4, logicalCores: 8, freeCores: 4, features: [] },
  disk: { folder: '/', freeBytes: 1e12, usedBytes: 0 },
  devices: [...devices, cpu],
});
const nvidia = machine(gpu('cuda:0', 'discrete', ['llama-cpp', 'onnx', 'transformers']));

test('every variant of every system names exact versions', () => {
  for (const system of systems) {
    for (const name of runtimeNames) {
      for (const variant of runtimeVariants(name, system)) {
        const found = runtimePackage(name, variant, system);
        expect(Object.values(found?.packages ?? {}).length).toBeGreaterThan(0);
        for (const version of Object.values(found?.packages ?? {})) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
        expect(found?.bytes).toBeGreaterThan(1e6);
      }
    }
  }
});

test('every package of every variant is recorded with its hash, and nothing else asks for another version', async () => {
  for (const name of runtimeNames) {
    const lock = await readLock(name);
    for (const { integrity } of Object.values(lock)) expect(integrity).toMatch(/^sha512-/);
    for (const system of systems) {
      for (const variant of runtimeVariants(name, system)) {
        for (const [each, version] of Object.entries(runtimePackage(name, variant, system)?.packages ?? {})) {
          expect({ [each]: lock[`node_modules/${each}`]?.version }).toEqual({ [each]: version });
        }
      }
    }
  }
});

test('llama.cpp for the processor alone is one package of 78 MB, of which 49 are fetched', () => {
  expect(runtimePackage('llama-cpp', 'cpu', linux)).toMatchObject({
    packages: { 'node-llama-cpp': '3.21.1', '@node-llama-cpp/linux-x64': '3.21.1' },
    omitOptional: true,
    bytes: 78e6,
    downloadBytes: 49e6,
  });
});

test('the variant follows the hardware', () => {
  expect(chooseVariant('llama-cpp', machine(), linux)).toBe('cpu');
  expect(chooseVariant('llama-cpp', nvidia, linux)).toBe('cuda');
  expect(chooseVariant('llama-cpp', machine(gpu('vulkan:0', 'discrete', ['llama-cpp'])), linux)).toBe('vulkan');
  expect(chooseVariant('llama-cpp', nvidia, { platform: 'linux', arch: 'arm64' })).toBe('cpu');
  expect(chooseVariant('onnx', machine(), linux)).toBe('webgpu');
  expect(chooseVariant('onnx', machine(), { platform: 'darwin', arch: 'x64' })).toBeNull();
  expect(chooseVariant('sherpa', machine(), { platform: 'freebsd', arch: 'x64' })).toBeNull();
});

test('the device follows what is installed and what it gains', () => {
  const installed = (name: 'llama-cpp' | 'onnx' | 'sherpa', variant: string) => ({
    name,
    variant,
    version: '1.0.0',
    folder: '/',
  });
  expect(chooseDevice(installed('llama-cpp', 'cuda'), nvidia)).toBe('cuda:0');
  expect(chooseDevice(installed('llama-cpp', 'cpu'), nvidia)).toBe('cpu');
  expect(chooseDevice(installed('onnx', 'webgpu'), nvidia)).toBe('webgpu');
  expect(chooseDevice(installed('onnx', 'webgpu'), machine())).toBe('cpu');
  const borrowed = machine(gpu('vulkan:0', 'integrated', ['llama-cpp', 'onnx']));
  expect(chooseDevice(installed('onnx', 'webgpu'), borrowed)).toBe('cpu');
  expect(chooseDevice(installed('sherpa', 'cpu'), nvidia)).toBe('cpu');
});
