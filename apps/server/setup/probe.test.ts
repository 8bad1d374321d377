import type { InstalledModel } from '@kinora/capabilities';
import { createBuiltinProvider } from '@kinora/providers/builtin';
import { expect, test } from 'vitest';
import { definitions } from './definitions.ts';
import { loadOnce } from './probe.ts';

test('a model that only works for another has nothing to load', async () => {
  const decoder: InstalledModel = {
    id: 'taesd',
    title: 'TAESD',
    purpose: 'frame-style',
    runtime: 'onnx',
    format: 'taesd',
    folder: '/nowhere',
    files: ['model.onnx'],
    revision: '1',
    bytes: 1,
    memoryBytes: 1,
    languages: [],
    defaults: {},
  };
  const builtin = createBuiltinProvider();
  const services = {
    fetch: () => Promise.reject(new Error('no network')),
    processes: {
      open() {
        throw new Error('no process');
      },
    },
    installed: async () => [],
    importPackage: () => Promise.reject(new Error('no packages')),
    language: () => null,
  };
  try {
    const { signal } = new AbortController();
    await expect(loadOnce(decoder, { definitions, services, builtin, signal })).resolves.toBeUndefined();
  } finally {
    await builtin.close();
  }
});
