import type { HardwareView } from '@kinora/capabilities/setup';
import { runtimeNames } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue/index.ts';
import { fitOf } from './fit.ts';
import { recommend } from './recommend.ts';

function machine(options: { cores: number; memory: number; vram?: number; disk?: number }): HardwareView {
  const runtimes = [...runtimeNames];
  const { cores, memory, vram, disk = 100e9 } = options;
  const card = { id: 'cuda:0', name: 'NVIDIA RTX', memoryBytes: vram ?? 0, freeBytes: vram ?? 0, runtimes };
  return {
    system: 'linux x64',
    cpu: { name: 'CPU', physicalCores: cores, logicalCores: cores * 2, freeCores: cores, features: ['avx2'] },
    disk: { folder: '/', freeBytes: disk, usedBytes: 0 },
    devices: [
      ...(vram === undefined ? [] : [card]),
      { id: 'cpu', name: 'CPU', memoryBytes: memory, freeBytes: memory / 2, runtimes },
    ],
  };
}
const find = (id: string) => {
  const entry = catalogue.find((each) => each.id === id);
  if (!entry) throw new Error(id);
  return entry;
};
const idsFor = (hardware: HardwareView, language?: string) =>
  recommend(hardware, catalogue, language === undefined ? {} : { language }).map(({ id }) => id);

test('an eight-billion model is slow on two cores, good on a card, and impossible on a small machine', () => {
  const entry = find('qwen3-8b-q4');
  expect(fitOf(entry, machine({ cores: 2, memory: 16e9 }))).toMatchObject({ level: 'slow' });
  expect(fitOf(entry, machine({ cores: 2, memory: 16e9, vram: 8e9 }))).toEqual({
    level: 'good',
    note: 'Runs on NVIDIA RTX.',
  });
  expect(fitOf(entry, machine({ cores: 4, memory: 8e9 }))).toMatchObject({ level: 'no' });
});

test('a model for NVIDIA cards is of no use without one', () => {
  expect(fitOf(find('sd-turbo-onnx-cuda'), machine({ cores: 16, memory: 64e9 }))).toMatchObject({ level: 'no' });
});

test('a laptop without a card gets a set that runs on it', () => {
  const ids = idsFor(machine({ cores: 4, memory: 16e9 }));
  expect(ids).toEqual([
    'nsfw-vit-base',
    'toxic-bert',
    'whisper-small',
    'kokoro-en-v0.19',
    'qwen3-4b-q4',
    'lcm-dreamshaper-v7-onnx',
    'taesd-onnx',
    'florence-2-base-ft',
  ]);
});

test('a card brings larger models', () => {
  const ids = idsFor(machine({ cores: 8, memory: 32e9, vram: 12e9 }));
  expect(ids).toEqual(expect.arrayContaining(['qwen3-8b-q4', 'whisper-large-v3-turbo']));
  expect(ids.some((id) => id.endsWith('-cuda'))).toBe(true);
});

test('a small machine gets what fits, and nothing that writes too loosely for children', () => {
  const ids = idsFor(machine({ cores: 2, memory: 4e9 }));
  expect(ids.length).toBeGreaterThan(3);
  for (const id of ids) {
    expect(find(id).memoryBytes).toBeLessThanOrEqual(2e9);
    expect(find(id).suits).not.toBe('adults');
  }
});

test('a small disk gets guards and ears before painters', () => {
  const set = recommend(machine({ cores: 4, memory: 16e9, disk: 2e9 }), catalogue);
  expect(set.reduce((sum, { entry }) => sum + entry.bytes, 0)).toBeLessThanOrEqual(1.2e9);
  expect(set.map(({ id }) => id)).toContain('nsfw-vit-base');
  expect(set.map(({ entry }) => entry.purpose)).not.toContain('image');
});

test('another language brings other voices', () => {
  expect(idsFor(machine({ cores: 4, memory: 16e9 }), 'de')).toContain('supertonic-3');
  expect(idsFor(machine({ cores: 4, memory: 16e9 }), 'ja')).toEqual(
    expect.arrayContaining(['qwen3-4b-q4', 'supertonic-3', 'multilingual-toxicity']),
  );
});
