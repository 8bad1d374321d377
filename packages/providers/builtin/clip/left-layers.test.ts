import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vistaSpec } from '@kinora/capabilities';
import { samplePng } from '@kinora/capabilities/testing';
import { expect, test } from 'vitest';
import { createIllustrator } from '../image.ts';
import { openLayerFolder } from './left-layers.ts';
import { prepareStage } from './prepare-stage.ts';
import type { StageParts } from './stage.ts';

const size = { width: 128, height: 72 };
const vista = vistaSpec.parse({
  world: 'ocean',
  view: 'establishing',
  palette: { deep: '#06202e', sky: '#1c5a78', haze: '#9cc8cc', main: '#1f7f8c', accent: '#ff9a6a', light: '#fff0cc' },
  air: 'stars',
  energy: 0.5,
  thread: { kind: 'boat', progress: 0.4 },
  figures: [{ picture: 0, x: 0.5, ground: 0.9, size: 0.5 }],
  camera: { from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.1] },
  moment: 'The sea.',
});
const figures = [samplePng({ width: 40, height: 80 })];

test('a picture that will move is taken apart by the illustrator just as by the clip maker, and taken once', async () => {
  using folder = openLayerFolder();
  await using illustrator = createIllustrator({ threads: 1, layers: folder.path });
  const draw = (willMove: boolean) =>
    illustrator.doGenerate({
      prompt: 'x',
      n: 1,
      size: `${size.width}x${size.height}`,
      aspectRatio: undefined,
      seed: 7,
      files: undefined,
      mask: undefined,
      providerOptions: { kinora: { vista, figures, willMove } as never },
    });
  const still = await draw(false);
  expect(namesIn(folder.path)).toEqual([]);
  const moving = await draw(true);
  expect(moving.images).toEqual(still.images);
  expect(namesIn(folder.path)).toHaveLength(1);

  const picture = { image: new Uint8Array(), mediaType: 'image/png', vista, figures, seed: 7 };
  const request = { ...size, seed: 1, layers: folder.path };
  const anew = contentOf(await prepareStage(picture, { ...size, seed: 1 }));
  for (const other of [
    { ...picture, seed: 8 },
    { ...picture, figures: [] },
  ]) {
    expect(contentOf(await prepareStage(other, request))).not.toEqual(anew);
  }
  expect(namesIn(folder.path)).toHaveLength(1);
  const left = contentOf(await prepareStage(picture, request));
  expect(namesIn(folder.path)).toEqual([]);
  expect(left).toEqual(anew);
  expect(contentOf(await prepareStage(picture, request))).toEqual(anew);
});

test('what a process that died has left is removed by the next', () => {
  // Above every process id that Linux gives out.
  const orphan = join(tmpdir(), 'kinora-layers-4194305-test');
  mkdirSync(orphan);
  using folder = openLayerFolder();
  expect(namesIn(orphan)).toEqual([]);
  expect(readdirSync(tmpdir())).not.toContain('kinora-layers-4194305-test');
  mkdirSync(folder.path);
  using _ = openLayerFolder();
  expect(readdirSync(folder.path)).toEqual([]);
});

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Everything of the parts; their sprites as bytes. */
function contentOf({ store, ...rest }: StageParts) {
  return { ...rest, bytes: Buffer.from(new Uint8Array(store.memory.buffer).slice(0, store.used)) };
}
